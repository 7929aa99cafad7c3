"""Smaller pictures beside one that is published, in forms that weigh less: AVIF and WebP.

They are named by the picture that they are made of, so that a page can name them before they are.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from plugins.pictures.picture import Form, Picture

# For a phone, for the column of a text, and for that on a sharp screen.
_WIDTHS: Final = (480, 960, 1600)
# Narrower ones are signs and buttons, which weigh little as they are.
_LEAST_WIDTH: Final = 320
_SOURCES: Final[frozenset[Form]] = frozenset(("PNG", "JPEG", "WebP", "AVIF"))
# By their endings, the lightest first. One thread alone gives the same bytes everywhere.
_OPTIONS: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "avif": {"format": "AVIF", "quality": 58, "speed": 6, "max_threads": 1},
        "webp": {"format": "WEBP", "quality": 78, "method": 5},
    }
)
FORMS: Final = tuple(_OPTIONS)


def variant_widths(picture: Picture) -> tuple[int, ...]:
    """The widths that a picture is made in; none for drawings, signs and what moves."""
    if picture.form not in _SOURCES or not picture.is_still or picture.width < _LEAST_WIDTH:
        return ()
    smaller = [width for width in _WIDTHS if width < picture.width]
    return (*smaller, min(picture.width, _WIDTHS[-1])) if len(smaller) < len(_WIDTHS) else _WIDTHS


def variant(data: bytes, width: int, form: str) -> bytes:
    """The picture `data` in a width and a form."""
    # Loaded only where a variant is made: each is made once.
    from PIL import Image, ImageOps  # noqa: PLC0415

    with Image.open(io.BytesIO(data)) as opened:
        profile = opened.info.get("icc_profile")
        upright = ImageOps.exif_transpose(opened)
    shown = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    height = max(1, round(shown.height * width / shown.width))
    made = io.BytesIO()
    small = shown.resize((width, height), Image.Resampling.LANCZOS)
    small.save(made, icc_profile=profile, exif=b"", xmp=b"", **_OPTIONS[form])
    return made.getvalue()
