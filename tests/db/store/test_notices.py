"""A person is told of what others did to their articles, and of what came to wait for them."""

from __future__ import annotations

from dataclasses import replace

from db.actions import amend, notes, release, review
from db.domain.amendment import Edit
from db.domain.article import Words
from db.domain.note import Spot
from db.store import amendments, notices

from ..conftest import TEXT


def of(desk, actor):
    with desk.store.reading() as connection:
        return [(notice.verb, notice.by, notice.waits) for notice in notices.newest(connection, actor)]


def test_who_may_decide_is_told_that_a_text_waits(desk):
    desk.submit(desk.start())
    assert of(desk, desk.zhou) == [("submit", "林晓", True)]
    assert of(desk, desk.lin) == []


def test_the_writer_is_told_of_a_return_and_nobody_of_their_own_doing(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "请核对。")
    assert of(desk, desk.lin) == [("return", "周敏", False)]
    assert of(desk, desk.zhou) == []


def test_the_next_level_is_told_when_the_one_before_approved(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    assert of(desk, desk.gao) == [("approve", "周敏", True)]


def test_of_each_article_the_newest_thing_is_told(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    assert of(desk, desk.lin) == [("publish", "何川", False)]


def test_who_is_called_in_a_note_is_told_and_the_writer_that_there_is_one(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        note = notes.annotate(unit, saved.draft_id, Spot(), "@高远 请看这个数。", desk.waiting(saved))
    assert calls(desk, desk.gao) == [("annotate", "周敏", True)]
    assert calls(desk, desk.lin) == [("annotate", "周敏", False)]
    with desk.store.changing(desk.lin) as unit:
        notes.reply(unit, note, "核对过了，@周敏")
    assert calls(desk, desk.zhou)[0] == ("note_reply", "林晓", True)
    assert calls(desk, desk.su) == []


def test_an_amendment_is_told_to_the_writer_and_its_answer_to_who_amended(desk):
    saved = desk.start()
    desk.submit(saved)
    fields = replace(TEXT, title="改过的题")
    with desk.store.changing(desk.zhou) as unit:
        amend.begin(unit, saved.draft_id, desk.waiting(saved))
        amend.save(unit, saved.draft_id, fields, 1)
        amend.finish(unit, saved.draft_id, fields, Words("", 0), [Edit(1, "title")], 2)
    assert calls(desk, desk.lin) == [("amend", "周敏", False)]
    with desk.store.changing(desk.lin) as unit:
        waiting = amendments.of_draft(unit.connection, saved.draft_id)
        amend.confirm(unit, saved.draft_id, waiting.digest, {1}, Words("", 0))
    assert calls(desk, desk.zhou)[0] == ("confirm", "林晓", True)


def test_who_a_text_is_handed_to_is_told(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        review.hand_over(unit, saved.draft_id, desk.xu.person_id)
    assert calls(desk, desk.xu) == [("hand_over", "周敏", True)]


def calls(desk, actor):
    with desk.store.reading() as connection:
        return [(notice.verb, notice.by, notice.calls) for notice in notices.newest(connection, actor)]
