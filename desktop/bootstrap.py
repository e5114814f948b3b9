"""Where the living parts are made, once, and handed on. Nothing else reaches for a global."""

from __future__ import annotations

import sys
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.kit.exception_hook import install
from desktop.kit.garbage import Collector
from desktop.kit.language import speak
from desktop.kit.theme import Mode, Theme
from desktop.settings import MachineSettings
from desktop.shell.window import MainWindow


def run(newsroom: Path | None, demo: bool) -> int:
    """Show the window, open what is wanted, and return the exit status when the person quits.

    Without a newsroom the last one is opened again; where there was none, the welcome offers 新建, 打开 and 演示.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("caibian")
    app.setApplicationDisplayName("")
    collector = Collector(app)
    settings = MachineSettings(paths.settings_file())
    speak(app, settings.get("language"))
    theme = Theme(_mode(settings), app)
    theme.apply(app)
    windows = QSettings(str(paths.windows_file()), QSettings.Format.IniFormat)
    window = MainWindow(theme, settings, windows)
    hook = install(window.keep_text, paths.logs(), f"Caibian {_version()}")
    window.mistaken.connect(hook.report)
    window.painted.connect(partial(_begin, window, settings, newsroom, demo))
    window.show()
    status = app.exec()
    window.end()
    collector.stop()
    return status


def _begin(window: MainWindow, settings: MachineSettings, newsroom: Path | None, demo: bool) -> None:
    last = Path(settings.get("last_newsroom") or ".")
    if demo:
        window.open_demo(newsroom)
    elif newsroom is not None:
        window.open(newsroom)
    elif last.is_file():
        window.open(last)


def _mode(settings: MachineSettings) -> Mode:
    chosen = settings.get("theme")
    return Mode(chosen) if chosen in {mode.value for mode in Mode} else Mode.SYSTEM


def _version() -> str:
    try:
        return version("caibian")
    except PackageNotFoundError:  # run from a checkout
        return ""
