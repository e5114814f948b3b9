"""What a row says."""

from datetime import UTC, datetime

import pytest

from db.domain.article import ArticleRow, Lane
from db.domain.workflow import Publication, Purpose, Stage
from db.store.queues import Queue
from desktop.screens.library.lines import chip, line, when
from desktop.screens.library.places import empty_text, name_of

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # noon in the newsroom


def row(**others):
    values = {
        "article_id": 1,
        "number": "2026-00001",
        "title": "山塘清淤",
        "channel": "乡镇动态",
        "stage": Stage.EDITING,
        "level": 0,
        "levels": 3,
        "publication": Publication.NONE,
        "count": 1284,
        "source": "",
        "by": "林晓",
        "holder": "",
        "changed_at": "2026-11-24T03:00:00Z",
        "waiting_since": "",
        "scheduled_for": "",
        "published_at": "",
        "opinion": "",
    }
    return ArticleRow(**{**values, **others})


@pytest.mark.parametrize(
    ("utc", "words"),
    [
        ("2026-11-24T03:59:30Z", "刚刚"),
        ("2026-11-24T02:42:00Z", "10:42"),
        ("2026-11-23T02:42:00Z", "昨天"),
        ("2026-11-20T02:42:00Z", "11-20"),
        ("2025-11-20T02:42:00Z", "2025-11-20"),
        ("", ""),
    ],
)
def test_a_time_is_as_short_as_it_can_be(utc, words):
    assert when(utc, now=NOW) == words


def test_a_schedule_is_told_to_the_minute():
    assert when("2026-11-25T00:00:00Z", to_the_minute=True, now=NOW) == "明天 08:00"


def test_the_chip_names_the_level_that_reads():
    assert chip(row(stage=Stage.REVIEW, level=2))[0] == "复审中"
    assert chip(row(stage=None, publication=Publication.LIVE))[0] == "已发布"
    assert chip(row(stage=None, publication=Publication.WITHDRAWN))[0] == "已撤稿"


def test_a_row_says_what_matters_at_its_stage():
    assert line(row()).words == ("乡镇动态", "1,284 字", "林晓")
    assert "请核实数字" in line(row(stage=Stage.RETURNED, opinion="请核实数字")).words
    assert "周敏在审" in line(row(stage=Stage.REVIEW, level=1, holder="周敏")).words
    assert line(row(publication=Publication.LIVE)).words[0] == "改稿"
    assert line(row(title="")).title


def test_every_queue_has_a_name_and_says_what_to_do_when_it_is_empty():
    assert all(name_of(queue) and empty_text(queue) for queue in Queue)


def test_a_correction_is_told_beside_the_stage_of_the_other_draft():
    waiting = Lane(2, Purpose.CORRECTION, Stage.REVIEW, 1)
    live = {"publication": Publication.LIVE, "correction": waiting, "correction_levels": 2}
    beside = line(row(stage=Stage.APPROVED, **live))
    assert (beside.chip, beside.words[0]) == ("已通过", "更正初审中")
    alone = line(row(stage=Stage.REVIEW, level=1, levels=2, **live))
    assert (alone.chip, alone.words[0]) == ("初审中", "更正")
