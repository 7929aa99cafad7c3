"""How much pairs of neighbouring syllables tell of a text, by a fixed table.

What a pair tells does not depend on the other texts of a site: the table is learned by
`plugins.news.training` from official sentences of both languages.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

TABLE: Final = Path(__file__).with_name("rarity.json")
STOP_WORDS: Final = frozenset(
    (
        "và là của các những một được cho trong với có không này đó thì mà ở từ đến ra vào khi "
        "để về theo tại do bởi như cũng đã đang sẽ còn rất hơn nhất lại nên nhưng hay hoặc nếu "
        "vì trên dưới sau trước giữa ngoài bằng qua người ta nó họ "
        "hai ba bốn sáu bảy tám chín mười mươi trăm nghìn triệu tỷ thứ "
        "the a an of to in on at for and or is are was were be been by with from that this these "
        "those it its as not no than then so but if which who what when how can may will would "
        "have has had do does did they their there"
    ).split()
)
# What a pair tells whose syllables are too rare to stand together by chance, as those of names.
RARE: Final = 28
_BY_CHANCE: Final = 6
# Where chance puts two syllables together in more sentences of the learned ones than this, they
# meet where they do not belong together.
_MOST_BY_CHANCE: Final = 0.7

Pair: TypeAlias = tuple[str, str]


class Rarity(Struct, frozen=True):
    """What known pairs tell, and in how many of the learned sentences each syllable stands.

    The latter as its logarithm, in half bits.
    """

    pairs: Mapping[Pair, int]
    syllables: Mapping[str, int]
    sentences: int

    def weight(self, pair: Pair) -> int:
        """What `pair` tells of a text in which it stands once."""
        known = self.pairs.get(pair)
        if known is not None:
            return known
        one, two = pair
        often = self.syllables.get(one, 0) + self.syllables.get(two, 0)
        return RARE if often <= _most_rare(self.sentences) else _BY_CHANCE


@cache
def rarity() -> Rarity:
    """The table that the program is shipped with."""
    data = json.loads(TABLE.read_text(encoding="utf-8"))
    pairs = {_pair(each): int(size) for size, written in data["pairs"].items() for each in written}
    often = {each: int(size) for size, written in data["syllables"].items() for each in written}
    return Rarity(pairs, often, data["sentences"])


@cache
def _most_rare(sentences: int) -> int:
    """The sum of two syllables' logarithms up to which chance seldom puts them together."""
    return round(2 * math.log2(_MOST_BY_CHANCE * sentences))


def _pair(written: str) -> Pair:
    first, _, second = written.partition(" ")
    return first, second
