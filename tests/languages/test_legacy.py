"""The encodings from before Unicode are read letter by letter."""

from __future__ import annotations

import pytest

from plugins.languages.legacy import LEGACY, from_tcvn3, from_viscii, from_vni
from tests.bad_inputs.legacy import encode_legacy

SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


def written(text: str, encoding: str) -> str:
    """`text` in an encoding, as Latin-1 shows it."""
    return encode_legacy(text, encoding).decode("latin-1")


@pytest.mark.parametrize("letter", SMALL + SMALL.upper())
def test_every_marked_letter_of_vni_and_viscii_is_read(letter: str) -> None:
    """All 134 letters make the round trip."""
    assert from_vni(written(letter, "vni")) == letter
    assert from_viscii(written(letter, "viscii")) == letter


@pytest.mark.parametrize("letter", SMALL)
def test_every_letter_of_tcvn3_is_read_in_the_case_of_its_word(letter: str) -> None:
    """Capitals with tones are small letters of words in capitals."""
    assert from_tcvn3(written(letter, "tcvn3")) == letter
    assert from_tcvn3(f"B{written(letter, 'tcvn3')}NG") == f"B{letter.upper()}NG"


@pytest.mark.parametrize(
    ("encoding", "text", "meant"),
    [
        ("TCVN3 (ABC)", "ChÝnh phñ ®iÖn tö", "Chính phủ điện tử"),
        ("TCVN3 (ABC)", "CHÝNH PHñ", "CHÍNH PHỦ"),
        ("TCVN3 (ABC)", "CHñ TÞCH ñY BAN NH¢N D¢N X·", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"),
        ("TCVN3 (ABC)", "UBND X· §«ng", "UBND Xã Đông"),
        ("TCVN3 (ABC)", "X·", "Xã"),
        ("TCVN3 (ABC)", "Céng hßa x· héi", "Cộng hòa xã hội"),
        ("TCVN3 (ABC)", "QuyÕt ®Þnh sè 942/Q§-TTg", "Quyết định số 942/QĐ-TTg"),
        ("VNI", "Chính phuû ñieän töû", "Chính phủ điện tử"),
        ("VNI", "Quyeát ñònh soá 942/QÑ-TTg", "Quyết định số 942/QĐ-TTg"),
        ("VNI", "Coäng hoøa xaõ hoäi", "Cộng hòa xã hội"),
        ("VNI", "Uûy ban ñöôïc môùi ÑÖÔØNG", "Ủy ban được mới ĐƯỜNG"),
        ("VISCII", "Chính phü ði®n tØ", "Chính phủ điện tử"),
        ("VISCII", "Quyªt ð¸nh s¯ 942/QÐ-TTg", "Quyết định số 942/QĐ-TTg"),
        ("VISCII", "Cµng hòa xã hµi", "Cộng hòa xã hội"),
    ],
)
def test_texts_are_read(encoding: str, text: str, meant: str) -> None:
    """The table of each encoding gives the text that was meant."""
    assert LEGACY[encoding](text) == meant
