"""What is wrong with a value that can be kept but not published, in a sentence; empty when nothing is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from db.domain.addresses import MAX_SLUG, good_slug

translate = QCoreApplication.translate
_DURATION = re.compile(r"(?:\d{1,2}:)?[0-5]?\d:[0-5]\d", re.ASCII)


def slug_fault(slug: str) -> str:
    if not slug or good_slug(slug):
        return ""
    words = translate("Faults", "网址名只用小写字母、数字和单个短横，最多 {n} 个字符，也不能是系统保留的词。")
    return words.format(n=MAX_SLUG)


def address_fault(address: str) -> str:
    if not address or _is_web(address):
        return ""
    return translate("Faults", "请填完整的网址，以 http:// 或 https:// 开头，中间没有空格。")


def duration_fault(duration: str) -> str:
    if not duration or _DURATION.fullmatch(duration):
        return ""
    return translate("Faults", "时长请写成 03:25 或 1:02:03 这样。")


def _is_web(address: str) -> bool:
    if not address.isprintable() or any(sign in address for sign in ' "<>\\^`{|}'):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False
