"""The examples of the table have the problems that they stand for."""

from __future__ import annotations

import re
from typing import Final

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.codes.code import Code
from plugins.codes.fields import FIELDS
from plugins.codes.links import LINKS
from plugins.codes.slips import SLIPS
from plugins.codes.spam import SPAM
from plugins.codes.spelling import SPELLING
from plugins.codes.table import CODES
from plugins.codes.texts import TEXTS
from plugins.codes.yaml import YAML
from plugins.languages.clock import parse_clock
from tests.conftest import CLOCK, Site, article

POINT = re.compile(r"⟨U\+([0-9A-F]+)⟩")
FIELD = re.compile(
    r"(title|summary|date|category|sources|tags|author|slug|status|titel|modified|translation_of): "
)
# What stands in data, in several files, or is cut short for the table.
ELSEWHERE: Final = frozenset(
    (
        *("dang-sai", "thieu-nhay", "dia-chi-trung", "ban-dich-vong", "bai-rong", "qua-dai"),
        *("thieu-truong", "qua-nhieu", "ngay-nguoc", "yaml-qua-lon", "long-qua-sau"),
        *("lien-ket-an", "muc-trung", "lien-ket-het-han", "may-chu-sai", "nguon-chua-phep"),
        *("dinh-nghia-trung", "bai-qua-dai", "bang-qua-dai", "chuyen-qua-lau", "ky-hieu-qua-nhieu"),
        *("dau-van-sai", "ngoai-le-thua", "ngoai-le-het-han", "ngoai-le-qua-dai", "con-nhieu-cho"),
        *("thieu-dau-bai", "dau-bai-khong-dong", "the-qua-dai", "qua-nhieu-dong"),
        *("lien-ket-cong-khac", "anh-cong-khac", "khong-co-loi"),
    )
)
SHOWN = [
    code
    for code in (*TEXTS, *SLIPS, *LINKS, *SPAM, *SPELLING, *FIELDS, *YAML)
    if code.name not in ELSEWHERE
]


def written(code: Code) -> str:
    """A text that holds the example: as fields, or as its body."""
    text = code.example.replace("⏎", "\n").replace("⇥", "\t").removesuffix(" (Ð U+00D0)")
    text = POINT.sub(lambda match: chr(int(match[1], 16)), text)
    if not FIELD.match(text) and text != "summary:":
        return article(body=text)
    name = text.partition(":")[0]
    fields = {} if name == "titel" else {name: ""}
    return article(**fields).replace("---\n", f"---\n{text}\n", 1)


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.name)
def test_an_example_has_its_problem(site: Site, code: Code) -> None:
    """An editor who looks a code up sees what the program means by it."""
    assert code.name in told(site, written(code))


@pytest.mark.parametrize(
    ("name", "earlier"), [("trang-co-rac", "rac-quang-cao"), ("trang-ma-la", "html-bi-bo")]
)
def test_what_a_page_may_not_hold_is_told_of_its_text_first(
    site: Site, name: str, earlier: str
) -> None:
    """Only a theme or a program at fault brings these examples onto a page."""
    assert earlier in told(site, article(body=CODES[name].example.replace("…", '"x">')))


def told(site: Site, text: str) -> set[str]:
    """The codes of all that is wrong with the site and one more text."""
    site.write({"articles/x/index.vi.md": text})
    problems = Problems()
    load_content(site.content, parse_clock(CLOCK), KeptTexts(Store(None), 1), problems)
    return {one.code for one in problems}
