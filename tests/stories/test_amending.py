"""A reviewer amends, the editor takes one change and leaves one, and what is published is exactly that text."""

from __future__ import annotations

from .hand import Hand
from .moves import approves, begins, goes_out, holds, leaves, sends_in, signs_in
from .play import play

TITLE = "清河镇夜校开课首月三千人次"
KEPT = "夜校开课首月，有 3,210 人次来上课。"
CONFIRMED = "夜校开课首月，有 3,120 人次来上课。"


def test_what_is_published_is_what_was_confirmed(newsroom, tmp_path):
    site = tmp_path / "site"

    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await begins(hand, TITLE, "乡镇动态", "县融媒体中心", KEPT)
        await sends_in(hand)

        await signs_in(hand, "周敏")
        await hand.go_to("待我审核")
        await hand.click_row(TITLE)
        await hand.sees(KEPT)
        await hand.click("审改")
        await hand.sees("审改中：改动将逐处标记")
        await hand.write("标题", TITLE + "了")
        await hand.write("正文", CONFIRMED)
        await hand.sees("已保存")
        await hand.click("完成审改")
        await hand.sees("您审改了 2 处，等编辑确认")
        await leaves(hand)

        await signs_in(hand, "林晓")
        await hand.go_to("待确认审改")
        await hand.click_row(TITLE)
        await hand.click("确认审改")
        await hand.sees("未答 2 处", "1. 标题", "2. 正文")
        await hand.press("R")
        await hand.press("A")
        await hand.sees("采纳 1 处 · 不采纳 1 处")
        await hand.click("提交确认")
        await hand.sees("已确认审改，采纳 1 处，不采纳 1 处", CONFIRMED)
        await leaves(hand)

        for name, then in (("周敏", "终审中"), ("高远", "已通过")):
            await approves(hand, name, TITLE, CONFIRMED, then)

        await goes_out(hand, TITLE, site)
        [page] = [path for path in site.glob("towns/*/*/*.html") if TITLE in path.read_text(encoding="utf-8")]
        text = page.read_text(encoding="utf-8")
        assert "3,120" in text
        assert "3,210" not in text
        assert TITLE + "了" not in text
        assert "编辑：林晓" in text
        await holds(hand, newsroom, site)
        await hand.closes()

    site.mkdir()
    play(story(Hand()), newsroom)
