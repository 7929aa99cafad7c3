"""The name of a thing instead of its id."""

from __future__ import annotations

import pytest

from plugins.articles.meant import meant_id
from plugins.languages.fields import LocalText

NAMES = {
    "dich-vu-cong": LocalText(vi="Dịch vụ công", en="Public services"),
    "bao-2026": LocalText(vi="Báo cáo năm của Sở Nội vụ", en=None),
    "tin": LocalText(vi="Tin chung", en="General"),
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Dịch vụ công", "dich-vu-cong"),
        ("dịch vụ công", "dich-vu-cong"),
        ("Public Services", "dich-vu-cong"),
        ("dich-vu-cog", "dich-vu-cong"),
        ("Báo cáo năm của Sở Nội Vụ", "bao-2026"),
        ("Báo cáo năm của sở nội", "bao-2026"),
        ("Tin chung", "tin"),
        ("Kinh tế", ""),
        ("", ""),
    ],
)
def test_the_id_of_a_name_is_known(written: str, meant: str) -> None:
    """In either language, with and without marks, and with a slip of the pen."""
    assert meant_id(written, NAMES, NAMES) == meant


def test_only_ids_that_may_stand_there_are_meant() -> None:
    """A name of something else is no help."""
    assert meant_id("Tin chung", ["dich-vu-cong"], NAMES) == ""
