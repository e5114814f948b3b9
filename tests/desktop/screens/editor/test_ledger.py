"""核对单: the facts of a text that waits are gone through with the keyboard, and stay checked while they stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db.actions import channels, review, write
from db.domain.article import Fields
from db.store import articles
from db.store import ticks as record
from db.store.channels import schemes
from db.store.verify import verify
from desktop.proofreading.facts import facts
from desktop.screens.editor.fact_places import place_of
from desktop.screens.editor.fact_rows import FactRows, text_of
from desktop.screens.editor.ledger_panel import LedgerPanel
from desktop.text.words import words

BODY = "全村412户通了自来水，**比上年**增长6.9%。\n\n| 村 | 户 |\n|---|---|\n| 石坝村 | 37 |\n\n总投资1.35亿元。"
FIELDS = Fields(title="412户通水", source="县水利局", body=BODY)


@pytest.fixture
def waiting(desk):
    """A text that 林晓 sent in, and 周敏 has before them."""
    fields = replace(FIELDS, channel_id=desk.channel_id)
    with desk.store.changing(desk.tasks.actor) as unit:
        saved = write.start(unit, fields, words(fields.body))
        review.submit(unit, saved.draft_id, saved.version)
    desk.sign_in("周敏")
    return saved


@pytest.fixture
def ledger(qtbot, desk, waiting):
    desk.screen.open(waiting.article_id)
    made = desk.screen._inspector.ledger
    qtbot.waitUntil(lambda: made._rows is not None and made._rows.whole and made.checked() is not None)
    desk.commands.run("facts.show")
    qtbot.waitUntil(lambda: made.panel.list.currentIndex().isValid())
    return made


def keep(qtbot, ledger):
    qtbot.waitUntil(lambda: not ledger._under_way)


def kept(desk, saved):
    with desk.store.reading() as c:
        return {tick.key: tick for tick in record.of_draft(c, saved.draft_id)}


def ask_for_all(desk, levels):
    with desk.store.reading() as c:
        one = next(scheme for scheme in schemes(c) if scheme.name == "两审")
    admin = replace(desk.tasks.actor, person_id=1)
    with desk.store.changing(admin) as unit:
        channels.change_scheme(unit, one.id, name=one.name, levels=2, fact_levels=levels)


def tick_all(qtbot, ledger):
    for row in range(ledger.panel.model.rowCount()):
        ledger.panel.list.go(row)
        qtbot.keyClick(ledger.panel.list, Qt.Key.Key_Space)
    keep(qtbot, ledger)


def test_the_facts_are_listed_in_the_order_of_the_text(ledger):
    rows = [ledger.panel.model.fact(row).text for row in range(ledger.panel.model.rowCount())]
    for one, next_one in (("412户", "6.9%"), ("6.9%", "37"), ("37", "1.35亿元")):
        assert rows.index(one) < rows.index(next_one)


def test_they_are_ticked_and_unticked_with_the_space_bar(qtbot, desk, ledger, waiting):
    fact = ledger.panel.current()
    qtbot.keyClick(ledger.panel.list, Qt.Key.Key_Space)
    assert ledger.checked().checked == 1  # at once
    keep(qtbot, ledger)
    assert kept(desk, waiting)[fact.key].by == "周敏"
    qtbot.keyClick(ledger.panel.list, Qt.Key.Key_Space)
    keep(qtbot, ledger)
    assert not kept(desk, waiting)[fact.key].ticked


def test_j_and_k_go_on_and_back(qtbot, ledger):
    here = ledger.panel.list.currentIndex().row()
    qtbot.keyClick(ledger.panel.list, Qt.Key.Key_J)
    assert ledger.panel.list.currentIndex().row() == here + 1
    qtbot.keyClick(ledger.panel.list, Qt.Key.Key_K)
    assert ledger.panel.list.currentIndex().row() == here


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_Return])
def test_a_source_is_written_with_a_key_and_ticks_the_row(qtbot, desk, ledger, waiting, key):
    fact, panel = ledger.panel.current(), ledger.panel
    qtbot.keyClick(panel.list, key)
    panel.source.set_value("县统计局报表")
    panel._on_source()
    keep(qtbot, ledger)
    qtbot.waitUntil(lambda: fact.key in kept(desk, waiting))
    assert kept(desk, waiting)[fact.key].note == "县统计局报表"
    assert panel.source.isHidden()


def test_escape_leaves_the_source_unwritten(qtbot, desk, ledger, waiting):
    qtbot.keyClick(ledger.panel.list, Qt.Key.Key_N)
    qtbot.keyClick(ledger.panel, Qt.Key.Key_Escape)
    assert ledger.panel.source.isHidden() and kept(desk, waiting) == {}


def test_the_place_of_a_row_is_shown_in_the_text(qtbot, desk, ledger):
    seen = desk.screen._frame.text_seen()
    qtbot.waitUntil(lambda: "1.35亿元" in seen.toPlainText())
    model = ledger.panel.model
    ledger.panel.list.go(next(row for row in range(model.rowCount()) if model.fact(row).text == "1.35亿元"))
    [marked] = seen.extraSelections()
    assert marked.cursor.selectedText() == "1.35亿元"


def test_what_is_open_alone_can_be_listed(qtbot, ledger):
    rows = ledger.panel.model.rowCount()
    qtbot.keyClick(ledger.panel.list, Qt.Key.Key_Space)
    ledger.panel.open_only.setChecked(True)
    assert ledger.panel.model.rowCount() == rows - 1


@pytest.fixture
def demanding(desk):
    ask_for_all(desk, {1})


def test_where_the_scheme_asks_for_all_an_open_fact_keeps_the_text_back(qtbot, desk, demanding, waiting):
    desk.screen.open(waiting.article_id)
    made = desk.screen._inspector.ledger
    qtbot.waitUntil(lambda: made._rows is not None and made._rows.whole and made.checked() is not None)
    assert made.checked().demanded
    qtbot.waitUntil(lambda: "全部核对后才能通过" in desk.screen._review._facts.text())
    desk.commands.run("article.approve")
    qtbot.waitUntil(lambda: any("没有核对" in message.text for message in desk.messages.messages()))
    assert level(desk, waiting) == 1
    tick_all(qtbot, made)
    desk.commands.run("article.approve")
    qtbot.waitUntil(lambda: level(desk, waiting) == 2)
    assert verify(desk.store).faults == []


def level(desk, saved):
    with desk.store.reading() as c:
        return articles.get_draft(c, saved.draft_id).level


def test_only_what_changed_is_open_when_the_text_comes_again(qtbot, desk, ledger, waiting):
    tick_all(qtbot, ledger)
    of = ledger.checked().of
    with desk.store.changing(desk.tasks.actor) as unit:
        review.send_back(unit, waiting.draft_id, ledger._revision.digest, "投资额请再核")
    desk.sign_in("林晓")
    fields = replace(FIELDS, channel_id=desk.channel_id, body=BODY.replace("1.35亿元", "1.53亿元"))
    with desk.store.changing(desk.tasks.actor) as unit:
        saved = write.save(unit, waiting.draft_id, fields, words(fields.body), waiting.version)
        review.submit(unit, saved.draft_id, saved.version)
    desk.sign_in("周敏")
    desk.screen.open(waiting.article_id)
    made = desk.screen._inspector.ledger
    qtbot.waitUntil(lambda: made.checked() is not None and made.checked().checked == of - 1)
    made.show_open()
    assert made.panel.current().text == "1.53亿元"


def test_who_does_not_decide_only_looks(qtbot, desk, waiting):
    desk.sign_in("陈立")
    desk.screen.open(waiting.article_id)
    made = desk.screen._inspector.ledger
    qtbot.waitUntil(lambda: made.checked() is not None and made._rows.whole)
    assert not made.may()
    made.show_open()
    qtbot.keyClick(made.panel.list, Qt.Key.Key_Space)
    assert not made._under_way and made.checked().checked == 0


def test_a_text_that_is_being_written_has_no_list(qtbot, desk, fill):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    tabs = desk.screen._inspector._tabs
    assert not tabs.isTabVisible(tabs.indexOf(desk.screen._inspector.ledger.panel))
    assert not desk.commands.command("facts.show").enabled()


def test_a_place_is_told_by_what_is_around_it():
    text = "东村修路3公里。西村修路3公里。"
    second = [fact for fact in facts(text) if fact.text == "3公里"][1]
    assert place_of(text, second, "标题\n东村修路3公里。\n西村修路3公里。") == 16
    assert place_of(text, second, "别的话说了3公里这么远") == -1


def test_headings_and_summary_are_gone_through_too():
    text = text_of(Fields(shoulder="引题", title="标题", summary="摘要", body="**正文**"))
    assert text == "引题\n标题\n摘要\n正文"


def test_two_thousand_rows_are_a_list_like_any_other(qtbot, desk):
    text = "\n".join(f"第{n}村有{n}户。" for n in range(1, 2001))
    panel = LedgerPanel(desk.screen._theme)
    qtbot.addWidget(panel)
    panel.resize(280, 600)
    panel.show_rows(FactRows("d", text, tuple(facts(text)), whole=True, model=True), {})
    assert panel.model.rowCount() >= 2000
    panel.list.go(1999)
    assert panel.list.visualRect(panel.list.currentIndex()).isValid()
