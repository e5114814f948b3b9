"""The audit chain played again beside the rows: who had which right when, and whether each decision kept the rules."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from db.domain.audit import AuditEntry, row_digest
from db.schema.articles import decision, draft, draft_author, release, revision
from db.schema.newsroom import scheme, scheme_reviewer

_APPROVALS = ("approve", "sign")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold. ``kind`` is a stable word; ``table`` and ``key`` name the row."""

    kind: str
    table: str
    key: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Scheme:
    levels: int
    exemption: str
    resume: bool
    reviewers: list[list[int]]


class Replay:
    """Takes the entries in their order; ``faults`` are what they and the rows do not agree on."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.faults: list[Fault] = []
        self._decisions = _rows(connection, decision)
        self._releases = _rows(connection, release)
        self._drafts = _rows(connection, draft)
        columns = (revision.c.id, revision.c.digest, revision.c.article_id)
        self._revisions = {row.id: (row.digest, row.article_id) for row in connection.execute(select(*columns))}
        self._authors = {(row.draft_id, row.person_id) for row in connection.execute(select(draft_author))}
        self._schemes = _schemes_now(connection)
        self._rights: dict[int, tuple[frozenset[str], frozenset[int]]] = {}
        self._retired: set[int] = set()
        self._wrote: set[tuple[int, int]] = set()
        self._levels: dict[tuple[int, int], set[int]] = defaultdict(set)
        self._decided: dict[int, list[int]] = defaultdict(list)
        self._seen: dict[str, set[int]] = {"decision": set(), "release": set(), "revision": set()}

    def take(self, entry: AuditEntry) -> None:
        """Look at one entry with all that was before it."""
        try:
            self._take(entry, json.loads(entry.facts))
        except (ValueError, KeyError, TypeError):  # not as the program writes them
            self._tell("entry_unreadable", "audit", entry.seq, verb=entry.verb)

    def _take(self, entry: AuditEntry, facts: Mapping[str, Any]) -> None:
        match entry.verb:
            case "person_added" | "person_changed":
                self._rights[facts["person"]] = frozenset(facts["roles"]), frozenset(facts["levels"])
            case "person_retired":
                self._retired.add(facts["person"])
            case "person_revived":
                self._retired.discard(facts["person"])
            case "scheme_added" | "scheme_changed":
                told = facts["levels"], facts["exemption"], facts["resume_at_return"], facts["reviewers"]
                self._schemes[facts["scheme"]] = _Scheme(*told)
            case "write":
                self._wrote.add((facts["draft"], facts["person"]))
                if (facts["draft"], facts["person"]) not in self._authors:
                    self._tell("author_missing", "draft_author", facts["draft"], person=facts["person"])
            case "revision":
                self._revision(facts)
            case "approve" | "return" | "sign":
                self._decision(facts)
            case "publish" | "withdraw" | "reinstate" | "migrated":
                self._release(entry, facts)

    def unrecorded(self) -> Iterator[Fault]:
        """Rows that no entry speaks of: somebody put them there past the program."""
        for key in sorted(self._decisions.keys() - self._seen["decision"]):
            yield Fault("decision_unrecorded", "decision", str(key))
        for key in sorted(self._releases.keys() - self._seen["release"]):
            yield Fault("release_unrecorded", "release", str(key))
        for key in sorted(self._revisions.keys() - self._seen["revision"]):
            yield Fault("revision_unrecorded", "revision", str(key))
        for draft_id, person in sorted(self._authors - self._wrote):
            yield Fault("author_unrecorded", "draft_author", str(draft_id), {"person": str(person)})

    def _revision(self, facts: Mapping[str, Any]) -> None:
        self._seen["revision"].add(facts["revision"])
        found = self._revisions.get(facts["revision"])
        if found is None:
            self._tell("revision_missing", "revision", facts["revision"])
        elif found[0] != facts["digest"]:
            self._tell("revision_changed", "revision", facts["revision"])

    def _decision(self, facts: Mapping[str, Any]) -> None:
        key = facts["decision"]
        row = self._decisions.get(key)
        self._seen["decision"].add(key)
        if row is None:
            self._tell("decision_missing", "decision", key)
            return
        if row_digest(row) != facts["row"]:
            self._tell("decision_changed", "decision", key)
        if self._revisions.get(row["revision_id"], ("",))[0] != row["digest"]:
            self._tell("decision_on_other_text", "decision", key)
        lane, who = row["draft_id"], row["person_id"]
        if row["verdict"] != "sign":
            self._by_whom(key, row)
        self._levels[lane, who].add(row["level"])
        self._decided[lane].append(key)

    def _by_whom(self, key: int, row: Mapping[str, Any]) -> None:
        """The four eyes: a reviewer of this level, not an author, not at two levels, unless the scheme exempts."""
        lane, who, level = row["draft_id"], row["person_id"], row["level"]
        roles, levels = self._rights.get(who, (frozenset(), frozenset()))
        if "reviewer" not in roles or level not in levels or who in self._retired:
            self._tell("decision_without_right", "decision", key, person=who, level=level)
        rules = self._scheme_of(lane)
        listed = rules.reviewers[level - 1 : level] if rules else []
        if any(listed) and who not in listed[0]:
            self._tell("decision_not_listed", "decision", key, person=who, level=level)
        if row["exemption"]:
            return
        if (lane, who) in self._wrote:
            self._tell("decision_by_author", "decision", key, person=who)
        if self._levels[lane, who] - {level}:
            self._tell("decision_at_two_levels", "decision", key, person=who)

    def _release(self, entry: AuditEntry, facts: Mapping[str, Any]) -> None:
        key = facts["release"]
        row = self._releases.get(key)
        self._seen["release"].add(key)
        if row is None:
            self._tell("release_missing", "release", key)
            return
        if row_digest(row) != facts["row"]:
            self._tell("release_changed", "release", key)
        if row["kind"] != entry.verb:
            self._tell("release_changed", "release", key, verb=entry.verb)
        if self._revisions.get(row["revision_id"]) != (row["digest"], row["article_id"]):
            self._tell("release_of_other_text", "release", key)
        roles, _ = self._rights.get(row["person_id"], (frozenset(), frozenset()))
        needed = "admin" if row["kind"] == "migrated" else "publisher"
        if needed not in roles or row["person_id"] in self._retired:
            self._tell("release_without_right", "release", key, person=row["person_id"])
        if row["kind"] == "migrated":
            self._seen["revision"].add(row["revision_id"])
            if row["published_at"] >= row["at"]:
                self._tell("migrated_not_before", "release", key)
        if row["kind"] == "publish":
            self._approved(key, row)

    def _approved(self, key: int, row: Mapping[str, Any]) -> None:
        """Every level approved, the last one this very revision; not published by who wrote it."""
        lane = row["draft_id"]
        rules = self._scheme_of(lane)
        if rules is None or self._drafts[lane]["article_id"] != row["article_id"]:
            self._tell("release_without_approval", "release", key)
            return
        given = [self._decisions[known] for known in self._decided[lane]]
        turn = max((d["round"] for d in given), default=0)
        counted = [
            d
            for d in given
            if d["verdict"] in _APPROVALS
            and ((d["round"] == turn and d["revision_id"] == row["revision_id"]) or rules.resume)
        ]
        last = any(d["level"] == rules.levels and d["digest"] == row["digest"] and d["round"] == turn for d in counted)
        if {d["level"] for d in counted} != set(range(1, rules.levels + 1)) or not last:
            self._tell("release_without_approval", "release", key)
        named = set(json.loads(row["decisions"]))
        if not {d["id"] for d in counted} <= named or not named <= set(self._decided[lane]):
            self._tell("release_without_approval", "release", key)
        if (lane, row["person_id"]) in self._wrote and not rules.exemption:
            self._tell("release_by_author", "release", key, person=row["person_id"])

    def _scheme_of(self, draft_id: int) -> _Scheme | None:
        lane = self._drafts.get(draft_id)
        return self._schemes.get(lane["scheme_id"]) if lane else None

    def _tell(self, kind: str, table: str, key: int, **facts: object) -> None:
        self.faults.append(Fault(kind, table, str(key), {name: str(value) for name, value in facts.items()}))


def _rows(connection: Connection, table: Table) -> dict[int, dict[str, Any]]:
    return {row["id"]: dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()}


def _schemes_now(connection: Connection) -> dict[int, _Scheme]:
    """The schemes as they are: where the chain is silent about one."""
    listed: dict[int, list[list[int]]] = {}
    for row in connection.execute(select(scheme_reviewer)):
        listed.setdefault(row.scheme_id, [[], [], []])[row.level - 1].append(row.person_id)
    return {
        s.id: _Scheme(s.levels, s.exemption, s.resume_at_return, listed.get(s.id, []))
        for s in connection.execute(select(scheme))
    }
