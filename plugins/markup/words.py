"""The words of a converted text, without its markup."""

from __future__ import annotations

import html
import re
from typing import Final

from plugins.markup.body import Piece

_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r"<code[ >].*?</code>", re.DOTALL)
_INLINE: Final = (
    "a|abbr|b|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var"
)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?: [^>]*)?>")
# Raised figures and pictures stand beside a word, and are no part of it.
_JOINING_TAG = re.compile(rf"</?(?:{_INLINE.replace('|img', '').replace('|sup', '')})(?: [^>]*)?>")
_BLOCK_TAGS = re.compile(r"<[^>]*>\s*(?:<[^>]*>\s*)*")
# Where these stand the plain text is not the visible one on one line.
_TELLING_APART: Final = ("<sup", "<img", "footnote-", ' alt="', ' title="')
_ATTRIBUTE = re.compile(r' (?:alt|title)="([^"]+)"')
# The arrow back from a note; an editor's own link of that class may say anything.
_BACK_LINK = re.compile(r'(<a class="footnote-backref"[^>]*>)(?:↩|&#8617;|\ufe0e|&#xfe0e;)+</a>')

# The figure that leads to a footnote; left where it is, it would glue two sentences together.
NOTE_MARK: Final = re.compile(r'<sup id="fnref[^"]*"><a class="footnote-ref"[^>]*>[0-9]+</a></sup>')


def plain_text(pieces: tuple[Piece, ...]) -> str:
    """The words of `pieces` without markup, spaces folded."""
    return _words(strings(pieces))


def both_texts(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    """The plain text of `pieces`, and what readers see and hear of them.

    That has a line for each block, then one for each alt or title text. Tags within a line are
    taken out without a break, so that bold letters do not part a word.
    """
    markup = strings(pieces)
    visible = visible_text(markup)
    if any(sign in markup for sign in _TELLING_APART):
        return _words(markup), visible
    return visible.replace("\n", " "), visible


def visible_text(markup: str) -> str:
    """The lines of `markup` that readers see and hear; `both_texts` says which they are."""
    if "footnote-" in markup:
        markup = NOTE_MARK.sub("", _BACK_LINK.sub(r"\1", markup))
    flat = _INLINE_TAG.sub("", markup.replace("<br>", " ").replace("\n", " "))
    blocks = _BLOCK_TAGS.sub("\n", flat)
    if ' alt="' in markup or ' title="' in markup:
        blocks = "\n".join((blocks, *_ATTRIBUTE.findall("".join(_TAG.findall(markup)))))
    lines = map(" ".join, map(str.split, html.unescape(blocks).split("\n")))
    return "\n".join(filter(None, lines))


def uncoded_words(pieces: tuple[Piece, ...]) -> str:
    """The words of `pieces` but for those in code, spaces folded."""
    return _words(_CODE.sub("", strings(pieces)))


def strings(pieces: tuple[Piece, ...]) -> str:
    """The markup of `pieces` without what stands in their slots."""
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _words(markup: str) -> str:
    # Words are parted by blocks and lines; bold letters within a word do not part it.
    blocks = _TAG.sub(" ", _JOINING_TAG.sub("", markup))
    return " ".join(html.unescape(blocks).split())
