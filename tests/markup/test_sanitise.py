"""What the sanitiser lets through, whatever it is given."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.body import ComparisonSlot, LinkSlot, Piece, fill
from plugins.markup.sanitise import anchors, safe_pieces
from plugins.markup.words import plain_text

PATH = "articles/thu/index.vi.md"
VOID = {"br", "hr", "img"}
FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<script>",
        "</script>",
        "<svg>",
        "<math><mtext>",
        "<style>",
        "<table>",
        "</table>",
        "<tr>",
        "<td align='left'>",
        "<th>",
        "<a href='javascript:x'>",
        "<a href=\"{filename}/a\" onclick=x id='a'>",
        "</a>",
        "<img src=x onerror=y>",
        "<div class='scroll' id='_main'>",
        "</div>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#xE000;",
        "&#57345;",
        "c",
        "l0",
        '"',
        "'",
        ">",
        "<",
        "&lt;",
        "&quot;",
        "&#1;",
        "&#0;",
        "<title>",
        "<textarea>",
        "<noscript>",
        "Đoạn",
        "=javascript:",
    ]
)
MARKUP = st.one_of(st.text(), st.lists(st.one_of(FRAGMENTS, st.text(max_size=5))).map("".join))


def written_again(pieces: tuple[Piece, ...]) -> str:
    """Pieces as the markup that an editor could have written."""
    return fill(pieces, lambda slot: slot.raw.replace("&", "&amp;").replace('"', "&quot;"), str)


class Checker(HTMLParser):
    """Notes what must not be in a page, and whether tags close each other."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "iframe", "svg", "math", "form", "base", "meta", "object"}:
            self.wrong.append(tag)
        self.wrong += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


@given(MARKUP)
def test_no_markup_gives_active_or_broken_html(markup: str) -> None:
    """No script, handler or style is left, and every tag that is opened is closed in order."""
    checker = Checker()
    checker.feed(fill(safe_pieces(markup, PATH), lambda _: "x", lambda _: ""))

    assert checker.wrong == []
    assert checker.open == []


@given(MARKUP)
def test_what_is_sanitised_stays_as_it_is(markup: str) -> None:
    """A second pass changes nothing but the parts that are made around tables."""
    once = safe_pieces(re.sub("(?i)table", "", markup), PATH)

    assert safe_pieces(written_again(once), PATH) == once


@given(MARKUP)
def test_no_mark_is_left_and_none_is_forged(markup: str) -> None:
    """The two signs of the converter neither reach a page nor make a table."""
    pieces = safe_pieces(re.sub("[\ue000\ue001]", "", markup), PATH)

    assert not any(isinstance(piece, ComparisonSlot) for piece in pieces)
    assert not re.search("[\ue000\ue001]", written_again(pieces))


@given(MARKUP)
def test_no_address_is_left_in_the_text(markup: str) -> None:
    """Every address is a slot, so that none reaches a page without having been judged."""
    pieces = safe_pieces(markup, PATH)
    text = fill(pieces, lambda _: "SLOT", lambda _: "")

    assert re.findall(r'<[^>]* (?:href|src)="(?!SLOT")', text) == []


@pytest.mark.parametrize(
    ("reference", "kept"),
    [
        ("&#233;", "é"),
        ("&#xE9", "é"),
        ("&#150;", "–"),
        ("&#1;", "\ufffd"),
        ("&#0;", "\ufffd"),
        ("&#xE000;", "\ufffd"),
        ("&#57344c", "\ufffdc"),
        ("&#xF8FF;", "\ufffd"),
        ("&#xF0000;", "\ufffd"),
        ("&#x2028;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&#x110000;", "\ufffd"),
        ("&amp;#xE000;", "&#xE000;"),
    ],
)
def test_references_of_hidden_characters_become_a_sign(reference: str, kept: str) -> None:
    """What content may not hold cannot be written as a number either."""
    assert plain_text(safe_pieces(f"<p>{reference}</p>", PATH)) == kept


def test_an_attribute_cannot_end_itself() -> None:
    """Markup in an attribute stays text, in tables too."""
    attack = '<abbr title="<th class=x onclick=alert(1) y=">a</abbr><table><tr><td>1</table>'
    html = fill(safe_pieces(attack, PATH), str, str)

    assert 'title="&lt;th class=x onclick=alert(1) y="' in html


def test_ids_stand_once() -> None:
    """The second of two equal ids is left out, whatever it stands on."""
    pieces = safe_pieces('<p id="a">1</p><h2 id="a">2</h2><p id="b">3</p>', PATH)

    assert "".join(map(str, pieces)) == '<p id="a">1</p><h2>2</h2><p id="b">3</p>'
    assert anchors(pieces) == {"a", "b"}


def test_links_and_pictures_are_told_apart() -> None:
    """A picture's address must be a picture of the content, a link's need not."""
    pieces = safe_pieces('<a href="{static}a.png"></a><img src="{static}a.png">', PATH)

    assert [piece.picture for piece in pieces if isinstance(piece, LinkSlot)] == [False, True]


def test_an_address_that_cannot_be_read_is_no_address_less() -> None:
    """Whatever an address looks like, its link is there to be judged; words stay as they are."""
    wrong = ("https://[a]/", "https:// b/", "x:99999999999", "https://c/?src=\u00e0&href='d'")
    for address in wrong:
        written = html.escape(address)
        pieces = safe_pieces(f'<p>src="x" <a HREF\n= "{written}" title="href=y">z</a></p>', PATH)
        assert [piece.raw for piece in pieces if isinstance(piece, LinkSlot)] == [address]
        assert fill(pieces, lambda _: "", lambda _: "") == (
            '<p>src="x" <a href="" title="href=y">z</a></p>'
        )
