"""An old site's articles are taken in whole, once each, and the record holds afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.actions import review, write
from db.actions.archive import Migrated, migrate
from db.domain.article import Fields, Words
from db.domain.errors import BadValue, NotAllowed
from db.domain.release import Rendered
from db.domain.revision import canonical, digest
from db.domain.workflow import Publication
from db.store import articles, history, lookup, queues, search, trail
from db.store.bigrams import tokens
from db.store.queues import Place, Queue
from db.store.verify import verify

FIELDS = Fields(channel_id=1, title="通水了", body="清河镇通水。", source="县水利局", slug="water")


def old(number: int, at: str = "2019-05-06T00:30:00Z", **changes: object) -> Migrated:
    fields = replace(FIELDS, title=f"第{number}期简报", body=f"清河镇第{number}次通水。", **changes)
    made = Rendered(digest(canonical(fields)), "1", f"<p>{fields.body}</p>", fields.body)
    return Migrated(fields, Words(fields.body, 9), tokens(fields.body), at, ("林晓",), ("周敏",), made)


def taken(desk, *items: Migrated) -> list[int | None]:
    with desk.store.changing(desk.admin) as unit:
        return [one.article_id for one in migrate(unit, items)]


def test_many_are_taken_in_at_once_and_the_record_holds(desk):
    own = desk.start()
    ids = taken(desk, *(old(number, f"20{number + 1:02d}-05-06T00:30:00Z") for number in range(9, 24)))
    more = taken(desk, *(old(number) for number in range(30, 32)))
    told = verify(desk.store)
    assert (told.faults, told.migrated) == ([], 17)
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.LIVE), desk.lin)) == [*more[::-1], *ids[::-1]]
        assert list(queues.ids(c, Place(Queue.ALL), desk.lin)) == [*more[::-1], *ids[::-1], own.article_id]
        rows = articles.rows(c, [ids[0], more[1]])
        assert [rows[key].number for key in (ids[0], more[1])] == ["2010-00001", "2019-00003"]
        assert [hit.article_id for hit in search.find(c, "第23期")] == [ids[-1]]
        assert [hit.article_id for hit in search.find(c, "第23次通水")] == [ids[-1]]
        assert search.count(c, "清河镇") == 18
        known = articles.get(c, ids[3])
        assert known.publication is Publication.LIVE
        (made,) = history.releases(c, ids[3])
        assert made.attribution.editors == ("林晓",) and made.published_at == known.published_at
        assert history.get_revision(c, known.live_revision_id).fields == old(12).fields
        assert [entry.verb for entry in trail.entries(c, ids[3])] == ["migrated"]


def test_the_very_same_text_is_taken_once(desk):
    first = taken(desk, old(1), old(2), old(1))
    assert first[2] is None and None not in first[:2]
    assert taken(desk, old(2), old(3), old(1))[::2] == [None, None]
    assert verify(desk.store).migrated == 3


def test_a_text_that_the_newsroom_wrote_itself_is_taken_all_the_same(desk):
    item = old(1)
    with desk.store.changing(desk.lin) as unit:
        saved = write.start(unit, item.fields, item.words)
        write.keep(unit, saved.draft_id, "")
        review.keep_all_rendered(unit, [item.rendered])
    assert taken(desk, item) != [None]
    assert verify(desk.store).faults == []


def test_two_of_one_slug_get_two_addresses(desk):
    ids = [*taken(desk, old(1), old(2), old(3, "2019-06-01T00:00:00Z")), *taken(desk, old(4))]
    with desk.store.reading() as c:
        assert [articles.get(c, key).address for key in ids] == [
            "/news/2019/05/water.html", "/news/2019/05/2019-00002.html",
            "/news/2019/06/water.html", "/news/2019/05/2019-00004.html",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (old(2, channel_id=9), "channel_id"),
        (old(2, "2099-01-01T00:00:00Z"), "date"),
        (replace(old(2), fields=replace(FIELDS, title="")), "title"),
        (replace(old(2), rendered=old(3).rendered), "body"),
    ],
)
def test_one_that_cannot_be_taken_leaves_none_taken(desk, bad: Migrated, field: str):
    with pytest.raises(BadValue) as refused:
        taken(desk, old(1), bad)
    assert refused.value.field == field
    with desk.store.reading() as c:
        assert list(lookup.live(c)) == []


def test_only_an_administrator_takes_in(desk):
    with pytest.raises(NotAllowed), desk.store.changing(desk.he) as unit:
        migrate(unit, [old(1)])


def test_nothing_to_take_is_no_trouble(desk):
    assert taken(desk) == []


def test_an_article_taken_in_can_be_updated_and_withdrawn(desk):
    (article_id,) = taken(desk, old(1))
    with desk.store.changing(desk.lin) as unit:
        draft_id = write.open_update(unit, article_id)
        fields = replace(FIELDS, title="改过的题")
        write.save(unit, draft_id, fields, Words("改过的文", 4), 1)
    with desk.store.reading() as c:
        assert [hit.article_id for hit in search.find(c, "改过的")] == [article_id]
        assert search.find(c, "第1次") == []
    assert verify(desk.store).faults == []
