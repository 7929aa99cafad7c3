"""The codes of what the wall against injected spam finds."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText, InBoth

SPAM: Final = (
    Code(
        "rac-quang-cao",
        CodeText(
            "Câu này là quảng cáo rác ({kind}): '{sentence}'.",
            "Xóa câu này và xem ai đã chèn vào. Nếu câu đúng là của bài, thêm mã {fingerprint} của câu "
            "vào content/exceptions.yaml (sentence, why, by, until).",
        ),
        CodeText(
            "This sentence is spam ({kind}): '{sentence}'.",
            "Delete it and find out who put it there. If it belongs to the text, add its fingerprint "
            "{fingerprint} to content/exceptions.yaml (sentence, why, by, until).",
        ),
        example="Soi cầu miền Bắc hôm nay, chốt số chuẩn 100%",
        special={
            "many": InBoth(
                CodeText(
                    "Bài bắt đầu bằng '{sentence}' có hơn {limit} câu mà phần kiểm tra phải xem riêng từng câu.",
                    "Chia bài thành nhiều bài ngắn hơn.",
                ),
                CodeText(
                    "The text that begins with '{sentence}' has more than {limit} sentences that each call for "
                    "a look.",
                    "Split it into several shorter texts.",
                ),
            ),
            "company": InBoth(
                CodeText(
                    "Câu này giống quảng cáo rác ({kind}), bị từ chối vì đứng cùng nhiều câu rác khác: '{sentence}'.",
                    "Xóa các câu rác kia trước; khi đó câu này chỉ còn bị nhắc. Nếu nó cũng là rác thì xóa luôn, "
                    "nếu đúng là của bài thì có thể thêm mã {fingerprint} của câu vào content/exceptions.yaml.",
                ),
                CodeText(
                    "This sentence looks like spam ({kind}) and is refused for the spam that stands around it: "
                    "'{sentence}'.",
                    "Delete the other spam first; then it is only warned of. If it is spam too, delete it; if it "
                    "belongs to the text, you may add its fingerprint {fingerprint} to content/exceptions.yaml.",
                ),
            ),
        },
    ),
    Code(
        "nghi-rac",
        CodeText(
            "Câu này giống quảng cáo rác ({kind}): '{sentence}'.",
            "Đọc lại câu. Nếu câu đúng là của bài, có thể để nguyên, hoặc thêm mã {fingerprint} của câu "
            "vào content/exceptions.yaml để không bị nhắc nữa.",
        ),
        CodeText(
            "This sentence looks like spam ({kind}): '{sentence}'.",
            "Read it again. If it belongs to the text, leave it, or add its fingerprint "
            "{fingerprint} to content/exceptions.yaml to be told no more.",
        ),
        severity="warning",
        example="Nhóm bạn rủ nhau chơi game bài dịp Tết",
    ),
    Code(
        "dau-van-sai",
        CodeText(
            "'{value}' không phải là mã của một câu.",
            "Chép đúng 16 ký tự mà thông báo về câu đó đưa ra.",
        ),
        CodeText(
            "'{value}' is no fingerprint of a sentence.",
            "Copy the 16 characters that the message about the sentence gives.",
        ),
        example="sentence: 12ab",
    ),
    Code(
        "ngoai-le-qua-dai",
        CodeText(
            "Ngoại lệ đến ngày {value} là quá dài: mỗi lần được nhiều nhất hai năm.",
            "Ghi ngày gần hơn ở 'until'; hết hạn thì đọc lại câu rồi gia hạn.",
        ),
        CodeText(
            "An exception until {value} is too long: two years at a time are the most.",
            "Write a nearer day in 'until'; then read the sentence again and set a new one.",
        ),
        example="until: 2099-01-01",
    ),
    Code(
        "ngoai-le-thua",
        CodeText(
            "Không còn câu nào ứng với mã '{value}': câu đã được sửa hoặc đã xóa.",
            "Xóa mục này; câu nào sửa rồi mà vẫn bị báo thì thêm mã mới của nó.",
        ),
        CodeText(
            "No sentence has the fingerprint '{value}' any more: it was changed or deleted.",
            "Delete this entry; if the changed sentence is still refused, add its new fingerprint.",
        ),
        severity="warning",
        example="sentence: 0123456789abcdef",
    ),
    Code(
        "ngoai-le-het-han",
        CodeText(
            "Ngoại lệ cho câu '{value}' đã hết hạn và không còn hiệu lực.",
            "Xóa mục này, hoặc xem lại câu rồi ghi ngày 'until' mới.",
        ),
        CodeText(
            "The exception for the sentence '{value}' is past its date and counts no more.",
            "Delete this entry, or read the sentence again and set a new 'until'.",
        ),
        severity="warning",
        example="until: 2020-01-01",
    ),
)
