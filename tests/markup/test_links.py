"""What the addresses that editors write lead to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.body import LinkSlot
from plugins.markup.links import content_target, read_link

PATH = "articles/thu/index.vi.md"


@pytest.mark.parametrize(
    ("raw", "kind", "target", "fragment"),
    [
        ("{filename}/articles/a/index.vi.md", "file", "articles/a/index.vi.md", ""),
        ("{filename}/articles/a/index.vi.md#muc", "file", "articles/a/index.vi.md", "muc"),
        ("{filename}../a/index.vi.md", "file", "articles/a/index.vi.md", ""),
        ("{filename}index.en.md", "file", "articles/thu/index.en.md", ""),
        ("{filename}/articles/./a//index.vi.md", "file", "articles/a/index.vi.md", ""),
        ("{static}anh%20m%E1%BB%9Bi.png", "static", "articles/thu/anh mới.png", ""),
        ("#muc", "fragment", "", "muc"),
        ("#m%E1%BB%A5c", "fragment", "", "mục"),
        ("https://luat.example/a?b#c", "outside", "luat.example", ""),
        ("HTTP://Luat.Example/:80", "outside", "luat.example", ""),
        ("https://luat.example./", "outside", "luat.example.", ""),
        ("https://ｌuat.example/", "outside", "ｌuat.example", ""),
        ("https://xn--lut-una.example/", "outside", "xn--lut-una.example", ""),
        ("https://203.0.113.9/", "outside", "203.0.113.9", ""),
        ("https://3405803785/", "outside", "3405803785", ""),
        ("https://[2001:db8::1]/", "wrong", "", ""),
        ("mailto:xa@mau.example?subject=a", "contact", "mailto:xa@mau.example?subject=a", ""),
        (
            "mailto:xa@mau.example?subject=H%E1%BB%8Fi%20a&body=b",
            "contact",
            "mailto:xa@mau.example?subject=H%E1%BB%8Fi%20a&body=b",
            "",
        ),
        ("tel:+84 237 123", "contact", "tel:+84 237 123", ""),
    ],
)
def test_an_address_leads_where_it_says(raw: str, kind: str, target: str, fragment: str) -> None:
    """Places of the content, sections, hosts and contacts are told apart."""
    assert read_link(raw, PATH, picture=False) == LinkSlot(kind, raw, target, fragment)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "#",
        "# a",
        "tin-tuc/",
        "/tin-tuc/",
        "//luat.example/",
        "\\\\luat.example\\",
        "https:/luat.example/",
        "https:luat.example",
        "https://",
        "https://luat.example@xau.example/",
        "https://luat.example\\@xau.example/",
        "https://lu%61t.example/",
        "https://luat.example%00.evil/",
        "https://luat.example%20/",
        "https://xn--/",
        "https://luat.xn--.example/",
        "https://luat..example/",
        "https://.example/",
        "https://256.256.256.256/",
        "https://1.2.3.9999/",
        "https://[evil]/",
        "https://luat.example:99999/",
        "https://luat.example:8443/",
        "https:\\\\xau.example",
        "https://luat.example\\.xau.example/",
        "https://luat.exa\tmple/",
        "https://luat.exa\nmple/",
        "https:/\n/xau.example/",
        " //xau.example/",
        "https://[x/",
        "ftp://luat.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:",
        "mailto:xa",
        "mailto:xa@mau.example?cc=la@la.example",
        "mailto:xa@mau.example?cc=la%40la.example",
        "mailto:xa@mau.example?subject=a&bcc=la%40la.example",
        "mailto:xa@mau.example%0abcc:x",
        "mailto:xa@mau.example%0D%0Abcc:x",
        "mailto:xa%0a@mau.example",
        "mailto:xa@mau.example?subject=a%0Abcc:la",
        "mailto:xa@mau.example?subject=a%00",
        "mailto:xa@mau.example?subject=a%E2%80%A8b",
        "mailto:xa@mau.example?subject",
        "mailto:xa,la@mau.example",
        "mailto:xa%2cla@mau.example",
        "mailto:xa@mau.example:25",
        "tel:javascript",
        "{filename}",
        "{static}",
        "{attach}a.png",
        "{bogus}a",
        "{filename}/../a.md",
        "{filename}../../../a.md",
        "{static}%2e%2e/%2e%2e/%2e%2e/a.png",
    ],
)
def test_any_other_address_is_wrong(raw: str) -> None:
    """What leads nowhere, out of the content or to a script is told to the editor."""
    assert read_link(raw, PATH, picture=False) == LinkSlot("wrong", raw)


@pytest.mark.parametrize(
    "raw", ["{filename}/articles/a/index.vi.md", "https://luat.example/a.png", "a.png", "#a"]
)
def test_a_picture_is_a_file_of_the_content(raw: str) -> None:
    """Visitors load nothing from elsewhere."""
    assert read_link(raw, PATH, picture=True) == LinkSlot("wrong", raw, picture=True)


@given(st.text(st.sampled_from("./%2ef\\a~"), min_size=1))
def test_a_target_never_leads_out_of_the_content(written: str) -> None:
    """However dots and slashes are mixed or encoded, the path stays inside or is refused."""
    target = content_target(written, PATH)

    assert target is None or not (target.startswith(("/", "..")) or "/../" in target)


@given(st.text(st.sampled_from("./%2eE\\a{}~:"), max_size=20) | st.text(max_size=20))
def test_no_path_leads_out_of_the_content(written: str) -> None:
    """Whatever is written, the target lies below the content folder."""
    target = content_target(written, PATH)

    assert target is None or not target.startswith(("..", "/"))
    assert target is None or ".." not in target.split("/")
