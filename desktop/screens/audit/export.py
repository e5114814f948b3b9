"""The chain as a file: a table that Excel opens, or the very entries, a JSON object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict

from db.store.audit_log import AuditRow
from desktop.kit.times import local_day_time

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would carry out


def as_table(rows: Iterable[AuditRow], heads: tuple[str, ...], word_of: dict[str, str]) -> bytes:
    """Return CSV in UTF-8 with a mark that Excel knows it by; nothing in it is a formula.

    ``heads`` are those of number, time, person, what was done, register number, title, facts, hash before, hash.
    """
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(heads)
    for row in rows:
        entry = row.entry
        cells = (
            entry.seq, local_day_time(entry.at), entry.person, word_of.get(entry.verb, entry.verb), row.number,
            row.title, entry.facts, entry.previous, entry.hash,
        )  # fmt: skip
        writer.writerow([_guarded(str(cell)) for cell in cells])
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def as_lines(rows: Iterable[AuditRow]) -> bytes:
    """Return the entries with every field as it is hashed (``db.domain.audit.entry_hash``)."""
    return "".join(json.dumps(asdict(row.entry), ensure_ascii=False) + "\n" for row in rows).encode()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
