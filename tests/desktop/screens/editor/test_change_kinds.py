"""The kinds of the changes keep step with the changes on the screen, whatever changed; folding shows the new text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.domain.article import Fields
from desktop.kit.marked_difference import count_marked
from desktop.proofreading.concern import Concern
from desktop.screens.editor.change_kinds import counted, folded, read_kinds
from desktop.screens.editor.reading import as_read
from desktop.screens.editor.words import field_labels
from desktop.text.marked import compared

BODY = "改造惠及居民9316户，问需于民。\n\n二是分类施策，逐户上门听取意见。\n\n三是长效管护，建立台账。"
WAS = Fields(title="老旧小区焕新", source="县住建局", body=BODY)
TABLE = "| 项目 | 户数 |\n| --- | --- |\n| 改造 | {n} |"
PICTURE = "![楼道](asset:{digest})"


@pytest.fixture
def kinds(qapp, desk):
    def found(old, new):
        labels = field_labels()
        lines = compared(as_read(old, "要闻", labels), as_read(new, "要闻", labels))
        with desk.store.reading() as connection:
            made = read_kinds(connection, lines)
        assert len(made) == count_marked(lines)
        return lines, made

    return found


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("居民9316户", "居民9361户", Concern.FIGURE),
        ("问需于民。", "问需于民！", Concern.PUNCTUATION),
        ("二是分类施策", "**二是**分类施策", Concern.FORMAT),
        ("建立台账", "建立清单", Concern.OTHER),
    ],
)
def test_a_change_of_the_body_is_of_its_kind(kinds, before, after, kind):
    assert kinds(WAS, replace(WAS, body=BODY.replace(before, after)))[1] == [kind]


def test_a_field_alone_is_seen(kinds):
    assert kinds(WAS, replace(WAS, source="县水利局"))[1] == [Concern.BYLINE]
    assert len(kinds(WAS, replace(WAS, title="老旧小区换新颜"))[1]) >= 1


def test_a_cell_of_a_table_is_a_figure(kinds):
    old, new = (replace(WAS, body=TABLE.format(n=n)) for n in ("120户", "210户"))
    assert kinds(old, new)[1] == [Concern.FIGURE]


def test_another_picture_is_no_figure(kinds):
    old, new = (replace(WAS, body=PICTURE.format(digest=sign * 64)) for sign in ("1", "2"))
    found = kinds(old, new)[1]
    assert found and set(found) == {Concern.OTHER}


def test_a_paragraph_that_moved_says_so(kinds):
    first, second, third = BODY.split("\n\n")
    found = kinds(WAS, replace(WAS, body="\n\n".join((third, first, second))))[1]
    assert found and set(found) == {Concern.MOVED}


def test_small_changes_folded_leave_the_new_text_and_the_others(kinds):
    body = BODY.replace("9316", "9361").replace("问需于民。", "问需于民！").replace("二是分类", "**二是**分类")
    lines, made = kinds(WAS, replace(WAS, body=body))
    assert counted(made) == "数字 1 · 标点 1 · 格式 1"
    left, kept = folded(lines, made)
    assert kept == [Concern.FIGURE] and count_marked(left) == 1
    assert [line.paragraph.new for line in left] == [line.paragraph.new for line in lines]
