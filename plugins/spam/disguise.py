"""Takes words out of their disguise: digits for letters, letters set apart, words set together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from plugins.languages.orthography import is_syllable, split_glued
from plugins.spam.brands import FIRST_PARTS, KNOWN, brand_points, is_split_name
from plugins.spam.cores import FAMED
from plugins.spam.lexicon import PAIRS, SINGLES, SQUEEZED, SYLLABLES
from plugins.spam.normalise import bare, unleet

_LETTER_AND_DIGIT: Final = re.compile(r"(?=.*[a-z\u00e0-\u1ef9])(?=.*\d)")
_DIGITS: Final = re.compile(r"\d+")
# The keys of Telex that set a mark: a tone behind a vowel, a doubled letter, a 'w'.
_KEYS: Final = re.compile(r"(?=[a-z]+\Z)(?:.*[aeiouy][sfrxjw]|.*(?:aa|ee|oo)[a-z]*[sfrxj])")
_DOUBLED: Final = re.compile(r"([aeod])\1|(?<=[aou])w")
_MARK_KEY: Final = re.compile(
    r"(?<=[aeiouy])[sfrxj]|(?<=[aeiouy]n)[sfrxj]\Z|(?<=[aeiouy][cmpt])[sj]\Z"
)
# Words of English that end in such a key.
_ENGLISH: Final = frozenset(
    "of as how has this or now down nor best most six keeps his us was car tax cost law low box cast "
    "chart codes days games her host lives liver mix rates thus trades trees".split()
)
_VOWEL: Final = re.compile("[aeiouy]")
# Unlike 'diplomas', what was typed for one.
_ONE_SYLLABLE: Final = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]*\\Z")
# The longest word that is looked at, and the longest piece of a word set apart.
_LONGEST: Final = 60
_PIECE: Final = 3
_LONGEST_SYLLABLE: Final = 8
# How many ways of joining the pieces of one run are tried.
_MOST_TRIES: Final = 160
# How long a phrase without spaces is that is looked for within a word.
_LEAST_SQUEEZED: Final = 6
_MOST_SQUEEZED: Final = 20
# Vowels that are seldom words, so that they may be the end of one.
_ENDS: Final = frozenset("i u ũ ụ ú ù á ã ỉ ị í ì à".split())
# Without a vowel, yet often between words as short as themselves.
_ABBREVIATIONS: Final = frozenset(
    "tp nd cp qd qđ tt ct tw kh vn hd hđ nq bch bhxh cp cv dt đt gd gđ kt ld lđ mt nxb pv ql st stt tb tđ tdp tn ts tv vp "
    "vs xd xh km kg cm mm ml gb mb tb kw kv mw mhz ghz kb hz ht hk hs hv bs ks ths pgs gs ths sv đc đs đl đh đv ptt "
    "ttg bkh btt cntt tnmt gtvt ms mr dr bn cn hcm tph lh hn ng hp hy bv cs nc tn xn ca sn".split()
)


def is_odd(word: str) -> bool:
    """Whether `word`, in lower case, alone calls for a closer look at its sentence."""
    return (
        word in SINGLES
        or word in FIRST_PARTS
        or brand_points(word) > 0
        or plain_words(word) != (word,)
        or typed_word(word) != word
    )


def is_fragment(word: str) -> bool:
    """Whether `word` may be a piece of one whose letters are set apart: hardly a word by itself."""
    return word in _ENDS or (
        len(word) <= _PIECE
        and word.isalpha()
        and word not in _ABBREVIATIONS
        and _VOWEL.search(bare(word)) is None
    )


def is_parted(words: Sequence[str]) -> bool:
    """Whether pieces among `words` make up a phrase of the lexicon."""
    return _joined(words) != list(words)


@lru_cache(maxsize=20_000)
def plain_words(word: str) -> tuple[str, ...]:
    """The words of the lexicon that `word` is made of or stands for; itself if there are none."""
    if len(word) > _LONGEST or brand_points(word) > _PIECE:
        return (word,)
    if _LETTER_AND_DIGIT.match(word):
        read = unleet(word)
        if bare(read) in SYLLABLES:
            return (read,)
        head = word.rstrip("0123456789")
        name = unleet(head) + word[len(head) :]
        if name != word and brand_points(name) > _PIECE:
            return (name,)
        return _parted(read) or _parted(word) or (word,)
    if "j" in word and bare(read := word.replace("j", "i")) in SYLLABLES:
        return (read,)
    return _parted(word) or split_glued(word) or (word,)


def _parted(word: str) -> tuple[str, ...]:
    """The words that `word` was glued together from, if two of them begin a phrase of spam."""
    plain = bare(word)
    if len(plain) != len(word) or len(plain) < _PIECE + 1 or plain in SYLLABLES:
        return ()
    ends = _ends(plain)
    if not ends:
        return _begun(word, plain)
    parts = tuple(word[start:end] for start, end in pairwise((0, *ends)))
    names = [bare(part) for part in parts]
    return parts if any(pair in PAIRS for pair in pairwise(names)) else ()


def _begun(word: str, plain: str) -> tuple[str, ...]:
    """A phrase of spam that `word` begins or ends with, and its rest."""
    for length in range(min(_MOST_SQUEEZED, len(plain) - 1), _LEAST_SQUEEZED - 1, -1):
        if plain[:length] in SQUEEZED:
            return (*SQUEEZED[plain[:length]], word[length:])
        if plain[-length:] in SQUEEZED:
            return (word[:-length], *SQUEEZED[plain[-length:]])
    return ()


def _ends(plain: str) -> tuple[int, ...]:
    """Where the fewest syllables of the lexicon that make up `plain` end."""
    best: list[tuple[int, ...] | None] = [(), *[None] * len(plain)]
    for start in range(len(plain)):
        before = best[start]
        if before is None:
            continue
        number = _DIGITS.match(plain, start)
        ends = [number.end()] if number else []
        last = min(len(plain), start + _LONGEST_SYLLABLE)
        ends += [end for end in range(start + 1, last + 1) if plain[start:end] in SYLLABLES]
        for end in ends:
            known = best[end]
            if known is None or len(known) > len(before) + 1:
                best[end] = (*before, end)
    return best[-1] or ()


def undisguised(words: Sequence[str]) -> list[str]:
    """`words` with those that are disguised words of the lexicon replaced by these."""
    joined = _joined(_with_whole_names(words))
    return [plain for word in joined for plain in plain_words(word)]


def as_typed(words: Sequence[str]) -> list[str]:
    """`words` as they would be, without marks, if their marks were typed and not made."""
    return [typed_word(word) for word in words]


@lru_cache(maxsize=20_000)
def typed_word(word: str) -> str:
    """The word of the lexicon that the keys of `word` stand for: 'nhaf' is typed for 'nhà'."""
    if len(word) > _LONGEST_SYLLABLE or word in _ENGLISH:
        return word
    if not _KEYS.match(word) or is_syllable(word):
        return word
    letters = _MARK_KEY.sub("", _DOUBLED.sub(r"\1", word), count=1)
    return letters if letters in SYLLABLES and _ONE_SYLLABLE.match(letters) else word


def _with_whole_names(words: Sequence[str]) -> list[str]:
    """`words` with names of sites that are set in two parts as one word."""
    found: list[str] = []
    for word in words:
        # Behind a number 'bệt' and 'bẹt' are words of their own.
        plain = word.replace("é", "e") if found and found[-1].isdigit() else bare(word)
        if found and is_split_name(found[-1], plain):
            found[-1] += plain
        else:
            found.append(word)
    return found


def _joined(words: Sequence[str]) -> list[str]:
    """`words` with runs of pieces that make up a phrase of the lexicon as its words."""
    result: list[str] = []
    run: list[str] = []
    for word in (*words, "\n"):
        initial = _initial(run) if word == "." else []
        if len(word) <= _PIECE and (word.isalpha() or (len(word) == 1 and word.isdigit())):
            run.append(word)
            continue
        result += [*_run_words(run[: len(run) - len(initial)]), *initial]
        run = []
        result.append(word)
    return result[:-1]


def _initial(run: list[str]) -> list[str]:
    """The letter at the end of `run` that stands for a name, when a stop follows: 'Lê Thị M.'."""
    is_initial = len(run) > 1 and len(run[-1]) == 1 and not is_fragment(run[-2])
    return run[-1:] if is_initial else []


def _run_words(run: list[str]) -> list[str]:
    """The words of a run of pieces, if some of them are no words and together they are."""
    result: list[str] = []
    at = 0
    tries = _MOST_TRIES
    while at < len(run):
        # A disguise begins with a piece, or with one whole word before it: 'xóc đ ĩ a'.
        if not _has_fragment(run[at : at + 2]):
            result.append(run[at])
            at += 1
            continue
        for end in range(min(len(run), at + 16), at + 1, -1):
            pieces = run[at:end]
            tries -= 1
            if tries < 0:
                return [*result, *run[at:]]
            parts = _whole("".join(pieces)) if _has_fragment(pieces) else ()
            if parts and parts != tuple(pieces):
                result += parts
                at = end
                break
        else:
            result.append(run[at])
            at += 1
    return result


def _whole(word: str) -> tuple[str, ...]:
    """The words that pieces make up when they are put together."""
    is_code = word in FAMED or (word in KNOWN and word[0].isalpha())
    is_name = brand_points(word) >= _PIECE or word in SINGLES or is_code
    return (word,) if is_name else _parted(word)


def _has_fragment(pieces: list[str]) -> bool:
    return any(map(is_fragment, pieces))
