"""The changes of 一键排版 as a list to read: the rules, each with what it changes, before and after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.kit.theme import Theme
from desktop.kit.wording import tidy_titles
from desktop.text.tidy import Change, Rule

AnyIndex = QModelIndex | QPersistentModelIndex
CHANGE_ROLE = Qt.ItemDataRole.UserRole + 1
HEIGHT = 28
_SPACES = {ord(" "): "␣", 0x3000: "□", ord("\t"): "→", ord("\n"): "↵", 0x2028: "↵", 0xA0: "␣", 0xFFFC: "▢"}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = 0  # the id of a rule's index; a change has its rule's number, from 1


class ChangesModel(QAbstractItemModel):
    """Two levels: rules to check, and their changes.

    Signals:
        rules_changed: the person switched a rule on or off.
    """

    rules_changed = Signal()

    def __init__(self, rules: Collection[Rule], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tidy_titles()
        self._on = set(rules)
        self._changes: dict[Rule, list[Change]] = {rule: [] for rule in Rule}

    def rules(self) -> frozenset[Rule]:
        return frozenset(self._on)

    def show(self, changes: Sequence[Change]) -> None:
        self.beginResetModel()
        self._changes = {rule: [] for rule in Rule}
        for change in changes:
            self._changes[change.rule].append(change)
        self.endResetModel()

    def count(self) -> int:
        return sum(map(len, self._changes.values()))

    def _heading(self, rule: Rule) -> str:
        title = self._titles[rule.value]
        if rule not in self._on:
            return self.tr("{title}（不改）").format(title=title)
        found = len(self._changes[rule])
        words = self.tr("{title}：{n} 处") if found else self.tr("{title}：没有")
        return words.format(title=title, n=f"{found:,}")

    def spoken(self, change: Change) -> str:
        """Return the change in one breath."""
        changed, dropped = self.tr("{lead}【{before}】改为【{after}】{trail}"), self.tr("{lead}【{before}】删去{trail}")
        before = shown(change.before) or self.tr("空段")
        words = changed if change.after else dropped
        return words.format(lead=change.lead, before=before, after=shown(change.after), trail=change.trail)

    # Qt overrides

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's own
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        number = index.internalId() if index.isValid() else _TOP
        return self.createIndex(number - 1, 0, _TOP) if number else QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(Rule)
        return len(self._changes[_rule(parent.row())]) if parent.internalId() == _TOP else 0

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            rule = _rule(index.row())
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if rule in self._on else Qt.CheckState.Unchecked
            return self._heading(rule) if role == Qt.ItemDataRole.DisplayRole else None
        change = self._changes[_rule(index.internalId() - 1)][index.row()]
        if role == CHANGE_ROLE:
            return change
        return self.spoken(change) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.internalId() != _TOP:
            return False
        rule = _rule(index.row())
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._on.add(rule)
        else:
            self._on.discard(rule)
        self.dataChanged.emit(index, index)
        self.rules_changed.emit()
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.internalId() == _TOP else flags


class ChangeDelegate(QStyledItemDelegate):
    """Paints a change: what goes, an arrow, what comes, and grey what stands around."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def _pieces(self, change: Change) -> list[tuple[str, str, str]]:
        """Return words with the colours of their letters and of their ground."""
        colours = self._theme.colours
        before = shown(change.before) or self.tr("空段")
        after = shown(change.after) or self.tr("删去")
        return [
            (f"…{change.lead}".replace("\n", " ") if change.lead else "", colours.ink_soft, ""),
            (before, colours.returned, colours.returned_soft),
            (" → ", colours.ink_soft, ""),
            (after, colours.ok, colours.ok_soft if change.after else ""),
            (f"{change.trail}…".replace("\n", " ") if change.trail else "", colours.ink_soft, ""),
        ]

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        change = index.data(CHANGE_ROLE)
        if change is None:
            super().paint(painter, option, index)
            return
        colours = self._theme.colours
        painter.save()
        place = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.selection))
        font = option.font
        metrics = QFontMetricsF(font)
        place.setLeft(place.left() + 4)
        for words, ink, ground in self._pieces(change):
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            width = metrics.horizontalAdvance(words)
            if not words:
                continue
            if ground:
                painter.fillRect(QRectF(place.left(), place.top() + 4, width, place.height() - 8), QColor(ground))
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(place.left(), place.top(), width + 1, place.height()), _LEFT, words)
            place.setLeft(place.left() + width)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), HEIGHT)


def shown(text: str) -> str:
    """Return a text with spaces and line ends that are seen."""
    return text.translate(_SPACES)


def _rule(row: int) -> Rule:
    return tuple(Rule)[row]
