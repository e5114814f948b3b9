"""A difference as it is read: signs for what came, went, moved or was set otherwise, in one text or in two beside."""

import pytest
from PySide6.QtGui import QTextDocument

from desktop.kit.colours import DARK, LIGHT
from desktop.kit.marked_difference import count_marked, show_marked
from desktop.text.marked import compared, read_lines

OLD = "**一是**清淤8000方。\n\n二是修渠三公里，惠及农户三百户。\n\n三是植树。\n\n| 镇 | 户 |\n|---|---|\n| 清河 | 31 |"
NEW = "二是修渠三公里，惠及农户三百户。\n\n一是清淤9000方。\n\n三是植树。\n\n| 镇 | 户 |\n|---|---|\n| 清河 | 37 |"


def lines():
    return compared(read_lines(OLD), read_lines(NEW))


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_change_has_an_anchor_to_go_to(qapp, beside, colours):
    html = show_marked(lines(), colours, beside=beside)
    count = count_marked(lines())
    assert [f'name="change-{n}"' in html for n in range(1, count + 2)] == [True] * count + [False]


def test_what_went_is_struck_and_what_came_underlined(qapp):
    html = show_marked(compared(read_lines("增长8.9%。"), read_lines("增长6.9%。")), LIGHT)
    assert 'text-decoration: line-through;">8.9%</span>' in html
    assert 'text-decoration: underline;">6.9%</span>' in html


def test_beside_each_other_each_side_reads_as_it_was(qapp):
    document = QTextDocument()
    document.setHtml(show_marked(compared(read_lines("甲**乙**丙"), read_lines("甲乙丁")), LIGHT, beside=True))
    words = document.toPlainText()
    assert "甲乙丙" in words and "甲乙丁" in words


def test_words_keep_their_marks(qapp):
    html = show_marked(compared(read_lines("**一是**问需"), read_lines("**一是**问计")), LIGHT)
    assert "<b>一是</b>" in html


def test_hostile_words_are_words(qapp):
    html = show_marked(compared(read_lines("`<b>`"), read_lines("`<script>`")), LIGHT)
    assert "<script>" not in html
