"""The commands on a record that a server keeps, given by its address."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from desktop.cli.main import run


def written(address) -> str:
    """The address with its password, as a person may type it."""
    return str(address).replace("keeper@", f"keeper:{address.password.replace(' ', '%20')}@")


@pytest.fixture
def place(cluster):
    address = cluster.create()
    yield address
    cluster.drop(address)


@pytest.fixture
def founded(place, monkeypatch, capsys):
    monkeypatch.setenv("CAIBIAN_PASSWORD", "correct horse")
    assert run(["-n", written(place), "init", "--site-name", "青禾新闻网", "--admin", "luolan"]) == 0
    assert "wrong" not in capsys.readouterr().out  # the password is told nowhere
    return place


def test_a_newsroom_is_founded_in_a_database_once(founded, capsys):
    assert run(["-n", written(founded), "init", "--site-name", "另一个", "--admin", "admin"]) == 2
    assert "已被使用" in capsys.readouterr().err


def test_the_password_comes_from_the_environment_as_everywhere_with_postgresql(founded, monkeypatch, capsys):
    monkeypatch.setenv("PGPASSWORD", founded.password)
    assert run(["-n", str(founded), "--json", "verify"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]
    monkeypatch.setenv("PGPASSWORD", "guess")
    assert run(["-n", str(founded), "verify"]) == 3
    assert "用户名或密码不对" in capsys.readouterr().err


def test_it_is_checked_searched_published_and_verified(founded, tmp_path, capsys):
    named = ["-n", written(founded)]
    assert run([*named, "check"]) == 0
    assert run([*named, "search", "青禾"]) == 1  # nothing was written yet
    assert run([*named, "publish", "--to", str(tmp_path / "site")]) == 0
    assert run([*named, "verify", "--site", str(tmp_path / "site")]) == 0
    assert (tmp_path / "site" / "index.html").is_file()
    capsys.readouterr()


def test_a_backup_is_a_file_that_opens(founded, tmp_path, capsys):
    to = tmp_path / "copy.caibian"
    for _ in range(2):  # a newer one may take the place of an earlier
        assert run(["-n", written(founded), "backup", str(to)]) == 0
    assert run(["-n", str(to), "--json", "verify"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["ok"]


def test_a_backup_is_put_into_an_empty_database_alone(founded, cluster, tmp_path, capsys):
    backup, empty = str(tmp_path / "b.caibian"), cluster.create()
    assert run(["-n", written(founded), "backup", backup]) == 0
    assert run(["-n", written(empty), "restore", backup, "--as", "luolan"]) == 0
    assert "已恢复" in capsys.readouterr().out
    for place in (empty, founded):
        assert run(["-n", written(place), "--json", "verify"]) == 0
    capsys.readouterr()
    assert run(["-n", written(founded), "restore", backup, "--as", "luolan"]) == 2
    assert "只能恢复到空的数据库" in capsys.readouterr().err
    cluster.drop(empty)


def test_what_is_for_files_alone_is_refused_in_words(founded, tmp_path, capsys):
    for command in (["check", "--repair"], ["demo", "--no-window"]):
        assert run(["-n", written(founded), *command]) == 2
        assert "放在数据库服务器上" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("postgresql+psycopg:/host/db", "地址"),
        ("postgresql+psycopg://host", "数据库不能为空"),
        ("postgresql+psycopg:///db", "服务器不能为空"),
        ("postgresql+psycopg://host:many/db", "端口"),
        ("postgresql+psycopg://host:99999/db", "端口"),
        ("postgresql+psycopg://host/db?sslmode=perhaps", "连接的选项"),
        ("postgresql+psycopg://host/db?passfile=x", "连接的选项"),
        ("postgresql+psycopg://u:se%ret@[host/db", "地址"),
        ("postgresql+asyncpg://host/db", "地址"),
    ],
)
def test_a_bad_address_is_told_in_one_sentence(given, words, capsys):
    assert run(["-n", given, "verify"]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert "se%ret" not in told


def test_why_a_server_is_not_reached_is_told(founded, cluster, capsys):
    cluster.admin("CREATE ROLE nobody LOGIN PASSWORD 'x'")
    wrong = {
        "连不上": replace(founded, port=1),
        "没有这个数据库": replace(founded, database="elsewhere"),
        "用户名或密码不对": founded.with_password("guess"),
        "加密没有谈成": replace(founded, options=(("sslmode", "require"),)),
        "不许这个用户": replace(founded, user="nobody", password="x"),
    }
    for words, address in wrong.items():
        secret = address.password.replace(" ", "%20")
        given = str(address).replace(f"{address.user}@", f"{address.user}:{secret}@")
        assert run(["-n", given, "verify"]) == 3
        assert words in capsys.readouterr().err
    cluster.admin("DROP ROLE nobody")


def test_a_database_in_which_nothing_was_founded_is_left_as_it_is(place, cluster, capsys):
    assert run(["-n", written(place), "verify"]) == 2
    assert "不是采编台的数据库" in capsys.readouterr().err
    assert cluster.admin("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", place.database) == [(0,)]
