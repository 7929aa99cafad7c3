"""Catalogs compiled in memory."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from plugins.languages.catalogs import CatalogError, catalog_path, load_catalog

_HEADER = """\
msgid ""
msgstr ""
"Language: vi\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
_MESSAGES = """\
msgid "Search"
msgstr "Tìm kiếm"

msgctxt "month"
msgid "May"
msgstr "Tháng 5"

msgid "%(num)s page"
msgid_plural "%(num)s pages"
msgstr[0] "%(num)s trang"

#, fuzzy
msgid "Home"
msgstr "Nhà"

msgid "Archive"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Đã bỏ"
"""


def _write(folder: Path, data: str | bytes) -> Path:
    path = catalog_path(folder, "vi")
    path.parent.mkdir(parents=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_catalog_lies_where_gettext_looks_for_it(tmp_path: Path) -> None:
    """Translators' tools find the files without being told."""
    assert catalog_path(tmp_path, "en") == tmp_path / "en/LC_MESSAGES/portal.po"


def test_messages_are_translated_with_context_and_number(tmp_path: Path) -> None:
    """Vietnamese has one form for every number."""
    _write(tmp_path, _HEADER + _MESSAGES)

    catalog = load_catalog(tmp_path, "vi")

    assert catalog.gettext("Search") == "Tìm kiếm"
    assert catalog.pgettext("month", "May") == "Tháng 5"
    assert catalog.gettext("May") == "May"
    for number in (0, 1, 5):
        assert catalog.ngettext("%(num)s page", "%(num)s pages", number) == "%(num)s trang"


def test_fuzzy_missing_and_obsolete_messages_are_not_used(tmp_path: Path) -> None:
    """A guess is never shown to readers."""
    _write(tmp_path, _HEADER + _MESSAGES)

    catalog = load_catalog(tmp_path, "vi")

    assert [catalog.gettext(text) for text in ("Home", "Archive", "Gone")] == [
        "Home",
        "Archive",
        "Gone",
    ]


@pytest.mark.parametrize(
    "data",
    [
        "",
        _MESSAGES,
        _HEADER.replace("Language: vi", "Language: en"),
        _HEADER + "<<<<<<< HEAD\n" + _MESSAGES,
        _HEADER + 'msgid "Search"\nmsgstr "Tìm\n',
        _HEADER + 'msgid "Search" "Tìm"\nx',
        _HEADER + 'msgid "Search"\nmsgid "May"\nmsgstr "Tháng 5"\n',
        _HEADER.replace("plural=0", "plural=n+"),
        _HEADER.replace('"Content', '"POT-Creation-Date: today\\n"\n"Content'),
        _HEADER.encode() + b'msgid "a"\nmsgstr "\xff\xfe"\n',
        (_HEADER + _MESSAGES).encode("utf-16"),
    ],
    ids=[
        "empty",
        "no header",
        "another language",
        "conflict",
        "open quote",
        "no keyword",
        "no translation line",
        "plural",
        "date",
        "not utf-8",
        "utf-16",
    ],
)
def test_a_broken_catalog_is_an_error_that_names_it(tmp_path: Path, data: str | bytes) -> None:
    """A portal is never built in the wrong language because a file is damaged."""
    path = _write(tmp_path, data)

    with pytest.raises(CatalogError) as caught:
        load_catalog(tmp_path, "vi")

    assert caught.value.path == path
    assert caught.value.reason
    assert str(path) in str(caught.value)


def test_an_absent_catalog_is_an_error_that_names_it(tmp_path: Path) -> None:
    """The error says which file is missing, and crosses processes whole."""
    with pytest.raises(CatalogError) as caught:
        load_catalog(tmp_path, "en")

    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.path == tmp_path / "en/LC_MESSAGES/portal.po"
    assert str(copy) == str(caught.value)
