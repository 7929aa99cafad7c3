"""The few pages of the server's own: a list of the portals, and 'not yet' and 'not here'."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import say
from plugins.serve.live import RESERVED


def start_page(portals: Mapping[str, str], language: MessageLanguage) -> bytes:
    """The portals by id, with their names, as links."""
    items = "".join(
        f'<li><a href="/{escape(portal)}/">{escape(name)}</a> <code>{escape(portal)}</code></li>\n'
        for portal, name in portals.items()
    )
    return _page(say(language, "serve-portals"), f"<ul>\n{items}</ul>", language)


def plain_page(name: str, language: MessageLanguage) -> bytes:
    """A page that says one thing: 'waiting' or 'nothing'."""
    text = escape(say(language, f"serve-{name}-text"))
    return _page(say(language, f"serve-{name}"), f"<p>{text}</p>", language)


def _page(title: str, body: str, language: MessageLanguage) -> bytes:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="/{RESERVED}/plain.css">\n'
        f"</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()
