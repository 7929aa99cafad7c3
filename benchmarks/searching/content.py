"""What is searched: the project's own texts among generated ones, built as a portal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import yaml

from benchmarks.corpus import write_corpus
from benchmarks.measure import measure
from benchmarks.rows import ROOT
from plugins.languages.language import LANGS, Lang
from plugins.pages import addresses

PORTAL: Final = "thanh-hoa"
_VOCABULARY: Final = "vocabulary.yaml"
_ADDED: Final = ("articles", "news", "sources", "comparisons")


@dataclass(frozen=True, slots=True)
class Document:
    """A text that can be found: its language, where it stands, its title, and its words."""

    lang: Lang
    href: str
    title: str
    text: str


def write_content(folder: Path, articles: int) -> None:
    """Write the project's content with so many generated articles among it."""
    shutil.copytree(ROOT / "content", folder)
    with TemporaryDirectory() as name:
        generated = Path(name)
        write_corpus(generated, articles)
        for part in _ADDED:
            shutil.copytree(generated / part, folder / part, dirs_exist_ok=True)
        own, more = (_yaml(one / _VOCABULARY) for one in (folder, generated))
    both = {group: more[group] | own[group] for group in own}
    text = yaml.safe_dump(both, allow_unicode=True, sort_keys=False)
    (folder / _VOCABULARY).write_text(text, encoding="utf-8")


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def built(folder: Path, articles: int, clock: datetime) -> Path:
    """The folder of the portal that is searched, built below `folder`."""
    write_content(folder / "content", articles)
    names = {"content": "content", "output": "output", "cache": "cache"}
    options = [text for name, at in names.items() for text in (f"--{name}", str(folder / at))]
    when = ("--clock", clock.isoformat(), "--portal", PORTAL)
    measure([sys.executable, str(ROOT / "tasks.py"), "build", *options, *when])
    return folder / "output" / PORTAL


def documents(portal: Path) -> Iterator[Document]:
    """All texts that can be found in a portal, as its own index holds them."""
    for lang in LANGS:
        files = (portal / addresses.index_file(lang, "texts")).glob("*.txt")
        for path in sorted(files, key=lambda one: int(one.stem)):
            for line in path.read_text(encoding="utf-8").splitlines():
                title, href, *_, text = line.split("\t")
                yield Document(lang, href, title, text)
