"""The command `serve`, from a saved file to the page that is seen."""

from __future__ import annotations

import re
import shutil
import signal
import socket

import pytest

from plugins.base.locks import exclusive
from tests.conftest import CONTENT, Site, article
from tests.serve.running import Running, running

ARTICLE = "articles/bai/index.vi.md"
SECOND = CONTENT["portals/xa/portal.yaml"].replace("mau.example", "khac.example")
LAYOUT = "theme/templates/base.html"
CATALOG = "theme/translations/en/LC_MESSAGES/portal.po"


def version_of(page: str) -> str:
    """The version that a page was sent with."""
    match = re.search(r'data-version="([0-9]+)"', page)
    assert match
    return match[1]


def test_a_saved_text_is_built_and_told(site: Site) -> None:
    """The open pages hear of a new version, and the server has it; `output/` is not touched."""
    site.write({ARTICLE: article("Bài đầu")})
    with running(site) as server:
        before = version_of(server.page("/bai-dau/"))
        site.write({ARTICLE: article("Bài đầu", "Câu mới.")})
        state = server.until_mended()

        page = server.page("/bai-dau/")
        assert "Câu mới." in page
        assert version_of(page) == state["version"] != before
        assert not (site.folder / "output").exists()
        written = (site.folder / "cache").rglob("bai-dau/index.html")
        assert all("__serve" not in path.read_text(encoding="utf-8") for path in written)


def test_what_is_saved_is_seen_before_it_is_written(site: Site) -> None:
    """While nothing can be written the page has the new text, and every page the new headline."""
    news = "news/2026/tin/index.vi.md"
    site.write({ARTICLE: article("Bài đầu"), news: article("Tin đầu", date="2026-11-21")})
    with running(site) as server:
        before = version_of(server.page("/bai-dau/"))
        (lock,) = (site.folder / "cache/serve").glob(".*.lock")
        with exclusive(lock):
            site.write({ARTICLE: article("Bài đầu", "Câu mới.")})
            server.until_page("/bai-dau/", "Câu mới.")
            site.write({news: article("Tin nóng", date="2026-11-21")})
            server.until_page("/en/", "Tin nóng")
            assert server.ask("/tin-tuc/tin-dau/")[0].status == 404
            assert server.ask("/tin-tuc/tin-nong")[0].headers["Location"] == "/tin-tuc/tin-nong/"
            seen = server.page("/bai-dau/")
            assert "Câu mới." in seen
            assert version_of(seen) != before
        server.until_mended()

        assert server.page("/bai-dau/") == seen


def test_with_a_faulty_text_the_last_good_pages_are_served(site: Site) -> None:
    """The problem is told with path, line, message and cure, and goes when it is mended."""
    site.write({ARTICLE: article("Bài đầu")})
    with running(site) as server:
        before = version_of(server.page("/bai-dau/"))
        site.write({ARTICLE: article("Bài đầu", date="2026-02-31")})
        state = server.until_wrong(ARTICLE)

        (found,) = state["problems"]
        assert (found["path"], found["line"]) == (f"content/{ARTICLE}", 3)
        assert (found["severity"], found["code"]) == ("error", "ngay-sai")
        assert found["message"]
        assert found["fix"]
        assert state["heading"] == "1 error, 0 warnings."
        assert version_of(server.page("/bai-dau/")) == before

        site.write({ARTICLE: article("Bài đầu", "Đã sửa.")})
        assert server.until_mended()["problems"] == []
        assert "Đã sửa." in server.page("/bai-dau/")


def test_whatever_breaks_the_server_goes_on(site: Site) -> None:
    """A template, a catalog, the settings, and a folder that is gone: told, and mended by mending."""
    with running(site) as server:
        for name, text, line in (
            (LAYOUT, "\n{% block %}", 2),
            (LAYOUT, "\n\n{{ nothing.here }}", 3),
            (CATALOG, '\nmsgid "x', 2),
            ("pelicanconf.py", "\nLATEST_NEWS = (", 2),
            ("pelicanconf.py", "\nimport sys\nsys.exit(4)", 3),
        ):
            path = server.home / name
            good = path.read_text(encoding="utf-8")
            path.write_text(text, encoding="utf-8")
            (found,) = server.until_wrong(name)["problems"]
            assert (found["path"], found["line"]) == (name, line)
            assert "Thủ tục đất đai" in server.page()
            path.write_text(good, encoding="utf-8")
            server.until_mended()

        shutil.move(site.content, site.folder / "away")
        server.until_wrong("There is no content folder")
        assert "Thủ tục đất đai" in server.page()
        shutil.move(site.folder / "away", site.content)
        server.until_mended()
        assert server.stop() == 0
        assert "Traceback" not in "".join(server.said)


def test_a_new_style_sheet_is_seen(site: Site) -> None:
    """What belongs to the theme is watched as texts are."""
    with running(site) as server:
        style = server.home / "theme/static/portal.css"
        style.write_text(style.read_text(encoding="utf-8") + "/* mới */", encoding="utf-8")
        server.until_mended()

        match = re.search(r'href="(giao-dien/portal\.[^"]+\.css)"', server.page())
        assert match
        assert "/* mới */" in server.page(f"/{match[1]}")


def test_a_build_of_another_is_waited_for(site: Site) -> None:
    """While something else writes to the folder it is said, and then the build is made."""
    with running(site) as server:
        (lock,) = (site.folder / "cache/serve").glob(".*.lock")
        with exclusive(lock):
            site.write({ARTICLE: article("Bài đầu")})
            server.until_wrong("Another build")
        server.until_mended()

        assert "Bài đầu" in server.page("/bai-dau/")


def test_several_portals_have_a_start_page(site: Site) -> None:
    """Each stands in a folder of its own, also one that comes later; --portal puts one at the root."""
    with running(site) as server:
        assert "Thủ tục đất đai" in server.page("/")
        site.write({"portals/huyen/portal.yaml": SECOND})
        server.until_mended()

        assert 'href="/huyen/"' in server.page("/")
        assert "Thủ tục đất đai" in server.page("/xa/")
        assert "Thủ tục đất đai" in server.page("/huyen/")
    with running(site, portal="huyen") as server:
        assert "Thủ tục đất đai" in server.page("/")


def test_a_portal_with_an_error_from_the_beginning_is_waited_for(site: Site) -> None:
    """A page says that there is none yet, and the first good build brings it."""
    site.write({ARTICLE: article("Bài đầu", date="x")})
    with running(site) as server:
        response, text = server.ask("/")
        assert (response.status, "No page yet" in text) == (503, True)

        site.write({ARTICLE: article("Bài đầu")})
        assert server.until_mended()["version"] != version_of(text)
        assert server.ask("/")[0].status == 200


def test_requests_are_answered_with_care(site: Site) -> None:
    """Reading only, under the names of this machine only, and nothing is kept by a browser."""
    with running(site) as server:
        # Streams that stay open hold nobody up.
        streams = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(30)]
        for stream in streams:
            stream.sendall(b"GET /__serve/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        response, text = server.ask("/")
        head, nothing = server.ask("/", "HEAD")

        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        assert head.headers["Content-Length"] == str(len(text.encode()))
        assert nothing == ""
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"):
            assert server.ask("/", method)[0].status == 405
        for target in ("/", "/__serve/events"):
            assert server.ask(target, headers={"Host": "evil.example"})[0].status == 421
            assert server.ask(target, "HEAD", {"Host": "evil.example"})[0].status == 421
        assert server.ask("/en/none")[0].status == 404
        for stream in streams:
            stream.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_well_when_it_is_stopped(site: Site, how: int) -> None:
    """With 0 and without a trace, even while a page listens."""
    with running(site) as server:
        assert server.stop(how) == 0
        assert "Traceback" not in "".join(server.said)


def test_a_stop_in_the_middle_of_a_build_is_a_stop(site: Site) -> None:
    """Nobody has to wait for the first build to be rid of it."""
    site.write({f"articles/bai-{n}/index.vi.md": article(f"Bài {n}") for n in range(200)})
    server = Running(site)
    server.start()

    assert server.stop() == 0
    assert "Traceback" not in "".join(server.said)


def test_a_port_that_is_taken_is_told(site: Site) -> None:
    """It ends with 3, and says which port may be tried."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        server = Running(site, port=other.getsockname()[1])
        _, said = server.process.communicate(timeout=60)

    assert server.process.returncode == 3
    assert "Another program listens" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--portal", "khac"), "'khac'"),
        (("--port", "70000"), "--port"),
        (("--port", "x"), "--port"),
        (("--content", "khong-co"), "khong-co"),
        (("--clock", "x"), "--clock"),
        (("--content", "."), "'.cache"),
    ],
)
def test_a_wrong_call_ends_with_two(site: Site, options: tuple[str, ...], said: str) -> None:
    """Before anything is built or a port is taken."""
    outcome = site.run("serve", *options)

    assert outcome.code == 2
    assert said in outcome.stderr
