"""The codes of what may be wrong with YAML, in front matter and in data."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText

YAML: Final = (
    Code(
        "yaml-hong",
        CodeText(
            "YAML viết sai: {reason}.",
            "Đặt giá trị có dấu ':' hay '#' trong nháy kép; xem lại nháy, ngoặc và lề.",
        ),
        CodeText(
            "Broken YAML: {reason}.",
            "Put values with ':' or '#' in double quotes; check quotes, brackets and indents.",
        ),
        example="title: Thông báo: nghỉ lễ",
    ),
    Code(
        "yaml-neo",
        CodeText("Không dùng neo (&, *) của YAML.", "Viết thẳng giá trị, hoặc đặt trong nháy kép."),
        CodeText("YAML anchors (&, *) are not used here.", "Write the value out, or quote it."),
        example="title: &a Thông báo",
    ),
    Code(
        "yaml-nhan",
        CodeText("Không dùng nhãn kiểu (!) của YAML.", "Bỏ nhãn, hoặc đặt giá trị trong nháy kép."),
        CodeText("YAML tags (!) are not used here.", "Leave the tag out, or quote the value."),
        example="title: !!str Thông báo",
    ),
    Code(
        "yaml-qua-sau",
        CodeText("YAML lồng quá sâu.", "Viết theo đúng mẫu trong sổ tay biên tập."),
        CodeText("The YAML is nested too deeply.", "Follow the form in the editors' handbook."),
        example="tags: [[[[[[[[[[[[[[thue]]]]]]]]]]]]]]",
    ),
    Code(
        "yaml-qua-lon",
        CodeText("Tệp YAML quá lớn.", "Xóa những mục không dùng, hoặc chia thành nhiều tệp."),
        CodeText(
            "The YAML file is too large.",
            "Delete what is not used, or split it into several files.",
        ),
        example="criteria: … (2 MB)",
    ),
)
