"""Reads the articles, news and pages of a content folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.articles.front_matter import (
    Known,
    NewsFields,
    PageFields,
    is_unclosed,
    markdown_below,
    read_front_matter,
    title_slug,
)
from plugins.articles.link_cures import lead_picture_case, unknown_file_case
from plugins.articles.places import (
    Place,
    is_known,
    is_picture,
    is_picture_name,
)
from plugins.base.files import ContentTree
from plugins.base.problems import Problems
from plugins.languages.language import Lang
from plugins.markup.body import Outline, Piece
from plugins.markup.directives import Comparisons, check_directives, check_shown
from plugins.markup.links import content_target
from plugins.markup.slips import slips_of

# Of one folder; a whole strange folder makes no report of thousands of lines.
_MOST_UNKNOWN: Final = 5


class Manuscript(Struct, frozen=True):
    """A file whose front matter is read and whose Markdown is not yet converted.

    `fields` is None where they have a fault: what is wrong with the text is told all the same.
    """

    place: Place
    fields: PageFields | None
    text: str
    first_line: int = 1
    translation_line: int = 1


def check_other_files(tree: ContentTree, problems: Problems) -> None:
    """Record files of no known use, the first ones of each folder by name, and bad names."""
    unknown: defaultdict[str, list[str]] = defaultdict(list)
    for path in tree.files:
        if not is_known(path):
            unknown[path.rpartition("/")[0]].append(path)
        elif is_picture(path) and not is_picture_name(path):
            problems.add(path, 1, "ten-tep-sai", name=path.rpartition("/")[2])
    for folder, paths in unknown.items():
        for path in paths[:_MOST_UNKNOWN]:
            problems.add(path, 1, "tep-la", special=unknown_file_case(path))
        if (more := len(paths) - _MOST_UNKNOWN) > 0:
            problems.add(folder or ".", 1, "tep-la-nhieu", count=more)


def read_manuscript(
    place: Place, text: str, known: Known, comparisons: Collection[str], problems: Problems
) -> Manuscript | None:
    """The front matter of `text`, which stands at `place`; None where its Markdown is not found."""
    path = place.path
    # Before the front matter is judged, so that one call tells all that is wrong.
    markdown, first_line = markdown_below(text)
    tables = Comparisons(comparisons, known.suggestions)
    check_directives(markdown, path, first_line, tables, problems)
    split = read_front_matter(text, path, place.kind, known, problems)
    if split is None:
        # Where front matter does not end, nobody can say what is Markdown.
        return None if is_unclosed(text) else Manuscript(place, None, markdown, first_line)
    if not split.text.strip() and place.kind != "news":
        problems.add(path, split.first_line, "bai-rong")
    return Manuscript(place, split.fields, split.text, split.first_line, split.translation_line)


def articles_of(
    versions: Iterable[Version], lines: Mapping[str, int], problems: Problems
) -> tuple[Article, ...]:
    """The articles that `versions` make; `lines` are those of their `translation_of` by path."""
    groups: dict[tuple[str, str, str], dict[Lang, Version]] = {}
    for version in versions:
        group = groups.setdefault((version.owner, version.kind, version.key), {})
        group[version.lang] = version
    for group in groups.values():
        _check_translations(group, lines, problems)
    return tuple(
        Article(version.kind, version.key, version.owner, group)
        for group in groups.values()
        for version in list(group.values())[:1]
    )


def tell_lost(
    manuscript: Manuscript, body: Outline, pieces: tuple[Piece, ...], problems: Problems
) -> None:
    """Record what of a text readers would not see, or would see as it is written."""
    path = manuscript.place.path
    shown = tuple(body.comparisons())
    if not body.is_empty:
        check_shown(manuscript.text, path, manuscript.first_line, shown, problems)
    for fault in (*body.faults, *slips_of(manuscript.text, pieces)):
        line = manuscript.first_line + fault.line - 1
        problems.add(path, line, fault.code, value=fault.value, more=fault.more)
    # Where something was refused, it is why there is nothing.
    is_blank = not (body.is_empty or body.words or shown or any(True for _ in body.links()))
    if is_blank and not problems.errors:
        problems.add(path, manuscript.first_line, "bai-rong")


def _check_translations(
    group: Mapping[Lang, Version], lines: Mapping[str, int], problems: Problems
) -> None:
    if len(group) > 1 and all(version.translation_of for version in group.values()):
        path = group["vi"].path
        problems.add(path, lines[path], "ban-dich-vong")


def version_of(place: Place, fields: PageFields, body: Outline) -> Version:
    """The version that the file at `place` holds."""
    version = Version(
        path=place.path,
        kind=place.kind,
        key=place.key,
        lang=place.lang,
        owner=place.owner,
        title=fields.title,
        summary=fields.summary,
        slug=fields.slug or title_slug(fields.title),
        body=body,
        modified=fields.modified,
        translation_of=fields.translation_of,
    )
    if not isinstance(fields, NewsFields):
        return version
    return replace(
        version,
        date=fields.date,
        expires=fields.expires,
        category=fields.category,
        tags=fields.tags,
        sources=fields.sources,
        author=fields.author or "",
        draft=fields.status == "draft",
        pinned=fields.pinned,
        image=_picture(fields.image, place.path) if fields.image else "",
        image_alt=fields.image_alt,
        image_caption=fields.image_caption or "",
        image_credit=fields.image_credit or "",
        aliases=fields.aliases,
    )


def _picture(written: str, path: str) -> str:
    """The content path of a picture; one that leads outside stays as written, and is not found."""
    target = "" if lead_picture_case(written) else content_target(written, path)
    return target or written
