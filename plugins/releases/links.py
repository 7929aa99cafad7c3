"""Where a page that was changed leads inside its portal: what was planted is linked there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

_LINK: Final = re.compile(
    r"""(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|<loc>([^<]*)</loc>"""
    r"""|^[ \t]*sitemap:\s*(\S+)""",
    re.IGNORECASE | re.MULTILINE,
)


def linked_paths(text: str, page: str, root: str) -> Iterator[str]:
    """The paths below the address `root` that the page at the address `page` names, each once."""
    found: dict[str, None] = {}
    for match in _LINK.finditer(text):
        written = html.unescape(next((one for one in match.groups() if one), ""))
        try:
            address = urldefrag(urljoin(page, written.strip())).url
        except ValueError:
            continue
        if address.startswith(root):
            found[address.removeprefix(root)] = None
    yield from found


def file_of(path: str) -> str:
    """The file that answers for a path without its query."""
    plain = unquote(path.partition("?")[0])
    return f"{plain}index.html" if not plain or plain.endswith("/") else plain
