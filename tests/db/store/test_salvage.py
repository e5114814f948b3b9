"""What can be read of a damaged newsroom is saved, and what is saved is true. SALVAGE_SEEDS=200 damages more."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.domain.article import Fields
from db.domain.errors import NotANewsroom
from db.domain.people import PROGRAM
from db.domain.revision import canonical, digest
from db.store import counters, search, trail
from db.store.check import check, quick
from db.store.driver import sqlite_module
from db.store.salvage import salvage
from db.store.unit import Store

pytestmark = pytest.mark.places("file")

ARTICLES = 120
TRUE = ("revision", "blob", "audit")  # tables whose rows carry a digest
TABLES = (*TRUE, "article", "draft", "draft_text", "search_text", "person", "counter", "involvement", "asset")


@pytest.fixture(scope="module")
def whole(empty_file, tmp_path_factory):
    """A newsroom with tables of several levels, long texts, pictures, and pages that became free."""
    path = tmp_path_factory.mktemp("whole") / "newsroom.caibian"
    shutil.copy(empty_file, path)
    store, r = Store(path), random.Random(5)
    with store.changing(PROGRAM) as unit:
        put = unit.connection.exec_driver_sql
        for n in range(1, 8):
            put("INSERT INTO person VALUES (?, ?, ?, '', 1, 1, 0, '')", (n, f"p{n}", f"人{n}"))
        for n in range(1, ARTICLES + 1):
            body = "".join(r.choices("青禾县水务春耕秋收新闻采编审核", k=r.choice((50, 900, 3000))))
            form = canonical(Fields(title=f"第{n}篇", body=body))
            values = (n, f"u{n}", f"2026-{n:05d}", f"第{n}篇", "本台", n)
            put(
                "INSERT INTO article VALUES (?, ?, ?, 'none', 'editing', 0, NULL, ?, ?, 9, ?, '', '', NULL, NULL, '', "
                "NULL, '')",
                values,
            )
            put(
                "INSERT INTO draft VALUES (?, ?, 'original', 'editing', 0, 0, 1, NULL, NULL, NULL, NULL, '', '', NULL, "
                "'', 1, '', '', '')",
                (n, n),
            )
            put("INSERT INTO draft_text VALUES (?, ?)", (n, form))
            put("INSERT INTO journal VALUES (?, ?, 1, 'saved', '', 1, ?)", (n, n, form))
            put("INSERT INTO involvement VALUES (?, ?, ?)", (n % 7 + 1, n, n))
            for k in (1, 2):
                text = form if k == 1 else canonical(Fields(title=f"第{n}篇", body=body * 2))
                put(
                    "INSERT INTO revision VALUES (NULL, ?, ?, ?, ?, 'kept', '', 1, '', 9, ?)",
                    (n, n, k, digest(text), text),
                )
            data = r.randbytes(r.choice((20, 5000, 40_000)))
            name = hashlib.sha256(data).hexdigest()
            put("INSERT INTO blob VALUES (?, ?)", (name, data))
            put("INSERT INTO asset VALUES (?, 'image/png', 1, 1, 1, '图', '', '', 1, '')", (name,))
            counters.take(unit.connection, f"register:{n}")
            trail.add(unit, "saved", n, title=f"第{n}篇")
            words = {"title": f"第{n}篇", "body": body, "people": "", "source": "本台", "number": f"2026-{n:05d}"}
            search.index(unit.connection, n, **words)
    with store.changing(PROGRAM) as unit:
        unit.connection.exec_driver_sql("DELETE FROM journal WHERE id > 20")
    store.close()
    return path


def rows(path, table):
    with closing(sqlite_module().connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return set(connection.execute(f"SELECT * FROM {table}"))


def damaged(whole, tmp_path, seed, times=1):
    path = tmp_path / "damaged.caibian"
    data, r = bytearray(whole.read_bytes()), random.Random(seed)
    for _ in range(times):
        at = r.randrange(len(data) - 300)
        data[at : at + 300] = r.randbytes(300)
    path.write_bytes(data)
    return path


def assert_a_true_newsroom(path, whole):
    store = Store(path)
    problems = check(store)
    with store.reading() as connection:
        rules = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        made = connection.exec_driver_sql(rules).all()
        connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 0)")
    store.close()
    assert [problem for problem in problems if problem.kind in ("damaged", "changed")] == []
    with closing(sqlite_module().connect(whole)) as connection:
        assert [tuple(row) for row in made] == connection.execute(rules).fetchall()
    for table in TRUE:
        assert rows(path, table) <= rows(whole, table)


def test_a_whole_newsroom_comes_out_as_it_went_in(whole, tmp_path):
    to = tmp_path / "saved.caibian"
    saved = salvage(whole, to)
    assert (saved.lost, saved.pages, saved.dangling) == ({}, 0, 0)
    for table in TABLES:
        assert rows(to, table) == rows(whole, table)
        assert saved.counts[table] == len(rows(whole, table))
    assert rows(to, "journal") == rows(whole, "journal")
    assert_a_true_newsroom(to, whole)
    assert quick(to)


@pytest.mark.parametrize("seed", range(int(os.environ.get("SALVAGE_SEEDS", "10"))))
def test_three_hundred_torn_bytes_cost_few_rows_and_no_truth(whole, tmp_path, seed):
    path, to = damaged(whole, tmp_path, seed), tmp_path / "saved.caibian"
    before = path.read_bytes()
    saved = salvage(path, to)
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["damaged.caibian", "saved.caibian"]
    assert_a_true_newsroom(to, whole)
    for table in TABLES:
        had = len(rows(whole, table))
        missing = had - saved.counts[table]
        assert saved.counts[table] == len(rows(to, table)) or table in ("draft_text", "search_text")
        assert missing <= 130, (table, missing)  # the rows of one page
        if table in ("revision", "blob"):
            assert missing <= 9, (table, missing)
    with closing(sqlite_module().connect(to)) as connection:
        without_text = "SELECT count(*) FROM draft WHERE id NOT IN (SELECT draft_id FROM draft_text)"
        assert connection.execute(without_text).fetchone() == (0,)


@pytest.mark.parametrize("seed", range(5))
def test_ten_torn_places_leave_most_of_it(whole, tmp_path, seed):
    to = tmp_path / "saved.caibian"
    saved = salvage(damaged(whole, tmp_path, seed + 1000, times=10), to)
    assert_a_true_newsroom(to, whole)
    assert saved.counts["revision"] > ARTICLES
    assert saved.lost or saved.pages or saved.counts["revision"] == ARTICLES * 2


def test_a_torn_first_page_is_read_around(whole, tmp_path):
    path, to = tmp_path / "damaged.caibian", tmp_path / "saved.caibian"
    path.write_bytes(random.Random(1).randbytes(4096) + whole.read_bytes()[4096:])
    salvage(path, to)
    assert_a_true_newsroom(to, whole)
    for table in TABLES:
        if table != "involvement":  # three numbers in a row: cannot be told from another table's
            assert rows(to, table) == rows(whole, table)


def test_a_torn_root_costs_nothing_but_itself(whole, tmp_path):
    path, to = tmp_path / "damaged.caibian", tmp_path / "saved.caibian"
    shutil.copy(whole, path)
    with closing(sqlite_module().connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'revision'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))
    saved = salvage(path, to)
    assert saved.pages == 1
    assert rows(to, "revision") == rows(whole, "revision")


def test_what_lay_in_the_log_of_a_killed_program_is_taken(whole, tmp_path):
    path, to = tmp_path / "damaged.caibian", tmp_path / "saved.caibian"
    shutil.copy(whole, path)
    script = (
        "import os, sys; from pathlib import Path; from db.store.unit import Store; from db.store import counters\n"
        "from db.domain.people import PROGRAM; store = Store(Path(sys.argv[1]))\n"
        "with store.changing(PROGRAM) as unit: counters.take(unit.connection, 'touched')\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, path], check=False, cwd=Path(__file__).parents[3])
    salvage(path, to)
    assert rows(to, "counter") == rows(whole, "counter") | {("touched", 1)}


def test_large_files_come_along(whole, tmp_path):
    path, to = tmp_path / "damaged.caibian", tmp_path / "saved.caibian"
    shutil.copy(whole, path)
    (tmp_path / "damaged.caibian-files").mkdir()
    (tmp_path / "damaged.caibian-files" / "aa").write_bytes(b"film")
    salvage(path, to)
    assert (tmp_path / "saved.caibian-files" / "aa").read_bytes() == b"film"


@pytest.mark.parametrize("content", [b"", b"x" * 9999, b"SQLite format 3\0" + b"\xff" * 9000])
def test_what_never_was_a_newsroom_is_refused(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(NotANewsroom):
        salvage(tmp_path / "x", tmp_path / "saved.caibian")
    assert [file.name for file in tmp_path.iterdir()] == ["x"]
