"""The words that the article screen has for stages, steps, fields and what happened."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.domain.article import Lane
from db.domain.revision import RevisionKind
from db.domain.workflow import Publication, Purpose, Stage
from desktop.kit.colours import Tone
from desktop.kit.times import local_time
from desktop.kit.wording import level_name
from desktop.screens.editor.loading import Opened

translate = QCoreApplication.translate


def stage_words(opened: Opened) -> tuple[str, Tone]:
    """Return the word for where an article stands, and its tone; a correction is called one."""
    word, tone = _stage_words(opened)
    draft = opened.article.draft if opened.article else None
    if draft is not None and draft.purpose is Purpose.CORRECTION:
        word = translate("ArticleWords", "更正 · {stage}").format(stage=word)
    return word, tone


def lane_words(lane: Lane, levels: int) -> str:
    """Return what a lane is called where one is chosen, and where it is."""
    name = {
        Purpose.ORIGINAL: translate("ArticleWords", "首发"),
        Purpose.UPDATE: translate("ArticleWords", "改稿"),
        Purpose.CORRECTION: translate("ArticleWords", "更正"),
    }[lane.purpose]
    if lane.stage is Stage.REVIEW:
        stage = translate("ArticleWords", "{level}中").format(level=level_name(lane.level, max(levels, lane.level)))
    elif lane.stage is Stage.SCHEDULED:
        stage = translate("ArticleWords", "定时")
    else:
        stage = _plain_stages()[lane.stage][0]
    return translate("ArticleWords", "{lane} · {stage}").format(lane=name, stage=stage)


def _stage_words(opened: Opened) -> tuple[str, Tone]:
    draft = opened.article.draft if opened.article else None
    if opened.amendment is not None:
        return translate("ArticleWords", "待确认审改"), Tone.WAIT
    if opened.stage is Stage.REVIEW and draft is not None:
        name = level_name(draft.level, max(opened.levels(), draft.level))
        return translate("ArticleWords", "{level}中").format(level=name), Tone.WAIT
    if opened.stage is Stage.SCHEDULED and draft is not None:
        return translate("ArticleWords", "定时 {at}").format(at=local_time(draft.scheduled_for)), Tone.OK
    if opened.stage is Stage.PUBLISHED:
        withdrawn = opened.publication is Publication.WITHDRAWN
        return (
            (translate("ArticleWords", "已撤稿"), Tone.RETURNED)
            if withdrawn
            else (translate("ArticleWords", "已发布"), Tone.LIVE)
        )
    return _plain_stages()[opened.stage]


def _plain_stages() -> Mapping[Stage, tuple[str, Tone]]:
    return {
        Stage.EDITING: (translate("ArticleWords", "草稿"), Tone.PLAIN),
        Stage.RETURNED: (translate("ArticleWords", "退回"), Tone.RETURNED),
        Stage.APPROVED: (translate("ArticleWords", "已通过"), Tone.OK),
        Stage.TRASHED: (translate("ArticleWords", "回收站"), Tone.PLAIN),
    }


def revision_kinds() -> Mapping[str, str]:
    return {
        RevisionKind.SUBMIT: translate("ArticleWords", "送审"),
        RevisionKind.KEPT: translate("ArticleWords", "存稿"),
        RevisionKind.RESTORE: translate("ArticleWords", "恢复前"),
        RevisionKind.IMPORT: translate("ArticleWords", "导入"),
        RevisionKind.AMEND: translate("ArticleWords", "审改"),
        RevisionKind.CONFIRM: translate("ArticleWords", "确认审改"),
    }


def journal_kinds() -> Mapping[str, str]:
    """Return why a text was set aside, by the kinds of the journal."""
    return {
        "saved": translate("ArticleWords", "自动保存"),
        "refused": translate("ArticleWords", "没存上的文字"),
        "met": translate("ArticleWords", "对方先存的文字"),
        "taken_over": translate("ArticleWords", "被接手时的文字"),
        "amending": translate("ArticleWords", "审改中的文字"),
        "before_merge": translate("ArticleWords", "并入更正前的文字"),
    }


def event_words() -> Mapping[str, tuple[str, Tone]]:
    """Return the word and the tone for each verb of the trail that a reader of the timeline needs."""
    return {
        "submit": (translate("ArticleWords", "送审"), Tone.PLAIN),
        "recall": (translate("ArticleWords", "撤回"), Tone.PLAIN),
        "return": (translate("ArticleWords", "退回"), Tone.RETURNED),
        "approve": (translate("ArticleWords", "通过"), Tone.OK),
        "hand_over": (translate("ArticleWords", "转交"), Tone.WAIT),
        "amend": (translate("ArticleWords", "审改"), Tone.WAIT),
        "confirm": (translate("ArticleWords", "确认审改"), Tone.OK),
        "sign": (translate("ArticleWords", "撰稿人签字"), Tone.OK),
        "take_over": (translate("ArticleWords", "接手编辑"), Tone.WAIT),
        "schedule": (translate("ArticleWords", "定时"), Tone.OK),
        "deschedule": (translate("ArticleWords", "取消定时"), Tone.PLAIN),
        "schedule_refused": (translate("ArticleWords", "定时未发"), Tone.RETURNED),
        "publish": (translate("ArticleWords", "签发"), Tone.LIVE),
        "migrated": (translate("ArticleWords", "迁入"), Tone.LIVE),
        "withdraw": (translate("ArticleWords", "撤稿"), Tone.RETURNED),
        "reinstate": (translate("ArticleWords", "恢复上线"), Tone.LIVE),
        "update": (translate("ArticleWords", "开始改稿"), Tone.PLAIN),
        "correct": (translate("ArticleWords", "开始更正"), Tone.PLAIN),
        "merge": (translate("ArticleWords", "并入更正"), Tone.WAIT),
        "abandon": (translate("ArticleWords", "弃稿"), Tone.PLAIN),
        "restore": (translate("ArticleWords", "从回收站恢复"), Tone.PLAIN),
        "revision": (translate("ArticleWords", "存为一稿"), Tone.PLAIN),
    }


def field_labels() -> tuple[str, ...]:
    """Return the labels that ``reading.as_text`` asks for, in its order."""
    return (
        translate("ArticleWords", "引题"),
        translate("ArticleWords", "标题"),
        translate("ArticleWords", "副题"),
        translate("ArticleWords", "栏目"),
        translate("ArticleWords", "来源"),
        translate("ArticleWords", "通讯员"),
        translate("ArticleWords", "摄影"),
        translate("ArticleWords", "作者"),
        translate("ArticleWords", "信息来源"),
        translate("ArticleWords", "事件日期"),
        translate("ArticleWords", "摘要"),
        translate("ArticleWords", "关键词"),
        translate("ArticleWords", "封面"),
        translate("ArticleWords", "网址名"),
        translate("ArticleWords", "政策信息"),
        translate("ArticleWords", "视频"),
        translate("ArticleWords", "视频封面"),
        translate("ArticleWords", "附件"),
        translate("ArticleWords", "转载"),
    )
