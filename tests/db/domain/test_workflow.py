"""Every step from every stage by every person: what the screens offer is what the rules allow."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from db.domain.errors import NotAllowed, WrongStage
from db.domain.people import PROGRAM, Actor, Role
from db.domain.workflow import (
    ARTICLE_MOVES,
    MOVES,
    Publication,
    Purpose,
    Stage,
    Standing,
    Step,
    check,
    check_article,
    steps_from,
)

# unconfirmed, by this person, and whether they write one
AMENDED = ((False, False, False), (True, False, False), (True, True, False), (False, False, True))
#: What must be so for a step about an amendment.
NEEDED = {
    Step.AMENDED: {"is_amending": True},
    Step.DROP: {"is_amending": True},
    Step.CONFIRM: {"unconfirmed": True},
    Step.TAKE_BACK: {"unconfirmed": True, "is_amender": True},
}
TRIPLES = list(product(Stage, Step, Role))


def person(*roles: Role, levels: frozenset[int] = frozenset({1, 2, 3})) -> Actor:
    return Actor(1, "某人", frozenset(roles), levels)


def standings(stage: Stage) -> list[Standing]:
    """Every relation that a person can have to a draft in this stage."""
    level = 1 if stage is Stage.REVIEW else 0
    amended = AMENDED if stage is Stage.REVIEW else AMENDED[:1]
    return [
        Standing(
            stage, level, author, submitter, decided, last, listed, exempt, None, *flags, purpose=purpose, behind=behind
        )
        for author, submitter, last, listed, exempt, behind in product((False, True), repeat=6)
        for purpose in (Purpose.UPDATE, Purpose.CORRECTION)
        for decided in (frozenset[int](), frozenset({1}), frozenset({2}))
        for flags in amended
    ]


def allowed(standing: Standing, step: Step, actor: Actor) -> bool:
    try:
        check(standing, step, actor)
    except (WrongStage, NotAllowed):
        return False
    return True


@pytest.mark.parametrize(("stage", "step", "role"), TRIPLES, ids=lambda value: value.value)
def test_what_is_offered_is_what_is_allowed(stage: Stage, step: Step, role: Role) -> None:
    for levels in (frozenset[int](), frozenset({1}), frozenset({2, 3})):
        actor = person(role, levels=levels)
        for standing in standings(stage):
            assert (step in steps_from(standing, actor)) == allowed(standing, step, actor), standing


@pytest.mark.parametrize(("stage", "step", "role"), TRIPLES, ids=lambda value: value.value)
def test_a_step_that_is_not_in_the_table_is_told_from_a_person_who_may_not(
    stage: Stage, step: Step, role: Role
) -> None:
    able = {"behind": step is Step.MERGE, **NEEDED.get(step, {})}
    standing = Standing(stage, 1, is_author=True, is_submitter=True, is_last_reviewer=True, exempt=True, **able)
    if (stage, step) not in MOVES:
        with pytest.raises(WrongStage) as wrong:
            check(standing, step, person(role))
        assert (wrong.value.step, wrong.value.stage) == (step, stage)
    elif role not in MOVES[stage, step].roles:
        with pytest.raises(NotAllowed) as refused:
            check(standing, step, person(role))
        assert refused.value.rule == "role"
    else:
        assert check(standing, step, person(role)) is MOVES[stage, step]


@pytest.mark.parametrize(("publication", "step", "role"), list(product(Publication, Step, Role)))
def test_what_is_live_or_withdrawn_moves_by_its_own_table(publication: Publication, step: Step, role: Role) -> None:
    move = ARTICLE_MOVES.get((publication, step))
    if move is None:
        with pytest.raises(WrongStage):
            check_article(publication, step, person(role))
    elif role not in move[1]:
        with pytest.raises(NotAllowed):
            check_article(publication, step, person(role))
    else:
        assert check_article(publication, step, person(role)) is move[0]


def test_the_administrator_and_the_program_take_no_step_of_a_draft() -> None:
    for stage in Stage:
        for standing in standings(stage):
            assert steps_from(standing, person(Role.ADMIN)) == ()
            assert steps_from(standing, PROGRAM) == ()


def test_nobody_decides_on_a_text_of_their_own() -> None:
    every = frozenset(Role)
    for step in (Step.APPROVE, Step.RETURN, Step.CLAIM):
        own = Standing(Stage.REVIEW, 1, is_author=True)
        with pytest.raises(NotAllowed) as refused:
            check(own, step, person(*every))
        assert refused.value.rule == "author"
        assert check(Standing(Stage.REVIEW, 1, is_author=True, exempt=True), step, person(*every))


def test_a_level_decides_on_a_text_that_stands() -> None:
    reviewer, editor = person(Role.REVIEWER), person(Role.EDITOR)
    waiting = Standing(Stage.REVIEW, 1, unconfirmed=True)
    assert not {Step.APPROVE, Step.RETURN, Step.AMEND} & set(steps_from(waiting, reviewer))
    assert Step.TAKE_BACK in steps_from(Standing(Stage.REVIEW, 1, unconfirmed=True, is_amender=True), reviewer)
    writing = set(steps_from(Standing(Stage.REVIEW, 1, is_amending=True), reviewer))
    assert writing == {Step.CLAIM, Step.PUT_DOWN, Step.CHECK, Step.HAND_OVER, Step.AMENDED, Step.DROP}
    assert Step.CONFIRM in steps_from(Standing(Stage.REVIEW, 1, is_author=True, unconfirmed=True), editor)
    own = Standing(Stage.REVIEW, 1, is_author=True, unconfirmed=True, is_amender=True, exempt=True)
    with pytest.raises(NotAllowed) as refused:
        check(own, Step.CONFIRM, editor)
    assert refused.value.rule == "own_amendment"


def test_nobody_decides_at_two_levels() -> None:
    with pytest.raises(NotAllowed) as refused:
        check(Standing(Stage.REVIEW, 2, decided_levels=frozenset({1})), Step.APPROVE, person(Role.REVIEWER))
    assert refused.value.rule == "two_levels"
    check(Standing(Stage.REVIEW, 1, decided_levels=frozenset({1})), Step.APPROVE, person(Role.REVIEWER))


def test_a_reviewer_reviews_their_levels_where_the_scheme_names_them() -> None:
    reviewer = person(Role.REVIEWER, levels=frozenset({1}))
    assert Step.APPROVE in steps_from(Standing(Stage.REVIEW, 1), reviewer)
    assert steps_from(Standing(Stage.REVIEW, 2), reviewer) == ()
    assert steps_from(Standing(Stage.REVIEW, 1, listed=False), reviewer) == ()


def test_a_publisher_may_have_approved_but_not_written() -> None:
    publisher = person(Role.PUBLISHER, Role.REVIEWER)
    assert Step.PUBLISH in steps_from(Standing(Stage.APPROVED, decided_levels=frozenset({1})), publisher)
    assert Step.PUBLISH not in steps_from(Standing(Stage.APPROVED, is_author=True), publisher)


def test_what_went_live_since_a_lane_was_opened_is_merged_before_the_lane_goes_out() -> None:
    publisher, editor = person(Role.PUBLISHER), person(Role.EDITOR)
    for stage in (Stage.APPROVED, Stage.SCHEDULED):
        with pytest.raises(NotAllowed) as refused:
            check(Standing(stage, purpose=Purpose.UPDATE, behind=True), Step.PUBLISH, publisher)
        assert refused.value.rule == "behind"
        assert Step.MERGE in steps_from(Standing(stage, is_author=True, behind=True), editor)
        assert Step.MERGE not in steps_from(Standing(stage, behind=True), editor)
        assert Step.MERGE not in steps_from(Standing(stage, is_author=True), editor)
    assert check(Standing(Stage.EDITING, behind=True), Step.MERGE, editor).to is Stage.EDITING


def test_a_correction_goes_out_at_once_and_never_at_a_time() -> None:
    standing = Standing(Stage.APPROVED, purpose=Purpose.CORRECTION)
    assert Step.PUBLISH in steps_from(standing, person(Role.PUBLISHER))
    assert Step.SCHEDULE not in steps_from(standing, person(Role.PUBLISHER))


def test_a_text_in_review_or_approved_is_read_only() -> None:
    for stage in (Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED, Stage.PUBLISHED, Stage.TRASHED):
        assert not {step for (at, step) in MOVES if at is stage} & {Step.SAVE, Step.ABANDON, Step.SUBMIT}


def test_a_published_draft_is_closed() -> None:
    assert not [step for (stage, step) in MOVES if stage is Stage.PUBLISHED]


def test_more_roles_never_take_a_step_away() -> None:
    for one, other in combinations(Role, 2):
        for stage in Stage:
            for standing in standings(stage):
                both = set(steps_from(standing, person(one, other)))
                assert both == set(steps_from(standing, person(one))) | set(steps_from(standing, person(other)))
