"""The one rule of administration: only administrators change the newsroom itself."""

from __future__ import annotations

from db.domain.errors import BadValue, NotAllowed
from db.domain.people import PROGRAM, Role
from db.store.unit import Unit

MAX_NAME = 100  # characters


def administrator(unit: Unit, step: str) -> None:
    """Raise NotAllowed unless an administrator acts (or the program itself, when a newsroom is founded)."""
    if unit.actor is not PROGRAM and not unit.actor.may(Role.ADMIN):
        raise NotAllowed(step)


def text(field: str, given: str, longest: int) -> str:
    """Return a text without white space around it. Raises BadValue when it is too long or cannot be written down."""
    clean = given.strip()
    if len(clean) > longest:
        raise BadValue(field, "too_long", clean[:40])
    if not is_text(clean):
        raise BadValue(field, "format")
    return clean


def is_text(given: str) -> bool:
    """Say whether all of it are characters: half of one (a lone surrogate) can be neither kept nor told."""
    try:
        given.encode()
    except UnicodeEncodeError:
        return False
    return True


def name(field: str, given: str, longest: int = MAX_NAME) -> str:
    """Return a name without white space around it. Raises BadValue when it is empty, too long or not one line."""
    clean = given.strip()
    if not clean:
        raise BadValue(field, "empty")
    if len(clean) > longest:
        raise BadValue(field, "too_long", clean[:40])
    if not clean.isprintable():
        raise BadValue(field, "format", clean[:40])
    return clean
