"""The least that a sentence is judged to be, whatever words stand around a core of spam."""

from __future__ import annotations

import pytest

from plugins.spam.brands import CODE_POINTS, KNOWN, brand_points
from plugins.spam.cores import CERTAIN, DOUBTFUL, FAMED, UNFAMED
from plugins.spam.inspect import inspect
from plugins.spam.lexicon import PHRASES, matches
from plugins.spam.normalise import bare
from plugins.spam.phrases import TOPICS
from plugins.spam.score import REFUSED_FROM, WARNED_FROM, score

HONEST = [
    "Ủy ban nhân dân xã thông báo lịch nghỉ lễ Quốc khánh năm 2026 {} cho cán bộ, công chức.",
    "Trong chính phủ điện tử, chính phủ sử dụng công nghệ thông tin {} để gắn kết công dân.",
    "Người dân nộp hồ sơ {} tại bộ phận một cửa của xã trong giờ hành chính.",
    "Sở Nông nghiệp và Môi trường {} hướng dẫn phòng, chống dịch tả lợn châu Phi.",
]


@pytest.mark.parametrize("sentence", HONEST)
@pytest.mark.parametrize("core", [" ".join(one) for one in CERTAIN])
def test_a_core_in_an_honest_sentence_is_refused(sentence: str, core: str) -> None:
    """However many honest words stand around it."""
    assert [one.verdict for one in inspect(sentence.format(core))] == ["refuse"]


@pytest.mark.parametrize("sentence", HONEST)
@pytest.mark.parametrize(
    "name", ["kubet", "sunwin", "8xbet", "go88", "may88", "fb88", "m88", "xoilac"]
)
def test_a_name_of_a_site_in_an_honest_sentence_is_refused(sentence: str, name: str) -> None:
    """The name is the reason, whatever the subject of the sentence is."""
    (found,) = inspect(sentence.format(name))

    assert found.verdict == "refuse"
    assert {"brand", "gambling"} & set(found.reasons)


@pytest.mark.parametrize("sentence", HONEST)
@pytest.mark.parametrize("words", ["bắn cá", "đá gà", "casino", "tai88"])
def test_what_is_perhaps_spam_is_at_least_warned_of(sentence: str, words: str) -> None:
    """Words of play and names in the shape of a site are told."""
    assert score(sentence.format(words)).points >= WARNED_FROM


@pytest.mark.parametrize(
    "written", ["nha cai", "NHÀ CÁI", "nhà\u200b cái", "n.h.à c.á.i", "nhàcái"]
)
def test_a_core_is_known_however_it_is_written(written: str) -> None:
    """Without marks, in capitals, in pieces, or glued together."""
    assert score(HONEST[2].format(written)).points >= REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Cơ quan điều tra khởi tố 9 bị can điều hành trang Kubet và Sunwin.",
        "Học sinh ký cam kết không chơi lô đề, bắn cá.",
        "Đề nghị các đơn vị gỡ liên kết quảng cáo nhà cái, nổ hũ bị chèn trái phép vào trang.",
        "Xử phạt hành chính hai người ghi lô đề tại chợ xã.",
        "Canh bao: trang nha cai lua dao nguoi choi",
        "Thanh tra Sở phạt chủ trang phát sóng lậu Xoilac TV.",
        "Police arrested the owners of the betting site Fun88.",
        "Ngộ độc thuốc cường dương: một người nhập viện.",
        "Thực trạng chơi game bài đổi thưởng ở học sinh.",
        "Gia đình anh Th. khánh kiệt vì lô đề.",
    ],
)
def test_who_speaks_about_spam_is_not_refused(sentence: str) -> None:
    """Those who report, forbid, warn and take down name what they speak about."""
    assert score(sentence).points < REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhà cái Lan ở thôn Đồng Lườn bị tốc mái.",
        "Em gái gọi điện báo tin cho gia đình.",
        "Lô đề xuất thứ hai gồm sáu dự án.",
        "Xã bàn giao máy cày M88 cho hợp tác xã.",
        "Xác máy bay B52 nằm giữa hồ.",
        "Cán bộ kiểm lâm lo đề phòng cháy rừng từ đầu mùa khô.",
    ],
)
def test_words_that_only_look_alike_are_no_core(sentence: str) -> None:
    """Names of women, telephone calls, machines, and words without the marks of a core."""
    assert score(sentence).points < WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Nuôi lô tôm thứ hai từ tháng 5.",
        "Trại nuôi lô gà 500 con.",
        "Cán bộ kỹ thuật soi cầu treo bằng thiết bị siêu âm.",
        "Công nhân soi cầu phao mỗi sáng.",
        "Hôm qua xảy ra nổ hũ rượu ngâm, một người bỏng nhẹ.",
        "Trâu nhà cái đẻ hai lứa.",
        "Công nhân đang dàn đề can lên tường.",
        "Gái bao giờ cũng hơn trai về đức hy sinh.",
        "Thủ môn bắt bóng tốt, hậu vệ kèo trái đá chính.",
        "Cá độ 2 kg trở lên mới được bắt.",
        "Nhà cái Tư, con trai bà Tư, ở đầu làng.",
        "Quay hũ gốm, nặn nồi là nghề truyền thống.",
        "Tệp để trong dấu nháy đơn hoặc ´nháy kép´.",
    ],
)
def test_a_core_within_other_words_is_not_told(sentence: str) -> None:
    """The longer phrase is meant, and the weights of its words are not counted either."""
    assert score(sentence).points < WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Cơ quan Cảnh sát điều tra đã khởi tố vụ án, bắt bị can; nhà cái kubet thưởng 100k.",
        "Công an xã cảnh báo, xử phạt; fb88 thưởng cực lớn.",
        "Lực lượng chức năng phạt tiền, w88 chuẩn.",
        "Sở Y tế khuyến cáo người dân uống đủ nước và mua viagra.",
        "Vé số, nhà cái, phạt góc.",
        "“Nhà cái” số một, vé số vui.",
        "Thí điểm nhà cái hợp pháp, quảng cáo.",
        "Trong nhà cái có thưởng lớn cho người mới",
        "Vào trong nhà cái để chơi",
        "Nhà cái thắng lớn mỗi ngày cho bà con",
        "Nhà cái nào uy tín nhất hiện nay",
        "Vào đội cá cược của xã ta",
        "Chơi poker online ăn tiền mặt",
        "Bán số đề, ghi lô tỷ lệ 1 ăn 99",
        "Thuốc cường dương không tác dụng phụ, không ngộ độc.",
        "Bộ Công an xác nhận nhà cái ABC minh bạch",
        "Nhà cái được Bộ Công an cấp phép hoạt động",
        "Công an xã mời bà con chơi nhà cái ABC",
        "Nhà cái ABC được Cục Cảnh sát bảo hộ",
        "Tòa án công nhận nhà cái ABC minh bạch",
        "Công an khẳng định nhà cái ABC không lừa đảo",
    ],
)
def test_words_of_the_law_do_not_silence_an_offer(sentence: str) -> None:
    """They make it doubtful at most."""
    assert [one.verdict for one in inspect(sentence)] in (["warn"], ["refuse"])


@pytest.mark.parametrize(
    "sentence",
    [
        "88bet",
        "Đăng ký 97bet",
        "Đăng nhập VSBET",
        "OLE777",
        "u888 đăng nhập",
        "KU191 đăng nhập",
        "hb88 tải app",
    ],
)
def test_a_name_beside_an_offer_is_refused(sentence: str) -> None:
    """Known codes and strong shapes of names, where words of sites stand beside them."""
    assert score(sentence).points >= REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Lê Văn Bảy, Chủ tịch UBND, bay88@nhuthanh.gov.vn",
        "88A: Như Thanh – Sầm Sơn",
        "Lô rừng keo 88ha.",
        "Chiến sĩ bắn rơi B52 được tặng huân chương.",
    ],
)
def test_mailboxes_and_lines_of_buses_are_no_names(sentence: str) -> None:
    """They end in the same digits."""
    assert score(sentence).points < WARNED_FROM


def test_a_name_of_a_site_is_known_in_a_mailbox_too() -> None:
    """Only what looks alike is passed over there."""
    assert score("Gửi về kubet88@xa.gov.vn").points >= REFUSED_FROM


@pytest.mark.parametrize("core", [*CERTAIN, *DOUBTFUL])
def test_a_core_is_a_phrase_of_a_topic(core: tuple[str, ...]) -> None:
    """Or the middle of one: what the lexicon does not hold is never found."""
    text = f" {' '.join(core)} "
    written = [f" {' '.join(one.words)} " for one in PHRASES if one.kind in TOPICS]

    assert any(text in one or text in bare(one) for one in written)


def test_famed_codes_are_known_names() -> None:
    """Data of two files that belong together."""
    assert all(brand_points(name) >= CODE_POINTS for name in FAMED)
    assert UNFAMED <= KNOWN


def test_a_topic_is_found_where_it_stands() -> None:
    """Its place tells what was said before it."""
    words = "xã có nhà cái".split()

    assert [(one.start, one.end) for one in matches(words, [*map(bare, words)])] == [(2, 4)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công an bảo đảm cho sòng bạc X88",
        "Cong an bao dam cho song bac X88",
        "Cảnh sát tỉnh giới thiệu nhà cái X88",
        "Tránh xa nhà cái lừa đảo, đến với X88 uy tín",
    ],
)
def test_an_office_that_stands_surety_for_a_site_is_its_offer(sentence: str) -> None:
    """And so is a warning of others that leads to one."""
    assert [one.verdict for one in inspect(sentence)] == ["refuse"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công an xã bảo đảm an ninh trật tự cho lớp A1.",
        "Công an tỉnh bảo đảm an toàn giao thông cho đoàn xe trên quốc lộ 1.",
        "Công an xác nhận sòng bạc X88 đã bị triệt phá.",
        "Công an không bảo đảm cho sòng bạc X88.",
    ],
)
def test_an_office_that_guards_or_reports_is_not_refused(sentence: str) -> None:
    """Whatever code stands beside its deed."""
    assert "refuse" not in [one.verdict for one in inspect(sentence)]
