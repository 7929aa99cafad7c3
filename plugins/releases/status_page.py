"""A page that says how the watched portals stand."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.releases.findings import Report, State
from plugins.releases.messages import say

# Of one portal; `verify` tells the rest.
_MOST_SHOWN: Final = 20
_WORST_FIRST: Final[tuple[State, ...]] = ("wrong", "away", "unguarded", "right")
_STYLE: Final = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4em .8em;"
    "border-bottom:1px solid #bbb;vertical-align:top}.wrong{background:#fbe3e3}"
    ".away{background:#e3e3e3}.unguarded{background:#fbf3d3}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}.wrong{background:#511}"
    ".away{background:#444}.unguarded{background:#431}}"
)


def status_page(
    reports: Sequence[Report], now: datetime, every: int, language: MessageLanguage
) -> str:
    """The page; it loads itself anew, and portals that are not as they should be come first."""
    title = say(language, "status-title")
    state = _sum(reports, language)
    heads = "".join(
        f'<th scope="col">{html.escape(say(language, name))}</th>'
        for name in ("status-place", "status-state", "status-seq", "status-seconds")
    )
    rows = "\n".join(
        _row(one, language)
        for one in sorted(reports, key=lambda one: (_WORST_FIRST.index(one.state), one.place))
    )
    when = html.escape(say(language, "status-when", when=f"{now:%d/%m/%Y %H:%M:%S}"))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f'<meta http-equiv="refresh" content="{every}">\n'
        f"<title>{html.escape(state)}</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{html.escape(title)}</h1>\n<p><strong>{html.escape(state)}</strong> {when}</p>\n"
        f"<table>\n<tr>{heads}</tr>\n{rows}\n</table>\n"
    )


def _sum(reports: Sequence[Report], language: MessageLanguage) -> str:
    """How many portals are not as they should be, or that none is."""
    states = [one.state for one in reports]
    told = []
    for state in _WORST_FIRST[:-1]:
        count = states.count(state)
        name = f"status-{state}-one" if count == 1 else f"status-{state}"
        told += [say(language, name, count=count)] if count else []
    return " ".join(told) or say(language, "status-right")


def _row(report: Report, language: MessageLanguage) -> str:
    kind = "" if report.state == "right" else f' class="{report.state}"'
    cells = [html.escape(report.place), _state(report, language)]
    cells += [str(report.seq or "–"), f"{report.seconds:.1f}"]
    return f"<tr{kind}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _state(report: Report, language: MessageLanguage) -> str:
    """That all is right, or what is not, a line each."""
    if not report.findings:
        return html.escape(say(language, "status-ok"))
    shown = report.findings[:_MOST_SHOWN]
    lines = [f"{one.path} {one.sentence(language)}".strip() for one in shown]
    if len(report.findings) > len(shown):
        lines.append(say(language, "more", count=len(report.findings) - len(shown)))
    return "<br>".join(map(html.escape, lines))
