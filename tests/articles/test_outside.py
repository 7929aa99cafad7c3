"""Where texts may link to outside, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from plugins.articles.outside import AllowedHost, last_day, load_allowed_hosts, may_link
from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.languages.clock import TIME_ZONE

ENTRY = "- {{host: {}, why: Văn bản, by: Ban biên tập, until: 2026-12-31}}\n"


def load(folder: Path, text: str | None) -> tuple[Mapping[str, AllowedHost], list[tuple[int, str]]]:
    """The hosts of a text (None writes none), and line and code of every fault."""
    if text is not None:
        (folder / "links.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    hosts = load_allowed_hosts(content_tree(folder, problems), problems)
    return hosts, [(one.line, one.code) for one in problems]


@pytest.mark.parametrize("text", [None, "", "# chưa có\n", "[]\n"])
def test_without_a_list_no_host_may_be_linked(tmp_path: Path, text: str | None) -> None:
    """No list is no fault."""
    assert load(tmp_path, text) == ({}, [])


def test_a_host_may_be_linked_through_its_last_day(tmp_path: Path) -> None:
    """In Việt Nam, whatever the hour."""
    hosts, faults = load(tmp_path, ENTRY.format("luat.example"))

    assert faults == []
    assert may_link("luat.example", hosts, datetime(2026, 12, 31, 23, 59, tzinfo=TIME_ZONE))
    assert not may_link("luat.example", hosts, datetime(2027, 1, 1, tzinfo=TIME_ZONE))


def test_an_entry_knows_its_last_day(tmp_path: Path) -> None:
    """As editors write days."""
    hosts, _ = load(tmp_path, ENTRY.format("luat.example"))

    assert last_day(hosts["luat.example"]) == "2026-12-31"


@pytest.mark.parametrize("host", ["com.example", "gov.thanhhoa.example", "a1.example", "vnpt.vn"])
def test_the_name_of_somebody_is_a_host(tmp_path: Path, host: str) -> None:
    """Whatever words it holds."""
    assert load(tmp_path, ENTRY.format(host))[1] == []


@pytest.mark.parametrize("host", ["example", "a.luat.example", "luat.example.xau.example", ""])
def test_other_hosts_may_not(tmp_path: Path, host: str) -> None:
    """Neither those below it nor those that begin or end like it."""
    hosts, _ = load(tmp_path, ENTRY.format("luat.example"))

    assert not may_link(host, hosts, datetime(2026, 1, 1, tzinfo=TIME_ZONE))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("luat.example\n", [(1, "dang-sai")]),
        ("host: luat.example\n", [(1, "dang-sai")]),
        ("- luat.example\n", [(1, "dang-sai")]),
        ("- [luat.example]\n", [(1, "dang-sai")]),
        (ENTRY.format("https://luat.example"), [(1, "may-chu-sai")]),
        (ENTRY.format("Luat.example"), [(1, "may-chu-sai")]),
        (ENTRY.format("'*.luat.example'"), [(1, "may-chu-sai")]),
        (ENTRY.format("luat"), [(1, "may-chu-sai")]),
        (ENTRY.format("vn"), [(1, "may-chu-sai")]),
        (ENTRY.format("com.vn"), [(1, "may-chu-sai")]),
        (ENTRY.format("gov.vn"), [(1, "may-chu-sai")]),
        (ENTRY.format("203.0.113.9"), [(1, "may-chu-sai")]),
        (ENTRY.format("luat.example."), [(1, "may-chu-sai")]),
        (ENTRY.format("luật.example"), [(1, "may-chu-sai")]),
        (ENTRY.format("'luat.example:8443'"), [(1, "may-chu-sai")]),
        (ENTRY.format("a@luat.example"), [(1, "may-chu-sai")]),
        (ENTRY.format("a" * 64 + ".example"), [(1, "may-chu-sai")]),
        (ENTRY.format("a." * 127 + "example"), [(1, "may-chu-sai")]),
        (ENTRY.format(""), [(1, "truong-rong")]),
        (ENTRY.format("luat.example") + "- host: a.example\n", [(2, "thieu-truong")] * 3),
        (ENTRY.format("luat.example").replace("2026-12-31", "mãi mãi"), [(1, "ngay-sai")]),
        (
            ENTRY.format("luat.example").replace("why", "vi-sao"),
            [(1, "khoa-la"), (1, "thieu-truong")],
        ),
        (ENTRY.format("luat.example") * 2, [(2, "muc-trung")]),
    ],
)
def test_a_faulty_entry_is_told(tmp_path: Path, text: str, faults: list[tuple[int, str]]) -> None:
    """A host is allowed only with why, by whom and until when."""
    assert load(tmp_path, text)[1] == faults


def test_fields_are_named_as_the_file_names_them(tmp_path: Path) -> None:
    """The list has no name in the file, so none is told."""
    (tmp_path / "links.yaml").write_text("- {hots: a.example}\n", encoding="utf-8")
    problems = Problems()
    load_allowed_hosts(content_tree(tmp_path, problems), problems)

    assert [one.fix("en") for one in problems if one.code == "khoa-la"] == [
        "Did you mean 'host'? Rename or delete it; there are: host, why, by, until, portals."
    ]
    assert any(one.message("en") == "The field 'until' is missing." for one in problems)
