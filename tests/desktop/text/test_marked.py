"""Two texts compared as they are read: words by the one engine; formats, pictures and cells are changes as well."""

from collections import Counter

from hypothesis import given, settings

from desktop.text.dialect import render
from desktop.text.marked import BREAK, ReadLine, Span, compared, read_lines
from desktop.text.plain import plain_from_html

from .hands import documents


def lines(markdown):
    return [(line.sign, line.shape, line.text) for line in read_lines(markdown)]


def changes(old, new):
    found = compared(read_lines(old), read_lines(new))
    return [(line.paragraph.kind, line.formatted) for line in found if line.paragraph.kind != "same" or line.formatted]


def test_each_block_is_a_line_without_a_sign_of_markdown():
    text = "## 小标题\n\n**一是**问需。  \n第二行\n\n- 甲\n- 乙\n\n3. 丙\n4. 丁\n\n> 引文\n\n"
    text += "| 镇 | 户 |\n|---|---|\n| 清河 | **31** |"
    assert lines(text) == [
        ("", "heading2", "小标题"),
        ("", "text", f"一是问需。{BREAK}第二行"),
        ("•", "list", "甲"),
        ("•", "list", "乙"),
        ("3.", "list", "丙"),
        ("4.", "list", "丁"),
        ("", "quote", "引文"),
        ("", "row", "镇 │ 户"),
        ("", "row", "清河 │ 31"),
    ]


def test_marks_stand_beside_the_words():
    assert read_lines("甲**乙**[丙](https://qinghe.example/)") == [
        ReadLine("甲乙丙", "text", "", (Span(1, 2, ("strong",)), Span(2, 3, ("a https://qinghe.example/",))))
    ]


def test_another_format_is_a_change_though_no_word_is_another():
    assert changes("一是问需。", "**一是**问需。") == [("same", True)]
    assert changes("小标题", "## 小标题") == [("same", True)]
    assert changes("甲\n\n乙", "甲\n\n乙") == []


def test_a_cell_that_changed_is_a_change_of_its_row_alone():
    table = "| 镇 | 户 |\n|---|---|\n| 清河 | 31 |\n| 柳湾 | 12 |"
    assert changes(table, table.replace("31", "37")) == [("changed", False)]


def test_another_picture_and_another_caption_are_changes():
    one, other = "a" * 64, "b" * 64
    assert changes(f'![小区](asset:{one} "改造后")', f'![小区](asset:{other} "改造后")') == [("changed", False)]
    assert changes(f'![小区](asset:{one} "改造后")', f'![小区](asset:{one} "改造前")') == [("changed", False)]


def test_an_item_that_only_got_another_number_is_no_change():
    assert changes("1. 甲\n2. 乙", "1. 新\n2. 甲\n3. 乙") == [("added", False)]


@settings(max_examples=60, deadline=None)
@given(documents())
def test_no_letter_that_is_read_is_left_out(text):
    read = Counter(sign for line in read_lines(text) for sign in line.text if sign.isalnum())
    assert not Counter(sign for sign in plain_from_html(render(text)) if sign.isalnum()) - read


def test_a_page_that_an_open_tag_spoils_is_read_by_its_words():
    spoilt = "> * 甲\n>\n>     * 乙\n> * 丙\n>\n>         <b>\n>             再进\n"
    assert "".join(line.text for line in read_lines(spoilt)).replace(" ", "") == "甲乙丙再进"
