"""Keeping, changing and removing templates, snippets and opinions."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from db.actions import rights, write
from db.domain.article import Fields
from db.domain.errors import BadValue, NotAllowed, NotFound
from db.domain.revision import to_json
from db.domain.template import TemplateKind, keepers, of_article
from db.schema.newsroom import template
from db.store import trail
from db.store.unit import Unit


def add(unit: Unit, kind: TemplateKind, name: str, fields: Fields) -> int:
    """Keep a text under a name; return its id. Raises BadValue: ``name`` taken, ``body`` empty but in an article."""
    _keeper(unit, kind)
    values = {"kind": kind, "name": _name(unit, kind, name, 0), "fields": _form(kind, fields)}
    made = unit.connection.execute(insert(template).values(**values).returning(template.c.id)).scalar_one()
    trail.add(unit, "template_added", None, of=made, values=values)
    return int(made)


def rename(unit: Unit, template_id: int, name: str) -> None:
    """Give it another name."""
    kind = TemplateKind(str(_get(unit, template_id)["kind"]))
    _keeper(unit, kind)
    given = _name(unit, kind, name, template_id)
    unit.connection.execute(update(template).where(template.c.id == template_id).values(name=given))
    trail.add(unit, "template_renamed", None, of=template_id, name=given)


def remove(unit: Unit, template_id: int) -> None:
    """Offer it no more; its words stay in the audit trail."""
    values = _get(unit, template_id)
    _keeper(unit, TemplateKind(str(values["kind"])))
    unit.connection.execute(delete(template).where(template.c.id == template_id))
    trail.add(unit, "template_removed", None, of=template_id, values=values)


def _keeper(unit: Unit, kind: TemplateKind) -> None:
    if not unit.actor.may(*keepers(kind)):
        raise NotAllowed("templates")


def _get(unit: Unit, template_id: int) -> dict[str, object]:
    query = select(template.c.kind, template.c.name, template.c.fields).where(template.c.id == template_id)
    row = unit.connection.execute(query).mappings().first()
    if row is None:
        raise NotFound("template")
    return dict(row)


def _name(unit: Unit, kind: TemplateKind, name: str, own_id: int) -> str:
    given = rights.name("name", name)
    taken = select(template.c.id).where(
        template.c.kind == kind, template.c.name == given, template.c.id != own_id
    )  # fmt: skip
    if unit.connection.scalar(taken) is not None:
        raise BadValue("name", "taken", given)
    return given


def _form(kind: TemplateKind, fields: Fields) -> str:
    words = kind is not TemplateKind.ARTICLE
    kept = Fields(body=fields.body) if words else of_article(fields)
    if words and not kept.body.strip():
        raise BadValue("body", "empty")
    write.refuse_bad(kept)
    return to_json(kept)
