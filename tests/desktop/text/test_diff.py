"""The difference engine keeps both texts and cuts no cluster."""

from __future__ import annotations

import subprocess
import sys

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.diff import Paragraph, Piece, compare, pieces

TEXT = st.text(alphabet="甲乙丙丁 \n12a。👨‍👩‍👧é🇨🇳👍🏽", max_size=80) | st.text(max_size=40)


def side(paragraphs: list[Paragraph], without: str) -> str:
    kept = [paragraph for paragraph in paragraphs if paragraph.kind != without]
    return "\n".join("".join(p.text for p in paragraph.pieces if p.kind != without) for paragraph in kept)


@settings(max_examples=500, deadline=None)
@given(TEXT, TEXT)
def test_both_texts_come_back_from_the_pieces(old, new):
    found = compare(old, new)
    assert side(found, "added") == old
    assert side(found, "removed") == new


@given(TEXT)
def test_equal_texts_are_the_same_throughout(text):
    assert {paragraph.kind for paragraph in compare(text, text)} == {"same"}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["甲", "👨‍👩‍👧", "👨‍👩‍👦", "👍", "👍🏽", "é", "e", "🇨🇳", "🇨🇦", "𠮷", "क्षि"]), max_size=12),
    st.randoms(),
)
def test_no_cluster_is_cut(clusters, random):
    other = clusters.copy()
    random.shuffle(other)
    old, new = "".join(clusters), "".join(other[: len(other) // 2])
    whole = set(regex.findall(r"\X", old)) | set(regex.findall(r"\X", new))
    for piece in pieces(old, new):
        rest = piece.text
        assert set(regex.findall(r"\X", rest)) <= whole


def test_one_changed_digit_flags_one_grapheme():
    old = "今年全县粮食总产量达到37.6万吨，比上年增长5.2%，实现连续九年丰收，受到省里通报表扬。"
    found = compare(old, old.replace("37.6", "36.6"))
    changed = [piece for paragraph in found for piece in paragraph.pieces if piece.kind != "same"]
    assert changed == [Piece("removed", "7"), Piece("added", "6")]


def test_a_changed_member_of_a_family_flags_the_whole_family():
    changed = [piece.text for piece in pieces("合影👨‍👩‍👧留念", "合影👨‍👩‍👦留念") if piece.kind != "same"]
    assert changed == ["👨‍👩‍👧", "👨‍👩‍👦"]


def test_an_inserted_paragraph_leaves_the_others_alone():
    first, second = "第一段说了春耕的事，各村都动起来了。", "第二段说了水库，蓄水已经过半。"
    found = compare(f"{first}\n\n{second}", f"{first}\n\n新加的一段讲天气。\n\n{second.replace('过半', '过七成')}")
    assert [p.kind for p in found if p.pieces] == ["same", "added", "changed"]


def test_paragraphs_that_share_nothing_are_not_mixed():
    kinds = [paragraph.kind for paragraph in compare("春耕开始，农机下田。", "图书馆周末开放到晚上九点")]
    assert sorted(kinds) == ["added", "removed"]


def test_a_long_text_of_one_repeated_line_is_compared_in_time():
    found = compare("同一行\n" * 50_000, "同一行\n" * 49_000 + "末行")
    assert side(found, "removed").endswith("末行")


def test_difflib_serves_where_the_wheel_is_missing():
    program = (
        "import sys; sys.modules['fast_diff_match_patch'] = None\n"
        "from desktop.text.diff import Piece, pieces\n"
        "assert pieces('投入3万元', '投入5万元') == (Piece('same', '投入'), Piece('removed', '3'), Piece('added', '5'),"
        " Piece('same', '万元'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("text", ["\ud800甲", "甲\x00乙"])
def test_texts_that_are_no_good_unicode_are_compared_too(text):
    assert side(compare(text, text + "乙"), "removed") == text + "乙"
