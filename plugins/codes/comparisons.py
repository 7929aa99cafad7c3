"""The codes of what may be wrong with comparison tables."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import NEAR_EN, NEAR_VI, Code, CodeText, InBoth

COMPARISONS: Final = (
    Code(
        "o-thieu",
        CodeText(
            "Tiêu chí '{criterion}' thiếu ô cho '{option}'.",
            "Thêm ô; nếu không biết, ghi {{unknown: true}}.",
        ),
        CodeText(
            "The criterion '{criterion}' has no cell for '{option}'.",
            "Add one; where it is not known, write {{unknown: true}}.",
        ),
        example="cells: {a: {vi: Có, source: bao}}",
    ),
    Code(
        "o-sai",
        CodeText(
            "Ô này phải có đúng một trong: chữ (vi, en), values, unknown, not_applicable.",
            "Giữ lại một trong số đó.",
        ),
        CodeText(
            "A cell holds exactly one of: text (vi, en), values, unknown, not_applicable.",
            "Keep one of them.",
        ),
        example="a: {vi: Có, unknown: true}",
    ),
    Code(
        "o-khong-nguon",
        CodeText("Ô này chưa ghi nguồn.", "Thêm 'source' là một mã trong content/sources/."),
        CodeText("This cell has no source.", "Add 'source', an id of content/sources/."),
        example="a: {vi: Có, en: Yes}",
    ),
    Code(
        "lua-chon-la",
        CodeText("Không có cột '{value}' trong 'options'.", "Sửa mã cột.", NEAR_VI),
        CodeText("There is no '{value}' among the options.", "Mend the id.", NEAR_EN),
        example="cells: {c: {unknown: true}}",
    ),
    Code(
        "tieu-chi-trung",
        CodeText("Tiêu chí '{value}' có hai lần.", "Giữ lại một, hoặc đặt mã khác."),
        CodeText("The criterion '{value}' stands twice.", "Keep one, or give it another id."),
        example="- id: phi⏎…⏎- id: phi",
    ),
    Code(
        "chu-trong-o",
        CodeText(
            "Chữ của ô này không hiện được trong bảng.",
            "Chỉ dùng chữ, liên kết, chữ đậm, chữ nghiêng, mã và danh sách.",
        ),
        CodeText(
            "The text of this cell cannot be shown in a table.",
            "Use only words, links, bold, italics, code and lists.",
        ),
        example='a: {vi: "# Có", source: bao}',
    ),
    Code(
        "mot-lua-chon",
        CodeText("Bảng chỉ có một cột, không so sánh được gì.", "Thêm cột vào 'options'."),
        CodeText("There is one option only, so nothing is compared.", "Add options."),
        "warning",
        example="options: {a: Cách A}",
    ),
    Code(
        "gia-tri-sai",
        CodeText(
            "'{value}' không phải là {kind}.",
            "Viết số như 15000 hay 98.5, không có dấu ngăn hàng nghìn và dấu %; ngày như 2021-06-15, năm như 2022.",
        ),
        CodeText(
            "'{value}' is no {kind}.",
            "Write numbers as 15000 or 98.5, without signs between thousands and without %; dates as 2021-06-15, years as 2022.",
        ),
        example="values: {number: 15.000}",
        special={
            "number": InBoth(
                CodeText(
                    "'{value}' không phải là {kind} viết theo mẫu.",
                    "Số không có dấu ngăn hàng nghìn và dấu %: 15000; phần lẻ đứng sau dấu chấm: 98.5.",
                    "Viết {near}.",
                ),
                CodeText(
                    "'{value}' is no {kind} as they are written here.",
                    "Numbers have no sign between thousands and no %: 15000; decimals stand behind a point: 98.5.",
                    "Write {near}.",
                ),
            ),
            "date": InBoth(
                CodeText(
                    "'{value}' không phải là {kind}.",
                    "Ngày trong bảng viết như 2021-06-15, không có giờ.",
                    "Viết {near}.",
                ),
                CodeText(
                    "'{value}' is no {kind}.",
                    "Dates in tables are written as 2021-06-15, without a time.",
                    "Write {near}.",
                ),
            ),
        },
    ),
    Code(
        "bang-qua-lon",
        CodeText(
            "Bảng có {count} {kind}, vượt mức {limit}.",
            "Chia thành nhiều bảng, hoặc bỏ phần ít người đọc.",
        ),
        CodeText(
            "The table has {count} {kind}, more than {limit}.",
            "Make several tables of it, or leave out what few will read.",
        ),
        example="criteria: … (10000)",
    ),
)
