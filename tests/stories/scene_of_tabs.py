"""林晓 has three articles open, writes in one, and the program is killed: the first half of a story."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from desktop.paths import windows_file

from .hand import Hand
from .moves import signs_in
from .play import play

WRITTEN = "Bamboo 18"


def main(newsroom: Path, known: str, words: str, other: str) -> None:
    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await hand.go_to("我的稿件")
        await hand.click_row(known)
        await hand.reads("标题", known)
        await hand.click_into("正文", words)
        await hand.press("Ctrl+Home")
        await hand.type("先写。")
        await hand.click_row(other)  # in a tab of its own, as the first was written in
        await hand.reads("标题", other)
        await hand.press("Ctrl+J")
        await hand.press("Down")
        await hand.press("Shift+Return")
        await hand.until(lambda: len(hand.window.desk.tabs.tabs) == 3)
        await hand.until(lambda: hand.window.desk.article.place() is not None)
        await hand.press("Ctrl+Tab")
        await hand.reads("标题", known)
        await hand.click_into("正文", "先写。")
        await hand.press("Ctrl+Home")
        await hand.type(WRITTEN)
        await hand.sees("已保存")
        await hand.until(lambda: f'\\"caret\\": {len(WRITTEN)},' in windows_file().read_text(encoding="utf-8"))
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # nothing is closed, nothing is told

    play(story(Hand()), newsroom)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:5])
