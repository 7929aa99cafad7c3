"""What the front matter of the tests may name."""

from __future__ import annotations

import pytest

from plugins.articles.front_matter import Known
from plugins.articles.vocabulary import Vocabulary
from plugins.languages.fields import LocalText


@pytest.fixture(scope="session")
def known() -> Known:
    """Two categories, two tags and two sources."""
    return Known(
        Vocabulary(
            categories={"tin": LocalText(vi="Tin"), "dat-dai": LocalText(vi="Đất đai")},
            tags={"thue": LocalText(vi="thuế"), "so-do": LocalText(vi="sổ đỏ")},
        ),
        {"bao": object(), "luat": object()},
    )
