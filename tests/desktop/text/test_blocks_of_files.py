"""Films and files of the record in a text: how they are written, and what page comes of them."""

from __future__ import annotations

import re
from html import unescape

import pytest

from desktop.text.assets import uses
from desktop.text.dialect import render
from desktop.text.pieces import pieces
from desktop.text.plain import plain
from desktop.text.settling import settle
from desktop.text.tree import Attached, Figure, Paragraph, Picture, Run, Source
from desktop.text.writing import write


def blocks_of(markdown):
    return [block for piece in pieces(markdown) for block in piece.blocks]


def test_a_film_is_a_figure_with_controls_that_begins_nothing_by_itself():
    assert render('![开幕式](asset:ab.mp4 "开幕式现场｜摄影：方一鸣")') == (
        '<figure class="video"><video aria-label="开幕式" controls="" preload="metadata" src="asset:ab.mp4"></video>'
        '<figcaption>开幕式现场 <span class="credit">摄影：方一鸣</span></figcaption>\n</figure>\n'
    )
    assert blocks_of("![开幕式](asset:ab.webm)") == [Figure("asset:ab.webm", "开幕式")]


def test_a_link_alone_to_a_file_is_an_attachment_saved_under_its_name():
    assert render('[关于秋收的通知](asset:ab.pdf "PDF，1.2 MB")') == (
        '<p class="attachment"><a download="关于秋收的通知.pdf" href="asset:ab.pdf" rel="noopener">关于秋收的通知</a>'
        ' <span class="facts">PDF，1.2 MB</span></p>\n'
    )
    assert blocks_of('[通知.pdf](asset:ab.pdf "PDF，1.2 MB")') == [Attached("asset:ab.pdf", "通知.pdf", "PDF，1.2 MB")]


def test_where_they_are_found_is_asked_by_their_digest():
    asked: list[str] = []

    def found(digest):
        asked.append(digest)
        return f"../assets/{digest}"

    html = render("![](asset:ab.mp4)\n\n[通知](asset:cd.pdf)", asset_url=found)
    assert asked == ["ab", "cd"]
    assert 'src="../assets/ab"' in html
    assert 'href="../assets/cd"' in html


@pytest.mark.parametrize(
    "address", ["asset:ab.exe", "asset:ab.html", "asset:ab.svg", "asset:ab.js", "asset:ab.mp4.exe", "asset:ab"]
)
def test_what_could_run_is_no_link(address):
    assert "href" not in render(f"[点我]({address})")
    assert "<video" not in render(f"![点我]({address})")


def test_a_film_from_elsewhere_stays_a_link():
    assert render("![远处](https://qinghe.example/a.mp4)") == (
        '<p><a href="https://qinghe.example/a.mp4" rel="noopener">远处</a></p>\n'
    )
    assert "<video" not in render('<video src="asset:ab.mp4" autoplay></video>')


@pytest.mark.parametrize(
    "name", ['a" onclick="x', "<b>粗</b>", "a`b`", "a&lt;script&gt;", 'x <a href="https://e.example">y</a>']
)
def test_a_name_carries_nothing_but_words(name):
    tags = re.findall(r'<[a-z]+(?: [a-z-]+="[^"]*")*>', render(f"[{name}](asset:ab.pdf)"))
    assert tags[0].startswith("<p") and tags[1].startswith("<a ")
    assert not any(" onclick=" in re.sub('"[^"]*"', "", tag) or tag.startswith("<script") for tag in tags)


def test_a_name_with_every_sign_is_saved_as_it_is_read():
    name = "报表[终稿]*_<1>&copy;.pdf"
    (block,) = settle([Attached("asset:ab.pdf", name)])
    assert block == Attached("asset:ab.pdf", name)
    html = render(write([block]))
    assert unescape(re.search('download="([^"]*)"', html)[1]) == name


def test_beside_words_a_film_and_a_file_are_kept():
    markdown = '前文[通知](asset:ab.pdf "PDF")后文 ![开幕](asset:cd.mp4)'
    (block,) = blocks_of(markdown)
    assert isinstance(block, Paragraph)
    assert not any(isinstance(piece.blocks[0], Source) for piece in pieces(markdown))
    assert render(write([block])) == render(markdown)


def test_a_file_that_is_left_alone_in_its_paragraph_is_a_block_again():
    (link, film) = settle(
        [
            Paragraph(blocks_of("见[通知](asset:ab.pdf)")[0].line[1:]),
            Paragraph((Picture("asset:ab.mp4", "开幕"),)),
        ]
    )
    assert link == Attached("asset:ab.pdf", "通知")
    assert film == Figure("asset:ab.mp4", "开幕")


def test_a_nameless_file_gets_a_name_and_one_of_no_known_kind_is_words():
    assert settle([Attached("asset:ab.pdf", " ")]) == (Attached("asset:ab.pdf", "附件"),)
    assert settle([Attached("asset:ab.exe", "程序")]) == (Paragraph((Run("程序"),)),)


def test_the_size_of_a_file_is_not_counted_as_words():
    assert plain('[通知](asset:ab.pdf "PDF，1.2 MB")') == "通知"


def test_a_film_is_no_picture_to_be_described():
    assert uses("![开幕](asset:ab.mp4)") == ()
