"""一键排版 of a text as an editor holds it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from desktop.text.flat import flatten
from desktop.text.settling import settle
from desktop.text.tidy import ALL, Rule
from desktop.text.tidying import tidy_leaves, tidy_source
from desktop.text.tree import Listing, Paragraph, Plain, Quote, Run
from desktop.text.writing import write

from .trees import documents

calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=200)


def words(text):
    return Paragraph((Run(text),) if text else ())


@calm
@given(document=documents())
def test_what_was_tidied_once_stays_as_it_is_written(document):
    once = tidy_source(write(settle(document)), ALL)
    assert tidy_source(once.text, ALL).changes == ()


def test_what_no_rule_changes_stays_as_it_was_written():
    text = "* 一\n* 二\n\n甲,乙\n\n<div>原样,的</div>\n\n| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |\n"
    made = tidy_source(text, ALL)
    assert made.text == text.replace("甲,乙", "甲，乙") and len(made.changes) == 1
    assert tidy_source(text, ()).text is text


def test_an_indent_in_the_source_that_no_page_shows_goes_too():
    made = tidy_source("　　甲。\n\n　　乙。\n", ALL)
    assert made.text == "甲。\n\n乙。\n" and [change.rule for change in made.changes] == [Rule.INDENTS] * 2
    assert tidy_source("　　甲。\n", ALL - {Rule.INDENTS}).changes == ()


def test_of_blank_paragraphs_those_go_that_are_not_all_that_an_item_holds():
    leaves = flatten(
        [words("　"), words("甲"), Listing(None, ((words(" "), words("　")), (words("乙"), words("　")))),
         Quote((words("　"), words("丙"))), Listing(1, ((Plain((Run("丁"),)),),))]
    )  # fmt: skip
    kept = tidy_leaves(leaves, ALL).leaves
    assert [leaf and leaf.block for leaf in kept] == [
        None, words("甲"), None, words(""), words("乙"), None, None, words("丙"), Plain((Run("丁"),)),
    ]  # fmt: skip
