"""What pages put around the words of the content, and how it is taken away again.

Words are judged by the sentence, in the content and on finished pages; without this a title would
be another sentence where the name of the portal follows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from gettext import NullTranslations
from typing import Final

from plugins.comparisons.model import Comparison
from plugins.languages.language import LANGS, Lang
from plugins.languages.lists import format_list
from plugins.portals.portal import Identity

_PLACE: Final = re.compile(r"%\(\w+\)s")
# Messages around one label, around a list of them, and behind a title.
AROUND: Final = (
    "Tag: %(name)s",
    "Articles and news with the tag “%(name)s”.",
    "Articles and news about: %(topic)s.",
    "Official information of the %(agency)s.",
)
AROUND_LIST: Final = "Side by side: %(options)s."
BEHIND: Final = "page %(number)s"
# The number of a note, or of what a label leads to.
_COUNT: Final = r"\s*[(\[]\d{1,5}[)\]]"


def unwrapper(
    catalogs: Mapping[Lang, NullTranslations],
    portals: Collection[Identity],
    comparisons: Iterable[Comparison],
) -> Callable[[str], str]:
    """Takes what pages of `portals` and `comparisons` add from lines of their text."""
    translations = list(catalogs.values())
    labels = _around(one.gettext(message) for message in AROUND for one in translations)
    lists = _around(one.gettext(AROUND_LIST) for one in translations)
    behind = _behind(translations, portals)
    heads = _heads(portals)
    head = re.compile("|".join(map(re.escape, heads)) or r"(?!)")
    listed = dict(_listed(comparisons))

    def unwrapped(text: str) -> str:
        text = head.sub(lambda match: heads[match[0]], text)
        text = lists.sub(lambda match: listed.get(_inner(match), match[0]), text)
        return labels.sub(_inner, behind.sub("", text))

    return unwrapped


def _behind(
    translations: Iterable[NullTranslations], portals: Collection[Identity]
) -> re.Pattern[str]:
    """A pattern for all that follows a title or a label on its line."""
    numbers = [_with(one.gettext(BEHIND), r"\d+") for one in translations]
    names = {re.escape(name) for one in portals for name in one.name.texts()}
    ends = "|".join([*sorted(names), *numbers])
    # Where a page was printed from; its address is read by itself.
    printed = "|".join(sorted({re.escape(one.url) for one in portals}))
    return re.compile(rf"(?: – (?:{ends})|{_COUNT}| · (?:{printed})\S*)+$", re.MULTILINE)


def _heads(portals: Iterable[Identity]) -> dict[str, str]:
    """The heads of pages, whose portal it is and its name, and a line for each of both."""
    return {
        f"{agency} {name}": f"{agency}\n{name}"
        for one in portals
        for agency in one.agency.texts()
        for name in one.name.texts()
    }


def _listed(comparisons: Iterable[Comparison]) -> Iterator[tuple[str, str]]:
    """The options of each table as a list reads, and a line for each of them."""
    for comparison in comparisons:
        for lang in LANGS:
            names = [name.text(lang) for _, name in comparison.options]
            yield format_list(names, lang), "\n".join(names)


def _around(messages: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{'|'.join(_with(message, '(.+)') for message in messages)})$", re.MULTILINE
    )


def _with(message: str, inner: str) -> str:
    """A pattern for `message` in which `inner` stands for what is put in."""
    before, after = _PLACE.split(message, maxsplit=1)
    return f"{re.escape(before)}{inner}{re.escape(after)}"


def _inner(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)
