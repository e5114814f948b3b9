"""Changes of a picture that is in the record: cut, turned, masked, made smaller; the result is another picture."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from db.actions.assets import NewAsset
from db.domain.errors import BadValue
from desktop.intake.pictures import FORMATS, kept

SMALLEST = 32  # pixels: what is cut out is no smaller
TILES = 6  # along the longer side of what is masked: neither a face nor a number plate is known by so few
TILE = 16  # pixels of a tile at least
LEVELS = 16  # steps between the shades of tiles: exact averages could be compared with those of guessed plates

Box = tuple[int, int, int, int]  # left, top, right, bottom, in pixels of the picture as it is at that step


@dataclass(frozen=True, slots=True)
class Crop:
    box: Box


@dataclass(frozen=True, slots=True)
class Mosaic:
    box: Box


@dataclass(frozen=True, slots=True)
class Turn:
    """By 90 degrees."""

    clockwise: bool


@dataclass(frozen=True, slots=True)
class Resize:
    long_edge: int


Change = Crop | Mosaic | Turn | Resize


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture as the screen shows it: its pixels (RGBA), made small, and how large it is in truth."""

    pixels: bytes
    shown: tuple[int, int]
    size: tuple[int, int]


def read_kept(data: bytes, name: str) -> Image.Image:
    """Decode a picture of the record. Raises BadValue: ``not_picture``, ``too_large``."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                transparent = "A" in image.getbands() or "transparency" in image.info
                plain = image.convert("RGBA" if transparent else "RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as exc:
        raise BadValue("picture", "too_large", name) from exc
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError) as exc:
        raise BadValue("picture", "not_picture", name) from exc
    plain.info.clear()
    return plain


def changed(picture: Image.Image, changes: Sequence[Change]) -> Image.Image:
    """Return what the changes make of it, one after another; the picture itself stays. Raises BadValue: ``small``."""
    for change in changes:
        match change:
            case Crop(box):
                left, top, right, bottom = _within(picture, box)
                if right - left < SMALLEST or bottom - top < SMALLEST:
                    raise BadValue("picture", "small", str(SMALLEST))
                picture = picture.crop((left, top, right, bottom))
            case Mosaic(box):
                picture = _masked(picture, _within(picture, box))
            case Turn(clockwise):
                way = Image.Transpose.ROTATE_270 if clockwise else Image.Transpose.ROTATE_90
                picture = picture.transpose(way)
            case Resize(long_edge):
                picture = picture.copy()
                picture.thumbnail((long_edge, long_edge), Image.Resampling.LANCZOS)
    return picture


def seen(picture: Image.Image, edge: int) -> Seen:
    """Return the picture for the screen, at most this many pixels long."""
    small = picture.copy()
    small.thumbnail((edge, edge), Image.Resampling.BILINEAR)
    return Seen(small.convert("RGBA").tobytes(), small.size, picture.size)


def made_anew(picture: Image.Image, name: str, rights: str = "") -> NewAsset:
    """Return the changed picture as it is kept: nothing of the one before is in it, nor in its small form."""
    return kept(picture.copy(), name, rights)


def _within(picture: Image.Image, box: Box) -> Box:
    left, top, right, bottom = box
    return max(0, left), max(0, top), min(picture.width, right), min(picture.height, bottom)


def _masked(picture: Image.Image, box: Box) -> Image.Image:
    """Put the average of each tile in the place of its pixels; what was there cannot be worked out again."""
    width, height = box[2] - box[0], box[3] - box[1]
    if width <= 0 or height <= 0:
        return picture
    tile = max(TILE, -(-max(width, height) // TILES))
    tiles = -(-width // tile), -(-height // tile)
    part = picture.crop(box)
    few = part.resize(tiles, Image.Resampling.BOX).point(
        lambda shade: min(255, (shade + LEVELS // 2) // LEVELS * LEVELS)
    )
    if few.mode == "RGBA":  # how far it is seen through tells shapes as well
        few.putalpha(255)
    masked = picture.copy()
    masked.paste(few.resize(part.size, Image.Resampling.NEAREST), box)
    return masked
