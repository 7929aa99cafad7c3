"""The labelled sentences: how many of the spam are found, how many of the official are refused.

The weights are learned from the files of `development`. `held_out.yaml`, by another author, judges them, and
so does `held_out_second.yaml`: spam spliced into honest sentences, words of links, and the official
sentences that stand nearest to both. `unseen.yaml` holds every fifth sentence of lists whose others
are learned from: labels and talk of every day, words that hold a core, reports, spam beside the law.
`unseen_tried.yaml` is such a fifth too, of kinds of sentences that the wall had judged wrongly.
`held_out_third.yaml` holds spam as it is injected, and what portals say, by an author of its own.
`held_out_fourth.yaml` is the set that a test engineer would write of what the wall is for.
`ordinary.yaml` holds what portals say every day, by an author who had seen no other sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from plugins.spam.inspect import inspect
from plugins.spam.training import LABELLED

CASES = Path(__file__).with_name("cases")
# The labelled sets, how many sentences of a label each has at least, and which share of the spam may
# be warned of and pass, of the official sentences be refused and warned of. The third set is as hard
# as it could be made, and the wall does not reach there what it reaches elsewhere (decision 0007).
SETS = [
    ("development", 3000, (0.05, 0.005), (0.02, 0.06)),
    ("held_out", 200, (0.05, 0.005), (0.02, 0.06)),
    ("held_out_second", 75, (0.07, 0.02), (0.08, 0.2)),
    ("held_out_third", 198, (0.12, 0.015), (0.01, 0.05)),
    ("held_out_fourth", 200, (0.05, 0.005), (0.02, 0.06)),
    ("unseen", 60, (0.15, 0.03), (0.01, 0.1)),
    ("unseen_tried", 120, (0.12, 0.05), (0.04, 0.12)),
]
# Of these none is spam.
ORDINARY = ("ordinary", 400, (0.0, 0.02))
Shares = tuple[float, float]


@dataclass(frozen=True)
class Judged:
    """A labelled sentence and what the wall says of it: 'refuse', 'warn' or nothing."""

    label: str
    kind: str
    text: str
    verdict: str


def judged(name: str) -> list[Judged]:
    """All sentences of a labelled set."""
    files = LABELLED if name == "development" else (f"{name}.yaml",)
    rows = [
        row for file in files for row in yaml.safe_load((CASES / file).read_text(encoding="utf-8"))
    ]
    return [Judged(row["label"], row["kind"], row["text"], verdict(row["text"])) for row in rows]


def verdict(text: str) -> str:
    """The most severe verdict on a sentence of a set."""
    return min((one.verdict for one in inspect(text)), default="")


def table(rows: list[Judged]) -> str:
    """The rows that are not as they should be, for the report of a failure."""
    return "\n".join(f"{row.label} {row.verdict or '-'} {row.kind}: {row.text}" for row in rows)


@pytest.mark.parametrize(
    ("name", "least", "shares"), [(name, least, spam) for name, least, spam, _ in SETS]
)
def test_nearly_all_spam_is_refused_and_the_rest_warned_of(
    name: str, least: int, shares: Shares
) -> None:
    """Of the injected sentences nearly all are refused, and hardly one passes."""
    spam = [row for row in judged(name) if row.label == "spam"]
    not_refused = [row for row in spam if row.verdict != "refuse"]

    assert len(spam) >= least
    assert len(not_refused) <= shares[0] * len(spam), table(not_refused)
    assert sum(not row.verdict for row in spam) <= shares[1] * len(spam), table(not_refused)


@pytest.mark.parametrize(
    ("name", "least", "shares"),
    [*((name, least, official) for name, least, _, official in SETS), ORDINARY],
)
def test_official_speech_of_the_same_subjects_passes(name: str, least: int, shares: Shares) -> None:
    """Few of the official sentences are refused or warned of."""
    official = [row for row in judged(name) if row.label == "official"]
    refused = [row for row in official if row.verdict == "refuse"]
    warned = [row for row in official if row.verdict == "warn"]

    assert len(official) >= least
    assert len(refused) <= shares[0] * len(official), table(refused)
    assert len(warned) <= shares[1] * len(official), table(warned)
