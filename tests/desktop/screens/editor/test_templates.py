"""Templates and snippets at the article."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from db.actions import templates
from db.domain.article import Fields
from db.domain.template import TemplateKind
from db.store import people
from db.store import templates as reading
from desktop.kit.confirm import TextDialog
from desktop.screens.editor.template_dialog import TemplateDialog


@pytest.fixture
def begun(desk, qtbot):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    return desk.screen._sheet


@pytest.fixture
def answer(qtbot):
    """Answer the next dialog that opens, and say when it was there."""

    def waiting(kind, what):
        seen = []

        def look():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind):
                timer.start(10)
                return
            seen.append(dialog)
            what(dialog)

        timer = QTimer(singleShot=True)
        timer.timeout.connect(look)
        timer.start(10)
        seen.append(timer)
        return lambda: len(seen) > 1

    return waiting


def keep(desk, kind, name, **fields):
    with desk.store.reading() as c:
        actor = people.actor(c, desk.people["林晓"])
    with desk.store.changing(actor) as unit:
        templates.add(unit, kind, name, Fields(**fields))


def kept(desk, kind):
    with desk.store.reading() as c:
        return {one.name: one.fields for one in reading.every(c, kind)}


def test_a_template_fills_in_what_is_empty_and_leaves_what_is_written(desk, begun, answer, qtbot):
    keep(desk, TemplateKind.ARTICLE, "会议消息", title="{月}月会议", source="县政府办", body="## 议题\n\n{姓名}报道。")
    begun.fields.title.set_value("已写的标题")
    done = answer(TemplateDialog, QDialog.accept)
    desk.commands.run("text.template")
    qtbot.waitUntil(done)
    assert begun.fields.title.value() == "已写的标题"
    assert begun.fields.source.value() == "县政府办"
    assert begun.body.text().strip() == "## 议题\n\n林晓报道。"


@pytest.mark.parametrize("visual", [True, False])
def test_a_snippet_is_put_in_at_the_caret_and_undone_as_one(desk, begun, answer, qtbot, visual):
    today = date.today()
    keep(desk, TemplateKind.SNIPPET, "电头", body="（{月}月{日}日讯）")
    begun.body.set_visual(visual)
    begun.body.set_text("前后")
    cursor = begun.body.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    begun.body.editor.setTextCursor(cursor)
    done = answer(TemplateDialog, QDialog.accept)
    desk.commands.run("text.snippet")
    qtbot.waitUntil(done)
    assert begun.body.text().strip() == f"前（{today.month}月{today.day}日讯）后"
    begun.body.editor.undo()
    assert begun.body.text().strip() == "前后"


def test_a_name_is_found_by_its_initials_and_chosen_by_the_keyboard(desk, begun, answer, qtbot):
    for name in ("会议消息", "天气提示", "停水公告"):
        keep(desk, TemplateKind.SNIPPET, name, body=name)

    def choose(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), "tsg")
        assert [dialog.picks.list.item(row).text() for row in range(dialog.picks.list.count())] == ["停水公告"]
        qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

    done = answer(TemplateDialog, choose)
    desk.commands.run("text.snippet")
    qtbot.waitUntil(done)
    assert begun.body.text().strip() == "停水公告"


def test_what_is_written_is_kept_as_a_template(desk, begun, answer, fill, qtbot):
    fill()

    def name(dialog):
        dialog.field.set_value("三项举措")
        dialog.accept()

    done = answer(TextDialog, name)
    desk.commands.run("text.keep_template")
    qtbot.waitUntil(done)
    qtbot.waitUntil(lambda: "三项举措" in kept(desk, TemplateKind.ARTICLE))
    assert kept(desk, TemplateKind.ARTICLE)["三项举措"].source == "县住建局"


def test_what_is_selected_is_kept_as_a_snippet_with_its_form(desk, begun, answer, qtbot):
    begun.body.set_text("一段**要紧**的话。")
    begun.body.editor.selectAll()

    def name(dialog):
        dialog.field.set_value("要紧")
        dialog.accept()

    done = answer(TextDialog, name)
    desk.commands.run("text.keep_snippet")
    qtbot.waitUntil(done)
    qtbot.waitUntil(lambda: kept(desk, TemplateKind.SNIPPET) == {"要紧": Fields(body="一段**要紧**的话。")})


def test_without_any_the_way_to_the_first_is_told(desk, begun, qtbot):
    desk.commands.run("text.template")
    qtbot.waitUntil(lambda: "存为模板" in " ".join(notice.text() for notice in desk.messages.findChildren(QLabel)))


def test_one_is_renamed_and_removed_in_the_dialog(desk, begun, answer, qtbot):
    keep(desk, TemplateKind.SNIPPET, "旧名", body="词")

    def rename(dialog):
        def name(asked):
            asked.field.set_value("新名")
            asked.accept()

        answered = answer(TextDialog, name)
        dialog._rename.click()
        assert answered()
        qtbot.waitUntil(lambda: dialog.chosen() is not None and dialog.chosen().name == "新名")
        dialog.reject()

    done = answer(TemplateDialog, rename)
    desk.commands.run("text.snippet")
    qtbot.waitUntil(done)
    assert list(kept(desk, TemplateKind.SNIPPET)) == ["新名"]
