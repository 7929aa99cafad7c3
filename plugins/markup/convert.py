"""Converts Markdown with one instance a language, reset for every text."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from time import process_time
from typing import Any, Final

from msgspec import Struct

from plugins.languages.language import Lang
from plugins.markup.body import Body, Fault, Heading, LinkSlot, Piece
from plugins.markup.directives import crossed_directive, glued_directive
from plugins.markup.faults import Converted, Misread, faults_of
from plugins.markup.limits import over_limit
from plugins.markup.ordered_lists import renumbered
from plugins.markup.reader import Extensions, reader
from plugins.markup.sanitise import anchors, safe_pieces, without_long_references
from plugins.markup.stages import Stages, in_step
from plugins.markup.suspects import heard, suspects
from plugins.markup.timer import TimeUpError, time_limit
from plugins.markup.words import both_texts
from plugins.spam.inspect import Loud

_TIME_UP: Final = "chuyen-qua-lau"
_PLAIN = re.compile(r"[^\\`*_{}\[\]<>()#+!&|:/\n~^=-]*\Z")
# Of the processor, for one text, and for one cell of a table.
_MOST_SECONDS: Final = 1.5
_MOST_SECONDS_INLINE: Final = 0.2
# What a stage has when those before it have used up all.
_LEAST_SECONDS: Final = 0.01
# What stands between fences has no tags. An editor may write the same, and nothing of it is lost.
_FENCED = re.compile(r'<pre><code(?: class="language-[^"<>]*")?>[^<]*</code></pre>\s*')
_PARAGRAPH = re.compile(r"<p>(.*)</p>\Z", re.DOTALL)


class _Made(Struct, frozen=True):
    """What Markdown made of a text, and what it alone knows of it.

    `defined` are the labels of notes and abbreviations, and whether anything uses them;
    `addresses` are those of references by their labels.
    """

    text: str
    markup: str
    has_html: bool
    headings: tuple[Heading, ...]
    defined: tuple[tuple[str, bool], ...]
    addresses: Mapping[str, str]
    misread: Misread

    def converted(self, pieces: tuple[Piece, ...]) -> Converted:
        """All that tells whether the text is shown as it is meant."""
        linked = {piece.raw for piece in pieces if isinstance(piece, LinkSlot)}
        references = ((label, address in linked) for label, address in self.addresses.items())
        definitions = (*self.defined, *references)
        return Converted(self.text, self.markup, self.has_html, pieces, definitions, self.misread)


class Converter:
    """Converts texts of one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._extensions = Extensions.of(lang)
        self._markdown = reader(self._extensions)

    def convert(self, text: str, path: str) -> Body:
        """The body of `text`, which stands in the content file `path`."""
        ((body, _),) = in_step([self.stages(text, path)])
        return body

    def stages(self, text: str, path: str) -> Stages[Body]:
        """The same in stages, between which other texts may be converted."""
        if not text.strip():
            return Body()
        work = self._body(text, path)
        left = _MOST_SECONDS
        answer: Loud = None
        while True:
            began = process_time()
            try:
                with time_limit(left):
                    asked = work.send(answer)
            except StopIteration as end:
                body: Body = end.value
                return body
            except (RecursionError, TimeUpError) as error:
                return self._left_undone(error)
            left = max(_LEAST_SECONDS, left - process_time() + began)
            answer = yield asked

    def _body(self, text: str, path: str) -> Stages[Body]:
        markup = self._markup(text)
        if isinstance(markup, Fault):
            return Body(faults=(markup,))
        made = self._made(text, markup)
        yield ""
        pieces = safe_pieces(markup, path, has_html=made.has_html)
        yield ""
        plain, visible = both_texts(pieces)
        names = [heading.id for heading in made.headings]
        loud = yield heard(pieces, visible, names)
        found = suspects(pieces, visible, names, loud)
        faults = faults_of(made.converted(pieces))
        return Body(pieces, made.headings, anchors(pieces), plain, faults, found)

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
        made = self._made(text, markup)
        pieces = safe_pieces(markup, path, has_html=made.has_html)
        return () if faults_of(made.converted(pieces)) else pieces

    def _markup(self, text: str) -> str | Fault:
        """What Markdown makes of `text`, or why it is not given the time."""
        if fault := over_limit(text) or glued_directive(text):
            return fault
        self._markdown.reset()
        self._extensions.forget()
        try:
            markup: str = self._markdown.convert(without_long_references(text))
        except IndexError:
            # The library of blocks closes what is not open where directives cross.
            if (crossed := crossed_directive(text)) is None:
                raise
            self._renew()
            return crossed
        return markup

    def _renew(self) -> None:
        """Take a new reader: the old one, left in the middle, would go on with the next text."""
        self._extensions = Extensions.of(self._lang)
        self._markdown = reader(self._extensions)

    def _left_undone(self, error: BaseException) -> Body:
        """The empty body of a text whose conversion came to no end."""
        self._renew()
        is_late = isinstance(error, TimeUpError)
        return Body(faults=(Fault(_TIME_UP if is_late else "long-qua-sau", 1),), timed_out=is_late)

    def _has_html(self) -> bool:
        """Whether an editor's own HTML stands in what was converted last."""
        return any(
            "<" in str(part) and not _FENCED.fullmatch(str(part))
            for part in self._markdown.htmlStash.rawHtmlBlocks
        )

    def _made(self, text: str, markup: str) -> _Made:
        """What is known of the text that was converted last."""
        used = set(self._extensions.notes.footnote_order)
        notes = [(f"[^{label}]", label in used) for label in self._extensions.notes.footnotes]
        short = [
            (f"*[{label}]", f">{html.escape(label, quote=False)}</abbr>" in markup)
            for label in self._extensions.short_forms.abbrs
        ]
        addresses = {
            f"[{label}]": address.strip()
            for label, (address, _) in self._markdown.references.items()
        }
        misread = Misread(
            tuple(self._extensions.odd_rows),
            tuple(self._extensions.lost_stars),
            tuple(renumbered(self._extensions.numbered)),
        )
        headings = tuple(self._headings())
        return _Made(text, markup, self._has_html(), headings, (*notes, *short), addresses, misread)

    def _headings(self) -> list[Heading]:
        found: list[Heading] = []

        def walk(tokens: list[dict[str, Any]]) -> None:
            for token in tokens:
                name = html.unescape(token["name"])
                found.append(Heading(int(token["level"]), token["id"], name))
                walk(token["children"])

        walk(getattr(self._markdown, "toc_tokens", []))
        return found
