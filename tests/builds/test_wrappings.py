"""What pages put around the words of the content is taken away before they are judged."""

from __future__ import annotations

import pytest

from plugins.builds.wrappings import AROUND, AROUND_LIST, BEHIND, unwrapper
from plugins.comparisons.model import Comparison
from plugins.languages.catalogs import load_catalog
from plugins.languages.fields import LocalText
from plugins.languages.language import LANGS
from plugins.portals.portal import Identity
from tests.conftest import ROOT

CATALOGS = {lang: load_catalog(ROOT / "theme" / "translations", lang) for lang in LANGS}
PORTAL = Identity(
    name=LocalText(vi="Cổng xã Mẫu"), agency=LocalText(vi="UBND xã"), url="https://mau.example/"
)

OPTIONS = tuple((name, LocalText(en=name)) for name in ("A", "B", "C and D"))
TABLE = Comparison("bang", LocalText(vi="Bảng"), OPTIONS, ())


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("Đất đai – Cổng xã Mẫu", "Đất đai"),
        ("Đất đai – trang 2 – Cổng xã Mẫu", "Đất đai"),
        ("Đất đai – Cổng xã Mẫu nhé", "Đất đai – Cổng xã Mẫu nhé"),
        ("Thẻ: thuế", "thuế"),
        ("Tag: taxes – Cổng xã Mẫu", "taxes"),
        ("thuế (12)", "thuế"),
        ("Không mất phí[1]", "Không mất phí"),
        ("Cổng xã Mẫu · https://mau.example/dat-dai/", "Cổng xã Mẫu"),
        ("UBND xã Cổng xã Mẫu", "UBND xã\nCổng xã Mẫu"),
        ("Side by side: A, B and C and D.", "A\nB\nC and D"),
        ("Side by side: A and X.", "Side by side: A and X."),
        ("Một câu thường.", "Một câu thường."),
    ],
)
def test_additions_are_taken_away(shown: str, words: str) -> None:
    """Names behind titles, words around labels, numbers of notes, the place of a print."""
    assert unwrapper(CATALOGS, [PORTAL], [TABLE])(shown) == words


def test_the_messages_are_those_of_the_pages() -> None:
    """One that was reworded would no longer be taken away."""
    translated = {str(key) for key in vars(CATALOGS["vi"])["_catalog"]}

    assert {*AROUND, AROUND_LIST, BEHIND} <= translated
