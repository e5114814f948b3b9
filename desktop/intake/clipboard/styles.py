"""The few things that a clip's styles say about structure: bold, italic, hidden, heading levels, Word's lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.intake.clipboard.limits import MOST_STYLES
from desktop.intake.clipboard.markup import Node
from desktop.text.tree import Mark

_WANTED_NAMES = (
    "font-weight font-style text-decoration text-decoration-line vertical-align display white-space text-align "
    "mso-element mso-hide mso-list mso-outline-level mso-special-character font-family border border-style"
)
_WANTED = frozenset(_WANTED_NAMES.split())
_CLASS = re.compile(r"\s*(?:[a-z][a-z0-9]*)?\.([\w-]{1,64})\s*", re.IGNORECASE)
_COMMENT = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/|<!--|-->")
_BOLD = {"bold": True, "bolder": True, "normal": False, "lighter": False}
_BOLD |= {str(weight): weight >= 600 for weight in range(100, 1000, 100)}
_TAGS: dict[str, dict[str, object]] = {
    "b": {"strong": True},
    "strong": {"strong": True},
    "i": {"em": True},
    "em": {"em": True},
    "cite": {"em": True},
    "dfn": {"em": True},
    "s": {"struck": True},
    "strike": {"struck": True},
    "del": {"struck": True},
    "sup": {"raised": "sup"},
    "sub": {"raised": "sub"},
    "code": {"code": True},
    "tt": {"code": True},
    "kbd": {"code": True},
    "samp": {"code": True},
}
_NOTHING: Mapping[str, str] = {}

Declared = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks where it stands; `kept` is for line ends that readers see."""

    strong: bool = False
    em: bool = False
    struck: bool = False
    raised: str = ""
    code: bool = False
    href: str = ""
    kept: bool = False


PLAIN = Look()


@lru_cache(maxsize=1024)
def marks_of(look: Look) -> tuple[Mark, ...]:
    """The marks of a look, always in the same order, so that neighbours can share them."""
    found = [Mark("a", look.href)] if look.href else []
    found += [Mark(name) for name, is_on in (("strong", look.strong), ("em", look.em), ("del", look.struck)) if is_on]
    if look.raised:
        found.append(Mark(look.raised))
    return (*found, Mark("code")) if look.code else tuple(found)


class Styles:
    """What classes and `style` attributes declare."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._classes: dict[str, dict[str, str]] = {}
        self._read: dict[str, Declared] = {}
        room = MOST_STYLES
        for sheet in sheets:
            self._add(sheet[:room])
            room -= min(room, len(sheet))

    def _add(self, sheet: str) -> None:
        for rule in _COMMENT.sub("", sheet).split("}"):
            selectors, _, body = rule.rpartition("{")
            if declared := self._declared(body):
                for selector in selectors.split(","):
                    if found := _CLASS.fullmatch(selector):
                        self._classes.setdefault(found[1], {}).update(declared)

    def of(self, node: Node) -> Declared:
        written, names = node.get("style"), node.get("class") if self._classes else ""
        if not names:
            return self._declared(written) if written else _NOTHING
        found: dict[str, str] = {}
        for name in names.split():
            found.update(self._classes.get(name, _NOTHING))
        return {**found, **self._declared(written)} if written else found

    def _declared(self, written: str) -> Declared:
        if (known := self._read.get(written)) is not None:
            return known
        found: dict[str, str] = {}
        for declaration in written.split(";"):
            name, _, value = declaration.partition(":")
            if (name := name.strip().lower()) in _WANTED:
                found[name] = value.replace("!important", "").strip().lower()
        self._read[written] = found
        return found


def look_of(node: Node, declared: Declared, around: Look) -> Look:
    """How text looks inside of this element."""
    changed: dict[str, object] = dict(_TAGS.get(node.name, {}))
    if declared:
        weight = _BOLD.get(declared.get("font-weight", ""))
        if weight is not None:
            changed["strong"] = weight
        if slant := declared.get("font-style"):
            changed["em"] = slant.startswith(("italic", "oblique"))
        if "line-through" in declared.get("text-decoration", "") + declared.get("text-decoration-line", ""):
            changed["struck"] = True
        if (raised := declared.get("vertical-align")) in ("super", "sub"):
            changed["raised"] = "sup" if raised == "super" else "sub"
        if space := declared.get("white-space"):
            changed["kept"] = space.startswith(("pre", "break-spaces"))
    return replace(around, **changed) if changed else around  # type: ignore[arg-type]


def is_comment(node: Node, declared: Declared) -> bool:
    """Word copies its comments: a list of them, and a sign for each in the text."""
    return declared.get("mso-element") == "comment-list" or node.get("class").lower() == "msocommentreference"


def is_hidden(node: Node, declared: Declared) -> bool:
    return declared.get("display") == "none" or declared.get("mso-hide") == "all" or node.has("hidden")
