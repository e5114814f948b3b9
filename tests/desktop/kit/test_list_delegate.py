"""A row as it is painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.kit.colours import DARK, LIGHT, Tone
from desktop.kit.list_delegate import Line, ListDelegate, wrap
from desktop.kit.paged_model import ROW_ROLE
from desktop.kit.theme import Mode, Theme

LONG = "早稻机插秧全面铺开 农技员田间“点单”服务" * 4


def painted(mode, line, state=QStyle.StateFlag.State_Enabled):
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(line, ROW_ROLE)
    model.appendRow(item)
    delegate = ListDelegate(Theme(mode), lambda row: row)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 320, 0)
    option.rect = QRect(0, 0, 320, delegate.sizeHint(option, model.index(0, 0)).height())
    option.state = state
    image = QImage(option.rect.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def inks(image):
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_a_title_takes_as_many_lines_as_it_needs_up_to_two(qapp):
    font = QFont()
    assert wrap("青禾县", font, 300, 2) == ("青禾县",)
    two = wrap(LONG, font, 300, 2)
    assert len(two) == 2 and two[1].endswith("…") and LONG.startswith(two[0])
    assert wrap("", font, 300, 2) == ("",)
    assert "".join(wrap(LONG, font, 300, 99)).replace(" ", "") == LONG.replace(" ", "")


def test_a_long_title_makes_a_higher_row(qapp):
    low, high = painted(Mode.LIGHT, Line("短题")), painted(Mode.LIGHT, Line(LONG))
    assert high.height() > low.height() + 10


@pytest.mark.parametrize(("mode", "colours"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_a_chip_has_the_ground_of_its_tone_and_the_selected_row_a_bar(qapp, mode, colours):
    selected = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    image = painted(mode, Line("题", "退回", Tone.RETURNED, ("乡镇动态",), "09:15"), selected)
    assert {colours.returned_soft, colours.accent} <= inks(image)
    assert image.pixelColor(1, 20).name().upper() == colours.accent


def test_the_row_with_the_keyboard_is_framed(qapp):
    focused = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_HasFocus
    assert inks(painted(Mode.LIGHT, Line("题"), focused)) != inks(painted(Mode.LIGHT, Line("题")))


def test_a_row_not_read_yet_is_a_placeholder(qapp):
    assert LIGHT.plain_soft in inks(painted(Mode.LIGHT, None))


def test_a_row_is_spoken_in_one_breath():
    assert Line("题", "退回", words=("要闻",), when="昨天").spoken() == "题，退回，要闻，昨天"


@pytest.mark.parametrize(("mode", "colours"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_what_was_found_is_marked_in_title_and_piece(qapp, mode, colours):
    plain = painted(mode, Line("青禾县老街新貌", words=("乡镇动态",)))
    title = painted(mode, Line("青禾县老街新貌", words=("乡镇动态",), title_marks=((3, 5),)))
    piece = painted(mode, Line("题", piece=LONG, piece_marks=((40, 44),)))
    assert colours.mark not in inks(plain)
    assert title.size() == plain.size() and colours.mark in inks(title)
    assert piece.height() > plain.height() + 10 and colours.mark in inks(piece)


def test_a_mark_that_goes_on_in_the_next_line_is_marked_in_both(qapp):
    image = painted(Mode.LIGHT, Line(LONG, title_marks=((0, len(LONG)),)))
    one_line = painted(Mode.LIGHT, Line("老街", title_marks=((0, 2),)))
    assert marked_rows(image) > marked_rows(one_line) * 1.5


def marked_rows(image):
    """Return how many rows of pixels hold the ground of a mark."""
    across, down = range(image.width()), range(image.height())
    return sum(any(image.pixelColor(x, y).name().upper() == LIGHT.mark for x in across) for y in down)
