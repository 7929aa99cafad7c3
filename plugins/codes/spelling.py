"""The codes of what may be wrong with the letters of a text."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText, InBoth

SPELLING: Final = (
    Code(
        "ky-tu-an",
        CodeText(
            "Trong '{found}' có ký tự ẩn {char}.",
            "Xóa ký tự đó (không nhìn thấy nhưng vẫn chiếm một chỗ) để còn '{repair}'; ngoài phần mã thì lệnh 'check --fix' làm được việc này.",
        ),
        CodeText(
            "There is an invisible character {char} in '{found}'.",
            "Delete the character, which cannot be seen, so that '{repair}' is left; outside code 'check --fix' can do that.",
        ),
        example="Chính⟨U+200B⟩phủ",
    ),
    Code(
        "chu-gia",
        CodeText(
            "'{found}' có chữ {char} chỉ trông giống chữ cái tiếng Việt.",
            "Gõ lại thành '{repair}'.",
        ),
        CodeText(
            "'{found}' has the letter {char}, which only looks like the right one.",
            "Type it again as '{repair}'.",
        ),
        example="Nghị định số 30/2020/NÐ-CP (Ð U+00D0)",
        special={
            "mark": InBoth(
                CodeText("'{found}' có dấu thanh thừa {char} ở chữ đ.", "Gõ lại thành '{repair}'."),
                CodeText(
                    "'{found}' has a tone {char} at its first consonant, where none can be.",
                    "Type it again as '{repair}'.",
                ),
            ),
        },
    ),
    Code(
        "sot-bang-ma",
        CodeText(
            "'{found}' là chữ còn sót lại của bảng mã {encoding}.",
            "Viết lại thành '{repair}'.",
        ),
        CodeText(
            "'{found}' is left over from the encoding {encoding}.", "Write '{repair}' instead."
        ),
        example="Céng hßa x· héi",
    ),
    Code(
        "chu-mat",
        CodeText(
            "Trong '{found}' có chữ đã mất: dấu � (U+FFFD) đứng thay một chữ mà chương trình nào đó không đọc được.",
            "Gõ lại từ này theo bản gốc; chép cả đoạn từ bản gốc nếu mất nhiều chữ.",
        ),
        CodeText(
            "A letter of '{found}' is lost: U+FFFD stands where some program could not read it.",
            "Type the word again as the original has it; copy the whole passage anew if much is lost.",
        ),
        example="Ch�nh ph� điện tử",
    ),
    Code(
        "chua-nfc",
        CodeText(
            "Dấu của '{found}' được lưu rời khỏi chữ (không phải dạng NFC).",
            "Chạy 'check --fix' để lưu thành chữ có sẵn dấu; trang vẫn hiện đúng.",
        ),
        CodeText(
            "The marks of '{found}' are stored apart from their letters (not NFC).",
            "Run 'check --fix' to store them together; the page is right all the same.",
        ),
        severity="warning",
        example="tiê⟨U+0301⟩ng Viê⟨U+0323⟩t",
    ),
    Code(
        "cach-khong-ngat",
        CodeText(
            "Trong '{found}' có dấu cách không ngắt hoặc dấu cách của chữ viết khác {char}.",
            "Viết thành '{repair}' với dấu cách thường; lệnh 'check --fix' làm được việc này.",
        ),
        CodeText(
            "There is a no-break space, or one of another script, in '{found}': {char}.",
            "Write '{repair}' with plain spaces; 'check --fix' can do that.",
        ),
        severity="warning",
        example="chính⟨U+00A0⟩phủ",
    ),
    Code(
        "am-tiet-dinh",
        CodeText("'{found}' là các âm tiết viết dính nhau.", "Viết thành '{repair}'."),
        CodeText("'{found}' is syllables without a space between them.", "Write '{repair}'."),
        severity="warning",
        example="tửlà",
    ),
    Code(
        "am-tiet-dinh-dai",
        CodeText("'{found}' là cả một chuỗi âm tiết viết dính nhau.", "Viết thành '{repair}'."),
        CodeText("'{found}' is a whole row of syllables without a space.", "Write '{repair}'."),
        example="phủđiệntửlàgì",
    ),
    Code(
        "am-tiet-sai",
        CodeText("'{found}' không phải là âm tiết tiếng Việt.", "Có lẽ là '{repair}'."),
        CodeText("'{found}' is no syllable of Vietnamese.", "Maybe '{repair}' is meant."),
        severity="warning",
        example="tiéng Viẹt",
        special={
            "unsure": InBoth(
                CodeText(
                    "'{found}' không phải là âm tiết tiếng Việt.",
                    "Xem lại dấu; nếu là hai từ thì thêm dấu cách ở giữa.",
                ),
                CodeText(
                    "'{found}' is no syllable of Vietnamese.",
                    "Check its marks, and put a space into it where it is two words.",
                ),
            ),
        },
    ),
    Code(
        "dat-dau-lan",
        CodeText(
            "Bài đặt dấu theo hai kiểu: '{found}' ở đây, '{other}' ở dòng {other_line}.",
            "Chọn một kiểu cho cả bài, ví dụ '{repair}'.",
        ),
        CodeText(
            "The text places tones in two ways: '{found}' here, '{other}' on line {other_line}.",
            "Keep to one way in the whole text, such as '{repair}'.",
        ),
        severity="warning",
        example="hòa bình và hoà hợp",
    ),
    Code(
        "con-nhieu-cho",
        CodeText(
            "Tệp còn ít nhất {count} chỗ nữa có cùng lỗi '{sort}'.",
            "Sửa những chỗ đã nêu rồi kiểm tra lại.",
        ),
        CodeText(
            "Places with the problem '{sort}' in the file beyond those named: at least {count}.",
            "Mend those that are named, then check again.",
        ),
        severity="warning",
        example="tửlà sốquốc sốTổng …",
    ),
)
