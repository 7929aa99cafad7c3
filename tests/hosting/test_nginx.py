"""What visitors get from nginx."""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest

from plugins.base.policy import DRAWING_POLICY, HEADERS, SENT_POLICY, TRANSPORT
from plugins.languages.clock import parse_clock
from plugins.releases.disk import swap_link
from plugins.releases.keys import load_public
from plugins.releases.place import Place
from plugins.releases.trust import Memory
from plugins.releases.verify_disk import Verifier
from plugins.releases.verify_web import verify_url
from tests.conftest import CLOCK
from tests.hosting.conftest import (
    HOST,
    LOOPBACK,
    Released,
    Reply,
    answered,
    nginx_program,
    prefix_for,
)

SECONDS_OF_SWAPS = 2

BASES = {"/": "xa", "/phuong/": "phuong"}
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "feed.atom": "application/atom+xml; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "sw.js": "text/javascript; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json; charset=utf-8",
    "so-sanh/bang/data.csv": "text/csv; charset=utf-8",
    "so-sanh/bang/data.json": "application/json; charset=utf-8",
    "release.json.sig": "application/octet-stream",
    "ngoai-tuyen/ban.dat": "application/octet-stream",
    "release-head.txt": "text/plain; charset=utf-8",
}
NAMED = (
    "giao-dien/*.css",
    "ngoai-tuyen/ke.*.dat",
    "ngoai-tuyen/goi-*.dat",
    "ngoai-tuyen/khung-*.dat",
)
HIDDEN = [
    "/.git/config",
    "/.htaccess",
    "/giao-dien/.x",
    "/en/.well-known/x",
    "/index.html.br",
    "/index.html.gz",
]
OUTSIDE = [
    "/../releases.log",
    "/phuong/../../releases.log",
    "/%2e%2e/%2e%2e/releases.log",
    "/..%2freleases.log",
    "/phuong/..%2f..%2fxa/releases.log",
    "//releases.log",
    "/current/index.html",
    "/xa/current/index.html",
    "/en/..%5c..%5creleases.log",
    "/index.html%00.png",
    "/%0d%0aX-Planted:%20yes/",
]


def has_every_header(reply: Reply, policy: str = SENT_POLICY) -> bool:
    """Whether an answer over https carries all that keeps its visitor safe."""
    wanted = [
        *HEADERS,
        ("Content-Security-Policy", policy),
        ("Strict-Transport-Security", TRANSPORT),
    ]
    return all(reply.header(name) == value for name, value in wanted)


def test_the_configuration_is_without_fault(released: Released, tmp_path: Path) -> None:
    """It says so itself, and warns of nothing."""
    prefix = prefix_for(tmp_path, released.site.folder / "deploy/nginx")
    command = [nginx_program(), "-t", "-p", str(prefix), "-c", "nginx.conf", "-e", "error.log"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, "warn" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(("base", "portal"), BASES.items())
@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_each_file_is_served_with_its_type(
    nginx: Released, base: str, portal: str, path: str, kind: str
) -> None:
    """At a name of its own and at a path below another portal: asked for anew at each visit."""
    reply = nginx.ask(base + path.removesuffix("index.html"))

    assert (reply.status, reply.body) == (200, nginx.current(portal, path))
    assert (reply.header("Content-Type"), reply.header("Cache-Control")) == (kind, "no-cache")
    assert has_every_header(reply)


@pytest.mark.parametrize("pattern", NAMED)
@pytest.mark.parametrize(("base", "portal"), BASES.items())
def test_files_named_by_their_content_are_kept_for_ever(
    nginx: Released, base: str, portal: str, pattern: str
) -> None:
    """Those that do not exist are not, nor what bears no sum."""
    path = nginx.first(portal, pattern)
    found, missing = nginx.ask(base + path), nginx.ask(f"{base}giao-dien/x.11111111.css")
    again = nginx.ask(base + path, if_none_match=found.header("ETag"))

    assert (found.status, found.header("Cache-Control")) == (
        200,
        "public, max-age=31536000, immutable",
    )
    assert (again.status, again.header("Cache-Control")) == (304, found.header("Cache-Control"))
    assert (missing.status, missing.header("Cache-Control")) == (404, "no-cache")
    assert has_every_header(found)
    assert has_every_header(again)


def test_a_drawing_that_is_opened_by_itself_is_shut_in(nginx: Released) -> None:
    """It may run nothing; the page that says that there is none keeps its own policy."""
    found = nginx.ask(f"/{nginx.first('xa', 'giao-dien/*.svg')}")
    missing = nginx.ask("/giao-dien/x.svg")

    assert found.header("Content-Type") == "image/svg+xml; charset=utf-8"
    assert has_every_header(found, DRAWING_POLICY)
    assert (missing.status, has_every_header(missing)) == (404, True)


@pytest.mark.parametrize(("base", "portal"), BASES.items())
@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("khong-co/", "404.html"),
        ("khong-co", "404.html"),
        ("khong-co.php", "404.html"),
        ("en", ""),
        ("en/nothing/", "en/404.html"),
        ("en/nothing", "en/404.html"),
        ("entry/", "404.html"),
        ("giao-dien/", "404.html"),
        ("feed.atom/", "404.html"),
    ],
)
def test_what_is_not_there_is_told_in_the_language_of_its_address(
    nginx: Released, base: str, portal: str, path: str, page: str
) -> None:
    """With status 404; folders without a page are not listed."""
    reply = nginx.ask(base + path)

    assert reply.status == (404 if page else 301)
    assert not page or reply.body == nginx.current(portal, page)
    assert has_every_header(reply)


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/en", "/en/"),
        ("/so-sanh/bang?a=1", "/so-sanh/bang/?a=1"),
        ("/phuong", "/phuong/"),
        ("/phuong/en/news", "/phuong/en/news/"),
        ("//en", "/en/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_its_page(
    nginx: Released, path: str, location: str
) -> None:
    """By a path alone, whatever name and port the visitor came by."""
    reply = nginx.ask(path)

    assert (reply.status, reply.header("Location")) == (301, location)
    assert has_every_header(reply)


def test_who_comes_without_https_is_led_there(nginx: Released) -> None:
    """To the same address, with the headers that count there."""
    reply = nginx.ask_plainly("/phuong/en/?a=1")
    refused = nginx.ask_plainly("/", "POST")

    assert (reply.status, reply.header("Location")) == (301, f"https://{HOST}/phuong/en/?a=1")
    assert all(reply.header(name) == value for name, value in HEADERS)
    assert not reply.header("Strict-Transport-Security")
    assert refused.status == 405


@pytest.mark.parametrize("path", ["/", "/phuong/en/", "/khong-co", "/en", "/.git/config"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "LOCK"])
def test_only_get_and_head_are_answered(nginx: Released, method: str, path: str) -> None:
    """Whatever lies there."""
    reply = nginx.ask(path, method)

    assert (reply.status, reply.header("Allow")) == (405, "GET, HEAD")
    assert has_every_header(reply)


@pytest.mark.parametrize("path", ["/", "/phuong/feed.atom", "/khong-co"])
def test_head_is_get_without_a_body(nginx: Released, path: str) -> None:
    """The same status and headers."""
    head, get = nginx.ask(path, "HEAD"), nginx.ask(path)
    told = [[one for one in reply.headers if one[0] != "Date"] for reply in (head, get)]

    assert (head.status, head.body, told[0]) == (get.status, b"", told[1])


TEXTS = [
    path for path, kind in TYPES.items() if "charset" in kind and not path.startswith("release")
]


@pytest.mark.parametrize("path", TEXTS)
def test_texts_come_in_the_form_that_a_visitor_takes(nginx: Released, path: str) -> None:
    """Brotli before gzip, as they lie in the release, each with an ETag of its own."""
    plain = nginx.ask(f"/{path}")
    packed = {
        name: nginx.ask(f"/{path}", accept_encoding=words, via="1.1 proxy")
        for name, words in (("br", "gzip, deflate, br"), ("gzip", "gzip"))
    }

    assert [packed[name].header("Content-Encoding") for name in packed] == ["br", "gzip"]
    assert packed["br"].body == nginx.current("xa", f"{path}.br")
    assert brotli.decompress(packed["br"].body) == plain.body
    assert gzip.decompress(packed["gzip"].body) == plain.body
    replies = [plain, *packed.values()]
    assert {reply.header("Vary") for reply in replies} == {"Accept-Encoding"}
    assert {reply.header("Content-Type") for reply in replies} == {TYPES[path]}
    assert all(has_every_header(reply) for reply in replies)


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_who_has_a_page_already_is_told_so(nginx: Released, encoding: str) -> None:
    """304 in each form, with the headers that a kept page would lose otherwise."""
    first = nginx.ask("/en/", accept_encoding=encoding)
    again = nginx.ask("/en/", accept_encoding=encoding, if_none_match=first.header("ETag"))
    older = nginx.ask("/en/", accept_encoding=encoding, if_none_match='"1-1"')

    assert (again.status, again.body) == (304, b"")
    assert older.status == 200
    assert has_every_header(again)


def test_a_part_of_a_file_is_sent_alone(nginx: Released) -> None:
    """Downloads that were cut off go on; a part of another version is not put to it."""
    data = nginx.current("xa", "so-sanh/bang/data.csv")
    path = "/so-sanh/bang/data.csv"
    part, beyond = nginx.ask(path, range="bytes=3-9"), nginx.ask(path, range="bytes=999999-")
    other = nginx.ask(path, range="bytes=3-9", if_range='"1-1"')

    assert (part.status, part.body) == (206, data[3:10])
    assert (beyond.status, other.status, other.body) == (416, 200, data)
    assert all(has_every_header(reply) for reply in (part, beyond, other))


@pytest.mark.parametrize("path", HIDDEN)
def test_hidden_files_and_compressed_forms_have_no_address(nginx: Released, path: str) -> None:
    """Whether they are there or not."""
    hidden = nginx.folder / "xa/current/.htaccess"
    hidden.touch()
    reply = nginx.ask(path)
    hidden.unlink()

    assert (reply.status, has_every_header(reply)) == (404, True)


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_of_a_release_can_be_asked_for(nginx: Released, path: str) -> None:
    """However the way there is written."""
    reply = nginx.ask("", raw=f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())

    assert reply.status in (400, 404)
    assert not reply.header("X-Planted")
    assert has_every_header(reply)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: khac.example\r\n\r\n", 404),
        (f"GET /{'a' * 20_000} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode(), 414),
        (f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX: {'a' * 40_000}\r\n\r\n".encode(), 400),
        (f"POST / HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 9999\r\n\r\n".encode(), 405),
    ],
)
def test_a_wrong_request_is_answered_with_all_headers(
    nginx: Released, raw: bytes, status: int
) -> None:
    """Those that no portal is asked by, too."""
    reply = nginx.ask("", raw=raw)

    assert (reply.status, has_every_header(reply)) == (status, True)


def test_browsers_are_offered_http_2(nginx: Released) -> None:
    """They choose it when the connection is made."""
    with nginx.connected("h2", "http/1.1") as connection:
        assert connection.selected_alpn_protocol() == "h2"


def test_a_release_is_swapped_while_visitors_come(nginx: Released) -> None:
    """Each answer is a page of one release as a whole, in each form, and never an error."""
    place = Place(nginx.folder / "xa")
    before, current = place.release(1), place.release(2)
    shutil.copytree(before, current)
    for path in (current / "index.html", current / "index.html.br"):
        data = path.read_bytes()
        path.write_bytes(b"!" + data if path.suffix == ".html" else brotli.compress(b"!" + data))
    known = {one.read_bytes() for folder in (before, current) for one in folder.glob("index.html*")}
    with ThreadPoolExecutor(4) as visitors:
        ended = time.monotonic() + SECONDS_OF_SWAPS
        coming = [visitors.submit(come_until, ended, nginx) for _ in range(4)]
        while time.monotonic() < ended:
            for seq in (2, 1):
                swap_link(place.link, f"releases/{seq}")
                time.sleep(0.01)
        replies = [reply for visitor in coming for reply in visitor.result()]
    shutil.rmtree(current)

    assert {reply.status for reply in replies} == {200}
    assert {reply.body for reply in replies} <= known
    assert len({reply.body for reply in replies}) > 2


def come_until(ended: float, nginx: Released) -> list[Reply]:
    """What a visitor gets who comes again and again."""
    replies = []
    while time.monotonic() < ended:
        # nginx ends a connection after a thousand answers.
        with nginx.connected() as connection:
            for encoding in ("identity", "br") * 50:
                given = {"accept_encoding": encoding}
                replies.append(answered(connection, "/", "GET", b"", given))
    return replies


def test_verifying_finds_nothing_wrong(nginx: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file in every form, for every visitor, with all headers: not even a warning."""
    anchor = load_public(nginx.site.folder / "key.pub")
    memory = Memory(nginx.site.folder / "seen.json")
    ask = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, *rest, **more: ask(LOOPBACK, *rest, **more)
    )
    reports = [
        verify_url(
            f"http://{HOST}:{nginx.trusted}{base}",
            Verifier(anchor, memory, parse_clock(CLOCK), portal),
        )
        for base, portal in BASES.items()
    ]

    assert [report.findings for report in reports] == [[], []]
    assert all(report.files for report in reports)
