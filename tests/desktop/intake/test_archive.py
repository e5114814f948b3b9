"""An old site's folder: odd encodings, odd dates and missing fields are read or told file by file, never lost."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from db.domain.channels import Channel, ChannelKind
from desktop.intake.archive import Read, Reader, Unread, files, oldest_first

NOW = "2026-11-24T00:00:00Z"
CHANNELS = [
    Channel(1, None, ChannelKind.NEWS, "要闻", "headlines", 1, 1, None, "", "", True),
    Channel(2, None, ChannelKind.NEWS, "乡镇动态", "towns", 2, 1, None, "", "", True),
]
FRONT = """---
title: 清河之水进山村
date: 2019-05-06 08:30
channel: 要闻
source: 县水利局
correspondents: [吴启航, 方一鸣]
editors: 林晓
reviewers: 周敏、高远
keywords: 供水，民生
summary: 通水了。
---
"""


def one(folder: Path, data: bytes | str, name: str = "a.md", known: frozenset[str] = frozenset()) -> Read | Unread:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (answer,) = Reader(folder, CHANNELS, known, NOW).read([path])
    return answer


def reason(folder: Path, data: bytes | str, name: str = "a.md") -> str:
    answer = one(folder, data, name)
    assert isinstance(answer, Unread) and answer.path == folder / name
    return answer.reason


def test_every_field_is_read(tmp_path: Path):
    answer = one(tmp_path, FRONT + "\n**正文**。\n")
    assert isinstance(answer, Read)
    article = answer.article
    assert (article.fields.title, article.fields.channel_id, article.fields.source) == ("清河之水进山村", 1, "县水利局")
    assert article.fields.correspondents == ("吴启航", "方一鸣")
    assert (article.editors, article.reviewers) == (("林晓",), ("周敏", "高远"))
    assert article.fields.keywords == ("供水", "民生")
    assert article.published_at == "2019-05-06T00:30:00Z"
    assert article.fields.body == "**正文**。\n"
    assert (article.words.plain, article.words.count) == ("正文。", 3)
    assert "<strong>正文</strong>" in article.rendered.html


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_odd_encodings_and_line_ends_are_read(tmp_path: Path, encoding: str, end: str):
    answer = one(tmp_path, (FRONT + "正文。\n").replace("\n", end).encode(encoding))
    assert isinstance(answer, Read)
    assert (answer.article.fields.title, answer.article.fields.body) == ("清河之水进山村", "正文。\n")


def test_toml_front_matter_is_read(tmp_path: Path):
    text = '+++\ntitle = "题"\ndate = 2020-01-02T03:04:05+08:00\nchannel = "towns"\n+++\n正文\n'
    answer = one(tmp_path, text)
    assert isinstance(answer, Read)
    assert answer.article.published_at == "2020-01-01T19:04:05Z"
    assert answer.article.fields.channel_id == 2


def test_the_folder_s_name_stands_for_a_channel_that_is_not_named(tmp_path: Path):
    answer = one(tmp_path, FRONT.replace("channel: 要闻\n", "") + "正文\n", "towns/a.md")
    assert isinstance(answer, Read) and answer.article.fields.channel_id == 2


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2019-05-06", "2019-05-06T04:00:00Z"),
        ("2019年5月6日", "2019-05-06T04:00:00Z"),
        ("2019/5/6 8:30", "2019-05-06T00:30:00Z"),
        ("2019.05.06 08:30:15", "2019-05-06T00:30:15Z"),
        ("2019-05-06T08:30:00Z", "2019-05-06T08:30:00Z"),
        ("'2019-05-06T08:30:00+08:00'", "2019-05-06T00:30:00Z"),
        ("2019-05-06 08:30:15 +0800", "2019-05-06T00:30:15Z"),
        ("2019年5月6日 8时30分", "2019-05-06T00:30:00Z"),
        ("2019-5-6 8：03", "2019-05-06T00:03:00Z"),
    ],
)
def test_dates_as_old_sites_wrote_them_are_read(tmp_path: Path, given: str, wanted: str):
    answer = one(tmp_path, FRONT.replace("2019-05-06 08:30", given) + "正文\n")
    assert isinstance(answer, Read) and answer.article.published_at == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (("2019-05-06 08:30", "昨天"), "date"),
        (("2019-05-06 08:30", "2019-02-31"), "date"),
        (("2019-05-06 08:30", ""), "date"),
        (("2019-05-06 08:30", "0001-01-01"), "date"),
        (("2019-05-06 08:30", "2031-01-01"), "future"),
        (("title: 清河之水进山村\n", ""), "title"),
        (("title: 清河之水进山村", "title: " + "长" * 400), "too_long"),
        (("channel: 要闻", "channel: 没有的"), "channel"),
        (("source: 县水利局", "source: [没有"), "front"),
        (("summary: 通水了。\n", "a: &a [x, x]\nb: [*a, *a]\n"), "front"),
        (("title: 清河之水进山村", "title: [甲, 乙]"), "front"),
        (("title: 清河之水进山村", "title: {甲: 乙}"), "front"),
        (("editors: 林晓", "editors: {林晓: 周敏}"), "front"),
        (("keywords: 供水，民生", "keywords: [[供水], 民生]"), "front"),
        (("summary: 通水了。", "summary: {a: b}"), "front"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, change: tuple[str, str], wanted: str):
    assert reason(tmp_path, FRONT.replace(*change) + "正文\n") == wanted


def test_signs_that_no_page_can_hold_are_left_out(tmp_path: Path):
    title = '"清河\\0之水\\u202E进山村👨\u200d👩\u200d👧"'
    front = FRONT.replace("清河之水进山村", title).replace("吴启航", '"吴\\x07启航"')
    answer = one(tmp_path, front + "\n正\x08文。\n")
    assert isinstance(answer, Read)
    fields = answer.article.fields
    assert fields.title == "清河之水进山村👨\u200d👩\u200d👧"
    assert (fields.correspondents[0], fields.body) == ("吴启航", "正文。\n")


@pytest.mark.parametrize("change", [("通水了。", "长" * 10_000), ("[吴启航, 方一鸣]", str(list(range(999))))])
def test_what_is_too_long_is_told_of_its_file(tmp_path: Path, change: tuple[str, str]):
    assert reason(tmp_path, FRONT.replace(*change) + "\n正文。\n") == "too_long"


def test_words_are_taken_as_they_are_written_not_as_yaml_reads_them(tmp_path: Path):
    head = "title: 2019.10\nsource: yes\nkeywords: [5, no, ~]\neditors: 007\nreviewers: ~\nsummary: [甲, 乙]\n"
    answer = one(tmp_path, f"---\n{head}channel: [要闻]\ndate: 2019-05-06\n---\n正文\n")
    assert isinstance(answer, Read)
    fields = answer.article.fields
    assert (fields.title, fields.source, fields.keywords, fields.summary) == ("2019.10", "yes", ("5", "no"), "甲 乙")
    assert (answer.article.editors, answer.article.reviewers) == (("007",), ())


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ('title: 甲\nsource: "没有\ndate: 2019-05-06\n', 'source: "没有'),
        ("title: 甲\ndate: 2019-02-31\nchannel: 要闻\n", "2019-02-31"),
        ("title: 甲\n- 乙\n", "- 乙"),
    ],
)
def test_the_line_that_is_wrong_is_shown(tmp_path: Path, head: str, shown: str):
    answer = one(tmp_path, f"---\n{head}---\n正文\n")
    assert isinstance(answer, Unread) and answer.detail == shown


def test_files_that_are_no_articles_are_told(tmp_path: Path):
    assert reason(tmp_path, "只有正文\n") == "no_front"
    assert reason(tmp_path, FRONT) == "body"
    assert reason(tmp_path, b"\xff\xfe\x00\xd8\x00") == "encoding"
    assert reason(tmp_path, b"---\0\0\0---\n") == "encoding"
    assert reason(tmp_path, "---\n- 1\n---\nx\n") == "front"


def test_a_picture_of_the_folder_comes_with_its_article_once(tmp_path: Path):
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "田 野.jpg").write_bytes(out.getvalue())
    body = "![田野](images/%E7%94%B0%20%E9%87%8E.jpg)\n\n![别处](https://example.com/a.jpg)\n"
    (tmp_path / "a.md").write_text(FRONT + body, encoding="utf-8")
    (tmp_path / "b.md").write_text(FRONT + "再来\n\n" + body, encoding="utf-8")
    first, second = Reader(tmp_path, CHANNELS, (), NOW).read(files(tmp_path))
    assert isinstance(first, Read) and isinstance(second, Read)
    assert (len(first.pictures), len(second.pictures)) == (1, 0)
    assert first.article.fields.body.startswith("![田野](asset:")
    assert "https://example.com/a.jpg" in first.article.fields.body


@pytest.mark.parametrize(
    "written",
    [
        "![图](田.jpg)", "![图](<田 野.jpg>)",
        '![图](<田 野.jpg> "图说｜摄影：方一鸣")', "![图](/田.jpg?v=2)",
        "![图](田(1).jpg)",
        "![图](..\\\\pages\\\\..\\\\田.jpg)",
        '<p align="center"><IMG width="3" src="田.jpg" onerror="x"></p>', "<img src='田 野.jpg'>",
    ],
)  # fmt: skip
def test_a_picture_is_taken_however_it_is_written(tmp_path: Path, written: str):
    for name in ("田.jpg", "田 野.jpg", "田(1).jpg"):
        Image.new("RGB", (40, 30), "green").save(tmp_path / name)
    (tmp_path / "pages").mkdir()
    folder = "pages/a.md" if ".." in written else "a.md"
    answer = one(tmp_path, FRONT + written + "\n", folder)
    assert isinstance(answer, Read) and len(answer.pictures) == 1
    assert '<img alt="' in answer.article.rendered.html and 'src="asset:' in answer.article.rendered.html


def test_a_picture_that_would_leave_a_hole_in_the_page_is_told(tmp_path: Path):
    Image.new("RGB", (40, 30), "green").save(tmp_path / "a.jpg")
    assert reason(tmp_path, FRONT + "![图][1]\n\n[1]: a.jpg\n") == "picture"


@pytest.mark.parametrize(
    "address",
    [
        "nowhere.jpg", "../secret.jpg", "a.md", "asset:" + "0" * 64, "//host/x.jpg",
        "a%00.jpg", "a" * 5000, "asset:a/../*",
        "data:image/png;base64,AAAA",
    ],
)  # fmt: skip
def test_a_picture_that_is_not_there_is_told(tmp_path: Path, address: str):
    (tmp_path / "secret.jpg").write_bytes(b"x")
    folder = tmp_path / "site"
    assert reason(folder, FRONT + f"![图]({address})\n") == "picture"


def test_files_are_found_in_order_without_hidden_ones(tmp_path: Path):
    for name in ("b.md", "a/c.MD", ".git/d.md", "e.txt", "a/.f.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)] == ["a/c.MD", "b.md"]


def test_files_come_in_the_order_of_their_dates_as_lists_count_from_the_oldest(tmp_path: Path):
    written = {
        "a.md": "2019年5月7日",
        "b.md": "'2019-05-06'",
        "c/d.md": "2019-05-06 08:30",
        "e.md": "昨天",
        "f.md": "2018/1/2",
    }
    for name, given in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(
            FRONT.replace("2019-05-06 08:30", given) + "date: 1999-01-01\n", encoding="gb18030"
        )
    (tmp_path / "g.md").write_text('+++\ntitle = "题"\ndate = 2019-01-02T03:04:05Z\n+++\n', encoding="utf-16")
    (tmp_path / "h.md").write_text("正文\n", encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in oldest_first(files(tmp_path))]
    assert found == ["f.md", "g.md", "c/d.md", "b.md", "a.md", "e.md", "h.md"]


def test_films_and_files_of_an_export_come_with_their_article(tmp_path: Path):
    film, paper = b"\x00\x00\x00\x18ftypmp42 film", b"%PDF-1.7 paper"
    (tmp_path / "assets").mkdir()
    names = [hashlib.sha256(data).hexdigest() for data in (film, paper)]
    (tmp_path / "assets" / f"{names[0]}.mp4").write_bytes(film)
    (tmp_path / "assets" / f"{names[1]}.pdf").write_bytes(paper)
    body = f'![开幕](asset:{names[0]}.mp4 "现场")\n\n[通知](asset:{names[1]}.pdf "PDF，14 B")\n'
    answer = one(tmp_path, FRONT + body)
    assert isinstance(answer, Read)
    assert answer.article.fields.body == body
    assert [asset.media_type for asset in answer.pictures] == ["video/mp4", "application/pdf"]
    assert reason(tmp_path, FRONT + body.replace(names[1], "0" * 64)) == "picture"
