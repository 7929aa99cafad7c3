"""The command `configure`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import CONTENT, ROOT, Site, skip
from tests.hosting.conftest import Released

PORTAL = CONTENT["portals/xa/portal.yaml"]


def moved(url: str) -> str:
    """The portal at another address."""
    return PORTAL.replace("https://mau.example/", url)


@pytest.mark.parametrize(
    "name",
    [
        "nginx/portals.conf",
        "nginx/portal.conf",
        "nginx/common.conf",
        "nginx/types.conf",
        "caddy/Caddyfile",
    ],
)
def test_the_repository_holds_what_is_made_of_its_portals(name: str, tmp_path: Path) -> None:
    """When it does not: `python3 run.py configure --to /srv/portals`."""
    content = str(ROOT / "content")
    done = Site(tmp_path).run("configure", "--content", content, "--to", "/srv/portals")

    assert done.code == 0
    assert (ROOT / "deploy" / name).read_text() == (tmp_path / "deploy" / name).read_text()


def test_a_portal_with_a_fault_stops_all(site: Site) -> None:
    """A server that no longer knew it would take it from its visitors."""
    site.write({"portals/hai/portal.yaml": moved("https://hai.example/").replace("name:", "nam:")})
    done = site.run("configure", "--to", "/srv/portals")

    assert (done.code, (site.folder / "deploy").exists()) == (1, False)
    assert "portals/hai/portal.yaml" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--to"),
        (("--to", "/srv/my portals"), "/srv/my portals"),
        (("--to", "/srv/$host"), "/srv/$host"),
        (("--to", "/srv/portals", "--certificates", "tls"), "'tls'"),
        (("--to", "/srv/portals", "--content", "nothing"), "nothing"),
    ],
)
def test_a_wrong_call_writes_nothing(site: Site, options: tuple[str, ...], said: str) -> None:
    """What a server could read as something else is refused."""
    done = site.run("configure", *options)

    assert (done.code, (site.folder / "deploy").exists()) == (2, False)
    assert said in done.stderr


def test_portals_that_no_name_tells_apart_are_refused(site: Site) -> None:
    """The port is not enough."""
    site.write({"portals/hai/portal.yaml": moved("https://mau.example:8443/")})
    done = site.run("configure", "--to", "/srv/portals")

    assert done.code == 2
    assert "hai, xa" in done.stderr


def test_caddy_takes_its_configuration(released: Released) -> None:
    """Where Caddy is on the machine."""
    program = shutil.which("caddy")
    if not program:
        skip("there is no caddy here")
    place = released.site.folder / "deploy/caddy/Caddyfile"
    command = [program, "validate", "--adapter", "caddyfile", "--config", str(place)]
    environment = {**os.environ, "HOME": str(released.site.folder)}
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stderr
