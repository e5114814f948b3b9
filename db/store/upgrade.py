"""Bring a newsroom file to the newest schema, in one transaction, after a backup; refuse what is newer or foreign."""

from __future__ import annotations

from pathlib import Path

from db.domain.errors import NotANewsroom, StoreTooNew, StoreUnavailable
from db.domain.place import Address
from db.store.backup import copy_database
from db.store.driver import APPLICATION_ID
from db.store.unit import Store

MIGRATIONS = Path(__file__).parents[1] / "migrations"
BARRED = ("read_only", "no_rights", "full")  # why a file that cannot be written may still be read
HEAD = 12  # number of the newest script in migrations/versions, also kept in the file's user_version


def schema_number(store: Store) -> int:
    """Return the schema number of the record: 0 when it is empty. Raises NotANewsroom for another program's."""
    if isinstance(store.place, Address):
        from db.store.postgres import tables  # noqa: PLC0415  # psycopg only where a server is asked

        with store.looking() as connection:
            return tables.number_of(connection, store.place)
    with store.looking() as connection:
        [number] = connection.exec_driver_sql("PRAGMA user_version").fetchone()
        [mark] = connection.exec_driver_sql("PRAGMA application_id").fetchone()
        [tables] = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").fetchone()
    if mark != APPLICATION_ID and tables:
        raise NotANewsroom(store.path)
    return int(number)


def upgrade(store: Store, to: int = HEAD) -> Path | None:
    """Upgrade when needed. Return where the earlier file was kept, or None when nothing was to do.

    Raises:
        StoreTooNew: a newer program wrote the file; it is left as it is.
        NotANewsroom: the file belongs to another program.
        StoreUnavailable: the file needs an upgrade and cannot be written.
    """
    found = schema_number(store)
    if found > to:
        raise StoreTooNew(store.place, str(found))
    if found == to:
        return None
    if store.read_only:
        raise StoreUnavailable("read_only", str(store.place), "upgrade")
    kept = None
    if found and not store.is_shared:  # of a server's record its keeper makes the backups
        kept = store.path.with_name(f"{store.path.name}.before-{to:04d}")
        copy_database(store, kept)
    _migrate(store, to)
    return kept


def _migrate(store: Store, to: int) -> None:
    # Alembic costs 40 ms and is needed only when there is something to do.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with store.altering() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, f"{to:04d}")
        if store.is_shared:
            from db.store.postgres import tables  # noqa: PLC0415  # as above

            tables.settle(connection)
        else:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {to}")
