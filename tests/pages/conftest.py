"""Sites of the tests of pages: each is built once for all tests of a module."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import html5lib
import pytest

from tests.conftest import CONTENT, Outcome, Site

Build = Callable[[Mapping[str, str | bytes | None]], Outcome]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds the small content folder with some files added or replaced."""

    def building(files: Mapping[str, str | bytes | None]) -> Outcome:
        site = Site(tmp_path_factory.mktemp("site")).write(CONTENT).write(files)
        done = site.build()
        assert done.code == 0, done.stderr
        return done

    return building


class Reader:
    """Looks at the pages of one portal as a reader does."""

    def __init__(self, outcome: Outcome, portal: str = "xa") -> None:
        self.outcome = outcome
        self.folder = outcome.output / portal

    def exists(self, address: str) -> bool:
        """Whether there is a page at an address."""
        return (self.folder / address / "index.html").is_file()

    def text(self, address: str) -> str:
        """The text of a page, or of a file."""
        path = self.folder / address
        return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")

    def page(self, address: str) -> Any:
        """The parsed page at an address."""
        return html5lib.parse(self.text(address), namespaceHTMLElements=False)

    def one(self, address: str, path: str) -> Any:
        """The only element of a page that an ElementTree path finds."""
        (found,) = self.page(address).findall(path)
        return found

    def words(self, address: str, path: str) -> str:
        """The words of that element."""
        return words(self.one(address, path))

    def head(self, address: str, relation: str) -> list[Any]:
        """The `link` elements of a page's head with a relation."""
        return list(self.page(address).findall(f"head/link[@rel='{relation}']"))

    def canonical(self, address: str) -> str:
        """The canonical address of a page."""
        (found,) = self.head(address, "canonical")
        return str(found.get("href"))

    def languages(self, address: str) -> dict[str, str]:
        """The addresses of a page's translations by language."""
        return {
            link.get("hreflang"): link.get("href")
            for link in self.head(address, "alternate")
            if link.get("hreflang")
        }

    def switch(self, address: str) -> str:
        """Where the language switch of a page leads, from the page."""
        return str(self.one(address, ".//nav[@class='langs']/a").get("href"))

    def data(self, address: str) -> list[dict[str, Any]]:
        """The structured data of a page."""
        script = self.one(address, "head/script[@type='application/ld+json']")
        found: list[dict[str, Any]] = json.loads(script.text)["@graph"]
        return found


def words(element: Any) -> str:
    """The words of an element, spaces folded."""
    return " ".join("".join(element.itertext()).split())
