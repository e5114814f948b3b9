"""The review sheet on paper: every decision, what was set aside, and a code that says what it can be checked by."""

from __future__ import annotations

from dataclasses import replace

import segno
from PySide6.QtGui import QColor

from db.domain.article import Fields
from db.domain.audit import ChainHead
from db.domain.release import Decision, Verdict
from db.domain.revision import RevisionKind, RevisionRow
from db.domain.sheet import Amended, ReviewSheet
from db.domain.waiver import Waiver
from db.domain.workflow import Publication, Purpose, Stage
from desktop.kit.paper import PdfPaper
from desktop.kit.review_sheet import code, content

from .pdf import Pdf
from .test_paper import plain

AT = "2026-11-24T02:00:00Z"


def decision(level, verdict, by, opinion="", exemption="", lapsed=False):
    return Decision(level, 1, 7, "d" * 64, 1, level, verdict, by, opinion, exemption, AT, lapsed)


SHEET = ReviewSheet(
    "青禾新闻网", "2026-00034", "01a1-uid", "乡镇动态", Purpose.ORIGINAL, Stage.APPROVED, Publication.NONE, "",
    Fields(title="早市搬了家 <b>", source="清河镇", authors=("陈立", "林晓"), correspondents=("陈立",)),
    RevisionRow(7, 2, "d" * 64, RevisionKind.SUBMIT, "", "林晓", AT, 875),
    3, ("林晓",), "林晓", 2,
    (
        decision(1, Verdict.RETURN, "周敏", "数字请核对。"),
        decision(1, Verdict.APPROVE, "周敏", lapsed=True),
        replace(decision(2, Verdict.APPROVE, "高远", exemption="人手不足"), instead_of="许安", batch=3),
    ),
    {7: 2}, "人手不足，许安兼审", (Waiver("alt", "x", "装饰图片，不含信息", "林晓", AT),),
    (Amended(1, "周敏", AT, 2, 5, "林晓", AT, 3),), {2: 48}, 1,
    None, ChainHead(247, "a" * 64), AT,
)  # fmt: skip


def printed(qapp, sheet: ReviewSheet) -> Pdf:
    paper = PdfPaper(content(sheet), qapp)
    paper.finish()
    return Pdf(paper.data())


def test_all_that_the_record_says_is_on_it(qapp):
    sheet = "".join(printed(qapp, SHEET).sheets)
    for words in (
        "发稿审批单", "青禾新闻网", "2026-00034", "早市搬了家 <b>", "陈立、林晓", "875 字", "初审", "周敏", "退回",
        "数字请核对。", "通过（已失效）", "终审", "高远（代许安）", "成批 3 篇", "事实已核对 48 条", "用了豁免",
        "改 5 处", "采纳 3 处", "未解决的批注", "人手不足，许安兼审", "装饰图片，不含信息",
        "还没有签发", "d" * 64, "a" * 64, "2026-11-24 10:00", "第 2 稿", "年", "月", "日",
    ):  # fmt: skip
        assert plain(words) in plain(sheet), words


def test_that_of_a_text_with_nothing_odd_is_one_sheet(qapp):
    plain_sheet = replace(SHEET, amendments=(), waivers=(), exemption="", open_notes=0)
    assert len(printed(qapp, plain_sheet).sheets) == 1


def test_its_fonts_and_its_code_are_in_the_file(qapp):
    made = printed(qapp, SHEET)
    assert all(made.fonts)
    assert made.pictures == 1


def test_a_long_opinion_goes_on_to_another_sheet_and_nothing_is_lost(qapp):
    long = "".join(f"第{n}处请改。" for n in range(600))
    made = printed(qapp, replace(SHEET, decisions=(decision(1, Verdict.RETURN, "周敏", long),)))
    assert len(made.sheets) > 1
    assert plain("第599处请改。") in plain("".join(made.sheets))


def test_before_anybody_decided_that_is_said(qapp):
    assert plain("还没有人审核。") in plain(printed(qapp, replace(SHEET, decisions=(), exemption="")).sheets[0])


def test_the_code_is_drawn_square_by_square_with_room_around_it():
    image = code(SHEET.code())
    matrix = [bytes(row) for row in segno.make(SHEET.code(), error="m", micro=False).matrix]
    side = image.width() // (len(matrix) + 8)
    for y, line in enumerate(matrix, 4):
        seen = [QColor(image.pixel(x * side + side // 2, y * side + side // 2)).value() < 128 for x in _inner(matrix)]
        assert seen == [bool(dark) for dark in line]
    assert QColor(image.pixel(side, side)).value() == 255


def _inner(matrix):
    return range(4, len(matrix) + 4)
