"""Plain text of the clipboard: a paragraph a line, or a table where every line has as many tabs as the others."""

from __future__ import annotations

import contextlib
import csv
import io

from desktop.intake.clipboard.limits import MOST_CELLS
from desktop.text.tree import Block, Break, Inline, Line, Paragraph, Run, Table

_FEWEST_TABS = 2  # one may be an indent


def blocks_of_text(text: str) -> list[Block]:
    rows = _rows(text)
    if rows is not None:
        used = [column for column in range(len(rows[0])) if any(row[column].strip() for row in rows)]
        if len(used) > 1:
            return [Table(("",) * len(used), tuple(tuple(_cell(row[column]) for column in used) for row in rows))]
    lines = (" ".join(line.split("\t")).strip() for line in text.split("\n"))
    return [Paragraph((Run(line),)) for line in lines if line]


def _rows(text: str) -> list[list[str]] | None:
    """The rows of a sheet, None where the text is none. Cells of several lines stand in quotation marks."""
    lines = text.strip("\n").split("\n")
    if len(lines) < 2 or lines[0].count("\t") < _FEWEST_TABS:
        return None
    rows = [line.split("\t") for line in lines]
    if '"' in text:
        with contextlib.suppress(csv.Error):  # they may be a text's own
            rows = list(csv.reader(io.StringIO(text.strip("\n"), newline=""), delimiter="\t"))
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    even = len(rows) > 1 and len({len(row) for row in rows}) == 1 and len(rows[0]) > _FEWEST_TABS
    return rows if even and len(rows) * len(rows[0]) <= MOST_CELLS else None


def _cell(text: str) -> Line:
    made: list[Inline] = []
    for line in text.split("\n"):
        if line.strip():
            made += [Break(), Run(line.strip())] if made else [Run(line.strip())]
    return tuple(made)
