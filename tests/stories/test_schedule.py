"""An article that goes out at its time, by the open window and by the system's scheduler, and never twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from db.domain.release import ReleaseKind
from db.store import articles, history, search
from db.store.unit import Store

from .hand import Hand, start
from .moves import holds, signs_in
from .play import play

BEIJING = timezone(timedelta(hours=8))
FIRST, SECOND = "趁着水枯好修渠", "古道有了新脚印"


class Clock:
    """The newsroom's clock, as far behind as the story wants it."""

    behind = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) - self.behind


def test_what_is_scheduled_goes_out_at_its_time_and_never_twice(newsroom, tmp_path):
    site, clock = tmp_path / "site", Clock()
    site.mkdir()

    async def story(hand: Hand) -> None:
        await hand.sees("点一个名字")
        session = hand.window.session
        session.store.clock = clock
        clock.behind = timedelta(hours=1)
        await signs_in(hand, "何川")
        await hand.go_to("发布网站")
        await hand.click("选择文件夹…")
        await hand.chooses(site)
        await hand.sees(str(site))
        await hand.click("更新网站")
        await hand.sees("更新好了")
        await schedules(hand, FIRST, clock() + timedelta(minutes=20))
        await schedules(hand, SECOND, clock() + timedelta(minutes=40))

        clock.behind = timedelta(minutes=30)  # the first is due, the second is not
        session.keeper.fire_due()  # as its timer does
        await hand.sees("定时稿件已签发 1 篇", "定时稿件已发布到")
        assert on_the_site(site, FIRST)
        assert not on_the_site(site, SECOND)

        clock.behind = timedelta()  # now the second is due, for the window and for two programs outside
        outside = [start("publish", "--newsroom", newsroom, "--to", site) for _ in range(2)]
        session.keeper.fire_due()
        await hand.until(lambda: all(program.poll() is not None for program in outside))
        for program in outside:
            out, err = program.communicate()
            assert program.returncode == 0, out + err
        await hand.until(lambda: on_the_site(site, SECOND))
        await hand.go_to("定时发布")
        await hand.misses(SECOND)
        await holds(hand, newsroom, site)
        await hand.closes()

    play(story(Hand()), newsroom)
    assert releases(newsroom, FIRST) == releases(newsroom, SECOND) == [ReleaseKind.PUBLISH]


async def schedules(hand: Hand, title: str, at: datetime) -> None:
    await hand.click_row(title)
    await hand.click("定时…")
    await hand.write("日期", f"{at.astimezone(BEIJING):%Y-%m-%d}")
    await hand.write("时间", f"{at.astimezone(BEIJING):%H:%M}")
    await hand.click("定时")
    await hand.sees(f"《{title}》将在", "发布。")


def on_the_site(site, title: str) -> bool:
    return title in (site / "map.html").read_text(encoding="utf-8") or any(
        title in page.read_text(encoding="utf-8") for page in site.glob("*/list-1.html")
    )


def releases(newsroom, title: str) -> list[ReleaseKind]:
    store = Store(newsroom, read_only=True)
    with store.reading() as connection:
        rows = articles.rows(connection, [hit.article_id for hit in search.find(connection, title)])
        found = next(row.article_id for row in rows.values() if row.title == title)
        kinds = [made.kind for made in history.releases(connection, found)]
    store.close()
    return kinds
