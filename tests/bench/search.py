"""Measure full text search: python tests/bench/search.py [ARTICLES] [FILE]. The file is made once and kept."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from db.domain.people import PROGRAM
from db.domain.workflow import Publication, Stage
from db.store import search
from db.store.search import Filters, count, find
from db.store.unit import Store
from db.store.upgrade import upgrade

ROWS = """INSERT INTO article (id, uid, number, publication, stage, level, channel_id, title, source, count, touched,
    changed_at, changed_by, published_at, address) VALUES (?, ?, ?, 'none', ?, 0, NULL, ?, ?, 2000, ?, ?, '', '', '')"""
TEXTS = "INSERT INTO search_text (article_id, title, body, people, source, number) VALUES (?, ?, ?, ?, ?, ?)"


def texts(n: int, size: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Yield (title, body) of words that are as frequent as words are (Zipf); sentences come again in other texts."""
    r = random.Random(seed)
    signs = [chr(0x4E00 + i * 5) for i in range(3500)]
    r.shuffle(signs)
    sign_weights = list(accumulate(1 / (i + 8) for i in range(len(signs))))
    words = ["".join(r.choices(signs, cum_weights=sign_weights, k=r.choice((2, 2, 2, 3, 4)))) for _ in range(30_000)]
    weights = list(accumulate(1 / (i + 10) ** 0.9 for i in range(len(words))))

    def sentence() -> str:
        return "".join(r.choices(words, cum_weights=weights, k=r.randint(6, 14))) + r.choice("，，。")

    pool = [sentence() for _ in range(40_000)]
    for i in range(n):
        parts = [sentence() for _ in range(6)]
        while sum(map(len, parts[-1:])) and len(parts) < size // 24:
            parts.append(pool[int(r.random() * len(pool))])
        parts.append(f"投资{r.randint(1, 99999)}万元，同比增长{r.randint(1, 99)}.{r.randint(0, 9)}%。GDP ")
        yield pool[i % len(pool)][:24], "".join(parts)


def make(path: Path, n: int) -> Store:
    store = Store(path)
    if upgrade(store) is None and store_size(store) == n:
        return store
    began = time.perf_counter()
    with store.changing(PROGRAM) as unit:
        rows, bodies = [], []
        for i, (title, body) in enumerate(texts(n, 2000), start=1):
            number, source, at = f"2026-{i:06d}", f"青禾单位{i % 40}", f"{2006 + i * 20 // n}-05-01T00:00:00Z"
            stage = "review" if i % 1000 == 7 else "editing" if i < n // 50 else None
            rows.append((i, f"u{i}", number, stage, title, source, i, at))
            bodies.append((i, title, body, "林穗 何远", source, number))
        unit.connection.exec_driver_sql(ROWS, rows)
        unit.connection.exec_driver_sql(TEXTS, bodies)
        del rows, bodies
        search.rebuild(unit.connection)
    print(f"made in {time.perf_counter() - began:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
    return store


def store_size(store: Store) -> int:
    with store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM article").scalar_one())


def queries(store: Store, n: int) -> list[tuple[int, str]]:
    """Return (article, substring of its body): pairs, fours, sixes, and two terms."""
    r, made = random.Random(3), []
    with store.reading() as connection:
        for k in range(200):
            article_id = r.randint(1, n)
            body = str(
                connection.exec_driver_sql("SELECT body FROM search_text WHERE article_id = ?", (article_id,)).scalar()
            )
            at, other = r.randrange(len(body) - 40), r.randrange(len(body) - 40)
            piece = body[at : at + (2, 2, 4, 6)[k % 4]]
            made.append((article_id, f"{piece} {body[other : other + 2]}" if k % 5 == 4 else piece))
    return made


def measured(name: str, work: Callable[[int, str], object], asked: list[tuple[int, str]]) -> None:
    took = []
    for article_id, query in asked:
        began = time.perf_counter()
        work(article_id, query)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    print(f"{name:28} p50 {took[len(took) // 2]:8.2f}  p95 {took[len(took) * 95 // 100]:8.2f}  max {took[-1]:8.2f} ms")


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp()) / "bench.caibian"
    store = make(path, n)
    asked = queries(store, n)
    singles = [(i, query[0]) for i, query in asked if query.strip()]
    with store.reading() as c:
        sizes = sorted(count(c, query) for _, query in asked)
        print(f"hits: median {sizes[100]}, p95 {sizes[190]}, most {sizes[-1]}")
        found = sum(bool(find(c, query, after=i + 1, limit=1)[:1]) for i, query in asked)
        held = sum(find(c, query, after=i + 1, limit=1)[0].article_id == i for i, query in asked)
        print(f"recall {found / len(asked):.3f}, the very article {held / len(asked):.3f}")
        for name, filters in {
            "no filter": Filters(),
            "in review (1 of 1000)": Filters(stage=Stage.REVIEW),
            "editing (oldest 2 %)": Filters(stage=Stage.EDITING),
            "live (none)": Filters(publication=Publication.LIVE),
            "of one source": Filters(source="青禾单位7"),
            "oldest 5 % by date": Filters(until="2007-01-01T00:00:00Z"),
        }.items():
            print(name)
            measured("  newest 50", lambda _, q, f=filters: find(c, q, f), asked)
            measured("  best 50", lambda _, q, f=filters: find(c, q, f, order="best"), asked)
            measured("  count", lambda _, q, f=filters: count(c, q, f), asked)
        measured("one character, newest 50", lambda _, q: find(c, q), singles)
        measured("one character, best 50", lambda _, q: find(c, q, order="best"), singles)
    update(store, asked, "update, 2,000 characters", 1)
    update(store, asked[:20], "update, 50,000 characters", 25)
    store.close()


def update(store: Store, asked: list[tuple[int, str]], name: str, times: int) -> None:
    said = iter(range(1_000_000))

    def change(article_id: int, query: str) -> None:
        with store.changing(PROGRAM) as unit:
            body = old[article_id] + f"{query}{next(said)}"
            search.index(unit.connection, article_id, title="新题", body=body, people="林穗", source="", number="1")

    with store.reading() as c:
        old = {
            i: str(c.exec_driver_sql("SELECT body FROM search_text WHERE article_id = ?", (i,)).scalar()) * times
            for i, _ in asked
        }
    for article_id, query in asked:
        change(article_id, query)
    measured(name, change, asked)
    for article_id, body in old.items():
        with store.changing(PROGRAM) as unit:
            search.index(
                unit.connection,
                article_id,
                title="新题",
                body=body[: len(body) // times],
                people="",
                source="",
                number="",
            )


if __name__ == "__main__":
    main()
