"""Who knows the database well and writes to it past the program does not pass its rules, or is found out."""

from __future__ import annotations

import threading

import psycopg
import pytest

from db.schema.triggers import FROZEN
from db.store.postgres.driver import connect
from db.store.verify import verify

pytestmark = pytest.mark.places("server")


@pytest.fixture
def raw(desk):
    """Plain SQL as the owner of the tables."""
    connection = connect(desk.store.place, autocommit=True)
    yield connection
    connection.close()


def kinds(desk):
    return [(fault.kind, fault.key) for fault in verify(desk.store).faults]


@pytest.mark.parametrize("table", [*FROZEN, "article", "draft", "draft_text", "person"])
def test_a_table_is_not_emptied_at_one_go(raw, table):
    with pytest.raises(psycopg.IntegrityError, match=r"frozen|never deleted"):
        raw.execute(f"TRUNCATE {table} CASCADE")


def test_a_table_of_ones_own_does_not_stand_before_the_record_s(desk, raw):
    saved = desk.start()
    digest = desk.submit(saved)
    raw.execute("CREATE TEMP TABLE draft_author (draft_id integer, person_id integer, at text)")  # without any author
    raw.execute(f"UPDATE person_role SET role = 'reviewer', level = 1 WHERE person_id = {desk.lin.person_id}")
    with pytest.raises(psycopg.IntegrityError, match="text of their own"):
        raw.execute(
            "INSERT INTO decision "
            "(draft_id, revision_id, digest, round, level, verdict, person_id, opinion, exemption, at) "
            f"SELECT id, revision_id, '{digest}', round, level, 'approve', {desk.lin.person_id}, '', '', '' "
            f"FROM draft WHERE id = {saved.draft_id}"
        )


def test_a_change_that_would_not_see_what_others_committed_is_refused(raw):
    for level in ("REPEATABLE READ", "SERIALIZABLE"):
        raw.execute(f"BEGIN ISOLATION LEVEL {level}")
        with pytest.raises(psycopg.IntegrityError, match="sees all"):
            raw.execute("DELETE FROM setting")
        raw.execute("ROLLBACK")


def test_eight_writers_at_once_make_one_chain(desk):
    from db.actions import write
    from db.domain.article import Words
    from db.store.unit import Store
    from tests.db.conftest import TEXT

    def starts() -> None:
        store = Store(desk.store.place)
        for _ in range(5):
            with store.changing(desk.lin) as unit:
                write.start(unit, TEXT, Words("正文", 2))
        store.close()

    threads = [threading.Thread(target=starts) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kinds(desk) == []
    with desk.store.reading() as c:
        numbers = c.exec_driver_sql("SELECT number FROM article ORDER BY number").scalars().all()
    assert [number[-2:] for number in numbers] == [f"{n:02d}" for n in range(1, 41)]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("DROP TRIGGER decision_four_eyes ON decision", ("trigger_missing", "decision_four_eyes")),
        ("ALTER TABLE decision DISABLE TRIGGER decision_four_eyes", ("trigger_changed", "decision_four_eyes")),
        ("ALTER TABLE decision ENABLE REPLICA TRIGGER decision_four_eyes", ("trigger_changed", "decision_four_eyes")),
        ("ALTER FUNCTION decision_four_eyes() RESET search_path", ("trigger_changed", "decision_four_eyes")),
        (
            "CREATE OR REPLACE FUNCTION decision_four_eyes() RETURNS trigger LANGUAGE plpgsql "
            "SET search_path TO public, pg_temp AS 'BEGIN RETURN NEW; END'",
            ("trigger_changed", "decision_four_eyes"),
        ),
        ("DROP TRIGGER revision_no_truncate ON revision", ("trigger_missing", "revision_no_truncate")),
        ("DROP TRIGGER audit_turn ON audit", ("trigger_missing", "audit_turn")),
        (
            "CREATE TRIGGER a_first BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_sign()",
            ("trigger_foreign", "a_first"),
        ),
    ],
)
def test_verify_names_the_rule_that_was_weakened(desk, raw, change, found):
    assert kinds(desk) == []
    raw.execute(change)
    assert kinds(desk) == [found]


def test_verify_names_what_was_changed_with_the_rules_switched_off(desk, raw):
    desk.approved()
    raw.execute("SET session_replication_role = replica")
    raw.execute("UPDATE decision SET opinion = '同意' WHERE id = 1")
    raw.execute("DELETE FROM audit WHERE seq = 3")
    told = {kind for kind, _ in kinds(desk)}
    assert {"decision_changed", "chain_gap"} <= told
