"""The notices that a commune puts up every day are no offers.

None of these sentences is learned from; others of their kinds are (`development_everyday.yaml`).
"""

from __future__ import annotations

import pytest

from plugins.spam.inspect import inspect

RECEPTION = [
    "Lịch tiếp dân tuần này, phòng số 2.",
    "Lịch trực tuần này, phòng số 2.",
    "Tiếp dân tuần này, phòng số 2.",
    "Lịch làm việc tuần này, phòng số 4.",
    "Ủy ban tiếp công dân vào sáng thứ Năm hằng tuần, tại phòng số 2.",
    "Chủ tịch xã tiếp dân chiều thứ Ba tuần này, phòng số 1, tầng 2.",
    "Tuần này tiếp dân ở phòng số 3, tuần sau ở hội trường.",
    "Lịch tiếp công dân tuần tới: thứ Tư, phòng 105, nhà B.",
    "Bí thư tiếp dân ngày 15 hằng tháng, phòng số 5.",
    "Mời bà con vào phòng số 7, tầng 1, gặp chị Lan.",
    "Lấy số thứ tự ở cửa số 1, nộp hồ sơ ở bàn số 3.",
    "Bàn số 3 nhận hồ sơ đất đai, bàn số 4 trả kết quả.",
    "Cửa số 5 tạm đóng sáng nay, mời sang cửa số 6.",
    "Quầy số 2 đang gọi số 45, quầy số 3 đang gọi số 46.",
    "Ai có số 30 đến 40 mời vào phòng số 2.",
    "Phòng số 8 chuyển lên tầng 3 từ tuần này.",
]
ROSTERS = [
    "Trực tuần này: anh Hùng, chị Mai, phòng số 6.",
    "Lịch trực tối nay, phòng số 1: đồng chí Sơn.",
    "Lịch trực lễ 2/9: mỗi ca hai người, phòng số 2.",
    "Bác sĩ trực hôm nay: phòng khám số 3, tầng 1.",
    "Ca trực đêm nay có 4 người, máy lẻ 102.",
    "Gọi máy lẻ 12 gặp phòng Tư pháp, máy lẻ 15 gặp phòng Kế toán.",
    "Đội số 2 trực chốt cầu tràn tuần này, đội số 3 tuần sau.",
    "Tuần này tổ 4 quét dọn đường làng, tuần sau tổ 5.",
]
MEETINGS = [
    "Họp giao ban sáng thứ Hai tuần này, phòng họp số 2.",
    "Cuộc họp chiều nay dời sang phòng số 4, tầng 2.",
    "Họp thôn tối nay lúc 19 giờ 30, nhà văn hóa thôn 6.",
    "Họp chi bộ số 3 tối thứ Sáu, hội trường tầng 2.",
    "Lịch họp tuần này có thay đổi, mời xem bảng tin số 1.",
    "Lớp tập huấn tuần này học ở phòng số 9, nhà A.",
]
HEALTH_AND_SCHOOL = [
    "Tiêm vắc xin đợt 2 tuần này, phòng số 3, trạm y tế xã.",
    "Đợt 3 tiêm cho trẻ 6 tháng tuổi, sáng thứ Bảy tuần này.",
    "Uống vitamin A đợt 1, phòng số 2, từ 7 giờ sáng nay.",
    "Khám sức khỏe cho người cao tuổi tuần này, phòng số 5.",
    "Thí sinh phòng thi số 8 xem danh sách ở cửa phòng.",
    "Phòng thi số 12, tầng 3, số báo danh từ 265 đến 288.",
    "Họp phụ huynh lớp 9A chiều Chủ nhật tuần này, phòng số 11.",
    "Học sinh bốc thăm số báo danh tại phòng số 1.",
]
CUTS_AND_VOTES = [
    "Cắt điện thứ Năm tuần này, từ 8 giờ đến 11 giờ, trạm số 4.",
    "Tuần này mất nước hai buổi, khu số 3 và khu số 5.",
    "Điện lực ngừng cấp điện lộ số 2 sáng nay, chiều có lại.",
    "Cúp nước đêm nay, các ngõ số 5, 7, 9.",
    "Tổ bầu cử số 4 đặt tại nhà văn hóa thôn 7.",
    "Khu vực bỏ phiếu số 6 mở cửa từ 7 giờ, phòng số 1.",
    "Cử tri tổ 3 nhận thẻ tuần này, phòng số 2, nhà văn hóa.",
    "Loa số 5 hỏng, tuần này thôn nghe nhờ loa số 4.",
    "Bản tin tối nay phát lúc 17 giờ 30, loa cụm số 2.",
    "Xe rác đến ngõ số 8 vào thứ Ba, thứ Sáu hằng tuần.",
    "Chợ phiên họp ngày 5, ngày 10 hằng tháng, cổng số 2.",
    "Nhận gạo hỗ trợ đợt 2 tuần này, kho số 1.",
]
ENGLISH = [
    "Citizens are received this week in room 2.",
    "Duty roster this week: room 4, second floor.",
    "Please take a number and wait at desk 3.",
    "Window 5 is closed today, please go to window 6.",
    "The second round of vaccination is on Thursday, room 3.",
    "No water on Friday from 8 to 11, zones 2 and 3.",
    "Polling station number 4 is in the village hall.",
    "Call extension 12 for the land office.",
]
DRAWS = [
    "Bốc thăm chia ruộng tuần này, phòng số 2.",
    "Bốc thăm số nhà tái định cư sáng thứ Sáu, hội trường.",
    "Quay số dự thưởng gây quỹ khuyến học tối nay, sân nhà văn hóa.",
    "Hội Phụ nữ xổ số gây quỹ tối thứ Bảy, vé số 1 đến số 200.",
    "Giải nhất hội xuân thuộc về vé mang số 27.",
]


@pytest.mark.parametrize(
    "sentence",
    [*RECEPTION, *ROSTERS, *MEETINGS, *HEALTH_AND_SCHOOL, *CUTS_AND_VOTES, *ENGLISH],
)
def test_a_notice_of_the_week_passes(sentence: str) -> None:
    """Weeks, weekdays, rooms, desks and rounds are told of without a warning."""
    assert not inspect(sentence)


@pytest.mark.parametrize("sentence", DRAWS)
def test_an_honest_draw_is_not_refused(sentence: str) -> None:
    """Lots for land and raffles for a good cause are told in words of lotteries."""
    assert "refuse" not in [one.verdict for one in inspect(sentence)]
