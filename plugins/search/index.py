"""The index of a list of texts: the postings of all terms, parted into files by the term.

A text is known by its number in the list. The number of files hangs on the number of postings, so
that a query fetches about as much of a large portal as of a small one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plugins.languages.text import fold
from plugins.search.postings import levels_of, line, term_of
from plugins.search.terms import Terms

# A file holds no more postings than this on the average.
_IN_A_FILE = 2048
# The words that are looked through for those that a reader may have meant: longer ones only.
_SHORTEST = 3
_PRIME, _OFFSET, _BITS = 0x01000193, 0x811C9DC5, 0xFFFFFFFF

# The levels of a term by the numbers of the texts in which it stands; empty where it does not.
Change = Mapping[int, str]


def file_count(postings: int) -> int:
    """How many files so many postings are parted into: a power of two, so that it changes seldom."""
    return 1 << max(0, (max(postings, 1) - 1) // _IN_A_FILE).bit_length()


def file_of(key: str, count: int) -> int:
    """The number of the file in which the terms with the folded form `key` stand (FNV-1a)."""
    made = _OFFSET
    for sign in key:
        made = (made ^ ord(sign)) * _PRIME & _BITS
    return made & (count - 1)


def index_of(texts: Iterable[Terms]) -> list[str]:
    """The files of the postings of all terms in `texts`."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    levels: defaultdict[str, list[str]] = defaultdict(list)
    for number, text in enumerate(texts):
        for term, level in zip(text.terms.split(), text.levels, strict=True):
            numbers[term].append(number)
            levels[term].append(level)
    count = file_count(sum(map(len, numbers.values())))
    files: list[list[tuple[str, str]]] = [[] for _ in range(count)]
    for term, found in numbers.items():
        files[file_of(fold(term), count)].append((term, line(term, found, levels[term])))
    return ["".join(written for _, written in sorted(lines)) for lines in files]


def changed_file(file: str, changes: Mapping[str, Change]) -> str:
    """The file of postings after the terms of `changes` have got other levels in some texts."""
    lines = {term_of(written): written for written in file.splitlines(keepends=True)}
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


def by_file(changes: Mapping[str, Change], count: int) -> dict[int, dict[str, Change]]:
    """The changes by the number of the file that they are for."""
    found: defaultdict[int, dict[str, Change]] = defaultdict(dict)
    for term, change in changes.items():
        found[file_of(fold(term), count)][term] = change
    return found


def spellings(files: Sequence[str]) -> dict[str, int]:
    """The folded words that readers may have meant, and in how many texts each stands."""
    counts: defaultdict[str, int] = defaultdict(int)
    for file in files:
        for written in file.splitlines():
            term, _, levels = written.split("\t")
            counts[fold(term)] += len(levels)
    return {key: count for key, count in sorted(counts.items()) if may_be_meant(key)}


def may_be_meant(key: str) -> bool:
    """Whether a word that is misspelt may stand for this one."""
    return len(key) >= _SHORTEST and key.isalpha()


def spelling_file(counts: Mapping[str, int]) -> str:
    """The file of these words: each with a digit that grows with the number of its texts."""
    return "".join(f"{key}{min(9, counts[key].bit_length())}\n" for key in sorted(counts))
