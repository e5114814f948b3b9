"""确认审改: the changes of an amendment as a list, each to be taken or not, with the keyboard alone if wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desktop.kit.buttons import CommandButton
from desktop.kit.commands import Command, Commands
from desktop.kit.difference import article_style, piece_html
from desktop.kit.theme import ButtonKind, Theme, mark
from desktop.screens.editor.reading import PlainBrowser
from desktop.text.diff import Piece

TAKE, LEAVE = "take:", "leave:"  # begin the addresses of the two answers to a change; its number follows


@dataclass(frozen=True, slots=True)
class Shown:
    """A change to be answered: what it is a change of, and the words of it."""

    number: int
    title: str
    pieces: tuple[Piece, ...]


class _List(PlainBrowser):
    """The changes; A takes the one that is marked, R does not.

    Signals:
        answered: whether the marked change stands.
    """

    answered = Signal(bool)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_A, Qt.Key.Key_R) and not event.modifiers():
            self.answered.emit(event.key() == Qt.Key.Key_A)
        else:
            super().keyPressEvent(event)


class ConfirmPanel(QWidget):
    """Shows changes with the answers given so far.

    Signals:
        left: the person goes back to the text.
        answered: every change has an answer, and the person hands them in (frozenset of those that stand).
    """

    left = Signal()
    answered = Signal(frozenset)

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._commands = theme, commands
        self._changes: Sequence[Shown] = ()
        self._answers: dict[int, bool] = {}
        self._at = 0  # which of them is marked
        self._heading, self._told = QLabel(), QLabel()
        for label in (self._heading, self._told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._told, "tint", "soft")
        self._list = _List()
        self._list.setAccessibleName(self.tr("审改的改动"))
        self._list.anchorClicked.connect(self._on_link)
        self._list.answered.connect(self._answer)
        back = QPushButton(self.tr("返回稿件"))
        back.clicked.connect(self.left)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._heading, 1)
        above.addWidget(back)
        for name in self._register():
            below.addWidget(CommandButton(commands.action(name)))
        below.addStretch(1)
        below.addWidget(CommandButton(commands.action("amendment.answer"), ButtonKind.PRIMARY))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.addLayout(above)
        layout.addWidget(self._told)
        layout.addWidget(self._list, 1)
        layout.addLayout(below)
        theme.changed.connect(self._draw)

    @property
    def browser(self) -> QTextBrowser:
        return self._list

    def show_changes(self, heading: str, changes: Sequence[Shown]) -> None:
        """Show changes to be answered anew."""
        self._heading.setText(heading)
        self._changes, self._answers, self._at = changes, {}, 0
        self._draw()
        self._list.setFocus()

    def _register(self) -> tuple[str, ...]:
        shown, whole = self.isVisible, self._is_whole
        rows: tuple[tuple[str, str, Callable[[], None], str, Callable[[], bool], str], ...] = (
            ("take", self.tr("采纳"), lambda: self._answer(True), "Alt+A", shown, self.tr("采纳标着的这一处")),
            ("leave", self.tr("不采纳"), lambda: self._answer(False), "Alt+R", shown, self.tr("不采纳标着的这一处")),
            ("take_all", self.tr("全部采纳"), lambda: self._answer_all(True), "Alt+Shift+A", shown, ""),
            ("leave_all", self.tr("全部不采纳"), lambda: self._answer_all(False), "Alt+Shift+R", shown, ""),
            (
                "answer",
                self.tr("提交确认"),
                self._hand_in,
                "Ctrl+Alt+Return",
                whole,
                self.tr("每一处都要答复"),
            ),
        )
        for name, title, run, keys, enabled, hint in rows:
            self._commands.add(Command(f"amendment.{name}", title, run, keys, enabled=enabled, hint=hint))
        return tuple(f"amendment.{row[0]}" for row in rows[:-1])

    def _is_whole(self) -> bool:
        return self.isVisible() and len(self._answers) == len(self._changes)

    def _answer(self, stands: bool) -> None:
        """Answer the marked change, and mark the next one without an answer."""
        self._answers[self._changes[self._at].number] = stands
        order = [*range(self._at + 1, len(self._changes)), *range(self._at)]
        self._at = next((at for at in order if self._changes[at].number not in self._answers), self._at)
        self._draw()

    def _answer_all(self, stands: bool) -> None:
        self._answers = {change.number: stands for change in self._changes}
        self._draw()

    def _hand_in(self) -> None:
        self.answered.emit(frozenset(number for number, stands in self._answers.items() if stands))

    @Slot()
    def go_on(self) -> None:
        """Mark the next change, after the last the first."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        self._at = (self._at + step) % max(len(self._changes), 1)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        place = self._list.verticalScrollBar().value()
        body = "".join(self._block(at, change) for at, change in enumerate(self._changes))
        self._list.setHtml(f'<div style="{article_style(self._theme.colours)}">{body}</div>')
        self._list.verticalScrollBar().setValue(place)
        self._list.scrollToAnchor(f"change-{self._at}")
        taken = sum(self._answers.values())
        counts = {"a": taken, "r": len(self._answers) - taken, "o": len(self._changes) - len(self._answers)}
        words = self.tr("采纳 {a} 处 · 不采纳 {r} 处 · 未答 {o} 处。A 采纳，R 不采纳，F7 下一处，Shift+F7 上一处。")
        self._told.setText(words.format(**counts))
        self._commands.refresh()

    def _block(self, at: int, change: Shown) -> str:
        """One change: what it is of, the answer so far, its words, and the two answers to choose from."""
        colours, answer = self._theme.colours, self._answers.get(change.number)
        word, ink = {
            None: (self.tr("○ 未答"), colours.wait),
            True: (self.tr("✓ 采纳"), colours.ok),
            False: (self.tr("✗ 不采纳"), colours.returned),
        }[answer]
        marked = at == self._at
        title = self.tr("{sign}{n}. {title}").format(sign="▶ " if marked else "", n=at + 1, title=change.title)
        words = "".join(piece_html(piece, colours).replace("\n", "<br>") for piece in change.pieces)
        links = "　　".join(
            f'<a href="{address}{at}" style="color: {colours.accent};">{escape(said)}</a>'
            for address, said in ((TAKE, self.tr("采纳")), (LEAVE, self.tr("不采纳")))
        )
        ground = colours.selected if marked else colours.raised
        return (
            f'<a name="change-{at}"></a><table width="100%" cellpadding="10" cellspacing="0" bgcolor="{ground}" '
            f'style="margin: 0 0 10px 0;"><tr><td><b>{escape(title)}</b>　'
            f'<span style="color: {ink};">{escape(word)}</span>'
            f'<p style="margin: 6px 0;">{words}</p>{links}</td></tr></table>'
        )

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        target = address.toString()
        for begins, stands in ((TAKE, True), (LEAVE, False)):
            if target.startswith(begins):
                self._at = int(target.removeprefix(begins))
                self._answer(stands)
