"""Structured data in a page."""

from __future__ import annotations

import json

from plugins.pages.structured import breadcrumbs, graph, json_ld


def test_data_cannot_end_its_script() -> None:
    """Whatever a title says, neither the script nor a comment in it ends or begins."""
    hostile = "</script><script>alert(1)</script><!-- ]]> & 'x' \"y\""
    shown = json_ld({"name": hostile})

    assert not set("<>&") & set(shown)
    assert json.loads(shown) == {"name": hostile}


def test_vietnamese_stays_readable() -> None:
    """Letters with marks are written as they are."""
    assert "Cổng xã" in json_ld({"name": "Cổng xã"})


def test_things_stand_in_one_graph() -> None:
    """The page and its path are one document of schema.org."""
    data = json.loads(
        graph({"@type": "WebPage"}, breadcrumbs([("Trang chủ", "https://a.example/")]))
    )

    assert data == {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage"},
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": 1,
                        "name": "Trang chủ",
                        "item": "https://a.example/",
                    }
                ],
            },
        ],
    }
