"""The help beside the window: made when it is first asked for, made anew when the language is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.kit.theme import Theme

if TYPE_CHECKING:
    from desktop.screens.help.window import HelpWindow


class Helping(QObject):
    """Shows one help window, which goes when the main window goes."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._beside = theme, window
        self.window: HelpWindow | None = None

    @Slot(str)
    def show(self, page: str) -> None:
        """Turn to a page of the help."""
        if self.window is None:
            from desktop.screens.help.window import HelpWindow  # noqa: PLC0415  # brings the parser of Markdown

            self.window = HelpWindow(self._theme, self._beside)
        self.window.show_page(page)

    def close(self) -> None:
        """Let the help go; the next page is shown in a new window."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()
