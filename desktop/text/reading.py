"""Published HTML, as `dialect.render` makes it and nothing else does, read into a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from desktop.text.tree import (
    Attached,
    Block,
    Break,
    Code,
    Figure,
    Heading,
    Inline,
    Line,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Rule,
    Run,
    Table,
    joined,
)

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_MARKS = frozenset(["a", "b", "code", "del", "em", "i", "ins", "mark", "s", "small", "strong", "sub", "sup", "u"])
_INLINE = _MARKS | {"br", "img", "video"}


class Unreadable(Exception):
    """The HTML says what the tree has no word for."""


@dataclass(slots=True)
class _Token:
    """A tag, or text (`name` is empty)."""

    name: str
    closing: bool = False
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def read(html: str) -> tuple[Block, ...]:
    """Return the blocks of rendered HTML. Raises Unreadable."""
    reader = _Reader(_tokens(html))
    blocks = reader.blocks("")
    if reader.left():
        raise Unreadable
    return blocks


def _tokens(html: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    for match in _TOKEN.finditer(html):
        if match.start() != at:
            raise Unreadable
        at = match.end()
        if match[4] is not None:
            found.append(_Token("", text=unescape(match[4])))
        else:
            attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[3])}
            found.append(_Token(match[2], bool(match[1]), attributes=attributes))
    if at != len(html):
        raise Unreadable
    return found


class _Reader:
    """Goes through the tags once; each method leaves behind what it read."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def left(self) -> bool:
        return self._at < len(self._tokens)

    def _next(self) -> _Token:
        if not self.left():
            raise Unreadable
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _peek(self) -> _Token:
        return self._tokens[self._at] if self.left() else _Token("", closing=True)

    def _skip_space(self) -> None:
        while self.left() and not self._peek().name and not self._peek().text.strip(" \n"):
            self._at += 1

    def _open(self, name: str) -> _Token:
        token = self._next()
        if token.name != name or token.closing:
            raise Unreadable
        return token

    def _close(self, name: str) -> None:
        token = self._next()
        if token.name != name or not token.closing:
            raise Unreadable

    def _opens(self, name: str) -> bool:
        self._skip_space()
        return self._peek().name == name and not self._peek().closing

    def blocks(self, inside: str) -> tuple[Block, ...]:
        """Read up to the tag that closes what we are inside of."""
        return tuple(self._blocks(inside))

    def _blocks(self, inside: str) -> Iterator[Block]:
        while True:
            self._skip_space()
            if not self.left():
                return
            token = self._peek()
            if token.closing:
                if token.name != inside:
                    raise Unreadable
                return
            if token.name and token.name not in _INLINE:
                yield self._block()
            elif inside == "li":
                yield Plain(self._plain())
            else:
                raise Unreadable

    def _block(self) -> Block:
        token = self._next()
        name = token.name
        if name == "hr":
            return Rule()
        if name in ("ul", "ol"):
            block: Block = self._listing(name, token)
        elif name == "p" and token.attributes.get("class") == "attachment":
            block = self._attached()
        elif name == "p":
            block = Paragraph(self._line(name))
        elif name == "blockquote":
            block = Quote(self.blocks(name))
        elif name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            block = Heading(int(name[1]), self._line(name))
        elif name == "pre":
            block = self._code()
        elif name == "figure":
            block = self._figure()
        elif name == "div":
            block = self._table()
        else:
            raise Unreadable
        self._close(name)
        return block

    def _listing(self, name: str, token: _Token) -> Listing:
        items: list[tuple[Block, ...]] = []
        while self._opens("li"):
            self._open("li")
            items.append(self.blocks("li"))
            self._close("li")
        return Listing(int(token.attributes.get("start", "1")) if name == "ol" else None, tuple(items))

    def _code(self) -> Code:
        self._open("code")
        text = ""
        while not self._peek().name and self.left():
            text += self._next().text
        self._close("code")
        return Code(text.removesuffix("\n"))

    def _figure(self) -> Figure:
        self._skip_space()
        picture = self._picture(self._next(), ())
        caption = credit = ""
        if self._opens("figcaption"):
            self._open("figcaption")
            while not self._peek().closing:
                token = self._next()
                if token.name == "span":
                    credit = "" if self._peek().closing else self._next().text
                    self._close("span")
                elif token.name:
                    raise Unreadable
                else:
                    caption += token.text
            self._close("figcaption")
        self._skip_space()
        return Figure(picture.source, picture.alt, caption.strip(), credit.strip())

    def _attached(self) -> Attached:
        source, name, note = self._open("a").attributes.get("href", ""), self._next().text, ""
        self._close("a")
        if self._opens("span"):
            self._open("span")
            note = self._next().text
            self._close("span")
        return Attached(source, name, note)

    def _table(self) -> Table:
        self._skip_space()
        self._open("table")
        aligns: tuple[str, ...] = ()
        rows: list[tuple[Line, ...]] = []
        for part, cell in (("thead", "th"), ("tbody", "td")):
            if not self._opens(part):
                continue
            self._open(part)
            while self._opens("tr"):
                self._open("tr")
                found = tuple(self._cells(cell))
                self._close("tr")
                aligns = aligns or tuple(align for align, _ in found)
                rows.append(tuple(line for _, line in found))
            self._skip_space()
            self._close(part)
        self._skip_space()
        self._close("table")
        self._skip_space()
        return Table(aligns, tuple(rows))

    def _cells(self, name: str) -> Iterator[tuple[str, Line]]:
        while self._opens(name):
            token = self._open(name)
            yield token.attributes.get("align", ""), self._line(name)
            self._close(name)
        self._skip_space()

    def _line(self, inside: str) -> Line:
        parts: list[Inline] = []
        self._gather(parts, inside, ())
        return joined(tuple(parts))

    def _plain(self) -> Line:
        """Running text of a list item, up to a block or the end of the item; the layout behind it is none of it."""
        parts: list[Inline] = []
        while self.left():
            token = self._peek()
            if token.name and (token.closing or token.name not in _INLINE):
                break
            self._take(parts, self._next(), ())
        line = joined(tuple(parts))
        if line and isinstance(line[-1], Run) and line[-1].text.endswith("\n"):
            line = joined((*line[:-1], Run(line[-1].text.rstrip("\n"), line[-1].marks)))
        return line

    def _gather(self, parts: list[Inline], inside: str, marks: tuple[Mark, ...]) -> None:
        while not self._peek().closing:
            self._take(parts, self._next(), marks)
        if self._peek().name != inside:
            raise Unreadable

    def _take(self, parts: list[Inline], token: _Token, marks: tuple[Mark, ...]) -> None:
        attributes = token.attributes
        if not token.name:
            parts.append(Run(token.text, marks))
        elif token.name == "br":
            parts.append(Break(marks))
            after = self._peek()
            if self.left() and not after.name:
                after.text = after.text.removeprefix("\n")
        elif token.name in ("img", "video"):
            parts.append(self._picture(token, marks))
        elif token.name in _MARKS:
            mark = Mark(token.name, attributes.get("href", ""), attributes.get("title", ""))
            before = len(parts)
            self._gather(parts, token.name, (*marks, mark))
            self._close(token.name)
            if len(parts) == before:
                raise Unreadable
        else:
            raise Unreadable

    def _picture(self, token: _Token, marks: tuple[Mark, ...]) -> Picture:
        """Read a picture or a film."""
        if token.closing or token.name not in ("img", "video"):
            raise Unreadable
        if token.name == "video":
            self._close("video")
        said = token.attributes
        alt = said.get("alt", "") or said.get("aria-label", "")
        return Picture(said.get("src", ""), alt, said.get("title", ""), marks)
