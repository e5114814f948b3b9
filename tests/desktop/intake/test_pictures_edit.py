"""Editing pictures: what is cut, turned or masked is another picture, and nothing that was hidden is left in it."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from db.domain.errors import BadValue
from desktop.intake.pictures import read_picture
from desktop.intake.pictures_edit import SMALLEST, TILE, Crop, Mosaic, Resize, Turn, changed, made_anew, read_kept, seen


def plate(text: str) -> Image.Image:
    image = Image.new("RGB", (640, 480), "white")
    ImageDraw.Draw(image).text((200, 200), text, fill="black", font_size=40)
    return image


def encoded(image: Image.Image, form: str = "JPEG", **given: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **given)
    return out.getvalue()


def test_crop_turn_and_resize_one_after_another():
    image = Image.new("RGB", (640, 480), "white")
    image.paste("red", (0, 0, 100, 100))
    made = changed(image, [Crop((0, 0, 400, 200)), Turn(clockwise=True)])
    assert made.size == (200, 400)
    assert made.getpixel((199, 0)) == (255, 0, 0)  # what was above on the left is above on the right
    assert changed(image, [Turn(clockwise=False)]).getpixel((0, 479 + 160)) == (255, 0, 0)
    assert changed(made, [Resize(100)]).size == (50, 100)
    assert changed(made, [Resize(4000)]).size == (200, 400)  # never blown up
    assert image.size == (640, 480)


@pytest.mark.parametrize("box", [(0, 0, 1, 1), (10, 10, 10, 10), (630, 0, 700, 400), (-50, 0, 10, 100)])
def test_too_small_a_cut_is_refused(box: tuple[int, int, int, int]):
    with pytest.raises(BadValue) as error:
        changed(Image.new("RGB", (640, 480)), [Crop(box)])
    assert (error.value.reason, error.value.value) == ("small", str(SMALLEST))


def test_a_mosaic_is_few_tiles_of_one_colour_each_and_touches_nothing_else():
    image = Image.effect_noise((640, 480), 90).convert("RGB")
    box = (100, 100, 400, 200)
    masked = changed(image, [Mosaic(box)])
    assert len(masked.crop(box).getcolors(10_000)) <= 6 * 2
    kept = masked.copy()
    kept.paste(image.crop(box), box)
    assert kept.tobytes() == image.tobytes()


def test_a_small_mosaic_has_tiles_that_hide_something():
    image = Image.effect_noise((640, 480), 90).convert("RGB")
    masked = changed(image, [Mosaic((0, 0, TILE, TILE))])
    assert len(masked.crop((0, 0, TILE, TILE)).getcolors()) == 1
    assert changed(image, [Mosaic((5, 5, 6, 6))]).size == image.size
    assert changed(image, [Mosaic((900, 900, 950, 950))]).tobytes() == image.tobytes()


def test_plates_under_a_mosaic_can_hardly_be_told_apart():
    box = (180, 190, 460, 260)
    masked = [changed(plate(text), [Mosaic(box)]).crop(box) for text in ("QH 3A817", "QH 3A871")]
    assert masked[0].tobytes() == masked[1].tobytes()


def test_the_small_form_shows_the_mosaic_too_and_no_metadata_is_left():
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    data = encoded(plate("QH 3A817"), exif=exif, comment=b"secret")
    box = (150, 150, 500, 300)
    made = made_anew(changed(read_kept(data, "a.jpg"), [Mosaic(box)]), "a.jpg")
    for form in (made.data, made.thumb):
        image = Image.open(io.BytesIO(form)).convert("L")
        scale = image.width / 640
        low, _ = image.crop(tuple(int(side * scale) for side in box)).getextrema()
        assert low > 120  # the black of the letters is nowhere
        assert b"Exif" not in form and b"Camera" not in form and b"secret" not in form
    assert (made.width, made.height, made.media_type) == (640, 480, "image/jpeg")


def test_transparent_parts_stay_transparent_but_tell_nothing_under_a_mosaic():
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (100, 0, 150, 200))
    image = read_kept(encoded(image, "PNG"), "a.png")
    masked = changed(image, [Mosaic((0, 0, 200, 100))])
    assert masked.crop((0, 0, 200, 100)).getchannel("A").getextrema() == (255, 255)
    assert masked.getpixel((10, 150))[3] == 0
    assert made_anew(masked, "a.png").media_type == "image/png"


def test_the_grey_and_the_printers_colours_are_edited_as_others():
    for mode in ("L", "CMYK"):
        image = read_kept(encoded(Image.new(mode, (100, 80))), "a.jpg")
        assert made_anew(changed(image, [Mosaic((0, 0, 50, 50))]), "a.jpg").media_type == "image/jpeg"


def test_torn_bytes_are_refused():
    data = encoded(plate("x"))
    for torn in (b"", data[: len(data) // 2], b"not a picture"):
        with pytest.raises(BadValue) as error:
            read_kept(torn, "a.jpg")
        assert error.value.reason == "not_picture"


def test_what_the_screen_shows_is_small_and_knows_the_true_size():
    shown = seen(Image.new("RGB", (2000, 1000), "red"), 500)
    assert (shown.shown, shown.size, len(shown.pixels)) == ((500, 250), (2000, 1000), 500 * 250 * 4)
    assert shown.pixels[:4] == b"\xff\x00\x00\xff"


def test_a_photograph_with_its_place_comes_in_without_it():
    exif = Image.Exif()
    exif[0x010F], exif[0x8298] = "Camera", "Owner"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (35.0, 12.0, 3.5), "E", (110.0, 4.0, 9.0)
    exif.get_ifd(0x8769)[0xA431] = "SN-99-17"
    data = encoded(plate("x"), exif=exif, xmp=b"<x:xmpmeta>GPSLatitude</x:xmpmeta>")
    came = Image.open(io.BytesIO(data))
    assert came.getexif().get_ifd(0x8825)[2] == (35.0, 12.0, 3.5)
    assert b"SN-99-17" in data and b"GPSLatitude" in data
    made = read_picture(data, "a.jpg")
    for form in (made.data, made.thumb):
        image = Image.open(io.BytesIO(form))
        assert not image.getexif() and not image.getexif().get_ifd(0x8825) and "xmp" not in image.info
        assert not any(word in form for word in (b"SN-99-17", b"GPS", b"Owner", b"Camera", b"Exif"))


def test_the_newsroom_says_how_long_a_picture_may_be():
    data = encoded(Image.new("RGB", (3000, 2000)))
    assert [read_picture(data, "a.jpg", edge).width for edge in (1280, 2560, 5120)] == [1280, 2560, 3000]
