"""What people do again and again in the stories."""

from __future__ import annotations

from pathlib import Path

from .hand import Hand


async def signs_in(hand: Hand, name: str) -> None:
    await hand.sees("点一个名字")
    await hand.click(name)
    await hand.sees(f"{name} · ", "个人菜单")


async def comes_back(hand: Hand, name: str) -> None:
    """Sit down again at a program that remembers who worked there, or asks."""
    await hand.sees(f"{name} · ")
    if hand.now_sees("点一个名字"):
        await signs_in(hand, name)


async def leaves(hand: Hand) -> None:
    await hand.click("个人菜单")
    await hand.click("换人登录")


async def holds(hand: Hand, newsroom: Path, site: Path) -> None:
    """Let the program be asked from outside whether every approval and every page is what it should be."""
    done = await hand.caibian("verify", "--newsroom", newsroom, "--site", site)
    assert done.returncode == 0, done.stdout + done.stderr


async def approves(hand: Hand, name: str, title: str, words: str, then: str) -> None:
    """Sit down as a reviewer, read an article that has these words, and pass it."""
    await signs_in(hand, name)
    await hand.go_to("待我审核")
    await hand.click_row(title)
    await hand.sees(words)
    await hand.click("通过")
    await hand.sees("已通过。", then)
    await leaves(hand)


async def begins(hand: Hand, title: str, channel: str, source: str, text: str) -> None:
    """Start an article with what every one needs."""
    await hand.click("新建稿件")
    await hand.write("标题", title)
    await hand.pick("栏目", channel)
    await hand.write("来源", source)
    await hand.write("正文", text)


async def sends_in(hand: Hand) -> None:
    await hand.sees("已保存")
    await hand.click("送审")
    await hand.sees("已送审", "初审中")
    await leaves(hand)


async def goes_out(hand: Hand, title: str, site: Path) -> None:
    """Sit down as the publisher, sign an approved article, and bring the site up to date in a folder."""
    await signs_in(hand, "何川")
    await hand.go_to("发布网站")
    await hand.click_row(title)
    await hand.click("签发")
    await hand.sees(f"签发《{title}》？")
    await hand.click("签发")
    await hand.sees(f"已签发《{title}》")
    await hand.click("选择文件夹…")
    await hand.chooses(site)
    await hand.sees(str(site))
    await hand.click("更新网站")
    await hand.sees("更新好了")
