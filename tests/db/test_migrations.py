"""The file on disk is what the tables say, and no other file is taken for it."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import db.schema.articles
import db.schema.corrections
import db.schema.newsroom
import db.schema.site
from db.domain.errors import NotANewsroom, StoreTooNew
from db.schema.base import metadata
from db.schema.triggers import FROZEN, triggers
from db.store.driver import APPLICATION_ID, sqlite_module
from db.store.engine import open_engine
from db.store.postgres import tables
from db.store.unit import Store
from db.store.upgrade import HEAD, MIGRATIONS, schema_number, upgrade


def _all_but_search(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """The search index is made in each database's own way, and a server counts who wrote."""
    return kind != "table" or name in metadata.tables or not str(name).startswith(("search", "writer"))


def test_head_is_what_the_tables_say(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _all_but_search, "compare_server_default": True, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_every_module_of_the_schema_is_compared() -> None:
    known = {
        db.schema.articles.article,
        db.schema.corrections.reader_note,
        db.schema.newsroom.person,
        db.schema.site.target,
    }
    assert known <= set(metadata.tables.values())


def test_head_is_the_number_of_the_newest_script() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [f"{HEAD:04d}"]


def test_the_triggers_in_the_record_are_those_of_the_schema(store: Store) -> None:
    with store.reading() as connection:
        if store.is_shared:
            found, wanted = tables.rules(connection)
            assert found == wanted
            assert set(triggers()) <= set(found)
            return
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
        found = {row.name: row.sql for row in rows}
    assert found == triggers()


def test_every_frozen_table_has_its_three_triggers(store: Store) -> None:
    with store.reading() as connection:
        tables = set(inspect(connection).get_table_names())
    assert set(FROZEN) <= tables
    for table in FROZEN:
        assert {f"{table}_no_update", f"{table}_no_delete", f"{table}_no_replace"} <= set(triggers())


def test_a_second_upgrade_has_nothing_to_do(store: Store) -> None:
    assert schema_number(store) == HEAD
    assert upgrade(store) is None


@pytest.mark.places("file")
def test_a_newer_file_is_refused_and_left_as_it_is(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {HEAD + 1}")
    store.engine.dispose()  # the last connection brings the log home
    before = store.path.read_bytes()
    with pytest.raises(StoreTooNew) as refused:
        upgrade(store)
    assert refused.value.found == str(HEAD + 1)
    assert store.path.read_bytes() == before


@pytest.mark.parametrize("mark", [0, 0x11223344, APPLICATION_ID + 1])
def test_the_file_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, mark: int) -> None:
    path = tmp_path / "theirs.db"
    driver = sqlite_module()
    theirs = driver.connect(str(path))
    theirs.executescript(f"PRAGMA application_id = {mark}; CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);")
    theirs.close()
    store = Store(path)
    with pytest.raises(NotANewsroom):
        upgrade(store)
    store.close()
    theirs = driver.connect(str(path))
    assert theirs.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    assert theirs.execute("PRAGMA application_id").fetchone() == (mark,)
    theirs.close()


def test_a_table_made_in_a_transaction_that_fails_is_gone(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "x.caibian")
    with pytest.raises(RuntimeError), engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (i INTEGER)"))
        raise RuntimeError
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_an_upgrade_that_fails_leaves_the_file_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = importlib.import_module("db.store.upgrade")
    monkeypatch.setattr(first, "APPLICATION_ID", "no number")  # the very last statement of the upgrade
    store = Store(tmp_path / "half.caibian")
    with pytest.raises(Exception, match=r"syntax|number"):
        first.upgrade(store)
    assert inspect(store.engine).get_table_names() == []
    monkeypatch.undo()
    upgrade(store)
    assert schema_number(store) == HEAD
    store.close()


@pytest.mark.parametrize(
    "number", [int(script.revision) for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
)
def test_a_file_of_every_earlier_schema_is_upgraded_with_what_is_in_it(tmp_path: Path, number: int) -> None:
    store = Store(tmp_path / "earlier.caibian")
    upgrade(store, number)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO setting (key, value) VALUES ('site_name', '\"青禾新闻网\"')")
    kept = upgrade(store)
    assert schema_number(store) == HEAD
    assert kept is None if number == HEAD else kept is not None and kept.exists()
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT value FROM setting").scalar_one() == '"青禾新闻网"'
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    assert {row.name: row.sql for row in rows} == triggers()
    store.close()
