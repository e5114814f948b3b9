"""Five people and every step that there is, for machines that take them at random; and what must hold afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import text

from db.actions import amend, channels, delegations, newsroom, people, release, review, trash, write
from db.domain.amendment import BODY, Edit
from db.domain.article import Bases, Draft, Fields, Words
from db.domain.audit import entry_hash
from db.domain.errors import DeskError
from db.domain.people import PROGRAM, Actor, Role
from db.domain.place import Place
from db.domain.release import Account, Rendered, WithdrawReason
from db.domain.workflow import Purpose
from db.store import amendments, articles, history, trail
from db.store import delegations as read
from db.store import people as find
from db.store.clock import later
from db.store.unit import Store, Unit
from db.store.verify import verify
from tests.cluster import Cluster

PEOPLE = {
    "wen": ({Role.EDITOR}, set()),
    "shen": ({Role.EDITOR, Role.REVIEWER}, {1, 2}),
    "ping": ({Role.REVIEWER}, {1}),
    "zhong": ({Role.REVIEWER, Role.PUBLISHER}, {2}),
    "fa": ({Role.PUBLISHER}, set()),
}
who = st.sampled_from(sorted(PEOPLE))


def found(place: Place) -> None:
    """Make the newsroom that all of it happens in: five people, a scheme of two levels, an article begun."""
    store = Store(place)
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾", "admin", "罗岚", "correct horse")
        channels.change_scheme(unit, 1, name="两审制", levels=2)
        for login, (roles, levels) in PEOPLE.items():
            people.add(unit, login, login, frozenset(roles), frozenset(levels), frozenset(), "", demo=True)
    with store.changing(actors(store)["wen"]) as unit:
        write.start(unit, fields("开头"), Words("开头", 2))
    store.close()


def actors(store: Store) -> dict[str, Actor]:
    with store.reading() as c:
        return {one.login: find.actor(c, one.id) for one in find.everyone(c) if one.login in PEOPLE}


def fields(body: str, title: str = "题") -> Fields:
    return Fields(channel_id=1, title=title, source="县住建局", body=body)


class Steps(RuleBasedStateMachine):
    """One article, five people, every step of the table at any time."""

    founded: Path
    cluster: Cluster | None = None  # where it is on a server

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.place: Place
        if self.cluster is not None:
            self.place = self.cluster.lend("rules", found)
        else:
            self.place = Path(shutil.copy(self.founded, self.folder / "n.caibian"))
        self.store = Store(self.place)
        self.people = actors(self.store)
        self.correcting = False
        with self.store.reading() as c:
            self.article_id = c.execute(text("SELECT id FROM article")).scalar_one()

    def before(self, login: str) -> Draft | None:
        """Return the draft that a person has before them."""
        return self.draft()

    def draft(self) -> Draft | None:
        """Return the draft that people turned to: the main one, or the correction beside it."""
        with self.store.reading() as c:
            found = articles.lanes(c, self.article_id)
            wanted = [lane.draft_id for lane in found if (lane.purpose is Purpose.CORRECTION) is self.correcting]
            return articles.get(c, self.article_id, lane=wanted[0] if wanted else None).draft

    def attempt(self, login: str, step: Callable[[Unit, Draft], object]) -> None:
        """Try a step on the draft that the person sees; a refusal is an answer."""
        draft = self.before(login)
        if draft is not None:
            self.take(self.people[login], lambda unit: step(unit, draft))

    def take(self, actor: Actor, step: Callable[[Unit], object]) -> None:
        with suppress(DeskError), self.store.changing(actor) as unit:
            step(unit)

    def digest(self, login: str) -> str:
        draft = self.before(login)
        if draft is None:
            return ""
        with self.store.reading() as c:
            return history.get_revision(c, draft.submitted_revision_id).digest if draft.submitted_revision_id else ""

    @rule(login=who, body=st.text("一二三", max_size=4), late=st.booleans())
    def save(self, login, body, late):
        self.attempt(
            login,
            lambda u, d: write.save(u, d.id, fields(body), Words(body, len(body)), d.version - late),
        )

    @rule(login=who)
    def submit(self, login):
        self.attempt(login, lambda u, d: review.submit(u, d.id, d.version))

    @rule(login=who)
    def recall(self, login):
        self.attempt(login, lambda u, d: review.recall(u, d.id))

    @rule(login=who)
    def claim(self, login):
        self.attempt(login, lambda u, d: review.claim_draft(u, d.id))

    @rule(login=who, seen=st.booleans())
    def approve(self, login, seen):
        digest = self.digest(login) if seen else "0" * 64
        made = Rendered(digest, "1", "<p></p>", "")
        self.attempt(login, lambda u, d: review.approve(u, d.id, digest, "", made))

    @rule(login=who)
    def send_back(self, login):
        digest = self.digest(login)
        self.attempt(login, lambda u, d: review.send_back(u, d.id, digest, "请改"))

    @rule(login=who, to=who)
    def hand_over(self, login, to):
        self.attempt(login, lambda u, d: review.hand_over(u, d.id, self.people[to].person_id))

    @rule(login=who, to=who)
    def stand_in(self, login, to):
        """A delegation for a week, or its end."""

        def delegating(u, d):
            mine = [one for one in read.every(u.connection) if one.person_id == u.actor.person_id and not one.ended]
            if mine:
                delegations.end(u, mine[0].id)
            else:
                week = later(u.now, 7 * 86_400)
                delegations.delegate(u, u.actor.person_id, self.people[to].person_id, u.now, week, "")

        self.attempt(login, delegating)

    @rule(login=who)
    def amend(self, login):
        digest = self.digest(login)
        self.attempt(login, lambda u, d: amend.begin(u, d.id, digest))

    @rule(login=who, body=st.text("一二三", min_size=1, max_size=4), title=st.sampled_from(["题", "另题"]))
    def amended(self, login, body, title):
        """Another body and perhaps another title: one change or two."""

        def finish(u, d):
            base = history.get_revision(u.connection, d.submitted_revision_id).fields
            now = fields(body, title)
            edits = [Edit(1, "title")] * (title != base.title) + [Edit(2, BODY, 0, base.body, body)] * (
                body != base.body
            )
            amend.save(u, d.id, now, 1)
            amend.finish(u, d.id, now, Words(body, len(body)), edits, 2)

        self.attempt(login, finish)

    @rule(login=who, accepted=st.sampled_from([(), (1,), (2,), (1, 2)]))
    def confirm(self, login, accepted):
        def confirming(u, d):
            waiting = amendments.of_draft(u.connection, d.id)
            digest = waiting.digest if waiting else ""
            taken = set(accepted) & set(waiting.changes if waiting else ())
            amend.confirm(u, d.id, digest, taken, Words("", 0), "不改")

        self.attempt(login, confirming)

    @rule(login=who, back=st.booleans())
    def give_up(self, login, back):
        self.attempt(login, lambda u, d: (amend.take_back if back else amend.drop)(u, d.id))

    @rule()
    def an_amendment_goes_well(self):
        self.submit("wen")
        self.amend("ping")
        self.amended("ping", "三二一", "另题")
        self.confirm("wen", (1,))

    @rule(login=who)
    def publish(self, login):
        def publishing(unit, draft):
            typed = Account(WithdrawReason.FACT, "数字有误") if draft.purpose is Purpose.CORRECTION else None
            release.publish(unit, draft.id, typed)

        self.attempt(login, publishing)

    @rule(login=who)
    def schedule(self, login):
        self.attempt(login, lambda u, d: release.schedule(u, d.id, "2999-01-01T00:00:00Z"))

    @rule(login=who)
    def deschedule(self, login):
        self.attempt(login, lambda u, d: release.deschedule(u, d.id))

    @rule()
    def all_goes_well(self):
        """Without this, few runs would come as far as a release."""
        self.submit("wen")
        self.approve("ping", True)
        self.approve("zhong", True)

    @rule()
    def time_comes(self):
        def fire(unit):
            unit.now = "2999-01-01T00:00:00Z"
            release.fire_due(unit)

        self.take(PROGRAM, fire)

    @rule(login=who)
    def abandon_or_restore(self, login):
        self.attempt(login, lambda u, d: (trash.restore if d.stage == "trashed" else trash.abandon)(u, d.id))

    @rule(login=who, back=st.booleans())
    def withdraw_or_reinstate(self, login, back):
        def doing(unit):
            if back:
                release.reinstate(unit, self.article_id)
            else:
                release.withdraw(unit, self.article_id, WithdrawReason.OTHER, "另行核实")

        self.take(self.people[login], doing)

    @rule()
    def turn_to_the_other_lane(self):
        self.correcting = not self.correcting

    @rule(login=who)
    def correct(self, login):
        self.take(self.people[login], lambda unit: write.open_correction(unit, self.article_id))

    @rule(login=who, stale=st.booleans())
    def merge(self, login, stale):
        """What went live meanwhile is taken in; the text of the lane stays as it is."""

        def merging(unit, draft):
            live = articles.released(unit.connection, self.article_id) or 0
            seen = Bases(draft.base_revision_id or 0, live - stale)
            write.merge(unit, draft.id, draft.fields, Words("", 0), draft.version, seen)

        self.attempt(login, merging)

    @rule()
    def a_correction_goes_well(self):
        self.correcting = False
        self.all_goes_well()
        self.publish("fa")
        self.update("wen")
        self.correct("wen")
        self.correcting = True
        self.all_goes_well()
        self.publish("fa")
        self.correcting = False
        self.merge("wen", stale=False)

    @rule(login=who)
    def update(self, login):
        self.take(self.people[login], lambda unit: write.open_update(unit, self.article_id))

    def check(self) -> None:
        self.what_is_released_was_approved_at_every_level_by_others()
        self.what_is_reviewed_came_of_the_submitted_text_by_confirmed_changes()
        self.nobody_decided_at_two_levels_or_on_their_own_text()
        self.live_means_that_the_last_release_is_no_withdrawal()
        self.the_chain_holds()
        assert verify(self.store).faults == []

    def what_is_released_was_approved_at_every_level_by_others(self):
        with self.store.reading() as c:
            for r in c.execute(text("SELECT * FROM release WHERE kind = 'publish'")).mappings():
                approvals = c.execute(
                    text(
                        "SELECT level, person_id, digest, revision_id FROM decision WHERE draft_id = :d "
                        "AND verdict = 'approve' AND round = (SELECT max(round) FROM decision WHERE draft_id = :d)"
                    ),
                    {"d": r["draft_id"]},
                ).all()
                assert {a.level for a in approvals} == {1, 2}
                stood = self.confirmed_from(c, r["draft_id"], r["revision_id"])
                assert {a.digest for a in approvals if a.level == 2} == {r["digest"]}
                assert {a.revision_id for a in approvals} <= stood
                writers = set(
                    c.execute(
                        text("SELECT person_id FROM draft_author WHERE draft_id = :d"), {"d": r["draft_id"]}
                    ).scalars()
                )
                assert not writers & {a.person_id for a in approvals}
                assert r["person_id"] not in writers

    def confirmed_from(self, c, draft_id, revision_id) -> set[int]:
        """Return a revision with those that it came from by confirmed amendments."""
        steps = c.execute(
            text(
                "SELECT c.revision_id, a.base_revision_id FROM confirmation c JOIN amendment a "
                "ON a.id = c.amendment_id WHERE a.draft_id = :d ORDER BY c.id DESC"
            ),
            {"d": draft_id},
        )
        chain = [revision_id]
        for to, base in steps:
            if to == chain[-1]:
                chain.append(base)
        return set(chain)

    def what_is_reviewed_came_of_the_submitted_text_by_confirmed_changes(self):
        draft = self.draft()
        if draft is None or draft.stage not in ("review", "approved", "scheduled"):
            return
        with self.store.reading() as c:
            assert history.get_revision(c, draft.submitted_revision_id).fields == draft.fields
            by = "SELECT 1 FROM confirmation c JOIN amendment a ON a.id = c.amendment_id WHERE "
            assert c.execute(text(by + "a.person_id = c.person_id AND c.answer <> 'taken_back'")).first() is None

    def nobody_decided_at_two_levels_or_on_their_own_text(self):
        with self.store.reading() as c:
            twice = "SELECT 1 FROM decision GROUP BY draft_id, person_id HAVING count(DISTINCT level) > 1"
            assert c.execute(text(twice)).first() is None

    def live_means_that_the_last_release_is_no_withdrawal(self):
        with self.store.reading() as c:
            last = c.execute(text("SELECT kind FROM release ORDER BY id DESC LIMIT 1")).scalar()
            shown = c.execute(text("SELECT publication FROM article")).scalar_one()
            expected = {None: {"none", "scheduled"}, "withdraw": {"withdrawn"}}.get(last, {"live"})
            assert shown in expected

    def the_chain_holds(self):
        with self.store.reading() as c:
            previous = "0" * 64
            for e in trail.entries(c):
                made = entry_hash(e.seq, e.at, e.person, e.verb, e.article_id, e.facts, previous)
                assert (e.previous, e.hash) == (previous, made)
                previous = e.hash

    def teardown(self) -> None:
        self.store.close()
        if self.cluster is not None:
            self.cluster.take_back(self.place)
        shutil.rmtree(self.folder)
