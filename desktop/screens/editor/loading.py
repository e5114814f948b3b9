"""What the article screen shows of an article, gathered in one look at the record."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.domain.amendment import Amendment
from db.domain.article import Article, Fields, Lane
from db.domain.channels import Channel, Scheme
from db.domain.errors import NotFound
from db.domain.lease import Lease
from db.domain.note import Note
from db.domain.people import Actor
from db.domain.release import Decision
from db.domain.revision import Revision, RevisionRow
from db.domain.waiver import Waiver
from db.domain.workflow import Publication, Purpose, Stage, Step
from desktop.text.assets import Use, uses
from desktop.text.plain import plain

if TYPE_CHECKING:  # the first window is painted before SQLAlchemy is imported
    from sqlalchemy import Connection

    from db.store.history import Event, JournalRow


_FILM = re.compile(r"asset:([0-9a-f]{64})\.(?:mp4|webm)")


_OPENS = {Step.UPDATE: False, Step.CORRECT: True}  # whether what a step opens is a correction


@dataclass(frozen=True, slots=True)
class Opened:
    """An article, or a draft not yet saved (``article`` None), with all that stands around its text."""

    article: Article | None
    channels: tuple[Channel, ...]
    schemes: tuple[Scheme, ...]
    fields: Fields
    submitted: Revision | None = None  # what a reviewer decides on
    revisions: tuple[RevisionRow, ...] = ()
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()
    claim: Lease | None = None
    deciders: tuple[str, ...] = ()  # who may decide on the draft in review
    journal: tuple[JournalRow, ...] = ()  # texts kept on the way, thinned; those that were set aside too
    waivers: tuple[Waiver, ...] = ()  # rules set aside for this article
    pictures: tuple[Use, ...] = ()  # of a text for which something was set aside
    amendment: Amendment | None = None  # that waits for its confirmation
    waiting: tuple[str, str] = ("", "")  # since when it waits for its level, and until when that is to decide (UTC)
    instead_of: str = ""  # in whose place this person would decide
    amending: int = 0  # version of the text that this person writes into the one under review; 0: they write none
    files: Mapping[str, tuple[str, int]] = field(default_factory=dict)  # name and bytes by digest
    notes: tuple[Note, ...] = ()
    noted: Mapping[int, str] = field(default_factory=dict)  # what notes were made on, by the ids of the revisions
    notes_block: bool = False  # nobody may approve while notes of this draft are open

    @property
    def stage(self) -> Stage:
        """The stage of the draft; an article without an open draft is closed."""
        if self.article is None:
            return Stage.EDITING
        return self.article.draft.stage if self.article.draft else Stage.PUBLISHED

    @property
    def publication(self) -> Publication:
        return self.article.publication if self.article else Publication.NONE

    @property
    def writable(self) -> bool:
        return self.stage in (Stage.EDITING, Stage.RETURNED) or self.amending > 0

    @property
    def kind(self) -> tuple[Stage, bool]:
        """Which text it is that is shown: another kind of text is shown afresh."""
        return self.stage, self.amending > 0

    @property
    def version(self) -> int:
        return self.amending or self.article.draft.version if self.article and self.article.draft else 0

    @property
    def lane(self) -> int:
        """The id of the draft on the screen, 0 when none is open."""
        return self.article.draft.id if self.article and self.article.draft else 0

    @property
    def lanes(self) -> tuple[Lane, ...]:
        return self.article.lanes if self.article else ()

    def has_lane(self, step: Step) -> bool:
        """Whether the lane that a step would open is open already."""
        kind = _OPENS.get(step)
        return kind is not None and any(
            lane.stage is not Stage.TRASHED and (lane.purpose is Purpose.CORRECTION) is kind for lane in self.lanes
        )

    def of_lane(self) -> tuple[Decision, ...]:
        """Return the decisions on the draft on the screen."""
        return tuple(decision for decision in self.decisions if decision.draft_id == self.lane)

    def levels(self) -> int:
        """Return how many review levels the text's channel asks for, 0 while none is chosen."""
        scheme = self.scheme()
        return scheme.levels if scheme is not None else 0

    def scheme(self) -> Scheme | None:
        """Return the review scheme that the draft is under, before it was sent in that which its channel follows."""
        draft, channel = self.article.draft if self.article else None, self.channel(self.fields.channel_id)
        under = draft.scheme_id if draft is not None and draft.stage is Stage.REVIEW else None
        wanted = under or (channel.scheme_id if channel is not None else None)
        return next((one for one in self.schemes if one.id == wanted), None)

    def reads_as(self, other: Opened) -> bool:
        """Whether the text is the same as in the other: who reads it keeps their place in it."""
        return (self.fields, self.files, self.channels) == (other.fields, other.files, other.channels)

    def channel(self, channel_id: int | None) -> Channel | None:
        return next((channel for channel in self.channels if channel.id == channel_id), None)

    def channel_name(self, channel_id: int | None) -> str:
        channel = self.channel(channel_id)
        return channel.name if channel else ""


def read_opened(connection: Connection, article_id: int | None, actor: Actor, lane: int | None = None) -> Opened:
    """Read the article as ``actor`` sees it, in the lane that is wanted. Raises NotFound."""
    # SQLAlchemy stays out of start-up
    from db.store import (  # noqa: PLC0415
        amendments,
        articles,
        channels,
        delegations,
        history,
        leases,
        notes,
        waivers,
    )

    tree, schemes = tuple(channels.every(connection)), tuple(channels.schemes(connection))
    if article_id is None:
        return Opened(None, tree, schemes, Fields())
    article = articles.get(connection, article_id, actor, lane=lane)
    draft = article.draft
    in_review = draft is not None and draft.stage in (Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED)
    shown_id = article.live_revision_id if draft is None else draft.submitted_revision_id if in_review else None
    submitted = history.get_revision(connection, shown_id) if shown_id else None
    revisions = tuple(history.revisions(connection, article_id))
    if submitted is not None:
        fields = submitted.fields
    elif draft is not None:
        fields = draft.fields
    else:  # withdrawn: the newest revision is what stood there
        fields = history.get_revision(connection, revisions[0].id).fields if revisions else Fields()
    typed = amendments.written_by(connection, draft.id, actor.person_id) if draft and in_review else None
    fields, amending = typed or (fields, 0)
    waived = tuple(waivers.of_article(connection, article_id))
    lane = draft.id if draft is not None else notes.last_lane(connection, article_id)
    made = notes.of_draft(connection, lane)
    return Opened(
        article,
        tree,
        schemes,
        fields,
        submitted,
        revisions,
        tuple(history.timeline(connection, article_id)),
        tuple(history.decisions(connection, article_id)),
        leases.running(connection, draft.id) if draft else None,
        articles.deciders(connection, draft.id) if draft is not None and draft.stage is Stage.REVIEW else (),
        tuple(history.journal_rows(connection, draft.id)) if draft else (),
        waived,
        uses(fields.body) if waived else (),
        amendments.of_draft(connection, draft.id) if draft and in_review else None,
        articles.waiting(connection, draft.id) if draft else ("", ""),
        delegations.instead_of(connection, article.standing, actor),
        amending,
        _files(connection, fields),
        tuple(made),
        {key: plain(body) for key, body in notes.bodies(connection, made).items()},
        notes.block(connection, lane),
    )


def _files(connection: Connection, fields: Fields) -> dict[str, tuple[str, int]]:
    from db.store import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    digests = [file.digest for file in fields.attachments]
    if fields.video.address.startswith("asset:"):
        digests.append(fields.video.address.removeprefix("asset:"))
    digests += _FILM.findall(fields.body)
    found = {}
    for digest in digests:
        with contextlib.suppress(NotFound):
            row = assets.get(connection, digest)
            found[digest] = (row.name, row.size)
    return found
