"""An article with every element there is, by keys and clicks: it reads on the site as it read on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.kit.rich_text.looks import OBJECT, Key, marks_of

from .hand import Hand
from .moves import approves, begins, goes_out, holds, leaves, signs_in
from .play import play

TITLE = "清河镇办好十件实事"
SEEN = "十件实事，一件一件办"
FILM = b"\x00\x00\x00\x18ftypmp42 not much of a film"
PAPER = b"%PDF-1.4\n%%EOF\n"
FROM_WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->'
    '<p class="MsoNormal" style="text-indent:21pt;mso-char-indent-count:2.0">　　镇里把<b>办事窗口</b>'
    '<span lang="EN-US">从<o:p></o:p></span>五个并成一个。</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
    "<!--EndFragment--></body></html>"
)
WITHIN = {"-": "ul", "1": "ol", ">": "blockquote"}  # signs of the editor, elements of the page
CONTAINERS = {*WITHIN.values(), "table", "h2", "h3"}
BLOCKS = {*CONTAINERS, "p", "li", "td", "th", "figure", "div"}
VOID = {"br", "hr", "img", "source"}

Run = tuple[str, bool, bool, str]  # words, bold, italic, where a link leads
Line = tuple[tuple[str, ...], list[Run]]  # what it lies in, from the outside; its runs


def test_every_element_is_published_as_it_was_written(newsroom, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    written: list[Line] = []

    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await writes(hand, things(tmp_path))
        written.extend(lines_of(document(hand)))
        await hand.press("Ctrl+W")
        await hand.go_to("我的稿件")
        await hand.click_row(TITLE)
        await hand.sees(SEEN)
        await hand.until(lambda: lines_of(document(hand)) == written)
        await hand.click("送审")
        await hand.sees("已送审", "初审中")
        await leaves(hand)
        await approves(hand, "周敏", TITLE, SEEN, "终审中")
        await approves(hand, "高远", TITLE, SEEN, "已通过")
        await goes_out(hand, TITLE, site)
        await holds(hand, newsroom, site)
        await hand.closes()

    play(story(Hand()), newsroom)
    (html,) = (text for path in site.glob("towns/*/*/*.html") if TITLE in (text := path.read_text(encoding="utf-8")))
    page = Page()
    page.feed(html)
    assert page.lines == written and len(written) == 15
    body = html.split("<article")[-1]
    for words in (
        "市民在公园里散步",
        "摄影：方一鸣",
        'alt="树荫下的草地"',
        "<hr",
        'aria-label="开街"',
        'download="清单.pdf"',
    ):
        assert words in body, words
    for ending, data in (("mp4", FILM), ("pdf", PAPER)):
        address = re.search(rf'assets/[^"]+\.{ending}(?=")', body)
        assert address is not None and (site / address[0]).read_bytes() == data


def document(hand: Hand) -> QTextDocument:
    (text,) = (one for one in hand.window.findChildren(QTextEdit) if one.accessibleName() == "正文" and one.isVisible())
    return text.document()


def lines_of(document: QTextDocument) -> list[Line]:
    """Return the words of a document; what is drawn in it (pictures, files, rules) is looked for on the page."""
    found: list[Line] = []
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        within = [WITHIN[part[0]] for part in reversed(str(form.property(Key.PATH) or "").split("/")) if part]
        if QTextCursor(block).currentTable() is not None:
            within = ["table"]
        if form.headingLevel():
            within = [f"h{form.headingLevel()}"]
        runs = list(runs_of(block, plain=within in (["table"], ["h2"], ["h3"])))
        if runs:
            found.append((tuple(within), runs))
        block = block.next()
    return found


def runs_of(block: QTextBlock, *, plain: bool) -> Iterator[Run]:
    """Return the words of a block with their looks; the weight of headings and heads of tables is no emphasis."""
    place = block.begin()
    while not place.atEnd():
        form, words = place.fragment().charFormat(), place.fragment().text().replace(OBJECT, "")
        link = next((mark.href for mark in marks_of(form) if mark.name == "a"), "")
        if words:
            yield words, form.fontWeight() >= QFont.Weight.Bold and not plain, form.fontItalic(), link
        place += 1


class Page(HTMLParser):
    """Reads the text of an article's page: the same lines, with the elements that they lie in."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._open: list[tuple[str, str]] = []  # names of elements, and where links lead
        self._runs: list[Run] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self._open and given.get("class") != "text":
            return
        if tag in BLOCKS:
            self._end_line()
        if tag == "br":
            self._add("\u2028")
        if tag not in VOID:
            self._open.append(("figure" if given.get("class") == "attachment" else tag, given.get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if self._open:
            if tag in BLOCKS:
                self._end_line()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._add(data.replace("\n", ""))

    def _add(self, words: str) -> None:
        names = [name for name, _ in self._open]
        if words and names and "figure" not in names:
            look = ("strong" in names, "em" in names, next((to for _, to in self._open if to), ""))
            if self._runs and self._runs[-1][1:] == look:
                words = self._runs.pop()[0] + words
            self._runs.append((words, *look))

    def _end_line(self) -> None:
        if self._runs:
            self.lines.append((tuple(name for name, _ in self._open if name in CONTAINERS), self._runs))
        self._runs = []


def things(folder: Path) -> dict[str, Path]:
    """Make a picture, a film and a paper to put in."""
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(QColor("#5b8f52"))
    made = {"picture": folder / "公园.png", "film": folder / "开街.mp4", "paper": folder / "清单.pdf"}
    assert picture.save(str(made["picture"]))
    made["film"].write_bytes(FILM)
    made["paper"].write_bytes(PAPER)
    return made


async def writes(hand: Hand, files: dict[str, Path]) -> None:
    await begins(hand, TITLE, "乡镇动态", "县融媒体中心", "十件实事，一件一件办，")
    await hand.press("Ctrl+B")
    await hand.type("件件有着落")
    await hand.press("Ctrl+B")
    await hand.type("。")
    await hand.press("Shift+Enter")
    await hand.type("居民说：")
    await hand.press("Ctrl+I")
    await hand.type("看得见")
    await hand.press("Ctrl+I")
    await hand.type("。\n## 修路\n- 大路三条\n小路\n")
    await hand.press("Tab")
    await hand.type("石板路\n\n\n### 进度\n1. 设计\n施工\n\n> 路修到家门口。\n\n")
    await hand.click("分隔线")
    data = QMimeData()
    data.setHtml(FROM_WORD)
    QGuiApplication.clipboard().setMimeData(data)
    await hand.press("Ctrl+V")
    await hand.sees("办事窗口")
    await hand.press("Enter")
    await hand.click("表格")
    for cell in ("名称", "件数", "", "修路", "3"):
        await hand.type(cell)
        await hand.press("Tab")
    await hand.run("删除这一列")
    await hand.press("Tab")
    await hand.run("删除这一行")
    await hand.press("Ctrl+End")
    await hand.type("详情见")
    await hand.click("链接")
    await hand.write("网址", "https://www.example.com/qinghe?a=1&b=2")
    await hand.write("显示的文字", "县政府网站")
    await hand.click("确定")
    await hand.type("。")
    await hand.drop("正文", files["picture"])
    await hand.sees("图片放进来了")
    await hand.click("填图说")
    await hand.write("图说", "市民在公园里散步")
    await hand.write("署名", "摄影：方一鸣")
    await hand.write("替代文字", "树荫下的草地")
    await hand.click("确定")
    for name in ("film", "paper"):
        await hand.press("Ctrl+End")
        await hand.drop("正文", files[name])
    await hand.sees("已保存")
