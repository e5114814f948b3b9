"""Clipboards as Word, WPS, Excel, WeChat and others fill them, with the Markdown that is expected of each beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.intake.clipboard.clip import Clip, Kind
from desktop.intake.clipboard.reader import read_clip
from desktop.text.dialect import render
from desktop.text.reading import read
from desktop.text.writing import write

from .pages import stored

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".md")


def sample(name: str) -> Clip:
    path = SAMPLES / name
    if path.suffix == ".rtf":
        return read_clip(None, None, path.read_bytes())
    text = path.read_bytes().decode("utf-8")
    return read_clip(text, None) if path.suffix == ".html" else read_clip(None, text)


@pytest.mark.parametrize("name", NAMES)
def test_a_clipboard_becomes_the_expected_markdown(name):
    expected = (SAMPLES / name).with_suffix(".md").read_text(encoding="utf-8")
    assert write(sample(name).blocks) + "\n" == expected


@pytest.mark.parametrize("name", NAMES)
def test_what_was_pasted_is_what_the_page_will_show(name):
    blocks = stored(sample(name))
    assert read(render(write(blocks))) == blocks


def test_ten_programs_at_least_are_among_them():
    assert len(NAMES) >= 10


@pytest.mark.parametrize(
    ("name", "dropped"),
    [
        ("word_365.html", {Kind.HIDDEN: 1}),
        ("excel.html", {Kind.HIDDEN: 1}),
        ("wechat_article.html", {Kind.EMBED: 3, Kind.HIDDEN: 1}),
        ("wechat_editor.html", {Kind.DRAWING: 1}),
        ("outlook.html", {Kind.PICTURE: 1}),
        (
            "chrome_page.html",
            {Kind.SCRIPT: 1, Kind.FORM: 2, Kind.EMBED: 1, Kind.MENU: 1, Kind.LINK: 2, Kind.PIXEL: 1},
        ),
    ],
)
def test_what_was_left_out_is_said(name, dropped):
    assert {left.kind: left.count for left in sample(name).dropped} == dropped


def test_pictures_come_along_with_where_they_are():
    assert [picture.path for picture in sample("word_365.html").pictures] == [
        "C:/Users/lihua/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg"
    ]
    assert [picture.address for picture in sample("wechat_article.html").pictures] == [
        "https://mmbiz.qpic.cn/sz_mmbiz_jpg/aBcDeF123/640?wx_fmt=jpeg&from=appmsg"
    ]
    assert [picture.address for picture in sample("chrome_page.html").pictures] == [
        "https://news.qinghe.example/img/1.jpg"
    ]
    assert sample("libreoffice.html").pictures[0].data.startswith(b"\x89PNG")


def test_words_from_within_a_paragraph_go_into_the_line():
    assert not sample("word_inline.html").structured
    assert sample("word_365.html").structured
