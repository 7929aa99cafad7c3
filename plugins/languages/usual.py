"""The syllables that are used most in texts of the administration."""

from __future__ import annotations

from typing import Final

USUAL: Final = frozenset(
    (
        "ai an anh ấp ấy ba bài ban bàn bản bạn bảng bao báo bảy bằng bắt bậc bên bị biên biển biết "
        "biệt bỏ bon bố bộ bốn bởi bớt bước by cả các cách cái cán cạnh cao cáo căn cần cấp câu cầu "
        "chân chất chép chi chỉ chia chiến chiều chiếu chinh chính chịu cho chỗ chủ chú chung chúng "
        "chuyên chuyển chuyện chữ chưa chức co có coi con còn cong công cổng cột cơ cũ cụ cua của cục "
        "cung cùng cũng cuối cứ cứu danh dắt dân dần dẫn dấu dễ dịch diện dinh do doanh doi dòng du "
        "dụ dục dung dùng dụng duy duyệt dữ dự dựa dựng dưới đã đang đánh đảo đạt đặc đăng đặt đất "
        "đâu đầu đây đầy đem đề để đếm đến đều đi địa đích điểm điện điều đình định đo đỏ đó đoạn đọc "
        "đóng đô đồ độ đổi đối đông đồng động đỡ đơn đủ đúng đuôi đưa đứng được đường em en gặp gần "
        "ghi gi gì gia giá giai giải giảm giao giáo giấy giống giờ giới giúp giữ giữa gọi gọn góp gốc "
        "gồm gỡ gửi hai hạn hang hàng hạng hành hay hãy hẳn hệ hết hiện hiểu hiệu hình họ hoa hóa "
        "hoạch hoạt hoặc học hỏi họp hồ hội hôm hơn hợp huyện hướng ích in ít kèm kém kể kế kết khác "
        "khách khai khái kháng khảo khi khó khỏi khong không khu kia kiểm kiến kiện kinh kịp ky kỳ kỹ "
        "ký la là lại làm lang làng lâm lẫn lập lấy lệ lên liên liệu lĩnh loại loạt lòng lối lời lợi "
        "lớn luật lúc lực lược lượng lượt lưu lý mà mã màn mạng mạnh máy mặt mất mềm miền minh mình mọi "
        "mô mốc môi mỗi một mở mời mới mục muốn mức mười nam nạn nang nào nay này năm nằm năng nâng nên "
        "nền nêu nếu ngành ngay ngày ngắn ngân nghề nghệ nghĩ nghị nghia nghĩa nghiệp ngoài ngôn "
        "nguồn nguyên ngữ người nhà nhanh nhánh nhau nhắc nhầm nhân nhấn nhận nhất nhiệm nhiêu nhiều "
        "nhìn nhịp nhỏ nhóm nhờ nhớ nhu nhũng như nhưng những niệm ninh no nó nói nối nội nông nơi "
        "nữa nước on ông ở phải pháp phát phân phần phép phê phí phía phím phó phòng phu phủ phục "
        "phương phường qua quả quan quản quảng quận quốc quy quyền quyết ra rằng rất riêng rõ rồi "
        "rộng sách sản sang sáng sanh sánh sao sát sau sáu sẵn sẻ sẽ sinh so song số sơ sở suất sử sự "
        "sửa sức ta tác tài tải tại tảng tạo tay tăng tâm tập tất te tế tên thái tham tháng thanh "
        "thành thay thấy the thẻ theo thể thế thêm thi thì thị thích thiết thiếu thiệu thọ thoại thôn "
        "thông thống thời thu thủ thuận thuế thuộc thủy thứ thức thực thước thương tích tiên tiền "
        "tiến tiện tiếng tiếp tiêu tìm tin tỉnh tính to toàn toán tổ tối tốn tổng tốt tờ tới tra trả "
        "trách trang trẻ trên trí trị trích triển triệu trình trong trọng trợ trung truyền trừ trực "
        "trước trường trưởng tu tục tuyến tư từ tử tự tức từng tướng tỷ un ủy ứng ương ưu va và vào "
        "văn vẫn vận vậy về vi vì ví vị việc viên viết việt vốn với vu vụ vùng vừa vực xa xã xay xây "
        "xe xem xếp xin xong xuân xuất xúc xuống xứ yên yêu yếu "
    ).split()
)
