"""Runs a story inside the program: the real bootstrap makes the window, and the story goes on whenever it is its turn.

A story is a coroutine. A click may open a dialog whose own event loop ends only with the answer, so no click is made
while the story's code is on the stack: it awaits, the event loop makes the click, and goes on with the story from
whichever loop is running then.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Coroutine, Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop import bootstrap
from desktop.kit.exception_hook import ReportDialog

OF_QT = ("PySide6", "shiboken6", "qtpy", "qtawesome", "desktop.kit", "desktop.screens", "desktop.shell")
TURN = 5  # milliseconds between two looks at what is awaited
PATIENCE = 30.0  # seconds until a story gives up waiting; far more than anything takes

Story = Coroutine[Any, Any, None]


class Until:
    """Wait until ``found()`` gives something, and return it. ``words()`` says what was waited for."""

    def __init__(self, found: Callable[[], Any], words: Callable[[], str]) -> None:
        self.found, self.words = found, words
        self.end = time.monotonic() + PATIENCE

    def __await__(self) -> Generator[Until, Any, Any]:
        return (yield self)


class Do:
    """Let the event loop carry out ``act``; goes on once it is done, or once it has opened what asks for an answer."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self.act = act
        self.over = False

    def __await__(self) -> Generator[Do, Any, Any]:
        return (yield self)


class Player(QObject):
    """Takes a story forward from a timer."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story
        self.error: BaseException | None = None
        self.ended = False
        self.waiting: Until | Do | None = None
        self._before: object = None
        self._timer = QTimer(self, interval=TURN)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def finish(self) -> None:
        """The window is closed: the story may look back, but there is nothing left to wait for."""
        self._timer.stop()
        while not self.ended:
            if isinstance(self.waiting, Until):
                self._throw(AssertionError(f"the window was closed before the story ended: {self.waiting.words()}"))
            else:
                self._send(None)
        if self.error is not None:
            raise self.error

    @Slot()
    def _on_turn(self) -> None:
        if self.ended:
            return
        report = next((w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog)), None)
        if report is not None:
            self.story.close()
            self._end(AssertionError(report.findChild(QPlainTextEdit).toPlainText()))
            return
        try:
            self._look()
        except Exception as error:  # noqa: BLE001  # a slot must not raise; the story is told, and so the test
            self._throw(error)

    def _look(self) -> None:
        waiting = self.waiting
        if isinstance(waiting, Do):
            if waiting.over or _front() is not self._before:
                self._send(None)
        elif waiting is None:
            self._send(None)
        else:
            value = waiting.found()
            if value is not None and value is not False:
                self._send(value)
            elif time.monotonic() > waiting.end:
                self._throw(AssertionError(waiting.words()))

    def _send(self, value: Any) -> None:
        self._go(lambda: self.story.send(value))

    def _throw(self, error: BaseException) -> None:
        self._go(lambda: self.story.throw(error))

    def _go(self, on: Callable[[], Any]) -> None:
        self.waiting = None
        try:
            self.waiting = on()
        except StopIteration:
            self._end(None)
        except BaseException as error:  # noqa: BLE001  # raised again by finish()
            self._end(error)
        if isinstance(self.waiting, Do):
            self._before = _front()
            QTimer.singleShot(0, self, self._act)

    @Slot()
    def _act(self) -> None:
        doing = self.waiting
        assert isinstance(doing, Do)
        try:
            doing.act()
        finally:
            doing.over = True

    def _end(self, error: BaseException | None) -> None:
        self.ended, self.error = True, error
        QTimer.singleShot(0, self, self._close)

    @Slot()
    def _close(self) -> None:
        """Leave every question unanswered and every window closed, so that the program ends whatever happened."""
        front = _front()
        if front is not None:
            front.close()
            QTimer.singleShot(0, self, self._close)
            return
        QApplication.closeAllWindows()
        QTimer.singleShot(0, QApplication.quit)


def _front() -> object:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def play(story: Story, newsroom: Path | None = None, *, demo: bool = False) -> None:
    """Start the program on ``newsroom`` and let the story happen in it, to the end of the program."""
    astray = _imported_off_the_main_thread()
    app = QApplication.instance() or QApplication(sys.argv[:1])  # the timer of the story needs it before the bootstrap
    player = Player(story)
    status = bootstrap.run(newsroom, demo)
    player.finish()
    assert app is QApplication.instance()
    assert status == 0
    assert not astray, f"imported on a thread, where the classes of Qt may not be made: {astray}"


def _imported_off_the_main_thread() -> list[str]:
    """Return where names of modules with Qt in them gather; PySide makes its classes when they are first named,
    and two threads that do so at once take the program with them."""
    astray: list[str] = []

    def hear(event: str, facts: tuple[Any, ...]) -> None:
        if event == "import" and threading.current_thread() is not threading.main_thread():
            name = str(facts[0])
            if name.startswith(OF_QT):
                astray.append(name)

    sys.addaudithook(hear)
    return astray
