"""Plants pages of the kinds that were found on sites of the state, and looks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final

import yaml
from aiohttp import web

from plugins.releases.verify_disk import verify_folder
from plugins.releases.verify_web import verify_url
from plugins.spam.inspect import inspect
from tests.conftest import CLOCK, ROOT, Site
from tests.drills.portal import address, must, served, verifier_of
from tests.drills.report import Figure, all_of, none_of
from tests.releases.conftest import Desk, desk_in
from tests.releases.servers import Planted, page, serving

DOES: Final = """\
Pages of spam (betting, lottery tips, loans, adult, in the disguises that were found) are planted one at a time: for search engines alone, as a redirect for those who come from one, at a path where intruders put theirs, behind a hidden link, and out of sight in a page; on the disk as a page of its own, at such a path, at the end of a page, and in the place of one.
The clean releases are those of the content of this repository.
"""
_CASES: Final = ROOT / "tests" / "spam" / "cases" / "development.yaml"
_HOSTS: Final = {"nhu-thanh": "nhuthanh.example", "thanh-hoa": "thanhhoa.example"}
COUNT: Final = 50


def sentences() -> list[str]:
    """Spam that the wall refuses, from all over the cases that it was trained with."""
    cases = yaml.safe_load(_CASES.read_text(encoding="utf-8"))
    spam = [one["text"] for one in cases if one["label"] == "spam" and "<" not in one["text"]]
    some = spam[:: len(spam) // (2 * COUNT)]
    found = [one for one in some if any(two.verdict == "refuse" for two in inspect(one))]
    return found[:COUNT]


def spam_page(text: str) -> str:
    return f'<!DOCTYPE html><p>{text}</p><a href="https://xau.example/">x</a>'


def for_search_engines(text: str) -> Planted:
    """The home page, for the search engine alone."""

    def planted(request: web.Request) -> web.Response | None:
        is_engine = "Googlebot" in request.headers["User-Agent"]
        return page(spam_page(text)) if is_engine and request.path == "/" else None

    return planted


def from_search_engines(text: str) -> Planted:
    """A redirect for those who come from a search engine."""

    def planted(request: web.Request) -> web.Response | None:
        if "google" not in request.headers.get("Referer", ""):
            return None
        return web.Response(status=302, headers={"Location": f"https://xau.example/?{len(text)}"})

    return planted


def at_a_known_path(text: str) -> Planted:
    """A page where intruders often put theirs."""

    def planted(request: web.Request) -> web.Response | None:
        return page(spam_page(text)) if request.path == "/nha-cai/" else None

    return planted


def behind_a_link(text: str) -> Planted:
    """A page at a path of its own, to which a line in a page of the portal leads."""

    def planted(request: web.Request) -> web.Response | None:
        if request.path == "/gioi-thieu/":
            return page('<!DOCTYPE html><p>Giới thiệu</p><a href="../a9f/">.</a>')
        return page(spam_page(text)) if request.path == "/a9f/" else None

    return planted


def in_a_page(text: str) -> Planted:
    """Lines in a page of the portal, out of sight."""

    def planted(request: web.Request) -> web.Response | None:
        if request.path != "/gioi-thieu/":
            return None
        return page(f'<!DOCTYPE html><p>Giới thiệu</p><div style="left:-999px">{text}</div>')

    return planted


def a_new_page(folder: Path, text: str) -> None:
    """In a folder of its own, to which nothing leads."""
    _write(folder / "a9f" / "index.html", spam_page(text))


def a_new_page_at_a_known_path(folder: Path, text: str) -> None:
    """Where intruders often put theirs."""
    _write(folder / "slot" / "index.html", spam_page(text))


def at_the_end_of_a_page(folder: Path, text: str) -> None:
    """Out of sight."""
    path = folder / "index.html"
    old = path.read_text(encoding="utf-8")
    _write(path, f'{old}<div style="left:-999px">{text}</div>')


def in_the_place_of_a_page(folder: Path, text: str) -> None:
    """All of it."""
    _write(folder / "gioi-thieu" / "index.html", spam_page(text))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


SERVED: Final[tuple[Callable[[str], Planted], ...]] = (
    for_search_engines,
    from_search_engines,
    at_a_known_path,
    behind_a_link,
    in_a_page,
)
STORED: Final[tuple[Callable[[Path, str], None], ...]] = (
    a_new_page,
    a_new_page_at_a_known_path,
    at_the_end_of_a_page,
    in_the_place_of_a_page,
)


def found_over_http(desk: Desk, way: Callable[[str], Planted], text: str) -> bool:
    """Whether a page that is planted in a server is told, and quoted where there is one."""
    with serving(desk.current, way(text)) as address:
        codes = {one.code for one in verify_url(address, desk.verifier()).findings}
    return codes == {"redirect"} if way is from_search_engines else "injected" in codes


def found_from_disk(desk: Desk, way: Callable[[Path, str], None], text: str) -> bool:
    """Whether a page that is planted in a release is told and quoted; it is put right again."""
    way(desk.current, text)
    codes = {one.code for one in desk.verify().findings}
    # A release that is not whole is always published anew.
    assert desk.publish() is not None
    return "injected" in codes


def clean_findings(folder: Path) -> tuple[int, int]:
    """How many files the releases of this repository's content have, and what is found in them."""
    site, content = Site(folder), str(ROOT / "content")
    must(site, "release-key", "--key", "key")
    places = ("--content", content, "--output", "output", "--cache", "cache", "--to", "site")
    must(site, "release", *places, "--clock", CLOCK, "--key", "key")
    reports = []
    with served(site, content) as ports:
        for portal, host in _HOSTS.items():
            verifier = verifier_of(site, portal)
            reports.append(verify_folder(folder / "site" / portal, verifier))
            reports.append(verify_url(address(ports, host), verifier))
    assert all(one.files for one in reports)
    return sum(one.files for one in reports) // 2, sum(len(one.findings) for one in reports)


def drill(folder: Path, chance: Random) -> Sequence[Figure]:
    """Plant each page in one way over HTTP and in one way on the disk."""
    texts = sentences()
    chance.shuffle(texts)
    (folder / "desk").mkdir()
    desk = desk_in(folder / "desk")
    desk.release()
    served_ones = [
        found_over_http(desk, SERVED[number % len(SERVED)], text)
        for number, text in enumerate(texts)
    ]
    stored_ones = [
        found_from_disk(desk, STORED[number % len(STORED)], text)
        for number, text in enumerate(texts)
    ]
    (folder / "clean").mkdir()
    files, findings = clean_findings(folder / "clean")
    return [
        all_of("planted in a server, found over HTTP", sum(served_ones), COUNT),
        all_of("planted in a release, found from the disk", sum(stored_ones), COUNT),
        Figure("files of the clean releases", f"{files:,}"),
        none_of("findings in them, from the disk and over HTTP", findings),
    ]
