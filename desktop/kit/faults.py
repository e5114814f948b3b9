"""What each kind of fault that verify finds is called, in the window and on the command line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def told(kind: str) -> str:
    """Return the words of a kind."""
    return _kinds().get(kind, kind)


def placed(table: str, key: str, facts: Mapping[str, str]) -> str:
    """Return where in the record it is, with what a person can use of the facts."""
    words, saying = _tables().get(table), _facts()
    place = words.format(key=key) if words else f"{table} {key}"
    used = [saying[name].format(value=value) for name, value in facts.items() if name in saying and value]
    return translate("Faults", "，").join([place, *used])


def _tables() -> Mapping[str, str]:
    return {
        "revision": translate("Faults", "稿次 {key}"),
        "rendered": translate("Faults", "正文网页"),
        "decision": translate("Faults", "第 {key} 次审核"),
        "release": translate("Faults", "第 {key} 次签发"),
        "audit": translate("Faults", "留痕第 {key} 条"),
        "article": translate("Faults", "稿件"),
        "trigger": translate("Faults", "规则 {key}"),
        "draft_author": translate("Faults", "作者名单"),
        "waiver": translate("Faults", "第 {key} 次豁免"),
        "original": translate("Faults", "图片 {key}"),
        "fact_tick": translate("Faults", "第 {key} 次事实核对"),
        "note": translate("Faults", "第 {key} 条批注"),
        "remark": translate("Faults", "第 {key} 条答复"),
        "reader_note": translate("Faults", "第 {key} 次签发的更正说明"),
        "draft": translate("Faults", "第 {key} 份在编稿"),
    }


def _facts() -> Mapping[str, str]:
    return {
        "level": translate("Faults", "第 {value} 审级"),
        "length": translate("Faults", "现有 {value} 条"),
    }


def _kinds() -> Mapping[str, str]:
    return {
        "trigger_missing": translate("Faults", "数据库的规则被去掉了"),
        "trigger_foreign": translate("Faults", "数据库里多出一条规则"),
        "trigger_changed": translate("Faults", "数据库的规则被改过"),
        "chain_gap": translate("Faults", "留痕缺了一条"),
        "chain_broken": translate("Faults", "留痕前后接不上"),
        "entry_changed": translate("Faults", "一条留痕被改过"),
        "entry_unreadable": translate("Faults", "一条留痕读不懂"),
        "time_backwards": translate("Faults", "留痕的时间倒退而没有说明"),
        "chain_replaced": translate("Faults", "留痕与本机上次看到的不是同一条"),
        "chain_cut": translate("Faults", "留痕的末尾被截去"),
        "revision_changed": translate("Faults", "一稿的文字与摘要不符"),
        "revision_missing": translate("Faults", "一稿不见了"),
        "revision_unrecorded": translate("Faults", "一稿没有留痕"),
        "html_changed": translate("Faults", "正文网页与摘要不符"),
        "html_of_release": translate("Faults", "签发的正文网页不是审定的那份"),
        "decision_changed": translate("Faults", "一次审核被改过"),
        "decision_missing": translate("Faults", "一次审核不见了"),
        "decision_unrecorded": translate("Faults", "一次审核没有留痕"),
        "decision_on_other_text": translate("Faults", "审核的不是这一稿"),
        "decision_without_right": translate("Faults", "审核的人没有这一审级的权限"),
        "decision_not_listed": translate("Faults", "审核的人不在流程的名单里"),
        "decision_by_author": translate("Faults", "作者审了自己的稿"),
        "decision_without_exemption": translate("Faults", "审核所凭的例外，流程里没有"),
        "article_missing": translate("Faults", "一篇稿件不见了"),
        "rights_unrecorded": translate("Faults", "人员的权限没有留痕"),
        "scheme_unrecorded": translate("Faults", "审核流程的改动没有留痕"),
        "channel_unrecorded": translate("Faults", "栏目的审核流程没有留痕"),
        "decision_at_two_levels": translate("Faults", "同一人审了两级"),
        "release_changed": translate("Faults", "一次签发被改过"),
        "release_missing": translate("Faults", "一次签发不见了，或已不是签发时的内容"),
        "release_unrecorded": translate("Faults", "一次签发没有留痕"),
        "release_of_other_text": translate("Faults", "签发的不是这一稿"),
        "release_without_right": translate("Faults", "签发的人没有权限"),
        "release_without_approval": translate("Faults", "签发的稿件没有经过每一级审核"),
        "release_by_author": translate("Faults", "作者签发了自己的稿"),
        "migrated_not_before": translate("Faults", "迁入的稿件日期晚于迁入之日"),
        "author_missing": translate("Faults", "一位作者被抹去"),
        "author_unrecorded": translate("Faults", "一位作者没有留痕"),
        "live_without_release": translate("Faults", "线上的稿件没有签发"),
        "not_as_released": translate("Faults", "稿件的状态与签发不符"),
        "manifest_missing": translate("Faults", "网站没有清单"),
        "manifest_changed": translate("Faults", "网站的清单被改过"),
        "manifest_foreign": translate("Faults", "网站属于另一个编辑部"),
        "manifest_old": translate("Faults", "网站不是最近一次发布的"),
        "theme_missing": translate("Faults", "找不到网站所用的主题"),
        "chrome_missing": translate("Faults", "找不到网站所用的设置"),
        "page_missing": translate("Faults", "缺一个页面"),
        "page_changed": translate("Faults", "页面被改过"),
        "picture_missing": translate("Faults", "缺一张图片"),
        "picture_changed": translate("Faults", "图片被改过"),
        "file_missing": translate("Faults", "缺一个文件"),
        "file_changed": translate("Faults", "文件被改过"),
        "page_extra": translate("Faults", "多出一个没有签发的页面"),
        "file_extra": translate("Faults", "多出一个文件"),
        "asset_changed": translate("Faults", "记录里的一张图片或一个附件不见了，或被改过"),
        "file_foreign": translate("Faults", "外来文件"),
        "waiver_missing": translate("Faults", "一次豁免不见了"),
        "waiver_changed": translate("Faults", "一次豁免被改过"),
        "waiver_unrecorded": translate("Faults", "一次豁免没有留痕"),
        "submitted_unwaived": translate("Faults", "送审的稿件有图片没有替代文字，也没有豁免"),
        "rendition_missing": translate("Faults", "签发的一张图片，记录里没有它的这个尺寸"),
        "rendition_lost": translate("Faults", "签发的一张图片，文件不见了"),
        "rendition_changed": translate("Faults", "签发的一张图片被改过"),
        "original_missing": translate("Faults", "一张图片所留的原图不见了"),
        "original_changed": translate("Faults", "一张图片所留的原图被换过"),
        "original_unrecorded": translate("Faults", "一张图片所留的原图没有留痕"),
        "tick_missing": translate("Faults", "一次事实核对不见了"),
        "tick_changed": translate("Faults", "一次事实核对被改过"),
        "tick_unrecorded": translate("Faults", "一次事实核对没有留痕"),
        "tick_without_right": translate("Faults", "核对事实的人没有这一审级的权限"),
        "approved_unchecked": translate("Faults", "通过时，流程要求核对的事实没有全部核对"),
        "decision_without_delegation": translate("Faults", "代审的人当时没有代审的权限"),
        "delegation_changed": translate("Faults", "一次代审安排被改过"),
        "delegation_missing": translate("Faults", "一次代审安排不见了"),
        "delegation_unrecorded": translate("Faults", "一次代审安排没有留痕"),
        "delegation_without_right": translate("Faults", "安排代审的人没有权限"),
        "decision_unseen": translate("Faults", "成批通过的稿件没有从头看过"),
        "sight_changed": translate("Faults", "一条读过的记录没有留痕或被改过"),
        "decision_unconfirmed": translate("Faults", "审改还没有确认就作了决定"),
        "amendment_changed": translate("Faults", "一次审改被改过"),
        "amendment_missing": translate("Faults", "一次审改不见了"),
        "amendment_unrecorded": translate("Faults", "一次审改没有留痕"),
        "amendment_of_other_text": translate("Faults", "审改的不是这一稿"),
        "amendment_without_right": translate("Faults", "审改的人没有这一审级的权限"),
        "confirmation_changed": translate("Faults", "一次审改确认被改过"),
        "confirmation_missing": translate("Faults", "一次审改确认不见了"),
        "confirmation_unrecorded": translate("Faults", "一次审改确认没有留痕"),
        "confirmation_of_other_text": translate("Faults", "确认的不是审改的文字"),
        "confirmation_without_right": translate("Faults", "确认审改的人没有权限"),
        "note_missing": translate("Faults", "一条批注不见了"),
        "note_changed": translate("Faults", "一条批注被改过"),
        "reader_note_changed": translate("Faults", "一条更正说明被改过"),
        "note_unrecorded": translate("Faults", "一条批注没有留痕"),
        "remark_missing": translate("Faults", "批注的一条答复不见了"),
        "remark_changed": translate("Faults", "批注的一条答复被改过"),
        "remark_unrecorded": translate("Faults", "批注的一条答复没有留痕"),
        "decision_over_notes": translate("Faults", "还有批注没解决就通过了"),
        "lane_changed": translate("Faults", "一份改稿或更正的底稿被改过"),
        "lane_not_from_live": translate("Faults", "一份改稿或更正不是从线上的一稿开始的"),
        "merge_of_other_text": translate("Faults", "并入的不是线上的一稿"),
        "release_on_other_base": translate("Faults", "签发时线上已是另一稿，没有先并入"),
    }
