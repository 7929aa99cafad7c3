"""The committed catalogs hold every message of the code and the theme, translated."""

from __future__ import annotations

from plugins.languages.extraction import check_catalogs
from tests.conftest import ROOT


def test_catalogs_are_complete_and_up_to_date() -> None:
    """The task `i18n` would have nothing to say and nothing to write."""
    assert check_catalogs(ROOT) == []
