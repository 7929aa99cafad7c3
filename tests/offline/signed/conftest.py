"""Releases of a portal under a server that does with them what it likes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.base.store import Store
from plugins.builds.ledger import read_ledger, save_ledger
from plugins.releases.keys import list_file, load_key, make_key
from plugins.releases.place import Place
from plugins.releases.publish import Built, Rules, Signing, publish
from tests.conftest import Site, article
from tests.offline.conftest import NEWS, PORTAL, Server
from tests.offline.test_pictures import ADDED
from tests.offline.test_versions import publish as build

OLD = "bai-so-00/"
OLD_TEXT = "articles/bai-00/index.vi.md"
CHANGES: Mapping[str, Mapping[str, str | bytes | None]] = {
    "first": {},
    "changed": {OLD_TEXT: article("Bài số 00", "Nội dung đã sửa.", date="2026-10-01")},
    "with a headline": {"news/2026/tin/index.vi.md": NEWS.replace("đầu tiên", "đổi tên")},
    "without it": {OLD_TEXT: None},
    "with a picture": ADDED,
}
LINK = '<a href="https://xau.example/">Xem</a>'


class Host:
    """Whoever serves the releases of a portal, and does with them what he likes.

    `builds` are what was built by name; `built` is the one that is published next.
    """

    def __init__(self, builds: Mapping[str, Built], folder: Path) -> None:
        self.folder = folder
        self.key_file = folder / "keys/key"
        self.place = Place(folder / "site/xa")
        self.built = "first"
        self._builds = builds
        make_key(self.key_file)
        self.release()

    @property
    def current(self) -> Path:
        """What visitors get."""
        return self.place.link

    @property
    def signing(self) -> Signing:
        """What those who publish sign with."""
        return Signing(load_key(self.key_file), list_file(self.key_file).read_bytes())

    def release(self, signing: Signing | None = None, days: int = 0) -> None:
        """Publish what is built, as it would be so many days from now."""
        rules = Rules(datetime.now(UTC) + timedelta(days=days), "", 9, 100)
        # Nobody goes on with a log that another key has signed.
        self.place.log.unlink(missing_ok=True)
        assert publish(self._builds[self.built], self.place, signing or self.signing, rules)

    def plant(self, path: str, before: str, planted: str = LINK) -> None:
        """Plant something in a page that is served."""
        page = self.current / path / "index.html"
        text = page.read_text(encoding="utf-8")
        assert before in text
        page.write_text(text.replace(before, planted + before), encoding="utf-8")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """A portal as it was first, and as it is after each of some changes."""
    site = Site(tmp_path_factory.mktemp("builds")).write(PORTAL)
    store = Store(site.folder / "cache")
    found = {}
    for name, files in CHANGES.items():
        site.write(PORTAL)
        build(site, files)
        output, copy = site.folder / "output/xa", site.folder / name / "xa"
        shutil.copytree(output, copy)
        save_ledger(store, copy, read_ledger(store, output))
        found[name] = Built(copy, store, Store(site.folder / "compressed"))
    return found


@pytest.fixture
def host(builds: Mapping[str, Built], tmp_path: Path) -> Host:
    """A portal that is released once."""
    return Host(builds, tmp_path)


@pytest.fixture
def server(host: Host) -> Iterator[Server]:
    """The release, served."""
    running = Server(host.current)
    yield running
    running.stop()
