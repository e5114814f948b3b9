"""Where the living parts are made, once, and handed on. Nothing else reaches for a global."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from db.domain.errors import BadValue
from db.domain.place import Place, place_of
from desktop import paths
from desktop.kit.exception_hook import install
from desktop.kit.garbage import Collector
from desktop.kit.imports import read_no_sources
from desktop.kit.language import speak
from desktop.kit.theme import Mode, Theme
from desktop.settings import MachineSettings
from desktop.shell.window import MainWindow


def run(newsroom: Place | None, demo: bool) -> int:
    """Show the window, open what is wanted, and return the exit status when the person quits.

    Without a newsroom the last one is opened again; where there was none, the welcome offers 新建, 打开 and 演示.
    """
    read_no_sources()
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
    hook = install(window.keep_text, paths.logs(), _about)
    window.mistaken.connect(hook.report)
    window.ready.connect(collector.settle)
    window.painted.connect(partial(_put_on_icon, app))  # drawing it need not keep the first window waiting
    first = newsroom or _last(settings)
    if demo:
        window.expect()
        window.painted.connect(partial(window.open_demo, newsroom if isinstance(newsroom, Path) else None))
    elif first is not None:
        window.expect()
        window.painted.connect(partial(window.open, first))
    app.commitDataRequest.connect(window.keep_drafts, Qt.ConnectionType.DirectConnection)  # the session ends
    window.show()
    with _ended_by_signals(app):
        status = app.exec()
        window.end()
    collector.stop()
    return status


def _put_on_icon(app: QApplication) -> None:
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "caibian.svg")))


@contextmanager
def _ended_by_signals(app: QApplication) -> Iterator[None]:
    """Let SIGTERM and Ctrl+C end the program as closing its window does: texts are saved, leases let go."""

    def quitting(_number: int, _frame: object) -> None:
        app.quit()

    before = {number: signal.signal(number, quitting) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def _last(settings: MachineSettings) -> Place | None:
    """Return the newsroom of last time; a file that is gone is none, a server's is asked."""
    try:
        last = place_of(settings.get("last_newsroom") or ".")
    except BadValue:
        return None
    return last if not isinstance(last, Path) or last.is_file() else None


def _mode(settings: MachineSettings) -> Mode:
    chosen = settings.get("theme")
    return Mode(chosen) if chosen in {mode.value for mode in Mode} else Mode.SYSTEM


def _about() -> str:
    # reading the installed packages costs 30 ms that only a report of a mistake should cost
    from importlib import metadata  # noqa: PLC0415

    try:
        return f"Caibian {metadata.version('caibian')}"
    except metadata.PackageNotFoundError:  # run from a checkout
        return "Caibian"
