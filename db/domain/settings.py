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
    group: str  # site, lists, foot, submissions, pictures, tidy; empty: not for people to set
    public: bool = True
    smallest: int = 0
    largest: int = 0


#: The rules of 一键排版, as `desktop/text/tidy_rules.py` calls them: each a switch of its own.
TIDY_RULES = (
    "indents", "blanks", "alnum", "quotes", "ellipses", "dashes", "punctuation", "han_latin", "han_spaces", "spaces",
)  # fmt: skip
TIDY = "tidy_"
PICTURE_EDGE = "picture_edge"  # pixels of the longer side of pictures that are taken in
KEEP_ORIGINALS = "keep_originals"  # what is cut or made smaller stays in the record, to begin anew from

_LINE, _TEXT, _ADDRESS = SettingKind.LINE, SettingKind.TEXT, SettingKind.ADDRESS
_NUMBER, _SWITCH = SettingKind.NUMBER, SettingKind.SWITCH

SETTINGS: tuple[Setting, ...] = (
    Setting("newsroom_uid", _LINE, "", "", public=False),  # given once, at 新建
    Setting("site_folder", _LINE, "", "", public=False),  # chosen where the site is published
    Setting("site_name", _LINE, "", "site"),
    Setting("site_domain", _ADDRESS, "", "site"),
    Setting("site_id_code", _LINE, "", "site"),
    Setting("description", _TEXT, "", "site"),
    Setting("keywords", _LINE, "", "site"),
    Setting("theme", _LINE, "default", "site", public=False),
    Setting("home_pictures", _NUMBER, 4, "lists", smallest=0, largest=8),
    Setting("home_latest", _NUMBER, 7, "lists", smallest=1, largest=20),
    Setting("page_size", _NUMBER, 20, "lists", smallest=5, largest=100),
    Setting("feed_size", _NUMBER, 20, "lists", smallest=5, largest=100),
    Setting("publisher", _LINE, "", "foot"),
    Setting("copyright_years", _LINE, "", "foot"),  # typed, never from the clock
    Setting("sponsor", _LINE, "", "foot"),
    Setting("address", _LINE, "", "foot"),
    Setting("postcode", _LINE, "", "foot"),
    Setting("phone", _LINE, "", "foot"),
    Setting("fax", _LINE, "", "foot"),
    Setting("mail", _LINE, "", "foot"),
    Setting("icp", _LINE, "", "foot"),
    Setting("police", _LINE, "", "foot"),
    Setting("safety_mark", _LINE, "", "foot"),
    Setting("gov_mark", _LINE, "", "foot"),
    Setting("find_errors", _SWITCH, False, "foot"),  # needs the site code
    Setting("submission_mail", _LINE, "", "submissions"),
    Setting("submission_text", _TEXT, "", "submissions"),
    Setting(PICTURE_EDGE, _NUMBER, 2560, "pictures", public=False, smallest=1280, largest=5120),
    Setting(KEEP_ORIGINALS, _SWITCH, False, "pictures", public=False),  # off: they show more, and take room
    *(Setting(TIDY + rule, _SWITCH, True, "tidy", public=False) for rule in TIDY_RULES),
)

BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}


def public_values(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return every setting that pages are made with: the stored value where it is of its kind, else the default."""
    return {s.name: fitting(s, stored.get(s.name)) for s in SETTINGS if s.public}


def tidy_rules(stored: Mapping[str, Any]) -> frozenset[str]:
    """Return the rules of 一键排版 that the newsroom has not switched off."""
    return frozenset(rule for rule in TIDY_RULES if fitting(BY_NAME[TIDY + rule], stored.get(TIDY + rule)))


def picture_edge(stored: Mapping[str, Any]) -> int:
    """Return how long pictures may be that are taken in."""
    return int(fitting(BY_NAME[PICTURE_EDGE], stored.get(PICTURE_EDGE)))


def keeps_originals(stored: Mapping[str, Any]) -> bool:
    """Say whether originals of pictures are kept."""
    return bool(fitting(BY_NAME[KEEP_ORIGINALS], stored.get(KEEP_ORIGINALS)))


def fitting(setting: Setting, value: Any) -> Any:
    """Return ``value`` as the setting's kind wants it, the default where it does not fit."""
    if setting.kind is _SWITCH:
        return value if isinstance(value, bool) else setting.default
    if setting.kind is _NUMBER:
        if not isinstance(value, int) or isinstance(value, bool):
            return setting.default
        return min(max(value, setting.smallest), setting.largest)
    return value.strip() if isinstance(value, str) else setting.default
