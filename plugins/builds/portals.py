"""Reads all content and writes the portals that show no error."""

from __future__ import annotations

import shutil
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import Final

from msgspec.structs import replace

from plugins.base.files import Changes
from plugins.base.listing import is_leftover
from plugins.base.problems import Problems, as_text
from plugins.builds.apart import built_apart, take
from plugins.builds.build import Call
from plugins.builds.calls import DONE, PROBLEMS, WrongUseError
from plugins.builds.content import Content, Scope, load_content
from plugins.builds.executors import connected
from plugins.builds.folder import ForeignFolderError, is_portal_folder, is_stage, refuse_foreign
from plugins.builds.forks import CAN_FORK, forked
from plugins.builds.inputs import data_digests, portal_inputs
from plugins.builds.isolation import held_back
from plugins.builds.ledger import load_ledger, met_by
from plugins.builds.messages import say
from plugins.builds.pictures import PictureChecks
from plugins.builds.plan import Plan, Theme, plan_of
from plugins.builds.shards import Shards
from plugins.builds.snapshot import Snapshot, home_digest
from plugins.builds.suspects import check_unused
from plugins.builds.texts import KeptTexts
from plugins.builds.unchanged import Result, is_as_written, keep_result, span
from plugins.builds.watch import Watch
from plugins.builds.workers import Workers
from plugins.pages.site import portal_articles
from plugins.portals.load import portal_ids

# How many pages are kept for each one that a build knows of, and besides.
_KEPT_FOR_EACH: Final = 2
_KEPT: Final = 10_000


def build_portals(call: Call, seen: Snapshot) -> int:
    """Build the portals that are wanted; `seen` is what stood in the content a moment ago."""
    address = call.options.executor
    meet = partial(connected, address, call.language) if address else None
    with Workers(meet, call.language) as workers:
        return _build(call, seen, workers)


def _build(call: Call, seen: Snapshot, workers: Workers) -> int:
    problems = Problems()
    watch = call.watch()
    content = _read(call, seen, workers, watch, problems)
    call.wait_for(content.moments)
    wanted = _wanted(call, portal_ids(content.site.tree))
    errors = held_back(content.site, problems)
    held = {name: errors[name] for name in wanted if name in errors}
    call.report(list(problems))
    free = [name for name in wanted if name not in held]
    theme = Theme(call.home / "theme", call.renderer())
    plan = _plan(call, content, theme, workers, watch)
    shards = Shards(workers, content, call.clock, theme.folder) if workers.are_there else None
    if free:
        call.show(content, plan, free)
        held |= _write(call, plan, free, shards)
    if not call.options.portals:
        _report_unused(call, plan, content, problems)
    _say_result(call, plan, content, wanted, held)
    is_faulty = bool(held) or bool(problems.errors and not call.options.portals)
    if not is_faulty and not call.options.portals:
        _keep(call, plan, content, problems, seen.inputs)
    right = [name for name in wanted if name not in held]
    return call.end(right, PROBLEMS if is_faulty else DONE)


def _read(
    call: Call, seen: Snapshot, workers: Workers, watch: Watch, problems: Problems
) -> Content:
    texts = KeptTexts(
        call.store, call.options.jobs, workers=workers, watch=watch, digests=seen.digests
    )
    scope = Scope(PictureChecks(call.store), store=call.store, places=seen.places)
    return load_content(call.content, call.clock, texts, problems, scope)


def _plan(call: Call, content: Content, theme: Theme, workers: Workers, watch: Watch) -> Plan:
    # Processes are forked before there are threads, and a cluster is reached by threads.
    jobs = 1 if workers.are_there else call.options.jobs
    return replace(plan_of(content, call.clock, theme, call.store, jobs), watch=watch)


def _say_result(
    call: Call, plan: Plan, content: Content, wanted: Sequence[str], held: Mapping[str, int]
) -> None:
    """Say what became of the portals `wanted`; raise what the program itself did wrong."""
    _say_held(call, held)
    if plan.crashes:
        call.say("crashed", portals=", ".join(plan.crashes))
        raise ExceptionGroup(", ".join(plan.crashes), list(plan.crashes.values()))
    if len(held) < len(wanted):
        _say_slowest(call, plan.watch)
        call.summarise(content.hidden)
    else:
        call.say("nothing-changed")


def _say_slowest(call: Call, watch: Watch) -> None:
    if watch.slowest:
        listed = ", ".join(f"{name} {seconds:.2f}" for seconds, name in watch.slowest)
        call.say("slowest", listed=listed)


def _wanted(call: Call, known: Sequence[str]) -> list[str]:
    """The ids of the portals to build; those with a faulty identity are among the known."""
    for name in call.options.portals:
        if name not in known:
            choices = ", ".join(known)
            message = say(call.language, "unknown-portal", portal=name, choices=choices)
            raise WrongUseError(message)
    return list(dict.fromkeys(call.options.portals)) or list(known)


def _say_held(call: Call, held: Mapping[str, int]) -> None:
    if held:
        listed = ", ".join(
            say(call.language, "held-portal", portal=name, errors=errors)
            for name, errors in held.items()
        )
        call.say("held", portals=listed)


def _write(
    call: Call, plan: Plan, wanted: Sequence[str], shards: Shards | None
) -> Mapping[str, int]:
    """Build the portals `wanted`; those whose pages have errors, and how many, are held back."""
    known = portal_ids(plan.site.tree)
    _refuse_foreign(call, known)
    for name in wanted:
        refuse_foreign(call.output / name)
    shared = _shared_inputs(call, plan)
    stale = [name for name in wanted if not _is_right(call, plan, name, shared)]
    _build_stale(call, plan, wanted, stale, shards)
    plan.shared.sheets.save(_KEPT_FOR_EACH * sum(map(_count, plan.changes.values())) + _KEPT)
    if not call.options.portals:
        _remove_old_portals(call, known)
    return {name: faults.errors for name, faults in plan.faults.items()}


def _build_stale(
    call: Call, plan: Plan, wanted: Sequence[str], stale: Sequence[str], shards: Shards | None
) -> None:
    """Build those of the portals `wanted` that are stale, and tell what became of all."""
    waiting = deque(stale)
    apart = () if shards else _built_apart(plan, stale)
    together = forked(partial(built_apart, plan, partial(_run, call)), apart, plan.jobs)
    with closing(together) as outcomes:
        for number, name in enumerate(sorted(wanted, key=apart.__contains__), 1):
            if name in stale:
                while shards and waiting and (waiting[0] == name or shards.are_wanted):
                    _begin(call, plan, waiting.popleft(), shards)
                call.say("building", portal=name, number=number, count=len(wanted))
                if name in apart:
                    take(plan, name, next(outcomes))
                else:
                    _run(call, plan, name)
            _report_portal(call, plan, name)


def _report_portal(call: Call, plan: Plan, name: str) -> None:
    if name in plan.faults:
        call.report(list(plan.faults[name]))
    elif name in plan.changes:
        call.report_changes(name, plan.changes[name])


def _built_apart(plan: Plan, stale: Sequence[str]) -> Sequence[str]:
    """Those of many portals that are built at the same time, each by one process.

    The one that shows most comes before them: they show much of the same.
    """
    sizes = {name: len(portal_articles(plan.site, plan.portal(name))) for name in stale}
    rest = sorted(sizes, key=sizes.__getitem__, reverse=True)[1:]
    is_worth_it = CAN_FORK and 1 < plan.jobs <= len(rest)
    return [name for name in stale if name in rest] if is_worth_it else ()


def _count(changes: Changes) -> int:
    return changes.made + changes.spliced + changes.kept


def _begin(call: Call, plan: Plan, name: str, shards: Shards) -> None:
    """Let workers begin with a portal before its turn comes."""
    # Imported here, as below.
    from plugins.builds.generator import begun  # noqa: PLC0415
    from plugins.builds.run import settings_of  # noqa: PLC0415

    with _kept_from_others(plan, name):
        build = begun(plan, settings_of(plan, name, call.output / name, call.home))
        build.begin(shards.hand)
        plan.begun[name] = build


def _run(call: Call, plan: Plan, name: str) -> None:
    """Build one portal."""
    # Imported here, so that a build with nothing to do does not wait for it.
    from plugins.builds.run import run_pelican, settings_of  # noqa: PLC0415

    with _kept_from_others(plan, name):
        if name not in plan.crashes:
            run_pelican(settings_of(plan, name, call.output / name, call.home))


@contextmanager
def _kept_from_others(plan: Plan, name: str) -> Iterator[None]:
    """What the program itself does wrong in one portal must not stop the others."""
    try:
        yield
    except (OSError, ForeignFolderError):
        raise
    except Exception as error:  # noqa: BLE001  raised again when the others are built
        plan.crashes[name] = error


def _report_unused(call: Call, plan: Plan, content: Content, problems: Problems) -> None:
    """Tell the exceptions that neither the content nor a finished page has needed."""
    content.let_through.met.update(plan.met)
    unused = Problems()
    check_unused(content.let_through, unused)
    sys.stderr.write(as_text(unused, call.language, call.options.content))
    problems.extend(unused)


def _shared_inputs(call: Call, plan: Plan) -> Mapping[str, Sequence[bytes]]:
    """Stands for all that decides each portal besides its texts."""
    data = data_digests(plan.site.tree)
    home = home_digest(call.home).encode()
    return {one.id: (home, data.get("", b""), data[one.id]) for one in plan.site.portals}


def _is_right(call: Call, plan: Plan, name: str, shared: Mapping[str, Sequence[bytes]]) -> bool:
    """Whether nothing that decides a portal has changed, nor any of its files."""
    portal, folder = plan.portal(name), call.output / name
    plan.inputs[name] = portal_inputs(plan.site, portal, call.clock, shared[name])
    ledger = load_ledger(call.store, folder, plan.allowed)
    if ledger.inputs != plan.inputs[name] or not is_as_written(folder, ledger):
        return False
    plan.met.update(met_by(ledger))
    plan.changes[name] = Changes(kept=len(ledger.files))
    return True


def _refuse_foreign(call: Call, known: Sequence[str]) -> None:
    """Refuse an output folder that holds what no build has made."""
    names = [
        entry.name
        for entry in (sorted(call.output.iterdir()) if call.output.is_dir() else ())
        if entry.name not in known
        and not is_leftover(entry.name)
        and not is_portal_folder(entry)
        and not is_stage(entry.name)
    ]
    if names:
        listed = ", ".join(names[:5])
        message = say(call.language, "foreign-output", folder=call.output, names=listed)
        raise WrongUseError(message)


def _remove_old_portals(call: Call, known: Sequence[str]) -> None:
    """Remove the portals that the content no longer has, and tell which."""
    for entry in sorted(call.output.iterdir()) if call.output.is_dir() else ():
        if entry.name in known or not (is_portal_folder(entry) or is_stage(entry.name)):
            continue
        if not is_stage(entry.name):
            inside = () if entry.is_symlink() else entry.rglob("*")
            count = sum(one.is_file() for one in inside)
            call.say("removed-portal", portal=entry.name, count=count)
        if entry.is_symlink():
            # What it leads to is not ours to delete.
            entry.unlink()
        else:
            shutil.rmtree(entry)


def _keep(call: Call, plan: Plan, content: Content, problems: Problems, inputs: str) -> None:
    """Keep what this build told, for the next one with nothing to do."""
    files = {name: _count(changes) for name, changes in plan.changes.items()}
    moments = span(content.moments, call.clock)
    result = Result(inputs, moments, files, tuple(problems), dict(content.hidden))
    keep_result(call.store, call.content, call.output, result)
