"""A release as one file, which a host without the repository checks and unpacks in one line.

The signature stands beside it, over the whole file: nothing of it is unpacked before it is checked.
"""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import zstandard

from plugins.base.files import naming
from plugins.releases.copies import OtherReleaseError
from plugins.releases.disk import folders_of, read_plain, readable, sync_folder
from plugins.releases.manifest import (
    MANIFEST,
    UNLISTED,
    Manifest,
    ManifestError,
    decoded,
    moment_of,
)
from plugins.releases.publish import Signing
from plugins.releases.signatures import (
    ARCHIVE,
    SignatureError,
    digest_of,
    digest_signer,
    sign_digest,
)

ENDING: Final = ".tar.zst"
_SIGNATURE: Final = ".sig"
_LEVEL: Final = 10
_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755
# A manifest is no longer.
_MOST: Final = 100_000_000


def archive_name(manifest: Manifest) -> str:
    """What the archive of a release is called."""
    return f"{_root(manifest)}{ENDING}"


def _root(manifest: Manifest) -> str:
    """The folder that an archive unpacks into."""
    return f"{manifest.portal}-{manifest.seq}"


def write_archive(release: Path, manifest: Manifest, to: Path, signing: Signing) -> bool:
    """Pack a release into the folder `to`: the archive is there with its signature, or not at all.

    The same release gives the same bytes on every machine and at any time. Whether there was an
    archive that was broken; OtherReleaseError for one of another release of this number.
    """
    to.mkdir(parents=True, exist_ok=True)
    place = to / archive_name(manifest)
    signature = place.with_name(place.name + _SIGNATURE)
    is_there = place.exists()
    if is_there and _is_whole(place, signature, manifest, signing):
        return False
    is_broken = is_there and signature.exists()
    waiting = to / f".{place.name}.new"
    with _replacing(waiting) as file:
        _pack(release, manifest, file)
    with _replacing(waiting.with_name(f"{waiting.name}{_SIGNATURE}")) as file:
        file.write(sign_digest(digest_of(waiting), signing.key, ARCHIVE).encode())
    os.replace(waiting.with_name(f"{waiting.name}{_SIGNATURE}"), signature)  # noqa: PTH105
    os.replace(waiting, place)  # noqa: PTH105
    sync_folder(to)
    return is_broken


def _is_whole(place: Path, signature: Path, manifest: Manifest, signing: Signing) -> bool:
    """Whether an archive is the one of this release, as it was signed."""
    found = _manifest_in(place, manifest)
    if found is not None and found != manifest:
        raise OtherReleaseError(manifest.seq, is_newer=False)
    try:
        made = signature.read_text(errors="replace")
        digest_signer(digest_of(place), made, ARCHIVE, signing.keys)
    except (FileNotFoundError, SignatureError):
        return False
    return found is not None


def _manifest_in(place: Path, manifest: Manifest) -> Manifest | None:
    """The manifest in an archive that is called as that of this one; None for a broken archive."""
    name = f"{_root(manifest)}/{MANIFEST}"
    try:
        with (
            place.open("rb") as file,
            zstandard.ZstdDecompressor().stream_reader(file) as stream,
            tarfile.open(fileobj=stream, mode="r|") as tar,
        ):
            held = next((tar.extractfile(one) for one in tar if one.name == name), None)
            return decoded(held.read(_MOST)) if held else None
    except (zstandard.ZstdError, tarfile.TarError, ManifestError):
        return None


def _pack(release: Path, manifest: Manifest, file: IO[bytes]) -> None:
    # One thread, and no size of the whole in the head: both would change the bytes.
    packer = zstandard.ZstdCompressor(level=_LEVEL, threads=0)
    root = _root(manifest)
    when = int(moment_of(manifest.created).timestamp())
    with (
        packer.stream_writer(file, closefd=False) as stream,
        tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        for folder in folders_of(manifest.files):
            tar.addfile(_head(f"{root}/{folder}".rstrip("/"), when, folder=True))
        for path in sorted([*manifest.files, *UNLISTED]):
            data = read_plain(release / path)
            head = _head(f"{root}/{path}", when)
            head.size = len(data)
            tar.addfile(head, io.BytesIO(data))


def _head(name: str, when: int, *, folder: bool = False) -> tarfile.TarInfo:
    """What an archive says of a file: nothing of the machine that it was packed on."""
    head = tarfile.TarInfo(name)
    head.type = tarfile.DIRTYPE if folder else tarfile.REGTYPE
    head.mode = _FOLDER_MODE if folder else _MODE
    head.mtime = when
    return head


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that begins empty and is on the disk at the end, or is not there."""
    path.unlink(missing_ok=True)
    with naming(path), path.open("xb") as file:
        try:
            readable(file.fileno())
            yield file
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            # On a full disk half an archive would be in the way of everything else.
            path.unlink()
            raise
