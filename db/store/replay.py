"""The audit chain played again beside the rows: who had which right when, and whether each decision kept the rules."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from db.domain.audit import AuditEntry, row_digest
from db.schema.articles import article, decision, draft, draft_author, release, revision, sight, waiver
from db.schema.corrections import reader_note
from db.schema.newsroom import channel, person, person_role
from db.store import replay_notes
from db.store.amendments_replayed import ReplayedAmendments, Reviewed
from db.store.delegations_replayed import ReplayedDelegations
from db.store.faults import Fault
from db.store.lanes_replayed import ReplayedLanes
from db.store.replay_rows import rows_by_id
from db.store.replay_schemes import ReplayedScheme, schemes_now, told
from db.store.replay_ticks import Ticks

_APPROVALS = ("approve", "sign")
_LATER = ("delegation_id", "batch")  # columns that earlier decisions were written without


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
        self._decisions = rows_by_id(connection, decision)
        self._releases = rows_by_id(connection, release)
        self._drafts = rows_by_id(connection, draft)
        columns = (revision.c.id, revision.c.digest, revision.c.article_id)
        self._revisions = {row.id: (row.digest, row.article_id) for row in connection.execute(select(*columns))}
        self._authors = {(row.draft_id, row.person_id) for row in connection.execute(select(draft_author))}
        self._articles = set(connection.scalars(select(article.c.id)))
        self._schemes: dict[int, ReplayedScheme] = {}
        self._channels: dict[int, int] = {}  # their schemes
        self._sent: dict[int, _Sent] = {}
        self._rights: dict[int, _Rights] = {}
        self._retired: set[int] = set()
        self._wrote: set[tuple[int, int]] = set()
        self._levels: dict[tuple[int, int], set[int]] = defaultdict(set)
        self._decided: dict[int, list[int]] = defaultdict(list)
        self._ticks = Ticks(connection, self._tell)
        self._saw = rows_by_id(connection, sight)  # those that no entry spoke of so far
        self._sights: set[tuple[str, int]] = set()
        self._delegations = ReplayedDelegations(connection, self._tell)
        self._amendments = ReplayedAmendments(connection, self._tell)
        self._lanes = ReplayedLanes(self._drafts, self._tell)
        self._to_readers = {row.release_id: row.words for row in connection.execute(select(reader_note))}
        self._waivers = rows_by_id(connection, waiver)
        self._waived: set[tuple[int, str]] = set()  # article, subject
        self._notes = replay_notes.NotesPlayed(connection)
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
                self._schemes[facts["scheme"]] = told(facts)
            case "channel_added" | "channel_changed":
                self._channels[facts["channel"]] = facts["scheme_id"]
            case "submit":
                before = self._sent.get(facts["draft"])
                turn = before.turn + 1 if before else 1
                self._sent[facts["draft"]] = _Sent(turn, facts["revision"], facts["scheme"])
                if any((entry.article_id, digest) not in self._waived for digest in facts.get("bare", ())):
                    self._tell("submitted_unwaived", "revision", facts["revision"])
            case "tick":
                lane, at = facts["draft"], entry.at
                self._ticks.take(
                    facts, lambda who, level: self._reviews(who, level) or self._stands_in(lane, who, level, at)
                )
            case "waive":
                self._waiver(entry, facts)
            case verb if verb in replay_notes.VERBS:
                for kind, key in self._notes.take(verb, facts):
                    self._tell(kind, kind.partition("_")[0], key)
            case "write":
                self._wrote.add((facts["draft"], facts["person"]))
                if (facts["draft"], facts["person"]) not in self._authors:
                    self._tell("author_missing", "draft_author", facts["draft"], person=facts["person"])
            case "revision":
                self._revision(facts)
            case "delegate":
                who = facts["by_id"]
                roles = self._rights.get(who, (frozenset(), frozenset()))[0] if who not in self._retired else ()
                self._delegations.given(facts, allowed="admin" in roles or who == facts["person_id"])
            case "delegation_ended":
                self._delegations.ended(facts)
            case "saw":
                self._sight(facts)
            case "amend":
                self._amendments.amended(facts, self._under_review(facts["draft"]))
            case "confirm":
                now = self._amendments.confirmed(facts, self._under_review(facts["draft"]))
                self._sent[facts["draft"]] = replace(self._sent[facts["draft"]], revision=now)
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
        for key in self._ticks.unrecorded():
            yield Fault("tick_unrecorded", "fact_tick", str(key))
        for table, note in self._notes.unrecorded():
            yield Fault(f"{table}_unrecorded", table, note)
        for draft_id, who in sorted(self._authors - self._wrote):
            yield Fault("author_unrecorded", "draft_author", str(draft_id), {"person": str(who)})
        for key in sorted(self._saw):
            yield Fault("sight_changed", "sight", str(key))
        yield from self._amendments.unrecorded()
        yield from self._delegations.unrecorded()
        for key in self._lanes.changed():
            yield Fault("lane_changed", "draft", str(key))
        yield from self._unrecorded_rules()

    def _unrecorded_rules(self) -> Iterator[Fault]:
        """Who may do what, as it stands in the rows: somebody changed it past the program."""
        rights, active = _rights_now(self.connection)
        for key in sorted(rights.keys() | self._rights.keys()):
            if rights.get(key) != self._rights.get(key) or active.get(key) == (key in self._retired):
                yield Fault("rights_unrecorded", "person", str(key))
        schemes = schemes_now(self.connection)
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

    def _sight(self, facts: Mapping[str, Any]) -> None:
        """A person had a text on the screen as a whole."""
        row = self._saw.pop(facts["sight"], None)
        if row is None or row_digest(row) != facts["row"]:
            self._tell("sight_changed", "sight", facts["sight"])
        else:
            self._sights.add((row["digest"], row["person_id"]))

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
        kept = {name: value for name, value in row.items() if name not in _LATER or value is not None}
        if row_digest(kept) != facts["row"]:
            self._tell("decision_changed", "decision", key)
        if self._revisions.get(row["revision_id"], ("",))[0] != row["digest"]:
            self._tell("decision_on_other_text", "decision", key)
        lane, who = row["draft_id"], row["person_id"]
        sent = self._sent.get(lane)
        if sent is None or (row["round"], row["revision_id"]) != (sent.turn, sent.revision):
            self._tell("decision_on_other_text", "decision", key)
        if row["batch"] is not None and (row["digest"], row["person_id"]) not in self._sights:
            self._tell("decision_unseen", "decision", key)
        if row["verdict"] != verb:
            self._tell("decision_changed", "decision", key)
        if sent is not None and self._amendments.waits(lane, sent.turn):
            self._tell("decision_unconfirmed", "decision", key)
        if row["verdict"] == "sign":
            self._by_writer(key, row)
        else:
            self._by_whom(key, row)
        rules = self._scheme_of(lane)
        if verb == "approve":
            self._ticks.approved(row, facts, demanded=rules is not None and row["level"] in rules.facts)
        if verb == "approve" and rules is not None and rules.notes_block and self._notes.open_in(lane):
            self._tell("decision_over_notes", "decision", key)
        self._levels[lane, who].add(row["level"])
        self._decided[lane].append(key)

    def _by_whom(self, key: int, row: Mapping[str, Any]) -> None:
        """The four eyes: a reviewer of this level, not an author, not at two levels, unless the scheme exempts."""
        lane, who, level = row["draft_id"], row["person_id"], row["level"]
        rules = self._scheme_of(lane)
        if row["delegation_id"] is not None:
            if not self._stands_in(lane, who, level, row["at"], row["delegation_id"]):
                self._tell("decision_without_delegation", "decision", key, person=who, level=level)
        elif not self._reviews(who, level):
            self._tell("decision_without_right", "decision", key, person=who, level=level)
        elif not self._is_listed(lane, who, level):
            self._tell("decision_not_listed", "decision", key, person=who, level=level)
        if row["exemption"]:
            if not rules or row["exemption"] != rules.exemption:
                self._tell("decision_without_exemption", "decision", key, person=who)
            return
        if (lane, who) in self._wrote:
            self._tell("decision_by_author", "decision", key, person=who)
        if self._levels[lane, who] - {level}:
            self._tell("decision_at_two_levels", "decision", key, person=who)

    def _reviews(self, who: int, level: int) -> bool:
        roles, levels = self._rights.get(who, (frozenset(), frozenset()))
        return "reviewer" in roles and level in levels and who not in self._retired

    def _is_listed(self, lane: int, who: int, level: int) -> bool:
        rules = self._scheme_of(lane)
        listed = rules.reviewers[level - 1 : level] if rules else []
        return not any(listed) or who in listed[0]

    def _stands_in(self, lane: int, who: int, level: int, at: str, key: int | None = None) -> bool:
        """Whether a person reviewed in the place of another, who could have: not their text, not at two levels."""
        rules = self._scheme_of(lane)
        for absent in self._delegations.absent(who, at, key) if who not in self._retired else ():
            own = (lane, absent) in self._wrote or self._levels[lane, absent] - {level}
            able = self._reviews(absent, level) and self._is_listed(lane, absent, level)
            if able and (not own or (rules is not None and rules.exemption)):
                return True
        return False

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
        if self._to_readers.get(key, "") != facts.get("note", ""):
            self._tell("reader_note_changed", "reader_note", key)
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
        counted = [d for d in given if d["verdict"] in _APPROVALS and (d["round"] == turn or rules.resume)]
        last = any(d["level"] == rules.levels and d["digest"] == row["digest"] and d["round"] == turn for d in counted)
        whole = {d["level"] for d in counted} == set(range(1, rules.levels + 1)) and sent.revision == row["revision_id"]
        if not whole or not last:
            self._tell("release_without_approval", "release", key)
        named = set(json.loads(row["decisions"]))
        if not {d["id"] for d in counted} <= named or not named <= set(self._decided[lane]):
            self._tell("release_without_approval", "release", key)
        if (lane, row["person_id"]) in self._wrote and not rules.exemption:
            self._tell("release_by_author", "release", key, person=row["person_id"])

    def _under_review(self, lane: int) -> Reviewed:
        """What an amendment of a lane is held against: the text under review, the rules, who wrote it and decided."""
        sent, rules = self._sent[lane], self._scheme_of(lane)
        return Reviewed(
            sent.turn,
            sent.revision,
            rules.exemption if rules else "",
            lambda who, level, at: (
                (self._reviews(who, level) and self._is_listed(lane, who, level))
                or self._stands_in(lane, who, level, at)
            ),
            {who for draft_id, who in self._wrote if draft_id == lane} - self._retired,
            {who: levels for (draft_id, who), levels in self._levels.items() if draft_id == lane},
        )

    def _scheme_of(self, draft_id: int) -> ReplayedScheme | None:
        sent = self._sent.get(draft_id)
        return self._schemes.get(sent.scheme) if sent and draft_id in self._drafts else None

    def _tell(self, kind: str, table: str, key: int, **facts: object) -> None:
        self.faults.append(Fault(kind, table, str(key), {name: str(value) for name, value in facts.items()}))


def _merged(sent: _Sent | None) -> _Sent:
    """How a lane stands after a merge: it is to be sent in anew before anybody decides on it."""
    return _Sent(sent.turn if sent else 0, 0, sent.scheme if sent else 0)


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
