"""The cases of this folder: what one tries, and what must come of it."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel, ConfigDict

from tests.bad_inputs.legacy import encode_legacy

FOLDER: Final = Path(__file__).parent
_LEGACY: Final = ("tcvn3", "vni", "viscii")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Expected(_Strict):
    """A problem that must be reported."""

    path: str
    line: int
    code: str


class CleanPage(_Strict):
    """What the pages at `page` of a portal must and must not contain."""

    page: str
    portal: str = "xa"
    holds: list[str] = []
    lacks: list[str] = []


class Case(_Strict):
    """One bad input.

    `files` are written over the small content folder of the tests. Exactly the errors `refused`
    are reported, and at least the warnings `warned`. Without `refused` the site must be built, and
    `hidden` says how many texts it does not show. `held` names the portals that are held back
    where the others are built; without it, what is refused stops them all.
    """

    about: str
    files: dict[str, Any]
    refused: list[Expected] = []
    warned: list[Expected] = []
    held: list[str] | None = None
    clean: list[CleanPage] | None = None
    hidden: dict[str, int] = {}


@dataclass(frozen=True)
class _File:
    """What stands at one path; a link when `link` is given, a pipe when `pipe` is."""

    data: bytes = b""
    link: str = ""
    pipe: bool = False
    mode: int = 0o644


def case_names() -> list[str]:
    """The cases as `<group>/<name>`."""
    paths = sorted(FOLDER.glob("*/*.yaml"))
    return [path.relative_to(FOLDER).with_suffix("").as_posix() for path in paths]


def load_case(name: str) -> Case:
    """The case of that name; a key that no case has is an error."""
    path = FOLDER / f"{name}.yaml"
    # Not the C loader: it takes no half of a surrogate pair, as names that are not UTF-8 have.
    case = Case.model_validate(yaml.load(path.read_text(encoding="utf-8"), yaml.SafeLoader))
    if not case.refused and case.clean is None:
        raise ValueError(f"{name}: say what is 'refused', or what is 'clean'")
    if case.refused and case.clean is not None and case.held is None:
        raise ValueError(f"{name}: what is refused is not built, unless 'held' names the portals")
    return case


def write_files(content: Path, files: Mapping[str, Any]) -> None:
    """Write the files of a case below `content`."""
    for name, written in files.items():
        path = content / name
        if written is None:
            path.unlink()
            continue
        file = _file(written)
        path.parent.mkdir(parents=True, exist_ok=True)
        if file.link:
            path.unlink(missing_ok=True)
            path.symlink_to(file.link)
        elif file.pipe:
            os.mkfifo(path)
        else:
            path.write_bytes(file.data)
            path.chmod(file.mode)


def _file(written: Any) -> _File:
    if isinstance(written, str):
        return _File(written.encode())
    match written:
        case {"link": str(target), **rest} if not rest:
            return _File(link=target)
        case {"pipe": True, **rest} if not rest:
            return _File(pipe=True)
        case {"mode": int(mode), **rest}:
            return _File(_data(rest), mode=mode)
    return _File(_data(written))


def _data(written: Any) -> bytes:
    """The bytes that `written` stands for."""
    if isinstance(written, str):
        return written.encode()
    match written:
        case {"hex": str(digits), **rest} if not rest:
            data = bytes.fromhex(digits)
        case {"base64": str(text), **rest} if not rest:
            data = base64.b64decode(text, validate=True)
        case {"repeat": part, "times": int(times), **rest} if not rest:
            data = _data(part) * times
        case {"join": list(parts), **rest} if not rest:
            data = b"".join(map(_data, parts))
        case {"encoding": str(name), "text": str(text), **rest} if not rest:
            data = encode_legacy(text, name) if name in _LEGACY else text.encode(name)
        case {"text": str(text), **rest} if not rest:
            data = text.encode()
        case _:
            raise ValueError(f"{written!r} is no way of writing a file")
    return data
