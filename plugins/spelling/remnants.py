"""Passages that were read with the wrong encoding and then saved as UTF-8.

'ChÝnh phñ ®iÖn tö' is TCVN3 shown as Latin-1, 'Viá»‡t Nam' is UTF-8 shown as windows-1252.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import eq
from typing import Final

from plugins.languages.legacy import LEGACY
from plugins.languages.orthography import is_marked, is_syllable
from plugins.languages.usual import USUAL
from plugins.spelling.fault import Fault

# What windows-1252 shows for the bytes 80 to 9F; a decoder of Latin-1 leaves them as controls.
_BYTES: Final = {
    bytes([code]).decode("cp1252", "ignore") or chr(code): chr(code) for code in range(0x80, 0xA0)
}
_TO_BYTES: Final = str.maketrans(_BYTES)
_AFTER: Final = "\x80-\xbf" + "".join(sorted(_BYTES))
# Two or three bytes of UTF-8, each as a letter or sign of its own.
_SEQUENCE: Final = f"(?:[\xc2-\xc6][{_AFTER}]|\xe1[\xba\xbb][{_AFTER}]|\xe2[\x80\u20ac][{_AFTER}])"
_MOJIBAKE: Final = re.compile(
    f"[A-Za-z]{{0,8}}{_SEQUENCE}(?:[A-Za-z]{{0,8}}{_SEQUENCE})*[A-Za-z]{{0,8}}"
)
# What cannot be the end of a quoted word in capitals, as 'XÃ”' can.
_SURE: Final = re.compile("\xe1[\xba\xbb]|\xc6[\xb0\xa1]|\xc4[\u2018\u0192]|\xc3[\xa1-\xbf]")
_TOKEN: Final = re.compile("[A-Za-z\x80-\x9f\xa1-\xff]{1,40}")
_ODD: Final = re.compile("[\x80-\x9f\xa1-\xff]")
_CAPITAL_INSIDE: Final = re.compile("[a-z][\xc0-\xdd][a-z]")
# TCVN3 has no capitals with tones: 'PHñ' for 'PHủ'.
_SMALL_AT_END: Final = re.compile("[A-Z]{2}[\xdf-\xff]\\Z")
# A sign that no word has within it, or the sign that TCVN3 shows for 'đ' before one.
_SIGN_INSIDE: Final = re.compile("[A-Za-z][\xa1-\xbf\xd7\xf7][a-z]|\\A®[a-z\xc0-\xff]")
# Units, powers, footnotes' marks and numbers, such as µm, m² and N°: they tell nothing.
_MEASURE: Final = re.compile("[A-Za-z]{1,2}[¹²³°º±]+|[µ±°][A-Za-z]{1,4}")
# 'QĐ' and the like, of which every document number has one.
_ABBREVIATION: Final = re.compile("[A-ZĐ]*Đ[A-ZĐ]*")
_LOOK_ALIKE: Final = "Ð"
_AS_VIETNAMESE: Final = str.maketrans("Ðð", "Đđ")
_BEYOND: Final = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
_LETTER: Final = re.compile("[A-Za-z]")
_WORD: Final = re.compile(r"[^\W\d_]+")
# So many words of a line must become syllables by the table, and such a share of the odd ones; one
# is enough where it can be nothing else.
_LEAST_WORDS: Final = 2
_LEAST_SHARE: Final = 0.75
# So far beside the odd words others of the passage are looked for.
_MOST_BESIDE: Final = 80
# More odd words than these of one file are not looked at.
_MOST_ODD: Final = 2_000


def remnants(text: str, prose: str) -> Iterator[Fault]:
    """The passages of `text` that are remnants; `prose` is `text` with all else blanked."""
    start, odd_words = 0, 0
    for line in prose.split("\n"):
        if odd_words < _MOST_ODD and _ODD.search(line):
            tokens = _TOKEN.finditer(line)
            odd = list(islice((match for match in tokens if _is_odd(match[0])), _MOST_ODD))
            odd_words += len(odd)
            misread = _misread(line, start)
            yield from misread
            for group in _groups(line, odd) if odd and not misread else ():
                yield from _legacy(text[start : start + len(line)], group, start)
        start += len(line) + 1


def _misread(line: str, offset: int) -> list[Fault]:
    """UTF-8 that was read as windows-1252."""
    if not _SURE.search(line):
        return []
    sure = (match for match in _MOJIBAKE.finditer(line) if _SURE.search(match[0]))
    found = list(islice(sure, _MOST_ODD))
    read = ((match.start(), match.end(), _from_bytes(match[0])) for match in found)
    return [_fault(line, offset, (a, b), meant, "UTF-8") for a, b, meant in read if meant]


def _groups(line: str, odd: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Runs of odd words; a word that only Unicode can write ends one."""
    group: list[re.Match[str]] = []
    for match in odd:
        if group and _BEYOND.search(line, group[-1].end(), match.start()):
            yield group
            group = []
        group.append(match)
    yield group


def _legacy(line: str, odd: Sequence[re.Match[str]], offset: int) -> list[Fault]:
    """The passage of a line from the first odd word to the last, if a table makes it syllables."""
    names = [name for name, read in LEGACY.items() if odd and _is_passage(line, odd, read)]
    if not names:
        return []
    words = [one[0] for one in _TOKEN.finditer(line, odd[0].start(), odd[-1].end())]
    marked = [word for word in words if _ODD.search(word)]
    name = max(names, key=lambda one: _worth(marked, LEGACY[one]))
    span = _extended(line, odd[0].start(), odd[-1].end(), LEGACY[name])
    if LEGACY[name](line[slice(*span)]) == line[slice(*span)].translate(_AS_VIETNAMESE):
        # The letter of another language was taken for its likeness, which is told as that.
        return []
    return [_fault(line, offset, span, LEGACY[name](line[slice(*span)]), name)]


def _worth(words: Sequence[str], read: Callable[[str], str]) -> tuple[int, int, int]:
    """How many words a table makes syllables, how many usual ones, and how many it leaves."""
    meant = [read(word) for word in words]
    usual = sum(word.lower() in USUAL for word in meant)
    return sum(map(_gives_syllables, meant)), usual, sum(map(eq, words, meant))


def _is_passage(line: str, odd: Sequence[re.Match[str]], read: Callable[[str], str]) -> bool:
    """Whether a table makes syllables of the odd words, short forms of documents left aside."""
    words = [match for match in odd if not _ABBREVIATION.fullmatch(read(match[0]))]
    good = [match for match in words if _gives_syllables(read(match[0]))]
    if len(good) < _LEAST_SHARE * len(words):
        return False
    if not words:
        return any(_is_sure_abbreviation(line, match) for match in odd)
    return len(good) >= _LEAST_WORDS or _is_sure(good[0][0], read)


def _is_sure_abbreviation(line: str, match: re.Match[str]) -> bool:
    """Whether it stands in the number of a document; one with Ð is only a letter for another."""
    return _LOOK_ALIKE not in match[0] and line.startswith(f"/{match[0]}-", match.start() - 1)


def _is_sure(word: str, read: Callable[[str], str]) -> bool:
    """Whether one word is enough: no language writes it so, and the table makes it a usual one."""
    strange = (_CAPITAL_INSIDE, _SIGN_INSIDE, _SMALL_AT_END)
    is_strange = len(_ODD.findall(word)) > 1 or any(one.search(word) for one in strange)
    return is_strange and read(word).lower() in USUAL


def _extended(line: str, start: int, end: int, read: Callable[[str], str]) -> tuple[int, int]:
    """The span with the words beside it that are of the same passage, such as 'Céng' of 'Cộng'."""
    for match in reversed(list(_TOKEN.finditer(line, max(0, start - _MOST_BESIDE), start))):
        if _BEYOND.search(line, match.end(), start) or _ends_passage(match[0], read):
            break
        start = match.start() if _ODD.search(match[0]) else start
    for match in _TOKEN.finditer(line, end, end + _MOST_BESIDE):
        if _BEYOND.search(line, end, match.start()) or _ends_passage(match[0], read):
            break
        end = match.end() if _ODD.search(match[0]) else end
    return start, end


def _ends_passage(word: str, read: Callable[[str], str]) -> bool:
    """Whether a word beyond ASCII is right as it stands, or not mended by the table."""
    is_plain = not _ODD.search(word)
    return not is_plain and (word.lower() in USUAL or not _gives_syllables(read(word)))


@lru_cache(4096)
def _is_odd(word: str) -> bool:
    """Whether a run of letters and signs is no row of syllables as it stands."""
    if not _ODD.search(word) or not _LETTER.search(word) or _MEASURE.fullmatch(word):
        return False
    if _CAPITAL_INSIDE.search(word):
        return True
    return not all(map(is_syllable, _WORD.findall(word)))


def _gives_syllables(text: str) -> bool:
    words = _WORD.findall(text)
    return any(map(is_marked, words)) and all(map(is_syllable, words))


def _from_bytes(shown: str) -> str | None:
    """What the bytes that `shown` stands for say in UTF-8; None where they are none of it."""
    try:
        return shown.translate(_TO_BYTES).encode("latin-1").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _fault(line: str, offset: int, span: tuple[int, int], meant: str, name: str) -> Fault:
    start, end = span
    found = line[start:end]
    code = "sot-bang-ma"
    return Fault(offset + start, offset + end, code, found, meant, meant, safe=False, about=name)
