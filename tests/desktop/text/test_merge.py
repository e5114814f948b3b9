"""Two texts that grew from one are put together; what meets is a person's to decide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.merge import Agreed, Conflict, conflicts, merge, merged_text

BASE = "今年以来，全县改造老旧小区48个。\n\n惠及居民4,210户。\n\n- 一是问需于民。\n- 二是长效管理。\n"


def test_what_only_one_changed_is_taken():
    mine = BASE.replace("48个", "49个")
    assert merged_text(merge(BASE, mine, BASE)) == merged_text(merge(BASE, BASE, mine)) == mine


def test_changes_of_different_paragraphs_stand_together():
    mine, theirs = BASE.replace("48个", "49个"), BASE.replace("长效管理", "建管并重")
    wanted = mine.replace("长效管理", "建管并重")
    assert merged_text(merge(BASE, mine, theirs)) == wanted


def test_items_next_to_each_other_are_changed_by_two():
    mine, theirs = BASE.replace("问需于民", "问计于民"), BASE.replace("长效管理", "建管并重")
    assert merged_text(merge(BASE, mine, theirs)) == mine.replace("长效管理", "建管并重")


def test_changes_of_one_paragraph_that_do_not_meet_stand_together():
    mine, theirs = BASE.replace("今年以来", "今年1月以来"), BASE.replace("48个", "49个")
    assert merged_text(merge(BASE, mine, theirs)) == mine.replace("48个", "49个")


def test_one_change_that_both_made_is_made_once():
    both = BASE.replace("48个", "49个")
    assert merged_text(merge(BASE, both, both)) == both


def test_two_changes_of_one_figure_never_make_a_third():
    mine, theirs = BASE.replace("4,210", "4,120"), BASE.replace("4,210", "4,219")
    [open_] = conflicts(merge(BASE, mine, theirs))
    assert open_ == Conflict("惠及居民4,210户。\n", "惠及居民4,120户。\n", "惠及居民4,219户。\n")


def test_a_paragraph_that_one_removed_and_the_other_changed_is_shown_to_a_person():
    mine, theirs = BASE.replace("惠及居民4,210户。\n\n", ""), BASE.replace("4,210", "4,120")
    parts = merge(BASE, mine, theirs)
    assert merged_text(parts) is None
    assert conflicts(parts)[0].theirs.startswith("惠及居民4,120户。")


def test_two_paragraphs_put_in_at_one_place_are_a_conflict():
    mine, theirs = BASE.replace("惠及", "甲段。\n\n惠及"), BASE.replace("惠及", "乙段。\n\n惠及")
    assert conflicts(merge(BASE, mine, theirs))


def test_an_emoji_of_several_code_points_is_never_cut():
    base = "祝贺👨‍👩‍👧‍👦一家\n"
    mine, theirs = base.replace("👨‍👩‍👧‍👦", "👨‍👩‍👧"), base.replace("一家", "全家")
    for part in merge(base, mine, theirs):
        texts = (part.text,) if isinstance(part, Agreed) else (part.base, part.mine, part.theirs)
        assert not any(text.startswith("\u200d") or text.endswith("\u200d") for text in texts)


LINES = st.lists(st.text(alphabet="一二三四12,.\u0301a", max_size=8), max_size=7)


@st.composite
def grown(draw):
    """A text, and two that grew from it by changing, putting in and taking out lines."""
    base = draw(LINES)
    sides = []
    for _ in range(2):
        side = list(base)
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(side)))
            kind = draw(st.sampled_from("crp"))
            if kind == "p" or at == len(side):
                side.insert(at, draw(st.text(alphabet="五六七89b", max_size=6)))
            elif kind == "c":
                side[at] += draw(st.text(alphabet="五六七89b", min_size=1, max_size=3))
            else:
                del side[at]
        sides.append(side)
    return tuple("".join(line + "\n" for line in side) for side in (base, *sides))


def told(parts, side):
    return "".join(part.text if isinstance(part, Agreed) else getattr(part, side) for part in parts)


@settings(max_examples=600, deadline=None)
@given(texts=grown())
def test_nothing_is_lost_and_nothing_is_decided_alone(texts):
    base, mine, theirs = texts
    parts = merge(base, mine, theirs)
    assert told(merge(base, mine, base), "mine") == mine
    assert told(merge(base, base, theirs), "mine") == theirs
    assert told(merge(base, mine, mine), "mine") == mine
    turned = merge(base, theirs, mine)
    assert told(parts, "theirs") == told(turned, "mine")
    assert [(c.base, c.mine, c.theirs) for c in conflicts(parts)] == [
        (c.base, c.theirs, c.mine) for c in conflicts(turned)
    ]
    for conflict in conflicts(parts):
        assert conflict.mine != conflict.theirs
        assert conflict.base not in (conflict.mine, conflict.theirs)
    if not conflicts(parts):
        assert set(told(parts, "mine")) <= set(base + mine + theirs)


@settings(max_examples=200, deadline=None)
@given(whose=st.lists(st.sampled_from("nmt"), min_size=1, max_size=12))
def test_paragraphs_that_one_of_the_two_changed_all_stand_as_they_were_changed(whose):
    def text(*changed):
        return "\n\n".join(f"第{n}段写的是{n * 37}件事{'，改过' * (who in changed)}。" for n, who in enumerate(whose))

    assert merged_text(merge(text(), text("m"), text("t"))) == text("m", "t")


@pytest.mark.parametrize(
    "texts", [("", "", ""), ("", "新\n", ""), ("", "", "新\n"), ("旧\n", "", ""), ("旧", "旧的", "旧")]
)
def test_the_smallest_texts(texts):
    assert merged_text(merge(*texts)) is not None
