"""The rules of the record in PostgreSQL's words, made from SQLite's: one description, two databases.

A trigger is written for SQLite (``CREATE TRIGGER … BEFORE … WHEN … BEGIN SELECT RAISE(ABORT, 'caibian: …'); END``),
here and in migrations; on PostgreSQL it is a function of its name and a trigger that calls it. Besides, a table whose
rows are never deleted is not emptied either (TRUNCATE), and whoever writes waits for their turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

TURN = 0x43414942  # the lock of the database that whoever writes holds until the end of the transaction
NOTICE = "caibian"  # the channel on which a commit is told, by the number of its backend

_MADE = re.compile(
    r"CREATE TRIGGER (?P<name>\w+) BEFORE (?P<event>INSERT|DELETE|UPDATE(?: OF [\w, ]+)?) ON (?P<table>\w+)"
    r"(?: WHEN (?P<when>.*?))? BEGIN SELECT RAISE\(ABORT, '(?P<words>[^']*)'\); END",
    re.DOTALL,
)
_WORDS = (
    (re.compile(r" OR \(rowid = NEW\.rowid\)"), ""),
    (re.compile(r"\bIS NOT (?=OLD\.|NEW\.|\(\s*SELECT\b)"), "IS DISTINCT FROM "),
    (re.compile(r"printf\('%064d', 0\)"), "repeat('0', 64)"),
    (re.compile(r"^1$"), "true"),
    (re.compile(r"(?<=\bWHERE )1(?= AND\b)"), "true"),
)
# A temporary table would else stand before the record's own, in what a rule looks at.
_PATH = "SET search_path TO {schema}, pg_temp"

_TURN_BODY = f"""
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = '23001', MESSAGE = 'caibian: a change sees all that was committed before it';
  END IF;
  PERFORM pg_advisory_xact_lock({TURN});
  PERFORM pg_notify('{NOTICE}', '');
  RETURN NULL;
END
"""


def statements(trigger: str, schema: str) -> list[str]:
    """Return what makes a trigger of SQLite's on PostgreSQL."""
    found = _MADE.fullmatch(trigger.strip().rstrip(";").strip())
    if found is None:
        raise ValueError(f"not a rule that can be put into PostgreSQL's words: {trigger[:80]}")
    name, table, event = found["name"], found["table"], found["event"]
    when = (found["when"] or "1").strip()
    for sqlite, postgres in _WORDS:
        when = sqlite.sub(postgres, when)
    row = "OLD" if event == "DELETE" else "NEW"
    made = [_function(name, _body(when, found["words"], row), schema), _trigger(name, event, table, "ROW", name)]
    if name == f"{table}_no_delete":
        emptied = f"{table}_no_truncate"
        made += [_function(emptied, _body("true", found["words"], "NULL"), schema)]
        made += [_trigger(emptied, "TRUNCATE", table, "STATEMENT", emptied)]
    return made


def turn_function(schema: str) -> str:
    """Return what makes the function that every table's turn trigger calls."""
    return _function("record_turn", _TURN_BODY, schema)


def turn(table: str) -> str:
    """Return the trigger that has whoever writes to a table wait for their turn, and tells the others of it."""
    return _trigger(f"{table}_turn", "INSERT OR DELETE OR UPDATE", table, "STATEMENT", "record_turn")


def expected(triggers: Iterable[str], tables: Iterable[str], schema: str) -> dict[str, str]:
    """Return name -> what ``found`` says of each trigger when all rules stand as they should."""
    made: dict[str, str] = {}
    bodies: dict[str, str] = {}
    asked = [turn_function(schema), *(turn(table) for table in tables)]
    for statement in [*asked, *(part for trigger in triggers for part in statements(trigger, schema))]:
        kind, name = statement.split(maxsplit=4)[1:3]
        if kind == "OR":  # CREATE OR REPLACE FUNCTION name()
            name = statement.split("(", 1)[0].split()[-1]
            bodies[name] = statement.split("$rule$")[1]
        else:
            function = statement.rsplit(" ", 1)[1].removesuffix("()")
            made[name] = described(statement, bodies[function], [_setting(schema)], "O")
    return made


def described(trigger: str, body: str, settings: Iterable[str] | None, enabled: str) -> str:
    """Return one text for all that makes a trigger what it is."""
    even = " ".join(trigger.split())
    return "\n".join((even, " ".join(body.split()), *(settings or ()), "" if enabled == "O" else f"enabled: {enabled}"))


FOUND = """
SELECT t.tgname, pg_get_triggerdef(t.oid, true), p.prosrc, p.proconfig, t.tgenabled
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal ORDER BY t.tgname
"""


def _setting(schema: str) -> str:
    return f"search_path={schema}, pg_temp"


def _function(name: str, body: str, schema: str) -> str:
    path = _PATH.format(schema=schema)
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {path} AS $rule${body}$rule$"


def _body(when: str, words: str, row: str) -> str:
    return f"""
BEGIN
  IF {when} THEN
    RAISE EXCEPTION USING ERRCODE = '23001', MESSAGE = '{words}';
  END IF;
  RETURN {row};
END
"""


def _trigger(name: str, event: str, table: str, each: str, function: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"
