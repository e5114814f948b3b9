"""What a change concerns: told by rule at once, better with the recogniser, never wrong about a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.proofreading.changes import changes, in_order_of_concern
from desktop.proofreading.concern import Concern
from desktop.proofreading.recogniser import Entity
from desktop.text.diff import compare
from tests.desktop.proofreading.golden import sentences


def concerns(old, new, **more):
    return [change.concern for change in changes(compare(old, new), **more)]


@pytest.mark.parametrize(
    ("old", "new", "concern"),
    [
        ("增长8.9%。", "增长6.9%。", Concern.FIGURE),
        ("聚焦“四件小事”。", "聚焦“三件小事”。", Concern.FIGURE),
        ("亩产3.5吨。", "亩产35吨。", Concern.FIGURE),
        ("惠及9961户。", "惠及9961人。", Concern.FIGURE),
        ("按青政发〔2026〕3号办理。", "按青政发〔2026〕13号办理。", Concern.FIGURE),
        ("县长周敏到场。", "县长周明到场。", Concern.PERSON),
        ("副县长周敏到场。", "县长周敏到场。", Concern.TITLE),
        ("局长何川说，好。", "主任何川说，好。", Concern.TITLE),
        ("11月3日开工。", "11月4日开工。", Concern.DATE),
        ("去年开工。", "今年开工。", Concern.DATE),
        ("县水利局通报。", "县水务局通报。", Concern.ORGANISATION),
        ("在清河镇，路通了。", "在白塔镇，路通了。", Concern.ORGANISATION),
        ("通讯员：陈立", "通讯员：陈力", Concern.BYLINE),
        ("来源：清河镇", "来源：县融媒体中心", Concern.BYLINE),
        ("他说：“路好走了，很高兴。”", "他说：“路好走了，真高兴。”", Concern.QUOTATION),
        ("大家都来了，很热闹。", "大家都来了。很热闹。", Concern.PUNCTUATION),
        ("大家都来了", "大家都来了。", Concern.PUNCTUATION),
        ("**一是改造。**再做", "一是改造。再做", Concern.FORMAT),
        ("## 小标题", "### 小标题", Concern.FORMAT),
        ("路修好了。", "路修通了。", Concern.OTHER),
    ],
)
def test_one_change_has_its_concern(old, new, concern):
    assert set(concerns(old, new)) == {concern}


def test_labels_of_another_language_are_bylines_too():
    assert concerns("Photos：陈立", "Photos：陈力", bylines=["Photos"]) == [Concern.BYLINE]


def test_a_moved_paragraph_says_so_and_what_was_changed_on_the_way():
    first, second, third = (
        "第一段说的是修路，路很长。",
        "第二段说的是修桥，共3座，很好看。",
        "第三段说的是种树，树很多。",
    )
    moved = changes(compare("\n".join((first, second, third)), "\n".join((second, third, first))))
    assert {change.concern for change in moved} == {Concern.MOVED}
    assert all(change.moved for change in moved)
    edited = changes(compare("\n".join((first, second, third)), "\n".join((second.replace("3", "5"), first, third))))
    assert Concern.FIGURE in {change.concern for change in edited}


def test_the_recogniser_tells_names_that_no_rule_knows():
    old, new = "甘小平修路去了。", "甘晓平修路去了。"
    assert concerns(old, new) == [Concern.OTHER]
    assert concerns(old, new, recognised=lambda text: [Entity(0, 3, "PER")]) == [Concern.PERSON]


def test_what_can_do_harm_comes_first_and_the_rest_may_be_folded():
    old = "路修好了。\n大家来了，很热闹。\n增长8.9%。"
    new = "路修通了。\n大家来了。很热闹。\n增长6.9%。"
    found = changes(compare(old, new))
    assert [found[at].concern for at in in_order_of_concern(found)] == [
        Concern.FIGURE, Concern.OTHER, Concern.PUNCTUATION,
    ]  # fmt: skip
    assert [change.concern.foldable for change in found] == [False, True, False]


LINES = [text for text, _rows in sentences()]


@given(st.lists(st.sampled_from(LINES), max_size=6), st.lists(st.sampled_from(LINES), max_size=6))
def test_every_change_names_pieces_that_differ_once(old, new):
    paragraphs = compare("\n".join(old), "\n".join(new))
    seen = set()
    for change in changes(paragraphs):
        pieces = paragraphs[change.paragraph].pieces[change.first : change.last + 1]
        assert pieces and all(piece.kind != "same" for piece in pieces)
        places = {(change.paragraph, at) for at in range(change.first, change.last + 1)}
        assert not places & seen
        seen |= places
    differing = {
        (at, number)
        for at, paragraph in enumerate(paragraphs)
        for number, piece in enumerate(paragraph.pieces)
        if piece.kind != "same"
    }
    assert seen == differing


@given(st.sampled_from([line for line in LINES if any(sign.isdigit() for sign in line)]), st.data())
def test_a_digit_that_changes_is_never_wording(line, data):
    at = data.draw(st.sampled_from([at for at, sign in enumerate(line) if sign.isascii() and sign.isdigit()]))
    other = data.draw(st.sampled_from([sign for sign in "123456789" if sign != line[at]]))
    found = changes(compare(line, line[:at] + other + line[at + 1 :]))
    assert found and all(change.concern in (Concern.FIGURE, Concern.DATE) for change in found)
