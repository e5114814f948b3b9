"""Whatever stands in a field or an argument is kept as it is or refused by name; it is never a mistake of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as members
from dataclasses import replace

import pytest

from db.actions import assets, channels, newsroom, people, release, review, units, write
from db.domain.article import MAX_BODY, Attachment, Fields, Policy, Reprint, Video, Words
from db.domain.channels import ChannelKind
from db.domain.errors import BadValue, Incomplete, SignInFailed
from db.domain.people import Role
from db.domain.release import WithdrawReason
from db.store import articles, queues, search
from db.store.filters import Filters
from db.store.queues import Place, Queue
from db.store.unit import Unit

LONG = "长" * 1_000_000
HALF = "半个\ud800字"  # a lone surrogate, as a broken clipboard may hold
ODD = ["", "a\0b", "a\x07b", "\u202e倒", "👨\u200d👩\u200d👧", "../../etc/passwd", "CON", "a\nb", "\u200b", "e\u0301"]
NOBODY: frozenset[int] = frozenset()
EDITOR = frozenset({Role.EDITOR})


def with_value(name: str, value: str) -> Fields:
    """Return fields that hold ``value`` wherever the field ``name`` has a text."""
    given = {
        "attachments": (Attachment(value, value),),
        "reprint": Reprint(value, value, value, value),
        "policy": Policy(value, value, value, value),
        "video": Video(value, value, value),
        **{n: (value,) for n in ("keywords", "correspondents", "photographers", "authors")},
    }
    return replace(Fields(channel_id=1), **{name: given.get(name, value)})


NAMES = [field.name for field in members(Fields) if field.name != "channel_id"]


@pytest.mark.parametrize("name", NAMES)
def test_odd_values_of_a_field_are_kept_as_they_are(desk, name):
    for value in ODD:
        given = with_value(name, value)
        with desk.store.changing(desk.lin) as unit:
            saved = write.start(unit, given, Words("", 0))
        with desk.store.reading() as c:
            assert articles.working_fields(c, saved.draft_id) == given


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("value", "reason"), [(LONG, "too_long"), (HALF, "format")], ids=["long", "half"])
def test_what_cannot_be_kept_is_refused_by_the_name_of_its_field(desk, name, value, reason):
    value = value * 2 + "长" if name == "body" and reason == "too_long" else value
    with pytest.raises(BadValue) as told, desk.store.changing(desk.lin) as unit:
        write.start(unit, with_value(name, value), Words("", 0))
    assert (told.value.field, told.value.reason) == (name, reason)


def test_a_body_of_two_million_characters_is_kept(desk):
    with desk.store.changing(desk.lin) as unit:
        saved = write.start(unit, Fields(body="长" * MAX_BODY), Words("", MAX_BODY))
    with desk.store.reading() as c:
        assert len(articles.working_fields(c, saved.draft_id).body) == MAX_BODY


def test_a_list_without_end_is_refused(desk):
    with pytest.raises(BadValue), desk.store.changing(desk.lin) as unit:
        write.start(unit, Fields(keywords=tuple(map(str, range(1000)))), Words("", 0))


def test_a_field_in_which_nothing_is_to_be_seen_is_empty(desk):
    saved = desk.start(title="\u200b\u202e", source="\ufeff", body="\n \u2060")
    with pytest.raises(Incomplete) as told:
        desk.submit(saved)
    assert told.value.fields == ("title", "source", "body")


ARGUMENTS: dict[str, Callable[[Unit, str], object]] = {
    "person": lambda u, v: people.add(u, "new", v, EDITOR, NOBODY, NOBODY, "correct horse"),
    "login": lambda u, v: people.add(u, v, "新人", EDITOR, NOBODY, NOBODY, "correct horse"),
    "password": lambda u, v: people.add(u, "new", "新人", EDITOR, NOBODY, NOBODY, v),
    "unit": lambda u, v: units.add(u, v, "", ""),
    "full name": lambda u, v: units.add(u, "某局", v, ""),
    "group": lambda u, v: units.add(u, "某局", "", v),
    "channel": lambda u, v: channels.add(u, kind=ChannelKind.NEWS, name=v, slug="new", scheme_id=1),
    "slug": lambda u, v: channels.add(u, kind=ChannelKind.NEWS, name="新栏目", slug=v, scheme_id=1),
    "about": lambda u, v: channels.add(u, kind=ChannelKind.NEWS, name="新", slug="new", scheme_id=1, description=v),
    "scheme": lambda u, v: channels.add_scheme(u, name=v, levels=1),
    "exemption": lambda u, v: channels.add_scheme(u, name="新流程", levels=1, exemption=v),
    "site name": lambda u, v: newsroom.set_settings(u, {"site_name": v}),
    "site text": lambda u, v: newsroom.set_settings(u, {"description": v}),
    "folder": newsroom.choose_folder,
}


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_an_argument_is_kept_or_refused(desk, argument):
    for value in (LONG, HALF):
        with pytest.raises(BadValue), desk.store.changing(desk.admin) as unit:
            ARGUMENTS[argument](unit, value)
    for value in ODD:
        try:
            with desk.store.changing(desk.admin) as unit:
                ARGUMENTS[argument](unit, value)
                unit.connection.rollback()  # so that the next is not the second of its name
        except BadValue:
            pass


@pytest.mark.parametrize("value", [LONG, HALF], ids=["long", "half"])
def test_the_words_of_a_step_are_refused_when_they_cannot_be_kept(desk, value):
    saved, ready = desk.start(), desk.approved()
    with pytest.raises(BadValue), desk.store.changing(desk.lin) as unit:
        write.keep(unit, saved.draft_id, value)
    digest = desk.submit(saved)
    with pytest.raises(BadValue), desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, digest, value)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, ready.draft_id)
    with pytest.raises(BadValue), desk.store.changing(desk.he) as unit:
        release.withdraw(unit, ready.article_id, WithdrawReason.OTHER, value)


@pytest.mark.parametrize("value", [LONG, HALF, *ODD], ids=range(2 + len(ODD)))
def test_no_login_and_no_password_is_a_mistake_of_ours(desk, value):
    for given in ((value, "correct horse"), ("luolan", value)):
        with pytest.raises(SignInFailed):
            people.sign_in(desk.store, *given)


@pytest.mark.parametrize("value", [LONG[:1000], HALF, *ODD], ids=range(2 + len(ODD)))
def test_anything_may_be_looked_for(desk, value):
    desk.start()
    with desk.store.reading() as c:
        for filters in (Filters(), Filters(source=value)):
            search.find(c, value, filters, order="best")
            search.find(c, "接待", filters)
            queues.ids(c, Place(Queue.ALL), desk.lin, filters=filters)


def test_the_name_of_a_file_need_not_be_text(desk):
    with desk.store.changing(desk.lin) as unit:
        digest = assets.add(unit, assets.NewAsset(b"png", "image/png", 1, 1, "照片\udcff.png"))
        assert unit.connection.exec_driver_sql("SELECT name FROM asset WHERE digest = ?", (digest,)).scalar()
