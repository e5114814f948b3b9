"""Articles on paper: every word on its sheet, numbered, with its fonts in the file, while the window lives on."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from desktop.kit.colours import DARK
from desktop.kit.paper import Content, Paper, PdfPaper, with_letters_meant
from desktop.kit.theme import palette
from tests.desktop.kit.pdf import Pdf

PICTURE = "a" * 64
LINE = "他说，改造要听群众的意见，一户一户地问，一件一件地办。"


def content(*html: str, image: QImage | None = None) -> Content:
    images = {PICTURE: image} if image is not None else {}
    return Content("老旧小区", html, lambda n, count: f"第 {n} 页，共 {count} 页", images)


def picture(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#8899aa"))
    return image


def pdf(qtbot, wanted: Content) -> Pdf:
    paper = PdfPaper(wanted)
    with qtbot.waitSignal(paper.done, timeout=20_000):
        pass
    return Pdf(paper.data())


def plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def test_every_word_is_on_paper(qtbot):
    table = "<table><tr><th>小区</th></tr><tr><td>东风里</td></tr></table>"
    text = "<h1>老旧小区“焕新”</h1>", "<p>今年以来，完善 20 个小区。</p>", "<ul><li>入户走访</li></ul>", table
    made = pdf(qtbot, content(*text))
    said = plain("".join(made.sheets))
    for words in ("老旧小区“焕新”", "今年以来，完善 20 个小区。", "入户走访", "小区", "东风里"):
        assert plain(words) in said


def test_the_words_can_be_searched_for(qtbot):
    """Radicals have the shape of letters; Qt takes the first of one shape."""
    words = "民生西青户页长门风马鱼车见黄～〈一〉工 文"
    said = "".join(pdf(qtbot, content(f"<p>{words}</p>")).letters)
    assert said.startswith(words)


def test_sheets_are_a4_and_their_fonts_are_in_the_file(qtbot):
    made = pdf(qtbot, content(f"<p>{LINE}<b>一是</b></p>"))
    assert made.sizes == {(595, 842)}
    assert made.fonts and all(made.fonts)


def test_sheets_are_numbered_at_the_foot_and_no_line_is_lost_between_them(qtbot):
    lines = [f"{LINE}第{number}段" for number in range(1, 121)]
    made = pdf(qtbot, content(*(f"<p>{line}</p>" for line in lines)))
    count = len(made.sheets)
    assert count > 2
    said = [plain(sheet) for sheet in made.sheets]
    assert all(sheet.endswith(plain(f"第 {n} 页，共 {count} 页")) for n, sheet in enumerate(said, 1))
    whole = "".join(sheet.removesuffix(plain(f"第 {n} 页，共 {count} 页")) for n, sheet in enumerate(said, 1))
    assert whole == plain("".join(lines))


def test_a_picture_that_is_larger_than_a_sheet_is_made_to_fit(qtbot):
    image = f'<p class="picture"><img src="asset:{PICTURE}"></p><p>说明</p>'
    made = pdf(qtbot, content(image, image=picture(900, 5000)))
    assert made.pictures == 1 and len(made.sheets) == 1 and "说明" in made.sheets[0]


def test_nothing_is_loaded_from_elsewhere(qtbot, tmp_path):
    picture(137, 20).save(str(tmp_path / "secret.png"))
    addresses = (
        f"file://{tmp_path}/secret.png",
        f"{tmp_path}/secret.png",
        "http://127.0.0.1:9/x.png",
        f"asset:{PICTURE}",
    )
    made = pdf(qtbot, content(*(f'<p>甲<img src="{address}">乙</p>' for address in addresses)))
    assert plain("".join(made.sheets)).startswith("甲")
    assert b"/Width 137" not in made.data


def test_ink_is_black_in_a_dark_window(qtbot, qapp):
    before = qapp.palette()
    qapp.setPalette(palette(DARK))
    made = pdf(qtbot, content("plain words", "<ul><li>list</li></ul>"))
    qapp.setPalette(before)
    assert made.inks == {"0 0 0"}


def test_the_window_lives_on_meanwhile(qtbot):
    beats = []
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start()
    made = pdf(qtbot, content(*(f"<p>{LINE * 6}</p>" for _ in range(200))))
    heart.stop()
    assert len(made.sheets) > 10 and len(beats) > 1


def printer_to(path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.parametrize(
    ("sheets", "copies", "numbers"), [((0, 0), 1, [1, 2, 3]), ((2, 9), 1, [2, 3]), ((2, 2), 2, [2, 2])]
)
def test_a_printer_gets_the_sheets_that_are_wanted(qtbot, tmp_path, sheets, copies, numbers):
    whole = content(*(f"<p>{LINE * 4}</p>" for _ in range(24)))
    paper = Paper(printer_to(tmp_path / "out.pdf"), whole, sheets, copies)
    with qtbot.waitSignal(paper.done, timeout=20_000) as told:
        pass
    made = Pdf(with_letters_meant((tmp_path / "out.pdf").read_bytes()))
    assert told.args == [len(numbers)] == [len(made.sheets)]
    assert [int(plain(sheet).rpartition("第")[2][0]) for sheet in made.sheets] == numbers


@pytest.mark.qt_log_ignore("Returned false")
def test_who_has_no_paper_says_so(qtbot, tmp_path):
    paper = Paper(printer_to(tmp_path / "no" / "folder" / "out.pdf"), content("<p>甲</p>"))
    with qtbot.waitSignal(paper.failed):
        pass
