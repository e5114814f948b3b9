"""The metadata, the names every constraint gets, and the area of the record that each table belongs to."""

from __future__ import annotations

from sqlalchemy import MetaData, Table
from sqlalchemy.sql.schema import SchemaItem

from db.domain.changes import Area

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def record(name: str, area: Area, *items: SchemaItem) -> Table:
    """Return a table whose writes are told to screens as ``area``."""
    return Table(name, metadata, *items, info={"area": area})
