"""What the roles, kinds and levels are called, in one place. Made when asked for, so that it follows the language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.domain.channels import ChannelKind
from db.domain.people import Person, Role
from desktop.kit.wording import listed

translate = QCoreApplication.translate


def roles() -> list[tuple[Role, str]]:
    return [
        (Role.CONTRIBUTOR, translate("Preferences", "通讯员")), (Role.EDITOR, translate("Preferences", "编辑")),
        (Role.REVIEWER, translate("Preferences", "审核")), (Role.PUBLISHER, translate("Preferences", "签发")),
        (Role.ADMIN, translate("Preferences", "管理员")),
    ]  # fmt: skip


def levels() -> list[tuple[int, str]]:
    return [
        (1, translate("Preferences", "第一级")), (2, translate("Preferences", "第二级")),
        (3, translate("Preferences", "第三级")),
    ]  # fmt: skip


def kinds() -> list[tuple[ChannelKind, str]]:
    return [
        (ChannelKind.NEWS, translate("Preferences", "文章")), (ChannelKind.VIDEO, translate("Preferences", "视频")),
        (ChannelKind.POLICY, translate("Preferences", "政策法规")),
        (ChannelKind.TOPIC, translate("Preferences", "专题")), (ChannelKind.PAGE, translate("Preferences", "单页")),
    ]  # fmt: skip


def roles_of(person: Person) -> str:
    """Return ``编辑、审核``."""
    return listed(words for role, words in roles() if role in person.roles)


def setting_titles() -> Mapping[str, str]:
    """Return what each of the newsroom's own settings is called, by its key."""
    return {
        "site_name": translate("Settings", "网站名称"),
        "site_domain": translate("Settings", "网站域名"),
        "site_id_code": translate("Settings", "网站标识码"),
        "description": translate("Settings", "网站简介"),
        "keywords": translate("Settings", "网站关键词"),
        "theme": translate("Settings", "主题"),
        "home_pictures": translate("Settings", "首页图片条数"),
        "home_latest": translate("Settings", "首页每个栏目条数"),
        "page_size": translate("Settings", "列表每页条数"),
        "feed_size": translate("Settings", "订阅源条数"),
        "publisher": translate("Settings", "版权所有"),
        "copyright_years": translate("Settings", "版权年份"),
        "sponsor": translate("Settings", "主办单位"),
        "address": translate("Settings", "地址"),
        "postcode": translate("Settings", "邮编"),
        "phone": translate("Settings", "电话"),
        "fax": translate("Settings", "传真"),
        "mail": translate("Settings", "邮箱"),
        "icp": translate("Settings", "ICP备案号"),
        "police": translate("Settings", "公安备案号"),
        "safety_mark": translate("Settings", "安全检测标识"),
        "gov_mark": translate("Settings", "党政机关标识编号"),
        "find_errors": translate("Settings", "网站找错"),
        "submission_mail": translate("Settings", "投稿邮箱"),
        "submission_text": translate("Settings", "投稿须知"),
    }


def setting_groups() -> Mapping[str, str]:
    """Return what the groups of settings are called, by the name that the record gives them."""
    return {
        "site": translate("Settings", "网站"),
        "lists": translate("Settings", "首页与列表"),
        "foot": translate("Settings", "页脚"),
        "submissions": translate("Settings", "投稿中心"),
    }
