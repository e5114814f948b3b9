"""A pair of hands before the window: clicks and keys as the system delivers them, aimed at what a person can read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from .play import Do, Until

LOOKED_AT = 400  # rows of a list that a person would look through
Aim = Callable[["Thing"], QPoint]
Field = QLineEdit | QPlainTextEdit | QTextEdit | QComboBox | QDateTimeEdit


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen that can be read and clicked."""

    name: str
    widget: QWidget
    place: QRect  # in the widget
    enabled: bool = True

    def centre(self) -> QPoint:
        """Return where it is in its window."""
        return self.widget.mapTo(self.widget.window(), self.place.center())

    def window(self) -> QWindow:
        handle = self.widget.window().windowHandle()
        assert handle is not None
        return handle

    def in_reach(self) -> bool:
        """Say whether a click there would meet it and nothing that lies over it."""
        met = self.widget.window().childAt(self.centre())
        return met is None or met is self.widget or self.widget.isAncestorOf(met)


class Hand:
    """Finds things by the words that stand on them, waits for them as a person would, and clicks and types."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window

    # Reading

    async def sees(self, *words: str) -> None:
        """Wait until all of this is to be read somewhere in front."""
        for word in words:
            await Until(lambda word=word: word in self._all_words(), lambda word=word: self._missed(f"“{word}”"))

    def now_sees(self, word: str) -> bool:
        return word in self._all_words()

    async def misses(self, word: str) -> None:
        """Wait until this is nowhere to be read."""
        await Until(lambda: word not in self._all_words(), lambda: self._missed(f"no “{word}” any more"))

    async def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something beside the window holds."""
        return await Until(holds, lambda: self._missed("what the story waits for"))

    async def reads(self, field: str, value: str) -> None:
        """Wait until a field holds this."""
        await Until(lambda: self._value(field) == value, lambda: self._missed(f"{field} = “{value}”"))

    # Doing

    async def click(self, name: str) -> None:
        """Click a button, a tab or an entry of a menu."""
        await self._click(name, self._buttons)

    async def click_row(self, words: str) -> None:
        """Click a line of a list."""
        await self._click(words, self._rows)

    async def go_to(self, place: str) -> None:
        """Click a line of the left column."""
        await self._click(place, self._navigation)

    async def pick(self, field: str, choice: str) -> None:
        """Choose from a drop-down list."""
        await self._click(field, self._fields)
        await self._click(choice, self._rows)

    async def write(self, field: str, text: str) -> None:
        """Click into a field, empty it, and type."""
        await self._click(field, self._fields)
        await self.press("Ctrl+A")
        await self.press("Backspace")
        await self.type(text)

    async def click_into(self, field: str, words: str) -> None:
        """Click into a text, where these words stand, as soon as they do."""

        def texts() -> Iterator[Thing]:
            return (thing for thing in self._fields() if words in _words(thing.widget))

        await self._click(field, texts, lambda thing: _place_of(words, thing.widget))

    async def type(self, text: str) -> None:
        """Type where the cursor is: Latin by keys, Chinese through the input method, phrase by phrase."""
        for latin, run in _runs(text):
            await Until(self._keyboard, lambda: self._missed("something that has the keyboard"))
            await Do(lambda latin=latin, run=run: self._keys(run) if latin else self._compose(run))

    async def press(self, keys: str) -> None:
        """Press a key with its modifiers, as in ``Ctrl+Enter``."""
        stroke = QKeySequence(keys)[0]
        await Do(lambda: QTest.keyClick(self._handle(), stroke.key(), stroke.keyboardModifiers()))

    async def look_for(self, words: str) -> None:
        """Type into the palette."""
        await self.press("Ctrl+K")
        await self.until(lambda: (line := QApplication.focusWidget()) and line.accessibleName().startswith("搜"))
        await self.type(words)

    async def run(self, command: str) -> None:
        """Call a command by its name through the palette."""
        await self.look_for(command)
        await self.click_row(command)

    async def paste(self, picture: QImage) -> None:
        """Paste a picture where the cursor is."""
        QGuiApplication.clipboard().setImage(picture)
        await self.press("Ctrl+V")

    async def chooses(self, path: Path) -> None:
        """Answer the system's question for a file or a folder, with its whole name pasted."""
        await self.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        QGuiApplication.clipboard().setText(str(path))
        await self.press("Ctrl+A")
        await self.press("Ctrl+V")
        await self.press("Enter")

    async def drop(self, field: str, path: Path) -> None:
        """Drag a file from the desktop into a field."""
        await self._click(field, self._fields)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        thing = _best(field, self._fields())
        assert thing is not None
        at = QPointF(thing.centre())
        await Do(lambda: _drop(self._handle(), at, data))

    async def caibian(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the program once more beside the open window, in a terminal, and wait for its end."""
        started = start(*arguments)
        await self.until(lambda: started.poll() is not None)
        out, err = started.communicate()
        return subprocess.CompletedProcess(started.args, started.returncode, out, err)

    async def closes(self) -> None:
        """Close the window."""
        await self.press("Ctrl+Q")

    # What is where

    @property
    def window(self) -> QWidget:
        if self._window is None:
            shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible())
            self._window = next(shown, None)
            assert self._window is not None, "there is no window yet"
            self._window.resize(1440, 900)  # the screen of the offscreen platform is smaller than any desk's
        return self._window

    def _front(self) -> QWidget:
        """Return what takes clicks now: an open menu, a question, a panel over the window, or the window."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            return over
        dialogs = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
        return next(dialogs, self.window)

    def _handle(self) -> QWindow:
        """Return the window that the keyboard belongs to, brought to the front as by a click on it."""
        front = self._front()
        if not front.isActiveWindow() and front is not QApplication.activePopupWidget():
            front.activateWindow()
        handle = front.windowHandle()
        assert handle is not None
        return handle

    async def _click(self, name: str, things: Callable[[], Iterator[Thing]], at: Aim | None = None) -> None:
        """Wait until the thing can be clicked, and click it: found again at that moment, as lists are filled anew."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        clicked: list[Thing] = []

        def act() -> None:
            thing = _best(name, things())
            if thing is not None:
                clicked.append(thing)
                QTest.mouseClick(thing.window(), left, none, at(thing) if at else thing.centre())

        while not clicked:
            await Until(lambda: _best(name, things()), lambda: self._missed(f"“{name}” to click on"))
            await Do(act)

    def _buttons(self) -> Iterator[Thing]:
        for widget in _in_sight(self._front()):
            if isinstance(widget, QAbstractButton):
                for name in {widget.accessibleName(), widget.text()} - {""}:
                    yield Thing(_plain(name), widget, widget.rect(), widget.isEnabled())
            elif isinstance(widget, QTabBar):
                for at in range(widget.count()):
                    yield Thing(_plain(widget.tabText(at)), widget, widget.tabRect(at), widget.isTabEnabled(at))
            elif isinstance(widget, QMenu):
                for action in widget.actions():
                    place = widget.actionGeometry(action)
                    yield Thing(_plain(action.text()), widget, place, action.isEnabled() and not action.isSeparator())

    def _fields(self) -> Iterator[Thing]:
        for widget in _in_sight(self._front()):
            if isinstance(widget, Field):
                yield Thing(widget.accessibleName(), widget, widget.rect(), widget.isEnabled())

    def _rows(self) -> Iterator[Thing]:
        for widget in _in_sight(self._front()):
            if isinstance(widget, QAbstractItemView) and widget.accessibleName() != "导航":
                yield from _rows(widget)

    def _navigation(self) -> Iterator[Thing]:
        for widget in _in_sight(self._front()):
            if isinstance(widget, QAbstractItemView) and widget.accessibleName() == "导航":
                yield from _rows(widget)

    def _value(self, field: str) -> str:
        thing = _best(field, self._fields())
        return _words(thing.widget) if thing else ""

    def _all_words(self) -> str:
        """Return everything that is to be read, in front and in the window behind it."""
        parts: list[str] = []
        for top in {self._front(), self.window}:
            for widget in _in_sight(top):
                parts.append(_words(widget))
                if isinstance(widget, QAbstractItemView):
                    parts += [row.name for row in _rows(widget)]
        return "\n".join(filter(None, parts))

    def _missed(self, what: str) -> str:
        return f"waited in vain for {what}; on the screen:\n{self._all_words()[:4000]}"

    # Keys

    def _keyboard(self) -> QObject | None:
        """Return what has the keyboard, if the window in front has it yet."""
        self._handle()
        return QGuiApplication.focusObject()

    def _keys(self, text: str) -> None:
        for letter in text:  # a list of proposals may open and close under the fingers
            key, given = (Qt.Key.Key_Return, "\r") if letter == "\n" else (Qt.Key(ord(letter.upper())), letter)
            QTest.sendKeyEvent(QTest.KeyAction.Click, self._handle(), key, given, Qt.KeyboardModifier.NoModifier, 0)

    def _compose(self, text: str) -> None:
        """As a pinyin input method does it: letters under way first, then the phrase."""
        target = self._keyboard()
        assert target is not None
        QCoreApplication.sendEvent(target, QInputMethodEvent("pin'yin", []))
        done = QInputMethodEvent("", [])
        done.setCommitString(text)
        QCoreApplication.sendEvent(target, done)


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start the program with a command, as a system's scheduler or an administrator does."""
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def _in_sight(top: QWidget) -> Iterator[QWidget]:
    """Yield what is shown of a window, in the order in which it was made."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is top.window():
            yield widget


def _rows(view: QAbstractItemView) -> Iterator[Thing]:
    model = view.model()
    if model is not None:
        yield from _below(view, model, QModelIndex())


def _below(view: QAbstractItemView, model: QAbstractItemModel, parent: QModelIndex) -> Iterator[Thing]:
    for row in range(min(model.rowCount(parent), LOOKED_AT)):
        index = model.index(row, 0, parent)
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole) or ""
        if words:
            yield _Row(str(words).strip(), view, QRect(), bool(index.flags() & Qt.ItemFlag.ItemIsEnabled), index)
        yield from _below(view, model, index)


@dataclass(frozen=True, slots=True)
class _Row(Thing):
    """A line of a list, which is scrolled to before it is clicked."""

    index: QModelIndex = field(default_factory=QModelIndex)

    def centre(self) -> QPoint:
        view = self.widget
        assert isinstance(view, QAbstractItemView)
        view.scrollTo(self.index)
        place = view.visualRect(self.index)
        return view.viewport().mapTo(
            view.window(), QPoint(place.left() + min(60, place.width() // 2), place.center().y())
        )


def _best(name: str, things: Iterator[Thing]) -> Thing | None:
    """Return what is called so, or begins so, or at least has the words in it; only what can be used."""
    usable = [thing for thing in things if thing.enabled and name in thing.name]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for thing in usable:
            if fits(thing.name, name) is True and (_bring_into_sight(thing.widget) or thing.in_reach()):
                return thing
    return None


def _bring_into_sight(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _words(widget: QWidget) -> str:
    match widget:
        case QLabel():
            return widget.text()
        case QLineEdit():
            return widget.displayText()
        case QDateTimeEdit():
            return widget.text()
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()
        case QAbstractButton():
            return _plain(f"{widget.text()} {widget.accessibleName()}")
        case QComboBox():
            return widget.currentText()
        case QTabBar():
            return "\n".join(_plain(widget.tabText(at)) for at in range(widget.count()))
        case QMenu():
            return "\n".join(_plain(action.text()) for action in widget.actions())
    return widget.accessibleName()


def _plain(name: str) -> str:
    return name.replace("&", "").strip()


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Cut a text into what keys give and what the input method gives."""
    run = ""
    for letter in text:
        if run and run[-1].isascii() != letter.isascii():
            yield run.isascii(), run
            run = ""
        run += letter
    if run:
        yield run.isascii(), run


def _place_of(words: str, text: QWidget) -> QPoint:
    """Return where words stand in a text, in its window."""
    assert isinstance(text, QPlainTextEdit | QTextEdit)
    found = text.document().find(words)
    if not text.viewport().rect().contains(text.cursorRect(found)):  # a person scrolls there
        there = text.textCursor()
        there.setPosition(found.position())
        text.setTextCursor(there)
        text.ensureCursorVisible()
    return text.viewport().mapTo(text.window(), text.cursorRect(found).center())


def _drop(handle: QWindow, at: QPointF, data: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(handle, QDragEnterEvent(at.toPoint(), copy, data, left, none))
    QCoreApplication.sendEvent(handle, QDropEvent(at, copy, data, left, none))
