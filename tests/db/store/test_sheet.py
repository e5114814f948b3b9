"""A review sheet says what the record says of the lane that was sent in last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.actions import amend, release, review, ticks
from db.domain.amendment import BODY, Edit
from db.domain.errors import BadValue
from db.domain.release import ReleaseKind, Verdict
from db.domain.workflow import Stage
from db.store import sheet as sheets
from db.store import trail
from db.store.clock import days
from tests.db.conftest import TEXT, words

NOW = "2026-11-25T00:00:00Z"


def sheet_of(desk, saved):
    with desk.store.reading() as connection:
        return sheets.of_article(connection, saved.article_id, NOW)


def test_every_decision_of_the_lane_is_on_it_with_its_level_and_revision(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "数字请核对。")
    desk.submit(desk.save(saved, body="首月接待读者9361人次。"))
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    made = sheet_of(desk, saved)
    told = [(d.level, d.by, d.verdict, made.revisions[d.revision_id], d.lapsed) for d in made.decisions]
    assert told == [
        (1, "周敏", Verdict.RETURN, 1, True),
        (1, "周敏", Verdict.APPROVE, 2, False),
        (2, "高远", Verdict.APPROVE, 2, False),
    ]
    assert made.decisions[0].opinion == "数字请核对。"
    assert (made.stage, made.levels, made.revision.n, made.submitted_by) == (Stage.APPROVED, 2, 2, "林晓")
    assert made.authors == ("林晓",)
    assert made.release is None


def test_its_code_names_revision_digest_and_the_head_of_the_chain(desk):
    saved = desk.approved()
    made = sheet_of(desk, saved)
    with desk.store.reading() as connection:
        head = trail.head(connection)
    assert made.code().split("\n") == [
        "caibian/sheet/1", f"{made.number} 1", desk.waiting(saved), f"{head.length} {head.hash}",
    ]  # fmt: skip


def test_once_signed_the_release_is_on_it(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    made = sheet_of(desk, saved)
    assert made.release is not None
    assert (made.release.kind, made.release.by) == (ReleaseKind.PUBLISH, "何川")


def test_what_was_never_sent_in_has_none(desk):
    saved = desk.start()
    with pytest.raises(BadValue) as told:
        sheet_of(desk, saved)
    assert (told.value.field, told.value.reason) == ("sheet", "not_sent_in")


def test_those_of_some_days_are_those_first_published_on_them(desk):
    saved = desk.approved()
    desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.reading() as connection:
        today = date.fromisoformat(sheet_of(desk, saved).release.at[:10])
        begin, end = days(date(2020, 1, 1), date(2100, 1, 1))
        assert sheets.published(connection, begin, end) == [saved.article_id]
        assert sheets.published(connection, *days(date(2020, 1, 1), date(2020, 1, 2))) == []
    assert days(today, today)[0] < days(today, today)[1]


def test_what_was_amended_checked_and_left_open_is_on_it(desk):
    saved = desk.start(body="首月接待读者9316人次。")
    desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        ticks.tick_fact(unit, saved.draft_id, desk.waiting(saved), "a1")
        amend.begin(unit, saved.draft_id, desk.waiting(saved))
        fields = replace(TEXT, body="首月接待读者9361人次。")
        edits = (Edit(0, BODY, 6, "9316", "9361"),)
        amend.finish(unit, saved.draft_id, fields, words(fields), edits, 1)
    made = sheet_of(desk, saved)
    assert [(one.by, one.changes, one.confirmed_by) for one in made.amendments] == [("周敏", 1, "")]
    assert made.checked == {1: 1} and made.open_notes == 0
