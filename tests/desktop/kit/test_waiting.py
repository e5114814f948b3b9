"""How long a text waits is said in words; that it is late is a word and a sign, not a colour."""

from datetime import UTC, datetime

import pytest

from desktop.kit.colours import Tone
from desktop.kit.waiting import spell, waiting

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "due", "words", "tone"),
    [
        ("2026-11-25T11:42:00Z", "", "已等 18 分钟", Tone.PLAIN),
        ("2026-11-25T09:00:00Z", "2026-11-26T09:00:00Z", "已等 3 小时", Tone.PLAIN),
        ("2026-11-24T15:00:00Z", "2026-11-25T15:00:00Z", "⏳ 还剩 3 小时", Tone.WAIT),
        ("2026-11-24T10:00:00Z", "2026-11-25T10:00:00Z", "⚠ 已超时 2 小时", Tone.RETURNED),
        ("", "", "", Tone.PLAIN),
    ],
)
def test_it_is_said_how_long_it_waits_and_how_that_stands_to_the_deadline(qapp, since, due, words, tone):
    assert waiting(since, due, NOW) == (words, tone)


@pytest.mark.parametrize(("seconds", "words"), [(5, "不到 1 分钟"), (7200, "2 小时"), (3 * 86_400, "3 天")])
def test_a_time_is_told_in_its_largest_unit(qapp, seconds, words):
    assert spell(seconds) == words
