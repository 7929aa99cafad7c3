"""Many portals on one nginx: each address leads to its own."""

from __future__ import annotations

import re
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.hosting.files import Machine, configurations
from plugins.hosting.sites import sites_of
from tests.hosting.conftest import (
    LOOPBACK,
    Ports,
    answered,
    free_port,
    make_certificate,
    nginx_program,
    prefix_for,
    running_nginx,
)
from tests.hosting.test_sites import portal

LONG = "a" * 60
ADDRESSES = {
    "tinh": "https://tinh.example/",
    "a": "https://tinh.example/a/",
    "ab": "https://tinh.example/a/b/",
    "default": "https://tinh.example/mac-dinh/",
    "rieng": "https://rieng.example/cong/",
    "dai": f"https://tinh.example/{LONG}/",
    "dai-x": f"https://tinh.example/{LONG}/x/",
    **{f"xa-{number}": f"https://tinh.example/xa-{number}/" for number in range(80)},
    **{f"ph-{number}": f"https://ph-{number}.example/" for number in range(80)},
}


@pytest.fixture(scope="module")
def deploy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The configuration of all, and a page for each that says its name."""
    folder = tmp_path_factory.mktemp("many")
    for name in ADDRESSES:
        (folder / "site" / name / "current").mkdir(parents=True)
        (folder / "site" / name / "current/index.html").write_text(name)
        (folder / "site" / name / "current/404.html").write_text(f"not in {name}")
    sites = sites_of([portal(name, url) for name, url in ADDRESSES.items()])
    texts = configurations(sites, Machine(str(folder / "site"), str(folder / "tls")))
    make_certificate(folder / "tls/one")
    (folder / "nginx").mkdir()
    for name in ("portals.conf", "portal.conf", "common.conf", "types.conf"):
        text = texts[f"nginx/{name}"]
        (folder / "nginx" / name).write_text(re.sub(r"tls/[^/]+/", "tls/one/", text))
    return folder / "nginx"


@pytest.fixture(scope="module")
def port(deploy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where nginx answers for all of them."""
    ports = Ports(free_port(), free_port(), free_port())
    with running_nginx(prefix_for(tmp_path_factory.mktemp("nginx"), deploy), ports):
        yield ports.trusted


def test_nginx_warns_of_nothing(deploy: Path, tmp_path: Path) -> None:
    """However many there are, and however long their names."""
    prefix = prefix_for(tmp_path, deploy)
    command = [nginx_program(), "-t", "-p", str(prefix), "-c", "nginx.conf", "-e", "error.log"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, "[warn]" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    ("host", "path", "status", "body"),
    [
        ("tinh.example", "/", 200, "tinh"),
        ("tinh.example", "/a/", 200, "a"),
        ("tinh.example", "/a/b/", 200, "ab"),
        ("tinh.example", "/a/b/c/", 404, "not in ab"),
        ("tinh.example", "/a/c/", 404, "not in a"),
        ("tinh.example", "/ab/", 404, "not in tinh"),
        ("tinh.example", "/mac-dinh/", 200, "default"),
        ("tinh.example", "/xa-79/", 200, "xa-79"),
        ("tinh.example", "/xa-7/x", 404, "not in xa-7"),
        ("tinh.example", "/xa-7%0a/", 404, "not in tinh"),
        ("tinh.example", "/xa-7%3fa/", 404, "not in tinh"),
        ("tinh.example", "/xa-7/a%3fb/", 404, "not in xa-7"),
        ("TINH.example", "/xa-7/", 200, "xa-7"),
        ("rieng.example", "/cong/", 200, "rieng"),
        ("rieng.example", "/", 404, None),
        ("ph-79.example", "/", 200, "ph-79"),
        ("tinh.example", f"/{LONG}/", 200, "dai"),
        ("tinh.example", f"/{LONG}/x/", 200, "dai-x"),
        ("tinh.example", f"/{LONG}/y/", 404, "not in dai"),
        ("khac.example", "/", 404, None),
    ],
)
def test_each_address_leads_to_its_portal(
    port: int, host: str, path: str, status: int, body: str | None
) -> None:
    """Also what is not there; nothing answers for a name that is nobody's."""
    with socket.create_connection((LOOPBACK, port), timeout=10) as connection:
        reply = answered(connection, path, "GET", b"", {"host": host})

    assert reply.status == status
    assert body is None or reply.body.decode() == body
