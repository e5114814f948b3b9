"""The difference engine keeps both texts and cuts no cluster."""

from __future__ import annotations

import subprocess
import sys

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.diff import Paragraph, Piece, compare, pieces, smallest

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


GRAIN = "今年全县粮食总产量达到37.6万吨，比上年增长5.2%，实现连续九年丰收，受到省里通报表扬。"


def test_one_changed_digit_flags_one_grapheme_before_it_is_widened():
    changed = [piece for piece in smallest(GRAIN, GRAIN.replace("37.6", "36.6")) if piece.kind != "same"]
    assert changed == [Piece("removed", "7"), Piece("added", "6")]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("产量37.6万吨", "产量36.6万吨", ["37.6", "36.6"]),
        ("惠及4,210户", "惠及4,120户", ["4,210", "4,120"]),
        ("增长12.5%", "增长2.5%", ["12.5%", "2.5%"]),
        ("共48个", "共148个", ["48", "148"]),
        ("用iPhone拍", "用iPad拍", ["iPhone", "iPad"]),
        ("２０２５年", "２０２６年", ["２０２５", "２０２６"]),
        ("共3个", "共三个", ["3", "三"]),
        ("问需于民", "问计于民", ["需", "计"]),
    ],
)
def test_a_figure_or_a_latin_word_is_shown_changed_whole(old, new, shown):
    assert [piece.text for piece in pieces(old, new) if piece.kind != "same"] == shown


def lcs(old: str, new: str) -> int:
    row = [0] * (len(new) + 1)
    for sign in old:
        above, row = row, [0]
        for at, other in enumerate(new):
            row.append(above[at] + 1 if sign == other else max(above[at + 1], row[-1]))
    return row[-1]


HAN = "县镇村民水渠路桥改造新建完成投资项目群众干部今年月日上下大小多少一二三的了在是有和，。"


@settings(max_examples=200, deadline=None)
@given(
    st.randoms(use_true_random=False),
    st.lists(st.tuples(st.integers(0, 999), st.sampled_from("pcr"), st.integers(1, 6)), max_size=6),
)
def test_what_is_shown_changed_is_hardly_more_than_the_smallest_possible(chance, edits):
    new = old = "".join(chance.choices(HAN, k=chance.randint(20, 160)))
    for place, kind, length in edits:
        at, words = place % (len(new) + 1), "".join(chance.choices(HAN, k=length))
        new = new[:at] + ("" if kind == "r" else words) + new[at + (0 if kind == "p" else len(words)) :]
    shown = sum(len(piece.text) for piece in smallest(old, new) if piece.kind != "same")
    least = len(old) + len(new) - 2 * lcs(old, new)
    assert shown <= 1.2 * least


def test_a_paragraph_that_stands_elsewhere_is_one_that_moved_and_says_what_changed_on_the_way():
    moving = "加装电梯31部，惠及老人1,200多名，物业费由县里补贴一半。"
    old = f"{moving}\n\n春耕开始，农机下田。\n\n图书馆周末开放到晚上九点。"
    new = f"春耕开始，农机下田。\n\n图书馆周末开放到晚上九点。\n\n{moving.replace('31', '32')}"
    gone, came = [line for line in compare(old, new) if line.move]
    assert (gone.kind, came.kind, gone.move, came.move) == ("removed", "added", 1, 1)
    assert [piece.text for piece in came.inside if piece.kind != "same"] == ["31", "32"]


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
