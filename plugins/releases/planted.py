"""What was planted in a file that is not as it was published: spam, strange code, links astray."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from plugins.audit.pages import Audit, Clean
from plugins.markup.stages import in_step
from plugins.releases.findings import Finding
from plugins.releases.manifest import Manifest
from plugins.spam.inspect import Loud, inspect, not_let_through

# Nobody reads more of one file.
# Whoever plants wants to be seen; to judge megabytes of hostile signs takes minutes.
_MOST_READ: Final = 200_000
_MOST: Final = 5
_STRANGE_CODE: Final = "trang-ma-la"


class _Wall:
    """Judges sentences by what the signed manifest lets through."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = frozenset(allowed)

    def heard(self, text: str) -> str:
        return text

    def refused(self, heard: str, loud: Loud) -> Iterable[tuple[str, str]]:
        found = not_let_through(inspect(heard, loud), self._allowed)
        return ((one.sentence, one.fingerprint) for one in found if one.verdict == "refuse")

    def has_met(self) -> bool:
        return False


def planted_in(
    path: str, data: bytes, manifest: Manifest, *, with_code: bool = True
) -> Iterator[Finding]:
    """What is in a file that the program would not have published.

    What servers write themselves has code that pages of portals have not: it is passed over there.
    """
    audit = Audit(manifest.allowed, _Wall(manifest.allowed), Clean())
    text = _closed(data[:_MOST_READ].decode(errors="replace")).encode()
    # Whatever its name: a server may hand out anything as a page.
    name = path if path.endswith((".html", ".xml", ".atom", ".csv", ".json", ".txt")) else "a.html"
    ((faults, _),) = in_step([audit.stages(name, text)])
    told = (one for one in faults if with_code or one.code != _STRANGE_CODE)
    for fault in islice(told, _MOST):
        yield Finding(path, "injected", fault.value)


def _closed(text: str) -> str:
    """`text` without signs of tags that never end: whoever looks for their ends looks for long."""
    whole, end, rest = text.rpartition(">")
    return whole + end + rest.replace("<", " ")
