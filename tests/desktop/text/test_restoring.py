"""One paragraph is brought back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.diff import compare
from desktop.text.restoring import may_restore, restore

OLD = "第一段写的是河。\n\n第二段写的是渠，共48条。\n\n- 甲项\n- 乙项\n\n第三段写的是桥。\n"


def brought_back(new, words, old=OLD):
    found = compare(old, new)
    [at] = [n for n, line in enumerate(found) if may_restore(line) and words in line.old]
    return restore(found, at)


def test_a_changed_paragraph_is_what_it_was():
    assert brought_back(OLD.replace("48", "49").replace("桥", "坝"), "第二段") == OLD.replace("桥", "坝")


def test_a_removed_paragraph_stands_at_its_place_again():
    assert brought_back(OLD.replace("第二段写的是渠，共48条。\n\n", ""), "第二段") == OLD
    assert brought_back("第一段写的是河。\n\n第三段写的是桥。\n", "第二段") == (
        "第一段写的是河。\n\n第二段写的是渠，共48条。\n\n第三段写的是桥。\n"
    )


def test_an_item_goes_back_into_its_list():
    assert brought_back(OLD.replace("- 乙项\n", ""), "乙项") == OLD


def test_a_moved_paragraph_goes_back_and_is_there_once():
    lines = [line for line in OLD.split("\n") if "第二段" not in line]
    made = brought_back("\n".join(lines) + "\n第二段写的是渠，共48条。\n", "第二段")
    assert made.count("第二段") == 1
    assert made.index("第二段") < made.index("甲项")


LINES = st.lists(
    st.sampled_from(["", "一二三四五六七八九", "- 项", "> 引", "| 表 |", "十一十二", "甲乙丙丁1,234"]), max_size=8
)


@settings(max_examples=300, deadline=None)
@given(old=LINES, new=LINES)
def test_no_line_of_the_later_text_is_lost_but_the_one_that_was_replaced(old, new):
    found = compare("\n".join(old), "\n".join(new))
    for at, paragraph in enumerate(found):
        if may_restore(paragraph):
            made = [line for line in restore(found, at).split("\n") if line]
            assert paragraph.old in made
            kept = [line for line in new if line and line != paragraph.new and not paragraph.move]
            assert all(line in made for line in kept)


@pytest.mark.parametrize("at", [0])
def test_what_is_the_same_needs_nothing(at):
    assert not may_restore(compare("一", "一")[at])
