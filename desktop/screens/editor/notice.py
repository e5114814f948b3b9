"""A line above the text that says why it cannot be edited here, or what was said about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.kit.colours import Tone
from desktop.kit.theme import mark
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.words import stage_words


class NoticeLine(QFrame):
    """Hidden while there is nothing to say; may offer one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Callable[[], None] | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, words: str, tone: Tone = Tone.WAIT, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say something, or nothing with an empty text."""
        self._words.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._run = run
        mark(self, "tone", tone.value)
        self.setVisible(bool(words))

    def show_amendment(self, found: Opened, me: int | None, confirm: Callable[[], None] | None) -> bool:
        """Say that the text is being amended here, or that an amendment waits; return whether either is so.

        ``confirm`` is given for who may confirm it, or for the amender, who may take it back.
        """
        waiting = found.amendment
        if found.amending:
            self.say(self.tr("审改中：改动将逐处标记，完成后由这篇稿件的编辑逐处确认。写下的文字随时保存。"))
        elif waiting is None:
            return False
        else:
            n = len(waiting.changes)
            mine = waiting.person_id == me
            words = (
                self.tr("您审改了 {n} 处，等编辑确认。确认之后才能作决定。")
                if mine
                else self.tr("{who}审改了 {n} 处，等编辑确认。")
            )
            action = self.tr("收回审改") if mine else self.tr("逐处确认")
            self.say(words.format(who=waiting.by, n=n), Tone.WAIT, action if confirm else "", confirm)
        return True

    def show_opinion(self, found: Opened, compare: Callable[[int], None]) -> None:
        """Say why a text came back, else nothing; ``compare`` takes the id of the revision that was returned."""
        last = next(reversed(found.of_lane()), None)
        if last is not None and stage_words(found)[1] is Tone.RETURNED and found.writable:
            words = self.tr("{who}退回：{opinion}").format(who=last.by, opinion=last.opinion)
            self.say(words, Tone.RETURNED, self.tr("对照送审稿"), partial(compare, last.revision_id))
        else:
            self.say("")

    @Slot()
    def _on_clicked(self) -> None:
        if self._run is not None:
            self._run()
