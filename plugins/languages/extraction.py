"""What keeps the catalogs in step with the messages of plugins and templates.

Message ids are plain English. The same sources and translations always give the same files: the
messages are sorted, and neither line numbers nor dates nor versions stand in them.
"""

from __future__ import annotations

import re
import tokenize
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final, TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract, extract_python
from babel.messages.pofile import write_po
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract
from msgspec import Struct

from plugins.languages.catalogs import CatalogError, catalog_path, read_catalog
from plugins.languages.language import LANGS, Lang
from plugins.languages.text import nfc

_Extractor: TypeAlias = Callable[..., Any]

_TRANSLATIONS: Final = "theme/translations"
_SOURCES: Final[tuple[tuple[str, str, _Extractor], ...]] = (
    ("plugins", "*.py", extract_python),
    ("theme/templates", "*.html", babel_extract),
    ("theme/templates", "*.xml", babel_extract),
)
# The templates are read as the pages are rendered: with newstyle gettext, which formats every
# message, and with the line breaks inside {% trans %} taken out.
_JINJA_OPTIONS: Final = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|%%|%")


class _Found(Struct, frozen=True):
    """A message where it stands in a source."""

    id: str | tuple[str, ...]
    context: str | None
    path: str
    line: int


class _Plan(Struct, frozen=True):
    """What the files should hold, and what a person has to mend."""

    files: dict[Path, bytes]
    problems: list[str]


class _BrokenSourceError(Exception):
    """A source that cannot be read, so that its messages would be lost."""


class _PortalCatalog(Catalog):
    """A catalog whose header says only what never changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def update_catalogs(root: Path) -> list[str]:
    """Bring the catalogs up to date with the sources, and say what is left to translate.

    Nothing is written while a source cannot be read, nor over a catalog that cannot be read.
    """
    plan = _plan(root)
    for path, data in plan.files.items():
        if _current(path) != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return plan.problems


def check_catalogs(root: Path) -> list[str]:
    """What `update_catalogs` would say, and which files it would change; nothing is written."""
    plan = _plan(root)
    stale = [
        f"{path.relative_to(root).as_posix()} is not up to date with the sources: run the task i18n."
        for path, data in plan.files.items()
        if _current(path) != data
    ]
    return plan.problems + stale


def _current(path: Path) -> bytes | None:
    # A checkout on Windows may have other line ends, which say nothing about the messages.
    return path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else None


def _plan(root: Path) -> _Plan:
    try:
        found = list(_messages(root))
    except _BrokenSourceError as error:
        return _Plan({}, [str(error)])
    files: dict[Path, bytes] = {}
    problems = _lone_percents(found)
    for lang in LANGS:
        path = catalog_path(root / _TRANSLATIONS, lang)
        try:
            old = read_catalog(path, lang) if path.exists() else Catalog(lang)
        except CatalogError as error:
            problems.append(f"{path.relative_to(root).as_posix()}: {error.reason}.")
            continue
        catalog = _updated(lang, found, old)
        files[path] = _written(catalog)
        problems.extend(_problems(lang, catalog))
    return _Plan(files, problems)


def _messages(root: Path) -> Iterator[_Found]:
    for folder, pattern, extractor in _SOURCES:
        for path in sorted((root / folder).rglob(pattern)):
            yield from _extracted(path, path.relative_to(root).as_posix(), extractor)


def _extracted(path: Path, name: str, extractor: _Extractor) -> Iterator[_Found]:
    with path.open("rb") as file:
        try:
            for line, message, _comments, context in extract(
                extractor, file, options=_JINJA_OPTIONS
            ):
                yield _Found(message, context, name, line)
        except TemplateSyntaxError as error:
            raise _BrokenSourceError(f"{name}:{error.lineno}: {error.message}") from error
        except (SyntaxError, tokenize.TokenError, UnicodeError) as error:
            raise _BrokenSourceError(f"{name}: {error}") from error


def _lone_percents(found: list[_Found]) -> list[str]:
    """Templates format every message, so that a '%' that begins nothing breaks the page."""
    return [
        f'{one.path}:{one.line}: write "%%" for "%" in the message "{_texts(one.id)[0]}".'
        for one in found
        if one.path.startswith("theme/")
        and any("%" in _PLACEHOLDER.findall(text) for text in _texts(one.id))
    ]


def _updated(lang: Lang, found: list[_Found], old: Catalog) -> Catalog:
    """The messages of the sources with the translations that `old` has of exactly these."""
    catalog = _PortalCatalog(lang, header_comment=f"# The texts of the portals: {lang}.")
    catalog.fuzzy = False
    for one in found:
        catalog.add(one.id, locations=[(one.path, one.line)], context=one.context)
    for message in catalog:
        if message.id:
            _translate(lang, message, old.get(message.id, message.context))
    return catalog


def _translate(lang: Lang, message: Message, old: Message | None) -> None:
    if old is not None and _texts(old.id) == _texts(message.id):
        strings = tuple(map(nfc, _texts(old.string)))
        message.string = strings if message.pluralizable else strings[0]
        message.user_comments = old.user_comments
        message.flags |= old.flags & {"fuzzy"}
    if lang == "en" and not any(_texts(message.string)):
        message.string = message.id


def _written(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalog, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return file.getvalue().rstrip() + b"\n"


def _problems(lang: Lang, catalog: Catalog) -> list[str]:
    return [
        f"{lang}: {_name(message)} {fault}."
        for message in sorted(catalog)
        if message.id and (fault := _fault(message))
    ]


def _fault(message: Message) -> str:
    """What is wrong with a translation, or an empty text."""
    if not all(_texts(message.string)):
        return "has no translation"
    if message.fuzzy:
        return "is marked fuzzy: check the translation and remove the mark"
    wanted = [_placeholders(text) for text in _texts(message.id)]
    given = [_placeholders(text) for text in _texts(message.string)]
    # The last form serves most numbers; 'one page' may leave its number out.
    if given[-1] != wanted[-1] or any(form - set().union(*wanted) for form in given):
        return "has other placeholders in its translation"
    return ""


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _texts(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message, of which most have one."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _name(message: Message) -> str:
    name = f'"{_texts(message.id)[0]}"'
    return f'{name} (context "{message.context}")' if message.context else name
