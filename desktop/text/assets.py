"""The pictures that a text uses, and how a picture is written into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from desktop.text.source import normal

_FIGURE = re.compile(
    r"<img(?P<attributes>(?: [a-z]+=\"[^\"]*\")*)>"
    r"(?:<figcaption>(?P<caption>[^<]*)(?:<span class=\"credit\">(?P<credit>[^<]*)</span>)?</figcaption>)?"
)
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
#: Entities and not backslashes: Python-Markdown leaves a backslash before a quotation mark in a title.
_ESCAPED = re.compile(r"[\\`*_\[\]<>&\"'()!|]")
_ADDRESS_SIGNS = re.compile(r"[\\`<>\"'()]")


@dataclass(frozen=True, slots=True)
class Use:
    """One picture at one place of a text."""

    digest: str
    alt: str
    caption: str
    credit: str


def uses(markdown: str) -> tuple[Use, ...]:
    """In order of appearance, exactly those that the page will show."""
    if "asset" not in markdown and "&" not in markdown:
        return ()
    # Python-Markdown stays out of start-up.
    from desktop.text.dialect import render  # noqa: PLC0415

    found: list[Use] = []
    for figure in _FIGURE.finditer(render(markdown)):
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(figure["attributes"])}
        source = attributes.get("src", "")
        if not source.startswith("asset:"):
            continue
        caption, _, credit = attributes.get("title", "").partition("｜")
        caption, credit = unescape(figure["caption"] or "") or caption, unescape(figure["credit"] or "") or credit
        alt = attributes.get("alt", "")
        found.append(Use(source.removeprefix("asset:"), alt, caption.strip(), credit.strip()))
    return tuple(found)


def figure(digest: str, alt: str = "", caption: str = "", credit: str = "") -> str:
    """The Markdown of a picture of the record, on one line: 图说 and credit are lines of a page, not paragraphs."""
    return figure_line(f"asset:{digest}", alt, caption, credit)


def figure_line(source: str, alt: str = "", caption: str = "", credit: str = "") -> str:
    """The same for a picture at any address."""
    title = words_text(caption) + (f"｜{words_text(credit)}" if credit.strip() else "")
    return f"![{words_text(alt)}]({address_text(source)}" + (f' "{title}")' if title else ")")


def address_text(address: str) -> str:
    """An address as it stands between the brackets of a link or picture."""
    address = (address if unescape(address) == address else address.replace("&", "&amp;")).replace(" ", "%20")
    return _ADDRESS_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", address)


def words_text(text: str) -> str:
    """Words as they stand in an alternative text or a title of the dialect."""
    text = " ".join(normal(text).split())
    return _ESCAPED.sub(lambda mark: f"&#{ord(mark[0])};", text).replace("｜", "&#65372;")
