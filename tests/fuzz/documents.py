"""Random content: nasty fragments put together, and real files that are changed a little."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random
from typing import Final

from tests.conftest import CONTENT, ROOT, article

_SCRIPT: Final = "javascript:alert(1)"
_ADDRESSES: Final = (
    _SCRIPT, "JaVa&Tab;ScRiPt:alert(1)", "data:text/html,<script>1</script>", "//xau.example/",
    "https:\\\\xau.example", "https://luat.example@xau.example", "https://luat.example/",
    "https://xau.example/", "{filename}/articles/dat-dai/index.vi.md", "{filename}../../x.md",
    "{static}/../../outside", "{attach}a", "{bogus}b", "#a", "#_main", "#fn:1", "", "vbscript:x",
    "mailto:a@b.example", "tel:1", "&#106;avascript:x", "\x01javascript:x", 'a"onclick=x "',
)  # fmt: skip
_TAGS: Final = (
    "script style iframe svg math form input base meta link object embed template noscript title "
    "textarea xmp plaintext p div span b a img table tr td th ul li pre code details select option "
    "mtext mglyph foreignObject annotation-xml br hr h1 h2 body html head frameset x-y"
).split()  # fmt: skip
_ATTRIBUTES: Final = (
    "onclick", "onerror", "style", "href", "src", "srcset", "id", "class", "name", "hidden",
    "title", "alt", "xlink:href", "formaction", "lang", "align", "http-equiv", "target", "@x",
)  # fmt: skip
_VALUES: Final = ("a", "_main", "alert(1)", "x:expression(1)", "<b>", "'", '"', "fn:1", "footnote")
_MARKDOWN: Final = (
    "# ", "## Một", "- ", "* ", "1. ", "> ", "    ", "\t", "```", "~~~html", "`", "``", "**", "_",
    "***", "|", "--|--", "a | b\n--|--\n1 | 2", "[^1]", "[^1]: ghi", "[a]", "[a]: ", "*[HTML]: x",
    "HTML", "![", "](", ")", "[", "]", "<", ">", "&", "&lt;", "&#60;", "&#0;", "&#xE000;", "\\",
    "/// comparison | bang\n///", "/// comparison |", "///", "/// x | y", "---", "===", ":   đ",
    "{{ site }}", "{% raw %}", "%(a)s", "{0}", "<!--", "-->", "<![CDATA[", "]]>", "<?php", "?>",
    "<!DOCTYPE", "<!", "</", "/>", "\x02", "\x03", "\ue000l0\ue001", "wzxhzdk:0", "klzzwxh:0001",
    "qq1:qq", "đường", "ê\u0302", "\u200b", "\u202e", "😀", "\xa0", "a" * 300, "[" * 60, "- " * 60,
)  # fmt: skip
_FIELDS: Final = (
    "title", "date", "category", "summary", "sources", "tags", "author", "slug", "modified",
    "expires", "status", "pinned", "image", "translation_of", "aliases", "save_as", "template",
)  # fmt: skip
_FIELD_VALUES: Final = (
    "", "x", "..", "../../x", "/etc/passwd", "2026-11-01", "2026-02-30", "9999-12-31", "0001-01-01",
    "true", "[bao]", "[a, b]", "{a: b}", "&a [*a]", "!!python/object:os.system x", "'", '"', "|",
    "</script><script>alert(1)</script>", "</title><b>", "]]>", "&amp;", "\u2028", "\x00", "%", "index",
    "draft", "published", "{{ 7*7 }}", "tin", "dat-dai", "thue", "bao", "a.png", "=1+1", "@x", "@", "`", "null",
)  # fmt: skip
_PICTURES: Final = ("a.png", "a.svg", "a.html", ".a.png", "A.PNG", "a b.png", "-a.png", "a.png.js")
_MARKS = re.compile("[\ue000\ue001]")
_MOST_PARTS: Final = 30
_REAL: Final = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "content").rglob("*.md"))
    if path.name.startswith("index.")
)
_DATA: Final = tuple(name for name in CONTENT if name.endswith(".yaml"))


def random_files(random: Random) -> Mapping[str, str]:
    """One to three files to write over the small content folder of the tests."""
    files = {"articles/thu/index.vi.md": _random_article(random)}
    if random.random() < 0.3:
        name = random.choice(_DATA)
        files[name] = _changed(CONTENT[name], random)
    if random.random() < 0.1:
        files[f"articles/thu/{random.choice(_PICTURES)}"] = _markup(random)
    return files


def random_markup(random: Random) -> str:
    """HTML as bad as it gets, without the characters that no file of the content may hold."""
    parts = (
        _element(random) if random.random() < 0.7 else random.choice(_MARKDOWN)
        for _ in range(random.randint(1, _MOST_PARTS))
    )
    return _MARKS.sub("", "".join(parts))


def _random_article(random: Random) -> str:
    kind = random.random()
    if kind < 0.3:
        return _changed(random.choice(_REAL), random)
    fields = {}
    if kind < 0.6:
        for _ in range(random.randint(1, 3)):
            fields[random.choice(_FIELDS)] = random.choice(_FIELD_VALUES)
    title = fields.pop("title", "Bài thử")
    return article(title, _markup(random, random.choice((2, 5, _MOST_PARTS))), **fields)


def _markup(random: Random, most: int = _MOST_PARTS) -> str:
    parts = (
        random.choice((_element, _link, _sign, _sign, _sign))(random)
        + random.choice(("", "", " ", "\n", "\n\n", "\n    "))
        for _ in range(random.randint(1, most))
    )
    return "".join(parts)


def _sign(random: Random) -> str:
    return random.choice(_MARKDOWN)


def _link(random: Random) -> str:
    text, address = random.choice(_MARKDOWN), random.choice(_ADDRESSES)
    form = random.choice(("[{}]({})", "![{}]({})", "[{}][a]\n\n[a]: {}", "{}<{}>", '[{}]({} "x")'))
    return form.format(text, address)


def _element(random: Random) -> str:
    tag = random.choice(_TAGS)
    names = random.choices(_ATTRIBUTES, k=random.randint(0, 3))
    quote = random.choice(('"', "'", ""))
    values = (f"{quote}{random.choice(_ADDRESSES + _VALUES)}{quote}" for _ in names)
    attributes = "".join(f" {name}={value}" for name, value in zip(names, values, strict=True))
    end = random.choice(("", f"</{tag}>", f"</{random.choice(_TAGS)}>"))
    return f"<{tag}{attributes}{random.choice(('>', '>', '/>', ''))}{random.choice(_MARKDOWN)}{end}"


def _changed(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.randrange(40))
        new = random.choice(
            (
                "",
                _sign(random),
                _markup(random, 3),
                text[start:end] * 2,
                random.choice(_FIELD_VALUES),
                "\n",
                ": ",
            )
        )
        text = text[:start] + new + text[end:]
    return text
