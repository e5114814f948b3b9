"""A correction overtakes a long update; the update is merged, and both changes are on the site in the end."""

from __future__ import annotations

from .hand import Hand
from .moves import approves, holds, leaves, signs_in
from .play import play

TITLE = "渡安桥又能走车了"
PLACE, SAME = "停下来看水", "他今年81岁"
NOTE = "蒋长庚的年龄此前有误，特此更正。"


def test_a_correction_overtakes_an_update_which_is_merged_before_it_goes_out(newsroom, tmp_path):
    site = tmp_path / "site"
    site.mkdir()

    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await hand.go_to("已发布")
        await hand.click_row(TITLE)
        await hand.click("改稿")
        await hand.click_into("正文", PLACE)
        await hand.type("慢慢地")
        await hand.click_into("正文", SAME)
        await hand.type("听说")
        await hand.sees("已保存")
        await hand.press("Ctrl+Alt+5")
        await hand.sees("已开始更正", "改稿 · 草稿", "更正 · 草稿")
        await hand.click_into("正文", SAME)
        await hand.type("据查")
        await hand.sees("已保存")
        await hand.click("送审")
        await hand.sees("已送审", "更正 · 初审中")
        await leaves(hand)

        await both_approve(hand, "据查")
        await signs_in(hand, "何川")
        await hand.go_to("发布网站")
        await hand.click("选择文件夹…")
        await hand.chooses(site)
        await hand.sees(str(site))
        await hand.click_row(TITLE)
        await hand.click("签发")
        await hand.pick("原因类别", "事实错误")
        await hand.write("说明", "年龄写错")
        await hand.write("更正说明", NOTE)
        await hand.click("签发")
        await hand.sees(f"已签发《{TITLE}》的更正")
        await hand.click("更新网站")
        await hand.sees("更新好了")
        [page] = (path for path in site.glob("towns/*/*/*.html") if TITLE in path.read_text(encoding="utf-8"))
        text = page.read_text(encoding="utf-8")
        assert "据查" in text and NOTE in text and "慢慢地" not in text
        await leaves(hand)

        await signs_in(hand, "林晓")
        await hand.go_to("我的稿件")
        await hand.click_row(TITLE)
        await hand.sees("动笔以后线上的一稿已经更正")
        await hand.click("并入更正")
        await hand.sees("逐处合并")
        await hand.click("用线上的")
        await hand.click("合并并保存")
        await hand.sees("已并入线上的更正")
        await hand.click("送审")
        await hand.sees("已送审", "初审中")
        await leaves(hand)

        await both_approve(hand, "慢慢地")
        await signs_in(hand, "何川")
        await hand.go_to("发布网站")
        await hand.click_row(TITLE)
        await hand.click("签发")
        await hand.sees(f"签发《{TITLE}》？")
        await hand.click("签发")
        await hand.sees(f"已签发《{TITLE}》")
        await hand.click("更新网站")
        await hand.until(lambda: "慢慢地" in page.read_text(encoding="utf-8"))
        await hand.sees("更新好了")
        text = page.read_text(encoding="utf-8")
        assert "据查" in text and NOTE in text and "听说" not in text
        await holds(hand, newsroom, site)

    play(story(Hand()), newsroom)


async def both_approve(hand: Hand, words: str) -> None:
    """Let both levels read the lane that waits, and approve it."""
    await approves(hand, "周敏", TITLE, words, "终审中")
    await approves(hand, "高远", TITLE, words, "已通过")
