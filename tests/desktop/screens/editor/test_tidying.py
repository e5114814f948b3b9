"""一键排版 at the window: it shows what it will change, does it as one step, and finds nothing the second time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolButton

from db.actions import newsroom
from db.store import people
from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.tidy_changes import CHANGE_ROLE, ChangesModel
from desktop.screens.editor.tidy_dialog import TidyDialog
from desktop.screens.editor.tidying import Tidying
from desktop.text.tidy import ALL, Change, Rule

ROUGH = """　　会议要求,各地抓好"落实"。

- １２个 村,好
- 乙。

| 表,头 | 乙 |
| --- | --- |
| 一,二 | 三 |

干净的一段。
"""
DONE = """会议要求，各地抓好“落实”。

- 12个村，好
- 乙。

| 表，头 | 乙 |
| --- | --- |
| 一，二 | 三 |

干净的一段。
"""
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def write(qtbot, desk, fill):
    """Open a draft with this body."""

    def writing(body, visual=True):
        desk.screen.open(None)
        qtbot.waitUntil(lambda: desk.screen._opened is not None)
        fill()
        desk.screen._sheet.body.set_visual(visual)
        desk.screen._sheet.body.set_text(body)
        return desk.screen._sheet.body

    return writing


@pytest.fixture
def tidy(qtbot, desk):
    """Run the command; ``look`` is called with the dialog, and says whether to apply."""

    def tidying(look):
        seen = []

        def answer():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, TidyDialog):
                QTimer.singleShot(5, answer)
                return
            seen.append(dialog.says.text())
            accepted = False
            try:
                accepted = look(dialog)
            finally:  # or a failing test would wait for ever
                (dialog.accept if accepted else dialog.reject)()

        QTimer.singleShot(0, answer)
        assert desk.commands.run("text.tidy")
        qtbot.waitUntil(lambda: bool(seen) and QApplication.activeModalWidget() is None)
        return seen[0]

    return tidying


def found(dialog):
    """The changes that are listed, by their rules."""
    model = dialog.model
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        rule: [model.index(at, 0, row).data(CHANGE_ROLE) for at in range(model.rowCount(row))]
        for rule, row in zip(Rule, rows, strict=True)
        if model.rowCount(row)
    }


def switch(dialog, rule, on):
    index = dialog.model.index(list(Rule).index(rule), 0)
    dialog.model.setData(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked, CHECK)


@pytest.mark.parametrize("visual", [True, False])
def test_what_will_change_is_shown_then_done_as_one_step_and_nothing_is_left(qtbot, desk, write, tidy, visual):
    body = write(ROUGH, visual)
    listed = []

    def look(dialog):
        listed.append(found(dialog))
        assert body.text() == ROUGH, "nothing is changed before it is asked for"
        return True

    assert ("8 处" if visual else "9 处") in tidy(look), "an indent that no page shows is seen in the source alone"
    assert {Rule.ALNUM, Rule.QUOTES, Rule.PUNCTUATION} <= set(listed[0])
    assert body.text() == DONE
    assert "没有要改的地方" in tidy(lambda dialog: dialog.accept_button.isEnabled())
    body.editor.undo()
    assert body.text().strip() == ROUGH.strip()
    body.editor.redo()
    assert body.text() == DONE


def test_who_thinks_better_of_it_has_changed_nothing(desk, write, tidy):
    body = write(ROUGH)
    tidy(lambda dialog: False)
    assert body.text() == ROUGH and not body.visual.document().isUndoAvailable()


def test_a_rule_that_is_switched_off_in_the_dialog_changes_nothing(qtbot, desk, write, tidy):
    body = write("甲,乙--丙ABC １２\n")

    def look(dialog):
        switch(dialog, Rule.PUNCTUATION, False)
        assert not dialog.accept_button.isEnabled()
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        assert Rule.PUNCTUATION not in found(dialog)
        return True

    tidy(look)
    assert body.text() == "甲,乙——丙ABC 12\n"


def test_the_dialog_begins_with_the_rules_of_the_newsroom(desk, write, tidy, store):
    with store.reading() as connection:
        admin = people.actor(connection, people.everyone(connection)[0].id)
    with store.changing(admin) as unit:
        newsroom.set_settings(unit, {"tidy_punctuation": False})
    body = write("甲,乙--丙\n")
    rules = []
    tidy(lambda dialog: rules.append(dialog.rules()) or True)
    assert rules == [ALL - {Rule.PUNCTUATION}] and body.text() == "甲,乙——丙\n"


def test_empty_paragraphs_are_listed_and_go(qtbot, desk, write, tidy):
    body = write("甲。\n\n乙。\n")
    cursor = QTextCursor(body.visual.document().firstBlock())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    cursor.insertBlock()
    listed = []
    tidy(lambda dialog: listed.append(found(dialog)) or True)
    assert [len(changes) for changes in listed[0].values()] == [2] and Rule.BLANKS in listed[0]
    assert body.visual.document().blockCount() == 2
    assert "没有要改的地方" in tidy(lambda dialog: False)


def test_an_indent_that_was_typed_goes(desk, write, tidy):
    body = write("甲。\n")
    body.visual.textCursor().insertText("　　")
    listed = []
    tidy(lambda dialog: listed.append(found(dialog)) or True)
    assert list(listed[0]) == [Rule.INDENTS] and body.text() == "甲。\n"


def test_the_caret_stays_where_it_is_and_the_text_is_saved(qtbot, desk, write, tidy):
    body = write(ROUGH)
    cursor = body.visual.document().find("各地")
    body.visual.setTextCursor(cursor)
    with qtbot.waitSignal(body.edited):
        tidy(lambda dialog: True)
    cursor = body.visual.textCursor()
    assert cursor.block().text()[: cursor.positionInBlock()] == "会议要求，各地"
    qtbot.waitUntil(lambda: desk.drafts() == 1, timeout=8000)


def test_a_text_that_changed_meanwhile_is_left_alone(qtbot, desk, write, tidy):
    body = write(ROUGH)

    def look(dialog):
        body.set_text("别的,字\n")
        return True

    tidy(look)
    assert body.text() == "别的,字\n" and "再按一次" in desk.messages.messages()[0].text


def test_who_may_only_read_cannot_tidy(desk, write):
    write(ROUGH)
    buttons = [b for b in desk.screen._sheet.fields.findChildren(QToolButton) if b.text() == "一键排版"]
    assert [button.isVisible() and button.isEnabled() for button in buttons] == [True]
    desk.sign_in("周敏")  # a reviewer
    desk.commands.refresh()
    assert not buttons[0].isEnabled()
    assert not desk.commands.run("text.tidy")


def test_who_composes_a_word_meanwhile_is_not_interrupted(qtbot, desk, write):
    body = write(ROUGH)
    body.visual.setFocus()
    assert desk.commands.run("text.tidy")
    QApplication.sendEvent(body.visual, QInputMethodEvent("qinghe", []))
    tidying = desk.screen.findChild(Tidying)
    qtbot.waitUntil(lambda: tidying._ticket is None)
    assert QApplication.activeModalWidget() is None
    assert body.visual.document().firstBlock().layout().preeditAreaText() == "qinghe" and body.text() == ROUGH


def test_a_list_of_thousands_is_shown_at_once(qtbot):
    changes = [Change(Rule.PUNCTUATION, (n,), ",", "，", "前面", "后面") for n in range(5000)]
    dialog = TidyDialog(Theme(Mode.LIGHT), ALL, lambda rules, tell: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_changes(changes)
    model = dialog.model
    row = model.index(list(Rule).index(Rule.PUNCTUATION), 0)
    assert model.rowCount(row) == 5000 and "5,000" in row.data() and not dialog.tree.isExpanded(row)
    dialog.tree.expand(row)
    last = model.index(4999, 0, row)
    dialog.tree.scrollTo(last)
    assert dialog.tree.visualRect(last).isValid() and last.data() == "前面【,】改为【，】后面"


def test_the_model_keeps_the_rules_of_qt(qtbot, qtmodeltester):
    model = ChangesModel(ALL - {Rule.DASHES})
    model.show([Change(Rule.BLANKS, (0,), "　", ""), Change(Rule.QUOTES, (1,), '"', "“", "他说", "好")])
    qtmodeltester.check(model)
    assert model.parent(model.index(0, 0, model.index(1, 0))) == model.index(1, 0)
    assert model.parent(model.index(1, 0)) == QModelIndex()
    assert "不改" in model.index(list(Rule).index(Rule.DASHES), 0).data()
