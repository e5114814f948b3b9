"""A newsroom with people, channels and a few articles, founded once and copied for each test."""

import shutil

import pytest
from PySide6.QtCore import QSettings

from db.actions import channels, newsroom, people, review, trash, write
from db.domain.article import Fields, Words
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Role
from db.store import channels as read_channels
from db.store import people as read_people
from db.store.unit import Store
from desktop.kit.theme import Theme
from desktop.settings import MachineSettings
from desktop.shell.window import MainWindow

TITLES = ("青禾县老旧小区改造开工", "清河镇图书馆延时开放", "早稻机插秧全面铺开", "山塘清淤")


def actor_of(store, login):
    with store.reading() as connection:
        found = next(person for person in read_people.everyone(connection) if person.login == login)
        return read_people.actor(connection, found.id)


def seed(store):
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾县融媒体中心", "admin", "郑岚", "qinghe-2026")
    with store.reading() as connection:
        scheme = read_channels.schemes(connection)[0].id
    with store.changing(actor_of(store, "admin")) as unit:
        people.add(unit, "linxiao", "林晓", {Role.EDITOR}, set(), set(), "linxiao-2026", demo=True)
        people.add(unit, "zhoumin", "周敏", {Role.REVIEWER}, {1, 2, 3}, set(), "zhoumin-2026", demo=True)
        towns = channels.add(unit, kind=ChannelKind.NEWS, name="乡镇动态", slug="towns", scheme_id=scheme)
        channels.add(unit, kind=ChannelKind.NEWS, name="清河镇", slug="qinghe", scheme_id=scheme, parent_id=towns)
    lin = actor_of(store, "linxiao")
    for number, title in enumerate(TITLES):
        with store.changing(lin) as unit:
            fields = Fields(title=title, channel_id=towns, source="县住建局", body="正文。")
            saved = write.start(unit, fields, Words("正文。", 3))
            if number == 1:
                review.submit(unit, saved.draft_id, saved.version)
            if number == 3:
                trash.abandon(unit, saved.draft_id)


@pytest.fixture(scope="session")
def seeded_file(empty_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "seeded.caibian"
    shutil.copy(empty_file, path)
    store = Store(path)
    seed(store)
    store.close()
    return path


@pytest.fixture
def newsroom_file(seeded_file, tmp_path):
    path = tmp_path / "青禾.caibian"
    shutil.copy(seeded_file, path)
    return path


@pytest.fixture
def machine(tmp_path):
    return MachineSettings(tmp_path / "machine" / "settings.json")


@pytest.fixture
def window(qtbot, machine, tmp_path):
    windows = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    made = MainWindow(Theme(), machine, windows)
    mistakes = []
    made.mistaken.connect(mistakes.append)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.end()
    assert mistakes == []
