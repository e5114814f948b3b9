"""Where a row of the ledger stands in the text that is read: found by its words and what is around them."""

from __future__ import annotations

from itertools import islice

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop.kit.colours import Colours
from desktop.kit.marks import Layer, put_marks
from desktop.proofreading.fact import Fact

_AROUND = 16  # characters on each side by which one place is told from another
_SURE = 3  # of these must be alike: a summary says the same figures in other words, and is not shown
_MOST = 2_000  # places of the same words that are looked at


def place_of(text: str, fact: Fact, shown: str) -> int:
    """Return where a fact of ``text`` begins in the text that is shown, -1 when it is not there."""
    start = max(text.rfind("\n", 0, fact.start) + 1, fact.start - _AROUND)
    end = text.find("\n", fact.end)
    whole = text[start : min(fact.end + _AROUND, end if end >= 0 else len(text))]
    at = shown.find(whole)
    if at >= 0 and len(whole) > len(fact.text) and shown.find(whole, at + 1) < 0:
        return at + fact.start - start
    before = _letters(text[max(0, fact.start - 2 * _AROUND) : fact.start])[-_AROUND:]
    after = _letters(text[fact.end : fact.end + 2 * _AROUND])[:_AROUND]
    best, most = -1, min(_SURE, len(before) + len(after)) - 1
    for at in islice(_every(shown, fact.text), _MOST):
        end = at + len(fact.text)
        alike = _alike(before[::-1], _letters(shown[max(0, at - 2 * _AROUND) : at])[::-1])
        alike += _alike(after, _letters(shown[end : end + 2 * _AROUND]))
        if alike > most:
            best, most = at, alike
    return best


def _every(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _letters(text: str) -> str:
    """Return a text without blanks and line ends: paragraphs and cells are divided otherwise where it is shown."""
    return "".join(text.split())


def _alike(one: str, other: str) -> int:
    for at, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return at
    return min(len(one), len(other))


def show_place(browser: QTextBrowser, text: str, fact: Fact, colours: Colours) -> bool:
    """Mark a fact in the text that is read and bring it into sight; False when it does not stand there."""
    shown = browser.toPlainText()
    at = place_of(text, fact, shown)
    if at < 0:
        forget_place(browser)
        return False
    cursor = QTextCursor(browser.document())
    cursor.setPosition(_units(shown[:at]))
    cursor.setPosition(cursor.position() + _units(fact.text), QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setBackground(QColor(colours.mark))
    look.setForeground(QColor(colours.ink))
    look.setFontUnderline(True)
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = cursor, look
    put_marks(browser, Layer.FACT, [selection])
    _bring_into_sight(browser, cursor)
    return True


def _units(text: str) -> int:
    """Return how long Qt takes a text to be: a sign beyond the first 65,536 counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def forget_place(browser: QTextBrowser) -> None:
    put_marks(browser, Layer.FACT, [])


def _bring_into_sight(browser: QTextBrowser, cursor: QTextCursor) -> None:
    """Scroll only when the place is not well in sight: a text that jumps at every row is hard to read."""
    place, height = browser.cursorRect(cursor), browser.viewport().height()
    if place.top() < height // 8 or place.bottom() > height - height // 4:
        bar = browser.verticalScrollBar()
        bar.setValue(bar.value() + place.top() - height // 3)
