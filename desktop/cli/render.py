"""`caibian render`: Markdown as the page will carry it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from db.domain.errors import BadValue
from desktop.cli.desk import say_json
from desktop.cli.parser import Options, place
from desktop.text.dialect import render
from desktop.text.encodings import decoded

ABOUT = "文件写“-”时读标准输入。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=place, metavar="文件", help="Markdown 文件，或“-”")


def run(options: Options) -> int:
    html = render(_text(options.file))
    if options.json:
        say_json({"html": html})
    else:
        sys.stdout.write(html if html.endswith("\n") else html + "\n")
    return 0


def _text(file: Path) -> str:
    standard = sys.stdin.buffer.read if sys.stdin else bytes  # none where it was closed
    try:
        return decoded(standard() if str(file) == "-" else file.read_bytes())
    except UnicodeError as exc:
        raise BadValue("file", "kind", str(file)) from exc
