"""Dialect 1, rule by rule."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given

from desktop.text.dialect import RENDERER, render


def test_a_picture_alone_is_a_figure_with_caption_and_credit():
    assert render('![采茶](asset:ab "图为采茶｜摄影：李明")', asset_url=lambda digest: f"../media/{digest}.jpg") == (
        '<figure><img alt="采茶" src="../media/ab.jpg"><figcaption>图为采茶 <span class="credit">摄影：李明</span>'
        "</figcaption>\n</figure>\n"
    )


def test_a_picture_in_a_line_is_no_figure():
    assert render("文![甲](asset:ab)字") == '<p>文<img alt="甲" src="asset:ab">字</p>\n'


def test_a_picture_from_elsewhere_becomes_a_link():
    assert render("![远景](https://example.com/a.png)") == (
        '<p><a href="https://example.com/a.png" rel="noopener">远景</a></p>\n'
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("第一行\n第二行", "<p>第一行第二行</p>\n"),
        ("第一行，\n第二行", "<p>第一行，第二行</p>\n"),
        ("**第一行**\n第二行", "<p><strong>第一行</strong>第二行</p>\n"),
        ("第一行\nabc", "<p>第一行 abc</p>\n"),
        ("abc\n  def", "<p>abc def</p>\n"),
        ("第一行  \n第二行", "<p>第一行<br>\n第二行</p>\n"),
        ("第一行\n**第二行**", "<p>第一行<strong>第二行</strong></p>\n"),
        ("- 一\n    - 二", "<ul>\n<li>一<ul>\n<li>二</li>\n</ul>\n</li>\n</ul>\n"),
    ],
)
def test_a_line_end_between_han_characters_makes_no_space_and_any_other_makes_one(source, expected):
    assert render(source) == expected


def test_code_keeps_its_line_breaks():
    assert render("```\n第一行\n第二行\n```") == "<pre><code>第一行\n第二行\n</code></pre>\n"


def test_a_bold_lead_is_bold_though_text_follows_at_once():
    assert render("**一是推动。**文字") == "<p><strong>一是推动。</strong>文字</p>\n"


def test_a_table_is_wrapped_for_phones_and_keeps_its_alignment():
    html = render("| 乡镇 | 亩数 |\n|---|--:|\n| 柳河 | 1,200 |")
    assert html.startswith('<div class="table">\n<table>')
    assert '<td align="right">1,200</td>' in html


def test_a_numbered_list_keeps_its_first_number():
    assert render("3. 甲\n4. 乙").startswith('<ol start="3">')


def test_the_same_source_gives_the_same_html_in_every_thread(texts):
    @given(texts)
    def check(text: str) -> None:
        with ThreadPoolExecutor(4) as pool:
            assert len(set(pool.map(render, [text] * 4))) == 1

    check()


def test_a_text_leaves_nothing_behind_for_the_next():
    render("[链][1]\n\n[1]: https://example.com")
    assert render("[链][1]") == "<p>[链][1]</p>\n"


def test_a_long_text_is_rendered_as_its_blocks_are(samples):
    text = "\n\n".join(sample for sample in samples if sample.count("```") != 1)
    html = render(text)
    assert len(text) < 20_000 < len(text) * 60, "one is rendered whole, sixty in parts"
    separated = "\n\n段落分开\n\n"
    assert render(separated.join([text] * 60)) == f"{render('段落分开')}".join([html] * 60)


def test_the_renderer_has_a_version():
    assert RENDERER == "2"


def test_only_the_dialect_loads_markdown():
    program = (
        "import sys\n"
        "import desktop.text.blocks, desktop.text.plain, desktop.text.count, desktop.text.diff, desktop.text.assets\n"
        "import desktop.text.edits, desktop.text.excerpt, desktop.text.escape, desktop.text.source\n"
        "assert not {'markdown', 'nh3', 'PySide6', 'sqlalchemy', 'db'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("behind", ["&nbsp;后", "`后`", "\\_后", "<br>后", "[后](/a)"])
def test_emphasis_that_crosses_itself_costs_no_word(behind):
    html = render(f"*一**二*{behind}，**要紧**\n\n好**要紧**的*事*_件_")
    assert "klzzwxh" not in html and "后" in html
    assert "<p>好<strong>要紧</strong>的<em>事</em>" in html


def test_an_underscore_within_a_word_costs_no_word():
    html = render("_a **b** c_与`d` _e_")
    assert "klzzwxh" not in html and "<code>d</code>" in html
    assert render("_甲_ 乙") == "<p><em>甲</em> 乙</p>\n", "and the next block knows emphasis again"
