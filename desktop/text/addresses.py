"""Which addresses a page may hold, read as a browser reads them."""

from __future__ import annotations

import re
from html import unescape

_LINK = re.compile(r"https?://[^/?#\"<>\\^`{|}%\s]+(?=[/?#]|$)|mailto:|tel:", re.IGNORECASE)
_SCHEME = re.compile(r"[^/?#]*:")
_OVERLOOKED = re.compile(r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")


def read_address(written: str) -> str:
    """Entities decoded, and without the characters that a browser overlooks or a reader cannot see."""
    return _OVERLOOKED.sub("", unescape(written)).strip().replace(" ", "%20")


def is_link(address: str) -> bool:
    """May a link lead there? The web, mail, telephone, or a page of ours."""
    return bool(_LINK.match(address)) or not _SCHEME.match(address)


def is_relative(address: str) -> bool:
    """Inside our own site: no scheme, and none borrowed from the page (`//`, with slashes or backslashes)."""
    return bool(address) and not _SCHEME.match(address) and address.replace("\\", "/")[:2] != "//"
