"""Reads `content/sources/<id>.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from msgspec import Struct
from pydantic import AfterValidator, BeforeValidator

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import (
    Model,
    Text,
    check_markup,
    is_id,
    read_located,
    refuse,
    validated,
)
from plugins.base.web import is_host, web_host
from plugins.languages.dates import Moment
from plugins.languages.fields import LocalText, read_moment

# What no address holds as it stands.
_STRANGE = re.compile(r"[\s\"'<>`\\^{|}]")
_SOURCE_FILE = re.compile(r"sources/([^/]+)\.yaml\Z")


def _published(value: Any) -> Any:
    return None if value == "unknown" else read_moment(value)


def _url(value: str) -> str:
    # A host that may be linked is no other server that runs on it.
    is_whole = is_host(web_host(value)) and urlsplit(value).port is None
    if not is_whole or _STRANGE.search(value):
        raise refuse("url-nguon-sai", value=value)
    return value


class SourceFile(Model):
    """What a source's file says; `url` is left out where it must not be linked."""

    title: LocalText
    publisher: LocalText
    published: Annotated[Moment | None, BeforeValidator(_published)]
    url: Annotated[Text, AfterValidator(_url)] | None = None
    note: LocalText | None = None


class Source(Struct, frozen=True):
    """A source document under its id."""

    id: str
    file: SourceFile

    @property
    def path(self) -> str:
        """Where it is written."""
        return f"sources/{self.id}.yaml"


def source_ids(tree: ContentTree) -> frozenset[str]:
    """The ids of all sources, those with faults too."""
    matches = (_SOURCE_FILE.match(path) for path in tree.below("sources"))
    return frozenset(match[1] for match in matches if match)


def load_sources(tree: ContentTree, problems: Problems) -> Mapping[str, Source]:
    """The sources by id."""
    sources = {}
    for path in tree.below("sources"):
        match = _SOURCE_FILE.match(path)
        if not match:
            # Told with all other files of no known use.
            continue
        if not is_id(match[1]):
            problems.add(path, 1, "ten-sai", name=match[1])
            continue
        text = tree.read_text(path, problems)
        located = read_located(text, path, problems) if text is not None else None
        file = validated(SourceFile, located, path, problems) if located else None
        if file and located:
            check_markup(located, path, ("title", "publisher", "note"), problems)
            sources[match[1]] = Source(match[1], file)
    return sources
