"""What goes into a document comes out of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.kit.colours import LIGHT
from desktop.kit.rich_text.building import show
from desktop.kit.rich_text.looks import Look
from desktop.kit.rich_text.taking import Taker, blocks_of
from desktop.text.dialect import render
from desktop.text.pieces import pieces, put_together
from desktop.text.settling import settle
from tests.desktop.text.trees import documents


@pytest.fixture(scope="module")
def look(qapp):
    return Look(LIGHT)


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_a_document_holds_the_tree(look, document):
    document = settle(document)
    shown = QTextDocument()
    show(shown, document, look)
    assert settle(blocks_of(shown)) == document


def test_a_text_that_nobody_touched_is_written_as_it_was(look):
    text = "* 一\n* 二\n\n第一行\n第二行\n\n> 引\n\n| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |\n\n<div>原样</div>\n\n尾\n"
    shown = QTextDocument()
    taker = Taker(shown)
    found = pieces(text)
    taker.learn(found)
    show(shown, [block for piece in found for block in piece.blocks], look)
    assert taker.markdown() == put_together(found) == text


def test_a_changed_paragraph_is_written_anew_and_its_neighbours_are_not(look):
    text = "* 一\n* 二\n\n中间\n\n* 三\n"
    shown = QTextDocument()
    taker = Taker(shown)
    found = pieces(text)
    taker.learn(found)
    show(shown, [block for piece in found for block in piece.blocks], look)
    assert taker.markdown() == text
    cursor = QTextCursor(shown.findBlockByNumber(2))
    cursor.insertText("*正*")
    assert taker.markdown() == "* 一\n* 二\n\n\\*正\\*中间\n\n* 三\n"
    assert "<p>*正*中间</p>" in render(taker.markdown())
