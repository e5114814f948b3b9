"""What is tidied is written into the document where it stands, as one step, and the caret stays."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.kit.colours import LIGHT
from desktop.kit.rich_text.building import show
from desktop.kit.rich_text.looks import Look
from desktop.kit.rich_text.replacing import replace_leaves, spare_blocks
from desktop.kit.rich_text.taking import Taker, blocks_of, leaves
from desktop.text.settling import settle
from desktop.text.tidy import ALL, tidy
from desktop.text.tidying import tidy_leaves
from desktop.text.tree import Break, Figure, Listing, Mark, Paragraph, Plain, Quote, Run, Table
from tests.desktop.text.trees import documents

BOLD = (Mark("strong"),)


@pytest.fixture(scope="module")
def look(qapp):
    return Look(LIGHT)


def shown(blocks, look):
    document = QTextDocument()
    Taker(document)
    show(document, blocks, look)
    return document


def tidied(document, look, at=0):
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    replace_leaves(cursor, tidy_leaves(leaves(document), ALL).leaves, look, empty=True)
    return cursor


def paragraph(*runs):
    return Paragraph(tuple(run if isinstance(run, Run) else Run(run) for run in runs))


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_the_document_says_what_the_rules_say_and_one_undo_takes_it_back(look, document):
    made = shown(settle(document), look)
    before = blocks_of(made)
    tidied(made, look)
    assert blocks_of(made) == tidy(before).blocks
    assert tidy_leaves(leaves(made), ALL).changes == (), "nothing is left the second time"
    if made.isUndoAvailable():
        made.undo()
        assert not made.isUndoAvailable()
    assert blocks_of(made) == before


def test_marks_tables_figures_lists_and_quotes_keep_their_form(look):
    made = shown(
        [
            paragraph("　　会议", Run("要求,", BOLD), "各地:“抓好"),
            Listing(
                None,
                (
                    (Plain((Run("甲,乙"),)),),
                    (
                        Plain(
                            (Run("丙 , 丁"), Break(), Run("戊")),
                        ),
                    ),
                ),
            ),
            Quote((paragraph("引 文,好"),)),
            Table(("", "center"), (((Run("表,头"),), ()), ((Run("１２"),), (Run("乙", BOLD),)))),
            Figure("asset:" + "a" * 64, "", "图,说", "方一鸣 摄"),
        ],
        look,
    )
    before = blocks_of(made)
    tidied(made, look)
    after = blocks_of(made)
    assert after == tidy(before).blocks != before
    assert after[0].line[:2] == (Run("会议"), Run("要求，", BOLD)) and after[3].rows[0][0] == (Run("表，头"),)
    assert after[4] == Figure("asset:" + "a" * 64, "", "图，说", "方一鸣 摄")
    made.undo()
    assert blocks_of(made) == before and not made.isUndoAvailable()


def test_blocks_that_nothing_changes_are_not_touched(look):
    made = shown([paragraph("甲。"), paragraph("乙,丙"), paragraph("丁。")], look)
    told = []
    made.documentLayout()
    made.contentsChange.connect(lambda at, removed, added: told.append((at, removed, added)))
    tidied(made, look)
    ((at, _removed, added),) = told
    assert at >= 3 and at + added <= 7


@pytest.mark.parametrize(
    ("text", "at", "after"),
    [
        ("　　会议要求,各地", 6, "会议要求"),
        ("　　会议要求,各地", 7, "会议要求，"),
        ('他说:"好"。', 4, "他说：“"),
        ("𠮷林 ABC 三，", 9, "𠮷林ABC三"),
        ("会议 ", 3, "会议"),
    ],
)
def test_the_caret_stays_between_its_letters(look, text, at, after):
    made = shown([paragraph("前,面"), paragraph(text), paragraph("后,面")], look)
    cursor = tidied(made, look, 4 + at)
    before = QTextCursor(cursor)
    before.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert before.selectedText() == after


def test_empty_paragraphs_go_where_the_document_can_do_without(look):
    table = Table(("",), (((Run("表"),),), ((Run("一"),),)))
    empty = Paragraph(())
    blocks = [empty, paragraph("一"), empty, empty, paragraph("二"), table, empty, paragraph("三"), empty, table, empty]
    made = shown(blocks, look)
    kept = blocks_of(made)
    assert len(spare_blocks(made)) > 3
    tidied(made, look, 3)
    assert blocks_of(made) == kept and spare_blocks(made) == []
    made.undo()
    assert blocks_of(made) == kept and len(spare_blocks(made)) > 3


def test_the_empty_paragraph_behind_a_figure_stays_to_be_written_in(look):
    made = shown([Figure("asset:" + "a" * 64), Paragraph(())], look)
    assert spare_blocks(made) == [] and made.blockCount() == 2
