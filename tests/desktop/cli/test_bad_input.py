"""Whatever is typed after a command: one Chinese sentence, the exit status of its kind, no traceback, nothing lost."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

import pytest

from desktop.cli.main import COMMANDS, run
from desktop.demo import make

MEGABYTE = "长" * 350_000  # one megabyte as UTF-8
VALUES = {
    "empty": "",
    "blank": "  ",
    "long": MEGABYTE,
    "nul": "a\0b",
    "controls": "a\x07\x1b[31m\x7fb",
    "device": "NUL:",
    "surrogate": "a\udcffb",
    "folder": "{folder}",
    "missing": "{folder}/none/there.caibian",
    "unknown": "2026-99999",
}
# Where the value goes. {newsroom} is the demo; {bad} the value.
LINES = {
    "newsroom": ["-n", "{bad}", "check"],
    "login": ["-n", "{newsroom}", "--as", "{bad}", "archive", "import", "{folder}"],
    "log-level": ["--log-level", "{bad}", "render", "-"],
    "render": ["render", "{bad}"],
    "archive direction": ["-n", "{newsroom}", "--as", "luolan", "archive", "{bad}", "{folder}"],
    "archive folder": ["-n", "{newsroom}", "--as", "luolan", "archive", "import", "{bad}"],
    "publish to": ["-n", "{newsroom}", "publish", "--to", "{bad}"],
    "verify site": ["-n", "{newsroom}", "verify", "--site", "{bad}"],
    "search": ["-n", "{newsroom}", "search", "{bad}"],
    "search limit": ["-n", "{newsroom}", "search", "供水", "--limit", "{bad}"],
    "corrections days": ["-n", "{newsroom}", "corrections", "--from", "{bad}", "--to", "2026-11-01"],
    "corrections kind": ["-n", "{newsroom}", "corrections", "--kind", "{bad}"],
    "sheet article": ["-n", "{newsroom}", "sheet", "{bad}", "-o", "{folder}/new"],
    "sheet output": ["-n", "{newsroom}", "sheet", "2026-00022", "-o", "{bad}"],
    "sheet days": ["-n", "{newsroom}", "sheet", "--from", "{bad}", "--to", "2026-11-01", "-o", "{folder}/new"],
    "export article": ["-n", "{newsroom}", "export", "{bad}"],
    "export format": ["-n", "{newsroom}", "export", "2026-00001", "--format", "{bad}"],
    "export output": ["-n", "{newsroom}", "export", "2026-00001", "-o", "{bad}"],
    "backup": ["-n", "{newsroom}", "backup", "{bad}"],
    "restore": ["-n", "{newsroom}", "--as", "luolan", "restore", "{bad}"],
    "init newsroom": ["-n", "{bad}", "init", "--site-name", "青禾", "--admin", "luolan"],
    "init name": ["-n", "{folder}/new", "init", "--site-name", "{bad}", "--admin", "luolan"],
    "init admin": ["-n", "{folder}/new", "init", "--site-name", "青禾", "--admin", "{bad}"],
    "demo newsroom": ["-n", "{bad}", "demo", "--no-window"],
    "serve folder": ["serve", "{bad}"],
    "serve port": ["serve", "{folder}", "--port", "{bad}"],
    "check": ["-n", "{newsroom}", "check", "{bad}"],
    "command": ["{bad}"],
}
STATUSES = (1, 2, 3)
GOOD = {
    ("archive folder", "folder"),  # nothing is in it
    ("publish to", "folder"), ("publish to", "unknown"), ("backup", "unknown"), ("export output", "unknown"),
    ("sheet output", "unknown"),
    ("init newsroom", "unknown"), ("demo newsroom", "unknown"), ("init newsroom", "missing"),
    ("demo newsroom", "missing"), ("init admin", "unknown"),
    *(("init name", value) for value in ("device", "folder", "missing", "unknown")),
}  # fmt: skip
SERVED = ("serve folder", "folder")  # that one is served until somebody stops it


@pytest.fixture(scope="module")
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    request.getfixturevalue("qapp")  # else a sheet makes a lesser application, and no window can be tested after it
    path = tmp_path_factory.mktemp("demo") / "demo.caibian"
    make(path)
    return path


@pytest.mark.parametrize(("place", "value"), [pair for pair in product(LINES, VALUES) if pair != SERVED])
def test_a_bad_value_is_answered_by_one_chinese_sentence(
    place: str,
    value: str,
    demo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    newsroom, folder = tmp_path / "n.caibian", tmp_path / "folder"
    shutil.copy(demo, newsroom)
    folder.mkdir()
    monkeypatch.setenv("CAIBIAN_PASSWORD", "qinghe-2026")
    monkeypatch.chdir(tmp_path)
    bad = VALUES[value].format(folder=folder)
    known = {"{bad}": bad, "{newsroom}": str(newsroom), "{folder}": str(folder), "{folder}/new": f"{folder}/new"}
    given = [known.get(part, part) for part in LINES[place]]
    try:
        status = run(given)
    except SystemExit as left:
        status = int(left.code or 0)
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert (place, value) in GOOD if status == 0 else status in STATUSES, told.err
    if status == 1:  # nothing found, no site there: that is the answer
        assert place in ("search", "verify site")
        return
    if status:
        assert re.search("[一-鿿]", told.err) and "程序出错" not in told.err
        assert len(told.err) < 1000 and len(told.err.splitlines()) == 1
        assert told.err.rstrip("\n").isprintable()
    if newsroom.exists():
        assert len(newsroom.read_bytes()) >= len(demo.read_bytes())


def test_every_command_is_given_bad_values() -> None:
    assert set(COMMANDS) <= {word for line in LINES.values() for word in line}
