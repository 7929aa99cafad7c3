"""What pages read, and whether it is worth what it was."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress

from plugins.builds.ledger import Ledger, Thing
from plugins.languages.language import LANGS, Lang
from plugins.pages.reads import Read
from plugins.pages.values import Values


class Things:
    """The things that pages read, each with its place in the ledger and what it is worth now."""

    def __init__(self, values: Values, ledger: Ledger) -> None:
        self._worth = values
        self._things = list(ledger.things)
        self._values = [values.of(lang, (kind, name)) for lang, kind, name in self._things]
        self._places: dict[Lang, dict[Read, int]] = {lang: {} for lang in LANGS}
        self._pictures: dict[int, str] = {}
        for place, (lang, kind, name) in enumerate(self._things):
            self._places[lang][kind, name] = place
            if kind == "picture":
                self._pictures[place] = name
        self.changed = frozenset(
            place
            for place, (now, before) in enumerate(zip(self._values, ledger.values, strict=True))
            if now != before
        )

    def places(self, lang: Lang, reads: Collection[Read]) -> tuple[int, ...]:
        """The places of what pages in `lang` read; new things are given one."""
        places = self._places[lang]
        # Nearly always nothing is new.
        with suppress(KeyError):
            return tuple(map(places.__getitem__, reads))
        for read in [read for read in reads if read not in places]:
            places[read] = len(self._things)
            if read[0] == "picture":
                self._pictures[places[read]] = read[1]
            self._things.append((lang, *read))
            self._values.append(self._worth.of(lang, read))
        return tuple(map(places.__getitem__, reads))

    @property
    def pictures(self) -> Mapping[int, str]:
        """The content paths of all pictures by their places."""
        return self._pictures

    def all(self) -> tuple[list[Thing], list[bytes]]:
        """All of them, and what they are worth."""
        return self._things, self._values
