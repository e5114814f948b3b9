"""A newsroom from nothing: founded, peopled, written in, and locked to who guesses."""

from __future__ import annotations

from .hand import Hand
from .moves import leaves
from .play import play

PASSWORD = "qinghe-2026"


def test_a_newsroom_is_founded_and_its_first_editor_writes(tmp_path):
    path = tmp_path / "桃溪.caibian"

    async def story(hand: Hand) -> None:
        await hand.click("新建采编部")
        await hand.write("网站名称", "桃溪新闻网")
        await hand.write("数据文件", str(path))
        await hand.write("您的姓名", "罗岚")
        await hand.write("登录名", "luolan")
        await hand.write("密码", PASSWORD)
        await hand.write("再输一遍密码", PASSWORD)
        await hand.click("新建")
        await enters(hand, "luolan", PASSWORD)
        await hand.go_to("设置")

        await hand.click("添加人员")
        await hand.write("登录名", "wenqi")
        await hand.write("姓名", "温琪")
        await hand.write("初始密码", PASSWORD)
        await hand.click("保存")
        await hand.click_row("温琪")

        await hand.click("审核流程")
        await hand.click("添加流程")
        await hand.write("名称", "三审制")
        await hand.pick("审级", "三级")
        await hand.click("保存")
        await hand.click_row("三审制")
        await hand.click("栏目")
        await hand.click("添加栏目")
        await hand.write("名称", "桃溪要闻")
        await hand.write("网址名", "taoxi")
        await hand.pick("审核流程", "三审制")
        await hand.click("保存")
        await hand.click_row("桃溪要闻")
        await leaves(hand)

        await enters(hand, "wenqi", PASSWORD)
        await hand.click("新建稿件")
        await hand.write("标题", "桃溪乡通了第一班夜车")
        await hand.pick("栏目", "桃溪要闻")
        await hand.write("来源", "桃溪乡")
        await hand.write("正文", "末班车开到晚上九点。")
        await hand.sees("已保存", "初审", "复审", "终审")
        await hand.click("送审")
        await hand.sees("已送审", "初审中")
        await leaves(hand)

        await enters(hand, "luolan", PASSWORD)
        await hand.go_to("设置")
        await hand.click("人员")
        await hand.click_row("温琪")
        await hand.click("重设密码…")
        await hand.write("新密码", "taoxi-2027-x")
        await hand.write("再输一次", "taoxi-2027-x")
        await hand.click("重设密码")
        await hand.sees("已重设温琪的密码")
        await leaves(hand)

        for _ in range(5):
            await tries(hand, "wenqi", PASSWORD)
            await hand.sees("密码不对")
        await tries(hand, "wenqi", "taoxi-2027-x")
        await hand.sees("账号暂时锁定")
        await hand.closes()

    play(story(Hand()))


async def tries(hand: Hand, login: str, password: str) -> None:
    await hand.write("登录名", login)
    await hand.write("密码", password)
    await hand.click("登录")


async def enters(hand: Hand, login: str, password: str) -> None:
    await hand.sees("请登录")
    await tries(hand, login, password)
    await hand.sees("个人菜单")
