"""What the last build found, so that one with nothing to do ends before it begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from plugins.base.problems import Problem
from plugins.base.store import Store, key_of
from plugins.builds.folder import entries_of
from plugins.builds.ledger import Ledger, read_ledger

_TABLE: Final = "builds"


class Result(msgspec.Struct, array_like=True):
    """A build without error: what it was made from, when that holds, and what it told.

    `inputs` stands for all bytes that it read. In its `span`, from one ISO time until before
    another, empty where there is no end, nothing comes or goes. `portals` is how many files each
    has; `hidden` counts the texts that are not shown.
    """

    inputs: str
    span: tuple[str, str]
    portals: dict[str, int]
    problems: tuple[Problem, ...]
    hidden: dict[str, int]


_DECODER: Final = msgspec.msgpack.Decoder(Result)


def unchanged(
    store: Store, content: Path, output: Path, inputs: str, clock: datetime
) -> Result | None:
    """The result of the last build where another one would change nothing."""
    data = store.one(_TABLE, _key(content, output)) if inputs else None
    try:
        found = _DECODER.decode(data) if data else None
    except ValueError:
        return None
    if found is None or found.inputs != inputs or not _holds(found, clock):
        return None
    ledgers = {name: read_ledger(store, output / name) for name in found.portals}
    is_right = all(is_as_written(output / name, one) for name, one in ledgers.items())
    return found if is_right and _holds_only(output, found.portals) else None


def is_as_written(folder: Path, ledger: Ledger) -> bool:
    """Whether a folder holds exactly what its ledger says."""
    there = entries_of(folder)
    return (
        not there.others
        and bool(there.files)
        and there.files == {name: record.stat for name, record in ledger.files.items()}
    )


def keep_result(store: Store, content: Path, output: Path, result: Result) -> None:
    """Keep the result of a build, unless it tells of a path that is no text."""
    with suppress(UnicodeEncodeError):
        store.change(_TABLE, {_key(content, output): msgspec.msgpack.encode(result)})


def span(moments: Iterable[datetime], clock: datetime) -> tuple[str, str]:
    """The last of `moments` up to `clock` and the first after it, as ISO times."""
    known = list(moments)
    since = max((moment for moment in known if moment <= clock), default=None)
    until = min((moment for moment in known if moment > clock), default=None)
    return since.isoformat() if since else "", until.isoformat() if until else ""


def _holds(found: Result, clock: datetime) -> bool:
    since, until = (datetime.fromisoformat(one) if one else None for one in found.span)
    return (since is None or since <= clock) and (until is None or clock < until)


def _holds_only(output: Path, portals: Mapping[str, int]) -> bool:
    """Whether nothing else stands in the output folder, such as a portal that is gone."""
    return {path.name for path in output.iterdir()} == set(portals)


def _key(content: Path, output: Path) -> bytes:
    return key_of(str(content.absolute()), str(output.absolute()))
