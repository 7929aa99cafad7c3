"""Builds portals in processes of their own, several at a time."""

from __future__ import annotations

from collections.abc import Callable
from traceback import format_exception

from msgspec import Struct
from msgspec.structs import replace

from plugins.base.files import Changes
from plugins.base.problems import Problems
from plugins.builds.plan import Plan
from plugins.builds.watch import Watch


class Outcome(Struct, frozen=True):
    """What became of a portal: what another process has to tell of it."""

    changes: Changes | None
    faults: Problems | None
    crash: Exception | None
    met: dict[str, str]
    sheets: dict[bytes, bytes]
    slowest: list[tuple[float, str]]


def built_apart(plan: Plan, build: Callable[[Plan, str], None], name: str) -> Outcome:
    """What becomes of the portal `name` when this process builds it, and no other helps."""
    plan.shared.sheets.taken()
    own = replace(plan, jobs=1, watch=Watch(), met={})
    build(own, name)
    crash = own.crashes.get(name)
    if crash is not None:
        # Where it happened does not pass to another process.
        crash.add_note("".join(format_exception(crash)))
    return Outcome(
        own.changes.get(name),
        own.faults.get(name),
        crash,
        own.met,
        plan.shared.sheets.taken(),
        own.watch.slowest,
    )


def take(plan: Plan, name: str, outcome: Outcome) -> None:
    """Note what became of the portal `name`, as if it had been built here."""
    if outcome.changes is not None:
        plan.changes[name] = outcome.changes
    if outcome.faults is not None:
        plan.faults[name] = outcome.faults
    if outcome.crash is not None:
        plan.crashes[name] = outcome.crash
    plan.met.update(outcome.met)
    plan.shared.sheets.keep(outcome.sheets)
    for seconds, page in outcome.slowest:
        plan.watch.note(page, seconds)
