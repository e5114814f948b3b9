"""Reading for publishing: what is live as of a release, and what is recorded of the targets.

Only releases say what is live: they are frozen, the rows of ``article`` are not. Every reading takes ``head``, the
newest release that counts, so that a site can be derived again as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, text

from db.domain.article import asset_digests
from db.domain.release import Attribution
from db.domain.revision import from_canonical
from db.domain.site import AssetFacts, ListRow, PageSource, SiteFile, Standing, Target

_NEWEST = "r.id = (SELECT max(n.id) FROM release n WHERE n.article_id = r.article_id AND n.id <= :head)"
_LIVE = f"{_NEWEST} AND r.kind <> 'withdraw'"

_STANDING = """r.id, r.article_id, r.kind, r.channel_id, r.channel_seq, r.address, r.published_at, r.digest,
  r.html_digest, r.renderer, r.attribution, r.renditions"""

_ROW = """
SELECT r.article_id, r.channel_id, r.channel_seq, r.address, r.published_at, h.excerpt,
  coalesce((SELECT n.at FROM release n WHERE n.article_id = r.article_id AND n.id <= :head AND n.kind = 'publish'
            ORDER BY n.id DESC LIMIT 1), r.published_at) AS updated_at, v.form
FROM release r JOIN revision v ON v.id = r.revision_id
JOIN rendered h ON h.digest = r.digest AND h.renderer = r.renderer
"""

_PAGE = f"""
SELECT {_STANDING}, v.form, h.html, h.excerpt
FROM release r JOIN revision v ON v.id = r.revision_id
JOIN rendered h ON h.digest = r.digest AND h.renderer = r.renderer
"""


def read_much(connection: Connection) -> None:
    """Read the file through memory from now on: many pages cost half the time, a broken disk ends the process."""
    connection.execute(text(f"PRAGMA mmap_size = {2**36}"))


def head(connection: Connection) -> int:
    """Return the id of the newest release, 0 when there is none."""
    return int(connection.execute(text("SELECT coalesce(max(id), 0) FROM release")).scalar_one())


def released_since(connection: Connection, since: int, head: int) -> list[tuple[Standing | None, Standing]]:
    """Return how each article stood at release ``since`` and stands at ``head``, for those released in between."""
    ids = text("SELECT DISTINCT article_id FROM release WHERE id > :since AND id <= :head ORDER BY article_id")
    found = connection.execute(ids, {"since": since, "head": head}).scalars().all()
    pairs = []
    for article_id in found:
        now = standing(connection, article_id, head)
        if now is not None:
            pairs.append((standing(connection, article_id, since), now))
    return pairs


def standing(connection: Connection, article_id: int, head: int) -> Standing | None:
    """Return how an article stood at release ``head``; None when it was not yet published."""
    query = text(
        f"SELECT {_STANDING} FROM release r WHERE r.article_id = :article AND r.id <= :head ORDER BY r.id DESC LIMIT 1"
    )
    row = connection.execute(query, {"article": article_id, "head": head}).first()
    return _standing(row) if row else None


def withdrawn(connection: Connection, head: int, first: int, last: int) -> Iterator[Standing]:
    """Yield the articles whose newest release is a withdrawal and lies between two."""
    query = text(
        f"SELECT {_STANDING} FROM release r WHERE r.id BETWEEN :first AND :last AND r.kind = 'withdraw' AND {_NEWEST} "
        "ORDER BY r.id"
    )
    for row in _streamed(connection, query, head=head, first=first, last=last):
        yield _standing(row)


def standings_of(connection: Connection, article_ids: Sequence[int], head: int) -> list[Standing]:
    """Return how each of some published articles stands."""
    query = text(f"SELECT {_STANDING} FROM release r WHERE r.article_id IN :ids AND {_NEWEST}").bindparams(
        bindparam("ids", expanding=True)
    )
    return [_standing(row) for row in connection.execute(query, {"ids": list(article_ids), "head": head})]


def pages(connection: Connection, head: int, first: int, last: int) -> Iterator[PageSource]:
    """Yield what the pages of live articles are made from whose newest release lies between two, a few at a time."""
    query = text(f"{_PAGE} WHERE r.id BETWEEN :first AND :last AND {_LIVE} ORDER BY r.id")
    for row in _streamed(connection, query, head=head, first=first, last=last):
        yield _page(row)


def page(connection: Connection, article_id: int, head: int) -> PageSource | None:
    """Return what a live article's page is made from; None when it is not live."""
    query = text(f"{_PAGE} WHERE r.article_id = :article AND {_LIVE}")
    row = connection.execute(query, {"article": article_id, "head": head}).first()
    return _page(row) if row else None


def in_range(connection: Connection, head: int, channel_id: int, first: int, last: int) -> list[ListRow]:
    """Return the live articles of a channel between two places of its list, newest first."""
    query = text(
        f"{_ROW} WHERE r.channel_id = :channel AND r.channel_seq BETWEEN :first AND :last AND {_LIVE} "
        "ORDER BY r.channel_seq DESC"
    )
    values = {"channel": channel_id, "first": first, "last": last, "head": head}
    return [_list_row(row) for row in connection.execute(query, values)]


def newest(connection: Connection, head: int, channel_id: int, count: int) -> list[ListRow]:
    """Return the newest live articles of a channel."""
    query = text(f"{_ROW} WHERE r.channel_id = :channel AND {_LIVE} ORDER BY r.channel_seq DESC LIMIT :count")
    values = {"channel": channel_id, "count": count, "head": head}
    return [_list_row(row) for row in connection.execute(query, values)]


def last_place(connection: Connection, head: int, channel_id: int) -> int:
    """Return the last place given in a channel's list, 0 when it is empty."""
    query = text(
        "SELECT channel_seq FROM release WHERE channel_id = :channel AND id <= :head ORDER BY channel_seq DESC LIMIT 1"
    )
    return int(connection.execute(query, {"channel": channel_id, "head": head}).scalar() or 0)


def months(connection: Connection, head: int, offset: str) -> list[str]:
    """Return the months (YYYY-MM) with live articles; ``offset`` is the site's time zone, like ``+8 hours``."""
    query = text(
        f"SELECT DISTINCT substr(datetime(r.published_at, :offset), 1, 7) FROM release r WHERE {_LIVE} ORDER BY 1"
    )
    return list(connection.execute(query, {"offset": offset, "head": head}).scalars())


def in_month(connection: Connection, head: int, start: str, end: str) -> list[tuple[str, str]]:
    """Return address and time of last release of the live articles published from ``start`` to before ``end``."""
    query = text(
        "SELECT r.address, coalesce((SELECT n.at FROM release n WHERE n.article_id = r.article_id AND n.id <= :head "
        "AND n.kind = 'publish' ORDER BY n.id DESC LIMIT 1), r.published_at) FROM release r "
        f"WHERE r.published_at >= :start AND r.published_at < :end AND {_LIVE} ORDER BY r.published_at, r.address"
    )
    found = connection.execute(query, {"start": start, "end": end, "head": head})
    return [(row[0], row[1]) for row in found]


def asset(connection: Connection, digest: str) -> AssetFacts | None:
    """Return what is known of an asset, or of the small form of one; None when it is not in the record."""
    query = text("SELECT digest, media_type, width, height, size, thumb FROM asset WHERE digest = :digest")
    row = connection.execute(query, {"digest": digest}).first()
    if row:
        return AssetFacts(*row)
    small = connection.execute(text("SELECT substr(data, 1, 16) FROM blob WHERE digest = :digest"), {"digest": digest})
    start = small.scalar()
    return None if start is None else AssetFacts(digest, _picture_type(bytes(start)), 0, 0, 0, "")


def asset_bytes(connection: Connection, files: Path, digest: str) -> bytes | None:
    """Return an asset's bytes from the database, or from the folder beside it; None when they are gone."""
    data = connection.execute(text("SELECT data FROM blob WHERE digest = :digest"), {"digest": digest}).scalar()
    if data is not None:
        return bytes(data)
    path = files / digest
    return path.read_bytes() if path.is_file() else None


def target(connection: Connection, address: str) -> Target | None:
    query = text("SELECT id, address, theme, chrome, release_id, published_at FROM target WHERE address = :address")
    row = connection.execute(query, {"address": address}).first()
    return _target(row) if row else None


def targets(connection: Connection) -> list[Target]:
    """Return every place that the site was published to, the first one first."""
    query = text("SELECT id, address, theme, chrome, release_id, published_at FROM target ORDER BY id")
    return [_target(row) for row in connection.execute(query)]


def files(connection: Connection, target_id: int) -> Iterator[SiteFile]:
    """Yield every file recorded on a target, in the order of its path."""
    query = text("SELECT path, source, digest, size FROM site_file WHERE target_id = :target ORDER BY path")
    for row in _streamed(connection, query, target=target_id):
        yield SiteFile(row.path, row.source, row.digest, row.size)


def file_digest(connection: Connection, target_id: int, path: str) -> str:
    """Return the recorded digest of a file on a target, empty when there is none."""
    query = text("SELECT digest FROM site_file WHERE target_id = :target AND path = :path")
    return str(connection.execute(query, {"target": target_id, "path": path}).scalar() or "")


def files_between(connection: Connection, target_id: int, first: str, end: str) -> list[SiteFile]:
    """Return the recorded files whose paths lie from ``first`` to before ``end``."""
    query = text(
        "SELECT path, source, digest, size FROM site_file "
        "WHERE target_id = :target AND path >= :first AND path < :end ORDER BY path"
    )
    return [SiteFile(*row) for row in connection.execute(query, {"target": target_id, "first": first, "end": end})]


def files_of(connection: Connection, target_id: int, sources: Sequence[str]) -> list[SiteFile]:
    """Return the recorded files that are made from any of ``sources``."""
    query = text(
        "SELECT path, source, digest, size FROM site_file INDEXED BY ix_site_file_target_id_source "
        "WHERE target_id = :target AND source IN :sources"
    ).bindparams(bindparam("sources", expanding=True))  # the planner would walk all paths for want of statistics
    return [SiteFile(*row) for row in connection.execute(query, {"target": target_id, "sources": list(sources)})]


def theme(connection: Connection, digest: str) -> str | None:
    """Return the kept files of a theme as JSON."""
    return connection.execute(text("SELECT files FROM theme WHERE digest = :digest"), {"digest": digest}).scalar()


def chrome(connection: Connection, digest: str) -> str | None:
    """Return the kept canonical form of a chrome."""
    return connection.execute(text("SELECT data FROM chrome WHERE digest = :digest"), {"digest": digest}).scalar()


def chain_hash(connection: Connection, length: int) -> str | None:
    """Return the hash of the audit entry at ``length``; None when the chain is shorter."""
    return connection.execute(text("SELECT hash FROM audit WHERE seq = :length"), {"length": length}).scalar()


def _streamed(connection: Connection, query: Any, **values: object) -> Iterator[Row[Any]]:
    return iter(connection.execute(query, values, execution_options={"yield_per": 200}))


def _standing(row: Row[Any]) -> Standing:
    of: tuple[Any, ...] = tuple(row)
    return Standing(of[0], of[1], of[2] != "withdraw", *of[3:12])


def _target(row: Row[Any]) -> Target:
    of: tuple[Any, ...] = tuple(row)
    return Target(*of)


def _page(row: Row[Any]) -> PageSource:
    fields = from_canonical(row.form)
    carried = json.loads(row.renditions) if row.renditions != "{}" else {}
    digests = {d for used in asset_digests(fields) for d in (used, *carried.get(used, ()))}
    names: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(row.attribution).items()
    }
    return PageSource(
        _standing(row),
        Attribution(**names),
        fields,
        row.html,
        row.excerpt,
        tuple(sorted(digests)),
    )


def _list_row(row: Row[Any]) -> ListRow:
    fields = json.loads(row.form)["fields"]  # quicker than SQLite's own json_extract
    return ListRow(
        row.article_id,
        row.channel_id,
        row.channel_seq,
        row.address,
        row.published_at,
        row.updated_at,
        fields["title"],
        fields["summary"] or row.excerpt,
        fields["source"],
        fields["cover"] or fields["video"]["poster"],
        **fields["policy"],
        duration=fields["video"]["duration"],
    )


def _picture_type(start: bytes) -> str:
    if start.startswith(b"\x89PNG"):
        return "image/png"
    return "image/webp" if start[8:12] == b"WEBP" else "image/jpeg"
