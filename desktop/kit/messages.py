"""What the application says without stopping anyone: a stack of notices, some with a step to take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from db.domain.errors import Cancelled, DeskError
from desktop.kit.colours import Tone
from desktop.kit.icons import Name, icon
from desktop.kit.sentences import sentence
from desktop.kit.theme import ButtonKind, Theme, dress, mark

__all__ = ["Kind", "Message", "MessageBar", "sentence"]

SHOWN = 3  # notices at once, the newest; older ones come back when there is room
STAYS = 6000  # milliseconds that an info or a success is seen
STAYS_WITH_ACTION = 10000


class Kind(Enum):
    """How much a message matters. Warnings and errors stay until they are closed."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_LOOKS = {
    Kind.INFO: (Tone.LIVE, Name.INFO),
    Kind.SUCCESS: (Tone.OK, Name.CHECK),
    Kind.WARNING: (Tone.WAIT, Name.WARN),
    Kind.ERROR: (Tone.RETURNED, Name.ERROR),
}


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say, perhaps with one thing to do about it (撤销)."""

    kind: Kind
    text: str
    action_text: str = ""
    action: Callable[[], None] | None = None


class MessageBar(QWidget):
    """The place where messages appear: beside the work, never over it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: list[Message] = []
        self._shown: list[_Notice] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 6, 8, 6)
        self._layout.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("消息"))
        self.hide()

    def info(self, text: str, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        self.tell(Message(Kind.INFO, text, action_text, action))

    def success(self, text: str, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        self.tell(Message(Kind.SUCCESS, text, action_text, action))

    def warning(self, text: str, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        self.tell(Message(Kind.WARNING, text, action_text, action))

    def error(self, problem: DeskError | str, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        """Say a failure; a step that the person cancelled is no failure."""
        if isinstance(problem, Cancelled):
            self.info(sentence(problem))
            return
        text = problem if isinstance(problem, str) else sentence(problem)
        self.tell(Message(Kind.ERROR, text, action_text, action))

    def tell(self, message: Message) -> None:
        """Show a message; the same one again replaces itself, and one too many puts the oldest aside."""
        for notice in self._shown:
            if (notice.message.kind, notice.message.text) == (message.kind, message.text):
                self._remove(notice)
                break
        if len(self._shown) == SHOWN:
            oldest = self._shown[0]
            if oldest.message.kind in (Kind.WARNING, Kind.ERROR):
                self._waiting.append(oldest.message)
            self._remove(oldest)
        self._show(message, len(self._shown))

    def messages(self) -> tuple[Message, ...]:
        """Return what waits and what is shown, oldest first."""
        return (*self._waiting, *(notice.message for notice in self._shown))

    def focus_newest(self) -> None:
        """Bring the keyboard to the newest message."""
        if self._shown:
            self._shown[-1].take_focus()

    def clear(self) -> None:
        """Drop all messages, as when another newsroom is opened."""
        self._waiting.clear()
        for notice in tuple(self._shown):
            self._remove(notice)

    @Slot()
    def _on_closed(self) -> None:
        notice = self.sender()
        if isinstance(notice, _Notice) and notice in self._shown:
            self._remove(notice)
            if self._waiting:
                self._show(self._waiting.pop(), 0)

    def _show(self, message: Message, at: int) -> None:
        notice = _Notice(message, self._theme, self)
        notice.closed.connect(self._on_closed)
        self._shown.insert(at, notice)
        self._layout.insertWidget(at, notice)
        notice.show()
        self.show()

    def _remove(self, notice: _Notice) -> None:
        self._shown.remove(notice)
        self._layout.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._shown))


class _Notice(QFrame):
    """One message with its sign, its button and its end."""

    closed = Signal()

    def __init__(self, message: Message, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self._theme = theme
        self._pointer = QCursor.pos()
        self._sign = QLabel()
        text = QLabel(message.text)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("关闭（Esc）"))
        self._close.setAccessibleName(self.tr("关闭这条消息"))
        self._close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(text, 1)
        self._action = self._action_button(message)
        if self._action is not None:
            layout.addWidget(self._action)
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_WITH_ACTION if self._action else STAYS)
        self._timer.timeout.connect(self.closed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._announce()
        self._wait()

    def take_focus(self) -> None:
        (self._action or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _action_button(self, message: Message) -> QPushButton | None:
        if message.action is None:
            return None
        button = QPushButton(message.action_text)
        dress(button, ButtonKind.QUIET)
        button.clicked.connect(self._on_action)
        return button

    def _announce(self) -> None:
        words = {
            Kind.INFO: self.tr("提示"),
            Kind.SUCCESS: self.tr("完成"),
            Kind.WARNING: self.tr("注意"),
            Kind.ERROR: self.tr("出错"),
        }
        spoken = self.tr("{kind}：{text}").format(kind=words[self.message.kind], text=self.message.text)
        self.setAccessibleName(spoken)
        self._sign.setAccessibleName(words[self.message.kind])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _wait(self) -> None:
        if self.message.kind in (Kind.INFO, Kind.SUCCESS):
            self._timer.start()

    @Slot()
    def _on_action(self) -> None:
        action = self.message.action
        self.closed.emit()
        if action is not None:
            action()

    @Slot()
    def _on_theme_changed(self) -> None:
        colours = self._theme.colours
        tone, sign = _LOOKS[self.message.kind]
        mark(self, "tone", tone.value)
        self._sign.setPixmap(icon(sign, colours, colours.tone(tone)[0]).pixmap(18, 18))
        cross = icon(Name.CLOSE, colours)
        self._close.setIcon(cross)
        self._close.setText("×" if cross.isNull() else "")

    # Qt overrides

    def enterEvent(self, event: QEnterEvent) -> None:
        if QCursor.pos() != self._pointer:  # the person came to it; it did not appear under a pointer at rest
            self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
