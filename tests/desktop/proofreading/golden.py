"""The invented sentences of golden.txt, and how many of their rows are found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop.proofreading.fact import Kind

MARKS = {
    "数": Kind.FIGURE, "日": Kind.DATE, "人": Kind.PERSON, "单": Kind.ORGANISATION,
    "地": Kind.PLACE, "引": Kind.QUOTATION, "文": Kind.POLICY, "件": Kind.DOCUMENT,
}  # fmt: skip
_ROW = re.compile(r"\{(.) ([^{}]*)\}")

Row = tuple[Kind, int, str]


def sentences() -> Iterator[tuple[str, set[Row]]]:
    """Yield each sentence with its rows: kind, place, words."""
    for line in (Path(__file__).parent / "golden.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, rows, at = "", set(), 0
        for m in _ROW.finditer(line):
            text += line[at : m.start()]
            rows.add((MARKS[m[1]], len(text), m[2]))
            text, at = text + m[2], m.end()
        yield text + line[at:], rows


def measured(found_in) -> tuple[Counter, Counter, Counter, list[tuple[str, set[Row], set[Row]]]]:
    """Return by kind how many rows were right, missed and too many, and the sentences that were not all right."""
    right, missed, more, wrong = Counter(), Counter(), Counter(), []
    for text, rows in sentences():
        found = {(fact.kind, fact.start, fact.text) for fact in found_in(text)}
        right.update(kind for kind, _at, _words in rows & found)
        missed.update(kind for kind, _at, _words in rows - found)
        more.update(kind for kind, _at, _words in found - rows)
        if rows != found:
            wrong.append((text, rows - found, found - rows))
    return right, missed, more, wrong
