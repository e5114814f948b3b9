"""The rows of the ledger as a list: any number of them, those that are open alone where that is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.domain.ticks import Tick
from desktop.kit.wording import spoken
from desktop.proofreading.fact import Fact, Kind
from desktop.screens.editor.fact_rows import FactRows

FACT_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # the fact
TICK_ROLE = FACT_ROLE + 1  # its tick, None while it is open
TEXT_ROLE = FACT_ROLE + 2  # the sentence, and where in it the fact begins and ends
WHERE_ROLE = FACT_ROLE + 3  # where else than in the text it stands

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def kind_words() -> Mapping[Kind, str]:
    """Return sign and word for each kind of fact."""
    return {
        Kind.FIGURE: translate("Facts", "# 数字"),
        Kind.DATE: translate("Facts", "◷ 日期"),
        Kind.PERSON: translate("Facts", "@ 人名"),
        Kind.ORGANISATION: translate("Facts", "▣ 单位"),
        Kind.PLACE: translate("Facts", "◎ 地名"),
        Kind.QUOTATION: translate("Facts", "“ 引文"),
        Kind.POLICY: translate("Facts", "〔〕文号"),
        Kind.DOCUMENT: translate("Facts", "《》文件"),
    }


class FactModel(QAbstractListModel):
    """Holds the facts in the order of the text and what was said of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._facts: Sequence[Fact] = ()
        self._summary = (0, 0)
        self._ticks: dict[str, Tick] = {}
        self._rows: list[int] = []  # numbers of the facts that are shown
        self._row_of: dict[str, int] = {}
        self._open_only = False
        self._words = kind_words()

    def show(self, rows: FactRows, ticks: Mapping[str, Tick]) -> None:
        """Show the facts of another text."""
        self.beginResetModel()
        self._text, self._facts, self._summary = rows.text, rows.facts, rows.summary
        self._ticks = dict(ticks)
        self._sieve()
        self.endResetModel()

    def set_open_only(self, open_only: bool) -> None:
        self.beginResetModel()
        self._open_only = open_only
        self._sieve()
        self.endResetModel()

    def set_ticks(self, ticks: Mapping[str, Tick]) -> None:
        """Hear what is ticked now. A row stays in a list of open ones until that is asked for anew."""
        changed = {key for key in self._ticks.keys() | ticks.keys() if self._ticks.get(key) != ticks.get(key)}
        self._ticks = dict(ticks)
        for row in sorted(self._row_of[key] for key in changed if key in self._row_of):
            self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def ticks(self) -> Mapping[str, Tick]:
        return self._ticks

    def counts(self) -> tuple[int, int]:
        """Return how many facts are ticked, and how many there are."""
        return sum(self._ticked(fact) is not None for fact in self._facts), len(self._facts)

    def fact(self, row: int) -> Fact | None:
        return self._facts[self._rows[row]] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        return self._row_of.get(key, -1)

    def next_open(self, row: int) -> int:
        """Return the first open row from ``row`` on, then from the top; -1 when every one is ticked."""
        order = (*range(row, len(self._rows)), *range(row))
        return next((at for at in order if self._ticked(self._facts[self._rows[at]]) is None), -1)

    def _sieve(self) -> None:
        shown = range(len(self._facts))
        self._rows = [n for n in shown if not self._open_only or self._ticked(self._facts[n]) is None]
        self._row_of = {self._facts[number].key: row for row, number in enumerate(self._rows)}

    def _ticked(self, fact: Fact) -> Tick | None:
        tick = self._ticks.get(fact.key)
        return tick if tick is not None and tick.ticked else None

    def _sentence(self, fact: Fact) -> tuple[str, int, int]:
        start, end = fact.sentence
        end = max(end, fact.end)  # what is quoted goes beyond one sentence
        return self._text[start:end].replace("\n", " "), fact.start - start, fact.end - start

    def _spoken(self, fact: Fact) -> str:
        tick = self._ticked(fact)
        said = translate("Facts", "已核对") if tick else translate("Facts", "未核对")
        note = translate("Facts", "依据：{note}").format(note=tick.note) if tick and tick.note else ""
        return spoken((self._words[fact.kind], fact.text, said, note, self._sentence(fact)[0]))

    # Qt overrides

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fact = self.fact(index.row())
        if fact is None:
            return None
        if role == FACT_ROLE:
            return fact
        if role == TICK_ROLE:
            return self._ticked(fact)
        if role == TEXT_ROLE:
            return self._sentence(fact)
        if role == WHERE_ROLE:
            return translate("Facts", "在摘要里") if self._summary[0] <= fact.start < self._summary[1] else ""
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._ticked(fact) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(fact)
        if role == Qt.ItemDataRole.ToolTipRole:
            tick = self._ticked(fact)
            return translate("Facts", "依据：{note}").format(note=tick.note) if tick and tick.note else ""
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable
