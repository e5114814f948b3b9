"""A person is told of what others did to their articles, and of what came to wait for them."""

from __future__ import annotations

from db.actions import release, review
from db.store import notices


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
