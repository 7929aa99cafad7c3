"""Another machine, as far as one can be two: a real sshd with a user and a disk of its own.

As root it runs behind mounts that nobody else sees: a list of users with one more, and a small
disk. Whoever else runs the tests reaches an sshd of their own, as themselves.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import skip
from tests.hosting.conftest import LOOPBACK, free_port, wait_for

IS_ROOT = os.geteuid() == 0
USER = "far" if IS_ROOT else subprocess.getoutput("id -un")
USER_ID = 64_123
SERVER = """\
ListenAddress {address}:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
UseDNS no
"""
CLIENT = """\
Host far
    HostName {address}
    Port {port}
    User {user}
    IdentityFile {folder}/client
    IdentitiesOnly yes
    UserKnownHostsFile {folder}/known
    GlobalKnownHostsFile none
    ProxyCommand {proxy}
"""
# What only this machine sees: one more user, and a disk of three megabytes.
BEHIND_MOUNTS = """\
set -e
mount --bind {folder}/passwd /etc/passwd
mount -t tmpfs tmpfs /run
mkdir -p /run/sshd
mount -t tmpfs -o size=3m,mode=755,uid={user} tmpfs {folder}/small
umask 077
exec {command}
"""
# Hands bytes on in both directions until so many were sent.
PROXY = """\
import os, select, socket, sys
limit, port = int(sys.argv[1]), int(sys.argv[2])
far = socket.create_connection(("127.0.0.1", port))
while limit > 0:
    for one in select.select([0, far], [], [])[0]:
        data = os.read(0, 65536) if one == 0 else far.recv(65536)
        if not data:
            sys.exit()
        if one == 0:
            far.sendall(data)
            limit -= len(data)
        else:
            os.write(1, data)
"""
UNLIMITED = 10**12


@dataclass
class Far:
    """The other machine, and how it is reached."""

    folder: Path
    port: int = field(default_factory=free_port)

    @property
    def portals(self) -> Path:
        """Its folder of releases, on a disk with room."""
        return self.folder / "home" / "portals"

    @property
    def small(self) -> Path:
        """A folder on its small disk."""
        return self.folder / "small" / "portals"

    def prepare(self) -> None:
        """Make its keys, its user and what reaches it."""
        for name in ("host", "client"):
            self._key(name)
        for name in ("home", "small", "bin"):
            (self.folder / name).mkdir()
        if IS_ROOT:
            line = f"{USER}:x:{USER_ID}:{USER_ID}::{self.folder}/home:/bin/sh\n"
            (self.folder / "passwd").write_text(Path("/etc/passwd").read_text() + line)
            os.chown(self.folder / "home", USER_ID, USER_ID)
        (self.folder / "proxy.py").write_text(PROXY)
        (self.folder / "server").write_text(
            SERVER.format(address=LOOPBACK, port=self.port, folder=self.folder)
        )
        self.know()
        self.cut_after(UNLIMITED)
        ssh = self.folder / "bin" / "ssh"
        ssh.write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {self.folder}/config "$@"\n')
        ssh.chmod(0o755)

    def know(self) -> None:
        """Trust the key that the machine has now."""
        key = (self.folder / "host.pub").read_text()
        (self.folder / "known").write_text(f"[{LOOPBACK}]:{self.port} {key}")

    def become_another(self) -> None:
        """Have another key than the one that is trusted."""
        self._key("stranger")
        key = (self.folder / "stranger.pub").read_text()
        (self.folder / "known").write_text(f"[{LOOPBACK}]:{self.port} {key}")

    def cut_after(self, sent: int) -> None:
        """Let each connection break when so many bytes were sent."""
        proxy = f"/usr/bin/env python3 {self.folder}/proxy.py {sent} {self.port}"
        values = {"address": LOOPBACK, "port": self.port, "user": USER, "folder": self.folder}
        (self.folder / "config").write_text(CLIENT.format(proxy=proxy, **values))

    def run(self, script: str) -> str:
        """What a command writes there."""
        command = [str(self.folder / "bin" / "ssh"), "far", script]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    def _key(self, name: str) -> None:
        place = str(self.folder / name)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", place], check=True)


@contextmanager
def running(folder: Path) -> Iterator[Far]:
    """A machine that answers."""
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program or not shutil.which("rsync"):
        skip("NO SSH TESTS: install openssh-server and rsync")
    far = Far(folder)
    far.prepare()
    command = f"{program} -D -e -f {folder}/server"
    script = BEHIND_MOUNTS.format(folder=folder, command=command, user=USER_ID)
    words = ["unshare", "--mount", "sh", "-c", script] if IS_ROOT else command.split()
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(words, stdout=log, stderr=log)
    try:
        wait_for(far.port, folder / "log")
        yield far
    finally:
        server.terminate()
        server.wait()


@contextmanager
def holding(far: Far, root: Path) -> Iterator[None]:
    """Publish there all the while, as somebody else does."""
    hold = f"mkdir -p {root}; flock {root}/.lock sh -c 'echo ready; cat'"
    command = [str(far.folder / "bin" / "ssh"), "far", hold]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"ready\n"
        yield
        other.communicate()


class Visitor(threading.Thread):
    """Reads the start page of each release that is shown there, and what its manifest says of it."""

    def __init__(self, current: Path) -> None:
        super().__init__()
        self.current = current
        self.seen: list[tuple[str, bytes, bytes]] = []
        self.is_over = threading.Event()

    def run(self) -> None:
        while not self.is_over.is_set():
            release = self.current.resolve()
            pair = [(release / name).read_bytes() for name in ("index.html", "release.json")]
            self.seen.append((release.name, pair[0], pair[1]))
            # Who copies needs the time too.
            self.is_over.wait(0.005)
