"""One page says how many portals stand."""

from __future__ import annotations

from datetime import datetime

import html5lib
import pytest

from plugins.languages.clock import TIME_ZONE
from plugins.releases.findings import Finding, Report
from plugins.releases.status_page import status_page
from plugins.releases.watch import WatchOptions, look
from tests.conftest import Site
from tests.releases.conftest import NOW, Desk
from tests.releases.servers import serving


def test_what_is_wrong_comes_first(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """On the page, and in what the person on duty reads; a folder that is gone is wrong too."""
    desk.now = datetime.now(TIME_ZONE)
    desk.release()
    with serving(desk.current) as address:
        places = (address, str(desk.place.folder), str(desk.folder / "gone"))
        options = WatchOptions(places, "", 600, str(desk.folder / "pages" / "status.html"))
        look(options, desk.verifier(), "vi")
        (desk.current / "index.html").write_text("x", encoding="utf-8")
        look(options, desk.verifier(), "vi")

    text = (desk.folder / "pages" / "status.html").read_text(encoding="utf-8")
    page = html5lib.parse(text, namespaceHTMLElements=False)
    rows = [["".join(cell.itertext()) for cell in row] for row in page.findall(".//tr")[1:]]
    assert [row[1][:10] for row in rows] == ["không có b", "index.html", "index.html"]
    told = capsys.readouterr()
    assert "1 nơi không đúng" in told.err
    assert "3 nơi không đúng" in told.err
    assert "index.html" in told.out


def test_the_page_shows_what_was_planted_as_text() -> None:
    """Nothing of it is code there."""
    planted = Report("http://x.example/", [Finding("<b>", "injected", "<script>x</script>")], 0.1)
    text = status_page([planted], NOW, 60, "en")

    assert "<script>" not in text
    assert "&lt;script&gt;x&lt;/script&gt;" in text


@pytest.mark.parametrize("words", [(), ("site", "--every", "0")])
def test_a_wrong_call_of_watch_is_told(site: Site, words: tuple[str, ...]) -> None:
    """Before it begins to wait."""
    done = site.run("watch", *words)

    assert done.code == 2
    assert "Traceback" not in done.stderr
