"""The identity of one portal, read from `content/portals/<id>/portal.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator

from plugins.base.validation import Model, Text, refuse
from plugins.languages.fields import LocalText
from plugins.portals.colours import ENOUGH_CONTRAST, contrast_with_white, is_colour

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d+)?\Z")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?\Z")
_SHARES = ("all", "none")


def _address(value: str) -> str:
    """The portal's URL with a slash at its end."""
    parts = urlsplit(value)
    clean = (
        parts.scheme in ("http", "https")
        and _HOST.match(parts.netloc)
        and _PATH.match(parts.path)
        and ".." not in parts.path
    )
    if not clean or parts.query or parts.fragment:
        raise refuse("url-sai", value=value)
    return value.rstrip("/") + "/"


def _colour(value: str) -> str:
    if not is_colour(value):
        raise refuse("mau-sai", value=value)
    ratio = contrast_with_white(value)
    if ratio < ENOUGH_CONTRAST:
        raise refuse("mau-nhat", value=value, ratio=f"{ratio:.1f}")
    return value.lower()


class SharedCategories(Model):
    """The categories of shared articles that a portal shows."""

    categories: tuple[Text, ...]


def _shares(value: Any) -> Any:
    if isinstance(value, str):
        if value not in _SHARES:
            raise refuse("chon-sai", value=value, choices="all, none, {categories: […]}")
        return {"categories": None, "everything": value == "all"}
    if isinstance(value, dict):
        return {**SharedCategories.model_validate(value).model_dump(), "everything": False}
    return value


class Shares(Model):
    """Which shared articles a portal shows: all, none, or those of some categories."""

    everything: bool
    categories: tuple[Text, ...] | None

    def shows(self, category: str) -> bool:
        """Whether a shared article of `category` is shown."""
        return self.everything or category in (self.categories or ())


class Colours(Model):
    """The brand colour as `#rrggbb`, dark enough for white text."""

    brand: Annotated[Text, AfterValidator(_colour)]


class Identity(Model):
    """What `portal.yaml` says; details that are not supplied are left out there."""

    name: LocalText
    agency: LocalText
    url: Annotated[Text, AfterValidator(_address)]
    responsible: LocalText | None = None
    address: LocalText | None = None
    phone: Text | None = None
    email: Text | None = None
    nav: tuple[Text, ...] = ()
    colours: Colours = Colours(brand="#8f1d1f")
    shares: Annotated[Shares, BeforeValidator(_shares)] = Shares(everything=True, categories=None)


@dataclass(frozen=True, slots=True)
class Portal:
    """One portal: its id is the name of its folder, in the content and in the output."""

    id: str
    identity: Identity

    @property
    def path(self) -> str:
        """Where its identity is written."""
        return f"portals/{self.id}/portal.yaml"
