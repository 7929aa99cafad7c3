"""The codes of what may be wrong with finished pages, whatever made them."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText

FINISHED: Final = (
    Code(
        "trang-co-rac",
        CodeText(
            "Trang '{page}' đã dựng có câu quảng cáo bị cấm: '{value}'.",
            "Xóa câu đó ở tệp này. Nếu tệp không có câu đó, báo người phụ trách giao diện; nếu câu đó là chính đáng, ghi mã {fingerprint} của câu vào content/exceptions.yaml.",
        ),
        CodeText(
            "The finished page '{page}' holds forbidden advertising: '{value}'.",
            "Delete it in this file. If it is not there, tell those who keep the theme; if the sentence is honest, put {fingerprint} into content/exceptions.yaml.",
        ),
        example="nh&agrave; c<b></b>&aacute;i uy tín, thưởng 100k",
    ),
    Code(
        "trang-dan-ngoai",
        CodeText(
            "Trang '{page}' đã dựng dẫn tới '{value}', nơi chưa được phép.",
            "Xóa liên kết ở tệp này, hoặc thêm máy chủ vào content/links.yaml (host, why, by, until).",
        ),
        CodeText(
            "The finished page '{page}' leads to '{value}', which is not allowed.",
            "Remove the link in this file, or add the host to content/links.yaml (host, why, by, until).",
        ),
        example="https://la.example/",
    ),
    Code(
        "trang-ma-la",
        CodeText(
            "Trang '{page}' đã dựng có mã mà giao diện không viết: '{value}'.",
            "Xóa đoạn đó ở tệp này. Nếu tệp không có đoạn đó, báo người phụ trách giao diện.",
        ),
        CodeText(
            "The finished page '{page}' holds code that the theme does not write: '{value}'.",
            "Delete it in this file. If it is not there, tell those who keep the theme.",
        ),
        example="<iframe src=…>",
    ),
    Code(
        "trang-khong-nguon",
        CodeText(
            "Không có tệp nguồn nào giải thích trang '{page}'.",
            "Báo người phụ trách chương trình; cổng không được xuất bản khi còn trang này.",
        ),
        CodeText(
            "No source file explains the page '{page}'.",
            "Tell those who keep the program; the portal is not published with this page.",
        ),
        example="tep/la.html",
    ),
)
