"""The pages of a portal that may be kept, and in which pack each of them is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from plugins.languages.language import Lang
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.offline import pack_name


class Entry(Struct, frozen=True):
    """A page that may be kept.

    `core` stands for it without its latest news, in hexadecimal digits, `form` for it without all
    that its portal's pages share; `pictures` are those that it shows, each in the form that is
    kept, with what stands for its bytes.
    """

    address: str
    core: str
    form: bytes
    pack: str
    pictures: Mapping[str, str] = MappingProxyType({})


def entries(
    drafts: Iterable[Draft],
    composers: Mapping[Lang, Composer],
    made: Callable[[Draft], tuple[bytes, bytes, Mapping[str, str]]],
) -> list[Entry]:
    """The pages among `drafts` by address; `made` gives the core, form and pictures of one."""
    pack_of = {lang: _packs(composer) for lang, composer in composers.items()}
    found = []
    for draft in drafts:
        if draft.lang and _is_page(draft.address, draft.lang):
            core, form, pictures = made(draft)
            pack = pack_of[draft.lang](draft.address)
            found.append(Entry(draft.address, core.hex(), form, pack, pictures))
    found.sort(key=lambda entry: entry.address)
    return found


def _is_page(address: str, lang: Lang) -> bool:
    """Whether a page stands at an address, and not the one for addresses that do not exist."""
    is_html = addresses.output_file(address).endswith(".html")
    return is_html and address != addresses.not_found(lang)


def _packs(composer: Composer) -> Callable[[str], str]:
    """What tells the pack of an address: that of its category, or of all else."""
    lang = composer.lang
    texts = dict(_texts(composer))
    used = set(texts.values())
    lists = addresses.category(lang)

    def pack(address: str) -> str:
        category = texts.get(address, "")
        if address.startswith(lists):
            category = address[len(lists) :].partition("/")[0]
        return pack_name(lang, category if category in used else "")

    return pack


def _texts(composer: Composer) -> Iterator[tuple[str, str]]:
    for version in composer.edition.dated:
        yield addresses.text(version, composer.lang), version.category
