"""Failures in words that an editor can act on."""

import dataclasses
import re
from pathlib import Path

import pytest

from db.domain import errors, workflow
from db.domain.errors import (
    BadValue,
    DeskError,
    Leased,
    NotAllowed,
    NotApproved,
    SignInFailed,
    StoreUnavailable,
    WrongStage,
)
from desktop.kit import sentences
from desktop.kit.sentences import sentence
from desktop.kit.times import local_time

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, DeskError) and kind is not DeskError
]


def specimen(kind):
    values = {
        "int": 3,
        "str": "青禾",
        "tuple[str, ...]": ("title", "source"),
        "Path": Path("青禾县.caibian"),
        "Place": Path("青禾县.caibian"),
    }
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return kind(*(values[field.type] for field in fields))


def whole(text):
    """A sentence to its end, with no slot left open and no word of the program in it."""
    known = text.replace("青禾县.caibian", "")
    return known.endswith(("。", "）")) and "{" not in known and re.search("[a-z_]{3,}", known) is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sentence_of_its_own(kind):
    assert kind in sentences._SENTENCES
    assert whole(sentence(specimen(kind)))


@pytest.mark.parametrize(
    "reason", ["full", "locked", "read_only", "damaged", "io", "missing", "no_rights", "memory", "closing"]
)
def test_every_fault_of_the_disk_says_what_to_do(reason):
    assert whole(sentence(StoreUnavailable(reason)))


@pytest.mark.parametrize(
    "reason",
    [
        "empty",
        "too_long",
        "format",
        "taken",
        "unknown",
        "not_picture",
        "too_large",
        "animated",
        "circle",
        "in_use",
        "short",
    ],
)
def test_every_refused_value_says_why(reason):
    assert whole(sentence(BadValue("title", reason)))
    assert "“青禾”" in sentence(BadValue("title", reason, "青禾"))


@pytest.mark.parametrize("rule", ["digest", "level", "lapsed", "publisher_retired", "withdrawn"])
def test_what_is_missing_before_publishing_is_said(rule):
    assert whole(sentence(NotApproved(1, rule)))


@pytest.mark.parametrize(
    "rule",
    [
        "role",
        "author",
        "level",
        "two_levels",
        "not_author",
        "submitter",
        "retired",
        "last_admin",
        "signed_out",
        "unconfirmed",
        "amending",
        "not_amending",
        "amender",
        "no_amendment",
        "own_amendment",
        "decided",
        "own_levels",
        "behind",
        "not_behind",
        "correction",
    ],
)
def test_every_rule_says_who_may(rule):
    assert whole(sentence(NotAllowed("approve", rule)))


@pytest.mark.parametrize("step", workflow.Step)
@pytest.mark.parametrize("stage", [*workflow.Stage, *workflow.Publication])
def test_every_step_and_stage_has_its_word(step, stage):
    assert whole(sentence(WrongStage(step, stage)))


def test_a_kind_without_words_yet_is_still_told():
    class Unheard(DeskError):
        pass

    assert "Unheard" in sentence(Unheard())


def test_a_special_case_of_a_kind_takes_its_sentence():
    class VeryFull(StoreUnavailable):
        pass

    assert "磁盘已满" in sentence(VeryFull("full"))


def test_times_are_those_of_the_wall_clock():
    assert local_time("2026-11-24T08:00:00Z") == "11-24 16:00"
    assert local_time("不详") == "不详"
    assert "11-24 16:00" in sentence(Leased("claim", "周敏", "书房", "2026-11-24T08:00:00Z"))
    assert "11-24 16:00" in sentence(SignInFailed(0, "2026-11-24T08:00:00Z"))


def test_a_full_disk_is_told_with_the_room_that_is_left(tmp_path):
    told = sentence(StoreUnavailable("full", str(tmp_path / "n.caibian")))
    assert re.search(r"还剩 [\d,]+\.\d MB", told)
    assert "还剩" not in sentence(StoreUnavailable("full", str(tmp_path / "gone" / "n.caibian")))
