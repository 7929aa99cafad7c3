"""Several portals are built at a time, each by a process of its own."""

from __future__ import annotations

from pathlib import Path

from plugins.base.store import Store
from tests.conftest import CONTENT, Outcome, Site, article

IDENTITY = """\
name: {{vi: Cổng {0}, en: Portal {0}}}
agency: {{vi: UBND {0}, en: Committee of {0}}}
url: https://{0}.example/
nav: [tin]
colours: {{brand: "#8f1d1f"}}
shares: all
"""
NEWS = "portals/giua/news/2026/tin/index.vi.md"
# A unit's news, the same with another headline, which its every page shows, and nothing new.
CHANGES: tuple[dict[str, str], ...] = ({NEWS: article("Tin riêng")}, {NEWS: article("Tin mới")}, {})


def units(folder: Path) -> Site:
    """Four portals of the same texts."""
    names = ("cao", "dong", "giua")
    identities = {f"portals/{one}/portal.yaml": IDENTITY.format(one) for one in names}
    folder.mkdir()
    return Site(folder).write({**CONTENT, **identities})


def result(done: Outcome) -> tuple[dict[str, bytes], list[str]]:
    """Everything that was written, and what is said of each portal's files."""
    assert done.code == 0, done.stderr
    said = sorted(line for line in done.stderr.splitlines() if "ghép lại" in line)
    return {name: (done.output / name).read_bytes() for name in done.files()}, said


def test_portals_built_at_a_time_are_what_they_are_one_by_one(tmp_path: Path) -> None:
    """The same bytes and the same counts, at first, after a change, and where nothing changed."""
    one, many = units(tmp_path / "one"), units(tmp_path / "many")

    for change in CHANGES:
        alone = result(one.write(change).build("--jobs", "1"))
        together = result(many.write(change).build("--jobs", "4"))
        assert together == alone
        assert len(together[1]) == 4


def test_pages_made_at_a_time_are_kept(tmp_path: Path) -> None:
    """A page that one portal alone shows is not lost with the process that made it."""
    kept = []
    for jobs in ("1", "4"):
        site = units(tmp_path / jobs).write(CHANGES[0])
        assert site.build("--jobs", jobs).code == 0
        kept.append(Store(site.folder / "cache").all("pages"))

    assert kept[0].keys() == kept[1].keys()
