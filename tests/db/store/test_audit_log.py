"""The chain as it is looked through: the newest first, narrowed by who, what, when and about which article."""

from __future__ import annotations

import pytest

from db.store import audit_log, trail
from db.store.audit_log import AuditFilters


@pytest.fixture
def entries(desk):
    """Two articles, of which one was approved at both levels."""
    desk.approved()
    desk.start(title="又一篇")
    with desk.store.reading() as c:
        return list(trail.entries(c))


def listed(desk, **asked):
    with desk.store.reading() as c:
        found = list(audit_log.ids(c, AuditFilters(**asked)))
        assert audit_log.first(c, AuditFilters(**asked), 2) == found[:2]
    return found


def test_all_of_it_is_listed_the_newest_first(desk, entries):
    assert listed(desk) == [entry.seq for entry in reversed(entries)]


def test_it_is_narrowed_by_person_verb_time_and_article(desk, entries):
    by_zhou = [entry.seq for entry in reversed(entries) if entry.person == "周敏"]
    assert listed(desk, person="周敏") == by_zhou != []
    approvals = [entry.seq for entry in reversed(entries) if entry.verb == "approve"]
    assert listed(desk, verbs=("approve", "withdraw")) == approvals
    assert len(approvals) == 2
    last = entries[-1]
    assert last.seq in listed(desk, since=last.at)
    assert listed(desk, until=entries[0].at) == []
    with desk.store.reading() as c:
        number = audit_log.rows(c, [last.seq])[last.seq].number
    assert listed(desk, number=number) == [
        entry.seq for entry in reversed(entries) if entry.article_id == last.article_id
    ]
    assert listed(desk, number="2000-00001") == []


def test_a_row_tells_its_entry_and_its_article(desk, entries):
    with desk.store.reading() as c:
        rows = audit_log.rows(c, [entry.seq for entry in entries])
        people = audit_log.people(c)
    assert [rows[entry.seq].entry for entry in entries] == entries
    assert rows[entries[-1].seq].title == "又一篇"
    assert rows[entries[0].seq].number == ""
    assert set(people) == {entry.person for entry in entries}
