"""A tree of HTML as blocks of a text: what its structure says is kept, and what is left out is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from html import unescape

from desktop.intake.clipboard.addresses import link
from desktop.intake.clipboard.album import Album, is_face, is_small
from desktop.intake.clipboard.characters import cleaned, within
from desktop.intake.clipboard.clip import Kind
from desktop.intake.clipboard.grids import blocks_of_grid, grid
from desktop.intake.clipboard.limits import DEEPEST_BLOCK, MOST_TEXT
from desktop.intake.clipboard.lists import Marker, Point, Quoted, level_of, listed, make_list, marker_of
from desktop.intake.clipboard.markup import BLOCKS, MARKER, Markup, Node
from desktop.intake.clipboard.running import Running, flat, without_strong
from desktop.intake.clipboard.styles import PLAIN, Declared, Look, Styles, is_comment, is_hidden, look_of, marks_of
from desktop.text.tree import Block, Code, Figure, Heading, Inline, Paragraph, Quote, Rule, Run, words_of

#: What is left out and said, and what is left out because no reader sees it.
_LEFT = {
    **dict.fromkeys(("button", "input", "select", "option", "optgroup", "datalist"), Kind.FORM),
    **dict.fromkeys(("object", "embed", "applet", "video", "audio", "mpvoice", "qqmusic", "frame"), Kind.EMBED),
    **dict.fromkeys(("canvas",), Kind.DRAWING),
}
_EMBED_NAMES = ("mp-common-", "mp-video", "mpvideo", "mp-mini", "mp-weapp")
_UNSEEN_NAMES = (
    "meta link base col colgroup area map param source track wbr rp xml annotation annotation-xml "
    "w:latentstyles w:worddocument o:officedocumentsettings mp-style-type"
)
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_QUOTES = frozenset({"msoquote", "msointensequote", "msoblocktext"})
_TITLES = {"msotitle": 1, "msosubtitle": 2}


@dataclass(slots=True)
class _Gather:
    """Blocks of one container, and the text that is not one yet."""

    blocks: list[Block | Point | Quoted] = field(default_factory=list)
    running: Running = field(default_factory=Running)

    def end(self) -> None:
        self.blocks += self.running.take()


class Flow:
    def __init__(self, markup: Markup, *, menus: bool = False) -> None:
        self.left: Counter[Kind] = Counter(markup.left)
        self.album = Album(markup.base, self.left)
        self._base = markup.base
        self._menus = menus
        self._styles = Styles(markup.styles)
        self._room = MOST_TEXT
        self._markers: set[int] = set()
        self._special: dict[str, Callable[[Node, Declared, _Gather, Look, int], None]] = {
            "p": self._paragraph,
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            **dict.fromkeys(("ul", "ol", "menu", "dir"), self._list),
            "li": self._stray_item,
            "blockquote": self._quote,
            "table": self._table,
            "pre": self._preformatted,
            "figure": self._figure,
            "hr": self._rule,
            "br": self._break,
            "img": self._image,
            "a": self._link,
            "q": self._short_quote,
            "rt": self._reading,
            "svg": self._drawing,
            MARKER: self._marker,
        }

    def blocks(self, nodes: Iterable[Node | str], look: Look = PLAIN, depth: int = 0) -> list[Block]:
        """Return the blocks of one container, `depth` lists and quotes down."""
        gather = _Gather()
        self._walk(nodes, gather, look, depth)
        gather.end()
        return listed(gather.blocks, DEEPEST_BLOCK - depth)

    def _walk(self, nodes: Iterable[Node | str], gather: _Gather, look: Look, depth: int) -> None:
        for node in nodes:
            if isinstance(node, str):
                self._text(node, gather, look)
            else:
                self._element(node, gather, look, depth)

    def _within_room(self, said: str) -> str:
        words = within(said, self._room)
        self.left[Kind.LENGTH] += len(said) - len(words)
        self._room -= len(words)
        return words

    def _text(self, written: str, gather: _Gather, look: Look) -> None:
        words = self._within_room(cleaned(unescape(written)) if "&" in written else written)
        marks = marks_of(look)
        if look.kept and "\n" in words:
            for number, line in enumerate(words.split("\n")):
                if number:
                    gather.running.line_break()
                gather.running.text(line, marks)
        elif words:
            gather.running.text(words, marks)

    def _element(self, node: Node, gather: _Gather, look: Look, depth: int) -> None:
        name = node.name
        if name in _UNSEEN or id(node) in self._markers:
            return
        if (kind := self._kind(node)) is not None:
            self.left[kind] += 1
            return
        declared = self._styles.of(node)
        if is_comment(node, declared):
            notes = (child for child in node.children if isinstance(child, Node))
            self.left[Kind.COMMENT] += sum(self._styles.of(note).get("mso-element") == "comment" for note in notes)
            return
        if not self._is_shown(node, declared):
            return
        if (special := self._special.get(name)) is not None:
            special(node, declared, gather, look, depth)
            return
        display = declared.get("display", "")
        if display == "inline" or (
            name not in BLOCKS and display not in ("block", "flex", "grid", "table", "list-item")
        ):
            self._walk(node.children, gather, look_of(node, declared, look), depth)
        else:
            self._container(node, declared, gather, look, depth)

    def _kind(self, node: Node) -> Kind | None:
        name = node.name
        if name.startswith(_EMBED_NAMES):
            return Kind.EMBED
        if (name == "nav" or node.get("role") == "navigation") and not self._menus:
            return Kind.MENU if node.words().strip() else None
        if name == "input" and node.get("type").lower() == "hidden":
            return None
        return _LEFT.get(name)

    def _is_shown(self, node: Node, declared: Declared | None = None) -> bool:
        if not is_hidden(node, self._styles.of(node) if declared is None else declared):
            return True
        if node.words().strip():
            self.left[Kind.HIDDEN] += 1
        return False

    # Blocks

    def _container(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        gather.end()
        self._walk(node.children, gather, look_of(node, declared, look), depth)
        gather.end()

    def _paragraph(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        names = node.get("class").lower().split()
        outline = declared.get("mso-outline-level", "")
        role = node.get("aria-level") if node.get("role") == "heading" else ""
        title = next((_TITLES[name] for name in names if name in _TITLES), 0)
        if title or (outline[:1].isdigit() and outline[:1] != "0") or role.isdigit():
            level = title or int((outline or role)[:1]) or 1
            self._titled(level, node, declared, gather, look, depth)
        elif level := level_of(declared.get("mso-list", "")):
            self._point(level, node, declared, gather, look, depth)
        elif _QUOTES.intersection(names) and depth < DEEPEST_BLOCK:
            gather.end()
            inner = self.blocks(node.children, look_of(node, declared, look), depth + 1)
            if inner:
                gather.blocks.append(Quoted(tuple(inner)))
        else:
            self._container(node, declared, gather, look, depth)

    def _heading(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        self._titled(int(node.name[1]), node, declared, gather, look, depth)

    def _titled(
        self, level: int, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int
    ) -> None:  # fmt: skip
        """A heading is one line of words; what else stands in it comes behind it."""
        gather.end()
        inner = _Gather(running=Running(heading=True))
        if marker := self._take_marker(node, declared):
            number = f"{marker.number}. " if marker.number is not None else marker.words
            self._text(number, inner, PLAIN)
        self._walk(node.children, inner, look_of(node, declared, look), depth)
        inner.end()
        words: list[Inline] = []
        others: list[Block | Point | Quoted] = []
        for block in inner.blocks:
            if isinstance(block, Paragraph | Heading):
                words += [Run(" "), *block.line] if words else block.line
            else:
                others.append(block)
        if words:
            gather.blocks.append(Heading(level, without_strong(tuple(words))))
        gather.blocks += others

    def _point(
        self, level: int, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int
    ) -> None:  # fmt: skip
        gather.end()
        marker = self._take_marker(node, declared) or Marker()
        inner = _Gather()
        if marker.words:
            self._text(marker.words, inner, look)
        self._walk(node.children, inner, look_of(node, declared, look), depth)
        inner.end()
        blocks = listed(inner.blocks, DEEPEST_BLOCK - depth)
        if marker.words or not blocks or not isinstance(blocks[0], Paragraph):
            gather.blocks += blocks
        else:
            gather.blocks.append(Point(level, marker.number, tuple(blocks)))

    def _take_marker(self, paragraph: Node, declared: Declared) -> Marker | None:
        """What Word wrote before the text of a numbered paragraph, which is then left out of the text."""
        if not declared.get("mso-list") and MARKER not in (getattr(child, "name", "") for child in paragraph.children):
            return None
        stack: list[tuple[Node, str]] = [(paragraph, "")]
        for _ in range(24):
            if not stack:
                break
            node, font = stack.pop()
            style = self._styles.of(node)
            font = style.get("font-family") or node.get("face").lower() or font
            if node.name == MARKER or style.get("mso-list") == "ignore":
                self._markers.add(id(node))
                inner = next((child for child in node.children if isinstance(child, Node)), None)
                if node.name == MARKER and inner is not None:
                    font = self._styles.of(inner).get("font-family") or inner.get("face").lower() or font
                return marker_of(cleaned(node.words()), font)
            stack += [(child, font) for child in reversed(node.children[:8]) if isinstance(child, Node)]
        return None

    def _quote(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        border = declared.get("border", "") + declared.get("border-style", "")
        if border.startswith("none"):  # editors indent with quotes
            self._container(node, declared, gather, look, depth)
            return
        gather.end()
        if depth >= DEEPEST_BLOCK:
            self.left[Kind.NESTING] = 1
            self._container(node, declared, gather, look, depth)
        elif inner := self.blocks(node.children, look_of(node, declared, look), depth + 1):
            gather.blocks.append(Quote(tuple(inner)))

    def _list(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        gather.end()
        if depth >= DEEPEST_BLOCK:
            self.left[Kind.NESTING] = 1
            self._container(node, declared, gather, look, depth)
            return
        look = look_of(node, declared, look)
        items: list[list[Block]] = []
        start = _number(node.get("start")) if node.name == "ol" else None
        for child in node.children:
            if isinstance(child, Node) and (level := _number(child.get("data-aria-level"), 0)):  # Word on the web
                self._item(level, start, child, self._styles.of(child), gather, look, depth)
                start = None if start is None else start + 1
            elif isinstance(child, str):
                if child.strip():
                    items.append(self.blocks([child], look, depth + 1))
            elif child.name == "li":
                style = self._styles.of(child)
                if self._is_shown(child, style):
                    items.append(self.blocks(child.children, look_of(child, style, look), depth + 1))
            else:
                items.append(self.blocks([child], look, depth + 1))
        gather.blocks += make_list(start, items)

    def _stray_item(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        self._item(1, None, node, declared, gather, look, depth)

    def _item(
        self, level: int, number: int | None, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int
    ) -> None:  # fmt: skip
        """An item that no list holds, or of a list to itself."""
        gather.end()
        inner = min(depth + 1, DEEPEST_BLOCK)
        blocks = self.blocks(node.children, look_of(node, declared, look), inner)
        if blocks and isinstance(blocks[0], Paragraph):
            gather.blocks.append(Point(level, number, tuple(blocks)))
        else:
            gather.blocks += blocks

    def _table(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        gather.end()
        look = look_of(node, declared, look)
        made = grid(
            node,
            lambda cell: self.blocks(cell.children, look_of(cell, self._styles.of(cell), look), depth),
            self._styles.of,
            self._is_shown,
        )
        gather.blocks += self.blocks(made.before, look, depth)
        blocks, is_large = blocks_of_grid(made)
        self.left[Kind.TABLE] += is_large
        gather.blocks += blocks
        gather.blocks += self.blocks(made.after, look, depth)

    def _preformatted(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        if not any(isinstance(child, Node) and child.name == "code" for child in node.children):
            self._container(node, declared, gather, replace(look, kept=True), depth)
            return
        gather.end()
        text = "\n".join(words_of(flat([block])) for block in self._lines_of_code(node))
        if text.strip():
            gather.blocks.append(Code(text))

    def _lines_of_code(self, node: Node) -> list[Block]:
        words = self._within_room(cleaned(node.words()).expandtabs(4))
        return [Paragraph((Run(line.rstrip()),)) for line in words.strip("\n").split("\n")]

    def _figure(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        gather.end()
        captions = [child for child in node.children if isinstance(child, Node) and child.name == "figcaption"]
        blocks = self.blocks([child for child in node.children if child not in captions], look, depth)
        words = self.blocks([part for caption in captions for part in caption.children], look, depth)
        if len(blocks) == 1 and isinstance(blocks[0], Figure) and words:
            text = " ".join(words_of(flat(words)).split())
            blocks = [replace(blocks[0], caption=text)]
            words = []
        gather.blocks += blocks
        gather.blocks += words

    def _rule(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        gather.end()
        if gather.blocks and not isinstance(gather.blocks[-1], Rule):
            gather.blocks.append(Rule())

    # Running text

    def _break(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        if "page-break-before" in node.get("style"):
            gather.end()
        else:
            gather.running.line_break()

    def _image(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        if is_face(node):
            self._text(node.get("alt"), gather, look)
        elif picture := self.album.picture(node):
            if look.href:
                self.left[Kind.LINK] += 1
            gather.running.picture(picture, small=is_small(node))

    def _link(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        href = link(node.get("href"), self._base)
        if href is None:
            self.left[Kind.LINK] += 1
        inner = replace(look_of(node, declared, look), href=href or "")
        self._walk(node.children, gather, inner, depth)

    def _short_quote(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        inner = look_of(node, declared, look)
        self._text("“", gather, inner)
        self._walk(node.children, gather, inner, depth)
        self._text("”", gather, inner)

    def _reading(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        """How a word is read stands above it; in one line it stands behind it."""
        if words := " ".join(cleaned(node.words()).split()):
            self._text(f"（{words}）", gather, look)

    def _drawing(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        """WeChat's pages hold whole passages in drawings."""
        stack: list[Node] = [node]
        is_drawn = True
        while stack:
            drawn = stack.pop()
            if drawn.name == "foreignobject":
                is_drawn = False
                self._container(drawn, {}, gather, look, depth)
            else:
                stack += [child for child in reversed(drawn.children) if isinstance(child, Node)]
        self.left[Kind.DRAWING] += is_drawn

    def _marker(self, node: Node, declared: Declared, gather: _Gather, look: Look, depth: int) -> None:
        self._walk(node.children, gather, look, depth)


def _number(written: str, otherwise: int = 1) -> int:
    written = written.strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else otherwise
