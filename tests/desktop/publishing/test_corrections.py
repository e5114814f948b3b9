"""更正 and 撤稿 on the site: what readers are told, what follows in the same release, and the earlier bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from db.actions import channels, newsroom, people, release, review, write
from db.domain.article import Fields, Words
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Actor, Role
from db.domain.release import Account, WithdrawReason
from db.store import articles, history
from db.store import site as reading
from db.store.people import actor as actor_of
from db.store.unit import Store
from desktop.publishing.publish import publish, site_now
from desktop.publishing.record import Record
from desktop.publishing.site import Site
from desktop.publishing.verify import verify_site
from desktop.text.words import rendered

BODY = "首月接待读者9316人次。"
NOTE = "首月接待读者应为9361人次，特此更正。"


@dataclass
class Desk:
    """One editor, one reviewer, one publisher, and an article that is live."""

    store: Store
    editor: Actor
    reviewer: Actor
    publisher: Actor
    article_id: int = 0

    def out(self, draft_id: int, account: Account | None = None) -> None:
        """Send a lane in, approve and publish it."""
        with self.store.changing(self.editor) as unit:
            draft = articles.get_draft(unit.connection, draft_id)
            review.submit(unit, draft_id, draft.version)
        with self.store.changing(self.reviewer) as unit:
            shown = articles.get_draft(unit.connection, draft_id).submitted_revision_id
            seen = history.get_revision(unit.connection, shown)
            review.approve(unit, draft_id, seen.digest, "", rendered(seen.digest, seen.fields.body))
        with self.store.changing(self.publisher) as unit:
            release.publish(unit, draft_id, account)

    def corrected(self, note: str, **changes: object) -> None:
        with self.store.changing(self.editor) as unit:
            draft_id = write.open_correction(unit, self.article_id)
            draft = articles.get_draft(unit.connection, draft_id)
            fields = replace(draft.fields, **changes)
            write.save(unit, draft_id, fields, Words(fields.body, len(fields.body)), draft.version)
        self.out(draft_id, Account(WithdrawReason.FACT, "人次写错", note))


@pytest.fixture
def desk(store: Store) -> Desk:
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾新闻网", "luolan", "罗岚", "correct horse")
    with store.reading() as c:
        admin = actor_of(c, 1)
    none: frozenset[int] = frozenset()
    with store.changing(admin) as unit:
        channel = channels.add(unit, kind=ChannelKind.NEWS, name="乡镇动态", slug="towns", scheme_id=1)
        rows = (("lin", Role.EDITOR, none), ("zhou", Role.REVIEWER, frozenset({1})), ("he", Role.PUBLISHER, none))
        ids = [
            people.add(unit, login, login, frozenset({role}), levels, none, "", True) for login, role, levels in rows
        ]
    with store.reading() as c:
        made = Desk(store, *(actor_of(c, one) for one in ids))
    fields = Fields(channel_id=channel, title="清河镇图书馆延时开放", source="清河镇", body=BODY)
    with store.changing(made.editor) as unit:
        saved = write.start(unit, fields, Words(BODY, len(BODY)))
    made.article_id = saved.article_id
    made.out(saved.draft_id)
    return made


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith("manifest")
    }


def page_of(site: Path) -> Path:
    [page] = site.glob("towns/*/*/*.html")
    return page


def test_a_correction_is_told_at_the_foot_and_followed_in_lists_feeds_and_the_sitemap(desk: Desk, tmp_path) -> None:
    site = tmp_path / "site"
    publish(desk.store, site)
    page = page_of(site)
    assert "更正说明" not in page.read_text(encoding="utf-8")
    desk.corrected(NOTE, title="清河镇图书馆延时开放见成效", body=BODY.replace("9316", "9361"))
    publish(desk.store, site)
    text = page.read_text(encoding="utf-8")
    assert "9361人次" in text and NOTE in text and "更正说明" in text
    assert "人次写错" not in text  # the reason is the newsroom's own
    for path, data in files(site).items():
        assert "延时开放<".encode() not in data, path
    told = [path for path, data in files(site).items() if "延时开放见成效".encode() in data]
    assert {"index.html", page.relative_to(site).as_posix()} <= set(told)
    assert any(path.endswith(".xml") and "feed" in path for path in told), told
    assert verify_site(desk.store, site) == []


def test_a_later_correction_is_told_after_the_earlier_one(desk: Desk, tmp_path) -> None:
    site = tmp_path / "site"
    desk.corrected(NOTE, body=BODY.replace("9316", "9361"))
    desk.corrected("", body=BODY.replace("9316", "9361") + "周末照常。")
    desk.corrected("周末不开放。", body=BODY.replace("9316", "9361"))
    publish(desk.store, site)
    text = page_of(site).read_text(encoding="utf-8")
    assert text.count("更正说明") == 2
    assert text.index(NOTE) < text.index("周末不开放。")


def test_a_withdrawal_may_tell_readers_why_and_its_undoing_leaves_no_trace_of_that(desk: Desk, tmp_path) -> None:
    site = tmp_path / "site"
    desk.corrected(NOTE, body=BODY.replace("9316", "9361"))
    publish(desk.store, site)
    before = files(site)
    with desk.store.changing(desk.publisher) as unit:
        release.withdraw(unit, desk.article_id, WithdrawReason.SOURCE, "来源要求", "应来源单位要求撤下。")
    publish(desk.store, site)
    page = page_of(site)
    text = page.read_text(encoding="utf-8")
    assert "应来源单位要求撤下。" in text and NOTE not in text and "来源要求" not in text
    for path, data in files(site).items():
        assert "延时开放".encode() not in data, path
    assert verify_site(desk.store, site) == []
    with desk.store.changing(desk.publisher) as unit:
        release.reinstate(unit, desk.article_id)
    publish(desk.store, site)
    assert files(site) == before
    assert verify_site(desk.store, site) == []


def test_the_page_from_before_a_correction_can_be_made_again_to_the_byte(desk: Desk, tmp_path) -> None:
    site = tmp_path / "site"
    publish(desk.store, site)
    page = page_of(site)
    was = hashlib.sha256(page.read_bytes()).hexdigest()
    with desk.store.looking() as c:
        before = reading.head(c)
    desk.corrected(NOTE, body=BODY.replace("9316", "9361"))
    publish(desk.store, site)
    assert hashlib.sha256(page.read_bytes()).hexdigest() != was
    with desk.store.looking() as c:
        now = site_now(c, desk.store.files)
        earlier = Site(Record(c, before, desk.store.files), now.theme, now.chrome)
        made = earlier.file(f"article:{desk.article_id}")
    assert made is not None
    assert hashlib.sha256(made.data).hexdigest() == was


def test_a_preview_names_who_edits_the_lane_on_the_screen(desk: Desk) -> None:
    with desk.store.changing(desk.editor) as unit:
        lane = write.open_update(unit, desk.article_id)
    with desk.store.looking() as c:
        assert reading.editors(c, desk.article_id, lane) == reading.editors(c, desk.article_id) == ("lin",)
        assert reading.editors(c, desk.article_id, lane + 1) == ()
