"""The record's schema on a server: the migrations carried out, and what stands beside their tables there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Integer, Table, inspect

from db.domain.errors import NotANewsroom, StoreUnavailable
from db.domain.place import Address
from db.schema import plpgsql
from db.schema.triggers import triggers
from db.store.driver import Asked

MARK = "caibian"  # comment of the table that names the schema's number
BESIDE = ("alembic_version", "search", "writer")  # tables that a file does not have, or makes in its own way
NOTHING = "SELECT 1"

# Overlapping pairs of characters, each as one number (see ``grams``), beside the words as they are compared.
_SEARCH = (
    "CREATE TABLE search (article_id integer PRIMARY KEY, "
    'body text COLLATE "C" NOT NULL, title text COLLATE "C" NOT NULL, people text COLLATE "C" NOT NULL, '
    'source text COLLATE "C" NOT NULL, number text COLLATE "C" NOT NULL, grams bigint[] NOT NULL); '
    "CREATE INDEX ix_search_grams ON search USING gin (grams) WITH (fastupdate = off)"
)
# The count of each store's changes: what became of a commit whose answer was lost is read here.
_WRITER = 'CREATE TABLE writer (key text COLLATE "C" PRIMARY KEY, change bigint NOT NULL, at timestamptz NOT NULL)'

_NUMBER = """
SELECT obj_description(to_regclass('alembic_version'), 'pg_class'),
  (SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')),
  current_schema()
"""


def number_of(connection: Asked, address: Address) -> int:
    """Return the schema number: 0 when there is no table. Raises NotANewsroom for another program's database."""
    mark, tables, schema = connection.exec_driver_sql(_NUMBER).fetchone()
    if schema is None:
        raise StoreUnavailable("refused", str(address), "search_path")
    if not tables:
        return 0
    if mark != MARK:
        raise NotANewsroom(address)
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").fetchone()
    return int(row[0]) if row else 0


def migrated(connection: Connection, statement: str) -> str:
    """Return what a migration's own SQL, which is SQLite's, is here."""
    words = statement.lstrip()
    if words.startswith("CREATE TRIGGER") and "EXECUTE FUNCTION" not in words:
        return "; ".join(plpgsql.statements(words, _schema(connection)))
    if words.startswith("DROP TRIGGER"):
        name = words.split()[-1]  # its function takes the trigger with it
        names = [name, name.replace("_no_delete", "_no_truncate")] if name.endswith("_no_delete") else [name]
        return f"DROP FUNCTION {', '.join(names)} CASCADE"
    if words.startswith("CREATE VIRTUAL TABLE search "):
        return _SEARCH
    if words.startswith("INSERT INTO search (search,"):
        return NOTHING
    return statement


def settle(connection: Connection) -> None:
    """After the migrations: the mark, the writers' table, and a turn trigger on every table that has none."""
    schema = _schema(connection)
    run = connection.exec_driver_sql
    run(f"COMMENT ON TABLE alembic_version IS '{MARK}'")
    run(plpgsql.turn_function(schema))
    known = set(inspect(connection).get_table_names())
    if "writer" not in known:
        run(_WRITER)
    found = {row[0] for row in run(plpgsql.FOUND)}
    for table in sorted((known | {"writer"}) - {"alembic_version"}):
        if f"{table}_turn" not in found:
            run(plpgsql.turn(table))


@contextmanager
def without_rules(connection: Connection) -> Iterator[None]:
    """Switch the rules off for a record that is put in whole; they are on again in the very same transaction."""
    names = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
    for how in ("DISABLE", "ENABLE"):
        for name in names:
            connection.exec_driver_sql(f"ALTER TABLE {name} {how} TRIGGER USER")
        if how == "DISABLE":
            yield


def count_on(connection: Connection, tables: Iterable[Table]) -> None:
    """Have each table give its next id after those that are in it."""
    for table in tables:
        [key] = list(table.primary_key)[:1]
        if isinstance(key.type, Integer):
            sequence = f"pg_get_serial_sequence('{table.name}', '{key.name}')"
            connection.exec_driver_sql(f"SELECT setval({sequence}, max({key.name})) FROM {table.name}")


def rules(connection: Connection) -> tuple[dict[str, str], dict[str, str]]:
    """Return the triggers as they stand, and as they should: name -> all that makes them what they are."""
    found = {
        row[0]: plpgsql.described(row[1], row[2], row[3], _letter(row[4]))
        for row in connection.exec_driver_sql(plpgsql.FOUND)
    }
    tables = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
    return found, plpgsql.expected(triggers().values(), tables, _schema(connection))


def _letter(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _schema(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one())
