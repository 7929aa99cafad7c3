"""The table of every problem code: what is wrong and how to mend it, in both languages.

The editors' handbook is made from this table. A text in braces is a value of the problem;
`fix_near` is shown instead of `fix` when a likely intended word is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class CodeText:
    """The sentences of one code in one language."""

    message: str
    fix: str
    fix_near: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem."""

    name: str
    vi: CodeText
    en: CodeText
    severity: Literal["error", "warning"] = "error"

    def text(self, language: Literal["vi", "en"]) -> CodeText:
        """The sentences in `language`."""
        return self.vi if language == "vi" else self.en


_NEAR_VI = "Có phải ý bạn là '{near}'?"
_NEAR_EN = "Did you mean '{near}'?"

_TABLE: Final = (
    # Files
    Code(
        "tep-khong-doc",
        CodeText(
            "Không đọc được tệp: {reason}.", "Kiểm tra xem tệp có còn và có được phép đọc không."
        ),
        CodeText("The file cannot be read: {reason}.", "Check that it exists and may be read."),
    ),
    Code(
        "tep-khong-utf8",
        CodeText("Tệp không dùng bảng mã UTF-8.", "Khi lưu tệp, chọn bảng mã UTF-8."),
        CodeText("The file is not UTF-8.", "Choose the encoding UTF-8 when you save it."),
    ),
    Code(
        "ky-tu-dieu-khien",
        CodeText("Có ký tự ẩn {char} không được phép dùng.", "Xóa ký tự đó rồi gõ lại chỗ này."),
        CodeText("There is an invisible character {char}.", "Delete it and type this place again."),
    ),
    Code(
        "tep-qua-lon",
        CodeText("Tệp nặng {size} MB, vượt mức {limit} MB.", "Chia nhỏ hoặc nén tệp lại."),
        CodeText("The file is {size} MB, more than {limit} MB.", "Split it or make it smaller."),
    ),
    Code(
        "tep-lien-ket",
        CodeText("Đây là liên kết tượng trưng hoặc tệp đặc biệt.", "Thay bằng một tệp thường."),
        CodeText("This is a symbolic link or a special file.", "Put a plain file in its place."),
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
    ),
    # YAML
    Code(
        "yaml-hong",
        CodeText(
            "YAML viết sai: {reason}.",
            "Đặt giá trị có dấu ':' hay '#' trong nháy kép; xem lại nháy, ngoặc và lề.",
        ),
        CodeText(
            "Broken YAML: {reason}.",
            "Put values with ':' or '#' in double quotes; check quotes, brackets and indents.",
        ),
    ),
    Code(
        "yaml-neo",
        CodeText("Không dùng neo (&, *) của YAML.", "Viết thẳng giá trị, hoặc đặt trong nháy kép."),
        CodeText("YAML anchors (&, *) are not used here.", "Write the value out, or quote it."),
    ),
    Code(
        "yaml-nhan",
        CodeText("Không dùng nhãn kiểu (!) của YAML.", "Bỏ nhãn, hoặc đặt giá trị trong nháy kép."),
        CodeText("YAML tags (!) are not used here.", "Leave the tag out, or quote the value."),
    ),
    Code(
        "yaml-qua-sau",
        CodeText("YAML lồng quá sâu.", "Viết theo đúng mẫu trong sổ tay biên tập."),
        CodeText("The YAML is nested too deeply.", "Follow the form in the editors' handbook."),
    ),
    Code(
        "yaml-qua-lon",
        CodeText("Tệp YAML quá lớn.", "Chia thành nhiều tệp."),
        CodeText("The YAML file is too large.", "Split it into several files."),
    ),
    # Fields
    Code(
        "dang-sai",
        CodeText(
            "Chỗ này không đúng dạng (cần: {expected}).", "Viết theo mẫu trong sổ tay biên tập."
        ),
        CodeText(
            "This has the wrong form (wanted: {expected}).",
            "Follow the form in the editors' handbook.",
        ),
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
    ),
    Code(
        "bai-rong",
        CodeText("Bài không có nội dung.", "Viết nội dung bên dưới phần đầu bài."),
        CodeText("The article has no text.", "Write it below the front matter."),
    ),
    Code(
        "khoa-trung",
        CodeText("Trường '{key}' được viết hai lần.", "Giữ lại một."),
        CodeText("The field '{key}' is written twice.", "Keep one of them."),
    ),
    Code(
        "khoa-la",
        CodeText("Không có trường '{field}'.", "Xóa trường này.", _NEAR_VI),
        CodeText("There is no field '{field}'.", "Delete it.", _NEAR_EN),
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
    ),
    Code(
        "thieu-truong",
        CodeText("Thiếu trường '{field}'.", "Thêm trường này."),
        CodeText("The field '{field}' is missing.", "Add it."),
    ),
    Code(
        "truong-rong",
        CodeText("Trường '{field}' để trống.", "Điền giá trị, hoặc bỏ trường nếu không bắt buộc."),
        CodeText("The field '{field}' is empty.", "Fill it in, or leave it out if it is optional."),
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
    ),
    Code(
        "qua-dai",
        CodeText("Trường '{field}' dài {length} ký tự, vượt mức {limit}.", "Rút ngắn lại."),
        CodeText("The field '{field}' has {length} characters, more than {limit}.", "Shorten it."),
    ),
    Code(
        "ngay-sai",
        CodeText(
            '"{value}" không phải là ngày.', "Viết theo dạng 2026-02-28 hoặc 2026-02-28 10:55."
        ),
        CodeText('"{value}" is not a date.', "Write it as 2026-02-28 or 2026-02-28 10:55."),
    ),
    Code(
        "ngay-ngoai-khoang",
        CodeText(
            'Năm trong "{value}" nằm ngoài khoảng cho phép.', "Kiểm tra lại năm (từ 1945 đến 2100)."
        ),
        CodeText('The year in "{value}" is out of range.', "Check it (from 1945 to 2100)."),
    ),
    Code(
        "ngay-nguoc",
        CodeText("Ngày ở '{field}' sớm hơn ngày đăng.", "Kiểm tra lại hai ngày."),
        CodeText("'{field}' is before the date of publication.", "Check both dates."),
    ),
    Code(
        "muc-trung",
        CodeText("'{value}' được ghi hai lần trong '{field}'.", "Giữ lại một."),
        CodeText("'{value}' stands twice in '{field}'.", "Keep one of them."),
    ),
    Code(
        "chon-sai",
        CodeText("'{value}' không dùng được ở '{field}'.", "Chọn một trong: {choices}."),
        CodeText("'{value}' cannot stand in '{field}'.", "Choose one of: {choices}."),
    ),
    Code(
        "chuyen-muc-la",
        CodeText(
            "Không có chuyên mục '{value}'.", "Chọn một mã trong content/vocabulary.yaml.", _NEAR_VI
        ),
        CodeText(
            "There is no category '{value}'.", "Choose an id of content/vocabulary.yaml.", _NEAR_EN
        ),
    ),
    Code(
        "the-la",
        CodeText("Không có thẻ '{value}'.", "Chọn một mã trong content/vocabulary.yaml.", _NEAR_VI),
        CodeText(
            "There is no tag '{value}'.", "Choose an id of content/vocabulary.yaml.", _NEAR_EN
        ),
    ),
    Code(
        "nguon-la",
        CodeText("Không có nguồn '{value}'.", "Thêm tệp content/sources/{value}.yaml.", _NEAR_VI),
        CodeText("There is no source '{value}'.", "Add content/sources/{value}.yaml.", _NEAR_EN),
    ),
    Code(
        "dia-chi-sai",
        CodeText(
            "'{value}' không dùng làm địa chỉ được.",
            "Chỉ dùng a-z, 0-9 và dấu gạch nối, tối đa 120 ký tự.",
        ),
        CodeText(
            "'{value}' cannot be used as an address.",
            "Use a-z, 0-9 and hyphens, at most 120 characters.",
        ),
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
    ),
    Code(
        "dia-chi-trung",
        CodeText(
            "Địa chỉ '{value}' đã dùng ở {other}.", "Thêm trường 'slug' khác vào một trong hai tệp."
        ),
        CodeText(
            "The address '{value}' is also that of {other}.",
            "Give one of the two files another 'slug'.",
        ),
    ),
    Code(
        "ban-dich-vong",
        CodeText("Cả hai bản đều ghi 'translation_of'.", "Chỉ giữ trường này ở bản dịch."),
        CodeText("Both versions say 'translation_of'.", "Keep it in the translation only."),
    ),
    # Links and directives
    Code(
        "lien-ket-hong",
        CodeText(
            "Liên kết dẫn tới '{value}', nhưng không có tệp này.",
            "Sửa đường dẫn hoặc bỏ liên kết.",
            _NEAR_VI,
        ),
        CodeText(
            "The link to '{value}' leads to nothing in the content.",
            "Mend the path or remove the link.",
            _NEAR_EN,
        ),
    ),
    Code(
        "lien-ket-an",
        CodeText(
            "Liên kết tới '{value}' là bài chưa đăng hoặc đã hết hạn.",
            "Bỏ liên kết, hoặc đăng bài đó trước.",
        ),
        CodeText(
            "The link to '{value}' leads to a page that is not published.",
            "Remove the link, or publish that page first.",
        ),
    ),
    Code(
        "muc-khong-co",
        CodeText("Trang được dẫn tới không có mục '#{value}'.", "Sửa phần sau dấu #.", _NEAR_VI),
        CodeText("The page linked to has no '#{value}'.", "Mend what follows the #.", _NEAR_EN),
    ),
    Code(
        "lien-ket-sai",
        CodeText(
            "Liên kết '{value}' viết không đúng mẫu.",
            "Dùng {{filename}}/articles/…/index.vi.md, {{static}}tên-ảnh, #mục hoặc https://…",
        ),
        CodeText(
            "The link '{value}' is not written as links are here.",
            "Use {{filename}}/articles/…/index.vi.md, {{static}}picture-name, #section or https://…",
        ),
    ),
    Code(
        "lien-ket-ngoai",
        CodeText(
            "Liên kết ra ngoài tới '{value}' chưa được phép.",
            "Nếu cần, thêm máy chủ này vào content/links.yaml (host, why, by, until).",
        ),
        CodeText(
            "Links to '{value}' are not allowed yet.",
            "If it is needed, add the host to content/links.yaml (host, why, by, until).",
        ),
    ),
    Code(
        "may-chu-sai",
        CodeText(
            "'{value}' không phải là tên máy chủ.", "Viết như chinhphu.example, không có https://."
        ),
        CodeText("'{value}' is no host name.", "Write it as agency.example, without https://."),
    ),
    Code(
        "long-qua-sau",
        CodeText(
            "Bài lồng danh sách, trích dẫn hay ngoặc vuông quá sâu.", "Bỏ bớt các lớp lồng nhau."
        ),
        CodeText("The text nests lists, quotes or square brackets too deeply.", "Nest them less."),
    ),
    Code(
        "nguon-chua-phep",
        CodeText(
            "Máy chủ '{value}' của nguồn này chưa có trong content/links.yaml, hoặc đã hết hạn.",
            "Kiểm tra địa chỉ rồi thêm máy chủ (host, why, by, until), hoặc bỏ trường 'url'.",
        ),
        CodeText(
            "The host '{value}' of this source is not in content/links.yaml, or no longer.",
            "Check the address and add the host (host, why, by, until), or leave 'url' out.",
        ),
        severity="warning",
    ),
    Code(
        "cu-phap-lien-ket",
        CodeText(
            "'{value}' sẽ hiện nguyên văn cho bạn đọc.",
            "Viết đủ ngoặc vuông và ngoặc tròn, không có dấu cách ở giữa.",
        ),
        CodeText(
            "Readers would see '{value}' as it is written.",
            "Write both pairs of brackets, with no space between them.",
        ),
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
    ),
    Code(
        "chi-thi-la",
        CodeText("Không có chỉ thị '/// {value}'.", "Chỉ có '/// comparison | mã'.", _NEAR_VI),
        CodeText(
            "There is no directive '/// {value}'.", "There is only '/// comparison | id'.", _NEAR_EN
        ),
    ),
    Code(
        "chi-thi-khong-dong",
        CodeText("Chỉ thị '///' chưa đóng.", "Thêm một dòng '///' ngay bên dưới."),
        CodeText("The directive '///' is not closed.", "Add a line '///' just below it."),
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
    ),
    Code(
        "chi-thi-le",
        CodeText("Dòng '///' này không đóng chỉ thị nào.", "Xóa dòng này."),
        CodeText("This line '///' closes no directive.", "Delete it."),
    ),
    Code(
        "chi-thi-thieu-ma",
        CodeText("Chỉ thị 'comparison' chưa ghi mã bảng.", "Viết '/// comparison | mã'."),
        CodeText("The directive 'comparison' names no table.", "Write '/// comparison | id'."),
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
    ),
    Code(
        "bang-la",
        CodeText(
            "Không có bảng so sánh '{value}'.",
            "Thêm tệp content/comparisons/{value}.yaml.",
            _NEAR_VI,
        ),
        CodeText(
            "There is no comparison '{value}'.", "Add content/comparisons/{value}.yaml.", _NEAR_EN
        ),
    ),
    # Comparisons
    Code(
        "o-thieu",
        CodeText(
            "Tiêu chí '{criterion}' thiếu ô cho '{option}'.",
            "Thêm ô; nếu không biết, ghi {{unknown: true}}.",
        ),
        CodeText(
            "The criterion '{criterion}' has no cell for '{option}'.",
            "Add one; where it is not known, write {{unknown: true}}.",
        ),
    ),
    Code(
        "o-sai",
        CodeText(
            "Ô này phải có đúng một trong: chữ (vi, en), values, unknown, not_applicable.",
            "Giữ lại một trong số đó.",
        ),
        CodeText(
            "A cell holds exactly one of: text (vi, en), values, unknown, not_applicable.",
            "Keep one of them.",
        ),
    ),
    Code(
        "o-khong-nguon",
        CodeText("Ô này chưa ghi nguồn.", "Thêm 'source' là một mã trong content/sources/."),
        CodeText("This cell has no source.", "Add 'source', an id of content/sources/."),
    ),
    Code(
        "lua-chon-la",
        CodeText("Không có cột '{value}' trong 'options'.", "Sửa mã cột.", _NEAR_VI),
        CodeText("There is no '{value}' among the options.", "Mend the id.", _NEAR_EN),
    ),
    Code(
        "tieu-chi-trung",
        CodeText("Tiêu chí '{value}' có hai lần.", "Giữ lại một, hoặc đặt mã khác."),
        CodeText("The criterion '{value}' stands twice.", "Keep one, or give it another id."),
    ),
    Code(
        "chu-trong-o",
        CodeText(
            "Chữ của ô này không hiện được trong bảng.",
            "Chỉ dùng chữ, liên kết, chữ đậm, chữ nghiêng, mã và danh sách.",
        ),
        CodeText(
            "The text of this cell cannot be shown in a table.",
            "Use only words, links, bold, italics, code and lists.",
        ),
    ),
    Code(
        "mot-lua-chon",
        CodeText("Bảng chỉ có một cột, không so sánh được gì.", "Thêm cột vào 'options'."),
        CodeText("There is one option only, so nothing is compared.", "Add options."),
        "warning",
    ),
    Code(
        "gia-tri-sai",
        CodeText(
            "'{value}' không phải là {kind}.",
            "Viết số như 1350000000 hay 1.35, ngày như 2021-06-15, năm như 2022.",
        ),
        CodeText(
            "'{value}' is no {kind}.",
            "Write numbers as 1350000000 or 1.35, dates as 2021-06-15, years as 2022.",
        ),
    ),
    # Portals
    Code(
        "cong-la",
        CodeText("Không có cổng '{value}'.", "Các cổng: {choices}.", _NEAR_VI),
        CodeText("There is no portal '{value}'.", "The portals are: {choices}.", _NEAR_EN),
    ),
    Code(
        "khong-co-cong",
        CodeText("Không có cổng nào.", "Thêm content/portals/<mã>/portal.yaml."),
        CodeText("There is no portal.", "Add content/portals/<id>/portal.yaml."),
    ),
    Code(
        "url-sai",
        CodeText(
            "'{value}' không phải là địa chỉ của một cổng.", "Viết như https://ten-cong.example/."
        ),
        CodeText(
            "'{value}' is not the address of a portal.", "Write it as https://portal.example/."
        ),
    ),
    Code(
        "url-trung",
        CodeText("Cổng '{other}' đã dùng địa chỉ '{value}'.", "Ghi địa chỉ riêng cho mỗi cổng."),
        CodeText(
            "The address '{value}' is that of the portal '{other}'.", "Give each portal its own."
        ),
    ),
    Code(
        "thu-dien-tu-sai",
        CodeText("'{value}' không phải là địa chỉ thư điện tử.", "Viết như ten@co-quan.example."),
        CodeText("'{value}' is not an e-mail address.", "Write it as name@agency.example."),
    ),
    Code(
        "url-nguon-sai",
        CodeText(
            "'{value}' không phải là địa chỉ web.", "Viết như https://…, hoặc bỏ trường 'url'."
        ),
        CodeText("'{value}' is no web address.", "Write https://…, or leave 'url' out."),
    ),
    Code(
        "mau-sai",
        CodeText("'{value}' không phải là màu.", 'Viết như "#8f1d1f".'),
        CodeText("'{value}' is not a colour.", 'Write it as "#8f1d1f".'),
    ),
    Code(
        "mau-nhat",
        CodeText(
            "Chữ trắng trên màu {value} chỉ đạt độ tương phản {ratio}:1.",
            "Chọn màu đậm hơn, ít nhất 7:1.",
        ),
        CodeText(
            "White text on {value} has a contrast of only {ratio}:1.",
            "Choose a darker colour, at least 7:1.",
        ),
    ),
    Code(
        "muc-dan-la",
        CodeText(
            "Không có mục '{value}' để đưa vào 'nav'.",
            "Dùng mã chuyên mục, mã trang, hoặc: tin-tuc, so-sanh, danh-muc, the, luu-tru, so-do.",
            _NEAR_VI,
        ),
        CodeText(
            "There is no '{value}' to put into 'nav'.",
            "Use a category, a page's key, or: tin-tuc, so-sanh, danh-muc, the, luu-tru, so-do.",
            _NEAR_EN,
        ),
    ),
)

CODES: Final[Mapping[str, Code]] = MappingProxyType({code.name: code for code in _TABLE})
