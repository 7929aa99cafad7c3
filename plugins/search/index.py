"""The index of a list of texts: the postings of all terms, parted into files by the term.

A text is known by its number in the list, a term by its key, the form without marks: all terms of
a key stand in one file. Keys of many postings have files of their own, the others share some, so
that a query fetches little more than the postings of its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from msgspec import Struct, json

from plugins.languages.text import fold
from plugins.search.postings import levels_of, line, term_of
from plugins.search.terms import Terms

# A key with more postings has a file of its own; the others have as many in a file, or fewer.
_IN_A_FILE: Final = 2048
_OWN: Final = "of-"
# What the browser can hash a key with in a few signs.
_FACTOR: Final = 31
_BITS: Final = 0xFFFF

# The level of a term in some texts by their numbers; empty where it does not stand in one.
Change: TypeAlias = Mapping[int, str]


class Layout(Struct, frozen=True):
    """The keys with files of their own, and how many files the others share."""

    own: frozenset[str]
    shared: int

    def file_of(self, key: str) -> str:
        """The name of the file in which the terms with a key stand."""
        return f"{_OWN}{key}" if key in self.own else str(hashed(key) & (self.shared - 1))

    def names(self) -> list[str]:
        """The names of all files."""
        return [*map(str, range(self.shared)), *(f"{_OWN}{key}" for key in sorted(self.own))]


def layout_of(counts: Mapping[str, int]) -> Layout:
    """The files for keys with so many postings each; a power of two of them are shared."""
    own = frozenset(
        key
        for key, count in counts.items()
        if count > _IN_A_FILE and key.isascii() and key.isalnum()
    )
    rest = sum(counts.values()) - sum(counts[key] for key in own)
    return Layout(own, 1 << ((max(rest, 1) - 1) // _IN_A_FILE).bit_length())


def hashed(key: str) -> int:
    """A number that the browser finds for a key too."""
    made = 0
    for sign in key:
        made = made * _FACTOR + ord(sign) & _BITS
    return made


def index_of(texts: Iterable[Terms]) -> tuple[dict[str, str], Counter[str]]:
    """The files of the postings of all terms in `texts` by name, and how many each key has."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    levels: defaultdict[str, list[str]] = defaultdict(list)
    for number, text in enumerate(texts):
        for term, level in zip(text.terms.split(), text.levels, strict=True):
            numbers[term].append(number)
            levels[term].append(level)
    keys = {term: fold(term) for term in numbers}
    counts: Counter[str] = Counter()
    for term, key in keys.items():
        counts[key] += len(numbers[term])
    layout = layout_of(counts)
    lines: dict[str, list[str]] = {name: [] for name in layout.names()}
    for term in sorted(numbers):
        lines[layout.file_of(keys[term])].append(line(term, numbers[term], levels[term]))
    return {name: "".join(some) for name, some in lines.items()}, counts


def changed_file(file: str, changes: Mapping[str, Change]) -> str:
    """The file of postings after the terms of `changes` have got other levels in some texts."""
    lines = {term_of(written): f"{written}\n" for written in file.split("\n") if written}
    for term, change in changes.items():
        levels = {**(levels_of(lines[term]) if term in lines else {}), **change}
        left = {number: levels[number] for number in sorted(levels) if levels[number]}
        lines[term] = line(term, list(left), left.values()) if left else ""
    return "".join(lines[term] for term in sorted(lines))


def changes_between(
    old: Mapping[int, Terms], new: Mapping[int, Terms]
) -> dict[str, dict[int, str]]:
    """What is another by term: in which texts it stands, and how much these are about it."""
    changes: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for number in sorted({*old, *new}):
        before = old[number].pairs() if number in old else {}
        after = new[number].pairs() if number in new else {}
        for term in before.keys() | after.keys():
            if before.get(term) != after.get(term):
                changes[term][number] = after.get(term, "")
    return changes


def changed_counts(
    counts: Counter[str], old: Iterable[Terms], new: Iterable[Terms]
) -> Counter[str]:
    """How many postings each key has, when the texts `new` have come for the texts `old`."""
    changed = Counter(counts)
    for some, add in ((old, changed.subtract), (new, changed.update)):
        for text in some:
            add(map(fold, text.terms.split()))
    return +changed


def by_file(changes: Mapping[str, Change], layout: Layout) -> dict[str, dict[str, Change]]:
    """The changes by the name of the file that they are for."""
    found: defaultdict[str, dict[str, Change]] = defaultdict(dict)
    for term, change in changes.items():
        found[layout.file_of(fold(term))][term] = change
    return found


def word_file(counts: Mapping[str, int]) -> bytes:
    """The words that readers may have meant, each with a figure that grows with its postings."""
    words = sorted(filter(str.isalpha, counts))
    return json.encode({key: min(9, counts[key].bit_length()) for key in words})
