"""The check over finished pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plugins.audit.pages import Audit, Clean
from plugins.audit.tags import Fault
from plugins.markup.stages import in_step
from plugins.spam.inspect import Loud

HOSTS = {"mau.example"}


class Wall:
    """Stands in for the check of sentences: lines with a certain word are refused."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def heard(self, text: str) -> str:
        """All of it."""
        self.seen.append(text)
        return text

    def refused(self, heard: str, _: Loud) -> Iterator[tuple[str, str]]:
        """The lines with the word."""
        return ((line, "dau-vet") for line in heard.split("\n") if "cấm" in line.lower())

    def has_met(self) -> bool:
        """Nothing is let through."""
        return False


def judged(audit: Audit, path: str, content: bytes) -> tuple[Fault, ...]:
    """What is wrong with one file."""
    ((found, _),) = in_step([audit.stages(path, content)])
    return found


def faults(content: str, path: str = "bai/index.html") -> list[tuple[str, str]]:
    """Code and value of what is wrong with a page."""
    found = judged(Audit(HOSTS, Wall(), Clean()), path, content.encode())
    return [(fault.code, fault.value) for fault in found]


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("<p>Điều cấm</p>", "Điều cấm"),
        ("<p>Điều c<b>ấ</b>m</p>", "Điều cấm"),
        ("<p>Điều c&#7845;m</p>", "Điều cấm"),
        ('<img src="a.png" alt="ảnh cấm">', "ảnh cấm"),
        ('<meta name="description" content="mô tả cấm">', "mô tả cấm"),
        (
            '<script type="application/ld+json">{"a": [{"b": "điều c\\u1ea5m"}]}</script>',
            "điều cấm",
        ),
        ('<script type="application/ld+json">{"a": điều cấm</script>', '{"a": điều cấm'),
    ],
)
def test_sentences_are_found_wherever_they_are_read(content: str, value: str) -> None:
    """In text broken by markup or written as references, in attributes, in structured data."""
    assert faults(content) == [("trang-co-rac", value)]


def test_text_of_different_blocks_is_not_joined() -> None:
    """What stands in two cells or paragraphs is not one sentence."""
    assert faults("<td>Điều c</td><td>ấm</td>") == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("bang/data.csv", "cột,điều cấm\n"),
        ("bang/data.json", '{"a": "điều cấm"}'),
        ("bang/data.json", '{"a": [{"dieu-cấm": 1}]}'),
        ("feed.atom", "<title>điều cấm</title>"),
        ("robots.txt", "# điều cấm"),
    ],
)
def test_files_for_machines_are_read_too(path: str, content: str) -> None:
    """Feeds and data are shown by other programs."""
    assert [code for code, _ in faults(content, path)] == ["trang-co-rac"]


def test_the_cells_of_a_table_are_read_one_by_one() -> None:
    """Words of neighbouring cells make no sentence."""
    assert faults("điều c,ấm\n", "bang/data.csv") == []
    assert faults('"a, điều cấm",b\n', "bang/data.csv") == [("trang-co-rac", "a, điều cấm")]


def test_the_words_of_an_address_are_read() -> None:
    """An address is shown in the results of search engines."""
    assert faults("<p>Tốt</p>", "dieu-cấm/index.html") == [("trang-co-rac", "dieu cấm")]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="https://mau.example/dieu-cấm/">',
        '<a href="../dieu-c%E1%BA%A5m/">',
        '<a href="mailto:dieu-cấm@mau.example">',
        '<p id="dieu-cấm">',
    ],
)
def test_the_words_of_links_and_ids_are_read(tag: str) -> None:
    """Nobody sees them, but for those who look for spam."""
    assert [code for code, _ in faults(tag)] == ["trang-co-rac"]


@pytest.mark.parametrize("tag", ['<h3 id="dieu-cấm">', '<a href="#dieu-cấm">'])
def test_the_id_of_a_heading_is_judged_with_its_words(tag: str) -> None:
    """Without its marks it would be another sentence."""
    assert faults(tag) == []


def test_a_full_address_is_not_read_as_a_sentence() -> None:
    """Its words are read as those of the page that it leads to."""
    tag = '<meta property="og:url" content="https://mau.example/dieu-cấm/">'

    assert faults(tag) == []


def test_addresses_in_feeds_and_structured_data_are_checked() -> None:
    """A link astray is no better where only machines follow it."""
    astray = "https://la.example/"

    assert faults(f"<id>{astray}</id>", "feed.atom") == [("trang-dan-ngoai", astray)]
    assert faults(f'<link href="{astray}"/>', "feed.atom") == [("trang-dan-ngoai", astray)]
    assert faults(f'<script type="application/ld+json">{{"url":"{astray}"}}</script>') == [
        ("trang-dan-ngoai", astray)
    ]
    assert (
        faults('<script type="application/ld+json">{"@context":"https://schema.org"}</script>')
        == []
    )


def test_what_is_clean_on_one_page_is_looked_at_once() -> None:
    """Thousands of pages share most of their tags and texts."""
    wall = Wall()
    audit = Audit(HOSTS, wall, Clean())
    for name in "ab":
        judged(audit, f"{name}/index.html", f"<p>Chung</p><p>Riêng {name}</p>".encode())

    assert sum(text.count("Chung") for text in wall.seen) == 1
    assert any("Riêng b" in text for text in wall.seen)


def test_a_fault_is_found_again_on_every_page() -> None:
    """Only what is clean is passed over."""
    audit = Audit(HOSTS, Wall(), Clean())

    for content in ("<iframe><p>Điều cấm</p>", '<img src="a.png" alt="Điều cấm">'):
        first, second = (judged(audit, f"{name}/index.html", content.encode()) for name in "ab")
        assert first == second != ()


def test_what_an_exception_let_through_is_looked_at_on_every_page() -> None:
    """Each page must name the exceptions that it needs, or it would stay when one ends."""

    class Lenient(Wall):
        def has_met(self) -> bool:
            return True

    clean, walls = Clean(), (Lenient(), Lenient())
    for wall in walls:
        assert judged(Audit(HOSTS, wall, clean), "a/index.html", b"<p>Cho qua</p>") == ()

    assert all("Cho qua" in "".join(wall.seen) for wall in walls)


def test_a_sentence_goes_on_in_the_next_line_of_its_file() -> None:
    """As browsers show it; a line break of the page does not part it either."""
    for content in ("<p>Điều\n  cấm đó</p>", "<p>Điều<br>cấm đó</p>"):
        assert faults(content) == [("trang-co-rac", "Điều cấm đó")]


def test_an_address_that_is_a_title_without_marks_is_judged_with_it() -> None:
    """What reads well with marks may not without."""
    audit = Audit(HOSTS, Wall(), Clean({"dieu-cấm"}))

    assert judged(audit, "dieu-cấm/index.html", b"<p>") == ()
    assert judged(audit, "dieu-cấm-2/index.html", b"<p>")


@pytest.mark.parametrize("path", ["giao-dien/portal.js", "tep/anh.png"])
def test_pictures_and_the_files_of_the_theme_are_not_read_as_text(path: str) -> None:
    """The theme is trusted, and pictures are checked where they are read."""
    assert judged(Audit(HOSTS, Wall(), Clean()), path, b"\xff<iframe>") == ()


@pytest.mark.parametrize("path", ["tim-kiem/texts/4.txt", "en/search/terms/of-cua.txt"])
def test_what_is_searched_was_judged_where_it_was_read(path: str) -> None:
    """The words of texts once more; the page of the search itself is read like any other."""
    assert faults("điều cấm", path) == []
    assert faults("<p>Điều cấm</p>", f"{path.partition('/t')[0]}/index.html") != []
