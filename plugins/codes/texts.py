"""The codes of what may be wrong with Markdown, HTML and directives in texts."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import NEAR_EN, NEAR_VI, Code, CodeText, InBoth

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
        "thuoc-tinh-bi-bo",
        CodeText(
            "Thuộc tính '{value}' của <{more}> không được phép, hoặc có giá trị sai hay bị lặp, và sẽ bị bỏ mất.",
            "Xóa thuộc tính này; chữ bị ẩn thì xóa cả chữ.",
        ),
        CodeText(
            "The attribute '{value}' of <{more}> is not allowed, or its value is wrong or repeated, and would be lost.",
            "Delete it; where it hides words, delete the words too.",
        ),
        example='<p style="display: none">…</p>',
    ),
    Code(
        "chu-thich-html",
        CodeText(
            "Chú thích HTML '{value}' không hiện cho bạn đọc và sẽ bị bỏ mất.",
            "Xóa chú thích; ghi chú nội bộ không để trong bài.",
        ),
        CodeText(
            "Readers would not see the HTML comment '{value}', and it would be lost.",
            "Delete it; notes among editors do not belong in a text.",
        ),
        example="<!-- … -->",
    ),
    Code(
        "the-khong-khop",
        CodeText(
            "Thẻ '{value}' không có thẻ mở hoặc thẻ đóng tương ứng.",
            "Viết đủ cả thẻ mở và thẻ đóng trong cùng một đoạn, hoặc dùng Markdown.",
        ),
        CodeText(
            "The tag '{value}' has no tag that opens or closes it.",
            "Write both tags within one paragraph, or use Markdown.",
        ),
        example="<b>…",
    ),
    Code(
        "chu-thich-thieu",
        CodeText(
            "'{value}' không có nội dung chú thích nên sẽ hiện nguyên văn.",
            "Thêm dòng '{value}: nội dung' ở cuối bài, hoặc xóa '{value}'.",
        ),
        CodeText(
            "'{value}' has no note that it leads to, and would be shown as it is written.",
            "Add a line '{value}: the note' at the end of the text, or delete '{value}'.",
        ),
        example="[^1]",
    ),
    Code(
        "dinh-nghia-trung",
        CodeText(
            "'{value}' được định nghĩa hai lần nên một nội dung sẽ bị bỏ mất.",
            "Xóa một dòng, hoặc đặt tên khác.",
        ),
        CodeText(
            "'{value}' is defined twice, so that one of both would be lost.",
            "Delete one of them, or rename it.",
        ),
        example="[^1]: … [^1]: …",
    ),
    Code(
        "dinh-nghia-thua",
        CodeText(
            "'{value}' được định nghĩa nhưng trong bài không có chỗ nào dùng.",
            "Dùng nó trong bài, hoặc xóa dòng này; muốn bạn đọc thấy cả dòng thì viết \\[ thay cho [, chú thích thì viết như [^1].",
        ),
        CodeText(
            "'{value}' is defined, and nothing in the text uses it.",
            "Use it in the text, or delete this line; for readers to see the line write \\[ for [, and a note as [^1].",
        ),
        example="*[UBND]: …",
    ),
    Code(
        "ky-hieu-qua-nhieu",
        CodeText(
            "Bài có quá nhiều '{value}' (hơn {more}) nên không chuyển sang HTML được.",
            "Tách bài thành nhiều đoạn hoặc nhiều bài, hoặc bỏ bớt.",
        ),
        CodeText(
            "The text holds too many '{value}' (more than {more}) to be converted.",
            "Part it into more paragraphs or several texts, or leave some out.",
        ),
        example="[[[[[[[[[[…",
    ),
    Code(
        "ma-ky-tu-an",
        CodeText(
            "'{value}' là mã của một ký tự không nhìn thấy hoặc không được phép.",
            "Xóa mã này; muốn bạn đọc thấy chính mã thì viết &amp; thay cho &.",
        ),
        CodeText(
            "'{value}' stands for a character that cannot be seen or is not allowed.",
            "Delete it; for readers to see the reference itself, write &amp; for its &.",
        ),
        example="&#0;",
    ),
    Code(
        "the-qua-dai",
        CodeText(
            "Thẻ <{value} …> dài hơn {more} ký tự.",
            "Viết ngắn lại; nếu thiếu dấu > hoặc dấu nháy ở cuối thẻ thì thêm vào.",
        ),
        CodeText(
            "The tag <{value} …> has more than {more} signs.",
            "Make it shorter; add the > or the quote at its end where that is missing.",
        ),
        example="<p a1 a2 a3 a4 a5 … a9999>",
    ),
    Code(
        "bai-qua-dai",
        CodeText("Bài dài hơn {value} ký tự.", "Tách thành nhiều bài."),
        CodeText("The text has more than {value} signs.", "Part it into several texts."),
        example="(600.000 ký tự)",
    ),
    Code(
        "bang-qua-dai",
        CodeText(
            "Bảng có hơn {value} dòng.",
            "Tách thành nhiều bảng, hoặc đưa dữ liệu vào content/comparisons.",
        ),
        CodeText(
            "The table has more than {value} rows.",
            "Part it into several tables, or put the data into content/comparisons.",
        ),
        example="| 1 | 2 |",
    ),
    Code(
        "chuyen-qua-lau",
        CodeText(
            "Chuyển bài này sang HTML mất quá nhiều thời gian nên đã dừng lại.",
            "Tách bài thành nhiều bài ngắn, bỏ các ký hiệu lặp lại nhiều lần.",
        ),
        CodeText(
            "Converting this text took too long and was ended.",
            "Part it into shorter texts, and leave out signs that are repeated many times.",
        ),
        example="<a <a <a <a <a …",
    ),
    Code(
        "chi-thi-la",
        CodeText("Không có lệnh '/// {value}'.", "Chỉ có '/// comparison | mã'.", NEAR_VI),
        CodeText(
            "There is no directive '/// {value}'.", "There is only '/// comparison | id'.", NEAR_EN
        ),
        example="/// comparisn | bang",
    ),
    Code(
        "chi-thi-khong-dong",
        CodeText("Lệnh '///' chưa đóng.", "Thêm một dòng '///' ngay bên dưới."),
        CodeText("The directive '///' is not closed.", "Add a line '///' just below it."),
        example="/// comparison | bang⏎Nội dung.",
    ),
    Code(
        "chi-thi-thua",
        CodeText("Lệnh 'comparison' không nhận '{value}'.", "Xóa dòng này; chỉ cần mã của bảng."),
        CodeText(
            "The directive 'comparison' takes no '{value}'.",
            "Delete this line; the id of the table is enough.",
        ),
        example="/// comparison | bang⏎width: 100⏎///",
    ),
    Code(
        "chi-thi-le",
        CodeText("Dòng '///' này không đóng lệnh nào.", "Xóa dòng này."),
        CodeText("This line '///' closes no directive.", "Delete it."),
        example="///",
    ),
    Code(
        "chi-thi-thieu-ma",
        CodeText("Lệnh 'comparison' chưa ghi mã bảng.", "Viết '/// comparison | mã'."),
        CodeText("The directive 'comparison' names no table.", "Write '/// comparison | id'."),
        example="/// comparison⏎///",
    ),
    Code(
        "chi-thi-khong-chay",
        CodeText(
            "Lệnh '/// comparison | {value}' ở chỗ này không thành bảng.",
            "Đặt ở lề trái, ngoài thẻ HTML; muốn chỉ hiện chữ thì đặt giữa hai dòng ```.",
        ),
        CodeText(
            "The directive '/// comparison | {value}' makes no table here.",
            "Put it at the left margin, outside HTML; to show it as text, put it between lines of ```.",
        ),
        example="<div>⏎/// comparison | bang⏎///⏎</div>",
    ),
    Code(
        "chi-thi-dinh",
        CodeText(
            "Lệnh '/// comparison | {value}' dính liền với một lệnh nằm trong trích dẫn hay danh sách ở trên.",
            "Thêm một dòng trống ngay trước lệnh này.",
        ),
        CodeText(
            "Nothing parts the directive '/// comparison | {value}' from one in a quote or a list above it.",
            "Add an empty line just before it.",
        ),
        example="> /// comparison | bang⏎> ///⏎/// comparison | bang⏎///",
    ),
    Code(
        "bang-la",
        CodeText(
            "Không có bảng so sánh '{value}'.",
            "Sửa mã, hoặc thêm tệp content/comparisons/{value}.yaml.",
            NEAR_VI,
        ),
        CodeText(
            "There is no comparison '{value}'.",
            "Mend the id, or add content/comparisons/{value}.yaml.",
            NEAR_EN,
        ),
        special={
            "path": InBoth(
                CodeText(
                    "'{value}' không phải là mã của bảng so sánh.",
                    "Chỉ viết mã: tên tệp, không có thư mục và .yaml.",
                    NEAR_VI,
                ),
                CodeText(
                    "'{value}' is not the id of a comparison.",
                    "Write the id only: the name of its file, without folder and .yaml.",
                    NEAR_EN,
                ),
            ),
        },
        example="/// comparison | bang-gia⏎///",
    ),
    Code(
        "o-bang-thua",
        CodeText(
            "Chữ '{value}' nằm ở ô thừa nên sẽ bị bỏ mất: bảng chỉ có {more} cột.",
            "Thêm cột vào dòng đầu và dòng gạch, hoặc bỏ dấu | thừa; muốn hiện dấu | thì đặt \\ trước nó.",
        ),
        CodeText(
            "The words '{value}' stand in a cell too many and would be lost: the table has {more} columns.",
            "Add a column to the first row and to the dashes, or delete the |; put a \\ before one that is to be seen.",
        ),
        example="| A | B |⏎|---|---|⏎| 1 | 2 | 3 |",
    ),
    Code(
        "o-ngoai-bang",
        CodeText(
            "<{value}> không nằm trong bảng nào nên sẽ bị bỏ mất.",
            "Đặt vào giữa <table> và </table>, hoặc xóa thẻ và giữ lại chữ.",
        ),
        CodeText(
            "<{value}> stands in no table and would be lost.",
            "Put it between <table> and </table>, or delete the tag and keep its words.",
        ),
        example="<td>Ô lẻ</td>",
    ),
    Code(
        "anh-khong-tep",
        CodeText(
            "Thẻ <img> này không có tệp ảnh nên không hiện gì.",
            "Thêm src với tên tệp, hoặc xóa thẻ.",
        ),
        CodeText(
            "This <img> has no picture and shows nothing.",
            "Add the name of the file as its src, or delete the tag.",
        ),
        example='<img alt="Trụ sở">',
    ),
    Code(
        "gach-cheo-mat",
        CodeText(
            "Đường dẫn '{value}' sẽ mất dấu \\ ở trước một dấu khác.",
            "Đặt đường dẫn giữa hai dấu `, hoặc viết mỗi dấu \\ hai lần.",
        ),
        CodeText(
            "The path '{value}' would lose a \\ before another sign.",
            "Put the path between two `, or write every \\ twice.",
        ),
        example="D:\\_ho-so\\*.doc",
    ),
    Code(
        "dau-sao-mat",
        CodeText(
            "Dấu * hay _ ở '{value}' bị hiểu là dấu in nghiêng hay in đậm nên sẽ mất.",
            "Phép nhân và kích thước thì viết ×; chỗ để trống trong mẫu thì viết từ bốn dấu _ trở lên; dấu cần hiện thì viết \\* hay \\_; cần in đậm thì đặt ** sát chữ, bên ngoài có dấu cách.",
        ),
        CodeText(
            "The * or _ of '{value}' is taken for italic or bold type and would be lost.",
            "For 'by' and 'times' write the sign U+00D7; make a blank of a form of four _ or more; for a sign to be seen write \\* or \\_; for bold words put ** right beside them, with a space outside.",
        ),
        example="Hộp 20*30 cm và 40*50 cm",
    ),
    Code(
        "so-muc-doi",
        CodeText(
            "Mục '{value}' sẽ hiện với số {more}: danh sách tự đếm tiếp từ số của mục đầu.",
            "Đánh số liền nhau. Muốn có danh sách mới thì viết một đoạn văn hay đề mục ở giữa; muốn giữ đúng số thì đặt \\ trước dấu chấm, mỗi mục một đoạn.",
        ),
        CodeText(
            "Readers would see the item '{value}' with the number {more}: a list counts on from its first number.",
            "Number the items in order. For a new list put a paragraph or a heading between the two; to keep a number put a \\ before its full stop, and make each item a paragraph.",
        ),
        example="1. Một⏎2. Hai⏎4. Bốn",
    ),
)
