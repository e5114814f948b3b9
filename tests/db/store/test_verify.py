"""A record that was tampered with past the program is found out, whatever was touched; an honest one is not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy import Connection

from db.actions import channels, people, release, review, ticks, write
from db.domain.article import Fields, Saved, Words
from db.domain.audit import ChainHead, entry_hash, row_digest
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Actor, Role
from db.domain.place import Place
from db.domain.release import Rendered
from db.schema.articles import release as release_table
from db.schema.triggers import triggers
from db.store import history, trail
from db.store import people as find
from db.store.unit import Store
from db.store.verify import verify
from tests.db.tampering import drop_rules, tamper, without_rules

FIELDS = Fields(title="清河之水进山村", source="县水利局", body="通水了。\n", information_source="青禾新闻网")


def found(place: Place) -> None:
    """Make a newsroom with one published article, one approved and one in review."""
    store = Store(place)
    with store.changing(PROGRAM) as unit:
        ids = {
            login: people.add(unit, login, name, frozenset(roles), frozenset(levels), frozenset(), "", demo=True)
            for login, name, roles, levels in (
                ("linxiao", "林晓", {Role.EDITOR, Role.REVIEWER}, {1, 2}),
                ("zhoumin", "周敏", {Role.REVIEWER}, {1}),
                ("gaoyuan", "高远", {Role.REVIEWER}, {2}),
                ("hechuan", "何川", {Role.PUBLISHER}, set()),
            )
        }
        scheme = channels.add_scheme(unit, name="两审制", levels=2)
        channel = channels.add(unit, kind=ChannelKind.NEWS, name="要闻", slug="news", scheme_id=scheme)
    actor = {login: people.sign_in_demo(store, number) for login, number in ids.items()}
    for number, reviewers in enumerate((("zhoumin", "gaoyuan"), ("zhoumin", "gaoyuan"), ())):
        fields = replace(FIELDS, title=f"第{number}篇", channel_id=channel)
        with store.changing(actor["linxiao"]) as unit:
            saved = write.start(unit, fields, Words("通水了。", 4))
            revision = review.submit(unit, saved.draft_id, saved.version)
            digest = history.get_revision(unit.connection, revision).digest
        for login in reviewers:
            with store.changing(actor[login]) as unit:
                review.approve(unit, saved.draft_id, digest, "", Rendered(digest, "1", "<p>通水了。</p>", "通水了。"))
        if number == 0:
            with store.changing(actor["hechuan"]) as unit:
                release.publish(unit, saved.draft_id)
    store.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    path = tmp_path_factory.mktemp("verify") / "newsroom.caibian"
    copy(empty_file, path)
    found(path)
    return path


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "server":
        cluster = request.getfixturevalue("cluster")
        address = cluster.lend("verified", found)
        with closing(Store(address)) as made:
            yield made
        cluster.take_back(address)
    else:
        path = tmp_path / "newsroom.caibian"
        copy(request.getfixturevalue("sound"), path)
        with closing(Store(path)) as made:
            yield made


def kinds(store: Store, known: ChainHead | None = None) -> list[str]:
    return [fault.kind for fault in verify(store, known).faults]


def head(store: Store) -> ChainHead:
    with store.reading() as connection:
        return trail.head(connection)


def append(connection: Connection, verb: str, article_id: int, facts: dict[str, object]) -> None:
    """Forge an entry that the chain itself takes."""
    last = connection.exec_driver_sql("SELECT * FROM audit ORDER BY seq DESC LIMIT 1").mappings().one()
    words = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    values = (last["seq"] + 1, last["at"], "林晓", verb, article_id, words, last["hash"])
    connection.exec_driver_sql("INSERT INTO audit VALUES (?,?,?,?,?,?,?,?)", (*values, entry_hash(*values)))


def test_an_honest_record_holds(store: Store):
    assert kinds(store, head(store)) == []


def test_the_demo_s_counts_are_told(store: Store):
    told = verify(store)
    assert (told.releases, told.migrated, told.revisions) == (1, 0, 3)
    assert told.entries == told.head.length > 10


def test_an_edited_revision_is_found(store: Store):
    tamper(store, "UPDATE revision SET form = replace(form, '通水了', '停水了') WHERE id = 1")
    assert kinds(store)[0] == "revision_changed"


def test_a_revision_edited_together_with_its_digest_is_found(store: Store):
    def change(c: Connection) -> None:
        form = c.exec_driver_sql("SELECT form FROM revision WHERE id = 1").scalar_one().replace("通水了", "停水了")
        made = hashlib.sha256(form.encode()).hexdigest()
        c.exec_driver_sql("UPDATE revision SET form = ?, digest = ? WHERE id = 1", (form, made))

    with without_rules(store) as c:
        change(c)
    assert "revision_changed" in kinds(store)


def test_an_edited_decision_is_found(store: Store):
    tamper(store, "UPDATE decision SET opinion = '同意' WHERE id = 1")
    assert kinds(store)[0] == "decision_changed"


def test_a_deleted_decision_is_found(store: Store):
    tamper(store, "DELETE FROM decision WHERE id = 1")
    assert kinds(store)[0] == "decision_missing"


def test_an_edited_audit_entry_is_found(store: Store):
    tamper(store, "UPDATE audit SET person = '周敏' WHERE verb = 'publish'")
    assert kinds(store) == ["entry_changed"]


def test_a_deleted_audit_entry_is_found(store: Store):
    tamper(store, "DELETE FROM audit WHERE verb = 'submit' AND article_id = 1")
    assert kinds(store)[0] == "chain_gap"


def test_reordered_audit_entries_are_found(store: Store):
    def change(c: Connection) -> None:
        c.exec_driver_sql("UPDATE audit SET seq = -1 WHERE seq = 8")
        c.exec_driver_sql("UPDATE audit SET seq = 8 WHERE seq = 9")
        c.exec_driver_sql("UPDATE audit SET seq = 9 WHERE seq = -1")

    with without_rules(store) as c:
        change(c)
    assert "chain_broken" in kinds(store)


def test_a_cut_tail_is_found_by_the_head_that_this_machine_kept(store: Store):
    known = head(store)
    tamper(store, "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    assert kinds(store, known)[0] == "chain_cut"


def test_a_chain_made_anew_is_found_by_the_head_that_this_machine_kept(store: Store):
    known = head(store)

    def change(c: Connection) -> None:
        c.exec_driver_sql("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
        append(c, "recall", 3, {"draft": 3, "level": 1})

    with without_rules(store) as c:
        change(c)
    assert kinds(store, known)[0] == "chain_replaced"


def test_a_dropped_trigger_is_found(store: Store):
    with store.engine.begin() as c:
        drop_rules(c, *triggers())
    assert set(kinds(store)) == {"trigger_missing"}


@pytest.mark.places("file")  # those of a server: postgres/test_rules.py
def test_a_weakened_trigger_is_found(store: Store):
    with store.engine.begin() as c:
        drop_rules(c, "decision_four_eyes")
        c.exec_driver_sql("CREATE TRIGGER decision_four_eyes BEFORE INSERT ON decision WHEN 0 BEGIN SELECT 1; END")
    assert kinds(store) == ["trigger_changed"]


@pytest.mark.parametrize("recorded", [False, True])
def test_an_approval_by_the_author_is_found_even_with_a_forged_entry(store: Store, recorded: bool):
    def change(c: Connection) -> None:
        lane = c.exec_driver_sql("SELECT * FROM draft WHERE id = 3").mappings().one()
        digest = c.exec_driver_sql("SELECT digest FROM revision WHERE id = ?", (lane["revision_id"],)).scalar_one()
        row = {
            "draft_id": 3, "revision_id": lane["revision_id"], "digest": digest, "round": lane["round"], "level": 1,
            "verdict": "approve", "person_id": 1, "opinion": "", "exemption": "", "at": lane["changed_at"],
        }  # fmt: skip
        names = ", ".join(row)
        c.exec_driver_sql(f"INSERT INTO decision ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
        if recorded:
            facts = {"decision": newest(c), "revision": row["revision_id"], "level": 1, "opinion": ""}
            append(c, "approve", 3, {**facts, "digest": digest, "row": row_digest(row)})

    with without_rules(store) as c:
        change(c)
    assert kinds(store)[0] == ("decision_by_author" if recorded else "decision_unrecorded")


def newest(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT max(id) FROM decision").scalar_one())


def decided(connection: Connection, lane: int, **given: object) -> None:
    """Forge a decision on what a lane was sent in with, and the entry that speaks of it."""
    draft = connection.exec_driver_sql("SELECT * FROM draft WHERE id = ?", (lane,)).mappings().one()
    digest = connection.exec_driver_sql("SELECT digest FROM revision WHERE id = ?", (draft["revision_id"],)).fetchone()[
        0
    ]
    row = {
        "draft_id": lane, "revision_id": draft["revision_id"], "digest": digest, "round": draft["round"], "level": 1,
        "verdict": "approve", "person_id": 2, "opinion": "", "exemption": "", "at": draft["changed_at"], **given,
    }  # fmt: skip
    names = ", ".join(row)
    connection.exec_driver_sql(f"INSERT INTO decision ({names}) VALUES ({', '.join('?' * len(row))})", (*row.values(),))
    facts = {"decision": newest(connection), "revision": row["revision_id"], "level": row["level"], "opinion": ""}
    append(connection, str(row["verdict"]), lane, {**facts, "digest": digest, "row": row_digest(row)})


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"person_id": 1, "exemption": "人手不足"}, "decision_without_exemption"),
        ({"person_id": 1, "verdict": "sign"}, "decision_without_right"),
        ({"person_id": 2, "verdict": "sign"}, "decision_without_right"),
        ({"round": 2}, "decision_on_other_text"),
    ],
)
def test_a_decision_outside_the_rules_is_found_even_with_a_forged_entry(store: Store, given: dict, kind: str):
    with without_rules(store) as c:
        decided(c, 3, **given)
    assert kinds(store)[0] == kind


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("INSERT INTO person_role VALUES (1, 'publisher', 0)", "rights_unrecorded"),
        ("UPDATE person SET active = FALSE WHERE id = 2", "rights_unrecorded"),
        ("INSERT INTO person VALUES (9, 'x', 'x', '', TRUE, FALSE, 0, '')", "rights_unrecorded"),
        ("UPDATE scheme SET exemption = '人手不足'", "scheme_unrecorded"),
        ("INSERT INTO scheme_reviewer VALUES (1, 1, 2)", "scheme_unrecorded"),
        ("INSERT INTO scheme VALUES (9, '一审', 1, FALSE, FALSE, '', TRUE, '', FALSE)", "scheme_unrecorded"),
        ("UPDATE channel SET scheme_id = 9", "channel_unrecorded"),
        ("DELETE FROM article WHERE id = 1", "article_missing"),
    ],
)
def test_rights_rules_and_articles_that_were_changed_past_the_program_are_found(store: Store, change: str, kind: str):
    tamper(store, change)
    assert kind in kinds(store)


def test_an_honest_record_of_every_kind_of_scheme_holds(store: Store):
    """Sent in again under another scheme, signed by the writer, resumed, decided with an exemption, changed since."""
    with store.reading() as connection:
        lin, zhou, gao, he = (find.actor(connection, number) for number in (1, 2, 3, 4))
    with store.changing(PROGRAM) as unit:
        named = channels.add_scheme(unit, name="点名", levels=1, reviewers=[[1]])
        signed = channels.add_scheme(unit, name="编辑签", levels=2, writer_signs=True, exemption="人手不足")
        resumed = channels.add_scheme(unit, name="续审", levels=2, resume_at_return=True)
        of = {
            scheme: channels.add(unit, kind=ChannelKind.NEWS, name=slug, slug=slug, scheme_id=scheme)
            for scheme, slug in ((named, "named"), (signed, "signed"), (resumed, "resumed"))
        }

    def sent(actor: Actor, saved: Saved | None, scheme: int) -> tuple[Saved, str]:
        fields = replace(FIELDS, title=f"{scheme}", channel_id=of[scheme])
        with store.changing(actor) as unit:
            if saved is None:
                saved = write.start(unit, fields, Words("通水了。", 4))
            else:
                saved = write.save(unit, saved.draft_id, fields, Words("通水了。", 4), saved.version)
            revision = review.submit(unit, saved.draft_id, saved.version)
            return saved, history.get_revision(unit.connection, revision).digest

    def approved(actor: Actor, saved: Saved, digest: str) -> None:
        with store.changing(actor) as unit:
            review.approve(unit, saved.draft_id, digest, "", Rendered(digest, "1", "<p>通水了。</p>", "通水了。"))

    def returned(actor: Actor, saved: Saved, digest: str) -> None:
        with store.changing(actor) as unit:
            review.send_back(unit, saved.draft_id, digest, "数字请再核")

    with store.changing(PROGRAM) as unit:
        people.change(unit, 1, "林晓", frozenset({Role.EDITOR, Role.REVIEWER}), frozenset({1, 2}), frozenset())
        people.change(unit, 4, "何川", frozenset({Role.PUBLISHER, Role.EDITOR}), frozenset(), frozenset())
    saved, digest = sent(he, None, resumed)
    approved(zhou, saved, digest)
    returned(gao, saved, digest)
    saved, digest = sent(he, saved, resumed)  # waits at the second level
    returned(gao, saved, digest)
    saved, digest = sent(he, saved, named)
    approved(lin, saved, digest)
    saved, digest = sent(lin, None, signed)
    approved(lin, saved, digest)
    with store.changing(he) as unit:
        release.publish(unit, saved.draft_id)
    with store.changing(PROGRAM) as unit:
        channels.change_scheme(unit, signed, name="编辑签", levels=3, reviewers=[[2]])
        people.retire(unit, 3)
    assert verify(store).faults == []


def test_an_author_struck_from_the_list_is_found(store: Store):
    tamper(store, "DELETE FROM draft_author WHERE draft_id = 3")
    assert kinds(store) == ["author_missing"]


def test_a_live_article_without_release_is_found(store: Store):
    tamper(store, "UPDATE article SET publication = 'live' WHERE id = 3")
    assert kinds(store) == ["live_without_release"]


def test_a_release_past_the_program_is_found(store: Store):
    def change(c: Connection) -> None:
        names = ", ".join(column.name for column in release_table.columns if column.name != "id")
        c.exec_driver_sql(f"INSERT INTO release ({names}) SELECT {names} FROM release")
        c.exec_driver_sql("UPDATE release SET article_id = 2, draft_id = 2, revision_id = 2 WHERE id = 2")

    with without_rules(store) as c:
        change(c)
    assert "release_unrecorded" in kinds(store)


def test_an_edited_release_is_found(store: Store):
    tamper(store, "UPDATE release SET published_at = '2026-01-01T00:00:00Z'")
    assert kinds(store)[0] == "release_changed"


def test_edited_html_is_found(store: Store):
    tamper(store, "UPDATE rendered SET html = '<p>停水了。</p>'")
    assert kinds(store)[0] == "html_changed"


def test_ticks_that_were_made_changed_or_lost_past_the_program(store: Store) -> None:
    with store.reading() as connection:
        waiting = connection.exec_driver_sql(
            "SELECT draft.id, revision.digest FROM draft JOIN revision ON revision.id = revision_id "
            "WHERE stage = 'review'"
        ).one()
        who = connection.exec_driver_sql("SELECT id FROM person WHERE login = 'zhoumin'").scalar_one()
    with store.changing(people.sign_in_demo(store, who)) as unit:
        ticks.tick_fact(unit, waiting[0], waiting[1], "a" * 32, "报表")
    assert kinds(store) == []
    tamper(store, "UPDATE fact_tick SET note = '别的'")
    assert kinds(store) == ["tick_changed"]
    tamper(store, "UPDATE fact_tick SET note = '报表'")
    tamper(store, "UPDATE fact_tick SET id = 9")
    assert kinds(store) == ["tick_missing", "tick_unrecorded"]
