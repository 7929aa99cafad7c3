"""What the things that pages read are worth now: equal values make equal pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from plugins.articles.article import Version
from plugins.languages.language import LANGS, Lang
from plugins.pages.bodies import place_of
from plugins.pages.composer import Composer
from plugins.pages.reads import Kind, Read
from plugins.pages.texts import related_to

_LENGTH: Final = 12
_Value: TypeAlias = Callable[[Composer, str], object]
# What was found out, by the portals for which it holds: those of a language, or those that show
# the same texts in it.
Worth: TypeAlias = dict[tuple[object, ...], dict[Read, bytes]]


class Values:
    """What things are worth to the pages of one portal: asked for often, and found out once.

    `common` is shared with the other portals of the same build, to which much is worth the same.
    """

    def __init__(self, composers: Mapping[Lang, Composer], common: Worth) -> None:
        self._known = {lang: _Known(composer, common) for lang, composer in composers.items()}

    def of(self, lang: Lang, read: Read) -> bytes:
        """A fingerprint of what pages in `lang` show of a thing; empty when it is not there."""
        return self._known[lang][read]

    def of_all(self, lang: Lang, reads: Iterable[Read]) -> bytes:
        """The fingerprints of several things, one behind the other."""
        return b"".join(map(self._known[lang].__getitem__, reads))


class _Known(dict[Read, bytes]):
    """What things are worth to one edition."""

    def __init__(self, composer: Composer, common: Worth) -> None:
        super().__init__()
        self._composer = composer
        editions = composer.editions.values()
        shown = (tuple(one.path for one in each.by_id.values()) for each in editions)
        of_lang = common.setdefault((composer.lang,), {})
        of_shown = common.setdefault((composer.lang, *shown), {})
        self._shared = dict.fromkeys(_COMMON, of_lang) | dict.fromkeys(_OF_SHOWN, of_shown)
        self.update(of_lang)
        self.update(of_shown)

    def __missing__(self, read: Read) -> bytes:
        shared = self._shared.get(read[0], {})
        if read not in shared:
            shared[read] = _value_of(self._composer, read)
        self[read] = shared[read]
        return self[read]


def may_vary(read: Read) -> bool:
    """Whether a thing may be worth something else to another portal of the same language.

    What a portal says of itself does not count: it stands in pages as marks.
    """
    return read[0] not in _COMMON and read[0] != "frame"


def _value_of(composer: Composer, read: Read) -> bytes:
    """A fingerprint of what `composer` shows of a thing; empty when it is not there any more."""
    kind, name = read
    try:
        value = _VALUES[kind](composer, name)
    except (KeyError, StopIteration):
        return b""
    return hashlib.blake2b(
        repr(value).encode("utf-8", "surrogatepass"), digest_size=_LENGTH
    ).digest()


def _article(composer: Composer, name: str) -> object:
    """Which versions there are, which are shown where, and when each was changed."""
    versions = composer.site.by_id[name].versions
    return [
        (
            lang,
            (shown := composer.editions[lang].by_id.get(name)) and shown.path,
            (one := versions.get(lang)) and (one.hidden_because(composer.clock), _dates(one)),
        )
        for lang in LANGS
    ]


def _dates(version: Version) -> object:
    moments = (version.changed, version.translation_of)
    return [(version.slug, moment.iso()) if moment else version.slug for moment in moments]


def _item(composer: Composer, path: str) -> object:
    one = composer.version(path)
    date = one.date.iso() if one.date else ""
    return (one.title, one.slug, one.summary, one.kind, one.lang, one.category, date, one.pinned)


def _near(composer: Composer, path: str) -> object:
    return [version.path for version in related_to(composer, path)]


def _place(composer: Composer, name: str) -> object:
    lang, _, target = name.partition(" ")
    place = place_of(composer, target, "en" if lang == "en" else "vi")
    return place.address, place.is_here, sorted(place.sections)


def _frame(composer: Composer, _: str) -> object:
    identity, assets = composer.portal.identity, composer.assets
    return (
        composer.portal.id,
        identity.name,
        identity.agency,
        identity.url,
        identity.nav,
        identity.colours,
        assets.stylesheet,
        assets.script,
        assets.icon,
    )


def _contact(composer: Composer, _: str) -> object:
    identity = composer.portal.identity
    return (
        identity.agency,
        identity.responsible,
        identity.address,
        identity.phone,
        identity.email,
    )


_VALUES: Final[Mapping[Kind, _Value]] = MappingProxyType(
    {
        "article": _article,
        "category": lambda composer, name: composer.site.vocabulary.categories[name],
        "contact": _contact,
        "frame": _frame,
        "item": _item,
        "near": _near,
        "picture": lambda composer, path: composer.assets.picture(path),
        "place": _place,
        "source": lambda composer, name: composer.site.sources[name],
        "table": lambda composer, name: composer.site.comparisons[name],
        "tag": lambda composer, name: composer.site.vocabulary.tags[name],
        "template": lambda composer, name: composer.renderer.fingerprint(name, composer.lang),
        "text": lambda composer, path: composer.site.texts.key(path),
        "word": lambda composer, text: composer.renderer.catalogs[composer.lang].gettext(text),
    }
)
KINDS: Final = frozenset(_VALUES)
# What no portal shows otherwise than another one.
_COMMON: Final[frozenset[Kind]] = frozenset(
    ("category", "item", "picture", "source", "table", "tag", "template", "text", "word")
)
# What portals that show the same texts show in the same way.
_OF_SHOWN: Final[frozenset[Kind]] = frozenset(("article", "near"))
