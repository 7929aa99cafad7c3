"""`python -m tests.docs.screenshots`: takes the pictures of `docs/` anew, of the real content."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from msgspec import Struct
from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CLOCK, ROOT, chromium
from tests.conftest import Site as Folder
from tests.theme.test_browser import served

_PORTAL: Final = "nhu-thanh"
_ARTICLE: Final = "chinh-phu-so-la-gi/"
_COMPARISON: Final = "so-sanh/chinh-phu-dien-tu-va-chinh-phu-so/"
_SEARCH: Final = "tim-kiem/?q=chinh+phu+dien+tu"
_OFFLINE: Final = "ngoai-tuyen/"
_COLOURS: Final = 128
_SCREEN: Final = (1280, 900)
_TELEPHONE: Final = (390, 844)
# What is printed on a sheet of A4 at 96 points an inch, and the empty margin around it.
_SHEET: Final = (673, 987)
_MARGIN: Final = (60, 68)
# A machine that can read Vietnamese aloud, as most telephones can.
_VOICE: Final = "speechSynthesis.getVoices = () => [{ lang: 'vi-VN', localService: true }]"


class Shot(Struct, frozen=True):
    """A picture: the page and the window, what the browser is told, and what comes into sight.

    `shows` is what the script brings; `margin` is what is empty at the sides, and above and below.
    """

    page: str
    window: tuple[int, int] = _SCREEN
    media: Mapping[str, Any] = {}
    at: str = ""
    shows: str = "h1"
    margin: tuple[int, int] = (0, 0)


SHOTS: Final[Mapping[str, Shot]] = {
    "page.png": Shot(""),
    "article.png": Shot(_ARTICLE, _TELEPHONE),
    "article-dark.png": Shot(_ARTICLE, media={"color_scheme": "dark"}),
    "comparison.png": Shot(_COMPARISON),
    "search.png": Shot(_SEARCH, _TELEPHONE, shows='[data-part="search-results"] mark'),
    "offline.png": Shot(_OFFLINE, _TELEPHONE, shows="[data-packs] button"),
    "print.png": Shot(_ARTICLE, _SHEET, {"media": "print"}, ".printed", margin=_MARGIN),
}


def take_all(folder: Path) -> None:
    """Take every picture into `folder`."""
    with TemporaryDirectory() as work, sync_playwright() as playwright:
        content = ("--content", str(ROOT / "content"), "--output", "output", "--cache", "cache")
        built = Folder(Path(work)).run("build", *content, "--clock", CLOCK)
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        with served(built.output / _PORTAL) as home:
            for name, shot in SHOTS.items():
                (folder / name).write_bytes(_small(_taken(browser, home, shot), shot.margin))
        browser.close()


def _taken(browser: Browser, home: str, shot: Shot) -> bytes:
    width, height = shot.window
    page = browser.new_page(
        viewport={"width": width, "height": height},
        timezone_id="Asia/Ho_Chi_Minh",
        locale="vi-VN",
    )
    page.clock.set_fixed_time(f"{CLOCK}:00+07:00")
    page.add_init_script(_VOICE)
    page.emulate_media(**shot.media)
    page.goto(home + shot.page)
    page.locator(shot.shows).first.wait_for()
    if shot.at:
        page.locator(shot.at).evaluate(
            "(one) => one.scrollIntoView({ block: 'end', behavior: 'instant' })"
        )
    taken = page.screenshot()
    page.close()
    return taken


def _small(picture: bytes, margin: tuple[int, int]) -> bytes:
    """The picture with a margin, in few colours, which weighs a third."""
    small = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as opened:
        whole = ImageOps.expand(opened.convert("RGB"), margin, "white")
        whole.quantize(_COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    take_all(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs")
