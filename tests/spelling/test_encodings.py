"""Encodings are told by the syllables that they give."""

from __future__ import annotations

import pytest

from plugins.spelling.encodings import recognise
from tests.bad_inputs.legacy import encode_legacy

TEXT = "Quyết định số 942/QĐ-TTg của Thủ tướng.\nCộng hòa xã hội chủ nghĩa."


@pytest.mark.parametrize(
    ("name", "encoding"), [("tcvn3", "TCVN3 (ABC)"), ("vni", "VNI"), ("viscii", "VISCII")]
)
def test_legacy_encodings_are_named(name: str, encoding: str) -> None:
    """They are offered with the text that was meant, and are never sure."""
    found = recognise(encode_legacy(TEXT, name))

    assert found is not None
    assert (found.encoding, found.text, found.sure) == (encoding, TEXT, False)
    assert found.sample() == "Quyết định số 942/QĐ-TTg của Thủ tướng."


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_known_with_and_without_its_mark(codec: str) -> None:
    """It is sure, so that it may be decoded."""
    found = recognise(TEXT.encode(codec))

    assert found is not None
    assert (found.encoding, found.text, found.sure) == ("UTF-16", TEXT, True)


def test_windows_1258_is_sure() -> None:
    """Its tones follow their letters."""
    found = recognise("Quyê\u0301t ði\u0323nh".encode("cp1258", "ignore") + b" \xf0\xf3 l\xe0")

    assert found is not None
    assert (found.encoding, found.sure) == ("windows-1258", True)
    assert "Quyết" in found.text


@pytest.mark.parametrize("text", ["Crème brûlée, déjà vu, où", "Müller für Köln, Größe", "là hòa"])
def test_other_languages_are_latin_1(text: str) -> None:
    """French, German and what every encoding reads alike are no legacy Vietnamese."""
    found = recognise(text.encode("latin-1"))

    assert found is not None
    assert (found.encoding, found.text, found.sure) == ("windows-1252 (Latin-1)", text, False)


def test_what_no_program_of_western_europe_wrote_is_not_known() -> None:
    """It is no Vietnamese either, and no converter of Vietnamese letters mends it."""
    assert recognise(b"caf\xe9 \x81 r\xe9sum\xe9") is None
