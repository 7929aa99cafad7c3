"""A folder that a build wrote, and what becomes of it when it is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.base.store import Store
from plugins.builds.ledger import FileRecord, Ledger, digest, save_ledger
from plugins.languages.clock import parse_clock
from plugins.releases.findings import Report
from plugins.releases.keys import list_file, load_key, load_public, make_key, public_file
from plugins.releases.manifest import Manifest
from plugins.releases.place import Place
from plugins.releases.publish import Built, Rules, Signing, publish
from plugins.releases.published import published_with
from plugins.releases.trust import Memory
from plugins.releases.verify_disk import Verifier, verify_folder
from tests.conftest import CLOCK

NOW = parse_clock(CLOCK)
PAGES = {
    "index.html": "<!DOCTYPE html><p>Trang chủ</p>",
    "gioi-thieu/index.html": "<!DOCTYPE html><p>Giới thiệu</p>",
    "404.html": "<!DOCTYPE html><p>Không có trang này</p>",
    "giao-dien/style.11111111.css": "p{color:#111}",
    "tep/anh.22222222.png": "PNG",
}


@dataclass
class Desk:
    """The folders of whoever publishes the portal `xa`."""

    folder: Path
    now: datetime = NOW
    allow_loss: int = 10
    keep: int = 5
    files: dict[str, str] = field(default_factory=lambda: dict(PAGES))

    @property
    def key_file(self) -> Path:
        return self.folder / "keys" / "key"

    @property
    def output(self) -> Path:
        return self.folder / "output" / "xa"

    @property
    def place(self) -> Place:
        return Place(self.folder / "site" / "xa")

    @property
    def current(self) -> Path:
        """What visitors see."""
        return self.place.folder / "current"

    @property
    def store(self) -> Store:
        return Store(self.folder / "cache")

    @property
    def signing(self) -> Signing:
        lists = list_file(self.key_file).read_bytes()
        return Signing(load_key(self.key_file), lists, published_with(self.key_file))

    def let_another_log_begin(self) -> None:
        """What the message says that is to be done when no log is left."""
        file = self.signing.published.file(self.place.folder)
        assert file
        file.write_text(f"{file.read_text().split()[0]}\n")

    def build(self, changes: Mapping[str, str | None] = {}) -> None:
        """Write what a build would: files, and that they were checked; None removes one."""
        for path, text in changes.items():
            if text is None:
                del self.files[path]
                (self.output / path).unlink()
            else:
                self.files[path] = text
        records = {}
        for path, text in self.files.items():
            (self.output / path).parent.mkdir(parents=True, exist_ok=True)
            (self.output / path).write_text(text, encoding="utf-8")
            records[path] = FileRecord(b"", "", (), (), digest(text.encode()), (0, 0, 0, 0))
        ledger = Ledger(allowed=frozenset({"mau.example"}), files=records)
        save_ledger(self.store, self.output, ledger)

    def publish(self) -> Manifest | None:
        """Publish what was built."""
        built = Built(self.output, self.store, Store(self.folder / "cache" / "compressed"))
        rules = Rules(self.now, "c0ffee", self.keep, self.allow_loss)
        made = publish(built, self.place, self.signing, rules)
        self.signing.published.keep(self.place)
        return made

    def release(self, changes: Mapping[str, str | None] = {}) -> Manifest:
        """Build with changes, and publish."""
        self.build(changes)
        made = self.publish()
        assert made is not None
        return made

    def later(self, **time: float) -> Desk:
        """Let time go on."""
        self.now += timedelta(**time)
        return self

    def verifier(self, portal: str = "") -> Verifier:
        """Whoever verifies with the public key."""
        memory = Memory(self.folder / "seen.json")
        return Verifier(load_public(public_file(self.key_file)), memory, self.now, portal)

    def verify(self, portal: str = "") -> Report:
        """What is found wrong with what visitors see."""
        return verify_folder(self.place.folder, self.verifier(portal))

    def codes(self, portal: str = "") -> set[tuple[str, str]]:
        """The path and code of each finding."""
        return {(one.path, one.code) for one in self.verify(portal).findings}


def desk_in(folder: Path) -> Desk:
    """A desk with a key and a built portal that was not published yet."""
    made = Desk(folder)
    make_key(made.key_file)
    made.build()
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of the test's own."""
    return desk_in(tmp_path)
