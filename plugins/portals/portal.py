"""The identity of one portal, read from `content/portals/<id>/portal.yaml`."""

from __future__ import annotations

import math
import re
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from msgspec import Struct
from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from plugins.base.validation import Line, Model, Text, choice, few, refuse
from plugins.base.web import is_host, web_host
from plugins.languages.fields import LocalText
from plugins.portals.colours import ENOUGH_CONTRAST, contrast_with_white, is_colour

_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?\Z")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@([A-Za-z0-9.-]+)\Z")
# One number of 3 digits, as those of emergencies have, up to 15, the most there are.
_PHONE = re.compile(r"\+?[ .()-]*(?:[0-9][ .()-]*){3,15}\Z")
MAX_ITEMS: Final = 100
_SHARES = ("all", "none")


def is_portal_path(value: str) -> bool:
    """Whether a portal may lie at this path of its host."""
    return bool(_PATH.match(value)) and ".." not in value


def _address(value: str) -> str:
    """The portal's URL with a slash at its end."""
    host = web_host(value)
    # No number: what an IP address leads to changes hands.
    if not is_host(host) or host.rpartition(".")[2].isdigit():
        raise refuse("url-sai", value=value)
    parts = urlsplit(value)
    start = f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")
    if value != start + parts.path or not is_portal_path(parts.path):
        raise refuse("url-sai", value=value)
    return value.rstrip("/") + "/"


def _email(value: str) -> str:
    match = _EMAIL.match(value)
    if match is None or not is_host(match[1].lower()):
        raise refuse("thu-dien-tu-sai", value=value)
    return value


def _phone(value: str) -> str:
    if not _PHONE.match(value):
        raise refuse("so-may-sai", value=value)
    return value


def _colour(value: str) -> str:
    if not is_colour(value):
        raise refuse("mau-sai", value=value)
    ratio = contrast_with_white(value)
    if ratio < ENOUGH_CONTRAST:
        # Cut and not rounded: 6.96 is not told as 7.0.
        raise refuse("mau-nhat", value=value, ratio=f"{math.floor(ratio * 10) / 10:.1f}")
    return value.lower()


def _few(value: Any, info: ValidationInfo) -> Any:
    return few(value, MAX_ITEMS, info.field_name)


class SharedCategories(Model):
    """The categories of shared articles that a portal shows."""

    categories: Annotated[tuple[Text, ...], BeforeValidator(_few)]


def _shares(value: Any) -> Any:
    if value == "":
        raise refuse("truong-rong")
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
    phone: Annotated[Line, AfterValidator(_phone)] | None = None
    email: Annotated[Text, AfterValidator(_email)] | None = None
    nav: Annotated[tuple[Text, ...], BeforeValidator(_few)] = ()
    colours: Colours = Colours(brand="#8f1d1f")
    shares: Annotated[Shares, BeforeValidator(_shares)] = Shares(everything=True, categories=None)
    offline: Annotated[bool, choice("true", "false")] = True


class Portal(Struct, frozen=True):
    """One portal: its id is the name of its folder, in the content and in the output."""

    id: str
    identity: Identity

    @property
    def path(self) -> str:
        """Where its identity is written."""
        return f"portals/{self.id}/portal.yaml"
