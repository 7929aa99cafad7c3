"""Whether an answer of a server is what the manifest says of a file."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
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
_MOST_READ: Final = 256_000
_MOST_BYTES: Final = 20_000_000
# Beyond the bytes of a file: there it is seen whether anything follows.
_END: Final = 65_536
_NO_ENCODING: Final = ("", "identity")
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
_CHARSETS: Final = ("utf-8", "utf8")
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
        told = self.headers.get("content-encoding", "").strip().lower()
        return "identity" if told in _NO_ENCODING else told

    @property
    def is_as_asked(self) -> bool:
        """Whether the visitor had asked for this encoding, or for any other way to send it."""
        return self.encoding in ("identity", self.visitor.encoding)


def address_of(path: str) -> str:
    """The address of a file inside its portal: a page is asked for as visitors do."""
    return path.removesuffix(PAGE) if path == PAGE or path.endswith(f"/{PAGE}") else path


def form_of(answer: Answer, manifest: Manifest) -> Form:
    """Whether these are the bytes of the file, in whatever form they were sent.

    They are 'stored' in the release, 'made' of it by a server that compresses by itself, or wrong.
    """
    if not answer.is_as_asked:
        return "wrong"
    entry = manifest.files.get(stored_path(answer))
    if entry is not None and entry.sha256 == hashlib.sha256(answer.body).hexdigest():
        return "stored"
    wanted = manifest.files[answer.path]
    plain = _unpacked(answer, wanted.size + _END)
    is_made = plain is not None and hashlib.sha256(plain).hexdigest() == wanted.sha256
    return "made" if is_made else "wrong"


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
    elif not answer.is_as_asked:
        yield Finding(path, "encoding", answer.encoding)
    elif form == "wrong":
        code = "changed" if answer.visitor is DIRECT else "cloaked"
        yield Finding(path, code, "" if answer.visitor is DIRECT else answer.visitor.name)
    else:
        yield from _type_findings(answer)
    yield from header_findings(path, answer.status, answer.headers)


def start_of(answer: Answer) -> bytes | None:
    """The start of a body as a browser reads it; None where it is packed and not to be unpacked."""
    return _unpacked(answer, _MOST_READ)


def plain_body(answer: Answer) -> bytes:
    """The body as a browser reads it; as it was sent where it is not what it says."""
    plain = _unpacked(answer, _MOST_BYTES)
    return answer.body if plain is None else plain


def _unpacked(answer: Answer, most: int) -> bytes | None:
    """What is packed in a body, no more than about `most` of it; None where it is broken."""
    try:
        if answer.encoding == "br":
            reader = brotli.Decompressor()
            plain = bytes(reader.process(answer.body, output_buffer_limit=most))
            is_whole = reader.is_finished()
        elif answer.encoding == "gzip":
            unpacker = zlib.decompressobj(31)
            plain = unpacker.decompress(answer.body, most)
            is_whole = unpacker.eof and not unpacker.unused_data
        else:
            return answer.body if answer.encoding == "identity" else None
    except (brotli.error, zlib.error):
        return None
    return plain if is_whole or len(plain) >= most else None


def _type_findings(answer: Answer) -> Iterator[Finding]:
    wanted = _TYPES.get(answer.path.rpartition(".")[2])
    told = answer.headers.get("content-type", "")
    kind, charset = _kind_of(told)
    if (kind not in wanted) if wanted else kind == "text/html":
        yield Finding(answer.path, "type", told)
    elif charset not in _CHARSETS and (charset or kind == "text/html"):
        yield Finding(answer.path, "type", told, "error" if charset else "warning")


@lru_cache(maxsize=256)
def _kind_of(told: str) -> tuple[str, str]:
    """The type that a header names, and its charset: browsers heed the first."""
    kind, *parameters = (part.strip().lower() for part in told.split(";"))
    values = [
        value for name, _, value in (one.partition("=") for one in parameters) if name == "charset"
    ]
    return kind, values[0].strip("\"'") if values else ""
