"""The pictures of a clip: which of the addresses that a page gives is the picture, and what of it is none."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from urllib.parse import unquote, unquote_to_bytes

from desktop.intake.clipboard.addresses import local, web
from desktop.intake.clipboard.clip import PENDING, ClipPicture, Kind
from desktop.intake.clipboard.limits import MOST_BYTES, MOST_PICTURES
from desktop.intake.clipboard.markup import Node
from desktop.text.tree import Picture

#: Where pages that load late keep the true address.
_LATE = ("data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-original-src", "data-croporisrc")
_DATA = re.compile(r"data:([^,]{0,200}),", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,5})")
#: Alt texts that programs write when nobody did.
_IDLE_ALT = re.compile(
    r"(?:图片|图像|图|image|img|picture|photo|graphic)?[\s\d_-]*|.*\.(?:jpe?g|png|gif|webp|bmp|tiff?)"
    r"|[0-9a-f-]{16,}|.*(?:描述已自动生成|description automatically generated).*",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = 48  # pixels: signs and faces among words


class Album:
    def __init__(self, base: str, left: Counter[Kind]) -> None:
        self._base = base
        self._left = left
        self._known: dict[str, str] = {}
        self.pictures: list[ClipPicture] = []

    def picture(self, node: Node) -> Picture | None:
        """The picture that an element shows, None (and counted) where there is none to be had."""
        written = self._written(node)
        if _size(node, "width") == 1 or _size(node, "height") == 1:
            self._left[Kind.PIXEL] += 1
            return None
        source = self._known.get(written)
        if source is None:
            found = self._found(written, f"{PENDING}{len(self.pictures)}")
            if found is None or len(self.pictures) >= MOST_PICTURES:
                self._left[Kind.PICTURE] += 1
                return None
            self.pictures.append(found)
            source = self._known[written] = found.source
        return Picture(source, _alt(node))

    def _written(self, node: Node) -> str:
        for name in _LATE:
            address = node.get(name)
            if address and web(address, self._base):
                return address
        source = node.get("src").strip()
        return source or node.get("srcset").strip().partition(" ")[0].rstrip(",")

    def _found(self, written: str, source: str) -> ClipPicture | None:
        if written[:5].lower() == "data:":
            data = _embedded(written)
            return ClipPicture(source, data=data) if data else None
        if path := local(written):
            return ClipPicture(source, path=path)
        address = web(written, self._base) if written else ""
        return ClipPicture(source, address=address) if address else None


def is_face(node: Node) -> bool:
    """An emoji that a page draws as a picture; its alt text says which."""
    return "emoji" in node.get("class").lower() and 0 < len(node.get("alt")) <= 12


def is_small(node: Node) -> bool:
    sizes = [_size(node, "width"), _size(node, "height")]
    return any(0 < size <= _SMALL for size in sizes)


def _size(node: Node, name: str) -> int:
    found = _NUMBER.match(node.get(name))
    return int(found[1]) if found else 0


def _alt(node: Node) -> str:
    alt = " ".join(node.get("alt").split())[:300]
    return "" if _IDLE_ALT.fullmatch(alt) else alt


def _embedded(address: str) -> bytes:
    """The bytes of a data address if they begin like a picture, b"" otherwise."""
    head = _DATA.match(address)
    if head is None or len(address) > MOST_BYTES * 4 // 3 + 300:
        return b""
    body = address[head.end() :]
    if head[1].lower().endswith(";base64"):
        try:
            written = "".join(unquote(body).split()).rstrip("=")
            data = base64.b64decode(written + "=" * (-len(written) % 4), validate=True)
        except (binascii.Error, ValueError):
            return b""
    else:
        data = unquote_to_bytes(body)
    return data if _is_picture(data) else b""


def _is_picture(data: bytes) -> bool:
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")):
        return True
    return (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or (data.startswith(b"BM") and len(data) > 26)
