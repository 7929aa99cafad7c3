"""What a text file says by itself: decided by its bytes and by the names that it may use.

It can be kept: the same bytes among the same names say the same, whatever else has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from plugins.articles.article import Version
from plugins.articles.front_matter import Known, markdown_below
from plugins.articles.load import Manuscript, read_manuscript, tell_lost, version_of
from plugins.articles.places import Place
from plugins.articles.spoken import heard_of, in_fields
from plugins.base.files import composed, decoded
from plugins.base.problems import Problem, Problems
from plugins.base.validation import is_id
from plugins.languages.fields import LocalText
from plugins.markup.body import Body, Outline, pieces_to_bytes
from plugins.markup.convert import Converter
from plugins.markup.limits import is_too_long
from plugins.markup.stages import Stages
from plugins.spam.inspect import Finding, Loud
from plugins.spam.lines import SentenceLines
from plugins.spelling.report import known_encoding, tell_faults


class Names(Struct, frozen=True, dict=True):
    """The ids that texts may name; `known` has no vocabulary when that has a fault of its own."""

    known: Known
    comparisons: Collection[str]

    @cached_property
    def fingerprint(self) -> str:
        """Stands for all of them, and for the labels by which ids are suggested."""
        vocabulary = self.known.vocabulary
        groups = (
            _labelled(vocabulary.categories) if vocabulary else "?",
            _labelled(vocabulary.tags) if vocabulary else "?",
            sorted(self.known.sources),
            _labelled(self.known.titles or {}),
            sorted(self.comparisons),
        )
        return hashlib.sha256(repr(groups).encode()).hexdigest()

    def has(self, used: Version) -> bool:
        """Whether all that a text without fault names is there."""
        vocabulary = self.known.vocabulary
        return (
            vocabulary is not None
            and (used.kind == "page" or used.category in vocabulary.categories)
            and all(name in vocabulary.tags for name in used.tags)
            and all(name in self.known.sources for name in used.sources)
            and all(name in self.comparisons for name in used.body.comparisons())
        )


def _labelled(labels: Mapping[str, LocalText]) -> list[tuple[str, str | None, str | None]]:
    return [(name, label.vi, label.en) for name, label in sorted(labels.items())]


class TextRecord(Struct, frozen=True):
    """What a text file says: its `version`, None when its front matter has a fault.

    `outline` is known all the same. `findings` are sentences that may be spam, with their lines, those that are
    read together in one group; `names` is the fingerprint of those that were known when its `problems` were found.
    """

    path: str
    version: Version | None
    outline: Outline
    problems: tuple[Problem, ...] = ()
    findings: tuple[tuple[tuple[int, Finding], ...], ...] = ()
    translation_line: int = 1
    names: str = ""

    def holds(self, names: Names, fingerprint: str) -> bool:
        """Whether it is still what its file says, now that these are the names."""
        if self.version is not None and not self.problems:
            return names.has(self.version)
        return self.names == fingerprint


class TextFile(Struct, frozen=True):
    """A record, the converted text as bytes for keeping, and its words without markup.

    It is `lasting` unless time was up.
    """

    record: TextRecord
    converted: bytes
    text: str
    lasting: bool


def record_to_bytes(record: TextRecord) -> bytes:
    """`record` for keeping; empty when its path, or what it says, is none in Unicode."""
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError:
        return b""


def record_from_bytes(data: bytes) -> TextRecord:
    """The record that `record_to_bytes` was given; ValueError when it is none."""
    return _DECODER.decode(data)


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(TextRecord)


def read_text_file(
    place: Place, data: bytes, names: Names, converter: Converter | None, *, judged: bool = True
) -> Stages[TextFile]:
    """What `data`, the bytes of the file at `place`, say; in stages.

    Without a `converter` its Markdown is not read, and unless it is `judged` its letters and
    sentences are not looked at.
    """
    problems = Problems()
    text = _letters(place.path, data, problems, judged=judged)
    yield ""
    manuscript = None
    if _is_named_well(place, problems) and text is not None:
        manuscript = read_manuscript(place, text, names.known, names.comparisons, problems)
    if manuscript is None or text is None:
        return _text_file(TextRecord(place.path, None, Outline()), Body(), names, problems)
    yield ""
    body = (yield from converter.stages(manuscript.text, place.path)) if converter else Body()
    outline = body.outline
    tell_lost(manuscript, outline, body.pieces, problems)
    loud = (yield heard_of(manuscript.fields)) if judged else ()
    record = TextRecord(
        place.path,
        version_of(place, manuscript.fields, outline) if manuscript.fields else None,
        outline,
        findings=tuple(_findings(manuscript, text, body, loud)) if judged else (),
        translation_line=manuscript.translation_line,
    )
    return _text_file(record, body, names, problems)


def _letters(path: str, data: bytes, problems: Problems, *, judged: bool) -> str | None:
    """The text in `data`; None after recording that there is none."""
    raw = decoded(path, data, known_encoding, problems)
    text = composed(path, raw, problems) if raw is not None else None
    if raw and judged and not (text and is_too_long(markdown_below(text)[0])):
        tell_faults(path, raw, problems)
    return text


def _text_file(record: TextRecord, body: Body, names: Names, problems: Problems) -> TextFile:
    found = tuple(problems)
    known = names.fingerprint if found or record.version is None else ""
    return TextFile(
        replace(record, problems=found, names=known),
        pieces_to_bytes(body.pieces),
        body.text,
        not body.timed_out,
    )


def _is_named_well(place: Place, problems: Problems) -> bool:
    names = [place.key.rpartition("/")[2], *([place.owner] if place.owner else [])]
    wrong = [name for name in names if not is_id(name)]
    for name in wrong[:1]:
        problems.add(place.path, 1, "ten-sai", name=name)
    return not wrong


def _findings(
    manuscript: Manuscript, text: str, body: Body, loud: Loud
) -> Iterator[tuple[tuple[int, Finding], ...]]:
    if body.suspects:
        lines = SentenceLines(manuscript.text)
        first = manuscript.first_line
        yield tuple((first + lines.above(one.sentence), one) for one in body.suspects)
    if loud != () and (found := in_fields(manuscript.fields, text)):
        yield tuple(found)
