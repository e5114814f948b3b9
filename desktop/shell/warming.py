"""While the person looks at the list, what an article needs is made ready, so that the first one opens at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.kit.tasks import Report, Tasks

QUIET = 400  # milliseconds after the list was filled; the first key and click come first


class Warming(QObject):
    """Imports on a thread, then has the screen made when the window has nothing else to do."""

    def __init__(self, tasks: Tasks, make: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._make = tasks, make
        QTimer.singleShot(QUIET, self, self._begin)

    def _begin(self) -> None:
        self._tasks.run(self, _import, self._on_imported)

    def _on_imported(self, _nothing: None) -> None:
        QTimer.singleShot(0, self, self._on_quiet)

    def _on_quiet(self) -> None:
        self._make()


def _import(_report: Report, _cancelled: Callable[[], bool]) -> None:
    """Import what start-up leaves out: the editor, Markdown, the cleaner of HTML."""
    import desktop.screens.editor.screen  # noqa: PLC0415
    import desktop.text.words  # noqa: PLC0415

    desktop.text.words.words("采编")
