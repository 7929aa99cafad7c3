"""The codes of what may be wrong with pictures."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import Code, CodeText, InBoth

PICTURES: Final = (
    Code(
        "anh-sai",
        CodeText(
            "'{value}' không phải là ảnh PNG, JPEG, GIF, WebP, AVIF hay SVG.",
            "Xuất lại ảnh ở một trong các dạng đó, phần đuôi tên phải đúng với dạng ảnh.",
        ),
        CodeText(
            "'{value}' is no PNG, JPEG, GIF, WebP, AVIF or SVG picture.",
            "Export it in one of these forms, with the ending that belongs to it.",
        ),
        example="![Lễ hội]({static}le-hoi.pdf)",
        special={
            "attachment": InBoth(
                CodeText(
                    "'{value}' không phải là ảnh.",
                    "Cổng không đăng tệp đính kèm (PDF, Word); đưa nội dung vào bài hoặc dẫn tới nơi đăng tệp.",
                ),
                CodeText(
                    "'{value}' is no picture.",
                    "Portals publish no attachments (PDF, Word); put the content into the text or link to where the file is published.",
                ),
            ),
            "picture-place": InBoth(
                CodeText(
                    "Ảnh '{value}' không nằm ngay trong thư mục của một bài.",
                    "Chuyển ảnh vào thư mục của bài, cạnh index.vi.md, rồi viết {{static}}tên-ảnh.",
                ),
                CodeText(
                    "The picture '{value}' does not lie in the folder of a text.",
                    "Move it into that folder, beside index.vi.md, and write {{static}}picture-name.",
                ),
            ),
        },
    ),
    Code(
        "anh-gia",
        CodeText(
            "Tên tệp là tên của ảnh nhưng bên trong là {form}.",
            "Mở ảnh gốc và xuất lại ở dạng PNG, JPEG hay WebP; nếu không rõ tệp từ đâu ra thì xóa và báo người phụ trách.",
        ),
        CodeText(
            "The file has the name of a picture, but {form} is in it.",
            "Export the real picture as PNG, JPEG or WebP; if nobody knows where the file is from, delete it and tell the person in charge.",
        ),
        example="le-hoi.jpg: <!DOCTYPE html>",
    ),
    Code(
        "anh-sai-duoi",
        CodeText(
            "Đuôi tên là .{ending} nhưng đây là ảnh {form}.",
            "Đổi đuôi tên tệp thành .{right} và sửa chỗ nhắc tới tên đó.",
        ),
        CodeText(
            "The name ends with .{ending}, but this is a {form} picture.",
            "Change the ending to .{right}, also where the name is used.",
        ),
        example="le-hoi.jpg: PNG",
    ),
    Code(
        "anh-hong",
        CodeText("Ảnh bị hỏng: {reason}.", "Chép hoặc xuất lại ảnh từ bản gốc."),
        CodeText("The picture is broken: {reason}.", "Copy or export it again from the original."),
        example="le-hoi.jpg: 40 % (Ctrl+C)",
    ),
    Code(
        "anh-bi-loi",
        CodeText(
            "Ảnh '{value}' dùng ở đây có lỗi nên không đăng được.",
            "Sửa lỗi được báo ở chính tệp ảnh đó.",
        ),
        CodeText(
            "The picture '{value}' that is used here has an error and cannot be published.",
            "Mend the error that is reported for the file itself.",
        ),
        example="image: ../le-hoi/anh-hong.jpg",
    ),
    Code(
        "anh-qua-dai",
        CodeText(
            "Ảnh rộng {width}, cao {height} điểm ảnh; mỗi chiều không được quá {limit}.",
            "Thu nhỏ ảnh lại; bề rộng 2000 điểm ảnh là đủ cho mọi trang.",
        ),
        CodeText(
            "The picture is {width} pixels wide and {height} high; neither may exceed {limit}.",
            "Make it smaller; a width of 2000 pixels is enough for every page.",
        ),
        example="ban-do.png (30000 x 200)",
    ),
    Code(
        "anh-qua-nhieu-diem",
        CodeText(
            "Ảnh rộng {width}, cao {height} điểm ảnh; cả ảnh không được quá {limit} triệu điểm ảnh.",
            "Thu nhỏ ảnh lại; bề rộng 2000 điểm ảnh là đủ cho mọi trang.",
        ),
        CodeText(
            "The picture is {width} pixels wide and {height} high; it may not exceed {limit} million pixels.",
            "Make it smaller; a width of 2000 pixels is enough for every page.",
        ),
        example="ban-do.png (10000 x 10000)",
    ),
    Code(
        "anh-dong-qua-dai",
        CodeText(
            "Ảnh động có {frames} khung hình, mỗi khung {width} x {height} điểm ảnh; cộng lại không được quá {limit} triệu điểm ảnh.",
            "Bớt khung hình hoặc thu nhỏ ảnh lại.",
        ),
        CodeText(
            "The animation has {frames} frames of {width} x {height} pixels; together they may not exceed {limit} million pixels.",
            "Use fewer frames or make it smaller.",
        ),
        example="phao-hoa.gif (1000 x 800 x 400)",
    ),
    Code(
        "anh-giau-noi-dung",
        CodeText(
            "Trong ảnh có giấu nội dung khác: {found}.",
            "Xuất lại ảnh từ bản gốc; nếu không rõ tệp từ đâu ra thì xóa và báo người phụ trách.",
        ),
        CodeText(
            "Something else hides in the picture: {found}.",
            "Export it again from the original; if nobody knows where the file is from, delete it and tell the person in charge.",
        ),
        example="le-hoi.gif: GIF89a…<script>",
    ),
    Code(
        "anh-co-thong-tin",
        CodeText(
            "Ảnh AVIF có kèm thông tin {found} (có thể lộ nơi chụp, máy chụp) mà chương trình không gỡ được.",
            "Xuất lại ảnh, bỏ chọn mục giữ thông tin ảnh (metadata), hoặc lưu thành JPEG.",
        ),
        CodeText(
            "The AVIF picture carries {found} data (it may tell place and camera) that cannot be taken out.",
            "Export it without metadata, or save it as JPEG.",
        ),
        example="le-hoi.avif: Exif",
    ),
    Code(
        "svg-hong",
        CodeText(
            "Dòng này của ảnh SVG không đúng cú pháp XML.",
            "Xuất lại ảnh từ phần mềm vẽ ở dạng SVG thuần (Plain SVG), bảng mã UTF-8.",
        ),
        CodeText(
            "This line of the SVG picture is no proper XML.",
            "Export it again as plain SVG in UTF-8.",
        ),
        example='<svg><rect width="10></svg>',
    ),
    Code(
        "svg-khai-bao",
        CodeText(
            "Ảnh SVG không được có '{value}'.",
            "Xóa phần đó, hoặc xuất lại ảnh ở dạng SVG thuần (Plain SVG), bảng mã UTF-8.",
        ),
        CodeText(
            "An SVG picture may not hold '{value}'.",
            "Delete it, or export the picture again as plain SVG in UTF-8.",
        ),
        example='<!DOCTYPE svg [<!ENTITY a "b">]>',
    ),
    Code(
        "svg-the-cam",
        CodeText(
            "Ảnh SVG không được có thẻ <{value}>.",
            "Xóa thẻ đó, xuất lại ảnh ở dạng SVG thuần (Plain SVG), hoặc lưu thành PNG.",
        ),
        CodeText(
            "An SVG picture may not hold the element <{value}>.",
            "Delete it, export the picture as plain SVG, or save it as PNG.",
        ),
        example="<svg><script>alert(1)</script></svg>",
        special={
            "in-sheet": InBoth(
                CodeText(
                    "Trong <style> của ảnh SVG có thẻ <{value}>, nhưng ở đó chỉ được viết CSS.",
                    "Chuyển thẻ đó ra sau </style>, hoặc xóa.",
                ),
                CodeText(
                    "The <style> of the SVG picture holds the element <{value}>, but only CSS may stand there.",
                    "Move the element behind </style>, or delete it.",
                ),
            ),
        },
    ),
    Code(
        "svg-thuoc-tinh-cam",
        CodeText(
            "Ảnh SVG không được có thuộc tính '{value}'.",
            "Xóa thuộc tính đó, xuất lại ảnh ở dạng SVG thuần (Plain SVG), hoặc lưu thành PNG.",
        ),
        CodeText(
            "An SVG picture may not hold the attribute '{value}'.",
            "Delete it, export the picture as plain SVG, or save it as PNG.",
        ),
        example='<svg onload="alert(1)">',
    ),
    Code(
        "svg-chu-an",
        CodeText(
            "Ảnh SVG có chữ mà người xem không thấy, vì '{value}'.",
            "Xóa phần chữ bị giấu, hoặc sửa '{value}' để chữ hiện ra.",
        ),
        CodeText(
            "The SVG picture holds text that nobody sees, because of '{value}'.",
            "Delete the hidden text, or change '{value}' so that it shows.",
        ),
        example='<text display="none">…</text>',
        special={
            "bare": InBoth(
                CodeText(
                    "Chữ viết thẳng trong <{value}> của ảnh SVG nên người xem không thấy.",
                    "Đặt chữ vào <text>, hoặc xóa.",
                ),
                CodeText(
                    "Text right in the <{value}> of the SVG picture is not shown.",
                    "Put it into a <text>, or delete it.",
                ),
            ),
            "inside": InBoth(
                CodeText(
                    "Ảnh SVG có <text> nằm trong <{value}> nên người xem không thấy.",
                    "Chuyển <text> đó ra ngoài <{value}>, hoặc xóa.",
                ),
                CodeText(
                    "A <text> within a <{value}> of the SVG picture is not shown.",
                    "Move the <text> out of the <{value}>, or delete it.",
                ),
            ),
            "stored": InBoth(
                CodeText(
                    "Ảnh SVG cất chữ trong <{value}> mà không có chỗ nào vẽ ra.",
                    "Xóa phần chữ đó, hoặc vẽ nó ra bằng <use>.",
                ),
                CodeText(
                    "The SVG picture stores text in its <{value}>, and nothing draws it.",
                    "Delete that text, or draw it with a <use>.",
                ),
            ),
        },
    ),
    Code(
        "svg-gia-tri-cam",
        CodeText(
            "'{name}' trong ảnh SVG có giá trị không được phép: '{value}'.",
            "Chỉ được nhắc tới phần khác của chính ảnh này: #mã hoặc url(#mã); xóa mọi địa chỉ khác.",
        ),
        CodeText(
            "'{name}' in the SVG picture has a value that is not allowed: '{value}'.",
            "Refer only to parts of the picture itself: #id or url(#id); delete all other addresses.",
        ),
        example='<use href="https://la.example/a.svg#b"/>',
        special={
            "untold": InBoth(
                CodeText(
                    "'{value}' trong '{name}' của ảnh SVG hiện ra mỗi nơi một khác, có thể che mất chữ.",
                    "Viết cỡ bằng px, em hoặc %, màu bằng #mã hay tên; xóa phần còn lại.",
                ),
                CodeText(
                    "'{value}' in '{name}' of the SVG picture looks otherwise in each browser, and may hide words.",
                    "Write sizes in px, em or %, colours as #code or by name; delete what is left.",
                ),
            ),
            "unfollowed": InBoth(
                CodeText(
                    "'{name}: {value}' trong ảnh SVG có thể dời, lật, che hoặc đổi màu chữ.",
                    "Xóa '{name}'; muốn dời hay xoay thì chỉ dùng transform.",
                ),
                CodeText(
                    "'{name}: {value}' in the SVG picture may move, turn, cover or recolour words.",
                    "Delete '{name}'; to move or turn something, use transform alone.",
                ),
            ),
            "css": InBoth(
                CodeText(
                    "CSS trong ảnh SVG không được viết như '{value}', vì có thể che mất chữ.",
                    "Chỉ viết từng quy tắc một, ví dụ .a {{ fill: #036 }}; bỏ quy tắc lồng nhau, @…, &, chú thích và ngoặc thừa.",
                ),
                CodeText(
                    "CSS in an SVG picture may not be written like '{value}', since it may hide words.",
                    "Write plain rules one by one, such as .a {{ fill: #036 }}; take out nested rules, @…, &, comments and brackets without their fellows.",
                ),
            ),
            "sheet-kind": InBoth(
                CodeText(
                    "<style> trong ảnh SVG ghi type='{value}'; có trình duyệt áp dụng, có trình duyệt bỏ qua.",
                    "Xóa type='{value}', hoặc sửa thành type='text/css'.",
                ),
                CodeText(
                    "A <style> in the SVG picture says type='{value}', which some browsers follow and others leave out.",
                    "Delete type='{value}', or make it type='text/css'.",
                ),
            ),
        },
    ),
    Code(
        "svg-qua-nang",
        CodeText(
            "Ảnh SVG lồng quá sâu, tự nhắc lại chính nó hoặc có quá nhiều hình.",
            "Vẽ đơn giản hơn, hoặc lưu thành PNG.",
        ),
        CodeText(
            "The SVG picture nests too deeply, repeats itself or has too many shapes.",
            "Draw it more simply, or save it as PNG.",
        ),
        example='<g id="a"><use href="#a"/></g>',
    ),
    Code(
        "svg-khong-kich-thuoc",
        CodeText(
            "Ảnh SVG không cho biết kích thước.",
            'Ghi vào thẻ <svg> đầu tiên, ví dụ viewBox="0 0 600 400".',
        ),
        CodeText(
            "The SVG picture does not tell its size.",
            'Write it into the first <svg>, such as viewBox="0 0 600 400".',
        ),
        example="<svg xmlns='http://www.w3.org/2000/svg'/>",
    ),
    Code(
        "anh-rong-thua",
        CodeText(
            "Ảnh rộng {width} điểm ảnh; không trang nào hiện quá {limit}.",
            "Nên thu nhỏ ảnh để người đọc tải nhanh hơn; bề rộng 2000 điểm ảnh là đủ.",
        ),
        CodeText(
            "The picture is {width} pixels wide; no page shows more than {limit}.",
            "Make it smaller, so that readers need not wait; a width of 2000 pixels is enough.",
        ),
        severity="warning",
        example="le-hoi.jpg (6000 x 4000)",
    ),
    Code(
        "anh-nang",
        CodeText(
            "Ảnh nặng {size} MB; người dùng mạng di động phải chờ lâu.",
            "Nên nén lại dưới {limit} MB, ví dụ lưu thành JPEG hay WebP với chất lượng 80.",
        ),
        CodeText(
            "The picture is {size} MB; readers on mobile networks wait long.",
            "Save it with less than {limit} MB, for example as JPEG or WebP of quality 80.",
        ),
        severity="warning",
        example="le-hoi.png (3.2 MB)",
    ),
    Code(
        "anh-dau-bai-khong-loi",
        CodeText(
            "Ảnh đầu bài '{value}' chưa có lời mô tả.",
            'Thêm image_alt: điều ảnh cho biết; ảnh chỉ để trang trí thì viết image_alt: "".',
        ),
        CodeText(
            "The lead picture '{value}' has no description.",
            'Add image_alt: what it tells; for one that tells nothing write image_alt: "".',
        ),
        severity="warning",
        example="image: quang-canh.jpg",
    ),
    Code(
        "anh-dau-bai-nho",
        CodeText(
            "Ảnh đầu bài '{value}' chỉ rộng {width} điểm ảnh nên sẽ bị mờ.",
            "Nên dùng ảnh rộng từ {limit} điểm ảnh trở lên.",
        ),
        CodeText(
            "The lead picture '{value}' is only {width} pixels wide and will look blurred.",
            "Use one that is at least {limit} pixels wide.",
        ),
        severity="warning",
        example="image: bieu-tuong.png (120 x 90)",
    ),
    Code(
        "anh-qua-nho",
        CodeText(
            "Ảnh chỉ có {width} x {height} điểm ảnh, như ảnh dùng để theo dõi người đọc.",
            "Xóa ảnh này nếu nó không cho người đọc thấy gì.",
        ),
        CodeText(
            "The picture has only {width} x {height} pixels, like those that track readers.",
            "Delete it if it shows readers nothing.",
        ),
        severity="warning",
        example="theo-doi.gif (1 x 1)",
    ),
    Code(
        "anh-khong-dung",
        CodeText(
            "Không bài nào dùng ảnh này nên ảnh không được đăng.",
            "Nhắc tới ảnh trong bài bằng {{static}}{name} hoặc ở trường 'image', hoặc xóa tệp.",
        ),
        CodeText(
            "No text uses this picture, so that it is not published.",
            "Show it in a text with {{static}}{name} or in the field 'image', or delete the file.",
        ),
        severity="warning",
        example="articles/le-hoi/anh-cu.jpg",
    ),
)
