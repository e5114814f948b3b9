"""The audit chain played again beside the rows: who had which right when, and whether each decision kept the rules."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from db.domain.audit import AuditEntry, row_digest
from db.schema.articles import article, decision, draft, draft_author, reader_note, release, revision, waiver
from db.schema.newsroom import channel, person, person_role, scheme, scheme_reviewer
from db.store.lanes_replayed import ReplayedLanes

_APPROVALS = ("approve", "sign")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold. ``kind`` is a stable word; ``table`` and ``key`` name the row."""

    kind: str
    table: str
    key: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Scheme:
    levels: int
    exemption: str
    resume: bool
    signs: bool
    reviewers: list[list[int]]  # by level


@dataclass(frozen=True, slots=True)
class _Sent:
    """How a lane was last sent in."""

    turn: int
    revision: int
    scheme: int


_Rights = tuple[frozenset[str], frozenset[int]]


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
        self._articles = set(connection.scalars(select(article.c.id)))
        self._schemes: dict[int, _Scheme] = {}
        self._channels: dict[int, int] = {}  # their schemes
        self._sent: dict[int, _Sent] = {}
        self._rights: dict[int, _Rights] = {}
        self._retired: set[int] = set()
        self._wrote: set[tuple[int, int]] = set()
        self._levels: dict[tuple[int, int], set[int]] = defaultdict(set)
        self._decided: dict[int, list[int]] = defaultdict(list)
        self._lanes = ReplayedLanes(self._drafts, self._tell)
        self._notes = {row.release_id: row.words for row in connection.execute(select(reader_note))}
        self._waivers = _rows(connection, waiver)
        self._waived: set[tuple[int, str]] = set()  # article, subject
        self._seen: dict[str, set[int]] = {"decision": set(), "release": set(), "revision": set(), "waiver": set()}

    def take(self, entry: AuditEntry) -> None:
        """Look at one entry with all that was before it."""
        try:
            self._take(entry, json.loads(entry.facts))
        except (ValueError, KeyError, TypeError):  # not as the program writes them
            self._tell("entry_unreadable", "audit", entry.seq, verb=entry.verb)

    def _take(self, entry: AuditEntry, facts: Mapping[str, Any]) -> None:
        if entry.article_id is not None and entry.article_id not in self._articles:
            self._articles.add(entry.article_id)  # told once
            self._tell("article_missing", "article", entry.article_id)
        match entry.verb:
            case "person_added" | "person_changed":
                self._rights[facts["person"]] = _rights(facts["roles"], facts["levels"])
            case "person_retired":
                self._retired.add(facts["person"])
            case "person_revived":
                self._retired.discard(facts["person"])
            case "scheme_added" | "scheme_changed":
                told = facts["exemption"], facts["resume_at_return"], facts["writer_signs"]
                listed = _by_level(facts["reviewers"], facts["levels"])
                self._schemes[facts["scheme"]] = _Scheme(facts["levels"], *told, listed)
            case "channel_added" | "channel_changed":
                self._channels[facts["channel"]] = facts["scheme_id"]
            case "submit":
                before = self._sent.get(facts["draft"])
                turn = before.turn + 1 if before else 1
                self._sent[facts["draft"]] = _Sent(turn, facts["revision"], facts["scheme"])
                if any((entry.article_id, digest) not in self._waived for digest in facts.get("bare", ())):
                    self._tell("submitted_unwaived", "revision", facts["revision"])
            case "waive":
                self._waiver(entry, facts)
            case "write":
                self._wrote.add((facts["draft"], facts["person"]))
                if (facts["draft"], facts["person"]) not in self._authors:
                    self._tell("author_missing", "draft_author", facts["draft"], person=facts["person"])
            case "revision":
                self._revision(facts)
            case "update" | "correct":
                self._lanes.opened(entry.verb, entry.article_id, facts)
            case "merge":
                self._lanes.merged(entry.article_id, facts)
                self._sent[facts["draft"]] = _merged(self._sent.get(facts["draft"]))
            case "approve" | "return" | "sign":
                self._decision(entry.verb, facts)
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
        for key in sorted(self._waivers.keys() - self._seen["waiver"]):
            yield Fault("waiver_unrecorded", "waiver", str(key))
        for draft_id, who in sorted(self._authors - self._wrote):
            yield Fault("author_unrecorded", "draft_author", str(draft_id), {"person": str(who)})
        for key in self._lanes.changed():
            yield Fault("lane_changed", "draft", str(key))
        yield from self._unrecorded_rules()

    def _unrecorded_rules(self) -> Iterator[Fault]:
        """Who may do what, as it stands in the rows: somebody changed it past the program."""
        rights, active = _rights_now(self.connection)
        for key in sorted(rights.keys() | self._rights.keys()):
            if rights.get(key) != self._rights.get(key) or active.get(key) == (key in self._retired):
                yield Fault("rights_unrecorded", "person", str(key))
        schemes = _schemes_now(self.connection)
        for key in sorted(schemes.keys() | self._schemes.keys()):
            if schemes.get(key) != self._schemes.get(key):
                yield Fault("scheme_unrecorded", "scheme", str(key))
        followed = {row.id: row.scheme_id for row in self.connection.execute(select(channel.c.id, channel.c.scheme_id))}
        for key in sorted(followed.keys() | self._channels.keys()):
            if followed.get(key) != self._channels.get(key):
                yield Fault("channel_unrecorded", "channel", str(key))

    def _revision(self, facts: Mapping[str, Any]) -> None:
        self._seen["revision"].add(facts["revision"])
        found = self._revisions.get(facts["revision"])
        if found is None:
            self._tell("revision_missing", "revision", facts["revision"])
        elif found[0] != facts["digest"]:
            self._tell("revision_changed", "revision", facts["revision"])

    def _waiver(self, entry: AuditEntry, facts: Mapping[str, Any]) -> None:
        key = facts["waiver"]
        row = self._waivers.get(key)
        self._seen["waiver"].add(key)
        if row is None:
            self._tell("waiver_missing", "waiver", key)
        elif row_digest(row) != facts["row"]:
            self._tell("waiver_changed", "waiver", key)
        if entry.article_id is not None:
            self._waived.add((entry.article_id, facts["subject"]))

    def _decision(self, verb: str, facts: Mapping[str, Any]) -> None:
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
        sent = self._sent.get(lane)
        if sent is None or (row["round"], row["revision_id"]) != (sent.turn, sent.revision):
            self._tell("decision_on_other_text", "decision", key)
        if row["verdict"] != verb:
            self._tell("decision_changed", "decision", key)
        if row["verdict"] == "sign":
            self._by_writer(key, row)
        else:
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
            if not rules or row["exemption"] != rules.exemption:
                self._tell("decision_without_exemption", "decision", key, person=who)
            return
        if (lane, who) in self._wrote:
            self._tell("decision_by_author", "decision", key, person=who)
        if self._levels[lane, who] - {level}:
            self._tell("decision_at_two_levels", "decision", key, person=who)

    def _by_writer(self, key: int, row: Mapping[str, Any]) -> None:
        """A writer's own sign-off is the first of several levels, where the scheme counts it."""
        rules = self._scheme_of(row["draft_id"])
        counted = rules is not None and rules.signs and rules.levels > 1 and row["level"] == 1
        if not counted or (row["draft_id"], row["person_id"]) not in self._wrote:
            self._tell("decision_without_right", "decision", key, person=row["person_id"], level=row["level"])

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
        if self._notes.get(key, "") != facts.get("note", ""):
            self._tell("note_changed", "reader_note", key)
        self._lanes.released(key, row)
        if row["kind"] == "publish":
            self._approved(key, row)

    def _approved(self, key: int, row: Mapping[str, Any]) -> None:
        """Every level approved, the last one this very revision; not published by who wrote it."""
        lane = row["draft_id"]
        rules, sent = self._scheme_of(lane), self._sent.get(lane)
        if rules is None or sent is None or self._drafts[lane]["article_id"] != row["article_id"]:
            self._tell("release_without_approval", "release", key)
            return
        given, turn = [self._decisions[known] for known in self._decided[lane]], sent.turn
        counted = [
            d
            for d in given
            if d["verdict"] in _APPROVALS
            and ((d["round"] == turn and d["revision_id"] == row["revision_id"]) or rules.resume)
        ]
        last = any(d["level"] == rules.levels and d["digest"] == row["digest"] and d["round"] == turn for d in counted)
        whole = {d["level"] for d in counted} == set(range(1, rules.levels + 1)) and sent.revision == row["revision_id"]
        if not whole or not last:
            self._tell("release_without_approval", "release", key)
        named = set(json.loads(row["decisions"]))
        if not {d["id"] for d in counted} <= named or not named <= set(self._decided[lane]):
            self._tell("release_without_approval", "release", key)
        if (lane, row["person_id"]) in self._wrote and not rules.exemption:
            self._tell("release_by_author", "release", key, person=row["person_id"])

    def _scheme_of(self, draft_id: int) -> _Scheme | None:
        sent = self._sent.get(draft_id)
        return self._schemes.get(sent.scheme) if sent and draft_id in self._drafts else None

    def _tell(self, kind: str, table: str, key: int, **facts: object) -> None:
        self.faults.append(Fault(kind, table, str(key), {name: str(value) for name, value in facts.items()}))


def _merged(sent: _Sent | None) -> _Sent:
    """How a lane stands after a merge: it is to be sent in anew before anybody decides on it."""
    return _Sent(sent.turn if sent else 0, 0, sent.scheme if sent else 0)


def _rows(connection: Connection, table: Table) -> dict[int, dict[str, Any]]:
    return {row["id"]: dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()}


def _rights(roles: Iterable[str], levels: Iterable[int]) -> _Rights:
    """Return roles and review levels; only a reviewer has any."""
    return frozenset(roles), frozenset(levels) if "reviewer" in roles else frozenset()


def _rights_now(connection: Connection) -> tuple[dict[int, _Rights], dict[int, bool]]:
    """Return person id -> rights, and -> whether they are active, as they stand in the rows."""
    roles: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(person_role)):
        roles[row.person_id].append(row)
    active = {row.id: bool(row.active) for row in connection.execute(select(person.c.id, person.c.active))}
    rights = {key: _rights([r.role for r in roles[key]], [r.level for r in roles[key] if r.level]) for key in active}
    return rights, active


def _schemes_now(connection: Connection) -> dict[int, _Scheme]:
    """Return the schemes as they stand in the rows."""
    listed: dict[int, list[list[int]]] = {}
    for row in connection.execute(select(scheme_reviewer)):
        listed.setdefault(row.scheme_id, [[], [], []])[row.level - 1].append(row.person_id)
    return {
        s.id: _Scheme(
            s.levels, s.exemption, s.resume_at_return, s.writer_signs, _by_level(listed.get(s.id, []), s.levels)
        )
        for s in connection.execute(select(scheme))
    }


def _by_level(listed: Sequence[Iterable[int]], levels: int) -> list[list[int]]:
    """Return who is named for each level, sorted; nobody where nobody is."""
    return [sorted(set(listed[level])) if level < len(listed) else [] for level in range(levels)]
