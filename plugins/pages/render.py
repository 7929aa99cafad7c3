"""Templates: a view and the catalog of its language make bytes."""

from __future__ import annotations

import gettext
import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from plugins.base.program import program
from plugins.base.store import Store, key_of
from plugins.languages.catalogs import load_catalog
from plugins.languages.language import LANGS, Lang

# So many numbers show every plural form of a language.
_NO_LANG: Final = Markup()
_COUNTS: Final = 3
_TABLE: Final = "templates"
_NOTHING: Final = Store(None)


class _Facts(msgspec.Struct, array_like=True):
    """The templates that a template names, and its texts: the one form of each, or both."""

    uses: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]


_DECODER: Final = msgspec.msgpack.Decoder(_Facts)


class Renderer:
    """The templates of a theme, one environment a language; `store` keeps what they name."""

    def __init__(self, theme: Path, store: Store = _NOTHING) -> None:
        self.catalogs: Mapping[Lang, gettext.NullTranslations] = {
            lang: load_catalog(theme / "translations", lang) for lang in LANGS
        }
        self._store = store
        self._templates = theme / "templates"
        self._sources: dict[str, tuple[str, _Facts]] = {}
        self._fingerprints: dict[tuple[str, Lang], str] = {}
        compiled = Compiled()
        self._environments = {
            lang: _environment(theme / "templates", self.catalogs[lang], compiled) for lang in LANGS
        }

    def compile_all(self) -> None:
        """Compile every template, so that no process that is forked has to do it again."""
        for environment in self._environments.values():
            for name in environment.list_templates():
                environment.get_template(name)

    def text(self, template: str, lang: Lang, view: object) -> str:
        """The text that a template makes of a view."""
        return self._environments[lang].get_template(template).render(view=view)

    def fingerprint(self, template: str, lang: Lang) -> str:
        """Stands for a template, all that it includes, and its texts in this language."""
        key = (template, lang)
        if key not in self._fingerprints:
            parts: list[str] = []
            for name in sorted(self._used_by(template)):
                source, facts = self._read(name)
                parts += (name, source, *self._texts(facts, lang))
            self._fingerprints[key] = hashlib.sha256("\0".join(parts).encode()).hexdigest()
        return self._fingerprints[key]

    def _used_by(self, template: str) -> set[str]:
        """The names of a template and of all that it extends, includes and imports."""
        found: set[str] = set()
        open_names = [template]
        while open_names:
            name = open_names.pop()
            if name not in found:
                found.add(name)
                open_names += self._read(name)[1].uses
        return found

    def _read(self, template: str) -> tuple[str, _Facts]:
        if template not in self._sources:
            source = (self._templates / template).read_text(encoding="utf-8")
            self._sources[template] = source, self._facts(template, source)
        return self._sources[template]

    def _facts(self, template: str, source: str) -> _Facts:
        """What a template names; to parse it takes longer than to look it up."""
        key = key_of(program("pages"), source)
        kept = self._store.one(_TABLE, key)
        try:
            if kept is not None:
                return _DECODER.decode(kept)
        except ValueError:
            pass
        environment: Any = self._environments["vi"]
        uses = find_referenced_templates(
            environment.parse(source, template, str(self._templates / template))
        )
        texts = (message for _, _, message in environment.extract_translations(source))
        facts = _Facts(
            tuple(one for one in uses if one),
            tuple(
                tuple(one for one in text if one) if isinstance(text, tuple) else (text,)
                for text in texts
            ),
        )
        self._store.change(_TABLE, {key: msgspec.msgpack.encode(facts)})
        return facts

    def _texts(self, facts: _Facts, lang: Lang) -> Iterator[str]:
        """What the texts of a template are in a language, in every number."""
        catalog = self.catalogs[lang]
        for forms in facts.texts:
            yield catalog.gettext(forms[0])
            if len(forms) > 1:
                yield from (catalog.ngettext(forms[0], forms[1], count) for count in range(_COUNTS))


class Compiled(BytecodeCache):
    """What templates are compiled to, the same for every language; none of it is kept on disk."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that it has already."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def _environment(
    templates: Path, catalog: gettext.NullTranslations, compiled: BytecodeCache
) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    # As the messages are extracted, or they would not be found.
    environment.policies["ext.i18n.trimmed"] = True
    translate: Any = environment
    translate.install_gettext_translations(catalog, newstyle=True)
    environment.globals["gettext"] = _gettext(catalog)
    environment.globals["lang_of"] = _lang_of
    return environment


def _gettext(catalog: gettext.NullTranslations) -> Callable[..., Markup]:
    """As Jinja's own, which formats every text anew, also those without a place for a value."""
    finished: dict[str, Markup] = {}

    def translated(message: str, **values: object) -> Markup:
        if values:
            return Markup(catalog.gettext(message)) % values  # noqa: S704  the theme is trusted
        if message not in finished:
            finished[message] = Markup(catalog.gettext(message)) % {}  # noqa: S704
        return finished[message]

    return translated


def _lang_of(thing: Any) -> Markup:
    """The `lang` attribute of a view whose text is not in the page's language."""
    return Markup(' lang="{}"').format(thing.lang) if thing.lang else _NO_LANG
