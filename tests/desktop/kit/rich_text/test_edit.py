"""What keys do to a text that is shown as it will read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.kit.rich_text.edit import RichEdit
from desktop.kit.rich_text.steps import has_mark, set_mark, toggle_heading, toggle_list, toggle_quote
from desktop.kit.rich_text.tables import insert_table
from desktop.kit.theme import Mode, Theme
from desktop.text.flat import Kind
from desktop.text.tree import Mark

Key = Qt.Key


@pytest.fixture
def edit(qtbot):
    made = RichEdit(Theme(Mode.LIGHT))
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    return made


def end(edit):
    edit.moveCursor(QTextCursor.MoveOperation.End)


def keys(edit, text):
    for letter in text:
        key = Key.Key_Return if letter == "\n" else Key(ord(letter.upper())) if letter.isascii() else Key.Key_unknown
        QTest.sendKeyEvent(QTest.KeyAction.Click, edit, key, letter, Qt.KeyboardModifier.NoModifier)


def press(edit, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(edit, key, held)


def at(edit, words):
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    edit.setTextCursor(cursor)


def select(edit, words):
    edit.setTextCursor(edit.document().find(words))


def test_paragraphs_are_typed_as_in_any_editor(edit):
    keys(edit, "first\nsecond")
    assert edit.text() == "first\n\nsecond\n"


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("## title\nbody", "## title\n\nbody\n"),
        ("### title", "### title\n"),
        ("- one\ntwo\n\nbody", "- one\n- two\n\nbody\n"),
        ("3. one\ntwo", "3. one\n4. two\n"),
        ("> said\nmore\n\nbody", "> said\n>\n> more\n\nbody\n"),
        ("- one\n## title\nbody", "- one\n\n## title\n\nbody\n"),
        ("some **bold** words", "some **bold** words\n"),
        ("above\n---\nbelow", "above\n\n---\n\nbelow\n"),
        ("3*4*5 is 60", "3\\*4\\*5 is 60\n"),
        ("#tag", "\\#tag\n"),
    ],
)
def test_signs_of_markdown_do_what_they_say(edit, typed, markdown):
    keys(edit, typed)
    assert edit.text() == markdown


def test_what_a_sign_did_is_taken_back_by_undo(edit):
    keys(edit, "- ")
    edit.undo()
    assert edit.toPlainText() == "-"


def test_tab_puts_an_item_into_the_one_before_and_back(edit):
    keys(edit, "- one\ntwo")
    press(edit, Key.Key_Tab)
    assert edit.text() == "- one\n    - two\n"
    keys(edit, "\nthree")
    press(edit, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert edit.text() == "- one\n    - two\n- three\n"


def test_backspace_leaves_a_list_a_quote_and_a_heading_before_it_joins(edit):
    edit.set_text("- 一\n\n> 二\n\n## 三\n\n尾\n")
    for words in "一二三":
        at(edit, words)
        press(edit, Key.Key_Backspace)
    assert edit.text() == "一\n\n二\n\n三\n\n尾\n"
    press(edit, Key.Key_Backspace)
    assert edit.text() == "一\n\n二三\n\n尾\n"


def test_shift_enter_breaks_the_line(edit):
    keys(edit, "one")
    press(edit, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys(edit, "two")
    assert edit.text() == "one<br>two\n"


def test_marks_are_put_on_and_taken_off(edit):
    edit.set_text("一是推动，二是联动。\n")
    select(edit, "推动")
    edit.step(lambda cursor: set_mark(cursor, Mark("strong"), True, edit.look))
    assert edit.text() == "一是**推动**，二是联动。\n" and has_mark(edit.textCursor(), "strong")
    edit.step(lambda cursor: set_mark(cursor, Mark("strong"), False, edit.look))
    assert edit.text() == "一是推动，二是联动。\n"


def test_headings_quotes_and_lists_are_switched(edit):
    edit.set_text("甲\n\n乙\n")
    edit.selectAll()
    for step, made in (
        (lambda cursor: toggle_heading(cursor, 2, edit.look), "## 甲\n\n## 乙\n"),
        (lambda cursor: toggle_heading(cursor, 2, edit.look), "甲\n\n乙\n"),
        (lambda cursor: toggle_list(cursor, Kind.BULLETED, edit.look), "- 甲\n- 乙\n"),
        (lambda cursor: toggle_list(cursor, Kind.NUMBERED, edit.look), "1. 甲\n2. 乙\n"),
        (lambda cursor: toggle_list(cursor, Kind.NUMBERED, edit.look), "甲\n\n乙\n"),
        (lambda cursor: toggle_quote(cursor, edit.look), "> 甲\n>\n> 乙\n"),
        (lambda cursor: toggle_quote(cursor, edit.look), "甲\n\n乙\n"),
    ):
        edit.step(step)
        assert edit.text() == made


def test_a_table_is_filled_cell_by_cell_and_grows_at_its_end(edit):
    keys(edit, "above")
    edit.step(lambda cursor: insert_table(cursor, 2, 2, edit.look))
    for word in ("a", "b", "c", "d", "e"):
        keys(edit, word)
        press(edit, Key.Key_Tab)
    assert edit.text() == "above\n\n| a | b |\n| --- | --- |\n| c | d |\n| e |  |\n"


def test_nothing_is_typed_into_a_picture(edit):
    edit.set_text('前\n\n![水](asset:ab "图说")\n\n后\n')
    cursor = edit.document().find("\ufffc")
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)
    keys(edit, "x")
    assert edit.text() == '前\n\n![水](asset:ab "图说")\n\nx\n\n后\n'


def test_a_picture_is_chosen_before_it_is_taken_away(edit):
    edit.set_text("前\n\n![](asset:ab)\n\n后\n")
    at(edit, "后")
    press(edit, Key.Key_Backspace)
    assert edit.textCursor().hasSelection() and "asset:ab" in edit.text()
    press(edit, Key.Key_Backspace)
    assert edit.text() == "前\n\n后\n"
    edit.undo()
    assert "asset:ab" in edit.text()


def test_a_picture_stands_behind_the_paragraph_of_the_cursor(edit):
    edit.set_text("前文在此\n\n后文\n")
    at(edit, "在此")
    edit.insert_figure("asset:ab", "图说")
    keys(edit, "new")
    assert edit.text() == '前文在此\n\n![](asset:ab "图说")\n\nnew\n\n后文\n'


def test_what_is_copied_here_is_the_same_when_it_is_put_in(edit):
    edit.set_text("## 题\n\n- 一\n- **二**\n\n| 甲 |\n| --- |\n| 1 |\n\n![](asset:ab)\n\n尾\n")
    before = edit.text()
    edit.selectAll()
    edit.copy()
    data = QApplication.clipboard().mimeData()
    assert bytes(data.data("text/markdown").data()).decode().strip() == before.strip()
    assert "<h2>题</h2>" in data.html()


def test_the_next_letter_behind_a_link_is_none_of_it(edit):
    edit.set_text("见[网站](https://qinghe.example)\n")
    end(edit)
    keys(edit, "x")
    assert edit.text() == "见[网站](https://qinghe.example)x\n"


def test_nor_is_it_behind_one_that_was_just_put_in(edit):
    edit.set_text("见\n")
    end(edit)

    def put_in(cursor):
        cursor.insertText("网站")
        start = cursor.position() - 2
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        set_mark(cursor, Mark("a", "https://qinghe.example"), True, edit.look)
        cursor.setPosition(cursor.selectionEnd())

    edit.step(put_in)
    keys(edit, "x")
    assert edit.text() == "见[网站](https://qinghe.example)x\n"


def test_a_word_that_is_composed_goes_beside_a_picture(edit):
    edit.set_text("![](asset:ab)\n")
    end(edit)
    event = QInputMethodEvent("qing", [])
    QApplication.sendEvent(edit, event)
    done = QInputMethodEvent()
    done.setCommitString("青禾")
    QApplication.sendEvent(edit, done)
    assert edit.text() == "![](asset:ab)\n\n青禾\n"


@pytest.mark.parametrize("sign", ["/", "、"])
def test_a_sign_at_the_beginning_of_a_paragraph_asks_what_it_shall_be(edit, qtbot, sign):
    with qtbot.waitSignal(edit.menu_wanted):
        if sign == "/":
            keys(edit, sign)
        else:
            done = QInputMethodEvent()
            done.setCommitString(sign)
            QApplication.sendEvent(edit, done)
    assert edit.text() == ""


def test_other_colours_change_no_word(edit):
    text = "## 题\n\n- 一\n\n| 甲 |\n| --- |\n| 1 |\n\n![](asset:ab)\n"
    edit.set_text(text)
    edit._theme.set_mode(Mode.DARK)
    assert edit.text() == text


def drawn_below_first_line(edit):
    """How many pixels of the viewport below its first line are not paper."""
    image = edit.viewport().grab().toImage()
    paper = image.pixel(image.width() - 1, image.height() - 1)
    rows = range(int(edit.document().size().height()) + 4, 120)
    return sum(image.pixel(x, y) != paper for y in rows for x in range(image.width()))


def test_the_prompt_is_read_whole_until_something_is_written(edit):
    edit.resize(360, 400)
    edit.prompt.say("在这里写正文。" * 6)
    assert drawn_below_first_line(edit)
    QApplication.sendEvent(edit, QInputMethodEvent("zhong'guo", []))
    assert not drawn_below_first_line(edit)
    QApplication.sendEvent(edit, QInputMethodEvent("", []))
    assert drawn_below_first_line(edit)
    keys(edit, "a")
    assert not drawn_below_first_line(edit)
    press(edit, Key.Key_Backspace)
    assert drawn_below_first_line(edit)


def test_a_bar_with_nowhere_to_go_shows_no_handle(edit):
    assert not edit.verticalScrollBar().isEnabled()
    edit.set_text("一段\n\n" * 200)
    edit.document().size()  # laid out
    assert edit.verticalScrollBar().isEnabled()
