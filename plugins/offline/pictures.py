"""The form in which a picture is kept: one is enough without a network, and costs a tenth of all."""

from __future__ import annotations

from typing import Final

from plugins.pages.assets import ShownPicture

# What every browser shows, and what fills a telephone, in the column of a text.
_FORM: Final = "webp"
_WIDTH: Final = 960


def kept_form(picture: ShownPicture) -> str:
    """The address of the widest form that is not too wide; the picture itself where it has none."""
    fitting = [one for one in picture.variants if one.form == _FORM and one.width <= _WIDTH]
    return max(fitting, key=lambda one: one.width).address if fitting else picture.address
