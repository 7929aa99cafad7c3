"""Addresses on the web, as far as content may name them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+\Z")


def is_host(text: str) -> bool:
    """Whether `text` is the full name of a host, in small letters."""
    return bool(_HOST.match(text))


def web_host(address: str) -> str:
    """The host that an address with http or https leads to, or an empty text."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    # What stands before an @ looks like the host and is not.
    plain = parts.scheme in ("http", "https") and "@" not in parts.netloc
    return host if plain else ""
