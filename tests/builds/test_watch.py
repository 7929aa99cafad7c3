"""Whoever waits at a terminal sees a bar; scripts see plain lines; all see what took longest."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from plugins.builds.watch import Watch
from tests.conftest import CLOCK, ROOT, Site, article

pty = pytest.importorskip("pty", reason="there are no terminals of this kind here")
ESCAPE = "\x1b"
# Ends with whether the library that draws the bar was loaded.
PROGRAM = """\
import sys
sys.path.insert(0, sys.argv[1])
from plugins.builds.build import BuildOptions, build
code = build(BuildOptions((), "content", "output", "cache", sys.argv[2], False, 1))
print("rich.progress" in sys.modules)
sys.exit(code)
"""


def at_a_terminal(site: Site) -> tuple[str, str]:
    """Build with a terminal as standard error; gives what is shown there, and the output."""
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(ROOT), CLOCK],
            cwd=site.folder,
            env={**os.environ, **site.environment, "TERM": "xterm", "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=theirs,
            encoding="utf-8",
            check=True,
        )
    finally:
        os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65_536):
            shown += part
    except OSError:
        # How Linux says that nobody writes there any more.
        pass
    finally:
        os.close(ours)
    return shown.decode(), done.stdout


@pytest.fixture
def large(site: Site) -> Site:
    """A site that is worth a bar."""
    texts = {f"articles/bai-{n}/index.vi.md": article(f"Bài số {n}") for n in range(24)}
    return site.write(texts)


@pytest.mark.parametrize(
    ("language", "labels"),
    [("vi", ("Đọc bài", "Dựng xa")), ("en", ("Reading texts", "Making xa"))],
)
def test_a_terminal_shows_a_bar_that_goes(
    large: Site, language: str, labels: tuple[str, str]
) -> None:
    """It names the work and counts it, and what is told stays below each other without it."""
    shown, _ = at_a_terminal(replace(large, environment={"PORTAL_LANG": language}))

    plain = re.sub(rf"{ESCAPE}\[[0-9;?]*[A-Za-z]", "", shown)
    for label in labels:
        assert re.search(rf"{label} .* \d+/\d+ ", plain), shown
    # Its line is cleared before the next is told.
    assert f"{ESCAPE}[2Kxa: " in shown


def test_with_nothing_to_do_there_is_no_bar(large: Site) -> None:
    """Nor is the library loaded that draws it, so that the end comes at once."""
    _, loaded = at_a_terminal(large)
    shown, loaded_again = at_a_terminal(large)

    assert (loaded.strip(), loaded_again.strip()) == ("True", "False")
    assert ESCAPE not in shown


def test_without_a_terminal_lines_are_plain(large: Site) -> None:
    """Logs and scripts get no bar, whatever colours are asked for."""
    told = replace(large, environment={"FORCE_COLOR": "1", "TERM": "xterm"}).build().stderr

    assert ESCAPE not in told
    assert "\r" not in told
    assert "Đọc bài" not in told


def test_the_summary_names_the_slowest_five(large: Site) -> None:
    """Pages and texts with their seconds, where something was made."""
    line = re.compile(r"^Lâu nhất \(giây\): ((?:\S+ \d+\.\d\d(?:, )?){5})\.$", re.MULTILINE)
    first, again = large.build().stderr, large.build().stderr

    found = line.search(first)
    assert found, first
    for name, _, _ in (one.rpartition(" ") for one in found[1].split(", ")):
        place = large.folder / ("output" if name.startswith("xa/") else "content") / name
        assert place.is_file(), name
    assert "Lâu nhất" not in again


def test_the_slowest_come_first() -> None:
    """Of many things the five that took longest, in their order."""
    watch = Watch()
    with watch.over("making", 7, portal="xa") as done:
        for seconds in (3, 1, 7, 5, 2, 6, 4):
            done(f"page-{seconds}", seconds)

    assert [name for _, name in watch.slowest] == [f"page-{n}" for n in (7, 6, 5, 4, 3)]
