from __future__ import annotations

import json
import multiprocessing
import os
import posixpath
import re
import shutil
import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from db.domain.article import Attachment, Policy, Reprint, Video
from db.domain.errors import AssetLost, Cancelled, ForeignTarget, StoreUnavailable, TargetFailed
from db.store.unit import Store
from desktop.publishing import crew
from desktop.publishing.publish import preview_changes, publish, publish_in_turn
from desktop.publishing.verify import verify_site
from desktop.text.dialect import render
from tests.desktop.publishing.newsroom import Newsroom


class Links(HTMLParser):
    """Gathers what a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def tree(folder: Path) -> dict[str, bytes]:
    """Return the site's files; our own corner left out."""
    files = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files if ".caibian" not in p.parts}


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith("manifest")}


def dead_links(folder: Path) -> list[tuple[str, str]]:
    """Return the links to our own files that lead nowhere, from whatever the home page reaches."""
    dead, seen, waiting = [], set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if not (folder / path).is_file():
            dead.append(("", path))
            continue
        if not path.endswith(".html"):
            continue
        links = Links()
        links.feed((folder / path).read_text(encoding="utf-8"))
        for link in links.found:
            if re.match(r"[a-z]+:", link):
                continue
            place = unquote(link.partition("#")[0])
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
            if not (folder / to).is_file():
                dead.append((path, link))
            waiting.append(to)
    return dead


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def filled(newsroom: Newsroom, count: int = 25) -> str:
    """Release some articles of every kind; return the digest of their picture."""
    picture = newsroom.picture(thumb=b"\xff\xd8 small")
    for n in range(count):
        newsroom.release(f"标题{n}", f'<figure><img alt="图" src="asset:{picture}"></figure>', cover=picture)
    newsroom.release("片子", channel_id=2, video=Video("https://video.example/a.mp4", picture, "12:36"))
    newsroom.release("办法", channel_id=3, policy=Policy("青禾政办〔2026〕12号", "县政府办", "2026-03-16", "有效"))
    newsroom.release("改造", channel_id=5)
    newsroom.release("关于", channel_id=6)
    return picture


def test_a_published_site_holds_and_every_link_resolves(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom)
    done = publish(newsroom.store, site)
    assert verify_site(newsroom.store, site) == []
    assert dead_links(site) == []
    assert done.uploaded == len(tree(site))
    assert (done.deleted, done.unchanged, done.release) == (0, 0, 29)


def test_an_article_says_who_made_it_when_and_where(newsroom: Newsroom, site: Path) -> None:
    newsroom.release("清河之水进山村", shoulder="引题", subtitle="副题", keywords=("供水", "水库"), summary="摘要词")
    publish(newsroom.store, site)
    page = (site / "headlines/2026/07/2026-00001.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page
    text = re.sub(r"<[^>]+>", "", page)
    assert "2026年07月29日 19:24 青禾新闻网" in text
    assert "【字号：大 中 小】" in text
    assert "【打印】" in text
    assert "（来源：县水利局 通讯员：吴启航 编辑：林晓 审核：周敏）" in text
    assert "[ 信息来源：青禾新闻网 作者：吴启航 ]" in text
    tags = dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', page))
    assert {
        "SiteName": "青禾新闻网",
        "SiteDomain": "www.qinghe.example",
        "ColumnName": "要闻",
        "ColumnType": "工作动态",
        "ArticleTitle": "清河之水进山村",
        "PubDate": "2026-07-29 19:24",
        "ContentSource": "县水利局",
        "Keywords": "供水,水库",
        "Author": "吴启航",
        "Description": "摘要词",
        "Url": "https://www.qinghe.example/headlines/2026/07/2026-00001.html",
    }.items() <= tags.items()
    assert "SiteIDCode" not in tags


def test_marks_of_the_footer_are_shown_when_filled_only(newsroom: Newsroom, site: Path) -> None:
    publish(newsroom.store, site)
    assert "beian" not in (site / "index.html").read_text(encoding="utf-8")
    newsroom.set(icp="某ICP备00000000号", police="某公网安备 36000002000123号", site_id_code="3600000001", fax="0000-1")
    publish(newsroom.store, site)
    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<a href="https://beian.miit.gov.cn/" rel="noopener">某ICP备00000000号</a>' in page
    assert "https://beian.mps.gov.cn/#/query/webSearch?code=36000002000123" in page
    assert '<meta name="SiteIDCode" content="3600000001">' in page
    assert "传真：0000-1" in page
    assert "邮编" not in page


def test_each_kind_of_channel_has_its_own_pages(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom, 1)
    publish(newsroom.store, site)
    film = (site / "films/2026/07/2026-00002.html").read_text(encoding="utf-8")
    assert "<video controls" in film
    assert 'src="https://video.example/a.mp4"' in film
    assert "12:36" in (site / "films/index.html").read_text(encoding="utf-8")
    assert '<th scope="row">发文字号</th><td>青禾政办〔2026〕12号</td>' in (
        site / "policies/2026/07/2026-00003.html"
    ).read_text(encoding="utf-8")
    assert "青禾政办〔2026〕12号" in (site / "policies/index.html").read_text(encoding="utf-8")
    assert "改造" in (site / "topics/index.html").read_text(encoding="utf-8")
    assert "<h1>关于</h1>" in (site / "about/index.html").read_text(encoding="utf-8")


def test_the_home_page_shows_a_picture_once_however_many_articles_carry_it(newsroom: Newsroom, site: Path) -> None:
    first, second = newsroom.picture(b"\xff\xd8 one"), newsroom.picture(b"\xff\xd8 two")
    for title, cover in (("甲", second), ("乙", first), ("丙", first), ("头条", first)):
        newsroom.release(title, cover=cover)
    publish(newsroom.store, site)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert (home.count(f"{first}.jpg"), home.count(f"{second}.jpg")) == (1, 1)


def test_publishing_twice_is_publishing_once(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom)
    publish(newsroom.store, site)
    before = {p: p.stat().st_mtime_ns for p in site.rglob("*") if p.is_file() and ".caibian" not in p.parts}
    again = publish(newsroom.store, site)
    assert (again.rendered, again.uploaded, again.deleted) == (0, 0, 0)
    in_full = publish(newsroom.store, site, full=True)
    assert (in_full.uploaded, in_full.deleted) == (0, 0)
    assert {p: p.stat().st_mtime_ns for p in before} == before


def test_one_new_article_touches_few_files(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom, 45)
    publish(newsroom.store, site)
    old = tree(site)
    newsroom.release("新的一篇", at="2026-08-01T00:00:00Z")
    foreseen = preview_changes(newsroom.store, site)
    done = publish(newsroom.store, site)
    new = tree(site)
    assert sorted(p for p in pages(new) if new[p] != old.get(p)) == foreseen
    assert done.uploaded == sum(1 for path in new if new[path] != old.get(path))
    assert done.rendered <= 9
    assert done.uploaded <= 12
    assert verify_site(newsroom.store, site) == []


def test_any_order_of_steps_gives_the_site_that_one_full_build_gives(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.set(page_size=5)
    first, other = newsroom.picture(b"\xff\xd8 one", b"\xff\xd8 1"), newsroom.picture(b"\xff\xd8 two")
    site = tmp_path / "steps"
    made = [newsroom.release(f"题{n}", at=f"2026-0{n % 3 + 1}-10T00:00:00Z", cover=first) for n in range(11)]
    publish(newsroom.store, site)
    made.append(newsroom.release("带另一图", cover=other, channel_id=7))
    publish(newsroom.store, site)
    for article in (made[2], made[11], made[10]):
        newsroom.withdraw(article)
        publish(newsroom.store, site)
        assert verify_site(newsroom.store, site) == []
    newsroom.reinstate(made[11])
    newsroom.release("子栏目", channel_id=5)
    publish(newsroom.store, site)
    newsroom.set(site_name="青禾网")
    publish(newsroom.store, site)
    publish(newsroom.store, tmp_path / "once")
    assert tree(site) == tree(tmp_path / "once")
    assert dead_links(site) == []


def test_a_withdrawn_article_is_gone_from_lists_and_comes_back_byte_for_byte(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom)
    article = newsroom.release("要撤下的标题", "<p>要撤下的正文</p>", at="2025-03-01T00:00:00Z")
    publish(newsroom.store, site)
    before = pages(tree(site))
    newsroom.withdraw(article)
    publish(newsroom.store, site)
    tombstone = (site / "headlines/2025/03/2026-00030.html").read_text(encoding="utf-8")
    assert "noindex" in tombstone
    for path, data in tree(site).items():
        assert "要撤下的".encode() not in data, path
        assert path.startswith(("headlines/2025", "manifest")) or b"2026-00030" not in data, path
    assert not (site / "sitemap-2025-03.xml").exists()
    newsroom.reinstate(article)
    publish(newsroom.store, site)
    assert pages(tree(site)) == before


def test_a_withdrawal_leaves_a_gap_and_moves_nothing(newsroom: Newsroom, site: Path) -> None:
    newsroom.set(page_size=5)
    made = [newsroom.release(f"题{n}", at="2026-01-01T00:00:00Z") for n in range(22)]
    publish(newsroom.store, site)
    old = tree(site)
    newsroom.withdraw(made[7])
    publish(newsroom.store, site)
    new = tree(site)
    changed = {path for path in new if new[path] != old.get(path) and not path.startswith("manifest")}
    assert {p for p in changed if "list-" in p} == {"headlines/list-2.html"}
    assert "题8" in (site / "headlines/list-2.html").read_text(encoding="utf-8")


def test_pictures_that_nobody_shows_any_more_are_taken_away(newsroom: Newsroom, site: Path) -> None:
    shared, own = newsroom.picture(b"\xff\xd8 shared"), newsroom.picture(b"\xff\xd8 own")
    body = f'<img src="asset:{shared}"><img src="asset:{own}">'
    keep = newsroom.release("甲", body, body=f"![](asset:{shared})")
    drop = newsroom.release("乙", body, body=f"![](asset:{shared}) ![](asset:{own})")
    publish(newsroom.store, site)
    newsroom.withdraw(drop)
    publish(newsroom.store, site)
    assert (site / f"assets/{shared[:2]}/{shared}.jpg").exists()
    assert not (site / f"assets/{own[:2]}/{own}.jpg").exists()
    newsroom.withdraw(keep)
    publish(newsroom.store, site)
    assert not (site / "assets").exists()
    newsroom.reinstate(drop)
    publish(newsroom.store, site)
    assert (site / f"assets/{own[:2]}/{own}.jpg").exists()
    assert verify_site(newsroom.store, site) == []


def test_pictures_have_their_sizes_and_attachments_their_names(newsroom: Newsroom, site: Path) -> None:
    picture = newsroom.picture()
    newsroom.release(
        "甲", f'<p><img src="asset:{picture}"></p>', body=f"![](asset:{picture})",
        attachments=(Attachment(picture, "附件一.jpg"),), reprint=Reprint("原题", "原作者", "别的报", "javascript:1"),
    )  # fmt: skip
    publish(newsroom.store, site)
    page = (site / "headlines/2026/07/2026-00001.html").read_text(encoding="utf-8")
    place = f"../../../assets/{picture[:2]}/{picture}.jpg"
    assert f'<img src="{place}" width="1200" height="800" loading="lazy">' in page
    assert f'<a href="{place}" download="附件一.jpg">附件一.jpg</a>' in page
    assert "转载自：别的报《原题》 原作者：原作者" in page
    assert "javascript:" not in page


def test_a_folder_with_other_files_is_left_alone(newsroom: Newsroom, site: Path) -> None:
    site.mkdir()
    (site / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ForeignTarget):
        publish(newsroom.store, site)
    assert [p.name for p in site.iterdir()] == ["letter.txt"]


def test_the_site_of_another_newsroom_is_left_alone(newsroom: Newsroom, site: Path) -> None:
    publish(newsroom.store, site)
    before = tree(site)
    newsroom.set(newsroom_uid="another")
    for remembered in (True, False):
        if not remembered:
            shutil.rmtree(site / ".caibian")
        with pytest.raises(ForeignTarget) as caught:
            publish(newsroom.store, site)
        assert caught.value.owner == "qinghe"
    assert tree(site) == before


def test_a_target_whose_parent_is_gone_is_not_made_anew(newsroom: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(TargetFailed) as caught:
        publish(newsroom.store, tmp_path / "usb" / "site")
    assert caught.value.reason == "missing"


def test_a_target_that_is_a_file_is_refused(newsroom: Newsroom, site: Path) -> None:
    site.write_text("x", encoding="utf-8")
    with pytest.raises(TargetFailed):
        publish(newsroom.store, site)
    assert site.read_text(encoding="utf-8") == "x"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_target_without_rights_keeps_its_site(newsroom: Newsroom, site: Path) -> None:
    publish(newsroom.store, site)
    newsroom.release("新")
    site.chmod(0o500)
    try:
        with pytest.raises(TargetFailed) as caught:
            publish(newsroom.store, site)
    finally:
        site.chmod(0o700)
    assert caught.value.reason == "no_rights"


def test_an_emptied_folder_is_filled_again(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom)
    publish(newsroom.store, site)
    whole = tree(site)
    shutil.rmtree(site)
    publish(newsroom.store, site)
    assert tree(site) == whole


def test_what_was_changed_on_the_disk_is_mended_by_a_full_build(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom)
    publish(newsroom.store, site)
    whole = tree(site)
    (site / "headlines/index.html").write_text("x", encoding="utf-8")
    (site / "feed.xml").unlink()
    done = publish(newsroom.store, site, full=True)
    assert done.uploaded == 2
    assert tree(site) == whole


def test_a_newsroom_restored_from_a_backup_takes_the_later_pages_away(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom, 3)
    publish(newsroom.store, site)
    store = newsroom.store
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = store.path.read_bytes()
    newsroom.release("备份之后")
    publish(store, site)
    store.close()
    for part in store.path.parent.glob(store.path.name + "-*"):
        part.unlink()
    store.path.write_bytes(kept)
    store = Store(store.path)
    publish(store, site)
    assert not list(site.rglob("2026-00008.html"))
    assert verify_site(store, site) == []
    store.close()


def test_paths_that_a_forged_manifest_names_outside_are_not_touched(newsroom: Newsroom, site: Path) -> None:
    publish(newsroom.store, site)
    victim = site.parent / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    head = json.loads((site / "manifest.json").read_bytes())
    head["files"] |= {"../victim.txt": {}, str(victim): {}, ".caibian/newsroom": {}, "a/../../victim.txt": {}}
    head["parts"] |= {"../../victim": "0"}
    (site / "manifest.json").write_text(json.dumps(head), encoding="utf-8")
    publish(newsroom.store, site)
    assert victim.exists()
    assert verify_site(newsroom.store, site) == []


def test_cancelling_changes_nothing(newsroom: Newsroom, site: Path) -> None:
    filled(newsroom)
    publish(newsroom.store, site)
    before = tree(site)
    newsroom.set(site_name="另一个名字")
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 10

    with pytest.raises(Cancelled):
        publish(newsroom.store, site, cancelled=cancelled)
    assert tree(site) == before
    assert not list((site / ".caibian" / "new").iterdir())


def test_two_programs_do_not_publish_to_one_folder_at_once(newsroom: Newsroom, site: Path) -> None:
    publish(newsroom.store, site)
    newsroom.release("新")

    def in_between(_done: int, _total: int, what: str) -> None:
        with pytest.raises(TargetFailed) as caught:
            publish(newsroom.store, site)
        assert caught.value.reason == "busy"

    publish(newsroom.store, site, report=in_between)
    assert verify_site(newsroom.store, site) == []


def test_a_program_that_comes_second_waits_for_its_turn_and_brings_what_is_newer(
    newsroom: Newsroom, site: Path
) -> None:
    publish(newsroom.store, site)
    newsroom.release("先签发的")
    second: list[threading.Thread] = []

    def in_between(_done: int, _total: int, _what: str) -> None:
        if not second:
            newsroom.release("后签发的")
            second.append(threading.Thread(target=publish_in_turn, args=(newsroom.store, site)))
            second[0].start()

    publish(newsroom.store, site, report=in_between)
    second[0].join()
    assert any("后签发的" in page.read_text(encoding="utf-8") for page in site.rglob("*.html"))
    assert verify_site(newsroom.store, site) == []


def test_a_video_is_shown_with_the_captions_attached_to_it(newsroom: Newsroom, site: Path) -> None:
    captions = newsroom.picture(b"WEBVTT\n", media_type="text/vtt")
    video = Video("https://video.example/a.mp4", "", "12:36")
    newsroom.release("片子", channel_id=2, video=video, attachments=(Attachment(captions, "字幕.vtt"),))
    publish(newsroom.store, site)
    [page] = [p.read_text(encoding="utf-8") for p in site.rglob("2026-00001.html")]
    place = f"../../../assets/{captions[:2]}/{captions}.vtt"
    assert f'<track kind="captions" srclang="zh-CN" label="中文字幕" src="{place}" default>' in page
    assert verify_site(newsroom.store, site) == []
    assert dead_links(site) == []


def test_a_picture_that_was_lost_is_told_with_its_article(newsroom: Newsroom, site: Path) -> None:
    picture = newsroom.picture()
    newsroom.release("桥通了", f'<p><img src="asset:{picture}" alt=""></p>', body=f"![](asset:{picture})")
    with newsroom.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER blob_no_delete")
        connection.exec_driver_sql("DELETE FROM blob")
    with pytest.raises(AssetLost) as caught:
        publish(newsroom.store, site)
    assert caught.value.article == "桥通了"
    assert caught.value.name
    assert not list(site.rglob("*.html"))


def test_html_that_is_not_what_was_released_is_not_published(newsroom: Newsroom, site: Path) -> None:
    newsroom.release("甲", "<p>真的</p>")
    with newsroom.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER rendered_no_update")
        connection.exec_driver_sql("UPDATE rendered SET html = '<p>假的</p>'")
    with pytest.raises(StoreUnavailable) as caught:
        publish(newsroom.store, site)
    assert caught.value.reason == "damaged"
    assert not list(site.rglob("*.html"))


def test_more_processes_make_the_same_site(newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(newsroom)
    newsroom.withdraw(4)
    publish(newsroom.store, tmp_path / "alone")
    monkeypatch.setattr(crew, "_WORTH", 1)
    monkeypatch.setattr(crew, "SHARE", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    publish(newsroom.store, tmp_path / "together")
    assert tree(tmp_path / "alone") == tree(tmp_path / "together")
    assert publish(newsroom.store, tmp_path / "together", full=True).uploaded == 0


def test_workers_that_are_lost_leave_their_share_to_the_others(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(newsroom)
    publish(newsroom.store, tmp_path / "alone")
    monkeypatch.setattr(crew, "_WORTH", 1)
    monkeypatch.setattr(crew, "SHARE", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    lost: list[int] = []

    def once_lost() -> bool:
        for worker in multiprocessing.active_children():
            if worker.pid not in lost:
                lost.append(worker.pid or 0)
                worker.kill()
                worker.join()
        return False

    publish(newsroom.store, tmp_path / "together", cancelled=once_lost)
    assert lost
    assert tree(tmp_path / "alone") == tree(tmp_path / "together")


def test_a_site_without_a_domain_names_no_other_host(newsroom: Newsroom, site: Path) -> None:
    newsroom.set(site_domain="")
    newsroom.release("甲")
    publish(newsroom.store, site)
    page = (site / "headlines/2026/07/2026-00001.html").read_text(encoding="utf-8")
    assert "canonical" not in page
    assert "<loc>/headlines/2026/07/2026-00001.html</loc>" in (site / "sitemap-2026-07.xml").read_text(encoding="utf-8")


def test_an_address_that_leads_out_of_the_site_is_not_followed(newsroom: Newsroom, site: Path) -> None:
    newsroom.release("甲")
    with newsroom.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER release_no_update")
        connection.exec_driver_sql("UPDATE release SET address = '/../outside.html'")
    with pytest.raises(StoreUnavailable):
        publish(newsroom.store, site)
    assert not (site.parent / "outside.html").exists()


def test_films_and_files_of_a_text_lie_beside_it_and_go_with_it(newsroom: Newsroom, site: Path) -> None:
    film = newsroom.picture(b"....ftypmp42 film", media_type="video/mp4")
    paper = newsroom.picture(b"%PDF-1.7 paper", media_type="application/pdf")
    body = f'![开幕](asset:{film}.mp4 "开幕现场｜摄影：林晓")\n\n[通知.pdf](asset:{paper}.pdf "PDF，14 B")'
    number = newsroom.release("秋收开幕", render(body), body=body)
    publish(newsroom.store, site)
    files = tree(site)
    page = files["headlines/2026/07/2026-00001.html"].decode()
    assert f'src="../../../assets/{film[:2]}/{film}.mp4"></video>' in page
    assert f'<a download="通知.pdf" href="../../../assets/{paper[:2]}/{paper}.pdf" rel="noopener">通知.pdf</a>' in page
    assert files[f"assets/{film[:2]}/{film}.mp4"] == b"....ftypmp42 film"
    assert files[f"assets/{paper[:2]}/{paper}.pdf"] == b"%PDF-1.7 paper"
    listed = b"".join(data for path, data in files.items() if path.startswith("manifest")).decode()
    assert film in listed and paper in listed
    assert not dead_links(site)
    assert verify_site(newsroom.store, site) == []
    newsroom.withdraw(number)
    publish(newsroom.store, site)
    assert not [path for path in tree(site) if film in path or paper in path]
