"""Reading the registry of sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.sources.registry import Source, load_sources

FIELDS = {"title": "Báo cáo năm", "publisher": "Sở Nội vụ", "published": "2026-01-15"}


def load(folder: Path, files: dict[str, str]) -> tuple[dict[str, Source], list[tuple[str, int]]]:
    """The sources, and code and line of every fault."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problems = Problems()
    sources = load_sources(content_tree(folder, problems), problems)
    return dict(sources), [(one.code, one.line) for one in problems]


def source(**fields: str) -> str:
    """The text of a source with some fields changed."""
    return "".join(f"{name}: {value}\n" for name, value in {**FIELDS, **fields}.items())


def test_a_source_is_known_by_the_name_of_its_file(tmp_path: Path) -> None:
    """Titles and publishers may have two languages."""
    publisher = "{vi: Sở Nội vụ, en: Department of Home Affairs}"
    sources, faults = load(tmp_path, {"sources/bao-cao.yaml": source(publisher=publisher)})

    assert faults == []
    found = sources["bao-cao"]
    assert found.id == "bao-cao"
    assert found.file.publisher.text("en") == "Department of Home Affairs"
    assert found.file.published is not None
    assert found.file.published.iso() == "2026-01-15"


def test_a_source_may_have_no_known_date_and_no_address(tmp_path: Path) -> None:
    """The first is said in a word, the second is left out."""
    sources, faults = load(tmp_path, {"sources/a.yaml": source(published="unknown")})

    assert faults == []
    assert sources["a"].file.published is None
    assert sources["a"].file.url is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"published": ""}, "truong-rong"),
        ({"published": "2026"}, "ngay-sai"),
        ({"published": "31/02/2026"}, "ngay-sai"),
        ({"published": "không rõ"}, "ngay-sai"),
        ({"published": "1900-01-01"}, "ngay-ngoai-khoang"),
        ({"published": "[2026-01-01]"}, "kieu-sai"),
    ],
)
def test_a_date_that_is_none_is_refused(tmp_path: Path, fields: dict[str, str], code: str) -> None:
    """Readers are told when a source was published."""
    assert load(tmp_path, {"sources/a.yaml": source(**fields)}) == ({}, [(code, 3)])


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "truong-rong"),
        ("[a]", "kieu-sai"),
        ("luat.example", "url-nguon-sai"),
        ("//luat.example/", "url-nguon-sai"),
        ("ftp://luat.example/", "url-nguon-sai"),
        ("javascript:alert(1)", "url-nguon-sai"),
        ("https://a@luat.example/", "url-nguon-sai"),
        ("https://a b.example/", "url-nguon-sai"),
        ("https://luat.example/a b", "url-nguon-sai"),
        ("https://luat.example:8080/", "url-nguon-sai"),
        ("'https://luat.example/\"onclick=x'", "url-nguon-sai"),
        ("'https://[x'", "url-nguon-sai"),
        ("https://localhost/", "url-nguon-sai"),
    ],
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str, code: str) -> None:
    """It becomes a link as it is."""
    assert load(tmp_path, {"sources/a.yaml": source(url=url)}) == ({}, [(code, 4)])


def test_a_name_that_is_no_id_is_told(tmp_path: Path) -> None:
    """No source is left out in silence."""
    assert load(tmp_path, {"sources/Báo cáo.yaml": source()}) == ({}, [("ten-sai", 1)])


def test_one_faulty_source_does_not_hide_another(tmp_path: Path) -> None:
    """All are read, and all faults are told."""
    files = {"sources/a.yaml": "title: a\n", "sources/b.yaml": source()}
    sources, faults = load(tmp_path, files)

    assert list(sources) == ["b"]
    assert faults == [("thieu-truong", 1), ("thieu-truong", 1)]
