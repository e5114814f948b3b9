"""What each kind of fault that verify finds is called."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "trigger_missing": "数据库的规则被去掉了", "trigger_foreign": "数据库里多出一条规则",
    "trigger_changed": "数据库的规则被改过", "chain_gap": "留痕缺了一条", "chain_broken": "留痕前后接不上",
    "entry_changed": "一条留痕被改过", "entry_unreadable": "一条留痕读不懂",
    "time_backwards": "留痕的时间倒退而没有说明",
    "chain_replaced": "留痕与本机上次看到的不是同一条", "chain_cut": "留痕的末尾被截去",
    "revision_changed": "一稿的文字与摘要不符", "revision_missing": "一稿不见了",
    "revision_unrecorded": "一稿没有留痕", "html_changed": "正文网页与摘要不符",
    "html_of_release": "签发的正文网页不是审定的那份", "decision_changed": "一次审核被改过",
    "decision_missing": "一次审核不见了", "decision_unrecorded": "一次审核没有留痕",
    "decision_on_other_text": "审核的不是这一稿", "decision_without_right": "审核的人没有这一审级的权限",
    "decision_not_listed": "审核的人不在流程的名单里", "decision_by_author": "作者审了自己的稿",
    "decision_without_exemption": "审核所凭的例外，流程里没有", "article_missing": "一篇稿件不见了",
    "rights_unrecorded": "人员的权限没有留痕", "scheme_unrecorded": "审核流程的改动没有留痕",
    "channel_unrecorded": "栏目的审核流程没有留痕",
    "decision_at_two_levels": "同一人审了两级", "release_changed": "一次签发被改过",
    "release_missing": "一次签发不见了，或已不是签发时的内容", "release_unrecorded": "一次签发没有留痕",
    "release_of_other_text": "签发的不是这一稿", "release_without_right": "签发的人没有权限",
    "release_without_approval": "签发的稿件没有经过每一级审核", "release_by_author": "作者签发了自己的稿",
    "migrated_not_before": "迁入的稿件日期晚于迁入之日", "author_missing": "一位作者被抹去",
    "author_unrecorded": "一位作者没有留痕", "live_without_release": "线上的稿件没有签发",
    "not_as_released": "稿件的状态与签发不符", "manifest_missing": "网站没有清单",
    "manifest_changed": "网站的清单被改过", "manifest_foreign": "网站属于另一个编辑部",
    "manifest_old": "网站不是最近一次发布的", "theme_missing": "找不到网站所用的主题",
    "chrome_missing": "找不到网站所用的设置", "page_missing": "缺一个页面", "page_changed": "页面被改过",
    "picture_missing": "缺一张图片", "picture_changed": "图片被改过", "file_missing": "缺一个文件",
    "file_changed": "文件被改过", "page_extra": "多出一个没有签发的页面", "file_extra": "多出一个文件",
    "asset_changed": "记录里的一张图片或一个附件不见了，或被改过",
    "lane_changed": "一份改稿或更正的底稿被改过", "lane_not_from_live": "一份改稿或更正不是从线上的一稿开始的",
    "merge_of_other_text": "并入的不是线上的一稿", "release_on_other_base": "签发时线上已是另一稿，没有先并入",
    "note_changed": "一条更正说明被改过",
    "file_foreign": "外来文件", "waiver_missing": "一次豁免不见了", "waiver_changed": "一次豁免被改过",
    "waiver_unrecorded": "一次豁免没有留痕", "submitted_unwaived": "送审的稿件有图片没有替代文字，也没有豁免",
}  # fmt: skip


_TABLES = {
    "revision": "稿次 {key}", "rendered": "正文网页", "decision": "第 {key} 次审核", "release": "第 {key} 次签发",
    "audit": "留痕第 {key} 条", "article": "稿件", "trigger": "规则 {key}", "draft_author": "作者名单",
    "waiver": "第 {key} 次豁免", "reader_note": "第 {key} 次签发的更正说明", "draft": "第 {key} 份在编稿",
}  # fmt: skip
_FACTS = {"level": "第 {value} 审级", "length": "现有 {value} 条"}


def placed(table: str, key: str, facts: Mapping[str, str]) -> str:
    """Return where in the record it is, with what a person can use of the facts."""
    place = _TABLES.get(table, f"{table} {{key}}").format(key=key)
    used = [_FACTS[name].format(value=value) for name, value in facts.items() if name in _FACTS and value]
    return "，".join([place, *used])


def told(kind: str) -> str:
    """Return the words of a kind."""
    return _WORDS.get(kind, kind)
