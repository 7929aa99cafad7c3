"""What the server answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

import pytest

from plugins.serve.answers import Answer, Served, answer

FILES = {
    "index.html": "<html><head></head>home {portal}",
    "404.html": '<html><head><base href="/da-dang/"></head>không thấy',
    "en/404.html": '<html><head><base href="/da-dang/"></head>not found',
    "tin-tuc/index.html": "<html><head></head>news",
    "giao-dien/portal.css": "a{}",
    "trong/tep.txt": "x",
}


def names(portals: Sequence[str]) -> Mapping[str, str]:
    """A name for each portal that needs care in HTML."""
    return {portal: f"Cổng <{portal}>" for portal in portals}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The finished portals `tinh` and `xa`."""
    for portal in ("tinh", "xa"):
        for name, text in FILES.items():
            path = tmp_path / portal / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("{portal}", portal), encoding="utf-8")
    return tmp_path


def ask(folder: Path, target: str, portals: Sequence[str] = ("tinh", "xa")) -> Answer:
    """The answer to a request while there are `portals`."""
    return answer(Served(folder, "", names, "vi", lambda *_: None), portals, "17", target)


@pytest.mark.parametrize(
    ("target", "status", "text"),
    [
        ("/xa/", HTTPStatus.OK, "home xa"),
        ("/xa/index.html", HTTPStatus.OK, "home xa"),
        ("/tinh/", HTTPStatus.OK, "home tinh"),
        ("/xa/tin-tuc/", HTTPStatus.OK, "news"),
        ("/xa/tin-tuc/?trang=2", HTTPStatus.OK, "news"),
        ("/xa/khong/co/", HTTPStatus.NOT_FOUND, "không thấy"),
        ("/xa/en/none", HTTPStatus.NOT_FOUND, "not found"),
        ("/xa/trong/", HTTPStatus.NOT_FOUND, "không thấy"),
        ("/xa/index.html/", HTTPStatus.NOT_FOUND, "không thấy"),
        ("/khac/", HTTPStatus.NOT_FOUND, "không có trang nào"),
        ("/xa/../tinh/", HTTPStatus.NOT_FOUND, "không có trang nào"),
    ],
)
def test_each_portal_has_a_folder_of_its_own(
    folder: Path, target: str, status: HTTPStatus, text: str
) -> None:
    """Pages come from the portal that the address names, 404 pages in the address's language."""
    made = ask(folder, target)

    assert made.status == status
    assert text in made.body.decode()
    assert b"/__serve/live.js" in made.body


def test_one_portal_stands_at_the_root(folder: Path) -> None:
    """Whether it is the only one there is, or the one that was asked for."""
    only = ask(folder, "/tin-tuc/", ("xa",))
    named = answer(Served(folder, "tinh", names, "vi", lambda *_: None), ("tinh", "xa"), "17", "/")

    assert "news" in only.body.decode()
    assert "home tinh" in named.body.decode()
    assert ask(folder, "/xa/", ("xa",)).status == HTTPStatus.NOT_FOUND


def test_a_page_for_wrong_addresses_finds_its_files(folder: Path) -> None:
    """Its base is where the portal stands on this server."""
    assert b'<base href="/xa/">' in ask(folder, "/xa/a/b/c").body
    assert b'<base href="/">' in ask(folder, "/a/b/c", ("xa",)).body
    assert b'<base href="/">' in ask(folder, "/%2e%2e/", ("xa",)).body


@pytest.mark.parametrize(
    ("target", "location"),
    [("/xa", "/xa/"), ("/xa/tin-tuc", "/xa/tin-tuc/"), ("/xa/tin-tuc?a=b", "/xa/tin-tuc/?a=b")],
)
def test_a_folder_is_asked_for_with_a_slash(folder: Path, target: str, location: str) -> None:
    """Relative links of its page would lead elsewhere without it."""
    made = ask(folder, target)

    assert (made.status, made.location) == (HTTPStatus.FOUND, location)


def test_files_are_given_as_they_are(folder: Path) -> None:
    """Nothing is added to what is no page."""
    made = ask(folder, "/xa/giao-dien/portal.css")

    assert (made.body, made.type) == (b"a{}", "text/css; charset=utf-8")


def test_no_worker_keeps_what_is_written(folder: Path) -> None:
    """Whoever writes sees what was saved: the worker of a portal is for visitors."""
    (folder / "xa/sw.js").write_text("x", encoding="utf-8")

    for target, portals in (("/xa/sw.js", ("tinh", "xa")), ("/sw.js", ("xa",))):
        made = ask(folder, target, portals)

        assert b"registration.unregister()" in made.body
        assert made.type == "text/javascript; charset=utf-8"


def test_the_start_page_lists_the_portals(folder: Path) -> None:
    """By their names, which are text and no HTML."""
    body = ask(folder, "/").body.decode()

    assert '<a href="/xa/">Cổng &lt;xa&gt;</a>' in body
    assert '<a href="/tinh/">' in body


@pytest.mark.parametrize("portals", [(), ("moi",), ("moi", "xa")])
def test_a_portal_that_was_never_built_says_so(folder: Path, portals: Sequence[str]) -> None:
    """Its page listens for the first build."""
    made = ask(folder, "/moi/", portals)

    assert made.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert b"/__serve/live.js" in made.body


@pytest.mark.parametrize(
    "target", ["/__serve/", "/__serve/../live.py", "/__serve/live.py", "/__serve/live.js/"]
)
def test_nothing_else_stands_beside_the_servers_own_files(folder: Path, target: str) -> None:
    """The reserved folder holds the script and the style sheets alone."""
    assert ask(folder, target).status == HTTPStatus.NOT_FOUND
    assert ask(folder, "/__serve/live.js").status == HTTPStatus.OK
