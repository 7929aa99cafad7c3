"""What a release of ten thousand files costs: to make, to swap, to take back, and to verify."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from socket import create_connection, socket
from typing import Final

from benchmarks.aside import put_aside
from benchmarks.phrases import PHRASES
from benchmarks.prose import Prose
from benchmarks.report import machine
from benchmarks.rows import WORK
from plugins.base.policy import HEADERS, SENT_POLICY
from plugins.base.store import Store
from plugins.builds.ledger import FileRecord, Ledger, digest, save_ledger
from plugins.releases.findings import Report
from plugins.releases.keys import list_file, load_key, make_key
from plugins.releases.manifest import Manifest, encoded
from plugins.releases.place import Place
from plugins.releases.publish import Built, Rules, Signing, manifest_in, publish
from plugins.releases.rollback import Now, back
from plugins.releases.signatures import RELEASE, public_line, sign
from plugins.releases.trust import Memory
from plugins.releases.verify_disk import Verifier, verify_folder
from plugins.releases.verify_web import verify_url
from plugins.releases.whole import faults_of

RELEASES: Final = "releases"
# Each page stands there in three forms.
_PAGES: Final = 3_333
_PARAGRAPHS: Final = 12
_PATIENCE: Final = 10.0
_HEAD: Final = """\
# What a release costs

Written by `python3 run.py bench --row releases`.
A portal of 3,333 pages of about {size} KB, in three forms each: with the manifest ten thousand files.
What verifies over HTTP asks nginx on the same machine, which shares its cores, and compares every form of every page.
The seconds of the processor are those of this program; where they are far fewer, it waited for the disk, or for others on the machine.
"""
_NGINX: Final = """\
daemon off; {user} pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
{module}
events {{ worker_connections 256; }}
http {{
  types {{ text/html html; }} default_type text/plain; charset utf-8; access_log off;
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
  uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
  keepalive_requests 1000000; gzip_static on; {brotli}
  add_header Cache-Control no-cache; {headers}
  server {{ listen 127.0.0.1:{port}; root {root}; index index.html; }}
}}
"""
_MODULE: Final = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


@dataclass(frozen=True, slots=True)
class Timing:
    """How many seconds something took, of the clock and of the processor, and may take.

    The aim is 0 where nobody has said one.
    """

    name: str
    seconds: float
    cpu: float
    aim: float


class _Bench:
    """A portal and whoever publishes it."""

    def __init__(self, work: Path, pages: int, clock: datetime) -> None:
        self.work, self.clock = work, clock
        self.output, self.place = work / "output" / "xa", Place(work / "site" / "xa")
        self.store = Store(work / "cache")
        self.pages = _pages(pages)
        make_key(work / "key")
        self.signing = Signing(load_key(work / "key"), list_file(work / "key").read_bytes())
        self.verifier = Verifier(
            public_line(self.signing.key), Memory(work / "seen.json"), self.clock
        )

    def build(self) -> None:
        """Write what a build would, and that it has checked it."""
        records = {}
        for path, data in self.pages.items():
            (self.output / path).parent.mkdir(parents=True, exist_ok=True)
            (self.output / path).write_bytes(data)
            records[path] = FileRecord(b"", "", (), (), digest(data), (0, 0, 0, 0))
        save_ledger(self.store, self.output, Ledger(files=records))

    def publish(self) -> None:
        """Publish it."""
        built = Built(self.output, self.store, Store(self.work / "cache" / "compressed"))
        publish(built, self.place, self.signing, Rules(self.clock, "", 5, 10))


def measure_releases(clock: datetime, pages: int = _PAGES, work: Path = WORK) -> tuple[Timing, ...]:
    """The seconds of each step."""
    put_aside(work / RELEASES)
    (work / RELEASES).mkdir(parents=True)
    return tuple(_measured(_Bench(work / RELEASES, pages, clock)))


def write_releases(path: Path, timings: Sequence[Timing], day: datetime) -> str:
    """Write the timings into the file at `path`; the table that it holds."""
    lines = ["| what | measured | of the processor | aim |", "|---|---:|---:|---:|"]
    lines += [
        f"| {one.name} | {one.seconds:.2f} s | {one.cpu:.2f} s | {f'{one.aim:g} s' if one.aim else '–'} |"
        for one in timings
    ]
    table = "\n".join(lines)
    size = round(len(_page(Random(0))) / 1000)
    head = f"{_HEAD.format(size=size)}\n{day:%Y-%m-%d}; {machine()}.\n\n"
    path.write_text(f"{head}{table}\n", encoding="utf-8", newline="\n")
    return table


def _measured(bench: _Bench) -> Iterator[Timing]:
    bench.build()
    yield _timed("the first release, all compressed", bench.publish)
    bench.pages[next(iter(bench.pages))] += b"<p>x</p>"
    bench.build()
    yield _timed("a release after one change", bench.publish)
    yield _timed("a release with nothing new", bench.publish)
    old, new = (_manifest(bench.place, seq) for seq in (1, 2))
    yield _timed("hash and sign all files", lambda: _hash_and_sign(bench, new), 2)
    yield _timed("swap", lambda: bench.place.show(1), 1)
    bench.place.show(2)
    now = Now(bench.signing, bench.clock + timedelta(minutes=1))
    yield _timed("rollback", lambda: back(bench.place, old, now), 1)
    folder, verifier = bench.place.folder, bench.verifier
    yield _timed("verify from the disk", lambda: _clean(verify_folder(folder, verifier)))
    with _nginx(bench) as address:
        if address:
            yield _timed("verify over HTTP", lambda: _clean(verify_url(address, verifier)), 5)


def _timed(name: str, work: Callable[[], object], aim: float = 0.0) -> Timing:
    started, used = time.perf_counter(), time.process_time()
    work()
    return Timing(name, time.perf_counter() - started, time.process_time() - used, aim)


def _manifest(place: Place, seq: int) -> Manifest:
    manifest = manifest_in(place.release(seq))
    assert manifest is not None
    return manifest


def _hash_and_sign(bench: _Bench, manifest: Manifest) -> None:
    assert not faults_of(bench.place.release(manifest.seq), manifest)
    sign(encoded(manifest), bench.signing.key, RELEASE)


def _clean(report: Report) -> None:
    assert not report.findings, report.findings[:5]


@contextmanager
def _nginx(bench: _Bench) -> Iterator[str]:
    """The address of nginx with what visitors see; empty where there is none."""
    program = shutil.which("nginx")
    if program is None:
        yield ""
        return
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = _configured(bench, port)
    process = subprocess.Popen([program, "-c", str(config), "-e", str(bench.work / "error.log")])
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _configured(bench: _Bench, port: int) -> Path:
    """The configuration of nginx, with the static forms that it can hand out."""
    there = _MODULE.exists()
    config = bench.work / "nginx.conf"
    headers = (*HEADERS, ("Content-Security-Policy", SENT_POLICY))
    values = {
        "folder": bench.work,
        "root": bench.place.link,
        "port": port,
        # Started by root, nginx would read as somebody who may not read here.
        "user": "user root;" if os.geteuid() == 0 else "",
        "module": f"load_module {_MODULE};" if there else "",
        "brotli": "brotli_static on;" if there else "",
        "headers": " ".join(f'add_header {name} "{value}";' for name, value in headers),
    }
    config.write_text(_NGINX.format(**values), encoding="utf-8")
    return config


def _wait(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def _pages(count: int) -> dict[str, bytes]:
    chance = Random(6)
    names = ["index.html", "404.html", *(f"bai-{number}/index.html" for number in range(count - 2))]
    return {name: _page(chance) for name in names}


def _page(chance: Random) -> bytes:
    prose = Prose(PHRASES["vi"], chance)
    text = "".join(f"<p>{prose.paragraph()}</p>\n" for _ in range(_PARAGRAPHS))
    return f"<!doctype html>\n<html lang=vi><title>x</title>\n{text}".encode()
