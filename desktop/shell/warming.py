"""While the person looks at the list, what an article needs is made ready, so that the first one opens at once.

Only what has no Qt in it is imported on a thread: PySide makes its classes when they are first named, and two threads
that do so at once, or a filter that sees every object of the application meanwhile, take the program with them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from desktop.kit.tasks import Report, Tasks

QUIET = 400  # milliseconds without a key or a click: making the screen takes a fifth of a second, in one piece
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class Warming(QObject):
    """Has the icons put on, imports on a thread, and has the screen made when the person has both hands off."""

    def __init__(
        self, tasks: Tasks, put_on_icons: Callable[[], object], make: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._put_on_icons, self._make, self._widget = tasks, put_on_icons, make, parent
        self._watched: QWindow | None = None
        self._rest = QTimer(self, singleShot=True, interval=QUIET)
        self._rest.timeout.connect(self._on_rest)
        QTimer.singleShot(QUIET, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._tasks.run(self, _import, self._on_imported)
        self._put_on_icons()

    def _on_imported(self, _nothing: None) -> None:
        self._watched = self._widget.window().windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._make()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._rest.start()
        return super().eventFilter(watched, event)


def _import(_report: Report, _cancelled: Callable[[], bool]) -> None:
    """Import what start-up leaves out: finding, the difference of two texts, Markdown, the cleaner of HTML."""
    import desktop.text.diff  # noqa: PLC0415
    import desktop.text.finding  # noqa: PLC0415
    import desktop.text.pieces  # noqa: PLC0415
    import desktop.text.words  # noqa: PLC0415

    desktop.text.words.words("采编")
