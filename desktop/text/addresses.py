"""Which addresses a page may hold, read as a browser reads them."""

from __future__ import annotations

import re
from html import unescape

_LINK = re.compile(r"https?://[^/?#\"<>\\^`{|}%\s]+(?=[/?#]|$)|mailto:|tel:", re.IGNORECASE)
#: Films and files of the record say by their ending what they are, so that no look-up is needed. Nothing that runs.
_FILM = re.compile(r"asset:[0-9A-Za-z_-]{1,128}\.(?:mp4|webm)")
_FILE = re.compile(
    r"asset:[0-9A-Za-z_-]{1,128}\.(?:pdf|docx?|xlsx?|pptx|zip|mp3|txt|csv|jpg|png|webp|gif|mp4|webm|vtt)"
)
_SCHEME = re.compile(r"[^/?#]*:")
_OVERLOOKED = re.compile(r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")


def read_address(written: str) -> str:
    """Entities decoded, and without the characters that a browser overlooks or a reader cannot see."""
    return _OVERLOOKED.sub("", unescape(written)).strip().replace(" ", "%20")


def is_link(address: str) -> bool:
    """May a link lead there? The web, mail, telephone, or a page of ours."""
    return bool(_LINK.match(address)) or not _SCHEME.match(address)


def is_film(address: str) -> bool:
    """Is this a film of the record?"""
    return bool(_FILM.fullmatch(address))


def is_file(address: str) -> bool:
    """Is this a file of the record that readers may take along?"""
    return bool(_FILE.fullmatch(address))


def is_kept_picture(address: str) -> bool:
    """Is this the address of a picture in the record?"""
    return address.startswith("asset:") and not is_file(address)


def is_relative(address: str) -> bool:
    """Inside our own site: no scheme, and none borrowed from the page (`//`, with slashes or backslashes)."""
    return bool(address) and not _SCHEME.match(address) and address.replace("\\", "/")[:2] != "//"
