"""The phrases of spam by their subject: data, no code.

They name what a sentence is about, and tell what letters set apart or words set together mean; how
likely a sentence is spam the learned weights say. Phrases are parted by commas or line ends,
written with their marks, and weigh the number before them. In a phrase `a|b` is either word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# 6 and more: nobody but an advertiser says so; 4 or 5: his jargon, which a report may quote;
# 1 to 3: the subject itself, which officials speak of as well.
TOPICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gambling": """
8 chơi bài đổi, đổi thẻ cào, mẹo đánh bài, đánh bài luôn thắng, bí kíp đánh bài,
  hoa hồng doanh thu cược, doanh thu cược, vòng quay may mắn trúng, link xem hd, link xem ở đây,
  xem tại xoilac, trực tiếp man, link trực tiếp bóng, xóc đĩa 3d, đánh đề 1, 1 ăn 99|98|95|90|80|70,
  một ăn chín, xóc đĩa ăn tiền, poker ăn tiền, mậu binh ăn tiền, ăn tiền mặt, ăn tiền online, ăn tiền uy tín, đổi tiền thật,
  bài bịp, xóc đĩa bịp, xúc xắc bịp, cờ bạc bịp, nhìn xuyên bài, đánh bài bịp,
  ăn 1 đền, chơi đề, hội mê cược, thiên đường cá cược, thiên đường game, thiên đường cờ bạc, sân chơi cá cược,
  con bạc thắng, lỗ hổng nhà cái, thắng nhà cái, tỷ|tỉ lệ kèo vàng, phần mềm tài xỉu,
  robot tài xỉu, kéo tài xỉu, cầu tài xỉu, soi tài xỉu, bắt bài tài xỉu, keo tai xiu,
  cá cược bằng usdt, nạp usdt, cửa trên sáng, kèo dưới sáng, tài xỉu bàn thắng, xỉu bàn thắng,
  cá cược ảo, slot game 3d, hũ khủng, nổ hũ khủng, nhà cái uy tín, nhà cái số|top 1|một,
  nhà cái hàng đầu, nhà cái tặng, nhà cái châu âu|á, top nhà cái, nhà cái hoa hồng cao|khủng|trọn, link nhà cái, link vào nhà cái,
  kèo nhà cái, tỷ|tỉ lệ kèo, soi kèo, kèo bóng đá, kèo trực tuyến, kèo hôm nay, kèo thơm,
  kèo châu âu|á, kèo tài xỉu, kèo chấp, nhận định kèo, bắt kèo, tip kèo, tip bóng đá, tips bóng đá,
  kèo xiên, lên kèo, nhả kèo, chốt kèo, kèo ngon, kèo vip, kèo free, kèo phạt góc,
  game bài đổi thưởng, game đánh bài đổi thưởng, bài đổi thưởng, game đổi thưởng,
  cổng game đổi thưởng, cổng game bài, cổng game uy tín, cổng game quốc tế, tài xỉu online,
  tài xỉu uy tín, tài xỉu đổi thưởng, tài xỉu md5, nổ hũ đổi thưởng, nổ hũ uy tín, nổ hũ online,
  quay hũ, săn hũ, slot nổ hũ, slot đổi thưởng, hũ rồng, hũ vàng, bắn cá đổi thưởng, bắn cá online,
  bắn cá ăn xu, bắn cá rút tiền, xóc đĩa online, xóc đĩa đổi thưởng, casino online uy tín,
  casino trực tuyến uy tín, sòng bài trực tuyến, sòng bạc uy tín, cá cược uy tín,
  cá cược trực tuyến uy tín, cá cược bóng đá uy tín, web cá cược uy tín, trang cá cược,
  đá gà trực tiếp, đá gà thomo, đá gà cựa dao, đá gà online, gà chọi online, trực tiếp đá gà,
  nạp rút nhanh, nạp rút siêu tốc, nạp rút tự động, nạp rút uy tín, nạp đầu tặng, nạp lần đầu tặng,
  thưởng nạp đầu, thưởng nạp, hoàn trả cược, cược miễn phí, vòng cược, cược ngay, đặt cược ngay,
  mã cược, tiền cược miễn phí, link không bị chặn, link vào mới nhất, link dự phòng, link cược,
  đại lý cá cược, hoa hồng đại lý cá cược, mẹo chơi baccarat, baccarat online,
  bí quyết chơi tài xỉu, tool tài xỉu, tool hack tài xỉu, hack nổ hũ, giftcode tân thủ,
  cách bắt bóng, đánh bài ăn tiền thật, chơi bài ăn tiền, đánh bài online, game ăn tiền,
  chơi game kiếm tiền thật, rút tiền về momo, cược xiên, cược chấp, cược tài xỉu, ăn tiền thật,
  bài bạc online, tỷ|tỉ lệ cược cao, tỷ|tỉ lệ cược hấp dẫn, tỷ|tỉ lệ ăn cao, tỷ|tỉ lệ trả thưởng,
  ty le ca cuoc, keo nha cai, nha cai uy tin, sảnh casino, sảnh game, sảnh cược, siêu hũ,
  tiến lên miền nam online, phỏm online, poker online, rồng hổ online, bầu cua online,
  xì dách online, mậu binh online, liêng online, lô đề online, lô đề trực tuyến, đánh đề online,
  ghi đề online, đánh lô online, đánh lô đề online, ghi lô đề online, cá độ online uy tín,
  nạp 1|100 tặng, quay là nổ, nhận hũ, mê cược, thưởng nạp đầu, húp mạnh|đậm, sân chơi đẳng cấp, liên minh nhà cái
4 bóng đá lậu, kèo rung, chơi thử miễn, đặt cửa, không cần nạp, rút về ví, rút liền, bét chấm com, f8|vn|fb bét,
  789 club|bét, link không chặn, chẵn lẻ momo, bẻ cầu
5 hoàn trả hàng ngày, mở hũ, gỡ vốn, tỷ số bóng đá trực tuyến, tỉ số bóng đá trực tuyến,
  cờ bạc online|trực, livescore 7m, xem trực tiếp bóng đá, tỷ lệ bóng đá, nhà cái, nổ hũ, nổ hủ,
  tài xỉu, bắn cá, xóc đĩa online, xóc dĩa, casino online, casino trực tuyến, live casino,
  sòng casino, game bài, baccarat, bacarat, cược bóng đá, kèo cược, kèo, kèo chấp, chấp kèo,
  kèo trên, kèo dưới, tỷ|tỉ lệ cược, tỷ|tỉ lệ cá cược, khuyến mãi cá cược, tiền cược, cửa cược,
  vốn cược, mức cược, lệnh cược, bàn cược, người cược, dân cược, cược thủ, game slot, slot game,
  slot online, quay slot, máy slot, nổ jackpot, trúng hũ, giftcode, gift code, code tân thủ,
  tân thủ, hội viên mới nhận, roulette, blackjack, sicbo, sic bo, keno online, bầu cua tôm cá,
  thể thao ảo, cá cược thể thao, cá cược esports, web cược, trang cược, app cược, chơi cược,
  đặt cược trực tuyến, đánh bài đổi thưởng, xanh chín, cổng game, trực tiếp bóng đá k|hd|full,
  xem bóng đá miễn phí, link đá bóng, đá bóng trực tiếp, link bóng đá, chơi slot,
  máy đánh bạc online, kèo thẻ phạt, xem bóng đá trực tuyến|tiếp, trực tiếp bóng đá,
  bóng đá trực tuyến, link xem bóng đá, link trực tiếp, link sopcast, link acestream, xôi lạc tv,
  cà khịa tv, mì tôm tv, vebo tv, bóng đá lu, bong da wap, ku casino, thiên hạ bet, tha bet,
  nhất vip, net88, slots, sportsbook, betting tips, online casino, free spins, free bet,
  bonus code, betting sites, bookmaker, bookmakers, sports betting, online slots, online betting,
  best casino, welcome bonus, no deposit bonus, đánh bạc online, đánh bạc trực tuyến,
  casino uy tín, game đổi thưởng online, cổng đổi thưởng, đổi thưởng uy tín|online|tiền|thẻ,
  keo bong da, keo nha, cá cược online uy tín, win club, bet club
4 máy đọc bài, camera đọc bài, soi bài phỏm|liêng|ba, máy soi bài, camera soi bài, áo soi|đọc bài, khóa đọc bài, quét bài, quét mép bài,
  kính nhìn bài, lens nhìn bài, tròng nhìn bài, lens soi bài, kính soi bài, kính lén, camera lén, bài hóa chất, đánh dấu bài, dấu lá bài,
  bài đánh dấu, bài gian lận, gian lận bài, kính đánh bạc, tròng đánh bạc, bán thiết bị đánh bạc, nghề bịp, chơi bịp, đồ bịp, mánh bịp,
  bầu cua điều khiển|bịp, xúc xắc điều khiển|nam|từ|lập, xóc đĩa điều khiển, bát xóc đĩa, vị xóc đĩa, tráo bài, móc bài, phân tích bài tây|phỏm|liêng,
  tá lả ăn|đổi, phỏm ăn tiền, liêng ăn tiền, bài tây ăn tiền, sâm lốc, xập xám, chắn online, tiến lên ăn|đổi tiền, chip poker, mua bán chip,
  sới bạc online, bài ăn tiền online, nhóm kéo, app hũ, go hũ, cổng hũ, sảnh chơi
3 nhận|tặng|lãnh|vốn|code|thưởng|free 50k|58k|68k|88k|99k|100k|128k|138k|150k|188k|200k|500k, trang chủ nhận, nhận vốn, nhận code,
  parlay, taruhan, prediksi, kasino, terpercaya, angka jitu, result hk, bandar ceme, domino qq, erek erek, buku mimpi, paito warna,
  bandar slot, huay online, lotto huay, fixed matches, sure win, sure odds, sexy baccarat
6 judi, gacor
8 cakeo tv, caheo tv, mitom tv, cà kheo tv, bún chả tv, sao kê tv, chảo lửa tv, xoivo tv, situs toto, toto macau, toto togel,
  toto slot, slot resmi, slot terpercaya, situs gacor, link slot, slot deposit, slot dana, slot qris, rtp slot, bocoran slot,
  pragmatic play, mahjong ways, gampang maxwin, agen slot, akun slot, daftar slot, slot login, slot server, live draw, keluaran hk,
  data sgp, pkv games, judi kartu, judi resmi, toto 4d, pg slot, slot joker, joker gaming, sa gaming, web slot, ufa slot, uang asli
8 canli bahis, bahis siteleri, bahis sitesi, kaçak bahis, deneme bonusu, casino siteleri, slot oyunlari,
  çevrim şartsiz, slot gacor, judi online, judi bola, judi slot, situs judi, situs slot, agen judi,
  bandar togel, prediksi togel, rtp live, winning lottery, lottery prediction
6 togel, xoilac, cakhia, socolive, 90phut, rakhoi, bongdalu, tylekeo, keonhacai, nhacai, bongdaso, kubet,
  rikvip, sunwin, hitclub
4 cá cược bóng đá, cá cược trực tuyến, cá cược online, cá độ online, cá cược, nạp rút,
  nạp tiền rút tiền, sòng bài
3 bong da, ket qua, truc tiep, nhan dinh, du doan, khuyen mai, dang nhap, trang chu, uy tin,
  hom nay, gia re, mien phi, cược, trúng jackpot, sòng casino, sòng bạc, xóc đĩa, xì tố, đánh phỏm,
  ba cây, đá gà, gà chọi, lô đề, đề đóm, cá độ bóng đá, cá độ, đánh đề, poker, tỷ|tỉ số trực tuyến,
  livescore, tỷ|tỉ lệ bóng đá
2 casino, đặt cược, jackpot, đổi thưởng, gambling, rồng hổ, số đề, trúng số, xổ số, vé số,
  trò chơi có thưởng
2.5 đổi thẻ, thẻ cào, vòng quay may mắn, đánh bài, đỏ đen, slot, slots, đặt cược thể thao, dealer,
  telegram, nạp tiền, link xem, máy đánh bạc, thể thao điện tử cược, cược thể thao,
  giải trí đổi thưởng, bạc bịp, thắng lớn, trúng độc đắc, dự đoán tỷ|tỉ số, nhận định bóng đá,
  ngoại hạng anh tối, kèo nhà, cao thủ, b52, bet
""",
        "lottery": """
8 xem bói số đề, bói số đề, giấc mơ đánh, số mơ lô, lô tủ, con gì hôm nay, lô 2 nháy, lô 1 nháy, ăn ngay hôm, bao lô 2|3, cặp số ra nhiều,
  số ra nhiều, lâu chưa ra, đài kiên|tiền|bến|đồng chuẩn, ket qua dai, kqxs hôm, xổ số trực tiếp,
  xem kết quả xổ số, tra kết quả xổ số, phân tích xổ số, phân tích xsmb|xsmn, tham khảo xsmb|xsmn,
  chốt xsmb|xsmn, lô đề miền, đề ba càng, soi kèo lô, xin số đề, chốt số hôm nay, chốt số chuẩn,
  chốt số vip, chốt số miền bắc|nam|trung, chốt số đề|lô|xsmb, soi cầu, sôi cầu, bạch thủ lô, bạch thủ đề,
  bạch thủ, song thủ lô, song thủ đề, song thủ, lô gan, lô kép, lô xiên, lô rơi, lô bạc nhớ,
  bạc nhớ, lô khung, dàn đề, dàn lô, dàn 3 càng, 3 càng, đề 3 càng, chốt lô, chốt đề, lô vip,
  số vip hôm nay, số đẹp hôm nay, con số may mắn hôm nay, lô đẹp hôm nay, lô đề hôm nay,
  dự đoán xổ số, dự đoán kết quả xổ số, dự đoán xsmb|xsmn|xsmt|kqxs, dự đoán miền bắc|nam|trung,
  dự đoán lô, dự đoán đề, quay thử xsmb|xsmn|xsmt|xổ, thống kê lô, thống kê lô tô,
  thống kê xsmb|xsmn, thống kê đầu đuôi, sổ mơ, giải mã giấc mơ, mơ thấy đánh con gì, đánh con gì,
  đánh số mấy, đánh đề con gì, lô đề con gì, rồng bạch kim, rbk, atrungroi, ketquanet,
  xổ số hôm nay, kết quả xổ số hôm nay, kết quả xổ số miền bắc|nam|trung hôm nay, trực tiếp xổ số,
  tường thuật xổ số, trực tiếp kqxs, xs mb, nuôi lô, nuôi khung, khung nuôi, lô nuôi,
  số chuẩn|víp hôm nay, xiên 2|3|4, cặp lô, cặp số đẹp, lô thủ, tip lô, cao thủ chốt số,
  chuyên gia chốt số, siêu lô, mua số đề, đề đầu đuôi, chạm đề, tổng đề, xỉu chủ, lô tô miền bắc,
  lô tô miền nam, bao trúng lô, nhận số trúng, cao thủ chốt, bao trúng đặc biệt, lấy số bao,
  cầu lô đẹp|chuẩn|vip|gan|kép|xsmb|hôm|miền, cầu đẹp hôm, lô đẹp nhất, ăn thông, số bao trúng,
  soi số, cắt dàn, vip chốt, lô tô hôm nay, số đề hôm nay, lô to hom nay, chốt 3 càng, số mb hôm,
  số miền bắc|nam hôm, cho số đề, số trúng đặc biệt, bộ số vip, loto online, trúng lô,
  xổ số siêu tốc, win2888, xổ số 1 phút
6 xsmb, xsmn, xsmt, sxmb, sxmn, sxmt, kqxs, kqxsmb, kqxsmn, xstd, xshcm, xsmega, xoso, soicau,
  soicaumb, rongbachkim, lode, lôtô online, caulo, bachthu, số đề online, đánh lô, lô đề uy tín,
  lô tô đề
5 chốt số, quay thử, ghi lô, ôm lô đề, bao lô, trúng lô tô, xổ số miền bắc|nam|trung,
  xổ số trực tuyến, xổ số online, kết quả xổ số, ket qua xo so, lô tô online, vietlott online,
  mua vietlott, đặc biệt gan
4 thầy cho con|cặp|bộ số, xin thầy con|cặp|bộ số, dự đoán 3 miền, số chuẩn, cầu đề, dàn 2d, đề về, về con gì, ghi đề, thầy cho số, xin số đẹp, nhận số chuẩn
3 đánh con gì|mấy|nào, ghi con gì|nào, ra con gì, ôm con gì|nào, là con mấy, ghi số nào|mấy, đánh số bao|nào, ra số mấy, là số mấy,
  đánh con số, sổ mộng, bảng số mơ, mơ ra số, mơ lấy số, số theo giấc, giải mộng, nhận bảng đề|lô, bảng lô đề, thầu đề, thầu lô
2.5 nháy, trúng lớn hôm nay, cao thủ lô, con số may mắn, con số đẹp, số đẹp, số vip
""",
        "adult": """
8 mới vào nghề, body nóng bỏng, nóng bỏng phục vụ, có dịch vụ a, massage cho quý, show cam,
  vietsub không che, xịt chống xuất tinh, chống xuất tinh sớm, xuân dược, bạn gái theo giờ,
  tìm trai, tìm gái, hẹn hò giấu mặt, người tình một, gái gọi, gai goi, call girl, kiều nữ gọi,
  gái ngành, gái bao, gái xinh sài gòn|hà, checker gái, hàng họ ngon, sugar baby, sugar daddy,
  tìm bạn tình, tình một đêm, phim sex, sex việt nam, clip sex, xem sex, truyện sex, phim sếch,
  phim heo, phim cấp 3, phim người lớn, phim jav, jav hd, jav không che, địt nhau, đụ nhau, chịch,
  chat sex, show hàng, clip lộ, ảnh sex, sexviet, phimsex, vlxx, xvideos, xnxx, pornhub, porn,
  hentai, sextoy, sex toy, đồ chơi tình dục, đồ chơi người lớn, búp bê tình dục, massage kích dục,
  massage yoni, massage nude, massage kích, massage happy, massage từ a, mát xa kích dục, thuốc kích dục, kích dục,
  cường dương, thuốc cường dương, viagra, cialis, tăng kích thước dương vật, làm to dương vật,
  kéo dài thời gian quan hệ, tăng cường sinh lý nam, yếu sinh lý, trai bao, gái dịch vụ,
  qua đêm giá, escort girls, live show 18, app live 18, gái livestream, mmlive, gái xinh phục vụ,
  gái xinh tại, em gái xinh, phục vụ tận nơi gái, máy bay bà già, nữ sinh gọi, gái gọi sinh viên,
  phim xxx, massage kích thích, đi tour qua đêm, hot girls, single girls, call girls, sexy girls,
  gái gọi giá rẻ, hàng mới về em, gái tơ, bán dâm qua, phòng the, em nào cũng xinh, kích dục nữ,
  chat với gái, kỹ nữ cao|sinh|hạng|quận, sinh viên đi khách, gái đi khách, nhận đi khách, mới đi khách, đi khách tận|qua
4 phim nóng, clip hot, clip full, phim 18, truyện người lớn, loạn luân, karaoke tay vịn, show kín, ngoan xinh,
  lâm trận, anh nào cô đơn, một shot, xem jav, vui vẻ qua đêm,
  chiều khách, gel bôi trơn, ảnh nóng, clip nóng, nude, cave, phim không che, xxx, bạn tình,
  gái xinh, kích thích ham muốn, sinh lý nam, bao cao su gai, gái trẻ, sex, gái trẻ đẹp
2 tình dục, bán dâm
3 em út xinh|ngoan|phục|tận|tuyển|mới|chiều|tới, có em út, thích em út|xinh|trẻ, đàn ông thích, đàn ông mê, massage a z, mát xa tình,
  tẩm quất khách, em massage, massage tận, massage qua đêm
2.5 thuốc mê, massage, phục vụ tận tình, quý ông, xuất tinh, em gái, sinh lý,
  kỹ thuật viên trẻ đẹp, chiều chuộng
""",
        "loan": """
8 chỉ cần cmnd, bao hồ sơ nợ, hồ sơ nợ xấu, triệu trong 5|10|15|30 phút, cầm đồ lãi suất,
  cầm đồ tận, đáo hạn ngân hàng, rút tiền mặt thẻ, vay 5|10|15|20|30|50 triệu trong|ngay|nhanh,
  duyệt trong ngày, vay tiền trong, nợ xấu vay, mượn tiền nhanh, mượn tiền online, vay bằng đăng,
  vay tiền nhanh, vay nóng, vay tiền nóng, vay tiền online, vay tiền mặt nhanh, vay tiền gấp,
  vay gấp, vay tiêu dùng nhanh, vay siêu tốc, vay tiền 0, vay 0 lãi, vay tiền không cần,
  vay không cần thế chấp, vay không thế chấp, vay tiền không thế chấp, vay tiền bằng cmnd|cccd|sim,
  vay bằng cmnd|cccd|sim|cavet|icloud, vay tiền qua app|cmnd|cccd|sim|đăng, app vay tiền, vay app,
  web vay, cho vay nóng, cho vay nhanh, cho vay tiền nhanh, cho vay lấy liền,
  cho vay trả góp nhanh, cho vay không cần, cho vay tiền mặt, nhận tiền ngay,
  nhận tiền sau 5|10|15|30 phút, giải ngân trong 5|10|15|30 phút,
  giải ngân trong vòng 5|10|15|30 phút, duyệt vay tự động, duyệt hồ sơ 5 phút, nợ xấu vẫn vay,
  nợ xấu vẫn duyệt, bao nợ xấu, xóa nợ xấu, không xét nợ xấu, không check nợ xấu,
  không kiểm tra tín dụng, không gọi người thân, bao đậu, bao duyệt, rút tiền thẻ tín dụng,
  đáo hạn thẻ tín dụng, cầm đồ online, cầm cavet, bốc bát họ, góp ngày, vay trả góp ngày,
  tín dụng đen uy tín, vay dễ dàng, vay chỉ cần cccd|cmnd, lấy tiền ngay, có tiền ngay,
  có tiền trong ngày, tiền về tài khoản ngay, tiền về liền tay, tiền về tay, cần tiền gấp,
  hỗ trợ vay vốn nhanh, hỗ trợ tài chính nhanh, dịch vụ tài chính nhanh, vaytien, vaytiennhanh,
  vay lãi suất 0 đồng, cho vay trả góp, không cần gặp mặt, duyệt trong 5|10|15|30 phút,
  no credit check, payday loans, cash loans, fast loans, instant cash, loan approved,
  vay lãi suất thấp nhất, tamo, doctor đồng, moneycat
5 vay liền, kẹt tiền, bùng app, h5 vay, vay theo lương|sim, bad credit, personal loans, bốc họ,
  đòi nợ thuê, hồ sơ xấu, cho vay lấy liền, rút tiền thẻ, gỡ nợ xấu, hỗ trợ nợ xấu, không cần thẩm định, vay nhanh, vay online, app vay, vay qua app, vay ngay,
  giải ngân siêu tốc, vay tiền, vay tín chấp, vay thế chấp cavet, vay tiêu dùng, cho vay tiền,
  thủ tục vay đơn giản, giải ngân trong 24|24h, chỉ cần cmnd|cccd, chỉ cần căn cước,
  không cần thế chấp, không cần chứng minh thu nhập, không chứng minh thu nhập, vay lãi thấp,
  lãi suất 0, lãi suất ưu đãi chỉ từ
2 cho vay, vay vốn, bát họ
2.5 nợ xấu, cầm đồ, tín chấp, bao duyệt hồ, cần tiền, giải ngân trong ngày, mượn tiền
""",
        "papers": """
8 giấy khai sinh giả, sổ hộ khẩu giả, giả như thật, lưu hồ sơ tại trường, hồ sơ lưu tại trường,
  ra công chứng thoải mái, công chứng thoải mái, mua chứng chỉ, bán chứng chỉ, bằng b2 bao,
  bằng lái bao, bao ra công chứng, không cần học không|thi, bằng chuẩn phôi,
  làm giấy phép lái xe giả|nhanh|uy, giấy khám sức khỏe giá|lấy|không, bằng lái xe không cần thi,
  đậu bằng lái 100, làm bằng giả, làm bằng đại học, làm bằng cấp, làm bằng thật, làm bằng uy tín,
  làm bằng lái xe, làm bằng cấp 3, làm bằng tốt nghiệp, làm giấy tờ giả uy, nhận làm bằng,
  nhận làm giấy tờ, nhận làm giấy, dịch vụ làm bằng, dịch vụ làm giấy tờ, mua bằng đại học,
  mua bằng lái xe, mua bằng cấp, bán bằng đại học, phôi thật, phôi bộ giáo dục, bằng phôi thật,
  hồ sơ gốc, bằng có hồ sơ gốc, bao check, bao soi, bao công chứng, bao tra cứu, làm cmnd giả,
  làm cccd giả, làm căn cước giả, làm sổ đỏ giả, làm sổ hồng giả, làm chứng chỉ tiếng anh giả,
  làm giấy chứng nhận giả, làm con dấu giả, làm hộ chiếu giả, mua bán hóa đơn, bán hóa đơn đỏ,
  xuất hóa đơn khống, bao đậu bằng lái, bằng lái  không cần thi, giao bằng tận nơi,
  thi hộ toeic|ielts, thi thuê, tiền giả giống thật, bán tiền giả, mua tiền giả,
  bán tài khoản ngân hàng, thuê tài khoản ngân hàng, mua sim rác, lambang, lambanggia, chạy bằng,
  bằng giả uy tín, bằng đại học giá rẻ, chứng chỉ giá rẻ, làm toeic, làm ielts, chuyên làm giấy,
  chuyên làm bằng, chuyên làm giả, con dấu tên các, làm con dấu các, làm bệnh án, làm giấy tờ xe,
  bằng cấp các loại, giấy tờ các loại, fake diploma|passport|degree|documents,
  buy diploma|passport|degree
4 thi hộ, học hộ, làm bằng cao|trung|thạc, bán hóa đơn, hóa đơn đầu vào, bán giấy khám, bán giấy, có mộc đỏ, có dấu đỏ,
  phôi chuẩn, làm giấy khám, bao thi hộ,
  bao đỗ, bằng giả, giấy tờ giả, tiền giả, hóa đơn khống, bằng đại học giả, bằng cấp giả,
  làm giả giấy tờ, làm giả con dấu
2.5 nhận làm, chuyên làm, chứng chỉ tin học không, không cần thi, giao tận nơi,
  bảo mật thông tin khách
""",
        "trade": """
8 sim phong thủy, sim tứ quý, sim số đẹp giá, chốt đơn shopee, cộng tác viên chốt đơn,
  cam kết hoàn vốn, tín hiệu forex, win rate, nhóm tín hiệu, mua bán usdt, sàn tiền ảo mới,
  gọi hồn, thuốc phá thai, bài pr chèn, báo và trang gov, tăng view, bán view, bán follow,
  kiếm tiền với, lãi mỗi tháng, x10 tài khoản, bán acc, bán tool, việc nhẹ lương cao thu,
  kiếm tiền online tại, jav không che, dịch vụ seo, dịch vụ backlink, mua backlink, bán backlink,
  đặt backlink, backlink gov|edu|chất|giá|báo, guest post, guestpost, textlink, text link giá,
  seo top, seo từ khóa, lên top google, đẩy top google, seo lên top, mua traffic, tăng traffic,
  tăng like, tăng follow, tăng sub, mua like, mua follow, mua sub, buff like, buff sub, hack like,
  hack zalo, hack mật khẩu, lấy lại facebook, dịch vụ hack, đọc trộm tin nhắn,
  theo dõi điện thoại chồng|vợ, định vị điện thoại người, thám tử tư, dịch vụ thám tử,
  việc làm tại nhà lương, kiếm tiền tại nhà, kiếm tiền trên mạng, kiếm tiền mỗi ngày,
  làm giàu nhanh, đầu tư sinh lời, lãi suất 30, cam kết lợi nhuận, lợi nhuận cam kết, sàn forex uy,
  đầu tư  sàn tiền ảo, kèo coin, copy trade, bo tử thần, quyền chọn nhị phân, tặng coin, airdrop,
  bán sim số đẹp, kho sim số đẹp, thuốc giảm cân, giảm cân cấp tốc, chữa khỏi hoàn toàn,
  cam kết khỏi, hết ngay sau, chữa xuất tinh sớm, trị xuất tinh sớm, chữa yếu sinh lý,
  bán thuốc phá thai, hàng replica, hàng super fake, đồng hồ replica, túi xách super fake,
  giày replica, bán cần sa, mua cần sa, bán ma túy, pod chill, bán bóng cười, bán súng,
  bán pháo hoa giá, bùa yêu, bùa ngải, bán thận, mua bán thận, hút hầm cầu, thông cống nghẹt,
  hút bể phốt, thông tắc bồn cầu, chuyển phát giá rẻ trung quốc, order taobao,
  diệt mối tận gốc giá, hack game, mod apk, tải game hack, acc game giá rẻ, shop acc, nạp thẻ game,
  nạp kim cương, buy backlinks, seo services, link bền, bán link, mua link, chỉ số dr, seo agency,
  seo packages, seo tổng thể, thứ hạng google, buy dofollow, dofollow backlinks, dofollow,
  essay writing service, cheap pills, payday loan, instant loan, replica watches, cheap viagra,
  replica rolex, essay writing
5 đặt link, việc nhẹ lương cao, kiếm tiền online, kiếm tiền qua mạng
4 hacked by, license without, licence without, ohne schufa, trotz schufa, sim rác, ship cod, đồng hồ fake|rep, túi rep|hiệu, giày rep|fake, hàng fake, fake loại, super fake, rep 1, like auth,
  iphone lock, xách tay trốn, phim lậu, xem lậu, vietsub, phim chiếu rạp bản, thuê acc, bán acc, via cổ, data khách hàng,
  thám tử, định vị điện thoại, tuyển ctv, bot trade, tín hiệu coin, copy lệnh, đọc lệnh, kéo bo, trị dứt, dứt điểm tiểu,
  bách bệnh, không khỏi hoàn|không, tiền âm phủ, hàng cấm, without prescription, buy followers, instagram followers,
  kích sẵn, nhận otp, chốt đơn ảo, nhóm tín hiệu, pháo hoa nổ, pháo nổ giàn,
  hack facebook, hack tài khoản, mua pháo, xem bói, trị dứt điểm, thu nhập thụ động,
  cộng tác viên online, làm nhiệm vụ nhận tiền, backlink, backlinks, tiền ảo, replica, bói toán,
  kiếm tiền
2.5 sim số đẹp, usdt, cộng tác viên, thu nhập 500k|300k|200k, giá sỉ, kín đáo, chính hãng,
  khỏi hẳn
""",
    }
)

# Honest words that hold a phrase of spam; the longer phrase wins.
HONEST: Final = """
0 thống kê lô đất|hàng|thuốc|vắc, chưa về đích, chưa về nhà, chưa về nước, chưa về đến, bao lô cốt,
  xe đỗ, dự đoán thời tiết, dự đoán tình, ngay hôm nay, dự đoán nhu, số đẹp trời,
  kết quả xổ số kiến thiết, chơi đề cao, nhận lô hàng, nhận lãi suất ưu đãi, lo đề, tìm trai tráng,
  tìm gái mất, ký cược, đặt cọc, trúng lô đất|hàng|thầu, cầu rồng hổ, bóng bạc nhớ,
  cho vay trả góp hằng, nhà cái gì, nhà cái nào cũng, nhà cái lan|tý|tí|hoa|hồng|tèo|mận|nở|bưởi|út|thơm|hĩm|mơn|lành|thắm|dột|nước, con gái gọi,
  nhà cái hiền|na|tẹo|sen|đào|mai|cúc|huệ|nga|hạnh|nụ|hến|đẻ, nhà cái mang thai, về nhà cái là, trong nhà cái ghế|bàn|tủ|quạt|bếp|giường|nồi|chum|máy,
  trâu|bò|lợn|heo|dê|chó|mèo|ngựa|ngan|vịt nhà cái, gái gọi chồng|thầy, cái gái gọi về,
  gái bao giờ|nhiêu|năm|đời, nuôi lô tôm|gà|vịt|lợn|heo|cá|bò|ong|dê|trâu|thỏ|ngan|ngỗng|cua|ếch|lươn|ốc|hươu|chim|giống,
  nuôi lô ba ba, soi cầu treo|chì|vượt|phao|đường|tàu|dẫn|cạn|tre|gỗ|sắt|bê|máng|cống, dàn đề can|cương|mục|thi|án, dàn lô cốt,
  nổ hũ ngâm|dưa|mật|tương|thủy|nước|cà|muối|đất|sứ, quay hũ rượu|tương|thủy|sành|mắm|đất|sứ, kèo trái|phải,
  lô gan lợn|heo|ngỗng|bò|gà|vịt|cá, phim người lớn tuổi|và, đá gà trống|ri|đông|mía|mài|đẽo, thuốc bắn cá,
  bắn cá lóc|dưới|suối|độc, bắn cá trên sông|suối|hồ|đồng, chốt số ghế|mâm|lớp|phòng|hộ|phát|phiếu|đơn|máy,
  chốt số xe đưa, bạch thủ thành, tài xỉu giữa|lúc|ngoài, tài xỉu vì say|nắng|đói|mệt, tài xỉu trong lúc,
  văn|đình|bạn|chú|bác|cháu tài xỉu, cá độ 1|2|3|4|5|một|hai|ba|nửa|vài|dăm kg|cân|ký|lạng|gang,
  đánh đề mục|cương, thi đánh đề, vay nóng lòng, cổng game giáo|kỹ, cổng game học tập|sinh|toán|tiếng, casino hồ|vân, đi khách sạn,
  chuyên làm cửa|mộc|nhà|cỗ|bánh|nón|vườn, nhận làm cỗ|mộc|rạp|nhà|cửa|bánh|đất|vườn, tân thủ khoa,
  vòng quay may mắn mừng|dịp|chào,
  nhà cái tư|sáu|bảy|tám|hương|lý|loan|thúy|thảo|mây|liên|yến|dung|hằng|xuân|hợi|tuất|mùi|dần|sửu|mẹt|bông|bống|còi|ngoan,
  quay hũ gốm|bằng, gốm quay hũ, nghề quay hũ, bạch thủ ô, bạch thủ là tên|vị|người, gọi là bạch thủ, đánh đề thi, ghi đề bài|mục|xuất|cương|nghị|tài|án|thi,
  bet tô, cược dây, chơi cược dây, đặt cược đua|niềm|cả, kinh doanh đặt cược, casino là, chơi casino theo, kẻ bạc bịp,
  vay vốn chính, cho vay xoay|quay|ưu, không cần thế chấp theo, nợ xấu ngân, không cần thi lại, cược vỏ|chai|xe, tiền cược xe|vỏ, dây cược,
  trẻ chơi cược, đang quay hũ, đại lý vé số, kiếm tiền triệu, mơ thấy mẹ|cha|bố|bà|ông|quê|lớp,
  dấu nháy, nháy đơn|kép|mắt|chuột|liên, đèn nháy, nợ xấu của|toàn|dưới|nội, xử lý nợ xấu, tỷ lệ nợ xấu, tam cúc ba cây,
  massage trị|bấm|xoa|người|phục|cho người, dạy massage, nghề massage,
  cô gái gọi, chị gái gọi, em gái gọi, bé gái gọi, cháu gái gọi, gái gọi điện|bố|mẹ|cha|là, soi cầu thang|dao|trục|cảng,
  cầu bạch thủ, lô đề xuất|nghị|tài|án|cương|mục, nổ hũ khí metan|mê|gas|ga|biogas|nén|lò, nổ hũ ga|mắm|rượu|sành|gas|chượp|đá, cầu nổ hũ, đá gà gáy, bắn cá khô, quay hũ men, chốt số công,
  đặt cược tương, thằng tài xỉu, kinh doanh casino, khu casino, dự án casino, casino operators|project|licence|businesses|phú, game bài học|giúp|tập|giảng,
  cá độ tuổi|dài|dày|chừng, vì kèo, kèo gỗ, kèo cột, kèo nhà, cột kèo, xà kèo,
  kèo theo, bắn cá bằng, kích dục tố, ba càng cua, rồng hổ phái, chứng chỉ số, làm chứng chỉ số,
  đấu kèo, bộ kèo, số đề tài, số đề án, số đề xuất, số đề nghị, số đề thi, số đề mục, số đề cử,
  số đề ra, cho số liệu, cho số hóa, cho số lượng, cho số tiền, cho số điện, xin số liệu,
  xin số điện, cho số học, cho số người, cho số hộ, cho số cán, cho số đông, cho số dân, cho số ít,
  đánh lô cốt, cho số nhà, cho số vốn, số đề kháng, cho số thuê, cho số còn, cho số phiếu,
  thầy cho con số điện|nhà|báo|liệu|điểm, xin số hiệu, cho số định, cho số hồ, cho số giờ, cho số ngày, cho số năm, cầu đề nghị, cầu đề ra,
  cầu đề xuất, cầu đề cao, yêu cầu đề, nhu cầu đề, tổng đề án, tổng đề tài, vào bờ biển, vào bờ kè,
  vào bờ sông, về bờ biển, về bờ an toàn, tiếp cận vay nhanh, không thẩm định giá, hồ sơ gốc của,
  thống kê lô hàng, chốt số liệu, chốt số lượng, chốt số người, chốt số tiền, chốt số dư,
  chốt số nợ, chốt số đại, chốt số cử, đường dây nóng, đường dây điện, đường dây truyền,
  đường dây tải, xin số nhà, cao cấp lý luận, dàn đề tài, quay thử nghiệm, bắt buộc, bắt đầu,
  bắt nguồn, bắt tay, bắt kịp, bắt nhịp, bắt gặp, bắt mắt
"""
