"""The codes of what may be wrong with portals and their addresses."""

from __future__ import annotations

from typing import Final

from plugins.codes.code import NEAR_EN, NEAR_VI, Code, CodeText

PORTALS: Final = (
    Code(
        "cong-la",
        CodeText("Không có cổng '{value}'.", "Các cổng: {choices}.", NEAR_VI),
        CodeText("There is no portal '{value}'.", "The portals are: {choices}.", NEAR_EN),
        example="portals/xa-la/news/2026/le-hoi/index.vi.md",
    ),
    Code(
        "khong-co-cong",
        CodeText("Không có cổng nào.", "Thêm content/portals/<mã>/portal.yaml."),
        CodeText("There is no portal.", "Add content/portals/<id>/portal.yaml."),
        example="rm content/portals/*/portal.yaml",
    ),
    Code(
        "url-sai",
        CodeText(
            "'{value}' không phải là địa chỉ của một cổng.", "Viết như https://ten-cong.example/."
        ),
        CodeText(
            "'{value}' is not the address of a portal.", "Write it as https://portal.example/."
        ),
        example="url: nhuthanh.example",
    ),
    Code(
        "url-chua-phep",
        CodeText(
            "Máy chủ '{value}' của cổng này chưa có trong content/links.yaml, hoặc đã hết hạn ở đó.",
            "Người phụ trách chung kiểm tra tên miền rồi thêm vào content/links.yaml (host, why, by, until).",
        ),
        CodeText(
            "The host '{value}' of this portal is not in content/links.yaml, or no longer.",
            "Let those in charge check the domain and add it to content/links.yaml (host, why, by, until).",
        ),
        example="url: https://trang-la.com/",
    ),
    Code(
        "url-long-nhau",
        CodeText(
            "Địa chỉ '{value}' nằm trong phần mà cổng '{other}' dùng cho các trang của mình.",
            "Chọn đường dẫn khác, ví dụ {inside}ten-xa/, hoặc một tên miền riêng.",
        ),
        CodeText(
            "The address '{value}' lies where the portal '{other}' has pages of its own.",
            "Choose another path, such as {inside}commune/, or a domain of its own.",
        ),
        example="xa-a: url: https://xa.example/⏎xa-b: url: https://xa.example/tin-tuc/",
    ),
    Code(
        "url-trung",
        CodeText(
            "Địa chỉ '{value}' cũng được ghi trong {other}: không ai biết địa chỉ là của cổng nào.",
            "Ghi địa chỉ riêng cho mỗi cổng; để không cổng nào lấy được địa chỉ của cổng khác, người phụ trách chung "
            "ghi cổng được dùng máy chủ này vào 'portals' của máy chủ trong content/links.yaml.",
        ),
        CodeText(
            "The address '{value}' stands in {other} too: nobody can tell whose it is.",
            "Give each portal its own; so that none can take another's, let those in charge of all portals "
            "name the portal of this host in 'portals' of the host in content/links.yaml.",
        ),
        example="xa-a: url: https://xa.example/⏎xa-b: url: https://xa.example/",
    ),
    Code(
        "url-cua-cong-khac",
        CodeText(
            "content/links.yaml giao máy chủ '{value}' cho cổng khác, hoặc giao cho cổng '{id}' ở đường dẫn khác.",
            "Ghi đúng địa chỉ của cổng; địa chỉ này đúng thì người phụ trách chung thêm cổng '{id}' "
            "và đường dẫn của nó vào 'portals' của máy chủ trong content/links.yaml.",
        ),
        CodeText(
            "In content/links.yaml the host '{value}' is given to other portals, or to '{id}' with another path.",
            "Write the portal's own address; if this is it, let those in charge of all portals add '{id}' "
            "and its path to 'portals' of the host in content/links.yaml.",
        ),
        example="links.yaml: {host: tinh.example, portals: {tinh: /}}⏎xa-a: url: https://tinh.example/",
    ),
    Code(
        "url-cua-bai",
        CodeText(
            "Địa chỉ '{value}' là của bài {other} trên cổng ở {inside}.",
            "Chọn đường dẫn khác, hoặc một tên miền riêng; đường dẫn đúng là của cổng này thì người phụ trách chung "
            "ghi vào 'portals' của máy chủ trong content/links.yaml.",
        ),
        CodeText(
            "The address '{value}' is that of the text {other} on the portal at {inside}.",
            "Choose another path, or a domain of its own; if the path is this portal's, let those in charge of all "
            "portals put it into 'portals' of the host in content/links.yaml.",
        ),
        example="xa-a: url: https://tinh.example/le-hoi/⏎news/2026/le-hoi/index.vi.md",
    ),
    Code(
        "dia-chi-cua-cong",
        CodeText(
            "Địa chỉ '{value}' của bài nằm trên địa chỉ {url} của cổng '{other}'.",
            "Ghi 'slug' khác cho bài.",
        ),
        CodeText(
            "The address '{value}' of this text lies on the address {url} of the portal '{other}'.",
            "Give the text another 'slug'.",
        ),
        example="links.yaml: {host: tinh.example, portals: {tinh: /, xa-a: /xa-a/}}⏎articles/…: slug: xa-a",
    ),
    Code(
        "duong-dan-sai",
        CodeText(
            "'{value}' không phải là đường dẫn của một cổng trên máy chủ.",
            "Viết như / hoặc /ten-xa/.",
        ),
        CodeText("'{value}' is no path of a portal on a host.", "Write it as / or /commune/."),
        example="portals: {xa-a: xa-a}",
    ),
    Code(
        "thu-dien-tu-sai",
        CodeText("'{value}' không phải là địa chỉ thư điện tử.", "Viết như ten@co-quan.example."),
        CodeText("'{value}' is not an e-mail address.", "Write it as name@agency.example."),
        example="email: lienhe(at)xa.example",
    ),
    Code(
        "so-may-sai",
        CodeText(
            "'{value}' không phải là một số điện thoại.",
            "Chỉ viết một số có từ 3 đến 15 chữ số; dùng được dấu cách, chấm, ngoặc tròn, gạch nối, và dấu + ở đầu.",
        ),
        CodeText(
            "'{value}' is not one telephone number.",
            "Write one number of 3 to 15 digits; there may be spaces, dots, round brackets, hyphens, and a + before it.",
        ),
        example="phone: 0237 000 0000, 0237 111 1111",
    ),
    Code(
        "url-nguon-sai",
        CodeText(
            "'{value}' không phải là địa chỉ web.", "Viết như https://…, hoặc bỏ trường 'url'."
        ),
        CodeText("'{value}' is no web address.", "Write https://…, or leave 'url' out."),
        example="url: www.bao",
    ),
    Code(
        "mau-sai",
        CodeText("'{value}' không phải là màu.", 'Viết như "#8f1d1f".'),
        CodeText("'{value}' is not a colour.", 'Write it as "#8f1d1f".'),
        example="colours: {brand: red}",
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
        example='colours: {brand: "#ffcc00"}',
    ),
    Code(
        "muc-dan-la",
        CodeText(
            "Không có mục '{value}' để đưa vào 'nav'.",
            "Dùng mã chuyên mục, mã trang, hoặc: tin-tuc, so-sanh, danh-muc, the, luu-tru, so-do.",
            NEAR_VI,
        ),
        CodeText(
            "There is no '{value}' to put into 'nav'.",
            "Use a category, a page's key, or: tin-tuc, so-sanh, danh-muc, the, luu-tru, so-do.",
            NEAR_EN,
        ),
        example="nav: [tin-tucc]",
    ),
    Code(
        "khong-noi-hien",
        CodeText(
            "Không cổng nào hiện bài này.",
            "Thêm chuyên mục của bài vào 'shares' của một cổng, hoặc bỏ bài.",
        ),
        CodeText(
            "No portal shows this text.",
            "Add its category to the 'shares' of a portal, or remove it.",
        ),
        severity="warning",
        example="portal.yaml: shares: none",
    ),
    Code(
        "trang-bi-thay",
        CodeText(
            "Không cổng nào hiện trang chung này: cổng nào cũng có trang riêng cùng tên.",
            "Bỏ trang chung, hoặc bỏ trang riêng của một cổng.",
        ),
        CodeText(
            "No portal shows this shared page: each has a page of its own of that name.",
            "Remove the shared page, or the own page of a portal.",
        ),
        severity="warning",
        example="pages/about/index.vi.md⏎portals/xa-a/pages/about/index.vi.md",
    ),
    Code(
        "bang-khong-hien",
        CodeText(
            "Không cổng nào hiện bảng so sánh này.",
            "Đưa bảng vào một bài bằng /// comparison | {name}, hoặc bỏ bảng.",
        ),
        CodeText(
            "No portal shows this comparison.",
            "Put it into a text with /// comparison | {name}, or remove it.",
        ),
        severity="warning",
        example="portal.yaml: shares: {categories: [dat-dai]}⏎comparisons/le-phi.yaml",
    ),
    Code(
        "nguon-khong-dung",
        CodeText(
            "Không bài hay bảng so sánh nào ghi nguồn này nên nguồn không hiện ở đâu cả.",
            "Ghi mã {name} vào 'sources' của bài hoặc 'source' của ô đã dùng nguồn này, hoặc xóa tệp.",
        ),
        CodeText(
            "No text and no comparison cites this source, so that it is shown nowhere.",
            "Put {name} into the 'sources' of a text or the 'source' of a cell that draws on it, or delete the file.",
        ),
        severity="warning",
        example="sources/bao-cu.yaml",
    ),
)
