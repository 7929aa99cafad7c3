"""The ids of the headings, and the list of them."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from typing import Any, Final

from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unescape,
    unique,
)
from markdown.util import STX

from plugins.markup.tree import HEADINGS

_OUTSIDE_LISTS: Final = HEADINGS | {"pre", "code"}
# Words without these are their own HTML.
_MARKUP = re.compile(f"[<>&{STX}]")


class ContentsStage(TocTreeprocessor):
    """Lists the headings without writing the list as HTML, for which no page has a use.

    A text that asks for the list gets it from Markdown's own stage.
    """

    def run(self, doc: ET.Element) -> None:
        """Give every heading an id, and tell Markdown of them."""
        if self._has_marker(doc):
            super().run(doc)
            return
        ids = {str(element.get("id")) for element in doc.iter() if element.get("id") is not None}
        counters: dict[str, int] = {}
        self.md.toc_tokens = [  # type: ignore[attr-defined]
            self._token(element, ids, counters) for element in doc.iter() if element.tag in HEADINGS
        ]

    def _has_marker(self, parent: ET.Element) -> bool:
        """Whether the list has a place in `parent`.

        It calls itself for each level as Markdown does, and so refuses the same depths.
        """
        for child in parent:
            if child.tag in _OUTSIDE_LISTS:
                continue
            if len(child):
                if self._has_marker(child):
                    return True
            elif child.text and child.text.strip() == self.marker:
                return True
        return False

    def _token(
        self, heading: ET.Element, ids: set[str], counters: dict[str, int]
    ) -> dict[str, Any]:
        name = self._name(heading)
        if heading.get("id") is None:
            slug = self.slugify(html.unescape(name), self.sep)
            heading.set("id", unique(slug, ids, counters))  # type: ignore[call-arg]
        own = unescape(heading.get("id", ""))
        return {"level": int(heading.tag[1]), "id": own, "name": name, "children": []}

    def _name(self, heading: ET.Element) -> str:
        words = heading.text or ""
        if not len(heading) and not _MARKUP.search(words):
            return " ".join(words.split())
        return strip_tags(render_inner_html(remove_fnrefs(heading), self.md))


class Contents(TocExtension):
    """Ids for headings, and `toc_tokens` in the order of the text."""

    TreeProcessorClass = ContentsStage
