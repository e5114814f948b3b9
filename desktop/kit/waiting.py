"""How long a text waits for its level, and how that stands to the deadline, in words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.kit.colours import Tone

translate = QCoreApplication.translate

_HOUR, _DAY = 3600, 86_400  # seconds


def waiting(since: str, due: str, now: datetime | None = None) -> tuple[str, Tone]:
    """Return what is said of it, and its tone; nothing where it does not wait. ``due``: UTC, empty without a deadline.

    What is late says so in a word; what will be soon says how much is left.
    """
    if not since:
        return "", Tone.PLAIN
    at = now or datetime.now(UTC)
    left = (datetime.fromisoformat(due) - at).total_seconds() if due else 0.0
    if due and left < 0:
        return translate("Waiting", "⚠ 已超时 {time}").format(time=spell(-left)), Tone.RETURNED
    whole = (datetime.fromisoformat(due) - datetime.fromisoformat(since)).total_seconds() if due else 0.0
    if due and left * 4 < whole:
        return translate("Waiting", "⏳ 还剩 {time}").format(time=spell(left)), Tone.WAIT
    waited = (at - datetime.fromisoformat(since)).total_seconds()
    return translate("Waiting", "已等 {time}").format(time=spell(waited)), Tone.PLAIN


def spell(seconds: float) -> str:
    """Return a time in its largest unit: 不到 1 分钟, 18 分钟, 3 小时, 2 天."""
    if seconds < 60:
        return translate("Waiting", "不到 1 分钟")
    if seconds < _HOUR:
        return translate("Waiting", "{n} 分钟").format(n=int(seconds // 60))
    if seconds < 2 * _DAY:
        return translate("Waiting", "{n} 小时").format(n=int(seconds // _HOUR))
    return translate("Waiting", "{n} 天").format(n=int(seconds // _DAY))
