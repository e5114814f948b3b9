"""林晓 writes while the newsroom cannot be written to, and the machine dies: the first half of a story."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sqlalchemy import event

from db.store.unit import Store
from desktop.paths import user_data

from .hand import Hand
from .moves import signs_in
from .play import play


def main(newsroom: Path, known: str, title: str) -> None:
    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        event.listen(hand.window.session.store.engine, "checkout", impatient)
        other = Store(newsroom)
        with other.engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # another program holds the file
            await hand.go_to("我的稿件")
            await hand.click_row(known)
            await hand.reads("标题", known)
            await hand.click_into("正文", "竹")
            await hand.press("Ctrl+Home")
            await hand.type("断电前改的一句。")
            await hand.until(lambda: kept() == 1)
            await hand.click("新建稿件")
            await hand.write("标题", title)
            await hand.type("\t")
            await hand.write("正文", "断电前写的一篇。")
            await hand.until(lambda: kept() == 2)
            os._exit(9)  # nothing is closed, nothing is told

    play(story(Hand()), newsroom)


def impatient(connection, _record, _proxy) -> None:
    """The program waits five seconds for a file that is locked; the story need not."""
    connection.execute("PRAGMA busy_timeout = 50")


def kept() -> int:
    folder = user_data() / "recovery"
    return len(list(folder.glob("*.json"))) if folder.is_dir() else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
