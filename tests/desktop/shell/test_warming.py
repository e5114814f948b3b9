"""What is made ready while the person looks at the list."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from db.store import people
from db.store.unit import Store
from desktop.shell.warming import QUIET, Warming

from .test_window import signed_in


def test_the_article_screen_is_there_before_it_is_asked_for(qtbot, window, newsroom_file):
    with qtbot.waitSignal(window.ready, timeout=10000):
        desk = signed_in(qtbot, window, newsroom_file)
    ready = desk.article
    with qtbot.waitSignal(ready.opened):
        desk.open_article(desk.library.model.id_at(0))
    assert desk.article is ready and ready.isVisible()


def test_who_leaves_before_it_is_ready_leaves_nothing_behind(qtbot, window, newsroom_file):
    signed_in(qtbot, window, newsroom_file).commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in)
    assert window.desk is None


def test_a_person_found_in_the_palette_leads_to_their_articles(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    store = Store(newsroom_file)
    with store.reading() as connection:
        person = next(p for p in people.everyone(connection) if p.login == "linxiao")
    store.close()
    desk.finding.person_wanted.emit(person)
    qtbot.waitUntil(lambda: not desk.library.model.loading)
    assert desk.library.place is None and not desk.navigation.currentIndex().isValid()
    assert [choice.words for choice in desk.library.filters.chosen.values()] == ["林晓"]


def test_who_is_typing_is_not_kept_waiting_for_it(qtbot, tasks):
    made = []
    owner = QWidget()
    qtbot.addWidget(owner)
    QLineEdit(owner)
    owner.show()
    warming = Warming(tasks, lambda: None, lambda: made.append(1), owner)
    qtbot.waitUntil(warming._rest.isActive, timeout=10000)
    for sign in "abc":
        warming._rest.setInterval(QUIET * 100)  # a key starts it anew, with this
        QTest.keyClick(owner.windowHandle(), sign)
        assert warming._rest.remainingTime() > QUIET and made == []
    warming._rest.start(0)
    qtbot.waitUntil(lambda: made == [1])
