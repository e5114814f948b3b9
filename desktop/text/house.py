"""What the house makes of the tree that Python-Markdown read: figures, films, files, tables for phones.

Addresses that a page may not hold go. Films and files of the record are known by the endings of their addresses.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, AtomicString

from desktop.text import soft_breaks
from desktop.text.addresses import is_file, is_film, is_link, is_relative, read_address

_ASSET = re.compile(r"asset:([0-9A-Za-z_-]{1,128})")


class House(Treeprocessor):
    """Figures, tables for phones, and only addresses that a page may hold."""

    md: Any  # the dialect

    def run(self, root: ElementTree.Element) -> None:
        if "\n" in self.md.source.strip():
            soft_breaks.mark(root)
        for parent in list(root.iter()):
            for number, child in enumerate(parent):
                if child.tag == "img":
                    self._police_picture(child)
                elif child.tag == "a":
                    self._police_link(child)
                elif child.tag == "table":
                    wrapper = ElementTree.Element("div", {"class": "table"})
                    wrapper.tail, child.tail = child.tail, None
                    wrapper.append(child)
                    parent[number] = wrapper
                elif child.tag == "p" and _is_figure(child):
                    _make_figure(child)
                elif child.tag == "p" and _holds_a_file(child):
                    self._make_attachment(child)

    def _police_picture(self, picture: ElementTree.Element) -> None:
        source = written(picture.get("src", ""))
        if _ASSET.fullmatch(source):
            picture.set("src", self._address(source))
        elif is_film(source):
            said = {"aria-label": picture.get("alt", ""), "title": picture.get("title", "")}
            picture.tag, picture.attrib = "video", {"controls": "", "preload": "metadata"}
            picture.set("src", self._address(source))
            picture.attrib.update({name: words for name, words in said.items() if words})
        elif is_relative(source):
            picture.set("src", source)
        else:
            alt = picture.get("alt", "")
            picture.attrib.clear()
            picture.text = AtomicString(alt or source)
            picture.tag = "span"
            if is_link(source) and source:
                picture.tag = "a"
                picture.set("href", source)

    def _police_link(self, link: ElementTree.Element) -> None:
        address = written(link.get("href", ""))
        if is_link(address):
            link.set("href", address)
        elif is_file(address):
            link.set("href", self._address(address))
        else:
            link.tag = "span"
            link.attrib.clear()

    def _make_attachment(self, paragraph: ElementTree.Element) -> None:
        """A file is saved under the name that it has here: where it lies on the site it is called by its digest."""
        link = paragraph[0]
        name = self._told(link.text or "")
        if name is None:
            return
        ending = "." + written(link.get("href", "")).rpartition(".")[2]
        name = name if name.lower().endswith(ending) else name + ending
        paragraph.set("class", "attachment")
        link.set("download", AtomicString(name.replace("&", "&amp;")))
        note = unescape(link.attrib.pop("title", "")).strip()
        if note:
            link.tail = " "
            ElementTree.SubElement(paragraph, "span", {"class": "facts"}).text = AtomicString(
                note.replace("&", "&amp;")
            )

    def _told(self, text: str) -> str | None:
        """Return words with the entities that Python-Markdown laid aside; None where it laid a tag aside."""
        aside = self.md.htmlStash.rawHtmlBlocks
        kept = [str(aside[int(number)]) for number in HTML_PLACEHOLDER_RE.findall(text)]
        if any(not part.startswith("&") for part in kept):
            return None
        return HTML_PLACEHOLDER_RE.sub(lambda found: unescape(str(aside[int(found[1])])), text)

    def _address(self, source: str) -> str:
        """Return where something of the record is found, its digest being all that is asked."""
        digest = source.removeprefix("asset:").partition(".")[0]
        return self.md.asset_url(digest) if self.md.asset_url else source


def written(address: str) -> str:
    return read_address(address.replace(AMP_SUBSTITUTE, "&"))


def _is_figure(paragraph: ElementTree.Element) -> bool:
    if len(paragraph) != 1 or paragraph[0].tag != "img" or (paragraph.text or "").strip():
        return False
    source = written(paragraph[0].get("src", ""))
    ours = bool(_ASSET.fullmatch(source)) or is_film(source) or is_relative(source)
    return ours and not (paragraph[0].tail or "").strip()


def _holds_a_file(paragraph: ElementTree.Element) -> bool:
    if len(paragraph) != 1 or paragraph[0].tag != "a" or len(paragraph[0]) or (paragraph.text or "").strip():
        return False
    link = paragraph[0]
    return bool((link.text or "").strip()) and not (link.tail or "").strip() and is_file(written(link.get("href", "")))


def _make_figure(paragraph: ElementTree.Element) -> None:
    picture = paragraph[0]
    paragraph.tag, paragraph.text, picture.tail = "figure", None, None
    if is_film(written(picture.get("src", ""))):
        paragraph.set("class", "video")
    caption, _, credit = picture.attrib.pop("title", "").partition("｜")
    caption, credit = unescape(caption).strip(), unescape(credit).strip()
    if caption or credit:
        words = ElementTree.SubElement(paragraph, "figcaption")
        words.text = AtomicString(caption.replace("&", "&amp;") + (" " if caption and credit else ""))
        if credit:
            ElementTree.SubElement(words, "span", {"class": "credit"}).text = AtomicString(credit.replace("&", "&amp;"))
