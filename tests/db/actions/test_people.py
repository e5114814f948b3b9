"""Accounts: signing in, locking, and the last administrator."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.actions import people
from db.domain.errors import BadValue, NotAllowed, SignInFailed
from db.domain.people import PROGRAM, Role
from db.store.clock import system_clock
from db.store.unit import Store


def test_the_right_password_signs_in_whatever_the_case_of_the_name(desk):
    assert people.sign_in(desk.store, " LuoLan ", "correct horse").name == "罗岚"


def test_five_wrong_passwords_lock_the_account(desk):
    for left in (4, 3, 2, 1):
        with pytest.raises(SignInFailed) as told:
            people.sign_in(desk.store, "luolan", "wrong")
        assert (told.value.tries_left, told.value.locked_until) == (left, "")
    with pytest.raises(SignInFailed) as told:
        people.sign_in(desk.store, "luolan", "wrong")
    assert told.value.locked_until
    with pytest.raises(SignInFailed):
        people.sign_in(desk.store, "luolan", "correct horse")


def test_an_administrator_resets_a_password_and_lifts_the_lock(desk):
    with desk.store.changing(desk.admin) as unit:
        people.reset_password(unit, desk.lin.person_id, "a new password")
    assert people.sign_in(desk.store, "linxiao", "a new password").name == "林晓"


def test_the_last_administrator_stays(desk):
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.admin.person_id)
    assert told.value.rule == "last_admin"


def test_only_administrators_change_people(desk):
    with pytest.raises(NotAllowed), desk.store.changing(desk.lin) as unit:
        people.retire(unit, desk.su.person_id)


@pytest.mark.parametrize("login", ["", "林晓", "a b", "../x", "con\x00", "x" * 41])
def test_a_login_is_a_plain_short_word(desk, login):
    with pytest.raises(BadValue), desk.store.changing(desk.admin) as unit:
        people.add(unit, login, "某人", frozenset({Role.EDITOR}), frozenset(), frozenset(), "long enough")


def test_a_retired_person_signs_in_no_more(desk):
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.lin.person_id)
    with pytest.raises(SignInFailed):
        people.sign_in_demo(desk.store, desk.lin.person_id)


def test_who_signs_in_rightly_needs_no_room_on_the_disk_and_no_lock(desk):
    other = Store(desk.store.place)
    with other.changing(PROGRAM):
        assert people.sign_in(desk.store, "luolan", "correct horse").name == "罗岚"
    other.close()


def test_an_account_that_was_locked_by_a_clock_far_ahead_opens_when_it_is_set_right(desk):
    desk.store.clock = lambda: system_clock() + timedelta(days=400)
    for _ in range(people.TRIES):
        with pytest.raises(SignInFailed):
            people.sign_in(desk.store, "luolan", "wrong")
    with pytest.raises(SignInFailed) as told:
        people.sign_in(desk.store, "luolan", "correct horse")
    assert told.value.locked_until
    desk.store.clock = system_clock
    assert people.sign_in(desk.store, "luolan", "correct horse").name == "罗岚"
