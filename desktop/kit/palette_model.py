"""What the palette offers for what was typed: commands and what providers find, by how well they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot

from desktop.kit.commands import Command, Commands, shown_keys
from desktop.kit.matching import score
from desktop.kit.pinyin import spell
from desktop.kit.wording import spoken

AnyIndex = QModelIndex | QPersistentModelIndex

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
PAUSE = 60  # milliseconds without a key before providers are asked
KEYWORD_LOSS = 50  # a keyword that fits counts a little less than a title that does


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One line of the palette."""

    title: str
    run: Callable[[], object]
    detail: str = ""  # at the right: a shortcut, a stage, a role
    enabled: bool = True
    worth: int = 0  # how well it fits, as desktop.kit.matching.score counts; the better stands higher


Answer = Callable[[Sequence[PaletteItem]], None]
Provider = Callable[[str, Answer], None]


class PaletteModel(QAbstractListModel):
    """Items for one query. Providers (articles, people) answer when they can; an answer to an older one is dropped."""

    def __init__(self, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._providers: list[Provider] = []
        self._items: list[PaletteItem] = []
        self._found: dict[int, Sequence[PaletteItem]] = {}
        self._query = ""
        self._asked = 0
        self._spelled = cache(spell)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_pause)

    def add_provider(self, provider: Provider) -> None:
        """Let ``provider(query, answer)`` add items; it may call ``answer`` later, on the main thread."""
        self._providers.append(provider)

    def look_for(self, query: str) -> None:
        """Show the commands that fit at once, and ask the providers after a short pause."""
        self._query = query.strip()
        self._asked += 1
        self._found.clear()
        self._show()
        if self._query:
            self._pause.start()
        else:
            self._pause.stop()

    def item(self, row: int) -> PaletteItem | None:
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, item: PaletteItem) -> int:
        """Return where an item of an earlier answer stands now, -1 when it is gone."""
        wanted = (item.title, item.detail)
        return next((row for row, other in enumerate(self._items) if (other.title, other.detail) == wanted), -1)

    @Slot()
    def _on_pause(self) -> None:
        for number, provider in enumerate(self._providers):
            provider(self._query, partial(self._on_answer, self._asked, number))

    def _on_answer(self, asked: int, number: int, items: Sequence[PaletteItem]) -> None:
        if asked == self._asked:
            self._found[number] = items
            self._show()

    def _show(self) -> None:
        self.beginResetModel()
        found = [item for number in sorted(self._found) for item in self._found[number]]
        # what can be done now comes first among what fits as well
        self._items = sorted([*self._fitting(), *found], key=lambda item: (-item.worth, not item.enabled))
        self.endResetModel()

    def _fitting(self) -> Iterable[PaletteItem]:
        for command in self._commands:
            worth = self._score(command)
            if worth > 0:
                run = partial(self._commands.run, command.id)
                yield PaletteItem(command.title, run, shown_keys(command.shortcut), command.enabled(), worth)

    def _score(self, command: Command) -> int:
        if not self._query:
            return 1
        fits = [self._fit(command.title), *(self._fit(word) - KEYWORD_LOSS for word in command.keywords)]
        return max(fits)

    def _fit(self, words: str) -> int:
        return score(self._query, words, self._spelled(words))

    # Qt overrides

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        item = self.item(index.row())
        return super().flags(index) if item is None or item.enabled else Qt.ItemFlag.NoItemFlags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((item.title, item.detail))
        return None
