"""What is shown before it is written is what a clean build writes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.builds.build import BuildOptions, build
from plugins.serve.desk import Desk
from plugins.serve.kept import KeptTemplates
from plugins.serve.preview import NotComposedError, Preview
from plugins.serve.rebuild import Read, rebuild
from tests.conftest import CLOCK, CONTENT, PNG, ROOT, Site, article, copied

LAND = "articles/dat-dai/index.vi.md"
TAX = "articles/thue/index.vi.md"
NEWS = "news/2026/tin/index.vi.md"
SOURCE = "sources/bao.yaml"
PORTAL = CONTENT["portals/xa/portal.yaml"]
OTHER = PORTAL.replace("mau.example", "khac.example").replace("all", "{categories: [dat-dai]}")
SEE = "Xem [thủ tục]({filename}/articles/dat-dai/index.vi.md) và\n\n/// comparison | bang\n///\n"
START: Mapping[str, str | bytes | None] = {
    "portals/xb/portal.yaml": OTHER,
    "articles/dat-dai/anh.png": PNG,
    TAX: article("Nộp thuế đất", SEE, tags="[thue]", category="dat-dai"),
    NEWS: article("Tin đầu", "Chữ.", date="2026-11-02"),
    "pages/about/index.vi.md": "---\ntitle: Giới thiệu\nsummary: Cổng này.\n---\nChữ.\n",
    **{f"news/2026/tin-{n}/index.vi.md": article(f"Tin {n}", tags="[thue]") for n in range(25)},
}


class Served:
    """A site that is served without a server: saves and builds follow one another."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.home = site.folder / "home"
        shutil.copytree(ROOT / "theme", self.home / "theme", dirs_exist_ok=True)
        shutil.copy(ROOT / "pelicanconf.py", self.home)
        self.output = site.folder / "served"
        self.desk = Desk(site.content, self.home / "theme", CLOCK)
        self.kept = KeptTemplates()
        # What is shown when a build has read the content, and before it writes any.
        self.while_built: Preview | None = None
        self.saved()
        self.rebuild()

    def saved(self, *paths: Path) -> bool:
        """Tell what was saved; whether it is shown."""
        return self.desk.saved(set(paths))

    def write(self, files: Mapping[str, str | bytes | None]) -> bool:
        """Save content files; whether they are shown."""
        self.site.write(files)
        return self.saved(*(self.site.content / name for name in files))

    def rebuild(self) -> bool:
        """Build what was saved; whether the open pages have to load themselves anew."""
        self.desk.begin()
        options = self.options("served", "cache")
        outcome = rebuild(options, self.home, "en", self.kept, self.ready)
        return self.desk.end(self.output, changed=bool(outcome.changed))

    def ready(self, known: Read) -> None:
        """Note what is shown while the build goes on."""
        self.desk.read(known)
        self.while_built = self.desk.preview

    def options(self, output: str, cache: str) -> BuildOptions:
        """The options of a build of the site."""
        folder = self.site.folder
        content, into, keep = (str(folder / name) for name in ("content", output, cache))
        return BuildOptions((), content, into, keep, CLOCK, clean=False, jobs=1)

    def clean(self) -> dict[str, bytes]:
        """What a build from nothing writes."""
        for name in ("clean", "clean-cache"):
            shutil.rmtree(self.site.folder / name, ignore_errors=True)
        build(self.options("clean", "clean-cache"), self.home)
        return files(self.site.folder / "clean")

    def shown(self, preview: Preview, names: set[str]) -> dict[str, bytes]:
        """Those of the files `names` that a preview gives, asked for in any order."""
        found = {}
        for name in sorted(names, key=lambda one: (one.endswith(".png"), hash(one))):
            portal, _, file = name.partition("/")
            content = preview.file(portal, file)
            if content is not None:
                found[name] = content
        return found


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the data of workers, which are made of finished pages."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".dat"
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small content folder with a second portal, once built; nobody may change it."""
    return Served(Site(tmp_path_factory.mktemp("built")).write(CONTENT).write(START)).site


@pytest.fixture
def served(built: Site, tmp_path: Path) -> Served:
    """What is built, each test's own."""
    return Served(copied(built, tmp_path, "served"))


TEXTS = {
    "text": {LAND: article("Thủ tục đất đai", "Chữ **khác**, xem [thuế]({filename}/" + TAX + ").")},
    "headline": {NEWS: article("Tin mới hơn hết", "Chữ.", date="2026-11-21")},
    "address": {LAND: CONTENT[LAND].replace("title: Thủ tục", "slug: khac\ntitle: Thủ tục")},
    "tag": {TAX: article("Nộp thuế đất", SEE, tags="[so-do]", category="dat-dai")},
    "picture": {TAX: article("Nộp thuế", "![Ảnh]({static}/articles/dat-dai/anh.png)")},
    "translation": {"articles/dat-dai/index.en.md": CONTENT["articles/dat-dai/index.en.md"] + "X."},
    "draft": {TAX: article("Nộp thuế đất", SEE, status="draft")},
    "two texts": {TAX: article("Thuế", "Chữ.", aliases="[cu/trang]"), LAND: article("Đất", "Chữ.")},
    "new text": {"articles/moi/index.vi.md": article("Bài mới", "Chữ.")},
    "new headline": {"news/2026/aaa/index.vi.md": article("Tin mới", date="2026-11-21")},
    "new translation": {
        TAX.replace(".vi.", ".en."): article("Land tax", "Words.", category="dat-dai")
    },
    "own text": {"portals/xa/articles/rieng/index.vi.md": article("Bài riêng", "Chữ.")},
    "comparison": {
        "comparisons/bang.yaml": CONTENT["comparisons/bang.yaml"].replace("Không mất", "Miễn")
    },
    "portal": {"portals/xa/portal.yaml": PORTAL.replace("Cổng xã Mẫu", "Cổng xã Khác")},
    "vocabulary": {"vocabulary.yaml": CONTENT["vocabulary.yaml"].replace("thuế", "thuế đất")},
    "source": {SOURCE: CONTENT[SOURCE].replace("Báo cáo năm", "Báo cáo quý")},
    "data and text": {
        "vocabulary.yaml": CONTENT["vocabulary.yaml"].replace(
            "tags:\n", "tags:\n  moi: {vi: Mới}\n"
        ),
        LAND: article("Thủ tục đất đai", "Chữ.", tags="[moi]"),
    },
}
OTHERS: dict[str, dict[str, str | bytes | None]] = {
    "deletion": {TAX: None},
    "address of a portal": {"portals/xa/portal.yaml": PORTAL.replace("mau.example", "moi.example")},
    "new picture": {
        "articles/dat-dai/hai.png": PNG,
        LAND: article("Đất", "![Ảnh]({static}hai.png)"),
    },
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_saved_is_shown_at_once_as_it_will_be_written(served: Served, name: str) -> None:
    """Every file of every portal, byte for byte, and none that a clean build would not write."""
    before = files(served.output)

    assert served.write(TEXTS[name])

    wanted = served.clean()
    preview = served.desk.preview
    assert preview is not None
    assert served.shown(preview, {*before, *wanted}) == wanted
    assert not served.rebuild()
    assert served.desk.preview is None
    assert files(served.output) == wanted != before


@pytest.mark.parametrize("name", OTHERS)
def test_other_changes_are_shown_when_they_are_read(served: Served, name: str) -> None:
    """What may make others mean something else is checked first, and shown before it is written."""
    before = files(served.output)

    assert not served.write(OTHERS[name])
    assert not served.rebuild()

    wanted = served.clean()
    preview = served.while_built
    assert preview is not None
    names = {one for one in (*before, *wanted) if one.partition("/")[0] in preview.shown}
    right = {one: wanted[one] for one in names & wanted.keys()}
    assert served.shown(preview, names) == right
    assert {one: before[one] for one in before.keys() - names} == {
        one: wanted[one] for one in wanted.keys() - names
    }
    assert files(served.output) == wanted != before


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("templates/text.html", lambda text: text.replace('class="', 'class="x ', 1)),
        ("templates/parts/footer.html", lambda text: text.replace('class="', 'class="x ', 1)),
        ("static/portal.css", lambda text: text + "/* mới */"),
        (
            "translations/vi/LC_MESSAGES/portal.po",
            lambda text: text.replace('msgstr "Trang chủ"', 'msgstr "Trang nhất"'),
        ),
    ],
)
def test_a_saved_theme_is_shown_at_once(
    served: Served, name: str, change: Callable[[str], str]
) -> None:
    """A template, a part of all pages, a style sheet, a catalog: before a page is made anew."""
    before = files(served.output)
    path = served.home / "theme" / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    assert served.saved(path)

    wanted = served.clean()
    preview = served.desk.preview
    assert preview is not None
    assert served.shown(preview, {*before, *wanted}) == wanted != before
    assert not served.rebuild()


def test_saves_follow_one_another_while_a_build_goes_on(served: Served) -> None:
    """Each adds to what is shown, also when an earlier state is written in between."""
    assert served.write(TEXTS["text"])
    assert served.write(TEXTS["headline"])
    served.desk.begin()
    assert served.write(TEXTS["tag"])
    options = served.options("served", "cache")
    rebuild(options, served.home, "en", served.kept, served.ready)
    assert not served.desk.end(served.output, changed=True)

    wanted = served.clean()
    preview = served.desk.preview
    assert preview is not None
    assert served.shown(preview, set(wanted)) == wanted


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("comparisons/bang.yaml", "Không mất", "Nhà cái uy tín, nạp rút nhanh mỗi ngày"),
        ("comparisons/bang.yaml", "Không mất", "[x](https://la.example/)"),
        ("comparisons/bang.yaml", "criteria:", "criterias:"),
        ("vocabulary.yaml", "thue:", "thu-khac:"),
        ("vocabulary.yaml", "dat-dai:", "dat:"),
        (SOURCE, "2026-01-15", "2026-02-31"),
        ("portals/xa/portal.yaml", "[", "[khong-co, "),
    ],
)
def test_data_at_fault_are_not_shown(served: Served, name: str, old: str, new: str) -> None:
    """Nor is what takes away an id that texts may name."""
    assert old in CONTENT[name]
    assert not served.write({name: CONTENT[name].replace(old, new, 1)})
    assert served.desk.preview is None


@pytest.mark.parametrize(
    "text",
    [
        article("Thủ tục đất đai", date="2026-02-31"),
        article("Thủ tục đất đai", "[x]({filename}/articles/khong/index.vi.md)"),
        article("Thủ tục đất đai", "[x](https://la.example/)"),
        article("Thủ tục đất đai", "Nhà cái uy tín, nạp rút nhanh, tặng tiền cược mỗi ngày."),
        article("Thủ tục đất đai", "<script>alert(1)</script>"),
        article("Thủ tục đất đai", tags="[khong-co]"),
        "không có phần đầu",
        None,
    ],
)
def test_a_text_at_fault_is_not_shown(served: Served, text: str | None) -> None:
    """The pages stay as they were, whatever is wrong, and a later save is not shown without it."""
    assert not served.write({LAND: text})
    assert not served.write(TEXTS["headline"])
    assert served.desk.preview is None


def test_what_only_a_build_can_find_is_taken_back(served: Served) -> None:
    """Two texts at one address: seen when all are read, and the last good pages are shown again."""
    assert served.write({TAX: article("Thủ tục đất đai", category="dat-dai")})
    preview = served.desk.preview
    assert preview is not None
    assert preview.file("xa", "thu-tuc-dat-dai/index.html")

    assert served.rebuild()
    assert served.desk.preview is None


@pytest.mark.parametrize("text", ["{% if %}", "{{ nothing.at.all }}"])
def test_a_broken_template_is_not_shown(served: Served, text: str) -> None:
    """Neither one that cannot be read nor one that fails while a page is composed."""
    path = served.home / "theme/templates/base.html"
    good = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    assert not served.saved(path)
    served.rebuild()
    path.write_text(good, encoding="utf-8")
    assert served.saved(path)


def test_a_page_that_may_not_be_published_is_not_given(served: Served) -> None:
    """A line that was planted in a template is seen on the page, which is not shown for it."""
    path = served.home / "theme/templates/comparison.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</h1>", "</h1><iframe src=x></iframe>"), encoding="utf-8")

    assert served.saved(path)
    preview = served.desk.preview
    assert preview is not None
    with pytest.raises(NotComposedError):
        preview.file("xa", "so-sanh/bang/index.html")
    assert served.rebuild()


def test_what_says_the_same_is_not_shown_anew(served: Served) -> None:
    """A file that is saved as it was, and what an editor left and removed, change nothing."""
    path = served.site.content / LAND
    assert not served.saved(path, served.site.content / "articles/dat-dai/4913")
    assert served.desk.preview is None
    assert served.write(TEXTS["text"])
