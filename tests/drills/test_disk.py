"""A publisher without room, without leave, or with a wrong clock changes nothing for visitors."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.conftest import skip
from tests.drills import disk
from tests.drills.portal import Portal
from tests.drills.report import NotPossibleError


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal with two releases, on a small file system."""
    folder = tmp_path_factory.mktemp("disk")
    try:
        with disk.small(folder / "site"):
            made = Portal(folder, 0)
            for number in range(2):
                made.edit(number)
                made.release()
            yield made
    except NotPossibleError as error:
        skip(f"NO DRILLS ON SMALL DISKS: {error}")


def test_a_full_disk_is_told_and_changes_nothing(portal: Portal) -> None:
    """With no room at all, and with room for a part: visitors see what was there before."""
    told = disk.at_points(portal, portal.site.folder / "site", Random(6), 2)

    assert told.ended[3] >= 2
    assert (told.unclear, told.faults, told.stuck) == (0, 0, 0)


def test_a_disk_that_may_not_be_written_is_told(portal: Portal) -> None:
    """By name, and without a traceback."""
    told = disk.read_only(portal, portal.site.folder / "site")

    assert told == disk.Told(ended={3: 2})


def test_numbers_rise_whatever_the_clock_says(portal: Portal) -> None:
    """And a second publisher leaves while the first one works."""
    figures = [*disk.two_at_once(portal), *disk.clock_set_back(portal)]

    assert [one for one in figures if not one.is_kept] == []
