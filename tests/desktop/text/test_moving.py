"""Blocks that are taken to another place: what was there before is there after, and lists stay lists."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.text.dialect import render
from desktop.text.flat import flatten, gather
from desktop.text.moving import above, below, canonical, moved, unit_at
from desktop.text.pieces import pieces
from desktop.text.reading import read
from desktop.text.settling import settle
from desktop.text.tree import Paragraph, Plain, Source
from desktop.text.writing import write

from .trees import documents

many = settings(
    max_examples=int(os.environ.get("ROUND_TRIPS", "300")), deadline=None, suppress_health_check=list(HealthCheck)
)


def leaves_of(markdown):
    return flatten([block for piece in pieces(markdown) for block in piece.blocks])


def as_text(leaves):
    return write(settle(gather(leaves)))


def take(markdown, leaf, place):
    leaves = leaves_of(markdown)
    made = moved(leaves, unit_at(leaves, leaf), place)
    return None if made is None else as_text(made)


def blocks_in(leaves):
    return Counter(Paragraph(leaf.block.line) if isinstance(leaf.block, Plain) else leaf.block for leaf in leaves)


@many
@given(documents(), st.floats(0, 0.999), st.floats(0, 0.999), st.floats(0, 1))
def test_nothing_is_lost_and_the_page_can_be_written(document, one, other, to):
    leaves = flatten(settle(document))
    if not leaves:
        return
    first, last = sorted(int(share * len(leaves)) for share in (one, other))
    made = moved(leaves, unit_at(leaves, first, last), round(to * len(leaves)))
    if made is None:
        return
    assert blocks_in(made) == blocks_in(leaves)
    assert canonical(made) == made, "each level says itself whether it opens"
    settled = settle(gather(made))
    assert read(render(write(settled))) == settled


@many
@given(documents(), st.floats(0, 0.999))
def test_a_step_down_and_a_step_up_are_within_the_text(document, share):
    leaves = flatten(settle(document))
    if not leaves:
        return
    unit = unit_at(leaves, int(share * len(leaves)))
    up, down = above(leaves, unit), below(leaves, unit)
    assert (up is None) == (unit.first == 0)
    assert (down is None) == (unit.last == len(leaves))
    for place in (up, down):
        assert place is None or moved(leaves, unit, place) is not None or isinstance(
            leaves[unit.first].block, Source
        )  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "leaf", "place", "made"),
    [
        ("甲\n\n乙\n\n丙", 2, 0, "丙\n\n甲\n\n乙"),
        ("甲\n\n乙\n\n丙", 0, 2, "乙\n\n甲\n\n丙"),
        ("- 甲\n- 乙\n- 丙", 2, 0, "- 丙\n- 甲\n- 乙"),
        ("- 甲\n- 乙\n- 丙", 0, 3, "- 乙\n- 丙\n- 甲"),
        ("- 甲\n    - 子\n- 乙", 0, 3, "- 乙\n- 甲\n    - 子"),
        ("- 甲\n    - 子\n    - 丑\n- 乙", 1, 3, "- 甲\n    - 丑\n    - 子\n- 乙"),
        ("3. 甲\n4. 乙", 1, 0, "3. 乙\n4. 甲"),
        ("- 甲\n- 乙\n\n段", 0, 3, "- 乙\n\n段\n\n- 甲"),
        ("> 引\n>\n> 言\n\n段", 0, 3, "> 言\n\n段\n\n引"),
        ("段\n\n> 引\n>\n> 言", 0, 2, "> 引\n>\n> 段\n>\n> 言"),
        ("![](asset:ab)\n\n- 甲\n- 乙", 0, 2, "- 甲\n\n    ![](asset:ab)\n\n- 乙"),
        ("甲\n\n| 一 | 二 |\n| --- | --- |\n| 1 | 2 |", 1, 0, "| 一 | 二 |\n| --- | --- |\n| 1 | 2 |\n\n甲"),
    ],
)
def test_where_a_block_comes_to_stand(markdown, leaf, place, made):
    assert take(markdown, leaf, place) == made


@pytest.mark.parametrize("place", [0, 1])
def test_where_it_stands_already_nothing_moves(place):
    assert take("甲\n\n乙", 0, place) is None


def test_two_lists_do_not_become_one_when_what_parted_them_goes():
    assert take("- 甲\n\n段\n\n- 乙", 1, 0) == "段\n\n- 甲\n\n<!-- -->\n\n- 乙"


def test_what_is_kept_word_for_word_does_not_go_into_a_quote():
    assert take("<div>x</div>\n\n> 引\n>\n> 言", 0, 2) is None
    assert take("<div>x</div>\n\n> 引\n>\n> 言", 0, 3) == "> 引\n>\n> 言\n\n<div>x</div>"


@pytest.mark.parametrize(
    ("markdown", "leaf", "up", "down"),
    [
        ("甲\n\n乙\n\n丙", 1, 0, 3),
        ("- 甲\n    - 子\n- 乙\n- 丙", 2, 0, 4),
        ("段\n\n- 甲\n- 乙\n\n末", 0, None, 3),
        ("段\n\n- 甲\n- 乙\n\n末", 1, 0, 3),
        ("段\n\n- 甲\n- 乙\n\n末", 3, 1, None),
    ],
)
def test_a_step_passes_one_block_or_one_item(markdown, leaf, up, down):
    leaves = leaves_of(markdown)
    unit = unit_at(leaves, leaf)
    assert (above(leaves, unit), below(leaves, unit)) == (up, down)


def test_a_list_behind_what_was_moved_is_one_of_its_own_where_no_item_stands_before_it():
    leaves = leaves_of("- 甲\n\n乙\n\n丙\n\n- 丁\n\n戊\n")
    made = moved(leaves, unit_at(leaves, 0, 1), 3)
    assert made is not None and canonical(made) == made
    assert as_text(made) == "丙\n\n- 甲\n\n乙\n\n- 丁\n\n戊"
