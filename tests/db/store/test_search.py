"""The index follows the record in its transaction, and finds by any substring, filtered and in order."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from db.domain.people import PROGRAM
from db.domain.workflow import Publication, Stage
from db.schema.articles import article, involvement
from db.schema.newsroom import person
from db.store import fts, search
from db.store.queues import Place, Queue, members
from db.store.search import Filters, count, find


def written(unit, article_id, title="无题", body="", people="", source="本台", **columns):
    """Put an article and its words into the record."""
    values = {"publication": "none", "stage": "editing", "level": 0, "count": 0, "touched": article_id}
    values |= {"changed_at": "2026-05-01T00:00:00Z", "changed_by": "", "published_at": "", "address": ""}
    values |= {"id": article_id, "uid": f"u{article_id}", "number": f"2026-{article_id:05d}", "title": title}
    unit.connection.execute(insert(article).values(values | {"source": source} | columns))
    words = {"title": title, "body": body, "people": people, "source": source, "number": f"2026-{article_id:05d}"}
    search.index(unit.connection, article_id, **words)
    return words


def ids(store, query, filters=None, **more):
    with store.reading() as connection:
        found = [hit.article_id for hit in find(connection, query, filters, **more)]
        if not more:
            assert count(connection, query, filters) == len(found)
    return found


def test_title_body_people_source_and_number_are_found(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, "青禾开闸", "春水入田", "林穗", "水务局")
    for query in ("青禾", "水入", "林穗", "水务", "2026-00001", "0001", "青禾 林穗", "田"):
        assert ids(store, query) == [1]
    assert ids(store, "开闸春水") == ids(store, "") == ids(store, "青禾 冬") == []


def test_a_changed_text_is_found_by_its_new_words_only(store):
    with store.changing(PROGRAM) as unit:
        words = written(unit, 1, body="春水入田")
        search.index(unit.connection, 1, **words | {"body": "秋粮入仓"})
    assert (ids(store, "春水"), ids(store, "秋粮")) == ([], [1])


def test_a_removed_article_is_not_found(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, body="春水入田")
        search.remove(unit.connection, 1)
        search.remove(unit.connection, 1)
    assert ids(store, "春水") == []
    if not store.is_shared:
        with store.reading() as connection:
            connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 0)")


def test_the_same_text_again_writes_nothing(store, monkeypatch):
    with store.changing(PROGRAM) as unit:
        words = written(unit, 1, body="春水入田")
        monkeypatch.setattr(search, "index_new", None)  # what writes
        search.index(unit.connection, 1, **words)


def test_what_is_rolled_back_is_not_found(store):
    with pytest.raises(ZeroDivisionError), store.changing(PROGRAM) as unit:
        written(unit, 1, body="春水入田")
        raise ZeroDivisionError
    assert ids(store, "春水") == []


def test_newest_come_first_and_go_on_after_the_last_shown(store):
    with store.changing(PROGRAM) as unit:
        for n in range(1, 8):
            written(unit, n, body="春水入田")
    assert ids(store, "春水", limit=3) == [7, 6, 5]
    assert ids(store, "春水", limit=3, after=5) == [4, 3, 2]
    best = ids(store, "春水", order="best", limit=7)
    assert ids(store, "春水", order="best", limit=3, after=best[3]) == best[4:]


def test_hits_in_the_title_are_best(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, title="春水")
        written(unit, 2, body="春水" * 9)
        written(unit, 3, body="春水" + "冬雪" * 500)
    assert ids(store, "春水", order="best", limit=9) == [1, 2, 3]


def test_of_too_many_hits_the_newest_are_weighed(store, monkeypatch):
    monkeypatch.setattr(search, "_RANKED", 3)
    with store.changing(PROGRAM) as unit:
        written(unit, 1, title="春水")
        for n in range(2, 8):
            written(unit, n, body="春水" + "冬雪" * n)
    assert ids(store, "春水", order="best", limit=9) == [1, 5, 6, 7]


@pytest.mark.parametrize("few", [0, 3000])
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(stage=Stage.EDITING), [3, 1]),
        (Filters(stage=Stage.RETURNED), []),
        (Filters(publication=Publication.LIVE), []),
        (Filters(person_id=5), [3, 2]),
        (Filters(person_id=5, stage=Stage.REVIEW), [2]),
        (Filters(source="水务局"), [2]),
        (Filters(source="水务"), []),
        (Filters(since="2026-02-01T00:00:00Z"), [3, 2]),
        (Filters(since="2026-02-01T00:00:00Z", until="2026-03-01T00:00:00Z"), [2]),
    ],
)
def test_filters_narrow_what_is_found(store, monkeypatch, few, filters, expected):
    monkeypatch.setattr(fts, "FEW", few)
    with store.changing(PROGRAM) as unit:
        values = {"login": "lin", "name": "林穗", "password_hash": "", "active": True, "demo": True}
        unit.connection.execute(insert(person).values(id=5, failures=0, locked_until="", **values))
        written(unit, 1, body="春水", changed_at="2026-01-05T00:00:00Z")
        written(unit, 2, body="春水", source="水务局", stage="review", changed_at="2026-02-05T00:00:00Z")
        written(unit, 3, body="春水", changed_at="2026-03-05T00:00:00Z")
        for n in (2, 3):
            unit.connection.execute(insert(involvement).values(person_id=5, article_id=n, touched=n))
    assert ids(store, "春水", filters) == expected
    assert sorted(ids(store, "春水", filters, order="best"), reverse=True) == expected


def test_a_hit_shows_the_words_marked(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, body="长" * 300 + "春水入田")
    with store.reading() as connection:
        hit = find(connection, "春水 入田")[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["春水入田"]


def test_the_index_is_made_anew_from_the_texts(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, body="春水入田")
        search._index(unit.connection).empty(unit.connection)
        assert find(unit.connection, "春水") == []
        search.rebuild(unit.connection)
        assert find(unit.connection, "春水") != []


def test_a_search_may_look_in_one_queue_only(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, body="春水")
        written(unit, 2, body="春水", stage="returned")
        written(unit, 3, body="冬雪")
    among = members(Place(Queue.ALL), PROGRAM)
    assert ids(store, "春水", among=among) == [2, 1]
    with store.reading() as connection:
        assert list(search.ids(connection, "春水", limit=1)) == [2]
        for order in ("newest", "best"):
            assert list(search.ids(connection, "春水", order=order, among=[article.c.stage == "returned"])) == [2]
            assert list(search.ids(connection, "", order=order)) == []
        assert count(connection, "春水", among=[article.c.stage == "returned"]) == 1


def test_hits_are_given_for_what_is_in_sight(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, title="春水", body="田里" * 30 + "春水入田")
        written(unit, 2, body="冬雪")
    with store.reading() as connection:
        hits = search.hits(connection, [2, 1, 9], "春水")
    assert list(hits) == [2, 1]
    start, end = hits[1].marks[0]
    assert hits[1].snippet[start:end] == "春水"
    assert hits[2].marks == ()
    assert search.marked("看春水", "春水") == ((1, 3),)


def test_a_hit_outside_the_body_shows_where_it_is(store):
    with store.changing(PROGRAM) as unit:
        written(unit, 1, body="春水入田", people="林穗 周敏", source="水务局")
    for query, piece in (("周敏", "林穗 周敏"), ("水务", "水务局"), ("00001", "2026-00001"), ("无题", "春水入田")):
        with store.reading() as connection:
            assert search.hits(connection, [1], query)[1].snippet == piece
