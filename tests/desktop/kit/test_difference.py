"""A difference as it is read."""

import re

from PySide6.QtGui import QTextDocument

from desktop.kit.colours import DARK, LIGHT
from desktop.kit.difference import count_changes, show_difference
from desktop.text.diff import compare

OLD = "聚焦“四件小事”\n\n比去年增长8.9%。\n要删的一段"
NEW = "聚焦“三件小事”\n\n比去年增长6.9%。\n\n新的一段"


def test_what_came_is_underlined_and_what_went_is_struck():
    html = show_difference(compare(OLD, NEW), LIGHT)
    assert re.search(r"line-through;\">四<", html) and re.search(r"underline;\">三<", html)
    assert LIGHT.ok in html and LIGHT.returned in html
    assert DARK.ok in show_difference(compare(OLD, NEW), DARK)


def test_whole_paragraphs_carry_a_sign_before_their_first_word(qapp):
    document = QTextDocument()
    document.setHtml(show_difference(compare("甲", "甲\n乙乙乙"), LIGHT))
    assert document.toPlainText() == "甲\n＋ 乙乙乙"
    document.setHtml(show_difference(compare("甲\n乙乙乙", "甲"), LIGHT))
    assert document.toPlainText() == "甲\n－ 乙乙乙"


def test_changes_are_counted_as_places_to_look_at_and_have_anchors():
    found = compare(OLD, NEW)
    html = show_difference(found, LIGHT)
    assert count_changes(found) == html.count('<a name="change-') and 'name="change-1"' in html


def test_a_space_that_came_can_be_seen():
    assert "␣" in show_difference(compare("青禾县", "青 禾县"), LIGHT)


def test_words_are_never_markup(qapp):
    html = show_difference(compare("<b>甲</b>", "<i>甲</i> & 乙"), LIGHT)
    assert "<b>甲" not in html and "&lt;" in html and "&amp;" in html
