"""Visitors who look closely: at pages with all they name, and at the manifest, for what is torn."""

from __future__ import annotations

import asyncio
import hashlib
import re
import threading
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final
from urllib.parse import urljoin

import aiohttp
from msgspec import Struct

from plugins.portals.addresses import FILES, THEME
from plugins.releases.answers import Answer, address_of, plain_body, stored_path
from plugins.releases.manifest import MANIFEST
from plugins.releases.place import Place
from plugins.releases.publish import manifest_in
from plugins.releases.visitors import ALL, DIRECT, Visitor

_FOUND: Final = 200
_NAMED: Final = re.compile(rf'(?:href|src)="((?:[^":]*/)?(?:{THEME}|{FILES})/[^"]+)"')
_PAUSE: Final = 0.005


class Seen(Struct, frozen=True):
    """What came for a path: the status, and the sum of the bytes in the form that was sent."""

    path: str
    status: int
    digest: str


class Visit(Struct, frozen=True):
    """What one visitor saw, in this order: the manifest, a page, and what pages name."""

    manifest: Seen
    page: Seen
    assets: tuple[Seen, ...]


@dataclass
class Counts:
    """What all visitors saw, and what nobody should see."""

    visits: int = 0
    assets: int = 0
    releases: int = 0
    wrong: int = 0
    torn: int = 0
    missing: int = 0
    back: int = 0


class Judge:
    """Compares what a visitor saw with the releases that there are."""

    def __init__(self, place: Place, counts: Counts) -> None:
        self._place = place
        self._counts = counts
        self._known: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._learned: set[int] = set()
        self._last = 0

    def learn(self) -> None:
        """Read the manifests of all releases that nobody has read yet."""
        for seq in self._place.seqs:
            folder = self._place.release(seq)
            manifest = manifest_in(folder)
            if seq in self._learned or manifest is None:
                continue
            self._learned.add(seq)
            for path, entry in manifest.files.items():
                self._known[path, entry.sha256].add(seq)
            digest = hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()
            self._known[MANIFEST, digest].add(seq)

    def judge(self, visits: Sequence[Visit]) -> None:
        """Count what is wrong with visits, in their order."""
        for visit in visits:
            self._counts.visits += 1
            self._counts.assets += len(visit.assets)
            self._see(visit.manifest)
            self._see(visit.page)
            for one in visit.assets:
                if one.status != _FOUND:
                    self._counts.missing += 1
                elif not self._seqs(one):
                    self._counts.torn += 1

    def _see(self, answer: Seen) -> None:
        """Count an answer that is wrong, of no release, or of one before the last one seen."""
        if answer.status != _FOUND:
            self._counts.wrong += 1
            return
        seqs = self._seqs(answer)
        if not seqs:
            self._counts.torn += 1
        elif max(seqs) < self._last:
            self._counts.back += 1
        else:
            # A page may stand in several releases alike.
            least = min(one for one in seqs if one >= self._last)
            self._counts.releases += least > self._last
            self._last = least

    def _seqs(self, answer: Seen) -> set[int]:
        """The releases in which these bytes stand at this path."""
        return self._known.get((answer.path, answer.digest), set())


class Visitors(threading.Thread):
    """Visitors of the portal at an address, who come until they are told to end."""

    def __init__(
        self, address: str, pages: Sequence[str], place: Place, chance: Random, count: int = 2
    ) -> None:
        super().__init__()
        self.counts = Counts()
        self._address = address
        self._pages = pages
        self._chance = chance
        self._seen: list[list[Visit]] = [[] for _ in range(count)]
        self._judges = [Judge(place, self.counts) for _ in range(count)]
        self._is_done = False

    def run(self) -> None:
        asyncio.run(self._come())

    def look_back(self) -> None:
        """Judge all that was seen till now; nothing may be published meanwhile."""
        for number, judge in enumerate(self._judges):
            # Taken before the releases are read: whatever was seen is of one that is there.
            seen, self._seen[number] = self._seen[number], []
            judge.learn()
            judge.judge(seen)

    def end(self) -> None:
        """Let the visitors go, and judge the rest."""
        self._is_done = True
        self.join()
        self.look_back()

    async def _come(self) -> None:
        async with aiohttp.ClientSession(auto_decompress=False) as session:
            await asyncio.gather(
                *(self._visit(session, number) for number in range(len(self._seen)))
            )

    async def _visit(self, session: aiohttp.ClientSession, number: int) -> None:
        open_page: tuple[Seen | None, tuple[str, ...]] = (None, ())
        while not self._is_done:
            manifest = seen_of(await self._ask(session, MANIFEST, DIRECT))
            # A page that was opened before this release still asks for what it names.
            older = open_page[1] if open_page[0] != manifest else ()
            path = self._chance.choice(self._pages)
            page = await self._ask(session, path, self._chance.choice(ALL))
            named = assets_of(path, plain_body(page).decode(errors="replace"))
            open_page = (manifest, named)
            assets = [
                seen_of(await self._ask(session, one, DIRECT))
                for one in dict.fromkeys([*older, *named])
            ]
            self._seen[number].append(Visit(manifest, seen_of(page), tuple(assets)))
            await asyncio.sleep(_PAUSE)

    async def _ask(self, session: aiohttp.ClientSession, path: str, visitor: Visitor) -> Answer:
        """The answer for a path; one with status 0 where there is none."""
        address = self._address + address_of(path)
        try:
            async with session.get(
                address, headers=visitor.headers, allow_redirects=False
            ) as response:
                told = {name.lower(): value for name, value in response.headers.items()}
                return Answer(path, visitor, response.status, told, await response.read())
        except aiohttp.ClientError:
            return Answer(path, visitor, 0, {}, b"")


def seen_of(answer: Answer) -> Seen:
    """What is remembered of an answer."""
    digest = hashlib.sha256(answer.body).hexdigest()
    return Seen(stored_path(answer), answer.status, digest)


def assets_of(page: str, html: str) -> tuple[str, ...]:
    """The paths of the files with a sum in their names that a page asks for."""
    found = (urljoin(f"/{page}", one) for one in _NAMED.findall(html))
    return tuple(dict.fromkeys(one.removeprefix("/") for one in found))


def pages_in(folder: Path) -> list[str]:
    """The paths of the pages of a release that visitors come to."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return sorted(found)
