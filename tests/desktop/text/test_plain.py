"""Plain text is what a browser's reader would read."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings

from desktop.text.dialect import render
from desktop.text.plain import plain, plain_from_html


class Reader(HTMLParser):
    """Another way to the same text, through a real parser."""

    breaks = frozenset(
        {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "hr", "br", "pre"}
        | {"table", "thead", "tbody", "tr", "div", "figure", "figcaption"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.inside = "", 0

    def handle_starttag(self, tag, attrs):
        self.inside += tag == "pre"
        self.text += "\n" if tag in self.breaks else ""

    def handle_endtag(self, tag):
        self.inside -= tag == "pre"
        self.text += "\n" if tag in self.breaks else " " if tag in ("td", "th") else ""

    def handle_data(self, data):
        self.text += data if self.inside else data.replace("\n", " ")


def read(html: str) -> str:
    reader = Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(part for part in line.split(" ") if part) for line in reader.text.split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


def test_plain_text_is_the_text_of_the_page(texts):
    @settings(max_examples=300, deadline=None)
    @given(texts)
    def check(text: str) -> None:
        assert plain(text) == read(render(text))

    check()


def test_marks_addresses_and_alt_texts_are_gone_and_captions_stay():
    text = '**粗**体与[链接](https://example.com)\n\n![替代](asset:ab "图说｜摄影：甲")\n\n'
    text += "| a | b |\n|--|--|\n| 1 | 2 |"
    assert plain(text) == "粗体与链接\n图说 摄影：甲\na b\n1 2"


def test_entities_are_decoded_once():
    assert plain("a &amp;lt; b &lt;i&gt;") == "a &lt; b <i>"


def test_a_greater_than_sign_in_an_attribute_ends_no_tag():
    assert plain('文![a>b](asset:ab "c>d")字') == "文字"


def test_code_keeps_its_lines():
    assert plain_from_html(render("```\na <b>\nc\n```")) == "a <b>\nc"
