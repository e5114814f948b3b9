"""逐处合并: where two people changed one passage, both are shown side by side and one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.domain.article import Attachment
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.refusals import field_name
from desktop.kit.theme import Surface, lay, mark
from desktop.kit.wording import listed
from desktop.text.merging import BODY, Pick, Question

translate = QCoreApplication.translate


class MergeDialog(ConfirmDialog):
    """Nothing is chosen beforehand; it can be accepted once every question is answered."""

    def __init__(
        self, questions: Sequence[Question], theirs_by: str, channel_name: Callable[[int | None], str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title, accept = translate("MergeDialog", "逐处合并"), translate("MergeDialog", "合并并保存")
        words = translate("MergeDialog", "其他改动已经合在一起，只有这 {n} 处两边都改了。请逐处选一份。")
        super().__init__(title, words.format(n=len(questions)), accept, parent=parent)
        self._groups: list[QButtonGroup] = []
        self._channel_name = channel_name
        inside = QWidget()
        lay(inside, Surface.PAPER)
        column = QVBoxLayout(inside)
        column.setSpacing(14)
        for at, question in enumerate(questions, 1):
            column.addWidget(self._card(at, question, theirs_by))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        self.inside.addWidget(area)
        self.give_room_inside()
        self.accept_button.setEnabled(False)
        self.resize(820, 600)
        self._groups[0].buttons()[0].setFocus()

    def picks(self) -> list[Pick]:
        """Return the answers, in the order of the questions."""
        return [list(Pick)[group.checkedId()] for group in self._groups]

    def _card(self, at: int, question: Question, theirs_by: str) -> QWidget:
        card = QFrame()
        mark(card, "field", True)
        grid = QGridLayout(card)
        name = self.tr("正文") if question.name == BODY else field_name(question.name)
        heading = QLabel(self.tr("{at}. {name}").format(at=at, name=name))
        grid.addWidget(heading, 0, 0, 1, 2)
        group = QButtonGroup(card)
        sides = (
            (Pick.MINE, self.tr("用我的"), question.mine),
            (Pick.THEIRS, self.tr("用{who}的").format(who=theirs_by), question.theirs),
        )
        for column, (pick, label, value) in enumerate(sides):
            said = self._channel_name(value) if question.name == "channel_id" else value_words(value)
            button, words = QRadioButton(label), said or self.tr("（删去了）")
            button.setAccessibleDescription(self.tr("{name}：{words}").format(name=name, words=words))
            text = QLabel(words)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            group.addButton(button, list(Pick).index(pick))
            grid.addWidget(button, 1, column)
            grid.addWidget(text, 2, column)
            grid.setColumnStretch(column, 1)
        if question.name == BODY:
            both = QRadioButton(self.tr("两段都留，我再改"))
            group.addButton(both, list(Pick).index(Pick.BOTH))
            grid.addWidget(both, 3, 0, 1, 2)
        group.idClicked.connect(self._on_clicked)
        self._groups.append(group)
        return card

    def _on_clicked(self) -> None:
        self.accept_button.setEnabled(all(group.checkedId() >= 0 for group in self._groups))


def value_words(value: object) -> str:
    """Return a value of a field as people read it."""
    if isinstance(value, tuple):
        return listed([part.name if isinstance(part, Attachment) else str(part) for part in value])
    if isinstance(value, str):
        return value.strip()
    return "\n".join(str(part) for name in getattr(value, "__slots__", ()) if (part := getattr(value, name)))
