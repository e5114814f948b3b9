"""Several articles open: they come back after the program was killed, and after somebody else sat at the desk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .hand import Hand
from .moves import comes_back, leaves, signs_in
from .play import play
from .scene_of_tabs import WRITTEN

KNOWN, WORDS, OTHER = "一根竹子的第十八道工序", "竹", "快递进了村，山货出了山"


def test_after_a_kill_the_same_articles_are_open_at_the_same_places(newsroom):
    tests = Path(__file__).parents[1]
    scene = [sys.executable, "-m", "stories.scene_of_tabs", str(newsroom), KNOWN, WORDS, OTHER]
    died = subprocess.run(
        scene, cwd=tests, env={**os.environ, "PYTHONPATH": str(tests.parent)}, capture_output=True, encoding="utf-8"
    )
    assert died.returncode not in (0, 1), died.stdout + died.stderr

    async def story(hand: Hand) -> None:
        await comes_back(hand, "林晓")
        await hand.sees(KNOWN, OTHER)
        await hand.reads("标题", KNOWN)
        await hand.sees(f"{WRITTEN}先写。")
        desk = hand.window.desk
        assert [tab.title for tab in desk.tabs.tabs][:2] == [KNOWN, OTHER] and len(desk.tabs.tabs) == 3
        await hand.until(lambda: desk.article._sheet.body.editor.textCursor().position() == len(WRITTEN))
        await hand.press("Ctrl+Tab")
        await hand.reads("标题", OTHER)
        await hand.closes()

    play(story(Hand()), newsroom)


def test_who_leaves_with_unsaved_words_in_a_tab_finds_all_of_it_again(newsroom):
    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await hand.go_to("我的稿件")
        for title, words in ((KNOWN, "甲处。"), (OTHER, "乙处。")):
            await hand.click_row(title)
            await hand.reads("标题", title)
            await hand.click_into("正文", "，")
            await hand.press("Ctrl+Home")
            await hand.type(words)
        await leaves(hand)
        await signs_in(hand, "周敏")
        assert not hand.window.desk.tabs.tabs
        await leaves(hand)
        await signs_in(hand, "林晓")
        await hand.reads("标题", OTHER)
        await hand.sees("乙处。")
        await hand.press("Ctrl+Shift+Tab")
        await hand.reads("标题", KNOWN)
        await hand.sees("甲处。")
        await hand.press("Ctrl+W")
        await hand.reads("标题", OTHER)
        await hand.press("Ctrl+Alt+R")
        await hand.reads("标题", KNOWN)
        await hand.closes()

    play(story(Hand()), newsroom)
