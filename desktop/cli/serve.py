"""`caibian serve`: look at a built site in the browser of this machine."""

from __future__ import annotations

import argparse
import sys

from db.domain.errors import BadValue
from desktop.cli.desk import say, say_json
from desktop.cli.parser import Options, place
from desktop.publishing.serve import HOST, make_server

ABOUT = "只有本机能看到；按 Ctrl+C 停止。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="文件夹", type=place, help="网站所在的文件夹")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="端口；不写时任选一个空闲的")


def run(options: Options) -> int:
    if not options.folder.is_dir():
        raise BadValue("folder", "unknown", str(options.folder))
    if not 0 <= options.port <= 65535:
        raise BadValue("port", "format", str(options.port))
    with make_server(options.folder, options.port) as server:
        address = f"http://{HOST}:{server.server_port}/"
        if options.json:
            say_json({"address": address})
        else:
            say(f"网站在 {address} ，按 Ctrl+C 停止。")
        sys.stdout.flush()  # whoever started us through a pipe waits for the address
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
