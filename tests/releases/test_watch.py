"""One page says how many portals stand."""

from __future__ import annotations

import re
from datetime import datetime

import html5lib
import pytest

from plugins.base.problems import MessageLanguage
from plugins.languages.clock import TIME_ZONE
from plugins.releases import verify_web
from plugins.releases.findings import Finding, Report
from plugins.releases.status_page import status_page
from plugins.releases.watch import WatchOptions, look
from tests.conftest import Site
from tests.releases.conftest import NOW, Desk
from tests.releases.servers import serving, stalling


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


def test_a_portal_that_stalls_does_not_hold_up_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told as one that cannot be reached, and what is wrong at the others is told."""
    monkeypatch.setattr(verify_web, "LEAST_SECONDS", 1.0)
    desk.now = datetime.now(TIME_ZONE)
    desk.release()
    with stalling(desk.current) as tarpit, serving(desk.current) as address:
        (desk.current / "index.html").write_text("x", encoding="utf-8")
        options = WatchOptions((tarpit, address), "", 600, str(desk.folder / "status.html"))
        reports = look(options, desk.verifier(), "vi")

    assert [one.place for one in reports] == [tarpit, address]
    assert [one.state for one in reports] == ["away", "wrong"]
    assert "không trả lời kịp" in capsys.readouterr().out


def test_the_page_shows_what_was_planted_as_text() -> None:
    """Nothing of it is code there."""
    planted = Report("http://x.example/", [Finding("<b>", "injected", "<script>x</script>")], 0.1)
    text = status_page([planted], NOW, 60, "en")

    assert "<script>" not in text
    assert "&lt;script&gt;x&lt;/script&gt;" in text


def told(reports: list[Report], language: MessageLanguage) -> str | None:
    """What the page says of all."""
    page = html5lib.parse(status_page(reports, NOW, 60, language), namespaceHTMLElements=False)
    return page.findtext(".//strong")


def test_the_page_counts_by_what_is_wrong() -> None:
    """A portal that is down looks unlike one that was changed, or may be."""
    right = Report("http://a.example/", [], 0.1, "xa", 1, 9)
    wrong = Report("http://b.example/", [Finding("x", "changed")], 0.1, "xa", 1, 9)
    away = Report("http://c.example/", [Finding("", "no-answer", "x")], 0.1)
    open_one = Report("/d", [Finding("x", "mode", "666", "warning")], 0.1, "xa", 1, 9)

    assert told([right], "vi") == "Mọi cổng đều đúng như đã phát hành."
    assert told([right, wrong], "en") == "One portal is NOT as it was published."
    assert told([wrong, wrong], "en") == "2 portals are NOT as they were published."
    assert told([right, away], "vi") == "Có một cổng không kết nối được."
    assert told([right, open_one], "vi") == "Có một cổng mà người khác có thể sửa được."
    page = status_page([right, open_one, away, wrong], NOW, 60, "vi")
    assert re.findall('<tr class="(.*?)">', page) == ["wrong", "away", "unguarded"]


@pytest.mark.parametrize("words", [(), ("site", "--every", "0")])
def test_a_wrong_call_of_watch_is_told(site: Site, words: tuple[str, ...]) -> None:
    """Before it begins to wait."""
    done = site.run("watch", *words)

    assert done.code == 2
    assert "Traceback" not in done.stderr
