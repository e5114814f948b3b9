"""A second program on the same file, with plain SQL and SQLite's own settings, cannot pass the rules either."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Boolean, Integer, LargeBinary, Text

import db.schema.every  # noqa: F401 - all tables
from db.schema.base import metadata
from db.schema.triggers import FROZEN, triggers
from db.store.driver import sqlite_module
from db.store.postgres import dialect
from db.store.postgres.driver import connect
from db.store.unit import Store

AUTHOR, FIRST, SECOND, PUBLISHER, ADMIN = 1, 2, 3, 4, 5
DIGEST, HTML = "d" * 64, "e" * 64
REFUSED = (sqlite_module().IntegrityError, psycopg.IntegrityError)  # what a rule is to a program


# Rows are made up one by one here: what they point at need not be there.
WITHOUT_KEYS = """DO $$ DECLARE k record; BEGIN
  FOR k IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE contype = 'f' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.place, k.conname); END LOOP; END $$"""


class Raw:
    """Plain SQL on the file, or on the server as the owner of its tables, by somebody who knows them well."""

    def __init__(self, store: Store) -> None:
        self.on_server = store.is_shared
        if self.on_server:
            self.connection = connect(store.place, autocommit=True)
        else:
            self.connection = sqlite_module().connect(str(store.path), isolation_level=None)
        self.updates = ("UPDATE",) if self.on_server else ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE")
        self.replaces = ("REPLACE",) if self.on_server else ("INSERT OR REPLACE", "REPLACE")

    def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        if not self.on_server:
            return list(self.connection.execute(sql, values).fetchall())
        cursor = self.connection.execute(
            dialect.translated(sql.replace("UPDATE OR REPLACE", "UPDATE")).statement, values
        )
        return list(cursor.fetchall()) if cursor.description else []

    def put(self, into: str, how: str = "INSERT", /, **given: Any) -> None:
        """Insert a row; columns that are not given and must not be null are empty or nought."""
        row: dict[str, Any] = {}
        for column in metadata.tables[into].columns:
            if column.name in given:
                row[column.name] = given[column.name]
            elif not column.nullable and not (column.primary_key and column.name == "id"):
                row[column.name] = "" if isinstance(column.type, Text) else column.type.python_type()
        marks, over = ", ".join("?" * len(row)), ""
        if self.on_server and "REPLACE" in how:
            how, keys = "INSERT", ", ".join(column.name for column in metadata.tables[into].primary_key)
            over = f" ON CONFLICT ({keys}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in row)}"
        self.run(f"{how} INTO {into} ({', '.join(row)}) VALUES ({marks}){over}", *row.values())

    def decide(self, person: int, level: int, verdict: str = "approve", **given: Any) -> None:
        known = {"draft_id": 1, "revision_id": 1, "digest": DIGEST, "round": 1, **given}
        self.put("decision", person_id=person, level=level, verdict=verdict, **known)

    def publish(self, person: int = PUBLISHER, **given: Any) -> None:
        known = {"article_id": 1, "draft_id": 1, "revision_id": 1, "digest": DIGEST, "kind": "publish", **given}
        self.put("release", person_id=person, channel_id=1, address="a.html", published_at="2026", **known)

    def stage(self, stage: str, **given: Any) -> None:
        row = {"stage": stage, **given}
        self.run(f"UPDATE draft SET {', '.join(f'{name} = ?' for name in row)} WHERE id = 1", *row.values())


@pytest.fixture
def store(request: pytest.FixtureRequest, empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    if request.param == "server":
        cluster = request.getfixturevalue("cluster")
        address = cluster.lend("without keys", lambda made: cluster.admin(WITHOUT_KEYS, made.database))
        yield Store(address)
        cluster.take_back(address)
    else:
        yield Store(Path(shutil.copy(empty_file, tmp_path / "newsroom.caibian")))


@pytest.fixture
def raw(store: Store) -> Iterator[Raw]:
    """A newsroom with two levels of review, and one text that waits at the first."""
    made = Raw(store)
    for number, roles in (
        (AUTHOR, (("editor", 0), ("reviewer", 1), ("reviewer", 2), ("publisher", 0))),
        (FIRST, (("reviewer", 1), ("reviewer", 2))),
        (SECOND, (("reviewer", 2), ("publisher", 0))),
        (PUBLISHER, (("publisher", 0),)),
        (ADMIN, (("admin", 0),)),
    ):
        made.put("person", id=number, login=f"p{number}", active=True)
        for role, level in roles:
            made.put("person_role", person_id=number, role=role, level=level)
    made.put("scheme", id=1, levels=2, active=True)
    made.put("channel", id=1, scheme_id=1, active=True)
    made.put("article", id=1, uid="1", number="2026-00001", publication="none")
    made.put("draft", id=1, article_id=1, stage="editing", purpose="original")
    made.put("draft_text", draft_id=1, fields="{}")
    made.put("draft_author", draft_id=1, person_id=AUTHOR)
    made.put("revision", id=1, article_id=1, draft_id=1, n=1, digest=DIGEST, person_id=AUTHOR)
    made.stage("review", level=1, round=1, revision_id=1, scheme_id=1, submitted_by=AUTHOR)
    yield made
    made.connection.close()


@pytest.fixture
def approved(raw: Raw) -> Raw:
    raw.put("fact_tick", draft_id=1, revision_id=1, digest=DIGEST, level=1, key="k", ticked=True, person_id=FIRST)
    raw.put("revision", id=9, article_id=1, draft_id=1, n=9, digest="a" * 64, kind="amend", person_id=FIRST)
    raw.put("amendment", draft_id=1, round=1, level=1, base_revision_id=1, revision_id=9, person_id=FIRST)
    raw.put("confirmation", amendment_id=1, answer="reject", reason="不改", revision_id=1, person_id=AUTHOR)
    raw.put("sight", draft_id=1, revision_id=1, digest=DIGEST, person_id=FIRST)
    raw.put("delegation", person_id=FIRST, to_id=SECOND, since="1", until="2", by_id=FIRST)
    raw.put("delegation_end", delegation_id=1, person_id=FIRST)
    raw.decide(FIRST, 1)
    raw.stage("review", level=2)
    raw.decide(SECOND, 2)
    raw.stage("approved", level=0)
    return raw


@pytest.fixture
def live(approved: Raw) -> Raw:
    """The same text after its whole life, with one row in every frozen table."""
    approved.publish(id=1, html_digest=HTML)
    approved.stage("published")
    approved.run("UPDATE article SET publication = 'live', live_release_id = 1 WHERE id = 1")
    approved.put("audit", seq=1, previous="0" * 64, hash="f" * 64)
    approved.put("asset", digest=DIGEST)
    approved.put("rendition", asset=DIGEST, media_type="image/webp", width=1, digest="r")
    approved.put("original", picture=DIGEST, digest="o")
    approved.put("blob", digest=DIGEST)
    approved.put("rendered", digest=DIGEST, renderer="1")
    approved.put("theme", digest=DIGEST)
    approved.put("waiver", draft_id=1, rule="alt", subject=DIGEST, reason="装饰图片", person_id=AUTHOR)
    approved.put("annotation", draft_id=1, part="whole", text="请核对", person_id=FIRST)
    approved.put("remark", annotation_id=1, step="reply", text="已核对", person_id=AUTHOR)
    approved.put("chrome", digest=DIGEST)
    off, on = (
        ("SET session_replication_role = replica", "SET session_replication_role = DEFAULT")
        if approved.on_server
        else ("DROP TRIGGER reader_note_of_change", triggers()["reader_note_of_change"])
    )
    approved.run(off)  # nothing was corrected yet
    approved.put("reader_note", release_id=1, words="更正")
    approved.run(on)
    return approved


def picture_of(raw: Raw, table: str) -> list[tuple[Any, ...]]:
    return raw.run(f"SELECT * FROM {table} ORDER BY 1")


def other_than(kind: Any) -> Any:
    """Return a value that no row here has."""
    known = {LargeBinary: b"x", Boolean: False, Integer: 7}
    return next((value for of, value in known.items() if isinstance(kind, of)), "x")


@pytest.mark.parametrize("table", FROZEN)
def test_a_frozen_row_is_not_changed(live: Raw, table: str) -> None:
    before = picture_of(live, table)
    assert before
    for verb, column in product(live.updates, metadata.tables[table].columns):
        with pytest.raises(REFUSED, match="frozen"):
            live.run(f"{verb} {table} SET {column.name} = ?", other_than(column.type))
    assert picture_of(live, table) == before


@pytest.mark.parametrize("table", FROZEN)
def test_a_frozen_row_is_not_deleted(live: Raw, table: str) -> None:
    before = picture_of(live, table)
    with pytest.raises(REFUSED, match="frozen"):
        live.run(f"DELETE FROM {table}")
    assert picture_of(live, table) == before


@pytest.mark.parametrize("table", FROZEN)
def test_a_frozen_row_is_not_replaced(live: Raw, table: str) -> None:
    before = picture_of(live, table)
    names = [column.name for column in metadata.tables[table].columns]
    keys = {name for key in FROZEN[table] for name in key}
    for verb, forged in product(live.replaces, (n for n in names if n not in keys)):
        row = dict(zip(names, before[0], strict=True))
        row[forged] = other_than(metadata.tables[table].c[forged].type)
        with pytest.raises(REFUSED):
            live.put(table, verb, **row)
    assert picture_of(live, table) == before


def test_a_revision_is_not_replaced_by_its_number(live: Raw) -> None:
    with pytest.raises(REFUSED, match="frozen"):
        live.put("revision", "INSERT OR REPLACE", id=99, article_id=1, n=1, digest="x" * 64)


@pytest.mark.places("file")
@pytest.mark.parametrize("table", FROZEN)
def test_a_frozen_row_is_not_replaced_by_its_rowid(live: Raw, table: str) -> None:
    before = picture_of(live, table)
    ((place,),) = live.run(f"SELECT rowid FROM {table} LIMIT 1")
    columns = [c for c in metadata.tables[table].columns if not isinstance(c.type, Integer) or c.name != "id"]
    forged = [b"x" if isinstance(c.type, LargeBinary) else 7 if isinstance(c.type, Integer) else "x" for c in columns]
    names = ", ".join(("rowid", *(c.name for c in columns)))
    with pytest.raises(REFUSED):
        live.run(f"REPLACE INTO {table} ({names}) VALUES ({', '.join('?' * (1 + len(forged)))})", place, *forged)
    assert picture_of(live, table) == before


def test_nobody_approves_a_text_of_their_own(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="text of their own"):
        raw.decide(AUTHOR, 1)
    assert raw.run("SELECT * FROM decision") == []


def test_nobody_stops_being_an_author_first(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="frozen"):
        raw.run("DELETE FROM draft_author WHERE person_id = ?", AUTHOR)
    with pytest.raises(REFUSED, match="frozen"):
        raw.run("UPDATE draft_author SET person_id = ?", FIRST)


def test_an_exemption_stands_in_the_scheme_or_nowhere(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="no such exemption"):
        raw.decide(AUTHOR, 1, exemption="人手不足")


def test_nobody_decides_at_two_levels(raw: Raw) -> None:
    raw.decide(FIRST, 1)
    raw.stage("review", level=2)
    with pytest.raises(REFUSED, match="two levels"):
        raw.decide(FIRST, 2)


def test_a_level_is_not_jumped(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="waits at this level"):
        raw.decide(SECOND, 2)
    with pytest.raises(REFUSED, match="not every level"):
        raw.stage("approved", level=0)
    raw.decide(FIRST, 1)
    with pytest.raises(REFUSED, match="not every level"):
        raw.stage("approved", level=0)


@pytest.mark.parametrize("person", [PUBLISHER, ADMIN])
def test_who_is_no_reviewer_does_not_decide(raw: Raw, person: int) -> None:
    with pytest.raises(REFUSED, match="does not review"):
        raw.decide(person, 1)


def test_a_retired_reviewer_does_not_decide(raw: Raw) -> None:
    raw.run("UPDATE person SET active = FALSE WHERE id = ?", FIRST)
    with pytest.raises(REFUSED, match="does not review"):
        raw.decide(FIRST, 1)


def test_another_text_is_not_approved_in_its_place(raw: Raw) -> None:
    raw.put("revision", id=2, article_id=1, draft_id=1, n=2, digest="x" * 64)
    for forged in ({"digest": "x" * 64}, {"revision_id": 2, "digest": "x" * 64}, {"round": 2}):
        with pytest.raises(REFUSED, match="waits at this level"):
            raw.decide(FIRST, 1, **forged)
    with pytest.raises(REFUSED, match="does not change"):
        raw.stage("review", revision_id=2)


def test_a_return_says_why(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="says why"):
        raw.decide(FIRST, 1, "return", opinion="  ")
    raw.decide(FIRST, 1, "return", opinion="数字有误")


def test_a_text_in_review_is_read_only(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="read-only"):
        raw.run("UPDATE draft_text SET fields = '{}' WHERE draft_id = 1")


def test_what_is_not_approved_is_not_published(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="only what is approved"):
        raw.publish()
    with pytest.raises(REFUSED, match=r"has its release|no such step"):
        raw.stage("published")


def test_nobody_publishes_a_text_of_their_own(approved: Raw) -> None:
    with pytest.raises(REFUSED, match="text of their own"):
        approved.publish(AUTHOR)
    with pytest.raises(REFUSED, match="does not publish"):
        approved.publish(FIRST)


def lane_of(live: Raw, draft: int, purpose: str, **given: Any) -> None:
    """A lane beside, with a text that both levels approved."""
    live.put("draft", id=draft, article_id=1, stage="editing", purpose=purpose, base_revision_id=1, **given)
    live.put("draft_author", draft_id=draft, person_id=AUTHOR)
    live.put("revision", id=draft, article_id=1, draft_id=draft, n=draft, digest=str(draft), person_id=AUTHOR)
    move = "UPDATE draft SET stage = ?, level = ?, round = 1, revision_id = id, scheme_id = 1 WHERE id = ?"
    live.run(move, "review", 1, draft)
    for level, who in ((1, FIRST), (2, SECOND)):
        live.run(move, "review", level, draft)
        live.decide(who, level, draft_id=draft, revision_id=draft, digest=str(draft))
    live.run(move, "approved", 0, draft)


def test_a_correction_may_be_open_beside_another_lane_and_no_second_one(live: Raw) -> None:
    live.put("draft", id=2, article_id=1, stage="editing", purpose="update", base_revision_id=1)
    live.put("draft", id=3, article_id=1, stage="editing", purpose="correction", base_revision_id=1)
    for purpose in ("update", "correction", "original"):
        with pytest.raises(REFUSED, match="one of a kind"):
            live.put("draft", id=4, article_id=1, stage="editing", purpose=purpose, base_revision_id=1)
    with pytest.raises(REFUSED, match="keeps its purpose"):
        live.run("UPDATE draft SET purpose = 'correction' WHERE id = 2")


def test_a_lane_starts_from_what_is_live_and_is_merged_with_nothing_else(live: Raw) -> None:
    live.put("revision", id=2, article_id=1, n=2, digest="x" * 64)
    with pytest.raises(REFUSED, match="starts from what is live"):
        live.put("draft", id=2, article_id=1, stage="editing", purpose="update", base_revision_id=2)
    live.put("draft", id=2, article_id=1, stage="editing", purpose="update", base_revision_id=1)
    with pytest.raises(REFUSED, match="merged with what is live"):
        live.run("UPDATE draft SET base_revision_id = 2 WHERE id = 2")


def test_what_went_live_meanwhile_bars_a_lane_that_does_not_hold_it(live: Raw) -> None:
    lane_of(live, 2, "update")
    lane_of(live, 3, "correction")
    live.publish(id=2, draft_id=3, revision_id=3, digest="3", reason_kind="typo", reason="错字", html_digest=HTML)
    with pytest.raises(REFUSED, match="merged first"):
        live.publish(id=3, draft_id=2, revision_id=2, digest="2", html_digest=HTML)
    with pytest.raises(REFUSED, match="no such step"):
        live.run("UPDATE draft SET stage = 'editing' WHERE id = 2")
    with pytest.raises(REFUSED, match="merged with what is live"):
        live.run("UPDATE draft SET base_revision_id = 3 WHERE id = 2")  # it is approved
    live.run("UPDATE draft SET stage = 'editing', base_revision_id = 3 WHERE id = 2")


def test_a_correction_says_of_what_kind_it_is_and_an_update_does_not(live: Raw) -> None:
    lane_of(live, 3, "correction")
    one = {"draft_id": 3, "revision_id": 3, "digest": "3", "html_digest": HTML}
    for wrong in ({}, {"reason_kind": "fact"}, {"reason": "数字"}, {"reason_kind": "joke", "reason": "数字"}):
        with pytest.raises(REFUSED, match="of what kind"):
            live.publish(id=2, **one, **wrong)
    live.publish(id=2, **one, reason_kind="fact", reason="数字有误")
    for wrong in ({"release_id": 1, "words": "更正"}, {"release_id": 2, "words": " "}):
        with pytest.raises(REFUSED, match=r"note to readers|frozen"):
            live.put("reader_note", **wrong)
    live.put("reader_note", release_id=2, words="数字已更正")


def test_another_text_is_not_published_in_its_place(approved: Raw) -> None:
    approved.put("revision", id=2, article_id=1, draft_id=1, n=2, digest="x" * 64)
    with pytest.raises(REFUSED, match="only what is approved"):
        approved.publish(revision_id=2, digest="x" * 64)


@pytest.mark.parametrize("kind", ["Publish", "publish ", "correct", ""])
def test_a_release_is_of_a_known_kind(raw: Raw, kind: str) -> None:
    with pytest.raises(REFUSED, match="no such kind"):
        raw.publish(kind=kind)


def test_a_decision_is_one_of_the_known(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="no such verdict"):
        raw.decide(FIRST, 1, "Approve")


def test_a_page_is_not_live_without_a_release(approved: Raw) -> None:
    with pytest.raises(REFUSED, match="has its release"):
        approved.run("UPDATE article SET publication = 'live', live_release_id = 1 WHERE id = 1")
    with pytest.raises(REFUSED, match="has its release"):
        approved.stage("published")
    with pytest.raises(REFUSED, match="starts unpublished"):
        approved.put("article", id=2, uid="2", number="2026-00002", publication="live", live_release_id=1)
    with pytest.raises(REFUSED, match="has its release"):
        approved.run("UPDATE article SET publication = 'Live', live_release_id = 1 WHERE id = 1")


def test_a_live_article_keeps_its_address_and_its_time(live: Raw) -> None:
    with pytest.raises(REFUSED, match="never change"):
        live.put(
            "release", article_id=1, draft_id=1, revision_id=1, digest=DIGEST, kind="withdraw", person_id=PUBLISHER,
            channel_id=1, address="b.html", published_at="2026", reason_kind="fact", reason="数字有误",
        )  # fmt: skip
    with pytest.raises(REFUSED, match="has its release"):
        live.run("UPDATE article SET publication = 'none' WHERE id = 1")


def test_the_past_is_not_written_by_who_is_no_administrator(raw: Raw) -> None:
    raw.put("article", id=2, uid="2", number="2026-00002", publication="none")
    raw.put("revision", id=2, article_id=2, n=1, digest="x" * 64)
    known = {"article_id": 2, "draft_id": None, "revision_id": 2, "digest": "x" * 64, "kind": "migrated"}
    with pytest.raises(REFUSED, match="by an administrator"):
        raw.publish(PUBLISHER, at="2027", **known)
    with pytest.raises(REFUSED, match="dated before its import"):
        raw.publish(ADMIN, at="2026", **known)
    raw.publish(ADMIN, at="2027", **known)


def test_the_audit_chain_goes_on_from_its_head(live: Raw) -> None:
    for forged in ({"seq": 3, "previous": "f" * 64}, {"seq": 2, "previous": "0" * 64}, {"seq": 0, "previous": ""}):
        with pytest.raises(REFUSED, match="goes on from its head"):
            live.put("audit", hash="9" * 64, **forged)
    live.put("audit", seq=2, previous="f" * 64, hash="9" * 64)


@pytest.mark.parametrize("table", ["article", "draft", "person"])
def test_what_the_record_speaks_of_is_never_deleted(live: Raw, table: str) -> None:
    with pytest.raises(REFUSED, match="never deleted"):
        live.run(f"DELETE FROM {table}")


@pytest.mark.parametrize("name", ["id", "uid", "number", "address"])
def test_an_article_is_not_pushed_out_by_another(live: Raw, name: str) -> None:
    live.run("UPDATE article SET address = 'a.html' WHERE id = 1")
    live.put("article", id=2, uid="2", number="2026-00002", publication="none")
    before = live.run("SELECT id, uid, number, address FROM article ORDER BY id")
    with pytest.raises(REFUSED, match="keeps its names"):
        live.run(f"UPDATE OR REPLACE article SET {name} = (SELECT {name} FROM article WHERE id = 1) WHERE id = 2")
    with pytest.raises(REFUSED, match="starts unpublished"):
        taken = dict(zip(("id", "uid", "number", "address"), before[0], strict=True))
        live.put("article", "REPLACE", **{"id": 3, "uid": "3", "number": "3", "publication": "none", name: taken[name]})
    assert live.run("SELECT id, uid, number, address FROM article ORDER BY id") == before


def test_a_register_number_and_an_address_stay_with_their_article(live: Raw) -> None:
    live.run("UPDATE article SET address = 'a.html' WHERE id = 1")
    for change in ("number = '2026-00009'", "address = 'b.html'", "address = ''"):
        with pytest.raises(REFUSED, match="keeps its names"):
            live.run(f"UPDATE article SET {change} WHERE id = 1")


def test_a_person_is_not_pushed_out_by_another(live: Raw) -> None:
    before = picture_of(live, "person")
    for forged in ({"id": AUTHOR, "login": "new"}, {"id": 99, "login": f"p{AUTHOR}"}):
        with pytest.raises(REFUSED, match="never replaced"):
            live.put("person", "REPLACE", active=True, **forged)
    for change in (f"id = {AUTHOR}", "id = 99", f"login = 'p{AUTHOR}'"):
        with pytest.raises(REFUSED, match="keeps their login"):
            live.run(f"UPDATE OR REPLACE person SET {change} WHERE id = {FIRST}")
    assert picture_of(live, "person") == before


def test_a_text_in_review_is_neither_replaced_nor_deleted(raw: Raw) -> None:
    with pytest.raises(REFUSED, match="one working text"):
        raw.put("draft_text", "REPLACE", draft_id=1, fields="[]")
    with pytest.raises(REFUSED, match="never deleted"):
        raw.run("DELETE FROM draft_text")
    assert raw.run("SELECT fields FROM draft_text") == [("{}",)]


def test_a_lane_from_the_trash_does_not_push_out_the_open_one(raw: Raw) -> None:
    raw.stage("editing")
    raw.stage("trashed")
    raw.put("draft", id=2, article_id=1, stage="editing", purpose="original")
    with pytest.raises(REFUSED, match="one lane"):
        raw.run("UPDATE OR REPLACE draft SET stage = 'editing' WHERE id = 1")
    assert raw.run("SELECT id, stage FROM draft ORDER BY id") == [(1, "trashed"), (2, "editing")]


def test_a_fact_is_ticked_in_the_text_that_waits_by_who_may_decide(raw: Raw) -> None:
    known = {"draft_id": 1, "revision_id": 1, "digest": DIGEST, "level": 1, "key": "k", "ticked": True}
    for wrong in ({"person_id": AUTHOR}, {"person_id": SECOND}, {"person_id": FIRST, "level": 2},
                  {"person_id": FIRST, "digest": HTML}):  # fmt: skip
        with pytest.raises(REFUSED):
            raw.put("fact_tick", **{**known, **wrong})
    raw.put("fact_tick", **known, person_id=FIRST)
