"""Three levels of review at the window: what the second sends back begins again, and nobody decides twice."""

from __future__ import annotations

from .hand import Hand
from .moves import approves, begins, goes_out, holds, leaves, sends_in, signs_in
from .play import play

TITLE = "青禾县秋粮入库过九成"
FIRST = "截至10月底，全县秋粮入库 91200 吨。"
SECOND = "截至10月31日，全县秋粮入库 92100 吨。"


def test_a_return_at_the_second_level_begins_the_three_anew(newsroom, tmp_path):
    site = tmp_path / "site"
    site.mkdir()

    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await begins(hand, TITLE, "要闻", "县粮食局", FIRST)
        await sends_in(hand)

        await approves(hand, "许安", TITLE, FIRST, "复审中")
        await signs_in(hand, "周敏")
        await hand.go_to("待我审核")
        await hand.click_row(TITLE)
        await hand.sees(FIRST)
        await hand.write("审核意见", "日期写具体，数字请再核一遍。")
        await hand.click("退回修改")
        await hand.sees("已退回修改")
        await leaves(hand)

        await signs_in(hand, "林晓")
        await hand.go_to("退回给我")
        await hand.click_row(TITLE)
        await hand.sees("日期写具体，数字请再核一遍。")
        await hand.write("正文", SECOND)
        await sends_in(hand)

        await signs_in(hand, "许安")
        await hand.go_to("待我审核")
        await hand.click_row(TITLE)
        await hand.sees("92100", "数字 ")  # who approved before sees what changed, and of what kind it is
        await hand.click("通过")
        await hand.sees("已通过。", "复审中")
        await leaves(hand)
        await approves(hand, "周敏", TITLE, "92100", "终审中")
        await approves(hand, "高远", TITLE, SECOND, "已通过")

        await goes_out(hand, TITLE, site)
        await holds(hand, newsroom, site)
        await hand.closes()

    play(story(Hand()), newsroom)
    (page,) = (path for path in site.glob("*/*/*/*.html") if TITLE in path.read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")
    assert SECOND in text and "审核：高远" in text and "91200" not in text
