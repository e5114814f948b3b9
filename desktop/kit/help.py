"""Which page of the help belongs to what is in front: a mark on a widget, looked for from the keyboard upwards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_MARK = "help_page"


def explain(widget: QWidget, page: str) -> None:
    """Let F1 in this widget, or in what it holds, open that page."""
    widget.setProperty(_MARK, page)


def page_of(widget: QWidget | None) -> str:
    """Return the page of the nearest widget that has one, empty when none has."""
    while widget is not None:
        page = widget.property(_MARK)
        if page:
            return str(page)
        widget = widget.parentWidget()
    return ""
