"""Every text can be read, in both themes."""

import itertools

import pytest
from PySide6.QtGui import QColor

from desktop.kit.colours import DARK, LIGHT, Tone

GROUNDS = ("side", "list", "paper", "raised", "hover", "selected", "plain_soft", "mark", "selection")
PAPERS = GROUNDS[:5]
INKS = ("ink", "ink_soft")
SIGNS = ("accent", "ok", "wait", "returned", "live")


def luminance(colour):
    def linear(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue, _alpha = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def colours(request):
    return request.param


@pytest.mark.parametrize(("ground", "ink"), list(itertools.product(GROUNDS, INKS)))
def test_text_is_read_on_every_surface(colours, ground, ink):
    assert contrast(getattr(colours, ground), getattr(colours, ink)) >= 4.5


@pytest.mark.parametrize(("ground", "sign"), list(itertools.product(PAPERS, SIGNS)))
def test_coloured_words_are_read_on_every_surface(colours, ground, sign):
    assert contrast(getattr(colours, ground), getattr(colours, sign)) >= 4.5


@pytest.mark.parametrize("tone", Tone)
def test_chips_are_read(colours, tone):
    assert contrast(*colours.tone(tone)) >= 4.5


def test_buttons_are_read_whether_hovered_or_not(colours):
    for ground in (colours.accent, colours.accent_hover):
        assert contrast(ground, colours.on_accent) >= 4.5
    for ground in (colours.ok, colours.ok_hover):
        assert contrast(ground, colours.on_ok) >= 4.5
    assert contrast(colours.accent_soft, colours.accent) >= 4.5


@pytest.mark.parametrize("name", ["control_line", "focus", "error_wave"])
def test_what_is_operated_and_what_is_focused_is_seen(colours, name):
    for ground in ("side", "list", "paper"):
        assert contrast(getattr(colours, ground), getattr(colours, name)) >= 3
