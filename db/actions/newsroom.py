"""Founding a newsroom, and its settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects.sqlite import insert as put

from db.actions import channels, people, rights
from db.actions.uid import time_ordered
from db.domain.article import MAX_LINE, MAX_TEXT
from db.domain.channels import ChannelKind
from db.domain.errors import BadValue, NotAllowed
from db.domain.people import Role
from db.domain.revision import to_json
from db.domain.settings import BY_NAME, SettingKind, fitting
from db.schema.newsroom import setting
from db.store import settings, trail
from db.store.unit import Unit


def found(unit: Unit, site_name: str, login: str, name: str, password: str) -> int:
    """Make an empty newsroom usable: its first administrator, a scheme and a channel; return the person's id."""
    site = rights.name("site_name", site_name)
    _put(unit, {"newsroom_uid": time_ordered(unit.now), "site_name": site})
    admin = people.add(unit, login, name, frozenset({Role.ADMIN, Role.EDITOR}), frozenset(), frozenset(), password)
    scheme = channels.add_scheme(unit, name="一审制", levels=1)
    channels.add(unit, kind=ChannelKind.NEWS, name="要闻", slug="news", scheme_id=scheme)
    trail.add(unit, "found", site_name=site)
    return admin


def set_settings(unit: Unit, values: Mapping[str, Any]) -> None:
    """Change settings; what was and what is goes into the trail. Raises BadValue for one that does not fit."""
    rights.administrator(unit, "settings")
    before = settings.every(unit.connection)
    fit = {key: _fitting(key, value) for key, value in values.items()}
    changed = {key: value for key, value in fit.items() if before.get(key) != value}
    if changed:
        _put(unit, changed)
        trail.add(unit, "settings", before={key: before.get(key) for key in changed}, now=changed)


def _fitting(key: str, value: Any) -> Any:
    if key not in BY_NAME:
        raise BadValue(key, "unknown", str(value)[:40])
    fit = fitting(BY_NAME[key], value)
    if type(fit) is not type(value) or fit != (value.strip() if isinstance(value, str) else value):
        raise BadValue(key, "format", str(value)[:40])
    if not isinstance(fit, str):
        return fit
    return rights.text(key, fit, MAX_TEXT if BY_NAME[key].kind is SettingKind.TEXT else MAX_LINE)


def choose_folder(unit: Unit, folder: str) -> None:
    """Remember the folder that the site is published to. Publishers and administrators choose it."""
    if not unit.actor.may(Role.PUBLISHER, Role.ADMIN):
        raise NotAllowed("publish")
    folder = rights.text("folder", folder, MAX_TEXT)
    _put(unit, {"site_folder": folder})
    trail.add(unit, "site_folder", folder=folder)


def _put(unit: Unit, values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        made = put(setting).values(key=key, value=to_json(value))
        unit.connection.execute(made.on_conflict_do_update(index_elements=["key"], set_={"value": made.excluded.value}))
