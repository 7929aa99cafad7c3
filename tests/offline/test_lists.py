"""What stands for each page, in lists that one page changes little of."""

from __future__ import annotations

from itertools import chain

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from plugins.offline.entries import Entry
from plugins.offline.lists import PageList, page_lists

ADDRESSES = [
    f"{folder}bai-{number}/" for folder in ("", "en/", "tin-tuc/") for number in range(400)
]


def entries(addresses: list[str]) -> list[Entry]:
    """Pages at these addresses."""
    return [Entry(one, "ab" * 16, b"", "vi") for one in sorted({"", *addresses})]


def within(lists: list[PageList], address: str) -> PageList:
    """The list that tells of an address, whether it has it or not."""
    return next(one for one in reversed(lists) if not one.behind or one.behind < address)


def test_all_pages_stand_in_short_lists() -> None:
    """Each once, in the list that tells of its address."""
    lists = page_lists(entries(ADDRESSES))
    told = {one.sum: [line[0] for line in msgspec.json.decode(one.data)] for one in lists}

    assert sorted(chain.from_iterable(told.values())) == sorted(["", *ADDRESSES])
    assert all(address in told[within(lists, address).sum] for address in ("", *ADDRESSES))
    assert 4 <= len(lists) <= 30


@given(st.sampled_from(ADDRESSES))
def test_a_page_that_comes_or_goes_changes_the_list_that_tells_of_it(address: str) -> None:
    """That one, and the next at most, where a list ended with it."""
    every = page_lists(entries(ADDRESSES))
    without = page_lists(entries([one for one in ADDRESSES if one != address]))
    sums = [{one.sum for one in lists} for lists in (every, without)]

    assert within(every, address).sum not in sums[1]
    assert within(without, address).sum not in sums[0]
    assert len(sums[0] - sums[1]) <= 2
    assert len(sums[1] - sums[0]) <= 2


def test_a_portal_without_pages_has_an_empty_list() -> None:
    """And no list is empty otherwise."""
    (only,) = page_lists([])

    assert only.behind == ""
    assert msgspec.json.decode(only.data) == []
