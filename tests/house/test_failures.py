"""Every failure that the record or an engine raises has words of its own, in the window and on the command line."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db.actions import write
from db.domain import errors, workflow
from db.domain.errors import DeskError
from db.domain.settings import SETTINGS
from desktop.cli import words as command_line
from desktop.kit import sentences as window

ROOT = Path(__file__).parents[2]
RAISE = ("db", "desktop/intake", "desktop/publishing", "desktop/kit", "desktop/shell")
KINDS = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, DeskError)}
NAMED = ("BadValue", "NotAllowed", "NotApproved", "NotFound", "StoreUnavailable")  # that say which in a word
TELLS = {"window": window.sentence, "command line": command_line.sentence}


@cache
def calls() -> list[tuple[str, ast.Call]]:
    rooms = sorted(room for raises in RAISE for room in (ROOT / raises).rglob("*.py"))
    nodes = (node for room in rooms for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))))
    return [(ast.unparse(node.func).removeprefix("errors."), node) for node in nodes if isinstance(node, ast.Call)]


def values(node: ast.expr) -> list[str]:
    """The words that an argument may stand for; a variable stands for those that are handed to it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    given = ast.unparse(node)
    if given.startswith("Step."):
        return [workflow.Step[given.removeprefix("Step.")]]
    return {
        "field": [str(ast.literal_eval(call.args[0])) for name, call in calls() if name == "rights.name"],
        "name": list(write._LINES),  # of _refuse_bad
        "step": [str(ast.literal_eval(c.args[1])) for name, c in calls() if name == "rights.administrator"],
    }.get(given, [])


def raised() -> set[tuple[str, str, str]]:
    """Kind, and its one or two words: what the record can say went wrong."""
    found = set()
    for name, call in calls():
        if name in NAMED:
            second = values(call.args[1]) if name in ("BadValue", "NotAllowed") and len(call.args) > 1 else []
            found |= {(name, first, other) for first in values(call.args[0]) for other in second or [""]}
    return found


def made(name: str, first: str, second: str) -> DeskError:
    given: dict[str, Any] = {
        "BadValue": (first, second, "青禾"),
        "NotAllowed": (first, second or "role"),
        "NotApproved": (1, first),
        "NotFound": (first,),
        "StoreUnavailable": (first,),
    }
    return KINDS[name](*given[name])


def test_the_failures_of_the_record_are_found() -> None:
    found = raised()
    assert {("BadValue", "short_name", "taken"), ("BadValue", "scheduled_for", "past")} <= found
    assert {("BadValue", "site_name", "empty"), ("NotAllowed", "units", ""), ("NotFound", "journal", "")} <= found
    assert len(found) > 60


@pytest.mark.parametrize("where", TELLS)
@pytest.mark.parametrize("failure", sorted(raised()), ids="-".join)
def test_a_failure_is_told_in_words_alone(where: str, failure: tuple[str, str, str]) -> None:
    text = TELLS[where](made(*failure))
    assert text.endswith(("。", "）")), text
    assert not re.search("[a-z_]{3,}", text.replace("--as", "").replace("caibian check", "")), text
    assert not re.search("联系管理员|联系开发者", text), text


@pytest.mark.parametrize("key", [setting.name for setting in SETTINGS if setting.group])
def test_a_setting_that_does_not_fit_is_called_as_in_its_form(key: str) -> None:
    text = window.sentence(errors.BadValue(key, "format", "青禾"))
    assert not re.search("[a-z_]{3,}", text), text


@pytest.mark.parametrize("where", TELLS)
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"DeskError"}))
def test_every_kind_is_told_by_both(where: str, kind: str) -> None:
    tables = {"window": window._SENTENCES, "command line": command_line._SENTENCES}
    assert KINDS[kind] in tables[where]
