"""Paths at which pages and programs were found planted on sites of the state; none is a portal's."""

from __future__ import annotations

from typing import Final

PLANTED_PATHS: Final = tuple(
    """
    wp-login.php wp-admin/ wp-content/ wp-includes/ wp-sitemap.xml xmlrpc.php
    administrator/ components/ modules/ images/stories/ joomla/ sites/default/files/ user/login
    shell.php cmd.php c99.php r57.php wso.php alfa.php up.php upload.php adminer.php phpinfo.php
    info.php test.php config.php index.php default.aspx index.asp upload.aspx uploads/ Upload/
    UploadFiles/ upload/images/ userfiles/ ckfinder/ fckeditor/ App_Data/ Portals/0/ Resources/
    documents/ attachments/ files/ assets/ cache/ tmp/ backup/ blog/ news.php tag.php
    slot/ slots/ slot-gacor/ slot88/ casino/ casino-online/ judi/ poker/ togel/ betting/ bet/
    nha-cai/ nha-cai-uy-tin/ ca-cuoc/ ca-cuoc-bong-da/ ca-do-bong-da/ danh-bai/ game-bai/
    game-bai-doi-thuong/ xo-so/ soi-cau/ lo-de/ tai-xiu/ ban-ca/ no-hu/ keo-nha-cai/
    truc-tiep-bong-da/ xoilac/ 88bet/ w88/ fb88/ kubet/ sunwin/ hitclub/ go88/ 789bet/ vay-tien/
    vay-nhanh/ app-vay-tien/ phim-sex/ sex/ viagra/ thuoc/ lam-bang/ mua-bang-dai-hoc/
    sitemap_index.xml sitemap1.xml sitemap-1.xml sitemap.txt news-sitemap.xml sitemap.php feed/ rss/
    .env .git/HEAD .git/config .htaccess .user.ini .well-known/index.php
    """.split()
)
