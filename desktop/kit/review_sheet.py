"""发稿审批单 on paper: facts of the text, every decision, what was set aside, what it can be checked by, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

import segno
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPainter

from db.domain.release import Decision, ReleaseKind, Verdict
from db.domain.sheet import Amended, ReviewSheet
from db.domain.workflow import Publication, Purpose, Stage
from desktop.kit.paper import Content
from desktop.kit.times import local_day_time
from desktop.kit.wording import level_name, listed

translate = QCoreApplication.translate
QR = 126  # pixels of its side on the sheet
_MODULE = 8  # pixels of one of its squares, as drawn
_WIDE = 'width="100%" style="margin: 2px 0 4px 0;"'
_SIGNED = 56  # pixels of a box to sign in


def content(sheet: ReviewSheet) -> Content:
    """Return the sheet for ``kit.paper``."""
    title = translate("ReviewSheet", "发稿审批单")
    number = translate("ReviewSheet", "{number} · 第 {n} 页，共 {all} 页")
    html = (
        f'<h2 align="center">{title}</h2>',
        f'<p class="names">{escape(sheet.site_name)}</p>',
        _table(_facts(sheet)),
        _heading(translate("ReviewSheet", "审核记录")),
        _decisions(sheet),
        *_set_aside(sheet),
        _heading(translate("ReviewSheet", "签发")),
        _table(_release(sheet)),
        _heading(translate("ReviewSheet", "签字")),
        _boxes(sheet),
        _heading(translate("ReviewSheet", "核对（二维码里是登记号、稿次、稿件摘要和留痕，可用 caibian verify 核对）")),
        _proof(sheet),
    )
    name = f"{title} {sheet.number}"
    return Content(
        name, html, lambda n, count: number.format(number=sheet.number, n=n, all=count), {"qr": code(sheet.code())}
    )


def code(words: str) -> QImage:
    """Return a QR code (ISO/IEC 18004, error correction M) with its quiet zone."""
    matrix = segno.make(words, error="m", micro=False).matrix
    side = (len(matrix) + 8) * _MODULE
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for y, line in enumerate(matrix, 4):
        for x, dark in enumerate(line, 4):
            if dark:
                painter.fillRect(x * _MODULE, y * _MODULE, _MODULE, _MODULE, Qt.GlobalColor.black)
    painter.end()
    return image


def _facts(sheet: ReviewSheet) -> Iterator[tuple[str, ...]]:
    fields = sheet.fields
    yield translate("ReviewSheet", "登记号"), sheet.number, translate("ReviewSheet", "栏目"), sheet.channel
    if fields.shoulder:
        yield translate("ReviewSheet", "引题"), fields.shoulder
    yield translate("ReviewSheet", "标题"), fields.title
    if fields.subtitle:
        yield translate("ReviewSheet", "副题"), fields.subtitle
    yield (
        translate("ReviewSheet", "来源"), fields.source,
        translate("ReviewSheet", "作者"), listed(dict.fromkeys((*fields.authors, *fields.correspondents))),
    )  # fmt: skip
    count = translate("ReviewSheet", "{n} 字，图片和附件 {m} 个").format(
        n=f"{sheet.revision.count:,}", m=sheet.pictures
    )
    yield translate("ReviewSheet", "摄影"), listed(fields.photographers), translate("ReviewSheet", "篇幅"), count
    yield translate("ReviewSheet", "性质"), _purpose(sheet), translate("ReviewSheet", "现状"), _state(sheet)
    sent = translate("ReviewSheet", "{who}，{when}，第 {n} 稿").format(
        who=sheet.submitted_by, when=local_day_time(sheet.revision.at), n=sheet.revision.n
    )
    yield translate("ReviewSheet", "编辑"), listed(sheet.authors), translate("ReviewSheet", "送审"), sent


def _decisions(sheet: ReviewSheet) -> str:
    heads = (
        translate("ReviewSheet", "审级"), translate("ReviewSheet", "审核人"), translate("ReviewSheet", "结论"),
        translate("ReviewSheet", "时间"), translate("ReviewSheet", "稿次"), translate("ReviewSheet", "意见"),
    )  # fmt: skip
    rows = [_decision(sheet, decision) for decision in sheet.decisions]
    if not rows:
        nobody = translate("ReviewSheet", "还没有人审核。")
        return f'<p class="soft">{nobody}</p>'
    widths = (8, 11, 12, 22, 10, 37)
    head = "".join(f'<th width="{width}%">{word}</th>' for width, word in zip(widths, heads, strict=True))
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table {_WIDE}><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _decision(sheet: ReviewSheet, decision: Decision) -> tuple[str, ...]:
    verdict = {
        Verdict.APPROVE: translate("ReviewSheet", "通过"),
        Verdict.RETURN: translate("ReviewSheet", "退回"),
        Verdict.SIGN: translate("ReviewSheet", "作者自审"),
    }[decision.verdict]
    if decision.lapsed and decision.verdict is not Verdict.RETURN:
        verdict += translate("ReviewSheet", "（已失效）")
    if decision.batch:
        verdict += translate("ReviewSheet", "（成批 {n} 篇）").format(n=decision.batch)
    by = decision.by
    if decision.instead_of:
        by = translate("ReviewSheet", "{by}（代{absent}）").format(by=by, absent=decision.instead_of)
    words = [decision.opinion] if decision.opinion else []
    if decision.verdict is Verdict.APPROVE and not decision.lapsed and sheet.checked.get(decision.level):
        words.append(translate("ReviewSheet", "〔事实已核对 {n} 条〕").format(n=sheet.checked[decision.level]))
    if decision.exemption:
        words.append(translate("ReviewSheet", "〔用了豁免〕"))
    opinion = "<br>".join(escape(word).replace("\n", "<br>") for word in words)
    level = level_name(decision.level, max(sheet.levels, decision.level))
    n = translate("ReviewSheet", "第 {n} 稿").format(n=sheet.revisions.get(decision.revision_id, "?"))
    return escape(level), escape(by), verdict, _unbroken(local_day_time(decision.at)), _unbroken(n), opinion


def _set_aside(sheet: ReviewSheet) -> Iterator[str]:
    """Exemptions and waivers, in words; nothing where there are none."""
    rows: list[tuple[str, ...]] = []
    if sheet.exemption:
        rows.append((translate("ReviewSheet", "审核豁免"), sheet.exemption))
    rows += [
        (
            translate("ReviewSheet", "不再提示"),
            translate("ReviewSheet", "{reason}（{who}，{when}）").format(
                reason=waiver.reason, who=waiver.by, when=local_day_time(waiver.at)
            ),
        )
        for waiver in sheet.waivers
    ]
    if sheet.open_notes:
        open_ = translate("ReviewSheet", "{n} 条").format(n=sheet.open_notes)
        rows.append((translate("ReviewSheet", "未解决的批注"), open_))
    if sheet.amendments:
        yield _heading(translate("ReviewSheet", "审改"))
        yield _table(_amended(sheet, one) for one in sheet.amendments)
    if rows:
        yield _heading(translate("ReviewSheet", "豁免与未决"))
        yield _table(rows)


def _amended(sheet: ReviewSheet, one: Amended) -> tuple[str, ...]:
    made = translate("ReviewSheet", "{by}，{when}，第 {n} 稿，改 {changes} 处").format(
        by=one.by, when=local_day_time(one.at), n=one.n, changes=one.changes
    )
    answered = translate("ReviewSheet", "还没有确认")
    if one.confirmed_by:
        answered = translate("ReviewSheet", "{by}，{when}，采纳 {n} 处").format(
            by=one.confirmed_by, when=local_day_time(one.confirmed_at), n=one.accepted
        )
    return level_name(one.level, sheet.levels), made, translate("ReviewSheet", "确认"), answered


def _release(sheet: ReviewSheet) -> Iterator[tuple[str, ...]]:
    release = sheet.release
    if release is None:
        yield translate("ReviewSheet", "签发"), translate("ReviewSheet", "还没有签发。")
        return
    kind = {
        ReleaseKind.PUBLISH: translate("ReviewSheet", "签发"),
        ReleaseKind.MIGRATED: translate("ReviewSheet", "旧站迁入"),
        ReleaseKind.WITHDRAW: translate("ReviewSheet", "撤稿"),
        ReleaseKind.REINSTATE: translate("ReviewSheet", "恢复上线"),
    }[release.kind]
    yield kind, release.by, translate("ReviewSheet", "时间"), local_day_time(release.at)
    yield translate("ReviewSheet", "网址"), release.address
    if release.reason:
        yield translate("ReviewSheet", "原因"), release.reason


def _proof(sheet: ReviewSheet) -> str:
    rows = (
        (translate("ReviewSheet", "稿件摘要"), sheet.revision.digest),
        (translate("ReviewSheet", "网页正文摘要"), sheet.release.html_digest if sheet.release else ""),
        (translate("ReviewSheet", "留痕第 {n} 条").format(n=sheet.head.length), sheet.head.hash),
        (translate("ReviewSheet", "制单时间、稿件编号"), f"{local_day_time(sheet.made_at)}　{sheet.uid}"),
    )
    told = "".join(
        f'<p class="proof">{label}<br><span class="digest">{said}</span></p>' for label, said in rows if said
    )
    return (
        f"<table {_WIDE}><tr><td>{told}</td>"
        f'<td width="{QR + 12}" align="center"><img src="asset:qr" width="{QR}" height="{QR}"></td></tr></table>'
    )


def _boxes(sheet: ReviewSheet) -> str:
    names = [
        translate("ReviewSheet", "编辑"),
        *(level_name(level, sheet.levels) for level in range(1, sheet.levels + 1)),
        translate("ReviewSheet", "签发"),
    ]
    width = f'width="{100 / len(names):.2f}%"'
    heads = "".join(f"<th {width}>{name}</th>" for name in names)
    boxes = f'<td {width}><div style="line-height: {_SIGNED}px;">&nbsp;</div></td>' * len(names)
    day = translate("ReviewSheet", "年　　月　　日").replace("　", "&nbsp;&nbsp;")
    dates = f'<td {width} align="right">{day}</td>' * len(names)
    return f"<table {_WIDE}><tr>{heads}</tr><tr>{boxes}</tr><tr>{dates}</tr></table>"


def _heading(words: str) -> str:
    return f'<p class="part">{words}</p>'


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of label, value, label, value; a row of one pair goes over the whole width."""
    made = []
    for row in rows:
        cells = []
        for at in range(0, len(row), 2):
            span = ' colspan="3"' if len(row) == 2 else ' width="37%"'
            cells.append(f'<th width="13%" align="left">{row[at]}</th><td{span}>{escape(row[at + 1])}</td>')
        made.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table {_WIDE}>{''.join(made)}</table>"


def _unbroken(words: str) -> str:
    return escape(words).replace(" ", "&nbsp;")


def _purpose(sheet: ReviewSheet) -> str:
    return {
        Purpose.ORIGINAL: translate("ReviewSheet", "首发"),
        Purpose.UPDATE: translate("ReviewSheet", "改稿"),
        Purpose.CORRECTION: translate("ReviewSheet", "更正"),
    }[sheet.purpose]


def _state(sheet: ReviewSheet) -> str:
    if sheet.stage is Stage.PUBLISHED and sheet.publication is Publication.WITHDRAWN:
        return translate("ReviewSheet", "已撤稿")
    return {
        Stage.EDITING: translate("ReviewSheet", "草稿"),
        Stage.RETURNED: translate("ReviewSheet", "退回"),
        Stage.REVIEW: translate("ReviewSheet", "审核中"),
        Stage.APPROVED: translate("ReviewSheet", "已通过"),
        Stage.SCHEDULED: translate("ReviewSheet", "定时"),
        Stage.PUBLISHED: translate("ReviewSheet", "已发布"),
        Stage.TRASHED: translate("ReviewSheet", "已弃稿"),
    }[sheet.stage]
