"""The power fails: what was being written, and what was never saved, is offered when the program comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .hand import Hand
from .moves import comes_back
from .play import play

KNOWN, NEW = "一根竹子的第十八道工序", "桃溪乡夜里停了电"


def test_after_a_crash_both_texts_of_both_drafts_are_offered(newsroom):
    tests = Path(__file__).parents[1]
    scene = [sys.executable, "-m", "stories.scene_of_a_crash", str(newsroom), KNOWN, NEW]
    died = subprocess.run(
        scene, cwd=tests, env={**os.environ, "PYTHONPATH": str(tests.parent)}, capture_output=True, encoding="utf-8"
    )
    assert died.returncode == 9, died.stdout + died.stderr

    async def story(hand: Hand) -> None:
        await comes_back(hand, "林晓")
        await hand.sees("没来得及存进编辑部")
        await hand.click("查看")
        await hand.sees("找回", "断电前写的一篇。", NEW)
        await hand.click("用找回的文字")
        await hand.reads("标题", NEW)
        await hand.sees("断电前写的一篇。", "已保存")
        await hand.go_to("我的稿件")
        await hand.click_row(NEW)

        await hand.click_row(KNOWN)
        await hand.sees("找回", "断电前改的一句。", "竹")
        await hand.click("用找回的文字")
        await hand.reads("标题", KNOWN)
        await hand.sees("断电前改的一句。", "已保存")
        await hand.closes()

    play(story(Hand()), newsroom)
