"""A content file of a Hugo site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.languages.language import Lang

NEVER = {"render": "never", "list": "never"}


@dataclass(frozen=True, slots=True)
class HugoPage:
    """A page by its path inside the content folder of a language."""

    lang: Lang
    path: str
    front: Mapping[str, object]
    text: str = ""

    @property
    def file(self) -> str:
        """Its file in the site."""
        return f"content/{self.lang}/{self.path}.md"

    def written(self) -> str:
        """The front matter as JSON, then the Markdown."""
        given = {key: value for key, value in self.front.items() if value not in (None, "", ())}
        return f"{json.dumps(given, ensure_ascii=False)}\n\n{self.text}"
