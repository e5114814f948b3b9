"""A newsroom whose articles were released by hand, as a migrated archive is: straight into the frozen tables."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import insert, text, update

from db.actions import assets
from db.domain.addresses import article_address
from db.domain.article import Fields
from db.domain.people import PROGRAM, Actor, Role
from db.domain.release import Attribution
from db.domain.revision import canonical, digest, to_json
from db.schema.articles import article, asset, blob, release, rendered, revision
from db.schema.newsroom import channel, person, person_role, scheme, setting
from db.store import assets as reading
from db.store import trail
from db.store.unit import Store
from desktop.intake import renditions
from desktop.intake.pictures import read_picture

ADMIN = Actor(1, "罗岚", frozenset({Role.ADMIN}))
NOW = "2026-11-24T08:00:00Z"
CHANNELS = (
    # id, parent, kind, name, slug
    (1, None, "news", "要闻", "headlines"),
    (2, None, "video", "党员教育电视片", "films"),
    (3, None, "policy", "政策法规库", "policies"),
    (4, None, "topic", "专题专栏", "topics"),
    (5, 4, "topic", "老旧小区改造", "renewal"),
    (6, None, "page", "关于我们", "about"),
    (7, None, "news", "乡镇动态", "towns"),
)


class Newsroom:
    """Puts people, channels and released articles into a store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._places: dict[int, int] = {}
        self._articles = 0
        with store.changing(PROGRAM) as unit:
            c = unit.connection
            blank = {"password_hash": "", "active": True, "demo": True, "failures": 0, "locked_until": ""}
            for number, login, role in ((1, "luolan", "admin"), (2, "hechuan", "publisher")):
                c.execute(insert(person).values(id=number, login=login, name=login, **blank))
                c.execute(insert(person_role).values(person_id=number, role=role, level=0))
            c.execute(
                insert(scheme).values(
                    id=1, name="一审制", levels=1, resume_at_return=False, writer_signs=False, exemption="", active=True
                )
            )
            trail.add(unit, "newsroom_made")
        for given in CHANNELS:
            self._channel(*given)
        self.set(newsroom_uid="qinghe", site_name="青禾新闻网", site_domain="https://www.qinghe.example")

    def set(self, **values: Any) -> None:
        with self.store.changing(PROGRAM) as unit:
            for key, value in values.items():
                unit.connection.execute(text("DELETE FROM setting WHERE key = :key"), {"key": key})
                unit.connection.execute(insert(setting).values(key=key, value=json.dumps(value)))

    def channel(self, number: int, name: str) -> None:
        """Add a news channel at the end of the navigation."""
        self._channel(number, None, "news", name, f"channel-{number}")

    def release(
        self, title: str, html: str = "<p>正文。</p>", *, at: str = "2026-07-29T11:24:00Z", channel_id: int = 1,
        names: Attribution | None = None, **fields: Any,
    ) -> int:  # fmt: skip
        """Release a new article as migrated; return its id."""
        self._articles += 1
        number = f"2026-{self._articles:05d}"
        seq = self._places[channel_id] = self._places.get(channel_id, 0) + 1
        given = replace(Fields(channel_id=channel_id, title=title, source="县水利局", body=title), **fields)
        names = names or Attribution("县水利局", ("吴启航",), (), ("吴启航",), ("林晓",), ("周敏",), "青禾新闻网")
        slug = next(c[4] for c in CHANNELS if c[0] == channel_id)
        with self.store.changing(PROGRAM) as unit:
            c = unit.connection
            made = c.execute(
                insert(article).values(
                    uid=number, number=number, publication="none", stage=None, level=0, channel_id=channel_id,
                    title=title[:300], source="", count=1, touched=self._articles, changed_at=NOW, changed_by="",
                    live_release_id=None, published_seq=None, published_at="", channel_seq=None, address="",
                ).returning(article.c.id)
            ).scalar_one()  # fmt: skip
            revision_id, known = self._revision(c, made, 1, given, html)
            released = c.execute(
                insert(release).values(
                    article_id=made, draft_id=None, revision_id=revision_id, digest=known, kind="migrated",
                    published_at=at, at=NOW, person_id=1, channel_id=channel_id, channel_seq=seq,
                    address=article_address(slug, at, number, given.slug), attribution=to_json(asdict(names)),
                    html_digest=_sha(html), renderer="1",
                    renditions=to_json(reading.renditions(c, given)), decisions="[]", reason_kind="", reason="",
                ).returning(release.c.id)
            ).scalar_one()  # fmt: skip
            c.execute(
                update(article)
                .where(article.c.id == made)
                .values(publication="live", live_release_id=released, published_at=at, channel_seq=seq)
            )
            trail.add(unit, "migrated", made)
        return int(made)

    def withdraw(self, article_id: int) -> None:
        self._again(article_id, "withdraw")

    def reinstate(self, article_id: int) -> None:
        self._again(article_id, "reinstate")

    def picture(self, data: bytes = b"\xff\xd8\xff picture", thumb: bytes = b"", media_type: str = "image/jpeg") -> str:
        """Keep a picture, or a file of another type; return its digest."""
        known = hashlib.sha256(data).hexdigest()
        small = hashlib.sha256(thumb).hexdigest() if thumb else ""
        with self.store.changing(PROGRAM) as unit:
            unit.connection.execute(
                insert(asset).values(
                    digest=known, media_type=media_type, width=1200, height=800, size=len(data), name="图.jpg",
                    rights="", thumb=small, person_id=1, at=NOW,
                )
            )  # fmt: skip
            for content in filter(None, (data, thumb)):
                unit.connection.execute(insert(blob).values(digest=hashlib.sha256(content).hexdigest(), data=content))
        return known

    def real_picture(self, data: bytes) -> str:
        """Keep a picture as it comes in, with its renditions; return its digest."""
        with self.store.changing(ADMIN) as unit:
            return assets.add(unit, read_picture(data, "图.jpg"))

    def rendered(self, picture: str, data: bytes) -> None:
        """Keep renditions of a picture that came in without."""
        with self.store.changing(ADMIN) as unit:
            assets.add_renditions(unit, picture, renditions.of_kept(data))

    def _channel(self, number: int, parent: int | None, kind: str, name: str, slug: str) -> None:
        with self.store.changing(PROGRAM) as unit:
            unit.connection.execute(
                insert(channel).values(
                    id=number, parent_id=parent, kind=kind, name=name, slug=slug, position=number, scheme_id=1,
                    deadline_days=None, description=f"{name}的说明", keywords=name, active=True,
                )
            )  # fmt: skip

    def _revision(self, connection: Any, article_id: int, n: int, fields: Fields, html: str) -> tuple[int, str]:
        form = canonical(fields)
        known = digest(form)
        made = connection.execute(
            insert(revision)
            .values(
                article_id=article_id, draft_id=None, n=n, digest=known, kind="import", name="", person_id=1, at=NOW,
                count=1, form=form,
            )
            .returning(revision.c.id)
        ).scalar_one()  # fmt: skip
        if connection.scalar(text("SELECT 1 FROM rendered WHERE digest = :d"), {"d": known}) is None:
            connection.execute(
                insert(rendered).values(digest=known, renderer="1", html=html, html_digest=_sha(html), excerpt="摘要")
            )
        return int(made), known

    def _again(self, article_id: int, kind: str) -> None:
        with self.store.changing(PROGRAM) as unit:
            c = unit.connection
            newest = text("SELECT * FROM release WHERE article_id = :a ORDER BY id DESC LIMIT 1")
            row = dict(c.execute(newest, {"a": article_id}).mappings().one())
            row |= {"kind": kind, "person_id": 2, "reason_kind": "", "reason": ""}
            if kind == "withdraw":
                row |= {"reason_kind": "other", "reason": "来源要求"}
            del row["id"]
            made = c.execute(insert(release).values(**row).returning(release.c.id)).scalar_one()
            state = {"publication": "live", "live_release_id": made}
            if kind == "withdraw":
                state = {"publication": "withdrawn", "live_release_id": None}
            c.execute(update(article).where(article.c.id == article_id).values(**state))
            trail.add(unit, kind, article_id)


def _sha(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
