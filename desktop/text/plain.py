"""What a reader reads of a text: for searching, counting, proofreading."""

from __future__ import annotations

import re
from html import unescape

_PRE = re.compile("<pre>(.*?)</pre>", re.DOTALL)
_LINE_END = re.compile("[ \t]*\n[ \t]*")
_CELL = re.compile("</t[hd]>")
_BLOCK = "p|h[1-6]|li|ul|ol|blockquote|hr|table|thead|tbody|tr|div|figure|figcaption"
_BREAK = re.compile(f"<br>|</?(?:{_BLOCK})(?: [^<>]*)?>")
_TAG = re.compile('<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_FACTS = re.compile('<span class="facts">[^<]*</span>')  # of a file: it is counted, not written
_SPACES = re.compile(" {2,}")


def plain(markdown: str) -> str:
    """Paragraphs on lines of their own, cells divided by a space; no marks, addresses or alt texts."""
    # Python-Markdown stays out of start-up.
    from desktop.text.dialect import render  # noqa: PLC0415

    return plain_from_html(render(markdown))


def plain_from_html(html: str) -> str:
    """The same from HTML that `render` made (and from no other: it relies on what nh3 writes)."""
    pieces = _PRE.split(_FACTS.sub("", html) if 'class="facts"' in html else html)
    pieces[::2] = [_BREAK.sub("\n", _CELL.sub(" ", _LINE_END.sub(" ", piece))) for piece in pieces[::2]]
    text = unescape(_TAG.sub("", "\n".join(pieces)))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
