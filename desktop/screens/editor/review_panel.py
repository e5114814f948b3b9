"""The reviewer's word: an opinion, 退回修改 or 通过, bound to the revision on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.domain.waiver import ALT, Waiver
from desktop.kit.buttons import CommandButton
from desktop.kit.colours import Tone
from desktop.kit.forms import TextField
from desktop.kit.theme import ButtonKind, mark
from desktop.kit.times import local_time
from desktop.kit.waiting import waiting
from desktop.screens.editor.ledger import Checked
from desktop.screens.editor.loading import Opened
from desktop.text.assets import Use

if TYPE_CHECKING:
    from db.store.history import Event


class ReviewPanel(QWidget):
    """Lies at the bottom of the inspector while the person may decide."""

    def __init__(self, action: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        """``action`` gives that of a command."""
        super().__init__(parent)
        self._who = QLabel()
        self._who.setWordWrap(True)
        mark(self._who, "tint", "soft")
        self._time = QLabel()
        self._time.setWordWrap(True)
        self._waived = QLabel()
        self._waived.setWordWrap(True)
        self._waived.setMargin(5)
        self._waived.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._waived, "tone", Tone.WAIT.value)
        self._waived.hide()
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self._facts.hide()
        self._claim, self._put_down = CommandButton(action("article.claim")), CommandButton(action("article.put_down"))
        self.opinion = TextField(self.tr("审核意见"), lines=3, placeholder=self.tr("退回时必填"))
        above = QHBoxLayout()
        above.addWidget(self._who, 1)
        above.addWidget(self._claim)
        above.addWidget(self._put_down)
        below = QHBoxLayout()
        below.addWidget(CommandButton(action("article.amend")))
        below.addWidget(CommandButton(action("article.return")), 1)
        below.addWidget(CommandButton(action("article.approve"), ButtonKind.APPROVE), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(above)
        layout.addWidget(self._time)
        layout.addWidget(self._waived)
        layout.addWidget(self.opinion)
        layout.addWidget(self._facts)
        layout.addLayout(below)

    def show_text(self, opened: Opened, me: int | None) -> None:
        """Show which text a decision is about, who reads it, and what was set aside for it."""
        self._show_claim(opened, me)
        self._show_time(*opened.waiting)
        self._show_waivers(opened.waivers, opened.pictures)

    def _show_claim(self, opened: Opened, me: int | None) -> None:
        claim, digest = opened.claim, opened.submitted.digest if opened.submitted is not None else ""
        mine = claim is not None and claim.person_id == me
        if claim is None:
            who = self.tr("还没有人领审")
        elif mine:
            by = _handed_by(opened.events, me)
            who = self.tr("{name}转交给您审").format(name=by) if by else self.tr("由您领审")
        else:
            who = self.tr("{name}正在审").format(name=claim.holder)
        self._who.setText(self.tr("{who}\n摘要码 {digest}").format(who=who, digest=f"{digest[:8]}…{digest[-4:]}"))
        if opened.instead_of:
            self._who.setText(self.tr("{words}\n您代{name}审").format(words=self._who.text(), name=opened.instead_of))
        self._claim.setVisible(claim is None)
        self._put_down.setVisible(mine)

    def _show_time(self, since: str, due: str) -> None:
        """Say how long it waits, and until when it is to be decided."""
        words, tone = waiting(since, due)
        until = self.tr("{words}，限 {when} 前审完").format(words=words, when=local_time(due)) if due else words
        self._time.setText(until)
        self._time.setVisible(bool(words))
        _set_tone(self._time, tone)

    def _show_waivers(self, waivers: Sequence[Waiver], pictures: Sequence[Use]) -> None:
        """Say which rules were set aside, by whom and why."""
        order = {use.digest: (at, use.caption) for at, use in reversed(list(enumerate(pictures, 1)))}
        lines = []
        for one in waivers:
            if one.rule == ALT and one.subject in order:
                at, caption = order[one.subject]
                named = self.tr("第 {n} 张图片“{caption}”") if caption else self.tr("第 {n} 张图片")
                line = self.tr("{picture}没有替代文字。{by}：{reason}")
                picture = named.format(n=at, caption=caption)
                lines.append(line.format(picture=picture, by=one.by, reason=one.reason))
        self._waived.setText("\n".join([self.tr("豁免 {n} 项").format(n=len(lines)), *lines]))
        self._waived.setVisible(bool(lines))

    @Slot(object)
    def show_facts(self, checked: Checked | None) -> None:
        """Say how many facts are checked, and how many keep the text from being approved."""
        self._facts.setVisible(checked is not None and checked.of > 0)
        if checked is None:
            return
        missing = checked.demanded and checked.open > 0
        words = (
            self.tr("事实已核对 {n} / {of}，还有 {open} 条，全部核对后才能通过")
            if missing
            else self.tr("事实已核对 {n} / {of}")
        )
        self._facts.setText(words.format(n=checked.checked, of=checked.of, open=checked.open))
        _set_tone(self._facts, Tone.WAIT if missing else Tone.PLAIN)

    def ask_for_opinion(self) -> None:
        self.opinion.show_error(self.tr("退回要写明意见，作者要靠它修改。"))
        self.opinion.setFocus()


def _set_tone(label: QLabel, tone: Tone) -> None:
    """Put a line on the ground of its tone; a plain one stands quietly among the others."""
    plain = tone is Tone.PLAIN
    mark(label, "tone", None if plain else tone.value)
    mark(label, "tint", "soft" if plain else "")
    label.setMargin(0 if plain else 5)


def _handed_by(events: Sequence[Event], me: int | None) -> str:
    """Return who gave a person the text that waits at its level, if anybody did."""
    for event in reversed(events):
        if event.verb == "hand_over":
            return event.by if event.facts.get("to") == me else ""
        if event.verb in ("submit", "approve"):  # it came to its level
            break
    return ""
