"""Every bad input is refused with file and line, or built clean; nothing is lost in silence.

A case is a file `<group>/<case>.yaml` in this folder; `cases.py` says what may stand in one.
"""

from __future__ import annotations

import html
import json
import os
import re
import stat
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from plugins.articles.article import Version
from plugins.base.problems import Problems, as_text
from plugins.base.store import Store
from plugins.builds.build import BuildOptions, build
from plugins.builds.check import check
from plugins.builds.content import Content, load_content
from plugins.builds.texts import KeptTexts
from plugins.codes.table import CODES
from plugins.languages.clock import parse_clock
from plugins.pages import addresses, render
from plugins.pages.edition import edition
from plugins.pages.render import Renderer
from plugins.portals.load import portal_ids
from plugins.portals.portal import Portal
from tests.bad_inputs.cases import Case, Expected, case_names, load_case, write_files
from tests.conftest import CLOCK, CONTENT, Site

# A line of the report: path, line, severity and code.
REPORTED = re.compile(r"content/(.+?):(\d+): (lỗi|cảnh báo) \[([a-z0-9-]+)\] ")
FEWEST_CASES: Final = 200
# A theme or program at fault makes such pages (tests/builds/test_finished.py), and a slow machine
# such texts (tests/markup/test_timer.py); no file of the content does.
NOT_FROM_CONTENT: Final = frozenset(
    {"trang-co-rac", "trang-dan-ngoai", "trang-khong-nguon", "trang-ma-la", "chuyen-qua-lau"}
)
# Of processor time, however busy the machine is.
MOST_SECONDS: Final = 2.5


@dataclass(frozen=True)
class Result:
    """What came of a case."""

    site: Site
    content: Content
    problems: Problems
    code: int
    said: str
    seconds: float

    @property
    def output(self) -> Path:
        """The folder of the finished portals."""
        return self.site.folder / "output"

    def reported(self, severity: str) -> set[tuple[str, int, str]]:
        """Path, line and code of all problems of a severity that the build has told."""
        found = (REPORTED.match(line) for line in self.said.splitlines())
        return {
            (one[1], int(one[2]), one[4]) for one in found if one is not None and one[3] == severity
        }

    @property
    def clock(self) -> datetime:
        """What 'now' is."""
        return parse_clock(CLOCK)


@pytest.fixture(autouse=True)
def one_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates are compiled once for all cases."""
    monkeypatch.setattr(render, "Renderer", _renderer)


def _renderer(theme: Path, _: Store) -> Renderer:
    return _compiled(theme)


@cache
def _compiled(theme: Path) -> Renderer:
    return Renderer(theme)


@pytest.mark.parametrize("name", case_names())
def test_bad_input(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What the case tries is refused or built clean, as it says."""
    case = load_case(name)
    site = Site(tmp_path / "site").write(CONTENT)
    write_files(site.content, case.files)
    (tmp_path / "outside.txt").write_text("not of the content", encoding="utf-8")
    monkeypatch.chdir(site.folder)
    before = tree_of(tmp_path)

    result = run(site, capsys)

    check_expectation(case, result)
    check_pages(case, result)
    assert result.seconds < MOST_SECONDS
    assert written_outside(before, tree_of(tmp_path)) == []
    assert dropped_in_silence(result) == []
    check_messages(case, result)


def run(site: Site, capsys: pytest.CaptureFixture[str]) -> Result:
    """Check and build a site in this process; neither may raise."""
    started = time.process_time()
    problems = Problems()
    content = load_content(site.content, parse_clock(CLOCK), KeptTexts(Store(None), 1), problems)
    seconds = time.process_time() - started
    check((), "content", "json")
    assert isinstance(json.loads(capsys.readouterr().out), list)
    code = build(BuildOptions((), "content", "output", "cache", CLOCK, clean=False, jobs=1))
    return Result(site, content, problems, code, capsys.readouterr().err, seconds)


def check_expectation(case: Case, result: Result) -> None:
    """The errors are exactly those of the case, and only their portals are held back."""
    expected = {place(one) for one in case.refused}
    assert len(expected) == len(case.refused)
    assert result.reported("lỗi") == expected
    assert {place(one) for one in case.warned} <= result.reported("cảnh báo")
    assert result.code == (1 if case.refused else 0), result.said
    built = {one.name for one in result.output.iterdir()} if result.output.exists() else set()
    portals = set(portal_ids(result.content.site.tree))
    held = set(case.held or ()) if case.held is not None or not case.refused else portals
    assert built == portals - held
    if not case.refused:
        assert dict(result.content.hidden) == case.hidden


def place(one: Expected) -> tuple[str, int, str]:
    """Where a problem is, and its code."""
    return one.path, one.line, one.code


def check_pages(case: Case, result: Result) -> None:
    """The pages hold and lack what the case says."""
    for expected in case.clean or ():
        name = expected.page
        name += "index.html" if not name or name.endswith("/") else ""
        pages = [one for one in (result.output / expected.portal).glob(name) if one.is_file()]
        assert pages, f"nothing is at {expected.page}"
        text = "\n".join(one.read_text(encoding="utf-8", errors="replace") for one in pages)
        for words in expected.holds:
            assert words in text
        for words in expected.lacks:
            assert words not in text


def tree_of(folder: Path) -> Mapping[str, tuple[int, bytes | str]]:
    """Everything below `folder`: its kind and mode, and its bytes or where it leads."""
    return dict(_entries(folder, ""))


def _entries(folder: Path, prefix: str) -> Iterator[tuple[str, tuple[int, bytes | str]]]:
    folders = [(folder, prefix)]
    while folders:
        here, prefix = folders.pop()
        for entry in os.scandir(here):
            mode = entry.stat(follow_symlinks=False).st_mode
            name = prefix + entry.name
            if stat.S_ISDIR(mode):
                folders.append((Path(entry.path), f"{name}/"))
                yield name, (mode, "")
            elif stat.S_ISLNK(mode):
                yield name, (mode, Path(entry.path).readlink().as_posix())
            else:
                is_plain = stat.S_ISREG(mode) and os.access(entry.path, os.R_OK)
                yield name, (mode, Path(entry.path).read_bytes() if is_plain else b"")


def written_outside(
    before: Mapping[str, tuple[int, bytes | str]], after: Mapping[str, tuple[int, bytes | str]]
) -> list[str]:
    """What was made, changed or removed that is not of the output or the cache."""
    own = ("site/output/", "site/cache/", "site/.output.lock")
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    return sorted(name for name in changed if not f"{name}/".startswith(own))


def dropped_in_silence(result: Result) -> list[str]:
    """The texts and tables that are neither shown nor reported nor counted as hidden."""
    reported = {path for path, *_ in result.reported("lỗi") | result.reported("cảnh báo")}
    versions = {
        version.path: version
        for article in result.content.site.articles
        for version in article.versions.values()
    }
    counted = sum(result.content.hidden.values())
    hidden = [one for one in versions.values() if one.hidden_because(result.clock)]
    lost = [] if counted == len(hidden) else [f"{counted} of {len(hidden)} hidden are counted"]
    for path, (mode, _) in tree_of(result.site.content).items():
        parts = "".join(one if one.isprintable() else " " for one in path).split("/")
        above = {"/".join(parts[: number + 1]) for number in range(len(parts))}
        if stat.S_ISDIR(mode) or above & reported or not path.endswith((".md", ".yaml")):
            continue
        version = versions.get(path)
        shown = version is not None and (version in hidden or is_shown(version, result))
        lost += [] if shown or path in _data_files(result) else [path]
    return lost


def _data_files(result: Result) -> set[str]:
    """The data files that the program has read."""
    site = result.content.site
    read = {one.path for one in site.portals}
    read |= {one.path for one in site.sources.values()}
    read |= {one.path for one in site.comparisons.values()}
    return read | {"vocabulary.yaml", "links.yaml", "exceptions.yaml"}


def is_shown(version: Version, result: Result) -> bool:
    """Whether pages hold the text, or would if their portals were not held back, as was told."""
    names = portal_ids(result.content.site.tree)
    held = [name for name in names if not (result.output / name).exists()]
    assert all(f"{name} (" in result.said for name in held)
    showing = [
        one for one in result.content.site.portals if version in shown_by(one, version, result)
    ]
    if built := [one for one in showing if one.id not in held]:
        return all(is_on_page(version, one, result) for one in built)
    # What a portal with a broken identity shares is not known.
    faulty = {path for path, *_ in result.reported("lỗi")}
    unknown = any(f"portals/{name}/portal.yaml" in faulty for name in held)
    return bool(showing) or version.owner in held or unknown or "portals" in faulty


def is_on_page(version: Version, portal: Portal, result: Result) -> bool:
    """Whether the page of the text holds its title."""
    page = addresses.output_file(addresses.text(version, version.lang))
    text = (result.output / portal.id / page).read_text(encoding="utf-8")
    return html.escape(version.title, quote=False) in text


def shown_by(portal: Portal, version: Version, result: Result) -> Sequence[Version]:
    """What a portal shows in the language of a text."""
    return edition(result.content.site, portal, version.lang, result.clock).texts()


def check_messages(case: Case, result: Result) -> None:
    """Every problem is one printable line in both languages and names a file that is there."""
    content = result.site.content
    for problem in result.problems:
        for line in (as_text([problem], "vi", "content"), as_text([problem], "en", "content")):
            assert line.endswith("\n")
            assert line[:-1].isprintable()
        for sentence in (problem.fix("vi"), problem.fix("en")):
            assert sentence.endswith((".", "?", "…"))
        removed = [name for name, written in case.files.items() if written is None]
        assert is_there(content, problem.path) or problem.path in (*removed, "portals")
        assert problem.line >= 1


def is_there(content: Path, path: str) -> bool:
    """Whether something has this name, on one line and in NFC."""
    if os.path.lexists(content / path):
        return True
    names = (unicodedata.normalize("NFC", name) for name in tree_of(content))
    return path in names


def test_a_text_that_a_page_lacks_counts_as_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where some other portal is held back."""
    site = Site(tmp_path).write(CONTENT)
    site.write({"portals/ban/portal.yaml": "name: ["})
    monkeypatch.chdir(site.folder)
    result = run(site, capsys)
    assert dropped_in_silence(result) == []

    page = result.output / "xa" / "thu-tuc-dat-dai" / "index.html"
    page.write_text("<p>Trang trống", encoding="utf-8")
    assert dropped_in_silence(result) == ["articles/dat-dai/index.vi.md"]


def test_there_are_enough_cases() -> None:
    """A folder that is not read would try nothing."""
    assert len(case_names()) >= FEWEST_CASES


def test_every_code_is_met_by_a_case() -> None:
    """What the handbook tells of can happen, and is told with its file and line."""
    cases = map(load_case, case_names())
    met = {one.code for case in cases for one in (*case.refused, *case.warned)}

    assert CODES.keys() - met == NOT_FROM_CONTENT


def test_an_unknown_key_in_a_case_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case with a slip of the pen does not pass unseen."""
    (tmp_path / "thu").mkdir()
    monkeypatch.setattr("tests.bad_inputs.cases.FOLDER", tmp_path)
    for text in (
        "{about: A., files: {}, clean: [], refuse: []}",
        "{about: A., files: {}}",
        "{about: A., files: {}, refused: [{path: a, line: '4', code: b}]}",
        "{about: A., files: {}, refused: [{path: a, line: 4, code: b}], clean: []}",
    ):
        (tmp_path / "thu/sai.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError):  # noqa: PT011  pydantic's and our own
            load_case("thu/sai")
