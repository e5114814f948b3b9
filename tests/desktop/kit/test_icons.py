"""Icons by what they mean."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QFontDatabase

from desktop.kit import icons
from desktop.kit.colours import DARK, LIGHT
from desktop.kit.icons import Name, icon


@pytest.fixture(autouse=True)
def fresh_font(qapp):
    icons._font.cache_clear()
    yield
    icons._font.cache_clear()


@pytest.mark.parametrize("name", Name)
def test_every_name_has_a_picture(name):
    image = icon(name, LIGHT).pixmap(16, 16).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def test_an_icon_takes_the_ink_of_its_theme():
    image = icon(Name.RULE, DARK).pixmap(32, 32).toImage()
    inks = {
        image.pixelColor(x, y).name().upper()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert DARK.ink in inks


def test_a_refused_font_leaves_an_empty_icon(monkeypatch):
    monkeypatch.setattr(QFontDatabase, "addApplicationFontFromData", lambda _data: -1)
    assert icon(Name.SAVE, LIGHT).isNull()


def test_the_font_is_not_loaded_with_the_module():
    code = "import sys, desktop.kit.icons; sys.exit('qtawesome' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
