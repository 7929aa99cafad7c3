"""What the worker puts into the pages of a pack: what is its portal's own, and what all share."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from plugins.pages.composer import Composer
from plugins.pages.frames import own_values, shared_part


def frame_data(composer: Composer, parts: Iterable[str]) -> bytes:
    """The values of the marks in pages, and the shared `parts` with their marks."""
    own = {sign: value.decode() for sign, value in own_values(composer).items()}
    made = {part: str(shared_part(composer, part)) for part in sorted(parts)}
    return msgspec.json.encode({"own": own, "parts": made})
