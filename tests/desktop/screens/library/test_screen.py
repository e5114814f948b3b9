"""The list over a real record."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QToolButton

from db.actions import channels, newsroom, people, review, trash, write
from db.domain.article import Fields, Words
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Role
from db.store import articles, queues
from db.store import channels as read_channels
from db.store import people as read_people
from db.store.queues import Place, Queue
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.library.choices import of_person, offered
from desktop.screens.library.lines import line
from desktop.screens.library.screen import LibraryScreen


@pytest.fixture
def editor(store):
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾县融媒体中心", "admin", "郑岚", "qinghe-2026")
    with store.reading() as connection:
        admin = read_people.actor(connection, 1)
        scheme = read_channels.schemes(connection)[0].id
    with store.changing(admin) as unit:
        person = people.add(unit, "linxiao", "林晓", {Role.EDITOR}, set(), set(), "linxiao-2026")
        channels.add(unit, kind=ChannelKind.NEWS, name="乡镇动态", slug="towns", scheme_id=scheme)
    with store.reading() as connection:
        return read_people.actor(connection, person)


@pytest.fixture
def tasks(qapp, store, editor):
    made = Tasks(store)
    made.actor = editor
    yield made
    made.drain()


@pytest.fixture
def screen(qtbot, tasks, tmp_path):
    theme = Theme()
    windows = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    made = LibraryScreen(tasks, theme, Commands(theme), MessageBar(theme), windows)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def written(store, editor, title, *, abandoned=False):
    with store.changing(editor) as unit:
        saved = write.start(unit, Fields(title=title, body="老街新貌。"), Words("老街新貌。", 4))
        if abandoned:
            trash.abandon(unit, saved.draft_id)
    return saved.article_id


def shown(qtbot, screen, place):
    screen.show_place(place)
    qtbot.waitUntil(lambda: not screen.model.loading)


def test_a_queue_is_listed_and_enter_opens_a_row(qtbot, screen, store, editor):
    article_id = written(store, editor, "山塘清淤")
    shown(qtbot, screen, Place(Queue.MINE))
    screen.choose(article_id)
    with qtbot.waitSignal(screen.chosen) as opened:
        qtbot.keyClick(screen.rows, Qt.Key.Key_Return)
    assert opened.args == [article_id]


def test_an_abandoned_draft_is_restored_from_the_trash(qtbot, screen, store, editor):
    article_id = written(store, editor, "山塘清淤", abandoned=True)
    shown(qtbot, screen, Place(Queue.TRASH))
    assert not screen.head.restore_button().isEnabled()
    screen.choose(article_id)
    screen.head.restore_button().click()
    qtbot.waitUntil(lambda: screen.model.total == 0)
    assert screen._messages.messages()[0].action_text == "打开"


def test_what_is_searched_for_is_listed_newest_first(qtbot, screen, store, editor):
    first, second = (written(store, editor, title) for title in ("老街一", "老街二"))
    screen.show_hits("老街")
    qtbot.waitUntil(lambda: not screen.model.loading)
    assert [screen.model.id_at(0), screen.model.id_at(1)] == [second, first]
    assert screen.place is None


def test_a_new_article_appears_by_itself(qtbot, screen, tasks, store):
    shown(qtbot, screen, Place(Queue.ALL))
    tasks.change(screen, lambda unit: write.start(unit, Fields(title="新的"), Words("", 0)))
    qtbot.waitUntil(lambda: screen.model.total == 1)


def titles(screen):
    return [screen.model.row(row) and line(screen.model.row(row)).title for row in range(screen.model.rowCount())]


def settled(qtbot, screen):
    qtbot.waitUntil(lambda: not screen.model.loading)
    return titles(screen)


def test_a_queue_keeps_the_order_that_was_chosen_for_it(qtbot, screen, store, editor):
    for title in ("乙", "甲", "丙"):
        written(store, editor, title)
    shown(qtbot, screen, Place(Queue.MINE))
    assert settled(qtbot, screen) == ["丙", "甲", "乙"]
    screen._commands.run("list.sort.title")
    assert settled(qtbot, screen) == ["丙", "乙", "甲"]
    shown(qtbot, screen, Place(Queue.ALL))
    assert settled(qtbot, screen) == ["丙", "甲", "乙"]
    shown(qtbot, screen, Place(Queue.MINE))
    assert settled(qtbot, screen) == ["丙", "乙", "甲"]
    assert screen.head.order.text().startswith("标题")
    assert not screen._commands.action("list.sort.due").isEnabled()


def test_typing_finds_in_the_queue_and_one_click_looks_everywhere(qtbot, screen, store, editor):
    written(store, editor, "老街一", abandoned=True)
    written(store, editor, "老街二")
    shown(qtbot, screen, Place(Queue.TRASH))
    screen.head.line.insert("街")
    qtbot.waitUntil(lambda: settled(qtbot, screen) == ["老街一"])
    assert "找到 1 篇" in screen.head.heading.text()
    scope = screen.filters.findChild(QToolButton)
    with qtbot.waitSignal(screen.widened):
        scope.click()
    qtbot.waitUntil(lambda: settled(qtbot, screen) == ["老街二", "老街一"])
    qtbot.keyClick(screen.head.line, Qt.Key.Key_Escape)
    assert settled(qtbot, screen) == ["老街二", "老街一"] and screen.head.line.text() == ""


def test_what_was_found_is_shown_with_its_words_marked(qtbot, screen, store, editor):
    written(store, editor, "老街新貌")
    screen.show_hits("老街")
    settled(qtbot, screen)
    shown_line = line(screen.model.row(0))
    assert (shown_line.title_marks, shown_line.piece, shown_line.piece_marks) == (((0, 2),), "老街新貌。", ((0, 2),))
    screen.head.order_chosen.emit("best")
    settled(qtbot, screen)
    assert "最相关的 1 篇" in screen.head.heading.text()


def test_filters_stand_as_chips_and_a_click_takes_one_away(qtbot, screen, store, editor):
    written(store, editor, "老街一")
    screen.show_filtered(of_person(editor.person_id, editor.name))
    assert settled(qtbot, screen) == ["老街一"]
    with store.reading() as connection:
        choices = [choice for members in offered(connection).values() for choice in members]
    for words, found in (("退回", 0), ("草稿", 1), ("今年", 1), ("乡镇动态", 0)):
        screen.filters.set(next(choice for choice in choices if choice.words == words))
        assert len(settled(qtbot, screen)) == found
    chip = next(b for b in screen.filters.findChildren(QToolButton) if b.accessibleName() == "栏目：乡镇动态")
    chip.click()
    assert settled(qtbot, screen) == ["老街一"]
    screen.filters.clear()
    assert not screen.filters.isVisible()


def test_the_filters_of_the_newsroom_are_offered_in_a_menu(qtbot, screen):
    shown(qtbot, screen, Place(Queue.MINE))
    screen._commands.run("list.filter")
    qtbot.waitUntil(lambda: screen.filters._menu.isVisible())
    assert [action.text() for action in screen.filters._menu.actions()] == ["阶段", "栏目", "人员", "改动时间"]
    screen.filters._menu.close()


def test_an_empty_search_says_what_to_do_next(qtbot, screen, store, editor):
    shown(qtbot, screen, Place(Queue.MINE))
    assert "Ctrl+N" in screen.rows._empty_text
    screen.head.line.insert("没有")
    assert settled(qtbot, screen) == [] and "“没有”" in screen.rows._empty_text


def test_the_keyboard_goes_from_the_list_to_the_search_and_back(qtbot, screen, store, editor):
    article_id = written(store, editor, "老街一")
    shown(qtbot, screen, Place(Queue.MINE))
    screen.activateWindow()
    screen.focus_list()
    qtbot.waitUntil(screen.rows.hasFocus)
    for key, modifier in (
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(screen.rows, key, modifier)
        assert screen.head.line.hasFocus()
        qtbot.keyClick(screen.head.line, Qt.Key.Key_Escape)
        assert screen.rows.hasFocus()
    qtbot.keyClick(screen.rows, Qt.Key.Key_Slash)
    qtbot.keyClick(screen.head.line, Qt.Key.Key_Down)
    assert screen.rows.hasFocus() and screen.rows.current_id() == article_id


def test_several_drafts_are_abandoned_at_once_and_brought_back(qtbot, screen, store, editor):
    for title in ("老街一", "老街二"):
        written(store, editor, title)
    shown(qtbot, screen, Place(Queue.MINE))
    assert not screen._commands.action("list.abandon").isEnabled()
    screen.rows.selectAll()
    screen._commands.run("list.abandon")
    qtbot.waitUntil(lambda: bool(screen._messages.messages()))
    message = screen._messages.messages()[0]
    assert "2 篇" in message.text and message.action_text == "撤销"
    with store.reading() as connection:
        assert len(queues.ids(connection, Place(Queue.TRASH), editor)) == 2
    message.action()
    qtbot.waitUntil(lambda: len(screen._messages.messages()) == 2)
    with store.reading() as connection:
        assert len(queues.ids(connection, Place(Queue.TRASH), editor)) == 0


def test_what_a_step_does_not_fit_is_left_and_said(qtbot, screen, store, editor):
    written(store, editor, "老街一")
    with store.changing(editor) as unit:
        channel = read_channels.every(unit.connection)[0].id
        fields = Fields(title="老街二", body="老街。", source="本台", channel_id=channel)
        saved = write.start(unit, fields, Words("老街。", 3))
        review.submit(unit, saved.draft_id, saved.version)
    shown(qtbot, screen, Place(Queue.MINE))
    screen.rows.selectAll()
    screen._commands.run("list.recall")
    qtbot.waitUntil(lambda: bool(screen._messages.messages()))
    assert "已撤回 1 篇" in screen._messages.messages()[0].text and "1 篇没有动" in screen._messages.messages()[0].text


def test_where_no_step_fits_several_only_one_row_is_selected(qtbot, screen, store, editor):
    for title in ("老街一", "老街二"):
        written(store, editor, title)
    shown(qtbot, screen, Place(Queue.ALL))
    screen.rows.selectAll()
    assert screen.rows.selected_ids() == []


def test_the_row_that_is_marked_is_the_article_on_the_screen(qtbot, screen, store, editor):
    first, second, third = (written(store, editor, title) for title in ("甲", "乙", "丙"))
    shown(qtbot, screen, Place(Queue.MINE))
    screen.choose(second)
    assert screen.rows.selected_ids() == [second]
    screen._tasks.change(screen, lambda unit: trash.abandon(unit, draft_of(store, second)))
    qtbot.waitUntil(lambda: screen.model.total == 2)
    assert screen.rows.selected_ids() == [], "the neighbour is not what is on the screen"
    assert screen.rows.current_id() in (first, third), "but the arrow keys go on from there"
    screen.choose(third)
    screen.choose(second)  # opened from elsewhere: it is not in this list
    assert screen.rows.selected_ids() == []
    shown(qtbot, screen, Place(Queue.TRASH))
    assert screen.rows.selected_ids() == [second]


def test_a_new_article_is_marked_once_it_is_in_the_list(qtbot, screen, store, editor):
    written(store, editor, "甲")
    shown(qtbot, screen, Place(Queue.MINE))
    screen.choose(screen.model.id_at(0))
    screen.choose(-1)
    assert screen.rows.selected_ids() == []
    screen._tasks.change(
        screen,
        lambda unit: write.start(unit, Fields(title="新的"), Words("", 0)),
        lambda s: screen.choose(s.article_id),
    )
    qtbot.waitUntil(lambda: screen.model.total == 2)
    assert screen.rows.selected_ids() == [screen.model.id_at(0)]


def draft_of(store, article_id):
    with store.reading() as connection:
        return articles.get(connection, article_id).draft.id
