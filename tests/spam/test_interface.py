"""What the program itself writes into texts and pages is no offer."""

from __future__ import annotations

import re

import pytest

from plugins.languages.catalogs import catalog_path, read_catalog
from plugins.languages.language import LANGS, Lang
from plugins.markup.convert import Converter
from plugins.spam.inspect import inspect
from tests.conftest import ROOT

_PLACE = re.compile(r"%\(\w+\)[sd]")


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_of_the_interface_is_warned_of(lang: Lang) -> None:
    """Whatever stands in the places of what is put in."""
    found = read_catalog(catalog_path(ROOT / "theme" / "translations", lang), lang)
    forms = (one for message in found for one in (message.id, message.string))
    texts = {form for one in forms for form in ([one] if isinstance(one, str) else one or ())}

    assert [text for text in sorted(texts) if inspect(_PLACE.sub("3", text))] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_links_back_from_notes_are_not_warned_of(lang: Lang) -> None:
    """Every text with notes has them."""
    text = "".join(f"Chữ[^{one}].\n\n[^{one}]: Ghi chú.\n\n" for one in range(1, 40))

    assert Converter(lang).convert(text, "a.md").suspects == ()
