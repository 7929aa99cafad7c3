"""The index that readers of a language search, in one file: it is kept, and replaced, as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct

from plugins.base.files import fingerprint
from plugins.languages.language import Lang
from plugins.offline.packs import joined
from plugins.pages import addresses

_DIGITS: Final = 12


class SearchIndex(Struct, frozen=True):
    """The files of an index by address, and what stands for them all."""

    lang: Lang
    sum: str
    files: Sequence[str]

    def data(self, member: Callable[[str], bytes]) -> bytes:
        """The file with each deflated `member`."""
        return joined(self.files, member)


def search_index(
    lang: Lang, all_addresses: Iterable[str], digest: Callable[[str], bytes]
) -> SearchIndex | None:
    """The index among the files of a portal, each with what stands for its bytes; None without."""
    page = addresses.search(lang)
    files = sorted(one for one in all_addresses if one.startswith(page) and one != page)
    basis = b"".join(b"%b\0%b" % (one.encode(), digest(one)) for one in files)
    return SearchIndex(lang, fingerprint(basis, _DIGITS), files) if files else None
