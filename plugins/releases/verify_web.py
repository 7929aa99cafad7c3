"""Verifies a copy as visitors and search engines get it: every file, in every form, from a server."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from random import Random
from typing import Final
from urllib.parse import urljoin

from msgspec.structs import replace

from plugins.releases.alike import alike
from plugins.releases.answers import (
    Answer,
    address_of,
    findings_in,
    form_of,
    form_wanted,
    start_of,
    stored_path,
)
from plugins.releases.asking import AT_ONCE, Asker
from plugins.releases.findings import Finding, Report
from plugins.releases.headers import header_findings, missing_headers
from plugins.releases.links import file_of, linked_paths
from plugins.releases.manifest import HEAD, KEY_LIST, MANIFEST, SIGNATURE, Manifest, encoded
from plugins.releases.planted import planted_in
from plugins.releases.questions import (
    Question,
    file_questions,
    folder_questions,
    page_questions,
    query_questions,
    strange_questions,
)
from plugins.releases.trust import Sealed
from plugins.releases.verify_disk import Verifier, report_of
from plugins.releases.visitors import DIRECT, SEARCH_ENGINE

_FOUND: Final = 200
_MOVED: Final = range(300, 400)
_FAILING: Final = range(500, 600)
# Of answers that are not as they should be; the rest of a site that was taken over is like them.
_MOST_READ: Final = 200
MOST_WRONG: Final = 3_000
_MOST_LINKS: Final = 1_000
# What is planted can be made to take long to judge, and other portals wait meanwhile.
_MOST_JUDGING: Final = 10.0
# A look at a portal may take so long, and so much for each of its files.
LEAST_SECONDS: Final = 60.0
_SECONDS_EACH: Final = 0.05
_SIDE_BY_SIDE: Final = 8


def verify_url(url: str, verifier: Verifier) -> Report:
    """What is wrong with the portal at an address."""
    return asyncio.run(_verified(url, verifier))


def verify_urls(urls: Sequence[str], verifier: Verifier) -> list[Report]:
    """The same of many portals, some side by side: none waits long for another that holds back."""

    async def all_verified() -> list[Report]:
        free = asyncio.Semaphore(_SIDE_BY_SIDE)

        async def one(url: str) -> Report:
            async with free:
                return await _verified(url, verifier)

        return await asyncio.gather(*map(one, urls))

    return asyncio.run(all_verified())


async def _verified(url: str, verifier: Verifier) -> Report:
    started = time.monotonic()
    root = url.rstrip("/") + "/"
    async with Asker(root) as asker:
        check = _Check(asker, verifier)
        await check.run()
    found = alike({*check.findings, *asker.findings})
    return report_of(root, sorted(found), started, check.manifest)


class _Check:
    """One look at one portal."""

    def __init__(self, asker: Asker, verifier: Verifier) -> None:
        self._asker = asker
        self._root = asker.root
        self._verifier = verifier
        self.manifest: Manifest | None = None
        self.findings: list[Finding] = []
        self._wrong: list[Answer] = []
        self._count_wrong = 0
        self._judging = 0.0
        # The encodings that the server has stored, and what tells of forms that were changed or
        # removed if it has: then it need not make or leave out any.
        self._stored: set[str] = set()
        self._odd: list[tuple[str, Finding]] = []
        self._strange: set[str] = set()
        self._not_found: Sequence[str] = ()

    async def run(self) -> None:
        """Ask for everything, and note what is not as it should be."""
        manifest = await self._believed()
        if manifest is None:
            return
        self.manifest = manifest
        try:
            async with asyncio.timeout(LEAST_SECONDS + _SECONDS_EACH * len(manifest.files)):
                await self._look(manifest)
        except TimeoutError:
            self._asker.give_up("late")

    async def _look(self, manifest: Manifest) -> None:
        self._not_found = [path for path in manifest.files if path.endswith("404.html")]
        chance = _chance(manifest, self._verifier.clock)
        await self._ask_all(file_questions(manifest, chance), self._judge)
        self.findings += (one for encoding, one in self._odd if encoding in self._stored)
        pages = page_questions(manifest, chance)
        await self._ask_all(pages, self._judge_named, by_name=True)
        await self._ask_all(strange_questions(manifest, chance), self._judge_stranger)
        # A page that is wrong is wrong with any query.
        known = {one.path for one in self.findings}
        queries = [one for one in query_questions(manifest, chance) if file_of(one[0]) not in known]
        await self._ask_all(queries, self._judge_query)
        await self._ask_all(folder_questions(manifest), self._judge_folder)
        await self._follow()

    async def _believed(self) -> Manifest | None:
        names = (MANIFEST, SIGNATURE, KEY_LIST, HEAD)
        first = await self._asker.ask(MANIFEST, DIRECT, None)
        if first is None or self._leads_away(first):
            return None
        answers = [first, *[await self._asker.ask(name, DIRECT, None) for name in names[1:]]]
        if None in answers:
            return None
        bodies = [one.body if one and one.status == _FOUND else b"" for one in answers]
        found = self._verifier.believed(self._root, Sealed(*bodies))
        self.findings += found.findings
        return found.manifest

    def _leads_away(self, answer: Answer) -> bool:
        """Note where the server leads instead of handing out a manifest, or that it fails."""
        if answer.status in _MOVED:
            there = answer.headers.get("location", "").removesuffix(MANIFEST)
            is_same = there == f"https{self._root.removeprefix('http')}"
            code = "to-https" if is_same else "redirect"
            self.findings.append(Finding("", code, there))
        elif answer.status in _FAILING:
            self.findings.append(Finding("", "status", str(answer.status)))
        return answer.status in _MOVED or answer.status in _FAILING

    async def _ask_all(
        self,
        questions: Iterable[Question],
        judge: Callable[[Answer, Manifest], None],
        *,
        by_name: bool = False,
    ) -> None:
        """Ask many questions, some at a time; for pages `by_name` of their files if that is said."""
        rest = iter(questions)

        async def work() -> None:
            for path, visitor in rest:
                answer = await self._asker.ask(path, visitor, self.manifest, by_name=by_name)
                if answer is not None and self.manifest is not None:
                    judge(answer, self.manifest)

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))

    def _judge(self, answer: Answer, manifest: Manifest) -> None:
        """Note what is wrong with the answer for a file of the release."""
        form = form_of(answer, manifest)
        found = list(findings_in(answer, form))
        self.findings += found
        if form == "made":
            self._odd.append((answer.encoding, Finding(stored_path(answer), "changed")))
        elif form == "stored" and answer.encoding == answer.visitor.encoding:
            self._stored.add(answer.encoding)
        elif form == "stored":
            self._odd.append((answer.visitor.encoding, Finding(form_wanted(answer), "missing")))
        if answer.visitor is DIRECT:
            is_secure = self._root.startswith("https:")
            self.findings += missing_headers(answer.path, answer.headers, is_secure=is_secure)
        if any(one.code in ("changed", "cloaked", "status") for one in found):
            self._read(answer, manifest)
            self._count_wrong += 1
            if self._count_wrong == MOST_WRONG:
                self._asker.give_up("all-wrong")

    def _judge_headers(self, answer: Answer) -> None:
        """Note what the headers of an answer say that has no file, once for all such answers."""
        found = header_findings(file_of(answer.path), answer.status, answer.headers)
        self.findings += (replace(one, path="") for one in found)

    def _judge_named(self, answer: Answer, manifest: Manifest) -> None:
        """Note where a page that is asked for by its file is neither that page, nor led to, nor none."""
        if answer.status == _FOUND:
            self._judge(answer, manifest)
            return
        self._judge_headers(answer)
        if answer.status in _MOVED:
            self._judge_moved(answer, address_of(answer.path))
        elif not self._is_not_found_page(answer, manifest):
            self._read(answer, manifest)

    def _judge_query(self, answer: Answer, manifest: Manifest) -> None:
        """Note where a query changes a page, or what is sent with it."""
        self._judge_headers(answer)
        page = replace(answer, path=file_of(answer.path))
        if answer.status != _FOUND or form_of(page, manifest) == "wrong":
            self._judge_stranger(answer, manifest)

    def _judge_moved(self, answer: Answer, wanted: str) -> None:
        """Note where an answer leads to another path of the portal than is wanted, or out of it."""
        location = answer.headers.get("location", "")
        if urljoin(self._root + answer.path, location) != self._root + wanted:
            self.findings.append(Finding(answer.path, "redirect", location))

    def _judge_stranger(self, answer: Answer, manifest: Manifest) -> None:
        """Note an answer from where there should be nothing, once for each path."""
        self._judge_headers(answer)
        is_gone = answer.status not in {_FOUND, *_MOVED}
        if answer.path in self._strange or (is_gone and self._is_not_found_page(answer, manifest)):
            return
        self._strange.add(answer.path)
        if answer.status in _MOVED:
            location = answer.headers.get("location", "")
            self.findings.append(Finding(answer.path, "redirect", location))
            return
        if answer.status == _FOUND:
            self.findings.append(Finding(answer.path, "planted-path", answer.visitor.name))
        self._read(answer, manifest)

    def _is_not_found_page(self, answer: Answer, manifest: Manifest) -> bool:
        """Whether an answer is the portal's own page for what does not exist."""
        return any(
            form_of(replace(answer, path=path), manifest) != "wrong" for path in self._not_found
        )

    def _judge_folder(self, answer: Answer, manifest: Manifest) -> None:
        """Note where a folder without its slash does not lead to its page."""
        _ = manifest
        self._judge_headers(answer)
        if answer.status in _MOVED:
            self._judge_moved(answer, f"{answer.path}/")

    def _read(self, answer: Answer, manifest: Manifest) -> None:
        """Note what was planted in an answer, and where it leads."""
        if len(self._wrong) >= _MOST_READ or self._judging > _MOST_JUDGING:
            return
        self._wrong.append(answer)
        body = start_of(answer)
        if body is None:
            # Nobody reads compressed bytes that cannot be unpacked.
            return
        started = time.monotonic()
        with_code = answer.status == _FOUND
        self.findings += planted_in(answer.path, body, manifest, with_code=with_code)
        self._judging += time.monotonic() - started

    async def _follow(self) -> None:
        """Ask for what wrong answers lead to inside the portal and no release has."""
        manifest = self.manifest
        asked: set[str] = set()
        waiting = list(self._wrong)
        while waiting and manifest:
            paths = self._led_to(waiting, manifest) - asked
            asked |= paths
            before = len(self._wrong)
            questions = ((path, SEARCH_ENGINE) for path in islice(sorted(paths), _MOST_READ))
            await self._ask_all(questions, self._judge_linked)
            waiting = self._wrong[before:]

    def _led_to(self, answers: Sequence[Answer], manifest: Manifest) -> set[str]:
        return {
            path
            for answer in answers
            for path in islice(self._links_of(answer), _MOST_LINKS)
            if file_of(path) not in manifest.files
        }

    def _links_of(self, answer: Answer) -> Iterator[str]:
        text = (start_of(answer) or b"").decode(errors="replace")
        return linked_paths(text, self._root + address_of(answer.path), self._root)

    def _judge_linked(self, answer: Answer, manifest: Manifest) -> None:
        if answer.status == _FOUND:
            self.findings.append(Finding(answer.path, "stranger"))
            self._read(answer, manifest)


def _chance(manifest: Manifest, clock: datetime) -> Random:
    """What is drawn at one look at a release: the next look draws other pages and names."""
    digest = hashlib.sha256(encoded(manifest)).hexdigest()
    return Random(f"{digest} {clock.isoformat()}")  # noqa: S311  no secret
