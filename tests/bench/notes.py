"""The same as ``keys.py`` with notes in the text: ``python tests/bench/notes.py [CHARACTERS] [KEYS] [NOTES]``."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from keys import let_run, report, typed
from PySide6.QtWidgets import QApplication
from rows import newsroom_of
from text import article

from db.actions import notes, write
from db.domain.article import Fields, Words
from db.domain.note import BODY, Spot
from db.store import people
from db.store.unit import Store
from desktop.kit.commands import Commands
from desktop.kit.garbage import Collector
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Mode, Theme
from desktop.recovery import Recovery
from desktop.screens.editor.screen import ArticleScreen
from desktop.text.plain import plain


def main() -> None:
    size, keys, many = [int(given) for given in sys.argv[1:]] + [5_000, 200, 50][len(sys.argv) - 1 :]
    app = QApplication([])
    collector = Collector(app)
    theme = Theme(Mode.LIGHT, app)
    theme.apply(app)
    text, chance = article(size), random.Random(3)
    read = plain(text)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(newsroom_of(20, Path(folder) / "notes.caibian"))
        tasks, commands = Tasks(store), Commands(theme)
        with store.reading() as connection:
            tasks.actor = people.actor(connection, 2, "测")
        with store.changing(tasks.actor) as unit:
            saved = write.start(unit, Fields(title="批注", body=text), Words(read, size))
            for _ in range(many):
                at = chance.randrange(len(read) - 12)
                spot = Spot(BODY, "", read[at : at + 12], read[max(0, at - 32) : at], read[at + 12 : at + 44], at)
                notes.annotate(unit, saved.draft_id, spot, "请核对")
        screen = ArticleScreen(tasks, theme, commands, MessageBar(theme), recovery=Recovery(Path(folder) / "recovery"))
        screen.resize(1200, 800)
        screen.show()
        commands.put_on_icons()
        for visual in (True, False):
            screen.open(saved.article_id)
            let_run(app, perf_counter() + 2)
            screen._sheet.body.set_visual(visual)
            commands.run("note.list")
            let_run(app, perf_counter() + 1)
            report(f"{many} notes, {'as it reads' if visual else 'source'}", typed(app, screen, text, keys))
        screen.close_article()
        tasks.drain()
        store.close()
    collector.stop()


if __name__ == "__main__":
    main()
