"""While the person looks at the list, what an article needs is made ready, so that the first one opens at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot

from desktop.kit.icons import import_icons
from desktop.kit.tasks import Report, Tasks

QUIET = 400  # milliseconds without a key or a click: making the screen takes a fifth of a second, in one piece
_INPUT = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
    | {QEvent.Type.InputMethod}
)


class Warming(QObject):
    """Imports on a thread, then has the icons put on, and the screen made when the person has both hands off."""

    def __init__(
        self, tasks: Tasks, put_on_icons: Callable[[], object], make: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._put_on_icons, self._make = tasks, put_on_icons, make
        self._rest = QTimer(self, singleShot=True, interval=QUIET)
        self._rest.timeout.connect(self._on_rest)
        QTimer.singleShot(QUIET, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._tasks.run(self, lambda _report, _cancelled: import_icons(), self._on_icons)
        self._tasks.run(self, _import, self._on_imported)

    def _on_icons(self, _nothing: None) -> None:
        self._put_on_icons()

    def _on_imported(self, _nothing: None) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._make()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._rest.start()
        return super().eventFilter(watched, event)


def _import(_report: Report, _cancelled: Callable[[], bool]) -> None:
    """Import what start-up leaves out: the editor, Markdown, the cleaner of HTML."""
    import desktop.screens.editor.screen  # noqa: PLC0415
    import desktop.text.words  # noqa: PLC0415

    desktop.text.words.words("采编")
