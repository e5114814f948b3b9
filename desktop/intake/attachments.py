"""A file to be offered under a text: of a kind that readers can open, what its bytes say, with a name that is safe."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from db.actions.assets import NewAsset
from db.domain.addresses import RESERVED
from db.domain.errors import BadValue
from desktop.intake.pictures import read_picture

MOST = 100 * 1024 * 1024  # bytes of one file
MAX_NAME = 120  # characters, ending included
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OPEN = "application/vnd.openxmlformats-officedocument."
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+')


@dataclass(frozen=True, slots=True)
class _Kind:
    media_type: str
    begins: tuple[bytes, ...] = ()  # one of these; empty: plain text


_DOCUMENTS = {
    ".pdf": _Kind("application/pdf", (b"%PDF-",)),
    ".doc": _Kind("application/msword", (_OLD_OFFICE,)),
    ".xls": _Kind("application/vnd.ms-excel", (_OLD_OFFICE,)),
    ".docx": _Kind(_OPEN + "wordprocessingml.document", (_ZIP,)),
    ".xlsx": _Kind(_OPEN + "spreadsheetml.sheet", (_ZIP,)),
    ".pptx": _Kind(_OPEN + "presentationml.presentation", (_ZIP,)),
    ".zip": _Kind("application/zip", (_ZIP, b"PK\x05\x06")),
    ".mp3": _Kind("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    ".txt": _Kind("text/plain"),
    ".csv": _Kind("text/csv"),
}
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
VIDEOS = (".mp4", ".webm")
ATTACHMENTS = (*_DOCUMENTS, *_PICTURES, *VIDEOS)


def read_attachment(path: Path) -> NewAsset:
    """Return the file as it is kept; a picture is made anew, without where and by whom it was taken.

    Raises BadValue: ``kind`` (not of a kind that is offered, or its bytes say otherwise), ``too_large``, ``empty``,
    and what a picture raises; OSError.
    """
    suffix, name = path.suffix.lower(), safe_name(path.name)
    if suffix in VIDEOS:
        return read_video(path)
    if suffix in _PICTURES:
        made = read_picture(_bytes(path), name)
        return replace(made, name=safe_name(path.stem + (".png" if made.media_type == "image/png" else ".jpg")))
    kind = _DOCUMENTS.get(suffix)
    if kind is None:
        raise BadValue("attachment", "kind", name)
    data = _bytes(path)
    if not (data.startswith(kind.begins) if kind.begins else _is_text(data)):
        raise BadValue("attachment", "kind", name)
    return NewAsset(data, kind.media_type, 0, 0, name)


def read_video(path: Path) -> NewAsset:
    """Return a film as it is kept. Raises as ``read_attachment``."""
    data, name = _bytes(path), safe_name(path.name)
    if path.suffix.lower() == ".mp4" and data[4:8] == b"ftyp":
        return NewAsset(data, "video/mp4", 0, 0, name)
    if path.suffix.lower() == ".webm" and data.startswith(b"\x1a\x45\xdf\xa3"):
        return NewAsset(data, "video/webm", 0, 0, name)
    raise BadValue("video", "kind", name)


def safe_name(name: str) -> str:
    """Return the name as every system can keep it: no path, no device, no sign that hides what the file is."""
    plain = _UNSAFE.sub("_", name).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    stem = stem.strip() or "file"
    if stem.lower().split(".", 1)[0] in RESERVED:
        stem = f"_{stem}"
    return stem[: MAX_NAME - len(ending) - 1] + (f".{ending}" if dot else "")


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MOST:
        raise BadValue("attachment", "too_large", safe_name(path.name))
    data = path.read_bytes()
    if not data:
        raise BadValue("attachment", "empty", safe_name(path.name))
    return data


def _is_text(data: bytes) -> bool:
    return b"\x00" not in data[:4096]
