"""Tries random content: nothing may raise, take long, leave the output or reach a page."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest import mock
from urllib.parse import urlsplit

import html5lib
import yaml

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.build import BuildOptions, build
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import parse_clock
from plugins.markup.body import fill
from plugins.markup.sanitise import safe_pieces
from plugins.pages import render
from plugins.pages.render import Renderer
from tests.conftest import CLOCK, CONTENT, ROOT, Site
from tests.fuzz.documents import random_files, random_markup

MOST_SECONDS: Final = 2.5
_FOLDERS: Final = {"content", "output", "cache", ".output.lock"}
_HOSTS: Final = frozenset(("", "mau.example", "luat.example"))
# Where readers share a page of this portal.
_SHARING: Final = tuple(
    f"https://{place}=https://mau.example/"
    for place in ("www.facebook.com/sharer/sharer.php?u", "zalo.me/share?url")
)
_ACTIVE: Final = frozenset(
    "iframe frame object embed base applet form input template math svg".split()
)
_ADDRESSES: Final = frozenset(("href", "src", "srcset", "action", "formaction", "data", "poster"))
# What the templates themselves have: the licence, and addresses of the page that is not found.
_OF_THEME: Final = frozenset(
    ("<a href='https://creativecommons.org/licenses/by/4.0/'>", "<link rel='license'>", "<base>")
)


class FoundError(AssertionError):
    """What went wrong with random content."""


def try_content(files: Mapping[str, str]) -> bool:
    """Check and build a site with `files`; return whether it was built.

    Raises `FoundError` when a promise is broken, and whatever the program raises.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        site = Site(folder).write(CONTENT).write(files)
        with chdir(folder), _quiet():
            started = time.process_time()
            load_content(site.content, parse_clock(CLOCK), KeptTexts(Store(None), 1), Problems())
            seconds = time.process_time() - started
            options = BuildOptions((), "content", "output", "cache", CLOCK, clean=False, jobs=1)
            code = build(options)
        faults = [] if seconds < MOST_SECONDS else [f"checked in {seconds:.1f} s"]
        faults += [] if code in {0, 1} else [f"the build ended with {code}"]
        if strange := {path.name for path in folder.iterdir()} - _FOLDERS:
            faults.append(f"written beside the output: {strange}")
        for path in sorted((folder / "output").rglob("*.html")):
            text = path.read_text(encoding="utf-8")
            new = set(page_faults(text)) - _OF_THEME
            faults += [f"{path.relative_to(folder)}: {one}" for one in sorted(new)]
        if faults:
            raise FoundError("; ".join(faults[:5]))
        return code == 0


def try_markup(markup: str) -> None:
    """Sanitise `markup`, and once more what came of it."""
    once = safe_pieces(markup, "articles/thu/index.vi.md")
    written = fill(once, lambda slot: slot.raw.replace("&", "&amp;").replace('"', "&quot;"), str)
    if "<table" not in written:
        again = safe_pieces(written, "articles/thu/index.vi.md")
        if again != once:
            raise FoundError(f"sanitising twice differs: {once} {again}")
    shown = fill(once, lambda _: "/x/", lambda _: "")
    faults = page_faults(f"<!DOCTYPE html><main>{shown}</main>")
    faults += ["<script>"] if "<script" in shown else []
    if faults:
        raise FoundError(f"{faults[:5]} in {shown!r}")


def page_faults(text: str) -> list[str]:
    """What an HTML parser finds in a page that must not be there."""
    page = html5lib.parse(text, namespaceHTMLElements=False)
    return [fault for element in page.iter() for fault in _element_faults(element)]


def _element_faults(element: Any) -> Iterator[str]:
    # Elements of drawings and formulas have their namespace before the name.
    tag = str(element.tag).rpartition("}")[2]
    attributes = {str(name): value for name, value in element.attrib.items()}
    own_script = attributes.get("type") == "application/ld+json" or urlsplit(
        attributes.get("src", "//none")
    ).path.endswith(".js")
    # The code of a page's address is the only drawing within one.
    is_code = tag == "svg" and attributes.get("class") == "code"
    is_active = tag in _ACTIVE - {"form", "input"} and not is_code
    if is_active or (tag == "script" and not own_script):
        yield f"<{tag}>"
    for name, value in attributes.items():
        if name.startswith("on") or name in {"style", "srcdoc"}:
            yield f"<{tag} {name}>"
        if name in _ADDRESSES and not _is_own(value):
            yield f"<{tag} {name}={value!r}>"


def _is_own(address: str) -> bool:
    parts = urlsplit("".join(address.split()))
    web = parts.scheme in {"", "https", "http"} and parts.hostname in {*_HOSTS, None}
    return web or parts.scheme in {"mailto", "tel"} or address.startswith(_SHARING)


def run(seconds: float, seed: int) -> int:
    """Try random content for a time; print what breaks and keep it as a case."""
    end = time.monotonic() + seconds
    tried = built = found = 0
    while time.monotonic() < end:
        random = Random(f"{seed}-{tried}")
        files, markup = random_files(random), random_markup(random)
        tried += 1
        try:
            built += try_content(files)
            try_markup(markup)
        except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
            found += 1
            place = _keep(files, f"{seed}-{tried - 1}")
            sys.stdout.write(f"{seed}-{tried - 1}: {type(error).__name__}: {error}"[:2000] + "\n")
            sys.stdout.write(f"  kept as {place}; markup {markup!r}"[:2000] + "\n")
    sys.stdout.write(f"seed {seed}: {tried} tried, {built} built, {found} found\n")
    return 1 if found else 0


def _keep(files: Mapping[str, str], name: str) -> Path:
    """Write a case that may be completed and kept."""
    folder = ROOT / ".cache" / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    case = {"about": "Found by chance.", "files": dict(files), "clean": []}
    path.write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _renderer(theme: Path, _: Store) -> Renderer:
    return _compiled(theme)


@cache
def _compiled(theme: Path) -> Renderer:
    return Renderer(theme)


class _quiet:  # noqa: N801  used as a statement
    """Keeps the messages of the program from the screen, and its templates compiled."""

    def __enter__(self) -> None:
        self._all = (
            redirect_stderr(io.StringIO()),
            redirect_stdout(io.StringIO()),
            mock.patch.object(render, "Renderer", _renderer),
            mock.patch.dict(os.environ, {"PORTAL_LANG": "en"}),
        )
        for one in self._all:
            one.__enter__()

    def __exit__(self, *error: object) -> None:
        for one in reversed(self._all):
            one.__exit__(None, None, None)
