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


def setting_groups() -> Mapping[str, str]:
    """Return what the groups of settings are called, by the name that the record gives them."""
    return {
        "site": translate("Settings", "网站"),
        "lists": translate("Settings", "首页与列表"),
        "foot": translate("Settings", "页脚"),
        "submissions": translate("Settings", "投稿中心"),
        "pictures": translate("Settings", "图片"),
        "tidy": translate("Settings", "一键排版时改哪些"),
    }
