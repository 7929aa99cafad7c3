"""What is answered to whom asks for an address: a page, a file, another address, or 'not here'."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.base.media import HTML, media_type
from plugins.base.problems import MessageLanguage
from plugins.languages.language import LANGS
from plugins.offline.worker import WORKER
from plugins.portals.addresses import FILES, THEME, WORDS
from plugins.serve.live import NO_WORKER, RESERVED, live_file, with_live_script
from plugins.serve.paths import Wanted, standing, wanted
from plugins.serve.plain import plain_page, start_page
from plugins.serve.preview import NotComposedError, Preview

_INDEX: Final = "index.html"
_NOT_FOUND: Final = "404.html"


class Answer(Struct, frozen=True):
    """One answer; `location` is where a browser is sent instead."""

    status: HTTPStatus
    body: bytes = b""
    type: str = HTML
    location: str = ""


class Served(Struct, frozen=True):
    """The finished portals in `folder`; `only` is the one that stands at the root, if any does.

    For a file of a portal, `preview` gives what is shown in the place of what stands there.
    """

    folder: Path
    only: str
    names: Callable[[Sequence[str]], Mapping[str, str]]
    language: MessageLanguage
    preview: Callable[[str, str], Preview | None]


class _Portal(Struct, frozen=True):
    """A portal: its id, and who serves it."""

    id: str
    served: Served

    @property
    def folder(self) -> Path:
        """Where it is written."""
        return self.served.folder / self.id

    @property
    def is_there(self) -> bool:
        """Whether there is any page of it."""
        return self.folder.is_dir() or self.served.preview(self.id, _INDEX) is not None

    def file(self, *names: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        name = "/".join(names)
        if name == WORKER:
            return live_file(NO_WORKER)
        preview = self.served.preview(self.id, name)
        if preview is not None:
            try:
                content = preview.file(self.id, name)
            except NotComposedError:
                content = _bytes(standing(self.folder, names))
            # What an open page was sent with has its sum in its name.
            if content is not None or names[0] not in (FILES, THEME):
                return content
        return _bytes(standing(self.folder, names))


def answer(served: Served, portals: Sequence[str], version: str, target: str) -> Answer:
    """The answer to a request for `target`, while there are `portals`."""
    found = wanted(target)
    if found is not None and found.names[:1] == (RESERVED,):
        return _own_file(found)
    made = _in_portals(served, portals, found)
    if made.type != HTML or made.location:
        return made
    root = "/" if _only(served, portals) or found is None else _root(found, portals)
    return Answer(made.status, with_live_script(made.body, version, root))


def _own_file(found: Wanted) -> Answer:
    body = live_file(found.names[1]) if len(found.names) == 2 and not found.is_folder else None
    if body is None:
        return Answer(HTTPStatus.NOT_FOUND)
    return Answer(HTTPStatus.OK, body, media_type(found.names[1]))


def _only(served: Served, portals: Sequence[str]) -> str:
    """The portal that stands at the root; empty where each has a folder of its own."""
    return served.only or (portals[0] if len(portals) == 1 else "")


def _root(found: Wanted, portals: Sequence[str]) -> str:
    return f"/{found.names[0]}/" if found.names and found.names[0] in portals else "/"


def _in_portals(served: Served, portals: Sequence[str], found: Wanted | None) -> Answer:
    only = _only(served, portals)
    if only:
        return _in_portal(_Portal(only, served), found, found.names if found else ())
    if not portals:
        return _plain(served, HTTPStatus.SERVICE_UNAVAILABLE, "waiting")
    if found is not None and not found.names:
        page = start_page(served.names(portals), served.language)
        return Answer(HTTPStatus.OK, page)
    if found is None or found.names[0] not in portals:
        return _plain(served, HTTPStatus.NOT_FOUND, "nothing")
    return _in_portal(_Portal(found.names[0], served), found, found.names[1:])


def _in_portal(portal: _Portal, found: Wanted | None, names: tuple[str, ...]) -> Answer:
    if not portal.is_there:
        return _plain(portal.served, HTTPStatus.SERVICE_UNAVAILABLE, "waiting")
    if found is None:
        return _not_found(portal, names)
    place = (*names, _INDEX) if found.is_folder else names
    body = portal.file(*place)
    if body is not None:
        return Answer(HTTPStatus.OK, body, media_type(place[-1]))
    if not found.is_folder and portal.file(*names, _INDEX) is not None:
        return Answer(HTTPStatus.FOUND, location=found.as_folder())
    return _not_found(portal, names)


def _not_found(portal: _Portal, names: tuple[str, ...]) -> Answer:
    """The portal's own page for addresses that do not exist, in the language of the address."""
    roots = {WORDS[lang].root.rstrip("/") for lang in LANGS}
    folder = names[:1] if names and names[0] in roots else ()
    body = portal.file(*folder, _NOT_FOUND)
    if body is None:
        return _plain(portal.served, HTTPStatus.NOT_FOUND, "nothing")
    return Answer(HTTPStatus.NOT_FOUND, body)


def _plain(served: Served, status: HTTPStatus, name: str) -> Answer:
    return Answer(status, plain_page(name, served.language))


def _bytes(place: Path | None) -> bytes | None:
    """The bytes of a regular file; None where there is none, or where it has just gone."""
    try:
        return place.read_bytes() if place is not None and place.is_file() else None
    except OSError:
        return None
