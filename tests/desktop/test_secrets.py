"""The password of a shared newsroom is kept by the system, by an address without it, or by nobody."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from db.domain.place import address_of
from desktop import secrets

ADDRESS = address_of("postgresql://lin:sesam@db.example/news")
NAMED = "postgresql+psycopg://lin@db.example/news"


class Refused(Exception):
    pass


def installed(monkeypatch: pytest.MonkeyPatch, **does: object) -> None:
    errors = SimpleNamespace(KeyringError=Refused)
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(errors=errors, **does))
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


def test_the_system_keeps_it_by_the_address_alone(monkeypatch):
    kept = {}
    installed(
        monkeypatch,
        get_password=lambda service, name: kept.get((service, name)),
        set_password=lambda service, name, secret: kept.update({(service, name): secret}),
    )
    assert secrets.password_of(ADDRESS) == ""
    assert secrets.keep(ADDRESS)
    assert kept == {("caibian", NAMED): "sesam"}
    assert secrets.password_of(address_of(NAMED)) == "sesam"


def test_a_keyring_that_refuses_keeps_nothing(monkeypatch):
    def refuse(*_asked: object) -> None:
        raise Refused

    installed(monkeypatch, get_password=refuse, set_password=refuse)
    assert (secrets.password_of(ADDRESS), secrets.keep(ADDRESS)) == ("", False)


def test_without_one_it_is_kept_nowhere(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert (secrets.password_of(ADDRESS), secrets.keep(ADDRESS)) == ("", False)


def test_the_password_is_in_no_words_of_an_address():
    assert "sesam" not in f"{ADDRESS} {ADDRESS!r}"
