"""Every picture of the content is read, and its size is told where it serves nobody."""

from __future__ import annotations

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.build import BuildOptions, build
from plugins.builds.content import Scope, load_content
from plugins.builds.pictures import PictureChecks, concerns
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import parse_clock
from plugins.pictures.memo import ReadPicture, known_pictures, picture_key, remember
from plugins.pictures.read import read_picture
from tests.conftest import CLOCK, PNG, ROOT, Outcome, Site, article
from tests.pictures.samples import SECRET, exif, sample

FOLDER = "articles/dat-dai"
TEXT = "articles/thu/index.vi.md"
SHOWING = article(body="![Ảnh]({static}../dat-dai/anh.png)")


def found(outcome: Outcome) -> list[tuple[str, str]]:
    """Path and code of every problem."""
    return [(one["path"].removeprefix("content/"), one["code"]) for one in outcome.problems]


def test_a_picture_that_no_text_shows_is_read(site: Site) -> None:
    """A broken file must not wait in the content for its day."""
    site.write({f"{FOLDER}/anh.jpg": b"<html>", f"{FOLDER}/lon.png": PNG + bytes(6_000_000)})

    assert found(site.check()) == [
        (f"{FOLDER}/anh.jpg", "anh-gia"),
        (f"{FOLDER}/lon.png", "tep-qua-lon"),
    ]


@pytest.mark.parametrize(
    ("size", "code"),
    [((4001, 8), "anh-rong-thua"), ((7, 8), "anh-qua-nho"), ((8, 1), "anh-qua-nho")],
)
def test_a_size_that_serves_nobody_is_told(site: Site, size: tuple[int, int], code: str) -> None:
    """As a warning."""
    outcome = site.write({TEXT: SHOWING, f"{FOLDER}/anh.png": sample("png", size=size)}).check()

    assert found(outcome) == [(f"{FOLDER}/anh.png", code)]
    assert outcome.code == 0


def test_a_heavy_picture_is_told(site: Site) -> None:
    """What is cut off when it is published counts: the file is what was committed."""
    outcome = site.write({TEXT: SHOWING, f"{FOLDER}/anh.png": PNG + bytes(1_000_000)}).check()

    assert found(outcome) == [(f"{FOLDER}/anh.png", "anh-nang")]


def test_a_lead_picture_is_at_least_as_wide_as_the_text(site: Site) -> None:
    """One of 600 pixels is no problem."""
    site.write(
        {
            "articles/a/index.vi.md": article(image="anh.png", image_alt='""'),
            "articles/a/anh.png": sample("png", size=(599, 9)),
            "articles/b/index.vi.md": article(title="Hai", image="anh.png", image_alt="Cổng xã"),
            "articles/b/anh.png": sample("png", size=(600, 9)),
            "articles/c/index.vi.md": article(title="Ba", image="index.vi.md"),
        }
    )

    assert found(site.check()) == [
        ("articles/a/index.vi.md", "anh-dau-bai-nho"),
        ("articles/c/index.vi.md", "anh-sai"),
    ]


def test_who_checks_a_text_is_told_of_the_pictures_beside_it(site: Site) -> None:
    """And of those elsewhere that it shows, but of no others."""
    site.write(
        {
            "articles/a/index.vi.md": article(body="![a]({static}../b/b.png)"),
            "articles/a/a.png": b"<html>",
            "articles/b/index.vi.md": article(title="Hai"),
            "articles/b/b.png": b"<html>",
            "articles/b/c.png": b"<html>",
        }
    )

    assert found(site.check("content/articles/a/index.vi.md")) == [
        ("articles/a/a.png", "anh-gia"),
        ("articles/a/index.vi.md", "anh-bi-loi"),
    ]
    assert found(site.check("content/articles/b/c.png")) == [("articles/b/c.png", "anh-gia")]


@pytest.mark.parametrize(
    ("path", "is_told"),
    [
        ("articles/a/index.vi.md", True),
        ("articles/a/anh.png", True),
        ("articles/a/index.en.md", False),
        ("articles/b/anh.png", False),
    ],
)
def test_a_text_concerns_its_pictures(path: str, *, is_told: bool) -> None:
    """Not the other language of it."""
    assert concerns(path, ["articles/a/index.vi.md"]) == is_told


def test_the_published_picture_has_no_metadata(site: Site) -> None:
    """Nor is its name one of the bytes that were committed."""
    photograph = sample("jpg", size=(700, 20), exif=exif())
    site.write(
        {
            "articles/a/index.vi.md": article(body="![a]({static}anh.jpg)", image="anh.jpg"),
            "articles/a/anh.jpg": photograph,
        }
    )

    outcome = site.build()

    assert outcome.code == 0, outcome.stderr
    published = {path.suffix: path.read_bytes() for path in (outcome.output / "xa/tep").iterdir()}
    assert SECRET in photograph
    assert published.keys() == {".jpg", ".avif", ".webp"}
    assert published[".jpg"] == sample("jpg", size=(700, 20))
    assert not any(SECRET in data for data in published.values())


def test_pixels_are_read_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build remembers the picture by its bytes; a changed one is read again."""
    read: list[str] = []

    def counting(name: str, data: bytes) -> object:
        read.append(name)
        return read_picture(name, data)

    monkeypatch.setattr("plugins.builds.pictures.read_picture", counting)

    def load() -> list[str]:
        read.clear()
        checks = PictureChecks(Store(site.folder / "cache"))
        clock = parse_clock(CLOCK)
        load_content(site.content, clock, KeptTexts(Store(None), 1), Problems(), Scope(checks))
        return list(read)

    site.write({f"{FOLDER}/a.png": PNG, f"{FOLDER}/b.png": b"<html>"})
    assert load() == [f"{FOLDER}/a.png", f"{FOLDER}/b.png"]
    assert load() == [f"{FOLDER}/b.png"]
    site.write({f"{FOLDER}/a.png": sample("png")})
    assert f"{FOLDER}/a.png" in load()


def test_clean_forgets_the_pictures(site: Site) -> None:
    """As it forgets the converted texts."""
    site.write({f"{FOLDER}/a.png": PNG}).build()
    store = Store(site.folder / "cache")
    wrong = {picture_key("a.png", PNG): ReadPicture(1, 1, "sai")}
    remember(store, wrong)

    site.build("--clean")

    assert known_pictures(store).keys() == wrong.keys()
    assert known_pictures(store) != wrong


def test_what_is_known_of_a_picture_is_not_found_out_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its address nor the words in it: a build with another text reads no drawing."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="20">Chữ</text></svg>'
    site.write(
        {
            f"{FOLDER}/a.svg": drawing,
            f"{FOLDER}/index.vi.md": article("Đất đai", "![Ảnh]({static}a.svg)"),
        }
    )
    assert run(site) == 0
    read: list[bytes] = []
    monkeypatch.setattr("plugins.pictures.svg.read_svg", read.append)
    monkeypatch.setattr("plugins.builds.spoken.svg_texts", read.append)

    site.write({f"{FOLDER}/index.vi.md": article("Đất đai", "Mới. ![Ảnh]({static}a.svg)")})
    assert run(site) == 0
    assert read == []


def run(site: Site) -> int:
    """Build the site in this process."""
    content, output, cache = (str(site.folder / name) for name in ("content", "output", "cache"))
    return build(BuildOptions((), content, output, cache, CLOCK, clean=False, jobs=1), ROOT)
