"""The two questions of the publishing desk refuse half answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from desktop.kit.account_dialog import WithdrawDialog
from desktop.kit.schedule_dialog import ScheduleDialog
from desktop.kit.times import local_day_time
from desktop.kit.when import clock_time, utc_of

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def test_the_next_morning_is_offered_in_local_time(qtbot):
    dialog = ScheduleDialog("秋粮", lambda: NOW)
    qtbot.addWidget(dialog)
    assert dialog.at_utc() == "2026-11-25T00:00:00Z"
    assert local_day_time(dialog.at_utc()) == "2026-11-25 08:00"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("17:35", "17:35"), ("8：05", "08:05"), ("1735", "17:35"), ("930", "09:30"), ("8点", "08:00"),
     ("8点30分", "08:30"), ("24:00", ""), ("12:60", ""), ("早上", ""), ("", "")],
)  # fmt: skip
def test_a_time_is_taken_as_people_write_it(typed, meant):
    assert clock_time(typed) == meant


def test_what_is_no_time_is_said_at_its_field(qtbot):
    dialog = ScheduleDialog("秋粮", lambda: NOW)
    qtbot.addWidget(dialog)
    dialog.time.set_value("下午")
    dialog.accept()
    assert dialog.result() == 0 and "08:30" in dialog.time.problem()
    dialog.time.set_value("17：35")
    assert dialog.at_utc() == "2026-11-25T09:35:00Z"


def test_a_time_gone_by_is_refused_with_a_sentence(qtbot):
    dialog = ScheduleDialog("秋粮", lambda: NOW)
    qtbot.addWidget(dialog)
    dialog.day.set_value("2026-11-24")
    dialog.accept()
    assert dialog.result() == 0 and any("已经过去" in label.text() for label in dialog.day.findChildren(QLabel))
    dialog.day.set_value("")
    dialog.accept()
    assert dialog.result() == 0


def test_a_withdrawal_needs_its_kind_and_its_reason(qtbot):
    dialog = WithdrawDialog("秋粮")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.result() == 0 and dialog.kind.problem() and dialog.reason.problem()


def test_local_time_is_eight_hours_ahead():
    assert utc_of("2026-01-01", "07:30") == "2025-12-31T23:30:00Z"
