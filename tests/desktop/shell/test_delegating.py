"""代审安排: for one's own levels, for anybody's as an administrator; ended before its time from the same place."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from db.domain.delegation import Delegation
from db.domain.people import Person, Role
from desktop.shell.delegating import DelegationDialog, begins, ends

NONE: frozenset[int] = frozenset()
PEOPLE = [
    Person(number, f"p{number}", name, frozenset({role}), NONE, NONE, True, False)
    for number, name, role in (
        (1, "周敏", Role.REVIEWER), (2, "高远", Role.REVIEWER), (3, "林晓", Role.EDITOR), (4, "许安", Role.REVIEWER)
    )
]  # fmt: skip
GIVEN = Delegation(7, 1, "周敏", 2, "高远", "2026-11-23T16:00:00Z", "2026-11-30T16:00:00Z", "外出", "")


@pytest.fixture
def dialog(qtbot):
    ended: list[int] = []

    def make(*, every=False):
        made = DelegationDialog(1, every, PEOPLE, [GIVEN], ended.append)
        qtbot.addWidget(made)
        made.ended = ended
        return made

    return make


def test_a_day_is_one_of_the_newsrooms_calendar_and_the_last_counts(qapp):
    assert begins("2026-11-24") == "2026-11-23T16:00:00Z"
    assert ends("2026-11-30") == "2026-11-30T16:00:00Z"


def test_one_gives_ones_own_levels(dialog):
    made = dialog()
    assert made.whose.value() == 1
    assert made.whose.isHidden()
    made.to.set_value(4)
    made.since.set_value("2026-11-24")
    made.until.set_value("2026-11-30")
    made.reason.set_value("培训")
    made.accept()
    assert made.result()
    wanted = made.wanted()
    assert (wanted.person_id, wanted.to_id, wanted.reason) == (1, 4, "培训")
    assert (wanted.since, wanted.until) == ("2026-11-23T16:00:00Z", "2026-11-30T16:00:00Z")


@pytest.mark.parametrize(("to", "until"), [(None, "2026-11-30"), (1, "2026-11-30"), (4, ""), (4, "2026-11-01")])
def test_what_cannot_be_is_said_at_its_field(dialog, to, until):
    made = dialog(every=True)
    made.to.set_value(to)
    made.since.set_value("2026-11-24")
    made.until.set_value(until)
    made.accept()
    assert not made.result()


def test_what_is_arranged_is_listed_with_its_days_and_ended_with_a_button(dialog, qtbot):
    made = dialog()
    words = [label.text() for label in made.findChildren(QLabel)]
    assert "高远 代 周敏，2026-11-24 到 2026-11-30" in words
    [button] = [b for b in made.findChildren(QPushButton) if b.text() == "结束"]
    button.click()
    assert made.ended == [7]
    assert button.isHidden()
