"""The command line does what the window does, as a real process: answers, exit statuses, one sentence when it fails."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.demo import make

ROOT = Path(__file__).parents[3]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.caibian"
    make(path)
    return path


@pytest.fixture
def newsroom(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo, tmp_path / "newsroom.caibian"))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    home = str(tmp_path / "home")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"}
    places = {name: home for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    xdg = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return {**kept, **places, **xdg, "CAIBIAN_PASSWORD": "qinghe-2026", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    def call(*given: object, data: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "desktop", *map(str, given)]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, input=data, capture_output=True, encoding="utf-8", timeout=120
        )

    return call


@pytest.mark.parametrize("command", [("verify",), ("search", "青禾"), ("publish", "--to", "site")])
def test_an_empty_file_is_no_newsroom_and_is_left_alone(run: Run, tmp_path: Path, command: tuple[str, ...]):
    path = tmp_path / "newsroom.caibian"
    path.touch()
    assert "损坏" in told(run("-n", path, *command), 3)
    assert run("-n", path, "check").returncode == 1
    assert path.read_bytes() == b""


def test_a_schedule_that_is_refused_is_said(run: Run, newsroom: Path, tmp_path: Path):
    with closing(sqlite3.connect(newsroom)) as connection, connection:
        connection.execute("UPDATE draft SET scheduled_for = '2020-01-01T00:00:00Z' WHERE scheduled_by")
        connection.execute("UPDATE person SET active = 0 WHERE id IN (SELECT scheduled_by FROM draft)")
    done = run("-n", newsroom, "publish", "--to", tmp_path / "site")
    assert done.returncode == 0 and "没有按时发出" in done.stderr and "签发人已停用" in done.stderr


def told(done: subprocess.CompletedProcess[str], status: int) -> str:
    """The one sentence of a failure."""
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_a_site_is_published_verified_and_found_out_when_a_page_is_edited(newsroom: Path, tmp_path: Path, run: Run):
    site = tmp_path / "site"
    first = json.loads(run("publish", "-n", newsroom, "--to", site, "--json").stdout)
    assert first["rendered"] > 18 and first.keys() == {
        "rendered", "uploaded", "deleted", "unchanged", "seconds", "release",
    }  # fmt: skip
    again = json.loads(run("-n", newsroom, "--json", "publish", "--to", site).stdout)
    assert (again["uploaded"], again["deleted"]) == (0, 0)
    sound = run("verify", "-n", newsroom)
    assert sound.returncode == 0 and "全部相符" in sound.stdout
    page = next((site / "headlines").rglob("*.html"))
    page.write_bytes(page.read_bytes().replace(b"<h1", b"<h1 hidden", 1))
    found = run("verify", "-n", newsroom, "--site", site, "--json")
    assert found.returncode == 1
    assert json.loads(found.stdout)["faults"][0]["kind"] == "page_changed"


@pytest.mark.parametrize(("pattern", "kind"), [("assets/**/*.jpg", "picture_changed"), ("manifest.json", "manifest")])
def test_verify_finds_an_edited_picture_and_manifest(newsroom: Path, tmp_path: Path, run: Run, pattern: str, kind: str):
    site = tmp_path / "site"
    run("publish", "-n", newsroom, "--to", site)
    file = next(path for path in site.glob(pattern) if path.is_file())
    file.write_bytes(file.read_bytes()[:-4] + b"\n\n\n\n")
    found = run("verify", "-n", newsroom, "--json")
    assert found.returncode == 1
    assert json.loads(found.stdout)["faults"][0]["kind"].startswith(kind)


def test_verify_remembers_the_chain_s_head_and_finds_a_cut_tail(newsroom: Path, run: Run):
    import sqlite3

    assert run("verify", "-n", newsroom).returncode == 0
    connection = sqlite3.connect(newsroom)
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'audit_no_delete'").fetchone()[0]
    connection.execute("DROP TRIGGER audit_no_delete")
    connection.execute("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    connection.execute(sql)
    connection.commit()
    connection.close()
    found = run("verify", "-n", newsroom)
    assert found.returncode == 1 and "末尾被截去" in found.stdout.splitlines()[1]


def test_verify_names_the_article_in_words_of_the_desk(newsroom: Path, tmp_path: Path, run: Run):
    import sqlite3

    with closing(sqlite3.connect(newsroom)) as connection:
        rules = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'decision' AND type = 'trigger'"
        )
        rules = rules.fetchall()
        for name, _ in rules:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE decision SET opinion = '同意。' WHERE id = 1")
        for _, sql in rules:
            connection.execute(sql)
        connection.commit()
    first = run("verify", "-n", newsroom).stdout.splitlines()[1]
    assert re.fullmatch(r"第一处不符：一次审核被改过（第 1 次审核，2026-\d{5}《.+》）", first)


def test_search_answers_and_says_no_when_nothing_is_found(newsroom: Path, run: Run):
    hits = json.loads(run("search", "供水", "-n", newsroom, "--json").stdout)
    assert hits["total"] >= len(hits["hits"]) > 0 and "供水" in json.dumps(hits, ensure_ascii=False)
    assert run("search", "没有这个词语", "-n", newsroom).returncode == 1


def test_render_gives_the_clean_html(run: Run):
    done = run("render", "-", data="# 题\n\n<script>alert(1)</script>正文\n")
    assert done.returncode == 0
    assert "<h1>题</h1>" in done.stdout and "<script" not in done.stdout


def test_an_export_taken_into_a_new_newsroom_is_whole_and_not_doubled(newsroom: Path, tmp_path: Path, run: Run):
    out, fresh = tmp_path / "out", tmp_path / "fresh.caibian"
    assert run("archive", "export", out, "-n", newsroom).returncode == 0
    files = sorted(out.rglob("*.md"))
    assert len(files) == 18
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        text = "\n".join("channel: 要闻" if line.startswith("channel: ") else line for line in lines)
        file.write_text(text, encoding="gb18030")
    assert run("init", "-n", fresh, "--site-name", "新站", "--admin", "root").returncode == 0
    first = json.loads(run("archive", "import", out, "-n", fresh, "--as", "root", "--json").stdout)
    assert (first["imported"], first["unread"]) == (18, [])
    again = json.loads(run("archive", "import", out, "-n", fresh, "--as", "root", "--json").stdout)
    assert (again["imported"], again["already_here"]) == (0, 18)
    assert run("publish", "-n", fresh, "--to", tmp_path / "site").returncode == 0
    assert json.loads(run("verify", "-n", fresh, "--json").stdout)["migrated"] == 18


def test_an_export_has_originals_only_when_asked(newsroom: Path, tmp_path: Path, run: Run):
    first, plain, full = (tmp_path / name for name in ("first", "plain", "full"))
    run("archive", "export", first, "-n", newsroom)
    picture = next((first / "assets").glob("*.jpg")).stem
    with closing(sqlite3.connect(newsroom)) as connection, connection:
        connection.execute("INSERT INTO blob VALUES ('0e', x'0102')")
        connection.execute("INSERT INTO original VALUES (?, '0e', 'image/jpeg')", (picture,))
    assert run("archive", "export", plain, "-n", newsroom).returncode == 0
    assert not (plain / "originals").exists()
    assert b"\x01\x02" not in [file.read_bytes() for file in plain.rglob("*") if file.is_file()]
    assert run("archive", "export", full, "--originals", "-n", newsroom).returncode == 0
    assert [(f.stem, f.read_bytes()) for f in (full / "originals").iterdir()] == [(picture, b"\x01\x02")]


def test_people_of_the_demo_need_no_password_here_either(newsroom: Path, tmp_path: Path, run: Run, environment):
    del environment["CAIBIAN_PASSWORD"]
    (tmp_path / "old").mkdir()
    assert run("archive", "import", tmp_path / "old", "-n", newsroom, "--as", "luolan").returncode == 0
    assert "不能导入旧稿" in told(run("archive", "import", tmp_path / "old", "-n", newsroom, "--as", "linxiao"), 2)


def test_an_article_is_exported_in_both_forms(newsroom: Path, tmp_path: Path, run: Run):
    listed = json.loads(run("search", "清河之水进山村", "-n", newsroom, "--json").stdout)["hits"]
    number = next(hit["article"] for hit in listed if hit["title"] == "清河之水进山村")
    assert "title: 清河之水进山村" in run("export", number, "-n", newsroom).stdout
    file = tmp_path / "article.html"
    assert run("export", number, "-n", newsroom, "--format", "html", "-o", file).returncode == 0
    page = file.read_text(encoding="utf-8")
    assert "data:image/jpeg;base64," in page and "asset:" not in page


def test_a_backup_is_put_back_by_an_administrator(tmp_path: Path, run: Run):
    path, copy = tmp_path / "room.caibian", tmp_path / "copy.caibian"
    assert run("init", "-n", path, "--site-name", "新站", "--admin", "root").returncode == 0
    assert run("backup", copy, "-n", path).returncode == 0
    assert "--as" in told(run("restore", copy, "-n", path), 2)
    assert run("restore", copy, "-n", path, "--as", "root").returncode == 0
    assert len(list(tmp_path.glob("room.caibian.before-restore-*"))) == 1
    assert run("check", "-n", path).stdout.strip() == "完好。"


def test_a_newsroom_put_back_holds_though_its_chain_is_shorter(newsroom: Path, tmp_path: Path, run: Run):
    assert run("archive", "export", tmp_path / "old", "-n", newsroom).returncode == 0
    run("backup", tmp_path / "b.caibian", "-n", newsroom)
    run("archive", "import", tmp_path / "old", "-n", newsroom, "--as", "luolan")
    assert run("verify", "-n", newsroom).returncode == 0  # from now on this machine knows the longer chain
    done = run("restore", tmp_path / "b.caibian", "-n", newsroom, "--as", "luolan")
    assert done.returncode == 0 and "留痕由" in done.stderr
    assert run("verify", "-n", newsroom).returncode == 0


def test_a_damaged_newsroom_is_told_and_what_it_holds_is_saved(newsroom: Path, run: Run):
    data = bytearray(newsroom.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096 * 3] = os.urandom(4096 * 3)
    newsroom.write_bytes(data)
    done = run("check", "--repair", "-n", newsroom, "--json")
    assert done.returncode == 1, done.stderr
    assert run("search", "供水", "-n", json.loads(done.stdout)["repaired"]).returncode in (0, 1)


def test_a_site_is_served_on_this_machine_alone(tmp_path: Path, environment: dict[str, str]):
    (tmp_path / "index.html").write_text("青禾", encoding="utf-8")
    command = [sys.executable, "-m", "desktop", "serve", str(tmp_path), "--json"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            address = json.loads(server.stdout.readline())["address"]
            with urllib.request.urlopen(address, timeout=10) as answer:
                assert answer.read().decode() == "青禾"
        finally:
            server.kill()


def test_what_goes_wrong_is_one_sentence(newsroom: Path, tmp_path: Path, run: Run):
    assert "找不到数据文件" in told(run("search", "x", "-n", tmp_path / "none.caibian"), 3)
    assert "-n" in told(run("verify"), 3)
    assert "没有“fly”这个命令" in told(run("fly"), 2)
    assert "还缺：--to" in told(run("publish", "-n", newsroom), 2)
    assert "找不到稿件" in told(run("export", "2020-00001", "-n", newsroom), 2)
    assert "登录名或密码不对" in told(run("archive", "import", tmp_path, "-n", newsroom, "--as", "x"), 2)
    assert "render" in run("-h").stdout and "用法：" in run("publish", "-h").stdout
    held = tmp_path / "held"
    held.mkdir()
    (held / "letter.txt").write_text("x", encoding="utf-8")
    assert "没有动它" in told(run("publish", "-n", newsroom, "--to", held), 3)


def test_nothing_is_written_over_a_newsroom_or_over_what_is_no_backup_of_it(newsroom: Path, tmp_path: Path, run: Run):
    other, letter, before = tmp_path / "other.caibian", tmp_path / "letter.txt", newsroom.read_bytes()
    run("init", "-n", other, "--site-name", "另一家", "--admin", "root")
    letter.write_text("信", encoding="utf-8")
    kept = other.read_bytes()
    for to in (newsroom, f"{newsroom}-wal", other):
        assert "已被使用" in told(run("export", "2026-00018", "-n", newsroom, "-o", to), 2)
    for to, why in (
        (other, "已被使用"),
        (newsroom, "已被使用"),
        (letter, "不是采编台的数据文件"),
        (os.devnull, "已被使用"),
    ):
        assert why in told(run("backup", to, "-n", newsroom), 2)
    if os.name != "nt":
        assert "已被使用" in told(run("backup", "/dev/null", "-n", newsroom), 2)
    assert (newsroom.read_bytes(), other.read_bytes()) == (before, kept) and letter.read_text(encoding="utf-8") == "信"
    assert run("backup", tmp_path / "b.caibian", "-n", newsroom).returncode == 0
    assert run("backup", tmp_path / "b.caibian", "-n", newsroom).returncode == 0  # a newer one in its place


def test_a_file_that_is_no_newsroom_is_not_made_one(tmp_path: Path, run: Run):
    import sqlite3

    empty, bare, foreign = (tmp_path / f"{name}.caibian" for name in ("empty", "bare", "foreign"))
    empty.touch()
    with closing(sqlite3.connect(bare)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("VACUUM")
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE notes (words)")
    before = [path.read_bytes() for path in (empty, bare, foreign)]
    for command in (["verify"], ["search", "供水"], ["check"], ["publish", "--to", tmp_path / "site"]):
        for path in (bare, foreign):
            assert "不是采编台的数据文件" in told(run("-n", path, *command), 2)
        answer = run("-n", empty, *command)  # what a full disk leaves
        assert "损坏" in answer.stdout + answer.stderr and answer.returncode == (1 if command == ["check"] else 3)
    assert "不是采编台的数据文件" in told(run("demo", "--no-window", "-n", foreign), 2)
    assert [empty.read_bytes(), foreign.read_bytes()] == [before[0], before[2]]


@pytest.mark.skipif(os.name == "nt", reason="modes of folders")
def test_a_newsroom_that_cannot_be_written_is_read(newsroom: Path, tmp_path: Path, environment, run: Run):
    folder = tmp_path / "archive"
    folder.mkdir()
    path = Path(shutil.move(newsroom, folder))
    without_rights = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if without_rights and not shutil.which("setpriv"):
        pytest.skip("root may write anywhere")
    path.chmod(0o400)
    folder.chmod(0o500)
    try:
        for words in (["verify"], ["search", "供水"], ["check"], ["export", "2026-00018"], ["backup", tmp_path / "b"]):
            command = [*without_rights, sys.executable, "-m", "desktop", "-n", str(path), *map(str, words)]
            done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120)
            assert done.returncode == 0, done.stderr
    finally:
        folder.chmod(0o700)


def test_a_new_newsroom_is_found_by_the_next_command_whatever_its_name(environment, tmp_path: Path, run: Run):
    for name in ("../青禾/网:*?", "CON", "...", "长" * 90):
        made = Path(json.loads(run("init", "--site-name", name, "--admin", "root", "--json").stdout)["newsroom"])
        assert made.is_relative_to(environment["HOME"]) and made.parent == made.resolve().parent
        assert run("verify").returncode == 0


def test_odd_counts_and_texts_are_one_sentence(newsroom: Path, tmp_path: Path, run: Run):
    for limit in ("-1", "0", "9" * 30, "２"):
        assert "整数" in told(run("search", "供水", "-n", newsroom, "--limit", limit), 2)
    (tmp_path / "a.bin").write_bytes(b"\x00\xff\xfe\x80")
    assert "文件类型" in told(run("render", "a.bin"), 2)
    assert "网络地址" in told(run("publish", "--to", "sftp://host/site", "-n", newsroom), 2)
    assert "数据库服务器上" in told(run("demo", "--no-window", "-n", "postgresql+psycopg://host/a"), 2)
    assert "不是文件夹" in told(run("publish", "--to", "a.bin", "-n", newsroom), 3)
    assert "errno" not in told(run("publish", "--to", "none/site", "-n", newsroom), 3).lower()
    assert json.loads(run("--version", "--json").stdout)["version"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have always a desktop")
def test_where_there_is_no_desktop_the_window_is_refused_in_one_sentence(environment, newsroom: Path, run: Run):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    assert "没有图形界面" in told(run(), 3)
    assert "没有图形界面" in told(run("demo", "-n", newsroom), 3)


def test_publish_loads_no_qt(newsroom: Path, tmp_path: Path, environment: dict[str, str]):
    code = (
        "import sys; from desktop.__main__ import main; sys.argv[1:] = sys.argv[1:]; main(); "
        "sys.exit(any(name.startswith(('PySide6', 'PIL', 'alembic', 'argon2')) for name in sys.modules))"
    )
    given = ("publish", "-n", str(newsroom), "--to", str(tmp_path / "site"))
    subprocess.run([sys.executable, "-c", code, *given], env=environment, check=True, capture_output=True)


def test_every_kind_of_failure_has_its_sentence():
    from db.domain import errors
    from desktop.cli.words import _SENTENCES

    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.DeskError)}
    assert kinds - {errors.DeskError} == set(_SENTENCES)


def test_corrections_and_withdrawals_are_listed(run: Run, newsroom: Path):
    done = run("-n", newsroom, "corrections")
    assert done.returncode == 0 and done.stdout.rstrip().endswith("更正 0 次，撤稿 2 次。")
    assert "  撤稿  " in done.stdout
    found = json.loads(run("-n", newsroom, "corrections", "--json").stdout)["corrections"]
    assert [one["kind"] for one in found] == ["withdraw", "withdraw"]
    assert all(one["before"]["digest"] and one["after"] is None for one in found)
    assert "请写成 2026-11-01 这样的日期" in told(run("-n", newsroom, "corrections", "--from", "十月", "--to", "x"), 2)
    assert "撤稿 0 次" in run("-n", newsroom, "corrections", "--from", "2099-11-01").stdout


def test_a_review_sheet_is_written_as_a_pdf(run: Run, newsroom: Path, tmp_path: Path):
    done = run("-n", newsroom, "sheet", "2026-00022", "-o", tmp_path / "单.pdf")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "单.pdf").read_bytes().startswith(b"%PDF")


def test_sheets_of_some_days_are_written_by_their_numbers(run: Run, newsroom: Path, tmp_path: Path):
    done = run("-n", newsroom, "sheet", "--from", "2026-10-01", "--to", "2026-10-31", "-o", tmp_path / "单", "--json")
    files = json.loads(done.stdout)["files"]
    assert files and sorted(map(str, (tmp_path / "单").iterdir())) == sorted(files)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("2026-99999",), "找不到稿件"),
        (("2026-00030",), "要等稿件送审以后才有"),
        ((), "要么写一篇稿件"),
        (("2026-00022", "--from", "2026-10-01", "--to", "2026-10-02"), "要么写一篇稿件"),
        (("--from", "十月", "--to", "2026-10-02"), "请写成 2026-11-01 这样的日期"),
    ],
)
def test_what_has_no_sheet_is_said(run: Run, newsroom: Path, tmp_path: Path, given: tuple[str, ...], words: str):
    done = run("-n", newsroom, "sheet", *given, "-o", tmp_path / "单.pdf")
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "单.pdf").exists()
