"""Templates: a view and the catalog of its language make bytes."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.languages.catalogs import load_catalog
from plugins.languages.language import LANGS, Lang


class Renderer:
    """The templates of a theme, one environment a language."""

    def __init__(self, theme: Path) -> None:
        self.catalogs: Mapping[Lang, gettext.NullTranslations] = {
            lang: load_catalog(theme / "translations", lang) for lang in LANGS
        }
        self._environments = {
            lang: _environment(theme / "templates", self.catalogs[lang]) for lang in LANGS
        }

    def page(self, template: str, lang: Lang, view: object) -> bytes:
        """The bytes of a whole page."""
        return self._render(template, lang, view).encode()

    def part(self, template: str, lang: Lang, view: object) -> Markup:
        """A finished piece of a page."""
        return Markup(self._render(template, lang, view))  # noqa: S704

    def _render(self, template: str, lang: Lang, view: object) -> str:
        return self._environments[lang].get_template(template).render(view=view)


def _environment(templates: Path, catalog: gettext.NullTranslations) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # As the messages are extracted, or they would not be found.
    environment.policies["ext.i18n.trimmed"] = True
    translate: Any = environment
    translate.install_gettext_translations(catalog, newstyle=True)
    environment.globals["lang_of"] = _lang_of
    return environment


def _lang_of(thing: Any) -> Markup:
    """The `lang` attribute of a view whose text is not in the page's language."""
    return Markup(' lang="{}"').format(thing.lang) if thing.lang else Markup()
