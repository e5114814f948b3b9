"""The house rules that no linter knows: room size and name, Windows first, no blind waiting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = sorted(p for top in ("db", "desktop") for p in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
POSIX_ONLY = {"fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "posix", "syslog", "readline", "crypt"}
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def guarded(node: ast.AST) -> bool:
    """Whether the statement stands for what only some systems have."""
    if isinstance(node, ast.Try):
        return any("ImportError" in ast.unparse(handler.type) for handler in node.handlers if handler.type)
    return isinstance(node, ast.If) and any(word in ast.unparse(node.test) for word in ("platform", "os.name"))


def unguarded(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not guarded(child):
            yield child
            yield from unguarded(child)


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and not node.level:
        return {str(node.module).partition(".")[0]}
    return set()


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_a_room_is_small_and_its_name_says_what_it_is_about(room: Path) -> None:
    if "versions" not in room.parts:  # a migration is as long as its schema
        assert room.read_text(encoding="utf-8").count("\n") <= 400, "two rooms"
    assert room.stem not in VAGUE


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_the_first_line_says_what_the_room_is_for(room: Path) -> None:
    first = room.read_text(encoding="utf-8").partition("\n")[0]
    assert re.match(r'r?"""\S', first)
    assert ast.get_docstring(tree(room))


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_a_room_opens_on_windows(room: Path) -> None:
    found = {name for node in unguarded(tree(room)) for name in imported(node)}
    assert not found & POSIX_ONLY


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_files_are_asked_for_by_the_one_dialog_that_opens_none(room: Path) -> None:
    if room.name != "file_dialogs.py":  # Qt's own looks into what it lists, and an open newsroom loses its locks
        assert "QFileDialog" not in room.read_text(encoding="utf-8")


@pytest.mark.parametrize("test", TESTS, ids=named)
def test_a_test_waits_for_something(test: Path) -> None:
    """Never for a time: too short on a busy machine, too long on every other."""
    for node in ast.walk(tree(test)):
        assert called(node) not in ("qWait", "qSleep"), f"line {getattr(node, 'lineno', 0)}"
        if called(node) == "wait" and isinstance(node, ast.Call):
            blind = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "qtbot"
            assert not blind, f"line {node.lineno}"


def test_the_search_for_unguarded_imports_finds_one() -> None:
    found = {name for node in unguarded(ast.parse("def f():\n    import fcntl")) for name in imported(node)}
    assert found == {"fcntl"}
    assert not [
        n for n in unguarded(ast.parse("try:\n    import pwd\nexcept ImportError:\n    pwd = None")) if imported(n)
    ]
    assert not [n for n in unguarded(ast.parse("if sys.platform != 'win32':\n    import pwd")) if imported(n)]
