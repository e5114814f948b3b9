"""Pictures of a page come in the widths and formats that its release carries, and in no others."""

from __future__ import annotations

import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from db.actions import assets
from db.domain.errors import AssetLost
from db.store import assets as reading
from desktop.intake.pictures import read_picture
from desktop.publishing.publish import publish
from desktop.publishing.verify import verify_site
from tests.desktop.publishing.newsroom import ADMIN, Newsroom
from tests.desktop.publishing.test_publish import dead_links

PAGE = "headlines/2026/07/2026-00001.html"


def photo(size: tuple[int, int] = (2000, 1000), colour: str = "green", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, "PNG")
    return out.getvalue()


def figure(picture: str, words: str = "图") -> str:
    return f'<figure><img alt="{words}" src="asset:{picture}" title="说 &gt; 明"></figure>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def released(newsroom: Newsroom, *pictures: str) -> int:
    body = "\n\n".join(f"![图](asset:{picture})" for picture in pictures)
    return newsroom.release("图片", "\n".join(figure(picture) for picture in pictures), body=body)


def test_a_picture_is_webp_with_jpeg_behind_it_in_the_widths_that_there_are(newsroom: Newsroom, site: Path) -> None:
    released(newsroom, newsroom.real_picture(photo()))
    publish(newsroom.store, site)
    page = (site / PAGE).read_text(encoding="utf-8")
    found = re.search(r"<picture><source ([^>]*)><img ([^>]*)></picture>", page)
    assert found
    source, image = (dict(re.findall(r'([a-z]+)="([^"]*)"', words)) for words in found.groups())
    assert source["type"] == "image/webp"
    assert re.findall(r"\.webp (\d+)w", source["srcset"]) == ["480", "960", "1600", "2000"]
    assert re.findall(r"\.jpg (\d+)w", image["srcset"]) == ["480", "960", "1600", "2000"]
    assert (image["width"], image["height"], image["alt"], image["decoding"]) == ("2000", "1000", "图", "async")
    assert source["sizes"] == image["sizes"] == "(min-width: 840px) 760px, 100vw"
    for path, width in re.findall(r"\.\./\.\./\.\./(assets/\S+) (\d+)w", source["srcset"] + ", " + image["srcset"]):
        assert Image.open(io.BytesIO((site / path).read_bytes())).width == int(width)
    assert verify_site(newsroom.store, site) == []
    assert dead_links(site) == []


def test_the_first_picture_comes_at_once_and_the_others_when_they_are_near(newsroom: Newsroom, site: Path) -> None:
    released(newsroom, *(newsroom.real_picture(photo(colour=colour)) for colour in ("red", "green", "blue")))
    publish(newsroom.store, site)
    images = re.findall(r"<picture>.*?(<img [^>]*>)", (site / PAGE).read_text(encoding="utf-8"))
    assert ['loading="lazy"' in image for image in images] == [False, True, True]


def test_a_narrow_picture_is_asked_for_at_its_own_width(newsroom: Newsroom, site: Path) -> None:
    released(newsroom, newsroom.real_picture(photo((300, 900))))
    publish(newsroom.store, site)
    page = (site / PAGE).read_text(encoding="utf-8")
    assert 'sizes="(min-width: 380px) 300px, 100vw"' in page and 'width="300" height="900"' in page


def test_a_release_made_before_there_were_renditions_stays_as_it_was(newsroom: Newsroom, site: Path) -> None:
    released(newsroom, newsroom.picture(thumb=b"\xff\xd8 small"))
    publish(newsroom.store, site)
    page = (site / PAGE).read_text(encoding="utf-8")
    assert "<picture" not in page and 'width="1200" height="800" loading="lazy"' in page
    assert verify_site(newsroom.store, site) == []


def test_renditions_that_came_after_a_release_are_not_on_its_page(newsroom: Newsroom, site: Path) -> None:
    picture = newsroom.picture(photo(), media_type="image/png")
    released(newsroom, picture)
    publish(newsroom.store, site)
    before = (site / PAGE).read_bytes()
    newsroom.rendered(picture, photo())
    publish(newsroom.store, site, full=True)
    assert (site / PAGE).read_bytes() == before
    assert verify_site(newsroom.store, site) == []


def test_a_changed_or_lost_rendition_is_found(newsroom: Newsroom, site: Path) -> None:
    released(newsroom, newsroom.real_picture(photo()))
    publish(newsroom.store, site)
    first, second, *_ = sorted((site / "assets").rglob("*.webp"))
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    assert sorted(fault.kind for fault in verify_site(newsroom.store, site)) == ["picture_changed", "picture_missing"]


def test_renditions_go_with_the_article_unless_another_shows_them(newsroom: Newsroom, site: Path) -> None:
    shared, own = newsroom.real_picture(photo(colour="red")), newsroom.real_picture(photo(colour="blue"))
    gone, stays = released(newsroom, shared, own), released(newsroom, shared)
    publish(newsroom.store, site)
    all_of_it = set((site / "assets").rglob("*.webp"))
    newsroom.withdraw(gone)
    publish(newsroom.store, site)
    left = set((site / "assets").rglob("*.webp"))
    assert len(all_of_it) == 8 and len(left) == 4 and left < all_of_it
    assert verify_site(newsroom.store, site) == []
    newsroom.reinstate(gone)
    publish(newsroom.store, site)
    assert set((site / "assets").rglob("*.webp")) == all_of_it
    newsroom.withdraw(stays)
    publish(newsroom.store, site)
    assert verify_site(newsroom.store, site) == []


def test_the_release_names_what_the_site_carries(newsroom: Newsroom) -> None:
    picture = newsroom.real_picture(photo())
    released(newsroom, picture)
    with newsroom.store.reading() as connection:
        frozen = json.loads(connection.exec_driver_sql("SELECT renditions FROM release").scalar_one())
        rows = connection.exec_driver_sql("SELECT digest FROM rendition").scalars().all()
    assert set(rows) < set(frozen[picture]) and len(frozen[picture]) == len(rows) + 1  # and the small form for lists


def test_no_original_is_on_the_site_whatever_is_published(newsroom: Newsroom, site: Path) -> None:
    newsroom.set(keep_originals=True)
    with newsroom.store.changing(ADMIN) as unit:
        picture = assets.add(unit, read_picture(photo((4000, 2000)), "会场.jpg", 1280, whole=True))
    released(newsroom, picture)
    publish(newsroom.store, site)
    with newsroom.store.reading() as connection:
        kept = reading.original(connection, picture)
    assert kept is not None
    names = [hashlib.sha256(file.read_bytes()).hexdigest() for file in site.rglob("*") if file.is_file()]
    assert picture in names and kept.digest not in names
    assert not any(kept.digest[:16] in str(file) for file in site.rglob("*"))
    assert verify_site(newsroom.store, site) == []


def test_a_text_that_names_an_original_by_its_digest_does_not_get_it_on_the_site(
    newsroom: Newsroom, site: Path
) -> None:
    newsroom.set(keep_originals=True)
    with newsroom.store.changing(ADMIN) as unit:
        picture = assets.add(unit, read_picture(photo((4000, 2000)), "会场.jpg", 1280, whole=True))
        kept = reading.original(unit.connection, picture)
    assert kept is not None
    released(newsroom, kept.digest)
    with pytest.raises(AssetLost):
        publish(newsroom.store, site)
    assert not any(hashlib.sha256(f.read_bytes()).hexdigest() == kept.digest for f in site.rglob("*") if f.is_file())


def covers(site: Path, page: str) -> list[dict[str, str]]:
    """Return the attributes of the pictures in the main part of a page."""
    words = (site / page).read_text(encoding="utf-8").partition("<main")[2].partition("</main>")[0]
    return [dict(re.findall(r'([a-z]+)="([^"]*)"', tag)) for tag in re.findall(r"<img [^>]*>", words)]


def test_lists_and_home_show_covers_in_several_widths_with_their_measures(newsroom: Newsroom, site: Path) -> None:
    for colour in ("red", "green", "blue"):
        newsroom.release("封面", cover=newsroom.real_picture(photo(colour=colour)))
    publish(newsroom.store, site)
    listed, home = covers(site, "headlines/list-1.html"), covers(site, "index.html")
    assert [image.get("loading") for image in listed] == [None, "lazy", "lazy"]
    assert "loading" not in home[0] and all(image["loading"] == "lazy" for image in home[1:])
    for image in (*listed, *home):
        assert (image["width"], image["height"]) == ("480", "240") and image["sizes"] and image["alt"] == ""
        assert re.findall(r"\.jpg (\d+)w", image["srcset"]) == ["480", "960", "1600"]
    assert dead_links(site) == [] and verify_site(newsroom.store, site) == []


def test_a_cover_released_before_there_were_renditions_is_its_small_form_alone(newsroom: Newsroom, site: Path) -> None:
    picture = newsroom.picture(photo(), thumb=b"\xff\xd8 small", media_type="image/png")
    newsroom.release("封面", cover=picture)
    newsroom.rendered(picture, photo())  # later
    publish(newsroom.store, site)
    (image,) = covers(site, "headlines/list-1.html")
    assert "srcset" not in image and "sizes" not in image and (image["width"], image["height"]) == ("480", "320")
    assert dead_links(site) == [] and verify_site(newsroom.store, site) == []
