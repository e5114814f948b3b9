"""Files that are offered under a text."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from db.domain.errors import BadValue
from desktop.intake.attachments import MAX_NAME, MOST, read_attachment, read_video, safe_name

PDF = b"%PDF-1.7\n%%EOF"


def file(tmp_path, name, data=PDF):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_document_is_kept_as_it_is(tmp_path):
    made = read_attachment(file(tmp_path, "实施方案.PDF"))
    assert (made.data, made.media_type, made.name) == (PDF, "application/pdf", "实施方案.PDF")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("安装.exe", b"MZ", "kind"),
        ("网页.html", b"<script>", "kind"),
        ("图.svg", b"<svg onload='x'>", "kind"),
        ("没有后缀", b"x", "kind"),
        ("假的.pdf", b"MZ\x90\x00", "kind"),
        ("假的.docx", b"<html>", "kind"),
        ("二进制.txt", b"a\x00b", "kind"),
        ("空的.pdf", b"", "empty"),
        ("假的.jpg", b"%PDF-", "not_picture"),
        ("假的.mp4", b"MZ", "kind"),
    ],
)
def test_what_cannot_be_offered_is_refused(tmp_path, name, data, reason):
    with pytest.raises(BadValue) as refused:
        read_attachment(file(tmp_path, name, data))
    assert refused.value.reason == reason


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    path = file(tmp_path, "大.pdf")
    with path.open("r+b") as opened:
        opened.truncate(MOST + 1)
    with pytest.raises(BadValue) as refused:
        read_attachment(path)
    assert refused.value.reason == "too_large"


def test_a_picture_loses_where_it_was_taken(tmp_path):
    path = tmp_path / "现场.jpeg"
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (20, 10), "teal").save(path, exif=exif)
    made = read_attachment(path)
    assert made.name == "现场.jpg" and not Image.open(io.BytesIO(made.data)).getexif()


def test_a_film_is_known_by_its_bytes(tmp_path):
    assert read_video(file(tmp_path, "片.mp4", b"\0\0\0\x18ftypmp42")).media_type == "video/mp4"
    assert read_attachment(file(tmp_path, "片.webm", b"\x1a\x45\xdf\xa3")).media_type == "video/webm"


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("方案.pdf", "方案.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("a/b\\c:d.pdf", "a_b_c_d.pdf"),
        ("名\u202efdp.exe.pdf", "名_fdp.exe.pdf"),
        ("\x00.pdf", "_.pdf"),
        ("  .pdf", "pdf"),
        ("名. ", "名"),
    ],
)
def test_a_name_is_one_that_every_system_keeps(given, safe):
    assert safe_name(given) == safe


def test_a_long_name_keeps_its_ending():
    assert safe_name("长" * 300 + ".pdf") == "长" * (MAX_NAME - 4) + ".pdf"
