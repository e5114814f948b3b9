"""Templates and snippets: kept by editors, used by all who write."""

import pytest

from db.actions import templates
from db.domain.article import Attachment, Fields, Video
from db.domain.errors import BadValue, NotAllowed, NotFound
from db.domain.template import TemplateKind
from db.store import templates as reading
from db.store import trail

ARTICLE, SNIPPET = TemplateKind.ARTICLE, TemplateKind.SNIPPET


def add(desk, kind, name, actor=None, **fields):
    with desk.store.changing(actor or desk.lin) as unit:
        return templates.add(unit, kind, name, Fields(**fields))


def every(desk, kind):
    with desk.store.reading() as c:
        return reading.every(c, kind)


def verbs(desk):
    with desk.store.reading() as c:
        return [entry.verb for entry in trail.entries(c) if entry.verb.startswith("template")]


def test_a_template_keeps_what_can_be_begun_with_again(desk):
    add(
        desk, ARTICLE, "会议消息", title="{月}月{日}日", body="会议指出，", keywords=("会议",), slug="a-b",
        event_date="2026-10-01", attachments=(Attachment("0" * 64, "a.pdf"),), video=Video("https://a.example/v"),
    )  # fmt: skip
    [kept] = every(desk, ARTICLE)
    assert kept.name == "会议消息"
    assert kept.fields == Fields(title="{月}月{日}日", body="会议指出，", keywords=("会议",))
    assert every(desk, SNIPPET) == []


def test_a_snippet_is_its_words_alone(desk):
    add(desk, SNIPPET, "电头", title="无关", body="青禾网讯")
    assert [one.fields for one in every(desk, SNIPPET)] == [Fields(body="青禾网讯")]


@pytest.mark.parametrize(
    ("kind", "name", "body", "field", "reason"),
    [
        (SNIPPET, "空", " \n", "body", "empty"),
        (ARTICLE, " ", "有", "name", "empty"),
        (ARTICLE, "长" * 101, "有", "name", "too_long"),
        (ARTICLE, "会议消息", "有", "name", "taken"),
        (ARTICLE, "半个", "\ud83d", "body", "format"),
    ],
)
def test_what_cannot_be_kept_is_refused(desk, kind, name, body, field, reason):
    add(desk, ARTICLE, "会议消息", body="一")
    with pytest.raises(BadValue) as refused:
        add(desk, kind, name, body=body)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_one_name_may_be_a_template_and_a_snippet(desk):
    add(desk, ARTICLE, "电头", body="一")
    add(desk, SNIPPET, "电头", body="二")
    assert [one.name for kind in TemplateKind for one in every(desk, kind)] == ["电头", "电头"]


def test_they_are_renamed_and_removed_and_every_step_is_recorded(desk):
    made = add(desk, SNIPPET, "旧名", body="词")
    with desk.store.changing(desk.admin) as unit:
        templates.rename(unit, made, "新名")
    assert [one.name for one in every(desk, SNIPPET)] == ["新名"]
    with desk.store.changing(desk.su) as unit:
        templates.remove(unit, made)
    assert every(desk, SNIPPET) == []
    assert verbs(desk) == ["template_added", "template_renamed", "template_removed"]
    with pytest.raises(NotFound), desk.store.changing(desk.su) as unit:
        templates.remove(unit, made)


def test_contributors_and_reviewers_use_them_and_keep_none(desk):
    for actor in (desk.chen, desk.zhou):
        with pytest.raises(NotAllowed):
            add(desk, SNIPPET, "词", actor, body="词")
