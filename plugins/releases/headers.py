"""Whether the headers of an answer protect visitors, and lead neither them nor engines astray."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from plugins.base.policy import DRAWING_POLICY, HEADERS, SENT_POLICY, TRANSPORT
from plugins.portals.addresses import NAMED
from plugins.releases.compressed import ENDINGS
from plugins.releases.findings import Finding

_POLICY: Final = "content-security-policy"
_TRANSPORT: Final = "strict-transport-security"
_GUARDS: Final = {name.lower(): value for name, value in HEADERS}
_NAMED: Final = re.compile(rf"{NAMED}\Z")
_AGE: Final = re.compile(r"max-age\s*=\s*\"?(\d+)", re.IGNORECASE)
# At least as strict as ours.
_REFERRERS: Final = frozenset(
    "no-referrer same-origin strict-origin strict-origin-when-cross-origin".split()
)
# Directives that no other stands in for. Those of Trusted Types are missing in configurations that
# were written earlier: pages carry them themselves.
_ALONE: Final = ("base-uri", "form-action", "frame-ancestors")
# What browsers or search engines obey, or programs of intruders say, and no configuration sends.
_STRANGE: Final = (
    "refresh",
    "link",
    "x-robots-tag",
    "clear-site-data",
    "service-worker-allowed",
    "speculation-rules",
    "sourcemap",
    "x-sourcemap",
    "set-cookie",
    "x-pingback",
    "x-powered-by",
)
# These lead astray by what they say.
_LEADING: Final = ("alt-svc", "content-location", "content-disposition", "location")
# Many hosts let other sites read their files; they lead nobody away.
_OPENING: Final = "access-control-allow-origin"
_OTHER_HOST: Final = re.compile(r'="[^":]')
_FOUND: Final = 200
_MOVED: Final = range(300, 400)


def header_findings(path: str, status: int, headers: Mapping[str, str]) -> Iterator[Finding]:
    """What is sent with an answer for the file at `path`, and should not be, or not like that.

    Whatever protects is told once for all answers.
    """
    is_drawing = path.endswith(".svg")
    for name in (_POLICY, _TRANSPORT, *_GUARDS):
        if name in headers and _is_weak(name, headers[name], is_drawing=is_drawing):
            yield Finding("", "weak-header", f"{name}: {headers[name]}")
    strange = [name for name in _STRANGE if name in headers]
    strange += [
        name
        for name in _LEADING
        if name in headers and _leads_astray(name, headers[name], path, status)
    ]
    for name in strange:
        yield Finding(path, "strange-header", f"{name}: {headers[name]}")
    if _OPENING in headers:
        yield Finding("", "strange-header", f"{_OPENING}: {headers[_OPENING]}", "warning")


def missing_headers(path: str, headers: Mapping[str, str], *, is_secure: bool) -> Iterator[Finding]:
    """What the headers of a file lack; told once for all answers."""
    wanted = [name for name in (_POLICY, *_GUARDS) if name not in headers]
    wanted += [_TRANSPORT] if is_secure and _TRANSPORT not in headers else []
    if _POLICY in headers:
        wanted += _unsaid(headers[_POLICY], is_drawing=path.endswith(".svg"))
    needed = "immutable" if _NAMED.match(path) else "no-cache"
    if needed not in headers.get("cache-control", ""):
        wanted.append(f"cache-control: {needed}")
    for name in wanted:
        yield Finding("", "no-header", name, "warning")


@lru_cache(maxsize=1024)
def _is_weak(name: str, value: str, *, is_drawing: bool) -> bool:
    """Whether a header says less than ours."""
    if name == _POLICY:
        return _is_wide(value, SENT_POLICY) and not (
            is_drawing and not _is_wide(value, DRAWING_POLICY)
        )
    if name == _TRANSPORT:
        return _age(value) < _age(TRANSPORT)
    parts = [part.partition(";")[0].strip().lower() for part in value.split(",")]
    if name == "referrer-policy":
        return not _REFERRERS.issuperset(parts)
    if name == "permissions-policy":
        return not {one.strip() for one in _GUARDS[name].split(",")}.issubset(parts)
    return any(part != _GUARDS[name].lower() for part in parts)


def _age(value: str) -> int:
    found = _AGE.search(value)
    return int(found[1][:12]) if found else 0


def _policies(value: str) -> list[dict[str, frozenset[str]]]:
    """The directives of each policy that was sent; browsers heed the first of a name."""
    policies = []
    for text in value.split(","):
        said: dict[str, frozenset[str]] = {}
        for words in (part.split() for part in text.lower().split(";")):
            if words:
                said.setdefault(words[0], frozenset(words[1:]) - {"'none'"})
        policies.append(said)
    return policies


def _sources(policy: Mapping[str, frozenset[str]], name: str) -> frozenset[str] | None:
    """What a directive lets in; None where nothing is said of it."""
    if name in _ALONE:
        return policy.get(name)
    broader = re.sub(r"-(?:elem|attr)\Z", "", name)
    return policy.get(name, policy.get(broader, policy.get("default-src")))


def _is_wide(value: str, ours: str) -> bool:
    """Whether all policies that were sent let something in that ours does not."""
    (own,) = _policies(ours)
    sent = _policies(value)
    names = {name for one in (own, *sent) for name in one if "-src" in name}
    for name in (*names, *_ALONE):
        given = [one for one in (_sources(policy, name) for policy in sent) if one is not None]
        allowed = _sources(own, name)
        if allowed is not None and given and not any(one <= allowed for one in given):
            return True
    return False


@lru_cache(maxsize=1024)
def _unsaid(value: str, *, is_drawing: bool) -> tuple[str, ...]:
    """What the policies that were sent do not speak of."""
    (own,) = _policies(DRAWING_POLICY if is_drawing else SENT_POLICY)
    names = [name for name in ("default-src", *_ALONE) if name in own]
    sent = _policies(value)
    return tuple(
        f"{_POLICY}: {name}" for name in names if all(name not in policy for policy in sent)
    )


def _leads_astray(name: str, value: str, path: str, status: int) -> bool:
    if name == "location":
        return status not in _MOVED
    if name == "alt-svc":
        return _OTHER_HOST.search(value) is not None
    if name == "content-disposition":
        return value.partition(";")[0].strip().lower() != "inline"
    # The form that was chosen may be named, or the page of an error, but nothing elsewhere.
    own = path.rpartition("/")[2]
    names = {"", own, *(own + ending for ending in ENDINGS)}
    return "//" in value or (status == _FOUND and value.rpartition("/")[2] not in names)
