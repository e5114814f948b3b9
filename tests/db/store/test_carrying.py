"""A record on a server is carried into a file, whole: it opens, it verifies, and what was written is in it."""

from __future__ import annotations

import pytest

from db.actions import release
from db.store import articles, search
from db.store.backup import copy_newsroom
from db.store.unit import Store
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
