"""The canonical form of a revision: documented, the same everywhere, and read back as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.domain.article import Attachment, Fields, Policy, Reprint, Video, asset_digests
from db.domain.revision import FORMAT, canonical, digest, from_canonical

line = st.text(max_size=20)
names = st.lists(line, max_size=3).map(tuple)
some_fields = st.builds(
    Fields,
    channel_id=st.none() | st.integers(1, 9),
    title=line,
    body=line,
    keywords=names,
    correspondents=names,
    photographers=names,
    authors=names,
    attachments=st.lists(st.builds(Attachment, line, line), max_size=2).map(tuple),
    reprint=st.builds(Reprint, line, line, line, line),
    policy=st.builds(Policy, line, line, line, line),
    video=st.builds(Video, line, line, line),
)

PICTURE, FILE, FILM, POSTER, COVER = (character * 64 for character in "abcde")


@given(some_fields)
def test_a_form_is_read_back_as_it_was(fields: Fields) -> None:
    assert from_canonical(canonical(fields)) == fields


@given(some_fields, some_fields)
def test_two_texts_have_one_digest_only_when_they_are_the_same(one: Fields, other: Fields) -> None:
    assert (digest(canonical(one)) == digest(canonical(other))) == (one == other)


def test_the_form_of_an_empty_text_never_changes() -> None:
    """Written out: a revision made today is read by every later program."""
    assert canonical(Fields()) == (
        '{"assets":[],"fields":{"attachments":[],"authors":[],"body":"","channel_id":null,"correspondents":[],"cover":"",'
        '"event_date":"","information_source":"","keywords":[],"photographers":[],'
        '"policy":{"issuer":"","made_on":"","number":"","validity":""},'
        '"reprint":{"author":"","source":"","title":"","url":""},"shoulder":"","slug":"","source":"","subtitle":"",'
        '"summary":"","title":"","video":{"address":"","duration":"","poster":""}},"format":"caibian/revision/1"}'
    )


def test_the_digest_of_a_text_never_changes() -> None:
    form = canonical(Fields(title="青禾县供水工程", body="第一段。\n\n第二段。"))
    assert "青禾县供水工程" in form
    assert digest(form) == "836082ecfc12fb93e32d2d64679309c41f0330358b74f567445738aaf48482e5"


def test_any_field_that_changes_changes_the_digest() -> None:
    plain = Fields(title="题")
    others = [
        replace(plain, body="文"),
        replace(plain, channel_id=1),
        replace(plain, keywords=("一", "二")),
        replace(plain, keywords=("一二",)),
        replace(plain, policy=Policy(number="青政发〔2026〕1号")),
        replace(plain, attachments=(Attachment(FILE, "表.xlsx"),)),
    ]
    assert len({digest(canonical(fields)) for fields in (plain, *others)}) == len(others) + 1


def test_every_asset_in_use_is_named_once_and_in_order() -> None:
    fields = Fields(
        body=f"![图](asset:{PICTURE})\n\n![又](asset:{PICTURE})",
        cover=COVER,
        attachments=(Attachment(FILE, "表.xlsx"),),
        video=Video(f"asset:{FILM}", POSTER, "01:30"),
    )
    assert asset_digests(fields) == (PICTURE, FILE, FILM, POSTER, COVER)
    assert json.loads(canonical(fields))["assets"] == [PICTURE, FILE, FILM, POSTER, COVER]


def test_a_form_of_another_format_is_refused() -> None:
    form = canonical(Fields()).replace(FORMAT, "caibian/revision/9")
    with pytest.raises(ValueError, match="caibian/revision/9"):
        from_canonical(form)


def test_a_field_that_nobody_knows_is_refused() -> None:
    data = json.loads(canonical(Fields()))
    data["fields"]["mood"] = "好"
    with pytest.raises(TypeError):
        from_canonical(json.dumps(data))
