"""Texts kept aside on this machine."""

from __future__ import annotations

from pathlib import Path

from db.domain.article import Fields, Policy
from desktop.recovery import RecoveredText, Recovery


def text(key: str, article_id: int | None = None, person: int = 1, at: str = "2026-11-24T03:00:00Z") -> RecoveredText:
    fields = Fields(title="青禾", body="正文", policy=Policy("青政发〔2026〕1号"))
    return RecoveredText(key, person, article_id, 3, at, fields)


def test_a_text_comes_back_as_it_was_put(tmp_path: Path):
    recovery = Recovery(tmp_path / "not yet there")
    recovery.put(text("uid", 7))
    assert recovery.find("uid", 1) == text("uid", 7)
    recovery.drop("uid", 1)
    recovery.drop("uid", 1)
    assert recovery.find("uid", 1) is None


def test_two_people_of_one_machine_keep_their_texts_of_one_article_apart(tmp_path: Path):
    recovery = Recovery(tmp_path)
    for person in (1, 2):
        recovery.put(text("uid", 7, person))
    assert [recovery.find("uid", person) for person in (1, 2, 3)] == [text("uid", 7), text("uid", 7, 2), None]
    recovery.drop("uid", 2)
    assert [recovery.find("uid", person) for person in (1, 2)] == [text("uid", 7), None]


def test_two_newsrooms_of_one_machine_keep_their_texts_apart(tmp_path: Path):
    ours, theirs = Recovery(tmp_path, "ours"), Recovery(tmp_path, "theirs")
    ours.put(text("a"))
    assert (ours.unsaved(1), theirs.unsaved(1)) == ((text("a"),), ())


def test_a_key_that_is_a_path_leads_nowhere_else(tmp_path: Path):
    recovery = Recovery(tmp_path / "recovery")
    for outside in ("../settings", str(tmp_path / "settings"), "a/b", "con:", "\0", "长" * 300):
        recovery.put(text(outside, 7))
        assert recovery.find(outside, 1) == text(outside, 7)
        recovery.drop(outside, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["recovery"]


def test_only_ones_own_drafts_without_an_article_are_offered_oldest_first(tmp_path: Path):
    recovery = Recovery(tmp_path)
    late, early = text("a", at="2026-11-24T09:00:00Z"), text("b", at="2026-11-24T01:00:00Z")
    for kept in (late, early, text("c", 7), text("d", person=2)):
        recovery.put(kept)
    assert recovery.unsaved(1) == (early, late)


def test_a_torn_or_foreign_file_is_passed_over_and_left_where_it_is(tmp_path: Path):
    recovery = Recovery(tmp_path)
    for name, words in (("torn", '{"format": "caibian/rec'), ("list", "[]"), ("other", '{"format": "other/1"}')):
        (tmp_path / f"{name}.json").write_text(words, encoding="utf-8", newline="\n")
    assert recovery.unsaved(1) == () and len(list(tmp_path.iterdir())) == 3
