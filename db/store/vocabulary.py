"""What forms offer to complete: the names that the record knows, those used of late first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Text, cast, func, select

from db.schema.articles import article, draft, draft_text, revision
from db.schema.newsroom import person, unit

LATEST = 2_000  # articles whose words are offered
MOST = 1_000  # names of a kind: so many are gone through with each key

_LISTS = ("correspondents", "photographers", "authors")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by what they are of, each once."""

    organisations: tuple[str, ...] = ()  # sources, issuers, contributing units
    people: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


def read(connection: Connection) -> Vocabulary:
    """Gather the words of the articles touched last, then the units and the people of the newsroom."""
    organisations: list[str] = []
    people: list[str] = []
    keywords: list[str] = []
    for fields in _latest(connection):
        organisations += (fields["source"], fields["information_source"], fields["issuer"], fields["reprinted"])
        keywords += fields["keywords"]
        for name in _LISTS:
            people += fields[name]
    for short, full in connection.execute(select(unit.c.short_name, unit.c.full_name).where(unit.c.active)):
        organisations += (short, full)
    people += connection.scalars(select(person.c.name).where(person.c.active))
    return Vocabulary(_each_once(organisations), _each_once(people), _each_once(keywords))


def _latest(connection: Connection) -> Iterable[dict[str, Any]]:
    """Yield the small fields of the articles touched last; their bodies stay in the database."""
    last = select(article.c.id, article.c.touched).order_by(article.c.touched.desc()).limit(LATEST).subquery()
    text = (
        select(draft_text.c.fields)
        .join(draft, draft.c.id == draft_text.c.draft_id)
        .where(draft.c.article_id == last.c.id)
        .order_by(draft.c.id.desc())
        .limit(1)
        .correlate(last)
        .scalar_subquery()
    )
    imported = (
        select(revision.c.form)
        .where(revision.c.article_id == last.c.id)
        .order_by(revision.c.n.desc())
        .limit(1)
        .correlate(last)
        .scalar_subquery()
    )
    form = func.coalesce(text, imported)
    paths = ("source", "information_source", "policy.issuer", "reprint.source", "keywords", *_LISTS)
    query = select(_picked(connection, form, paths)).select_from(last).order_by(last.c.touched.desc())
    names = ("source", "information_source", "issuer", "reprinted", "keywords", *_LISTS)
    for found in connection.scalars(query):
        if found is not None:
            yield dict(zip(names, json.loads(found), strict=True))


def _picked(connection: Connection, form: ColumnElement[Any], paths: Iterable[str]) -> ColumnElement[Any]:
    """Return a JSON list, as text, of these fields of a text's canonical form."""
    if connection.dialect.name == "postgresql":
        fields = cast(form, JSON)
        parts = (func.json_extract_path(fields, "fields", *path.split(".")) for path in paths)
        return cast(func.json_build_array(*parts), Text)
    return func.json_extract(form, *(f"$.fields.{path}" for path in paths))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))[:MOST]
