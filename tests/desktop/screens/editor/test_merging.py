"""Two people saved one draft: what does not meet is merged, what meets is asked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QRadioButton

from db.actions import write
from db.domain.article import Words
from db.store import articles, history, people
from desktop.screens.editor.merge_dialog import MergeDialog
from tests.desktop.screens.editor.conftest import rewrite

BODY = "第一段。\n\n第二段有48个。\n\n第三段。\n"


@pytest.fixture
def meet(desk, fill, qtbot):
    """Save ``theirs`` from elsewhere while ``mine`` is written; return when both are offered."""

    def meeting(mine, theirs, **fields):
        desk.screen.open(None)
        qtbot.waitUntil(lambda: desk.screen._opened is not None)
        fill()
        rewrite(desk.screen, BODY)
        assert desk.screen.commit_pending()
        qtbot.waitUntil(lambda: desk.screen._opened.article is not None)
        article_id = desk.screen._opened.article.id
        desk.tasks.changed.disconnect(desk.screen._on_changed)  # the other program's change is not heard of yet
        with desk.store.reading() as connection:
            draft = articles.get(connection, article_id).draft
            other = people.actor(connection, desk.people["陈立"])
        with desk.store.changing(other) as unit:
            write.save(unit, draft.id, replace(draft.fields, body=theirs, **fields), Words(theirs, 9), draft.version)
        rewrite(desk.screen, mine)
        with qtbot.waitSignal(desk.screen._saver.conflict, timeout=5000):
            pass
        qtbot.waitUntil(lambda: desk.screen._frame._pages.currentIndex() == 1)
        return article_id, draft.id

    return meeting


def first_choice(desk):
    return desk.screen._reading._choices.itemAt(0).widget()


def stored(desk, article_id):
    with desk.store.reading() as connection:
        return articles.get(connection, article_id).draft.fields


def test_what_does_not_meet_is_merged_with_one_click(desk, meet, qtbot):
    mine, theirs = BODY.replace("第一段", "我的第一段"), BODY.replace("第三段", "对方的第三段")
    article_id, draft_id = meet(mine, theirs, subtitle="对方的副题")
    assert first_choice(desk).text() == "合并两份"
    first_choice(desk).click()
    wanted = mine.replace("第三段", "对方的第三段")
    qtbot.waitUntil(lambda: stored(desk, article_id).body == wanted)
    assert stored(desk, article_id).subtitle == "对方的副题"
    assert desk.screen._sheet.body.text() == wanted
    with desk.store.reading() as connection:
        kept = {
            row.kind: history.journal_fields(connection, row.id).body
            for row in history.journal_rows(connection, draft_id)
        }
    assert (kept["met"], kept["refused"]) == (theirs, mine)


def test_what_meets_is_asked_and_nothing_is_chosen_beforehand(desk, meet, qtbot):
    article_id, _draft_id = meet(BODY.replace("48", "49"), BODY.replace("48", "50"))
    assert "1 处" in first_choice(desk).text()
    answered = []

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MergeDialog)
        assert not dialog.accept_button.isEnabled()
        buttons = dialog.findChildren(QRadioButton)
        assert not any(button.isChecked() for button in buttons)
        buttons[1].click()
        answered.append(dialog.accept_button.isEnabled())
        dialog.accept()

    QTimer.singleShot(0, answer)
    first_choice(desk).click()
    assert answered == [True]
    qtbot.waitUntil(lambda: "50个" in stored(desk, article_id).body and desk.screen._saver.clean)
    assert "50个" in desk.screen._sheet.body.text()


def test_who_thinks_better_of_merging_still_has_both(desk, meet, qtbot):
    article_id, _draft_id = meet(BODY.replace("48", "49"), BODY.replace("48", "50"))
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    first_choice(desk).click()
    assert desk.screen._sheet.body.text() == BODY.replace("48", "49")
    assert stored(desk, article_id).body == BODY.replace("48", "50")
    assert desk.screen._reading.isVisible()
