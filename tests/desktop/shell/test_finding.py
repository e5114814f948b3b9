"""What the palette finds beside commands, over a newsroom."""

import pytest
from PySide6.QtCore import QObject

from db.domain.people import PROGRAM
from db.store.queues import Place, Queue
from db.store.unit import Store
from desktop.kit.tasks import Tasks
from desktop.shell.finding import Finding
from desktop.shell.navigation import Entry

from .conftest import TITLES, actor_of

CHANNEL = Entry("乡镇动态", Place(Queue.CHANNEL, 1))


@pytest.fixture
def finding(qapp, newsroom_file):
    store, owner = Store(newsroom_file), QObject()
    tasks = Tasks(store)
    tasks.actor = actor_of(store, "linxiao")
    yield Finding(tasks, lambda: [Entry("我的稿件", Place(Queue.MINE)), CHANNEL], owner)
    tasks.drain()
    store.close()


def answered(qtbot, find, query):
    answers = []
    find(query, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


@pytest.mark.parametrize("query", ["林晓", "lx", "linxiao", "晓", "LX"])
def test_a_person_is_found_by_name_pinyin_and_login(qtbot, finding, query):
    found = answered(qtbot, finding.find_people, query)
    assert [item.title for item in found] == ["林晓"] and "编辑" in found[0].detail
    with qtbot.waitSignal(finding.person_wanted) as wanted:
        found[0].run()
    assert wanted.args[0].login == "linxiao"


@pytest.mark.parametrize("query", ["乡镇", "xzdt", "dongtai"])
def test_a_channel_is_found_and_led_to(qtbot, finding, query):
    found = answered(qtbot, finding.find_channels, query)
    assert [item.title for item in found] == ["乡镇动态"]
    with qtbot.waitSignal(finding.place_wanted) as wanted:
        found[0].run()
    assert wanted.args == [CHANNEL]


def test_an_article_is_found_by_its_text_and_by_the_pinyin_of_its_title(qtbot, finding):
    for query, title in (("图书馆", TITLES[1]), ("stqy", TITLES[3]), ("zaodao", TITLES[2])):
        found = answered(qtbot, finding.find_articles, query)
        assert found[0].title == title
        with qtbot.waitSignal(finding.article_wanted):
            found[0].run()


def test_the_last_line_leads_to_all_that_the_text_holds(qtbot, finding):
    assert len(answered(qtbot, finding.find_articles, "stqy")) == 1  # by its pinyin, which the text does not hold
    with qtbot.waitSignal(finding.hits_wanted) as wanted:
        answered(qtbot, finding.find_articles, "图书馆")[-1].run()
    assert wanted.args == ["图书馆"]


def test_what_nobody_wrote_is_not_found(qtbot, finding):
    assert answered(qtbot, finding.find_articles, "没有写过") == []
    assert answered(qtbot, finding.find_people, "没有") == []
    assert PROGRAM.name not in [item.title for item in answered(qtbot, finding.find_people, "采")]
