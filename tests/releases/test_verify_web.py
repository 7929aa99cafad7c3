"""What visitors and search engines get is what was published, or it is told."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
import ssl
import tracemalloc
from ipaddress import ip_address
from pathlib import Path
from random import Random

import pytest
from aiohttp import web
from cryptography import x509

from plugins.base.policy import DRAWING_POLICY, SENT_POLICY
from plugins.releases import asking, verify_web
from plugins.releases.findings import Report, as_json
from plugins.releases.manifest import LIFETIME, MANIFEST
from plugins.releases.questions import file_questions
from plugins.releases.verify import as_words
from plugins.releases.verify_web import verify_url
from tests.conftest import CLOCK, Site
from tests.hosting.conftest import make_certificate
from tests.releases.conftest import Desk
from tests.releases.servers import (
    HEADERS,
    Planted,
    nothing,
    page,
    plain,
    serving,
    stalling,
)

SPAM = "<!DOCTYPE html><p>Nhà cái uy tín, nạp đầu thưởng 100k, cá cược bóng đá</p>"


def verify(desk: Desk, planted: Planted = nothing, folder: Path | None = None) -> Report:
    """What is found at a server of what visitors see."""
    with serving(folder or desk.current, planted) as address:
        return verify_url(address, desk.verifier())


def codes(desk: Desk, planted: Planted = nothing) -> set[tuple[str, str]]:
    """The path and code of each finding."""
    return {(one.path, one.code) for one in verify(desk, planted).findings}


def test_nothing_is_found_in_a_clean_copy(desk: Desk) -> None:
    """Whatever form the server sends."""
    made = desk.release()
    report = verify(desk)

    assert report.findings == []
    assert (report.portal, report.seq, report.files) == ("xa", 1, len(made.files))


def test_a_server_may_compress_by_itself(desk: Desk) -> None:
    """What a browser reads decides."""
    desk.release()
    shutil.copytree(desk.current, desk.folder / "plain")
    for path in [*(desk.folder / "plain").rglob("*.br"), *(desk.folder / "plain").rglob("*.gz")]:
        path.unlink()

    def compressed(request: web.Request) -> web.Response | None:
        if "gzip" not in request.headers["Accept-Encoding"] or request.path != "/":
            return None
        answer = page(desk.files["index.html"])
        answer.headers["Cache-Control"] = "no-cache"
        answer.enable_compression(web.ContentCoding.gzip)
        return answer

    assert verify(desk, compressed, desk.folder / "plain").findings == []


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("User-Agent", "Googlebot"),
        ("User-Agent", "bingbot"),
        ("User-Agent", "coccocbot"),
        ("Referer", "google"),
        ("Referer", "bing.com"),
        ("Referer", "coccoc.com"),
        ("Referer", "facebook.com"),
        ("Referer", "zalo.me"),
        ("User-Agent", "Android 10; K"),
        ("User-Agent", "FBAV"),
        ("User-Agent", "Zalo"),
        ("User-Agent", "facebookexternalhit"),
        ("Accept-Language", "en-US,en"),
    ],
)
def test_pages_for_some_visitors_alone_are_found(desk: Desk, header: str, value: str) -> None:
    """Other visitors see nothing of them."""
    desk.release()

    def cloaked(request: web.Request) -> web.Response | None:
        is_home = request.path == "/"
        return page(SPAM) if is_home and value in request.headers.get(header, "") else None

    found = codes(desk, cloaked)

    assert ("index.html", "cloaked") in found
    assert ("index.html", "injected") in found


@pytest.mark.parametrize("engine", ["Googlebot", "bingbot", "coccocbot"])
def test_planted_pages_are_found_at_known_paths(desk: Desk, engine: str) -> None:
    """Also where one engine alone is to see them."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        is_meant = request.path == "/slot/" and engine in request.headers["User-Agent"]
        return page(SPAM) if is_meant else None

    assert codes(desk, planted) == {("slot/", "planted-path"), ("slot/", "injected")}


def test_any_path_answered_is_found(desk: Desk) -> None:
    """As a rewriting rule of an intruder does, at paths that nobody can list."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        is_own = request.path in {"/", "/gioi-thieu/", "/gioi-thieu"} or "." in request.path
        return None if is_own else page(SPAM)

    found = [path for path, code in codes(desk, planted) if code == "planted-path"]

    assert any(len(path) == 17 for path in found)


@pytest.mark.parametrize("path", ["/index.html", "/gioi-thieu/index.html"])
def test_a_page_that_is_another_by_the_name_of_its_file_is_found(desk: Desk, path: str) -> None:
    """Without that name all is right."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        return page(SPAM) if request.path == path else None

    assert {(path[1:], "changed"), (path[1:], "injected")} <= codes(desk, planted)


@pytest.mark.parametrize(
    "location", ["/gioi-thieu/", "http://{}/gioi-thieu/", "./", "", "//xau.example/"]
)
def test_the_name_of_a_file_may_lead_to_its_page(desk: Desk, location: str) -> None:
    """Or to the page for what does not exist, but nowhere else."""
    desk.release()

    def moved(request: web.Request) -> web.Response | None:
        if request.path != "/gioi-thieu/index.html":
            return None
        if not location:
            return page(desk.files["404.html"], status=404)
        place = location.format(request.host)
        return web.Response(status=301, headers={**HEADERS, "Location": place})

    wanted = {("gioi-thieu/index.html", "redirect")} if "xau" in location else set()
    assert codes(desk, moved) == wanted


@pytest.mark.parametrize("pattern", [r"/\w+\.html", r"/\w+/\w+\.html", r"/gioi-thieu/\w+\.html"])
def test_a_doorway_that_answers_any_name_is_found(desk: Desk, pattern: str) -> None:
    """At names that nobody can have known, also for one engine alone."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        is_own = request.path[1:] in desk.files or request.path.endswith("/index.html")
        is_meant = re.fullmatch(pattern, request.path) and not is_own
        return page(SPAM) if is_meant and "coccocbot" in request.headers["User-Agent"] else None

    found = {code for _, code in codes(desk, planted)}

    assert found == {"planted-path", "injected"}


@pytest.mark.parametrize("path", ["/", "/gioi-thieu/"])
def test_a_page_that_a_query_changes_is_found(desk: Desk, path: str) -> None:
    """The same page whatever the query is all right."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        return page(SPAM) if "p" in request.query and request.path == path else None

    found = codes(desk, planted)

    assert {code for _, code in found} == {"planted-path", "injected"}
    assert all(one.startswith(f"{path[1:]}?p=") for one, _ in found)


def test_a_server_that_answers_whatever_is_asked_is_told_in_a_sentence(desk: Desk) -> None:
    """First of all; some of the addresses are named, and what is changed is named as ever."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        if request.path == "/gioi-thieu/":
            return page(SPAM)
        reply = plain(desk.current, request)
        return page(SPAM) if reply.status == 404 else None

    report = verify(desk, planted)

    assert (report.findings[0].path, report.findings[0].code) == ("", "answers-all")
    assert "200" in as_words(report, "vi").splitlines()[0]
    assert sum(one.code == "planted-path" for one in report.findings) == 5
    assert len(report.findings) < 30
    assert ("gioi-thieu/index.html", "changed") in {(o.path, o.code) for o in report.findings}


def test_each_look_draws_other_pages(desk: Desk) -> None:
    """Everybody asks for the home page and a sample, and three visitors for each of the others."""
    made = desk.release({f"{number}/index.html": f"<p>{number}</p>" for number in range(200)})
    looks = [list(file_questions(made, Random(seed))) for seed in range(2)]

    for look in looks:
        assert sum(path == "index.html" for path, _ in look) == 11
        texts = sum(f"{path}.br" in made.files for path in made.files)
        assert len(look) == 3 * texts + 8 * 31 + 1
    assert looks[0] != looks[1]


def test_planted_pages_are_found_through_their_links(desk: Desk) -> None:
    """From a changed page on, as far as they lead."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        answers = {"/": "<a href='bi-mat/'>x</a>", "/bi-mat/": "<a href=../sau.html>y</a>"}
        answers["/sau.html"] = SPAM
        return page(answers[request.path]) if request.path in answers else None

    found = codes(desk, planted)

    assert {("index.html", "changed"), ("bi-mat/", "stranger"), ("sau.html", "stranger")} <= found
    assert ("sau.html", "injected") in found


def test_a_planted_sitemap_is_followed(desk: Desk) -> None:
    """Search engines find planted pages by it."""
    desk.release({"sitemap.xml": "<urlset></urlset>", "robots.txt": "User-agent: *"})

    def planted(request: web.Request) -> web.Response | None:
        base = f"http://{request.host}"
        answers = {
            "/robots.txt": f"User-agent: *\nSitemap: {base}/an.xml",
            "/an.xml": f"<urlset><url><loc>{base}/an/1.html</loc></url></urlset>",
            "/an/1.html": SPAM,
        }
        return page(answers[request.path]) if request.path in answers else None

    assert ("an/1.html", "stranger") in codes(desk, planted)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("status", page("x", status=503)),
        ("redirect", web.Response(status=302, headers={"Location": "https://xau.example/"})),
        ("type", None),
    ],
)
def test_other_answers_than_the_file_are_found(
    desk: Desk, code: str, answer: web.Response | None
) -> None:
    """Failures, redirects, and the wrong type."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        if request.path != "/gioi-thieu/":
            return None
        if answer is None:
            return web.Response(text=desk.files["gioi-thieu/index.html"])
        return web.Response(status=answer.status, body=answer.body, headers=answer.headers)

    assert ("gioi-thieu/index.html", code) in codes(desk, planted)


def test_headers_are_looked_at(desk: Desk) -> None:
    """What is missing is a warning, told once; what leads away is an error."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        path = request.path.strip("/") + ("/index.html" if request.path[-1] == "/" else "")
        text = desk.files.get(path.strip("/"))
        if text is None or path.startswith("tep/"):
            return None
        headers = {"Refresh": "0; url=https://xau.example/"} if path == "404.html" else {}
        kind = "text/css" if path.endswith(".css") else "text/html"
        return web.Response(text=text, content_type=kind, headers=headers, charset="utf-8")

    found = verify(desk, planted).findings

    assert [one.detail for one in found if one.severity == "error"] == [
        "refresh: 0; url=https://xau.example/"
    ]
    missing = [one.detail for one in found if one.code == "no-header"]
    assert len(missing) == len(set(missing)) == 9


def with_header(desk: Desk, name: str, value: str, status: int = 200) -> Planted:
    """A server that sends a header with one page, or with what is not there."""

    def planted(request: web.Request) -> web.Response | None:
        if request.path != ("/gioi-thieu/" if status == 200 else "/slot/"):
            return None
        answer = plain(desk.current, request)
        answer.headers[name] = value
        return answer

    return planted


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Link", '<https://casino.example/>; rel="canonical"'),
        ("X-Robots-Tag", "noindex"),
        ("Alt-Svc", 'h3=":443", h3="casino.example:443"'),
        ("Content-Location", "https://casino.example/"),
        ("Content-Location", "//casino.example/index.html"),
        ("Content-Disposition", "attachment"),
        ("Clear-Site-Data", '"*"'),
        ("SourceMap", "https://casino.example/"),
        ("Service-Worker-Allowed", "/"),
        ("Location", "https://casino.example/"),
    ],
)
def test_headers_that_steer_browsers_or_engines_are_found(
    desk: Desk, name: str, value: str
) -> None:
    """With the very bytes that were published; also for one engine alone."""
    desk.release()
    planted = with_header(desk, name, value)

    def for_one(request: web.Request) -> web.Response | None:
        return planted(request) if "coccocbot" in request.headers["User-Agent"] else None

    for way in (planted, for_one):
        found = verify(desk, way).findings
        told = {("gioi-thieu/index.html", "strange-header", f"{name.lower()}: {value}", "error")}
        assert {(one.path, one.code, one.detail, one.severity) for one in found} == told


def test_a_header_that_all_files_have_is_told_once(desk: Desk) -> None:
    """Also where it says something else each time, as cookies do."""
    desk.release({f"{number}/index.html": f"<p>{number}</p>" for number in range(60)})
    cookies = iter(range(10_000))

    def planted(request: web.Request) -> web.Response:
        answer = plain(desk.current, request)
        answer.headers["Set-Cookie"] = f"id={next(cookies)}"
        return answer

    found = verify(desk, planted).findings

    assert [(one.path, one.detail[:13]) for one in found] == [("", "set-cookie: i")]


def test_headers_that_come_with_a_query_alone_are_found(desk: Desk) -> None:
    """The page itself may be right."""
    desk.release()

    def planted(request: web.Request) -> web.Response | None:
        if "p" not in request.query:
            return None
        answer = plain(desk.current, request)
        answer.headers["Link"] = "</x/>; rel=canonical"
        return answer

    assert codes(desk, planted) == {("", "strange-header")}


@pytest.mark.parametrize("status", [200, 404])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Content-Security-Policy", "default-src * 'unsafe-inline'"),
        ("Content-Security-Policy", SENT_POLICY.replace("script-src 'self'", "script-src *")),
        ("Content-Security-Policy", f"{SENT_POLICY}; script-src-elem https:"),
        ("Content-Security-Policy", SENT_POLICY.replace("ancestors 'none'", "ancestors *")),
        ("Content-Security-Policy", DRAWING_POLICY),
        ("Strict-Transport-Security", "max-age=0"),
        ("X-Frame-Options", "ALLOWALL"),
        ("X-Content-Type-Options", "none"),
        ("Referrer-Policy", "unsafe-url"),
        ("Cross-Origin-Opener-Policy", "unsafe-none"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Permissions-Policy", "camera=*, geolocation=(), microphone=(), payment=(), usb=()"),
    ],
)
def test_headers_that_protect_less_than_ours_are_found(
    desk: Desk, name: str, value: str, status: int
) -> None:
    """On pages, and on what is told of pages that do not exist."""
    desk.release()
    found = verify(desk, with_header(desk, name, value, status)).findings

    assert [(one.path, one.code, one.detail) for one in found if one.severity == "error"] == [
        ("", "weak-header", f"{name.lower()}: {value}")
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Content-Security-Policy", SENT_POLICY.replace("img-src 'self'", "img-src 'none'")),
        ("Content-Security-Policy", f"upgrade-insecure-requests, {SENT_POLICY}"),
        ("Content-Security-Policy", SENT_POLICY.replace("trusted-types portal; ", "")),
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", f"{dict(HEADERS)['Permissions-Policy']}, midi=()"),
        ("Alt-Svc", 'h3=":443"; ma=2592000'),
        ("Content-Location", "index.html.br"),
        ("Content-Disposition", "inline"),
    ],
)
def test_headers_that_protect_as_much_are_right(desk: Desk, name: str, value: str) -> None:
    """Or that hosts add without steering anybody elsewhere."""
    desk.release()

    assert verify(desk, with_header(desk, name, value)).findings == []


def test_files_that_other_sites_may_read_are_warned_of(desk: Desk) -> None:
    """Many hosts say so of all their files."""
    desk.release()
    (found,) = verify(desk, with_header(desk, "Access-Control-Allow-Origin", "*")).findings

    assert (found.code, found.severity) == ("strange-header", "warning")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("Content-Encoding", "zstd", "encoding"),
        ("Content-Encoding", "gzip, br", "encoding"),
        ("Content-Type", "text/html; charset=utf-16; x=utf-8", "type"),
        ("Content-Type", "text/html; charset=utf-16; charset=utf-8", "type"),
    ],
)
def test_pages_that_no_browser_can_read_are_found(
    desk: Desk, name: str, value: str, code: str
) -> None:
    """Though their bytes are those that were published."""
    desk.release()
    found = verify(desk, with_header(desk, name, value)).findings

    told = {("gioi-thieu/index.html", code, "error")}
    assert told <= {(one.path, one.code, one.severity) for one in found}


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_plain_bytes_that_are_called_packed_are_found(desk: Desk, encoding: str) -> None:
    """Also where they were asked for in that form."""
    desk.release()
    text = desk.files["gioi-thieu/index.html"]

    def planted(request: web.Request) -> web.Response | None:
        is_meant = encoding in request.headers["Accept-Encoding"]
        if not is_meant or request.path != "/gioi-thieu/":
            return None
        answer = page(text)
        answer.headers["Content-Encoding"] = encoding
        return answer

    assert ("gioi-thieu/index.html", "cloaked") in codes(desk, planted)


def test_what_unpacks_to_more_than_the_file_is_read_no_further(desk: Desk) -> None:
    """A few bytes on the way are hundreds of millions in a browser."""
    desk.release()
    bomb = gzip.compress(SPAM.encode() + bytes(20_000_000))

    def planted(request: web.Request) -> web.Response | None:
        if "gzip" not in request.headers["Accept-Encoding"] or request.path != "/":
            return None
        headers = {**HEADERS, "Content-Encoding": "gzip"}
        return web.Response(body=bomb, content_type="text/html", headers=headers)

    tracemalloc.start()
    found = codes(desk, planted)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert {("index.html", "cloaked"), ("index.html", "injected")} <= found
    assert most < 20_000_000


def test_a_server_that_stalls_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said how far the look came; what was found until then is told."""
    monkeypatch.setattr(verify_web, "LEAST_SECONDS", 0.5)
    desk.release()
    with stalling(desk.current) as address:
        report = verify_url(address, desk.verifier())

    assert {one.code for one in report.findings} == {"late"}
    assert report.state == "away"


def test_a_server_that_never_answers_is_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some questions in a row; nobody waits for all of them."""
    monkeypatch.setattr(asking, "SECONDS", 0.1)
    desk.release()
    with stalling(desk.current) as address:
        report = verify_url(address, desk.verifier())

    assert {one.code for one in report.findings} == {"no-answer", "late"}


def test_a_site_that_is_wrong_throughout_is_not_asked_for_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody reads thousands of findings that are alike."""
    monkeypatch.setattr(verify_web, "MOST_WRONG", 3)
    desk.release()
    report = verify(desk, lambda request: None if "release" in request.path else page(SPAM))

    assert ("", "all-wrong") in {(one.path, one.code) for one in report.findings}
    assert report.state == "wrong"


def test_older_and_expired_releases_are_found(desk: Desk) -> None:
    """What was seen before at the same address is remembered."""
    desk.release()
    with serving(desk.current) as address:
        desk.release({"index.html": "<p>mới</p>"})
        assert verify_url(address, desk.verifier()).findings == []
        desk.place.show(1)
        found = verify_url(address, desk.verifier()).findings
        assert (MANIFEST, "older") in {(one.path, one.code) for one in found}
        desk.place.show(2)
        desk.later(days=LIFETIME.days)
        (finding,) = verify_url(address, desk.verifier()).findings
        assert finding.code == "expired"


def test_a_server_that_is_away_is_told(desk: Desk) -> None:
    """As a finding, and not as a failure of the program."""
    with serving(desk.folder) as address:
        pass
    report = verify_url(address, desk.verifier())

    assert {one.code for one in report.findings} == {"no-answer"}
    assert report.errors


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://khong-co.invalid/"])
def test_a_server_that_is_away_is_not_called_changed(desk: Desk, address: str) -> None:
    """Whether there is none or nobody knows its name: it is told once, and for monitors."""
    report = verify_url(address, desk.verifier())
    words = as_words(report, "vi")

    assert [(one.path, one.code) for one in report.findings] == [("", "no-answer")]
    assert json.loads(as_json([report], "vi"))[0]["state"] == "away"
    assert "không kết nối được" in words
    assert "KHÔNG đúng" not in words


def test_an_authority_of_ones_own_is_named_in_the_environment(desk: Desk) -> None:
    """What is to be set is told where the certificate is not trusted."""
    desk.release()
    make_certificate(desk.folder / "tls", x509.IPAddress(ip_address("127.0.0.1")))
    chain = desk.folder / "tls" / "fullchain.pem"
    certificate = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.load_cert_chain(chain, chain.with_name("privkey.pem"))
    with serving(desk.current, certificate=certificate) as address:
        words = ("verify", address, "--key", str(desk.key_file), "--clock", CLOCK)
        alone, knowing = (
            Site(desk.folder, environment).run(*words)
            for environment in ({}, {"SSL_CERT_FILE": str(chain)})
        )

    assert alone.code == 1
    assert "SSL_CERT_FILE" in alone.stdout
    assert (knowing.code, knowing.stderr) == (0, "")
    assert "strict-transport-security" in knowing.stdout


def test_a_server_that_fails_is_told(desk: Desk) -> None:
    """A manifest that cannot be handed out is not missing."""
    desk.release()
    report = verify(desk, lambda _: page("x", status=502))

    assert [(one.code, one.detail) for one in report.findings] == [("status", "502")]


def test_an_address_that_leads_to_https_is_told(desk: Desk) -> None:
    """With the one to verify; a manifest elsewhere is believed by nobody."""
    desk.release()

    def to(there: str) -> Planted:
        def planted(request: web.Request) -> web.Response:
            target = there or f"https://{request.host}"
            return web.Response(status=301, headers={"Location": target + request.path})

        return planted

    (finding,) = verify(desk, to("")).findings
    assert (finding.code, finding.detail[:8]) == ("to-https", "https://")
    (finding,) = verify(desk, to("https://xau.example")).findings
    assert (finding.code, finding.detail) == ("redirect", "https://xau.example/")


def test_compressed_bytes_that_are_broken_are_not_read_as_text(desk: Desk) -> None:
    """They are told as changed, and nothing is quoted."""
    desk.release()
    path = desk.current / "index.html.br"
    path.write_bytes(bytes(one ^ 255 for one in path.read_bytes()))

    assert {code for _, code in codes(desk)} == {"cloaked"}


def test_a_server_without_a_release_is_told(desk: Desk) -> None:
    """Nothing that it serves can be believed."""
    (desk.folder / "empty").mkdir()
    (desk.folder / "empty" / "404.html").write_text("x", encoding="utf-8")
    report = verify(desk, folder=desk.folder / "empty")

    assert [one.code for one in report.findings] == ["no-manifest"]


def test_every_tampering_of_a_published_file_is_found(desk: Desk) -> None:
    """In whatever form of whatever file, at a random place."""
    desk.release()
    chance = random.Random(6)
    folder = desk.folder / "copy"
    with serving(folder) as address:
        for _ in range(60):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(desk.current, folder)
            path = chance.choice(sorted(one for one in folder.rglob("*") if one.is_file()))
            data = path.read_bytes()
            at = chance.randrange(len(data))
            way = chance.randrange(4)
            turned = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
            path.unlink()
            if way:
                path.write_bytes([data + b"\n", turned, data[:at]][way - 1])

            assert verify_url(address, desk.verifier()).errors, (path, way)
