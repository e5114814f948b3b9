"""What stands in braces in a template, filled in when it is used: the day, and who writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

from db.domain.article import Fields
from desktop.text.escape import escape_text

NAMES = ("年", "月", "日", "星期", "姓名")
_PLACE = re.compile("[{｛](" + "|".join(NAMES) + ")[}｝]")
_WEEK = "一二三四五六日"


def fill_in(given: Fields, day: date, name: str) -> Fields:
    """Fill in every text of ``given``; what is no placeholder stays."""
    values = dict(zip(NAMES, (str(day.year), str(day.month), str(day.day), _WEEK[day.weekday()], name), strict=True))
    changed: dict[str, object] = {}
    for each in fields(given):
        value = getattr(given, each.name)
        if isinstance(value, str):
            changed[each.name] = _filled(value, values, escape_text if each.name == "body" else str)
        elif isinstance(value, tuple) and all(isinstance(word, str) for word in value):
            changed[each.name] = tuple(_filled(word, values, str) for word in value)
    return replace(given, **changed)  # type: ignore[arg-type]  # of each field its own kind


def _filled(text: str, values: dict[str, str], written: Callable[[str], str]) -> str:
    return _PLACE.sub(lambda place: written(values[place[1]]), text)
