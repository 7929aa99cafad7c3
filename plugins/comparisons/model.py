"""What `content/comparisons/<id>.yaml` may say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date as Day  # noqa: N812  a field is called date
from decimal import Decimal
from typing import Annotated, Any, Final, TypeAlias

from msgspec import Struct
from pydantic import AfterValidator, BeforeValidator, ValidationInfo, model_validator

from plugins.base.validation import Model, Text, filled, is_id, refuse
from plugins.languages.dates import MomentError, parse_moment
from plugins.languages.fields import LocalText
from plugins.languages.language import Lang
from plugins.languages.numbers import parse_number
from plugins.markup.body import Piece

_YEAR = re.compile("[1-9][0-9]{3}")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_TRUE: Final = "true"
MAX_CELL: Final = 1_000


def _id(value: str) -> str:
    if not is_id(value):
        raise refuse("ten-sai", name=value)
    return value


def _number(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    # Fifteen thousand to a Vietnamese eye, fifteen to a program.
    if not _GROUPED.match(value):
        with suppress(ValueError):
            return parse_number(value)
    # Loaded only for what is wrong.
    from plugins.languages.misnumbered import misnumbered  # noqa: PLC0415

    near = misnumbered(value)
    raise refuse("gia-tri-sai", value=value, kind=info.field_name, special="number", near=near)


def _day(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    with suppress(MomentError):
        moment = parse_moment(value)
        if not moment.has_time:
            return moment.value.date()
    from plugins.languages.misdated import misdated  # noqa: PLC0415

    near = misdated(value.strip())[1].partition(" ")[0]
    raise refuse("gia-tri-sai", value=value, kind=info.field_name, special="date", near=near)


def _year(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    if not _YEAR.fullmatch(value):
        raise refuse("gia-tri-sai", value=value, kind=info.field_name)
    return int(value)


def _flag(value: Any, info: ValidationInfo) -> Any:
    """True for the one word that marks a cell; a cell is unmarked by leaving the key out."""
    if isinstance(value, str) and value != _TRUE:
        raise refuse("chon-sai", field=info.field_name, value=value, choices=_TRUE)
    return value


def _short(value: str, info: ValidationInfo) -> str:
    if len(value) > MAX_CELL:
        raise refuse("qua-dai", field=info.field_name, length=len(value), limit=MAX_CELL)
    return value


Id: TypeAlias = Annotated[Text, AfterValidator(_id)]
Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag)]
CellText: TypeAlias = Annotated[Text, AfterValidator(_short)]


class Values(Model):
    """Figures that are formatted for the language of the page, in this order."""

    number: Annotated[Decimal | None, BeforeValidator(_number)] = None
    percent: Annotated[Decimal | None, BeforeValidator(_number)] = None
    date: Annotated[Day | None, BeforeValidator(_day)] = None
    year: Annotated[int | None, BeforeValidator(_year)] = None

    @model_validator(mode="after")
    def _given(self) -> Values:
        if all(value is None for value in (self.number, self.percent, self.date, self.year)):
            raise refuse("truong-rong")
        return self


class CellFile(Model):
    """One cell: text in one language or both, or values, or a reason why there is neither."""

    vi: CellText | None = None
    en: CellText | None = None
    values: Values | None = None
    unknown: Flag = False
    not_applicable: Flag = False
    source: Text | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> CellFile:
        kinds = (
            self.vi is not None or self.en is not None,
            self.values is not None,
            self.unknown,
            self.not_applicable,
        )
        if sum(kinds) != 1:
            raise refuse("o-sai")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether it says only that there is nothing to say."""
        return self.unknown or self.not_applicable


class CriterionFile(Model):
    """One row."""

    id: Id
    label: LocalText
    cells: Mapping[str, CellFile]


class ComparisonFile(Model):
    """One table."""

    title: LocalText
    options: Annotated[Mapping[Id, LocalText], BeforeValidator(filled)]
    criteria: Annotated[tuple[CriterionFile, ...], BeforeValidator(filled)]


class Cell(Struct, frozen=True):
    """A checked cell; `texts` holds its pieces in each language that it has."""

    file: CellFile
    texts: Mapping[Lang, tuple[Piece, ...]]


class Criterion(Struct, frozen=True):
    """A checked row: one cell for each option, in the order of the options."""

    id: str
    label: LocalText
    cells: tuple[Cell, ...]


class Comparison(Struct, frozen=True):
    """A checked table."""

    id: str
    title: LocalText
    options: tuple[tuple[str, LocalText], ...]
    criteria: tuple[Criterion, ...]

    @property
    def path(self) -> str:
        """Where it is written."""
        return f"comparisons/{self.id}.yaml"
