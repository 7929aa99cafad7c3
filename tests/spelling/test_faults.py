"""Faults in the letters of texts, and the texts without them."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.spelling.faults import find_faults, mended
from plugins.spelling.report import check_spelling, kind_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Letters, marks and signs that faults are made of.
PIECES = st.lists(
    st.sampled_from(
        [
            *("chính", "phủ", "tửlà", "hòa", "hoà", "QÐ", "đó", "ðó", " ", "\n", "`", "\u00a0"),
            *(
                "\u200b",
                "\u00ad",
                "\u202e",
                "\u0301",
                "\u0302",
                "e",
                "ph\u043e",
                "\uff57",
                "\u200d",
            ),
            *("ChÝnh", "phñ", "Viá»‡t", "❤", "\ufe0f", "en: ", "{", "}", "https://x/", "5"),
        ]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "code", "repaired", "is_safe"),
    [
        ("Ch\u200bính phủ", "ky-tu-an", "Chính", True),
        ("nhà\u200bnước", "ky-tu-an", "nhà nước", True),
        ("hợp\u00adđồng", "ky-tu-an", "hợp đồng", True),
        ("chính\u00adphủ", "ky-tu-an", "chính phủ", True),
        ("hoàn\u00adg", "ky-tu-an", "hoàng", True),
        ("ngày\u200b5", "ky-tu-an", "ngày 5", True),
        ("5\u200btháng", "ky-tu-an", "5 tháng", True),
        ("Văn\u200bA", "ky-tu-an", "Văn A", True),
        ("tại\u200bUBND", "ky-tu-an", "tại UBND", True),
        ("UBND\u200bHĐND", "ky-tu-an", "UBND HĐND", True),
        ("1\u200b000", "ky-tu-an", "1000", True),
        ("QL\u200b1", "ky-tu-an", "QL1", True),
        ("N\u00d0-CP", "chu-gia", "NĐ", True),
        ("c\u043e thể", "chu-gia", "co", True),
        ("N\u01a3ớc sạch", "chu-gia", "Nước", True),
        ("\u01a2u tiên", "chu-gia", "Ưu", True),
        ("t\u01a3\u0300ng người", "chu-gia", "từng", True),
        ("\u217cà người", "chu-gia", "là", True),
        ("\u0251nh và em", "chu-gia", "anh", True),
        ("Đ\u0323ất đai", "chu-gia", "Đất", True),
        ("xã \u042c\u0430", "chu-gia", "Ba", True),
        ("dịch\u00a0vụ", "cach-khong-ngat", "dịch vụ", True),
        ("ch\u202fính", "cach-khong-ngat", "chính", True),
        ("điện tửlà", "am-tiet-dinh", "tử là", False),
        ("sốquốcgia", "am-tiet-dinh", "số quốc gia", False),
        ("phủđiệntửlàgì", "am-tiet-dinh-dai", "phủ điện tử là gì", False),
        ("ChÝnh phñ ®iÖn tö", "sot-bang-ma", "Chính phủ điện tử", False),
        ("n\u00adíc ta vµ nh©n d©n", "sot-bang-ma", "nước ta và nhân dân", False),
        ("là Céng hßa x· héi", "sot-bang-ma", "Cộng hòa xã hội", False),
        ("hßa x· héi Céng an", "sot-bang-ma", "hòa xã hội Cộng", False),
        ("Viá»‡t", "sot-bang-ma", "Việt", False),
        ("QuyÕt ®Þnh sè 942/Q§-TTg", "sot-bang-ma", "Quyết định số 942/QĐ", False),
        (
            "Quyết định này. QuyÕt ®Þnh sè 942/Q§-TTg.",
            "sot-bang-ma",
            "Quyết định số 942/QĐ",
            False,
        ),
        ("số 5: Quyeát ñònh soá 942/QÑ-TTg", "sot-bang-ma", "Quyết định số 942/QĐ", False),
        ("Quyªt ð¸nh s¯ 942/QÐ-TTg", "sot-bang-ma", "Quyết định số 942/QĐ", False),
        ("Nghị định 30/2020/N§-CP", "sot-bang-ma", "NĐ", False),
        ("UBND tØnh", "sot-bang-ma", "tỉnh", False),
        ("Ngày mai tr¶i có mßa", "sot-bang-ma", "trời có mưa", False),
        ("Danh sách hµ nghèo nåm nay", "sot-bang-ma", "hộ nghèo năm", False),
        ("Trân tr÷ng kính m¶i", "sot-bang-ma", "Trân trọng kính mời", False),
        ("thü tøc hành chính", "sot-bang-ma", "thủ tục", False),
        ("®iÖn", "sot-bang-ma", "điện", False),
        ("CHÝNH PHñ", "sot-bang-ma", "CHÍNH PHỦ", False),
        ("UBNDtỉnh", "am-tiet-dinh", "UBND tỉnh", False),
        ("tỉnhUBND", "am-tiet-dinh", "tỉnh UBND", False),
        ("tiéng", "am-tiet-sai", "tiếng", False),
        ("Viẹt", "am-tiet-sai", "Việt", False),
        ("Truòng", "am-tiet-sai", "Trường", False),
        ("mỉền Bắc", "am-tiet-sai", "miền", False),
        ("tìền mặt", "am-tiet-sai", "tiền", False),
        ("Tàì sản", "am-tiet-sai", "Tài", False),
        ("Ủý ban", "am-tiet-sai", "Ủy", False),
        ("TÀÌ LIỆU", "am-tiet-sai", "TÀI", False),
        ("Vàý áo", "am-tiet-sai", "Vàý", False),
        ("Sóì rừng", "am-tiet-sai", "Sóì", False),
        ("chúý", "am-tiet-sai", "chúý", False),
        ("ghé Kubẹt", "am-tiet-sai", "Kubẹt", False),
        ("mua càphê", "am-tiet-dinh", "cà phê", False),
        ("Mộttrong số", "am-tiet-dinh", "Một trong", False),
        ("BếnSung", "am-tiet-dinh", "Bến Sung", False),
        ("SỐQUỐC", "am-tiet-dinh", "SỐ QUỐC", False),
        ("-\u00a0dịch vụ", "cach-khong-ngat", "- dịch", True),
        ("1.\u00a0Một việc", "cach-khong-ngat", "1. Một", True),
        ("- Một việc\n\u00a0\u00a0- \u00a0con", "cach-khong-ngat", "-  con", True),
        ("dịch\u2007vụ", "cach-khong-ngat", "dịch vụ", True),
        ("dịch\u3000vụ", "cach-khong-ngat", "dịch vụ", True),
        ("Ch\ufffdnh sách", "chu-mat", "Ch\ufffdnh", False),
        ("tie\u0302\u0301ng", "chua-nfc", "tiếng", True),
        ("ở Ðông Sơn", "chu-gia", "Đông", True),
        ("ɑn xã [", "chu-gia", "an", True),
    ],
)
def test_a_fault_is_found_with_its_repair(
    text: str, code: str, repaired: str, *, is_safe: bool
) -> None:
    """Each sort is named once, and mended by itself only where that is safe."""
    faults = find_faults(text, "vi")

    assert [(one.code, one.repaired, one.safe) for one in faults] == [(code, repaired, is_safe)]
    assert (mended(text, "vi") != text) is is_safe


@pytest.mark.parametrize(
    "text",
    [
        "Crème brûlée, où, haï, Müller, Köln, São Paulo, Erdoğan, Diyarbakır, Davíð, Москва, 5 μm",
        "Ê-đê, Êđê, Đắk Lắk, M'Đrắk, Xơ Đăng, 942/QĐ-TTg, HĐND, km², «Chính phủ» © 2026 ·",
        "Lễ hội Pồn Pôông, Poồn Pôông",
        "Người Xơđăng, Cơho, Cơtu, Tàôi, Rơmăm, Chơro, Mơnông, Hrê, Brâu, Khơmú, Hmông, H'Mông",
        "Sông Pôkô, Sêrêpôk, huyện Đakrông, Krông Pắc, Pù Luông, bóng cây Kơnia, Kơ Nia, Mađagui",
        "“XÃ” và ‘ĐÃ’, 5\u00a0km, ngày\u00a02, Như\u00a0Thanh",
        "\u00a0Đoạn\n\n`-\u00a0a`, Điều 1.\u00a0Phạm vi\n2026.\u00a0Năm\n\n&nbsp;Đoạn",
        "`tửlà` https://x/tửlà ({filename}/articles/tửlà)\n```\ntửlà\n```\n",
        "👨\u200d👩\u200d👧 ❤\ufe0f",
        "5µm ± 2µm, 3 µg, 10±2, x±1, y±2",
        "m² m³ x¹, km² cm² 25°C 30°C, N° 5, N° 6, nº 7, 5×5, col·legi, © VNPT, ©FPT, Windows®",
        "naïveté, créée, dépôt, hôtel, élevé, ñandú, señor, Søren, GROßE, «Số» § 5",
        "`Ch\ufffdnh`",
        "quý, hoàn, huỳnh, của, hòa",
        "Chương Ⅴ, mục Ⅹ, ⅳ, ⅹ; phiên âm /ɑn/ và [ɡɑ], góc ɑ; chữ Ь, Москва, tiếng Yorùbá ọ̀rọ̀",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Names, foreign words, abbreviations, code and addresses are no faults."""
    assert find_faults(text, "vi") == ()


def test_a_wrong_syllable_without_a_likely_word_has_another_cure(tmp_path: Path) -> None:
    """Nobody is told to write what is wrong, or a name in two words."""
    (tmp_path / "a.md").write_text("Kubẹt, Vàý, tìền", encoding="utf-8")
    problems = Problems()
    check_spelling(content_tree(tmp_path, problems), ["a.md"], problems)

    assert {one.fix("en") for one in problems} == {
        "Check its marks, and put a space into it where it is two words.",
        "Maybe 'tiền' is meant.",
    }


def test_what_cannot_be_seen_is_named_in_a_report(tmp_path: Path) -> None:
    """The letter ư of TCVN3 is a soft hyphen, which no screen shows."""
    (tmp_path / "a.md").write_text("N\u00adíc ta vµ nh©n d©n", encoding="utf-8")
    problems = Problems()
    check_spelling(content_tree(tmp_path, problems), ["a.md"], problems)

    (only,) = problems
    assert only.message("vi").startswith("'N⟨U+00AD⟩íc ta vµ nh©n d©n' là chữ còn sót lại")


def test_mixed_tones_name_the_other_spelling_and_its_line() -> None:
    """The rarer way is told, with a place of the usual one."""
    faults = find_faults("Hòa bình.\nhòa giải\nhoà hợp\n", "vi")

    assert [(one.found, one.repaired, one.about) for one in faults] == [("hoà", "hòa", "Hòa\n1")]


def test_english_is_no_vietnamese() -> None:
    """Words and tones are not judged in English; characters are."""
    assert find_faults("tửlà hòa hoà", "en") == ()
    assert find_faults("a: {vi: là, en: tửlà}\nb:\n  en: tửlà\n", "data") == ()
    assert [one.code for one in find_faults("wo\u200brd", "en")] == ["ky-tu-an"]


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")) + sorted(CONTENT.rglob("*.yaml")))
def test_the_content_has_no_fault(path: Path) -> None:
    """Clean texts give no false find."""
    assert find_faults(path.read_text(encoding="utf-8"), kind_of(path.name)) == ()


@given(PIECES)
def test_mending_twice_changes_nothing_more(text: str) -> None:
    """What is mended has no safe fault left."""
    once = mended(text, "vi")

    assert mended(once, "vi") == once


@given(st.text())
def test_text_without_faults_stays(text: str) -> None:
    """Only a fault is a reason to change something."""
    if unicodedata.is_normalized("NFC", text) and not find_faults(text, "vi"):
        assert mended(text, "vi") == text


@pytest.mark.parametrize(
    "part", ["\u200b", "tửlà", "tửlà ", "ChÝnh phñ ", "Viá»‡t ", "аb ", "ð ", "`", "```\n", "en: {"]
)
def test_hostile_text_costs_no_more_than_its_length(part: str) -> None:
    """Two megabytes of anything are judged in linear time."""
    text = part * (2_000_000 // len(part.encode()))
    started = time.process_time()

    find_faults(text, "data")

    assert time.process_time() - started < 6


@pytest.mark.parametrize("part", ["\u200b", "a\u200b", "-\u00a0x\n"])
def test_many_equal_places_are_mended_in_a_moment(part: str) -> None:
    """The longest text of an article may be made of them."""
    text = part * (480_000 // len(part.encode()))
    started = time.process_time()

    mended(text, "vi")

    assert time.process_time() - started < 2.5


@pytest.mark.parametrize(
    "text",
    [
        "Cho sinα, 2πR, πr², Σxi, λmax, ηH, ρV, μmol, kΩ, ΔABC, α-β, λ/μ, sinαcosβ, cosφ và dσ.",
        "ភាសា\u200bខ្មែរ, ไทย\u200bไทย, ລາວ\u200bລາວ",
        "Chữ می\u200cخواهم, नमस्\u200dते và 👨\u200d👩\u200d👧.",
    ],
)
def test_formulas_and_other_scripts_stay_as_they_are(text: str) -> None:
    """Greek letters beside Latin ones are quantities, and some scripts need their joiners."""
    assert find_faults(text, "vi") == ()
    assert mended(text, "vi") == text


@pytest.mark.parametrize("word", ["nhο", "cάi", "cαsino", "thưởηg", "thα"])
def test_greek_in_words_is_a_disguise(word: str) -> None:
    """A word that would be Latin but for letters that look Latin is told."""
    assert [one.code for one in find_faults(f"Nơi {word}.", "vi")] == ["chu-gia"]


@pytest.mark.parametrize(
    "code", ["`a\u200b nhа`", "```\na\u200b nhа\n```", "\n    a\u200b\u00a0nhа bc"]
)
def test_code_is_not_changed(code: str) -> None:
    """What a program means by a character nobody else can tell; it is reported all the same."""
    text = f"Mã:\n{code}\n"

    assert "ky-tu-an" in [one.code for one in find_faults(text, "vi")]
    assert mended(text, "vi") == text


@pytest.mark.parametrize(
    ("text", "found", "repaired"),
    [
        ("Từ nay – \u200b – về sau.", "Từ nay – ⟨U+200B⟩ – về sau.", "Từ nay –  – về sau."),
        ("Một.\n\n\u200b\n\nHai.", "Một.\n\n⟨U+200B⟩\n\nHai.", "Một.\n\n\n\nHai."),
    ],
)
def test_a_place_without_letters_is_shown_by_what_is_near(
    text: str, found: str, repaired: str
) -> None:
    """Nobody can look for an empty word."""
    (fault,) = find_faults(text, "vi")

    assert (fault.found, fault.repaired) == (found, repaired)


def test_words_that_only_spaces_of_no_width_part_are_parted() -> None:
    """Parts of one syllable are joined, and numbers stay whole."""
    text = "th|i|ế|t|b|ị NG|UYỄ|N ngày|5|tháng|3, Nguyễn|Văn|A, 1|000 th|ông|tin"

    assert mended(text.replace("|", "\u200b"), "vi") == (
        "thiết bị NGUYỄN ngày 5 tháng 3, Nguyễn Văn A, 1000 thông tin"
    )
