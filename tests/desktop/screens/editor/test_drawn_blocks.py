"""The preview draws again what changed, and nothing else."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QTextDocument

from desktop.screens.editor.drawn_blocks import DrawnBlocks
from desktop.text.blocks import render_blocks

FIGURE = f'![图](asset:{"a" * 64} "图说")'
SAMPLES = (
    "普通一段文字。", "## 小标题", "**粗** 体", "- 甲\n- 乙", "1. 一\n2. 二", "> 引文\n>\n> 第二段", "> - 引里\n> - 二",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", "---", "```\ncode\n```", FIGURE, "[空]: http://example.invalid/", "另一段。",
)  # fmt: skip


def pieces(texts):
    return [block.html for text in texts for block in render_blocks(text)]


@pytest.mark.parametrize("seed", range(4))
def test_a_document_changed_piece_by_piece_is_the_one_that_is_drawn_at_once(qtbot, seed):
    chance = random.Random(seed)
    changed = QTextDocument()
    drawn, texts = DrawnBlocks(changed), list(SAMPLES[:6])
    for _step in range(60):
        at = chance.randrange(len(texts))
        texts[at : at + chance.randrange(2)] = [chance.choice(SAMPLES) for _ in range(chance.randrange(3))]
        texts = texts or ["一段。"]
        html = pieces(texts)
        drawn.show(html)
        whole = QTextDocument()
        at_once = DrawnBlocks(whole)
        at_once.show(html)
        assert changed.toHtml() == whole.toHtml()
        assert [drawn.place(n) for n in range(len(html))] == [at_once.place(n) for n in range(len(html))]


def test_one_block_of_a_long_text_is_replaced_within_its_own_range(qtbot):
    texts = [f"第{n}段，青禾县把老旧小区改造作为民生实事，聚焦供水停车照明。" * 6 for n in range(300)]
    assert sum(map(len, texts)) > 50_000
    document = QTextDocument()
    document.documentLayout()  # without one Qt tells of no changes
    drawn = DrawnBlocks(document)
    drawn.show(pieces(texts))
    start, end = drawn.place(150)
    texts[150] = texts[150].replace("停车", "停车和充电", 1)
    touched: list[tuple[int, int, int]] = []
    document.contentsChange.connect(lambda *change: touched.append(change))
    drawn.show(pieces(texts))
    assert touched
    for position, removed, added in touched:
        assert start - 1 <= position and position + removed <= end
        assert position + added <= drawn.place(150)[1]


def test_a_text_that_did_not_change_is_not_touched(qtbot):
    document = QTextDocument()
    document.documentLayout()  # without one Qt tells of no changes
    drawn = DrawnBlocks(document)
    drawn.show(pieces(SAMPLES))
    touched: list[tuple[int, int, int]] = []
    document.contentsChange.connect(lambda *change: touched.append(change))
    drawn.show(pieces(SAMPLES))
    assert not touched
