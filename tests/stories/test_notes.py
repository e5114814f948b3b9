"""批注: said in review, followed through a revision, answered, settled; and nobody forgets that one is open."""

from __future__ import annotations

from .hand import Hand
from .moves import leaves, signs_in
from .play import play

TITLE = "早市搬了家，老主顾找得到"
SENTENCE = "老早市名气大"
FIELD = "批注、答复"


def test_a_note_goes_with_the_text_until_it_is_settled(newsroom):
    async def story(hand: Hand) -> None:
        await signs_in(hand, "周敏")
        await hand.click_row(TITLE)
        await hand.sees(SENTENCE)
        await hand.run("批注")
        await hand.sees("批注全稿")
        await hand.write(FIELD, "摊位数与上次不同，请核对")
        await hand.click("记下批注")
        await hand.sees("批注 1")
        await hand.write("审核意见", "见批注")
        await hand.click("退回修改")
        await hand.sees("已退回修改")

        await leaves(hand)
        await signs_in(hand, "林晓")
        await hand.click_row(TITLE)
        await hand.sees("周敏退回：见批注")
        await hand.click_into("正文", SENTENCE)
        await hand.press("Shift+End")
        await hand.press("Ctrl+Shift+M")
        await hand.sees("记下批注")
        await hand.type("这句我改")
        await hand.press("Ctrl+Enter")
        await hand.sees("批注 2")
        await hand.click("送审")
        await hand.sees("已送审")

        await leaves(hand)
        await signs_in(hand, "周敏")
        await hand.click_row(TITLE)
        await hand.sees("批注 2")
        await hand.click("通过")
        await hand.sees("还有 2 条批注没有解决")
        await hand.click("取消")
        await hand.click("批注 2")
        await hand.click_row("摊位数与上次不同")
        await hand.click("解决")
        await hand.sees("批注 1")
        await hand.click("通过")
        await hand.sees("还有 1 条批注没有解决")
        await hand.click("仍然通过")
        await hand.sees("已通过")
        await hand.closes()

    play(story(Hand()), newsroom)
