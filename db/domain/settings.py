"""The newsroom's own settings: one declared row a key. Values are JSON in the table ``setting``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class SettingKind(StrEnum):
    """How a value is typed in and checked."""

    LINE = "line"
    TEXT = "text"  # several lines
    ADDRESS = "address"  # http(s)://…
    NUMBER = "number"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the newsroom. ``public`` values belong to the site's chrome: a change of one changes every page."""

    name: str
    kind: SettingKind
    default: Any
    title: str
    group: str
    public: bool = True
    smallest: int = 0
    largest: int = 0


_LINE, _TEXT, _ADDRESS = SettingKind.LINE, SettingKind.TEXT, SettingKind.ADDRESS
_NUMBER, _SWITCH = SettingKind.NUMBER, SettingKind.SWITCH

SETTINGS: tuple[Setting, ...] = (
    Setting("newsroom_uid", _LINE, "", "本社标识", "", public=False),  # given once, at 新建
    Setting("site_folder", _LINE, "", "网站文件夹", "", public=False),  # chosen where the site is published
    Setting("site_name", _LINE, "", "网站名称", "网站"),
    Setting("site_domain", _ADDRESS, "", "网站域名", "网站"),
    Setting("site_id_code", _LINE, "", "网站标识码", "网站"),
    Setting("description", _TEXT, "", "网站简介", "网站"),
    Setting("keywords", _LINE, "", "网站关键词", "网站"),
    Setting("theme", _LINE, "default", "主题", "网站", public=False),
    Setting("home_pictures", _NUMBER, 4, "首页图片条数", "首页与列表", smallest=0, largest=8),
    Setting("home_latest", _NUMBER, 7, "首页每个栏目条数", "首页与列表", smallest=1, largest=20),
    Setting("page_size", _NUMBER, 20, "列表每页条数", "首页与列表", smallest=5, largest=100),
    Setting("feed_size", _NUMBER, 20, "订阅源条数", "首页与列表", smallest=5, largest=100),
    Setting("publisher", _LINE, "", "版权所有", "页脚"),
    Setting("copyright_years", _LINE, "", "版权年份", "页脚"),  # typed, never from the clock
    Setting("sponsor", _LINE, "", "主办单位", "页脚"),
    Setting("address", _LINE, "", "地址", "页脚"),
    Setting("postcode", _LINE, "", "邮编", "页脚"),
    Setting("phone", _LINE, "", "电话", "页脚"),
    Setting("fax", _LINE, "", "传真", "页脚"),
    Setting("mail", _LINE, "", "邮箱", "页脚"),
    Setting("icp", _LINE, "", "ICP备案号", "页脚"),
    Setting("police", _LINE, "", "公安备案号", "页脚"),
    Setting("safety_mark", _LINE, "", "安全检测标识", "页脚"),
    Setting("gov_mark", _LINE, "", "党政机关标识编号", "页脚"),
    Setting("find_errors", _SWITCH, False, "网站找错", "页脚"),  # needs the site code
    Setting("submission_mail", _LINE, "", "投稿邮箱", "投稿中心"),
    Setting("submission_text", _TEXT, "", "投稿须知", "投稿中心"),
)

BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}


def public_values(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return every setting that pages are made with: the stored value where it is of its kind, else the default."""
    return {s.name: fitting(s, stored.get(s.name)) for s in SETTINGS if s.public}


def fitting(setting: Setting, value: Any) -> Any:
    """Return ``value`` as the setting's kind wants it, the default where it does not fit."""
    if setting.kind is _SWITCH:
        return value if isinstance(value, bool) else setting.default
    if setting.kind is _NUMBER:
        if not isinstance(value, int) or isinstance(value, bool):
            return setting.default
        return min(max(value, setting.smallest), setting.largest)
    return value.strip() if isinstance(value, str) else setting.default
