"""Pictures on a page: in the size and form that fits the reader's window, with their captions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Final

from markupsafe import Markup

from plugins.articles.article import Version
from plugins.markup.body import LinkSlot, Piece
from plugins.pages.composer import Composer

# How wide the column of a text is: theme/static/portal.css.
_SIZES: Final = "(min-width: 46rem) 43rem, 92vw"
_TAG: Final = "<img"
_SOURCE: Final = ' src="'
_ATTRIBUTE: Final = re.compile(r' ([a-z]+)="([^"]*)"')
_PARAGRAPH: Final = ("<p>", "</p>")
# Parts the caption from the name of who made the picture.
_CREDIT: Final = " | "


def with_pictures(composer: Composer, page: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a text with its pictures as they are shown."""
    if not any(isinstance(piece, LinkSlot) and piece.picture for piece in pieces):
        return pieces
    found: list[Piece] = []
    for piece in pieces:
        match found[-2:], piece:
            case [str(before), LinkSlot(picture=True, kind="static") as slot], str(after):
                found[-2:] = [_joined(composer, page, slot, before, after)]
            case _:
                found.append(piece)
    return tuple(found)


def _joined(composer: Composer, page: str, slot: LinkSlot, before: str, after: str) -> str:
    """A picture with what stands around it, of which its tag is cut out."""
    start, end = before.rindex(_TAG), after.index(">")
    written = before[start + len(_TAG) : -len(_SOURCE)] + after[1:end]
    attributes = dict(_ATTRIBUTE.findall(written))
    before, after = before[:start], after[end + 1 :]
    caption = attributes.get("title", "")
    is_alone = before.endswith(_PARAGRAPH[0]) and after.startswith(_PARAGRAPH[1])
    if not (caption and is_alone):
        return before + _picture(composer, page, slot.target, attributes) + after
    del attributes["title"]
    picture = _picture(composer, page, slot.target, attributes)
    around = before.removesuffix(_PARAGRAPH[0]), after.removeprefix(_PARAGRAPH[1])
    text, _, credit = caption.partition(_CREDIT)
    return f"{around[0]}<figure>{picture}{_caption(composer, text, credit)}</figure>{around[1]}"


def lead_figure(composer: Composer, page: str, version: Version) -> Markup:
    """The picture above a text, which is in sight from the beginning."""
    if not version.image:
        return Markup()
    attributes = {"alt": escape(version.image_alt or "")}
    picture = _picture(composer, page, version.image, attributes, is_lazy=False)
    texts = (escape(version.image_caption), escape(version.image_credit))
    caption = _caption(composer, *texts) if any(texts) else ""
    return Markup(f"<figure>{picture}{caption}</figure>")  # noqa: S704  escaped above


def _caption(composer: Composer, text: str, credit: str) -> str:
    """A caption, whose parts are escaped, with the name of who made the picture."""
    if credit:
        made_by = escape(composer.gettext("Picture: %(name)s")) % {"name": credit}
        credit = f"<span>{made_by}</span>"
    return f"<figcaption>{' '.join(filter(None, (text, credit)))}</figcaption>"


def _picture(
    composer: Composer, page: str, path: str, attributes: Mapping[str, str], *, is_lazy: bool = True
) -> str:
    """The picture at a content path; the values of its `attributes` are escaped."""
    shown = composer.picture(path)
    sources = "".join(
        f'<source type="image/{form}" sizes="{_SIZES}" srcset="'
        + ", ".join(f"{escape(composer.href(page, one.address))} {one.width}w" for one in group)
        + '">'
        for form, group in groupby(shown.variants, lambda one: one.form)
    )
    late = {"loading": "lazy", "decoding": "async"} if is_lazy else {}
    size = {"width": str(shown.width), "height": str(shown.height)}
    own = {"src": escape(composer.href(page, shown.address)), **size, **late, **attributes}
    image = "<img" + "".join(f' {name}="{value}"' for name, value in own.items()) + ">"
    return f"<picture>{sources}{image}</picture>" if sources else image
