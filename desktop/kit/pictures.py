"""What stands in a text for a picture that is not shown."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


@cache
def no_picture() -> QImage:
    """Return one transparent dot: for want of a picture Qt would look for a file of that name on this machine."""
    dot = QImage(1, 1, QImage.Format.Format_ARGB32)
    dot.fill(Qt.GlobalColor.transparent)
    return dot
