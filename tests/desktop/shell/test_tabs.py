"""Several articles open: how each gets its tab, what stands in the strip, what is kept while one is not seen."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from sqlalchemy import event

from db.actions import leases as take
from db.actions import trash, write
from db.domain.article import Words
from db.store import articles, leases
from db.store.backups import make
from db.store.queues import Place, Queue
from db.store.unit import Store
from desktop.paths import backups_of
from desktop.shell.tab_strip import TabStrip

from .conftest import TITLES, actor_of
from .test_window import at_the_desk, signed_in

FIRST, REVIEWED, THIRD, TRASHED = 1, 2, 3, 4


@pytest.fixture
def desk(qtbot, window, newsroom_file):
    return signed_in(qtbot, window, newsroom_file)


def shown(qtbot, desk, article_id):
    qtbot.waitUntil(lambda: desk.article._opened is not None and desk.article._wanted == article_id)


def opened(qtbot, desk, article_id, *, anew=False):
    (desk.open_beside if anew else desk.open_article)(article_id)
    shown(qtbot, desk, article_id)


def typed(qtbot, desk, words="新添的一句。"):
    body = desk.article._sheet.body.editor
    qtbot.waitUntil(lambda: not body.isReadOnly())
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.insertPlainText(words)


def ids(desk):
    return [tab.article_id for tab in desk.tabs.tabs]


def draft_of(desk, article_id):
    with desk._tasks.store.reading() as connection:
        return articles.get(connection, article_id).draft


# How an article gets its tab


def test_what_was_only_looked_at_gives_its_tab_to_the_next(qtbot, desk):
    opened(qtbot, desk, FIRST)
    opened(qtbot, desk, THIRD)
    assert ids(desk) == [THIRD]
    assert not desk.strip.isVisible()


def test_what_was_written_in_keeps_its_tab(qtbot, desk):
    opened(qtbot, desk, FIRST)
    typed(qtbot, desk)
    opened(qtbot, desk, THIRD)
    opened(qtbot, desk, REVIEWED)
    assert ids(desk) == [FIRST, REVIEWED]
    assert desk.strip.isVisible()
    assert "新添的一句。" in draft_of(desk, FIRST).fields.body


def test_an_article_has_one_tab(qtbot, desk):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    opened(qtbot, desk, FIRST)
    assert ids(desk) == [FIRST, THIRD]
    assert desk.strip.currentIndex() == 0


def test_the_middle_button_and_shift_enter_open_a_tab_of_its_own(qtbot, desk):
    rows = desk.library.rows
    opened(qtbot, desk, FIRST)
    desk.library.model.row_of(THIRD)
    at = rows.visualRect(desk.library.model.index(desk.library.model.row_of(THIRD), 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, at)
    shown(qtbot, desk, THIRD)
    desk.library.rows.choose(REVIEWED)
    QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    shown(qtbot, desk, REVIEWED)
    assert ids(desk) == [FIRST, THIRD, REVIEWED]


def test_an_empty_new_draft_leaves_no_tab_behind(qtbot, desk):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, None)
    assert ids(desk) == [FIRST, None]
    opened(qtbot, desk, FIRST)
    assert ids(desk) == [FIRST]


def test_a_second_new_draft_leaves_the_first_where_it_is(qtbot, desk):
    opened(qtbot, desk, None)
    desk.article._sheet.fields.title.set_value("第一篇")
    desk.article._sheet._on_edited()
    desk.open_article(None)
    qtbot.waitUntil(lambda: desk.article._opened is not None and desk.article._opened.article is None)
    assert [tab.title for tab in desk.tabs.tabs] == ["第一篇", ""]
    assert desk.tabs.tabs[0].article_id


# The strip


def test_the_title_follows_what_is_typed(qtbot, desk):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    desk.article._sheet.fields.title.set_value("早稻 & 晚稻")
    desk.article._sheet._on_edited()
    assert desk.strip.tabText(1) == "早稻 && 晚稻"


def test_keys_go_round_close_and_bring_back(qtbot, desk):
    for number in (FIRST, REVIEWED, THIRD):
        opened(qtbot, desk, number, anew=True)
    desk.commands.run("tab.next")
    shown(qtbot, desk, FIRST)
    desk.commands.run("tab.previous")
    shown(qtbot, desk, THIRD)
    desk.commands.run("article.close")
    shown(qtbot, desk, REVIEWED)
    assert ids(desk) == [FIRST, REVIEWED]
    desk.commands.run("tab.reopen")
    shown(qtbot, desk, THIRD)
    desk.commands.run("tab.close_others")
    assert ids(desk) == [THIRD]
    desk.commands.run("article.close")
    assert ids(desk) == [] and desk._middle.currentIndex() == 0


def test_a_tab_in_the_background_is_closed_by_its_button_and_the_middle_one(qtbot, desk):
    for number in (FIRST, REVIEWED, THIRD):
        opened(qtbot, desk, number, anew=True)
    desk.strip.tabButton(0, TabStrip.ButtonPosition.RightSide).click()
    assert ids(desk) == [REVIEWED, THIRD]
    at = desk.strip.tabRect(0).center()
    with qtbot.assertNotEmitted(desk.strip.chosen):  # it is not shown first
        QTest.mouseClick(desk.strip, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, at)
    assert ids(desk) == [THIRD]
    assert desk.article._wanted == THIRD


def test_tabs_are_put_in_another_order(qtbot, desk):
    for number in (FIRST, REVIEWED, THIRD):
        opened(qtbot, desk, number, anew=True)
    desk.strip.moveTab(2, 0)
    assert ids(desk) == [THIRD, FIRST, REVIEWED]
    assert desk.tabs.current.article_id == THIRD and desk.strip.currentIndex() == 0


def test_a_narrow_strip_scrolls(qtbot, desk):
    for number in (FIRST, REVIEWED, THIRD):
        opened(qtbot, desk, number, anew=True)
    desk.window().resize(760, 600)
    assert desk.strip.width() <= desk._middle.width()


# What is kept while another is seen


def test_the_caret_is_where_it_was(qtbot, desk):
    opened(qtbot, desk, FIRST, anew=True)
    typed(qtbot, desk, "一二三四五六七八九十")
    cursor = desk.article._sheet.body.editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    desk.article._sheet.body.editor.setTextCursor(cursor)
    desk.article._inspector.show_side(1)
    opened(qtbot, desk, THIRD, anew=True)
    opened(qtbot, desk, FIRST)
    found = desk.article._sheet.body.editor.textCursor()
    assert (found.anchor(), found.position()) == (3, 6)
    assert desk.article._inspector.side() == 1


def test_the_lease_goes_with_the_tab_that_is_seen(qtbot, desk):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    qtbot.waitUntil(lambda: desk.article._lock.lease._beat.isActive() and not desk._tasks._writing)
    with desk._tasks.store.reading() as connection:
        assert leases.editing(connection, draft_of(desk, FIRST).id) is None
        assert leases.editing(connection, draft_of(desk, THIRD).id) is not None


def test_what_a_colleague_wrote_meanwhile_is_shown_and_said(qtbot, desk, window, newsroom_file):
    opened(qtbot, desk, FIRST, anew=True)
    typed(qtbot, desk)
    opened(qtbot, desk, THIRD, anew=True)
    draft = draft_of(desk, FIRST)
    other = Store(newsroom_file)
    with other.changing(actor_of(other, "linxiao")) as unit:
        changed = replace(draft.fields, title="改过的题目", body="对方写的。")
        write.save(unit, draft.id, changed, Words("对方写的。", 5), draft.version)
    other.close()
    window.session.keeper.watch()
    qtbot.waitUntil(lambda: desk.strip.tabText(0) == "改过的题目")
    opened(qtbot, desk, FIRST)
    assert desk.article._sheet.body.text() == "对方写的。"
    assert any("您离开后" in message.text for message in desk.messages.messages())


def test_an_article_that_is_thrown_away_elsewhere_loses_its_tab(qtbot, desk, window, newsroom_file):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    other = Store(newsroom_file)
    with other.changing(actor_of(other, "linxiao")) as unit:
        trash.abandon(unit, draft_of(desk, FIRST).id)
    other.close()
    window.session.keeper.watch()
    qtbot.waitUntil(lambda: ids(desk) == [THIRD])


def test_somebody_elses_article_has_a_lock(qtbot, desk, newsroom_file):
    other = Store(newsroom_file)
    with other.changing(actor_of(other, "admin")) as unit:
        unit.actor = actor_of(other, "linxiao")
        take.take_edit(unit, draft_of(desk, FIRST).id, "another window")
    other.close()
    opened(qtbot, desk, THIRD, anew=True)
    opened(qtbot, desk, FIRST, anew=True)
    qtbot.waitUntil(lambda: not desk.strip.tabIcon(1).isNull())
    assert desk.strip.tabIcon(0).isNull()


def test_going_to_and_fro_fast_loses_nothing(qtbot, desk):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    for turn in range(6):
        number = (FIRST, THIRD)[turn % 2]
        opened(qtbot, desk, number)
        typed(qtbot, desk, f"第{turn}句。")
    desk.keep_drafts()
    bodies = [draft_of(desk, number).fields.body for number in (FIRST, THIRD)]
    assert all(f"第{turn}句。" in bodies[turn % 2] for turn in range(6))


def test_a_text_that_met_another_is_kept_and_offered_when_its_tab_is_seen_again(qtbot, desk, newsroom_file):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    opened(qtbot, desk, FIRST)
    qtbot.waitUntil(lambda: not desk.article._sheet.body.editor.isReadOnly())
    draft = draft_of(desk, FIRST)
    other = Store(newsroom_file)
    with other.changing(actor_of(other, "linxiao")) as unit:
        write.save(unit, draft.id, draft.fields, Words("正文。", 3), draft.version)
    other.close()
    typed(qtbot, desk, "我的一句。")
    opened(qtbot, desk, THIRD)  # leaving saves, which is refused
    assert desk.strip.tabText(0).startswith("●")
    qtbot.waitUntil(lambda: not desk._tasks._writing)
    assert not desk.article._reading.isVisible()  # the question is not asked over another article
    opened(qtbot, desk, FIRST)
    qtbot.waitUntil(lambda: _is_kept(desk, "我的一句。"))


def _is_kept(desk, words):
    """Whether the words are in the journal, or offered."""
    with desk._tasks.store.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM journal WHERE fields LIKE ?", (f"%{words}%",))
        return found.scalar_one() > 0 or desk.article._reading.isVisible()


# Coming back


def test_who_comes_back_finds_everything_open(qtbot, desk, window):
    for number in (FIRST, REVIEWED, THIRD):
        opened(qtbot, desk, number, anew=True)
    opened(qtbot, desk, FIRST)
    typed(qtbot, desk, "一二三四五")
    desk.navigation.choose(Place(Queue.ALL))
    desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)
    other = at_the_desk(qtbot, window, "周敏")
    assert ids(other) == []
    other.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)
    back = at_the_desk(qtbot, window, "林晓")
    assert ids(back) == [FIRST, REVIEWED, THIRD]
    assert back.library.place == Place(Queue.ALL)
    qtbot.waitUntil(lambda: back.article is not None)
    shown(qtbot, back, FIRST)
    assert back.article._sheet.body.editor.textCursor().position() == len("正文。一二三四五")
    qtbot.waitUntil(lambda: window.focusWidget() is back.article._sheet.body.editor)  # and writes on


def test_what_is_gone_is_left_out(qtbot, desk, window, newsroom_file):
    for number in (FIRST, THIRD):
        opened(qtbot, desk, number, anew=True)
    desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)
    store = window.session.store
    with store.changing(actor_of(store, "linxiao")) as unit:
        trash.abandon(unit, articles.get(unit.connection, THIRD).draft.id)
    back = at_the_desk(qtbot, window, "林晓")
    qtbot.waitUntil(lambda: back.article is not None and ids(back) == [FIRST])


def test_another_article_of_the_same_number_is_not_taken_for_it(qtbot, desk, window):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)
    key = next(key for key in window._windows.allKeys() if key.startswith("open/"))
    kept = json.loads(window._windows.value(key))
    kept["tabs"][0]["uid"] = "of another newsroom's past"
    window._windows.setValue(key, json.dumps(kept))
    back = at_the_desk(qtbot, window, "林晓")
    qtbot.waitUntil(lambda: back.article is not None and ids(back) == [THIRD])


def test_what_cannot_be_read_of_last_time_begins_anew(qtbot, desk, window):
    opened(qtbot, desk, FIRST, anew=True)
    desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)
    key = next(key for key in window._windows.allKeys() if key.startswith("open/"))
    for words in ("[1", '{"tabs": [{}]}', '{"list": ["nowhere", 1, ""]}', '{"tabs": 3}', "[]"):
        window._windows.setValue(key, words)
        back = at_the_desk(qtbot, window, "林晓")
        assert ids(back) == [] and back.library.place == Place(Queue.MINE)
        back.commands.run("app.switch_person")
        qtbot.waitUntil(lambda: window.desk is None)


def test_the_titles_stand_there_before_anything_is_read(qtbot, desk, window):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)
    back = at_the_desk(qtbot, window, "林晓")
    assert [back.strip.tabText(at) for at in range(2)] == [TITLES[FIRST - 1], TITLES[THIRD - 1]]
    if back.article is None:  # the list is usable, and no article was read for it
        assert back.strip.currentIndex() in (-1, 0)


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_back_into_view(qtbot, window):
    window.move(9000, 9000)
    window._shape.keep()
    window.move(10, 10)
    window.restoreGeometry(window._windows.value("geometry"))
    assert window.screen().availableGeometry().intersects(window.frameGeometry())


def test_a_backup_that_is_put_back_takes_away_what_it_does_not_know(qtbot, desk, window, newsroom_file):
    store = Store(newsroom_file)
    backup = make(store, backups_of(newsroom_file))
    store.close()
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, None)
    desk.article._sheet.fields.title.set_value("备份之后写的")
    desk.article._sheet._on_edited()
    opened(qtbot, desk, THIRD, anew=True)
    later = ids(desk)[1]
    assert later is not None
    desk.restore_asked.emit(backup)
    qtbot.waitUntil(lambda: window.desk is None)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    back = at_the_desk(qtbot, window, "林晓")
    qtbot.waitUntil(lambda: back.article is not None and ids(back) == [FIRST, THIRD])


def test_who_may_only_read_has_tabs_too(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file, "周敏")
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, REVIEWED, anew=True)
    opened(qtbot, desk, FIRST)
    assert desk.article._sheet.body.editor.isReadOnly()
    assert [tab.shut or tab.troubled for tab in desk.tabs.tabs] == [False, False]
    desk.commands.run("article.close")
    assert ids(desk) == [REVIEWED]


def test_what_could_not_be_saved_on_leaving_is_told_at_its_tab(qtbot, desk, newsroom_file):
    opened(qtbot, desk, FIRST, anew=True)
    opened(qtbot, desk, THIRD, anew=True)
    opened(qtbot, desk, FIRST)
    typed(qtbot, desk, "存不上时写的。")
    event.listen(desk._tasks.store.engine, "checkout", impatient)
    other = Store(newsroom_file)
    with other.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # another program holds the file
        desk.open_article(THIRD)
    other.close()
    assert desk.strip.tabText(0).startswith("● ")
    opened(qtbot, desk, FIRST)
    qtbot.waitUntil(lambda: desk.article._reading.isVisible())  # both texts are offered
    assert "存不上时写的。" in desk.article._reading.browser.toPlainText()
    assert not desk.strip.tabText(0).startswith("● ")


def impatient(connection, _record, _proxy):
    """The program waits five seconds for a file that is locked; a test need not."""
    connection.execute("PRAGMA busy_timeout = 50")
