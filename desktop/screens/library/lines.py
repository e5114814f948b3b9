"""What a row of the list says of an article: its stage as a chip, a few facts, and the time that matters there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from db.domain.addresses import SHANGHAI
from db.domain.article import ArticleRow, Lane
from db.domain.workflow import Publication, Stage
from desktop.kit.colours import Tone
from desktop.kit.list_delegate import Line
from desktop.kit.waiting import waiting
from desktop.kit.wording import level_name
from desktop.screens.library.looking import Found

translate = QCoreApplication.translate


def line(value: ArticleRow | Found) -> Line:
    """Return the row as it is painted and spoken."""
    row = value.row if isinstance(value, Found) else value
    word, tone = chip(row)
    title = row.title or translate("Library", "（还没有标题）")
    made = Line(title, word, tone, tuple(_words(row)), when(_time_of(row)))
    if isinstance(value, Found):
        return replace(made, title_marks=value.title_marks, piece=value.piece, piece_marks=value.piece_marks)
    return made


def chip(row: ArticleRow) -> tuple[str, Tone]:
    """Return the word for where the article stands, and its tone."""
    if row.amended:
        return translate("Library", "待确认审改"), Tone.WAIT
    if row.stage is Stage.REVIEW:
        return translate("Library", "{level}中").format(level=level_name(row.level, row.levels)), Tone.WAIT
    found = _stages().get(row.stage) if row.stage is not None else None
    if found is not None:
        return found
    if row.publication is Publication.WITHDRAWN:
        return translate("Library", "已撤稿"), Tone.RETURNED
    return translate("Library", "已发布"), Tone.LIVE


def _stages() -> Mapping[Stage, tuple[str, Tone]]:
    return {
        Stage.EDITING: (translate("Library", "草稿"), Tone.PLAIN),
        Stage.RETURNED: (translate("Library", "退回"), Tone.RETURNED),
        Stage.APPROVED: (translate("Library", "已通过"), Tone.OK),
        Stage.SCHEDULED: (translate("Library", "定时"), Tone.OK),
        Stage.TRASHED: (translate("Library", "已弃稿"), Tone.PLAIN),
    }


def _words(row: ArticleRow) -> list[str]:
    words = [row.channel]
    if row.correction is not None:
        words.insert(0, _correction(row, row.correction))
    elif row.stage is not None and row.publication is Publication.LIVE:
        words.insert(0, translate("Library", "改稿"))
    if row.stage is Stage.REVIEW:
        words.append(waiting(row.waiting_since, row.due)[0])
    if row.stage is Stage.SCHEDULED:
        words.append(translate("Library", "定于 {when}").format(when=when(row.scheduled_for, to_the_minute=True)))
    elif row.holder:
        words.append(translate("Library", "{who}在审").format(who=row.holder))
    elif row.stage is Stage.RETURNED and row.opinion:
        words.append(row.opinion.replace("\n", " "))
    else:
        words += [translate("Library", "{n} 字").format(n=f"{row.count:,}"), row.by]
    return [word for word in words if word]


def _correction(row: ArticleRow, lane: Lane) -> str:
    """Return that there is a correction, and where it is, unless the chip says that of it."""
    if (row.stage, row.level) == (lane.stage, lane.level):
        return translate("Library", "更正")
    if lane.stage is Stage.REVIEW:
        stage = translate("Library", "{level}中").format(level=level_name(lane.level, row.correction_levels))
    else:
        stage = _stages()[lane.stage][0]
    return translate("Library", "更正{stage}").format(stage=stage)


def _time_of(row: ArticleRow) -> str:
    if row.stage is Stage.REVIEW:
        return row.waiting_since or row.changed_at
    return row.published_at if row.stage is None and row.published_at else row.changed_at


def when(utc: str, *, to_the_minute: bool = False, now: datetime | None = None) -> str:
    """Return a time of the record in a few characters: 刚刚, 10:42, 昨天, 11-20, 2025-11-20."""
    if not utc:
        return ""
    moment = datetime.fromisoformat(utc).astimezone(SHANGHAI)
    today = (now or datetime.now(SHANGHAI)).astimezone(SHANGHAI)
    days = (today.date() - moment.date()).days
    clock = f"{moment:%H:%M}"
    if not to_the_minute and 0 <= (today - moment).total_seconds() < 60:
        return translate("Library", "刚刚")
    if days == 0:
        return translate("Library", "今天 {clock}").format(clock=clock) if to_the_minute else clock
    day = _day(moment, today, days)
    return f"{day} {clock}" if to_the_minute else day


def _day(moment: datetime, today: datetime, days: int) -> str:
    if days == 1:
        return translate("Library", "昨天")
    if days == -1:
        return translate("Library", "明天")
    return f"{moment:%m-%d}" if moment.year == today.year else f"{moment:%Y-%m-%d}"
