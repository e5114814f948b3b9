"""From the key to the painted letter in the article: ``python tests/bench/keys.py [CHARACTERS] [KEYS] [COMMAND…]``.

The whole screen stands, on a record, with preview, counts and saving. Keys come as a person gives them: mostly 60 ms
apart, sometimes with a pause in which the preview follows and the text is saved. A key that comes while the program is
busy waits, and its waiting counts. Prints news text and one paragraph of the same length, as it reads and as source.
Commands are carried out first: ``view.focus view.typewriter view.outline`` measures with these on.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from rows import newsroom_of
from text import article

from db.store import people
from db.store.unit import Store
from desktop.kit.commands import Commands
from desktop.kit.garbage import Collector
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Mode, Theme
from desktop.recovery import Recovery
from desktop.screens.editor.screen import ArticleScreen

APART, PAUSE = 0.06, 1.5  # seconds
PAUSES = 50  # keys from one pause to the next
SIGNS = "青禾县今年秋粮丰收面积产量农户"


class Painted(QObject):
    """Knows whether the text was painted since it was asked last."""

    seen = False

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def let_run(app: QApplication, until: float) -> None:
    while perf_counter() < until:
        app.processEvents()


def typed(app: QApplication, screen: ArticleScreen, text: str, keys: int) -> list[float]:
    """Type in the middle of ``text``; return what each key took."""
    screen._sheet.body.set_text(text)
    body = screen._sheet.body.editor
    cursor = body.textCursor()
    cursor.setPosition(body.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    body.setTextCursor(cursor)
    body.ensureCursorVisible()
    body.setFocus()
    let_run(app, perf_counter() + 3)
    painted = Painted()
    body.viewport().installEventFilter(painted)
    took = []
    due = perf_counter()
    for n in range(keys):
        due = max(due + (PAUSE if n % PAUSES == PAUSES - 1 else APART), perf_counter())
        let_run(app, due)
        painted.seen = False
        enter = n % 25 == 24
        sign = "\r" if enter else SIGNS[n % len(SIGNS)]
        key = Qt.Key.Key_Return if enter else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(body, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign))
        while not painted.seen:
            app.processEvents()
        took.append((perf_counter() - due) * 1000)
    body.viewport().removeEventFilter(painted)
    return took


def report(name: str, took: list[float]) -> None:
    took = sorted(took)
    p50, p95, p99 = (took[min(len(took) - 1, len(took) * part // 100)] for part in (50, 95, 99))
    print(f"{name:28} p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f}  most {took[-1]:6.2f} ms  ({len(took)} keys)")


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    keys = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    app = QApplication([])
    collector = Collector(app)
    theme = Theme(Mode.LIGHT, app)
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(newsroom_of(20, Path(folder) / "keys.caibian"))
        tasks, commands = Tasks(store), Commands(theme)
        with store.reading() as connection:
            tasks.actor = people.actor(connection, 2, "测")
        screen = ArticleScreen(tasks, theme, commands, MessageBar(theme), recovery=Recovery(Path(folder) / "recovery"))
        screen.resize(1200, 800)
        screen.show()
        commands.put_on_icons()
        screen.open(None)
        let_run(app, perf_counter() + 1)
        for command in sys.argv[3:]:
            commands.run(command)
        for name, text in (("news", article(size)), ("one paragraph", article(size).replace("\n", ""))):
            for visual in (True, False):
                screen.open(None)
                let_run(app, perf_counter() + 1)
                screen._sheet.body.set_visual(visual)
                report(f"{name}, {'as it reads' if visual else 'source'}", typed(app, screen, text, keys))
        screen.close_article()
        tasks.drain()
        store.close()
    collector.stop()


if __name__ == "__main__":
    main()
