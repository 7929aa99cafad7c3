"""A page is made once for all portals and folders, and put together for each of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.builds.build import BuildOptions, build
from plugins.pages.render import Renderer
from tests.conftest import CLOCK, ROOT, Site, article

# A portal in a folder of its host, with signs in its name that HTML and JSON write otherwise.
OTHER = """\
name: {vi: "Cổng huyện <Mẫu> & \\"Núi\\"", en: "<Mẫu> & \\"hill\\" portal"}
agency: {vi: "UBND huyện <Mẫu> & \\"Núi\\"", en: "Committee of <Mẫu> & \\"hill\\""}
url: https://huyen.example/nui/
nav: [dat-dai]
colours: {brand: "#12315f"}
shares: all
"""
TEXT = article("Bài chung", "Nội dung chung.")


def run(site: Site, output: str = "output", cache: str = "cache") -> int:
    """Build into a folder beside the content."""
    content, to, kept = (str(site.folder / name) for name in ("content", output, cache))
    return build(BuildOptions((), content, to, kept, CLOCK, clean=False, jobs=1), ROOT)


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of whole pages that are rendered from now on."""
    names: list[str] = []
    text: Callable[..., str] = Renderer.text

    def noting(self: Renderer, template: str, *rest: object) -> str:
        if not template.startswith("parts/"):
            names.append(template)
        return text(self, template, *rest)

    monkeypatch.setattr(Renderer, "text", noting)
    return names


@pytest.fixture
def two_portals(site: Site) -> Site:
    """Two portals that show the same texts."""
    return site.write({"portals/huyen/portal.yaml": OTHER, "articles/chung/index.vi.md": TEXT})


def test_another_portal_shows_a_page_that_is_made(two_portals: Site, rendered: list[str]) -> None:
    """What both portals show is rendered for one of them."""
    assert run(two_portals) == 0
    both = len(rendered)
    rendered.clear()
    (two_portals.content / "portals/huyen/portal.yaml").unlink()
    assert run(two_portals, "one", "other-cache") == 0

    assert both < 1.5 * len(rendered)


def test_a_portal_of_other_texts_keeps_no_page_from_those_behind_it(
    two_portals: Site, rendered: list[str]
) -> None:
    """Where its pages are others, the next portal takes those of the one before it."""
    link = article("Bài chung", "[Đất đai]({filename}../dat-dai/index.vi.md)")
    less = OTHER.replace("huyen", "it").replace("/nui/", "/it/")
    two_portals.write(
        {
            "articles/chung/index.vi.md": link,
            "portals/it/portal.yaml": less.replace("all", "{categories: [tin]}"),
        }
    )
    assert run(two_portals) == 0
    all_three = rendered.count("text.html")
    rendered.clear()
    (two_portals.content / "portals/xa/portal.yaml").unlink()
    assert run(two_portals, "two", "other-cache") == 0

    assert all_three == rendered.count("text.html")


def test_each_portal_shows_its_own_name_and_addresses(two_portals: Site) -> None:
    """Nothing of the portal that a page was made for is left in that of another."""
    assert run(two_portals) == 0
    both = files(two_portals.folder / "output")
    for name in ("huyen", "xa"):
        alone = f"only-{name}"
        options = (
            "--portal",
            name,
            "--output",
            alone,
            "--cache",
            f"{alone}-kept",
            "--clock",
            CLOCK,
        )
        assert two_portals.run("build", *options).code == 0
        own = files(two_portals.folder / alone / name)
        assert own == {
            path.partition("/")[2]: data for path, data in both.items() if path.startswith(name)
        }
    page = both["huyen/bai-chung/index.html"].decode()
    assert "Bài chung – Cổng huyện &lt;Mẫu&gt; &amp; &#34;Núi&#34;" in page
    assert r'"name":"UBND huyện \u003cMẫu\u003e \u0026 \"Núi\""' in page
    assert "mau.example" not in page


def test_kept_pages_make_another_folder(two_portals: Site, rendered: list[str]) -> None:
    """A checkout without output is built from what an earlier one kept, to the same bytes."""
    assert run(two_portals) == 0
    rendered.clear()
    assert run(two_portals, "other") == 0

    assert rendered == []
    assert files(two_portals.folder / "other") == files(two_portals.folder / "output")


def test_a_kept_page_does_not_outlive_what_it_shows(two_portals: Site, rendered: list[str]) -> None:
    """A text that was changed is made again in every folder."""
    assert run(two_portals) == 0
    rendered.clear()
    two_portals.write({"articles/chung/index.vi.md": TEXT.replace("dung chung", "dung khác")})
    assert run(two_portals, "other") == 0

    assert rendered.count("text.html") == 2
    assert "dung khác" in (two_portals.folder / "other/xa/bai-chung/index.html").read_text("utf-8")


def test_a_page_is_judged_again_when_a_host_is_forbidden(two_portals: Site) -> None:
    """What was right when more was allowed is not taken from what is kept."""
    link = article("Bài chung", "[Luật](https://luat.example/)")
    two_portals.write({"articles/chung/index.vi.md": link})
    assert run(two_portals) == 0
    two_portals.write({"links.yaml": "[]\n"})

    assert run(two_portals, "other") == 1
    assert not (two_portals.folder / "other" / "xa").exists()
