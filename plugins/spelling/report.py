"""Tells the faults in the letters of all texts and data of a content folder."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from plugins.base.characters import code_point
from plugins.base.files import ContentTree, Encoding
from plugins.base.problems import Problems
from plugins.languages.invisible import INVISIBLE
from plugins.languages.legacy import LEGACY
from plugins.spelling.encodings import recognise
from plugins.spelling.fault import Fault, TextKind
from plugins.spelling.faults import find_faults

# So many problems of one sort a file are told; the rest is counted.
_MOST_TOLD: Final = 20
_SHOWN: Final = 80
_TONES: Final = frozenset(map(code_point, "\u0300\u0301\u0303\u0309\u0323"))


def check_spelling(tree: ContentTree, files: Iterable[str], problems: Problems) -> None:
    """Record the faults of the texts and data among `files`; what is unreadable its reader tells."""
    for path in files:
        if path.endswith((".md", ".yaml")):
            tell_faults(path, tree.raw_text(path, Problems()) or "", problems)


def tell_faults(path: str, text: str, problems: Problems) -> None:
    """Record the faults of `text`, which stands in the file `path` as it was typed."""
    _tell(path, text, find_faults(text, kind_of(path)), problems)


def kind_of(path: str) -> TextKind:
    """What the file at `path` holds."""
    if path.endswith(".yaml"):
        return "data"
    return "en" if path.endswith(".en.md") else "vi"


def known_encoding(data: bytes) -> Encoding | None:
    """The encoding of bytes that are not UTF-8, and a line of what they say."""
    found = recognise(data)
    if found is None:
        return None
    special: Literal["fix", "legacy", ""] = "legacy" if found.encoding in LEGACY else ""
    return Encoding(found.encoding, found.sample(), "fix" if found.sure else special)


def _tell(path: str, text: str, faults: Sequence[Fault], problems: Problems) -> None:
    if not faults:
        return
    text = unicodedata.normalize("NFC", text)
    told: Counter[str] = Counter()
    line, done = 1, 0
    for fault in faults:
        told[fault.code] += 1
        if told[fault.code] <= _MOST_TOLD:
            line += text.count("\n", done, fault.start)
            done = fault.start
            _add(path, line, fault, problems)
    for code, count in told.items():
        if count > _MOST_TOLD:
            problems.add(path, 1, "con-nhieu-cho", sort=code, count=count - _MOST_TOLD)


def _add(path: str, line: int, fault: Fault, problems: Problems) -> None:
    values = {"found": _shown(fault.found), "repair": _shown(fault.repaired)}
    problems.add(path, line, fault.code, **(values | _more(fault)))


def _more(fault: Fault) -> dict[str, str]:
    """What the message of `fault` names besides what was found and its repair."""
    match fault.code:
        case "ky-tu-an" | "cach-khong-ngat" | "chu-gia":
            return {"char": fault.about, "special": "mark" if fault.about in _TONES else ""}
        case "am-tiet-sai":
            return {"special": "unsure" if fault.repaired == fault.found else ""}
        case "sot-bang-ma":
            return {"encoding": fault.about}
        case "dat-dau-lan":
            other, _, at = fault.about.partition("\n")
            return {"other": other, "other_line": at}
        case "chua-nfc":
            # Both look the same.
            return {"found": _shown(fault.repaired)}
    return {}


def _shown(text: str) -> str:
    """`text` on one line with what cannot be seen named, its beginning where it is long."""
    flat = INVISIBLE.sub(lambda match: f"⟨{code_point(match[0])}⟩", " ".join(text.split()))
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
