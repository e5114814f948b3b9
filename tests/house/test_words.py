"""What a person reads goes through tr(), and English knows all of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
SEEN = [p for top in ("kit", "screens", "shell") for p in (ROOT / "desktop" / top).rglob("*.py")]
SEEN = sorted([*SEEN, ROOT / "desktop" / "bootstrap.py"])
HAN = re.compile("[\u4e00-\u9fff]")
SLOT = re.compile(r"\{[^}]*\}")
TYPED_OR_MEASURED = {  # what people type and nobody is shown
    ("kit/date_field.py", "_NEAR"),
    ("kit/date_field.py", "_FORMS"),
    ("kit/list_delegate.py", "chip_size"),
    ("kit/when.py", "_CLOCK"),
    ("shell/warming.py", "words"),
}


def named(path: Path) -> str:
    return path.relative_to(ROOT / "desktop").as_posix()


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def assigned(node: ast.AST) -> str:
    is_one = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    return node.targets[0].id if is_one else ""


def untranslated(tree: ast.AST, room: str) -> Iterator[ast.Constant]:
    """Chinese in the code that tr() does not see; docstrings are for who reads the code."""
    body = list(getattr(tree, "body", [])) if isinstance(getattr(tree, "body", None), list) else []
    docstring = body[0] if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) else None
    for child in ast.iter_child_nodes(tree):
        if child is docstring or called(child) in ("tr", "translate"):
            continue
        if (room, called(child) or assigned(child)) in TYPED_OR_MEASURED:
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str) and HAN.search(child.value):
            yield child
        yield from untranslated(child, room)


@pytest.mark.parametrize("room", SEEN, ids=named)
def test_chinese_is_only_written_where_it_can_be_translated(room: Path) -> None:
    tree = ast.parse(room.read_text(encoding="utf-8"))
    found = [f"line {node.lineno}: {node.value}" for node in untranslated(tree, named(room))]
    assert not found


@pytest.mark.parametrize("room", SEEN, ids=named)
def test_words_for_translators_are_written_where_they_are_asked_for(room: Path) -> None:
    """A variable, an f-string or a choice inside tr() is found by no translator."""
    for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or called(node) not in ("tr", "translate"):
            continue
        if called(node) == "tr" or len(node.args) > 1:  # a str has a translate() too, of one argument
            for given in node.args:
                assert isinstance(given, ast.Constant), f"line {node.lineno}: {ast.unparse(given)}"


@pytest.mark.parametrize("room", SEEN, ids=named)
def test_words_for_translators_stand_outside_f_strings(room: Path) -> None:
    """lupdate does not look into them."""
    for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            assert not any(called(inner) == "tr" for inner in ast.walk(node)), f"line {node.lineno}"


def test_the_search_for_untranslated_words_finds_one() -> None:
    code = 'def f():\n    """说明"""\n    return self.tr("稿件"), f"共 {n} 篇"'
    assert [node.value for node in untranslated(ast.parse(code), "")] == ["共 ", " 篇"]


def asked(node: ast.AST, owner: str = "") -> Iterator[tuple[str, str]]:
    """Every (context, words) that tr() and translate() are given; the context of tr() is its class."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and called(child) == "translate" and len(child.args) > 1:
            yield ast.literal_eval(child.args[0]), ast.literal_eval(child.args[1])
        elif isinstance(child, ast.Call) and called(child) == "tr":
            yield owner, ast.literal_eval(child.args[0])
        yield from asked(child, child.name if isinstance(child, ast.ClassDef) else owner)


def messages() -> dict[tuple[str, str], ElementTree.Element]:
    root = ElementTree.parse(ROOT / "resources" / "i18n" / "caibian_en.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_english_knows_every_word_and_no_other() -> None:
    """What lacks: run the two lines of CONTRIBUTING.md, then translate."""
    wanted = {words for room in SEEN for words in asked(ast.parse(room.read_text(encoding="utf-8")))}
    assert not wanted - messages().keys(), "to be added"
    assert not messages().keys() - wanted, "to be dropped"


def test_english_is_finished() -> None:
    for key, message in messages().items():
        translation = message.find("translation")
        assert translation is not None and not translation.get("type") and translation.text, key
        assert set(SLOT.findall(key[1])) == set(SLOT.findall(translation.text)), key
        assert not HAN.search(translation.text), key
        assert translation.text.count("\n") == key[1].count("\n"), key


def test_the_compiled_english_is_the_written_one() -> None:
    """Else: pyside6-lrelease resources/i18n/caibian_en.ts."""
    translator = QTranslator()
    assert translator.load(str(ROOT / "resources" / "i18n" / "caibian_en.qm"))
    for (context, source), message in messages().items():
        assert translator.translate(context, source) == message.findtext("translation"), (context, source)
