"""When a text is saved, told by a clock that the test puts forward."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit

from db.domain.article import Fields
from db.store.clock import stamp, system_clock
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.saving import LATEST, PAUSE, Saver, State, _clock


class Clock:
    """Gives out timers, and lets them run off as it is put forward."""

    def __init__(self) -> None:
        self.now = 0
        self.timers: list[HandTimer] = []

    def timer(self, parent: QObject) -> HandTimer:
        made = HandTimer(self, parent)
        self.timers.append(made)
        return made

    def forward(self, milliseconds: int) -> None:
        for _ in range(milliseconds):
            self.now += 1
            for timer in self.timers:
                if timer.due == self.now:
                    timer.due = None
                    timer.timeout.emit()


class HandTimer(QObject):
    timeout = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._interval = clock, 0
        self.due: int | None = None

    def setSingleShot(self, _single: bool) -> None:  # noqa: N802  # as QTimer has it
        pass

    def setInterval(self, milliseconds: int) -> None:  # noqa: N802
        self._interval = milliseconds

    def isActive(self) -> bool:  # noqa: N802
        return self.due is not None

    def start(self) -> None:
        self.due = self._clock.now + self._interval

    def stop(self) -> None:
        self.due = None


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def edit(qtbot):
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def saver(desk, clock, edit):
    composition = Composition(edit)
    composition.watch([edit])
    text = lambda: Fields(title="题", body=edit.toPlainText())  # noqa: E731
    made = Saver(desk.tasks, desk.recovery, composition, text, edit, timer=clock.timer)
    made._last = text()
    edit.textChanged.connect(made.touch)
    return made


def begun(saver):
    return saver.state is State.SAVING


def test_a_text_is_saved_a_second_after_the_last_key(saver, clock, edit):
    edit.insertPlainText("青")
    clock.forward(400)
    edit.insertPlainText("禾")
    clock.forward(PAUSE - 1)
    assert not begun(saver)
    clock.forward(1)
    assert begun(saver)


def test_a_text_that_is_written_without_a_pause_is_saved_within_two_seconds_of_its_first_key(saver, clock, edit):
    edit.insertPlainText("青")
    for _ in range(LATEST // 100 - 1):
        clock.forward(100)
        edit.insertPlainText("禾")
        assert not begun(saver)
    clock.forward(99)
    assert not begun(saver)
    clock.forward(1)
    assert begun(saver)


def test_the_time_begins_anew_with_the_first_key_after_a_save(saver, clock, edit, qtbot):
    edit.insertPlainText("青")
    clock.forward(PAUSE)
    qtbot.waitUntil(lambda: saver.clean)
    clock.forward(10_000)
    assert saver.clean
    edit.insertPlainText("禾")
    clock.forward(PAUSE - 1)
    assert not begun(saver)


def compose(edit, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(edit, event)


def test_who_composes_word_after_word_is_saved_between_two_words(saver, clock, edit, qtbot):
    compose(edit, "qing")
    compose(edit, commit="青")
    compose(edit, "he")
    clock.forward(LATEST + 50)
    assert saver.state is State.DIRTY
    compose(edit, commit="禾")
    qtbot.waitUntil(lambda: saver.clean)
    assert saver._last.body == "青禾"


def test_what_is_typed_while_a_conflict_is_open_lies_in_a_recovery_file(saver, clock, edit, desk):
    saver._held = True
    edit.insertPlainText("还在写。")
    clock.forward(PAUSE)
    assert desk.recovery.unsaved(desk.people["林晓"])[0].fields.body == "还在写。"


def test_the_program_itself_uses_real_timers(desk):
    assert isinstance(desk.screen._saver._pause, QTimer)


@pytest.fixture
def slow(desk):
    """A writer that is held up, as by a disk that hangs or another program; let go by setting the event."""
    gate = threading.Event()
    desk.tasks.change(desk.tasks, lambda _unit: gate.wait(20))
    yield gate
    gate.set()


def test_what_is_written_while_a_save_hangs_lies_in_a_recovery_file_and_the_person_is_told(
    desk, slow, saver, clock, edit
):
    told = []
    saver.state_changed.connect(lambda words, wrong: told.append((words, wrong)))
    edit.insertPlainText("青")
    clock.forward(PAUSE)
    assert begun(saver)
    edit.insertPlainText("禾")
    clock.forward(LATEST)
    assert desk.recovery.find(saver._key, saver._person()).fields.body == "青禾"
    assert told[-1][1]
    edit.insertPlainText("县")
    clock.forward(LATEST)
    assert desk.recovery.find(saver._key, saver._person()).fields.body == "青禾县"


def test_what_was_written_while_a_slow_save_ran_is_saved_without_another_key(desk, slow, saver, clock, edit, qtbot):
    edit.insertPlainText("青")
    clock.forward(PAUSE)
    edit.insertPlainText("禾")
    clock.forward(3 * LATEST)  # both timers ran off while the save was under way
    with qtbot.waitSignal(saver.saved):
        slow.set()
    with qtbot.waitSignal(saver.saved):
        clock.forward(LATEST)
    assert saver.clean and desk.recovery.find(saver._key, saver._person()) is None


def test_a_recovery_file_that_cannot_be_removed_does_not_stop_saving(desk, saver, edit, qtbot, monkeypatch):
    def refuse(_path, missing_ok=False):
        raise PermissionError("read-only")

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    for words in ("青", "禾"):
        edit.insertPlainText(words)
        with qtbot.waitSignal(saver.saved):
            saver.save()
    assert saver.clean


def test_when_a_text_was_saved_is_told_with_the_day_unless_that_is_today():
    assert _clock("2020-10-15T04:26:00Z") == "10-15 12:26"
    assert len(_clock(stamp(system_clock()))) == len("12:26:00")
