"""An article (a news item, a page) as plain values, one version a language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from plugins.articles.places import Kind
from plugins.languages.dates import Moment
from plugins.languages.language import Lang
from plugins.markup.body import Outline


class Version(Struct, frozen=True):
    """One article in one language; pages have neither date nor category.

    `image` is the content path of the picture above the text, whose `image_alt` is None where nobody
    has written one; `signature` tells which others it
    is related to.
    """

    path: str
    kind: Kind
    key: str
    lang: Lang
    owner: str
    title: str
    summary: str
    slug: str
    body: Outline
    date: Moment | None = None
    modified: Moment | None = None
    expires: Moment | None = None
    translation_of: Moment | None = None
    category: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    author: str = ""
    draft: bool = False
    pinned: bool = False
    image: str = ""
    image_alt: str | None = None
    image_caption: str = ""
    image_credit: str = ""
    aliases: tuple[str, ...] = ()
    signature: tuple[tuple[int, int], ...] = ()

    def hidden_because(self, clock: datetime) -> str:
        """'draft', 'scheduled' or 'expired', or an empty text when it is shown at `clock`."""
        if self.draft:
            return "draft"
        if self.date is not None and self.date.value > clock:
            return "scheduled"
        if self.expires is not None and self.expires.value <= clock:
            return "expired"
        return ""

    @property
    def changed(self) -> Moment | None:
        """When its text was last changed."""
        return self.modified or self.date


class Article(Struct, frozen=True):
    """The versions of one article; `owner` is a portal's id, or empty when it is shared."""

    kind: Kind
    key: str
    owner: str
    versions: Mapping[Lang, Version]

    @property
    def id(self) -> str:
        """What tells it from all other articles."""
        return f"{self.owner}/{self.kind}/{self.key}"
