"""The issue's day: an article from the first key to the site, taken down and put back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QColor, QImage

from .hand import Hand
from .moves import approves, goes_out, holds, leaves, sends_in, signs_in
from .play import play

T = TypeVar("T")
PICTURE = "\ufffc"
TITLE = "清河镇新建三处口袋公园"


def test_an_article_lives_its_whole_life(newsroom, tmp_path):
    site = tmp_path / "site"

    async def story(hand: Hand) -> None:
        await signs_in(hand, "林晓")
        await writes(hand, picture(tmp_path / "公园.png"))
        await hand.click("送审")
        await hand.sees("这些图片还没有替代文字")
        await hand.write("替代文字", "树荫下的草地和步道")
        await hand.click("写入并送审")
        await hand.sees("已送审", "初审中")
        await leaves(hand)

        await signs_in(hand, "周敏")
        await hand.misses("新建稿件")
        await hand.go_to("待我审核")
        await hand.click_row(TITLE)
        await hand.sees("市民在公园里散步")
        await hand.write("审核意见", "第二段的面积请与住建局核对。")
        await hand.click("退回修改")
        await hand.sees("已退回修改")
        await leaves(hand)

        await signs_in(hand, "林晓")
        await hand.go_to("退回给我")
        await hand.click_row(TITLE)
        await hand.sees("第二段的面积请与住建局核对。")
        await hand.click_into("正文", "三处公园")
        await hand.press("End")
        await hand.type("面积已与县住建局核对。")
        await sends_in(hand)

        await approves(hand, "周敏", TITLE, "面积已与县住建局核对", "终审中")
        await approves(hand, "高远", TITLE, "面积已与县住建局核对", "已通过")

        await goes_out(hand, TITLE, site)
        page = only(path for path in site.glob("towns/*/*/*.html") if TITLE in path.read_text(encoding="utf-8"))
        address = page.relative_to(site).as_posix()
        stands_on_the_site(site, page)
        await holds(hand, newsroom, site)

        before = files(site)
        await hand.click("已发布")
        await hand.click_row(TITLE)
        await hand.click("撤稿…")
        await hand.pick("原因类别", "事实错误")
        await hand.write("说明", "开放时间有误，核实后再发。")
        await hand.click("撤稿")
        await hand.sees(f"已撤下《{TITLE}》")
        await hand.click("更新网站")
        await hand.until(lambda: TITLE not in page.read_text(encoding="utf-8"))
        await hand.sees("更新好了")
        assert "撤" in page.read_text(encoding="utf-8")
        assert listing(site, address) == []
        await holds(hand, newsroom, site)

        await hand.click("已撤稿")
        await hand.click_row(TITLE)
        await hand.click("恢复")
        await hand.sees(f"已恢复《{TITLE}》")
        await hand.click("更新网站")
        await hand.until(lambda: TITLE in page.read_text(encoding="utf-8"))
        await hand.sees("更新好了")
        assert files(site)[address] == before[address]
        assert listing(site, address)
        await holds(hand, newsroom, site)
        await hand.closes()

    site.mkdir()
    play(story(Hand()), newsroom)


def stands_on_the_site(site: Path, page: Path) -> None:
    """The page, the lists that lead to it, and its picture are on the disk."""
    text = page.read_text(encoding="utf-8")
    for words in (
        "来源：县融媒体中心",
        "通讯员：陈立",
        "编辑：林晓",
        "审核：高远",
        "市民在公园里散步",
        "<td>文苑公园</td>",
        'alt="树荫下的草地和步道"',
    ):
        assert words in text, words
    assert "主办单位" in text
    forms = set(re.findall(r"assets/[^\" ,]+\.(?:jpg|png|webp)", text.split("<article")[-1]))
    assert {Path(form).suffix for form in forms} == {".jpg", ".webp"}
    assert all((site / form).stat().st_size > 100 for form in forms)
    for list_page in ("index.html", "towns/list-1.html", "towns/index.html", "towns/feed.xml"):
        assert TITLE in (site / list_page).read_text(encoding="utf-8"), list_page
    assert any(page.name in path.read_text(encoding="utf-8") for path in site.glob("sitemap*.xml"))


def listing(site: Path, address: str) -> list[str]:
    """Return the lists, feeds and sitemaps that lead to an address."""
    name = Path(address).name
    pages = (path for path in site.rglob("*") if path.suffix in (".html", ".xml") and path.name != name)
    return [path.relative_to(site).as_posix() for path in pages if name in path.read_text(encoding="utf-8")]


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def only(found: Iterable[T]) -> T:
    (one,) = set(found)
    return one


async def writes(hand: Hand, photo: Path) -> None:
    await hand.click("新建稿件")
    await hand.write("标题", TITLE)
    await hand.pick("栏目", "乡镇动态")
    await hand.write("来源", "县融媒体中心")
    await hand.click("属性")
    await hand.write("通讯员", "陈立，")
    await hand.write("正文", "清河镇今年新建三处口袋公园，11月起向市民开放。\n")
    await hand.drop("正文", photo)
    await hand.sees(PICTURE)
    await hand.run("图片说明")
    await hand.write("图说", "市民在公园里散步")
    await hand.click("确定")
    await hand.press("Ctrl+End")
    await hand.type("三处公园都在居民区旁边。")
    await hand.click("表格")
    for cell in ("名称", "面积", "", "文苑公园", "1200 平方米"):
        await hand.type(cell)
        await hand.press("Tab")
    await hand.run("删除这一列")
    await hand.press("Tab")
    await hand.run("删除这一行")
    await hand.sees("已保存")


def picture(path: Path) -> Path:
    drawn = QImage(640, 480, QImage.Format.Format_RGB32)
    drawn.fill(QColor("#5b8f52"))
    assert drawn.save(str(path))
    return path
