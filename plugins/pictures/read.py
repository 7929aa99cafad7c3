"""Reads the bytes of a picture file: a clean picture, or why it is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from plugins.pictures import avif, gif, jpeg, png, webp
from plugins.pictures.forms import ENDINGS, ending_of, other_form, picture_form
from plugins.pictures.hidden import hidden_content
from plugins.pictures.picture import Container, Form, Picture, PictureError, check_limits

_SPLITTERS: Final[Mapping[Form, Callable[[bytes], Container]]] = MappingProxyType(
    {
        "PNG": png.split,
        "JPEG": jpeg.split,
        "GIF": gif.split,
        "WebP": webp.split,
        "AVIF": avif.split,
    }
)


def read_picture(name: str, data: bytes) -> Picture:
    """The picture in the file `name`, whole and without metadata; raises PictureError."""
    picture, container = _read(name, data)
    if container is not None:
        # Pillow is loaded only where pixels are read: most calls find them read before.
        from plugins.pictures.pixels import check_pixels  # noqa: PLC0415

        check_pixels(picture.form, picture.data, container)
    return picture


def clean_picture(name: str, data: bytes) -> Picture:
    """As `read_picture`, for a file whose pixels were read before."""
    return _read(name, data)[0]


def _read(name: str, data: bytes) -> tuple[Picture, Container | None]:
    form = _checked_form(name, data)
    if form == "SVG":
        # Loaded only for a drawing: most texts have none, and a check begins sooner.
        from plugins.pictures.svg import read_svg  # noqa: PLC0415

        return read_svg(data), None
    container = _SPLITTERS[form](data)
    check_limits(container.size, container.frames)
    if found := hidden_content(data, container):
        raise PictureError("anh-giau-noi-dung", found=found)
    width, height = reversed(container.size) if container.is_turned else container.size
    return Picture(form, width, height, container.cleaned(), container.frames == 1), container


def _checked_form(name: str, data: bytes) -> Form:
    ending = ending_of(name)
    form = picture_form(data)
    if form is not None and ENDINGS.get(ending) == form:
        return form
    if form is not None:
        right = next(one for one, known in ENDINGS.items() if known == form)
        raise PictureError("anh-sai-duoi", ending=ending, form=form, right=right)
    if other := other_form(data):
        raise PictureError("anh-gia", form=other)
    raise PictureError("anh-sai", value=name)
