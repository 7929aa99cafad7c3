"""Characters that nobody sees, that only look like letters, and spaces that do not break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from plugins.base.characters import code_point
from plugins.languages.invisible import STRAY_INVISIBLE, without_invisible
from plugins.languages.lookalikes import plain_letters
from plugins.languages.orthography import is_marked, is_syllable
from plugins.languages.usual import USUAL
from plugins.spelling.fault import Fault

_ZERO_WIDTH_SPACE: Final = "\u200b"
# Spaces that do not break, and those of other scripts.
STRANGE_SPACES: Final = "\u00a0\u202f\u2007\u3000"
# What begins an item of a list, and the word behind it.
_ITEM_MARK: Final = re.compile(
    rf"^[ \t{STRANGE_SPACES}]*(?:[-*+]|[0-9]{{1,3}}\.)[ \t{STRANGE_SPACES}]+(?=(\S{{1,20}}))",
    re.MULTILINE,
)
_NO_BREAK: Final = re.compile(f"[{STRANGE_SPACES}]")
_NO_BREAKS: Final = re.compile(f"[{STRANGE_SPACES}]+")
# What a program writes for a letter that it could not read.
UNKNOWN: Final = "\ufffd"
# So much of a word is shown around it.
_LOST: Final = re.compile(rf"[^\s{UNKNOWN}]{{0,20}}{UNKNOWN}\S{{0,20}}")
# Enough of the letters around a place to show it by.
_MOST_AROUND: Final = 30
# A letter and a figure, as in names of roads and forms.
_LONGEST_SIGN: Final = 2
_PART_OF_WORD: Final = re.compile(r"\A\S+(?=\s)")
_WORD_BEFORE: Final = re.compile(r"[^\W_]*\Z")
_WORD_AFTER: Final = re.compile(r"[^\W_]*")
# With the tones that no letter has taken up.
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300\u0301\u0303\u0309\u0323]){0,79}")
_TONED_CONSONANT: Final = re.compile(r"(?<=[đĐ])[\u0300\u0301\u0303\u0309\u0323]")
_USUAL: Final = re.compile("[A-Za-zÀ-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]+")
# The letters of Greek that formulas and units write; others only look like Latin ones there.
_MATHEMATICAL: Final = frozenset("αβγδεζηθλμνξπρςστφχψωϑϕϵϱϰΓΔΘΛΞΠΣΦΨΩ")
# Latin letters that differ from plain ones only to those who write sounds, and what stands before.
_IN_PHONETICS: Final = frozenset("ɑɡ")
_PHONETIC_SIGNS: Final = frozenset("/[ˈˌ")
_NUMERALS: Final = frozenset(map(chr, range(0x2160, 0x2180)))
_SOFT_SIGNS: Final = frozenset("Ьь")
_GREEK: Final = re.compile("[\u0370-\u03ff]+")
_FEWEST_LATIN: Final = 2
_FUNCTIONS: Final = frozenset(
    "sin cos tan cot cotg sec csc arcsin arccos arctan log exp max min lim mod det".split()
)
_LONGEST_ABBREVIATION: Final = 6


def invisible(text: str) -> Iterator[Fault]:
    """Characters without a shape, which part words for programs only."""
    for match in STRAY_INVISIBLE.finditer(text):
        start, end = match.span()
        # One more before them tells whether they begin with a whole word.
        around = text[max(0, start - _MOST_AROUND - 1) : start], text[end : end + _MOST_AROUND]
        before, repair, after = _with_repair(around[0], match[0], around[1])
        yield Fault(
            start,
            end,
            "ky-tu-an",
            f"{before}⟨{code_point(match[0])}⟩{after}",
            before + repair + after,
            repair,
            safe=True,
            about=code_point(match[0]),
        )


@lru_cache(4096)
def _with_repair(head: str, char: str, tail: str) -> tuple[str, str, str]:
    """The words on both sides of `char`, and what takes its place between them."""
    text = head + char + tail
    start, end = len(head), len(head) + len(char)
    before, after = _around(text, start, end)
    if not before and not after:
        before, after = _near(text, start, end)
    near = _beside(text, start, end)
    if not _stands_for_space(char, before, after, near):
        return before, "", after
    return (near[0], " ", near[1]) if all(near) else (before, " ", after)


def _stands_for_space(char: str, before: str, after: str, near: tuple[str, str]) -> bool:
    """Whether the words `before` and `after` `char` are no single word."""
    if is_syllable(before + after):
        return False
    if _are_two(before, after):
        return True
    if char != _ZERO_WIDTH_SPACE:
        return False
    one, other = near
    is_pair = min(len(one), len(other)) > 1 and _are_two(one, other)
    return is_pair or (len(one + other) > _LONGEST_SIGN and _differ(one, other))


def _are_two(before: str, after: str) -> bool:
    """Whether both are syllables, and together no word."""
    is_pair = is_syllable(before) and is_syllable(after) and not is_syllable(before + after)
    return is_pair and is_marked(before + after)


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters before and after a place, up to what cannot be seen."""
    before = _WORD_BEFORE.search(text, max(0, start - _MOST_AROUND), start)
    after = _WORD_AFTER.match(text, end, end + _MOST_AROUND)
    return before[0] if before else "", after[0] if after else ""


def _differ(before: str, after: str) -> bool:
    """Whether a word meets a number, a name the next one, or an abbreviation another."""
    if before.isdigit() or after.isdigit():
        return is_syllable(after if before.isdigit() else before)
    if before[-1:].islower():
        return len(before) > 1 and is_syllable(before) and after[:1].isupper()
    return min(len(before), len(after)) > 1 and before.isupper() and after.isupper()


def lost_letters(text: str) -> Iterator[Fault]:
    """Words of which a program could not read a letter; nobody but the writer knows which."""
    for match in _LOST.finditer(text):
        yield Fault(*match.span(), "chu-mat", match[0], match[0], match[0], safe=False)


def no_break_spaces(prose: str) -> Iterator[Fault]:
    """Spaces that do not break between two ordinary words, or in the middle of one.

    A number, a sign, a single letter or a name written in capitals beside it may be the reason.
    """
    for match in _NO_BREAK.finditer(prose):
        before, after = _around(prose, match.start(), match.end())
        if not _are_ordinary(before, after):
            continue
        joined = is_syllable(before + after) and is_marked(before + after)
        repair = "" if joined and not (is_syllable(before) and is_syllable(after)) else " "
        yield Fault(
            match.start(),
            match.end(),
            "cach-khong-ngat",
            f"{before}⟨{code_point(match[0])}⟩{after}",
            before + repair + after,
            repair,
            safe=True,
            about=code_point(match[0]),
        )


def no_break_marks(prose: str) -> Iterator[Fault]:
    """Signs of lists beside a space that does not break, which for Markdown are none."""
    if not _NO_BREAK.search(prose):
        return
    for match in _ITEM_MARK.finditer(prose):
        runs = [*_NO_BREAKS.finditer(match[0])]
        if runs:
            char = code_point(runs[0][0][0])
            first, last = runs[0].start(), runs[-1].end()
            yield Fault(
                match.start() + first,
                match.start() + last,
                "cach-khong-ngat",
                f"{_NO_BREAKS.sub(f'⟨{char}⟩', match[0]).lstrip()}{match[1]}",
                f"{_NO_BREAK.sub(' ', match[0]).lstrip()}{match[1]}",
                _NO_BREAK.sub(" ", match[0][first:last]),
                safe=True,
                about=char,
            )


def _are_ordinary(before: str, after: str) -> bool:
    if not (before.isalpha() and after.isalpha()):
        return False
    if not (before[0].isupper() and after[0].isupper()):
        return len(before) > 1 and len(after) > 1
    return False


def lookalikes(text: str, prose: str) -> Iterator[Fault]:
    """Letters that only look Latin, in words that are Latin otherwise; offered outside prose."""
    for match in _WORD.finditer(text):
        word = match[0]
        if _USUAL.fullmatch(word) or not (plain := _meant(word)):
            continue
        char = next(filter(_is_changed, word), "") or _TONED_CONSONANT.findall(word)[0]
        if (
            _is_latin(char)
            and plain.isascii()
            and text[match.start() - 1 : match.start()] in _PHONETIC_SIGNS
        ):
            continue
        span = (match.start(), match.end())
        in_prose = prose[span[0] : span[1]] == word
        safe = in_prose and (plain.isascii() or _is_vietnamese(plain))
        yield Fault(*span, "chu-gia", word, plain, plain, safe=safe, about=code_point(char))


@lru_cache(4096)
def _meant(word: str) -> str:
    """What `word` is meant to be read as; empty for what is written as it should be."""
    plain = unicodedata.normalize("NFC", plain_letters(word))
    plain = _TONED_CONSONANT.sub("", plain)
    return plain if plain != word and _is_disguise(word, plain) else ""


def _is_disguise(word: str, plain: str) -> bool:
    """Whether `word` is meant to be read as `plain`, and is no foreign word, name or unit."""
    changed = [*filter(_is_changed, word)]
    foreign = [old for old in changed if not _is_latin(old)]
    if not foreign:
        # Icelandic has ð and Turkish has ı: only what is Vietnamese without them.
        is_plain = _IN_PHONETICS.issuperset(changed) and plain.lower() in USUAL
        return (is_plain and len(word) > 1) or (is_marked(plain) and _is_vietnamese(plain))
    if _NUMERALS.issuperset(word):
        return False
    if _MATHEMATICAL.issuperset(foreign):
        return _reads_as_word(word, plain)
    is_styled = unicodedata.normalize("NFKC", "".join(foreign)).isascii()
    # No word of Russian begins with the soft sign.
    begins_softly = len(word) > 1 and word[0] in _SOFT_SIGNS
    return is_styled or begins_softly or any(map(_is_latin, word))


def _reads_as_word(word: str, plain: str) -> bool:
    """Whether the Greek letters in `word` stand for Latin ones, and not for quantities or units."""
    latin = [part for part in _GREEK.split(word) if part]
    if sum(map(len, latin)) >= _FEWEST_LATIN and is_syllable(plain):
        return True
    is_inside = not (_GREEK.match(word[0]) or _GREEK.match(word[-1]))
    known = all(part.lower() in _FUNCTIONS or len(part) < _FEWEST_LATIN + 1 for part in latin)
    return is_inside and not known


def _is_changed(letter: str) -> bool:
    return plain_letters(letter) != letter


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _is_vietnamese(plain: str) -> bool:
    """A syllable, or an abbreviation in capitals such as QĐ."""
    return is_syllable(plain) or (plain.isupper() and len(plain) <= _LONGEST_ABBREVIATION)


def _near(text: str, start: int, end: int) -> tuple[str, str]:
    """Some words of the line around a place beside which there are no letters.

    Where it is alone on its line, the words are those of the lines around.
    """
    first, last = max(0, start - _MOST_AROUND), end + _MOST_AROUND
    before, after = without_invisible(text[first:start]), without_invisible(text[end:last])
    if first and not text[first - 1].isspace():
        before = _PART_OF_WORD.sub("", before)
    line = before.rpartition("\n")[2], after.partition("\n")[0]
    before, after = line if "".join(line).strip() else (before, after)
    return before.lstrip(), after.rstrip()


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters before and after a place, without what cannot be seen among them."""
    head = text[max(0, start - _MOST_AROUND) : start]
    return _word_before(head), _word_after(text[end : end + _MOST_AROUND])


@lru_cache(4096)
def _word_before(text: str) -> str:
    found = _WORD_BEFORE.search(without_invisible(text))
    return found[0] if found else ""


@lru_cache(4096)
def _word_after(text: str) -> str:
    found = _WORD_AFTER.match(without_invisible(text))
    return found[0] if found else ""
