"""Find and replace in the article, with the keys that a person presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.kit.theme import Mode

Key, Held = Qt.Key, Qt.KeyboardModifier
TEXT = (
    "青禾县**青**禾丰收。\n\n## 青禾的小标题\n\n- 一项青禾\n- 二项\n\n"
    "| 甲 | 青禾 |\n|---|---|\n| 乙 | 丙青禾 |\n\n末尾 Abc abc。"
)


@pytest.fixture(params=[True, False], ids=["as it reads", "source"])
def both(request):
    return request.param


@pytest.fixture
def bar(qtbot, desk, fill, both):
    """The article with TEXT in one of the two modes, its shortcuts as at the desk, the caret at the beginning."""
    return prepared(qtbot, desk, fill, visual=both)


@pytest.fixture
def seen(qtbot, desk, fill):
    return prepared(qtbot, desk, fill, visual=True)


def prepared(qtbot, desk, fill, *, visual):
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    fill()
    screen.addActions([desk.commands.action(command.id) for command in desk.commands])
    screen._sheet.body.set_visual(visual)
    put(screen, TEXT)
    screen._sheet.body.setFocus()
    screen.activateWindow()
    qtbot.waitUntil(edit(screen).hasFocus)
    return screen.find_bar


def put(screen, text):
    screen._sheet.body.set_text(text)
    edit(screen).moveCursor(QTextCursor.MoveOperation.Start)


def edit(screen):
    return screen._sheet.body.editor


def press(qtbot, key, held=Held.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def type_in(widget, text):
    """Press the keys; QTest knows none that are not on an American keyboard."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, 0, Held.NoModifier, letter))


def search(qtbot, bar, words):
    """Press Ctrl+F and type."""
    press(qtbot, Key.Key_F, Held.ControlModifier)
    assert bar.isVisible() and bar.line.hasFocus()
    type_in(bar.line, words)
    qtbot.waitUntil(lambda: not bar.finder._pause.isActive())


def marked(editor):
    return [selection.cursor.selectedText() for selection in editor.extraSelections()]


def hit(editor):
    """What the caret stands before."""
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def compose(widget, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(widget, event)


def test_what_is_found_is_counted_and_marked_and_the_text_is_not_changed(qtbot, desk, bar, both):
    editor = edit(desk.screen)
    before, changes = desk.screen._sheet.body.text(), []
    editor.document().contentsChange.connect(lambda *change: changes.append(change))
    search(qtbot, bar, "青禾")
    hits = 6 if both else 5  # in the source the second is parted by its stars
    assert bar.words.text() == f"第 1 / {hits} 处"
    assert marked(editor) == ["青禾"] * bar.finder.count
    assert not changes and desk.screen._sheet.body.text() == before and not editor.document().isUndoAvailable()


def test_words_are_found_across_letters_with_other_marks(qtbot, desk, seen):
    search(qtbot, seen, "县青禾丰收")
    assert seen.words.text() == "第 1 / 1 处"


def test_enter_and_f3_step_and_go_round(qtbot, desk, bar):
    put(desk.screen, "甲一\n\n甲二\n\n甲三")
    search(qtbot, bar, "甲")
    editor = edit(desk.screen)
    told = [hit(editor)]
    for key, held in (
        (Key.Key_Return, Held.NoModifier), (Key.Key_F3, Held.NoModifier), (Key.Key_F3, Held.NoModifier),
        (Key.Key_F3, Held.ShiftModifier), (Key.Key_Return, Held.ShiftModifier),
    ):  # fmt: skip
        press(qtbot, key, held)
        told.append(hit(editor))
    assert told == ["甲一", "甲二", "甲三", "甲一", "甲三", "甲二"]
    assert bar.words.text() == "第 2 / 3 处"


def test_the_first_enter_after_typing_goes_to_the_first_hit(qtbot, desk, bar):
    put(desk.screen, "甲一\n\n甲二")
    press(qtbot, Key.Key_F, Held.ControlModifier)
    type_in(bar.line, "甲")
    press(qtbot, Key.Key_Return)
    assert bar.words.text() == "第 1 / 2 处"


def test_escape_gives_the_keyboard_back_to_the_hit_and_f3_goes_on_from_there(qtbot, desk, bar):
    put(desk.screen, "甲一\n\n甲二\n\n甲三")
    editor = edit(desk.screen)
    search(qtbot, bar, "甲")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Escape)
    assert bar.isHidden() and editor.hasFocus() and not marked(editor)
    assert editor.textCursor().selectedText() == "甲" and editor.textCursor().block().text() == "甲二"
    press(qtbot, Key.Key_F3)
    assert editor.textCursor().selectedText() == "甲" and editor.textCursor().block().text() == "甲三"
    press(qtbot, Key.Key_F3, Held.ShiftModifier)
    assert editor.textCursor().block().text() == "甲二" and bar.isHidden()


def test_escape_in_the_text_closes_the_bar_as_well(qtbot, desk, bar):
    search(qtbot, bar, "青禾")
    edit(desk.screen).setFocus()
    press(qtbot, Key.Key_Escape)
    assert bar.isHidden() and not marked(edit(desk.screen))


def test_f3_right_after_escape_goes_to_the_first_hit(qtbot, desk, bar):
    put(desk.screen, "甲一\n\n甲二")
    press(qtbot, Key.Key_F, Held.ControlModifier)
    type_in(bar.line, "甲")
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_F3)
    assert edit(desk.screen).textCursor().block().text() == "甲一"


def test_the_selection_is_what_is_looked_for(qtbot, desk, bar):
    put(desk.screen, "一项工作\n\n二项工作")
    editor = edit(desk.screen)
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    press(qtbot, Key.Key_F, Held.ControlModifier)
    assert bar.line.text() == "工作" and bar.words.text() == "第 1 / 2 处"


def test_a_selection_over_two_paragraphs_is_not_looked_for(qtbot, desk, bar):
    bar.line.setText("丰收")
    edit(desk.screen).selectAll()
    press(qtbot, Key.Key_F, Held.ControlModifier)
    assert bar.line.text() == "丰收"


def test_letters_that_count_twice_for_qt_shift_nothing(qtbot, desk, bar):
    put(desk.screen, "😀甲😀😀甲𠮷甲")
    search(qtbot, bar, "甲")
    assert marked(edit(desk.screen)) == ["甲"] * 3
    press(qtbot, Key.Key_H, Held.ControlModifier)
    bar.to.setText("乙𠮷")
    bar.all.click()
    assert desk.screen._sheet.body.text().strip() == "😀乙𠮷😀😀乙𠮷𠮷乙𠮷"


def test_case_and_whole_words_are_asked_for_by_the_boxes(qtbot, desk, bar):
    put(desk.screen, "Abc abc abcd")
    search(qtbot, bar, "abc")
    assert bar.finder.count == 3
    bar.options.case.click()
    qtbot.waitUntil(lambda: bar.finder.count == 2)
    bar.options.whole.click()
    qtbot.waitUntil(lambda: bar.finder.count == 1)


def test_wide_letters_are_found_by_narrow_ones_when_asked_for(qtbot, desk, bar):
    put(desk.screen, "第１２期（一）")
    search(qtbot, bar, "12期(一)")
    assert bar.words.text() == "没有找到"
    bar.options.wide.click()
    qtbot.waitUntil(lambda: bar.words.text() == "第 1 / 1 处")


def test_a_pattern_that_cannot_be_used_is_told_in_words(qtbot, desk, bar):
    search(qtbot, bar, "(青")
    bar.options.pattern.click()
    qtbot.waitUntil(lambda: "少了右括号" in bar.words.text())
    assert not marked(edit(desk.screen))
    bar.line.setText("青{9,2}")
    qtbot.waitUntil(lambda: "前后颠倒" in bar.words.text())


def test_a_pattern_that_takes_for_ever_is_stopped(qtbot, desk, bar):
    put(desk.screen, "啊" * 40_000)
    bar.options.pattern.setChecked(True)
    search(qtbot, bar, r"(?:.|[^。])+\b\B")
    assert "太费时" in bar.words.text()


def test_a_pattern_does_not_go_over_the_end_of_a_paragraph_or_a_picture(qtbot, desk, seen):
    put(desk.screen, f"甲乙\n\n![图](asset:{'a' * 64})\n\n丙丁\n\n| 戊 | 己 |\n|---|---|\n| 庚 | 辛 |")
    seen.options.pattern.setChecked(True)
    search(qtbot, seen, "[^图]+")
    assert marked(edit(desk.screen)) == ["甲乙", "丙丁", "戊", "己", "庚", "辛"]


def test_replacing_goes_on_to_the_next(qtbot, desk, bar):
    put(desk.screen, "甲一\n\n甲二\n\n甲三")
    editor = edit(desk.screen)
    press(qtbot, Key.Key_H, Held.ControlModifier)
    type_in(bar.line, "甲")
    press(qtbot, Key.Key_Tab)
    assert bar.to.hasFocus()
    type_in(bar.to, "甲甲")
    qtbot.waitUntil(lambda: bar.words.text() == "第 1 / 3 处")
    press(qtbot, Key.Key_Return)
    assert hit(editor) == "甲二" and bar.words.text() == "第 3 / 4 处"
    qtbot.mouseClick(bar.one, Qt.MouseButton.LeftButton)
    assert desk.screen._sheet.body.text().split() == ["甲甲一", "甲甲二", "甲三"] and hit(editor) == "甲三"
    edit(desk.screen).undo()
    assert desk.screen._sheet.body.text().split() == ["甲甲一", "甲二", "甲三"]


def test_all_are_replaced_as_one_step_and_their_number_is_told(qtbot, desk, bar, both):
    press(qtbot, Key.Key_H, Held.ControlModifier)
    type_in(bar.line, "青禾")
    bar.to.setText("白云")
    bar.all.click()
    assert bar.words.text() == f"已替换 {6 if both else 5} 处"
    body = desk.screen._sheet.body
    assert "白云的小标题" in body.text() and "丙白云 |" in body.text()
    edit(desk.screen).undo()
    assert body.text().strip() == TEXT and not edit(desk.screen).document().isUndoAvailable()


def test_what_is_replaced_keeps_the_marks_of_its_first_letter(qtbot, desk, seen):
    put(desk.screen, "前**青**禾后[链接](https://qinghe.example/)。")
    press(qtbot, Key.Key_H, Held.ControlModifier)
    seen.line.setText("青禾")
    seen.to.setText("白云")
    seen.all.click()
    seen.line.setText("链接")
    seen.to.setText("地址")
    seen.all.click()
    assert desk.screen._sheet.body.text().strip() == "前**白云**后[地址](https://qinghe.example/)。"


def test_words_are_taken_out_where_nothing_is_put_in_their_place(qtbot, desk, bar):
    put(desk.screen, "甲，青禾\n\n青禾\n\n乙")
    press(qtbot, Key.Key_H, Held.ControlModifier)
    bar.line.setText("青禾")
    bar.all.click()
    assert bar.words.text() == "已替换 2 处" and desk.screen._sheet.body.text().split() == ["甲，", "乙"]
    edit(desk.screen).undo()
    qtbot.waitUntil(lambda: bar.words.text() == "共 2 处")


def test_the_words_of_pictures_are_found_and_replaced(qtbot, desk, bar, both):
    put(desk.screen, f'青禾\n\n![青禾一角](asset:{"a" * 64} "青禾的青禾｜摄影：青禾")\n\n完')
    press(qtbot, Key.Key_H, Held.ControlModifier)
    bar.line.setText("青禾")
    qtbot.waitUntil(lambda: bar.words.text() == f"第 1 / {2 if both else 5} 处")
    bar.to.setText("白云")
    bar.one.click()
    bar.one.click()
    bar.all.click()
    body = desk.screen._sheet.body
    assert "青禾" not in body.text() and f'(asset:{"a" * 64} "白云的白云｜摄影：白云")' in body.text()
    while edit(desk.screen).document().isUndoAvailable():
        edit(desk.screen).undo()
    assert body.text().count("青禾") == 5


def test_a_pattern_fills_in_its_groups(qtbot, desk, bar):
    put(desk.screen, "2024年5月")
    bar.options.pattern.setChecked(True)
    press(qtbot, Key.Key_H, Held.ControlModifier)
    bar.line.setText(r"(\d+)年(\d+)月")
    bar.to.setText("$2/$1")
    bar.all.click()
    assert desk.screen._sheet.body.text().strip() == "5/2024"
    edit(desk.screen).undo()
    bar.to.setText("$3")
    bar.all.click()
    assert "$3" not in desk.screen._sheet.body.text() and "在表达式里没有" in bar.words.text()


def test_a_line_end_put_into_a_cell_stays_in_it(qtbot, desk, seen):
    put(desk.screen, "| 甲 | 乙 |\n|---|---|\n| 丙，丁 | 戊 |")
    seen.options.pattern.setChecked(True)
    press(qtbot, Key.Key_H, Held.ControlModifier)
    seen.line.setText("，")
    seen.to.setText(r"\n")
    seen.all.click()
    assert "丙<br>丁" in desk.screen._sheet.body.text().replace("<br />", "<br>")


def test_what_is_written_meanwhile_is_marked_after_a_pause_and_the_caret_stays(qtbot, desk, bar):
    put(desk.screen, "甲一")
    editor = edit(desk.screen)
    search(qtbot, bar, "甲")
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_in(editor, "x甲y")
    qtbot.waitUntil(lambda: marked(editor) == ["甲", "甲"])
    assert editor.textCursor().atEnd() and bar.words.text() == "共 2 处"


def test_a_word_that_is_composed_in_the_text_is_not_disturbed(qtbot, desk, bar):
    put(desk.screen, "甲一")
    editor = edit(desk.screen)
    search(qtbot, bar, "甲")
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    compose(editor, "jia")
    at, block = editor.textCursor().position(), editor.textCursor().block()
    bar.finder._on_text_changed()
    bar.finder._on_pause()
    desk.commands.run("text.find_next")
    assert editor.textCursor().position() == at and block.layout().preeditAreaText() == "jia"
    compose(editor, commit="甲")
    qtbot.waitUntil(lambda: marked(editor) == ["甲", "甲"])


def test_a_word_that_is_composed_in_the_line_is_looked_for_when_it_is_put_down(qtbot, desk, bar):
    put(desk.screen, "甲一")
    press(qtbot, Key.Key_F, Held.ControlModifier)
    compose(bar.line, "jia")
    bar.finder._on_pause()
    assert not bar.words.text()
    compose(bar.line, commit="甲")
    qtbot.waitUntil(lambda: bar.words.text() == "第 1 / 1 处")


def test_the_other_mode_is_searched_when_it_is_shown(qtbot, desk, bar):
    before = edit(desk.screen)
    search(qtbot, bar, "丰收")
    desk.screen._sheet.body.toggle()
    after = edit(desk.screen)
    assert after is not before
    qtbot.waitUntil(lambda: marked(after) == ["丰收"])
    assert not marked(before)


def test_a_text_that_may_only_be_read_is_searched_and_not_replaced(qtbot, desk, bar):
    press(qtbot, Key.Key_H, Held.ControlModifier)
    type_in(bar.line, "丰收")
    desk.screen._sheet.set_writable(False)
    qtbot.waitUntil(lambda: bar.words.text() == "第 1 / 1 处")
    assert not bar.one.isEnabled() and not bar.all.isEnabled()
    before = desk.screen._sheet.body.text()
    bar.finder.replace_all("歉收")
    bar.finder.replace("歉收")
    assert desk.screen._sheet.body.text() == before


def test_who_only_reads_searches_the_page(qtbot, desk, bar):
    desk.screen._frame.show_parts(writable=False)
    qtbot.waitUntil(lambda: "丰收" in desk.screen._preview.toPlainText())
    desk.commands.run("text.find")
    bar.line.setText("丰收")
    qtbot.waitUntil(lambda: marked(desk.screen._preview) == ["丰收"])
    assert not bar.one.isEnabled()


def test_other_colours_are_those_of_the_marks(qtbot, desk, bar):
    def colours():
        found = edit(desk.screen).extraSelections()
        return [selection.format.background().color().name().upper() for selection in found]

    search(qtbot, bar, "丰收")
    desk.screen._theme.set_mode(Mode.DARK)
    dark = desk.screen._theme.colours
    qtbot.waitUntil(lambda: colours() in ([dark.mark], [dark.warning_wave]))
    assert marked(edit(desk.screen)) == ["丰收"]


def test_in_a_long_text_what_is_seen_is_marked_wherever_one_scrolls(qtbot, desk, bar):
    put(desk.screen, "\n\n".join(f"第{n}段，青禾县丰收。" * 6 for n in range(400)))
    editor = edit(desk.screen)
    search(qtbot, bar, "青禾")
    assert bar.words.text() == "第 1 / 2400 处" and 20 < len(marked(editor)) < 1200
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    assert editor.extraSelections()[-1].cursor.block().text().startswith("第399段")


def test_f3_without_words_asks_for_them(qtbot, desk, bar):
    press(qtbot, Key.Key_F3)
    assert bar.isVisible() and bar.line.hasFocus()
