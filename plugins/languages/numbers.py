"""Numbers as data holds them and as readers of each language see them."""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from typing import Final

from plugins.languages.language import Lang, locale_of

_CANONICAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_MAX_DIGITS: Final = 30
# Babel rounds in the context that it is called in; the usual 28 digits are too few for 30.
_WIDE: Final = Context(prec=64)


def parse_number(text: str) -> Decimal:
    """The number written as `1350000000`, `1.35` or `-3`; anything else is a ValueError."""
    if not _CANONICAL.fullmatch(text) or sum(map(str.isdigit, text)) > _MAX_DIGITS:
        raise ValueError(f"{text!r} is not a number")
    return Decimal(text)


def format_number(value: Decimal, lang: Lang) -> str:
    """'1.350.000.000' or '1,350,000,000', with the decimals that `value` was given with."""
    from babel import numbers  # noqa: PLC0415

    decimals = len(f"{value:f}".partition(".")[2])
    with localcontext(_WIDE):
        return numbers.format_decimal(value, "#,##0." + "0" * decimals, locale=locale_of(lang))


def format_percent(value: Decimal, lang: Lang) -> str:
    """'80%' for 80, with the decimals that `value` was given with."""
    # Babel counts from 1 and not from 100. Neither language sets a space before the sign.
    return f"{format_number(value, lang)}%"
