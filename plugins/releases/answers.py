"""Whether an answer of a server is what the manifest says of a file."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

import brotli
from msgspec import Struct

from plugins.releases.compressed import BROTLI, GZIP
from plugins.releases.findings import Finding
from plugins.releases.headers import header_findings
from plugins.releases.manifest import Manifest
from plugins.releases.visitors import DIRECT, Visitor

PAGE: Final = "index.html"
_FOUND: Final = 200
_MOVED: Final = range(300, 400)
# What is planted in a page is read no further.
_MOST_BYTES: Final = 20_000_000
_TYPES: Final[dict[str, frozenset[str]]] = {
    "html": frozenset({"text/html"}),
    "css": frozenset({"text/css"}),
    "js": frozenset({"text/javascript", "application/javascript"}),
    "json": frozenset({"application/json"}),
    "csv": frozenset({"text/csv"}),
    "txt": frozenset({"text/plain"}),
    "xml": frozenset({"application/xml", "text/xml"}),
    "atom": frozenset({"application/atom+xml"}),
    "webmanifest": frozenset({"application/manifest+json"}),
    "svg": frozenset({"image/svg+xml"}),
    "png": frozenset({"image/png"}),
    "jpg": frozenset({"image/jpeg"}),
    "jpeg": frozenset({"image/jpeg"}),
    "gif": frozenset({"image/gif"}),
    "webp": frozenset({"image/webp"}),
    "avif": frozenset({"image/avif"}),
}
_FORMS: Final = {"br": BROTLI, "gzip": GZIP}


Form: TypeAlias = Literal["stored", "made", "wrong"]


class Answer(Struct, frozen=True):
    """What a server said to a visitor who asked for the file at `path`."""

    path: str
    visitor: Visitor
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def encoding(self) -> str:
        """How the body is compressed."""
        return self.headers.get("content-encoding", "identity").lower()


def address_of(path: str) -> str:
    """The address of a file inside its portal: a page is asked for as visitors do."""
    return path.removesuffix(PAGE) if path == PAGE or path.endswith(f"/{PAGE}") else path


def form_of(answer: Answer, manifest: Manifest) -> Form:
    """Whether these are the bytes of the file, in whatever form they were sent.

    They are 'stored' in the release, 'made' of it by a server that compresses by itself, or wrong.
    """
    entry = manifest.files.get(stored_path(answer))
    if entry is not None and entry.sha256 == hashlib.sha256(answer.body).hexdigest():
        return "stored"
    plain = hashlib.sha256(plain_body(answer)).hexdigest()
    return "made" if plain == manifest.files[answer.path].sha256 else "wrong"


def stored_path(answer: Answer) -> str:
    """Where the form that was sent is stored."""
    return answer.path + _FORMS.get(answer.encoding, "")


def form_wanted(answer: Answer) -> str:
    """Where the form is stored that the visitor had asked for."""
    return answer.path + _FORMS.get(answer.visitor.encoding, "")


def findings_in(answer: Answer, form: Form) -> Iterator[Finding]:
    """What is wrong with an answer, whose bytes have this form."""
    path = answer.path
    if answer.status in _MOVED:
        yield Finding(path, "redirect", answer.headers.get("location", ""))
    elif answer.status != _FOUND:
        yield Finding(path, "status", str(answer.status))
    elif form == "wrong":
        code = "changed" if answer.visitor is DIRECT else "cloaked"
        yield Finding(path, code, "" if answer.visitor is DIRECT else answer.visitor.name)
    else:
        yield from _type_findings(answer)
    yield from header_findings(path, answer.status, answer.headers)


def plain_body(answer: Answer) -> bytes:
    """The body as a browser reads it; as it was sent where it is not what it says."""
    try:
        if answer.encoding == "br":
            reader = brotli.Decompressor()
            plain = bytes(reader.process(answer.body, output_buffer_limit=_MOST_BYTES))
            return plain if reader.is_finished() else answer.body
        if answer.encoding == "gzip":
            unpacker = zlib.decompressobj(31)
            plain = unpacker.decompress(answer.body, _MOST_BYTES)
            return plain if unpacker.eof and not unpacker.unused_data else answer.body
    except (brotli.error, zlib.error):
        pass
    return answer.body


def _type_findings(answer: Answer) -> Iterator[Finding]:
    wanted = _TYPES.get(answer.path.rpartition(".")[2])
    told = answer.headers.get("content-type", "")
    kind = told.partition(";")[0].strip().lower()
    if wanted and kind not in wanted:
        yield Finding(answer.path, "type", told)
    elif kind == "text/html" and "utf-8" not in told.lower():
        yield Finding(answer.path, "type", told, "warning")
