"""What the server adds to a page on its way to the browser, and to no file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

# No portal and no text can have this name.
RESERVED: Final = "__serve"
EVENTS: Final = f"/{RESERVED}/events"
# In the place of the worker of each portal.
NO_WORKER: Final = "worker.js"
_FOLDER: Final = Path(__file__).parent / "browser"
_FILES: Final = ("live.js", "live.css", "plain.css", NO_WORKER)
_BASE = re.compile(rb'<base href="[^"]*">')
_END_OF_HEAD: Final = b"</head>"


def live_file(name: str) -> bytes | None:
    """A file of the server's own, which pages load."""
    return (_FOLDER / name).read_bytes() if name in _FILES else None


def with_live_script(page: bytes, version: str, root: str) -> bytes:
    """A page with the script that listens for news of the builds.

    A page for wrong addresses finds its files from the path of the published portal; here that
    is `root`.
    """
    head, end, rest = page.partition(_END_OF_HEAD)
    head = _BASE.sub(f'<base href="{root}">'.encode(), head, count=1)
    script = f'<script src="/{RESERVED}/live.js" data-version="{version}" defer></script>\n'
    return head + script.encode() + end + rest
