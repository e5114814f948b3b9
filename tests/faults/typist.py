"""The real program with a pair of hands inside: it signs in, opens a text, types numbered words and tells each of them.

Usage: python typist.py NEWSROOM PERSON ARTICLE type | look; ARTICLE is an id, or 0 for a new text. ``look`` tells what
stands on the screen, as JSON, and quits.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop import bootstrap
from desktop.shell.window import MainWindow

STEP = 15  # milliseconds between two keys


def window() -> MainWindow:
    return next(found for found in QApplication.topLevelWidgets() if isinstance(found, MainWindow))


def hands(person: str, article: int, verb: str) -> Iterator[None]:
    """Do one thing a turn."""
    while not window().welcome.sign_in.name_buttons and window().desk is None:
        yield
    if window().desk is None:
        buttons = window().welcome.sign_in.name_buttons
        next(button for button in buttons if button.text().startswith(person)).click()
    while (desk := window().desk) is None:
        yield
    desk.open_article(article or None)
    while desk.article is None or desk.article._opened is None:
        yield
    yield from (typing(desk) if verb == "type" else looking(desk))


def typing(desk) -> Iterator[None]:
    body = desk.article._sheet.body.editor
    while body.isReadOnly():
        yield
    body.setFocus()
    n = 0
    while True:
        n += 1
        for key in f"w{n:04d} ":
            QTest.keyClicks(body, key)
            yield
        print(f"typed {n} {time.monotonic()}", flush=True)


def looking(desk) -> Iterator[None]:
    for _ in range(20):  # what comes after opening: the offer, the lease
        yield
    reading = desk.article._reading
    buttons = [button.text() for button in reading.findChildren(QPushButton) if button.isVisible()]
    answer = {
        "body": desk.article._sheet.body.text(),
        "offered": buttons,
        "compared": reading._browser.toPlainText() if reading.isVisible() else "",
        "told": [message.text for message in desk.messages.messages()],
    }
    print(json.dumps(answer), flush=True)
    window().close()
    while True:
        yield


def main() -> int:
    newsroom, person, article, verb = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    app = QApplication(sys.argv[:1])
    turns = hands(person, article, verb)
    timer = QTimer(app, interval=STEP)
    timer.timeout.connect(lambda: next(turns))
    app.aboutToQuit.connect(timer.stop)
    QTimer.singleShot(0, app, timer.start)
    return bootstrap.run(newsroom, False)


if __name__ == "__main__":
    sys.exit(main())
