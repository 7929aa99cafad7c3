"""The codes of what may be wrong with files and folders."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText, InBoth

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
        special={
            "fix": InBoth(
                CodeText(
                    "Tệp dùng bảng mã {encoding}, đọc đúng là '{text}'.",
                    "Chạy 'check --fix' để chuyển tệp sang UTF-8.",
                ),
                CodeText(
                    "The file is {encoding} and reads '{text}'.",
                    "Run 'check --fix' to convert it to UTF-8.",
                ),
            ),
            "legacy": InBoth(
                CodeText(
                    "Tệp dùng bảng mã {encoding}, đọc đúng là '{text}'.",
                    "Mở bằng UniKey, chuyển từ {encoding} sang Unicode rồi lưu UTF-8.",
                ),
                CodeText(
                    "The file is {encoding} and reads '{text}'.",
                    "Open it with UniKey, convert it from {encoding} to Unicode, and save it as UTF-8.",
                ),
            ),
            "line": InBoth(
                CodeText(
                    "Dòng này không phải UTF-8; có vẻ là {encoding}, đọc là '{text}'.",
                    "Gõ lại dòng này.",
                ),
                CodeText(
                    "This line is not UTF-8; it seems to be {encoding} and to read '{text}'.",
                    "Type it again.",
                ),
            ),
            "line-unread": InBoth(
                CodeText("Dòng này không phải UTF-8.", "Gõ lại dòng này."),
                CodeText("This line is not UTF-8.", "Type it again."),
            ),
        },
    ),
    Code(
        "ky-tu-dieu-khien",
        CodeText(
            "Trong '{found}' có ký tự điều khiển không được phép dùng.",
            "Xóa ký tự đó rồi gõ lại chỗ này; chỗ xuống dòng, ngắt trang của Word thì lệnh 'check --fix' sửa được.",
        ),
        CodeText(
            "There is a control character in '{found}'.",
            "Delete it and type this place again; 'check --fix' can mend line ends and page breaks of Word.",
        ),
        example='title: "Thông báo\\u0007"',
        special={
            "bullet": InBoth(
                CodeText("'{found}' có dấu đầu dòng của Word.", 'Thay bằng "- ".'),
                CodeText("'{found}' has the mark of a list in Word.", 'Write "- " instead.'),
            ),
        },
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
            "Đặt đúng tên (index.vi.md, index.en.md, portal.yaml, <mã>.yaml) và đúng thư mục (tin nằm trong news/<năm>/<mã>) như sổ tay biên tập chỉ dẫn, hoặc chuyển tệp đi nơi khác.",
        ),
        CodeText(
            "The program does not know what this file is for.",
            "Name it (index.vi.md, index.en.md, portal.yaml, <id>.yaml) and place it (news in news/<year>/<key>) as the editors' handbook says, or move it elsewhere.",
        ),
        example="articles/le-hoi/index.fr.md",
        special={
            "attachment": InBoth(
                CodeText(
                    "Chương trình không biết dùng tệp này vào việc gì.",
                    "Cổng không đăng tệp đính kèm (PDF, Word); đưa nội dung vào bài hoặc dẫn tới nơi đăng tệp.",
                ),
                CodeText(
                    "The program does not know what this file is for.",
                    "Portals publish no attachments (PDF, Word); put the content into the text or link to where the file is published.",
                ),
            ),
            "photo": InBoth(
                CodeText(
                    "Cổng không đăng ảnh dạng này vì trình duyệt không hiện được.",
                    "Mở ảnh rồi lưu thành JPEG (đuôi .jpg), đặt cạnh index.vi.md, xóa tệp này.",
                ),
                CodeText(
                    "Pictures of this form are not published: browsers do not show them.",
                    "Open it and save it as JPEG (.jpg) beside index.vi.md, and delete this file.",
                ),
            ),
            "picture-place": InBoth(
                CodeText(
                    "Ảnh này không nằm ngay trong thư mục của một bài.",
                    "Chuyển ảnh vào thư mục của bài, cạnh index.vi.md, hoặc xóa ảnh.",
                ),
                CodeText(
                    "This picture does not lie in the folder of a text.",
                    "Move it into that folder, beside index.vi.md, or delete it.",
                ),
            ),
            "ending": InBoth(
                CodeText(
                    "Tên tệp có thêm đuôi .txt nên tệp không được đọc.",
                    "Bỏ đuôi .txt ở cuối tên tệp.",
                ),
                CodeText(
                    "The name of the file ends in .txt, and the file was not read.",
                    "Take the .txt off its end.",
                ),
            ),
        },
    ),
    Code(
        "ten-sai",
        CodeText(
            "Tên '{name}' không dùng làm mã được.",
            "Chỉ dùng chữ thường không dấu a-z, chữ số và dấu gạch nối, không dùng tên thiết bị như con, aux.",
        ),
        CodeText(
            "The name '{name}' cannot be used as an id.",
            "Use only the letters a-z without marks, digits and hyphens, and no device name such as con or aux.",
        ),
        example="articles/Lễ hội/index.vi.md",
    ),
    Code(
        "tep-la-nhieu",
        CodeText(
            "Thư mục này còn {count} tệp nữa mà chương trình không biết dùng vào việc gì.",
            "Chuyển cả thư mục đi nơi khác, hoặc đặt lại tên tệp như sổ tay biên tập chỉ dẫn.",
        ),
        CodeText(
            "Files of no known use in this folder beyond those named: {count}.",
            "Move the whole folder elsewhere, or name its files as the editors' handbook says.",
        ),
        example="articles/le-hoi/IMG_0001.HEIC … IMG_0900.HEIC",
    ),
    Code(
        "tep-an",
        CodeText(
            "Tệp hoặc thư mục ẩn, hoặc do chương trình khác tạo ra, không phải là nội dung.",
            "Chuyển đi nơi khác; nếu trong đó có mật khẩu hay khóa thì thay mới, vì nhiều người đã thấy.",
        ),
        CodeText(
            "A hidden file or folder, or one that another program made, is no content.",
            "Move it elsewhere; replace any password or key in it, since others have seen it.",
        ),
        example="articles/.env",
    ),
    Code(
        "thu-muc-qua-sau",
        CodeText(
            "Thư mục lồng quá sâu; những gì bên trong không được đọc.",
            "Chuyển nội dung ra các thư mục articles, news, pages như sổ tay biên tập chỉ dẫn.",
        ),
        CodeText(
            "The folder lies too deep; what is in it was not read.",
            "Move its content to articles, news or pages as the editors' handbook says.",
        ),
        example="articles/a/a/a/a/a/a/a/a/a/index.vi.md",
    ),
    Code(
        "ten-gan-trung",
        CodeText(
            "Tên này và '{other}' chỉ khác nhau ở chữ hoa, chữ thường hoặc cách lưu dấu.",
            "Đổi tên hoặc xóa một trong hai: Windows và macOS coi chúng là một.",
        ),
        CodeText(
            "This name and '{other}' differ only in capitals or in how marks are stored.",
            "Rename or delete one of them: Windows and macOS take them for one.",
        ),
        example="articles/le-hoi/Anh.jpg, articles/le-hoi/anh.jpg",
    ),
    Code(
        "ten-tep-sai",
        CodeText(
            "Tên ảnh '{name}' có chỗ không dùng được trên mọi máy.",
            "Đổi tên ảnh: dùng chữ, chữ số, dấu cách và gạch nối, mở đầu bằng chữ hoặc chữ số.",
        ),
        CodeText(
            "The picture name '{name}' cannot be used on every machine.",
            "Use letters, digits, spaces and hyphens, and begin with a letter or digit.",
        ),
        example="articles/le-hoi/-ảnh: 1.jpg",
    ),
)
