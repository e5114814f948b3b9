"""Which addresses of a clip lead anywhere: links for readers, pictures for whoever may fetch them."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin

from desktop.text.addresses import is_link, read_address

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\"'<>\\^`{|}()\[\]*]")
_ENTITY = re.compile(r"&#|&\w{1,32};")
_DRIVE = re.compile(r"/*([A-Za-z][:|]/.*)", re.DOTALL)


def link(written: str, base: str) -> str | None:
    """The address of a link on the web or of a mailbox; "" for a place of the same page, None for what is refused."""
    address = _read(written)
    if not address or address.startswith("#"):
        return ""
    scheme = _SCHEME.match(address)
    if scheme is None or scheme[1].lower() in ("http", "https"):
        address = web(address, base)
    elif scheme[1].lower() == "file" and "#_" in address:
        return ""  # a note or heading of the document that it was copied from
    elif scheme[1].lower() != "mailto":
        return None
    address = _safe(address)
    return address if address and is_link(address) else None


def web(written: str, base: str) -> str:
    """The http address that is meant, "" if none can be told."""
    address = _read(written)
    if address.startswith("//"):
        address = f"https:{address}"
    elif not _SCHEME.match(address):
        if not _WEB.match(base):
            return ""
        try:
            address = urljoin(base, address)
        except ValueError:  # a base with half an IPv6 address, and the like
            return ""
    return _safe(address) if _WEB.match(address) else ""


def local(written: str) -> str:
    """The path behind a file address, "" for none and for other machines: asking there would tell them who we are."""
    address = _read(written)
    if not address.lower().startswith("file:"):
        return ""
    path = unquote(address[5:]).replace("\\", "/").partition("?")[0]
    if path.lower().startswith("//localhost/"):
        path = path[11:]
    if found := _DRIVE.fullmatch(path):
        return found[1].replace("|", ":", 1)
    path = path.removeprefix("//")
    return path if path.startswith("/") and not path.startswith("//") else ""


def _read(address: str) -> str:
    """As a browser reads it; the entities of HTML were decoded before."""
    return read_address(address.replace("&", "&amp;"))


def _safe(address: str) -> str:
    """With what Markdown or HTML could misread written in percent."""
    address = _ENTITY.sub(lambda sign: sign[0].replace(";", "%3B").replace("&#", "%26#"), address)
    return _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)
