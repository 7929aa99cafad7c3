"""Writes a tree as HTML, in the very form of Markdown's own serializer."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from xml.etree.ElementTree import HTML_EMPTY

from markdown.serializers import RE_AMP


def to_html(root: ET.Element) -> str:
    """`root` as HTML, with its tail; elements may stand as deep in it as they like."""
    parts: list[str] = []
    waiting: list[ET.Element | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
            continue
        tag, text, tail = one.tag, one.text, one.tail
        parts.append(f"<{tag}{_attributes(one)}>" if one.keys() else f"<{tag}>")
        if text:
            parts.append(_escaped(text))
        end = "" if tag in HTML_EMPTY else f"</{tag}>"
        if tail:
            end += tail if tail == "\n" else _escaped(tail)
        if len(one):
            waiting.append(end)
            waiting.extend(reversed(one))
        else:
            parts.append(end)
    return "".join(parts)


def _attributes(element: ET.Element) -> str:
    # Markdown writes none whose name alone would do.
    return "".join(
        f' {name}="{_escaped(value).replace(chr(34), "&quot;")}"'
        for name, value in sorted(element.items())
    )


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text
