"""Judges finished files, and notes which exceptions they needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from plugins.audit.pages import Audit
from plugins.audit.tags import Fault
from plugins.markup.stages import Stages, in_step
from plugins.spam.exceptions import LetThrough

# The sentences that were let through, by fingerprint.
Met: TypeAlias = Mapping[str, str]
Judged: TypeAlias = tuple[tuple[Fault, ...], Met]


class Judge:
    """Judges one file after the other, by what the content needs of the exceptions already."""

    def __init__(self, let_through: LetThrough, audit: Callable[[LetThrough], Audit]) -> None:
        self._let_through = replace(let_through, met=dict(let_through.met))
        self._audit_with = audit

    def faults(self, path: str, content: bytes) -> Judged:
        """What is wrong with the file at `path`, and the exceptions that it alone needs."""
        ((judged, _),) = in_step([self.stages(path, content)])
        return judged

    def stages(self, path: str, content: bytes) -> Stages[Judged]:
        """The same in stages, between which other files may be judged."""
        # By itself, so that what it needs does not hang on the files judged before it.
        own = replace(self._let_through, met=dict(self._let_through.met))
        found = yield from self._audit_with(own).stages(path, content)
        return found, {one: own.met[one] for one in own.met.keys() - self._let_through.met.keys()}
