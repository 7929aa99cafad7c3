"""The texts as results show them."""

from __future__ import annotations

from plugins.search.texts import Shown, text_file


def test_a_text_is_one_line_whatever_is_in_it() -> None:
    """Breaks and tabs within a title would part it; the spaces of a text are folded before."""
    shown = Shown("Thuế\tđất", "thue/", "2026-11-02", "02/11/2026", "tin", "", "Một hai ba.")

    assert text_file([shown, shown]).decode() == (
        "Thuế đất\tthue/\t2026-11-02\t02/11/2026\ttin\t\tMột hai ba.\n" * 2
    )
