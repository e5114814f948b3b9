"""Another text is read beside the one that is written."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.actions import write
from desktop.screens.editor.beside import BesidePanel
from desktop.screens.editor.beside_dialog import BesideDialog


@pytest.fixture
def article(desk, fill, qtbot):
    """An article with a revision on the screen, and another one in the record."""
    for title in ("清河镇的集市", "青禾县的渠"):
        desk.screen.open(None)
        qtbot.waitUntil(lambda: desk.screen._opened is not None and desk.screen._wanted is None)
        fill()
        desk.screen._sheet.fields.title.set_value(title)
        desk.screen._sheet._on_edited()
        assert desk.screen.commit_pending()
        qtbot.waitUntil(lambda: desk.screen._opened.article is not None)
    return desk.screen


def choose(desk, qtbot, pick):
    """Run the command; ``pick`` is called with the dialog once it lists something."""
    asked = []

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, BesideDialog) or dialog.picks.chosen() is None:
            timer.start(10)
            return
        asked.append(dialog)
        pick(dialog)

    timer = QTimer(singleShot=True)
    timer.timeout.connect(look)
    timer.start(10)
    desk.commands.run("article.beside")
    qtbot.waitUntil(lambda: bool(asked))


def panel(desk):
    return desk.screen.findChild(BesidePanel)


def test_another_article_stands_beside_the_text_which_is_written_on(desk, article, qtbot):
    choose(desk, qtbot, lambda dialog: dialog.accept())
    qtbot.waitUntil(lambda: panel(desk) is not None and "清河镇的集市" in panel(desk).page.toPlainText())
    assert panel(desk).isVisible()
    assert not article._inspector.isVisible()
    assert article._may_write()
    desk.commands.run("article.beside_close")
    assert not panel(desk).isVisible()
    assert article._inspector.isVisible()


def test_an_earlier_text_of_the_same_article_comes_first(desk, article, qtbot):
    with desk.store.changing(desk.tasks.actor) as unit:
        write.keep(unit, article._opened.article.draft.id, "头一稿")
    article._read()
    qtbot.waitUntil(lambda: bool(article._opened.revisions))
    article._sheet.fields.title.set_value("青禾县的新渠")
    article._sheet._on_edited()
    words = []

    def pick(dialog):
        words.append(dialog.picks.list.item(0).text())
        dialog.accept()

    choose(desk, qtbot, pick)
    qtbot.waitUntil(lambda: panel(desk) is not None and "青禾县的渠" in panel(desk).page.toPlainText())
    assert words[0].startswith("本稿第 1 稿")


def test_articles_are_found_by_pinyin_and_the_one_on_the_screen_is_not_among_them(desk, article, qtbot):
    found = []

    def pick(dialog):
        qtbot.keyClicks(dialog.picks.line, "qhz")
        qtbot.waitUntil(lambda: dialog.picks.list.count() == 1)
        found.append(dialog.picks.list.item(0).text())
        dialog.reject()

    choose(desk, qtbot, pick)
    assert found[0].startswith("清河镇的集市")
    assert panel(desk) is None
