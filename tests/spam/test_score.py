"""The evidence of spam in a sentence, less what only officials say of it."""

from __future__ import annotations

import pytest

from plugins.spam.inspect import inspect
from plugins.spam.lexicon import PHRASES
from plugins.spam.score import REFUSED_FROM, WARNED_FROM, score


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Nhà cái uy tín số 1 Việt Nam, đăng ký ngay", "gambling"),
        ("Soi cầu miền Bắc hôm nay", "lottery"),
        ("Gái gọi cao cấp, liên hệ zalo", "adult"),
        ("Vay tiền nhanh không thế chấp", "loan"),
        ("Làm bằng đại học giá rẻ, phôi thật", "papers"),
        ("Mua backlink gov lên top google", "trade"),
        ("kubet77", "brand"),
        ("会员登录 - 用户注册", "foreign"),
        ("chính phủ số " * 9, "stuffing"),
        ('<div style="display:none">xin chào', "hidden"),
    ],
)
def test_spam_is_refused_for_its_reason(sentence: str, reason: str) -> None:
    """Each kind of spam is refused, and named."""
    result = score(sentence)

    assert result.points >= REFUSED_FROM
    assert reason in result.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Công an triệt phá đường dây cá độ bóng đá qua mạng, khởi tố 5 bị can.",
        "Công ty Xổ số kiến thiết nộp ngân sách 120 tỷ đồng.",
        "Lịch thi đấu giải bóng đá thiếu niên tỉnh.",
        "Ngân hàng Chính sách xã hội cho hộ nghèo vay vốn không cần thế chấp.",
        "Một số đề xuất của cử tri được tiếp thu, vì kèo nhà văn hóa được thay.",
        "Về nhà, cái nghèo vẫn đeo bám.",
        "Đầu tư tuyến đường QL68, tổng vốn 88 tỷ đồng.",
        "Bài gốc: https://xa.example/tin-tuc/3-moc-tuoi-can-doi-the-can-cuoc/",
        "Đăng ký ngay tài khoản dịch vụ công để được miễn phí.",
    ],
)
def test_official_speech_passes(sentence: str) -> None:
    """Reports of crime, budgets, sport and offices are not refused."""
    assert score(sentence).points < REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự đoán thời tiết miền Bắc hôm nay có mưa to.",
        "Dự đoán miền Nam hôm nay nắng nóng gay gắt.",
        "Miền Bắc hôm nay đón không khí lạnh tăng cường.",
        "Dự đoán tỷ lệ cử tri đi bầu đạt 99%.",
        "Nổ hũ khí metan tại mỏ than khiến hai người bị thương.",
    ],
)
def test_what_the_state_foretells_and_broadcasts_passes(sentence: str) -> None:
    """Weather, elections and matches on television are told in words of tips and streams."""
    assert score(sentence).points < WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự đoán kết quả bầu cử hội đồng nhân dân sẽ có tối nay.",
        "Xem trực tiếp bóng đá nữ SEA Games trên VTV5 tối nay.",
    ],
)
def test_what_sounds_like_a_tip_is_no_more_than_warned_of(sentence: str) -> None:
    """A word or two tell of the state, and the others could be those of a stream."""
    assert score(sentence).points < REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự đoán miền Nam hôm nay chuẩn, trời mưa to cũng trúng, đăng ký nhận ngay.",
        "Thời tiết nắng nóng, vào đây dự đoán xổ số miền Bắc hôm nay.",
        "Xem trực tiếp bóng đá nữ SEA Games VTV5 link full HD, soi kèo tối nay.",
        "Dự đoán bầu cử Hội đồng nhân dân, tỷ lệ kèo nhà cái 99%.",
    ],
)
def test_words_of_weather_do_not_silence_an_offer(sentence: str) -> None:
    """Beside a core or an offer they count for nothing."""
    assert score(sentence).points >= REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Bà con muốn đổi vận thì nhắn tin cho thầy, thầy cho con số.",
        "Thầy bói cho số, ai muốn đổi vận nhắn tin.",
    ],
)
def test_numbers_of_fortune_tellers_are_warned_of(sentence: str) -> None:
    """They sell numbers of the lottery without a word of it."""
    assert score(sentence).points >= WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Công văn số 6686/UBND-VP ngày 12/3/2026 của UBND tỉnh.",
        "Thẻ bảo hiểm mã HB88 được cấp lại tại trụ sở.",
        "Máy biến áp M88 được thay mới.",
        "Mẫu 02/TK88.",
        "Phòng học MAY88 và phòng TIN99 dùng chung.",
    ],
)
def test_a_code_alone_is_no_spam(sentence: str) -> None:
    """Papers, cards and machines are numbered as sites call themselves."""
    assert score(sentence).points < REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "M88 khuyến mãi nạp lần đầu, chơi thắng rút liền.",
        "Tải b52 club về máy để nhận code tân thủ hôm nay.",
        "Nhà cáj uy tjn nhất năm nay, vào là thắng.",
        "nhaf casi uy tisn soos 1 vieejt nam",
        "Sôi cầu miền bắc",
        "Google gõ ô kê víp để vào trang",
        "789 bét",
        "Nhà (cái) uy tín",
        "n(h)à [cái] số một",
        "J-8-8 nạp rút nhanh",
    ],
)
def test_names_and_phrases_in_disguise_are_known(sentence: str) -> None:
    """Set in two parts or in brackets, spelt by ear, or with the keys of marks as they were typed."""
    assert score(sentence).points >= REFUSED_FROM
    assert [one.verdict for one in inspect(sentence)] == ["refuse"]


def test_a_code_whose_letters_stand_apart_is_told() -> None:
    """Nobody numbers anything so; beside a word for what is numbered it is not refused."""
    assert inspect("J-8-8")
    assert [one.verdict for one in inspect("Tờ J-8-8")] == ["warn"]
    assert not inspect("Nhà số 8-8, ngõ 7-8-9, tổ 1 2 3 b")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhà (cái mới) ở thôn 2",
        "Đánh (đề) thi thử",
        "Bàn (cái), ghế (cái)",
        "Đội 789 bệt ở cuối bảng vì thiếu người",
        "Lô (đất) số 7",
    ],
)
def test_honest_words_in_brackets_pass(sentence: str) -> None:
    """They are read as without them only where that is a core of spam."""
    assert not inspect(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hôm nay",
        "Uy tín",
        "VIP",
        "Giá rẻ",
        "Giá vàng hôm nay",
        "TP.HCM, Đà Nẵng, Cần Thơ",
        "Book your slot",
        "Welcome bonus",
        "Hồ Văn Hải, thôn 2, điện thoại 0940839945",
        "Đón tiếp người dân tại bộ phận một cửa tại xã Bình Lâm, kỳ 60",
    ],
)
def test_words_of_every_day_are_not_refused(sentence: str) -> None:
    """A few words that spam is fond of are no spam without a subject of it."""
    assert score(sentence).points < REFUSED_FROM


@pytest.mark.parametrize("sentence", ["Xem phim hay bản đẹp", "Nhận số miễn phí", "Em xinh có nhà"])
def test_few_words_alone_are_warned_of_at_most(sentence: str) -> None:
    """Whatever they weigh."""
    result = score(sentence)

    assert result.reasons == ("wording",)
    assert result.points < REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Tình trạng lô đề, cá độ bóng đá trên địa bàn xã diễn biến phức tạp.",
        "Cổng game bài đổi thưởng Sunwin bị Bộ Công an triệt phá đầu năm.",
        "Theo cáo trạng, game bài Rikvip vận hành từ tháng 4/2015.",
        "Trang Xoilac bị chặn từ tháng 9.",
        "Nổ hũ, tài xỉu, bắn cá đổi thưởng là những trò đánh bạc trá hình.",
        "Nhiều gia đình tan nát vì cá độ.",
        "Ban tổ chức không cho phép chơi xóc đĩa, bầu cua ăn tiền.",
        "Tên miền kubet.vin, go88.fun nằm trong danh sách bị thu hồi.",
    ],
)
def test_who_tells_of_the_harm_is_not_refused(sentence: str) -> None:
    """Learned weights of a name or a phrase count less than who speaks about it."""
    assert score(sentence).points < REFUSED_FROM


def test_one_official_word_saves_no_offer() -> None:
    """A word of the police beside an offer of a betting site changes nothing."""
    offer = "nhà cái uy tín W88, đăng ký ngay nhận 100k"

    assert score(f"Công an khuyên chơi {offer}").points >= REFUSED_FROM
    assert score(f"Cảnh báo: {offer}").points >= REFUSED_FROM


def test_missing_marks_hide_nothing() -> None:
    """A phrase is known without its marks, as intruders write it."""
    assert score("ty le keo nha cai hom nay").points >= REFUSED_FROM


def test_a_foreign_sentence_is_at_least_doubted() -> None:
    """Whatever it says, an open row of Han letters in Vietnamese prose is told."""
    assert score("Xin chào 南國山河南帝居 các bạn").points >= WARNED_FROM


def test_a_label_is_doubted_for_what_it_names_alone() -> None:
    """Two or three ordinary words in a cell are no reason to ask an editor."""
    assert score("free").points < WARNED_FROM


def test_every_phrase_can_be_written() -> None:
    """The lexicon holds plain lower-case words, and no phrase that is empty."""
    words = [word for one in PHRASES for word in one.words]

    assert all(words)
    assert [word for word in words if word != word.lower() or not word.isalnum()] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Tàì xỉu",
        "Nhạ cãi ụy tĩn",
        "Chột sò chuân hốm này",
        "Vaỳ tiên nhành khộng thé chập",
        "Sóì cầu mỉền Bắc",
        "Bạn hãy ghé Kubẹt",
    ],
)
def test_other_marks_hide_nothing(sentence: str) -> None:
    """Marks that no word has are read as what the words are without them."""
    assert score(sentence).points >= REFUSED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Quách Kỳ Lãm ở bản Đuổng kể chuyện xưa.",
        "Già làng Kpă Klơng và nghệ nhân Siu Bjưih đánh cồng chiêng.",
    ],
)
def test_rare_names_are_not_taken_for_wrong_marks(sentence: str) -> None:
    """Names are words that nobody else says."""
    assert score(sentence).points < WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự đoán xổ số kiến thiết ngày mai: 45, 54, 12.",
        'Ông A cho biết đang chơi tại "U888" và rất hài lòng.',
    ],
)
def test_words_of_offices_put_beside_a_tip_or_a_name_hide_neither(sentence: str) -> None:
    """The name of the lottery is no report of it, and a player is no investigator."""
    assert score(sentence).points >= REFUSED_FROM


@pytest.mark.parametrize("sentence", ["tìm từ khóa k8", "Lên Google gõ từ khóa V9 là thấy ngay."])
def test_short_codes_are_told_where_search_engines_are_asked_for_them(sentence: str) -> None:
    """They are the names of sites there, and anything elsewhere."""
    assert inspect(sentence)
    assert not inspect("Học viên khóa K8 tìm từ khóa trong mục lục, tập A1.")


def test_what_search_engines_are_asked_for_is_not_numbered() -> None:
    """In 'từ khóa may88' the word before the name is that of keywords, and not of a course."""
    assert score('Xin tìm trên Google từ khóa "may88 đăng nhập".').points >= WARNED_FROM


def test_saying_that_betting_is_a_crime_passes() -> None:
    """Whoever says so offers nothing."""
    assert score("Cá độ là phạm pháp.").points < WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    ['Tìm từ khóa "k8" trên Google', "Tìm từ khóa «V9» là ra", "Tìm từ khóa: k8"],
)
def test_a_code_in_marks_is_looked_for_too(sentence: str) -> None:
    """As one without them is."""
    assert inspect(sentence)
    assert not inspect('Tìm từ khóa "số hóa" trong mục lục, tập A1.')
