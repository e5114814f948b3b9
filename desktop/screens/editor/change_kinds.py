"""What kind each change of a difference is, in words and counted, and the text with its small changes folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.proofreading.concern import Change, Concern
from desktop.text.diff import Paragraph, Piece
from desktop.text.marked import MarkedLine

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.proofreading.names import Lists

translate = QCoreApplication.translate


def read_kinds(connection: Connection, lines: Sequence[MarkedLine]) -> list[Concern]:
    """Return the kind of each change, as they are numbered on the screen; names by the record's lists and by rule."""
    # SQLAlchemy and the patterns stay out of start-up
    from db.store import vocabulary  # noqa: PLC0415
    from desktop.proofreading.names import Lists  # noqa: PLC0415

    known = vocabulary.read(connection)
    lists = Lists(known.people, known.organisations)
    return [change.concern for line in lines for change in _changes(line, lists)]


def folded(lines: Sequence[MarkedLine], kinds: Sequence[Concern]) -> tuple[list[MarkedLine], list[Concern]]:
    """Return the lines with changes of format and punctuation as the new text, and the kinds of those that are left."""
    made, left, given = [], [], iter(kinds)
    for line in lines:
        places = [replace(change, concern=next(given)) for change in _places(line)]
        small = [change for change in places if change.concern.foldable and _may_fold(line)]
        made.append(_without(line, small) if small else line)
        left += [change.concern for change in places if change not in small]
    return made, left


def kind_words() -> dict[Concern, str]:
    return {
        Concern.FIGURE: translate("Changes", "数字"),
        Concern.PERSON: translate("Changes", "人名"),
        Concern.TITLE: translate("Changes", "职务"),
        Concern.DATE: translate("Changes", "日期"),
        Concern.ORGANISATION: translate("Changes", "单位"),
        Concern.BYLINE: translate("Changes", "署名"),
        Concern.QUOTATION: translate("Changes", "引文"),
        Concern.OTHER: translate("Changes", "其他"),
        Concern.MOVED: translate("Changes", "移段"),
        Concern.PUNCTUATION: translate("Changes", "标点"),
        Concern.FORMAT: translate("Changes", "格式"),
    }


def counted(kinds: Sequence[Concern]) -> str:
    """Say how many there are of each kind, those that can do most harm first."""
    words = kind_words()
    return " · ".join(f"{words[kind]} {n}" for kind, n in sorted(Counter(kinds).items()))


def _changes(line: MarkedLine, lists: Lists) -> list[Change]:
    from desktop.proofreading.changes import changes  # noqa: PLC0415

    if line.formatted:
        return [Change(0, 0, 0, Concern.FORMAT)]
    found = changes([line.paragraph], lists)
    shown = line.new or line.old
    if shown is not None and shown.shape == "picture":  # its name is no figure
        return [replace(change, concern=max(change.concern, Concern.OTHER)) for change in found]
    return found


def _places(line: MarkedLine) -> Iterator[Change]:
    """Yield the places of the changes of a line, without asking what they are."""
    if line.formatted:
        yield Change(0, 0, 0, Concern.FORMAT)
        return
    first = None
    pieces = line.paragraph.pieces
    for at, piece in enumerate((*pieces, Piece("same", ""))):
        if piece.kind == "same":
            if first is not None:
                yield Change(0, first, at - 1, Concern.OTHER)
            first = None
        elif first is None:
            first = at


def _may_fold(line: MarkedLine) -> bool:
    return line.formatted or (line.paragraph.kind == "changed" and not line.paragraph.move)


def _without(line: MarkedLine, small: Sequence[Change]) -> MarkedLine:
    if line.formatted:
        return replace(line, formatted=False)
    hidden = {at for change in small for at in range(change.first, change.last + 1)}
    pieces = tuple(
        replace(piece, kind="same") if at in hidden else piece
        for at, piece in enumerate(line.paragraph.pieces)
        if at not in hidden or piece.kind == "added"
    )
    paragraph = Paragraph(line.paragraph.kind, pieces)
    old = replace(line.old, text=paragraph.old, spans=()) if line.old is not None else None
    return replace(line, paragraph=paragraph, old=old)
