"""What is signed names all else by sums that nobody finds other bytes for."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.releases.publish import Built

ASIDE = re.compile(rb'<aside data-part="latest-news".*?</aside>', re.DOTALL)
CODE = re.compile(rb'<svg class="code".*?</svg>', re.DOTALL)


def sum_of(data: bytes) -> str:
    """What stands for bytes."""
    return hashlib.sha256(data).hexdigest()[:32]


def inflated(path: Path) -> bytes:
    """What a browser makes of a packed file."""
    return zlib.decompress(path.read_bytes(), -zlib.MAX_WBITS)


def version_in(folder: Path) -> dict[str, Any]:
    """What a portal says of itself."""
    found: dict[str, Any] = json.loads(inflated(folder / "ngoai-tuyen/ban.dat"))
    return found


def test_the_version_vouches_for_lists_frames_packs_and_files(builds: Mapping[str, Built]) -> None:
    """Each by 128 bits of the sum of its bytes."""
    folder = builds["first"].folder
    data = folder / "ngoai-tuyen"
    version = version_in(folder)

    for _, name in version["lists"]:
        assert sum_of(inflated(data / f"ke.{name}.dat")) == name
    for lang, name in version["frames"].items():
        assert sum_of(inflated(data / f"khung-{lang}.{name}.dat")) == name
    for name, pack in version["packs"].items():
        assert sum_of((data / f"goi-{name}.{pack['sum']}.dat").read_bytes()) == pack["digest"]
    assert version["files"] == {
        f"giao-dien/{path.name}": sum_of(path.read_bytes())
        for path in (folder / "giao-dien").iterdir()
    }


def test_every_page_is_vouched_for(builds: Mapping[str, Built]) -> None:
    """Its own words by the lists, its latest news by the version."""
    folder = builds["first"].folder
    version = version_in(folder)
    listed: dict[str, str] = {}
    for _, name in version["lists"]:
        pages = json.loads(inflated(folder / "ngoai-tuyen" / f"ke.{name}.dat"))
        listed |= {address: core for address, core, _ in pages}

    for address, core in listed.items():
        page = (folder / address / "index.html").read_bytes()
        (aside,) = ASIDE.findall(page)
        assert sum_of(CODE.sub(b"", ASIDE.sub(b"", page))) == core, address
        assert sum_of(aside) in version["asides"], address
    assert version["cores"].items() <= listed.items()
    assert len(listed) > 40


def test_what_everybody_gets_first_needs_no_list(builds: Mapping[str, Built]) -> None:
    """Home, overviews, the newest texts, the offline page: they stand in the version itself."""
    version = version_in(builds["first"].folder)

    for addresses in version["first"].values():
        assert set(addresses) <= version["cores"].keys()
    assert {"ngoai-tuyen/", "en/offline/"} <= version["cores"].keys()
