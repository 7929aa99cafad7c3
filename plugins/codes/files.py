"""The codes of what may be wrong with files and folders."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText

FILES: Final = (
    Code(
        "tep-khong-doc",
        CodeText(
            "Không đọc được tệp: {reason}.", "Kiểm tra xem tệp có còn và có được phép đọc không."
        ),
        CodeText("The file cannot be read: {reason}.", "Check that it exists and may be read."),
        example="rm content/vocabulary.yaml",
    ),
    Code(
        "tep-khong-utf8",
        CodeText("Tệp không dùng bảng mã UTF-8.", "Khi lưu tệp, chọn bảng mã UTF-8."),
        CodeText("The file is not UTF-8.", "Choose the encoding UTF-8 when you save it."),
        example="title: QuyÕt ®Þnh (TCVN3)",
    ),
    Code(
        "ky-tu-dieu-khien",
        CodeText("Có ký tự ẩn {char} không được phép dùng.", "Xóa ký tự đó rồi gõ lại chỗ này."),
        CodeText("There is an invisible character {char}.", "Delete it and type this place again."),
        example='title: "Thông báo\\u0007"',
    ),
    Code(
        "tep-qua-lon",
        CodeText("Tệp nặng {size} MB, vượt mức {limit} MB.", "Chia nhỏ hoặc nén tệp lại."),
        CodeText("The file is {size} MB, more than {limit} MB.", "Split it or make it smaller."),
        example="le-hoi.jpg (12 MB)",
    ),
    Code(
        "tep-lien-ket",
        CodeText("Đây là liên kết tượng trưng hoặc tệp đặc biệt.", "Thay bằng một tệp thường."),
        CodeText("This is a symbolic link or a special file.", "Put a plain file in its place."),
        example="index.vi.md -> /etc/passwd",
    ),
    Code(
        "tep-la",
        CodeText(
            "Chương trình không biết dùng tệp này vào việc gì.",
            "Đặt đúng tên (index.vi.md, index.en.md, portal.yaml, <mã>.yaml) và đúng thư mục như sổ tay biên tập chỉ dẫn, hoặc chuyển tệp đi nơi khác.",
        ),
        CodeText(
            "The program does not know what this file is for.",
            "Name it (index.vi.md, index.en.md, portal.yaml, <id>.yaml) and place it as the editors' handbook says, or move it elsewhere.",
        ),
        example="articles/le-hoi/index.fr.md",
    ),
    Code(
        "ten-sai",
        CodeText(
            "Tên '{name}' không dùng làm mã được.",
            "Chỉ dùng chữ thường không dấu a-z, chữ số và dấu gạch nối.",
        ),
        CodeText(
            "The name '{name}' cannot be used as an id.",
            "Use only the letters a-z without marks, digits and hyphens.",
        ),
        example="articles/Lễ hội/index.vi.md",
    ),
)
