"""Known names under a line while it is typed: found by their characters, their pinyin or its initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView, QWidget

from desktop.kit.matching import SCATTERED, score
from desktop.kit.pinyin import Readings, spell
from desktop.text.clean import clean_line

SHOWN = 8
Spelt = tuple[str, Readings]  # a name, and how each of its characters may be typed


def spelt(names: Iterable[str]) -> list[Spelt]:
    """Return the names with their readings; 0.03 ms each, the first 50 ms more: not on the main thread."""
    return [(name, spell(name)) for name in names]


class Completion(QObject):
    """Stands at one line. What an input method composes is left alone: only committed text is looked up.

    Signals:
        taken: a name was put into the line, by the mouse or the keyboard.
    """

    taken = Signal()

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._names: Sequence[Spelt] = ()
        self._found = QStringListModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(SHOWN)
        popup = QListView()
        popup.setObjectName("completion")
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(popup)
        popup.installEventFilter(self)  # after the completer's own, so that it is asked before it
        # the line puts the name in after this object has heard of it
        completer.activated.connect(self._on_taken, Qt.ConnectionType.QueuedConnection)
        line.setCompleter(completer)
        line.textEdited.connect(self._on_typed)

    def offer(self, names: Sequence[Spelt]) -> None:
        """Know these names, the likeliest first."""
        self._names = names

    def _fitting(self, typed: str) -> list[str]:
        if not typed:
            return []
        scored = [(score(typed, name, readings), -at, name) for at, (name, readings) in enumerate(self._names)]
        found = [name for points, _at, name in sorted(scored, reverse=True)[:SHOWN] if points > SCATTERED]
        return [] if found == [typed] else found

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Comes before the line itself shows what its completer has."""
        self._found.setStringList(self._fitting(clean_line(text)))

    @Slot()
    def _on_taken(self) -> None:
        line = cast(QLineEdit, self.parent())
        line.setCursorPosition(len(line.text()))
        self.taken.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the names is meant for what lies there; Qt would only close the names."""
        popup = cast(QWidget, watched)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            place = event.globalPosition().toPoint()
            if not popup.rect().contains(popup.mapFromGlobal(place)):
                popup.hide()
                _click_through(event, QApplication.widgetAt(place))
                return True
        return super().eventFilter(watched, event)


def _click_through(event: QMouseEvent, target: QWidget | None) -> None:
    """Give a press to another widget, and the keyboard as a press of the person's does."""
    taker = target
    while taker is not None and not _takes_keyboard(taker):
        taker = taker.parentWidget()
    if taker is not None:
        taker.setFocus(Qt.FocusReason.MouseFocusReason)
    if target is not None:
        local = QPointF(target.mapFromGlobal(event.globalPosition()))
        pressed = QMouseEvent(
            event.type(), local, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(target, pressed)


def _takes_keyboard(widget: QWidget) -> bool:
    proxy = widget.focusProxy() or widget
    return widget.isEnabled() and bool(proxy.focusPolicy() & Qt.FocusPolicy.ClickFocus)
