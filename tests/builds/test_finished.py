"""Finished pages are checked before any of them is written."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from plugins.audit.pages import Audit, Clean
from plugins.audit.tags import Fault
from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds import generator
from plugins.builds.build import BuildOptions, build
from plugins.builds.content import load_content
from plugins.builds.finished import THEME_HOSTS, allowed_hosts
from plugins.builds.judge import Judge
from plugins.builds.ledger import Ledger
from plugins.builds.making import Shared
from plugins.builds.portal_build import PortalBuild
from plugins.builds.sheets import Sheets
from plugins.builds.suspects import PageWall
from plugins.builds.texts import KeptTexts
from plugins.builds.watch import Watch
from plugins.languages.clock import TIME_ZONE
from plugins.languages.fields import LocalText
from plugins.news.kept import KeptNearest
from plugins.pages.drafts import fixed
from plugins.pages.portal_pages import PortalPages, portal_pages
from plugins.portals.portal import Identity, Portal
from plugins.search.kept import KeptIndexes
from plugins.spam.exceptions import LetThrough
from tests.conftest import CLOCK, ROOT, Site

NAME = LocalText(vi="Cổng xã Mẫu")
PORTAL = Portal("xa", Identity(name=NAME, agency=NAME, url="https://mau.example/", offline=False))


def problems(site: Site, *pages: tuple[str, str, bytes]) -> list[tuple[str, str]]:
    """Path and code of what is wrong with pages of an origin and with some bytes."""
    drafts = {name: fixed(name, origin, data) for name, origin, data in pages}
    judge = Judge(
        LetThrough({}, frozenset()),
        lambda _: Audit(frozenset(), PageWall(LetThrough({}, frozenset()), str), Clean()),
    )
    tree = content_tree(site.content, Problems())
    shared = Shared(
        judge, Sheets(Store(None), ()), KeptNearest(Store(None)), KeptIndexes(Store(None))
    )
    made = PortalBuild(
        PORTAL, PortalPages(drafts, {}), site.folder / "output" / "xa", Ledger(), shared
    )
    return [(one.path, one.code) for one in made.write(tree, 1, Watch()).problems]


@pytest.mark.parametrize(
    ("address", "origin", "explained"),
    [
        ("a/index.html", "articles/dat-dai/index.vi.md", True),
        ("a/index.html", "articles/khong/index.vi.md", False),
        ("a/index.html", "", False),
        ("giao-dien/portal.js", "", True),
    ],
)
def test_every_page_needs_a_source_that_explains_it(
    site: Site, address: str, origin: str, *, explained: bool
) -> None:
    """A page whose source is not in the content is not published."""
    found = problems(site, (address, origin, b"<p>"))

    assert found == ([] if explained else [("portals/xa/portal.yaml", "trang-khong-nguon")])


def test_a_list_of_very_many_pages_is_no_text_of_too_many_lines(site: Site) -> None:
    """A text with thousands of lines to look at is refused; a sitemap has one for each page."""
    days = (datetime(2020, 1, 1, tzinfo=TIME_ZONE) + timedelta(day) for day in range(2_500))
    listed = "".join(f"<lastmod>{day.isoformat()}</lastmod>" for day in days)

    assert problems(site, ("sitemap.xml", "articles/dat-dai/index.vi.md", listed.encode())) == []


def test_a_fault_that_all_pages_share_is_told_once(site: Site) -> None:
    """A planted line in a template would otherwise be told a thousand times."""
    origin = "articles/dat-dai/index.vi.md"
    pages = [(f"{name}/index.html", origin, b"<iframe src=x>") for name in "abc"]

    assert problems(site, *pages) == [(origin, "trang-ma-la")]


def test_a_portal_with_a_planted_page_keeps_its_folder(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever put it there: nothing of the portal is written, the others are."""
    site.write({"portals/ban/portal.yaml": site.content.joinpath("portals/xa/portal.yaml")
                .read_text(encoding="utf-8").replace("mau.example", "ban.example")})  # fmt: skip
    output = site.build().output
    before = {path: path.stat().st_mtime_ns for path in (output / "xa").rglob("*.html")}

    def planted(*arguments: object) -> PortalPages:
        pages = portal_pages(*arguments)  # type: ignore[arg-type]
        portal = arguments[1]
        if isinstance(portal, Portal) and portal.id == "xa":
            page = pages.drafts["index.html"]
            code = str(page.make()).replace(
                "</body>", "<iframe src='https://la.example/'></iframe>"
            )
            return replace(
                pages,
                drafts={**pages.drafts, "index.html": replace(page, basis="x", make=lambda: code)},
            )
        return pages

    monkeypatch.setattr(generator, "portal_pages", planted)
    monkeypatch.chdir(site.folder)
    site.write({"vocabulary.yaml": site.content.joinpath("vocabulary.yaml")
                .read_text(encoding="utf-8").replace("Tin chung", "Tin khác")})  # fmt: skip
    code = build(BuildOptions((), "content", "output", "cache", CLOCK, clean=False, jobs=1))
    said = capsys.readouterr().err

    assert code == 1
    assert "portals/xa/portal.yaml:1: lỗi [trang-ma-la] Trang 'xa/index.html'" in said
    assert "Giữ lại, chưa xuất bản: xa (" in said
    assert before == {path: path.stat().st_mtime_ns for path in (output / "xa").rglob("*.html")}
    assert "Tin khác" in (output / "ban" / "danh-muc" / "tin" / "index.html").read_text("utf-8")


def test_a_first_build_of_pages_with_faults_writes_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There may be no output folder yet when all portals are held back."""
    monkeypatch.setattr("plugins.audit.pages.tag_faults", lambda *_: [Fault("trang-ma-la", "<x>")])
    monkeypatch.chdir(site.folder)

    code = build(BuildOptions((), "content", "output", "cache", CLOCK, clean=False, jobs=1))

    assert code == 1
    assert not list(site.folder.glob("output/*"))


def test_the_theme_leads_to_no_other_hosts_than_the_known_ones() -> None:
    """Whoever adds one to a template has to say so, and so has whoever plants one."""
    templates = (ROOT / "theme" / "templates").rglob("*.html")
    written = {
        host
        for path in templates
        for host in re.findall(r"https?://([^/\s\"']+)", path.read_text(encoding="utf-8"))
    }

    assert written == THEME_HOSTS


def test_a_host_past_its_date_is_shut_out_of_pages(site: Site) -> None:
    """An allowed host is allowed until its date, in pages as in texts."""
    content = load_content(
        site.content, datetime(2027, 1, 1, tzinfo=TIME_ZONE), KeptTexts(Store(None), 1), Problems()
    )
    allowed = [
        allowed_hosts(content.site, content.hosts, datetime(year, 1, 1, tzinfo=TIME_ZONE))
        for year in (2027, 2028)
    ]

    assert [sorted(hosts - THEME_HOSTS) for hosts in allowed] == [
        ["luat.example", "mau.example"],
        ["mau.example"],
    ]
