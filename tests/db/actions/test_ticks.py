"""Facts of a text are ticked by who reviews it; a tick stands while the fact does, and every word of it is kept."""

import pytest

from db.actions import channels, review, ticks
from db.domain.errors import BadValue, Leased, MovedOn, NotAllowed, Unchecked, WrongStage
from db.domain.release import Rendered
from db.domain.ticks import FactSheet
from db.domain.workflow import Stage
from db.store import ticks as record
from db.store import trail
from db.store.verify import verify

A, B = "a" * 32, "b" * 32


def scheme(desk, levels=(1, 2), **options):
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, name="两审制", levels=2, fact_levels=levels, **options)


def tick(desk, saved, actor, *keys, note="", digest=None):
    for key in keys:
        with desk.store.changing(actor) as unit:
            ticks.tick_fact(unit, saved.draft_id, digest or desk.waiting(saved), key, note)


def approve(desk, saved, actor, sheet):
    seen = desk.waiting(saved)
    with desk.store.changing(actor) as unit:
        made = Rendered(seen, "1", "<p>正文</p>", "正文")
        return review.approve(unit, saved.draft_id, seen, "", made, sheet)


def standing(desk, saved, level=1):
    with desk.store.reading() as c:
        return record.at_level(c, saved.draft_id, level)


@pytest.fixture
def waiting(desk):
    saved = desk.start()
    desk.submit(saved)
    return saved


def test_a_tick_is_kept_with_who_gave_it_and_by_what_source(desk, waiting):
    tick(desk, waiting, desk.zhou, A, note="县统计局 11 月报表")
    kept = standing(desk, waiting)[A]
    assert (kept.ticked, kept.note, kept.by, kept.level) == (True, "县统计局 11 月报表", "周敏", 1)
    with desk.store.reading() as c:
        assert [e.person for e in trail.entries(c, waiting.article_id) if e.verb == "tick"] == ["周敏"]
    assert verify(desk.store).faults == []


def test_a_tick_is_taken_back_by_a_row_of_its_own(desk, waiting):
    tick(desk, waiting, desk.zhou, A)
    with desk.store.changing(desk.zhou) as unit:
        ticks.untick_fact(unit, waiting.draft_id, desk.waiting(waiting), A)
    assert not standing(desk, waiting)[A].ticked
    with desk.store.reading() as c:
        assert c.exec_driver_sql("SELECT count(*) FROM fact_tick").scalar_one() == 2
    assert verify(desk.store).faults == []


def test_only_who_may_decide_ticks(desk, waiting):
    for actor in (desk.lin, desk.gao, desk.he, desk.admin):
        with pytest.raises(NotAllowed):
            tick(desk, waiting, actor, A)
    with desk.store.changing(desk.zhou) as unit:
        review.claim_draft(unit, waiting.draft_id)
    with pytest.raises(Leased):
        tick(desk, waiting, desk.xu, A)
    tick(desk, waiting, desk.zhou, A)


def test_nobody_checks_a_text_of_their_own(desk):
    saved = desk.start(desk.xu)
    desk.submit(saved, desk.xu)
    with pytest.raises(NotAllowed):
        tick(desk, saved, desk.xu, A)


def test_what_is_ticked_is_the_text_that_waits(desk, waiting):
    with pytest.raises(MovedOn):
        tick(desk, waiting, desk.zhou, A, digest="0" * 64)
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, waiting.draft_id)
    with pytest.raises(WrongStage):
        tick(desk, waiting, desk.zhou, A, digest="0" * 64)


@pytest.mark.parametrize(("key", "note"), [("", ""), ("k" * 65, ""), ("钥匙", ""), ("a b", ""), (A, "长" * 201)])
def test_what_is_no_key_or_no_note_is_refused(desk, waiting, key, note):
    with pytest.raises(BadValue):
        tick(desk, waiting, desk.zhou, key, note=note)


def test_where_the_scheme_asks_for_it_nothing_is_approved_with_open_facts(desk):
    scheme(desk)
    saved = desk.start()
    sheet = FactSheet(desk.submit(saved), (A, B))
    tick(desk, saved, desk.zhou, A)
    with pytest.raises(Unchecked) as refused:
        approve(desk, saved, desk.zhou, sheet)
    assert (refused.value.open, refused.value.of) == (1, 2)
    tick(desk, saved, desk.zhou, B)
    assert approve(desk, saved, desk.zhou, sheet) is Stage.REVIEW
    assert verify(desk.store).faults == []


def test_each_level_checks_for_itself(desk):
    scheme(desk, levels=(2,))
    saved = desk.start()
    sheet = FactSheet(desk.submit(saved), (A,))
    tick(desk, saved, desk.zhou, A)
    approve(desk, saved, desk.zhou, sheet)
    with pytest.raises(Unchecked):
        approve(desk, saved, desk.gao, sheet)
    tick(desk, saved, desk.gao, A)
    assert approve(desk, saved, desk.gao, sheet) is Stage.APPROVED


def test_facts_of_another_text_are_not_trusted(desk):
    scheme(desk)
    saved = desk.start()
    desk.submit(saved)
    for sheet in (None, FactSheet("0" * 64, ())):
        with pytest.raises(MovedOn):
            approve(desk, saved, desk.zhou, sheet)


def test_what_was_checked_stays_so_when_the_text_comes_again(desk):
    scheme(desk)
    saved = desk.start()
    desk.submit(saved)
    tick(desk, saved, desk.zhou, A)
    with desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "数字请再核")
    saved = desk.save(saved, body="首月接待读者9361人次。")
    sheet = FactSheet(desk.submit(saved), (A, B))
    assert sheet.open(standing(desk, saved)) == (B,)
    tick(desk, saved, desk.xu, B)  # another reviewer of the level goes on
    approve(desk, saved, desk.xu, sheet)
    assert verify(desk.store).faults == []


def test_where_nothing_is_asked_the_count_goes_on_record_all_the_same(desk, waiting):
    tick(desk, waiting, desk.zhou, A)
    approve(desk, waiting, desk.zhou, FactSheet(desk.waiting(waiting), (A, B)))
    with desk.store.reading() as c:
        [entry] = [e for e in trail.entries(c, waiting.article_id) if e.verb == "approve"]
    assert '"checked":1,"of":2' in entry.facts


def test_a_scheme_asks_at_its_own_levels_alone(desk):
    with pytest.raises(BadValue):
        scheme(desk, levels=(3,))
    scheme(desk, levels=(1,))
    assert verify(desk.store).faults == []


def test_an_author_may_check_where_the_office_recorded_an_exemption(desk):
    scheme(desk, exemption="只有两个人")
    saved = desk.start(desk.xu)
    desk.submit(saved, desk.xu)
    tick(desk, saved, desk.xu, A)
    assert standing(desk, saved)[A].ticked
