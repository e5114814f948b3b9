"""What is too large for the database lies beside it, and everyone who asks for it looks in the same place."""

from __future__ import annotations

from db.actions import assets
from db.actions.assets import NewAsset
from db.store import assets as reading
from db.store import check, site
from db.store.backup import copy_newsroom, files_of

FILM = NewAsset(b"film" * 100, "video/mp4", 0, 0, "文化下乡.mp4")


def test_a_large_file_is_read_checked_published_and_backed_up(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "INSIDE", 100)
    with desk.store.changing(desk.lin) as unit:
        digest = assets.add(unit, FILM)
    with desk.store.reading() as c:
        assert reading.data(c, digest, desk.store.files) == FILM.data
        assert site.asset_bytes(c, desk.store.files, digest) == FILM.data
    assert check.check(desk.store) == []
    if desk.store.is_shared:
        return  # nothing lies beside it, and its keeper backs it up
    copy = copy_newsroom(desk.store, tmp_path / "copy.caibian")
    assert [file.read_bytes() for file in files_of(copy).iterdir()] == [FILM.data]


def test_a_file_by_a_name_that_is_a_path_is_not_looked_for_elsewhere(desk, tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    name = str(tmp_path / "secret")
    with desk.store.changing(desk.lin) as unit:
        unit.connection.exec_driver_sql("INSERT INTO blob (digest, data) VALUES (?, NULL)", (name,))
    with desk.store.reading() as c:
        assert site.asset_bytes(c, desk.store.files, name) is None
