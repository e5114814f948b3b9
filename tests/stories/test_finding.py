"""Finding and losing: search, the palette, the trash, and taking a step back."""

from __future__ import annotations

from .hand import Hand
from .moves import signs_in
from .play import play

TITLE = "快递进了村，山货出了山"


def test_an_article_is_found_thrown_away_and_brought_back(newsroom):
    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await hand.look_for("山货")
        await hand.click_row(TITLE)
        await hand.reads("标题", TITLE)
        await hand.look_for("山货")
        await hand.click_row("在列表里看")
        await hand.sees("找到 1 篇")
        await hand.click_row(TITLE)

        await hand.run("弃稿")
        await hand.sees("已移入回收站")
        await hand.click("撤销")
        await hand.sees("稿件已恢复")
        await hand.click("送审")
        await hand.sees("已送审")
        await hand.click("撤回")
        await hand.sees("已撤回")

        await hand.click("更多")
        await hand.click("弃稿")
        await hand.go_to("回收站")
        await hand.click_row(TITLE)
        await hand.click("恢复")
        await hand.sees("弃稿已恢复")
        await hand.misses(TITLE + "，已弃稿")
        await hand.go_to("我的稿件")
        await hand.click_row(TITLE)
        await hand.reads("标题", TITLE)
        await hand.closes()

    play(story(Hand()), newsroom)
