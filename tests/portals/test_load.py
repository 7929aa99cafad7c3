"""Reading the portals of a content folder."""

from __future__ import annotations

from pathlib import Path

from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.portals.load import load_portals

PORTAL = "name: Cổng\nagency: UBND\nurl: https://{}.example/\n"


def load(folder: Path, files: dict[str, str]) -> tuple[list[str], list[tuple[str, int, str]]]:
    """The ids of the portals, and path, line and code of every fault."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problems = Problems()
    portals = load_portals(content_tree(folder, problems), problems)
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


def test_two_portals_do_not_share_an_address(tmp_path: Path) -> None:
    """One of them would stand in the canonical links of the other."""
    files = {f"portals/{name}/portal.yaml": PORTAL.format("xa") for name in ("an", "xa")}

    assert load(tmp_path, files)[1] == [
        ("portals/an/portal.yaml", 3, "url-trung"),
        ("portals/xa/portal.yaml", 3, "url-trung"),
    ]


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
