"""A small content folder that a test changes, and what the program makes of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import html5lib
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from plugins.base.store import Store
from plugins.builds.ledger import read_ledger, save_ledger

ROOT = Path(__file__).resolve().parents[1]
CLOCK = "2026-11-22T12:00"
# A whole picture of 8 x 8 pixels.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000008000000080100000000ec748326"
    "0000000b4944415478da636040050000100001aa19f8820000000049454e44ae426082"
)

# Machines are noisy: how long an example takes tells nothing here.
settings.register_profile("portals", deadline=None)
settings.load_profile("portals")

CONTENT = {
    "vocabulary.yaml": """\
categories:
  tin: {vi: Tin chung, en: General}
  dat-dai: {vi: Đất đai, en: Land}
tags:
  thue: {vi: thuế, en: taxes}
  so-do: {vi: sổ đỏ, en: land titles}
""",
    "sources/bao.yaml": """\
title: Báo cáo năm
publisher: {vi: Sở Nội vụ, en: Department of Home Affairs}
published: 2026-01-15
""",
    "links.yaml": "- {host: luat.example, why: Văn bản, by: Ban biên tập, until: 2027-12-31}\n",
    "portals/xa/portal.yaml": """\
name: {vi: Cổng xã Mẫu, en: Mẫu commune portal}
agency: {vi: UBND xã Mẫu, en: People's Committee of Mẫu}
url: https://mau.example/
nav: [tin, so-sanh, tin-tuc]
colours: {brand: "#8f1d1f"}
shares: all
""",
    "comparisons/bang.yaml": """\
title: {vi: Bảng mẫu, en: Sample table}
options:
  a: {vi: Cách A, en: Way A}
  b: {vi: Cách B, en: Way B}
criteria:
  - id: phi
    label: {vi: Phí, en: Fee}
    cells:
      a: {vi: Không mất phí, en: Free, source: bao}
      b: {unknown: true}
""",
    "articles/dat-dai/index.vi.md": """\
---
title: Thủ tục đất đai
date: 2026-11-20
category: dat-dai
summary: Cách nộp hồ sơ đất đai.
sources: [bao]
tags: [so-do]
---
Nộp hồ sơ tại **bộ phận một cửa**.
""",
    "articles/dat-dai/index.en.md": """\
---
title: Land procedures
date: 2026-11-20
category: dat-dai
summary: How to hand in a land application.
sources: [bao]
tags: [so-do]
translation_of: 2026-11-20
---
Hand in the application at the **one-stop desk**.
""",
}


def article(title: str = "Bài thử", body: str = "Nội dung.", **fields: str) -> str:
    """The text of an article with the fields it must have, others added or replaced."""
    values = {
        "title": title,
        "date": "2026-11-01",
        "category": "tin",
        "summary": "Tóm tắt.",
        "sources": "[bao]",
        **fields,
    }
    head = "".join(f"{key}: {value}\n" for key, value in values.items() if value)
    return f"---\n{head}---\n{body}\n"


@dataclass
class Outcome:
    """How a command ended, what it said, and what stands in the output folder."""

    code: int
    stdout: str
    stderr: str
    output: Path

    @property
    def problems(self) -> list[dict[str, Any]]:
        """What `check --format json` printed."""
        found: list[dict[str, Any]] = json.loads(self.stdout)
        return found

    def text(self, path: str) -> str:
        """The text of an output file of the portal `xa`; a folder means its page."""
        name = f"{path}index.html" if not path or path.endswith("/") else path
        return (self.output / "xa" / name).read_text(encoding="utf-8")

    def html(self, path: str) -> Any:
        """The parsed page at `path`."""
        return html5lib.parse(self.text(path), namespaceHTMLElements=False)

    def files(self) -> set[str]:
        """All files in the output folder."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix() for path in found}


@dataclass
class Site:
    """A content folder on the disk."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    def write(self, files: Mapping[str, str | bytes | None]) -> Site:
        """Write files below the content folder; None removes one."""
        for name, text in files.items():
            path = self.content / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def build(self, *options: str, clock: str = CLOCK) -> Outcome:
        """Run `build` as an editor does."""
        folders = ("--content", "content", "--output", "output", "--cache", "cache")
        return self.run("build", *folders, "--clock", clock, *options)

    def check(self, *options: str) -> Outcome:
        """Run `check` with its report as JSON."""
        return self.run("check", "--content", "content", "--format", "json", *options)

    def run(self, *command: str) -> Outcome:
        """Run a task in the folder of this site."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "tasks.py"), *command],
            cwd=self.folder,
            env={**os.environ, **self.environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr, self.folder / "output")


def copied(site: Site, folder: Path, output: str) -> Site:
    """What a site with its `output` is as if it had been built in another folder."""
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    store = Store(folder / "cache")
    for portal in (site.folder / output).iterdir():
        save_ledger(store, folder / output / portal.name, read_ledger(store, portal))
    return Site(folder)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small content folder, in a folder of the test's own."""
    return Site(tmp_path).write(CONTENT)


@pytest.fixture(scope="session")
def portals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the real content, built once."""
    folder = tmp_path_factory.mktemp("portals")
    options = ("--content", str(ROOT / "content"), "--output", "output", "--cache", "cache")
    done = Site(folder).run("build", *options, "--clock", CLOCK)
    assert done.code == 0, done.stderr
    return done.output


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running browser: two at a time in one process would not work."""
    program = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield running
        running.close()


def chromium() -> str:
    """The browser's program; the tests are skipped without one, except where it must be there."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not found:
        skip("NO BROWSER TESTS: install chromium, or set CHROMIUM to the path of its program")
    return found


def skip(reason: str) -> NoReturn:
    """Skip a test for which something is missing, except where nothing may be skipped."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
