"""Where the keyboard goes when the button that had it is gone."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


def elsewhere(screen: QWidget) -> bool:
    """Whether something else than this screen is being written into by now."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit) and not screen.isAncestorOf(focus)
