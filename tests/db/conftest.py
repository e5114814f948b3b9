"""A small newsroom with a two-level scheme, and its people, for tests of the record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from db.actions import channels, newsroom, people, review, write
from db.domain.article import Fields, Saved, Words
from db.domain.people import PROGRAM, Actor, Role
from db.domain.place import Place
from db.domain.release import Rendered
from db.store import articles, history
from db.store import people as find
from db.store.unit import Store


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask every question of the record twice: of one in a file, and of one on a server."""
    if "store" in metafunc.fixturenames:
        places = [mark.args for mark in metafunc.definition.iter_markers("places")]
        metafunc.parametrize("store", places[0] if places else ("file", "server"), indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The newsroom of a test of the record, once in a file and once on a server: empty, or with a desk's people."""
    founded = "desk" in request.fixturenames
    if request.param == "server":
        cluster = request.getfixturevalue("cluster")
        address = cluster.lend("desk", found_desk) if founded else cluster.lend()
        made = Store(address)
        yield made
        made.close()
        cluster.take_back(address)
    else:
        path = request.getfixturevalue("tmp_path") / "newsroom.caibian"
        shutil.copy(request.getfixturevalue("desk_file" if founded else "empty_file"), path)
        made = Store(path)
        yield made
        made.close()


@pytest.fixture(scope="session")
def desk_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom that has a desk's people; copied for each test, because making its password takes the time of ten."""
    path = tmp_path_factory.mktemp("desk") / "newsroom.caibian"
    shutil.copy(empty_file, path)
    found_desk(path)
    return path


TEXT = Fields(channel_id=1, title="清河镇图书馆延时开放", source="清河镇", body="首月接待读者9316人次。")


def words(fields: Fields) -> Words:
    return Words(fields.body, len(fields.body))


@dataclass
class Desk:
    """The newsroom of a test: the store, and one actor a role."""

    store: Store
    admin: Actor
    lin: Actor  # editor
    su: Actor  # editor
    chen: Actor  # contributor
    zhou: Actor  # reviewer, levels 1 and 2
    gao: Actor  # reviewer, level 2
    xu: Actor  # reviewer level 1, and editor
    he: Actor  # publisher

    def start(self, actor: Actor | None = None, **changes: object) -> Saved:
        fields = replace(TEXT, **changes)
        with self.store.changing(actor or self.lin) as unit:
            return write.start(unit, fields, words(fields))

    def save(self, saved: Saved, actor: Actor | None = None, **changes: object) -> Saved:
        fields = replace(TEXT, **changes)
        with self.store.changing(actor or self.lin) as unit:
            return write.save(unit, saved.draft_id, fields, words(fields), saved.version)

    def submit(self, saved: Saved, actor: Actor | None = None) -> str:
        with self.store.changing(actor or self.lin) as unit:
            review.submit(unit, saved.draft_id, saved.version)
        return self.waiting(saved)

    def waiting(self, saved: Saved) -> str:
        """Return the digest of the revision that waits."""
        with self.store.reading() as c:
            submitted = articles.get_draft(c, saved.draft_id).submitted_revision_id
            return history.get_revision(c, submitted).digest

    def approve(self, saved: Saved, actor: Actor, digest: str | None = None) -> str:
        seen = digest or self.waiting(saved)
        with self.store.changing(actor) as unit:
            return review.approve(unit, saved.draft_id, seen, "", Rendered(seen, "1", "<p>正文</p>", "正文"))

    def approved(self, **changes: object) -> Saved:
        """Return a draft that both levels approved."""
        saved = self.start(**changes)
        self.submit(saved)
        self.approve(saved, self.zhou)
        self.approve(saved, self.gao)
        return saved

    def article(self, saved: Saved, actor: Actor | None = None):
        with self.store.reading() as c:
            return articles.get(c, saved.article_id, actor)


PEOPLE: dict[str, tuple[str, set[Role], set[int]]] = {
    "linxiao": ("林晓", {Role.EDITOR}, set()),
    "suqing": ("苏晴", {Role.EDITOR}, set()),
    "chenli": ("陈立", {Role.CONTRIBUTOR}, set()),
    "zhoumin": ("周敏", {Role.REVIEWER}, {1, 2}),
    "gaoyuan": ("高远", {Role.REVIEWER}, {2}),
    "xuan": ("许安", {Role.REVIEWER, Role.EDITOR}, {1}),
    "hechuan": ("何川", {Role.PUBLISHER}, set()),
}


def found_desk(place: Place) -> None:
    """Found the newsroom of a desk in an empty record."""
    store = Store(place)
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾新闻网", "luolan", "罗岚", "correct horse")
        for login, (name, roles, levels) in PEOPLE.items():
            people.add(unit, login, name, frozenset(roles), frozenset(levels), frozenset(), "", demo=True)
        channels.change_scheme(unit, 1, name="两审制", levels=2)
    store.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    with store.reading() as c:
        ids = {known.login: known.id for known in find.everyone(c)}

    def actor(login: str) -> Actor:
        name, roles, levels = PEOPLE[login]
        return Actor(ids[login], name, frozenset(roles), frozenset(levels), "甲机")

    admin = Actor(ids["luolan"], "罗岚", frozenset({Role.ADMIN, Role.EDITOR}), frozenset(), "甲机")
    return Desk(store, admin, *map(actor, PEOPLE))
