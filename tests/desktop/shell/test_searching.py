"""在所有稿件中查找: every place in the drafts that are in work, and the article at the place that was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.actions import write
from db.domain.article import Fields, Words
from db.store.unit import Store
from desktop.screens.library import drafts_search

from .conftest import actor_of
from .test_window import signed_in

BODY = "山塘水库清淤完工。\n\n县里有水库三百座，**小型水库**二百座。"


def add_draft(path, title, body):
    store = Store(path)
    with store.changing(actor_of(store, "linxiao")) as unit:
        write.start(unit, Fields(title=title, channel_id=1, source="县水利局", body=body), Words(body, len(body)))
    store.close()


@pytest.fixture
def desk(qtbot, window, newsroom_file):
    add_draft(newsroom_file, "水库体检", BODY.replace("**", ""))
    return signed_in(qtbot, window, newsroom_file)


@pytest.fixture
def panel(qtbot, desk):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_H, _BOTH)
    found = desk.searching._panel
    qtbot.waitUntil(lambda: found.isVisible() and found.line.hasFocus())
    return found


_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def look_for(qtbot, panel, words):
    panel.line.setText(words)
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not panel.search.under_way)


def shown(panel):
    model = panel.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_every_place_is_listed_below_its_article(qtbot, panel):
    look_for(qtbot, panel, "水库")
    first, *places = shown(panel)
    assert first.startswith("水库体检")
    assert places == [
        "水库体检", "山塘水库清淤完工。", "县里有水库三百座，小型水库二百座。", "县里有水库三百座，小型水库二百座。",
    ]  # fmt: skip
    assert panel.words.text() == "1 篇稿件里共 4 处"


def test_a_place_in_the_text_is_gone_to_and_the_bar_shows_the_words(qtbot, desk, panel):
    look_for(qtbot, panel, "水库")
    qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    for _ in range(4):
        qtbot.keyClick(panel.rows, Qt.Key.Key_Down)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article.find_bar.finder.current == 2)
    assert desk.article.find_bar.line.text() == "水库"
    assert panel.isVisible()


def test_a_place_in_the_title_is_selected_there(qtbot, desk, panel):
    look_for(qtbot, panel, "体检")
    panel.rows.setFocus()
    panel.rows.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: desk.article is not None and desk.article._sheet.fields.title._line.selectedText() == "体检"
    )


def test_escape_brings_the_list_back(qtbot, desk, panel):
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.library.isVisible() and desk.library.rows.hasFocus())


def test_a_queue_that_is_chosen_brings_the_list_back(qtbot, desk, panel):
    desk.commands.run("queue.mine")
    qtbot.waitUntil(desk.library.isVisible)


def test_what_was_not_found_says_where_it_was_looked_for(qtbot, panel):
    look_for(qtbot, panel, "没有的词")
    assert panel.words.text().startswith("没有找到。找过")


def test_a_pattern_that_is_wrong_is_said_and_one_that_is_right_finds(qtbot, panel):
    panel.options.pattern.setChecked(True)
    look_for(qtbot, panel, "[")
    assert panel.words.text() == "少了右方括号 ]"
    look_for(qtbot, panel, "[二三]百座")
    assert panel.words.text() == "1 篇稿件里共 2 处"


def test_of_very_many_places_the_first_are_listed_and_that_is_said(qtbot, panel, monkeypatch):
    monkeypatch.setattr(drafts_search, "MOST", 2)
    look_for(qtbot, panel, "水库")
    assert panel.words.text() == "只列出前 2 处，请把词写得更具体。"
    assert len(shown(panel)) == 3


def test_the_words_of_the_article_s_bar_are_looked_for_in_all_drafts(qtbot, desk):
    desk.open_article(desk.library.model.id_at(0))
    qtbot.waitUntil(lambda: desk.article is not None and desk.article._opened is not None)
    desk.article.find_bar.open()
    desk.article.find_bar.line.setText("水库")
    desk.article.find_bar.wider.click()
    panel = desk.searching._panel
    assert panel.line.text() == "水库"
    qtbot.waitUntil(lambda: panel.model.rowCount() == 5)
