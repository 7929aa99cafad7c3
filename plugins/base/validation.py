"""Pydantic models over located YAML: every error becomes a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nlargest
from itertools import islice, pairwise
from types import MappingProxyType
from typing import Annotated, Any, Final, TypeAlias, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from plugins.base.field_markup import active_markup_in, markup_in
from plugins.base.located import Located, LocatedYamlError, Location, load_located
from plugins.base.paths import is_plain_name
from plugins.base.problems import Problems

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_MAX_ID = 120
MAX_ROWS: Final = 2_000
_MOST_COMPARED: Final = 100
_LINE_BREAK = re.compile(r"[ \t]*\n\s*")
# The rest of a number that a comma has cut in two.
_DIGITS = re.compile(r"[0-9.]+ ?%?\Z")
_EMPTY: Final = "truong-rong"
_LEAST_LIKENESS: Final = 0.75
_LEAST_LIKENESS_OF_SHORT: Final = 0.6
_SHORT: Final = 4
M = TypeVar("M", bound=BaseModel)

# The term for what each error of pydantic wanted; a text where it wanted anything else.
_EXPECTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tuple_type": "list",
        "model_type": "fields",
        "dict_type": "fields",
        "mapping_type": "fields",
        "bool_type": "flag",
    }
)


def _one_line(value: str) -> str:
    if found := active_markup_in(value):
        raise refuse("the-o-truong", value=found)
    return _LINE_BREAK.sub(" ", value) if "\n" in value else value


_WORD: Final = re.compile(r"[^\W\d_]{2}")
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# A name or a sentence: one line, however it is broken in the file.
Line: TypeAlias = Annotated[Text, AfterValidator(_one_line)]
MayBeEmpty: TypeAlias = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_one_line)
]


class Model(BaseModel):
    """The base of what editors write: no other keys, nothing converted silently."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )


def refuse(code: str, **values: object) -> PydanticCustomError:
    """The error that a validator raises to report the problem `code`."""
    # Pydantic fills its own template; the values travel in the context.
    return PydanticCustomError("problem", "problem", {"code": code, "values": values})


def in_words(value: str) -> str:
    """A reason or a name, which needs at least one word of letters."""
    if not _WORD.search(value):
        raise refuse("khong-co-loi", value=value)
    return value


def filled(value: Any) -> Any:
    """`value` unless nothing is in it; `min_length` would also count what is faulty as absent."""
    if isinstance(value, list | dict) and not value:
        raise refuse("truong-rong")
    return value


def is_id(text: str) -> bool:
    """Whether `text` can name a thing in content, and a folder on every system."""
    return len(text) <= _MAX_ID and bool(_ID.match(text)) and is_plain_name(text)


def few(value: Any, most: int, field: str | None) -> Any:
    """`value` unless it is a list of more than `most` items."""
    if isinstance(value, list) and len(value) > most:
        raise refuse("qua-nhieu", field=field, count=len(value), limit=most)
    return value


def choice(*choices: str) -> BeforeValidator:
    """Refuses any text but one of `choices`."""

    def check(value: Any, info: ValidationInfo) -> Any:
        if value == "":
            raise refuse("truong-rong")
        if isinstance(value, str) and value not in choices:
            listed = ", ".join(choices)
            raise refuse("chon-sai", field=info.field_name, value=value, choices=listed)
        return value

    return BeforeValidator(check)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word nearest to `word`, or an empty text when none is near."""
    # Imported here, since most content has no wrong word.
    import difflib  # noqa: PLC0415

    names = likeliest(word, sorted(known))
    # One wrong letter of three or four is as much as two of eight.
    least = _LEAST_LIKENESS if len(word) > _SHORT else _LEAST_LIKENESS_OF_SHORT
    near = difflib.get_close_matches(word, names, n=1, cutoff=least)
    return near[0] if near else ""


def likeliest(word: str, names: list[str]) -> list[str]:
    """Those of `names` that share most with `word`: comparing it with each takes long."""
    if len(names) <= _MOST_COMPARED:
        return names
    parts = {word[at : at + 3] for at in range(min(len(word), _MAX_ID) - 2)}
    return nlargest(_MOST_COMPARED, names, lambda name: sum(map(name.__contains__, parts)))


class Suggestions:
    """Suggestions for all files of one call: nobody reads more than the first ones."""

    def __init__(self, most: int = 100) -> None:
        self._left = most

    def near(self, find: Callable[[], str]) -> str:
        """What `find` suggests; nothing when there were enough."""
        if not self._left:
            return ""
        self._left -= 1
        return find()


def read_located(
    text: str, path: str, problems: Problems, first_line: int = 1, *, notes: bool = True
) -> Located | None:
    """The YAML of a file, or None after recording why it cannot be read."""
    try:
        return load_located(text, first_line, notes=notes)
    except LocatedYamlError as error:
        problems.add(path, error.line, error.code, **error.values)
        return None


def validated(
    model: type[M], located: Located, path: str, problems: Problems, at: Location = ()
) -> M | None:
    """What stands at `at` as `model`, or None after recording all that is wrong with it."""
    data = located.at(at)
    if not isinstance(data, dict):
        problems.add(path, located.line(at), "dang-sai", expected="fields")
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            location, value = _in_data(detail["loc"], data)
            line = located.line((*at, *location))
            is_cut = value == "" and _is_cut_off(located, (*at, *location))
            code, values = _fault(detail, location, value, model, is_cut=is_cut)
            problems.add(path, line, code, **values)
        return None


def rows_of(located: Located, path: str, problems: Problems) -> range:
    """The places of the rows of a file that is a list; none after recording that it is not one."""
    if not isinstance(located.data, list):
        problems.add(path, located.line(()), "dang-sai", expected="list")
        return range(0)
    count = len(located.data)
    if count > MAX_ROWS:
        line = located.line((MAX_ROWS,))
        problems.add(path, line, "qua-nhieu-dong", count=count, limit=MAX_ROWS)
        return range(0)
    return range(count)


def texts_of(value: Any) -> Iterator[tuple[int, str]]:
    """The texts in a list that may hold anything, with their places in it."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str) and item.strip():
            yield index, item.strip()


def check_unique(located: Located, field: str, path: str, problems: Problems) -> None:
    """Record every text that stands a second time in the list `field`."""
    seen: set[str] = set()
    for index, item in texts_of(located.data.get(field)):
        if item in seen:
            problems.add(path, located.line((field, index)), "muc-trung", value=item, field=field)
        seen.add(item)


def check_markup(located: Located, path: str, fields: Iterable[str], problems: Problems) -> None:
    """Record the markup in `fields`, and in all that they hold, which readers would see."""
    for field in fields:
        for at, value in _lines_of(located.data.get(field), (field,)):
            if found := markup_in(value):
                name = _name(at)
                problems.add(path, located.line(at), "ky-hieu-o-truong", value=found, field=name)


def _lines_of(data: Any, at: Location) -> Iterator[tuple[Location, str]]:
    """The texts in `data` but for those of cells, in which Markdown is read."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key != "cells":
                yield from _lines_of(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _lines_of(value, (*at, index))


def _fault(
    detail: ErrorDetails,
    location: Location,
    value: Any,
    model: type[BaseModel],
    *,
    is_cut: bool,
) -> tuple[str, dict[str, object]]:
    """The code of an error and the values of its message."""
    field = _name(location)
    kind = detail["type"]
    if kind == "problem" and detail["ctx"]["code"] != _EMPTY:
        context: Any = detail["ctx"]
        return context["code"], {"field": field, **context["values"]}
    if kind == "missing":
        return "thieu-truong", {"field": field}
    if kind == "extra_forbidden":
        return _unknown_key(location, model, is_cut=is_cut)
    if kind in ("problem", "string_too_short", "too_short") or value == "":
        own = model.model_fields.get(field)
        is_required = own is not None and own.is_required()
        return _EMPTY, {"field": field, "special": "required" if is_required else ""}
    return "kieu-sai", {"field": field, "expected": _EXPECTED.get(kind, "text")}


def _unknown_key(
    location: Location, model: type[BaseModel], *, is_cut: bool
) -> tuple[str, dict[str, object]]:
    key = str(location[-1])
    if is_cut:
        return "thieu-nhay", {"field": key, "special": "digits" if _DIGITS.match(key) else ""}
    known = list(_fields(model, location[:-1]))
    values = {"near": suggestion(key, known), "choices": ", ".join(known)}
    return "khoa-la", {"field": _name(location), **values}


def _is_cut_off(located: Located, at: Location) -> bool:
    """Whether the key at `at`, which has no value, is the rest of the value before it.

    In `{vi: một, hai}` YAML reads the rest of the text as a key.
    """
    siblings = located.at(at[:-1])
    # An object with more keys has no model, and each would take the time of all.
    keys = list(islice(siblings, _MOST_COMPARED)) if isinstance(siblings, dict) else []
    before = dict(pairwise(reversed(keys))).get(at[-1])
    return before is not None and located.line((*at[:-1], before)) == located.line(at)


def _name(location: Location) -> str:
    """A field as editors count it: the first item of a list is 1."""
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in location)


def _fields(model: Any, location: Location) -> Iterable[str]:
    """The fields of the model that stands at `location` of `model`."""
    for part in location:
        model = _without_none(
            model.model_fields[part].annotation if _is_model(model) else _item(model)
        )
    return model.model_fields if _is_model(model) else ()


def _item(annotation: Any) -> Any:
    """What a tuple or a mapping holds."""
    *_, last = (part for part in get_args(annotation) if part is not Ellipsis)
    return last


def _without_none(annotation: Any) -> Any:
    """`annotation`, or its first part where it is annotated or may be None."""
    while not _is_model(annotation) and type(None) in get_args(annotation):
        annotation = get_args(annotation)[0]
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _in_data(location: Location, data: Any) -> tuple[Location, Any]:
    """`location` without the parts that pydantic adds for unions and keys, and what stands there.

    The last part is kept where it is a key that the data should have.
    """
    kept: list[str | int] = []
    here = data
    for index, part in enumerate(location):
        last = index == len(location) - 1
        if isinstance(part, int):
            found = isinstance(here, list) and part < len(here)
        else:
            found = isinstance(here, dict) and part in here
        if found:
            here = here[part]
        if found or (last and isinstance(here, dict) and part != "[key]"):
            kept.append(part)
    return tuple(kept), here
