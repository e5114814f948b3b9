"""Plain SQL as the record writes it, in PostgreSQL's words: one place knows where the two differ.

The record's plain SQL (``store/site``, ``actions/site``) is SQLite's, with ``?`` and ``:name`` for values. Long lists
of values come as JSON (``IN (SELECT value FROM json_each(:ids))``) and are handed on as arrays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_WORDS = (
    (re.compile(r"\bINDEXED BY \w+"), ""),
    (re.compile(r"\binstr\("), "strpos("),
    (re.compile(r"\bprintf\('%064d', 0\)"), "repeat('0', 64)"),
    (re.compile(r"\bIS NOT (?=OLD\.|NEW\.|\(\s*SELECT\b)"), "IS DISTINCT FROM "),
    (
        re.compile(r"\bdatetime\(([\w.]+), (:\w+)\)"),
        r"to_char((\1::timestamptz AT TIME ZONE 'UTC') + \2::interval, 'YYYY-MM-DD HH24:MI:SS')",
    ),
    (
        re.compile(r"\bjson_group_array\(json_array\((\w+), (\w+)\)\)"),
        r"coalesce(json_agg(json_build_array(\1, \2))::text, '[]')",
    ),
    (re.compile(r"^PRAGMA mmap_size = \d+$"), "SELECT 1"),
)
_LIST = re.compile(r"IN \(SELECT value FROM json_each\(:(\w+)\)\)")
_SIGNS = re.compile(r"'(?:[^']|'')*'|::|:(?P<name>[A-Za-z_]\w*)|(?P<mark>\?)|%")


@dataclass(frozen=True, slots=True)
class Translated:
    """A statement for psycopg, and the names of the values that are lists."""

    statement: str
    lists: frozenset[str]


@lru_cache(maxsize=512)
def translated(statement: str) -> Translated:
    """Return a statement of the record's in PostgreSQL's words."""
    lists = frozenset(_LIST.findall(statement))
    made = _LIST.sub(r"= ANY(:\1)", worded(statement))
    return Translated(_SIGNS.sub(_sign, made), lists)


def worded(statement: str) -> str:
    """Return the same without touching its values."""
    for found, put in _WORDS:
        statement = found.sub(put, statement)
    return statement


def values(of: Translated, given: Any) -> Any:
    """Return the values of a statement as psycopg takes them."""
    if of.lists and isinstance(given, Mapping):
        return {name: json.loads(value) if name in of.lists else value for name, value in given.items()}
    return given


def _sign(found: re.Match[str]) -> str:
    if name := found["name"]:
        return f"%({name})s"
    if found["mark"]:
        return "%s"
    return found[0].replace("%", "%%")
