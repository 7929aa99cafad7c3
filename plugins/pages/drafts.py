"""A file of a portal before it is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from msgspec import Struct

from plugins.languages.language import Lang
from plugins.pages.composer import Composer


class Draft(Struct, frozen=True):
    """What is known of a file before it is made; `make` gives its text, with holes, or its bytes.

    The file is decided by its `basis` and by what `composer` reads while it is made. `origin` is
    the content path that explains it, empty for the theme. `twin` is its address in the other
    language, None without one; `indexed` pages stand in the sitemap with the day `changed`.
    """

    address: str
    origin: str
    basis: str
    make: Callable[[], str | bytes]
    composer: Composer | None = None
    twin: str | None = None
    indexed: bool = False
    changed: str = ""

    @property
    def lang(self) -> Lang | None:
        """The language of the edition that it belongs to."""
        return self.composer.lang if self.composer else None


def fixed(address: str, origin: str, data: bytes) -> Draft:
    """A file that is made already."""
    return Draft(address, origin, hashlib.sha256(data).hexdigest(), lambda: data)
