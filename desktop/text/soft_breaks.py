"""Line ends of a source within running text: nothing between Han characters, one space anywhere else.

They are told from those that HTML is laid out with before it is written, by a sign that no source in normal form holds.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.util import AtomicString

_WITHIN_WORDS = frozenset({"strong", "em", "code", "a", "img", "br", "span"})
_SOFT = "\u2028"  # `source.normal` leaves none
_HAN = "\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff01-\uff60\U00020000-\U000323af—…“”‘’·"
_INLINE = "(?:</?(?:strong|em|a|code|sub|sup|u|s|del|ins|mark|small|span)(?: [^<>]*)?>)*"
_SOFT_BREAK = re.compile(f"([{_HAN}]{_INLINE}){_SOFT}(?={_INLINE}[{_HAN}])")
_LINE_END = re.compile(" *\n *")


def mark(root: ElementTree.Element) -> None:
    """Tell the line ends within running text from those that HTML is laid out with."""
    code = {inner for pre in root.iter("pre") for inner in pre}
    for element in root.iter():
        if element.text and element not in code and _has_soft_break(element):
            element.text = _softened(element.text)
        for child in element:
            if child.tail and "\n" in child.tail:
                child.tail = _softened(child.tail if child.tag != "br" else child.tail.lstrip())
            for name in ("alt", "title"):
                if "\n" in child.get(name, ""):
                    child.set(name, " ".join(child.get(name, "").split()))


def _has_soft_break(element: ElementTree.Element) -> bool:
    """Is there a line end within the words of this element, or between them and its first mark?"""
    text = element.text or ""
    if "\n" in text.strip("\n"):
        return True
    return text.endswith("\n") and bool(text.strip()) and len(element) > 0 and element[0].tag in _WITHIN_WORDS


def _softened(text: str) -> str:
    soft = _LINE_END.sub(_SOFT, text)
    return AtomicString(soft) if isinstance(text, AtomicString) else soft


def close(html: str) -> str:
    """Give each marked line end what a reader is to see of it."""
    return _SOFT_BREAK.sub(r"\1", html).replace(_SOFT, " ") if _SOFT in html else html
