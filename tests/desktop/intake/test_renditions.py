"""What the site shows of a picture: several widths, never more than it has, WebP and a format that all can read."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from db.domain.errors import BadValue
from desktop.intake import renditions
from desktop.intake.pictures import read_picture
from tests.desktop.intake.test_pictures import encoded


def sizes(data: bytes, name: str = "图.jpg") -> dict[str, list[tuple[int, int]]]:
    made: dict[str, list[tuple[int, int]]] = {}
    for form in read_picture(data, name).renditions:
        image = Image.open(io.BytesIO(form.data))
        assert image.size == (form.width, form.height)
        assert f"image/{str(image.format).lower()}" == form.media_type
        assert not image.getexif() and "icc_profile" not in image.info
        made.setdefault(form.media_type, []).append(image.size)
    return made


def test_a_large_picture_has_four_widths():
    assert sizes(encoded(Image.new("RGB", (4000, 3000), "green"), "JPEG")) == {
        "image/webp": [(480, 360), (960, 720), (1600, 1200), (2560, 1920)],
        "image/jpeg": [(480, 360), (960, 720), (1600, 1200)],
    }


@pytest.mark.parametrize(("size", "widths"), [((1, 1), [1]), ((480, 300), [480]), ((500, 40), [480, 500])])
def test_no_picture_is_blown_up(size, widths):
    made = sizes(encoded(Image.new("RGB", size, "red"), "PNG"))
    assert [width for width, _ in made["image/webp"]] == widths


def test_a_very_tall_picture_keeps_its_shape():
    assert sizes(encoded(Image.new("RGB", (600, 9000)), "PNG")) == {"image/webp": [(171, 2560)]}


def test_a_very_flat_picture_has_a_line_at_least():
    assert sizes(encoded(Image.new("RGB", (2000, 1)), "PNG"))["image/webp"][0] == (480, 1)


def test_what_is_transparent_stays_so_in_both_formats():
    made = read_picture(encoded(Image.new("RGBA", (1000, 500), (200, 0, 0, 60)), "PNG"), "章.png")
    assert {form.media_type for form in made.renditions} == {"image/webp", "image/png"}
    for form in made.renditions:
        assert Image.open(io.BytesIO(form.data)).convert("RGBA").getpixel((5, 5))[3] == 60


def test_colours_of_print_become_those_of_screens():
    made = read_picture(encoded(Image.new("CMYK", (1000, 500), (0, 255, 255, 0)), "JPEG"), "印刷.jpg")
    assert made.renditions
    for form in made.renditions:
        red, green, blue = Image.open(io.BytesIO(form.data)).convert("RGB").getpixel((50, 50))
        assert red > 200 and green < 60 and blue < 60


def test_those_of_what_is_kept_have_the_same_sizes():
    made = read_picture(encoded(Image.new("RGB", (1200, 900), "blue"), "JPEG"), "a.jpg")
    again = renditions.of_kept(made.data)
    assert [(f.media_type, f.width, f.height) for f in again] == [
        (f.media_type, f.width, f.height) for f in made.renditions
    ]


def test_bytes_that_are_no_picture_are_refused():
    with pytest.raises(BadValue):
        renditions.of_kept(b"\xff\xd8\xff nothing")
