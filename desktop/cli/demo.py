"""`caibian demo`: a newsroom to look around in."""

from __future__ import annotations

import argparse
import importlib

from db.domain.errors import BadValue
from desktop import paths
from desktop.cli.desk import newsroom_path, opened_at, say, say_json, tell
from desktop.cli.display import no_display
from desktop.cli.parser import Options
from desktop.cli.words import WORLD_FAILED

ABOUT = "数据文件已存在时不重新造。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-window", action="store_true", help="只造，不打开窗口")


def run(options: Options) -> int:
    path = newsroom_path(options) if options.newsroom else paths.demo_newsroom()
    if path.is_dir():
        raise BadValue("file", "taken", str(path))
    made = not path.exists()
    if not made and options.no_window:
        with opened_at(path):  # what lies there is a newsroom, or is told
            pass
    if made:
        # Pillow and Python-Markdown are needed only to make one.
        from desktop.demo import make  # noqa: PLC0415

        make(path)
    if options.no_window:
        if options.json:
            say_json({"newsroom": str(path), "made": made})
        else:
            say(f"{'已造好' if made else '已存在'}：{path}")
        return 0
    if said := no_display():
        tell(said)
        return WORLD_FAILED
    # Qt is loaded by the window alone.
    bootstrap = importlib.import_module("desktop.bootstrap")
    return int(bootstrap.run(path, True))
