"""Reading amendments: the one that waits for its confirmation, what is being written, and how each was answered."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, exists, select

from db.domain.amendment import Amendment, edits_from
from db.domain.article import Fields
from db.domain.revision import from_canonical
from db.domain.workflow import Stage
from db.schema.articles import amending, amendment, confirmation, draft, revision
from db.schema.newsroom import person


def waits() -> ColumnElement[bool]:
    """Return that an amendment of ``draft`` is not confirmed yet; one of an earlier round lapsed."""
    a = amendment.c
    of_now = exists().where(a.draft_id == draft.c.id, a.round == draft.c.round, unanswered())
    return (draft.c.stage == Stage.REVIEW) & of_now


def unanswered() -> ColumnElement[bool]:
    """Return that nobody has confirmed an ``amendment``, sent it back or taken it back."""
    return ~exists().where(confirmation.c.amendment_id == amendment.c.id)


def standing(connection: Connection, lane: RowMapping, person_id: int | None) -> dict[str, bool]:
    """Return what the rules ask about amendments of a draft and of the person before it."""
    if lane["stage"] != Stage.REVIEW:
        return {}
    open_, writer = _open(connection, lane), writing(connection, lane["id"])
    return {
        "unconfirmed": open_ is not None,
        "is_amender": open_ is not None and open_.person_id == person_id,
        "is_amending": writer is not None and writer.person_id == person_id,
    }


def writing(connection: Connection, draft_id: int) -> Row[tuple[object, ...]] | None:
    """Return what a reviewer writes into the draft: person, base, version, since, fields; None when nobody does."""
    return connection.execute(select(amending).where(amending.c.draft_id == draft_id)).first()


def written_by(connection: Connection, draft_id: int, person_id: int | None) -> tuple[Fields, int] | None:
    """Return the text that this person is amending, with its version."""
    row = writing(connection, draft_id)
    return (from_canonical(row.fields), row.version) if row is not None and row.person_id == person_id else None


def of_draft(connection: Connection, draft_id: int) -> Amendment | None:
    """Return the amendment of a draft that waits for its confirmation."""
    lane = connection.execute(select(draft).where(draft.c.id == draft_id)).mappings().first()
    row = _open(connection, lane) if lane is not None and lane["stage"] == Stage.REVIEW else None
    if row is None:
        return None
    texts = select(revision.c.id, revision.c.form, revision.c.digest)
    wanted = revision.c.id.in_((row.base_revision_id, row.revision_id))
    found = {r.id: r for r in connection.execute(texts.where(wanted))}
    base, made = found[row.base_revision_id], found[row.revision_id]
    return Amendment(
        row.id, row.draft_id, row.level, base.id, made.id, made.digest, row.person_id, row.name, row.at,
        from_canonical(base.form), from_canonical(made.form), edits_from(row.edits),
    )  # fmt: skip


def _open(connection: Connection, lane: RowMapping) -> Row[tuple[object, ...]] | None:
    a = amendment.c
    query = select(amendment, person.c.name).join(person, person.c.id == a.person_id)
    return connection.execute(query.where(a.draft_id == lane["id"], a.round == lane["round"], unanswered())).first()
