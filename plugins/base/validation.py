"""Pydantic models over located YAML: every error becomes a problem with its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from plugins.base.located import Located, LocatedYamlError, Location, load_located
from plugins.base.problems import Problems

Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_MAX_ID = 120
M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """The base of what editors write: no other keys, nothing converted silently."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def refuse(code: str, **values: object) -> PydanticCustomError:
    """The error that a validator raises to report the problem `code`."""
    # Pydantic fills its own template; the values travel in the context.
    return PydanticCustomError("problem", "problem", {"code": code, "values": values})


def is_id(text: str) -> bool:
    """Whether `text` can name a thing in content and stand in an address."""
    return len(text) <= _MAX_ID and bool(_ID.match(text))


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word nearest to `word`, or an empty text when none is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def read_located(text: str, path: str, problems: Problems, first_line: int = 1) -> Located | None:
    """The YAML of a file, or None after recording why it cannot be read."""
    try:
        return load_located(text, first_line)
    except LocatedYamlError as error:
        problems.add(path, error.line, error.code, **error.values)
        return None


def validated(model: type[M], located: Located, path: str, problems: Problems) -> M | None:
    """`located` as `model`, or None after recording all that is wrong with it."""
    if not isinstance(located.data, dict):
        problems.add(path, located.line(()), "kieu-sai", field="", expected="mapping")
        return None
    try:
        return model.model_validate(located.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            _record(detail, model, located, path, problems)
        return None


def _record(
    detail: ErrorDetails, model: type[BaseModel], located: Located, path: str, problems: Problems
) -> None:
    location = _in_data(detail["loc"], located.data)
    line = located.line(location)
    field = ".".join(str(part) for part in location)
    kind = detail["type"]
    if kind == "problem":
        context: Any = detail["ctx"]
        problems.add(path, line, context["code"], **{"field": field, **context["values"]})
    elif kind == "missing":
        problems.add(path, line, "thieu-truong", field=field)
    elif kind == "extra_forbidden":
        near = suggestion(str(location[-1]), model.model_fields) if len(location) == 1 else ""
        problems.add(path, line, "khoa-la", field=field, near=near)
    elif kind in ("string_too_short", "too_short"):
        problems.add(path, line, "truong-rong", field=field)
    else:
        problems.add(path, line, "kieu-sai", field=field, expected=kind.removesuffix("_type"))


def _in_data(location: Location, data: Any) -> Location:
    """`location` without the parts that pydantic adds for unions, the last key kept."""
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
        if found or (last and isinstance(here, dict)):
            kept.append(part)
    return tuple(kept)
