"""Clipboard HTML, whatever program or page wrote it, as a tree: bounded in depth, in linear time, never refused.

It is not the parser of a browser. It knows which tags end which, what Word and Windows put between tags, and that
nothing a reader saw may vanish with a tag that nobody closed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from desktop.intake.clipboard.clip import Kind
from desktop.intake.clipboard.limits import DEEPEST_TAG, MOST_TAGS

#: Between these Word writes the number or sign of a list item, for programs that know no lists.
MARKER = "!marker"

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_BLOCK_NAMES = (
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr legend li main menu nav ol p pre search section summary table ul"
)
VOID = frozenset(_VOID_NAMES.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = _HEADINGS | frozenset(_BLOCK_NAMES.split())
#: Elements whose content is no HTML. What a page or reader would not see of them says its kind.
_RAW = {
    "script": Kind.SCRIPT,
    "style": None,
    "title": None,
    "textarea": Kind.FORM,
    "iframe": Kind.EMBED,
    "noscript": None,
    "noembed": None,
    "noframes": None,
    "template": None,
}
_RAW_END = {name: re.compile(rf"</{name}\b[^<>]*+>", re.IGNORECASE) for name in _RAW}
_TRANSPARENT = frozenset({"html", "head", "body"})
#: What a tag ends when it begins, and what it does not look behind.
_ENDS = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "table", "td", "th"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td", "th"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td", "th"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr", "caption", "colgroup"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"table", "td", "th"})),
}
_ENDS["thead"] = _ENDS["tfoot"] = _ENDS["tbody"]
_SCOPE = frozenset({"table", "td", "th", "caption"})
_TABLE = _SCOPE | {"tr", "tbody", "thead", "tfoot", "colgroup"}
_ROW = frozenset({"tr"})
_TABLE_ONLY = frozenset({"table"})
_PARAGRAPH = frozenset({"p"})
_LONG = 2000
_NO_SCOPE: frozenset[str] = frozenset()

_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')?+)*+)>""")
_BARE_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_ANY_TAG = re.compile(r"<[A-Za-z/!?][^<>]*+>")
_TORN_TAG = re.compile(r"</?[A-Za-z][\w:-]*+(?:\s+[\w:-]++=|\s*$)")
_MARKER_BEGINS = re.compile(r"\[if !supportLists\]\s*")
_CLOSED = re.compile(r"(?:^|[\s\"'])/$")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))}|br|tr)\b[^<>]*+>", re.IGNORECASE)
_HEADER = re.compile(r"\s*Version:[\d.]+\s")
_SOURCE_URL = re.compile(r"^SourceURL:(\S+)", re.MULTILINE)


class Node:
    """An element, its attributes as they were written, and what it holds."""

    __slots__ = ("_attributes", "_written", "children", "name")

    def __init__(self, name: str, written: str = "") -> None:
        self.name = name
        self.children: list[Node | str] = []
        self._written = written
        self._attributes: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """Return an attribute's value, "" where there is none."""
        if self._attributes is None:
            self._attributes = {}
            for key, double, single, bare in _ATTRIBUTE.findall(self._written):
                self._attributes.setdefault(key.lower(), double or single or bare)
        value = self._attributes.get(name, "")
        return unescape(value) if "&" in value else value

    def has(self, name: str) -> bool:
        self.get(name)
        return self._attributes is not None and name in self._attributes

    def words(self) -> str:
        """All text inside, as it is written."""
        found: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                stack.extend(reversed(part.children))
        return unescape("".join(found))


@dataclass(slots=True)
class Markup:
    """`cut`: there were too many tags, and from there on only words were read."""

    root: Node
    base: str = ""
    styles: list[str] = field(default_factory=list)
    left: Counter[Kind] = field(default_factory=Counter)
    cut: bool = False


def parse(html: str, *, whole: bool = False) -> Markup:
    """Read HTML; of a fragment that Windows marked only what is inside, unless the `whole` is asked for."""
    markup = Markup(Node(""))
    if _HEADER.match(html):
        at = html.find("<")
        header = html if at < 0 else html[:at]
        if found := _SOURCE_URL.search(header):
            markup.base = found[1]
        html = html[len(header) :]
    _Parser(html, markup, whole=whole).run()
    return markup


class _Parser:
    def __init__(self, html: str, markup: Markup, *, whole: bool) -> None:
        self._html = html
        self._markup = markup
        self._stack = [markup.root]
        self._opened: Counter[str] = Counter()
        self._whole = whole or "<!--StartFragment" not in html
        self._inside = self._whole
        self._tag = _TAG
        self._unclosed: set[str] = set()

    def run(self) -> None:
        html, at, tags = self._html, 0, 0
        while (sign := html.find("<", at)) >= 0:
            if sign > at:
                self._text(html[at:sign])
            tags += 1
            if tags > MOST_TAGS:
                self._words_only(html[sign:])
                return
            after = html[sign + 1 : sign + 2]
            if after in ("!", "?"):
                at = self._declaration(sign)
            elif after.isascii() and (after.isalpha() or after == "/"):
                at = self._element(sign)
            else:
                self._text("<")
                at = sign + 1
        self._text(html[at:])

    def _text(self, text: str) -> None:
        if text and self._inside:
            self._stack[-1].children.append(text)

    def _words_only(self, rest: str) -> None:
        """The rest as long paragraphs: a million short ones could be neither shown nor read."""
        self._markup.cut = True
        gathered: list[str] = []
        size = 0
        for line in _ANY_TAG.sub("", _BLOCK_TAG.sub("\n", rest)).split("\n"):
            if line and not line.isspace():
                gathered.append(line)
                size += len(line)
            if size >= _LONG:
                self._long_paragraph(gathered)
                gathered, size = [], 0
        self._long_paragraph(gathered)

    def _long_paragraph(self, lines: list[str]) -> None:
        if lines:
            node = Node("p")
            node.children.append(" ".join(lines))
            self._markup.root.children.append(node)

    def _declaration(self, at: int) -> int:
        """Comments and what Word hides in them. One that nobody closed is no comment."""
        html = self._html
        if html.startswith("<!--", at) and "-->" not in self._unclosed:
            end = html.find("-->", at + 4)
            if end >= 0:
                self._note(html[at + 4 : min(end, at + 60)])
                return end + 3
            self._unclosed.add("-->")
        end = html.find(">", at)
        if end < 0:
            self._text(html[at:])
            return len(html)
        self._note(html[at + 2 : min(end, at + 60)])
        return end + 1

    def _note(self, comment: str) -> None:
        if comment.startswith(("StartFragment", "EndFragment")):
            self._inside = self._whole or comment.startswith("Start")
        elif _MARKER_BEGINS.fullmatch(comment):
            self._open(MARKER, "")
        elif comment.startswith("[endif]") and self._opened[MARKER]:
            self._close(MARKER)

    def _element(self, at: int) -> int:
        found = self._tag.match(self._html, at)
        if found is None:
            self._tag = _BARE_TAG  # a quotation mark that nobody closed: from here on they say nothing
            found = _BARE_TAG.match(self._html, at)
        if found is None:
            return self._no_tag(at)
        closing, name, written = found.groups()
        name = name.lower()
        if name in _TRANSPARENT:
            return found.end()
        if closing:
            self._close(name)
        elif name in _RAW and name not in self._unclosed:
            return self._raw(name, found.end())
        else:
            self._open(name, written)
        return found.end()

    def _no_tag(self, at: int) -> int:
        """A sign that begins none, or a tag torn off at the end, of which nobody saw anything."""
        html = self._html
        end = html.find(">", at)
        if end >= 0:
            return end + 1  # such as </> or </3>, which readers do not see
        if not _TORN_TAG.match(html, at):
            self._text(html[at:])
        return len(html)

    def _raw(self, name: str, at: int) -> int:
        end = _RAW_END[name].search(self._html, at)
        if end is None:
            self._unclosed.add(name)
            return at
        if name == "style":
            self._markup.styles.append(self._html[at : end.start()])
        elif (kind := _RAW[name]) is not None and self._inside:
            self._markup.left[kind] += 1
        return end.end()

    def _open(self, name: str, written: str) -> None:
        self._make_way(name)
        if name == "base" and not self._markup.base:
            self._markup.base = Node(name, written).get("href")
        if name in VOID:
            if self._inside:
                self._stack[-1].children.append(Node(name, written))
            return
        if len(self._stack) > DEEPEST_TAG:
            self._markup.left[Kind.NESTING] = 1
            self._cut_to(len(self._stack) - 1)
        node = Node(name, written)
        self._stack[-1].children.append(node)
        if written.endswith("/") and _CLOSED.search(written):
            return
        self._stack.append(node)
        self._opened[name] += 1

    def _make_way(self, name: str) -> None:
        """End what this tag ends, and begin what it cannot be without."""
        if name in BLOCKS:
            if self._opened["p"]:
                self._end(_PARAGRAPH, _SCOPE)
            if name in _HEADINGS and self._stack[-1].name in _HEADINGS:
                self._cut_to(len(self._stack) - 1)
        if name in _ENDS:
            names, scope = _ENDS[name]
            if any(self._opened[ended] for ended in names):
                self._end(names, scope)
        if name in ("tr", "td", "th") and not self._opened["table"]:
            self._open("table", "")
        if name in ("td", "th") and self._stack[-1].name != "tr" and not self._end(_ROW, _TABLE_ONLY, keep=True):
            self._open("tr", "")

    def _close(self, name: str) -> None:
        if self._opened[name]:
            self._end(frozenset({name}), _NO_SCOPE if name in _TABLE else _SCOPE)
        elif name == "br":
            self._open(name, "")

    def _end(self, names: frozenset[str], scope: frozenset[str], *, keep: bool = False) -> bool:
        for at in range(len(self._stack) - 1, 0, -1):
            name = self._stack[at].name
            if name in names:
                self._cut_to(at + keep)
                return True
            if name in scope:
                return False
        return False

    def _cut_to(self, length: int) -> None:
        for node in self._stack[length:]:
            self._opened[node.name] -= 1
        del self._stack[length:]
