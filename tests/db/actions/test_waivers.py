"""A picture without an alternative text is sent in with a reason or not at all, and the reason stays on record."""

import pytest

from db.actions import review
from db.domain.article import Fields
from db.domain.errors import BadValue, Unwaived
from db.domain.waiver import without_alt
from db.store import trail, waivers
from db.store.verify import verify
from tests.db.tampering import drop_rules

A, B, FILM = "a" * 64, "b" * 64, "c" * 64
BARE = f'一段。\n\n![](asset:{A} "图说")\n\n![有](asset:{B})\n'


def submit(desk, saved, waived=None, actor=None):
    with desk.store.changing(actor or desk.lin) as unit:
        return review.submit(unit, saved.draft_id, saved.version, waived or {})


@pytest.mark.parametrize(
    ("body", "bare"),
    [
        (BARE, (A,)),
        (f"![ ](asset:{A}) ![  ](<asset:{B}>)", (A, B)),
        (f"![](asset:{A})\n\n![有](asset:{A})", (A,)),
        (f"![a\\]b](asset:{A})", ()),
        (f"![](asset:{FILM}.mp4)", ()),
        (f'<img src="asset:{A}" alt=""><img alt="有" src="asset:{B}">', (A,)),
        (f"[](asset:{A})", ()),
        ("![](https://a.example/b.png)", ()),
    ],
)
def test_pictures_of_the_record_are_asked_for_words(body, bare):
    assert without_alt(Fields(body=body)) == bare


def test_without_words_or_a_reason_nothing_is_sent(desk):
    saved = desk.start(body=BARE)
    for waived in ({}, {A: " \n"}, {B: "别的图"}):
        with pytest.raises(Unwaived) as refused:
            submit(desk, saved, waived)
        assert refused.value.subjects == (A,)
    with pytest.raises(BadValue):
        submit(desk, saved, {A: "长" * 501})
    assert desk.article(saved).draft.stage == "editing"


def test_a_reason_is_kept_with_who_gave_it_and_travels_on(desk):
    saved = desk.start(body=BARE)
    submit(desk, saved, {A: "装饰图片"})
    with desk.store.reading() as c:
        [kept] = waivers.of_article(c, saved.article_id)
        verbs = [entry.verb for entry in trail.entries(c, saved.article_id)]
    assert (kept.subject, kept.reason, kept.by) == (A, "装饰图片", desk.lin.name)
    assert verbs.index("waive") < verbs.index("submit")
    assert verify(desk.store).faults == []


def test_what_was_set_aside_once_is_not_asked_again(desk):
    saved = desk.start(body=BARE)
    submit(desk, saved, {A: "装饰图片"})
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)
    submit(desk, saved)
    with desk.store.reading() as c:
        assert len(waivers.of_article(c, saved.article_id)) == 1


@pytest.mark.parametrize(
    "change",
    ["UPDATE waiver SET reason = '别的'", "DELETE FROM waiver", "INSERT INTO waiver SELECT * FROM waiver"],
)
def test_a_waiver_is_frozen_below_the_program(desk, change):
    saved = desk.start(body=BARE)
    submit(desk, saved, {A: "装饰图片"})
    with pytest.raises(Exception, match="frozen"), desk.store.engine.begin() as c:
        c.exec_driver_sql(change)


def test_verify_finds_one_that_was_forged_or_taken_away(desk):
    saved = desk.start(body=BARE)
    submit(desk, saved, {A: "装饰图片"})
    with desk.store.engine.begin() as c:
        drop_rules(c, "waiver_no_update")
        c.exec_driver_sql("UPDATE waiver SET reason = '总编同意'")
        c.exec_driver_sql(
            "INSERT INTO waiver (draft_id, rule, subject, reason, person_id, at) SELECT draft_id, rule, 'x', 'y', "
            "person_id, at FROM waiver"
        )
    kinds = {fault.kind for fault in verify(desk.store).faults}
    assert {"waiver_changed", "waiver_unrecorded", "trigger_missing"} <= kinds
