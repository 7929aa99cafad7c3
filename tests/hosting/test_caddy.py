"""What visitors get from Caddy: the same as from nginx."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import skip
from tests.hosting.conftest import HOST, LOOPBACK, Released, Reply, free_port, wait_for

# What each server says of itself, of the moment, and of how it sends the bytes.
OWN = set("date server connection alt-svc etag content-length transfer-encoding".split())
# nginx makes no parts of compressed answers, and says so.
OWN.add("accept-ranges")
FILES = (200, 206, 304)
PATHS = """
/ /index.html /en/ /phuong/ /phuong/en/ /phuong/feed.atom /sitemap.xml /robots.txt /sw.js
/manifest.webmanifest /so-sanh/bang/data.csv /so-sanh/bang/data.json /tim-kiem/ /release.json
/release.json.sig /ngoai-tuyen/ /ngoai-tuyen/ban.dat /ngoai-tuyen/x.11111111.dat
/phuong /en /phuong/en /so-sanh/bang?a=1 /phuong/en/news?a //en /phuong//en
/khong-co /khong-co/ /khong-co.php /en/nothing /en/nothing/ /EN/ /phuong/en/nothing/ /entry/
/giao-dien /giao-dien/ /giao-dien/x.11111111.css /giao-dien/x.svg /feed.atom/ /en// /en/%2e%2e/
/.git/config /.htaccess /en/.well-known/x /index.html.br /index.html.gz
""".split()
NAMED = (
    "giao-dien/*.css",
    "giao-dien/*.svg",
    "ngoai-tuyen/ke.*.dat",
    "ngoai-tuyen/goi-*.dat",
    "ngoai-tuyen/khung-*.dat",
)
FORMS = ("identity", "gzip", "gzip, br")
OPTIONS = """\
{{
    admin off
    http_port {plain}
    https_port {secure}
    default_bind {loopback}
}}
"""


@pytest.fixture(scope="module")
def caddy(released: Released, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Released]:
    """The portals, served by Caddy."""
    program = shutil.which("caddy") or skip("NO CADDY TESTS: install caddy")
    folder = tmp_path_factory.mktemp("caddy")
    served = replace(released, secure=free_port(), plain=free_port())
    place = folder / "Caddyfile"
    place.write_text(on_loopback(released.site.folder / "deploy/caddy/Caddyfile", served))
    command = [program, "run", "--adapter", "caddyfile", "--config", str(place)]
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    wait_for(served.secure, folder / "log")
    yield served
    running.terminate()
    running.wait()


def on_loopback(configuration: Path, served: Released) -> str:
    """The configuration with ports that are free and the certificate that tests trust."""
    options = OPTIONS.format(plain=served.plain, secure=served.secure, loopback=LOOPBACK)
    head = f"https://{HOST} {{"
    text = configuration.read_text()
    assert head in text
    pair = f"{served.certificate} {served.certificate.with_name('privkey.pem')}"
    text = text.replace(":80, :443 {", f":{served.plain}, :{served.secure} {{")
    return options + text.replace(head, f"{head}\n\ttls {pair}")


def told(reply: Reply) -> tuple[int, dict[str, str], bytes]:
    """What a visitor is told, but for what is each server's own."""
    headers = {name.lower(): value for name, value in reply.headers if name.lower() not in OWN}
    has_page = reply.status in FILES or headers.get("content-type", "").endswith("charset=utf-8")
    if not has_page or reply.status == 416:
        # How each of them writes its own few words.
        headers.pop("content-type", None)
    if reply.status not in (200, 206):
        # Nothing new is told by it.
        headers.pop("last-modified", None)
    if "last-modified" in headers:
        # Of the file or of its compressed form, which may be written a second later.
        headers["last-modified"] = "some day"
    return reply.status, headers, reply.body if has_page and reply.status != 416 else b""


@pytest.mark.parametrize("path", PATHS)
def test_both_servers_tell_visitors_the_same(nginx: Released, caddy: Released, path: str) -> None:
    """Status, every header and the bytes, in each form; whatever the method."""
    for form in FORMS:
        first, second = (one.ask(path, accept_encoding=form) for one in (nginx, caddy))
        assert told(second) == told(first)
    for method in ("HEAD", "POST", "OPTIONS", "DELETE"):
        first, second = (one.ask(path, method) for one in (nginx, caddy))
        assert told(second) == told(first)


@pytest.mark.parametrize(
    "path",
    [
        "/%5cxau.example/..%2fphuong",
        "/%5cxau.example/..%2fen",
        "/%2fxau.example/%2e%2e/en",
        "/%2f%2fxau.example/%2e%2e%2fen",
        "/%5cen",
        "/phuong/%5cxau.example/..%2fen",
        "/phuong%2f..%2f%5cxau.example%2f..%2fen",
        "/%09/xau.example/..%2fen",
        "/xau.example%5c..%2fen",
    ],
)
def test_no_path_leads_to_another_host(nginx: Released, caddy: Released, path: str) -> None:
    """Browsers take a backslash for a slash, and two for the beginning of a host."""
    for one in (nginx, caddy):
        place = one.ask(path).header("Location")
        assert not re.search(r"[\\\x00-\x20]|^//|\.\.", place)


@pytest.mark.parametrize("pattern", NAMED)
@pytest.mark.parametrize(("base", "portal"), [("/", "xa"), ("/phuong/", "phuong")])
def test_both_servers_let_the_same_files_be_kept(
    nginx: Released, caddy: Released, pattern: str, base: str, portal: str
) -> None:
    """For ever, also when they are asked for again."""
    path = base + nginx.first(portal, pattern)
    for form in FORMS:
        found = [one.ask(path, accept_encoding=form) for one in (nginx, caddy)]
        again = [
            one.ask(path, accept_encoding=form, if_none_match=reply.header("ETag"))
            for one, reply in zip((nginx, caddy), found, strict=True)
        ]
        assert told(found[1]) == told(found[0])
        assert told(again[1]) == told(again[0])
        assert {reply.status for reply in again} == {304}
        assert "immutable" in found[1].header("Cache-Control")


@pytest.mark.parametrize("part", ["bytes=3-9", "bytes=5-", "bytes=-4", "bytes=999999-"])
@pytest.mark.parametrize("path", ["/so-sanh/bang/data.csv", "/"])
def test_both_servers_send_the_same_part(
    nginx: Released, caddy: Released, path: str, part: str
) -> None:
    """Or say that there is none."""
    first, second = (one.ask(path, range=part) for one in (nginx, caddy))

    assert told(second) == told(first)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_both_servers_lead_to_https_alike(nginx: Released, caddy: Released, method: str) -> None:
    """With the headers that count there."""
    first, second = (one.ask_plainly("/phuong/en/?a=1", method) for one in (nginx, caddy))

    assert told(second) == told(first)


def test_both_servers_know_no_other_name(nginx: Released, caddy: Released) -> None:
    """Nobody asks for a portal by it."""
    raw = b"GET / HTTP/1.1\r\nHost: khac.example\r\n\r\n"
    first, second = (one.ask("", raw=raw) for one in (nginx, caddy))

    assert told(second) == told(first)
    assert second.status == 404


@pytest.mark.parametrize("path", ["/x%00", "/en/%00/"])
def test_a_name_that_no_file_can_have_is_a_wrong_request(
    nginx: Released, caddy: Released, path: str
) -> None:
    """And no fault of the server."""
    first, second = (one.ask(path) for one in (nginx, caddy))

    assert told(second) == told(first)
    assert second.status == 400
