"""Which words can be a syllable of Vietnamese, and words that were glued together.

A syllable is an onset, a rhyme and a tone; a rhyme that ends in a stop takes only sắc or nặng.
The rule knows nothing of meaning: it tells what nobody can have meant, not what is a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

from plugins.languages.text import fold
from plugins.languages.usual import USUAL

_ONSETS: Final = (
    *("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh"),
    *("nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"),
)
_RHYMES: Final = tuple(
    (
        "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
        "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm "
        "iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen "
        "oeo oet oi om on ong ooc oong op ot oăc oăm oăn oăng oăp oăt ô ôc ôi ôm ôn ông ôp ôt "
        "ơ ơi ơm ơn ơng ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu "
        "uôc uôi uôm uôn uông uôp uôt uơ uơn uy uya uych uym uyn uynh uyp uyt uyu uyên uyêt uyêch "
        "ư ưa ưc ưi ưm ưn ưng ưp ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych yn ynh yt yêm yên "
        "yêng yêt yêu"
    ).split()
)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
# Sắc and nặng: what a rhyme that ends in a stop can be said with.
_STOPPED_TONES: Final = "\u0301\u0323"
_STOPS: Final = ("c", "ch", "p", "t")
_TONE_OF: Final = {
    unicodedata.normalize("NFC", vowel + tone): tone for vowel in "aăâeêioôơuưy" for tone in _TONES
}
_TONELESS: Final = str.maketrans(
    {
        unicodedata.normalize("NFC", vowel + tone): vowel
        for vowel in "aăâeêioôơuưy"
        for tone in _TONES
    }
)
_SYLLABLES: Final = frozenset(onset + rhyme for onset in _ONSETS for rhyme in _RHYMES)
_BARE_SYLLABLES: Final = frozenset(
    onset + rhyme for onset in map(fold, _ONSETS) for rhyme in {*map(fold, _RHYMES)}
)
_LONGEST: Final = max(map(len, _SYLLABLES))
_MARKED: Final = re.compile("[ăâđêôơư" + "".join(_TONE_OF) + "]")
# A longer run of letters is no word; only its beginning is looked at.
_MOST_LETTERS: Final = 120
# The syllables of one letter that stand as words of their own in running text.
_SINGLE: Final = frozenset("ýởạ")
# What the parts of a split cost: any, one without an onset, one that is seldom used.
_PART, _NO_ONSET, _RARE = 100, 20, 30

# So many syllables in a row are glued, whatever follows them.
_SURE_ROW: Final = 3


def is_syllable(word: str) -> bool:
    """Whether `word` (in NFC, in any case) can be one syllable of Vietnamese.

    The tone may stand on any vowel of the rhyme: where it belongs is another question.
    """
    return _is_small_syllable(word.lower())


@lru_cache(16_384)
def _is_small_syllable(word: str) -> bool:
    letters = word.translate(_TONELESS)
    if letters not in _SYLLABLES:
        return False
    tones = tones_of(word)
    if len(tones) > 1:
        return False
    return not letters.endswith(_STOPS) or (tones != "" and tones in _STOPPED_TONES)


def tones_of(word: str) -> str:
    """The tones of `word` (in NFC) in their order."""
    return "".join(_TONE_OF.get(letter, "") for letter in word.lower())


def toneless(word: str) -> str:
    """`word` (in NFC) in lower case without its tones; the shapes of its vowels stay."""
    return word.lower().translate(_TONELESS)


def is_marked_wrongly(word: str) -> bool:
    """Whether `word` (in NFC) is a syllable but for its marks."""
    return len(word) <= _LONGEST and not is_syllable(word) and fold(word) in _BARE_SYLLABLES


def is_marked(word: str) -> bool:
    """Whether a letter of `word` (in NFC) has a mark of Vietnamese."""
    return not word.isascii() and _MARKED.search(word.lower()) is not None


@lru_cache(4096)
def split_glued(word: str) -> tuple[str, ...] | None:
    """The syllables that `word` (letters in NFC) was glued together from, in order.

    None when it is one syllable, has no mark of Vietnamese, or cannot be taken apart. A capital
    after a small letter begins a syllable. Of several ways the one with the fewest and the most
    usual syllables is taken.
    """
    word = word[:_MOST_LETTERS]
    if is_syllable(word) or not is_marked(word):
        return None
    parts: list[str] = []
    for hump in _humps(word):
        found = _parted(hump)
        if found is None:
            return None
        parts += found
    return tuple(parts)


def _humps(word: str) -> list[str]:
    starts = [i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()]
    return [word[a:b] for a, b in pairwise((0, *starts, len(word)))]


def _parted(word: str) -> list[str] | None:
    """`word` in syllables at the least cost; None where it is no row of them."""
    small = word.lower()
    # For every length of the beginning of `word`: its least cost, and where its last part starts.
    best: list[tuple[int, int] | None] = [(0, 0)]
    for end in range(1, len(word) + 1):
        options = [
            (before[0] + cost, start)
            for start in range(max(0, end - _LONGEST), end)
            if (before := best[start]) and (cost := _cost(small[start:end]))
        ]
        best.append(min(options, default=None))
    end = max(end for end, found in enumerate(best) if found)
    parts: list[str] = []
    rest = word[end:]
    while end and (last := best[end]):
        parts.append(word[last[1] : end])
        end = last[1]
    parts.reverse()
    if not rest:
        return parts
    # Foreign letters may follow a row that is too long for one word.
    while parts and parts[-1].isascii():
        rest = parts.pop() + rest
    return [*parts, rest] if len(parts) >= _SURE_ROW and rest.isascii() else None


def _cost(part: str) -> int:
    """What a syllable adds to the cost of a split; 0 for what cannot be one."""
    if not _is_small_syllable(part) or (len(part) == 1 and part not in _SINGLE):
        return 0
    has_no_onset = part[0].translate(_TONELESS) in "aăâeêioôơuư"
    return _PART + _NO_ONSET * has_no_onset + _RARE * (part not in USUAL)
