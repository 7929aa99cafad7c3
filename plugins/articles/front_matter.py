"""The front matter of a text: YAML between two lines of `---`, checked by a model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from plugins.articles.places import Kind
from plugins.articles.vocabulary import Vocabulary
from plugins.base.located import Located
from plugins.base.problems import Problems
from plugins.base.validation import Model, Text, is_id, read_located, refuse, suggestion, validated
from plugins.languages.fields import MomentField
from plugins.languages.text import slugify
from plugins.portals.addresses import is_reserved

_MARK = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_ALIAS = re.compile(r"/?[a-z0-9-]+(?:/[a-z0-9-]+)*(?:/|\.html)?\Z")
MAX_TITLE: Final = 250
MAX_SUMMARY: Final = 600


def _limited(limit: int) -> AfterValidator:
    def check(value: str, info: ValidationInfo) -> str:
        if len(value) > limit:
            raise refuse("qua-dai", field=info.field_name, length=len(value), limit=limit)
        if not slugify(value):
            raise refuse("khong-chu", field=info.field_name)
        return value

    return AfterValidator(check)


def _choice(*choices: str) -> BeforeValidator:
    def check(value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, str) and value not in choices:
            listed = ", ".join(choices)
            raise refuse("chon-sai", field=info.field_name, value=value, choices=listed)
        return value

    return BeforeValidator(check)


def _slug(value: str) -> str:
    if not is_id(value):
        raise refuse("dia-chi-sai", value=value)
    return value


def _alias(value: str) -> str:
    if not _ALIAS.match(value):
        raise refuse("dia-chi-sai", value=value)
    return value.lstrip("/")


class PageFields(Model):
    """The fields of a page such as 'about'."""

    title: Annotated[Text, _limited(MAX_TITLE)]
    summary: Annotated[Text, _limited(MAX_SUMMARY)]
    slug: Annotated[Text, AfterValidator(_slug)] | None = None
    translation_of: MomentField | None = None
    modified: MomentField | None = None


class NewsFields(PageFields):
    """The fields of a news item."""

    date: MomentField
    category: Text
    sources: tuple[Text, ...] = ()
    tags: tuple[Text, ...] = ()
    author: Text | None = None
    expires: MomentField | None = None
    status: Annotated[str, _choice("published", "draft")] = "published"
    pinned: Annotated[bool, _choice("true", "false")] = False
    image: Text | None = None
    aliases: tuple[Annotated[Text, AfterValidator(_alias)], ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> NewsFields:
        for field, value in (("expires", self.expires), ("modified", self.modified)):
            if value is not None and value.value < self.date.value:
                raise refuse("ngay-nguoc", field=field)
        return self


class ArticleFields(NewsFields):
    """The fields of an article, which must name its sources."""

    sources: Annotated[tuple[Text, ...], Field(min_length=1)]


_MODELS: Final[dict[Kind, type[PageFields]]] = {
    "article": ArticleFields,
    "news": NewsFields,
    "page": PageFields,
}


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that front matter may name."""

    vocabulary: Vocabulary
    sources: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Split:
    """A file's fields and its Markdown, which begins at line `first_line`."""

    fields: PageFields
    text: str
    first_line: int


def read_front_matter(
    text: str, path: str, kind: Kind, known: Known, problems: Problems
) -> Split | None:
    """The fields and the Markdown of a file, or None after recording what is wrong."""
    start = _MARK.match(text)
    end = _END.search(text, start.end()) if start else None
    if start is None or end is None:
        problems.add(path, 1, "thieu-dau-bai")
        return None
    located = read_located(text[start.end() : end.start()], path, problems, first_line=2)
    fields = validated(_MODELS[kind], located, path, problems) if located else None
    if located is None or fields is None:
        return None
    if isinstance(fields, NewsFields):
        _check_names(fields, located, path, known, problems)
    _check_address(fields, located, path, kind, problems)
    return Split(fields, text[end.end() :], text.count("\n", 0, end.end()) + 1)


def _check_names(
    fields: NewsFields, located: Located, path: str, known: Known, problems: Problems
) -> None:
    groups = (
        ("category", "chuyen-muc-la", (fields.category,), known.vocabulary.categories),
        ("tags", "the-la", fields.tags, known.vocabulary.tags),
        ("sources", "nguon-la", fields.sources, known.sources),
    )
    for field, code, names, choices in groups:
        for index, name in enumerate(names):
            if name not in choices:
                line = located.line((field, index))
                problems.add(path, line, code, value=name, near=suggestion(name, choices))


def _check_address(
    fields: PageFields, located: Located, path: str, kind: Kind, problems: Problems
) -> None:
    slug = fields.slug or title_slug(fields.title)
    if is_reserved(slug, news=kind == "news"):
        location = ("slug",) if fields.slug else ("title",)
        problems.add(path, located.line(location), "dia-chi-sai", value=slug)


def title_slug(title: str, limit: int = 120) -> str:
    """The address of a title, cut at a word."""
    slug = slugify(title)
    return slug if len(slug) <= limit else slug[: limit + 1].rpartition("-")[0][:limit]
