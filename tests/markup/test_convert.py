"""What texts are converted to. The cases are documents below `cases/`: adding one needs no code.

A document holds `%% title`, the Markdown, `%% html`, and the HTML; links are shown as
`(kind target#fragment)` and comparison tables as `(comparison id)`. Its name ends with the
language that it is converted in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.languages.language import LANGS, Lang, is_lang
from plugins.markup.body import Body, ComparisonSlot, Heading, LinkSlot, Piece, fill
from plugins.markup.convert import Converter

PATH = "articles/thu/index.vi.md"
CASE = re.compile(
    r"^%% (?P<title>[^\n]+)\n(?P<text>.*?)^%% html\n(?P<html>.*?)(?=^%% |\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    """One text and what it is converted to."""

    title: str
    lang: Lang
    text: str
    html: str


def cases() -> Iterator[Case]:
    """All cases of all documents."""
    for path in sorted((Path(__file__).parent / "cases").glob("*.md")):
        lang = path.suffixes[0][1:]
        assert is_lang(lang), path
        for found in CASE.finditer(path.read_text(encoding="utf-8")):
            title = f"{path.name}: {found['title']}"
            yield Case(title, lang, found["text"].strip("\n"), found["html"].strip("\n"))


@pytest.fixture(scope="module", params=LANGS)
def converter(request: pytest.FixtureRequest) -> Converter:
    """A converter of each language."""
    return Converter(request.param)


def shown_link(slot: LinkSlot) -> str:
    """A link as the cases write it."""
    target = slot.target if slot.kind != "wrong" else slot.raw
    return f"({slot.kind} {target}{f'#{slot.fragment}' if slot.fragment else ''})"


def shown(pieces: tuple[Piece, ...]) -> str:
    """Pieces as the cases write them."""
    return fill(pieces, shown_link, lambda slot: f"(comparison {slot.id})").strip("\n")


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.title)
def test_a_text_becomes_the_html_of_its_case(case: Case) -> None:
    """Every document's Markdown gives exactly its HTML."""
    body = Converter(case.lang).convert(case.text, PATH)

    assert shown(body.pieces) == case.html


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_becomes_an_empty_body(text: str, converter: Converter) -> None:
    """A news item without text has no paragraph either."""
    assert converter.convert(text, PATH) == Body()


def test_a_text_leaves_nothing_behind_for_the_next(converter: Converter) -> None:
    """Footnotes, references, abbreviations and headings end with their text."""
    text = "## Mục\n\nUBND[^1] và [luật][l].\n\n[^1]: Ghi chú.\n[l]: #muc\n*[UBND]: Ủy ban\n"
    before = converter.convert(text, PATH)
    converter.convert("## Mục\n\nKhác[^1].\n\n[^1]: Khác.\n", PATH)
    between = converter.convert("UBND và [luật][l].", PATH)

    assert converter.convert(text, PATH) == before
    assert shown(between.pieces) == "<p>UBND và [luật][l].</p>"
    assert between.headings == ()


def test_headings_are_listed_in_order_with_their_words(converter: Converter) -> None:
    """A table of contents is made from them."""
    body = converter.convert("## A & *b*\n\n#### Sâu\n\n## `c` < d\n", PATH)

    assert body.headings == (
        Heading(2, "a-b", "A & b"),
        Heading(4, "sau", "Sâu"),
        Heading(2, "c-d", "c < d"),
    )


def test_anchors_are_what_a_fragment_can_lead_to(converter: Converter) -> None:
    """Headings, footnotes and ids in raw HTML count; code that looks like HTML does not."""
    body = converter.convert(
        '## Một\n\n`<p id="khong">` a[^1]\n\n<p id="hai">b</p>\n\n[^1]: c\n', PATH
    )

    assert body.ids == {"mot", "hai", "fn:1", "fnref:1"}


def test_the_words_of_a_text_are_those_that_are_read(converter: Converter) -> None:
    """Markup parts no word, blocks part words, references are letters."""
    body = converter.convert("## Đ**iề**u&nbsp;1\n\nHai.<br>Ba &lt;b&gt;\n\n- *bốn*.\n", PATH)

    assert body.text == "Điều 1 Hai. Ba <b> bốn."


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Có phí", "Có phí"),
        ("Không *mất* phí", "Không <em>mất</em> phí"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("[Luật](#a)", '<a href="(fragment #a)">Luật</a>'),
        ("Một.\n\nHai.", "<p>Một.</p>\n<p>Hai.</p>"),
        ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
        ("<p>a</p><p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("Có<script>alert(1)</script>", ""),
        ("&#xE000;c&#xE001;", ""),
    ],
)
def test_a_short_text_has_no_paragraph_around_it(
    text: str, html: str, converter: Converter
) -> None:
    """The cell of a table holds words, or several blocks, sanitised."""
    assert shown(converter.convert_inline(text, PATH)) == html


@pytest.mark.parametrize(
    "text",
    [
        "## &#" + "9" * 5000 + ";",
        "&#x" + "f" * 5000 + ";",
        "<abbr title='&#" + "9" * 5000 + "'>a</abbr>",
    ],
)
def test_an_endless_number_of_a_character_is_one_sign(text: str, converter: Converter) -> None:
    """Python refuses to read numbers of more than 4,300 digits; the text is converted all the same."""
    body = converter.convert(text, PATH)

    assert "\ufffd" in shown(body.pieces)
    assert "99" not in body.text


@pytest.mark.parametrize(
    "text",
    [
        "<div>&#57344;cxyz&#57345;</div>",
        "<div>&#57344cxyz&#57345;</div>",
        "<div>&#xE000;cxyz&#xe001;</div>",
        "<div>&#x0E000;cxyz&#x000e001</div>",
        "[a](#b) &#57344;l0&#57345;",
        "<b title='&#xE000;l0&#xE001;'>a</b> [a](#b)",
        "## &#57344l0&#57345;\n\n[a](#b)",
    ],
)
def test_references_cannot_forge_a_place(text: str, converter: Converter) -> None:
    """Only directives make tables, and each link stands once."""
    body = converter.convert(text, PATH)

    assert not any(isinstance(piece, ComparisonSlot) for piece in body.pieces)
    assert len(list(body.outline.links())) == text.count("](")
    assert not re.search("[\ue000\ue001]", shown(body.pieces) + body.text)
