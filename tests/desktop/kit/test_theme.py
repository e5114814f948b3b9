"""The two looks and what follows them."""

import pytest
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QPushButton

from desktop.kit.colours import DARK, LIGHT
from desktop.kit.theme import ButtonKind, Mode, Theme, article_font, dress, scaled


@pytest.fixture
def theme(qapp):
    before = qapp.palette(), qapp.font(), qapp.style().objectName()
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setStyle(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    theme.deleteLater()


def test_choosing_dark_changes_every_palette_and_is_told(qtbot, qapp, theme):
    with qtbot.waitSignal(theme.changed) as told:
        theme.set_mode(Mode.DARK)
    assert told.args == [DARK] and theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.paper)
    assert DARK.side in qapp.styleSheet() and LIGHT.side not in qapp.styleSheet()


def test_choosing_the_same_again_is_not_told(qtbot, theme):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.LIGHT)


def test_following_the_system_takes_what_the_system_says(theme):
    theme.set_mode(Mode.SYSTEM)
    dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    assert theme.colours is (DARK if dark else LIGHT)


def test_the_style_sheet_holds_no_colour_that_is_not_a_token(qapp, theme):
    assert "$" not in qapp.styleSheet()


def test_a_button_takes_its_kind(qtbot, theme):
    button = QPushButton("送审")
    qtbot.addWidget(button)
    dress(button, ButtonKind.PRIMARY)
    button.resize(120, 40)
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(LIGHT.accent)


def test_articles_are_set_in_a_serif(qapp):
    assert article_font().pixelSize() == 17
    assert article_font().families()[-1] == "serif"


@pytest.mark.parametrize("in_pixels", [True, False])
def test_a_font_is_scaled_whatever_its_size_is_given_in(qapp, in_pixels):
    font = QFont()
    font.setPixelSize(10) if in_pixels else font.setPointSizeF(10)
    larger = scaled(font, 1.5, bold=True)
    assert (larger.pixelSize() if in_pixels else larger.pointSizeF()) == 15
    assert larger.weight() == QFont.Weight.DemiBold
