"""What the texts of a corpus refer to: categories, tags, sources, comparisons, the portal."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.phrases import PHRASES

COMPARISONS: Final = 10
SOURCES: Final = 12
PORTAL: Final = "tinh-mau"

CATEGORIES: Final = (
    ("thu-tuc", "Thủ tục hành chính", "Procedures"),
    ("dat-dai", "Đất đai, xây dựng", "Land and building"),
    ("y-te", "Y tế", "Health"),
    ("giao-duc", "Giáo dục", "Education"),
    ("moi-truong", "Môi trường", "Environment"),
    ("kinh-te", "Kinh tế, thuế", "Economy and taxes"),
    ("an-sinh", "An sinh xã hội", "Social security"),
    ("ky-nang-so", "Kỹ năng số", "Digital skills"),
)
_FIELDS: Final = (
    ("ho-tich", "hộ tịch", "civil status"),
    ("dat-o", "đất ở", "residential land"),
    ("xay-dung", "xây dựng", "building"),
    ("bao-hiem", "bảo hiểm", "insurance"),
    ("thue", "thuế", "taxes"),
    ("truong-hoc", "trường học", "schools"),
    ("tiem-chung", "tiêm chủng", "vaccination"),
    ("rac-thai", "rác thải", "waste"),
    ("giao-thong", "giao thông", "roads"),
    ("du-lieu", "dữ liệu", "data"),
    ("nong-nghiep", "nông nghiệp", "farming"),
    ("viec-lam", "việc làm", "jobs"),
)
_ASPECTS: Final = (
    ("huong-dan", "hướng dẫn", "guides"),
    ("ke-hoach", "kế hoạch", "plans"),
    ("ket-qua", "kết quả", "results"),
    ("hoi-dap", "hỏi đáp", "questions"),
    ("bieu-mau", "biểu mẫu", "forms"),
)
# Sixty tags: a field seen under an aspect.
TAGS: Final = tuple(
    (f"{field}-{aspect}", f"{field_vi} – {aspect_vi}", f"{field_en}: {aspect_en}")
    for field, field_vi, field_en in _FIELDS
    for aspect, aspect_vi, aspect_en in _ASPECTS
)


def register_files(seed: int, communes: int = 0) -> Iterator[tuple[str, str]]:
    """The files that the texts refer to, as path and text; so many communes have a portal too."""
    yield "vocabulary.yaml", _vocabulary()
    for number in range(communes):
        yield f"portals/{commune_id(number)}/portal.yaml", _commune(number)
    yield f"portals/{PORTAL}/portal.yaml", _portal()
    for number in range(SOURCES):
        yield f"sources/{source_id(number)}.yaml", _source(number)
    for number in range(COMPARISONS):
        yield f"comparisons/{comparison_id(number)}.yaml", _comparison(seed, number)


def commune_id(number: int) -> str:
    """The id of the portal of a commune."""
    return f"xa-{number:03}"


def source_id(number: int) -> str:
    """The id of a source."""
    return f"bao-cao-{number:02}"


def comparison_id(number: int) -> str:
    """The id of a comparison."""
    return f"so-sanh-{number:02}"


def _vocabulary() -> str:
    lines = ["categories:"]
    lines += [f"  {name}: {_both(vi, en)}" for name, vi, en in CATEGORIES]
    lines += ["tags:"]
    lines += [f"  {name}: {_both(vi, en)}" for name, vi, en in TAGS]
    return "\n".join(lines) + "\n"


def _portal() -> str:
    nav = ", ".join(["tin-tuc", *(name for name, _, _ in CATEGORIES[:5]), "so-sanh"])
    return f"""\
name: {_both("Cổng thông tin điện tử tỉnh Mẫu", "Sample province portal")}
agency: {_both("Ủy ban nhân dân tỉnh Mẫu", "People's Committee of the sample province")}
url: https://tinh-mau.example/
address: {_both("Số 1, đường Trung tâm, tỉnh Mẫu", "1 Central Road, sample province")}
phone: "+84 200 000 000"
email: vanthu@tinh-mau.example
nav: [{nav}]
colours: {{brand: "#8f1d1f"}}
shares: all
"""


def _commune(number: int) -> str:
    """A portal below the host of the province, with a colour of its own."""
    nav = ", ".join(name for name, _, _ in CATEGORIES[number % 3 :: 2])
    return f"""\
name: {_both(f"Trang thông tin xã Mẫu {number + 1}", f"Portal of sample commune {number + 1}")}
agency: {_both(f"Ủy ban nhân dân xã Mẫu {number + 1}", f"Committee of commune {number + 1}")}
url: https://tinh-mau.example/{commune_id(number)}/
nav: [tin-tuc, {nav}]
colours: {{brand: "{("#8f1d1f", "#12315f", "#1d5c2f")[number % 3]}"}}
shares: all
"""


def _source(number: int) -> str:
    year, month = 2019 + number % 6, 1 + number
    title = _both(
        f"Báo cáo công tác năm {year}, quyển {number + 1}", f"Report of {year}, no. {number + 1}"
    )
    return f"""\
title: {title}
publisher: {_both("Văn phòng Ủy ban nhân dân tỉnh Mẫu", "Office of the sample province")}
published: {year + 1}-{month:02}-15
"""


def _comparison(seed: int, number: int) -> str:
    random = Random(f"{seed} comparison {number}")
    options = 2 + number % 3
    places = random.sample(range(len(PHRASES["vi"].places)), options)
    things = random.sample(range(len(PHRASES["vi"].things)), 6)
    title = _both(
        f"Cách làm của các xã, bảng {number + 1}", f"What communes do, table {number + 1}"
    )
    lines = [f"title: {title}", "options:"]
    lines += [f"  noi-{place}: {_pair('places', place)}" for place in places]
    lines += ["criteria:"]
    for row, thing in enumerate(things):
        lines += [f"  - id: viec-{thing}", f"    label: {_pair('things', thing)}", "    cells:"]
        lines += [f"      noi-{place}: {_cell(random, row)}" for place in places]
    return "\n".join(lines) + "\n"


def _cell(random: Random, row: int) -> str:
    source = source_id(random.randrange(SOURCES))
    if row == 4:
        return f"{{values: {{percent: {random.randrange(20, 100)}}}, source: {source}}}"
    if row == 5:
        return "{unknown: true}"
    manner = random.randrange(len(PHRASES["vi"].manners))
    return f"{_pair('manners', manner)[:-1]}, source: {source}}}"


def _pair(group: str, index: int) -> str:
    vi, en = (getattr(PHRASES[lang], group)[index] for lang in ("vi", "en"))
    return _both(vi, en)


def _both(vi: str, en: str) -> str:
    return f'{{vi: "{vi}", en: "{en}"}}'
