"""What the entries of the audit chain are called, in groups as they are filtered by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.store.audit_log import AuditRow
from desktop.kit.colours import Tone
from desktop.kit.list_delegate import Line
from desktop.kit.times import local_day_time

translate = QCoreApplication.translate
_SHORT = 12  # characters of a digest in a row


def groups() -> Mapping[str, Mapping[str, str]]:
    """Return group -> verb -> word. What is in none of them is called by its verb."""
    return {
        translate("Audit", "写稿与审核"): {
            "write": translate("Audit", "动笔"),
            "revision": translate("Audit", "存为一稿"),
            "submit": translate("Audit", "送审"),
            "recall": translate("Audit", "撤回"),
            "return": translate("Audit", "退回"),
            "approve": translate("Audit", "通过"),
            "sign": translate("Audit", "撰稿人签字"),
            "waive": translate("Audit", "豁免"),
            "take_over": translate("Audit", "接手编辑"),
            "abandon": translate("Audit", "弃稿"),
            "restore": translate("Audit", "从回收站恢复"),
        },
        translate("Audit", "签发与撤稿"): {
            "schedule": translate("Audit", "定时"),
            "deschedule": translate("Audit", "取消定时"),
            "schedule_refused": translate("Audit", "定时未发"),
            "publish": translate("Audit", "签发"),
            "withdraw": translate("Audit", "撤稿"),
            "reinstate": translate("Audit", "恢复上线"),
            "migrated": translate("Audit", "旧站迁入"),
        },
        translate("Audit", "人员与权限"): {
            "person_added": translate("Audit", "添加人员"),
            "person_changed": translate("Audit", "改动人员"),
            "person_retired": translate("Audit", "停用人员"),
            "person_revived": translate("Audit", "恢复人员"),
            "person_locked": translate("Audit", "账号锁定"),
            "password_reset": translate("Audit", "重设密码"),
        },
        translate("Audit", "编辑部设置"): {
            "found": translate("Audit", "新建编辑部"),
            "settings": translate("Audit", "改动设置"),
            "site_folder": translate("Audit", "网站文件夹"),
            "channel_added": translate("Audit", "添加栏目"),
            "channel_changed": translate("Audit", "改动栏目"),
            "scheme_added": translate("Audit", "添加审核流程"),
            "scheme_changed": translate("Audit", "改动审核流程"),
            "unit_added": translate("Audit", "添加供稿单位"),
            "unit_changed": translate("Audit", "改动供稿单位"),
            "template_added": translate("Audit", "添加模板"),
            "template_renamed": translate("Audit", "模板改名"),
            "template_removed": translate("Audit", "删除模板"),
            "asset": translate("Audit", "图片或附件入库"),
            "original": translate("Audit", "留下原图"),
        },
    }


def word_of(verb: str) -> str:
    return next((words[verb] for words in groups().values() if verb in words), verb)


def fact_name(name: str) -> str:
    """Return what a fact is called; one that only a program reads keeps its own name."""
    return {
        "level": translate("Audit", "审级"),
        "opinion": translate("Audit", "意见"),
        "digest": translate("Audit", "稿件摘要"),
        "row": translate("Audit", "原始记录的摘要"),
        "draft": translate("Audit", "在编稿编号"),
        "decision": translate("Audit", "审次编号"),
        "revision": translate("Audit", "稿次编号"),
        "n": translate("Audit", "第几稿"),
        "name": translate("Audit", "名称"),
        "kind": translate("Audit", "种类"),
        "reason": translate("Audit", "原因"),
        "address": translate("Audit", "网址"),
        "at": translate("Audit", "时间"),
        "person": translate("Audit", "人员编号"),
        "login": translate("Audit", "登录名"),
        "roles": translate("Audit", "角色"),
        "levels": translate("Audit", "审级"),
        "was": translate("Audit", "原来"),
        "before": translate("Audit", "改动之前"),
        "now": translate("Audit", "改动之后"),
        "values": translate("Audit", "内容"),
        "folder": translate("Audit", "文件夹"),
        "holder": translate("Audit", "原持有人"),
        "why": translate("Audit", "原因"),
        "exemption": translate("Audit", "豁免"),
        "clock_behind": translate("Audit", "时钟比这时早"),
    }.get(name, name)


def line(row: AuditRow) -> Line:
    """Return an entry as a row of the list."""
    entry = row.entry
    about = row.title or row.number or _facts_short(facts_of(row))
    who = entry.person or translate("Audit", "程序")
    number = translate("Audit", "第 {n} 条").format(n=entry.seq)
    told = tuple(part for part in (who, row.number, number) if part)
    return Line(about or word_of(entry.verb), word_of(entry.verb), tone_of(entry.verb), told, local_day_time(entry.at))


def tone_of(verb: str) -> Tone:
    if verb in ("return", "withdraw", "schedule_refused", "person_locked"):
        return Tone.RETURNED
    if verb in ("approve", "sign", "schedule"):
        return Tone.OK
    return Tone.LIVE if verb in ("publish", "reinstate", "migrated") else Tone.PLAIN


def facts_of(row: AuditRow) -> dict[str, Any]:
    """Return the facts; what is no JSON any more, because somebody changed it, as it stands."""
    try:
        found = json.loads(row.entry.facts)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"": row.entry.facts}


def _facts_short(facts: Mapping[str, Any]) -> str:
    for name in ("name", "site_name", "login", "slug", "folder"):
        if isinstance(value := facts.get(name), str) and value:
            return value
    digest = facts.get("digest")
    return f"#{digest[:_SHORT]}" if isinstance(digest, str) else ""
