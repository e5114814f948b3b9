"""Dialect 1 of Markdown to the HTML that is published. Only it, `house` and `soft_breaks` know Python-Markdown.

Python-Markdown with tables, sane lists and fenced code, and these rules of the house:

- A picture alone in its paragraph is a figure: `![alt](asset:DIGEST "图说｜摄影：姓名")`.
- A film of the record is a picture whose address has its ending, `![描述](asset:DIGEST.mp4 "图说｜摄影：姓名")`; one
  from elsewhere is a link. A file alone in its paragraph is an attachment, `[名称](asset:DIGEST.pdf "PDF，1.2 MB")`.
- A line break between Han characters makes no space, any other one space: no page depends on how lines were cut.
- Of raw HTML only a few inline tags, links and pictures count. Other known tags vanish and leave their content,
  scripts and drawings vanish whole, and what only looks like a tag stays as text. Python-Markdown's own HTML
  blocks are left out: they span blank lines, so no block could be rendered apart, and their time has no bound.
- Lists and quotes nest to `DEEPEST`; a passage whose marks would take more than linear time is literal text.

The tree is policed first (schemes, pictures) and nh3 cleans what was made of it, so that neither is alone.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from typing import cast
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, ListIndentProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import HTML_RE, DelimiterProcessor, InlineProcessor, Pattern, ReferenceInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from desktop.text import soft_breaks
from desktop.text.addresses import is_link
from desktop.text.bounds import is_dear
from desktop.text.escape import escape_text
from desktop.text.house import House, written
from desktop.text.source import divide, fences, normal

__all__ = ["OVERLOOKED_TAG", "RENDERER", "escape_text", "render", "render_block"]

#: Raised whenever the same source would give other HTML; kept beside every rendered revision.
RENDERER = "2"
#: Levels of lists and quotes.
DEEPEST = 16
#: Texts longer than this are rendered a few blocks at a time: Python-Markdown's time is not linear in blocks.
_WHOLE = 20_000

_LEAKED = "klzzwxh:"  # what Python-Markdown puts into a text while it works on it
_EMPTY = re.compile("<p></p>\n?")

_FORMATTING = frozenset({"b", "del", "em", "i", "ins", "mark", "s", "small", "strong", "sub", "sup", "u"})
_SWALLOWED = (
    "script style svg math iframe object embed applet template noscript noembed noframes xmp plaintext textarea "
    "select title frameset audio video canvas"
)
_KNOWN = frozenset(
    f"{_SWALLOWED} a abbr acronym address area article aside base basefont bdi bdo bgsound big blink blockquote "
    "body button caption center cite code col colgroup data datalist dd details dfn dialog dir div dl dt fieldset "
    "figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html image img input isindex "
    "kbd keygen label legend li link listing main map marquee menu menuitem meta meter multicol nav nextid nobr "
    "ol optgroup option output p param picture portal pre progress q rb rp rt rtc ruby samp search section slot "
    "source spacer span strike summary table tbody td tfoot th thead time tr track tt ul var wbr xml".split()
)
_SWALLOWED_END = {name: re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE) for name in _SWALLOWED.split()}
#: A tag or comment of which a page shows nothing but what it holds.
OVERLOOKED_TAG = re.compile(
    rf"<!--(?! -->)|<!(?:[A-Z]|\[CDATA)|<\?|</?(?:{'|'.join(sorted(_KNOWN - {'a', 'br', 'img'}))})\b[^<>]*>",
    re.IGNORECASE,
)
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ATTRIBUTE = re.compile(r"""[\s/"'](href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)

_CLEANER = nh3.Cleaner(
    tags=_FORMATTING
    | {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "hr", "pre", "code", "a", "br", "img"}
    | {"div", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "span", "video"},
    clean_content_tags=set(_SWALLOWED.split()) - {"embed", "applet", "object", "select", "audio", "video", "canvas"},
    attributes={
        "a": {"href", "title", "download"},
        "img": {"src", "alt", "title"},
        "video": {"src", "controls", "preload", "aria-label", "title"},
        "ol": {"start"},
    },
    tag_attribute_values={
        "th": {"align": {"left", "center", "right"}},
        "td": {"align": {"left", "center", "right"}},
    },
    allowed_classes={"div": {"table"}, "span": {"credit", "facts"}, "figure": {"video"}, "p": {"attachment"}},
    url_schemes={"http", "https", "mailto", "tel", "asset"},
    link_rel="noopener",
)
#: What a source must hold for an inline pattern to match.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
}
_local = threading.local()


def render(markdown: str, *, asset_url: Callable[[str], str] | None = None) -> str:
    """The body of the published page. `asset_url` gives a picture's address from its digest."""
    text = normal(markdown)
    if len(text) <= _WHOLE:
        return render_block(text, asset_url=asset_url)
    return "".join(render_block(part, asset_url=asset_url) for part in _parts(text))


def render_block(source: str, *, asset_url: Callable[[str], str] | None = None) -> str:
    """HTML of one part of a text in normal form, as `source.divide` cuts it."""
    if not source.strip():
        return ""
    machine: _Dialect | None = getattr(_local, "machine", None)
    if machine is None:
        machine = _local.machine = _Dialect()
    return machine.html(source, asset_url)


def _parts(text: str) -> Iterator[str]:
    """Whole blocks, about `_WHOLE` characters at a time."""
    gathered: list[str] = []
    size = 0
    for block in divide(text):
        if size and size + len(block.source) > _WHOLE:
            yield "\n\n".join(gathered)
            gathered, size = [], 0
        gathered.append(block.source)
        size += len(block.source)
    yield "\n\n".join(gathered)


class _Dialect(Markdown):
    """Python-Markdown with the rules of the house."""

    def __init__(self) -> None:
        self.asset_url: Callable[[str], str] | None = None
        super().__init__(extensions=[TableExtension(use_align_attribute=True)], output_format="html")
        self.preprocessors.deregister("html_block")
        self.block_level_elements.remove("video")  # it may stand among words, as a picture may
        self.preprocessors.register(_Fences(self), "fences", 25)
        blocks = self.parser.blockprocessors
        blocks.register(_Indent(self.parser), "indent", 90)
        blocks.register(_Numbered(self.parser), "olist", 40)
        blocks.register(_Bulleted(self.parser), "ulist", 30)
        blocks.register(_Quote(self.parser), "quote", 20)
        self.inlinePatterns.register(_RawTag(HTML_RE, self), "html", 90)
        self.treeprocessors.register(_Bound(self), "bound", 30)
        self.treeprocessors.register(House(self), "house", 15)
        self._patterns = sorted(
            (self.inlinePatterns.get_index_for_name(name), sign, self.inlinePatterns[name])
            for name, sign in _SIGNS.items()
        )
        self.source = ""

    def needed_patterns(self) -> list[Pattern]:
        """The inline patterns that this source can meet at all; trying the others takes a third of the time."""
        return [
            pattern
            for _, sign, pattern in self._patterns
            if any(mark in self.source for mark in sign)
            and (self.references or not isinstance(pattern, ReferenceInlineProcessor))
        ]

    def html(self, source: str, asset_url: Callable[[str], str] | None) -> str:
        """Return the HTML of a block.

        Python-Markdown loses words behind emphasis that crosses itself (``*a**b*&nbsp;``) or that ends before an
        underscore within a word. Its placeholders then stay in the text, and the one block where they do is read again
        with underscores as letters, at last with stars as letters too.
        """
        html = self._html(source, asset_url)
        if _LEAKED not in html:
            return html
        blocks = divide(source)
        if len(blocks) > 1:
            return "".join(self.html(block.source, asset_url) for block in blocks)
        delimiters = cast("DelimiterProcessor", self.delimiters)
        delimiters.remove("_")
        if "_" in source:
            html = self._html(source, asset_url)
        if _LEAKED in html:
            delimiters.remove("*")
            html = self._html(source, asset_url)
            delimiters.add("*", "strong,em")
        delimiters.add("_", "strong,em", smart=True)
        return html

    def _html(self, source: str, asset_url: Callable[[str], str] | None) -> str:
        self.reset()
        self.asset_url = asset_url
        self.source = source
        self.lines = source.split("\n")
        for preprocessor in self.preprocessors:
            self.lines = preprocessor.run(self.lines)
        root = cast("ElementTree.Element", self.parser.parseDocument(self.lines).getroot())
        for treeprocessor in self.treeprocessors:
            treeprocessor.run(root)
        if self.htmlStash.html_counter:
            # Each element is balanced alone: a raw tag that nothing closes does not reach into the next block.
            return "".join(self._finished(element) for element in root)
        root.tag = cast("str", None)  # the serializer then writes only what it holds
        return self._finished(root)

    def _finished(self, element: ElementTree.Element) -> str:
        html = self.serializer(element)
        for postprocessor in self.postprocessors:
            html = postprocessor.run(html)
        html = _EMPTY.sub("", _CLEANER.clean(html.strip())).strip()
        html = soft_breaks.close(html)
        return html + "\n" if html else ""


class _Fences(Preprocessor):
    """Fenced code, found in linear time; `source.divide` sees the same fences."""

    md: _Dialect

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        after = 0
        for fence in fences(lines):
            code = code_escape("\n".join(lines[fence.first + 1 : fence.last - 1]))
            made += lines[after : fence.first]
            made += ["", self.md.htmlStash.store(f"<pre><code>{code}\n</code></pre>"), ""]
            after = fence.last
        return made + lines[after:]


def _shallow(processor: BlockProcessor) -> bool:
    """Lists and quotes nest no deeper than a reader could follow, or a stack could hold."""
    return len(processor.parser.state) <= DEEPEST


class _Indent(ListIndentProcessor):
    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return _shallow(self) and super().test(parent, block)


class _Numbered(SaneOListProcessor):
    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return _shallow(self) and super().test(parent, block)


class _Bulleted(SaneUListProcessor):
    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return _shallow(self) and super().test(parent, block)


class _Quote(BlockQuoteProcessor):
    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return _shallow(self) and super().test(parent, block)


class _RawTag(InlineProcessor):
    """A raw tag in running text: a few are kept, and nothing of what they carry but an address and an alt text."""

    md: _Dialect

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | str, int, int]:
        named = _TAG_NAME.match(m[0])
        if named is None:  # a comment, a processing instruction, CDATA
            return "", m.start(), m.end()
        closing, name = named[1], named[2].lower()
        if name in _FORMATTING or (name == "a" and closing):
            return self.md.htmlStash.store(f"<{closing}{name}>"), m.start(), m.end()
        if name == "br":
            return ElementTree.Element("br"), m.start(), m.end()
        if name not in _KNOWN:
            return AtomicString(m[0]), m.start(), m.end()
        if closing:
            return "", m.start(), m.end()
        if name in _SWALLOWED_END:
            end = _SWALLOWED_END[name].search(data, m.end())
            return "", m.start(), end.end() if end else m.end()
        return self._linked(name, m[0]), m.start(), m.end()

    def _linked(self, name: str, tag: str) -> ElementTree.Element | str:
        if name not in ("a", "img"):
            return ""
        carried = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(tag)}
        if name == "img":
            return ElementTree.Element("img", src=carried.get("src", ""), alt=carried.get("alt", ""))
        address = written(carried.get("href", ""))
        if not is_link(address):
            return ""
        for char, entity in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
            address = address.replace(char, entity)
        return self.md.htmlStash.store(f'<a href="{address}">')


class _Bound(Treeprocessor):
    """Passages that would take Python-Markdown more than linear time are kept as literal text."""

    md: _Dialect

    def run(self, root: ElementTree.Element) -> None:
        self.md.treeprocessors["inline"].inlinePatterns = self.md.needed_patterns()  # type: ignore[attr-defined]
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString) and is_dear(element.text):
                element.text = AtomicString(element.text)
            if element.tail and is_dear(element.tail):
                element.tail = AtomicString(element.tail)
