"""The codes of what may be wrong with fields of texts and data."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import NEAR_EN, NEAR_VI, Code, CodeText, InBoth

FIELDS: Final = (
    Code(
        "ky-hieu-o-truong",
        CodeText(
            "'{value}' trong trường '{field}' sẽ hiện nguyên văn: trường này không đọc Markdown hay HTML.",
            "Xóa các ký hiệu đó, chỉ để lại lời.",
        ),
        CodeText(
            "'{value}' in the field '{field}' would be shown as it is written: no Markdown or HTML is read there.",
            "Delete these signs and leave the words alone.",
        ),
        severity="warning",
        example="title: Họp thôn **gấp**",
    ),
    Code(
        "the-o-truong",
        CodeText(
            "'{value}' trong trường '{field}' là mã HTML chạy được (script, style, khung, hình vẽ, on…=), không phải lời của bài; thẻ khác như <b> chỉ bị cảnh báo.",
            "Xóa đoạn mã và xem ai đã chèn vào; muốn nói về thẻ thì viết tên thẻ không có dấu <.",
        ),
        CodeText(
            "'{value}' in the field '{field}' is HTML that does something (script, style, frames, drawings, on…=) and no words; other tags such as <b> are only warned of.",
            "Delete it, and find out who put it there; to speak of a tag, write its name without <.",
        ),
        example="title: Họp thôn <script>…</script>",
    ),
    Code(
        "dang-sai",
        CodeText(
            "Chỗ này không đúng dạng (cần: {expected}).", "Viết theo mẫu trong sổ tay biên tập."
        ),
        CodeText(
            "This has the wrong form (wanted: {expected}).",
            "Follow the form in the editors' handbook.",
        ),
        example="vocabulary.yaml: [tin, dat-dai]",
    ),
    Code(
        "thieu-dau-bai",
        CodeText(
            "Thiếu phần đầu bài giữa hai dòng ---.",
            "Mở đầu tệp bằng ---, các trường, rồi một dòng --- nữa.",
        ),
        CodeText(
            "There is no front matter between two lines of ---.",
            "Begin the file with ---, the fields, and a second line of ---.",
        ),
        example="# Thông báo",
        special={
            "dashes": InBoth(
                CodeText(
                    "Dòng '{value}' không mở được phần đầu bài.",
                    "Thay dòng này bằng đúng ba dấu gạch nối: ---.",
                ),
                CodeText(
                    "The line '{value}' does not begin the front matter.",
                    "Write exactly three hyphens on this line: ---.",
                ),
            ),
            "late": InBoth(
                CodeText(
                    "Trước dòng --- mở phần đầu bài còn có dòng trống, dấu cách hoặc dòng khác.",
                    "Xóa những gì đứng trước ---, để --- ở ngay đầu tệp.",
                ),
                CodeText(
                    "Empty lines, spaces or other lines stand before the --- of the front matter.",
                    "Delete them: the file begins with ---.",
                ),
            ),
        },
    ),
    Code(
        "dau-bai-khong-dong",
        CodeText(
            "Phần đầu bài mở bằng --- nhưng chưa đóng.",
            "Thêm một dòng --- ngay sau trường cuối cùng.",
        ),
        CodeText(
            "The front matter begins with --- but does not end.",
            "Add a line of --- just below its last field.",
        ),
        example="---⏎title: Thông báo⏎…",
        special={
            "dashes": InBoth(
                CodeText(
                    "Dòng '{value}' không đóng được phần đầu bài.",
                    "Thay dòng này bằng đúng ba dấu gạch nối: ---.",
                ),
                CodeText(
                    "The line '{value}' does not end the front matter.",
                    "Write exactly three hyphens on this line: ---.",
                ),
            ),
        },
    ),
    Code(
        "dau-bai-hai-lan",
        CodeText(
            "Dưới phần đầu bài còn một phần nữa giữa hai dòng ---: bạn đọc sẽ thấy các trường ở đó như chữ của bài.",
            "Gộp các trường vào phần đầu bài ở trên rồi xóa phần này.",
        ),
        CodeText(
            "Below the front matter stand more fields between two lines of ---, which readers would see as words.",
            "Move the fields into the front matter above, and delete the rest.",
        ),
        example="---⏎slug: thong-bao⏎---",
    ),
    Code(
        "bai-rong",
        CodeText("Bài không có nội dung.", "Viết nội dung bên dưới phần đầu bài."),
        CodeText("The article has no text.", "Write it below the front matter."),
        example="---⏎title: Thông báo⏎…⏎---",
    ),
    Code(
        "khoa-trung",
        CodeText("Trường '{key}' được viết hai lần.", "Giữ lại một."),
        CodeText("The field '{key}' is written twice.", "Keep one of them."),
        example="date: 2026-11-22⏎date: 2026-11-23",
    ),
    Code(
        "khoa-la",
        CodeText("Không có trường '{field}'.", "Sửa tên hoặc xóa; dùng được: {choices}.", NEAR_VI),
        CodeText(
            "There is no field '{field}'.", "Rename or delete it; there are: {choices}.", NEAR_EN
        ),
        example="titel: Thông báo",
    ),
    Code(
        "thieu-nhay",
        CodeText(
            "Dấu phẩy cắt giá trị ở chỗ '{field}'.", "Đặt cả đoạn chữ có dấu phẩy trong nháy kép."
        ),
        CodeText(
            "A comma cuts the value off before '{field}'.",
            "Put the whole text with the comma into double quotes.",
        ),
        example="{vi: Đất, nhà, en: Land}",
        special={
            "digits": InBoth(
                CodeText(
                    "Dấu phẩy cắt giá trị ở chỗ '{field}'.",
                    "Số thì viết phần lẻ sau dấu chấm, không có dấu %: 98.5; chữ thì đặt cả đoạn trong nháy kép.",
                ),
                CodeText(
                    "A comma cuts the value off before '{field}'.",
                    "Write the decimals of a number behind a point, without %: 98.5; put words into double quotes.",
                ),
            ),
        },
    ),
    Code(
        "thieu-truong",
        CodeText("Thiếu trường '{field}'.", "Thêm trường này."),
        CodeText("The field '{field}' is missing.", "Add it."),
        example="---⏎title: Thông báo⏎---",
    ),
    Code(
        "truong-rong",
        CodeText("Trường '{field}' để trống.", "Điền giá trị, hoặc bỏ trường nếu không bắt buộc."),
        CodeText("The field '{field}' is empty.", "Fill it in, or leave it out if it is optional."),
        example="summary:",
        special={
            "required": InBoth(
                CodeText("Trường '{field}' để trống.", "Điền giá trị; trường này bắt buộc."),
                CodeText("The field '{field}' is empty.", "Fill it in; it is required."),
            ),
        },
    ),
    Code(
        "kieu-sai",
        CodeText(
            "Trường '{field}' không đúng dạng (cần: {expected}).",
            "Viết theo mẫu trong sổ tay biên tập.",
        ),
        CodeText(
            "The field '{field}' has the wrong form (wanted: {expected}).",
            "Follow the form in the editors' handbook.",
        ),
        example="title: [Thông báo]",
    ),
    Code(
        "khong-chu",
        CodeText(
            "Trường '{field}' không có chữ cái (a-z, đ) hay chữ số nào.",
            "Viết bằng tiếng Việt hoặc tiếng Anh.",
        ),
        CodeText(
            "The field '{field}' has neither a Latin letter nor a digit.",
            "Write it in Vietnamese or English.",
        ),
        example="title: 🎉🎉",
    ),
    Code(
        "qua-dai",
        CodeText("Trường '{field}' dài {length} ký tự, vượt mức {limit}.", "Rút ngắn lại."),
        CodeText("The field '{field}' has {length} characters, more than {limit}.", "Shorten it."),
        example="title: Thông báo về việc… (300)",
    ),
    Code(
        "qua-nhieu-dong",
        CodeText(
            "Danh sách có {count} mục, nhiều hơn {limit} mục, nên không được đọc.",
            "Xóa những mục đã hết hạn hoặc không còn dùng.",
        ),
        CodeText(
            "The list has {count} items, more than {limit}, and was not read.",
            "Delete those that have expired or are no longer used.",
        ),
        example="- {host: a1.example, …} … - {host: a9999.example, …}",
    ),
    Code(
        "qua-nhieu",
        CodeText("Trường '{field}' có {count} mục, vượt mức {limit}.", "Chỉ giữ những mục cần."),
        CodeText(
            "The field '{field}' has {count} items, more than {limit}.", "Keep only what is needed."
        ),
        example="tags: [thue, so-do, …] (100)",
    ),
    Code(
        "ngay-sai",
        CodeText(
            '"{value}" không phải là ngày.', "Viết theo dạng 2026-02-28 hoặc 2026-02-28 10:55."
        ),
        CodeText('"{value}" is not a date.', "Write it as 2026-02-28 or 2026-02-28 10:55."),
        example="date: 31/02/2026",
        special={
            "calendar": InBoth(
                CodeText('"{value}" không phải là ngày.', "Viết theo dạng 2026-02-28."),
                CodeText('"{value}" is not a date.', "Write it as 2026-02-28."),
            ),
            "hours": InBoth(
                CodeText(
                    'Giờ trong "{value}" không có trong ngày.',
                    "Viết giờ từ 00:00 đến 23:59; hết ngày thì viết 00:00 của ngày hôm sau.",
                ),
                CodeText(
                    'No day has the time in "{value}".',
                    "Write a time from 00:00 to 23:59; for the end of a day 00:00 of the next one.",
                ),
            ),
            "form": InBoth(
                CodeText('Ngày "{value}" viết không đúng mẫu.', "Viết {near}."),
                CodeText('The date "{value}" is not written as dates are here.', "Write {near}."),
            ),
        },
    ),
    Code(
        "ngay-ngoai-khoang",
        CodeText(
            'Năm trong "{value}" nằm ngoài khoảng cho phép.', "Kiểm tra lại năm (từ 1945 đến 2100)."
        ),
        CodeText('The year in "{value}" is out of range.', "Check it (from 1945 to 2100)."),
        example="date: 0206-11-22",
    ),
    Code(
        "ngay-nguoc",
        CodeText("Ngày ở '{field}' sớm hơn ngày đăng.", "Kiểm tra lại hai ngày."),
        CodeText("'{field}' is before the date of publication.", "Check both dates."),
        example="date: 2026-11-22⏎expires: 2025-12-31",
    ),
    Code(
        "ngay-chua-toi",
        CodeText("Ngày ở '{field}' chưa tới.", "Kiểm tra lại ngày, nhất là năm."),
        CodeText("The day in '{field}' is still to come.", "Check it, the year above all."),
        severity="warning",
        example="modified: 2099-11-01",
    ),
    Code(
        "muc-trung",
        CodeText("'{value}' được ghi hai lần trong '{field}'.", "Giữ lại một."),
        CodeText("'{value}' stands twice in '{field}'.", "Keep one of them."),
        example="tags: [thue, thue]",
    ),
    Code(
        "chon-sai",
        CodeText("'{value}' không dùng được ở '{field}'.", "Chọn một trong: {choices}."),
        CodeText("'{value}' cannot stand in '{field}'.", "Choose one of: {choices}."),
        example="status: publish",
    ),
    Code(
        "chuyen-muc-la",
        CodeText(
            "Không có chuyên mục '{value}'.", "Chọn một mã trong content/vocabulary.yaml.", NEAR_VI
        ),
        CodeText(
            "There is no category '{value}'.", "Choose an id of content/vocabulary.yaml.", NEAR_EN
        ),
        example="category: dat-daii",
    ),
    Code(
        "the-la",
        CodeText("Không có thẻ '{value}'.", "Chọn một mã trong content/vocabulary.yaml.", NEAR_VI),
        CodeText("There is no tag '{value}'.", "Choose an id of content/vocabulary.yaml.", NEAR_EN),
        example="tags: [thuee]",
    ),
    Code(
        "nguon-la",
        CodeText(
            "Không có nguồn '{value}'.",
            "Sửa mã, hoặc thêm tệp content/sources/{value}.yaml.",
            NEAR_VI,
        ),
        CodeText(
            "There is no source '{value}'.",
            "Mend the id, or add content/sources/{value}.yaml.",
            NEAR_EN,
        ),
        example="sources: [bao-la]",
    ),
    Code(
        "dia-chi-sai",
        CodeText(
            "'{value}' không dùng làm địa chỉ được.",
            "Chỉ dùng a-z, 0-9 và dấu gạch nối, tối đa 120 ký tự, không dùng tên thiết bị như con, aux.",
        ),
        CodeText(
            "'{value}' cannot be used as an address.",
            "Use a-z, 0-9 and hyphens, at most 120 characters, and no device name such as con or aux.",
        ),
        example="slug: ../le-hoi",
        special={
            "alias": InBoth(
                CodeText(
                    "'{value}' không dùng làm địa chỉ cũ được.",
                    "Viết đường dẫn trong cổng, chỉ gồm a-z, 0-9, '-', '/', cuối cùng có thể là .html; không dùng tên thiết bị như con, aux.",
                ),
                CodeText(
                    "'{value}' cannot be used as an old address.",
                    "Write the path inside the portal with a-z, 0-9, '-', '/', and .html at the end if need be; no device name such as con or aux.",
                ),
            ),
        },
    ),
    Code(
        "dia-chi-danh-rieng",
        CodeText(
            "Địa chỉ '{value}' dành cho phần khác của cổng.",
            "Ghi một địa chỉ khác ở trường 'slug' hoặc 'aliases'.",
        ),
        CodeText(
            "The address '{value}' is kept for another part of the portal.",
            "Give another address in the field 'slug' or 'aliases'.",
        ),
        example="slug: tim-kiem",
    ),
    Code(
        "khong-co-loi",
        CodeText(
            "'{value}' không nói gì.", "Ghi bằng lời: lý do ở 'why', tên người hay đơn vị ở 'by'."
        ),
        CodeText(
            "'{value}' says nothing.",
            "Use words: the reason in 'why', the name of a person or office in 'by'.",
        ),
        example="why: .",
    ),
    Code(
        "dia-chi-trung",
        CodeText(
            "Địa chỉ '{value}' đã dùng ở {other}.",
            "Ghi 'slug' khác vào một trong hai tệp (nên đổi bài chưa đăng).",
        ),
        CodeText(
            "The address '{value}' is also that of {other}.",
            "Give one of the two files another 'slug', best the one not yet published.",
        ),
        example="a/index.vi.md: slug: le-hoi⏎b/index.vi.md: slug: le-hoi",
    ),
    Code(
        "ban-dich-vong",
        CodeText("Cả hai bản đều ghi 'translation_of'.", "Chỉ giữ trường này ở bản dịch."),
        CodeText("Both versions say 'translation_of'.", "Keep it in the translation only."),
        example="index.vi.md: translation_of: 2026-11-01⏎index.en.md: translation_of: 2026-11-01",
    ),
    Code(
        "ban-dich-le",
        CodeText(
            "Bài ghi '{field}' mà không có bản bằng thứ tiếng kia.",
            "Thêm bản gốc vào cùng thư mục, hoặc xóa trường này.",
        ),
        CodeText(
            "The text says '{field}', and there is no version in the other language.",
            "Put the original into the same folder, or delete this field.",
        ),
        severity="warning",
        example="translation_of: 2026-11-01",
    ),
)
