"""The kinds of field that editors fill in: texts in two languages, moments."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, model_validator

from plugins.base.validation import Line, Model, refuse
from plugins.languages.dates import Moment, MomentError, parse_moment
from plugins.languages.language import Lang, other


class LocalText(Model):
    """`{vi: …, en: …}`, or a bare text, which counts as Vietnamese."""

    vi: Line | None = None
    en: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"vi": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _given(self) -> LocalText:
        if self.vi is None and self.en is None:
            raise refuse("truong-rong")
        return self

    def get(self, lang: Lang) -> tuple[str, Lang]:
        """The text for readers of `lang`, and the language it really is in."""
        own = self.vi if lang == "vi" else self.en
        if own is not None:
            return own, lang
        instead = self.en if lang == "vi" else self.vi
        return instead or "", other(lang)

    def text(self, lang: Lang) -> str:
        """The text for readers of `lang`, whatever language it is in."""
        return self.get(lang)[0]

    def texts(self) -> tuple[str, ...]:
        """The texts that are given."""
        return tuple(text for text in (self.vi, self.en) if text is not None)


def read_moment(value: Any) -> Any:
    """A text as a Moment, refused with the reason why it is none."""
    if isinstance(value, Moment):
        return value
    if not isinstance(value, str):
        raise refuse("kieu-sai", expected="date")
    if not value.strip():
        raise refuse("truong-rong")
    try:
        return parse_moment(value.strip())
    except MomentError as error:
        if error.reason == "range":
            raise refuse("ngay-ngoai-khoang", value=value) from error
        # Loaded only for what is wrong, as in other models of content.
        from plugins.languages.misdated import misdated  # noqa: PLC0415

        special, near = misdated(value.strip())
        raise refuse("ngay-sai", value=value, special=special, near=near) from error


MomentField: TypeAlias = Annotated[Moment, BeforeValidator(read_moment)]
