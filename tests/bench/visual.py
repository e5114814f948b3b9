"""A long article in the visual editor: ``python tests/bench/visual.py [KEYS]``.

50,000 characters with 30 pictures and 10 tables. Prints how long it takes to open it (read, laid out, painted), to take
its Markdown for a save, to change to the source and back, to paste 20 pages as Word copies them; and how the memory
grows over KEYS typed and partly taken back (18,000 unless said otherwise).
"""

from __future__ import annotations

import os
import random
import resource
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from text import article, sentence

from desktop.intake.clipboard.reader import read_clip
from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.body import Body

PAGES = 20


def long_article() -> str:
    """News of 50,000 characters, and every element of it often."""
    table = "| 镇 | 户数 | 比例 |\n| --- | --: | :-: |\n" + "".join(f"| 清河镇 | {n * 37} | {n}% |\n" for n in range(8))
    parts = article(50_000).split("\n\n")
    for n in range(30):
        parts.insert(n * len(parts) // 31 + 1, f'![图{n}](asset:{n:064x} "图说{n}｜摄影：方一鸣")')
    for n in range(10):
        parts.insert(n * len(parts) // 11 + 2, table.rstrip())
    return "\n\n".join(parts) + "\n"


def word_pages() -> str:
    """Paragraphs as Word writes them to the clipboard, about 800 characters a page."""
    chance = random.Random(5)
    style = "class=MsoNormal style='text-indent:24.0pt;mso-char-indent-count:2.0'"
    words = "".join(
        f"<p {style}><span lang=ZH-CN>{sentence(chance)}<o:p></o:p></span></p>\n" for _ in range(PAGES * 20)
    )
    return f"<html><body lang=ZH-CN><!--StartFragment-->{words}<!--EndFragment--></body></html>"


def told(name: str, began: float) -> None:
    print(f"{name:36} {(perf_counter() - began) * 1000:8.1f} ms")


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 18_000
    app = QApplication([])
    theme = Theme(Mode.LIGHT, app)
    theme.apply(app)
    body = Body(theme)
    body.resize(900, 900)
    body.show()
    body.set_text("先热身。\n\n| 甲 |\n| --- |\n| 乙 |\n")
    body.text()
    app.processEvents()
    text = long_article()
    began = perf_counter()
    body.set_text(text)
    app.processEvents()
    told(f"open {len(text):,} characters", began)
    body.visual.insertPlainText("字")
    for name in ("Markdown, the first time", "Markdown, one paragraph changed"):
        began = perf_counter()
        body.text()
        told(name, began)
        body.visual.insertPlainText("字")
    for visual, name in ((False, "change to the source"), (True, "and back")):
        began = perf_counter()
        body.set_visual(visual)
        app.processEvents()
        told(name, began)
    html = word_pages()
    began = perf_counter()
    clip = read_clip(html, None)
    body.visual.moveCursor(QTextCursor.MoveOperation.End)
    body.visual.insert_blocks(clip.blocks)
    app.processEvents()
    told(f"paste {PAGES} pages, {len(html):,} of HTML", began)
    before = megabytes()
    for n in range(keys):
        key = Qt.Key.Key_Return if n % 60 == 59 else Qt.Key.Key_Backspace if n % 10 == 9 else Qt.Key.Key_A
        QTest.keyClick(body.visual, key)
        if n % 100 == 99:
            body.text()
            app.processEvents()
    print(f"memory over {keys:,} keys {'':>13} {megabytes() - before:8.1f} MB more than {before:.0f}")


if __name__ == "__main__":
    main()
