"""The demo newsroom: a county's texts taken through the real actions by the people who would have acted."""

from __future__ import annotations

import heapq
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from db.actions import assets, channels, newsroom, people, release, review, templates, trash, units, write
from db.actions.uid import time_ordered
from db.domain.article import Fields, Policy, Video
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Actor, Role
from db.domain.release import Rendered, WithdrawReason
from db.domain.template import TemplateKind
from db.store import articles, history
from db.store import people as reading
from db.store.clock import stamp, system_clock
from db.store.durable import replace_durably
from db.store.unit import Store
from db.store.upgrade import upgrade
from desktop.intake.pictures import read_picture
from desktop.text.words import rendered, words
from resources.demo.pictures import PICTURES, draw

FOLDER = Path(__file__).parents[1] / "resources" / "demo"
MACHINE = "演示"
_PICTURE = re.compile(r"\]\(picture:([a-z-]+) ")
_SETTINGS = {  # key of newsroom.toml -> the newsroom's own
    "publisher": "publisher", "domain": "site_domain", "description": "description",
    "copyright_years": "copyright_years", "organizer": "sponsor", "address": "address", "postcode": "postcode",
    "phone": "phone", "fax": "fax", "mail": "mail", "contribution_mail": "submission_mail", "icp": "icp",
    "police": "police",
}  # fmt: skip
_FOUNDED = 230  # days before the demo's today: before the first article


def make(path: Path) -> None:
    """Make the demo newsroom at ``path``, which must not exist yet; it has its name only when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    for left in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
        left.unlink(missing_ok=True)  # of a demo that was not finished
    told = tomllib.loads((FOLDER / "newsroom.toml").read_text(encoding="utf-8"))
    clock = _Clock(_today(told["reference_day"]))
    store = Store(part, clock=clock)
    try:
        upgrade(store)
        _Demo(store, clock, told).build()
    finally:
        store.close()
    replace_durably(part, path)


def _today(reference: Any) -> datetime:
    """The evening that the texts count back from; never in the future of this machine."""
    return min(datetime.combine(reference, time(10), UTC), system_clock())


@dataclass
class _Clock:
    """A clock that is put forward by hand, so that the record's times follow each other in the past."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


class _Demo:
    """Builds it: people and channels first, then every article's life, merged by time."""

    def __init__(self, store: Store, clock: _Clock, told: dict[str, Any]) -> None:
        self.store, self.clock, self.told = store, clock, told
        self.today = clock.now
        self.people: dict[str, Actor] = {}
        self.channels: dict[str, int] = {}
        self.schemes: dict[str, int] = {scheme["key"]: len(scheme["levels"]) for scheme in told["schemes"]}
        self.pictures: dict[str, str] = {}
        self.pages: dict[str, Rendered] = {}

    def build(self) -> None:
        self.clock.now = self.today - timedelta(days=_FOUNDED)
        self._found()
        self._make_channels()
        self._keep_templates()
        self._draw_pictures()
        lives = [self._life(path) for path in sorted((FOLDER / "articles").glob("*.md"))]
        waiting = [(next(life), number, life) for number, life in enumerate(lives)]
        heapq.heapify(waiting)
        while waiting:
            moment, number, life = heapq.heappop(waiting)
            self.clock.now = max(moment, self.clock.now + timedelta(seconds=1))
            following = next(life, None)
            if following is not None:
                heapq.heappush(waiting, (following, number, life))

    def _found(self) -> None:
        """The newsroom and its people, made by the program: a demo's administrator signs in by a click too."""
        site = self.told["site"]
        known = {"site_name": site["site_name"], "keywords": "，".join(site["keywords"])}
        known |= {ours: site[theirs] for theirs, ours in _SETTINGS.items()}
        with self.store.changing(PROGRAM) as unit:
            newsroom.set_settings(unit, known | {"newsroom_uid": time_ordered(unit.now)})
            unit_ids = {u["short"]: units.add(unit, u["short"], u["name"], u["group"]) for u in self.told["units"]}
            for told in self.told["people"]:
                roles = frozenset(Role(role) for role in told["roles"])
                levels = frozenset(told["review_levels"])
                belongs = frozenset(unit_ids[short] for short in told["units"])
                people.add(unit, told["login"], told["name"], roles, levels, belongs, "", demo=True)
        with self.store.reading() as connection:
            known_people = reading.everyone(connection)
        for person in known_people:
            self.people[person.login] = people.sign_in_demo(self.store, person.id, MACHINE)

    def _make_channels(self) -> None:
        with self.store.changing(self.people["luolan"]) as unit:
            scheme_ids = {
                scheme["key"]: channels.add_scheme(unit, name=scheme["name"], levels=len(scheme["levels"]))
                for scheme in self.told["schemes"]
            }
            for told in self.told["channels"]:
                self.channels[told["key"]] = channels.add(
                    unit,
                    kind=ChannelKind(told["kind"]),
                    name=told["name"],
                    slug=told["slug"],
                    scheme_id=scheme_ids[told["scheme"]],
                    parent_id=self.channels.get(told["parent"]),
                    deadline_days=told["deadline_days"] or None,
                    description=told["description"],
                    keywords="，".join(told["keywords"]),
                )

    def _keep_templates(self) -> None:
        with self.store.changing(self.people["luolan"]) as unit:
            for told in self.told["templates"]:
                fields = Fields(title=told.get("title", ""), source=told.get("source", ""), body=told["body"].strip())
                templates.add(unit, TemplateKind(told["kind"]), told["name"], fields)

    def _draw_pictures(self) -> None:
        with self.store.changing(self.people["linxiao"]) as unit:
            for name in PICTURES:
                made = read_picture(draw(name), f"{name}.jpg")
                self.pictures[name] = assets.add(unit, replace(made, rights="演示图片，由程序绘制"))

    def _life(self, path: Path) -> Iterator[datetime]:
        """What happens to one article: yields when the next step is taken, and takes it when asked to go on."""
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        head = yaml.safe_load(front)
        writer = self.people[head["editor"]]
        stage = head["stage"]
        moment = self.today - timedelta(days=head["days_ago"], hours=9, minutes=-7 * (int(path.name[:2]) % 10))
        yield moment
        fields = self._fields(head, body.strip() + "\n")
        text = words(fields.body)
        with self.store.changing(writer) as unit:
            draft = write.start(unit, replace(fields, summary=""), text)
        yield (moment := moment + timedelta(minutes=25))
        with self.store.changing(writer) as unit:
            saved = write.save(unit, draft.draft_id, fields, text, draft.version)
        yield (moment := moment + timedelta(minutes=20))
        if stage == "editing":
            return
        if stage == "trashed":
            with self.store.changing(writer) as unit:
                trash.abandon(unit, saved.draft_id)
            return
        with self.store.changing(writer) as unit:
            review.submit(unit, saved.draft_id, saved.version)
        yield (moment := moment + timedelta(minutes=50))
        for taken in self._reviews(head, fields, saved.draft_id):
            taken()
            yield (moment := moment + timedelta(minutes=55))
        if stage in ("live", "withdrawn"):
            self._as_publisher(lambda unit: release.publish(unit, saved.draft_id))
        if stage == "withdrawn":
            yield moment + timedelta(days=1)
            why = WithdrawReason.FACT if "统计" in head["reason"] else WithdrawReason.SOURCE
            self._as_publisher(lambda unit: release.withdraw(unit, saved.article_id, why, head["reason"]))
        if stage == "scheduled":
            due = stamp(max(system_clock(), self.today) + timedelta(hours=head["publish_in_hours"]))
            self._as_publisher(lambda unit: release.schedule(unit, saved.draft_id, due))

    def _reviews(self, head: dict[str, Any], fields: Fields, draft_id: int) -> list[Callable[[], None]]:
        """The decisions that lead to the article's stage, each by another person who did not write it."""
        channel = next(told for told in self.told["channels"] if told["key"] == head["channel"])
        levels = self.schemes[channel["scheme"]]
        stage = head["stage"]
        count = int(stage[6:]) - 1 if stage.startswith("review") else levels
        opinion = head.get("opinion", "")
        if stage == "returned":
            level = 2 if opinion.startswith("复审") else 1
            *before, last = self._reviewers(head["editor"], level)
            steps = [self._approval(actor, fields, draft_id, "") for actor in before]
            return [*steps, lambda: self._send_back(last, draft_id, opinion)]
        chosen = self._reviewers(head["editor"], levels)[:count]
        texts = [""] * (count - 1) + [opinion] if count else []
        return [self._approval(actor, fields, draft_id, text) for actor, text in zip(chosen, texts, strict=True)]

    def _reviewers(self, editor: str, levels: int) -> list[Actor]:
        """One person a level, nobody twice, never the writer."""
        chosen: list[Actor] = []
        for level in range(1, levels + 1):
            chosen.append(
                next(
                    actor
                    for login, actor in self.people.items()
                    if level in actor.levels and login != editor and actor not in chosen
                )
            )
        return chosen

    def _approval(self, actor: Actor, fields: Fields, draft_id: int, opinion: str) -> Callable[[], None]:
        def approve() -> None:
            with self.store.changing(actor) as unit:
                digest = self._waiting(unit.connection, draft_id)
                if digest not in self.pages:
                    self.pages[digest] = rendered(digest, fields.body)
                review.approve(unit, draft_id, digest, opinion, self.pages[digest])

        return approve

    def _send_back(self, actor: Actor, draft_id: int, opinion: str) -> None:
        with self.store.changing(actor) as unit:
            review.send_back(unit, draft_id, self._waiting(unit.connection, draft_id), opinion)

    def _waiting(self, connection: Any, draft_id: int) -> str:
        """The digest of the revision that waits for a decision."""
        waiting = articles.get_draft(connection, draft_id).submitted_revision_id
        return history.get_revision(connection, waiting or 0).digest

    def _as_publisher(self, step: Callable[[Any], Any]) -> None:
        with self.store.changing(self.people["hechuan"]) as unit:
            step(unit)

    def _fields(self, head: dict[str, Any], body: str) -> Fields:
        policy = {key: str(value) for key, value in head.get("policy", {}).items()}
        film = head.get("video")
        video = Video(film["address"], self.pictures[film["picture"]], film["duration"]) if film else Video()
        return Fields(
            channel_id=self.channels[head["channel"]],
            shoulder=head["shoulder"] or "",
            title=head["title"],
            subtitle=head["subtitle"] or "",
            body=_PICTURE.sub(lambda found: f"](asset:{self.pictures[found[1]]} ", body),
            summary=head["summary"],
            keywords=tuple(head["keywords"]),
            source=head["source"],
            correspondents=tuple(head["correspondents"]),
            photographers=tuple(head["photographers"]),
            authors=tuple(head["authors"]),
            information_source=head["information_source"],
            cover=self.pictures[head["cover"]] if head["cover"] else "",
            event_date=str(head["event_date"] or ""),
            policy=Policy(**policy),
            video=video,
        )
