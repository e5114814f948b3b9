"""What the site shows of a picture: WebP in several widths, and JPEG (PNG where it is transparent) beside it."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from db.actions.assets import NewRendition
from db.domain.errors import BadValue

WIDTHS = (480, 960, 1600)  # pixels; and the width that is kept
WEBP_QUALITY, QUALITY = 80, 82
QUICK = 0  # of WebP's methods: the usual one takes four times as long for a file 7 % smaller


def make(picture: Image.Image) -> tuple[NewRendition, ...]:
    """Return the renditions of a picture as it is kept, upright and RGB or RGBA; none is wider than the picture."""
    return tuple(_made(picture))


def of_kept(data: bytes) -> tuple[NewRendition, ...]:
    """Return the renditions of a kept picture's bytes. Raises BadValue where they are none."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
            return make(image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
        raise BadValue("picture", "not_picture") from exc


def _made(picture: Image.Image) -> Iterator[NewRendition]:
    width, height = picture.size
    for wide in (*(w for w in WIDTHS if w < width), width):
        high = max(1, round(height * wide / width))
        form = picture if wide == width else picture.resize((wide, high), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        form.save(out, "WEBP", quality=WEBP_QUALITY, method=QUICK)
        yield NewRendition(out.getvalue(), "image/webp", wide, high)
        if wide < width:  # at its full width the picture itself is there
            yield NewRendition(*encoded(form, QUALITY), wide, high)


def encoded(picture: Image.Image, quality: int) -> tuple[bytes, str]:
    """Encode as PNG what has transparent parts, as JPEG everything else."""
    out = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(out, "PNG")
        return out.getvalue(), "image/png"
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue(), "image/jpeg"
