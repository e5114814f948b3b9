"""A picture from outside: proved to be one, turned upright, stripped of where and by whom it was taken, made anew."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from pathlib import PurePath

from PIL import Image, ImageCms, ImageOps

from db.actions.assets import NewAsset, NewOriginal
from db.domain.errors import BadValue
from desktop.intake import renditions
from desktop.intake.renditions import encoded

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")  # sniffed from the bytes, never from the name; SVG is none
LONG_EDGE = 2560  # pixels of what is kept, where the newsroom says nothing else
THUMB_EDGE = 480
MAX_NAME = 200
QUALITY, THUMB_QUALITY, ORIGINAL_QUALITY = 88, 80, 92


def read_picture(data: bytes, name: str, long_edge: int = LONG_EDGE, *, whole: bool = False) -> NewAsset:
    """Return the picture as it is kept: upright, sRGB, no metadata, no longer than the edge, with its small form.

    ``whole`` asks for the original too, where it is longer than the edge: as clean, with all its pixels.

    Raises BadValue: ``not_picture`` (no such format, SVG, torn bytes), ``animated``, ``too_large`` (a bomb: what
    Pillow holds for one, about 90 megapixels and more, told from the header without decoding).
    """
    base = PurePath(name.replace("\\", "/")).name[:MAX_NAME]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                picture = _upright(image, base, 0 if whole else long_edge)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as exc:
        raise BadValue("picture", "too_large", base) from exc
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError) as exc:
        # what Pillow's readers raise on bytes that somebody made up
        raise BadValue("picture", "not_picture", base) from exc
    original = NewOriginal(*encoded(picture, ORIGINAL_QUALITY)) if whole and max(picture.size) > long_edge else None
    picture.thumbnail((long_edge, long_edge), Image.Resampling.LANCZOS)
    return replace(kept(picture, base), original=original)


def kept(picture: Image.Image, name: str, rights: str = "") -> NewAsset:
    """Return a decoded picture as an asset with its small form, for which the picture itself is made small."""
    data, media_type = encoded(picture, QUALITY)
    width, height = picture.size
    forms = renditions.make(picture)
    picture.thumbnail((THUMB_EDGE, THUMB_EDGE), Image.Resampling.LANCZOS)
    thumb, _ = encoded(picture, THUMB_QUALITY)
    return NewAsset(data, media_type, width, height, name, rights, thumb, forms)


def _upright(image: Image.Image, name: str, long_edge: int) -> Image.Image:
    """Decode, turn as the camera was held, and bring to sRGB; the answer has no metadata."""
    if getattr(image, "is_animated", False) and image.format in ("GIF", "WEBP", "PNG"):
        raise BadValue("picture", "animated", name)
    if long_edge:
        image.draft("RGB", (long_edge, long_edge))  # a JPEG is decoded no larger than it is kept
    turned = ImageOps.exif_transpose(image)
    turned = _to_srgb(_eight_bits(turned))
    has_alpha = "A" in turned.getbands() or "transparency" in turned.info
    plain = turned.convert("RGBA" if has_alpha else "RGB")
    if has_alpha and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info.clear()
    return plain


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit grey down: Pillow itself would cut it off at white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):  # a profile that is none, or of another colour space
        return image
    return made or image
