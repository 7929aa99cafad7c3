"""What a file is, told by its ending."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

HTML: Final = "text/html; charset=utf-8"
UNKNOWN: Final = "application/octet-stream"
# By the ending of a name.
TYPES: Final = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}


def media_type(name: str) -> str:
    """The content type of the file `name`; browsers do not open what is of no known one."""
    return TYPES.get(PurePath(name).suffix.lower(), UNKNOWN)
