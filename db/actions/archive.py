"""Taking an old site's articles in as migrated releases: by an administrator, dated before, never replacing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, insert, select, update

from db.actions import lanes, review, write
from db.actions.uid import time_ordered
from db.domain.addresses import article_address, local_year
from db.domain.article import Fields, Words, missing
from db.domain.audit import row_digest
from db.domain.errors import BadValue, NotAllowed
from db.domain.people import Role
from db.domain.release import Attribution, ReleaseKind, Rendered
from db.domain.revision import RevisionKind, canonical, digest, to_json
from db.domain.workflow import Publication
from db.schema.articles import article, release, revision
from db.schema.newsroom import channel
from db.store import assets, counters, ids, search, settings, trail
from db.store.digests import sha256
from db.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Migrated:
    """An article of an old site. ``editors`` and ``reviewers`` are kept as quoted text, not as people here."""

    fields: Fields
    words: Words
    tokens: str  # of the plain text, for the index (`bigrams.tokens`)
    published_at: str  # UTC
    editors: tuple[str, ...]
    reviewers: tuple[str, ...]
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one article: its id, or None when the very same text was here already."""

    article_id: int | None
    digest: str


@dataclass(frozen=True, slots=True)
class _New:
    """One that is taken, with the names that it gets here. Ids are given, not asked for: nobody else writes now."""

    item: Migrated
    form: str
    digest: str
    html_digest: str
    number: str
    address: str
    article_id: int
    revision_id: int
    release_id: int
    touched: int
    published_seq: int
    channel_seq: int


def migrate(unit: Unit, items: Sequence[Migrated]) -> list[Taken]:
    """Take articles in, in the order given, some hundred at a time. What is here already, to the letter, is not taken.

    Raises BadValue for the first that cannot be taken; then none is.
    """
    if not unit.actor.may(Role.ADMIN):
        raise NotAllowed("archive_import")
    slugs = {row.id: row.slug for row in unit.connection.execute(select(channel.c.id, channel.c.slug))}
    forms: dict[str, tuple[str, Migrated]] = {}
    asked = []
    for item in items:
        _refuse_bad(unit, item, slugs)
        form = canonical(item.fields)
        made = digest(form)
        if item.rendered.digest != made:
            raise BadValue("body", "format", item.fields.title)
        forms.setdefault(made, (form, item))
        asked.append(made)
    known = _present(unit, revision.c.digest, forms, revision.c.kind == RevisionKind.IMPORT)
    new = _named(unit, {made: given for made, given in forms.items() if made not in known}, slugs)
    _write(unit, new)
    ids = {one.digest: one.article_id for one in new}
    return [Taken(ids.pop(made, None), made) for made in asked]


def _refuse_bad(unit: Unit, item: Migrated, channels: Collection[int]) -> None:
    if item.fields.channel_id not in channels:
        raise BadValue("channel_id", "unknown", str(item.fields.channel_id))
    if item.published_at >= unit.now:
        raise BadValue("date", "future", item.published_at)
    if "title" in missing(item.fields):
        raise BadValue("title", "empty")
    write.refuse_bad(item.fields)


def _present(
    unit: Unit, column: ColumnElement[str], values: Collection[str], *conditions: ColumnElement[bool]
) -> set[str]:
    """Return those of the values that the column has."""
    wanted = column.in_(bindparam("values", expanding=True))
    return set(unit.connection.scalars(select(column).where(wanted, *conditions), {"values": list(values)}))


def _named(unit: Unit, forms: Mapping[str, tuple[str, Migrated]], slugs: Mapping[int, str]) -> list[_New]:
    """Give register numbers, ids, addresses and places in the lists."""
    c, items = unit.connection, [item for _, item in forms.values()]
    years = [local_year(item.published_at) for item in items]
    registers = {year: iter(counters.register_numbers(c, year, n)) for year, n in Counter(years).items()}
    numbers = [next(registers[year]) for year in years]
    addresses = _addresses(unit, items, numbers, slugs)
    touched, published = (iter(counters.take_many(c, name, len(items))) for name in ("touched", "published"))
    by_channel = Counter(item.fields.channel_id for item in items)
    places = {key: iter(counters.take_many(c, f"channel:{key}", n)) for key, n in by_channel.items()}
    articles, revisions, releases = (iter(ids.take(c, table, len(items))) for table in (article, revision, release))
    return [
        _New(
            item, form, made, sha256(item.rendered.html), number, address, next(articles), next(revisions),
            next(releases), next(touched), next(published), next(places[item.fields.channel_id]),
        )
        for (made, (form, item)), number, address in zip(forms.items(), numbers, addresses, strict=True)
    ]  # fmt: skip


def _addresses(
    unit: Unit, items: Sequence[Migrated], numbers: Sequence[str], slugs: Mapping[int, str]
) -> Iterator[str]:
    """Yield the address that each wants by its slug; one that is taken has its register number for a name."""

    def address(item: Migrated, number: str, slug: str) -> str:
        return article_address(slugs[item.fields.channel_id or 0], item.published_at, number, slug)

    wanted = [address(item, number, item.fields.slug) for item, number in zip(items, numbers, strict=True)]
    taken = _present(unit, article.c.address, wanted)
    for item, number, name in zip(items, numbers, wanted, strict=True):
        found = address(item, number, "") if name in taken else name
        taken.add(found)
        yield found


def _write(unit: Unit, new: Sequence[_New]) -> None:
    """Write all rows of a kind at once, the frozen ones before those that point to them."""
    if not new:
        return
    c, site = unit.connection, str(settings.get(unit.connection, "site_name"))
    releases = [_release(unit, one, site) for one in new]
    c.execute(insert(article), [_article(unit, one) for one in new])
    c.execute(insert(revision), [_revision(unit, one) for one in new])
    review.keep_all_rendered(unit, [one.item.rendered for one in new])
    c.execute(insert(release), releases)
    live = update(article).where(article.c.id == bindparam("key"))
    c.execute(live.values(publication=Publication.LIVE), [_live(one) for one in new])
    told = [
        (one.article_id, {"release": one.release_id, "digest": one.digest, "row": row_digest(row)})
        for one, row in zip(new, releases, strict=True)
    ]
    trail.add_all(unit, "migrated", told)
    texts = {one.article_id: lanes.findable(one.number, one.item.fields, one.item.words) for one in new}
    search.index_new(c, texts, {one.article_id: one.item.tokens for one in new})
    unit.article_ids.update(texts)


def _article(unit: Unit, one: _New) -> dict[str, Any]:
    fields = one.item.fields
    return {
        "id": one.article_id, "uid": time_ordered(unit.now), "number": one.number, "publication": Publication.NONE,
        "level": 0, "channel_id": fields.channel_id, "title": fields.title, "source": fields.source,
        "count": one.item.words.count, "touched": one.touched, "changed_at": unit.now, "changed_by": unit.actor.name,
        "published_seq": one.published_seq, "published_at": one.item.published_at, "channel_seq": one.channel_seq,
        "address": one.address,
    }  # fmt: skip


def _live(one: _New) -> dict[str, Any]:
    return {"key": one.article_id, "live_release_id": one.release_id}


def _revision(unit: Unit, one: _New) -> dict[str, Any]:
    return {
        "id": one.revision_id, "article_id": one.article_id, "draft_id": None, "n": 1, "digest": one.digest,
        "kind": RevisionKind.IMPORT, "name": "", "person_id": unit.actor.person_id, "at": unit.now,
        "count": one.item.words.count, "form": one.form,
    }  # fmt: skip


def _release(unit: Unit, one: _New, site: str) -> dict[str, Any]:
    fields = one.item.fields
    names = Attribution(
        fields.source, fields.correspondents, fields.photographers, fields.authors,
        one.item.editors, one.item.reviewers, fields.information_source or site,
    )  # fmt: skip
    return {
        "id": one.release_id, "article_id": one.article_id, "draft_id": None, "revision_id": one.revision_id,
        "digest": one.digest, "kind": ReleaseKind.MIGRATED, "published_at": one.item.published_at, "at": unit.now,
        "person_id": unit.actor.person_id, "channel_id": fields.channel_id, "channel_seq": one.channel_seq,
        "address": one.address, "attribution": to_json(names), "html_digest": one.html_digest,
        "renderer": one.item.rendered.renderer,
        "renditions": to_json(assets.renditions(unit.connection, fields)),
        "decisions": "[]", "reason_kind": "", "reason": "",
    }  # fmt: skip
