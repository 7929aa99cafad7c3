"""Loads nginx with everything that `configure` writes, beside an nginx that hands out bare files."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from random import Random
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from tests.conftest import CONTENT
from tests.drills.load import Counted, Load
from tests.drills.portal import Portal, served
from tests.drills.report import Figure, none_of
from tests.hosting.conftest import HOST, LOOPBACK, Ports, free_port, started_nginx

DOES: Final = """\
Nginx with what `configure` writes for 166 portals, half of them at paths of one name, hands out the home page of that which is looked for last: all headers, the maps, compressed forms beside the files.
Beside it another nginx with nothing set hands out the same bytes; wrk asks both in turn in the same way (one worker, one thread of wrk, connections that stay). Of each pair of runs the ratio of answers a second is taken, and of these the middle one; so are the microseconds of the processor that the worker spends on an answer.
Then the release is exchanged under load.
"""
_PORTALS: Final = 166
_RUNS: Final = 5
_SECONDS: Final = 2.0
_LEAST: Final = 0.5
_SWAPS: Final = 20
_TRIES: Final = 10
_BETWEEN_SWAPS: Final = 0.1
_BARE: Final = """\
{user}
worker_processes 1; daemon off; pid nginx.pid; error_log error.log notice;
events {{ worker_connections 256; }}
http {{
    access_log off; root .;
    client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
    uwsgi_temp_path temp; scgi_temp_path temp;
    server {{
        listen {host}:{secure} ssl; listen {host}:{trusted};
        ssl_certificate {tls}/fullchain.pem; ssl_certificate_key {tls}/privkey.pem;
    }}
}}
"""
Scheme: TypeAlias = Literal["http", "https"]
Form: TypeAlias = Literal["identity", "br"]
_SCHEMES: Final[tuple[Scheme, ...]] = ("http", "https")
_ENDINGS: Final[dict[Form, str]] = {"identity": "", "br": ".br"}


class Server(Struct, frozen=True):
    """One nginx: its process, where it listens, and a folder for what asks it."""

    process: int
    ports: Ports
    folder: Path

    def load(self, scheme: Scheme, path: str, form: Form) -> Load:
        """Visitors of a path who take one form."""
        port = self.ports.secure if scheme == "https" else self.ports.trusted
        return Load(port, [path], self.folder, scheme=scheme, forms=[form])

    def asked(self, scheme: Scheme, path: str, form: Form, seconds: float) -> Run:
        """What it does in so many seconds."""
        for _ in range(_TRIES):
            before = _worked(self.process)
            load = self.load(scheme, path, form)
            time.sleep(seconds)
            counted = load.end()
            if counted.answers:
                # On a machine that is busy with other things none may have come yet.
                break
        assert counted.answers > counted.wrong == 0, counted
        spent = _worked(self.process) - before
        return Run(counted.rate, spent / counted.answers * 1e6)


class Run(Struct, frozen=True):
    """Answers a second, and the microseconds of the worker for each."""

    rate: float
    cpu: float


def drill(
    folder: Path,
    chance: Random,
    runs: int = _RUNS,
    seconds: float = _SECONDS,
    portals: int = _PORTALS,
) -> Sequence[Figure]:
    """Measure so many pairs of runs, then swap."""
    _ = chance
    portal = Portal(folder, 0)
    for number in range(2):
        portal.edit(number)
        portal.release()
    write_portals(portal, portals)
    with served(portal.site) as ports, bare(portal) as other:
        own = Server(_nginx_at(folder / "nginx"), ports, folder)
        found = [
            _ratio(own, other, scheme, form, runs, seconds)
            for scheme, form in product(_SCHEMES, _ENDINGS)
        ]
        swapped = _swapped(portal, own)
    return [
        *found,
        Figure("swaps under load", str(_SWAPS)),
        Figure("answers meanwhile", f"{swapped.answers:,}"),
        none_of(
            "of them other than 200, and connections that broke", swapped.wrong + swapped.broken
        ),
    ]


def write_portals(portal: Portal, count: int) -> None:
    """Write more portals: names that come before that of the first, and paths of its name."""
    text = CONTENT["portals/xa/portal.yaml"]
    for number in range(1, count):
        place = f"{HOST}/xa-{number}" if number % 2 else f"a-{number}.example"
        own = text.replace(f"{HOST}/", f"{place}/").replace("xã Mẫu", f"xã số {number}")
        portal.site.write({f"portals/xa-{number}/portal.yaml": own})


@contextmanager
def bare(portal: Portal) -> Iterator[Server]:
    """Run nginx with nothing set, and with the forms of the home page as files."""
    prefix = portal.site.folder / "bare"
    prefix.mkdir()
    for ending in _ENDINGS.values():
        data = (portal.place.link / f"index.html{ending}").read_bytes()
        (prefix / f"index{ending}.html").write_bytes(data)
    ports = Ports(free_port(), 0, free_port())
    values = {
        "user": "user root;" if os.geteuid() == 0 else "",
        "host": LOOPBACK,
        "secure": ports.secure,
        "trusted": ports.trusted,
        "tls": portal.site.folder / "tls" / HOST,
    }
    (prefix / "nginx.conf").write_text(_BARE.format(**values), encoding="utf-8")
    with started_nginx(prefix, ports):
        yield Server(_nginx_at(prefix), ports, prefix)


def _nginx_at(prefix: Path) -> int:
    """The worker of the nginx with this prefix."""
    main = int((prefix / "nginx.pid").read_text())
    children = Path(f"/proc/{main}/task/{main}/children")
    while not children.read_text():
        # It listens before it has a worker.
        time.sleep(0.01)
    return int(children.read_text())


def _worked(process: int) -> float:
    """The seconds of the processor that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ratio(  # noqa: PLR0913, PLR0917  one parameter a choice
    own: Server, other: Server, scheme: Scheme, form: Form, runs: int, seconds: float
) -> Figure:
    """How many answers one gives for each of the other."""
    pairs = [
        (
            other.asked(scheme, f"/index{_ENDINGS[form]}.html", "identity", seconds),
            own.asked(scheme, "/", form, seconds),
        )
        for _ in range(runs)
    ]
    ratio = statistics.median(ours.rate / theirs.rate for theirs, ours in pairs)
    theirs, ours = (
        Run(statistics.median(one.rate for one in side), statistics.median(one.cpu for one in side))
        for side in zip(*pairs, strict=True)
    )
    rates = f"{ours.rate:,.0f} for {theirs.rate:,.0f} a second"
    value = f"{ratio:.2f} ({rates}; {ours.cpu:.1f} and {theirs.cpu:.1f} µs)"
    return Figure(f"{scheme}, {form}: ratio to bare files", value, f"≥ {_LEAST}", ratio >= _LEAST)


def _swapped(portal: Portal, own: Server) -> Counted:
    """What visitors get while the release is exchanged again and again."""
    load = own.load("https", "/", "br")
    time.sleep(_BETWEEN_SWAPS)
    for number in range(_SWAPS):
        portal.place.show(1 + number % 2)
        time.sleep(_BETWEEN_SWAPS)
    return load.end()
