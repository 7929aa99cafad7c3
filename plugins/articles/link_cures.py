"""What an editor meant by a link that leads nowhere, and which cure it needs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final
from urllib.parse import unquote

from plugins.articles.places import is_known, is_picture, text_place
from plugins.base.validation import likeliest, suggestion
from plugins.languages.language import LANGS
from plugins.pictures.forms import ENDINGS, ending_of

_ATTACHMENT: Final = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar|7z)\Z", re.IGNORECASE
)
# Pictures of cameras and of programs, which no browser shows.
_PHOTO: Final = re.compile(r"\.(?:hei[cf]|tiff?|bmp|raw|cr2|nef|dng|psd)\Z", re.IGNORECASE)
_COMPARISON: Final = re.compile(r"comparisons/[^/]+\.yaml\Z")
_TEXT_EDITOR_ENDING: Final = ".txt"
_ON_A_DISK: Final = re.compile(r"[a-z]:[\\/]|\\\\|file:", re.IGNORECASE)
_WITHOUT_SCHEME: Final = re.compile(r"www\.|//[a-z0-9-]+\.", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:|[^\s@/:]+@[^\s@/]+\Z", re.IGNORECASE)


def is_attachment(path: str) -> bool:
    """Whether `path` names a file of a kind that portals do not publish."""
    return bool(_ATTACHMENT.search(path))


def unknown_file_case(path: str) -> str:
    """The case of a file of no known use, by the cure that it needs."""
    if is_attachment(path):
        return "attachment"
    if _PHOTO.search(path):
        return "photo"
    if is_known(path.removesuffix(_TEXT_EDITOR_ENDING)):
        return "ending"
    return picture_case(path)


def picture_case(path: str) -> str:
    """The case of a file that is no picture of a text."""
    if is_attachment(path):
        return "attachment"
    return "picture-place" if ending_of(path) in ENDINGS else ""


def lead_picture_case(picture: str) -> str:
    """The case of a picture above a text that is no file of the content."""
    if "://" in picture:
        return "lead-picture"
    return "lead-static" if picture.lstrip().startswith("{") else ""


def address_case(raw: str, *, picture: bool) -> str:
    """The case of an address that is not written as links are, by the cure that it needs."""
    if raw.startswith("<"):
        return "quotes"
    if _ON_A_DISK.match(raw):
        return "disk"
    if picture:
        is_outside = re.match("https?:|//|www\\.", raw, re.IGNORECASE)
        return "outside-picture" if is_outside else "" if raw.startswith("{") else "picture"
    if _MAIL.match(raw):
        return "mail"
    if raw.lower().startswith("tel:"):
        return "phone"
    return "scheme" if _WITHOUT_SCHEME.match(raw) else ""


def place_case(raw: str, target: str, files: Container[str]) -> str:
    """The case of a link to `target`, a place of the content where no page or picture is."""
    written = unquote(raw.partition("}")[2].partition("#")[0])
    if is_attachment(written):
        return "attachment"
    if written in files and written != target:
        return "slash"
    if _COMPARISON.match(target) and target in files:
        return "comparison"
    return "no-page" if target in files else ""


def text_in_folder(folder: str, lang: str, texts: Container[str]) -> str:
    """The text in `folder`, that of `lang` before the other one, where there is any."""
    names = (f"{folder}/index.{one}.md" for one in (lang, *LANGS))
    return next((name for name in names if name in texts), "")


def path_suggestion(path: str, known: Iterable[str]) -> str:
    """The file of the same kind whose path differs from `path` in a slip of the pen only."""
    # Imported here, since most content has no wrong path.
    from difflib import SequenceMatcher  # noqa: PLC0415

    lower, kind = path.lower(), _kind(path)
    others = {other.lower(): other for other in sorted(known, reverse=True)}
    if lower in others:
        return others[lower]
    alike = sorted(low for low, other in others.items() if _kind(other) == kind)
    near: list[tuple[float, str]] = []
    for low in likeliest(lower, alike):
        one, two = _differing(lower, low)
        if suggestion(one, [two]):
            near.append((SequenceMatcher(None, one, two).ratio(), others[low]))
    return max(near, key=lambda found: found[0])[1] if near else ""


def _kind(path: str) -> str:
    if is_picture(path):
        return "picture"
    return "text" if text_place(path) else ""


def _differing(one: str, two: str) -> tuple[str, str]:
    """Both paths without the folders and the ending that they have in common."""
    first, second = one.split("/"), two.split("/")
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    left, right = "/".join(first), "/".join(second)
    ending = left.rpartition(".")[2]
    if ending != left and right.endswith(f".{ending}"):
        return left.removesuffix(f".{ending}"), right.removesuffix(f".{ending}")
    return left, right
