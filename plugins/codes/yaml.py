"""The codes of what may be wrong with YAML, in front matter and in data."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText, InBoth

_VI: Final = "YAML viết sai: {reason}."
_EN: Final = "Broken YAML: {reason}."

YAML: Final = (
    Code(
        "yaml-hong",
        CodeText(
            _VI,
            "Đặt giá trị có dấu ':' hay '#' trong nháy kép; xem lại nháy, ngoặc và các dấu cách ở đầu dòng.",
        ),
        CodeText(
            _EN,
            "Put values with ':' or '#' in double quotes; check quotes, brackets and indents.",
        ),
        example="title: Thông báo: nghỉ lễ",
        special={
            "colon": InBoth(
                CodeText(_VI, "Đặt cả giá trị trong nháy kép."),
                CodeText(_EN, "Put the whole value into double quotes."),
            ),
            "no-colon": InBoth(
                CodeText(
                    _VI,
                    "Thêm dấu hai chấm sau tên trường; dòng nối tiếp giá trị ở trên thì thụt vào hai dấu cách.",
                ),
                CodeText(
                    _EN,
                    "Put a colon behind the name; indent a line that goes on with the value above by two spaces.",
                ),
            ),
            "too-far": InBoth(
                CodeText(
                    _VI,
                    "Xóa dấu cách thừa ở đầu dòng; dòng nối tiếp giá trị ở trên thì đặt cả giá trị trong nháy kép.",
                ),
                CodeText(
                    _EN,
                    "Delete the spaces too many; where the line goes on with the value above, put the whole value into double quotes.",
                ),
            ),
            "glued": InBoth(
                CodeText(_VI, "Thêm dấu cách sau dấu hai chấm."),
                CodeText(_EN, "Put a space after the colon."),
            ),
            "sign": InBoth(
                CodeText(_VI, "Đặt cả giá trị trong nháy kép."),
                CodeText(_EN, "Put the whole value into double quotes."),
            ),
            "tab": InBoth(
                CodeText(_VI, "Xóa dấu Tab ở đầu dòng, gõ dấu cách thay vào."),
                CodeText(_EN, "Delete the tab and type spaces instead."),
            ),
            "open": InBoth(
                CodeText(
                    _VI,
                    "Thêm dấu đóng; nháy hay ngoặc là chữ của giá trị thì đặt cả giá trị trong nháy.",
                ),
                CodeText(
                    _EN, "Close it; where it belongs to the words, put the whole value into quotes."
                ),
            ),
            "indent": InBoth(
                CodeText(_VI, "Cho các dòng cùng cấp bắt đầu ở cùng một cột."),
                CodeText(_EN, "Let the lines of one level begin in one column."),
            ),
            "after-quote": InBoth(
                CodeText(
                    _VI,
                    "Đặt cả giá trị trong nháy đơn. Dấu nháy đơn ở trong thì viết hai lần liền nhau.",
                ),
                CodeText(
                    _EN,
                    "Put the whole value into single quotes. Write each single quote within it twice.",
                ),
            ),
            "after-single-quote": InBoth(
                CodeText(_VI, "Đặt cả giá trị trong nháy kép."),
                CodeText(_EN, "Put the whole value into double quotes."),
            ),
            "picture-name": InBoth(
                CodeText(_VI, "Ở đây chỉ viết tên ảnh, không có {{static}}."),
                CodeText(_EN, "Write the name of the picture only, without {{static}}."),
            ),
        },
    ),
    Code(
        "dau-thang",
        CodeText(
            "Từ dấu # trở đi bị bỏ mất: '{value}'.",
            "Đặt cả giá trị trong nháy kép; ghi chú thì viết thành một dòng riêng, mở đầu bằng #.",
        ),
        CodeText(
            "All from the # on would be lost: '{value}'.",
            "Put the whole value into double quotes; write a note on a line of its own that begins with #.",
        ),
        example="title: Văn bản #15 của xã",
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
