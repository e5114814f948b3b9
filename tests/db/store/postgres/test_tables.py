"""A database on a server is a newsroom at the newest schema, or it is left as it is."""

from __future__ import annotations

import pytest
from alembic.script import ScriptDirectory

from db.domain.errors import NotANewsroom, StoreTooNew, StoreUnavailable
from db.domain.people import PROGRAM
from db.schema.triggers import triggers
from db.store.opening import open_store
from db.store.postgres import tables
from db.store.unit import Store
from db.store.upgrade import HEAD, MIGRATIONS, schema_number, upgrade

EVERY = [int(script.revision) for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]


@pytest.fixture
def empty(cluster):
    address = cluster.create()
    yield address
    cluster.drop(address)


@pytest.mark.parametrize("number", EVERY)
def test_a_record_of_every_earlier_schema_is_upgraded_with_what_is_in_it(cluster, empty, number):
    store = Store(empty)
    upgrade(store, number)
    cluster.admin("INSERT INTO setting (key, value) VALUES ('site_name', '\"青禾新闻网\"')", empty.database)
    assert upgrade(store) is None  # its keeper makes the backups
    assert schema_number(store) == HEAD
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT value FROM setting").scalar_one() == '"青禾新闻网"'
        found, wanted = tables.rules(connection)
    assert found == wanted
    assert set(triggers()) < set(found)
    store.close()


def test_the_database_of_another_program_is_refused_and_left_as_it_is(cluster, empty):
    cluster.admin("CREATE TABLE theirs (x integer)", empty.database)
    for _ in range(2):
        with pytest.raises(NotANewsroom):
            open_store(empty)
    assert cluster.admin("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", empty.database) == [("theirs",)]


def test_a_newer_record_is_refused(cluster, empty):
    open_store(empty).close()
    cluster.admin(f"UPDATE alembic_version SET version_num = '{HEAD + 1:04d}'", empty.database)
    with pytest.raises(StoreTooNew) as told:
        open_store(empty)
    assert told.value.found == str(HEAD + 1)


def test_an_upgrade_that_fails_leaves_the_database_empty(cluster, empty, monkeypatch):
    monkeypatch.setattr(tables, "MARK", "it's")  # the last statements of the upgrade
    store = Store(empty)
    with pytest.raises(Exception, match="syntax"):
        upgrade(store)
    store.close()
    assert cluster.admin("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", empty.database) == [(0,)]
    monkeypatch.undo()
    open_store(empty).close()


def test_texts_are_compared_byte_by_byte_whatever_the_language_of_the_server(cluster):
    cluster.admin("CREATE DATABASE german TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de' LOCALE 'C.UTF-8'")
    address = cluster.address("german")
    store = open_store(address)
    odd = cluster.admin(
        "SELECT attrelid::regclass::text, attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND attnum > 0 "
        "AND atttypid = 'text'::regtype "
        "AND attcollation <> (SELECT oid FROM pg_collation WHERE collname = 'C')",
        address.database,
    )
    assert odd == []
    store.close()
    cluster.drop(address)


def test_a_database_in_another_script_than_unicode_is_refused(cluster):
    cluster.admin("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(StoreUnavailable) as told:
        open_store(cluster.address("latin"))
    assert told.value.reason == "encoding"
    cluster.drop(cluster.address("latin"))


def test_what_is_read_cannot_be_written(shared_store):
    with shared_store.reading() as connection, pytest.raises(Exception, match="read-only"):
        connection.exec_driver_sql("DELETE FROM setting")
    with pytest.raises(StoreUnavailable) as told, shared_store.looking() as plain:
        plain.exec_driver_sql("DELETE FROM setting")
    assert told.value.reason == "read_only"


def test_two_programs_that_open_an_empty_database_at_once_make_one_newsroom(empty):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(3) as pool:
        stores = list(pool.map(open_store, [empty] * 3))
    for store in stores:
        with store.changing(PROGRAM):
            pass
        store.close()
