"""What `content/comparisons/<id>.yaml` may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  a field is called date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from plugins.base.validation import Model, Text, is_id, refuse
from plugins.languages.dates import MomentError, parse_moment
from plugins.languages.fields import LocalText
from plugins.languages.language import Lang
from plugins.languages.numbers import parse_number
from plugins.markup.body import Piece


def _id(value: str) -> str:
    if not is_id(value):
        raise refuse("ten-sai", name=value)
    return value


def _number(value: Any, info: ValidationInfo) -> Any:
    try:
        return parse_number(value) if isinstance(value, str) else value
    except ValueError as error:
        raise refuse("gia-tri-sai", value=value, kind=info.field_name) from error


def _day(value: Any, info: ValidationInfo) -> Any:
    try:
        return parse_moment(value).value.date() if isinstance(value, str) else value
    except MomentError as error:
        raise refuse("gia-tri-sai", value=value, kind=info.field_name) from error


def _year(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, str):
        if not (value.isascii() and value.isdigit() and len(value) == 4):
            raise refuse("gia-tri-sai", value=value, kind=info.field_name)
        return int(value)
    return value


Id: TypeAlias = Annotated[Text, AfterValidator(_id)]
Flag: TypeAlias = Annotated[Literal["true", "false"], Field()]


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

    vi: Text | None = None
    en: Text | None = None
    values: Values | None = None
    unknown: Flag = "false"
    not_applicable: Flag = "false"
    source: Text | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> CellFile:
        kinds = (
            self.vi is not None or self.en is not None,
            self.values is not None,
            self.unknown == "true",
            self.not_applicable == "true",
        )
        if sum(kinds) != 1:
            raise refuse("o-sai")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether it says only that there is nothing to say."""
        return self.unknown == "true" or self.not_applicable == "true"


class CriterionFile(Model):
    """One row."""

    id: Id
    label: LocalText
    cells: Mapping[str, CellFile]


class ComparisonFile(Model):
    """One table."""

    title: LocalText
    options: Annotated[Mapping[Id, LocalText], Field(min_length=1)]
    criteria: Annotated[tuple[CriterionFile, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Cell:
    """A checked cell; `texts` holds its pieces in each language that it has."""

    file: CellFile
    texts: Mapping[Lang, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A checked row: one cell for each option, in the order of the options."""

    id: str
    label: LocalText
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A checked table."""

    id: str
    title: LocalText
    options: tuple[tuple[str, LocalText], ...]
    criteria: tuple[Criterion, ...]

    @property
    def path(self) -> str:
        """Where it is written."""
        return f"comparisons/{self.id}.yaml"
