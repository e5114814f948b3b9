"""Who may decide on a draft now, by the table that the actions obey."""

from db.actions import people
from db.store import articles


def deciders(desk, saved):
    with desk.store.reading() as connection:
        return articles.deciders(connection, saved.draft_id)


def test_those_of_the_level_are_named_without_the_author(desk):
    saved = desk.start()
    assert deciders(desk, saved) == ()
    desk.submit(saved)
    assert deciders(desk, saved) == ("周敏", "许安")


def test_who_decided_before_is_not_asked_again(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    assert deciders(desk, saved) == ("高远",)


def test_who_is_retired_is_not_waited_for(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.gao.person_id)
    assert deciders(desk, saved) == ()
