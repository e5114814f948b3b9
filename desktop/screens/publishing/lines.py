"""How an article stands in the lists of the publishing desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.domain.article import ArticleRow
from db.domain.workflow import Publication, Stage
from desktop.kit.colours import Tone
from desktop.kit.list_delegate import Line
from desktop.kit.times import local_day_time, local_time

translate = QCoreApplication.translate


def line_of(row: ArticleRow) -> Line:
    """Return what a row says: where it stands, its channel, its number, its time."""
    chip, tone, when = _state(row)
    count = translate("Publishing", "{n} 字").format(n=f"{row.count:,}")
    lane = translate("Publishing", "更正") if corrects(row) else ""
    words = tuple(part for part in (lane, row.channel, row.source, count, row.number) if part)
    title = row.title or translate("Publishing", "（无标题）")
    return Line(title, chip, tone, words, when)


def spoken(row: ArticleRow) -> str:
    return line_of(row).spoken()


def corrects(row: ArticleRow) -> bool:
    """Whether what waits to be published is a correction."""
    return row.correction is not None and row.correction.stage is Stage.APPROVED


def _state(row: ArticleRow) -> tuple[str, Tone, str]:
    if row.stage is Stage.SCHEDULED:
        return translate("Publishing", "定时"), Tone.OK, local_day_time(row.scheduled_for)
    if row.stage is Stage.APPROVED or corrects(row):
        return translate("Publishing", "已通过"), Tone.OK, local_time(row.changed_at)
    if row.publication is Publication.LIVE:
        return translate("Publishing", "已发布"), Tone.LIVE, local_time(row.published_at)
    return translate("Publishing", "已撤稿"), Tone.RETURNED, local_time(row.published_at)
