"""A newsroom on a server in the window: connecting, founding, working; what is refused is said at the form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.actions import people
from db.domain.people import PROGRAM, Role
from db.domain.place import place_of
from db.store.backup import copy_newsroom
from db.store.unit import Store
from desktop import secrets
from desktop.screens.preferences import backups_panel
from desktop.screens.welcome import found_panel
from desktop.screens.welcome.connect_panel import ConnectPanel
from desktop.shell import keeper


@pytest.fixture
def keyring(monkeypatch):
    """The system's own, which a test must not write to."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(secrets, "password_of", lambda address: kept.get(str(address), ""))
    monkeypatch.setattr(secrets, "keep", lambda address: kept.setdefault(str(address), address.password))
    return kept


@pytest.fixture
def place(cluster):
    address = cluster.create()
    yield address
    cluster.drop(address)


def fill(panel: ConnectPanel, address, password=None) -> None:
    for field, value in (
        (panel.host, address.host), (panel.port, str(address.port)), (panel.database, address.database),
        (panel.user, address.user), (panel.password, address.password if password is None else password),
    ):  # fmt: skip
        field.set_value(value)
    panel.connect_button.click()


def found(qtbot, window, place) -> None:
    window.welcome.start.connect_button.click()
    assert window.welcome.panel is window.welcome.connecting
    fill(window.welcome.connecting, place)
    panel = window.welcome.found
    qtbot.waitUntil(lambda: window.welcome.panel is panel, timeout=10000)
    assert not panel.file.isVisible()
    for field, value in (
        (panel.site_name, "青禾县融媒体中心"), (panel.name, "罗岚"), (panel.login, "luolan"),
        (panel.password, "correct horse"), (panel.again, "correct horse"),
    ):  # fmt: skip
        field.set_value(value)
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=20000)


def sign_in(qtbot, window) -> None:
    panel = window.welcome.sign_in
    panel.login.set_value("luolan")
    panel.password.set_value("correct horse")
    panel.enter_button.click()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10000)


def test_a_shared_newsroom_is_founded_opened_again_and_shows_what_others_do(
    qtbot, window, place, keyring, monkeypatch, machine
):
    monkeypatch.setattr(keeper, "WATCH", 50)
    found(qtbot, window, place)
    sign_in(qtbot, window)
    shown = str(place_of(machine.get("last_newsroom")))
    assert place.password not in shown
    assert keyring[shown] == place.password  # it opened, so the system keeps it
    with qtbot.waitSignal(window.session.tasks.changed, timeout=10000):
        other = Store(place)
        with other.changing(PROGRAM) as unit:
            people.add(unit, "lin", "林晓", frozenset({Role.EDITOR}), frozenset(), frozenset(), "", demo=True)
        other.close()
    window.open(place_of(shown))  # as at the next start
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    assert window.session.site_name == "青禾县融媒体中心"


def test_what_does_not_let_in_is_said_at_the_form_which_stays_filled(qtbot, window, place, keyring):
    window.welcome.start.connect_button.click()
    panel = window.welcome.connecting
    for password, database in (("guess", place.database), (place.password, "elsewhere")):
        panel.database.set_value(database)
        window.welcome.messages.clear()
        fill(panel, place if database == place.database else _other(place, database), password)
        qtbot.waitUntil(lambda: bool(window.welcome.messages.messages()), timeout=10000)
        assert window.welcome.panel is panel
        assert panel.host.value() == place.host
        assert panel.password.value() == ("" if password == "guess" else password)
    assert keyring == {}


def _other(place, database):
    from dataclasses import replace

    return replace(place, database=database)


def test_the_backup_of_a_shared_one_is_a_file_made_when_asked(qtbot, window, place, keyring, monkeypatch, tmp_path):
    monkeypatch.setattr(backups_panel, "backups_of", lambda _place: tmp_path / "backups")
    found(qtbot, window, place)
    sign_in(qtbot, window)
    assert not [timer for timer in window.session.keeper._timers if timer.interval() == keeper.BACKUPS]
    panel = backups_panel.BackupsPanel(window.session.tasks, window.desk.messages)
    qtbot.addWidget(panel)
    panel.make()
    qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 1, timeout=20000)
    assert panel.restore_button.isHidden()
    assert not panel.make_button.isHidden()


def test_a_backup_is_put_into_an_empty_database_instead_of_founding_one(
    qtbot, window, place, cluster, keyring, monkeypatch, tmp_path
):
    found(qtbot, window, place)
    backup = copy_newsroom(window.session.store, tmp_path / "copy.caibian")
    empty = cluster.create()
    monkeypatch.setattr(found_panel, "ask_files", lambda *_asked: [backup])
    window.open(empty)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.found, timeout=10000)
    window.welcome.found.restore_button.click()
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=20000)
    assert window.session.store.place == empty
    sign_in(qtbot, window)
    window.open(place)
    qtbot.waitUntil(lambda: window.session is not None and window.session.store.place == place, timeout=20000)
    cluster.drop(empty)


def test_a_newsroom_in_a_file_is_founded_without_that(qtbot, window):
    window.welcome.start.found_button.click()
    assert window.welcome.panel is window.welcome.found
    assert window.welcome.found.restore_button.isHidden()


def test_a_whole_address_may_be_pasted(qtbot):
    panel = ConnectPanel()
    qtbot.addWidget(panel)
    panel.host.write("postgresql+psycopg://lin:sesam@db.example:6000/news?sslmode=verify-full&sslrootcert=/ca.pem")
    assert [field.value() for field in (panel.host, panel.port, panel.database, panel.user, panel.password)] == [
        "db.example", "6000", "news", "lin", "sesam"
    ]  # fmt: skip
    with qtbot.waitSignal(panel.filled) as told:
        panel.connect_button.click()
    address, keep = told.args
    assert keep
    assert str(address) == "postgresql+psycopg://lin@db.example:6000/news?sslmode=verify-full&sslrootcert=/ca.pem"


def test_a_whole_address_may_be_typed_too(qtbot):
    panel = ConnectPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.host.setFocus()
    for sign in "postgresql://lin@db.example:6000/news":
        qtbot.keyClicks(panel.focusWidget() or panel, sign)
    assert panel.database.value() == ""  # it may go on
    with qtbot.waitSignal(panel.filled) as told:
        panel.connect_button.click()
    assert str(told.args[0]) == "postgresql+psycopg://lin@db.example:6000/news?sslmode=prefer"


@pytest.mark.parametrize(("name", "value"), [("port", "viele"), ("port", "99999"), ("host", "a b"), ("database", "")])
def test_what_is_wrong_is_said_at_its_field(qtbot, name, value):
    panel = ConnectPanel()
    qtbot.addWidget(panel)
    good = {"host": "db.example", "port": "5432", "database": "news", "user": "lin"}
    for key, given in {**good, name: value}.items():
        getattr(panel, key).set_value(given)
    with qtbot.assertNotEmitted(panel.filled):
        panel.connect_button.click()
    assert getattr(panel, name).problem()
