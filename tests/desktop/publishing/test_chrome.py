from __future__ import annotations

from dataclasses import replace

from db.domain.channels import Channel, ChannelKind
from desktop.publishing import chrome

NEWS = Channel(1, None, ChannelKind.NEWS, "要闻", "news", 2, 1, None, "", "", True)
TOPIC = Channel(2, None, ChannelKind.TOPIC, "专题", "topics", 1, 1, None, "", "", True)
CHILD = Channel(3, 2, ChannelKind.TOPIC, "改造", "NEWS", 1, 1, None, "", "", True)


def test_channels_stand_in_the_order_of_the_navigation_with_children_below() -> None:
    made = chrome.make({}, [NEWS, CHILD, TOPIC])
    assert [node.name for node in made.channels] == ["专题", "改造", "要闻"]
    assert [node.name for node in made.line(3)] == ["专题", "改造"]
    assert [node.id for node in made.children(2)] == [3]


def test_two_channels_never_share_a_folder() -> None:
    folders = [node.folder for node in chrome.make({}, [NEWS, TOPIC, CHILD]).channels]
    assert len(set(folders)) == len(folders)


def test_a_retired_channel_and_what_is_below_it_are_not_shown() -> None:
    made = chrome.make({}, [NEWS, replace(TOPIC, active=False), CHILD])
    assert [node.id for node in made.channels] == [1]


def test_the_digest_follows_what_pages_show_and_nothing_else() -> None:
    made = chrome.make({"site_name": "青禾"}, [NEWS])
    assert made.digest == chrome.make({"site_name": "青禾", "newsroom_uid": "x"}, [NEWS]).digest
    assert made.digest == chrome.make({"site_name": "青禾"}, [replace(NEWS, scheme_id=9, deadline_days=3)]).digest
    assert made.digest != chrome.make({"site_name": "青苗"}, [NEWS]).digest
    assert made.digest != chrome.make({"site_name": "青禾"}, [replace(NEWS, name="新闻")]).digest


def test_a_kept_chrome_is_read_back_whole() -> None:
    made = chrome.make({"site_name": "青禾", "page_size": 30}, [NEWS, TOPIC, CHILD])
    again = chrome.from_canonical(made.canonical)
    assert again == made
    assert again.digest == made.digest
