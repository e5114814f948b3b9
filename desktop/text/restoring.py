"""One paragraph brought back from an earlier text, at its place in the later one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.text.diff import Paragraph

_GOES_ON = re.compile(r"\s*(?:[-*+>|]|\d+\.)|\s{2,}")  # a line that belongs to its neighbours: list, quote, table


def may_restore(paragraph: Paragraph) -> bool:
    """Whether there is something of the earlier text to bring back."""
    return paragraph.kind in ("changed", "removed") and bool(paragraph.old.strip())


def restore(paragraphs: Sequence[Paragraph], at: int) -> str:
    """Return the later text with the paragraph of this number as it was; a moved one goes back to where it stood."""
    wanted = paragraphs[at]
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number == at:
            _put_in(lines, wanted)
        elif paragraph.kind == "removed" or (wanted.move and paragraph.move == wanted.move):
            continue
        else:
            if number > at and lines and wanted.kind == "removed":
                _part(lines, paragraph.new, wanted.old)
            lines.append(paragraph.new)
    return "\n".join(lines)


def _put_in(lines: list[str], wanted: Paragraph) -> None:
    if wanted.kind == "removed" and lines and lines[-1].strip() and not _belong(lines[-1], wanted.old):
        lines.append("")
    lines.append(wanted.old)


def _part(lines: list[str], line: str, old: str) -> None:
    """Leave an empty line behind what was brought back."""
    if lines[-1] == old and line.strip() and not _belong(old, line):
        lines.append("")


def _belong(line: str, other: str) -> bool:
    return bool(_GOES_ON.match(line) and _GOES_ON.match(other))
