"""An error holds back the portals that show it; the others are built and published."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.builds import generator
from plugins.builds.build import BuildOptions, build
from plugins.pages.portal_pages import PortalPages, portal_pages
from plugins.portals.portal import Portal
from tests.builds.test_build import digest
from tests.conftest import CLOCK, ROOT, Site, article

PORTAL = """\
name: {{vi: Cổng {name}, en: Portal {name}}}
agency: {{vi: UBND {name}, en: People's Committee of {name}}}
url: https://{name}.example/
shares: {shares}
"""
BROKEN = article(date="31/02/2026")


@pytest.fixture
def province(site: Site) -> Site:
    """Three more portals: one shares all, one the category `tin`, one nothing."""
    return site.write(
        {
            f"portals/{name}/portal.yaml": PORTAL.format(name=name, shares=shares)
            for name, shares in (
                ("tinh", "all"),
                ("nua", "{categories: [tin]}"),
                ("rieng", "none"),
            )
        }
    )


def built(folder: Path) -> set[str]:
    """The portals that have a folder in the output."""
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_a_fault_of_one_portal_stops_that_portal_alone(province: Site) -> None:
    """The others are published, the exit code is 1, and the summary names what was held back."""
    before = digest(province.build().output)
    province.write(
        {
            "portals/nua/articles/hong/index.vi.md": BROKEN,
            "portals/xa/news/2026/moi/index.vi.md": article("Tin của xã", body=""),
        }
    )

    done = province.build()
    after = digest(done.output)

    assert done.code == 1
    assert "content/portals/nua/articles/hong/index.vi.md:3: lỗi [ngay-sai]" in done.stderr
    assert "Giữ lại, chưa xuất bản: nua (1 lỗi)." in done.stderr
    assert "xa/tin-tuc/tin-cua-xa/index.html" in after
    assert {name: data for name, data in after.items() if name.startswith("nua/")} == {
        name: data for name, data in before.items() if name.startswith("nua/")
    }


@pytest.mark.parametrize(
    ("files", "held"),
    [
        ({"articles/a/index.vi.md": BROKEN}, {"nua", "tinh", "xa"}),
        (
            {"articles/a/index.vi.md": article(date="31/02/2026", category="dat-dai")},
            {"tinh", "xa"},
        ),
        ({"articles/a/index.vi.md": article(body="[x](#khong)")}, {"nua", "tinh", "xa"}),
        ({"articles/a/index.vi.md": "không có đầu bài"}, {"nua", "tinh", "xa"}),
        ({"articles/a/index.vi.md": b"\xff\xfe\x00"}, {"nua", "tinh", "xa"}),
        ({"articles/dat-dai/tep.exe": b"MZ"}, {"tinh", "xa"}),
        ({"news/2026/a/index.vi.md": BROKEN}, {"nua", "tinh", "xa"}),
        ({"pages/contact/index.vi.md": "---\ntitle: A\n---\nB.\n"}, {"nua", "rieng", "tinh", "xa"}),
        ({"comparisons/bang.yaml": "title: {vi: Bảng}\n"}, {"tinh", "xa"}),
        (
            {
                "comparisons/bang.yaml": "title: {vi: Bảng}\n",
                "portals/rieng/articles/a/index.vi.md": article(
                    body="Xem:\n\n/// comparison | bang\n///"
                ),
            },
            {"rieng", "tinh", "xa"},
        ),
        ({"sources/bao.yaml": "title: Báo cáo\n"}, {"tinh", "xa"}),
        ({"sources/khac.yaml": "title: Báo cáo\n"}, set()),
        ({"vocabulary.yaml": "categories: []\n"}, {"nua", "rieng", "tinh", "xa"}),
        ({"portals/rieng/portal.yaml": "name: {vi: Thiếu}\n"}, {"rieng"}),
        ({"portals/ma/articles/a/index.vi.md": article()}, set()),
        (
            # In its own portal only does it have the address of a shared text.
            {"portals/nua/articles/a/index.vi.md": article("Bài chung"),
             "articles/b/index.vi.md": article("Bài chung")},
            {"nua"},
        ),
    ],
    ids=[
        "shared text",
        "shared text of another category",
        "link of a shared text",
        "no front matter",
        "unreadable bytes",
        "stray file beside a shared text",
        "shared news",
        "shared page",
        "comparison",
        "comparison in a portal's own text",
        "source",
        "source that nothing cites",
        "vocabulary",
        "identity of a portal",
        "texts of no portal",
        "address taken in one portal",
    ],
)  # fmt: skip
def test_a_fault_stops_what_shows_it(
    province: Site, files: dict[str, str | bytes], held: set[str]
) -> None:
    """A portal is built as long as nothing that it shows has an error."""
    province.write(files)

    done = province.build()

    assert done.code == 1
    assert built(done.output) == {"nua", "rieng", "tinh", "xa"} - held
    summary = next((line for line in done.stderr.splitlines() if line.startswith("Giữ lại")), "")
    assert {name for name in ("nua", "rieng", "tinh", "xa") if f"{name} (" in summary} == held


@pytest.mark.parametrize("category", ["tin # chung", '"tin" # chung', "\n  tin"])
@pytest.mark.parametrize("body", ["[x](#khong)", "![a]({static}a.png)", "Soi cầu miền Bắc."])
def test_a_faulty_text_reaches_no_page(province: Site, category: str, body: str) -> None:
    """The category is what YAML says, and not what a line of the text seems to say."""
    decoy = f"{body}\n\n```\ncategory: dat-dai\n```"
    path = "articles/a/index.vi.md"
    province.write(
        {
            "portals/dat/portal.yaml": PORTAL.format(name="dat", shares="{categories: [dat-dai]}"),
            path: article(body=decoy, category=category, tags="[khong]"),
            "articles/a/a.png": b"<html>",
        }
    )

    done = province.build()

    assert done.code == 1
    assert "Traceback" not in done.stderr
    assert built(done.output) == {"dat", "rieng"}


def test_a_picture_with_a_fault_stops_who_shows_it(province: Site) -> None:
    """Whose text it lies beside is not all that counts."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
    spam = svg.format("<title>Soi cầu miền Bắc hôm nay</title>")
    province.write(
        {
            "articles/dat-dai/a.svg": spam,
            "articles/b/index.vi.md": article(body="![a]({static}../dat-dai/a.svg)"),
        }
    )

    assert built(province.build().output) == {"rieng"}


def test_a_stray_file_that_nothing_shows_stops_nobody(province: Site) -> None:
    """It is told, and the exit code is 1."""
    done = province.write({"foo.txt": "a", "la/b.md": "b"}).build()

    assert done.code == 1
    assert "content/foo.txt:1: lỗi [tep-la]" in done.stderr
    assert built(done.output) == {"nua", "rieng", "tinh", "xa"}


def test_a_portal_that_hides_its_text_stops_nobody(province: Site) -> None:
    """What linked to it leads to the portal's home page, or to the page without its section."""
    path = "portals/nua/articles/rieng/index.vi.md"
    link = f"[x]({{filename}}/{path}#muc)"
    province.write({path: article("Riêng"), "articles/a/index.vi.md": article(body=link)})
    done = province.build()
    assert done.code == 0
    assert 'href="https://nua.example/rieng/"' in done.text("bai-thu/")
    nua = (done.output / "nua" / "bai-thu" / "index.html").read_text(encoding="utf-8")
    assert 'href="../rieng/"' in nua

    done = province.write({path: article("Riêng", status="draft")}).build()
    assert done.code == 0
    assert 'href="https://nua.example/"' in done.text("bai-thu/")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_in_one_portal_loses_no_other(
    province: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], jobs: int
) -> None:
    """It is raised, whole, when the others are written."""

    def failing(*arguments: object) -> PortalPages:
        portal = arguments[1]
        if isinstance(portal, Portal) and portal.id == "nua":
            raise KeyError("bug")
        return portal_pages(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(generator, "portal_pages", failing)
    monkeypatch.chdir(province.folder)

    with pytest.raises(ExceptionGroup) as raised:
        build(BuildOptions((), "content", "output", "cache", CLOCK, clean=False, jobs=jobs))

    assert [repr(one) for one in raised.value.exceptions] == ["KeyError('bug')"]
    assert "Chương trình hỏng khi dựng: nua." in capsys.readouterr().err
    assert built(province.folder / "output") == {"rieng", "tinh", "xa"}


def test_one_healthy_portal_is_built_whatever_the_others_hold(province: Site) -> None:
    """Who asks for one portal gets it, with exit code 0, and still hears of all faults."""
    province.write({"portals/nua/articles/hong/index.vi.md": BROKEN})

    done = province.build("--portal", "xa")

    assert done.code == 0
    assert built(done.output) == {"xa"}
    assert "[ngay-sai]" in done.stderr


def test_asking_for_a_portal_with_a_fault_changes_nothing(province: Site) -> None:
    """A portal that is held back is no wrong use but a problem of its content."""
    province.write({"portals/nua/portal.yaml": "name: {vi: Thiếu}\n"})

    done = province.build("--portal", "nua")

    assert done.code == 1
    assert built(done.output) == set()
    assert "Không có gì được xuất bản hay thay đổi." in done.stderr


def test_a_portal_with_a_broken_identity_keeps_its_folder(province: Site) -> None:
    """Its last good state is not taken for the folder of a portal that is gone."""
    before = digest(province.build().output / "nua")
    province.write({"portals/nua/portal.yaml": "name: ["})

    done = province.build()

    assert digest(done.output / "nua") == before


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("portals/nua/articles/hong", "https://nua.example/"),
        ("portals/rieng/articles/hong", "https://xa.example/"),
    ],
    ids=["another portal's text", "a text of a portal that cannot be read"],
)
def test_a_link_to_a_text_with_a_fault_does_not_hold_its_page_back(
    province: Site, link: str, leads_to: str
) -> None:
    """It leads to the home page of the portal whose text it is, or to the reader's own."""
    province.write(
        {
            "portals/xa/portal.yaml": PORTAL.format(name="xa", shares="all"),
            "portals/xa/articles/a/index.vi.md": article(
                body=f"[x]({{filename}}/{link}/index.vi.md)"
            ),
            f"{link}/index.vi.md": BROKEN,
            "portals/rieng/portal.yaml": "name: [",
        }
    )

    done = province.build()

    assert "xa" in built(done.output)
    assert f'href="{leads_to}"' in done.text("bai-thu/")


def plain_pelican(site: Site, portal: str) -> int:
    """The exit code of Pelican's own command for one portal."""
    command = [sys.executable, "-m", "pelican", str(site.content), "-e", f'PORTAL="{portal}"']
    options = ["-s", str(ROOT / "pelicanconf.py"), "-o", str(site.folder / "plain" / portal)]
    done = subprocess.run([*command, *options], cwd=ROOT, check=False, capture_output=True)
    return done.returncode


def test_a_plain_run_of_pelican_is_held_back_by_its_own_portal_only(province: Site) -> None:
    """The setting PORTAL names the portal; another's fault does not end the run."""
    province.write({"portals/nua/articles/hong/index.vi.md": BROKEN})

    assert plain_pelican(province, "xa") == 0
    assert plain_pelican(province, "nua") == 1
