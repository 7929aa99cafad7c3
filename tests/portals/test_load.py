"""Reading the portals of a content folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.portals.load import load_portals
from plugins.portals.places import Paths, Registry

PORTAL = "name: Cổng\nagency: UBND\nurl: https://{}.example/\n"


def load(
    folder: Path, files: dict[str, str], paths: Mapping[str, Paths] = MappingProxyType({})
) -> tuple[list[str], list[tuple[str, int, str]]]:
    """The ids of the portals, and path, line and code of every fault."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problems = Problems()
    registry = Registry({"tinh.gov.vn"}.__contains__, paths)
    portals = load_portals(content_tree(folder, problems), registry, problems)
    return [one.id for one in portals], [(one.path, one.line, one.code) for one in problems]


def test_portals_are_read_in_the_order_of_their_ids(tmp_path: Path) -> None:
    """The order of the disk does not show."""
    files = {f"portals/{name}/portal.yaml": PORTAL.format(name) for name in ("xa", "tinh", "an")}

    assert load(tmp_path, files) == (["an", "tinh", "xa"], [])


def test_a_faulty_portal_is_left_out_and_told(tmp_path: Path) -> None:
    """The others are read all the same."""
    files = {
        "portals/an/portal.yaml": PORTAL.format("an") + "mau: đỏ\n",
        "portals/tinh/portal.yaml": "- a\n",
        "portals/xa/portal.yaml": PORTAL.format("xa"),
    }

    assert load(tmp_path, files) == (
        ["xa"],
        [("portals/an/portal.yaml", 4, "khoa-la"), ("portals/tinh/portal.yaml", 1, "dang-sai")],
    )


@pytest.mark.parametrize("url", ["https://xa.example/", "http://xa.example"])
def test_two_portals_do_not_share_an_address(tmp_path: Path, url: str) -> None:
    """Nobody can tell whose it is, and none has it."""
    files = {f"portals/{name}/portal.yaml": PORTAL.format("xa") for name in ("an", "xa")}
    files["portals/xa/portal.yaml"] = PORTAL.replace("https://{}.example/", url)

    assert load(tmp_path, files) == ([], [(path, 3, "url-trung") for path in files])


def test_an_address_that_is_given_to_a_portal_is_its_own(tmp_path: Path) -> None:
    """Whatever the others write, and whichever comes first."""
    files = {f"portals/{name}/portal.yaml": PORTAL.format("xa") for name in ("an", "xa")}

    assert load(tmp_path, files, {"xa.example": {"xa": "/"}}) == (
        ["xa"],
        [("portals/an/portal.yaml", 3, "url-cua-cong-khac")],
    )


@pytest.mark.parametrize("path", ["", "an/"])
def test_a_host_that_is_given_to_portals_is_of_no_other(tmp_path: Path, path: str) -> None:
    """Neither as a whole nor in part, even where nobody has the address now."""
    files = {"portals/an/portal.yaml": PORTAL.replace("{}.example/", f"xa.example/{path}")}

    assert load(tmp_path, files, {"xa.example": {"xa": "/", "an": "/an-2/"}}) == (
        [],
        [("portals/an/portal.yaml", 3, "url-cua-cong-khac")],
    )


@pytest.mark.parametrize(
    ("url", "faults"),
    [
        ("https://tinh.gov.vn/xa/", []),
        ("https://la.com/", [("portals/xa/portal.yaml", 3, "url-chua-phep")]),
        ("https://a.tinh.gov.vn/", [("portals/xa/portal.yaml", 3, "url-chua-phep")]),
    ],
)
def test_the_host_of_a_portal_is_listed(
    tmp_path: Path, url: str, faults: list[tuple[str, int, str]]
) -> None:
    """Other portals lead to it."""
    files = {"portals/xa/portal.yaml": PORTAL.replace("https://{}.example/", url)}

    assert load(tmp_path, files) == ([] if faults else ["xa"], faults)


@pytest.mark.parametrize(
    ("path", "is_told"), [("tin-tuc/", True), ("en/x/", True), ("xa-mau/", False)]
)
def test_a_portal_does_not_lie_among_the_pages_of_another(
    tmp_path: Path, path: str, *, is_told: bool
) -> None:
    """A path of its own below the other's address is right."""
    files = {
        "portals/xa/portal.yaml": PORTAL.format("xa"),
        "portals/an/portal.yaml": PORTAL.replace("{}.example/", f"xa.example/{path}"),
    }

    found = [("portals/an/portal.yaml", 3, "url-long-nhau")] if is_told else []
    assert load(tmp_path, files) == (["an", "xa"], found)


def test_an_entry_of_the_menu_stands_once(tmp_path: Path) -> None:
    """The second is told."""
    files = {"portals/xa/portal.yaml": PORTAL.format("xa") + "nav:\n  - tin\n  - a\n  - tin\n"}

    assert load(tmp_path, files) == (["xa"], [("portals/xa/portal.yaml", 7, "muc-trung")])


def test_a_folder_whose_name_is_no_id_is_told(tmp_path: Path) -> None:
    """It would be a folder of the output."""
    files = {"portals/Xã Mẫu/portal.yaml": PORTAL.format("xa")}

    assert load(tmp_path, files) == ([], [("portals/Xã Mẫu/portal.yaml", 1, "ten-sai")])


def test_content_without_a_portal_is_told(tmp_path: Path) -> None:
    """There would be nothing to build."""
    assert load(tmp_path, {"portals/xa/README.md": "a"}) == (
        [],
        [("portals", 1, "khong-co-cong")],
    )
