"""The codes of slips in Markdown that lose nothing, but show readers something else, or nothing."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText

SLIPS: Final = (
    Code(
        "anh-khong-loi",
        CodeText(
            "Ảnh '{value}' chưa có lời mô tả.",
            'Viết điều ảnh cho biết vào ngoặc vuông; ảnh chỉ để trang trí thì viết <img src="…" alt="">.',
        ),
        CodeText(
            "The picture '{value}' has no description.",
            'Write what it tells between the square brackets; for one that tells nothing write <img src="…" alt="">.',
        ),
        example="![]({static}nop-ho-so.jpg)",
    ),
    Code(
        "de-muc-mot-thang",
        CodeText(
            "Đề mục '{value}' ở cấp của tên bài: một dấu #, hoặc gạch === ở dưới.",
            "Viết đề mục bắt đầu từ ##; muốn hiện dấu # thì viết \\#.",
        ),
        CodeText(
            "The heading '{value}' has the level of the title: one #, or === below it.",
            "Begin headings with ##; to show a # write \\#.",
        ),
        severity="warning",
        example="# Chuẩn bị",
    ),
    Code(
        "dau-dong-la",
        CodeText(
            "Dòng '{value}' mở đầu bằng dấu đầu dòng của Word nên không thành danh sách.",
            'Thay dấu đó bằng "- ", trên danh sách để một dòng trống.',
        ),
        CodeText(
            "The line '{value}' begins with a bullet of Word and makes no list.",
            'Write "- " instead, with an empty line above the list.',
        ),
        severity="warning",
        example="• Bản chính giấy khai sinh",
    ),
    Code(
        "danh-sach-dinh",
        CodeText(
            "'{value}' viết liền dưới đoạn văn nên không thành danh sách hay bảng.",
            "Thêm một dòng trống ở trên.",
        ),
        CodeText(
            "'{value}' stands just below a paragraph and makes no list or table.",
            "Put an empty line above it.",
        ),
        severity="warning",
        example="Cần có:⏎- Bản chính",
    ),
    Code(
        "bang-thieu-gach",
        CodeText(
            "Dòng '{value}' không thành bảng vì dưới nó thiếu dòng gạch có đủ các cột.",
            "Thêm dòng |---|---| dưới dòng đầu, mỗi cột một ---, thay cho những dòng như +---+; nếu thuộc bảng ở trên thì xóa dòng trống ở giữa.",
        ),
        CodeText(
            "The row '{value}' makes no table: below it is no line of dashes with all columns.",
            "Put |---|---| below the first row, with one --- a column, in the place of lines such as +---+; a row of the table above needs no empty line before it.",
        ),
        severity="warning",
        example="| Năm | Số hồ sơ |⏎| 2025 | 1.204 |",
    ),
    Code(
        "bang-chi-co-tab",
        CodeText(
            "Các cột của '{value}' chỉ cách nhau bằng dấu Tab nên không thành bảng: các dòng sẽ dính vào một đoạn.",
            "Viết mỗi dòng như | ô | ô |, dưới dòng đầu thêm dòng |---|---|, mỗi cột một ---.",
        ),
        CodeText(
            "Only tabs part the columns of '{value}': the rows make no table and become one paragraph.",
            "Write each row as | cell | cell |, and below the first |---|---| with one --- a column.",
        ),
        severity="warning",
        example="STT⇥Họ tên⏎1⇥Nguyễn Văn A",
    ),
    Code(
        "o-bang-hut",
        CodeText(
            "Dòng '{value}' có ít ô hơn {more} cột của bảng.",
            "Thêm ô cho đủ, ô trống cũng viết dấu |; dòng không thuộc bảng thì để một dòng trống ở trên.",
        ),
        CodeText(
            "The row '{value}' has fewer cells than the {more} columns of its table.",
            "Add the cells, a | for an empty one too; put an empty line above what is no row.",
        ),
        severity="warning",
        example="| A | B |⏎|---|---|⏎| 1 |",
    ),
    Code(
        "dia-chi-tran",
        CodeText(
            "Địa chỉ '{value}' chưa thành liên kết.",
            "Đặt lời dẫn trong ngoặc vuông, rồi địa chỉ trong ngoặc tròn ngay sau; chỉ nêu tên (như trang lừa đảo) thì đặt giữa hai dấu `.",
        ),
        CodeText(
            "The address '{value}' is no link.",
            "Put words into square brackets, and the address into round ones just behind; one that is only named, such as that of a fraud, goes between two `.",
        ),
        severity="warning",
        example="Xem https://chinhphu.example/",
    ),
    Code(
        "lien-ket-ten-khac",
        CodeText(
            "Người đọc thấy '{value}', nhưng liên kết dẫn tới '{more}'.",
            "Ghi lời dẫn bằng chữ, hoặc sửa cho hai địa chỉ giống nhau.",
        ),
        CodeText(
            "Readers see '{value}', but the link leads to '{more}'.",
            "Say in words what the link leads to, or make both addresses the same.",
        ),
        severity="warning",
        example="[nhuthanh.example.vn](https://thanhhoa.example/)",
    ),
    Code(
        "de-muc-rong",
        CodeText("Đề mục này không có chữ.", "Viết tên đề mục sau các dấu #, hoặc xóa dòng này."),
        CodeText("This heading has no words.", "Write them behind the #, or delete this line."),
        severity="warning",
        example="## ⏎⏎Nội dung",
    ),
    Code(
        "de-muc-nhay-cap",
        CodeText(
            "Đề mục '{value}' bỏ qua một cấp.", "Bớt dấu #: dưới tên bài là ##, dưới ## là ###."
        ),
        CodeText(
            "The heading '{value}' skips a level.",
            "Take away a #: below the title stands ##, below ## stands ###.",
        ),
        severity="warning",
        example="## Hồ sơ⏎⏎##### Bản chính",
    ),
    Code(
        "doan-thanh-de-muc",
        CodeText(
            "Dòng gạch viết liền dưới '{value}' làm dòng đó thành đề mục.",
            "Cần đường kẻ thì để một dòng trống ở trên dòng gạch; cần đề mục thì viết ## ở đầu dòng.",
        ),
        CodeText(
            "The dashes just below '{value}' make a heading of it.",
            "For a rule put an empty line above the dashes; for a heading write ## before it.",
        ),
        severity="warning",
        example="Nơi nhận: như trên.⏎---",
    ),
    Code(
        "dau-dong-lien",
        CodeText(
            "'{value}' thiếu dấu cách sau dấu đầu dòng nên không thành danh sách.",
            "Thêm một dấu cách sau dấu đó, trên danh sách để một dòng trống.",
        ),
        CodeText(
            "'{value}' has no space behind its first sign and makes no list.",
            "Put a space behind that sign, and an empty line above the list.",
        ),
        severity="warning",
        example="-Bản chính",
    ),
    Code(
        "dong-dinh-lien",
        CodeText(
            "'{value}' và dòng ngay dưới sẽ dính vào một đoạn.",
            'Để một dòng trống giữa các dòng, hoặc viết thành danh sách bằng "- " hay "1. ".',
        ),
        CodeText(
            "'{value}' and the line below it become one paragraph.",
            'Put an empty line between them, or make a list with "- " or "1. ".',
        ),
        severity="warning",
        example="a) Bản chính⏎b) Bản sao",
    ),
    Code(
        "dau-lon-hon",
        CodeText(
            "Dấu > ở đầu '{value}' làm dòng đó thành đoạn trích dẫn, bạn đọc không thấy dấu này.",
            "Muốn nói lớn hơn thì viết 'trên' hay \\>; nếu là lời trích thì để nguyên.",
        ),
        CodeText(
            "The > before '{value}' makes a quotation of the line, and readers do not see it.",
            "For more than, write 'over' or \\>; leave a real quotation as it is.",
        ),
        severity="warning",
        example="- > 80 điểm: Tốt",
    ),
    Code(
        "dau-cua-so",
        CodeText(
            "Dấu {more} ở đầu '{value}' làm dòng đó thành mục của danh sách, bạn đọc không thấy dấu này.",
            "Viết dấu liền số, hoặc viết \\{more}; nếu là mục của danh sách thì để nguyên.",
        ),
        CodeText(
            "The {more} before '{value}' makes an item of a list, and readers do not see it.",
            "Write it right beside the number, or as \\{more}; leave a real list as it is.",
        ),
        severity="warning",
        example="+ 84 912 345 678",
    ),
    Code(
        "muc-con-thut-it",
        CodeText(
            "Mục '{value}' thụt vào chưa đủ nên không thành mục con.",
            "Thụt mục con vào bốn dấu cách so với mục ở trên.",
        ),
        CodeText(
            "The item '{value}' is indented too little to stand below another.",
            "Indent it by four spaces more than the item above.",
        ),
        severity="warning",
        example="- Hồ sơ⏎  - Bản chính",
    ),
    Code(
        "dau-sao-hien",
        CodeText(
            "Dấu ** ở '{value}' sẽ hiện nguyên văn.",
            "Viết ** sát chữ ở cả hai đầu: **chữ đậm**; muốn hiện dấu * thì viết \\*.",
        ),
        CodeText(
            "Readers would see the ** of '{value}'.",
            "Put ** right beside the words at both ends: **bold words**; to show a * write \\*.",
        ),
        severity="warning",
        example="** Lưu ý **",
    ),
    Code(
        "cu-phap-la",
        CodeText(
            "'{value}' là cú pháp của chương trình khác nên sẽ hiện nguyên văn.",
            "Xóa các dấu đó: chữ gạch bỏ viết <del>…</del>, chữ nổi bật <mark>…</mark>, chỉ số <sub>…</sub> hay <sup>…</sup>, xuống dòng <br>, chú thích [^1]; khung lưu ý viết **Lưu ý:** ở đầu đoạn, việc cần làm viết thành mục '- '; mã của đề mục và mục lục thì chương trình tự đặt.",
        ),
        CodeText(
            "'{value}' is markup of other programs, and readers would see it as it is written.",
            "Delete these signs: strike words with <del>…</del>, mark them with <mark>…</mark>, write indices as <sub>…</sub> or <sup>…</sup>, a line break as <br>, a note as [^1]; begin a remark with bold words, write tasks as plain items; ids and contents make themselves.",
        ),
        severity="warning",
        example="~~Bãi bỏ~~",
    ),
    Code(
        "muc-luc-trong",
        CodeText(
            "Dòng {value} đặt mục lục, nhưng bài không có đề mục nào.",
            "Xóa dòng này, hoặc thêm đề mục ('## …').",
        ),
        CodeText(
            "The line {value} asks for a table of contents, but the text has no headings.",
            "Delete this line, or add headings ('## …').",
        ),
        severity="warning",
        example="[TOC]",
    ),
    Code(
        "ma-khong-dong",
        CodeText(
            "Dòng '{value}' mở một đoạn mã mà không có dòng nào đóng.",
            "Thêm một dòng {more} ở lề trái sau đoạn mã, hoặc xóa dòng này.",
        ),
        CodeText(
            "The line '{value}' begins code that nothing ends.",
            "Put a line {more} at the left margin below the code, or delete this line.",
        ),
        severity="warning",
        example="```⏎Nội dung",
    ),
    Code(
        "doan-thut-dau-dong",
        CodeText(
            "Đoạn '{value}' mở đầu bằng Tab hay bốn dấu cách nên hiện thành mã, trên một dòng dài.",
            "Xóa khoảng trống ở đầu dòng; nếu là mã thì đặt giữa hai dòng ```.",
        ),
        CodeText(
            "The paragraph '{value}' begins with a tab or four spaces and is shown as code, on one long line.",
            "Delete the space at its start; put code between two lines of ```.",
        ),
        severity="warning",
        example="Kính gửi.⏎⏎    Căn cứ Luật Đất đai năm 2024",
    ),
)
