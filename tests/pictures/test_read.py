"""Pictures are read whole, cleaned without loss, or refused."""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from plugins.codes.table import CODES
from plugins.pictures.exif import only_orientation
from plugins.pictures.picture import Picture, PictureError
from plugins.pictures.read import clean_picture, read_picture
from tests.pictures.samples import (
    FORMATS,
    SECRET,
    animation,
    exif,
    pixels,
    png_chunk,
    png_claiming,
    sample,
    saved,
)

SIGNATURE = b"\x89PNG\r\n\x1a\n"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"


def refused(name: str, data: bytes) -> str:
    """The code with which a file is refused."""
    with pytest.raises(PictureError) as found:
        read_picture(name, data)
    return found.value.code


@pytest.mark.parametrize("ending", FORMATS)
def test_a_picture_without_metadata_stays_as_it_is(ending: str) -> None:
    """Size and bytes are those of the file."""
    data = sample(ending)

    picture = read_picture(f"anh.{ending}", data)

    assert (picture.width, picture.height) == (40, 30)
    assert picture.data == data


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_metadata_is_taken_out_and_every_pixel_stays(ending: str) -> None:
    """EXIF with place and person, XMP, comments and what follows the end are gone."""
    data = sample(ending, exif=exif(), **({} if ending == "png" else {"xmp": XMP}))
    data += b"trailer " + SECRET

    picture = read_picture(f"anh.{ending}", data)

    assert data.count(SECRET) >= 2
    assert SECRET not in picture.data
    assert b"xmpmeta" not in picture.data
    assert pixels(picture.data) == pixels(data)


def test_texts_of_a_png_are_taken_out() -> None:
    """In all three ways of writing them, and the time of the last change."""
    texts = PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_text("Comment", SECRET.decode(), zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = sample("png", pnginfo=texts)
    data = data[:-12] + png_chunk(b"tIME", b"\x07\xea\x0b\x16\x0c\0\0") + data[-12:]

    assert read_picture("anh.png", data).data == sample("png")


def test_comments_of_jpeg_and_gif_are_taken_out() -> None:
    """And the pixels stay."""
    for ending in ("jpg", "gif"):
        data = sample(ending, comment=SECRET)

        cleaned = read_picture(f"a.{ending}", data).data

        assert SECRET in data
        assert SECRET not in cleaned
        assert pixels(cleaned) == pixels(data)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
@pytest.mark.parametrize("orientation", [3, 6])
def test_a_turned_picture_stays_turned(ending: str, orientation: int) -> None:
    """Of EXIF the orientation alone is kept; width and height are those that are seen."""
    picture = read_picture(f"anh.{ending}", sample(ending, exif=exif(orientation)))

    assert (picture.width, picture.height) == ((30, 40) if orientation == 6 else (40, 30))
    assert SECRET not in picture.data
    with Image.open(io.BytesIO(picture.data)) as shown:
        assert dict(shown.getexif()) == {0x0112: orientation}


def test_a_webp_of_the_simple_form_is_not_turned() -> None:
    """No browser reads EXIF behind one, and it is not published."""
    data = sample("webp")
    told = b"EXIF\x1a\0\0\0" + only_orientation(6)
    turned = data[:4] + (len(data) - 8 + len(told)).to_bytes(4, "little") + data[8:] + told

    picture = read_picture("a.webp", turned)

    assert data[12:16] == b"VP8 "
    assert len(told) == 8 + 0x1A
    assert (picture.width, picture.height, picture.data) == (40, 30, data)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_cleaning_a_clean_picture_changes_nothing(ending: str) -> None:
    """The published file can be put into the content again."""
    first = read_picture(f"a.{ending}", sample(ending, exif=exif(8)) + b"x")

    assert read_picture(f"a.{ending}", first.data) == first


def test_colours_are_kept() -> None:
    """The profile of the colours says how to show the pixels."""
    profile = b"profile of colours" * 9
    for ending in ("jpg", "png", "webp"):
        data = sample(ending, icc_profile=profile)

        assert read_picture(f"a.{ending}", data).data == data


def test_the_thumbnail_of_a_jpeg_is_taken_out() -> None:
    """It may show what was cut away from the picture."""
    data = sample("jpg")
    assert data[2:4] == b"\xff\xe0"
    thumbnail = b"\xff\xe0" + (16 + 27).to_bytes(2, "big") + data[6:18] + b"\x03\x03" + bytes(27)

    assert read_picture("a.jpg", data[:2] + thumbnail + data[20:]).data == data


@pytest.mark.parametrize("ending", ["png", "gif", "webp"])
def test_an_animation_stays_one(ending: str) -> None:
    """Its frames and its repeating are kept."""
    data = animation(ending)

    picture = read_picture(f"a.{ending}", data + SECRET)

    assert picture.data == data


def test_a_moving_avif_is_refused() -> None:
    """What else may stand in one is not known."""
    assert refused("a.avif", animation("avif")) == "anh-hong"


def test_an_avif_whose_frames_are_larger_than_told_is_refused() -> None:
    """A picture of ten pixels may not fill the memory; nothing is decoded to find it out."""
    data = sample("avif", (4_000, 4_000), speed=10)
    told = data.index(b"ispe") + 8
    lie = data[:told] + (10).to_bytes(4, "big") * 2 + data[told + 8 :]

    with pytest.raises(PictureError) as error:
        clean_picture("a.avif", lie)

    assert error.value.values == {"reason": "picture-pixels"}


@pytest.mark.parametrize("size", [(1, 1), (37, 91), (640, 333)])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_an_avif_of_any_size_is_read(size: tuple[int, int], mode: str) -> None:
    """Grey or coloured, with or without holes."""
    data = saved(Image.new(mode, size), "avif")

    assert read_picture("a.avif", data).data == data


@pytest.mark.parametrize(("options", "found"), [({"exif": exif()}, "EXIF"), ({"xmp": XMP}, "XMP")])
def test_an_avif_with_metadata_is_refused(options: dict[str, object], found: str) -> None:
    """Nothing can be cut out of it without making it anew."""
    with pytest.raises(PictureError) as error:
        read_picture("a.avif", sample("avif", **options))

    assert (error.value.code, error.value.values) == ("anh-co-thong-tin", {"found": found})


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"<!DOCTYPE html><html><body>x</body></html>", "anh-gia"),
        ("a.jpg", b"\xef\xbb\xbf\n <HTML>", "anh-gia"),
        ("a.svg", b"<html><svg/></html>", "anh-gia"),
        ("a.png", b"%PDF-1.7\n", "anh-gia"),
        ("a.png", b"PK\x03\x04", "anh-gia"),
        ("a.png", b"MZ\x90\0", "anh-gia"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "anh-gia"),
        ("a.jpg", b"<?php system($_GET[0]);", "anh-gia"),
        ("a.jpg", b"", "anh-sai"),
        ("a.jpg", b"hello", "anh-sai"),
        ("a.jpg", sample("png"), "anh-sai-duoi"),
        ("a.png", sample("webp"), "anh-sai-duoi"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "anh-sai-duoi"),
    ],
)
def test_a_file_is_what_its_name_says(name: str, data: bytes, code: str) -> None:
    """HTML, documents, programs and other pictures are refused, and named."""
    assert refused(name, data) == code


@pytest.mark.parametrize(
    ("width", "height", "code"),
    [
        (12_001, 1, "anh-qua-dai"),
        (1, 2**31 - 1, "anh-qua-dai"),
        (8000, 8000, "anh-qua-nhieu-diem"),
        (0, 8, "anh-hong"),
    ],
)
def test_a_bomb_is_refused_by_its_header(width: int, height: int, code: str) -> None:
    """Before a pixel of it is read."""
    assert refused("a.png", png_claiming(width, height)) == code


def test_a_header_that_promises_more_than_there_is_is_refused() -> None:
    """A size within the limits without the pixels."""
    assert refused("a.png", png_claiming(2000, 2000)) == "anh-hong"


@pytest.mark.parametrize("interlaced", [0, 1])
@pytest.mark.parametrize(("bits", "colour", "row"), [(8, 2, 21), (1, 0, 1), (8, 3, 7)])
def test_a_png_has_every_row_that_its_header_promises(
    bits: int, colour: int, row: int, interlaced: int
) -> None:
    """Readers show the rest as black or clear; it was lost when the file was made."""
    passes = [(1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (3, 4), (7, 4)] if interlaced else [(7, 8)]
    per_pixel = row / 7 if bits == 8 else 1 / 8
    rows = b"".join(
        b"\0" * (1 + math.ceil(columns * per_pixel)) * lines for columns, lines in passes
    )
    header = struct.pack(">IIBBBBB", 7, 8, bits, colour, 0, 0, interlaced)

    def png(pixels: bytes) -> bytes:
        chunks = [(b"IHDR", header), (b"PLTE", b"\0\0\0"), (b"IDAT", zlib.compress(pixels))]
        if colour != 3:
            del chunks[1]
        return SIGNATURE + b"".join(png_chunk(*one) for one in [*chunks, (b"IEND", b"")])

    assert read_picture("a.png", png(rows)).height == 8
    assert refused("a.png", png(rows[:-1])) == "anh-hong"


def test_an_animation_is_limited_as_a_whole() -> None:
    """Its frames together take the time and memory of one huge picture."""
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    data = b"GIF89a\xd0\x07\xd0\x07\x80\0\0\0\0\0\xff\xff\xff" + frame * 26 + b"\x3b"

    assert refused("a.gif", data) == "anh-dong-qua-dai"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_cut_off_picture_is_refused(ending: str) -> None:
    """Wherever the copying stopped."""
    data = sample(ending)
    for length in range(len(data) // 2, len(data), max(1, len(data) // 40)):
        assert refused(f"a.{ending}", data[:length]) in ("anh-hong", "anh-gia")


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    """Each scan costs the time of the whole picture."""
    data = sample("jpg", progressive=True)
    scan = data.rindex(b"\xff\xda")
    repeated = data[:scan] + data[scan:-2] * 30 + data[-2:]

    assert refused("a.jpg", repeated) == "anh-hong"


def zipped() -> bytes:
    """An archive with one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    return file.getvalue()


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "webp"])
@pytest.mark.parametrize(
    "hidden",
    [
        b"<script>alert(1)</script>",
        b"<ScRiPt src=//xau.example>",
        b"<?php system($_GET[0]); ?>",
        b"<!DOCTYPE html>",
        b"<svg onload=alert(1)>",
        b"<html >",
        b"<iframe src=x>",
        b"%PDF-1.4",
        zipped(),
    ],
)
def test_what_hides_behind_a_picture_is_refused(ending: str, hidden: bytes) -> None:
    """Even though it would be cut off: somebody put it there."""
    assert refused(f"a.{ending}", sample(ending, size=(8, 8)) + hidden) == "anh-giau-noi-dung"


def test_what_hides_in_metadata_is_refused() -> None:
    """In a comment, in EXIF, and in a profile of colours."""
    for options in (
        {"comment": b"<script>alert(1)</script>"},
        {"xmp": b"<html><body>"},
        {"icc_profile": b"x" * 200 + b"<?php eval($_POST[0]);"},
    ):
        assert refused("a.jpg", sample("jpg", **options)) == "anh-giau-noi-dung"


def gif_sized(sides: bytes, colours: bytes = b"") -> bytes:
    """A GIF of one pixel whose screen has these four bytes of width and height."""
    table = colours.ljust(6, b"\0")
    return b"GIF89a" + sides + b"\x80\0\0" + table + b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0\x3b"


@pytest.mark.parametrize(
    "data",
    [
        gif_sized(b"/*\1\0", b"*/=1//"),
        gif_sized(b"/*\xc8\0"),
        gif_sized(b"=\n/*"),
        gif_sized(b"=\t\n "),
        gif_sized(b"; \xe9\n"),
        gif_sized(b"`\t\x80\x0c"),
        gif_sized(b"b\n/*"),
        gif_sized(b"=\n'\1"),
        gif_sized(b'="\1\0'),
        gif_sized(b"\xf6\n`\1"),
        gif_sized(b"`\1\1\0") + b"`;function GIF89a(){}",
        gif_sized(b"/*\1\0").replace(b"89a", b"87a"),
    ],
)
def test_a_gif_that_is_a_script_too_is_refused(data: bytes) -> None:
    """Its width and height go on with the name that it begins with."""
    with pytest.raises(PictureError) as error:
        clean_picture("a.gif", data)

    assert (error.value.code, error.value.values) == (
        "anh-giau-noi-dung",
        {"found": "JavaScript"},
    )


def webp_of_length(length: int, profile: bytes) -> bytes:
    """A WebP file whose first length is `length`, with a colour profile that begins so."""
    data = sample("webp", icc_profile=b"x" * 100)
    place = data.index(b"ICCP")
    before, behind = data[8:place], data[place + 108 :]
    size = length - len(before) - len(behind) - 8
    chunk = b"ICCP" + size.to_bytes(4, "little") + profile.ljust(size, b" ")
    return b"RIFF" + length.to_bytes(4, "little") + before + chunk + behind


def jpeg_of_length(length: int, profile: bytes) -> bytes:
    """A JPEG file whose first segment is a colour profile of `length` that begins so."""
    body = (b"ICC_PROFILE\0\1\1" + profile).ljust(length - 2, b" ")
    return b"\xff\xd8\xff\xe2" + length.to_bytes(2, "big") + body + sample("jpg")[2:]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("/*", "*/"), ("//", "\n"), ("=`", "`"), ("='", "'"), ("=/", "/"), ("`=", "\\` `")],
)
def test_a_jpeg_that_is_a_script_too_is_refused(opening: str, closing: str) -> None:
    """Its first length opens what swallows all before the script."""
    length = int.from_bytes(opening.encode(), "big")
    data = jpeg_of_length(length, f"{closing};alert(1)//".encode())

    assert refused("a.jpg", data) == "anh-giau-noi-dung"


@pytest.mark.parametrize("opening", ["`=", ",`", '<"', "(/"])
def test_a_webp_that_is_a_script_too_is_refused(opening: str) -> None:
    """Lengths of WebP are even, so that none opens a comment."""
    length = int.from_bytes(opening.encode(), "little")
    data = webp_of_length(length, f"{opening.strip('=,<(')};alert(1)//".encode())

    assert refused("a.webp", data) == "anh-giau-noi-dung"


@pytest.mark.parametrize("length", [0x2A2E, 0x2A30, 0x603C])
def test_a_webp_of_another_length_is_kept(length: int) -> None:
    """What stands in a profile of colours is no script where nothing leads to it."""
    data = webp_of_length(length, b"*/;alert(1)//")

    assert read_picture("a.webp", data).data == data


@pytest.mark.parametrize(
    "size",
    [
        (47, 42),
        (303, 10),
        (352, 288),
        (608, 96),
        (2400, 400),
        (2480, 3508),
        (2550, 3300),
        (30, 10799),
    ],
)
def test_a_gif_of_any_honest_size_is_kept(size: tuple[int, int]) -> None:
    """Also one whose width alone, or height alone, has bytes that are letters."""
    data = gif_sized(struct.pack("<HH", *size))

    assert clean_picture("a.gif", data).width == size[0]


def test_what_phones_append_is_cut_off() -> None:
    """A second picture and a film are no attack."""
    data = sample("jpg")
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(range(256)) * 40

    assert read_picture("a.jpg", data + sample("jpg", size=(8, 8)) + film).data == data


def test_a_word_of_a_zip_in_pixels_is_no_archive() -> None:
    """Four bytes stand anywhere by chance."""
    assert read_picture("a.jpg", sample("jpg") + b"PK\x05\x06" + bytes(18)).width == 40


@given(st.sampled_from(sorted(FORMATS)), st.data())
def test_damaged_pictures_never_end_in_a_traceback(ending: str, draw: st.DataObject) -> None:
    """Any bytes give a picture or a problem of the table."""
    data = bytearray(SAMPLES[ending])
    for _ in range(draw.draw(st.integers(0, 6))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    try:
        picture = read_picture(f"a.{ending}", bytes(data))
    except PictureError as error:
        CODES[error.code].vi.message.format(**error.values)
    else:
        assert isinstance(picture, Picture)
        assert clean_picture(f"a.{ending}", picture.data).data == picture.data


SAMPLES = {ending: sample(ending, size=(8, 8)) for ending in FORMATS}
