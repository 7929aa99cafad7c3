"""Which id an editor meant who wrote the name of a thing instead."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plugins.base.validation import suggestion
from plugins.languages.fields import LocalText
from plugins.languages.text import slugify


def meant_id(written: str, ids: Collection[str], names: Mapping[str, LocalText]) -> str:
    """The id whose name in either language is `written`, marks apart, or one written nearly so."""
    plain = slugify(written)
    by_name = {
        slugify(name): key
        for key, label in names.items()
        for name in (label.vi, label.en)
        if name and key in ids
    }
    near = by_name.get(plain) or suggestion(plain, ids)
    return near or by_name.get(suggestion(plain, by_name), "")
