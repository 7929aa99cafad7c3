"""What the settings of Pelican change in a portal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import html5lib

from tests.conftest import ROOT, Site, article


def latest_news(page: Path) -> list[str]:
    """The headlines beside the text of a page."""
    parsed = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return [link.text or "" for link in parsed.findall(".//aside[@data-part='latest-news']//li/a")]


def test_the_settings_say_how_many_news_items_stand_beside_a_page(site: Site) -> None:
    """LATEST_NEWS counts on every page that has the part."""
    site.write(
        {
            f"news/2026/tin-{day}/index.vi.md": article(
                f"Tin {day}", "", date=f"2026-11-0{day}", sources=""
            )
            for day in range(1, 5)
        }
    )
    output = site.folder / "output"
    options = ["-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
    settings = ["-e", 'PORTAL="xa"', "LATEST_NEWS=2"]
    command = [sys.executable, "-m", "pelican", str(site.content), *options, *settings]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    for address in (".", "thu-tuc-dat-dai", "tin-tuc/tin-1", "en/news"):
        assert latest_news(output / address / "index.html") == ["Tin 4", "Tin 3"]
