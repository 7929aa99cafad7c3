"""Asks a server for paths, as visitors do, and gives up where it holds back or never ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import TracebackType
from typing import Final, Self

import aiohttp

from plugins.releases.answers import Answer, address_of
from plugins.releases.findings import Finding
from plugins.releases.manifest import Manifest
from plugins.releases.visitors import Visitor

AT_ONCE: Final = 32
SECONDS: Final = 30.0
# Of a seal, and of what is beyond the size that the manifest names: nobody reads on.
_MOST_SEALED: Final = 100_000_000
_MARGIN: Final = 256_000
# In a row, after which nothing more is asked.
_MOST_UNANSWERED: Final = 2 * AT_ONCE


class Asker:
    """Asks one server; `findings` are what keeps it from answering."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.answers = 0
        self.has_given_up = False
        self._unanswered = 0
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=AT_ONCE),
            timeout=aiohttp.ClientTimeout(total=SECONDS),
            auto_decompress=False,
        )

    async def __aenter__(self) -> Self:
        """Begin to ask."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        await self._session.close()

    async def ask(
        self, path: str, visitor: Visitor, manifest: Manifest | None, *, by_name: bool = False
    ) -> Answer | None:
        """The answer to one question, for a page `by_name` of its file; None where there is none."""
        if self.has_given_up:
            return None
        try:
            address = self.root + (path if by_name else address_of(path))
            async with self._session.get(
                address, headers=visitor.headers, allow_redirects=False
            ) as response:
                body = b"".join([part async for part in _start(response, _most(path, manifest))])
                self.answers += 1
                self._unanswered = 0
                return Answer(path, visitor, response.status, _headers(response), body)
        except aiohttp.ClientConnectorCertificateError as error:
            self._note_unanswered(Finding("", "certificate", str(error.certificate_error)))
        except (aiohttp.ClientConnectorError, TimeoutError) as error:
            # Whatever was asked: it is the server that nobody reaches.
            self._note_unanswered(Finding("", "no-answer", str(error) or type(error).__name__))
        except (aiohttp.ClientError, ValueError) as error:
            self._note_unanswered(Finding(path, "no-answer", str(error) or type(error).__name__))
        return None

    def give_up(self, code: str) -> None:
        """Ask nothing more, and say why and how far it came."""
        if not self.has_given_up:
            self.has_given_up = True
            self.findings.append(Finding("", code, str(self.answers)))

    def _note_unanswered(self, finding: Finding) -> None:
        self.findings.append(finding)
        self._unanswered += 1
        if self._unanswered >= _MOST_UNANSWERED:
            self.give_up("late")


def _most(path: str, manifest: Manifest | None) -> int:
    """How much of an answer is read; more than that cannot be the file."""
    if manifest is None:
        return _MOST_SEALED
    entry = manifest.files.get(path)
    return _MARGIN + (entry.size if entry else 0)


def _headers(response: aiohttp.ClientResponse) -> dict[str, str]:
    """The headers by their names in small letters; one that was sent twice says both."""
    headers: dict[str, str] = {}
    for name, value in response.headers.items():
        small = name.lower()
        headers[small] = f"{headers[small]}, {value}" if small in headers else value
    return headers


async def _start(response: aiohttp.ClientResponse, most: int) -> AsyncIterator[bytes]:
    """The body of an answer, or its start where it does not end."""
    left = most
    async for part in response.content.iter_any():
        yield part[:left]
        left -= len(part)
        if left <= 0:
            return
