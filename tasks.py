"""The tasks of the project; each calls one function."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from plugins.builds.messages import message_language
from plugins.calls.program import leave, run_call
from plugins.calls.texts import KEY_FILE

ROOT = Path(__file__).resolve().parent
_SELDOM = 100_000
_JOBS = os.cpu_count() or 1


def build(  # noqa: PLR0913  one parameter an option
    *,
    portal: Sequence[str] = (),
    content: str = "content",
    output: str = "output",
    cache: str = ".cache",
    clock: str = "",
    clean: bool = False,
    jobs: int = _JOBS,
    executor: str = "",
) -> None:
    """Build every portal into output/<portal>/."""
    from plugins.builds.build import BuildOptions
    from plugins.builds.build import build as run

    options = BuildOptions(tuple(portal), content, output, cache, clock, clean, jobs, executor)
    sys.exit(run(options))


def check(
    *path: str,
    content: str = "content",
    format: str = "text",  # noqa: A002  the name of the option
    fix: bool = False,
) -> None:
    """Report every problem of the content; build nothing."""
    from plugins.builds.check import check as run

    sys.exit(run(path, content, format, fix=fix))


def serve(*, portal: str = "", port: int = 8000, content: str = "content", clock: str = "") -> None:
    """Build, serve and watch: a saved text is seen at once, and so is what is wrong with it."""
    from plugins.serve.serve import ServeOptions
    from plugins.serve.serve import serve as run

    sys.exit(run(ServeOptions(portal, port, content, ".cache", clock, _JOBS)))


def release(  # noqa: PLR0913  one parameter an option
    *,
    portal: Sequence[str] = (),
    to: str = "",
    keep: int = 5,
    allow_loss: int = 10,
    key: str = KEY_FILE,
    copy: Sequence[str] = (),
    archive: Sequence[str] = (),
    content: str = "content",
    output: str = "output",
    cache: str = ".cache",
    clock: str = "",
    jobs: int = _JOBS,
) -> None:
    """Build, check, sign and publish every portal into <to>/<portal>/."""
    from plugins.builds.build import BuildOptions
    from plugins.releases.release import ReleaseOptions
    from plugins.releases.release import release as run
    from plugins.releases.targets import TargetOptions

    options = BuildOptions(tuple(portal), content, output, cache, clock, clean=False, jobs=jobs)
    targets = TargetOptions(tuple(copy), tuple(archive))
    sys.exit(run(options, ReleaseOptions(to, keep, allow_loss, key, targets)))


def rollback(  # noqa: PLR0913  one parameter an option
    *seq: str,
    portal: Sequence[str] = (),
    to: str = "",
    key: str = KEY_FILE,
    copy: Sequence[str] = (),
    archive: Sequence[str] = (),
    clock: str = "",
) -> None:
    """Publish again what an earlier release held, under a new number."""
    from plugins.releases.rollback import RollbackOptions
    from plugins.releases.rollback import rollback as run
    from plugins.releases.targets import TargetOptions

    targets = TargetOptions(tuple(copy), tuple(archive))
    sys.exit(run(RollbackOptions(seq, tuple(portal), to, key, clock, targets)))


def releases(*, portal: Sequence[str] = (), to: str = "", key: str = KEY_FILE) -> None:
    """List what was published, by whom and when; * is what visitors see."""
    from plugins.releases.history import releases as run

    sys.exit(run(tuple(portal), to, key))


def release_key(*, key: str = KEY_FILE, replace: bool = False) -> None:
    """Make the key that releases are signed with, outside of the repository."""
    from plugins.releases.key_command import release_key as run

    sys.exit(run(key, replace=replace))


def verify(
    *place: str,
    portal: str = "",
    key: str = KEY_FILE,
    format: str = "text",  # noqa: A002  the name of the option
    clock: str = "",
) -> None:
    """Report where a copy differs from what was published: a folder, or an address on the web."""
    from plugins.releases.verify import VerifyOptions
    from plugins.releases.verify import verify as run

    sys.exit(run(VerifyOptions(place, portal, key, format, clock)))


def watch(*place: str, key: str = KEY_FILE, every: int = 600, page: str = "status.html") -> None:
    """Verify many copies again and again, and write on a page how they stand."""
    from plugins.releases.watch import WatchOptions
    from plugins.releases.watch import watch as run

    sys.exit(run(WatchOptions(place, key, every, page)))


def configure(
    *,
    to: str = "",
    deploy: str = "deploy",
    certificates: str = "/etc/letsencrypt/live",
    content: str = "content",
) -> None:
    """Write what nginx and Caddy need to serve the releases."""
    from plugins.hosting.configure import ConfigureOptions
    from plugins.hosting.configure import configure as run

    sys.exit(run(ConfigureOptions(to, deploy, certificates, content)))


def i18n() -> None:
    """Bring the catalogs up to date; fail on a missing or fuzzy message."""
    from plugins.languages.extraction import update_catalogs

    found = update_catalogs(ROOT)
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.exit(1 if found else 0)


def lint() -> None:
    """Check the style and the types of the code."""
    _run("ruff", "format", "--check", "--quiet", ".")
    _run("ruff", "check", "--quiet", ".")
    _run("mypy")


def test() -> None:
    """Run lint, then all tests, those in the browser too."""
    lint()
    # A process a core; each takes what another has not begun.
    _run("pytest", "-n", "auto", "--dist", "worksteal")


def bench(*, row: str = "") -> None:
    """Measure builds beside Hugo on the same texts."""
    _run("benchmarks", *([row] if row else []))


def fuzz(*, seconds: int = 60, seed: int = 0) -> None:
    """Check and build random hostile content; keep what breaks a promise as a case."""
    _run("tests.fuzz", str(seconds), str(seed or int(time.time())))


def reproduce() -> None:
    """Release the portals twice, under conditions that differ, and compare byte by byte."""
    _run("tests.reproduce")


def drill(*name: str, seed: int = 0) -> None:
    """Break what can break while portals are published and served; count what visitors get."""
    _run("tests.drills", str(seed or int(time.time())), *name)


def screenshots() -> None:
    """Take the pictures of the pages in docs/ anew."""
    _run("tests.docs.screenshots")


def _run(*command: str) -> None:
    """Run a module of this environment; end with its exit code when it fails."""
    import subprocess

    code = subprocess.call([sys.executable, "-m", *command], cwd=ROOT)
    if code:
        sys.exit(code)


TASKS = (
    build,
    check,
    serve,
    release,
    rollback,
    releases,
    release_key,
    verify,
    watch,
    configure,
    i18n,
    lint,
    test,
    bench,
    fuzz,
    reproduce,
    drill,
    screenshots,
)

if __name__ == "__main__":
    # What modules and content are made of stays until the end: looking through it finds nothing.
    gc.set_threshold(_SELDOM)
    # There are no plugins of pydantic: to look for them takes as long as to read some texts.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    leave(run_call(TASKS, sys.argv[1:], message_language(os.environ)))
else:
    # Imported here, since invoke alone needs it and takes long to load.
    from plugins.calls.invoked import collection

    namespace = collection(TASKS, message_language(os.environ))
