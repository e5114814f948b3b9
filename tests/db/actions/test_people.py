"""Accounts: signing in, locking, and the last administrator."""

from __future__ import annotations

import pytest

from db.actions import people
from db.domain.errors import BadValue, NotAllowed, SignInFailed
from db.domain.people import Role


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
