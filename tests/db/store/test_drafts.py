"""The words of drafts in work: what is written, waits, was approved; not what is published or thrown away."""

from __future__ import annotations

from db.actions import release, trash
from db.store import drafts


def in_work(desk):
    with desk.store.reading() as connection:
        return list(drafts.in_work(connection))


def test_drafts_of_every_stage_are_looked_through_changed_last_first(desk):
    written, waiting, approved = desk.start(), desk.start(), desk.approved()
    desk.submit(waiting)
    live, gone = desk.approved(), desk.start()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, live.draft_id)
    with desk.store.changing(desk.lin) as unit:
        trash.abandon(unit, gone.draft_id)
    desk.save(written, body="改过。")
    assert in_work(desk) == [written.article_id, waiting.article_id, approved.article_id]


def test_their_words_come_in_the_order_asked_for_without_what_is_gone(desk):
    one, other = desk.start(shoulder="引题", title="甲", body="正文。"), desk.start(title="乙")
    with desk.store.reading() as connection:
        found = drafts.texts(connection, [other.article_id, 999, one.article_id])
    assert [text.row.title for text in found] == ["乙", "甲"]
    assert (found[1].heads, found[1].plain) == ("引题\n甲", "正文。")
