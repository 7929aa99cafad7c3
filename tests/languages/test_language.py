"""The languages of the portals."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plugins.languages.language import LANGS, is_lang, other


def test_the_languages_are_vietnamese_first_and_english() -> None:
    """Vietnamese comes first wherever languages are listed."""
    assert LANGS == ("vi", "en")


def test_the_other_of_the_other_language_is_the_same() -> None:
    """Each language is the other of the other."""
    assert [other(lang) for lang in LANGS] == ["en", "vi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("vi", True), ("en", True), ("VI", False), ("en-GB", False), ("fr", False), ("", False)],
)
def test_only_the_two_codes_are_languages(text: str, expected: bool) -> None:  # noqa: FBT001
    """A code in another form or of another language is none."""
    assert is_lang(text) is expected


def test_the_package_needs_neither_pelican_nor_pytz() -> None:
    """With pytz, constructed datetimes would print the offset +07:07."""
    modules = "catalogs collation dates extraction language lists numbers text".split()
    code = (
        "import sys, importlib\n"
        f"for name in {modules!r}: importlib.import_module('plugins.languages.' + name)\n"
        "print(sorted({'pelican', 'pytz'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
