"""What a page gets on its way to the browser."""

from __future__ import annotations

from plugins.serve.live import live_file, with_live_script

PAGE = (
    b"<!doctype html><html><head><title>T</title>\n</head>\n<body>&lt;/head> </head></body></html>"
)


def test_the_script_stands_once_at_the_end_of_the_head() -> None:
    """All else of the page stays as it is."""
    made = with_live_script(PAGE, "17", "/")
    script = b'<script src="/__serve/live.js" data-version="17" defer></script>\n'

    assert made == PAGE.replace(b"</head>", script + b"</head>", 1)


def test_a_page_without_a_head_gets_the_script_too() -> None:
    """A broken page must be able to mend itself."""
    assert with_live_script(b"x", "17", "/").startswith(b"x<script ")


def test_a_page_for_wrong_addresses_finds_its_files_here() -> None:
    """The path of the published portal gives way to the one on this server, in the head alone."""
    page = b'<head><base href="/nhu-thanh/"></head><body>&lt;base <base href="/x/"></body>'

    made = with_live_script(page, "17", "/xa/")

    assert b'<head><base href="/xa/">' in made
    assert b'<base href="/x/">' in made


def test_only_its_own_files_are_given() -> None:
    """A name of another file is none, wherever it leads."""
    assert live_file("live.js")
    assert live_file("live.css")
    assert live_file("../live.py") is None
    assert live_file("") is None
