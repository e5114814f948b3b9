"""一键排版: what the rules change, and that they change nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.domain.settings import TIDY_RULES
from desktop.text.tidy import ALL, Change, Rule, tidy
from desktop.text.tree import (
    Break,
    Code,
    Figure,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Run,
    Source,
    Table,
)

from .trees import documents

BOLD = (Mark("strong"),)
HAN = re.compile("[\u3400-\u9fff]")
calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=200)


def tidied(text, rules=ALL):
    return "".join(run.text for block in tidy([Paragraph((Run(text),))], rules).blocks for run in block.line)


def test_marks_beside_han_become_full_width():
    assert (
        tidied("会议要求,各地要抓好落实.好!真的?三点;第一:(右)")
        == "会议要求，各地要抓好落实。好！真的？三点；第一：（右）"
    )
    assert tidied("增长12.5%,其中Word,但是") == "增长12.5%，其中Word，但是"
    assert tidied("世界卫生组织(WHO)说.") == "世界卫生组织（WHO）说。"


@pytest.mark.parametrize(
    "text",
    [
        "比分为3:2，上午8:30开始，投入1,200.5万元",
        "见https://a.example/x,y?z=1(图)--k，再看www.qinghe.gov.cn/a.html",
        "邮箱a.b@qinghe.cn，用Yahoo!搜索",
        "世卫组织说Hello, world! How are you (today)? 大家听",
        "1)申报",
        "一.总体要求",
        "美国人约翰.史密斯说",
        "身高6'2\"，It's好",
        "北京—上海，第1—3页",
        "代码f(x)=1",
        "目录.........12",
        "He said, 你好, and left (early)...",
    ],
)
def test_figures_addresses_foreign_words_and_names_stay(text):
    assert tidied(text) == text


def test_quotes_are_paired_by_nesting():
    assert tidied('他说:"今年丰收了!"又说"好"。') == "他说：“今年丰收了！”又说“好”。"
    assert tidied("他说：”好“，又说：“行“。") == "他说：“好”，又说：“行”。"
    assert tidied("他说：“我听他说“行”了。”") == "他说：“我听他说‘行’了。”"
    assert tidied("他说：“我听他说'行'了。”") == "他说：“我听他说‘行’了。”"


def test_quotes_that_can_be_read_in_two_ways_stay():
    for text in ('他说“甲"乙"丙”了', '只有"一个', "“另起一段的引文", "’98抗洪"):
        assert tidied(text) == text
    assert tidied('“另起一段，称"好"的引文') == "“另起一段，称“好”的引文"


def test_ellipses_and_dashes():
    assert tidied("等等...还有。。。以及…完") == "等等……还有……以及……完"
    assert tidied("他--一个人，－－走了") == "他——一个人，——走了"
    assert tidied("省略……与破折——号") == "省略……与破折——号"


def test_full_width_digits_and_letters_become_half_width():
    assert tidied("２０２４年增长１２．５％，ＡＢＣ公司８：３０") == "2024年增长12.5%，ABC公司8:30"


def test_spaces_between_han_and_latin_and_in_running_text_go():
    assert tidied("使用 Word 2019 软件，今 年 12 月， 完成。") == "使用Word 2019软件，今年12月，完成。"


@pytest.mark.parametrize(
    "text",
    [
        "本报讯（记者 王建国 通讯员 李明）今年，秋收",
        "新华社北京11月24日电 国家统计局说，今年",
        "第一条 为了规范，制定",
        "电话 0571-88888888，王刚 13800000000，时间 09:30",
        "见 https://a.example 各地，好",
        "张三 李四 王五",
        "1 总体要求，全部",
    ],
)
def test_spaces_that_divide_stay(text):
    assert tidied(text) == text


def test_headings_and_cells_keep_their_spaces_between_han():
    heading = Heading(2, (Run("开新局　谱新篇，再 出发"),))
    table = Table(("",), (((Run("王 刚"),),), ((Run("２,好"),),)))
    made = tidy([heading, table])
    assert made.blocks == (heading, Table(("",), (((Run("王 刚"),),), ((Run("2，好"),),))))
    assert [change.path for change in made.changes] == [(1, 1, 0)] * 2


def test_indents_blank_paragraphs_and_empty_lines_go():
    text = Paragraph((Run("　　第一行"), Break(), Break(), Run("　 第二行　"), Break()))
    made = tidy([Paragraph((Run("　 "),)), text, Paragraph((Break(),)), Paragraph(())])
    assert made.blocks == (Paragraph((Run("第一行"), Break(), Run("第二行"))),)


def test_a_quote_opens_in_bold_and_closes_in_plain_words():
    line = (Run("他说", BOLD), Run(':"今年', BOLD), Run('丰收"了'))
    assert tidy([Paragraph(line)]).blocks == (Paragraph((Run("他说：“今年", BOLD), Run("丰收”了"))),)


def test_what_is_new_stands_under_the_mark_of_what_it_replaces():
    line = (Run("等等."), Run("..", BOLD), Run("好"))
    assert tidy([Paragraph(line)]).blocks == (Paragraph((Run("等等……好"),)),)


def test_code_pictures_addresses_and_source_are_left_alone():
    code = (Run("运行 "), Run("a ,中", (Mark("code"),)), Run(" 后"))
    link = (Run("见"), Run("...", (Mark("a", 'x"y,中'),)), Run("中"), Picture("a,中", "b,中", "c,中"))
    blocks = (Code("a,中"), Source("a,中"), Paragraph(code), Paragraph(link))
    assert tidy(blocks).blocks == blocks


def test_captions_are_tidied_and_credits_are_not():
    made = tidy([Figure("asset:ab", "采茶,现场", "图为采茶(右).", "王 刚,摄")])
    assert made.blocks == (Figure("asset:ab", "采茶，现场", "图为采茶（右）。", "王 刚,摄"),)


def test_changes_say_what_and_where():
    blocks = [Quote((Paragraph((Run("好"),)), Paragraph((Run("会议要求,各地抓落实"),))))]
    listing = Listing(None, ((Plain((Run("一"),)),), (Plain((Run("他 A"),)),)))
    assert tidy([*blocks, listing]).changes == (
        Change(Rule.PUNCTUATION, (0, 1), ",", "，", "会议要求", "各地抓落实"),
        Change(Rule.HAN_LATIN, (1, 1, 0), " ", "", "他", "A"),
    )


def test_a_rule_that_is_off_changes_nothing():
    text = '　Ａ,中 "文" B...中--文  ( 好 )'
    assert tidied(text, frozenset()) == text
    for rule in Rule:
        assert not [c for c in tidy([Paragraph((Run(text),))], ALL - {rule}).changes if c.rule is rule]


def test_what_nothing_changed_is_what_was_given():
    blocks = (Paragraph((Run("一切都好。"),)), Quote((Paragraph((Run("好，3:2"),)),)))
    made = tidy(blocks)
    assert made.changes == ()
    assert all(new is old for new, old in zip(made.blocks, blocks, strict=True))


messy = st.text("中文字一约翰”“‘’\"'.,:;!?()（）…—- 　\n\u2028Ａ５aB12％．。，：", max_size=60)


@calm
@given(st.lists(st.lists(st.tuples(messy, st.sampled_from([(), BOLD, (Mark("a", "/x"),)])), max_size=4), max_size=3))
def test_tidied_once_it_stays(lines):
    blocks = [Paragraph(tuple(Run(*run) for run in line)) for line in lines]
    once = tidy(blocks)
    assert tidy(once.blocks).blocks == once.blocks
    assert not tidy(once.blocks).changes


@calm
@given(documents(), st.sets(st.sampled_from(list(Rule))))
def test_any_document_is_tidied_once_by_any_rules(document, rules):
    once = tidy(document, rules)
    assert tidy(once.blocks, rules).blocks == once.blocks


@calm
@given(messy)
def test_words_and_figures_stay_as_they_are(text):
    made = tidied(text)
    narrow = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
    words = re.compile(r"\w")
    assert "".join(words.findall(made)) == "".join(words.findall(text.translate(narrow)))
    assert HAN.findall(made) == HAN.findall(text)


@calm
@given(documents())
def test_addresses_and_code_of_any_document_stay(document):
    kept = re.compile(r"href='[^']+'|source='[^']*'|Code\(text=(?:'[^']*'|\"[^\"]*\")\)")
    assert kept.findall(repr(tidy(document).blocks)) == kept.findall(repr(document))


@calm
@given(messy)
def test_whatever_is_different_is_in_the_list_of_changes(text):
    block = Paragraph((Run(text),))
    made = tidy([block])
    assert bool(made.changes) == (made.blocks != (block,))
    assert all(change.before != change.after for change in made.changes if text.strip())


def test_the_newsroom_can_switch_each_rule_by_its_name():
    assert set(TIDY_RULES) == set(Rule)
