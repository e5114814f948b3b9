"""Pictures from outside: what is none is refused, what is one comes out upright, small and silent about its origin."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pytest
from PIL import Image

from db.domain.errors import BadValue
from desktop.intake.pictures import read_picture


def encoded(image: Image.Image, form: str, **given: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **given)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def refused(data: bytes) -> str:
    with pytest.raises(BadValue) as error:
        read_picture(data, "图.jpg")
    return error.value.reason


def test_a_large_picture_is_made_smaller_with_a_small_form():
    made = read_picture(encoded(Image.new("RGB", (4000, 3000), "green"), "JPEG"), "C:\\照片\\田野.jpg")
    assert (made.media_type, made.width, made.height, made.name) == ("image/jpeg", 2560, 1920, "田野.jpg")
    assert Image.open(io.BytesIO(made.data)).size == (2560, 1920)
    assert Image.open(io.BytesIO(made.thumb)).size == (480, 360)


def test_a_small_picture_is_not_blown_up():
    made = read_picture(encoded(Image.new("RGB", (30, 20)), "PNG"), "a.png")
    assert (made.width, made.height) == (30, 20)


def test_a_picture_is_upright_and_says_nothing_of_where_it_was_taken():
    image = Image.new("RGB", (60, 40), "white")
    image.paste("red", (0, 0, 30, 40))
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright: to be turned by 90 degrees clockwise
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"
    made = read_picture(encoded(image, "JPEG", exif=exif, comment=b"secret", quality=95), "a.jpg")
    shown = Image.open(io.BytesIO(made.data))
    assert shown.size == (40, 60)
    red, _, blue = shown.getpixel((20, 5))
    assert red > 200 > 100 > blue
    for data in (made.data, made.thumb):
        assert not Image.open(io.BytesIO(data)).getexif()
        assert b"Camera" not in data and b"secret" not in data and b"Exif" not in data


def test_transparent_parts_stay_transparent():
    image = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    made = read_picture(encoded(image, "WEBP", lossless=True), "a.webp")
    assert made.media_type == "image/png"
    assert Image.open(io.BytesIO(made.data)).getpixel((3, 3))[3] == 0


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "I;16"])
def test_every_colour_mode_is_read(mode: str):
    form = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new(mode, (20, 20), 40000 if mode == "I;16" else 0)
    made = read_picture(encoded(image, form), "a")
    assert made.media_type == "image/jpeg"
    if mode == "I;16":
        assert abs(Image.open(io.BytesIO(made.data)).getpixel((5, 5))[0] - 156) < 4


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"not a picture at all",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%PDF-1.7\n",
        b"PK\x03\x04",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes):
    assert refused(data) == "not_picture"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_torn_picture_is_refused_or_read_but_never_breaks(form: str):
    data = encoded(Image.effect_noise((200, 200), 80).convert("RGB"), form)
    for cut in (5, 20, len(data) // 2, len(data) - 3):
        try:
            read_picture(data[:cut], "a")
        except BadValue as error:
            assert error.reason == "not_picture"


def test_a_moving_picture_is_refused():
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    assert refused(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])) == "animated"


def test_a_bomb_is_refused_at_once_without_decoding():
    bombs = [png_header(10_000, 10_000), png_header(60_000, 60_000)]
    for bomb in bombs:
        began = time.process_time()
        assert refused(bomb + struct.pack(">I", 1000) + b"IDAT" + b"\0" * 1000) == "too_large"
        assert time.process_time() - began < 0.5


def test_the_same_bytes_give_the_same_picture():
    data = encoded(Image.effect_noise((100, 80), 50).convert("RGB"), "JPEG")
    assert read_picture(data, "a.jpg") == read_picture(data, "a.jpg")


def test_the_original_is_upright_and_silent_too_and_there_only_when_asked_for_and_larger():
    image = Image.effect_noise((3000, 2000), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x0110] = "Camera X"
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(image, "JPEG", exif=exif)
    made = read_picture(data, "a.jpg", 1280, whole=True)
    assert (made.width, made.height) == (853, 1280)
    original = Image.open(io.BytesIO(made.original.data))
    assert original.size == (2000, 3000) and not original.getexif() and b"Camera X" not in made.original.data
    assert read_picture(data, "a.jpg", 1280).original is None
    assert read_picture(data, "a.jpg", 5120, whole=True).original is None
