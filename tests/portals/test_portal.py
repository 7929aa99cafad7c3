"""The fields of `portal.yaml`."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.base.located import load_located
from plugins.base.problems import Problems
from plugins.base.validation import validated
from plugins.portals.portal import Identity, Portal

FIELDS = {
    "name": "{vi: Cổng xã Mẫu, en: Mẫu commune portal}",
    "agency": "{vi: UBND xã Mẫu, en: People's Committee of Mẫu}",
    "url": "https://mau.example/",
}


def read(**fields: str | None) -> tuple[Identity | None, list[tuple[str, int]]]:
    """The identity with some fields changed (None leaves one out), and its faults."""
    given = {**FIELDS, **fields}
    text = "".join(f"{name}: {value}\n" for name, value in given.items() if value is not None)
    problems = Problems()
    identity = validated(Identity, load_located(text), "portal.yaml", problems)
    return identity, [(one.code, one.line) for one in problems]


def sound(**fields: str) -> Identity:
    """An identity without fault."""
    identity, faults = read(**fields)
    assert faults == []
    assert identity is not None
    return identity


def test_details_that_are_not_supplied_are_left_out() -> None:
    """They are shown as such, and never made up."""
    identity = sound()

    assert (identity.address, identity.phone, identity.email) == (None, None, None)
    assert identity.nav == ()
    assert identity.shares.everything


@pytest.mark.parametrize(
    ("url", "read_as"),
    [
        ("https://mau.example", "https://mau.example/"),
        ("https://mau.example/", "https://mau.example/"),
        ("http://mau.example:8080/xa", "http://mau.example:8080/xa/"),
        ("https://tinh.example/xa/mau/", "https://tinh.example/xa/mau/"),
    ],
)
def test_the_address_is_a_domain_or_a_path_of_one(url: str, read_as: str) -> None:
    """It ends with a slash, so that addresses can be joined to it."""
    assert sound(url=url).url == read_as


@pytest.mark.parametrize(
    "url",
    [
        "mau.example",
        "//mau.example/",
        "ftp://mau.example/",
        "https://",
        "https://mau",
        "https://Mau.example/",
        "https://mẫu.example/",
        "https://a@mau.example/",
        "https://mau.example:99999/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://mau.example:/",
        "'https://[x/'",
        "https://[::1]/",
        "https://mau.example/?a",
        "'https://mau.example/#a'",
        "https://mau.example/../a",
        "https://mau.example//a",
        "https://mau.example/a b",
        "https://mau.example/%2e%2e/",
        "javascript:alert(1)",
        '"https://mau.example/\\"x"',
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    """It goes into canonical links, feeds and the sitemap as it is."""
    assert read(url=url) == (None, [("url-sai", 3)])


@pytest.mark.parametrize(
    ("colours", "code"),
    [
        ('{brand: "#fff"}', "mau-sai"),
        ("{brand: đỏ}", "mau-sai"),
        ('{brand: "#8f1d1f;}body{}"}', "mau-sai"),
        ('{brand: "#d04444"}', "mau-nhat"),
        ("{brand: }", "truong-rong"),
        ("{}", "thieu-truong"),
        ("đỏ", "kieu-sai"),
        ("[đỏ]", "kieu-sai"),
    ],
)
def test_a_colour_that_does_not_serve_is_refused(colours: str, code: str) -> None:
    """Not written as one, or too pale for white text."""
    assert read(colours=colours) == (None, [(code, 4)])


def test_the_contrast_of_a_pale_colour_is_told() -> None:
    """The editor sees how far it is from enough."""
    problems = Problems()
    text = "".join(f"{name}: {value}\n" for name, value in FIELDS.items())
    # 6.98, which must not be told as 7.0.
    pale = load_located(f'{text}colours: {{brand: "#5a5959"}}\n')
    validated(Identity, pale, "portal.yaml", problems)

    assert [one.message("en") for one in problems] == [
        "White text on #5a5959 has a contrast of only 6.9:1."
    ]


def test_a_colour_is_kept_in_small_letters() -> None:
    """Two ways to write one colour make one style sheet."""
    assert sound(colours='{brand: "#8F1D1F"}').colours.brand == "#8f1d1f"


@pytest.mark.parametrize(
    ("shares", "shown"),
    [
        ("all", {"tin", "dat-dai"}),
        ("none", set()),
        ("{categories: [tin]}", {"tin"}),
        ("{categories: []}", set()),
    ],
)
def test_a_portal_shows_the_shared_articles_it_asks_for(shares: str, shown: set[str]) -> None:
    """All, none, or those of some categories."""
    found = sound(shares=shares).shares

    assert {name for name in ("tin", "dat-dai") if found.shows(name)} == shown


@pytest.mark.parametrize(
    ("shares", "codes"),
    [
        ("some", ["chon-sai"]),
        ("", ["truong-rong"]),
        ("[tin]", ["kieu-sai"]),
        ("{}", ["thieu-truong"]),
        ("{categories: tin}", ["kieu-sai"]),
        ("{category: [tin]}", ["khoa-la", "thieu-truong"]),
        ("{categories: [tin], everything: true}", ["khoa-la"]),
        ("{everything: true, categories: [tin]}", ["khoa-la"]),
    ],
)
def test_any_other_wish_is_refused(shares: str, codes: list[str]) -> None:
    """The model's own fields cannot be written either."""
    assert read(shares=shares) == (None, [(code, 4) for code in codes])


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"name": ""}, [("truong-rong", 1)]),
        ({"name": "{}"}, [("truong-rong", 1)]),
        ({"name": "{vi: }"}, [("truong-rong", 1)]),
        ({"name": "[a]"}, [("kieu-sai", 1)]),
        ({"name": "{vn: a}"}, [("khoa-la", 1)]),
        ({"name": None, "url": None}, [("thieu-truong", 1), ("thieu-truong", 1)]),
        ({"nav": "tin"}, [("kieu-sai", 4)]),
        ({"nav": ""}, [("truong-rong", 4)]),
        ({"nav": "[[tin]]"}, [("kieu-sai", 4)]),
        ({"phone": "[1]"}, [("kieu-sai", 4)]),
        ({"email": "xa"}, [("thu-dien-tu-sai", 4)]),
        ({"email": "xa@mau"}, [("thu-dien-tu-sai", 4)]),
        ({"email": "xa@mau.example?bcc=a@b.example"}, [("thu-dien-tu-sai", 4)]),
        ({"phone": "0237 000 0000, 0237 111 1111"}, [("so-may-sai", 4)]),
        ({"phone": "0237 000 0000 - 0237 111 1111"}, [("so-may-sai", 4)]),
        ({"phone": "0237 xxx"}, [("so-may-sai", 4)]),
        ({"phone": "12"}, [("so-may-sai", 4)]),
        ({"phone": "0237 + 1022"}, [("so-may-sai", 4)]),
        ({"emial": "xa@mau.example"}, [("khoa-la", 4)]),
    ],
)
def test_faulty_fields_are_refused(fields: dict[str, Any], faults: list[tuple[str, int]]) -> None:
    """Each with its line."""
    assert read(**fields) == (None, faults)


def test_a_name_in_one_language_serves_both() -> None:
    """The page says in which language it is."""
    name = sound(name="{vi: Cổng xã Mẫu}").name

    assert name.get("vi") == ("Cổng xã Mẫu", "vi")
    assert name.get("en") == ("Cổng xã Mẫu", "vi")
    assert sound(name="{en: Portal}").name.get("vi") == ("Portal", "en")
    assert sound(name="Cổng").name.text("en") == "Cổng"


def test_a_portal_knows_where_it_is_written() -> None:
    """Problems found later name that file."""
    assert Portal("xa", sound()).path == "portals/xa/portal.yaml"
