"""Converts Markdown with one instance a language, reset for every text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, Final

from plugins.languages.language import Lang
from plugins.markup.body import Body, Fault, Heading, LinkSlot, Piece
from plugins.markup.faults import Converted, faults_of
from plugins.markup.limits import over_limit
from plugins.markup.reader import Extensions, reader
from plugins.markup.sanitise import anchors, safe_pieces, without_long_references
from plugins.markup.suspects import suspects
from plugins.markup.timer import TimeUpError, time_limit
from plugins.markup.words import both_texts

_TIME_UP: Final = "chuyen-qua-lau"
_PLAIN = re.compile(r"[^\\`*_{}\[\]<>()#+!&|:/\n~^=-]*\Z")
# Of the processor, for one text, and for one cell of a table.
_MOST_SECONDS: Final = 1.5
_MOST_SECONDS_INLINE: Final = 0.2
_PARAGRAPH = re.compile(r"<p>(.*)</p>\Z", re.DOTALL)


class Converter:
    """Converts texts of one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._extensions = Extensions.of(lang)
        self._markdown = reader(self._extensions)

    def convert(self, text: str, path: str) -> Body:
        """The body of `text`, which stands in the content file `path`."""
        if not text.strip():
            return Body()
        try:
            with time_limit(_MOST_SECONDS):
                return self._body(text, path)
        except (RecursionError, TimeUpError) as error:
            return self._left_undone(error)

    def _body(self, text: str, path: str) -> Body:
        markup = self._markup(text)
        if isinstance(markup, Fault):
            return Body(faults=(markup,))
        has_html = self._has_html()
        pieces = safe_pieces(markup, path, has_html=has_html)
        headings = tuple(self._headings())
        plain, visible = both_texts(pieces)
        return Body(
            pieces,
            headings,
            anchors(pieces),
            plain,
            faults_of(self._converted(text, markup, pieces, has_html=has_html)),
            suspects(pieces, visible, [heading.id for heading in headings]),
        )

    def convert_inline(self, text: str, path: str) -> tuple[Piece, ...]:
        """The pieces of a short text, without a paragraph around a single one.

        There are none when something of it would be lost, or when it takes too long.
        """
        if _PLAIN.match(text):
            return (html.escape(text, quote=False),)
        try:
            with time_limit(_MOST_SECONDS_INLINE):
                return self._inline(text, path)
        except (RecursionError, TimeUpError) as error:
            return self._left_undone(error).pieces

    def _inline(self, text: str, path: str) -> tuple[Piece, ...]:
        markup = self._markup(text)
        if isinstance(markup, Fault):
            return ()
        single = _PARAGRAPH.match(markup)
        if single and "<p>" not in single[1]:
            markup = single[1]
        has_html = self._has_html()
        pieces = safe_pieces(markup, path, has_html=has_html)
        lost = faults_of(self._converted(text, markup, pieces, has_html=has_html))
        return () if lost else pieces

    def _markup(self, text: str) -> str | Fault:
        """What Markdown makes of `text`, or why it is not given the time."""
        if fault := over_limit(text):
            return fault
        self._markdown.reset()
        self._extensions.odd_rows.clear()
        markup: str = self._markdown.convert(without_long_references(text))
        return markup

    def _left_undone(self, error: BaseException) -> Body:
        """The empty body of a text whose conversion came to no end."""
        # Markdown was left in the middle of it, and would take the next for a part of it.
        self._extensions = Extensions.of(self._lang)
        self._markdown = reader(self._extensions)
        is_late = isinstance(error, TimeUpError)
        return Body(faults=(Fault(_TIME_UP if is_late else "long-qua-sau", 1),), timed_out=is_late)

    def _has_html(self) -> bool:
        """Whether an editor's own HTML stands in what was converted last."""
        return any(
            "<" in str(part) and not str(part).startswith("<pre><code")
            for part in self._markdown.htmlStash.rawHtmlBlocks
        )

    def _converted(
        self, text: str, markup: str, pieces: tuple[Piece, ...], *, has_html: bool
    ) -> Converted:
        """All that tells whether `text` is shown as it is meant."""
        definitions = tuple(self._definitions(markup, pieces))
        odd_rows = tuple(self._extensions.odd_rows)
        return Converted(text, markup, has_html, pieces, definitions, odd_rows)

    def _definitions(self, markup: str, pieces: tuple[Piece, ...]) -> Iterator[tuple[str, bool]]:
        """The labels of what is defined in the text, and whether it is used there."""
        used = set(self._extensions.notes.footnote_order)
        yield from ((f"[^{label}]", label in used) for label in self._extensions.notes.footnotes)
        addresses = {piece.raw for piece in pieces if isinstance(piece, LinkSlot)}
        for label, (address, _) in self._markdown.references.items():
            yield f"[{label}]", address.strip() in addresses
        for label in self._extensions.short_forms.abbrs:
            yield f"*[{label}]", f">{html.escape(label, quote=False)}</abbr>" in markup

    def _headings(self) -> list[Heading]:
        found: list[Heading] = []

        def walk(tokens: list[dict[str, Any]]) -> None:
            for token in tokens:
                name = html.unescape(token["name"])
                found.append(Heading(int(token["level"]), token["id"], name))
                walk(token["children"])

        walk(getattr(self._markdown, "toc_tokens", []))
        return found
