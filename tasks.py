"""The tasks of the project; each calls one function."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import ParseError
from invoke.program import Program
from invoke.tasks import task

ROOT = Path(__file__).resolve().parent
WRONG_USE = 2
_SELDOM = 100_000
_CONTENT_HELP = "The content folder."
_JOBS = os.cpu_count() or 1


@task(
    iterable=["portal"],
    help={
        "portal": "Build this portal only (may be repeated).",
        "content": _CONTENT_HELP,
        "output": "The folder of the finished portals.",
        "cache": "What is kept between builds; may be deleted at any time.",
        "clock": "What 'now' is, such as 2026-11-22T08:00; the present moment if left out.",
        "clean": "Forget what is kept between builds first.",
        "jobs": "How many processes convert texts and make pages.",
        "executor": "Hand the work to a Dask cluster instead: dask://HOST:PORT.",
    },
)
def build(  # noqa: PLR0913, PLR0917  one parameter an option
    _: Context,
    portal: Sequence[str] | None = None,
    content: str = "content",
    output: str = "output",
    cache: str = ".cache",
    clock: str = "",
    clean: bool = False,  # noqa: FBT001, FBT002  invoke reads options from parameters
    jobs: int = _JOBS,
    executor: str = "",
) -> None:
    """Build every portal into output/<portal>/."""
    from plugins.builds.build import BuildOptions
    from plugins.builds.build import build as run

    options = BuildOptions(
        tuple(portal or ()), content, output, cache, clock, clean, jobs, executor
    )
    sys.exit(run(options))


@task(
    iterable=["path"],
    help={
        "path": "Report the problems of this file or folder only; '--path' may be left out.",
        "content": _CONTENT_HELP,
        "format": "text, or json on standard output.",
        "fix": "First mend letters where that is safe, and show the changes.",
    },
)
def check(
    _: Context,
    path: Sequence[str] | None = None,
    content: str = "content",
    format: str = "text",  # noqa: A002  the name of the option
    fix: bool = False,  # noqa: FBT001, FBT002  invoke reads options from parameters
) -> None:
    """Report every problem of the content; build nothing."""
    from plugins.builds.check import check as run

    sys.exit(run(tuple(path or ()), content, format, fix=fix))


@task(
    help={
        "portal": "Serve this portal only.",
        "port": "The port of 127.0.0.1 to listen at.",
        "content": _CONTENT_HELP,
        "clock": "What 'now' is, such as 2026-11-22T08:00; the present moment if left out.",
    }
)
def serve(
    _: Context, portal: str = "", port: int = 8000, content: str = "content", clock: str = ""
) -> None:
    """Build, serve and watch: a saved text is seen at once, and so is what is wrong with it."""
    from plugins.serve.serve import ServeOptions
    from plugins.serve.serve import serve as run

    sys.exit(run(ServeOptions(portal, port, content, ".cache", clock, _JOBS)))


@task
def i18n(_: Context) -> None:
    """Bring the catalogs up to date; fail on a missing or fuzzy message."""
    from plugins.languages.extraction import update_catalogs

    found = update_catalogs(ROOT)
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.exit(1 if found else 0)


@task
def lint(_: Context) -> None:
    """Check the style and the types of the code."""
    _run("ruff", "format", "--check", "--quiet", ".")
    _run("ruff", "check", "--quiet", ".")
    _run("mypy")


@task(pre=[lint])
def test(_: Context) -> None:
    """Run all tests, those in the browser too."""
    _run("pytest")


@task(help={"row": "Run this part only: real, 100, 1000, 10000, portals or checks."})
def bench(_: Context, row: str = "") -> None:
    """Measure builds beside Hugo on the same texts."""
    _run("benchmarks", *([row] if row else []))


@task(
    help={
        "seconds": "How long to try.",
        "seed": "What chance begins with; the time if left out.",
    }
)
def fuzz(_: Context, seconds: int = 60, seed: int = 0) -> None:
    """Check and build random hostile content; keep what breaks a promise as a case."""
    _run("tests.fuzz", str(seconds), str(seed or int(time.time())))


class Tasks(Program):
    """Invoke's program, which ends with 2 when a task is called in a wrong way."""

    def parse_core(self, argv: list[str] | None) -> None:
        """Read the options before the task."""
        before = sys.dont_write_bytecode
        super().parse_core(argv)
        # Invoke lets nothing be kept of what Python compiles, and each call would compile it anew.
        sys.dont_write_bytecode = before

    def parse_tasks(self) -> None:
        """Read the tasks and their options."""
        try:
            super().parse_tasks()
        except (ParseError, ValueError) as error:
            _refuse(error)

    def parse_cleanup(self) -> None:
        """Refuse an option that is given without its value at the end of the call."""
        if sys.argv[-1] in ("--portal", "--path", "--executor"):
            _refuse(ParseError(f"<Argument: {sys.argv[-1].strip('-')}>"))
        super().parse_cleanup()


def _refuse(error: Exception) -> NoReturn:
    from plugins.builds.messages import message_language
    from plugins.builds.wrong_calls import wrong_call

    said = wrong_call(error, sys.argv[1:], message_language(os.environ))
    sys.stderr.write(f"{said}\n")
    sys.exit(WRONG_USE)


def _with_named_paths(argv: list[str]) -> list[str]:
    """`check A B` as `check --path A --path B`: invoke takes no list of bare arguments."""
    if "check" not in argv[1:2]:
        return argv
    named, rest = argv[:2], argv[2:]
    while rest:
        argument = rest.pop(0)
        if argument in ("--content", "--format", "--path") and rest:
            named += [argument, rest.pop(0)]
        elif argument.startswith("-"):
            named.append(argument)
        else:
            named += ["--path", argument]
    return named


def _run(*command: str) -> None:
    """Run a module of this environment; end with its exit code when it fails."""
    code = subprocess.call([sys.executable, "-m", *command], cwd=ROOT)
    if code:
        sys.exit(code)


if __name__ == "__main__":
    # What modules and content are made of stays until the end: looking through it finds nothing.
    gc.set_threshold(_SELDOM)
    # Collected from this module by name, so that it runs from any folder.
    Tasks(namespace=Collection(build, check, serve, i18n, lint, test, bench, fuzz)).run(
        _with_named_paths(sys.argv)
    )
