"""The list of all files of a portal, and one of them alone."""

from __future__ import annotations

from datetime import datetime

from plugins.base.problems import Problems
from plugins.base.store import NO_STORE, Store
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import TIME_ZONE
from plugins.news.related import Nearest
from plugins.pages import addresses
from plugins.pages.portal_pages import PageSettings, composers_of, page_at, portal_pages
from plugins.pages.render import Renderer
from plugins.search.kept import KeptIndexes
from tests.conftest import CLOCK, ROOT, Site
from tests.pictures.samples import sample

SETTLED = datetime.fromisoformat(CLOCK).replace(tzinfo=TIME_ZONE)
FIND_INDEX = KeptIndexes(NO_STORE)


def test_one_file_is_found_as_it_stands_in_the_list() -> None:
    """Of every portal of the real content, whatever the file is; nothing stands anywhere else."""
    content = load_content(ROOT / "content", SETTLED, KeptTexts(Store(None), 1), Problems())
    theme = ROOT / "theme"
    settings = PageSettings(SETTLED, Renderer(theme), theme, 4, Nearest, FIND_INDEX)
    for portal in content.site.portals:
        pages = portal_pages(content.site, portal, settings)
        composers = composers_of(content.site, portal, settings)
        assert len(pages.drafts) > 50
        for name, draft in pages.drafts.items():
            found = page_at(composers, draft.address)
            assert found is not None, name
            assert addresses.output_file(found.address) == name
            assert (found.origin, found.basis) == (draft.origin, draft.basis)
            assert (found.twin, found.changed) == (draft.twin, draft.changed)
            assert found.make() == draft.make()
        assert page_at(composers, "khong/co/") is None
        assert page_at(composers, "en/none") is None
        for name in ("", "terms/999.txt", "texts/01.txt", "texts/999.txt", "texts/0.html"):
            assert page_at(composers, f"tim-kiem/{name or 'none'}") is None


def test_a_picture_is_found_when_a_page_has_asked_for_it(site: Site) -> None:
    """Its address tells its bytes, and not which picture of the content it is."""
    path = "articles/dat-dai/anh.png"
    site.write({path: sample("png", size=(640, 8))})
    content = load_content(site.content, SETTLED, KeptTexts(Store(None), 1), Problems())
    settings = PageSettings(
        SETTLED, Renderer(ROOT / "theme"), ROOT / "theme", 4, Nearest, FIND_INDEX
    )
    composers = composers_of(content.site, content.site.portals[0], settings)

    shown = composers["vi"].picture(path)
    found = page_at(composers, shown.address)
    smaller = [page_at(composers, one.address) for one in shown.variants]

    assert found is not None
    assert found.make() == composers["vi"].assets.clean.data(path)
    assert len({one.make() for one in smaller if one}) == 4
