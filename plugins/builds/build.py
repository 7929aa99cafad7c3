"""The command `build`: what it does, says, and ends with."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from plugins.base.listing import is_leftover
from plugins.base.locks import LockedError, exclusive
from plugins.base.problems import MessageLanguage, Problems, as_text
from plugins.builds.calls import (
    DONE,
    ENVIRONMENT_FAILED,
    PROBLEMS,
    WRONG_USE,
    WrongUseError,
    content_folder,
    count,
    end,
    tell,
)
from plugins.builds.content import Content, Scope, load_content
from plugins.builds.conversions import Conversions, forget
from plugins.builds.generator import ForeignFolderError, is_portal_folder, refuse_foreign
from plugins.builds.isolation import held_back
from plugins.builds.messages import message_language, say, say_changes
from plugins.builds.pictures import PictureChecks
from plugins.builds.plan import Plan, plan_of
from plugins.builds.run import run_pelican
from plugins.builds.suspects import check_unused
from plugins.languages.dates import TIME_ZONE, parse_clock
from plugins.pictures.memo import forget_sizes
from plugins.portals.load import portal_ids

_ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options of `build` as they were written."""

    portals: Sequence[str]
    content: str
    output: str
    cache: str
    clock: str
    clean: bool
    jobs: int


def build(options: BuildOptions) -> int:
    """Build the portals; the exit code says how it ended."""
    language = message_language(os.environ)
    try:
        return _build(options, language)
    except WrongUseError as error:
        return end(str(error), WRONG_USE)
    except ForeignFolderError as error:
        message = say(language, "foreign-output", folder=error.folder, names=error.names)
        return end(message, WRONG_USE)
    except LockedError:
        return end(say(language, "locked", folder=options.output), ENVIRONMENT_FAILED)
    except OSError as error:
        reason = f"{error.strerror or error} ({error.filename})" if error.filename else error
        return end(say(language, "environment", reason=reason), ENVIRONMENT_FAILED)


def _build(options: BuildOptions, language: MessageLanguage) -> int:
    started = time.monotonic()
    clock = _clock(options.clock, language)
    if options.jobs < 1:
        raise WrongUseError(say(language, "bad-jobs"))
    root = content_folder(options.content, language)
    output = Path(options.output)
    for folder in (options.output, options.cache):
        _refuse_inside(folder, root, language)
    cache = Path(options.cache)
    with exclusive(output.absolute().parent / f".{output.name}.lock"):
        if options.clean:
            forget(cache)
            forget_sizes(cache)
        tell(say(language, "reading"))
        problems = Problems()
        convert, scope = Conversions(cache, options.jobs), Scope(PictureChecks(cache))
        content = load_content(root, clock, convert, problems, scope)
        wanted = _wanted(content, options, language)
        held = {
            name: errors
            for name, errors in held_back(content.site, problems).items()
            if name in wanted
        }
        _report(problems, options.content, language)
        free = [name for name in wanted if name not in held]
        crashes: dict[str, Exception] = {}
        if free:
            plan = _write_portals(content, free, clock, options, language)
            held |= {name: faults.errors for name, faults in plan.faults.items()}
            crashes = plan.crashes
        if not options.portals:
            _report_unused(content, options.content, language)
    _say_held(held, language)
    if crashes:
        tell(say(language, "crashed", portals=", ".join(crashes)))
        raise ExceptionGroup(", ".join(crashes), list(crashes.values()))
    if len(held) < len(wanted):
        _summarise(content, options.output, time.monotonic() - started, language)
    else:
        tell(say(language, "nothing-changed"))
    return PROBLEMS if held or (problems.errors and not options.portals) else DONE


def _refuse_inside(folder: str, content: Path, language: MessageLanguage) -> None:
    """Refuse a folder to write in that lies in the content, or the other way round."""
    here, there = Path(folder).resolve(), content.resolve()
    if here.is_relative_to(there) or there.is_relative_to(here):
        raise WrongUseError(say(language, "in-content", folder=folder))


def _wanted(content: Content, options: BuildOptions, language: MessageLanguage) -> list[str]:
    """The ids of the portals to build; those with a faulty identity are among the known."""
    known = portal_ids(content.site.tree)
    for name in options.portals:
        if name not in known:
            choices = ", ".join(known)
            raise WrongUseError(say(language, "unknown-portal", portal=name, choices=choices))
    return list(dict.fromkeys(options.portals)) or list(known)


def _report(problems: Problems, folder: str, language: MessageLanguage) -> None:
    sys.stderr.write(as_text(problems, language, folder))
    if len(problems):
        tell(count(list(problems), language))


def _report_unused(content: Content, folder: str, language: MessageLanguage) -> None:
    """Tell the exceptions that neither the content nor a finished page has needed."""
    problems = Problems()
    check_unused(content.let_through, problems)
    sys.stderr.write(as_text(problems, language, folder))


def _say_held(held: Mapping[str, int], language: MessageLanguage) -> None:
    if held:
        listed = ", ".join(
            say(language, "held-portal", portal=name, errors=errors)
            for name, errors in held.items()
        )
        tell(say(language, "held", portals=listed))


def _write_portals(
    content: Content,
    wanted: Sequence[str],
    clock: datetime,
    options: BuildOptions,
    language: MessageLanguage,
) -> Plan:
    """Build the portals `wanted`; the plan tells which of them were not written, and why."""
    known = portal_ids(content.site.tree)
    output = Path(options.output)
    _refuse_foreign(output, known, language)
    for name in wanted:
        refuse_foreign(output / name)
    plan = plan_of(content, clock, _ROOT / "theme")
    for number, name in enumerate(wanted, 1):
        message = say(language, "building", portal=name, number=number, count=len(wanted))
        tell(message)
        _run(plan, name, output / name)
        if name in plan.faults:
            _report(plan.faults[name], options.content, language)
        elif name in plan.changes:
            tell(say_changes(language, name, plan.changes[name]))
    if not options.portals:
        _remove_old_portals(output, known)
    return plan


def _run(plan: Plan, name: str, output: Path) -> None:
    """Build one portal; what the program itself does wrong there must not stop the others."""
    try:
        run_pelican(plan, name, output, _ROOT)
    except (OSError, ForeignFolderError):
        raise
    except Exception as error:  # noqa: BLE001  raised again when the others are built
        plan.crashes[name] = error


def _refuse_foreign(output: Path, known: Sequence[str], language: MessageLanguage) -> None:
    """Refuse an output folder that holds what no build has made."""
    names = [
        entry.name
        for entry in (sorted(output.iterdir()) if output.is_dir() else ())
        if entry.name not in known and not is_leftover(entry.name) and not is_portal_folder(entry)
    ]
    if names:
        listed = ", ".join(names[:5])
        raise WrongUseError(say(language, "foreign-output", folder=output, names=listed))


def _remove_old_portals(output: Path, known: Sequence[str]) -> None:
    for entry in output.iterdir() if output.is_dir() else ():
        if entry.name in known or not is_portal_folder(entry):
            continue
        if entry.is_symlink():
            # What it leads to is not ours to delete.
            entry.unlink()
        else:
            shutil.rmtree(entry)


def _summarise(content: Content, folder: str, seconds: float, language: MessageLanguage) -> None:
    counts = {reason: content.hidden.get(reason, 0) for reason in ("draft", "scheduled", "expired")}
    if any(counts.values()):
        tell(say(language, "hidden", **counts))
    tell(say(language, "done", seconds=seconds, folder=folder))


def _clock(value: str, language: MessageLanguage) -> datetime:
    try:
        return parse_clock(value) if value else datetime.now(TIME_ZONE)
    except ValueError as error:
        raise WrongUseError(say(language, "bad-clock", value=value)) from error
