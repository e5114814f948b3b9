"""Print and PDF from the article screen: the text as it stands there, with its names and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from db.actions import assets
from desktop.kit.paper import with_letters_meant
from desktop.screens.editor import printing
from tests.desktop.kit.pdf import Pdf
from tests.desktop.kit.test_paper import plain, printer_to
from tests.desktop.screens.editor.conftest import rewrite


@pytest.fixture
def written(qtbot, desk, fill):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    fill()


@pytest.fixture
def place(monkeypatch, tmp_path) -> Path:
    path = tmp_path / "稿件.pdf"
    monkeypatch.setattr(printing, "ask_new_file", lambda *_: path)
    return path


def exported(qtbot, desk, place: Path) -> Pdf:
    assert desk.commands.run("article.pdf")
    qtbot.waitUntil(lambda: any("已导出" in told.text for told in desk.messages.messages()), timeout=20_000)
    return Pdf(place.read_bytes())


def test_the_article_is_exported_with_its_title_names_and_text(qtbot, desk, written, place):
    said = plain("".join(exported(qtbot, desk, place).sheets))
    for words in ("三项举措让老旧小区“焕新”", "来源", "县住建局", "乡镇动态", "一是问需于民。", "第 1 页，共 1 页"):
        assert plain(words) in said


def test_pictures_and_tables_are_on_paper(qtbot, desk, written, place):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(2000, 1500, QImage.Format.Format_RGB32).save(buffer, "PNG")
    with desk.store.changing(desk.tasks.actor) as unit:
        digest = assets.add(unit, assets.NewAsset(bytes(buffer.data().data()), "image/png", 2000, 1500, "小区.png"))
    rewrite(desk.screen, f'![小区](asset:{digest} "改造后｜摄影：林晓")\n\n| 小区 | 户数 |\n|---|---|\n| 东风 | 312 |')
    made = exported(qtbot, desk, place)
    assert made.pictures == 1
    assert all(words in plain("".join(made.sheets)) for words in ("改造后", "林晓", "东风", "312"))


def test_a_pdf_that_cannot_be_written_is_told(qtbot, desk, written, monkeypatch, tmp_path):
    monkeypatch.setattr(printing, "ask_new_file", lambda *_: tmp_path / "gone" / "稿件.pdf")
    desk.commands.run("article.pdf")
    qtbot.waitUntil(lambda: any("PDF 没有写成" in told.text for told in desk.messages.messages()), timeout=20_000)


def test_the_file_is_offered_the_name_of_the_article(qtbot, desk, written, monkeypatch):
    offered = []
    monkeypatch.setattr(printing, "ask_new_file", lambda *given: offered.append(given[-1]))
    desk.screen._sheet.fields.title.set_value('关于 A/B 的“通知”?: "一"')
    desk.commands.run("article.pdf")
    assert offered == ["关于 AB 的“通知” 一.pdf"]


def test_the_article_is_printed(qtbot, desk, written, tmp_path):
    asked = []

    def ask(parent) -> QPrinter:
        asked.append(parent)
        return printer_to(tmp_path / "out.pdf")

    desk.screen._printing.ask_printer = ask
    desk.commands.run("article.print")
    qtbot.waitUntil(
        lambda: any("已送去打印，共 1 页" in told.text for told in desk.messages.messages()), timeout=20_000
    )
    assert asked == [desk.screen]
    assert "一是问需于民。" in plain(Pdf(with_letters_meant((tmp_path / "out.pdf").read_bytes())).sheets[0])


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_is_told(qtbot, desk, written, tmp_path):
    desk.screen._printing.ask_printer = lambda _parent: printer_to(tmp_path / "no" / "out.pdf")
    desk.commands.run("article.print")
    qtbot.waitUntil(lambda: any("打印机没有接受" in told.text for told in desk.messages.messages()), timeout=20_000)


def test_who_thinks_better_of_it_prints_nothing(qtbot, desk, written):
    desk.screen._printing.ask_printer = lambda _parent: None
    desk.commands.run("article.print")
    assert desk.messages.messages() == ()


def test_without_a_printer_the_pdf_is_offered(qtbot, desk, written, monkeypatch, place):
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", lambda: [])
    desk.commands.run("article.print")
    told = desk.messages.messages()[-1]
    assert "没有找到打印机" in told.text
    told.action()
    qtbot.waitUntil(place.is_file, timeout=20_000)


def test_the_menu_offers_both(qtbot, desk, written):
    actions = desk.screen._frame._menu.actions()
    assert desk.commands.action("article.print") in actions and desk.commands.action("article.pdf") in actions


def test_what_was_never_sent_in_has_no_review_sheet(qtbot, desk, written):
    assert not desk.commands.action("article.sheet").isEnabled()


def test_the_review_sheet_is_written_where_it_is_wanted(qtbot, desk, written, monkeypatch, tmp_path):
    monkeypatch.setattr(printing, "ask_new_file", lambda *_: tmp_path / "单.pdf")
    desk.commands.run("article.submit")
    qtbot.waitUntil(lambda: desk.commands.action("article.sheet").isEnabled(), timeout=20_000)
    desk.commands.run("article.sheet")
    qtbot.waitUntil(lambda: any("已导出 单.pdf" in told.text for told in desk.messages.messages()), timeout=20_000)
    assert plain("发稿审批单") in plain(Pdf((tmp_path / "单.pdf").read_bytes()).sheets[0])
