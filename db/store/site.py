"""Reading for publishing: what is live as of a release, and what is recorded of the targets.

Only releases say what is live: they are frozen, the rows of ``article`` are not. Every reading takes ``head``, the
newest release that counts, so that a site can be derived again as it was. All of it is plain SQL, so that publishing
as a new process needs no SQLAlchemy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from db.domain.article import Fields, asset_digests
from db.domain.audit import START, ChainHead
from db.domain.channels import Channel, ChannelKind
from db.domain.errors import StoreUnavailable
from db.domain.release import Attribution
from db.domain.revision import from_canonical
from db.domain.site import AssetFacts, ListRow, PageSource, Rendition, SiteFile, Standing, Target
from db.domain.workflow import Stage
from db.store.digests import file_of
from db.store.driver import Asked

_UNREADABLE = (TypeError, ValueError, KeyError)  # a revision that is gone, or was written over

_NEWEST = "r.id = (SELECT max(n.id) FROM release n WHERE n.article_id = r.article_id AND n.id <= :head)"
_LIVE = f"{_NEWEST} AND r.kind <> 'withdraw'"

# What readers are told on a page: of its corrections so far; on that of a withdrawn article, of its withdrawal alone.
_NOTES = """(SELECT json_group_array(json_array(at, words)) FROM (
  SELECT n.at, t.words FROM release n JOIN reader_note t ON t.release_id = n.id
  WHERE n.article_id = r.article_id AND n.id <= r.id
    AND (n.id = r.id OR (n.kind = 'publish' AND r.kind <> 'withdraw')) ORDER BY n.id) AS told)"""

_STANDING = f"""r.id, r.article_id, r.kind, r.channel_id, r.channel_seq, r.address, r.published_at, r.digest,
  r.html_digest, r.renderer, r.attribution, r.renditions, {_NOTES}"""

# What was released and is not there any more is told, never left out: hence LEFT JOIN.
# The excerpt lies behind the HTML, so it is fetched only where the summary is empty (as canonical JSON writes that).
_ROW = """
SELECT r.article_id, r.channel_id, r.channel_seq, r.address, r.published_at,
  CASE WHEN instr(v.form, '"summary":""') > 0 THEN h.excerpt ELSE '' END,
  coalesce((SELECT n.at FROM release n WHERE n.article_id = r.article_id AND n.id <= :head AND n.kind = 'publish'
            ORDER BY n.id DESC LIMIT 1), r.published_at) AS updated_at, v.form, r.renditions
FROM release r LEFT JOIN revision v ON v.id = r.revision_id
LEFT JOIN rendered h ON h.digest = r.digest AND h.renderer = r.renderer
"""

_PAGE = f"""
SELECT {_STANDING}, v.form, h.html, h.excerpt
FROM release r LEFT JOIN revision v ON v.id = r.revision_id
LEFT JOIN rendered h ON h.digest = r.digest AND h.renderer = r.renderer
"""


_CARRIED = """
SELECT digest, name FROM asset WHERE :digest IN (digest, thumb)
  OR digest = (SELECT asset FROM rendition WHERE digest = :digest LIMIT 1)
"""


# The bytes of an original are no asset's, unless somebody chose to take in the same picture uncut.
_WITHHELD = """
SELECT 1 FROM original WHERE digest = :digest AND NOT EXISTS (SELECT 1 FROM asset WHERE digest = :digest)
"""


def read_much(connection: Asked) -> None:
    """Read the file through memory from now on: many pages cost half the time, a broken disk ends the process."""
    connection.exec_driver_sql(f"PRAGMA mmap_size = {2**36}")


def head(connection: Asked) -> int:
    """Return the id of the newest release, 0 when there is none."""
    return int(_value(connection, "SELECT coalesce(max(id), 0) FROM release"))


def is_due(connection: Asked, now: str) -> bool:
    """Whether a schedule has come."""
    query = "SELECT EXISTS (SELECT 1 FROM draft WHERE stage = :stage AND scheduled_for <= :now)"
    return bool(_value(connection, query, stage=str(Stage.SCHEDULED), now=now))


def settings(connection: Asked) -> dict[str, Any]:
    """Return key -> value of every setting that was set."""
    return {key: json.loads(value) for key, value in _rows(connection, "SELECT key, value FROM setting")}


def channels(connection: Asked) -> list[Channel]:
    """Return all channels in the order of the tree's levels: by position, then id."""
    query = (
        "SELECT id, parent_id, kind, name, slug, position, scheme_id, deadline_days, description, keywords, active "
        "FROM channel ORDER BY position, id"
    )
    return [
        Channel(number, parent, ChannelKind(kind), name, slug, position, scheme, days, about, words, bool(active))
        for number, parent, kind, name, slug, position, scheme, days, about, words, active in _rows(connection, query)
    ]


def chain(connection: Asked) -> ChainHead:
    """Return length and last hash of the audit chain."""
    row = _first(connection, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    return ChainHead(*row) if row else ChainHead(0, START)


def released_since(connection: Asked, since: int, head: int) -> list[tuple[Standing | None, Standing]]:
    """Return how each article stood at release ``since`` and stands at ``head``, for those released in between."""
    ids = "SELECT DISTINCT article_id FROM release WHERE id > :since AND id <= :head ORDER BY article_id"
    pairs = []
    for (article_id,) in list(_rows(connection, ids, since=since, head=head)):
        now = standing(connection, article_id, head)
        if now is not None:
            pairs.append((standing(connection, article_id, since), now))
    return pairs


def standing(connection: Asked, article_id: int, head: int) -> Standing | None:
    """Return how an article stood at release ``head``; None when it was not yet published."""
    query = (
        f"SELECT {_STANDING} FROM release r WHERE r.article_id = :article AND r.id <= :head ORDER BY r.id DESC LIMIT 1"
    )
    row = _first(connection, query, article=article_id, head=head)
    return _standing(row) if row else None


def withdrawn(connection: Asked, head: int, first: int, last: int) -> Iterator[Standing]:
    """Yield the articles whose newest release is a withdrawal and lies between two."""
    query = (
        f"SELECT {_STANDING} FROM release r WHERE r.id BETWEEN :first AND :last AND r.kind = 'withdraw' AND {_NEWEST} "
        "ORDER BY r.id"
    )
    for row in _rows(connection, query, head=head, first=first, last=last):
        yield _standing(row)


def standings_of(connection: Asked, article_ids: Sequence[int], head: int) -> list[Standing]:
    """Return how each of some published articles stands."""
    query = f"SELECT {_STANDING} FROM release r WHERE r.article_id IN (SELECT value FROM json_each(:ids)) AND {_NEWEST}"
    return [_standing(row) for row in _rows(connection, query, ids=json.dumps(list(article_ids)), head=head)]


def pages(connection: Asked, head: int, first: int, last: int) -> Iterator[PageSource]:
    """Yield what the pages of live articles are made from whose newest release lies between two, a few at a time."""
    query = f"{_PAGE} WHERE r.id BETWEEN :first AND :last AND {_LIVE} ORDER BY r.id"
    for row in _rows(connection, query, head=head, first=first, last=last):
        yield _page(row)


def page(connection: Asked, article_id: int, head: int) -> PageSource | None:
    """Return what a live article's page is made from; None when it is not live."""
    row = _first(connection, f"{_PAGE} WHERE r.article_id = :article AND {_LIVE}", article=article_id, head=head)
    return _page(row) if row else None


def editors(connection: Asked, article_id: int, lane: int = 0) -> tuple[str, ...]:
    """Return who would be named as 编辑 if a draft of an article (0: its newest) were published now."""
    query = (
        "SELECT p.name FROM draft_author a JOIN person p ON p.id = a.person_id "
        "JOIN person_role r ON r.person_id = p.id AND r.role = 'editor' "
        "WHERE a.draft_id = coalesce(nullif(:lane, 0), (SELECT max(id) FROM draft WHERE article_id = :article)) "
        "ORDER BY a.at, p.id"
    )
    return tuple(str(name) for (name,) in _rows(connection, query, article=article_id, lane=lane))


def in_range(connection: Asked, head: int, channel_id: int, first: int, last: int) -> list[ListRow]:
    """Return the live articles of a channel between two places of its list, newest first."""
    query = (
        f"{_ROW} WHERE r.channel_id = :channel AND r.channel_seq BETWEEN :first AND :last AND {_LIVE} "
        "ORDER BY r.channel_seq DESC"
    )
    found = _rows(connection, query, channel=channel_id, first=first, last=last, head=head)
    return [_list_row(row) for row in found]


def newest(connection: Asked, head: int, channel_id: int, count: int) -> list[ListRow]:
    """Return the newest live articles of a channel."""
    query = f"{_ROW} WHERE r.channel_id = :channel AND {_LIVE} ORDER BY r.channel_seq DESC LIMIT :count"
    return [_list_row(row) for row in _rows(connection, query, channel=channel_id, count=count, head=head)]


def newest_ids(connection: Asked, head: int, channel_id: int, count: int) -> list[tuple[str, int]]:
    """Return publish time and id of the newest live articles of a channel."""
    query = (
        f"SELECT r.published_at, r.article_id FROM release r WHERE r.channel_id = :channel AND {_LIVE} "
        "ORDER BY r.channel_seq DESC LIMIT :count"
    )
    return [(at, article_id) for at, article_id in _rows(connection, query, channel=channel_id, count=count, head=head)]


def list_rows(connection: Asked, head: int, article_ids: Sequence[int]) -> list[ListRow]:
    """Return some live articles as lists show them."""
    query = f"{_ROW} WHERE r.article_id IN (SELECT value FROM json_each(:ids)) AND {_LIVE}"
    return [_list_row(row) for row in _rows(connection, query, ids=json.dumps(list(article_ids)), head=head)]


def last_place(connection: Asked, head: int, channel_id: int) -> int:
    """Return the last place given in a channel's list, 0 when it is empty."""
    query = (
        "SELECT channel_seq FROM release WHERE channel_id = :channel AND id <= :head ORDER BY channel_seq DESC LIMIT 1"
    )
    return int(_value(connection, query, channel=channel_id, head=head) or 0)


def months(connection: Asked, head: int, offset: str) -> list[str]:
    """Return the months (YYYY-MM) with live articles; ``offset`` is the site's time zone, like ``+8 hours``."""
    query = f"SELECT DISTINCT substr(datetime(r.published_at, :offset), 1, 7) FROM release r WHERE {_LIVE} ORDER BY 1"
    return [month for (month,) in _rows(connection, query, offset=offset, head=head)]


def in_month(connection: Asked, head: int, start: str, end: str) -> list[tuple[str, str]]:
    """Return address and time of last release of the live articles published from ``start`` to before ``end``."""
    query = (
        "SELECT r.address, coalesce((SELECT n.at FROM release n WHERE n.article_id = r.article_id AND n.id <= :head "
        "AND n.kind = 'publish' ORDER BY n.id DESC LIMIT 1), r.published_at) FROM release r "
        f"WHERE r.published_at >= :start AND r.published_at < :end AND {_LIVE} ORDER BY r.published_at, r.address"
    )
    return [(address, at) for address, at in _rows(connection, query, start=start, end=end, head=head)]


def asset(connection: Asked, digest: str) -> AssetFacts | None:
    """Return what is known of an asset, or of the small form of one; None when it is not in the record, or withheld."""
    query = "SELECT digest, media_type, width, height, size, thumb FROM asset WHERE digest = :digest"
    row = _first(connection, query, digest=digest)
    if row:
        return AssetFacts(*row)
    if _value(connection, _WITHHELD, digest=digest):
        return None
    start = _value(connection, "SELECT substr(data, 1, 16) FROM blob WHERE digest = :digest", digest=digest)
    return None if start is None else AssetFacts(digest, _picture_type(bytes(start)), 0, 0, 0, "")


def renditions(connection: Asked, digest: str) -> list[Rendition]:
    """Return the renditions of an asset, by format, the narrowest first."""
    query = "SELECT digest, media_type, width, height FROM rendition WHERE asset = :digest ORDER BY media_type, width"
    return [Rendition(*row) for row in _rows(connection, query, digest=digest)]


def asset_bytes(connection: Asked, files: Path, digest: str) -> bytes | None:
    """Return an asset's bytes from the database, or from the folder beside it; None when they are gone or withheld."""
    if _value(connection, _WITHHELD, digest=digest):
        return None
    data = _value(connection, "SELECT data FROM blob WHERE digest = :digest", digest=digest)
    if data is not None:
        return bytes(data)
    path = file_of(digest, files)
    return path.read_bytes() if path.is_file() else None


def carrier(connection: Asked, head: int, digest: str) -> tuple[str, str]:
    """Return the title of a live article that carries an asset (or its small form), and the asset's name."""
    known = _first(connection, _CARRIED, digest=digest)
    original, name = known or (digest, "")
    query = (
        f"SELECT v.form FROM release r JOIN revision v ON v.id = r.revision_id "
        f"WHERE (instr(v.form, :original) > 0 OR instr(r.renditions, :digest) > 0) AND {_LIVE} "
        "ORDER BY r.id DESC LIMIT 1"
    )
    form = _value(connection, query, original=original, digest=digest, head=head)
    return json.loads(form)["fields"]["title"] if form else "", name


def target(connection: Asked, address: str) -> Target | None:
    query = "SELECT id, address, theme, chrome, release_id, published_at FROM target WHERE address = :address"
    row = _first(connection, query, address=address)
    return Target(*row) if row else None


def targets(connection: Asked) -> list[Target]:
    """Return every place that the site was published to, the first one first."""
    query = "SELECT id, address, theme, chrome, release_id, published_at FROM target ORDER BY id"
    return [Target(*row) for row in _rows(connection, query)]


def files(connection: Asked, target_id: int) -> Iterator[SiteFile]:
    """Yield every file recorded on a target, in the order of its path."""
    query = "SELECT path, source, digest, size FROM site_file WHERE target_id = :target ORDER BY path"
    for row in _rows(connection, query, target=target_id):
        yield SiteFile(*row)


def file_digest(connection: Asked, target_id: int, path: str) -> str:
    """Return the recorded digest of a file on a target, empty when there is none."""
    query = "SELECT digest FROM site_file WHERE target_id = :target AND path = :path"
    return str(_value(connection, query, target=target_id, path=path) or "")


def files_between(connection: Asked, target_id: int, first: str, end: str) -> list[SiteFile]:
    """Return the recorded files whose paths lie from ``first`` to before ``end``."""
    query = (
        "SELECT path, source, digest, size FROM site_file "
        "WHERE target_id = :target AND path >= :first AND path < :end ORDER BY path"
    )
    return [SiteFile(*row) for row in _rows(connection, query, target=target_id, first=first, end=end)]


def files_of(connection: Asked, target_id: int, sources: Sequence[str]) -> list[SiteFile]:
    """Return the recorded files that are made from any of ``sources``."""
    query = (
        "SELECT path, source, digest, size FROM site_file INDEXED BY ix_site_file_target_id_source "
        "WHERE target_id = :target AND source IN (SELECT value FROM json_each(:sources))"
    )  # the planner would walk all paths for want of statistics
    return [SiteFile(*row) for row in _rows(connection, query, target=target_id, sources=json.dumps(list(sources)))]


def theme(connection: Asked, digest: str) -> str | None:
    """Return the kept files of a theme as JSON."""
    return _text(connection, "SELECT files FROM theme WHERE digest = :digest", digest=digest)


def chrome(connection: Asked, digest: str) -> str | None:
    """Return the kept canonical form of a chrome."""
    return _text(connection, "SELECT data FROM chrome WHERE digest = :digest", digest=digest)


def chain_hash(connection: Asked, length: int) -> str | None:
    """Return the hash of the audit entry at ``length``; None when the chain is shorter."""
    return _text(connection, "SELECT hash FROM audit WHERE seq = :length", length=length)


def _rows(connection: Asked, query: str, **values: object) -> Iterator[Any]:
    return iter(connection.exec_driver_sql(query, values))


def _first(connection: Asked, query: str, **values: object) -> Any:
    """Return the first row, None when there is none."""
    return connection.exec_driver_sql(query, values).fetchone()


def _value(connection: Asked, query: str, **values: object) -> Any:
    row = _first(connection, query, **values)
    return row[0] if row else None


def _text(connection: Asked, query: str, **values: object) -> str | None:
    value = _value(connection, query, **values)
    return None if value is None else str(value)


def _standing(row: Sequence[Any]) -> Standing:
    return Standing(row[0], row[1], row[2] != "withdraw", *row[3:13])


def _page(row: Sequence[Any]) -> PageSource:
    standing, (form, html, excerpt) = _standing(row), row[13:]
    try:
        fields = from_canonical(form)
    except _UNREADABLE:
        fields, html = Fields(), ""  # whoever makes the page finds that it is not what was released
    carried = json.loads(standing.renditions) if standing.renditions != "{}" else {}
    digests = {d for used in asset_digests(fields) for d in (used, *carried.get(used, ()))}
    names: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(standing.attribution).items()
    }
    return PageSource(standing, Attribution(**names), fields, html or "", excerpt or "", tuple(sorted(digests)))


def _list_row(row: Sequence[Any]) -> ListRow:
    article_id, channel_id, channel_seq, address, published_at, excerpt, updated_at, form, renditions = row
    try:
        fields = json.loads(form)["fields"]  # quicker than SQLite's own json_extract
    except _UNREADABLE as exc:
        raise StoreUnavailable("damaged", address, "revision") from exc
    if excerpt is None:
        raise StoreUnavailable("damaged", address, "rendered")
    return ListRow(
        article_id,
        channel_id,
        channel_seq,
        address,
        published_at,
        updated_at,
        fields["title"],
        fields["summary"] or excerpt,
        fields["source"],
        cover := fields["cover"] or fields["video"]["poster"],
        **fields["policy"],
        duration=fields["video"]["duration"],
        carried=tuple(json.loads(renditions).get(cover, ())) if cover and renditions != "{}" else (),
    )


def _picture_type(start: bytes) -> str:
    if start.startswith(b"\x89PNG"):
        return "image/png"
    return "image/webp" if start[8:12] == b"WEBP" else "image/jpeg"
