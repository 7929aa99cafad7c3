"""Pictures and sources that nothing shows are told."""

from __future__ import annotations

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import parse_clock
from tests.conftest import CLOCK, CONTENT, PNG, Site, article

TEXT = "articles/x/index.vi.md"
PICTURE = "articles/x/anh lễ.png"
SHOWN = "![Lễ]({static}anh%20lễ.png)"
SOURCE = "sources/moi.yaml"
UNUSED = frozenset({"anh-khong-dung", "nguon-khong-dung"})


@pytest.fixture
def site(site: Site) -> Site:
    """With a picture and a source that nothing shows as yet."""
    return site.write({TEXT: article(), PICTURE: PNG, SOURCE: CONTENT["sources/bao.yaml"]})


def told(site: Site) -> list[tuple[str, str]]:
    """What is told as unused."""
    problems = Problems()
    load_content(site.content, parse_clock(CLOCK), KeptTexts(Store(None), 1), problems)
    return [(one.path, one.code) for one in problems if one.code in UNUSED]


def test_what_nothing_shows_is_told(site: Site) -> None:
    """It stands in no page, and nobody would learn why."""
    assert told(site) == [(PICTURE, "anh-khong-dung"), (SOURCE, "nguon-khong-dung")]
    assert site.check().code == 0


@pytest.mark.parametrize(
    "fields",
    [{}, {"status": "draft"}, {"date": "2027-01-01"}, {"expires": "2026-11-21"}],
    ids=["published", "draft", "scheduled", "expired"],
)
def test_a_text_uses_what_it_names_whether_it_is_shown_today_or_not(
    site: Site, fields: dict[str, str]
) -> None:
    """What waits for its day is no litter."""
    site.write({TEXT: article(body=SHOWN, sources="[moi]", **fields)})
    assert told(site) == []

    site.write({TEXT: article(image="anh lễ.png", sources="[moi]", **fields)})
    assert told(site) == []


def test_another_text_or_a_table_may_use_it(site: Site) -> None:
    """Wherever it lies."""
    table = CONTENT["comparisons/bang.yaml"].replace("source: bao", "source: moi")
    link = "![Lễ]({static}../x/anh%20lễ.png)"
    site.write({"comparisons/bang.yaml": table, "articles/y/index.vi.md": article("Hai", link)})

    assert told(site) == []


@pytest.mark.parametrize(
    "text",
    [
        article(date="mai"),
        article(body="![Lễ]({static}anh%20le.png)"),
        "---\ntitle: [",
        article().encode("utf-16"),
        b"\xff" * 90,
    ],
    ids=["date", "misspelt", "broken", "utf-16", "noise"],
)
def test_a_text_at_fault_leaves_the_pictures_beside_it_unblamed(
    site: Site, text: str | bytes
) -> None:
    """It may be meant to show them; the picture of another folder is told all the same."""
    site.write({"articles/y/index.vi.md": article("Hai"), "articles/y/b.png": PNG, TEXT: text})

    assert ("articles/y/b.png", "anh-khong-dung") in told(site)
    assert (PICTURE, "anh-khong-dung") not in told(site)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_a_text_at_fault_names_is_not_told(site: Site, encoding: str) -> None:
    """Of whatever folder it is, and whatever of the text can be read."""
    broken = article(date="mai", image="../x/anh.png", sources="[moi]")
    site.write({"articles/x/anh.png": PNG, "articles/y/index.vi.md": broken.encode(encoding)})

    assert told(site) == [(PICTURE, "anh-khong-dung")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("articles/y/index.vi.md", article("Hai", sources="[moii]")),
        ("comparisons/bang.yaml", CONTENT["comparisons/bang.yaml"].replace("bao", "moii")),
        ("articles/y.md", article("Hai", sources="[moi]")),
    ],
)
def test_no_source_is_told_while_a_file_that_may_cite_it_is_not_read(
    site: Site, path: str, text: str
) -> None:
    """The id may be misspelt there."""
    site.write({path: text})

    assert SOURCE not in dict(told(site))


def test_a_source_at_fault_is_told_by_its_fault_alone(site: Site) -> None:
    """And so is a picture."""
    site.write({SOURCE: "title: [", PICTURE: b"<html>"})

    assert told(site) == []


def test_who_checks_some_files_hears_of_nothing_unused(site: Site) -> None:
    """The other texts are not read for that."""
    outcome = site.check(f"content/{TEXT}", f"content/{PICTURE}", f"content/{SOURCE}")

    assert outcome.problems == []
