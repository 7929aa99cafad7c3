"""What the address in an `href` or `src` that an editor wrote leads to."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from plugins.base.web import web_host
from plugins.markup.body import LinkKind, LinkSlot

_PLACE = re.compile(r"\{(filename|static)\}([^#]*)(?:#(.*))?\Z", re.DOTALL)
_FRAGMENT = re.compile(r"#([^\s#]+)\Z")
# Also a port: the host is allowed, and not whatever else runs on it.
_STRANGE = re.compile(r"[\s\\]|https?://[^/?#]*:", re.IGNORECASE)
# No system finds such a host: strange signs, a name without letters, numbers too large for an IP.
_NO_HOST = re.compile(
    r"[^\w.-]|(?:\A|\.)(?:xn--)?\.|(?:\A|\.)xn--\Z"
    r"|\A(?=.*(?:[3-9]\d\d|2[6-9]\d|25[6-9]|\d{4}))[0-9]+(?:\.[0-9]+){3}\Z"
)
# One address, and what a message to it may begin with: no other header, and nobody else's address.
_MAIL = re.compile(
    r"mailto:[\w.+-]+@(?:[\w-]+\.)+[\w-]+(?:\?(?:subject|body)=[^\s@<>\"'\\&]*"
    r"(?:&(?:subject|body)=[^\s@<>\"'\\&]*)?)?\Z"
)
_PHONE = re.compile(r"tel:\+?(?:[.() -]*[0-9]){3,}[.() -]*\Z")


def read_link(raw: str, path: str, *, picture: bool) -> LinkSlot:
    """The link `raw` of the content file `path`; `picture` when it is an image's source."""
    place = _PLACE.match(raw)
    if place:
        kind: LinkKind = "file" if place[1] == "filename" else "static"
        target = content_target(place[2], path)
        wrong = target is None or (picture and kind == "file")
        if wrong:
            return LinkSlot("wrong", raw, picture=picture)
        return LinkSlot(kind, raw, target or "", place[3] or "", picture)
    if picture:
        return LinkSlot("wrong", raw, picture=True)
    fragment = _FRAGMENT.match(raw)
    if fragment:
        return LinkSlot("fragment", raw, fragment=unquote(fragment[1]))
    if _is_contact(raw):
        return LinkSlot("contact", raw, raw)
    # Browsers read a backslash as a slash, and leave out tabs and line ends.
    host = "" if _STRANGE.search(raw) else web_host(raw)
    is_wrong = not host or _NO_HOST.search(host)
    return LinkSlot("wrong", raw) if is_wrong else LinkSlot("outside", raw, host)


def _is_contact(raw: str) -> bool:
    """Whether `raw` is one mailbox or one telephone."""
    # An encoded line end would begin another header of the mail.
    return bool(_PHONE.match(raw)) or bool(_MAIL.match(raw) and unquote(raw).isprintable())


def content_target(written: str, path: str) -> str | None:
    """The content path that `written` means in the file `path`, if it stays inside."""
    decoded = unquote(written)
    whole = decoded.lstrip("/") if decoded.startswith("/") else join(dirname(path), decoded)
    target = normpath(whole)
    return None if target.startswith("..") or not decoded else target
