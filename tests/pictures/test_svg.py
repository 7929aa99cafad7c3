"""SVG pictures draw, and do nothing else."""

from __future__ import annotations

import contextlib
import time

import pytest

from plugins.pictures.picture import PictureError
from plugins.pictures.svg import read_svg

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">'
CLEAN = f"""<?xml version="1.0" encoding="UTF-8"?>
{OPEN}
<title>Bản đồ</title>
<defs><linearGradient id="m"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<style>.a{{fill:url(#m);stroke:rgb(1,2,3)}}</style>
<g id="nha" transform="translate(1 2) scale(2)"><rect class="a" width="3" height="4"/></g>
<use href="#nha" x="9"/>
<text style="font-size:12px">Xã Mẫu</text>
</svg>
"""


def picture(inside: str) -> bytes:
    """An SVG picture with this on its second line."""
    return f"{OPEN}\n{inside}\n</svg>".encode()


def refused(data: bytes) -> tuple[str, int]:
    """Code and line with which a picture is refused."""
    with pytest.raises(PictureError) as found:
        read_svg(data)
    return found.value.code, found.value.line


def test_a_drawing_stays_as_it_is() -> None:
    """Shapes, gradients, plain styles, symbols and text."""
    read = read_svg(CLEAN.encode())

    assert (read.width, read.height) == (60, 40)
    assert read.data == CLEAN.encode()


def test_what_drawing_programs_write_by_default_is_kept() -> None:
    """The kind of a style sheet, and what a mouse would meet."""
    sheet = "<style type='text/css'>*{stroke-linejoin:round}</style>"

    assert read_svg(picture(f"{sheet}<g pointer-events='all'/>")).form == "SVG"


def test_the_view_box_may_be_large_where_the_paper_is_not() -> None:
    """Its units are no pixels where width and height are told in millimetres."""
    paper = OPEN.replace('"0 0 60 40"', "'0 0 16000 9000' width='160mm' height='90mm'")
    read = read_svg(f"{paper}<text x='500' y='900' font-size='423px'>Xã</text></svg>".encode())

    assert (read.width, read.height) == (605, 340)


def test_comments_are_left_out() -> None:
    """They tell who drew, and with what."""
    read = read_svg(b"\xef\xbb\xbf<!-- a --><!-- \xc4\x91 -->\n" + picture("<!-- b --><g/>"))

    assert read.data == b"\xef\xbb\xbf\n" + picture("<g/>")


@pytest.mark.parametrize("text", ["a]]<!-- b -->>c", "]<!-- b -->]<!-- c -->>", "]]<!-->-->>"])
def test_what_stands_around_a_comment_makes_no_mark_of_xml(text: str) -> None:
    """The file without comments says the same, and can be read again."""
    read = read_svg(picture(f"<text y='9'>{text}</text>"))

    assert b"]]&gt;" in read.data
    assert read_svg(read.data) == read


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>alert(1)</script>", "svg-the-cam"),
        ("<a href='#x'/>", "svg-the-cam"),
        ("<image href='#x'/>", "svg-the-cam"),
        ("<foreignObject/>", "svg-the-cam"),
        ("<animate/>", "svg-the-cam"),
        ("<set/>", "svg-the-cam"),
        ("<iframe xmlns='http://www.w3.org/1999/xhtml'/>", "svg-the-cam"),
        ("<g xmlns='http://www.w3.org/1999/xhtml'/>", "svg-the-cam"),
        ("<g onload='alert(1)'/>", "svg-thuoc-tinh-cam"),
        ("<g OnLoad='alert(1)'/>", "svg-thuoc-tinh-cam"),
        ("<g src='a'/>", "svg-thuoc-tinh-cam"),
        ("<g filter='url(#a)'/>", "svg-thuoc-tinh-cam"),
        ("<use href='https://la.example/a.svg#b'/>", "svg-gia-tri-cam"),
        ("<use href='//la.example/a.svg#b'/>", "svg-gia-tri-cam"),
        ("<use href='a.svg#b'/>", "svg-gia-tri-cam"),
        ("<use href='data:image/svg+xml,x#b'/>", "svg-gia-tri-cam"),
        ("<use href='javascript:alert(1)'/>", "svg-gia-tri-cam"),
        ("<use href='&#35;a b'/>", "svg-gia-tri-cam"),
        (
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='b.svg#a'/>",
            "svg-gia-tri-cam",
        ),
        ("<g fill='url(https://la.example/)'/>", "svg-gia-tri-cam"),
        ("<g fill='URL(//la.example/)'/>", "svg-gia-tri-cam"),
        ("<g style='background:url(a.png)'/>", "svg-gia-tri-cam"),
        ("<g style='background:u\\rl(a.png)'/>", "svg-gia-tri-cam"),
        ("<g style='background:image-set(\"a.png\" 1x)'/>", "svg-gia-tri-cam"),
        ("<g style='width:expression(alert(1))'/>", "svg-gia-tri-cam"),
        ("<g fill='url(#a) url(b)'/>", "svg-gia-tri-cam"),
        ("<style>@import 'a.css';</style>", "svg-gia-tri-cam"),
        ("<style>a{b:url(c)}</style>", "svg-gia-tri-cam"),
        ("<style>a{b:u&#114;l(c)}</style>", "svg-gia-tri-cam"),
        ("<style>text{display:none}<g type='x'/></style>", "svg-the-cam"),
        ("<style type='text/x'>text{fill:#000}</style>", "svg-gia-tri-cam"),
        ("<style type='TEXT/CSS'>text{display:none}</style>", "svg-gia-tri-cam"),
        ("<style type='text/css;charset=utf-8'>text{display:none}</style>", "svg-gia-tri-cam"),
        ("<style type=' '>text{display:none}</style>", "svg-gia-tri-cam"),
        ("<text style='font-size:.01rlh'>a</text>", "svg-gia-tri-cam"),
        ("<text font-size='0.1vw'>a</text>", "svg-gia-tri-cam"),
        ("<style>text{translate:999dvh}</style>", "svg-gia-tri-cam"),
        ("<text fill='rgb(from white r g b)'>a</text>", "svg-gia-tri-cam"),
        ("<text fill='hsl(0.5turn 0% 100%)'>a</text>", "svg-gia-tri-cam"),
        ("<text style='rotate:x 90deg'>a</text>", "svg-gia-tri-cam"),
        ("<g style='content-visibility: hidden'/>", "svg-gia-tri-cam"),
        ("<text><![CDATA[<script>]]></text>", "svg-khai-bao"),
        ("<?xml-stylesheet href='a.css'?>", "svg-khai-bao"),
        ("<g><h></g>", "svg-the-cam"),
        ("<g></rect>", "svg-hong"),
        ("<g a=b/>", "svg-hong"),
        ("&x;", "svg-hong"),
        ("<g width='1' width='2'/>", "svg-hong"),
        ("<g>" * 70 + "</g>" * 70, "svg-qua-nang"),
    ],
)
def test_what_acts_or_loads_is_refused_with_its_line(inside: str, code: str) -> None:
    """Whatever way it is written."""
    assert refused(picture(inside)) == (code, 2)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + picture("&a;"), "svg-khai-bao"),
        (b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" + picture(""), "svg-khai-bao"),
        (b"<?xml version='1.0' encoding='utf-7'?>" + picture(""), "svg-khai-bao"),
        (picture("")[:-3], "svg-hong"),
        (picture("").replace(b"svg", b"SVG"), "svg-hong"),
        (picture("").decode().encode("utf-16"), "svg-hong"),
        (picture("").decode().encode("utf-16-le"), "svg-hong"),
        (picture("Đ").decode().encode("windows-1258"), "svg-hong"),
        (b"<svg viewBox='0 0 1 1'/>", "svg-the-cam"),
        (picture("").replace(b"viewBox", b"id"), "svg-khong-kich-thuoc"),
        (picture("").replace(b"0 0 60 40", b"0 0 0 40"), "svg-khong-kich-thuoc"),
        (picture("").replace(b"0 0 60 40", b"0 0 99999 40"), "anh-qua-dai"),
    ],
)
def test_what_is_no_plain_svg_is_refused(data: bytes, code: str) -> None:
    """Documents with entities, in other encodings, cut off, or without a size."""
    assert refused(data)[0] == code


def test_a_few_lines_do_not_draw_a_million_shapes() -> None:
    """References are followed as a browser would follow them."""
    groups = "".join(
        f"<g id='a{number + 1}'>" + f"<use href='#a{number}'/>" * 10 + "</g>" for number in range(9)
    )

    assert refused(picture(f"<g id='a0'/>{groups}"))[0] == "svg-qua-nang"


def test_a_circle_of_references_is_refused() -> None:
    """Over however many steps."""
    inside = "<g id='a'><use href='#b'/></g><pattern id='b'><g fill='url(#a)'/></pattern>"

    assert refused(picture(inside))[0] == "svg-qua-nang"


def test_what_is_used_often_is_no_circle() -> None:
    """A gradient that two shapes share, and one that is not there."""
    inside = "<g id='a' fill='url(#m)'/><use href='#a'/><use href='#a'/><g fill='url(#khong)'/>"

    assert read_svg(picture(inside)).width == 60


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("width='90' height='30'", (90, 30)),
        ("width='90px' height='30.4px'", (90, 30)),
        ("width='100%' height='30'", (60, 40)),
        ("width='9cm'", (60, 40)),
        ("width='160mm' height='9cm'", (605, 340)),
        ("width='2in' height='72pt'", (192, 96)),
    ],
)
def test_the_size_is_told_in_pixels(size: str, expected: tuple[int, int]) -> None:
    """By width and height, else by the view box."""
    read = read_svg(picture("").replace(b" viewBox", f" {size} viewBox".encode()))

    assert (read.width, read.height) == expected


@pytest.mark.parametrize(
    "value", [" " * 400_000 + "x", "url( " * 80_000, "a" * 400_000, "9" * 400_000]
)
def test_long_values_take_no_long_time(value: str) -> None:
    """Each is read in one go."""
    started = time.process_time()
    for name in ("width", "fill"):
        with contextlib.suppress(PictureError):
            read_svg(picture("").replace(b" viewBox", f" {name}='{value}' viewBox".encode()))

    assert time.process_time() - started < 1
