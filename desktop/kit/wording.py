"""The record's own terms in the language of the window: levels of a review, settings, names in a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from db.domain.settings import KEEP_ORIGINALS, PICTURE_EDGE, TIDY

translate = QCoreApplication.translate


def level_name(level: int, levels: int) -> str:
    """Return what a level is called: one level is 审核; of two they are 初审 and 终审."""
    if levels == 1:
        return translate("Wording", "审核")
    if level == levels:
        return translate("Wording", "终审")
    return translate("Wording", "初审") if level == 1 else translate("Wording", "复审")


def listed(words: Iterable[str]) -> str:
    """Return ``甲、乙``."""
    return translate("Wording", "、").join(words)


def spoken(parts: Iterable[str]) -> str:
    """Return ``甲，乙``: what a screen reader says in one breath; empty parts are left out."""
    return translate("Wording", "，").join(part for part in parts if part)


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
        PICTURE_EDGE: translate("Settings", "图片长边上限（像素）"),
        KEEP_ORIGINALS: translate("Settings", "保留原图"),
        **{TIDY + rule: title for rule, title in tidy_titles().items()},
    }


def tidy_titles() -> Mapping[str, str]:
    """Return what each rule of 一键排版 is called."""
    return {
        "indents": translate("Tidy", "段首空格"),
        "blanks": translate("Tidy", "空段和空行"),
        "alnum": translate("Tidy", "全角数字和字母"),
        "quotes": translate("Tidy", "引号"),
        "ellipses": translate("Tidy", "省略号"),
        "dashes": translate("Tidy", "破折号"),
        "punctuation": translate("Tidy", "半角标点"),
        "han_latin": translate("Tidy", "汉字与字母、数字之间的空格"),
        "han_spaces": translate("Tidy", "汉字之间的空格"),
        "spaces": translate("Tidy", "重复的和段尾的空格"),
    }
