"""All problem codes; the editors' handbook is made from this table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plugins.codes.code import Code
from plugins.codes.comparisons import COMPARISONS
from plugins.codes.fields import FIELDS
from plugins.codes.files import FILES
from plugins.codes.finished import FINISHED
from plugins.codes.links import LINKS
from plugins.codes.pictures import PICTURES
from plugins.codes.portals import PORTALS
from plugins.codes.slips import SLIPS
from plugins.codes.spam import SPAM
from plugins.codes.spelling import SPELLING
from plugins.codes.texts import TEXTS
from plugins.codes.yaml import YAML

TABLE: Final = (
    *FILES,
    *YAML,
    *FIELDS,
    *LINKS,
    *TEXTS,
    *SLIPS,
    *PICTURES,
    *COMPARISONS,
    *PORTALS,
    *FINISHED,
    *SPAM,
    *SPELLING,
)
CODES: Final[Mapping[str, Code]] = MappingProxyType({code.name: code for code in TABLE})
