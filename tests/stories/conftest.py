"""A machine of its own for each story, and a demo newsroom made once."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import demo


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recovery files and logs go to a folder of this story, here and in programs that it starts."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def program_that_leaves_no_trace(qapp: QApplication) -> Iterator[None]:
    """The bootstrap dresses the application and takes the hooks; what comes after the story finds them as before."""
    look = qapp.styleSheet(), qapp.palette(), qapp.font()
    hooks, locale = (sys.excepthook, threading.excepthook), QLocale()
    name = qapp.applicationName()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setStyleSheet(look[0])
    qapp.setPalette(look[1])
    qapp.setFont(look[2])
    sys.excepthook, threading.excepthook = hooks
    QLocale.setDefault(locale)
    qapp.setApplicationName(name)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.caibian"
    demo.make(path)
    return path


@pytest.fixture
def newsroom(demo_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "青禾.caibian"
    shutil.copy(demo_file, path)
    return path
