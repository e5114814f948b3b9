"""Pictures written into a text are found in it again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.assets import Use, figure, uses
from desktop.text.source import normal

WORDS = st.text(alphabet="图说甲a \n\"'[]()<>｜|\\*_`&;#!“”\t👨‍👩‍👧", max_size=24) | st.text(max_size=24)


def line(text: str) -> str:
    return " ".join(normal(text).split())


@settings(max_examples=500, deadline=None)
@given(st.text("0123456789abcdef", min_size=1, max_size=64), WORDS, WORDS, WORDS)
def test_a_figure_is_found_with_its_words(digest, alt, caption, credit):
    text = f"前文\n\n{figure(digest, alt, caption, credit)}\n\n后文"
    assert uses(text) == (Use(digest, line(alt), line(caption), line(credit)),)


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_a_picture_inside_a_line_is_found_with_its_words(alt, caption, credit):
    caption = caption.replace("｜", "|")
    text = f"前文{figure('ab', alt, caption, credit)}后文"
    assert uses(text) == (Use("ab", line(alt), line(caption), line(credit)),)


def test_uses_come_in_order_and_only_as_the_page_shows_them():
    text = (
        "![乙](asset:bb)\n\n`![码](asset:cc)`\n\n文![甲](asset:aa)字\n\n![远](http://example.com/x.png) [链](asset:dd)"
    )
    assert [use.digest for use in uses(text)] == ["bb", "aa"]


def test_a_figure_reads_well_in_the_source():
    assert figure("ab12", "采茶", "图为采茶现场", "摄影：李明") == '![采茶](asset:ab12 "图为采茶现场｜摄影：李明")'
    assert figure("ab12") == "![](asset:ab12)"
    assert figure("ab12", credit="摄影：李明") == '![](asset:ab12 "｜摄影：李明")'
