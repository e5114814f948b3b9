"""The record's own terms in the language of the window: the levels of a review, and several names in a row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def level_name(level: int, levels: int) -> str:
    """Return what a level is called: one level is 审核; of two they are 初审 and 终审."""
    if levels == 1:
        return translate("Wording", "审核")
    if level == levels:
        return translate("Wording", "终审")
    return translate("Wording", "初审") if level == 1 else translate("Wording", "复审")


def listed(words: Iterable[str]) -> str:
    """Return ``甲、乙``."""
    return translate("Wording", "、").join(words)


def spoken(parts: Iterable[str]) -> str:
    """Return ``甲，乙``: what a screen reader says in one breath; empty parts are left out."""
    return translate("Wording", "，").join(part for part in parts if part)
