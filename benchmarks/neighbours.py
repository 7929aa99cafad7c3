"""The same articles as sites of other generators, each with its own theme as it comes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from benchmarks.aside import put_aside
from benchmarks.hugo.data import comparison_data
from benchmarks.hugo.source import COMPARISON, Source, read_source
from plugins.articles.article import Version

OURS: Final = "this program"
MATERIAL: Final = "MkDocs-Material"
ZENSICAL: Final = "Zensical"
PELICAN: Final = "Pelican's own theme"
NEIGHBOURS: Final = (MATERIAL, ZENSICAL, PELICAN)
VERSIONS: Final = ("mkdocs-material==9.8.2", "zensical==0.0.73")
_LINK: Final = re.compile(r"\]\(\{(?:filename|static)\}[^)]*\)")
_TITLE: Final = "Cổng thông tin điện tử tỉnh Thanh Hóa"
_URL: Final = "https://thanhhoa.example/"


def build_neighbours(content: Path, clock: datetime, work: Path) -> dict[str, Path]:
    """The folders of the built sites by the names of their generators."""
    source = read_source(content, clock)
    programs = _environment(work / "environment") / "bin"
    texts = {name: work / name.split("'")[0].lower() for name in NEIGHBOURS}
    for name, folder in texts.items():
        put_aside(folder)
        _write_texts(source, folder, has_fields=name == PELICAN)
    for name, program in ((MATERIAL, "mkdocs"), (ZENSICAL, "zensical")):
        (texts[name] / "mkdocs.yml").write_text(_settings(), encoding="utf-8")
        _run(texts[name], str(programs / program), "build")
    options = json.dumps({"SITENAME": _TITLE, "DEFAULT_LANG": "vi", "FEED_ALL_ATOM": None})
    (texts[PELICAN] / "settings.py").write_text(
        f"globals().update({options.replace('null', 'None')})\nTIMEZONE = 'Asia/Ho_Chi_Minh'\n",
        encoding="utf-8",
    )
    _run(texts[PELICAN], sys.executable, "-m", "pelican", "docs", "-s", "settings.py", "-o", "site")
    return {name: folder / "site" for name, folder in texts.items()}


def _environment(folder: Path) -> Path:
    """The environment with the other generators; made once."""
    if not (folder / "bin" / "zensical").exists():
        venv.create(folder, with_pip=True)
        _run(folder, str(folder / "bin" / "pip"), "install", "--quiet", *VERSIONS)
    return folder


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _settings() -> str:
    lines = (
        f"site_name: {_TITLE}",
        f"site_url: {_URL}",
        "theme: {name: material, language: vi}",
        "markdown_extensions: [footnotes, def_list, abbr, attr_list, md_in_html, tables]",
    )
    return "\n".join(lines) + "\n"


def _write_texts(source: Source, folder: Path, *, has_fields: bool) -> None:
    """The Vietnamese articles as Markdown, with their comparisons as tables of Markdown."""
    tables = {name: comparison_data(one) for name, one in source.site.comparisons.items()}
    for version in _articles(source):
        body = COMPARISON.sub(lambda found: _table(tables[found[1]]), source.markdown[version.path])
        fields = f"Title: {version.title}\nDate: {version.date.iso() if version.date else ''}\n"
        head = f"{fields}Slug: {version.slug}\n" if has_fields else f"# {version.title}\n"
        path = folder / "docs" / f"{version.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"{head}\n{version.summary}\n\n{_LINK.sub('](#)', body)}"
        path.write_text(text, encoding="utf-8")
    if not has_fields:
        entries = [f"- [{one.title}]({one.slug}.md)" for one in _articles(source)]
        home = "\n".join((f"# {_TITLE}", "", *entries, ""))
        (folder / "docs" / "index.md").write_text(home, encoding="utf-8")


def _articles(source: Source) -> Iterator[Version]:
    return (
        article.versions["vi"]
        for article in source.site.articles
        if article.kind == "article" and "vi" in article.versions
    )


def _table(data: Mapping[str, object]) -> str:
    """A comparison as a table of Markdown."""
    options: list[Mapping[str, str]] = data["options"]  # type: ignore[assignment]
    criteria: list[Mapping[str, object]] = data["criteria"]  # type: ignore[assignment]
    rows = [["", *(one["vi"] for one in options)], ["---"] * (len(options) + 1)]
    for row in criteria:
        label: Mapping[str, str] = row["label"]  # type: ignore[assignment]
        cells: list[Mapping[str, str]] = row["cells"]  # type: ignore[assignment]
        rows.append([label["vi"], *(one.get("vi", "–").replace("\n", " ") for one in cells)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
