"""Times of the record as the newsroom's wall clock shows them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from db.domain.addresses import SHANGHAI

translate = QCoreApplication.translate


def local_time(utc: str) -> str:
    """Return a time of the record as the newsroom's wall clock shows it; what is no time is returned as it is."""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return utc
    return moment.astimezone(SHANGHAI).strftime("%m-%d %H:%M")


def local_day_time(utc: str) -> str:
    """Return it with its year, for what is kept: 2026-11-25 10:42."""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return utc
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def local_clock(utc: str) -> str:
    """Return its time of day alone."""
    return local_time(utc).rpartition(" ")[2]


def local_day(utc: str) -> str:
    """Return its day, as people speak of it: today and yesterday by these names."""
    try:
        day = datetime.fromisoformat(utc).astimezone(SHANGHAI).date()
    except ValueError:
        return utc
    ago = (datetime.now(SHANGHAI).date() - day).days
    if ago in (0, 1):
        return translate("Sentences", "今天") if ago == 0 else translate("Sentences", "昨天")
    text = translate("Sentences", "{month}月{day}日")
    return text.format(month=day.month, day=day.day) if ago < 300 else f"{day:%Y-%m-%d}"
