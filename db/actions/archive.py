"""Taking an old site's articles in as migrated releases: by an administrator, dated before, never replacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import insert, select, update

from db.actions import lanes, rights
from db.actions.review import keep_rendered
from db.actions.uid import time_ordered
from db.domain.addresses import article_address, local_year
from db.domain.article import Fields, Words
from db.domain.audit import row_digest
from db.domain.errors import BadValue, NotAllowed
from db.domain.people import Role
from db.domain.release import Attribution, ReleaseKind, Rendered
from db.domain.revision import RevisionKind, canonical, digest, to_json
from db.domain.workflow import Publication
from db.schema.articles import article, release, revision
from db.schema.newsroom import channel
from db.store import counters, settings, trail
from db.store.digests import sha256
from db.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Migrated:
    """An article of an old site. ``editors`` and ``reviewers`` are kept as quoted text, not as people here."""

    fields: Fields
    words: Words
    published_at: str  # UTC
    editors: tuple[str, ...]
    reviewers: tuple[str, ...]
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one article: its id, or None when the very same text was here already."""

    article_id: int | None
    digest: str


def migrate(unit: Unit, items: Sequence[Migrated]) -> list[Taken]:
    """Take articles in, oldest first as given. What is here already, to the letter, is not taken twice."""
    if not unit.actor.may(Role.ADMIN):
        raise NotAllowed("archive_import")
    slugs = {row.id: row.slug for row in unit.connection.execute(select(channel.c.id, channel.c.slug))}
    site = str(settings.get(unit.connection, "site_name"))
    return [_take(unit, item, slugs, site) for item in items]


def _take(unit: Unit, item: Migrated, slugs: dict[int, str], site: str) -> Taken:
    c, fields = unit.connection, item.fields
    if fields.channel_id not in slugs:
        raise BadValue("channel_id", "unknown", str(fields.channel_id))
    if item.published_at >= unit.now:
        raise BadValue("date", "future", item.published_at)
    rights.name("title", fields.title, 300)
    form = canonical(fields)
    made = digest(form)
    known = select(revision.c.id).where(revision.c.digest == made, revision.c.kind == RevisionKind.IMPORT)
    if c.scalar(known) is not None:
        return Taken(None, made)
    number = counters.register_number(c, local_year(item.published_at))
    article_id = _new_article(unit, item, number)
    revision_id = c.execute(
        insert(revision)
        .values(
            article_id=article_id, draft_id=None, n=1, digest=made, kind=RevisionKind.IMPORT, name="",
            person_id=unit.actor.person_id, at=unit.now, count=item.words.count, form=form,
        )
        .returning(revision.c.id)
    ).scalar_one()  # fmt: skip
    wanted = article_address(slugs[fields.channel_id], item.published_at, number, fields.slug)
    if c.scalar(select(article.c.id).where(article.c.address == wanted)) is not None:
        wanted = article_address(slugs[fields.channel_id], item.published_at, number, "")
    names = Attribution(
        fields.source, fields.correspondents, fields.photographers, fields.authors,
        item.editors, item.reviewers, fields.information_source or site,
    )  # fmt: skip
    values = {
        "article_id": article_id, "draft_id": None, "revision_id": revision_id, "digest": made,
        "kind": ReleaseKind.MIGRATED, "published_at": item.published_at, "at": unit.now,
        "person_id": unit.actor.person_id, "channel_id": fields.channel_id,
        "channel_seq": counters.take(c, f"channel:{fields.channel_id}"), "address": wanted,
        "attribution": to_json(asdict(names)), "html_digest": sha256(item.rendered.html),
        "renderer": item.rendered.renderer,
        "renditions": "{}", "decisions": "[]", "reason_kind": "", "reason": "",
    }  # fmt: skip
    keep_rendered(unit, item.rendered)
    released = c.execute(insert(release).values(**values).returning(release.c.id)).scalar_one()
    shown = {"publication": Publication.LIVE, "live_release_id": released, "address": wanted}
    placed = {"published_at": item.published_at, "published_seq": counters.take(c, "published")}
    c.execute(
        update(article).where(article.c.id == article_id).values(**shown, **placed, channel_seq=values["channel_seq"])
    )
    trail.add(unit, "migrated", article_id, release=released, digest=made, row=row_digest(values))
    lanes.index(unit, article_id, number, fields, item.words)
    unit.article_ids.add(article_id)
    return Taken(article_id, made)


def _new_article(unit: Unit, item: Migrated, number: str) -> int:
    values = {
        "uid": time_ordered(unit.now), "number": number, "publication": Publication.NONE, "level": 0,
        "channel_id": item.fields.channel_id, "title": item.fields.title, "source": item.fields.source,
        "count": item.words.count, "touched": counters.take(unit.connection, "touched"), "changed_at": unit.now,
        "changed_by": unit.actor.name, "published_at": "", "address": "",
    }  # fmt: skip
    return int(unit.connection.execute(insert(article).values(**values).returning(article.c.id)).scalar_one())
