"""The hosts outside the portals that texts may link to, and until when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator

from plugins.base.files import ContentTree
from plugins.base.located import Located
from plugins.base.problems import Problems
from plugins.base.validation import Model, Text, read_located, refuse, validated
from plugins.languages.fields import MomentField

LINKS_FILE = "links.yaml"
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\Z")


def _host(value: str) -> str:
    if not _HOST.match(value):
        raise refuse("may-chu-sai", value=value)
    return value


class AllowedHost(Model):
    """One host, why it may be linked, who says so, and the last day on which it may."""

    host: Annotated[Text, AfterValidator(_host)]
    why: Text
    by: Text
    until: MomentField


class _LinksFile(Model):
    hosts: tuple[AllowedHost, ...] = ()


def load_allowed_hosts(tree: ContentTree, problems: Problems) -> Mapping[str, AllowedHost]:
    """The allowed hosts by name; none when there is no list."""
    if LINKS_FILE not in tree.files:
        return {}
    text = tree.read_text(LINKS_FILE, problems)
    located = read_located(text, LINKS_FILE, problems) if text is not None else None
    if located is None:
        return {}
    lines = {("hosts", *location): line for location, line in located.lines.items()}
    named = Located({"hosts": located.data or []}, lines)
    file = validated(_LinksFile, named, LINKS_FILE, problems)
    return {allowed.host: allowed for allowed in file.hosts} if file else {}


def may_link(host: str, allowed: Mapping[str, AllowedHost], clock: datetime) -> bool:
    """Whether texts may link to `host` on the day of `clock`."""
    entry = allowed.get(host)
    return entry is not None and clock.date() <= entry.until.value.date()
