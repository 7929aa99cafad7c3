"""Whom the server answers: pages of this machine, under no name but its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LOOPBACK = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?\Z", re.IGNORECASE)


def is_loopback(hosts: Sequence[str]) -> bool:
    """Whether a request with these `Host` headers asks for this machine by a loopback name.

    A page from elsewhere can let its own name lead here; the browser then sends that name.
    """
    return len(hosts) == 1 and bool(_LOOPBACK.match(hosts[0]))
