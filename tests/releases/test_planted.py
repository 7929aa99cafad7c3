"""Planted pages of the kinds that were found on sites of the state are found, with what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from aiohttp import web
from msgspec.structs import replace

from plugins.releases.manifest import Manifest
from plugins.releases.planted import planted_in
from plugins.releases.verify_web import verify_url
from plugins.spam.inspect import inspect
from tests.conftest import ROOT
from tests.releases.conftest import Desk
from tests.releases.servers import Planted, page, serving

CASES = ROOT / "tests" / "spam" / "cases" / "development.yaml"
_COUNT = 50


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """Spam that the wall refuses, from all over the cases that it was trained with."""
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    spam = [one["text"] for one in cases if one["label"] == "spam" and "<" not in one["text"]]
    some = spam[:: len(spam) // (2 * _COUNT)]
    found = [one for one in some if any(two.verdict == "refuse" for two in inspect(one))]
    return found[:_COUNT]


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


WAYS: tuple[Callable[[str], Planted], ...] = (
    for_search_engines,
    from_search_engines,
    at_a_known_path,
    behind_a_link,
    in_a_page,
)


@pytest.mark.parametrize("way", WAYS)
def test_planted_pages_are_found_and_quoted(
    desk: Desk, sentences: list[str], way: Callable[[str], Planted]
) -> None:
    """Each of ten, and nothing in the clean copy beside them."""
    desk.release()
    texts = sentences[WAYS.index(way) :: len(WAYS)]
    assert len(texts) == _COUNT // len(WAYS)
    for text in texts:
        with serving(desk.current, way(text)) as address:
            found = verify_url(address, desk.verifier()).findings

        assert any(one.severity == "error" for one in found), text
        if way is from_search_engines:
            assert {one.code for one in found} == {"redirect"}
        else:
            assert any(one.code == "injected" for one in found), text
    with serving(desk.current) as address:
        assert verify_url(address, desk.verifier()).findings == []


def test_what_is_let_through_is_no_planted_spam(desk: Desk, sentences: list[str]) -> None:
    """The manifest says which hosts and sentences the release may have."""
    made = desk.release()
    text = sentences[0]
    mark = next(one.fingerprint for one in inspect(text) if one.verdict == "refuse")

    def found(manifest: Manifest) -> list[str]:
        data = f"<!DOCTYPE html><p>{text}</p>".encode()
        return [one.detail for one in planted_in("a.html", data, manifest)]

    assert found(made) != []
    assert found(replace(made, allowed=(mark,))) == []
