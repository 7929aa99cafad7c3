"""Smaller pictures in forms that weigh less."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.pictures.read import read_picture
from plugins.pictures.variants import FORMS, variant, variant_widths
from tests.pictures.samples import SECRET, animation, exif, sample


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (319, ()),
        (320, (320,)),
        (480, (480,)),
        (700, (480, 700)),
        (1200, (480, 960, 1200)),
        (1600, (480, 960, 1600)),
        (4000, (480, 960, 1600)),
    ],
)
def test_a_picture_is_made_smaller_and_never_bigger(width: int, widths: tuple[int, ...]) -> None:
    """Its own width is the greatest, up to what the column of a text needs on a sharp screen."""
    assert variant_widths(read_picture("a.jpg", sample("jpg", size=(width, 8)))) == widths


def test_what_moves_is_left_as_it_is() -> None:
    """A still picture would tell something else."""
    for ending in ("gif", "webp", "png"):
        moving = animation(ending, size=(640, 8))

        assert variant_widths(read_picture(f"a.{ending}", moving)) == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "avif"])
def test_every_form_is_made_of_every_other(ending: str, form: str) -> None:
    """In the shape that the picture has, the same bytes each time."""
    data = sample(ending, size=(640, 320))
    made = variant(data, 480, form)

    assert made == variant(data, 480, form)
    picture = read_picture(f"a.{form}", made)
    assert (picture.width, picture.height) == (480, 240)


@pytest.mark.parametrize("form", FORMS)
def test_a_photograph_stands_upright_and_tells_nothing_else(form: str) -> None:
    """How the camera was held turns the pixels; who held it, and where, is not told."""
    made = variant(sample("jpg", size=(640, 320), exif=exif(6)), 320, form)

    with Image.open(io.BytesIO(made)) as picture:
        assert picture.size == (320, 640)
    assert SECRET not in made


@pytest.mark.parametrize("form", FORMS)
def test_what_can_be_seen_through_stays_so(form: str) -> None:
    """A seal on a transparent ground has none of another colour."""
    file = io.BytesIO()
    Image.new("RGBA", (640, 320), (200, 0, 0, 0)).save(file, "PNG")

    with Image.open(io.BytesIO(variant(file.getvalue(), 320, form))) as picture:
        assert picture.convert("RGBA").getchannel("A").getextrema() == (0, 0)
