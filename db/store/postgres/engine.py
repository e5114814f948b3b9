"""SQLAlchemy on a server: the record's tables, migrations and upserts, written for SQLite, as PostgreSQL takes them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, Engine, Text, create_engine, event
from sqlalchemy.dialects.sqlite.dml import OnConflictClause
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex

from db.store.engine import gather_areas
from db.store.postgres import dialect, tables
from db.store.postgres.server import Server

# SQLite's upsert, which the actions write, names its target by columns alone; PostgreSQL's compiler asks for one more.
OnConflictClause.constraint_target = None  # type: ignore[attr-defined]


@compiles(Text, "postgresql")
def _text(kind: Text, compiler: Any, **more: Any) -> str:
    """A column's texts are compared byte by byte, as in SQLite, whatever language the server was set up for."""
    return 'TEXT COLLATE "C"' if isinstance(more.get("type_expression"), Column) else "TEXT"


@compiles(CreateIndex, "postgresql")
def _index(create: CreateIndex, compiler: Any, **more: Any) -> str:
    """An index of some rows is one here too."""
    options = create.element.dialect_options
    options["postgresql"]["where"] = options["sqlite"]["where"]
    return str(compiler.visit_create_index(create, **more))


def open_engine(server: Server) -> Engine:
    """Return an engine of connections that are looked at before they are used again."""
    engine = create_engine(
        "postgresql+psycopg://",
        creator=server.connect,
        pool_pre_ping=True,  # one that was cut while it rested is made anew
        use_native_hstore=False,
    )

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def _on_executing(
        connection: Connection, _cursor: Any, statement: str, values: Any, context: Any, many: bool
    ) -> tuple[str, Any]:
        plain = context is not None and context.compiled is None
        if connection.get_execution_options().get("migrating"):
            made = tables.migrated(connection, statement)
            return made.replace("%", "%%") if plain else made, values
        if not plain:
            return statement, values
        asked = dialect.translated(statement)
        given = [dialect.values(asked, one) for one in values] if many else dialect.values(asked, values)
        return asked.statement, given

    gather_areas(engine)
    return engine
