"""Letters that are written as references and escapes have the faults of the letters themselves."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.spelling.faults import find_faults, mended
from plugins.spelling.prose import uncoded
from plugins.spelling.written import written

FRONT = '---\ntitle: "Nhà\\u200b nước"\n---\n'


@pytest.mark.parametrize(
    ("text", "code", "found", "repaired"),
    [
        ("Xin &#x202e;chào", "ky-tu-an", "⟨&#x202e;⟩chào", "chào"),
        ("Nhà &#8203nước", "ky-tu-an", "⟨&#8203⟩nước", "nước"),
        ("nước&shy; ta", "ky-tu-an", "nước⟨&shy;⟩", "nước"),
        ("nước&#x000000000000feff; ta", "ky-tu-an", "nước⟨&#x000000000000feff;⟩", "nước"),
        ("nh&#x430; nước", "chu-gia", "nhа", "nha"),
        ("nhà&nbsp;nước", "cach-khong-ngat", "nhà⟨&nbsp;⟩nước", "nhà nước"),
        (FRONT, "ky-tu-an", "Nhà⟨\\u200b⟩", "Nhà"),
        (FRONT.replace("\\u200b", "\\U0000200B"), "ky-tu-an", "Nhà⟨\\U0000200B⟩", "Nhà"),
        (FRONT.replace("\\u200b", "\\xad"), "ky-tu-an", "Nhà⟨\\xad⟩", "Nhà"),
    ],
)
def test_a_letter_is_found_however_it_is_written(
    text: str, code: str, found: str, repaired: str
) -> None:
    """The message quotes what the file holds, and mending takes just that out."""
    (fault,) = find_faults(text, "vi")

    assert (fault.code, fault.found, fault.repaired) == (code, found, repaired)
    assert find_faults(mended(text, "vi"), "vi") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mã `&#8203;` đó",
        "```\n&#8203;\n```",
        "Mã:\n\n    &#8203;\n",
        "Viết &amp;#8203; hay \\u200b",
        FRONT.replace("\\u", "\\\\u"),
        "Nh&agrave; n&#432;&#7899;c &lt; 5 &unknown;",
        "---\ntitle: 'Viết \\u200b để chèn'\n---\n",
        '---\ntitle: 5" \\u200b để "chèn"\n---\n',
        '---\n# Viết "\\u200b" để chèn\ntitle: a\n---\n',
        '---\ntitle: "\\ud800 \\UFFFFFFFF"\n---\n',
    ],
)
def test_what_is_shown_as_it_is_written_is_no_fault(text: str) -> None:
    """Code, escaped signs and plain letters are left alone."""
    assert find_faults(text, "vi") == ()


def test_escapes_are_read_up_to_where_the_yaml_is_broken() -> None:
    """What is told of the break comes first; a file of brackets is given up in a moment."""
    began = process_time()
    shown = written(f'- "é😀\\u200b"\n- "b\\u200b"\n- {"[" * 100_000}"\\u200b', "data")

    assert shown.text.startswith('- "é😀\u200b"\n- "b\u200b"\n')
    assert shown.text.endswith('"\\u200b')
    assert process_time() - began < 1


@given(st.lists(st.sampled_from(["a", "&#8203;", "&eacute;", "&shy", "\n", "`", " ", "&", "é"])))
def test_places_lead_back_to_the_file(parts: list[str]) -> None:
    """Every letter that is written as itself is found at its place, and lines stay lines."""
    text = "".join(parts)
    shown = written(text, "vi")

    assert shown.text.count("\n") == text.count("\n")
    for place, letter in enumerate(shown.text):
        start, end = shown.span(place, place + 1)
        assert text[start:end] == letter or text[start] == "&"
        assert shown.span(place, place)[0] == start


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\n\n    code\n    more\n\nb", ["    code", "    more"]),
        ("- a\n\n    words\n\n        code\n", ["        code"]),
        ("a\n    words", []),
        ("---\na:\n\n    b\n---\n\tcode", ["\tcode"]),
        ("- a\n\nb\n\n    code", ["    code"]),
    ],
)
def test_indented_code_is_known(text: str, code: list[str]) -> None:
    """What belongs to an item of a list is none."""
    lines = zip(text.split("\n"), uncoded(text, "vi").split("\n"), strict=True)

    assert [line for line, left in lines if line.strip() and not left.strip()] == code
