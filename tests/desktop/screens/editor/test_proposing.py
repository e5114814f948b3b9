"""What the text proposes for its fields: asked for, put into an empty field, and never over what was written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QToolButton

from desktop.kit.confirm import ConfirmDialog
from desktop.screens.editor.proposing import Proposing

BODY = (
    "本报讯（记者 林晓）青禾县老旧小区改造完成，惠及三千户居民。改造资金由县财政统筹。\n\n"
    "老旧小区改造以后，林晓在东街看到，雨污分流管网已经建成。雨污分流管网全长六公里。\n"
)


@pytest.fixture
def form(qtbot, desk, fill):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.body.set_text(BODY)
    return desk.screen._sheet.properties


@pytest.fixture
def propose(qtbot, form, desk):
    def proposing(name, done):
        form.findChild(QToolButton, f"propose-{name}").click()
        qtbot.waitUntil(done)

    return proposing


def answer(accepts, seen):
    """Answer the question that comes next."""

    def answering():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ConfirmDialog):
            QTimer.singleShot(5, answering)
            return
        seen.append(dialog.accessibleDescription())
        (dialog.accept if accepts else dialog.reject)()

    QTimer.singleShot(0, answering)


def test_an_empty_summary_is_filled_from_the_text_and_undo_empties_it(desk, form, propose, qtbot):
    with qtbot.waitSignal(form.edited):
        propose("summary", lambda: form.summary.value() != "")
    assert form.summary.value().startswith("青禾县老旧小区改造完成，惠及三千户居民。")
    form.summary._text.undo()
    assert form.summary.value() == ""


def test_a_slug_is_the_pinyin_of_the_title_and_undo_takes_it_back(form, propose):
    propose("slug", lambda: form.slug.value() != "")
    assert form.slug.value().startswith("qing-he-xian") and not form.slug.problem()
    form.slug._line.undo()
    assert form.slug.value() == ""


@pytest.mark.parametrize(("name", "old"), [("summary", "写好的摘要。"), ("slug", "xie-hao-de")])
@pytest.mark.parametrize("accepts", [True, False])
def test_what_was_written_is_replaced_only_when_the_person_says_so(qtbot, form, propose, name, old, accepts):
    field = getattr(form, name)
    field.set_value(old)
    seen = []
    answer(accepts, seen)
    propose(name, lambda: bool(seen) and QApplication.activeModalWidget() is None)
    assert old in seen[0] and "换成" in seen[0]
    assert (field.value() != old) is accepts


def test_keywords_are_added_behind_those_that_are_there_without_names_of_people(form, propose):
    form.keywords.set_value(["民生"])
    propose("keywords", lambda: len(form.keywords.value()) > 1)
    words = form.keywords.value()
    assert words[0] == "民生" and not any("林晓" in word for word in words)
    assert any("小区" in word or "管网" in word for word in words)
    assert len(words) == len(set(words))


def test_a_text_that_says_nothing_proposes_nothing_in_words(desk, form, propose):
    desk.screen._sheet.body.set_text("")
    propose("summary", lambda: bool(desk.messages.messages()))
    assert "太短" in desk.messages.messages()[0].text and form.summary.value() == ""


def test_what_comes_late_is_not_put_into_another_text(qtbot, desk, form):
    form.findChild(QToolButton, "propose-keywords").click()
    desk.screen._sheet.body.set_text("另一篇。")
    proposing = desk.screen.findChild(Proposing)
    assert proposing._ticket is not None
    qtbot.waitUntil(lambda: proposing._ticket is None)
    assert form.keywords.value() == ()


def test_who_may_only_read_is_offered_no_proposals(form, desk):
    desk.screen._sheet.set_writable(False)
    assert all(form.findChild(QToolButton, f"propose-{name}").isHidden() for name in ("summary", "keywords", "slug"))


def test_the_foot_says_how_long_the_text_is_and_takes_to_read(qtbot, desk, form):
    frame = desk.screen._frame
    frame.show_count(1284)
    assert frame._counted.text() == "1,284 字 · 约 4 分钟"
    frame.show_count(0)
    assert frame._counted.text() == "0 字"
