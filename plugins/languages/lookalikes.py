"""Letters that look Latin but are not: 'а' of Cyrillic, 'ο' of Greek, '𝐚', 'ａ', 'ⓐ', 'ᴀ'.

The pairs of the scripts follow confusables.txt of Unicode, as far as a letter can be taken for one
of the Latin alphabet, and the letters that writers of spam use for their shape alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

# Pairs, the look-alike and what it looks like, with a space between two pairs.
_PAIRS: Final = (
    # Eth and African D, which keyboards of other languages give for Đ.
    "ÐĐ ðđ ƉĐ ɖđ "
    # The letter gha, which converters of old documents write for Ư.
    "ƢƯ ƣư "
    # Cyrillic
    "АA ВB ГR ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ИN ПN ЄE ЬB ЗZ ЦU ЯR ѴV ѲO Ҏp ҮY ҰY ҲX ҺH "
    "ӀI ӒA ӔE ԀD ԌG ԚQ ԜW ЂH ЋH "
    "аa вb гr еe ѕs іi јj кk мm нh оo рp сc тt уy хx иn пn єe ьb зz цu яr ѵv ѳo ҏp үy ұy ҳx һh "
    "ӏi ԁd ԍg ԛq ԝw ҽe ѡw ꙇi ђh ћh ғf ӿx ԃd ԏt қk ңh ҝk ҡk ҹy ҷy ӄk ӊh ӎm ҩo әe өo ӨO "
    # Greek
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΛA ΜM ΝN ΟO ΠN ΡP ΣE ΤT ΥY ΧX ΘO ϒY ϜF ϹC ϺM ͿJ ϴO "
    "αa βb γy δd εe ζz ηn θo ιi κk λl μu νv οo πn ρp ςc σo τt υu χx ωw ϱp ϲc ϳj ϝf ϵe ϰk ϑo ͺi "
    # Coptic
    "ⲀA ⲂB ⲈE ⲎH ⲒI ⲔK ⲘM ⲚN ⲞO ⲢP ⲤC ⲦT ⲨY ⲬX ⲟo ⲣp ⲥc ⲩy ⲭx ⲁa ⲅr ⲛn ⲕk ⲓi ⲧt ⳐL "
    # Armenian
    "ՍU ՏS ՕO ԼL աw գq զq հh ոn ռn սu ցg քf օo եt ևu դn խu կl յj ճd մu տm "
    # Cherokee
    "ᎠD ᎡR ᎢT ᎥI ᎩY ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎽY ᏀG ᏂH ᏃZ ᏏB ᏒR ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK ᏧD ᏳG ᏴB ᏼB ᎾO "
    "Ꮎo ꭰd ꭱr ꭲt ꭵi ꮁr ꮃw ꮇm ꮋh ꮎo ꮓz ꮩv ꮪs ꮮl ꮯc ꮲp ꮶk "
    # Lisu
    "ꓐB ꓑP ꓒD ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓯA ꓰE ꓲI ꓳO ꓴU ꓵN ꓶL "
    # Georgian, Tifinagh, Runic and the syllables of Canada
    "ყy ჿo ხb ჹu ⴸV ⴹE ⵏI ⵔO ⵕQ ⵝX ᚷX ᛁI ᛕK ᛖM ᛒB ᚱR "
    "ᐯV ᑌU ᑎN ᑭP ᑯD ᑲB ᒍJ ᒪL ᕁX ᕼH ᕽX ᖇR ᖯB ᖴF ᗅA ᗩA ᗞD ᗪD ᗰM ᗯW ᗷB ᙭X ᑕC ᔕS ᘔZ ᘿE ᗴE ᙓE ᘜG ᘝO ᓰI ᐱA "
    "ᖻY ᑢG ᐩT "
    # Letters of other Latin alphabets and of phonetics that differ from a plain one in shape alone.
    "ıi ȷj ƄB ƅb ƖI ɩi ɑa ɒa ɐa ɡg ɢG ɪi ɛe ƐE ɜe ɨi ɯm ɴn ɲn ɳn ɵo ɔc ƆC ʀr ʁr ɾr ɹr ʏy ʋv ʌv ɅA "
    "ʜh ʟl ʙb ɓb ɗd ɠg ɦh ʂs ʃs ʈt ʐz ʑz ʒz ʍw ɱm ɰm ŋn ŊN ƽs ƍg ǀl ɣy ᴦr "
    "ᴀa ᴄc ᴅd ᴇe ꜰf ᴊj ᴋk ᴍm ᴎn ᴏo ᴑo ᴘp ꞯq ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz ᴙr ᴚr ᴓo ᶃg ᶌy ꞘF ꞙf ꞟu ꞲJ "
    "ꞳX ꞴB ꬲe ꬵf ꬽo ꭇr ꭈr ꭎu ꭒu ꭚy ꬰa ɋq ꝏo "
    # The digit of Han and zeros that serve as O.
    "〇O ℮e ߀o ०o ੦o ૦o ๐o ໐o ဝo ၀o ᴼO "
)
# The scripts of the pairs that write letters with marks of their own: 'ά', 'ὰ', 'й'.
_MARKED: Final = (range(0x370, 0x530), range(0x1F00, 0x2000))
# Where Unicode itself says which letter is meant: small and modifier letters, letter-like symbols,
# Roman numerals, circled and parenthesised letters, full width, mathematical letters, letters in squares.
_STYLED: Final = (
    range(0x2B0, 0x2E4),
    range(0x1D2C, 0x1D6B),
    range(0x2071, 0x209D),
    range(0x2100, 0x2150),
    range(0x2160, 0x2180),
    range(0x249C, 0x24EA),
    range(0x2C7C, 0x2C7E),
    range(0xFF10, 0xFF5B),
    range(0x1D400, 0x1D800),
    range(0x1F110, 0x1F14A),
)
# Letters in black circles and squares, of which Unicode says nothing: where each A stands.
_BLACK: Final = (0x1F150, 0x1F170)
_FIRST_DIGIT: Final = 0xFF10
_PLAIN: Final = re.compile(r"[A-Za-z0-9]\Z")
# What Vietnamese sets on or at its vowels; the circumflex of Greek is a tilde.
_MARKS: Final[Mapping[str, str]] = {
    **{mark: mark for mark in "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"},
    "\u0342": "\u0303",
}


def plain_letters(text: str) -> str:
    """`text` with every look-alike of a Latin letter or digit replaced by it, in its case.

    Letters keep the marks that Vietnamese has: 'ά' gives 'á'. No letter of Vietnamese and no
    accented letter of another Latin alphabet changes. Marks that follow a letter as characters of
    their own are kept: bring the result into NFC to join them.
    """
    return text if text.isascii() else text.translate(_TABLE)


def _pairs() -> Iterator[tuple[str, str]]:
    return ((pair[0], pair[1]) for pair in _PAIRS.split())


def _marked(plain: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Letters that Unicode takes apart into one of `plain` and its marks."""
    for code in chain.from_iterable(_MARKED):
        base, *marks = list(unicodedata.normalize("NFD", chr(code)))
        if marks and base in plain:
            kept = "".join(_MARKS.get(mark, "") for mark in marks)
            whole = unicodedata.normalize("NFC", plain[base] + kept)
            yield chr(code), whole if len(whole) == 1 else plain[base]


def _styled(plain: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Letters and digits that Unicode calls a style of another one."""
    for code in chain.from_iterable(_STYLED):
        meant = unicodedata.normalize("NFKC", chr(code)).strip("()〔〕")
        meant = plain.get(meant, meant)
        # A digit above or below the line is an exponent or an index, not a disguise.
        is_index = meant.isdigit() and code < _FIRST_DIGIT
        if meant != chr(code) and _PLAIN.match(meant) and not is_index:
            yield chr(code), meant
    for first in _BLACK:
        yield from ((chr(first + number), chr(ord("A") + number)) for number in range(26))


def _table() -> dict[int, str]:
    plain = dict(_pairs())
    return str.maketrans({**plain, **dict(_marked(plain)), **dict(_styled(plain))})


_TABLE: Final = _table()
