"""`check --fix` mends what is safe, shows it, and leaves all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.check import check
from plugins.builds.content import load_content
from plugins.builds.fix import difference, fixed_bytes
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import parse_clock
from tests.bad_inputs.legacy import encode_legacy
from tests.conftest import CLOCK, Site, article

PATH = "articles/moi/index.vi.md"


def run(site: Site, monkeypatch: pytest.MonkeyPatch, *paths: str) -> int:
    """Call `check --fix` in the folder of the site."""
    monkeypatch.chdir(site.folder)
    return check(paths, "content", "text", fix=True)


def test_safe_faults_are_mended_and_shown(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The difference names what cannot be seen, and what remains is reported."""
    site.write({PATH: article(body="Ch\u200bính phủ tửlà gì.")})
    untouched = (site.content / "vocabulary.yaml").stat().st_mtime_ns

    code = run(site, monkeypatch)

    said = capsys.readouterr()
    assert code == 0
    assert (site.content / PATH).read_text(encoding="utf-8").endswith("Chính phủ tửlà gì.\n")
    assert "-Ch⟨U+200B⟩ính phủ" in said.out
    assert "+Chính phủ" in said.out
    assert "[am-tiet-dinh]" in said.err
    assert (site.content / "vocabulary.yaml").stat().st_mtime_ns == untouched


def test_files_elsewhere_are_left_alone(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a link nor a file that was not asked for is changed."""
    site.write({PATH: article(body="Ch\u200bính."), "articles/kia/index.vi.md": "Ch\u200bính."})
    outside = site.folder / "ngoai.md"
    outside.write_text("Ch\u200bính.", encoding="utf-8")
    link = site.content / "articles/moi/index.en.md"
    link.symlink_to(outside)

    run(site, monkeypatch, f"content/{PATH}")

    assert "\u200b" in outside.read_text(encoding="utf-8")
    assert link.is_symlink()
    assert "\u200b" in (site.content / "articles/kia/index.vi.md").read_text(encoding="utf-8")
    assert "\u200b" not in (site.content / PATH).read_text(encoding="utf-8")


def test_fix_and_json_do_not_go_together(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both would speak on standard output."""
    monkeypatch.chdir(site.folder)

    assert check((), "content", "json", fix=True) == 2


@pytest.mark.parametrize(
    ("data", "fixed"),
    [
        ("\ufeffla\u0300\r\n".encode(), "\ufefflà\r\n".encode()),
        ("Việt\n".encode("utf-16"), "Việt\n".encode()),
        ("---\na: b\u2028c\n---\nd\u2028e\x0bf\n".encode(), b"---\na: b c\n---\nd\ne\nf\n"),
        (
            "---\r\na: b\u2028c\r\n---\r\nd\u2029e\r\n".encode(),
            b"---\r\na: b c\r\n---\r\nd\r\n\r\ne\r\n",
        ),
        (b"---\na: b\x0cc\n---\nd\x0ce\n", b"---\na: b c\n---\nd\n\ne\n"),
        (b"a\x0c\x0c- b\n\x0c\n", b"a\n\n\n\n- b\n\n\n\n"),
        ("Họ tên\u2028___\u2028__a__\x0bb\n".encode(), "Họ tên ___ __a__\nb\n".encode()),
        (b"| a\x0bb | 2 |\n## c\x0bd\n- e\x0bf\n", b"| a b | 2 |\n## c d\n- e f\n"),
        (b"a\x0b# b\x0b> c\x0b1. d\x0b- e\x0bf\n", b"a # b > c 1. d - e\nf\n"),
        (b"[a\x0bb](#c)\n\n## c\x0cd\n", b"[a b](#c)\n\n## c\n\nd\n"),
        (b"| a\x0bb | c\x0c d |\n", b"| a b | c  d |\n"),
        ("- a\u2029b\x0c- c\x0c# d\n".encode(), b"- a b\n\n- c\n\n# d\n"),
        (b"Qu\xfd l\xe0", None),
        (b"Ch\xddnh ph\xf1 \xaei\xd6n t\xf6", None),
    ],
)
def test_bytes_keep_their_form(data: bytes, fixed: bytes | None) -> None:
    """Line ends and the byte order mark stay; only a sure encoding is decoded."""
    assert fixed_bytes(data, Path(PATH).as_posix()) == (data if fixed is None else fixed)


def test_a_file_in_another_encoding_is_shown_as_it_reads() -> None:
    """Not with the signs that its bytes would be in UTF-8."""
    text = "title: Việt\nsource: a\n"

    assert difference(text.encode("utf-16"), text.encode(), "a.yaml") == (
        "--- a.yaml (UTF-16)\n+++ a.yaml (UTF-8)\n+title: Việt\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Chính phủ \u200b# điện tử",
        "Chính phủ:\u200b điện tử\u200b",
        "\u200b[Chính phủ điện tử]",
        "\u200b'Chính phủ' điện tử",
    ],
)
def test_what_would_say_something_else_is_left_and_told(
    title: str,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An invisible character may be all that keeps a value from being something else in YAML."""
    site.write({PATH: article(title=title)})
    before = (site.content / PATH).read_bytes()

    code = run(site, monkeypatch)

    said = capsys.readouterr()
    assert code == 1
    assert (site.content / PATH).read_bytes() == before
    assert PATH in said.err
    assert "[ky-tu-an]" in said.err


def test_references_and_escapes_are_mended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are taken out where nobody sees them, and the rest stays as it is written."""
    site.write({PATH: article(title='"Ch\\u200bính phủ"', body="Ti&shy;ếng Việt &amp; &eacute;.")})

    assert run(site, monkeypatch) == 0

    text = (site.content / PATH).read_text(encoding="utf-8")
    assert 'title: "Chính phủ"\n' in text
    assert text.endswith("Tiếng Việt &amp; &eacute;.\n")


@pytest.mark.parametrize("title", ["Chính\\u200bphủ", "'Viết \\u200b để chèn'"])
def test_an_escape_outside_double_quotes_is_words(
    title: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """YAML shows it as it is written: nothing is hidden there, and nothing is to be mended."""
    site.write({PATH: article(title=title)})
    before = (site.content / PATH).read_bytes()

    assert run(site, monkeypatch) == 0
    assert (site.content / PATH).read_bytes() == before


@pytest.mark.parametrize(
    ("data", "message", "fix"),
    [
        (
            encode_legacy("Thủ tướng ký\n", "tcvn3"),
            "Tệp dùng bảng mã TCVN3 (ABC), đọc đúng là 'Thủ tướng ký'.",
            "Mở bằng UniKey, chuyển từ TCVN3 (ABC) sang Unicode rồi lưu UTF-8.",
        ),
        (
            "Thủ tướng ký\n".encode("utf-16"),
            "Tệp dùng bảng mã UTF-16, đọc đúng là 'Thủ tướng ký'.",
            "Chạy 'check --fix' để chuyển tệp sang UTF-8.",
        ),
        (
            "Văn bản mới.\n".encode() + encode_legacy("Thủ tướng ký\n", "tcvn3"),
            "Dòng này không phải UTF-8; có vẻ là TCVN3 (ABC), đọc là 'Thủ tướng ký'.",
            "Gõ lại dòng này.",
        ),
        ("Văn bản mới.\n".encode() + b"a\xff\n", "Dòng này không phải UTF-8.", "Gõ lại dòng này."),
        (
            "Crème brûlée, déjà vu, où\n".encode("latin-1"),
            "Tệp không dùng bảng mã UTF-8.",
            "Khi lưu tệp, chọn bảng mã UTF-8.",
        ),
    ],
)
def test_the_cure_of_an_encoding_is_one_that_works(
    site: Site, data: bytes, message: str, fix: str
) -> None:
    """`--fix` is offered where it converts the file, and a pasted line is read by itself."""
    site.write({PATH: data})
    problems = Problems()
    load_content(site.content, parse_clock(CLOCK), KeptTexts(Store(None), 1), problems)

    told = [one for one in problems if one.code == "tep-khong-utf8"]
    assert [(one.message("vi"), one.fix("vi")) for one in told] == [(message, fix)]
    assert (fixed_bytes(data, PATH) != data) == ("--fix" in fix)
