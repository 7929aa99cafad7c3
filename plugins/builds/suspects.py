"""Records the spam in texts and data, and who lets a sentence through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.program import program
from plugins.base.store import NO_STORE, Store, key_of
from plugins.builds.pictures import MAX_PICTURE_BYTES
from plugins.builds.spoken import in_cells, in_file
from plugins.comparisons.model import Comparison
from plugins.spam.exceptions import EXCEPTIONS_FILE, LetThrough
from plugins.spam.inspect import COMPANY, MANY, MOST_LOOKS, Finding, Loud, inspect

# The data files and pictures in which nothing was found.
_QUIET: Final = "quiet"
Found: TypeAlias = Sequence[tuple[int, Finding]]


def check_suspects(
    found_in: Iterable[tuple[str, Found]], let_through: LetThrough, problems: Problems
) -> None:
    """Record every sentence that is spam, or may be, by what is found in each file."""
    for path, found in found_in:
        lines = [line for line, one in found if one.fingerprint not in let_through.valid]
        left = let_through.left(one for _, one in found)
        for line, finding in zip(lines, left, strict=True):
            problems.add(
                path,
                line,
                "rac-quang-cao" if finding.verdict == "refuse" else "nghi-rac",
                special=_case(finding),
                limit=MOST_LOOKS,
                kind=f"spam-{finding.reasons[0]}",
                sentence=finding.sentence,
                fingerprint=finding.fingerprint,
            )


def _case(finding: Finding) -> str:
    if finding.is_in_company:
        return COMPANY
    return MANY if finding.reasons[0] == MANY else ""


def check_unused(let_through: LetThrough, problems: Problems) -> None:
    """Record the exceptions that have let no sentence through."""
    for fingerprint in let_through.unused():
        line = let_through.lines[fingerprint]
        problems.add(EXCEPTIONS_FILE, line, "ngoai-le-thua", value=fingerprint)


class PageWall(Struct, frozen=True):
    """Judges the sentences of finished pages.

    `unwrapped` takes away what pages put around the words of the content; so many exceptions were
    `met` before.
    """

    let_through: LetThrough
    unwrapped: Callable[[str], str]
    met: int = 0

    def heard(self, text: str) -> str:
        """The lines of `text` without what was let through, and without what is around them."""
        return self.let_through.without_met(self.unwrapped(text))

    def refused(self, heard: str, loud: Loud) -> Iterable[tuple[str, str]]:
        """The sentences that no page may hold, each with its fingerprint."""
        return (
            (one.sentence, one.fingerprint)
            for one in self.let_through.left(inspect(heard, loud))
            if one.verdict == "refuse"
        )

    def has_met(self) -> bool:
        """Whether a sentence was let through that the content does not need."""
        return len(self.let_through.met) > self.met


def data_findings(
    tree: ContentTree,
    files: Collection[str],
    comparisons: Iterable[Comparison],
    store: Store = NO_STORE,
) -> Iterator[tuple[str, Found]]:
    """The findings in each of `files`, which are no texts, and in the cells of the tables there.

    `store` keeps which of them hold none.
    """
    known = store.all(_QUIET)
    quiet: dict[bytes, bytes] = {}
    for path in files:
        data = tree.read_bytes(path, Problems(), MAX_PICTURE_BYTES)
        key = key_of(program(), path, data or b"")
        found = () if key in known else in_file(tree, path)
        if not found:
            quiet[key] = b""
        yield path, found
    if quiet.keys() != known.keys():
        store.change(_QUIET, quiet, lambda key: key not in quiet)
    for comparison in comparisons:
        if comparison.path in files:
            yield comparison.path, in_cells(tree, comparison)
