"""Puts what many pages share, and what is their portal's own, into them, and judges all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from plugins.audit.tags import Fault
from plugins.builds.judge import Judge, Met
from plugins.languages.language import Lang
from plugins.markup.stages import Stages, in_step
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import own_values, shared_part
from plugins.pages.holes import Hole, Layout, at_depth, filled, for_judging, laid_out, segments

Faults: TypeAlias = tuple[Fault, ...]


class Press:
    """Finishes the pages of one portal; what they share is made and judged once."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._own: dict[Lang, Mapping[str, bytes]] = {}
        self._parts: dict[tuple[Lang, str], _Parts] = {}
        self._judged: dict[tuple[Lang, str], tuple[Faults, Met]] = {}

    def own(self, composer: Composer) -> Mapping[str, bytes]:
        """What is the portal's own, by its marks."""
        lang = composer.lang
        if lang not in self._own:
            self._own[lang] = own_values(composer)
        return self._own[lang]

    def parts(self, composer: Composer, name: str) -> Mapping[str, bytes]:
        """The shared parts by their names, as they stand in the file `name`."""
        key = (composer.lang, addresses.root_of(name))
        if key not in self._parts:
            self._parts[key] = _Parts(composer, key[1])
        return self._parts[key]

    def part_faults(self, composer: Composer, part: str) -> tuple[Faults, Met]:
        """What is wrong with a shared part, and the exceptions it needs: it is judged once."""
        key = (composer.lang, part)
        if key not in self._judged:
            content = at_depth(shared_part(composer, part), "")
            self._judged[key] = self._judge.faults(addresses.output_file(""), content)
        return self._judged[key]

    def faults(
        self, composer: Composer, name: str, page: Sequence[bytes | str]
    ) -> Stages[tuple[Faults, Met]]:
        """What is wrong with the file `name`, given in segments, and what it needs.

        Its shared parts are judged by themselves.
        """
        return (yield from self._judge.stages(name, for_judging(page, self.own(composer))))

    def filled(self, composer: Composer, name: str, page: Layout) -> tuple[bytes, tuple[Hole, ...]]:
        """The bytes of the file `name` with everything in its place."""
        return filled(page, self.own(composer), self.parts(composer, name))

    def finished(self, name: str, draft: Draft) -> tuple[bytes, Faults]:
        """The bytes of the file `name`, and all that is wrong with them."""
        composer, made = draft.composer, draft.make()
        if composer is None or isinstance(made, bytes):
            content = made if isinstance(made, bytes) else made.encode()
            return content, self._judge.faults(name, content)[0]
        page = segments(made.encode())
        (((faults, _), _),) = in_step([self.faults(composer, name, page)])
        content, holes = self.filled(composer, name, laid_out(page))
        shared = (self.part_faults(composer, hole.part)[0] for hole in holes)
        return content, (*faults, *chain.from_iterable(shared))


class _Parts(dict[str, bytes]):
    """Shared parts as they stand on pages of one depth, each made when it is asked for."""

    def __init__(self, composer: Composer, root: str) -> None:
        super().__init__()
        self._composer, self._root = composer, root

    def __missing__(self, part: str) -> bytes:
        self[part] = at_depth(shared_part(self._composer, part), self._root)
        return self[part]
