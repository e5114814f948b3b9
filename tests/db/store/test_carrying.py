"""A record is carried between a server and a file, whole: it opens, it verifies, and what was written is in it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sqlalchemy import inspect, select

from db.actions import assets, channels, release
from db.actions.assets import NewAsset
from db.domain.channels import ChannelKind
from db.domain.errors import NotANewsroom, StoreUnavailable
from db.schema.base import metadata
from db.store import articles, check, search
from db.store.backup import copy_newsroom
from db.store.carrying import carry_in
from db.store.postgres import tables
from db.store.unit import Store
from db.store.upgrade import schema_number
from db.store.verify import verify

pytestmark = pytest.mark.places("server")


def test_all_of_a_record_on_a_server_is_in_the_file_and_holds(desk, tmp_path):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    other = desk.start(title="又一篇")
    copy = Store(copy_newsroom(desk.store, tmp_path / "copy.caibian"))
    with copy.reading() as c, desk.store.reading() as there:
        assert articles.get(c, saved.article_id) == articles.get(there, saved.article_id)
        assert [hit.article_id for hit in search.find(c, "又一篇")] == [other.article_id]
    found = verify(copy)
    assert (found.faults, found.head) == ([], verify(desk.store).head)
    with copy.changing(desk.lin):  # it is a newsroom like any other
        pass
    copy.close()


@pytest.fixture
def empty(cluster):
    address = cluster.create()
    store = Store(address)
    yield store
    store.close()
    cluster.drop(address)


def rows(store):
    with store.reading() as c:
        return {t.name: sorted(map(repr, c.execute(select(t)))) for t in metadata.sorted_tables}


@pytest.mark.places("file", "server")
def test_a_backup_is_put_into_an_empty_database_whole_and_the_work_goes_on_there(desk, empty, tmp_path):
    with desk.store.changing(desk.admin) as unit:  # one channel in another that was made later
        news = {"kind": ChannelKind.NEWS, "scheme_id": 1}
        inner = channels.add(unit, name="县直部门", slug="xianzhi", **news)
        outer = channels.add(unit, name="政务", slug="zhengwu", **news)
        channels.change(unit, inner, name="县直部门", position=1, active=True, parent_id=outer, **news)
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    other = desk.start(title="又一篇")
    carry_in(copy_newsroom(desk.store, tmp_path / "copy.caibian"), empty)
    assert rows(empty) == rows(desk.store)
    with empty.reading() as c:
        assert [hit.article_id for hit in search.find(c, "又一篇")] == [other.article_id]
        found, wanted = tables.rules(c)
    assert found == wanted
    desk.store = empty
    next_one = desk.approved(title="恢复以后的一篇")
    with empty.changing(desk.he) as unit:
        release.publish(unit, next_one.draft_id)
    assert next_one.article_id == other.article_id + 1
    assert verify(empty).faults == []


@pytest.mark.places("file")
def test_what_lies_beside_a_file_is_in_the_database_then(desk, empty, tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "INSIDE", 100)
    with desk.store.changing(desk.lin) as unit:
        assets.add(unit, NewAsset(b"film" * 100, "video/mp4", 0, 0, "会场.mp4"))
    carry_in(copy_newsroom(desk.store, tmp_path / "copy.caibian"), empty)
    assert check.check(empty) == []
    assert verify(empty).faults == []


def test_a_database_with_a_newsroom_in_it_is_left_as_it_is(desk, tmp_path):
    backup = copy_newsroom(desk.store, tmp_path / "copy.caibian")
    desk.start()
    before = rows(desk.store)
    with pytest.raises(StoreUnavailable) as told:
        carry_in(backup, desk.store)
    assert told.value.reason == "occupied"
    assert rows(desk.store) == before


def test_what_is_no_backup_is_refused_and_the_database_stays_empty(desk, empty, tmp_path):
    (tmp_path / "text.caibian").write_text("这不是备份")
    with pytest.raises(NotANewsroom):
        carry_in(tmp_path / "text.caibian", empty)
    backup = copy_newsroom(desk.store, tmp_path / "copy.caibian")
    backup.write_bytes(backup.read_bytes()[:40_000])
    with pytest.raises(StoreUnavailable) as told:
        carry_in(backup, empty)
    assert told.value.reason == "damaged"
    assert schema_number(empty) == 0


@pytest.mark.places("file")
def test_every_table_is_carried_whatever_else_was_loaded(store: Store) -> None:
    asked = "import db.store.carrying; from db.schema.base import metadata; print(*metadata.tables)"
    known = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    there = set(inspect(store.engine).get_table_names())
    assert set(known) <= there
    assert all(name.startswith(("search", "alembic")) for name in there - set(known))  # of the index, not of the record
