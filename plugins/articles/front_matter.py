"""The front matter of a text: YAML between two lines of `---`, checked by a model."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial
from itertools import islice
from typing import Annotated, Any, Final, TypeAlias

from msgspec import Struct, field
from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from plugins.articles.meant import meant_id
from plugins.articles.places import Kind
from plugins.articles.vocabulary import Vocabulary
from plugins.base.located import Located
from plugins.base.paths import is_plain_name
from plugins.base.problems import Problems
from plugins.base.validation import (
    Line,
    MayBeEmpty,
    Model,
    Suggestions,
    Text,
    check_markup,
    check_unique,
    choice,
    few,
    filled,
    is_id,
    read_located,
    refuse,
    texts_of,
    validated,
)
from plugins.languages.dates import Moment
from plugins.languages.fields import LocalText, MomentField
from plugins.languages.text import slugify
from plugins.portals.addresses import is_reserved

_MARK = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
# What editors and their programs write for a line of three dashes.
_DASHES = re.compile(r"^[-\u2010-\u2015\u2212_=]+[ \t]*$", re.MULTILINE)
# What YAML lets stand before its first line, and editors leave there.
_LATE_MARK = re.compile(r"(?:\s+|(?:[ \t]*(?:\.\.\.|%[A-Z][^\n]*)?\n)+)---[ \t]*\n")
# Fields between two more lines of dashes.
_SECOND_HEAD = re.compile(
    r"\s*---[ \t]*\n[a-z_]{2,20}:[^\n]*\n(?:[^\n-][^\n]*\n|-[ ][^\n]*\n){0,60}---[ \t]*$",
    re.MULTILINE,
)
_ALIAS = re.compile(r"/?[a-z0-9-]+(?:/[a-z0-9-]+)*(?:/|\.html)?\Z")
_ADDRESS_SIGN = re.compile("[A-Za-z0-9]")
# The fields that readers see as they are written.
_SHOWN: Final = ("title", "summary", "author", "image_alt", "image_caption", "image_credit")
MAX_TITLE: Final = 250
MAX_SUMMARY: Final = 600
MAX_ITEMS: Final = 50


def _limited(limit: int) -> AfterValidator:
    def check(value: str, info: ValidationInfo) -> str:
        if len(value) > limit:
            raise refuse("qua-dai", field=info.field_name, length=len(value), limit=limit)
        # Any of these letters is in the address too, and finding one is cheaper.
        if not _ADDRESS_SIGN.search(value) and not slugify(value):
            raise refuse("khong-chu", field=info.field_name)
        return value

    return AfterValidator(check)


def _few(value: Any, info: ValidationInfo) -> Any:
    return few(value, MAX_ITEMS, info.field_name)


def _slug(value: str) -> str:
    if not is_id(value):
        raise refuse("dia-chi-sai", value=value)
    return value


def _alias(value: str) -> str:
    names = value.strip("/").split("/")
    if not _ALIAS.match(value) or not all(map(is_plain_name, names)):
        raise refuse("dia-chi-sai", value=value, special="alias")
    return value.lstrip("/")


_Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(_few)]


class PageFields(Model):
    """The fields of a page such as 'about'."""

    title: Annotated[Line, _limited(MAX_TITLE)]
    summary: Annotated[Line, _limited(MAX_SUMMARY)]
    slug: Annotated[Text, AfterValidator(_slug)] | None = None
    translation_of: MomentField | None = None
    modified: MomentField | None = None


class NewsFields(PageFields):
    """The fields of a news item."""

    date: MomentField
    category: Text
    sources: _Texts = ()
    tags: _Texts = ()
    author: Line | None = None
    expires: MomentField | None = None
    status: Annotated[str, choice("published", "draft")] = "published"
    pinned: Annotated[bool, choice("true", "false")] = False
    image: Text | None = None
    # An empty one says that the picture tells nothing.
    image_alt: MayBeEmpty | None = None
    image_caption: Line | None = None
    image_credit: Line | None = None
    aliases: Annotated[
        tuple[Annotated[Text, AfterValidator(_alias)], ...], BeforeValidator(_few)
    ] = ()


class ArticleFields(NewsFields):
    """The fields of an article, which must name its sources."""

    sources: Annotated[_Texts, BeforeValidator(filled)]


_MODELS: Final[dict[Kind, type[PageFields]]] = {
    "article": ArticleFields,
    "news": NewsFields,
    "page": PageFields,
}


class Known(Struct, frozen=True):
    """The ids that front matter may name; no vocabulary when it has a fault of its own.

    `titles` holds the title of each source that can be read.
    """

    vocabulary: Vocabulary | None
    sources: Collection[str]
    titles: Mapping[str, LocalText] | None = None
    suggestions: Suggestions = field(default_factory=Suggestions)


class Split(Struct, frozen=True):
    """A file's fields and its Markdown, which begins at line `first_line`.

    `translation_line` is the line of the field `translation_of`, where there is one.
    """

    fields: PageFields
    text: str
    first_line: int
    translation_line: int


def markdown_below(text: str) -> tuple[str, int]:
    """The Markdown below the front matter, whatever that says, and the line it begins at."""
    _, end = _marks(text)
    if end is None and (late := _LATE_MARK.match(text)):
        end = _END.search(text, late.end())
    below = end.end() if end else 0
    return text[below:], text.count("\n", 0, below) + 1


def head_of(text: str) -> tuple[str, bool]:
    """The front matter of `text`, which begins on line 2, and whether there is a whole one."""
    start, end = _marks(text)
    return (text[start.end() : end.start()], True) if start and end else ("", False)


def is_unclosed(text: str) -> bool:
    """Whether front matter begins in `text` and does not end."""
    start, end = _marks(text)
    return start is not None and end is None


def _marks(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The lines of dashes above and below the front matter, as far as `text` has them."""
    start = _MARK.match(text)
    return start, _END.search(text, start.end()) if start else None


def read_front_matter(
    text: str, path: str, kind: Kind, known: Known, problems: Problems
) -> Split | None:
    """The fields and the Markdown of a file, or None after recording what is wrong."""
    head, is_whole = head_of(text)
    if not is_whole:
        _tell_no_head(text, path, problems)
        return None
    _check_second_head(text, path, problems)
    located = read_located(head, path, problems, first_line=2, notes=False)
    fields = validated(_MODELS[kind], located, path, problems) if located else None
    if located is not None and kind != "page" and isinstance(located.data, dict):
        _check_names(located, path, known, problems)
    if located is None or fields is None:
        return None
    if isinstance(fields, NewsFields):
        _check_order(fields, located, path, problems)
    _check_address(fields, located, path, kind, problems)
    check_markup(located, path, _SHOWN, problems)
    return Split(fields, *markdown_below(text), located.line(("translation_of",)))


def _check_second_head(text: str, path: str, problems: Problems) -> None:
    """Record fields just below the front matter, which readers would see as words."""
    markdown, line = markdown_below(text)
    if _SECOND_HEAD.match(markdown):
        blank = len(markdown) - len(markdown.lstrip())
        problems.add(path, line + markdown.count("\n", 0, blank), "dau-bai-hai-lan")


def _tell_no_head(text: str, path: str, problems: Problems) -> None:
    """Record that there is no whole front matter, and what stands in the place of its marks."""
    start = _MARK.match(text)
    blank = len(text) - len(text.lstrip())
    found = _DASHES.search(text, start.end()) if start else _DASHES.match(text, blank)
    if start is None and _LATE_MARK.match(text):
        problems.add(path, 1, "thieu-dau-bai", special="late", value="")
    else:
        code = "dau-bai-khong-dong" if start else "thieu-dau-bai"
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        value = found[0].rstrip() if found else ""
        problems.add(path, line, code, special="dashes" if found else "", value=value)


def _check_names(located: Located, path: str, known: Known, problems: Problems) -> None:
    """Check the ids that a text names, whether or not its other fields are right."""
    groups: list[tuple[str, str, Collection[str], Mapping[str, LocalText]]] = [
        ("sources", "nguon-la", known.sources, known.titles or {})
    ]
    if known.vocabulary is not None:
        categories, tags = known.vocabulary.categories, known.vocabulary.tags
        groups.append(("category", "chuyen-muc-la", categories, categories))
        groups.append(("tags", "the-la", tags, tags))
    for key, code, choices, labels in groups:
        value = located.data.get(key)
        names = texts_of(value if key != "category" else [value])
        for index, name in islice(names, MAX_ITEMS):
            if name not in choices:
                line = located.line((key, index))
                near = known.suggestions.near(partial(meant_id, name, choices, labels))
                problems.add(path, line, code, value=name, near=near)
    for key in ("tags", "sources", "aliases"):
        check_unique(located, key, path, problems)


def _check_order(fields: NewsFields, located: Located, path: str, problems: Problems) -> None:
    for key, moment in (("expires", fields.expires), ("modified", fields.modified)):
        if moment is not None and _is_before(moment, fields.date):
            problems.add(path, located.line((key,)), "ngay-nguoc", field=key)


def _is_before(one: Moment, other: Moment) -> bool:
    """Whether `one` is earlier; by the day alone where one of the two has no time of day."""
    if one.has_time and other.has_time:
        return one.value < other.value
    return one.value.date() < other.value.date()


def _check_address(
    fields: PageFields, located: Located, path: str, kind: Kind, problems: Problems
) -> None:
    slug = fields.slug or title_slug(fields.title)
    if is_reserved(slug, news=kind == "news"):
        line = located.line(("slug" if fields.slug else "title",))
        problems.add(path, line, "dia-chi-danh-rieng", value=slug)


def title_slug(title: str, limit: int = 120) -> str:
    """The address of a title, cut at a word."""
    slug = slugify(title)
    if len(slug) <= limit:
        return slug
    return slug[: limit + 1].rpartition("-")[0] or slug[:limit]
