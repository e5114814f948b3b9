"""What of an article is gone through fact by fact: its headings, its summary and its text, read on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.domain.article import Fields
from desktop.proofreading.fact import Fact
from desktop.text.plain import plain

if TYPE_CHECKING:  # the first window is painted before SQLAlchemy is imported
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class FactRows:
    """The facts of one revision. ``whole``: the recogniser had its say too, or there is none (``model``)."""

    digest: str
    text: str
    facts: Sequence[Fact]
    whole: bool
    model: bool
    summary: tuple[int, int] = (0, 0)  # where in the text the summary stands, which is not on the page that is read


def text_of(fields: Fields) -> str:
    """Return what is checked, each heading on a line of its own."""
    above = (fields.shoulder, fields.title, fields.subtitle, fields.summary)
    return "\n".join([*(line for line in above if line), plain(fields.body) if fields.body else ""])


def read_fact_rows(connection: Connection, digest: str, fields: Fields, *, ask_model: bool = True) -> FactRows:
    """Find the facts of a revision; without asking the model they are there at once, some names not among them."""
    # SQLAlchemy stays out of start-up, and the patterns: it takes 60 ms to make them
    from db.store import vocabulary  # noqa: PLC0415
    from desktop.proofreading.facts import facts  # noqa: PLC0415
    from desktop.proofreading.names import Lists  # noqa: PLC0415
    from desktop.proofreading.recogniser import installed, recognise  # noqa: PLC0415

    known = vocabulary.read(connection)
    text = text_of(fields)
    asked = ask_model and installed()
    found = facts(text, Lists(known.people, known.organisations), recognise(text) if asked else None)
    above = len(text_of(replace(fields, summary="", body="")))
    summary = (above, above + len(fields.summary) + 1) if fields.summary else (0, 0)
    return FactRows(digest, text, tuple(found), asked or not installed(), installed(), summary)
