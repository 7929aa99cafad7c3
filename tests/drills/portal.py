"""A portal that is written, published and served while drills go on."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from plugins.languages.clock import parse_clock
from plugins.releases.keys import load_public
from plugins.releases.place import Place
from plugins.releases.trust import Memory
from plugins.releases.verify_disk import Verifier
from tests.conftest import CLOCK, CONTENT, ROOT, Outcome, Site, article
from tests.hosting.conftest import (
    HOST,
    LOOPBACK,
    Ports,
    free_port,
    make_certificate,
    prefix_for,
    running_nginx,
)

_FOLDERS = ("--content", "content", "--output", "output", "--cache", "cache", "--to", "site")
_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 60 60">
<rect x="10" y="10" width="{size}" height="9" fill="#12315f"/>
</svg>
"""


class Portal:
    """The portal `xa` with so many articles, and whoever publishes it."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.site = Site(folder)
        self.place = Place(folder / "site" / "xa")
        self.site.write(CONTENT)
        texts = {
            f"articles/bai-{number}/index.vi.md": article(f"Bài số {number}", f"Nội dung {number}.")
            for number in range(articles)
        }
        self.site.write(texts)
        self.edit(0)
        must(self.site, "release-key", "--key", "key")

    def edit(self, number: int) -> None:
        """Change a headline, which stands on every page, and a picture."""
        picture = "![Một thanh ngang]({static}hinh.svg)"
        self.site.write(
            {
                "articles/moi/index.vi.md": article("Bài mới", picture),
                "articles/moi/hinh.svg": _DRAWING.format(size=f"{10 + number % 400 / 10:.1f}"),
                "news/2026/moi/index.vi.md": article(
                    f"Tin thứ {number}", date="2026-11-21", slug="tin-moi"
                ),
            }
        )

    def command(self, task: str, clock: str = CLOCK) -> list[str]:
        """The command line of `release` or `rollback`."""
        folders = _FOLDERS if task == "release" else ("--to", "site")
        words = (task, *folders, "--clock", clock, "--key", "key")
        return [sys.executable, str(ROOT / "tasks.py"), *words]

    def call(self, task: str, *options: str, clock: str = CLOCK) -> Outcome:
        """Run `release` or `rollback`."""
        return self.site.run(*self.command(task, clock)[2:], *options)

    def release(self) -> None:
        """Publish, which is to end well."""
        done = self.call("release")
        assert done.code == 0, done.stderr

    def verifier(self) -> Verifier:
        """Whoever verifies with the public key."""
        return verifier_of(self.site, "xa")


@contextmanager
def served(site: Site, content: str = "content") -> Iterator[Ports]:
    """The portals of a site behind nginx with what `configure` writes; the ports of it.

    Here their names lead to this machine meanwhile.
    """
    folder = site.folder
    places = ("--content", content, "--to", "site", "--deploy", "deploy")
    must(site, "configure", *places, "--certificates", str(folder / "tls" / HOST))
    make_certificate(folder / "tls" / HOST)
    _give_all_the_same_certificate(folder)
    (folder / "nginx").mkdir()
    prefix = prefix_for(folder / "nginx", folder / "deploy/nginx")
    ports = Ports(free_port(), free_port(), free_port())
    with running_nginx(prefix, ports), at_home():
        yield ports


def _give_all_the_same_certificate(folder: Path) -> None:
    """To each of many names: nobody looks at it closely."""
    conf = folder / "deploy/nginx/portals.conf"
    place = re.escape(str(folder / "tls" / HOST))
    conf.write_text(re.sub(rf"({place})/[^/]+/", r"\1/", conf.read_text()))


@contextmanager
def at_home() -> Iterator[None]:
    """Let every name lead to this machine."""
    ask = socket.getaddrinfo

    def answer(_: object, *rest: Any, **more: Any) -> Any:
        return ask(LOOPBACK, *rest, **more)

    with mock.patch("socket.getaddrinfo", answer):
        yield


def address(ports: Ports, host: str = HOST) -> str:
    """The address of a portal without https, for those who trust no certificate of ours."""
    return f"http://{host}:{ports.trusted}/"


def verifier_of(site: Site, portal: str) -> Verifier:
    """Whoever verifies a portal of a site with the public key."""
    anchor = load_public(site.folder / "key.pub")
    return Verifier(anchor, Memory(site.folder / "seen.json"), parse_clock(CLOCK), portal)


def must(site: Site, *words: str) -> None:
    """Run a command that is to end well."""
    done = site.run(*words)
    assert done.code == 0, done.stderr
