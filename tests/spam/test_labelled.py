"""The labelled sentences: how many of the spam are found, how many of the official are refused.

The rules were written on `development.yaml`; `held_out.yaml` was not read for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from plugins.spam.inspect import inspect

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Judged:
    """A labelled sentence and what the wall says of it: 'refuse', 'warn' or nothing."""

    label: str
    kind: str
    text: str
    verdict: str


def judged(name: str) -> list[Judged]:
    """All sentences of a labelled set."""
    rows = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [Judged(row["label"], row["kind"], row["text"], verdict(row["text"])) for row in rows]


def verdict(text: str) -> str:
    """The most severe verdict on a sentence of a set."""
    return min((one.verdict for one in inspect(text)), default="")


def table(rows: list[Judged]) -> str:
    """The rows that are not as they should be, for the report of a failure."""
    return "\n".join(f"{row.label} {row.verdict or '-'} {row.kind}: {row.text}" for row in rows)


def test_spam_of_the_development_set_is_found() -> None:
    """At least 95 % of the injected sentences are refused, and the others warned of."""
    spam = [row for row in judged("development") if row.label == "spam"]
    not_refused = [row for row in spam if row.verdict != "refuse"]

    assert len(spam) >= 100
    assert len(not_refused) <= 0.05 * len(spam), table(not_refused)
    assert [row for row in spam if not row.verdict] == [], table(not_refused)


def test_official_speech_of_the_development_set_passes() -> None:
    """No more than 2 % of the official sentences are refused, and few warned of."""
    official = [row for row in judged("development") if row.label == "official"]
    refused = [row for row in official if row.verdict == "refuse"]
    warned = [row for row in official if row.verdict == "warn"]

    assert len(official) >= 100
    assert len(refused) <= 0.02 * len(official), table(refused)
    assert len(warned) <= 0.05 * len(official), table(warned)


def test_the_held_out_set_is_judged_no_worse_than_when_it_was_measured() -> None:
    """What docs/decisions/0007-the-wall-against-spam.md reports stays true, or gets better."""
    rows = judged("held_out")
    spam = [row for row in rows if row.label == "spam"]
    official = [row for row in rows if row.label == "official"]

    assert (len(spam), len(official)) == (160, 200)
    assert sum(row.verdict == "refuse" for row in spam) >= 110
    assert sum(row.verdict != "" for row in spam) >= 125
    assert sum(row.verdict == "refuse" for row in official) <= 8
