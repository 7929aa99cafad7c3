"""The catalogs of the texts that templates and plugins show, compiled in memory.

CatalogError    a catalog that is absent, broken or of another language
"""

from __future__ import annotations

import gettext
import re
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.languages.language import Lang

_LINE = re.compile(
    r"""\s*(?:\#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]+\])?)\s*)?
    "(?:[^"\\]|\\.)*"\s*)?""",
    re.VERBOSE,
)


class CatalogError(Exception):
    """A catalog that cannot be used: which file, and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def catalog_path(folder: Path, lang: Lang) -> Path:
    """Where the catalog of `lang` lies in the folder of all translations."""
    return folder / lang / "LC_MESSAGES" / "portal.po"


def read_catalog(path: Path, lang: Lang) -> Catalog:
    """The messages of a `.po` file in UTF-8 whose header names `lang`."""
    try:
        text = path.read_text(encoding="utf-8")
        _check_lines(path, text)
        catalog = read_po(StringIO(text), ignore_obsolete=True, abort_invalid=True)
    except OSError as error:
        raise CatalogError(path, error.strerror or str(error)) from error
    # Babel does not check the dates of a header, and stumbles over None.
    except (PoFileError, ValueError, AttributeError) as error:
        raise CatalogError(path, str(error)) from error
    if catalog.locale_identifier != lang:
        raise CatalogError(path, f"the header does not name the language '{lang}'")
    catalog.charset = "utf-8"
    return catalog


def _check_lines(path: Path, text: str) -> None:
    """Babel takes the last letter of a text for its quote when the quote is missing."""
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            raise CatalogError(path, f"line {number} cannot be read")


def load_catalog(folder: Path, lang: Lang) -> gettext.NullTranslations:
    """The translations of `lang`, ready to look up; fuzzy ones count as missing."""
    path = catalog_path(folder, lang)
    compiled = BytesIO()
    write_mo(compiled, read_catalog(path, lang))
    compiled.seek(0)
    try:
        return gettext.GNUTranslations(compiled)
    except ValueError as error:
        raise CatalogError(path, str(error)) from error
