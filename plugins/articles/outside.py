"""The hosts outside the portals that texts may link to, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final

from pydantic import AfterValidator

from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.base.validation import (
    Line,
    Model,
    Text,
    in_words,
    read_located,
    refuse,
    rows_of,
    validated,
)
from plugins.base.web import is_host
from plugins.languages.fields import MomentField
from plugins.portals.portal import is_portal_path

LINKS_FILE = "links.yaml"
# What stands before the letters of a country where anybody may have a name.
_GENERAL: Final = frozenset("ac biz co com edu gov health id info int name net org pro".split())
# Hosts below which, or on which, anybody may publish, or lead anywhere.
_PUBLIC: Final = frozenset(
    "appspot.com azurewebsites.net bit.ly blogspot.com cloudfront.net cutt.ly firebaseapp.com "
    "github.io gitlab.io glitch.me herokuapp.com is.gd myshopify.com netlify.app ngrok.io "
    "onrender.com pages.dev r2.dev railway.app repl.co s3.amazonaws.com sites.google.com "
    "surge.sh t.co tinyurl.com tumblr.com vercel.app web.app webflow.io weebly.com wixsite.com "
    "wordpress.com workers.dev".split()
)
_MOST_LETTERS: Final = 253
_MOST_IN_LABEL: Final = 63


def _host(value: str) -> str:
    if not (is_host(value) and _is_of_somebody(value)):
        raise refuse("may-chu-sai", value=value)
    return value


def _path(value: str) -> str:
    """The path of a portal with a slash at both ends."""
    if not is_portal_path(value):
        raise refuse("duong-dan-sai", value=value)
    return value.rstrip("/") + "/"


class AllowedHost(Model):
    """One host, why it may be linked, who says so, and the last day on which it may.

    Where `portals` gives paths on it to portals, by their ids, no other has an address there.
    """

    host: Annotated[Text, AfterValidator(_host)]
    why: Annotated[Line, AfterValidator(in_words)]
    by: Annotated[Line, AfterValidator(in_words)]
    until: MomentField
    portals: dict[Text, Annotated[Text, AfterValidator(_path)]] | None = None


def _is_of_somebody(host: str) -> bool:
    """Whether a name can belong to one owner: no IP address, no ending such as com.vn or github.io."""
    labels = host.split(".")
    ending = len(labels) == 2 and labels[0] in _GENERAL and len(labels[1]) == 2
    short = len(host) <= _MOST_LETTERS and all(len(label) <= _MOST_IN_LABEL for label in labels)
    return short and not ending and host not in _PUBLIC and not labels[-1][0].isdigit()


def load_allowed_hosts(tree: ContentTree, problems: Problems) -> Mapping[str, AllowedHost]:
    """The allowed hosts by name; none when there is no list."""
    text = tree.read_text(LINKS_FILE, problems) if LINKS_FILE in tree else None
    located = read_located(text, LINKS_FILE, problems) if text is not None else None
    if located is None or not located.data:
        return {}
    hosts: dict[str, AllowedHost] = {}
    for index in rows_of(located, LINKS_FILE, problems):
        allowed = validated(AllowedHost, located, LINKS_FILE, problems, at=(index,))
        if allowed and hosts.setdefault(allowed.host, allowed) is not allowed:
            line = located.line((index, "host"))
            problems.add(LINKS_FILE, line, "muc-trung", value=allowed.host, field="host")
    return hosts


def may_link(host: str, allowed: Mapping[str, AllowedHost], clock: datetime) -> bool:
    """Whether texts may link to `host` on the day of `clock`."""
    entry = allowed.get(host)
    return entry is not None and clock.date() <= entry.until.value.date()


def last_day(entry: AllowedHost) -> str:
    """The last day of an entry as editors write days."""
    return entry.until.value.date().isoformat()
