"""Which portals lie at which name."""

from __future__ import annotations

import pytest

from plugins.hosting.sites import Place, SharedPlaceError, Site, sites_of
from plugins.languages.fields import LocalText
from plugins.portals.portal import Identity, Portal


def portal(name: str, url: str) -> Portal:
    """A portal at an address."""
    text = LocalText(vi=name, en=name)
    return Portal(name, Identity(name=text, agency=text, url=url))


def test_portals_are_listed_by_name_and_longer_paths_come_first() -> None:
    """The first that fits an address is its portal."""
    found = sites_of(
        [
            portal("tinh", "https://tinh.example/"),
            portal("a", "https://tinh.example/a/"),
            portal("ab", "https://tinh.example/a/b/"),
            portal("xa", "http://xa.example:8080/"),
        ]
    )

    tinh = "tinh.example"
    assert found == (
        Site(
            tinh,
            443,
            True,  # noqa: FBT003
            (Place("ab", tinh, "/a/b"), Place("a", tinh, "/a"), Place("tinh", tinh, "")),
        ),
        Site("xa.example", 8080, False, (Place("xa", "xa.example", ""),)),  # noqa: FBT003
    )
    assert [site.address for site in found] == ["https://tinh.example", "http://xa.example:8080"]
    assert [site.is_redirected for site in found] == [True, False]


def test_what_stands_in_an_address_means_itself() -> None:
    """A dot is no sign of a regular expression, in an address too long for a table either."""
    short, long = Place("a", "a.example", "/b.c"), Place("a", f"{'a' * 60}.example", "/b.c")

    assert (short.key, short.depth) == ("a.example/b.c", 1)
    assert long.key == rf"~^{'a' * 60}\.example/b\.c\z"


def test_a_port_does_not_tell_two_portals_apart() -> None:
    """Nor does the scheme."""
    with pytest.raises(SharedPlaceError, match="a, b"):
        sites_of([portal("a", "https://a.example/x/"), portal("b", "http://a.example:80/x/")])
