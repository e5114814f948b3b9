"""What a person finds again in a newsroom: the articles that were open, and the list beside them.

It is written a second after it changed, so that who comes back after a crash finds it too.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QObject, QSettings, QTimer, Slot

from db.store.queues import Place as Listed
from db.store.queues import Queue
from desktop.screens.editor.place import Place
from desktop.shell.open_tabs import OpenTabs, Tab

SOON = 1000  # milliseconds from a change until it is written


class Remembering(QObject):
    """Keeps what one person has open in one newsroom."""

    def __init__(self, windows: QSettings, newsroom: str, person_id: int, tabs: OpenTabs, parent: QObject) -> None:
        super().__init__(parent)
        self._windows, self._key, self._tabs = windows, f"open/{newsroom}/{person_id}", tabs
        self._listed: tuple[Listed, str] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)
        tabs.changed.connect(self._on_changed)

    def listed(self, place: Listed, title: str) -> None:
        """Hear which list is shown."""
        self._listed = (place, title)
        self._on_changed()

    def found(self) -> tuple[list[Tab], int, tuple[Listed, str] | None]:
        """Return what was open the last time: the articles, which of them was seen, and the list with its title."""
        try:
            kept: dict[str, Any] = json.loads(str(self._windows.value(self._key, "{}")))
            tabs = [_tab(row) for row in kept.get("tabs", ())]
            listed = kept.get("list")
            place = (Listed(Queue(listed[0]), listed[1]), str(listed[2])) if listed else None
            return tabs, int(kept.get("current", -1)), place
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):  # written by another version, or by hand
            return [], -1, None

    @Slot()
    def keep(self) -> None:
        """Write it now."""
        self._soon.stop()
        self._tabs.take_down()
        tabs = [tab for tab in self._tabs.tabs if tab.article_id is not None]
        current = next((at for at, tab in enumerate(tabs) if tab is self._tabs.current), -1)
        place, title = self._listed or (None, "")
        kept = {
            "tabs": [_row(tab) for tab in tabs],
            "current": current,
            "list": [place.queue.value, place.channel_id, title] if place else None,
        }
        words = json.dumps(kept, ensure_ascii=False)
        if self._windows.value(self._key) != words:
            self._windows.setValue(self._key, words)

    @Slot()
    def _on_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()


def _row(tab: Tab) -> dict[str, Any]:
    place = {**asdict(tab.place), "version": 0}  # what was saved since this was written is the person's own
    return {"id": tab.article_id, "uid": tab.uid, "title": tab.title, "kept": tab.kept, "place": place}


def _tab(row: dict[str, Any]) -> Tab:
    place = Place(**{name: kind(row["place"][name]) for name, kind in _PLACE.items()})
    return Tab(int(row["id"]), str(row["uid"]), str(row["title"]), bool(row["kept"]), place=place, seen=True)


_PLACE = {"visual": bool, "anchor": int, "caret": int, "scroll": int, "side": int, "version": int}
