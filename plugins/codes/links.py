"""The codes of what may be wrong with links and the hosts they may lead to."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import NEAR_EN, NEAR_VI, Code, CodeText, InBoth

_LOST_VI: Final = "Liên kết dẫn tới '{value}', nhưng không có tệp này."
_LOST_EN: Final = "The link to '{value}' leads to nothing in the content."
_WRONG_VI: Final = "Liên kết '{value}' viết không đúng mẫu."
_WRONG_EN: Final = "The link '{value}' is not written as links are here."

LINKS: Final = (
    Code(
        "lien-ket-hong",
        CodeText(
            _LOST_VI,
            "Sửa đường dẫn hoặc bỏ liên kết.",
            NEAR_VI,
        ),
        CodeText(
            _LOST_EN,
            "Mend the path or remove the link.",
            NEAR_EN,
        ),
        example="[Lệ phí]({filename}/articles/le-phii/index.vi.md)",
        special={
            "slash": InBoth(
                CodeText(_LOST_VI, "Thêm dấu / sau {{filename}} hay {{static}}."),
                CodeText(_LOST_EN, "Put a / behind {{filename}} or {{static}}."),
            ),
            "lead-picture": InBoth(
                CodeText(
                    "Ảnh đầu bài '{value}' nằm ở trang khác.",
                    "Cổng không hiện ảnh của nơi khác. Tải ảnh về, đặt cạnh bài rồi viết tên tệp: 'image: tên-ảnh.jpg'.",
                ),
                CodeText(
                    "The picture '{value}' above the text is of another site.",
                    "Pictures of other sites are not shown. Put the file beside the text and write its name: 'image: picture.jpg'.",
                ),
            ),
            "lead-static": InBoth(
                CodeText(_LOST_VI, "Ở đây chỉ viết tên ảnh, không có {{static}}."),
                CodeText(_LOST_EN, "Write the name of the picture only, without {{static}}."),
            ),
            "comparison": InBoth(
                CodeText(
                    "'{value}' là dữ liệu của bảng so sánh, không có trang ở địa chỉ này.",
                    "Đặt bảng vào bài bằng dòng '/// comparison | mã' (mã là tên tệp không có .yaml) và dòng '///'; ở đó có liên kết tới trang riêng của bảng.",
                ),
                CodeText(
                    "'{value}' holds the data of a comparison; no page has this address.",
                    "Put the table into the text by a line '/// comparison | id' (the name of the file without .yaml) and a line '///'; there it links to its own page.",
                ),
            ),
            "no-page": InBoth(
                CodeText(
                    "'{value}' không phải là bài, tin hay trang nên không dẫn tới được.",
                    "Dẫn tới tệp index.vi.md của một bài; với ảnh thì viết {{static}}.",
                ),
                CodeText(
                    "'{value}' is no article, news or page, and cannot be linked to.",
                    "Link to the file index.vi.md of a text; for a picture write {{static}}.",
                ),
            ),
            "attachment": InBoth(
                CodeText(
                    _LOST_VI,
                    "Cổng không đăng tệp đính kèm (PDF, Word); đưa nội dung vào bài hoặc dẫn tới nơi đăng tệp.",
                ),
                CodeText(
                    _LOST_EN,
                    "Portals publish no attachments (PDF, Word); put the content into the text or link to where the file is published.",
                ),
            ),
        },
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
        example="[Dự thảo]({filename}/articles/ban-nhap/index.vi.md)",
    ),
    Code(
        "lien-ket-cong-khac",
        CodeText(
            "Bài '{value}' của cổng '{other}' không còn hiện, hoặc không còn mục được dẫn tới.",
            "Sửa hoặc bỏ liên kết; tạm thời nó dẫn tới đầu bài đó hoặc trang chủ của cổng.",
        ),
        CodeText(
            "The text '{value}' of the portal '{other}' is not shown any more, or lacks the section.",
            "Mend or remove the link; meanwhile it leads to the text, or to the home page of the portal.",
        ),
        severity="warning",
        example="[Lịch tiếp dân]({filename}/portals/xa-a/articles/lich/index.vi.md)",
        special={
            "scheduled": InBoth(
                CodeText(
                    "Bài '{value}' của cổng '{other}' chưa tới ngày hiện.",
                    "Chờ tới ngày đó, hoặc bỏ liên kết; tạm thời nó dẫn tới trang chủ của cổng.",
                ),
                CodeText(
                    "The text '{value}' of the portal '{other}' is not shown yet: its date is still to come.",
                    "Wait for that day, or remove the link; meanwhile it leads to the home page of the portal.",
                ),
            ),
        },
    ),
    Code(
        "anh-cong-khac",
        CodeText(
            "Ảnh '{value}' là của riêng một cổng; bài của nơi khác không dùng được.",
            "Chép ảnh vào thư mục của bài này.",
        ),
        CodeText(
            "The picture '{value}' belongs to one portal; a text from elsewhere cannot show it.",
            "Copy the picture into the folder of this text.",
        ),
        example="![Trụ sở]({static}/portals/xa-a/articles/tru-so/anh.png)",
    ),
    Code(
        "muc-khong-co",
        CodeText("Trang được dẫn tới không có mục '#{value}'.", "Sửa phần sau dấu #.", NEAR_VI),
        CodeText("The page linked to has no '#{value}'.", "Mend what follows the #.", NEAR_EN),
        example="[Hồ sơ](#ho-soo)",
    ),
    Code(
        "lien-ket-sai",
        CodeText(
            _WRONG_VI,
            "Dùng {{filename}}/articles/…/index.vi.md, {{static}}tên-ảnh, #mục hoặc https://…",
        ),
        CodeText(
            _WRONG_EN,
            "Use {{filename}}/articles/…/index.vi.md, {{static}}picture-name, #section or https://…",
        ),
        example="[Lệ phí](../le-phi.html)",
        special={
            "mail": InBoth(
                CodeText(_WRONG_VI, "Viết như mailto:ten@co-quan.example."),
                CodeText(_WRONG_EN, "Write it as mailto:name@agency.example."),
            ),
            "phone": InBoth(
                CodeText(
                    _WRONG_VI, "Viết như tel:02370000000: chữ số, dấu cách, có thể có dấu + ở đầu."
                ),
                CodeText(
                    _WRONG_EN,
                    "Write it as tel:02370000000: digits and spaces, with a + before them if need be.",
                ),
            ),
            "note": InBoth(
                CodeText(
                    _WRONG_VI,
                    "Nếu dòng này là chú thích thì viết [^1] ở cả hai chỗ; nếu là liên kết thì viết https://… sau dấu hai chấm.",
                ),
                CodeText(
                    _WRONG_EN,
                    "If the line is a note, write [^1] at both places; if it is a link, write https://… behind the colon.",
                ),
            ),
            "quotes": InBoth(
                CodeText(
                    _WRONG_VI,
                    'Đặt địa chỉ trong dấu nháy ("…"), hoặc viết [chữ](địa chỉ), ![lời tả]({{static}}tên-ảnh).',
                ),
                CodeText(
                    _WRONG_EN,
                    'Put the address in quotes ("…"), or write [words](address), ![words]({{static}}picture-name).',
                ),
            ),
            "scheme": InBoth(
                CodeText(_WRONG_VI, "Thêm https:// ở đầu."),
                CodeText(_WRONG_EN, "Begin it with https://."),
            ),
            "disk": InBoth(
                CodeText(
                    _WRONG_VI,
                    "Đường dẫn này chỉ có trên một máy. Đặt ảnh cạnh bài rồi viết {{static}}tên-ảnh; nội dung khác thì đưa vào bài.",
                ),
                CodeText(
                    _WRONG_EN,
                    "That path is of one computer only. Put a picture beside the text and write {{static}}picture-name; put other content into the text.",
                ),
            ),
            "outside-picture": InBoth(
                CodeText(
                    _WRONG_VI,
                    "Cổng không hiện ảnh của nơi khác. Tải ảnh về, đặt cạnh bài rồi viết {{static}}tên-ảnh.",
                ),
                CodeText(
                    _WRONG_EN,
                    "Pictures of other hosts are not shown. Put the picture beside the text and write {{static}}picture-name.",
                ),
            ),
            "picture": InBoth(
                CodeText(_WRONG_VI, "Đặt ảnh cạnh bài rồi viết {{static}}tên-ảnh."),
                CodeText(
                    _WRONG_EN, "Put the picture beside the text and write {{static}}picture-name."
                ),
            ),
        },
    ),
    Code(
        "lien-ket-khong-loi",
        CodeText(
            "Liên kết tới '{value}' không có lời nào: người đọc không thấy nó.",
            "Ghi lời dẫn trong ngoặc vuông, hoặc bỏ liên kết.",
        ),
        CodeText(
            "The link to '{value}' has no words: readers do not see it.",
            "Write words into the square brackets, or remove the link.",
        ),
        example="[](https://luat.example/)",
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
        example="[Xem thêm](https://trang-la.example/)",
    ),
    Code(
        "lien-ket-het-han",
        CodeText(
            "Máy chủ '{value}' chỉ được phép liên kết tới hết ngày {until}.",
            "Kiểm tra lại địa chỉ rồi sửa 'until' của máy chủ trong content/links.yaml, hoặc bỏ liên kết.",
        ),
        CodeText(
            "Links to '{value}' were allowed until {until}.",
            "Check the address again and change 'until' of the host in content/links.yaml, or remove the link.",
        ),
        example="- {host: luat.example, why: …, by: …, until: 2020-12-31}",
    ),
    Code(
        "may-chu-sai",
        CodeText(
            "'{value}' không phải là tên đầy đủ của một máy chủ.",
            "Viết như chinhphu.example: chữ thường, có đủ tên, không có https://, số cổng, dấu * hay địa chỉ IP; "
            "không dùng tên mà ai cũng đăng ký được dưới nó, như com.vn hay github.io.",
        ),
        CodeText(
            "'{value}' is not the full name of a host.",
            "Write it as agency.example: small letters, the whole name, without https://, port, * or IP address; "
            "no name below which anybody may have one, such as com.vn or github.io.",
        ),
        example="host: https://chinhphu.example/",
    ),
    Code(
        "nguon-chua-phep",
        CodeText(
            "Máy chủ '{value}' của nguồn này chưa có trong content/links.yaml.",
            "Kiểm tra địa chỉ rồi thêm máy chủ (host, why, by, until), hoặc bỏ trường 'url'.",
        ),
        CodeText(
            "The host '{value}' of this source is not in content/links.yaml.",
            "Check the address and add the host (host, why, by, until), or leave 'url' out.",
        ),
        example="url: https://bao-la.example/bai-1",
    ),
    Code(
        "cu-phap-lien-ket",
        CodeText(
            "'{value}' sẽ hiện nguyên văn cho bạn đọc.",
            "Viết đủ ngoặc vuông và ngoặc tròn, không có dấu cách ở giữa; muốn hiện nguyên văn thì viết \\[ thay cho [.",
        ),
        CodeText(
            "Readers would see '{value}' as it is written.",
            "Write both pairs of brackets, with no space between them; to show it as it is, write \\[ for [.",
        ),
        example="[Lệ phí] (https://chinhphu.example/)",
    ),
)
