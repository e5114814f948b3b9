"""The list over a real record."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.actions import channels, newsroom, people, trash, write
from db.domain.article import Fields, Words
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Role
from db.store import channels as read_channels
from db.store import people as read_people
from db.store.queues import Place, Queue
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
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
def screen(qtbot, tasks):
    theme = Theme()
    made = LibraryScreen(tasks, theme, Commands(theme), MessageBar(theme))
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
    assert not screen._restore_button.isEnabled()
    screen.choose(article_id)
    screen._restore_button.click()
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
