"""批注: the notes on a text in its order, one of them read, answered and settled below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.domain.note import MAX_TEXT, PICTURE, WHOLE, Note, NoteStep
from desktop.kit.buttons import CommandButton
from desktop.kit.calling import Calling
from desktop.kit.completion import Spelt
from desktop.kit.forms import TextField
from desktop.kit.refusals import field_name
from desktop.kit.theme import ButtonKind, Surface, Theme, lay, mark
from desktop.kit.times import local_time
from desktop.screens.editor.reading import PlainBrowser

SHOWN = 40  # characters of a quote
_SENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Row:
    """A note as it is listed."""

    note: Note
    number: int
    orphan: bool = False  # what it was said about is not in the text any more
    may_reply: bool = False
    may_settle: bool = False


class NotesPanel(QWidget):
    """Lists, shows and takes words; it knows no record.

    Signals:
        chosen: another note is read (its id).
        place_wanted: the place of the chosen note is to be shown.
        said: words for the note that is being made (str).
        answered: words for the chosen note (str).
        settled: the chosen note is resolved, or opened again; with words, if any (str).
        filter_changed: whether resolved notes are listed too is another.
        given_up: no note is to be made after all.
    """

    chosen = Signal(int)
    place_wanted = Signal()
    said = Signal(str)
    answered = Signal(str)
    settled = Signal(str)
    filter_changed = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[Row] = ()
        self._making = False
        self._drafts: dict[int, str] = {}  # words not sent yet, by note; 0: of a new one
        self._reads = 0  # the note that is read
        self._above = QHBoxLayout()
        self.every = QCheckBox(self.tr("也看已解决的"))
        self.every.toggled.connect(self.filter_changed)
        self._above.addWidget(self.every, 1)
        self._hint = QLabel(self.tr("还没有批注。选中文字或图片，点“批注”就可以写；什么都不选，就是对全稿。"))
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        mark(self._hint, "tint", "soft")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("批注"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        lay(self.list, Surface.LIST)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemClicked.connect(self.place_wanted)
        self.list.installEventFilter(self)
        self._thread = PlainBrowser()
        self._thread.document().setDocumentMargin(2)
        lay(self._thread, Surface.LIST)
        self._thread.setAccessibleName(self.tr("这条批注和答复"))
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self.words = TextField(self.tr("批注、答复"), limit=MAX_TEXT, lines=2)
        edit = cast(QPlainTextEdit, self.words.focusProxy())
        edit.setPlaceholderText(self.tr("@ 可以叫上同事，Ctrl+Enter 记下"))
        edit.installEventFilter(self)
        self._calling = Calling(edit)
        self._send, self._settle, self._drop = QPushButton(), QPushButton(), QPushButton(self.tr("取消"))
        self._send.clicked.connect(self._on_send)
        self._settle.clicked.connect(self.settle)
        self._drop.clicked.connect(self.give_up)
        below = QHBoxLayout()
        for button in (self._settle, self._drop, self._send):
            below.addWidget(button, 1)
        lay(self, Surface.LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.addLayout(self._above)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.list, 3)
        layout.addWidget(self._thread, 2)
        layout.addWidget(self._about)
        layout.addWidget(self.words)
        layout.addLayout(below)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._show_thread)
        self._show_parts()

    def lead_with(self, action: QAction) -> None:
        """Have the button that begins a note."""
        self._above.addWidget(CommandButton(action))

    def offer(self, names: Sequence[Spelt]) -> None:
        """Know whom ``@`` may call."""
        self._calling.offer(names)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these; the chosen one stays chosen, and what is being written stays."""
        before = self.current()
        at = next((n for n, row in enumerate(rows) if before and row.note.id == before.note.id), 0 if rows else -1)
        if rows != self._rows:
            with QSignalBlocker(self.list):
                self.list.clear()
                for row in rows:
                    self.list.addItem(self._item(row))
                self._rows = tuple(rows)
                self.list.setCurrentRow(at)
            if self._rows and not before:
                self._reads = self._rows[at].note.id
        self._show_parts()

    def current(self) -> Row | None:
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def choose(self, note_id: int) -> None:
        """Read a note, if it is listed."""
        at = next((n for n, row in enumerate(self._rows) if row.note.id == note_id), -1)
        if at >= 0:
            self.list.setCurrentRow(at)

    def begin(self, about: str) -> None:
        """Take the words of a new note."""
        self._keep()
        self._making = True
        self._about.setText(about)
        self.words.set_value(self._drafts.pop(0, ""))
        self._show_parts()
        self.words.setFocus()

    def forget(self) -> None:
        """Another article comes: nothing of this one stays."""
        self._making = False
        self._drafts.clear()
        self.words.set_value("")
        self.show_rows(())

    def is_said(self) -> None:
        """The words that were sent are in the record."""
        self._making = False
        self.words.set_value("")
        self._show_parts()
        self.list.setFocus()

    @Slot()
    def give_up(self) -> None:
        """Make no note; its words come again with the next one."""
        if self._making:
            self._keep()
            self._making = False
            self.words.set_value(self._drafts.pop(self._reads, ""))
            self._show_parts()
            self.given_up.emit()

    @Slot()
    def settle(self) -> None:
        """Resolve the chosen note or open it again, with the words that stand in the field."""
        row = self.current()
        if row is not None and row.may_settle and not self._making and not self.words.problem():
            self.settled.emit(self.words.value())

    @Slot()
    def _on_send(self) -> None:
        words = self.words.value()
        if not words:
            self.words.show_error(self.tr("先写要说的话。"))
            self.words.setFocus()
        elif not self.words.problem():
            (self.said if self._making else self.answered).emit(words)

    @Slot(int)
    def _on_row(self, _at: int) -> None:
        row = self.current()
        if row is not None:
            self._keep()
            self._making, self._reads = False, row.note.id
            self.words.set_value(self._drafts.pop(self._reads, ""))
            self._show_parts()
            self.chosen.emit(row.note.id)

    def _keep(self) -> None:
        """Words that were not sent come again where they were written."""
        if self.words.value():
            self._drafts[0 if self._making else self._reads] = self.words.value()

    def _show_parts(self) -> None:
        row, making = self.current(), self._making
        self._hint.setVisible(not self._rows)
        self.list.setVisible(bool(self._rows))
        self._thread.setVisible(row is not None and not making)
        self._about.setVisible(making)
        may_reply, may_settle = (row.may_reply, row.may_settle) if row and not making else (False, False)
        self.words.setVisible(making or may_reply)
        self._send.setVisible(making or may_reply)
        self._drop.setVisible(making)
        self._settle.setVisible(may_settle)
        self._send.setText(self.tr("记下批注") if making else self.tr("答复"))
        mark(self._send, "kind", ButtonKind.PRIMARY.value if making else "")
        if row is not None:
            self._settle.setText(self.tr("解决") if row.note.open else self.tr("重开"))
        self._show_thread()

    def _item(self, row: Row) -> QListWidgetItem:
        note = row.note
        lines = [self.tr("{n}. {about}").format(n=row.number, about=self._where(row))]
        lines.append(self.tr("{by}：{text}").format(by=note.by, text=_cut(note.text, 60)))
        answers = sum(bool(remark.text) for remark in note.remarks)
        if answers:
            lines.append(self.tr("{n} 条答复").format(n=answers))
        if not note.open:
            lines.append(self.tr("✓ 已解决"))
        item = QListWidgetItem("\n".join(lines))
        item.setToolTip(note.spot.quote[:500])
        return item

    def _where(self, row: Row) -> str:
        spot = row.note.spot
        quote = self.tr("“{quote}”").format(quote=_cut(spot.quote, SHOWN)) if spot.quote else ""
        if row.orphan:
            return self.tr("{gone}：{quote}").format(gone=self.tr("原文已不在"), quote=quote or self.tr("图片"))
        if spot.part == WHOLE:
            return self.tr("全稿")
        if spot.part == PICTURE:
            return self.tr("图片")
        return quote if spot.part == "body" else self.tr("{field}{quote}").format(
            field=field_name(spot.part), quote=quote
        )  # fmt: skip

    @Slot()
    def _show_thread(self) -> None:
        row = self.current()
        if row is None:
            return
        note, colours = row.note, self._theme.colours
        steps = {NoteStep.RESOLVE: self.tr("解决了"), NoteStep.REOPEN: self.tr("重开了")}
        said = [(note.by, note.at, "", note.text)]
        said += [(one.by, one.at, steps.get(one.step, ""), one.text) for one in note.remarks]
        parts = [
            f'<p style="margin: 0 0 8px 0; line-height: 140%;"><b>{escape(by)}</b> {escape(did)}'
            f'<span style="color: {colours.ink_soft};"> {escape(local_time(at))}</span>'
            f"{'<br>' if text else ''}{escape(text).replace(chr(10), '<br>')}</p>"
            for by, at, did, text in said
        ]
        self._thread.setHtml("".join(parts))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            pressed = cast(QKeyEvent, event)
            key, keys = pressed.key(), pressed.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            down = kind == QEvent.Type.KeyPress
            if watched is self.list and key in _SENDS and not keys and down:
                self.place_wanted.emit()
                return True
            if watched is not self.list and key in _SENDS and keys == Qt.KeyboardModifier.ControlModifier:
                event.accept()  # it is not 送审 here
                if down:
                    self._on_send()
                return True
            if watched is not self.list and key == Qt.Key.Key_Escape and self._making and down:
                self.give_up()
                return True
        return super().eventFilter(watched, event)


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
