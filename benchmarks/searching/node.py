"""Other engines for searching, from npm, in a temporary folder."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.searching.content import Document
from benchmarks.searching.judged import Answer, Query

VERSIONS: Final = {"minisearch": "7.2.0", "lunr": "2.3.9", "pagefind": "1.6.0"}
_FOLDER: Final = Path(__file__).resolve().parent


def install(folder: Path) -> None:
    """Install the engines in `folder`; CalledProcessError where that cannot be."""
    wanted = [f"{name}@{version}" for name, version in VERSIONS.items()]
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *wanted]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    shutil.copy(_FOLDER / "engines.mjs", folder)


def sizes(paths: Iterable[Path]) -> dict[Path, int]:
    """The bytes of each file as brotli sends it."""
    names = list(dict.fromkeys(paths))
    done = subprocess.run(
        ["node", str(_FOLDER / "sizes.mjs")],
        input=json.dumps([str(name) for name in names]),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return dict(zip(names, json.loads(done.stdout), strict=True))


def node_answers(
    folder: Path, texts: Iterable[Document], queries: Sequence[Query]
) -> Mapping[str, list[Answer]]:
    """What MiniSearch and lunr find."""
    by_lang: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for one in texts:
        by_lang[one.lang].append({"title": one.title, "text": one.text})
    asked = [{"lang": one.lang, "query": one.query} for one in queries]
    given, wanted = folder / "given.json", folder / "wanted.json"
    given.write_text(json.dumps({"documents": by_lang, "queries": asked}), encoding="utf-8")
    subprocess.run(["node", "engines.mjs", given, wanted], cwd=folder, check=True)
    found: Mapping[str, list[dict[str, Any]]] = json.loads(wanted.read_text(encoding="utf-8"))
    return {
        name: [Answer(tuple(one["titles"]), one["bytes"]) for one in answers]
        for name, answers in found.items()
    }


def index_with_pagefind(folder: Path, texts: Iterable[Document]) -> Path:
    """A folder with a page for each text, indexed by Pagefind."""
    site = folder / "site"
    for number, one in enumerate(texts):
        path = site / one.lang / f"{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = f"<h1>{_plain(one.title)}</h1><p>{_plain(one.text)}</p>"
        path.write_text(f'<html lang="{one.lang}"><body>{body}', encoding="utf-8")
    for lang in ("vi", "en"):
        (site / f"{lang}.html").write_text(f'<html lang="{lang}">', encoding="utf-8")
    found = (folder / "node_modules" / "@pagefind").glob("*/bin/pagefind_extended*")
    (program,) = (path for path in found if path.suffix in {"", ".exe"})
    subprocess.run([program, "--site", site], check=True, capture_output=True)
    return site


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
