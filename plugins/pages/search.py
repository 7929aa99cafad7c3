"""The page on which readers search, and the files in which its script looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import json

from plugins.comparisons.view import Label
from plugins.languages.collation import sort_key
from plugins.languages.language import other
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft, fixed
from plugins.pages.frames import Shell, frame
from plugins.pages.indexed import Indexed
from plugins.pages.views import OptionView, SearchView


def search_page(composer: Composer) -> Draft:
    """The page with the form, into which the script puts what it finds."""
    lang = composer.lang
    page = addresses.search(lang)
    title = composer.gettext("Search")
    intro = composer.gettext("Words with or without marks; a phrase in quotation marks.")
    twin = addresses.search(other(lang))
    shell = Shell(page, title, intro, ((title, page, None),), twin=twin)
    view = SearchView(
        frame(composer, shell),
        title,
        intro,
        composer.href(page, composer.assets.search_script),
        addresses.root_of(page),
        tuple(_categories(composer)),
        tuple(_years(composer)),
        composer.href(page, addresses.site_map(lang)),
        composer.href(page, addresses.offline(lang)) if composer.portal.identity.offline else "",
    )
    make = partial(composer.rendered, "search.html", view)
    return Draft(page, composer.portal.path, repr(view), make, composer, twin, indexed=True)


def index_files(composer: Composer) -> Iterator[Draft]:
    """The files in which the script of the page looks."""
    found = composer.indexed()
    if found is None:
        return
    yield from _fixed_files(composer, found)
    for name in found.index.keys:
        yield _terms_file(composer, found, name)
    for number in range(found.text_files):
        yield _texts_file(composer, found, number)


def index_file(composer: Composer, address: str) -> Draft | None:
    """The one of `index_files` at an address."""
    found = composer.indexed()
    if found is None:
        return None
    folder, _, file = address.removeprefix(addresses.search(composer.lang)).partition("/")
    name = file.removesuffix(".txt")
    draft: Draft | None = None
    if folder == "terms" and name in found.index.keys:
        draft = _terms_file(composer, found, name)
    elif folder == "texts" and name.isdecimal() and int(name) < found.text_files:
        draft = _texts_file(composer, found, int(name))
    known = (draft, *_fixed_files(composer, found))
    return next((one for one in known if one and one.address == address), None)


def _fixed_files(composer: Composer, found: Indexed) -> Iterator[Draft]:
    for name, data in (("index.json", _facts(found)), ("words.json", found.index.words)):
        yield fixed(addresses.index_file(composer.lang, name), composer.portal.path, data)


def _terms_file(composer: Composer, found: Indexed, name: str) -> Draft:
    make = partial(found.index.file, name)
    return _file(composer, f"terms/{name}.txt", found.index.keys[name], make)


def _texts_file(composer: Composer, found: Indexed, number: int) -> Draft:
    make = partial(found.texts, number)
    return _file(composer, f"texts/{number}.txt", found.text_key(number), make)


def _facts(found: Indexed) -> bytes:
    """What the script has to know before it looks for anything."""
    facts = {
        "documents": len(found.documents),
        "own": sorted(found.index.layout.own),
        "shared": found.index.layout.shared,
        "years": {year: ends for year, *ends in found.years},
    }
    return json.encode(facts)


def _file(composer: Composer, name: str, key: bytes, make: Callable[[], bytes]) -> Draft:
    address = addresses.index_file(composer.lang, name)
    return Draft(address, composer.portal.path, key.hex(), make)


def _categories(composer: Composer) -> Iterator[OptionView]:
    """The categories that have texts, as in a dictionary."""
    names = composer.site.vocabulary.categories
    used = {version.category for version in composer.edition.dated}
    for name in sorted(used, key=lambda one: sort_key(names[one].text(composer.lang))):
        yield OptionView(name, composer.label(names[name].get(composer.lang)))


def _years(composer: Composer) -> Iterator[OptionView]:
    """The years in which texts were published, the last one first."""
    dates = (version.date for version in composer.edition.dated)
    for year in sorted({date.value.year for date in dates if date}, reverse=True):
        yield OptionView(str(year), Label(str(year)))
