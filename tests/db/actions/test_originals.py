"""What a picture was made from is kept where the newsroom says so, tied to the picture, and found wherever it goes."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from dataclasses import replace

import pytest

from db.actions import assets, newsroom, release
from db.actions.assets import NewAsset, NewOriginal, NewRendition
from db.domain.errors import NotFound
from db.domain.people import PROGRAM
from db.store import assets as reading
from db.store import check, site
from db.store.backup import copy_newsroom, files_of
from db.store.restore import restore
from db.store.salvage import salvage
from db.store.unit import Store
from db.store.verify import verify
from tests.db.tampering import tamper

ORIGINAL = NewOriginal(b"all of it" * 100, "image/jpeg")
NAME = hashlib.sha256(ORIGINAL.data).hexdigest()
SMALL = NewAsset(
    b"made smaller", "image/jpeg", 2560, 1920, "会场.jpg", thumb=b"thumb",
    renditions=(NewRendition(b"webp", "image/webp", 480, 360),), original=ORIGINAL,
)  # fmt: skip
CUT = NewAsset(b"cut", "image/jpeg", 200, 100, "会场.jpg")
MASKED = NewAsset(b"masked", "image/jpeg", 200, 100, "会场.jpg")


@pytest.fixture
def keeping(desk):
    """A newsroom that keeps originals."""
    with desk.store.changing(desk.admin) as unit:
        newsroom.set_settings(unit, {"keep_originals": True})
    return desk


def add(desk, new):
    with desk.store.changing(desk.lin) as unit:
        return assets.add(unit, new)


def change(desk, new, made_from, **how):
    with desk.store.changing(desk.lin) as unit:
        return assets.add_changed(unit, new, made_from, **how)


def original(store, picture):
    with store.reading() as c:
        found = reading.original(c, picture)
        return found.digest if found else ""


def faults(store):
    return [fault.kind for fault in verify(store).faults]


def test_nothing_is_kept_unless_the_newsroom_says_so(desk):
    picture = add(desk, SMALL)
    assert original(desk.store, picture) == "" and original(desk.store, change(desk, CUT, picture)) == ""
    with desk.store.reading() as c, pytest.raises(NotFound):
        reading.data(c, NAME, desk.store.files)


def test_a_picture_made_smaller_knows_what_came_in(keeping):
    picture = add(keeping, SMALL)
    assert original(keeping.store, picture) == NAME
    with keeping.store.reading() as c:
        assert reading.data(c, NAME, keeping.store.files) == ORIGINAL.data
    assert check.check(keeping.store) == [] and faults(keeping.store) == []


def test_what_is_made_of_it_leads_all_the_way_back(keeping):
    picture = add(keeping, SMALL)
    cut = change(keeping, CUT, picture)
    turned = change(keeping, replace(CUT, data=b"cut and turned"), cut)
    assert original(keeping.store, cut) == original(keeping.store, turned) == NAME


def test_a_picture_that_came_in_as_it_is_kept_is_itself_the_original(keeping):
    picture = add(keeping, replace(SMALL, original=None))
    assert original(keeping.store, picture) == ""
    assert original(keeping.store, change(keeping, CUT, picture)) == picture


def test_from_a_masked_picture_nothing_leads_to_the_faces_in_it(keeping):
    masked = change(keeping, MASKED, add(keeping, SMALL), tied=False)
    assert original(keeping.store, masked) == ""
    assert original(keeping.store, change(keeping, CUT, masked)) == masked  # and no further


def test_an_original_is_no_asset_and_is_withheld_from_the_site(keeping):
    add(keeping, SMALL)
    with keeping.store.reading() as c:
        assert site.asset(c, NAME) is None and site.asset_bytes(c, keeping.store.files, NAME) is None
        with pytest.raises(NotFound):
            reading.get(c, NAME)
    add(keeping, NewAsset(ORIGINAL.data, "image/jpeg", 4000, 3000, "会场.jpg"))  # taken in whole, by choice
    with keeping.store.reading() as c:
        assert site.asset_bytes(c, keeping.store.files, NAME) == ORIGINAL.data


def test_a_large_one_lies_beside_the_record_and_is_backed_up_and_put_back(keeping, tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "INSIDE", 100)
    picture = add(keeping, SMALL)
    copy = copy_newsroom(keeping.store, tmp_path / "copy.caibian")
    if keeping.store.is_shared:  # which keeps all of it in the database
        with closing(Store(copy)) as store:
            assert original(store, picture) == NAME and check.check(store) == [] and faults(store) == []
        return
    assert [file.name for file in files_of(copy).iterdir()] == [NAME]
    back = tmp_path / "back" / "newsroom.caibian"
    back.parent.mkdir()
    restore(back, copy)
    with closing(Store(back)) as store:
        assert original(store, picture) == NAME and check.check(store) == [] and faults(store) == []
        (store.files / NAME).unlink()
        assert [(problem.kind, problem.key) for problem in check.check(store)] == [("lost", NAME)]


@pytest.mark.places("file")
def test_salvage_takes_originals_and_renditions_along(keeping, tmp_path):
    picture = add(keeping, SMALL)
    keeping.store.close()
    saved = salvage(keeping.store.path, tmp_path / "saved.caibian")
    assert (saved.lost, saved.dangling, saved.counts["original"], saved.counts["rendition"]) == ({}, 0, 1, 1)
    with closing(Store(tmp_path / "saved.caibian")) as store:
        assert original(store, picture) == NAME and check.check(store) == [] and faults(store) == []


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("DELETE FROM original", "original_missing"),
        ("UPDATE original SET digest = 'another'", "original_changed"),
        ("UPDATE original SET picture = (SELECT thumb FROM asset)", "original_unrecorded"),
    ],
)
def test_a_tie_that_was_tampered_with_is_found(keeping, sql, fault):
    add(keeping, SMALL)
    tamper(keeping.store, sql)
    assert fault in faults(keeping.store)


@pytest.mark.parametrize(
    ("sql", "values", "fault"),
    [
        ("DELETE FROM rendition", (), "rendition_missing"),
        ("UPDATE rendition SET digest = 'another'", (), "rendition_missing"),
        ("DELETE FROM blob WHERE data = ?", (b"webp",), "rendition_lost"),
        ("UPDATE blob SET data = ? WHERE data = ?", (b"other", b"thumb"), "rendition_changed"),
    ],
)
def test_what_a_release_carries_of_a_picture_is_compared_with_what_is_kept(desk, sql, values, fault):
    picture = add(desk, SMALL)
    saved = desk.approved(body=f"![图](asset:{picture})")
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    assert faults(desk.store) == []
    tamper(desk.store, sql, *values)
    assert faults(desk.store)[0] == fault


def test_the_trail_tells_of_it(keeping):
    picture = add(keeping, SMALL)
    with keeping.store.changing(PROGRAM) as unit:
        facts = unit.connection.exec_driver_sql("SELECT facts FROM audit WHERE verb = 'original'").scalar_one()
    assert json.loads(facts) == {"picture": picture, "digest": NAME}
