"""Whatever a clipboard holds: no word that a reader saw is lost, nothing raises, and Markdown can say the result."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.intake.clipboard.clip import Clip, ClipPicture, Kind, with_pictures
from desktop.intake.clipboard.reader import plain_clip, read_clip
from desktop.text.dialect import render
from desktop.text.plain import plain_from_html
from desktop.text.reading import read
from desktop.text.settling import settle
from desktop.text.tree import Figure, Paragraph, Picture, Run, Table
from desktop.text.writing import write

from .pages import pages, stored

EXAMPLES = int(os.environ.get("CLIPS", "300"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def markdown(html: str) -> str:
    return write(read_clip(html, None).blocks)


def dropped(clip: Clip) -> dict[Kind, int]:
    return {left.kind: left.count for left in clip.dropped}


@many
@given(pages())
def test_no_word_of_a_page_is_lost_however_its_tags_stand(page):
    html, words = page
    clip = read_clip(html, None)
    shown = plain_from_html(render(write(stored(clip))))
    assert sorted(word for word in words if shown.count(word) == 1) == sorted(words)


@many
@given(pages())
def test_markdown_says_just_what_was_read(page):
    blocks = stored(read_clip(page[0], None))
    assert settle(blocks) == blocks
    assert read(render(write(blocks))) == blocks


@many
@given(st.text("<>/!-=\"'& \n\t\0\ud83d\ude00abpliu禾　[]#;:0{}", max_size=120), st.binary(max_size=80))
@example("<p><a href='https://[x'>字</a><img src='//[x'>", b"{\\rtf1\\u99999999999 \\bin-5 \\'zz\\")
def test_nothing_raises(text, data):
    for clip in (read_clip(text, None), read_clip(None, text), read_clip(None, None, b"{\\rtf1" + data)):
        assert settle(clip.blocks) == clip.blocks
        write(clip.blocks).encode()


@many
@given(st.lists(st.text("青禾县abc\\{}\t*_", min_size=1, max_size=8), max_size=6))
def test_the_words_of_rtf_are_read_as_any_program_writes_them(lines):
    def escaped(sign: str) -> str:
        return sign if sign.isascii() and sign.isalpha() else f"\\u{ord(sign)}?"

    body = "\\par\n".join("".join(map(escaped, line)) for line in lines)
    clip = read_clip(None, None, f"{{\\rtf1\\ansi {body}}}".encode())
    assert clip.blocks == plain_clip("\n".join(lines)).blocks


# Hostile and broken clipboards


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲<p>乙<div>丙", "甲\n\n乙\n\n丙"),
        ("<b>甲<p>乙</b>丙", "**甲**\n\n**乙**\n\n丙"),
        ("<ul><li>甲<li>乙<ul><li>丙</ul>丁</ul>", "- 甲\n\n- 乙\n\n    - 丙\n\n    丁"),
        ("<p>甲 < 乙 & 丙 </p><!-- 丁", "甲 < 乙 & 丙\n\n&lt;!-- 丁"),
        ('<p title="没有收尾>甲</p><p>乙</p>', "甲\n\n乙"),
        ("<style>甲<p>乙", "甲\n\n乙"),
        ("<p>甲</p><span style='font-size", "甲"),
        ("<td>甲</td><td>乙</td><tr><td>丙<td>丁", "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |"),
        ("<table>甲<tr><td>乙<td>丙</table>丁", "甲\n\n| 乙 | 丙 |\n| --- | --- |\n|  |  |\n\n丁"),
        ("<p>甲\0乙&#0;&#xD800;\u200b丙</p>", "甲乙\ufffd\ufffd丙"),
    ],
)
def test_broken_html_is_read_as_it_was_meant(html, expected):
    assert markdown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "末了" + "</div>" * 10_000,
        "<table><tr><td>" * 10_000 + "末了",
        "<ul><li>" * 10_000 + "末了",
        "<blockquote>" * 10_000 + "末了",
        "<b><i><font>" * 10_000 + "末了",
        "<svg><foreignObject>" * 10_000 + "末了",
        "<p style='mso-list:l0 level9 lfo1'>" * 10_000 + "末了",
        "<a x='" * 100_000 + "'>末了",
        "<!--" * 100_000 + "末了",
        "<script" * 100_000 + ">末了",
        "</style" * 100_000 + ">末了",
        "<style>" + "/*" * 100_000 + "</style>末了",
        "<style>" + ".a,{" * 100_000 + "</style>末了",
        "<table><tr>" + "<td colspan=1000 rowspan=65000>格" * 5_000 + "<td>末了</table>",
        "<ul>" + "<li>项" * 30_000 + "<li><p>甲<p>末了</ul>",
        "<li>项" * 100_000 + "末了",
        "<p class=MsoQuote>项" * 100_000 + "末了",
        "甲<br>" * 100_000 + "末了",
    ],
    ids=range(18),
)
def test_hostile_html_is_read_to_its_last_word(html):
    begun = time.process_time()
    assert "末了" in markdown(html)
    assert time.process_time() - begun < 60  # it would be hours, were anything not linear


def test_nothing_runs_and_what_could_is_said():
    clip = read_clip(
        "<p onclick=alert(1)>甲<script>alert(1)</script><a href='java&#10;script:alert(1)'>乙</a>"
        "<a href='data:text/html,x'>丙</a><a href='vbscript:x'>丁</a><a href=#top>戊</a>",
        None,
    )
    assert write(clip.blocks) == "甲乙丙丁戊"
    assert dropped(clip) == {Kind.SCRIPT: 1, Kind.LINK: 3}


def test_only_what_begins_like_a_picture_is_one():
    clip = read_clip(
        "<p>甲</p><img src='data:image/png;base64,5L2g5aW9'><img src='data:image/png;base64,@@@@'><img src='data:,'>"
        "<img src='data:image/svg+xml,<svg/>'><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><img>",
        None,
    )
    assert [picture.data[:6] for picture in clip.pictures] == [b"GIF89a"]
    assert dropped(clip) == {Kind.PICTURE: 5}
    assert clip.blocks == (Paragraph((Run("甲"),)), Figure("asset:clip-0"))


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("file:///C:/Users/a%20b/1.png", "C:/Users/a b/1.png"),
        ("file:///C:\\Temp\\ksohtml1\\wps1.png", "C:/Temp/ksohtml1/wps1.png"),
        ("file://localhost/home/li/1.png", "/home/li/1.png"),
        ("file:///home/li/1.png", "/home/li/1.png"),
        ("file://fileserver/share/1.png", None),
        ("file:////fileserver/share/1.png", None),
        ("file://///./pipe/x", None),
        ("blob:https://qinghe.example/1", None),
        ("1.png", None),
    ],
)
def test_only_files_of_this_machine_are_offered(source, path):
    clip = read_clip(f"<img src='{source}'>", None)
    assert [picture.path for picture in clip.pictures] == ([path] if path else [])
    assert dropped(clip) == ({} if path else {Kind.PICTURE: 1})


def test_comments_of_a_document_stay_where_they_are():
    clip = read_clip(
        "<p class=MsoNormal>秋粮<a style='mso-comment-reference:LH_1;mso-comment-date:20260912T1022'>丰收</a>"
        "<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id='_anchor_1' "
        "href='#_msocom_1' name='_msoanchor_1'>[LH1]</a><span style='mso-special-character:comment'>&nbsp;</span>"
        "</span></span>在望</p><div style='mso-element:comment-list'><![if !supportAnnotations]>"
        "<hr class=msocomoff align=left size=1 width='33%'><![endif]><div style='mso-element:comment'>"
        "<p class=MsoCommentText>数字核实了吗？</p></div><div style='mso-element:comment'>"
        "<p class=MsoCommentText>已核</p></div></div>",
        None,
    )
    assert write(clip.blocks) == "秋粮丰收在望"
    assert dropped(clip) == {Kind.COMMENT: 2}


def test_half_a_character_is_shown_and_said_and_two_halves_are_one():
    clip = read_clip("<p>甲\ud83d乙\ud83d\ude00</p>", None)
    assert (write(clip.blocks), dropped(clip)) == ("甲\ufffd乙😀", {Kind.CHARACTER: 1})


def test_a_sheet_of_five_thousand_cells_is_a_table_and_a_larger_one_paragraphs():
    def sheet(rows: int) -> str:
        return "<table>" + ("<tr>" + "<td>格" * 10) * rows + "</table>"

    (table,) = read_clip(sheet(500), None).blocks
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.aligns)) == (500, 10)
    large = read_clip(sheet(3000), None)
    assert dropped(large) == {Kind.TABLE: 1}
    assert write(large.blocks).count("格") == 30_000


def test_past_the_longest_text_the_rest_is_counted():
    clip = read_clip("<p>" + "禾" * 600_000, None)
    assert dropped(clip) == {Kind.LENGTH: 100_000}
    assert dropped(read_clip(None, "禾" * 600_000)) == {Kind.LENGTH: 100_000}


def test_of_what_no_line_can_break_a_part_is_kept_and_the_rest_counted():
    data = "iVBORw0KGgo=" * 100_000
    for clip in (read_clip(None, data), read_clip(f"<p>{data}", None), read_clip(f"<pre>{data}", None)):
        assert dropped(clip) == {Kind.LENGTH: len(data) - 20_000}
    assert dropped(read_clip(None, "https://example.com/" + "a/" * 9_000)) == {}


def test_of_too_many_tags_the_words_are_kept(monkeypatch):
    monkeypatch.setattr("desktop.intake.clipboard.markup.MOST_TAGS", 1_000)
    html = "<p>甲" * 5_000
    clip = read_clip(html, None)
    assert dropped(clip) == {Kind.STRUCTURE: 1}
    assert write(clip.blocks).count("甲") == 5_000
    assert read_clip(html, "甲\n乙").blocks == plain_clip("甲\n乙").blocks


# What is meant


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>甲</h1><h4>乙</h4><h5>丙</h5>", "## 甲\n\n### 乙\n\n### 丙"),
        ("<h3><b>甲</b><br>乙</h3>", "## 甲乙"),
        ("<p class=MsoTitle>甲</p><p style='mso-outline-level:2'>乙</p>", "## 甲\n\n### 乙"),
        (
            "<h2 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>一、"
            "<span>&nbsp;</span></span><![endif]>甲</h2>",
            "## 一、甲",
        ),
        ("<p style='font-weight:600'>甲<span style='font-weight:normal'>乙</span></p>", "**甲**乙"),
        ("<p>甲<b> 乙</b>\n丙 A\nB</p>", "甲 **乙**丙 A B"),
        ("<p>甲<br>乙<br><br>丙<br>　　丁</p>", "甲<br>乙\n\n丙\n\n丁"),
        ("<p>　　张　三&nbsp;&nbsp;&nbsp;李四</p><p>&nbsp;</p>", "张　三 李四"),
        ("<blockquote style='border:none'>甲</blockquote><blockquote>乙</blockquote>", "甲\n\n> 乙"),
        ("<p class=MsoQuote>甲</p><p class=MsoQuote>乙</p>", "> 甲\n>\n> 乙"),
        ("<pre>甲\n乙\n\n丙</pre>", "甲<br>乙\n\n丙"),
        ("<pre><code>a = 1\n\tb</code></pre>", "```\na = 1\n    b\n```"),
        ("<hr><p>甲</p><hr><hr><p>乙</p>", "甲\n\n---\n\n乙"),
        ("<p><ruby>青<rp>(</rp><rt>qīng</rt><rp>)</rp></ruby>禾</p>", "青（qīng）禾"),
        ("<ul><li><h3>甲</h3><p>乙</p></li><li>丙</li></ul>", "## 甲\n\n乙\n\n- 丙"),
        ("<ol><li>甲</li><ul><li>乙</li></ul><li>丙</li></ol>", "1. 甲\n    - 乙\n2. 丙"),
        (
            "<table><tr><td>甲<td>乙<tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table><td><ol><li>丙<li>丁</ol></table>",
            "| 甲 | 乙 |\n| --- | --- |\n| 1 2<br>3 4 | 1. 丙<br>2. 丁 |",
        ),
        ("<table><tr><td>甲</td></tr><tr><td><h2>乙</h2></td></tr></table>", "甲\n\n## 乙"),
        ("<p>甲<img src=https://qinghe.example/1.png width=20>乙<img src=https://qinghe.example/2.png></p>",
         "甲![](asset:clip-0)乙\n\n![](asset:clip-1)"),
        ("<body><nav>首页 要闻</nav></body>", "首页 要闻"),
        ("<p>甲<!--StartFragment-->乙<!--EndFragment-->丙</p>", "乙"),
        ("<p>甲<!--StartFragment--><!--EndFragment-->丙</p>", "甲丙"),
    ],
)  # fmt: skip
def test_structure_is_kept_and_styles_are_not(html, expected):
    assert markdown(html) == expected


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (["1.", "2.", "5."], "1. 甲\n2. 甲\n\n<!-- -->\n\n5. 甲"),
        (["1、", "2、"], "1. 甲\n2. 甲"),
        (["（1）", "（2）"], "1. 甲\n2. 甲"),
        (["a)", "b)"], "1. 甲\n2. 甲"),
        (["·", "o", "§"], "- 甲\n- 甲\n- 甲"),
        (["一、", "（二）", "第三条"], "一、甲\n\n（二）甲\n\n第三条甲"),
        (["1.1", "1.2"], "1.1 甲\n\n1.2 甲"),
        ([""], "- 甲"),
    ],
)
def test_numbers_that_word_writes_are_lists_or_stay_words(markers, expected):
    html = "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span "
        f"style='mso-list:Ignore'>{marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>甲</p>"
        for marker in markers
    )
    assert markdown(html) == expected


def test_plain_text_is_read_where_html_says_nothing():
    assert read_clip("<p></p>", "甲\n乙").blocks == plain_clip("甲\n乙").blocks
    assert read_clip(None, " \n", b"{\\rtf1 a}").blocks == (Paragraph((Run("a"),)),)
    assert read_clip("", "") == read_clip(None, None) == Clip()


def test_one_paragraph_goes_into_the_line_and_everything_else_does_not():
    assert not read_clip("<p>甲<b>乙</b></p>", None).structured
    assert not read_clip(None, "甲").structured
    assert read_clip("<p>甲<p>乙", None).structured
    assert read_clip("<h2>甲</h2>", None).structured
    assert read_clip("<ul><li>甲</ul>", None).structured


def test_pictures_that_were_not_taken_leave_their_words():
    blocks = (
        Figure("asset:clip-0", "田野", "秋收"),
        Figure("asset:clip-1"),
        Paragraph((Run("甲"), Picture("asset:clip-2", "乙"))),
    )
    assert with_pictures(blocks, {"asset:clip-1": "asset:ab"}) == (
        Paragraph((Run("秋收"),)),
        Figure("asset:ab"),
        Paragraph((Run("甲"), Run("乙"))),
    )


def test_a_picture_that_stands_twice_comes_once():
    clip = read_clip("<img src=https://qinghe.example/1.png><img src=https://qinghe.example/1.png>", None)
    assert clip.pictures == (ClipPicture("asset:clip-0", address="https://qinghe.example/1.png"),)
    assert clip.blocks == (Figure("asset:clip-0"), Figure("asset:clip-0"))
