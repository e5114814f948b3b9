"""Reading templates and snippets."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from db.domain.revision import fields_from
from db.domain.template import Template, TemplateKind
from db.schema.newsroom import template


def every(connection: Connection, kind: TemplateKind) -> list[Template]:
    """Return those of a kind in the order in which they were kept."""
    query = select(template).where(template.c.kind == kind).order_by(template.c.id)
    return [
        Template(row.id, TemplateKind(row.kind), row.name, fields_from(json.loads(row.fields)))
        for row in connection.execute(query)
    ]
