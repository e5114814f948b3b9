"""Measures find and replace at the window, in an article of 50,000 characters: `python tests/bench/find_bar.py`."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.body import Body
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.finder import Finder
from desktop.text.finding import Query

SENTENCE = "青禾县今年秋粮丰收，Word 2024年11月24日，**同比**增长12.5%。"
PARAGRAPHS = 50_000 // (6 * len(SENTENCE))
TABLE = "| 项目 | 数字 |\n|---|---|\n" + "| 丰收 | 1 |\n" * 20
TEXT = "\n\n".join([SENTENCE * 6] * PARAGRAPHS + [TABLE] * 10)
QUERIES = {
    "a word": Query("丰收"),
    "a Latin word, whole": Query("word", whole=True),
    "a character that is everywhere": Query("1"),
    "width folded": Query("word", width=True),
    "a date": Query(r"(\d+)年(\d+)月(\d+)日", pattern=True),
    "over the ends of paragraphs": Query("[^。]+", pattern=True),
    "any character": Query(".", pattern=True),
    "a hostile pattern, stopped": Query(r"(?:.|[^。])+\b\B", pattern=True),
}


def taken(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    app = QApplication(sys.argv[:1])
    theme = Theme(Mode.LIGHT)
    theme.apply(app)
    body = Body(theme)
    body.resize(900, 800)
    body.show()
    for visual in (True, False):
        body.set_visual(visual)
        body.set_text(TEXT)
        app.processEvents()
        finder = Finder(theme, Composition(), lambda: body.editor)
        print(f"{'as it reads' if visual else 'source'}, {len(TEXT):,} characters")
        for name, query in QUERIES.items():
            times = []
            for _ in range(9):
                finder.look_for(query, anew=True)
                finder.begin()
                times.append(taken(finder.settle))
            print(f"  {name:32} {statistics.median(times):7.1f} ms   {finder.count:,} hits")
        finder.look_for(QUERIES["a word"])
        print(f"  {'to the next':32} {statistics.median(taken(finder.go) for _ in range(99)):7.1f} ms")
        print(f"  {'all replaced':32} {taken(partial(finder.replace_all, '歉收')):7.1f} ms")
        finder.end()


if __name__ == "__main__":
    main()
