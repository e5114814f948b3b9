from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.domain.errors import StoreUnavailable
from desktop.publishing.publish import publish
from desktop.publishing.verify import Fault, verify_site
from tests.desktop.publishing.newsroom import Newsroom
from tests.desktop.publishing.test_publish import filled

ARTICLE = "headlines/2026/07/2026-00001.html"


@pytest.fixture
def site(newsroom: Newsroom, tmp_path: Path) -> Path:
    filled(newsroom, 3)
    publish(newsroom.store, tmp_path / "site")
    return tmp_path / "site"


def picture(site: Path) -> Path:
    return next((site / "assets").rglob("*.jpg"))


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"2026", b"2027", 1) + b" ")


def forged(site: Path) -> None:
    """Change a page and the manifest with it."""
    edit(site / ARTICLE)
    part = site / "manifest/headlines/2026/07.json"
    said = json.loads(part.read_bytes())
    said["files"][ARTICLE]["sha256"] = "0" * 64
    part.write_text(json.dumps(said), encoding="utf-8")


@pytest.mark.parametrize(
    ("tamper", "kind", "where"),
    [
        (lambda s: edit(s / ARTICLE), "page_changed", ARTICLE),
        (lambda s: (s / ARTICLE).unlink(), "page_missing", ARTICLE),
        (lambda s: edit(s / "index.html"), "page_changed", "index.html"),
        (lambda s: edit(s / "feed.xml"), "file_changed", "feed.xml"),
        (lambda s: edit(picture(s)), "picture_changed", "assets/"),
        (lambda s: picture(s).unlink(), "picture_missing", "assets/"),
        (lambda s: (s / "headlines/2026/07/extra.html").write_text("x"), "page_extra", "headlines/2026/07/extra.html"),
        (lambda s: (s / "assets/evil.js").write_text("x"), "file_extra", "assets/evil.js"),
        (lambda s: edit(s / "manifest.json"), "manifest_changed", "manifest.json"),
        (lambda s: (s / "manifest.json").write_text("[]"), "manifest_changed", "manifest.json"),
        (lambda s: (s / "manifest.json").unlink(), "manifest_missing", "manifest.json"),
        (lambda s: edit(s / "manifest/headlines.json"), "manifest_changed", "manifest/headlines.json"),
        (forged, "page_changed", ARTICLE),
    ],
)
def test_what_was_tampered_with_is_named_first(
    newsroom: Newsroom, site: Path, tamper: Callable[[Path], object], kind: str, where: str
) -> None:
    assert verify_site(newsroom.store, site) == []
    tamper(site)
    first = verify_site(newsroom.store, site)[0]
    assert first.kind == kind
    assert first.where.startswith(where)


def test_a_page_that_is_live_without_a_release_is_named(newsroom: Newsroom, site: Path) -> None:
    other = site / "headlines/2026/07/2026-09999.html"
    other.write_bytes((site / ARTICLE).read_bytes())
    assert verify_site(newsroom.store, site) == [Fault("page_extra", "headlines/2026/07/2026-09999.html")]


def test_what_the_office_put_beside_the_site_is_named_and_no_fault(newsroom: Newsroom, site: Path) -> None:
    (site / "CNAME").write_text("www.qinghe.example", encoding="utf-8")
    (site / "old").mkdir()
    (site / "old/logo.png").write_bytes(b"x")
    (site / "OLD.HTM").write_bytes(b"x")
    found = verify_site(newsroom.store, site)
    assert [(f.kind, f.where) for f in found if not f.is_note] == [("page_extra", "OLD.HTM")]
    assert [f.where for f in found if f.is_note] == ["CNAME", "old/logo.png"]


def test_html_changed_in_the_record_is_named_with_its_release(newsroom: Newsroom, site: Path) -> None:
    with newsroom.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER rendered_no_update")
        connection.exec_driver_sql("UPDATE rendered SET html = html || 'x' WHERE rowid = 1")
    first = verify_site(newsroom.store, site)[0]
    assert (first.kind, first.where, first.facts["article"]) == ("release_changed", ARTICLE, "1")


def test_a_theme_or_chrome_that_is_not_what_was_kept_is_named(newsroom: Newsroom, site: Path) -> None:
    with newsroom.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER chrome_no_update")
        connection.exec_driver_sql("UPDATE chrome SET data = replace(data, '青禾', '红禾')")
    assert [fault.kind for fault in verify_site(newsroom.store, site)] == ["chrome_missing"]


@pytest.mark.parametrize(
    "change",
    ["DELETE FROM revision WHERE id = 2", "UPDATE revision SET form = 'x' WHERE id = 2", "DELETE FROM rendered"],
)
def test_a_text_that_is_gone_from_the_record_is_named_and_never_published_as_gone(
    newsroom: Newsroom, site: Path, change: str
) -> None:
    page = site / "headlines/2026/07/2026-00002.html"
    before = page.read_bytes()
    with closing(sqlite3.connect(newsroom.store.path, isolation_level=None)) as connection:  # without foreign keys
        for name in ("revision", "rendered"):
            connection.execute(f"DROP TRIGGER {name}_no_update")
            connection.execute(f"DROP TRIGGER {name}_no_delete")
        connection.execute(change)
    found = verify_site(newsroom.store, site)
    assert ("release_changed", "headlines/2026/07/2026-00002.html") in [(f.kind, f.where) for f in found]
    for full in (False, True):
        newsroom.release("又一篇")
        with pytest.raises(StoreUnavailable):
            publish(newsroom.store, site, full=full)
    newsroom.withdraw(1)
    with pytest.raises(StoreUnavailable):
        publish(newsroom.store, site)
    assert page.read_bytes() == before


def test_a_manifest_that_says_it_is_of_another_release_is_named_first(newsroom: Newsroom, site: Path) -> None:
    manifest = site / "manifest.json"
    said = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps(said | {"release": 2}), encoding="utf-8")
    first = verify_site(newsroom.store, site)[0]
    assert (first.kind, first.where) == ("manifest_changed", "manifest.json")


def test_an_audit_chain_that_was_cut_is_named(newsroom: Newsroom, site: Path) -> None:
    with newsroom.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_delete")
        connection.exec_driver_sql("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    assert [fault.kind for fault in verify_site(newsroom.store, site)] == ["chain_cut"]


def test_an_older_site_put_back_is_named(newsroom: Newsroom, site: Path) -> None:
    old = {p: p.read_bytes() for p in site.rglob("*") if p.is_file() and ".caibian" not in p.parts}
    newsroom.withdraw(1)
    publish(newsroom.store, site)
    for path, data in old.items():
        path.write_bytes(data)
    assert [fault.kind for fault in verify_site(newsroom.store, site)] == ["manifest_old"]


def test_releases_that_are_not_yet_published_are_no_fault(newsroom: Newsroom, site: Path) -> None:
    newsroom.release("还没有发布")
    newsroom.set(site_name="改了名")
    assert verify_site(newsroom.store, site) == []


def test_a_copy_of_the_site_elsewhere_holds_too(newsroom: Newsroom, site: Path) -> None:
    assert verify_site(newsroom.store, site.rename(site.with_name("moved"))) == []


def test_the_site_of_another_newsroom_is_named(newsroom: Newsroom, site: Path) -> None:
    newsroom.set(newsroom_uid="another")
    assert [fault.kind for fault in verify_site(newsroom.store, site)] == ["manifest_foreign"]
