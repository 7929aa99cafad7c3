"""Sentences, paragraphs, lists and tables made of phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.phrases import Phrases

_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in the phrases of one language; equal random states choose the same phrases."""

    phrases: Phrases
    random: Random

    def sentence(self, *, strong: bool = False) -> str:
        """A sentence, with the thing it is about in bold when `strong`."""
        opening = self.random.choice(self.phrases.openings)
        actor = self.random.choice(self.phrases.actors)
        action = self.random.choice(self.phrases.actions)
        thing = self.random.choice(self.phrases.things)
        manner = self.random.choice(self.phrases.manners)
        shown = f"**{thing}**" if strong else thing
        return f"{opening}, {actor} {action} {shown} {manner}."

    def paragraph(self) -> str:
        """Sentences, the first of which has words in bold."""
        return " ".join(self.sentence(strong=number == 0) for number in range(_SENTENCES))

    def numbered_list(self) -> str:
        """Steps to follow, introduced by a line."""
        steps = sorted(self.random.sample(range(len(self.phrases.steps)), 5))
        lines = [f"{place}. {self.phrases.steps[step]}" for place, step in enumerate(steps, 1)]
        return "\n".join((self.phrases.before_list, "", *lines))

    def bullet_list(self) -> str:
        """What somebody has to do."""
        return "\n".join(
            f"- *{actor}* {self.random.choice(self.phrases.actions)} "
            f"{self.random.choice(self.phrases.things)};"
            for actor in self.random.sample(self.phrases.actors, 4)
        )

    def table(self) -> str:
        """A table of four columns and four rows."""
        lines = [_row(self.phrases.columns), "|---|---|---:|---:|"]
        for thing in self.random.sample(self.phrases.things, 4):
            cells = (
                thing,
                self.random.choice(self.phrases.actors),
                *self.random.choices(self.phrases.amounts, k=2),
            )
            lines.append(_row(cells))
        return "\n".join((self.phrases.before_table, "", *lines))

    def quotation(self) -> str:
        """A block quote."""
        return f"> {self.random.choice(self.phrases.quotations)}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
