"""The demo newsroom's texts and pictures are whole: everything they name is there, in every stage and kind."""

from __future__ import annotations

import io
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml
from PIL import Image

import resources.demo
from resources.demo.pictures import PICTURES, draw

FOLDER = Path(resources.demo.__file__).parent
FILES = sorted((FOLDER / "articles").glob("*.md"))
PICTURE = re.compile(r'^!\[[^\]]+\]\(picture:([a-z-]+) "[^"｜]+｜摄影：[^"｜]+"\)$', re.MULTILINE)
TEXT = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff01-\uff5e“”‘’…—·]")

KEYS = {
    "title", "shoulder", "subtitle", "channel", "source", "correspondents", "photographers", "authors",
    "information_source", "summary", "keywords", "event_date", "cover", "editor", "stage", "days_ago",
}  # fmt: skip
EXTRA = {"policy", "video", "opinion", "reason", "publish_in_hours"}
AT_LEAST = {
    "live": 16, "withdrawn": 1, "editing": 5, "returned": 3, "review1": 4, "review2": 2, "approved": 3,
    "scheduled": 2, "trashed": 1,
}  # fmt: skip


def parted(path: Path) -> tuple[dict, str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


NEWSROOM = tomllib.loads((FOLDER / "newsroom.toml").read_text(encoding="utf-8"))
ARTICLES = {path.stem: parted(path) for path in FILES}
CHANNELS = {channel["key"]: channel for channel in NEWSROOM["channels"]}
SCHEMES = {scheme["key"]: scheme for scheme in NEWSROOM["schemes"]}
PEOPLE = {person["login"]: person for person in NEWSROOM["people"]}
UNITS = {unit["short"] for unit in NEWSROOM["units"]}

every_article = pytest.mark.parametrize("name", ARTICLES)


@every_article
def test_an_article_has_the_keys_that_a_loader_reads(name):
    head, _ = ARTICLES[name]
    assert head.keys() >= KEYS
    assert head.keys() <= KEYS | EXTRA
    assert head["title"] and head["summary"] and head["keywords"]


@every_article
def test_what_an_article_names_exists(name):
    head, body = ARTICLES[name]
    assert head["channel"] in CHANNELS
    assert head["source"] in UNITS
    assert {"editor", "contributor"} & set(PEOPLE[head["editor"]]["roles"])
    shown = PICTURE.findall(body)
    assert len(shown) == body.count("](picture:"), "a picture stands alone in its paragraph, with caption and credit"
    assert {*shown, head["cover"]} <= {*PICTURES, ""}


@every_article
def test_an_article_is_as_long_as_newspaper_articles_are(name):
    head, body = ARTICLES[name]
    shortest = 300 if CHANNELS[head["channel"]]["kind"] == "page" else 600
    assert shortest <= len(TEXT.findall(body)) <= 2000


@every_article
def test_a_channel_s_kind_brings_its_own_fields(name):
    head, _ = ARTICLES[name]
    kind = CHANNELS[head["channel"]]["kind"]
    assert ("policy" in head) == (kind == "policy")
    assert ("video" in head) == (kind == "video")
    if kind == "policy":
        assert head["policy"].keys() == {"number", "issuer", "made_on", "validity"}
    if kind == "video":
        assert head["video"].keys() == {"picture", "duration", "address"}
        assert head["video"]["picture"] in PICTURES


@every_article
def test_a_stage_brings_the_words_that_led_to_it(name):
    head, _ = ARTICLES[name]
    assert head["stage"] in AT_LEAST
    assert ("opinion" in head) == (head["stage"] in ("returned", "approved"))
    assert ("reason" in head) == (head["stage"] == "withdrawn")
    assert ("publish_in_hours" in head) == (head["stage"] == "scheduled")


@every_article
def test_an_article_can_be_reviewed_by_people_who_did_not_write_it(name):
    head, _ = ARTICLES[name]
    free = [set(person["review_levels"]) for login, person in PEOPLE.items() if login != head["editor"]]

    def filled(level: int, reviewers: list[set[int]]) -> bool:
        if level == 0:
            return True
        able = [place for place, levels in enumerate(reviewers) if level in levels]
        return any(filled(level - 1, reviewers[:place] + reviewers[place + 1 :]) for place in able)

    levels = len(SCHEMES[CHANNELS[head["channel"]]["scheme"]]["levels"])
    assert filled(levels, free)
    assert levels >= int(head["stage"].removeprefix("review") if head["stage"].startswith("review") else 1)


def test_every_stage_has_its_articles():
    stages = Counter(head["stage"] for head, _ in ARTICLES.values())
    assert len(ARTICLES) >= 34
    assert not {stage: count for stage, count in AT_LEAST.items() if stages[stage] < count}


def test_every_kind_of_channel_has_a_live_article():
    live = {CHANNELS[head["channel"]]["kind"] for head, _ in ARTICLES.values() if head["stage"] == "live"}
    assert live == {"news", "video", "policy", "topic", "page"}
    assert {channel["kind"] for channel in CHANNELS.values()} == live


def test_titles_are_told_apart():
    titles = Counter(head["title"] for head, _ in ARTICLES.values())
    assert max(titles.values()) == 1


def test_the_newsroom_s_own_references_hold():
    assert len(CHANNELS) >= 10 and len(PEOPLE) == 8 and len(UNITS) >= 10
    for channel in CHANNELS.values():
        assert channel["scheme"] in SCHEMES
        assert channel["parent"] in {"", *CHANNELS}
        assert re.fullmatch(r"[a-z-]+", channel["slug"])
    assert {unit for person in PEOPLE.values() for unit in person["units"]} <= UNITS
    held = {role for person in PEOPLE.values() for role in person["roles"]}
    assert held == {"contributor", "editor", "reviewer", "publisher", "admin"}
    assert sorted(len(scheme["levels"]) for scheme in SCHEMES.values()) == [1, 2, 3]


def test_every_picture_is_used():
    used = {head["cover"] for head, _ in ARTICLES.values()}
    for _, body in ARTICLES.values():
        used.update(PICTURE.findall(body))
    assert set(PICTURES) <= used


@pytest.mark.parametrize("picture_id", PICTURES)
def test_a_picture_is_a_jpeg_and_the_same_every_time(picture_id):
    first = draw(picture_id)
    picture = Image.open(io.BytesIO(first))
    assert (picture.format, picture.size) == ("JPEG", (1600, 1066))
    assert draw(picture_id) == first


def test_pictures_are_different():
    assert len({draw(picture_id) for picture_id in PICTURES}) == len(PICTURES)
