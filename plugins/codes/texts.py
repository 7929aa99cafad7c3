"""The codes of what may be wrong with Markdown, HTML and directives in texts."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import NEAR_EN, NEAR_VI, Code, CodeText

TEXTS: Final = (
    Code(
        "long-qua-sau",
        CodeText(
            "Bài lồng danh sách, trích dẫn hay ngoặc vuông quá sâu.", "Bỏ bớt các lớp lồng nhau."
        ),
        CodeText("The text nests lists, quotes or square brackets too deeply.", "Nest them less."),
        example="> > > > > > > > > > …",
    ),
    Code(
        "html-bi-bo",
        CodeText(
            "<{value}> không được phép dùng trong bài và sẽ bị bỏ mất.",
            "Viết bằng Markdown; muốn hiện dấu < thì viết &lt;.",
        ),
        CodeText(
            "<{value}> may not stand in a text and would be lost.",
            "Write Markdown; for the sign < itself write &lt;.",
        ),
        example="<script>alert(1)</script>",
    ),
    Code(
        "anh-sai",
        CodeText(
            "'{value}' không phải là ảnh PNG, JPEG, GIF, WebP hay AVIF.",
            "Xuất lại ảnh ở một trong các dạng đó, phần đuôi tên phải đúng với dạng ảnh.",
        ),
        CodeText(
            "'{value}' is no PNG, JPEG, GIF, WebP or AVIF picture.",
            "Export it in one of these forms, with the ending that belongs to it.",
        ),
        example="![Lễ hội]({static}le-hoi.pdf)",
    ),
    Code(
        "chi-thi-la",
        CodeText("Không có chỉ thị '/// {value}'.", "Chỉ có '/// comparison | mã'.", NEAR_VI),
        CodeText(
            "There is no directive '/// {value}'.", "There is only '/// comparison | id'.", NEAR_EN
        ),
        example="/// comparisn | bang",
    ),
    Code(
        "chi-thi-khong-dong",
        CodeText("Chỉ thị '///' chưa đóng.", "Thêm một dòng '///' ngay bên dưới."),
        CodeText("The directive '///' is not closed.", "Add a line '///' just below it."),
        example="/// comparison | bang⏎Nội dung.",
    ),
    Code(
        "chi-thi-thua",
        CodeText(
            "Chỉ thị 'comparison' không nhận '{value}'.", "Xóa dòng này; chỉ cần mã của bảng."
        ),
        CodeText(
            "The directive 'comparison' takes no '{value}'.",
            "Delete this line; the id of the table is enough.",
        ),
        example="/// comparison | bang⏎width: 100⏎///",
    ),
    Code(
        "chi-thi-le",
        CodeText("Dòng '///' này không đóng chỉ thị nào.", "Xóa dòng này."),
        CodeText("This line '///' closes no directive.", "Delete it."),
        example="///",
    ),
    Code(
        "chi-thi-thieu-ma",
        CodeText("Chỉ thị 'comparison' chưa ghi mã bảng.", "Viết '/// comparison | mã'."),
        CodeText("The directive 'comparison' names no table.", "Write '/// comparison | id'."),
        example="/// comparison⏎///",
    ),
    Code(
        "chi-thi-khong-chay",
        CodeText(
            "Chỉ thị '/// comparison | {value}' ở chỗ này không thành bảng.",
            "Đặt ở lề trái, ngoài thẻ HTML; muốn chỉ hiện chữ thì đặt giữa hai dòng ```.",
        ),
        CodeText(
            "The directive '/// comparison | {value}' makes no table here.",
            "Put it at the left margin, outside HTML; to show it as text, put it between lines of ```.",
        ),
        example="<div>⏎/// comparison | bang⏎///⏎</div>",
    ),
    Code(
        "bang-la",
        CodeText(
            "Không có bảng so sánh '{value}'.",
            "Thêm tệp content/comparisons/{value}.yaml.",
            NEAR_VI,
        ),
        CodeText(
            "There is no comparison '{value}'.", "Add content/comparisons/{value}.yaml.", NEAR_EN
        ),
        example="/// comparison | bang-gia⏎///",
    ),
)
