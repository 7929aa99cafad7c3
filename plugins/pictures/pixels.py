"""Reads every pixel of a picture, to find what no browser could show."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PIL import ImageFile
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from plugins.pictures.picture import Container, Form, PictureError
from plugins.pictures.png_rows import has_all_rows

_READERS: Final[Mapping[Form, type[ImageFile.ImageFile]]] = MappingProxyType(
    {
        "PNG": PngImageFile,
        "JPEG": JpegImageFile,
        "GIF": GifImageFile,
        "WebP": WebPImageFile,
        "AVIF": AvifImageFile,
    }
)


def check_pixels(form: Form, data: bytes, container: Container) -> None:
    """Refuse the picture `data` unless all its frames can be read and have the size told.

    Its size and frames must have been checked against the limits before.
    """
    try:
        with warnings.catch_warnings():
            # What the library warns of only is a bomb or a fault.
            warnings.simplefilter("error")
            _read_all(_READERS[form](io.BytesIO(data)), container)
    except Exception as error:
        # The readers raise whatever they stumble over.
        raise PictureError("anh-hong", reason="picture-pixels") from error


def _read_all(image: ImageFile.ImageFile, container: Container) -> None:
    frames: int = getattr(image, "n_frames", 1)
    if image.size != container.size or frames > container.frames:
        raise ValueError("the header tells another size")
    if image.format == "PNG" and not has_all_rows(container.parts):
        raise ValueError("rows are missing")
    # A JPEG can be read at an eighth of its size, which takes less time and memory.
    image.draft("L", (1, 1))
    for number in range(frames):
        image.seek(number)
        image.load()
