"""What is wrong with one tag of a finished page.

The pages of this program escape < and > in attributes, so that a tag ends where it seems to.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from msgspec import Struct

from plugins.base.web import web_host

_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]?\s*(?:url\s*=)?\s*['\"]?([^'\"]*)", re.IGNORECASE)
# Browsers leave these out of an address before they read it.
_IGNORED = re.compile(r"\A[\x00-\x20]+|[\t\n\r]")

_ELEMENTS: Final = frozenset(
    "a abbr address article aside b base blockquote body br button caption cite code col colgroup dd "
    "del details dfn div dl dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img "
    "input ins kbd label li link main mark meta nav ol option p picture pre progress q s script section "
    "select small source span strong sub summary "
    "sup table tbody td tfoot th thead time title tr u ul var".split()
)
# The only forms are those that search this portal.
_SEARCHING: Final = {"form": {("role", "search")}, "input": {("type", "search")}}
_CLOSING: Final = ("</script>", "</form>")
_ADDRESSES: Final = frozenset(
    "action background cite data formaction href longdesc manifest ping poster src srcset "
    "xlink:href".split()
)
# What a browser loads by itself; `href` belongs to these in the elements and relations below.
_LOADED: Final = _ADDRESSES - {"cite", "href", "longdesc"}
# The relations of a page to another, which no browser loads.
_RELATED: Final = frozenset("alternate canonical license next prev".split())
# What is read aloud, or shown by search engines and on other sites.
_TEXTS: Final = frozenset(
    "alt aria-label content data-label label placeholder summary title".split()
)
# Where the path of a web address begins, behind its scheme and host.
_BEFORE_PATH = re.compile(r"(?<=[^:/])[/?#]")
_CONTACTS: Final = ("mailto:", "tel:")
_SECURE: Final = "https://"


class Fault(Struct, frozen=True):
    """What is wrong with a finished page: the problem code and the values of its sentence."""

    code: str
    value: str
    fingerprint: str = ""


def tag_faults(tag: str, attributes: Mapping[str, str], hosts: Collection[str]) -> Iterator[Fault]:
    """What is wrong with `tag`, which has `attributes`; `hosts` are those that pages may lead to."""
    name = _TAG.match(tag)
    if name is None:
        if tag.lower() != "<!doctype html>":
            yield Fault("trang-ma-la", tag)
        return
    if tag.lower() in _CLOSING:
        return
    if name[1].lower() not in _ELEMENTS or _is_strange(name[1].lower(), attributes):
        yield Fault("trang-ma-la", tag)
    loaded = (attributes.get(one, "") for one in _loaded_by(name[1].lower(), attributes))
    for value in loaded:
        yield from (
            Fault("trang-dan-ngoai", one) for one in value.split(",") if leads_astray(one, ())
        )
    yield from link_faults(attributes, hosts)


def _loaded_by(name: str, attributes: Mapping[str, str]) -> Collection[str]:
    """The attributes with addresses that a browser follows without being asked: no other host's."""
    relations = attributes.get("rel", "").lower().split()
    if name == "base" or (name == "link" and not _RELATED.issuperset(relations or ("",))):
        return attributes.keys() & {*_LOADED, "href"}
    return attributes.keys() & _LOADED


def link_faults(attributes: Mapping[str, str], hosts: Collection[str]) -> Iterator[Fault]:
    """The addresses in `attributes` that lead where no page may lead."""
    for attribute, value in attributes.items():
        if attribute in _ADDRESSES or (attribute == "content" and "://" in value):
            # `srcset` holds several, with their sizes.
            values = value.split(",") if attribute == "srcset" else [value]
            yield from (Fault("trang-dan-ngoai", one) for one in values if leads_astray(one, hosts))
    if attributes.get("http-equiv", "").lower() == "refresh":
        target = _REFRESH.match(attributes.get("content", ""))
        if target is None or _is_elsewhere(_plain(target[1])):
            yield Fault("trang-dan-ngoai", attributes.get("content", ""))


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a tag as a browser reads them: the first of each name counts."""
    found: dict[str, str] = {}
    name = _TAG.match(tag)
    for match in _ATTRIBUTE.finditer(tag, name.end() if name else 0):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def texts_of(attributes: Mapping[str, str]) -> Iterator[str]:
    """The values that people read or hear."""
    return (value for name, value in attributes.items() if name in _TEXTS and value)


def leads_astray(address: str, hosts: Collection[str]) -> bool:
    """Whether `address` is neither inside the portal, nor of an allowed host, nor a contact."""
    # As nearly all links of a portal begin.
    if address.startswith((".", "#")):
        return False
    # As nearly all others do: with a host as it stands in the list.
    if address.startswith(_SECURE) and address[len(_SECURE) :].partition("/")[0] in hosts:
        return False
    plain = _plain(address)
    if not _SCHEME.match(plain):
        return _is_elsewhere(plain)
    return not plain.startswith(_CONTACTS) and _host(_BEFORE_PATH.split(plain, 1)[0]) not in hosts


def _plain(address: str) -> str:
    """An address as a browser reads it."""
    return _IGNORED.sub("", address).replace("\\", "/").lower()


def _is_elsewhere(plain: str) -> bool:
    """Whether a plain address has a scheme or a host of its own."""
    return plain.startswith("//") or bool(_SCHEME.match(plain))


@lru_cache(maxsize=1_000)
def _host(beginning: str) -> str:
    """The host of the address that begins so: pages have many of few hosts."""
    return web_host(beginning)


def _is_strange(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a tag does what the theme never does: run code, carry style, hide content."""
    if any(one.startswith("on") or one == "style" for one in attributes):
        return True
    # What the theme hides its script shows; it marks these places.
    if "hidden" in attributes and "data-part" not in attributes:
        return True
    if name in _SEARCHING:
        return "method" in attributes or not _SEARCHING[name] & attributes.items()
    if name != "script":
        return False
    return attributes.get("type") != "application/ld+json" and not attributes.get("src")
