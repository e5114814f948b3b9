"""`caibian render`: Markdown as the page will carry it."""

from __future__ import annotations

import argparse
import sys

from desktop.cli.desk import say_json
from desktop.cli.parser import Options, place
from desktop.text.dialect import render
from desktop.text.encodings import decoded

ABOUT = "文件写“-”时读标准输入。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=place, metavar="文件", help="Markdown 文件，或“-”")


def run(options: Options) -> int:
    data = sys.stdin.buffer.read() if str(options.file) == "-" else options.file.read_bytes()
    html = render(decoded(data))
    if options.json:
        say_json({"html": html})
    else:
        sys.stdout.write(html if html.endswith("\n") else html + "\n")
    return 0
