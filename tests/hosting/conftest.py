"""A released site of two portals, and a real nginx that serves it on loopback."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import CLOCK, CONTENT, Outcome, Site, article, skip

LOOPBACK = "127.0.0.1"
HOST = "mau.example"
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# Whoever runs the tests reads the folders of the tests; the user of nginx may not.
MAIN = """\
{user}
load_module {module};
worker_processes 1;
daemon off;
pid nginx.pid;
error_log error.log notice;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path temp;
    proxy_temp_path temp;
    fastcgi_temp_path temp;
    uwsgi_temp_path temp;
    scgi_temp_path temp;
    include portals/portals.conf;
}}
"""


def free_port() -> int:
    """A port of loopback at which nobody listens."""
    with socket.socket() as listening:
        listening.bind((LOOPBACK, 0))
        port: int = listening.getsockname()[1]
        return port


def nginx_program() -> str:
    """nginx; the tests are skipped without it or Brotli, except where they must be there."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found or not MODULE.exists():
        skip("NO NGINX TESTS: install nginx and libnginx-mod-http-brotli-static")
    return found


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        """The one value of a header; empty where it was not sent."""
        # nginx sends them twice with 416.
        found = {value for key, value in self.headers if key.lower() == name.lower()}
        assert len(found) <= 1, f"{name} was sent with {len(found)} values"
        return "".join(found)


@dataclass(frozen=True)
class Ports:
    """Where a server listens: over https, over http, and over http as if that were https."""

    secure: int
    plain: int
    trusted: int


@dataclass(frozen=True)
class Released(Ports):
    """Two portals that are published, one at a name and one at a path below it."""

    site: Site

    @property
    def folder(self) -> Path:
        """Where the releases stand."""
        return self.site.folder / "site"

    def current(self, portal: str, path: str) -> bytes:
        """The bytes of a file that visitors of a portal should get."""
        return (self.folder / portal / "current" / path).read_bytes()

    def first(self, portal: str, pattern: str) -> str:
        """The first file of a portal of such a name, by its path there."""
        folder = self.folder / portal / "current"
        return min(folder.glob(pattern)).relative_to(folder).as_posix()

    def release(self) -> Outcome:
        """Publish what was written."""
        folders = ("--content", "content", "--output", "output", "--cache", "cache", "--to", "site")
        return self.site.run("release", *folders, "--clock", CLOCK, "--key", "key")

    def configure(self) -> Outcome:
        """Write the configurations."""
        places = ("--content", "content", "--to", "site", "--deploy", "deploy")
        return self.site.run("configure", *places, "--certificates", str(self.site.folder / "tls"))

    def ask(self, path: str, method: str = "GET", raw: bytes = b"", **headers: str) -> Reply:
        """Ask for a path of the name over https; `raw` is sent as it is in place of a request."""
        with self.connected() as connection:
            return answered(connection, path, method, raw, headers)

    def ask_plainly(self, path: str, method: str = "GET") -> Reply:
        """Ask without https."""
        with socket.create_connection((LOOPBACK, self.plain), timeout=10) as connection:
            return answered(connection, path, method, b"", {})

    @property
    def certificate(self) -> Path:
        """What those trust who ask."""
        return self.site.folder / "tls" / HOST / "fullchain.pem"

    def connected(self, *protocols: str) -> ssl.SSLSocket:
        """A connection over https."""
        plain = socket.create_connection((LOOPBACK, self.secure), timeout=10)
        trusting = ssl.create_default_context(cafile=self.certificate)
        if protocols:
            trusting.set_alpn_protocols([*protocols])
        return trusting.wrap_socket(plain, server_hostname=HOST)


def answered(
    connection: socket.socket, path: str, method: str, raw: bytes, headers: Mapping[str, str]
) -> Reply:
    """What is answered to one request."""
    client = http.client.HTTPConnection(headers.get("host", HOST))
    client.sock = connection
    if raw:
        connection.sendall(raw)
        response = http.client.HTTPResponse(connection, method=method)
        response.begin()
    else:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        client.request(method, path, headers=given)
        response = client.getresponse()
    return Reply(response.status, response.getheaders(), response.read())


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The portals, published and with their configurations."""
    site = Site(tmp_path_factory.mktemp("hosting"))
    made = Released(free_port(), free_port(), free_port(), site)
    portal = CONTENT["portals/xa/portal.yaml"]
    addresses = {
        "xa": f"https://{HOST}/",
        "phuong": f"https://{HOST}/phuong/",
    }
    portals = {
        f"portals/{name}/portal.yaml": portal.replace("https://mau.example/", address).replace(
            "xã Mẫu", f"xã {name}"
        )
        for name, address in addresses.items()
    }
    made.site.write({**CONTENT, **portals, "articles/moi/index.vi.md": article("Bài mới")})
    made.site.run("release-key", "--key", "key")
    for done in (made.release(), made.configure()):
        assert done.code == 0, done.stderr
    make_certificate(made.certificate.parent)
    return made


def make_certificate(folder: Path, host: x509.GeneralName | None = None) -> None:
    """A certificate that the host has signed itself, where the configuration looks for it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([host or x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(parents=True)
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))
    form = serialization.PrivateFormat.PKCS8
    private = key.private_bytes(pem, form, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(private)


def prefix_for(folder: Path, configuration: Path) -> Path:
    """A folder as that of nginx, with the configuration as hosts put it there."""
    shutil.copytree(configuration, folder / "portals")
    user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(user=user, module=MODULE))
    return folder


@pytest.fixture(scope="session")
def nginx(released: Released, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Released]:
    """The portals, served."""
    prefix = prefix_for(tmp_path_factory.mktemp("nginx"), released.site.folder / "deploy/nginx")
    with running_nginx(prefix, released):
        yield released


@contextmanager
def running_nginx(prefix: Path, ports: Ports) -> Iterator[None]:
    """Run nginx with the configuration in the folder `prefix`, at these ports."""
    move_to_loopback(prefix / "portals/portals.conf", ports)
    with started_nginx(prefix, ports):
        yield


@contextmanager
def started_nginx(prefix: Path, ports: Ports) -> Iterator[None]:
    """Run nginx with the configuration in the folder `prefix` as it is."""
    command = [nginx_program(), "-p", str(prefix), "-c", "nginx.conf", "-e", "error.log"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(ports.secure, prefix / "error.log")
            yield
        finally:
            running.terminate()


def move_to_loopback(configuration: Path, ports: Ports) -> None:
    """Listen at ports that are free, and with IPv4 alone: not every machine that tests has both.

    At one of them the portals have no https, for those who trust no certificate of ours.
    """
    lines = [line for line in configuration.read_text().splitlines() if "[::]" not in line]
    text = "\n".join(lines)
    for port, other in ((443, ports.secure), (80, ports.plain)):
        assert f"listen {port}" in text
        text = text.replace(f"listen {port}", f"listen {LOOPBACK}:{other}")
    more = f"listen {LOOPBACK}:{ports.trusted}; server_name {HOST}; include portals/portal.conf;"
    configuration.write_text(f"{text}\nserver {{ {more} }}\n")


def wait_for(port: int, log: Path) -> None:
    """Wait until somebody listens."""
    for _ in range(200):
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text())
