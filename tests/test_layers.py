"""Imports go downwards in one list of packages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parents[1] / "plugins"
# From the lowest up; a package may import those before it, and packages of one row not each other.
LAYERS = (
    ("codes",),
    ("base",),
    ("languages",),
    ("spelling",),
    ("spam",),
    ("pictures",),
    ("markup",),
    ("portals",),
    ("sources",),
    ("articles",),
    ("comparisons",),
    ("news",),
    ("translations",),
    ("search",),
    ("pages",),
    ("offline",),
    ("audit",),
    ("builds",),
    ("releases",),
    ("hosting",),
    ("serve",),
    ("calls",),
)
LEVELS = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(PLUGINS.glob("*/*.py"))


def imported_packages(module: Path) -> set[str]:
    """The packages of `plugins` that a module imports anywhere in it."""
    names: list[str] = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("plugins.")}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from plugins.news.latest import latest", {"news"}),
        ("from plugins.news import latest, related", {"news"}),
        ("from plugins import news, pages as other", {"news", "pages"}),
        ("import plugins.news.latest, plugins.pages as other", {"news", "pages"}),
        ("def late():\n    import plugins.news", {"news"}),
        ("import os, pelican.plugins\nfrom pelican import plugins", set()),
    ],
)
def test_every_form_of_import_is_seen(tmp_path: Path, source: str, expected: set[str]) -> None:
    """No way of writing an import slips past the order of the packages."""
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")

    assert imported_packages(module) == expected


def test_every_package_has_its_place() -> None:
    """A new package must be given a layer."""
    packages = {path.parent.name for path in MODULES}

    assert packages == set(LEVELS)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_imports_go_downwards(module: Path) -> None:
    """A module imports only its own package and those of lower layers."""
    own = module.parent.name
    upwards = {name for name in imported_packages(module) - {own} if LEVELS[name] >= LEVELS[own]}

    assert upwards == set()


def test_only_the_build_imports_pelican() -> None:
    """Checking and rendering can be called without Pelican."""
    importing = {
        path.relative_to(PLUGINS).as_posix()
        for path in MODULES
        if "import pelican" in (text := path.read_text(encoding="utf-8")) or "from pelican" in text
    }

    assert importing == {"builds/__init__.py", "builds/run.py"}
