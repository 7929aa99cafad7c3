"""All that the command about web servers says, in Vietnamese or English."""

from __future__ import annotations

from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import filled

_TEXTS: Final[dict[str, dict[MessageLanguage, str]]] = {
    "configured": {
        "vi": "Đã ghi cấu hình nginx và Caddy cho {count} cổng vào {folder}/.",
        "en": "Wrote what nginx and Caddy need for {count} portals to {folder}/.",
    },
    "bad-path": {
        "vi": "'{path}' không ghi vào cấu hình được: cần đường dẫn từ gốc '/', chỉ gồm a-z, A-Z, 0-9, '.', "
        "'_', '-' và '/'.",
        "en": "'{path}' cannot stand in a configuration: it must begin with '/' and hold only a-z, A-Z, "
        "0-9, '.', '_', '-' and '/'.",
    },
    "shared-place": {
        "vi": "Các cổng {portals} cùng tên miền và đường dẫn, chỉ khác http hay số cổng mạng; máy chủ web "
        "không tách ra được. Sửa 'url' của một cổng.",
        "en": "The portals {portals} have the same host and path and differ by scheme or port alone, which "
        "is too little for the web server. Change the 'url' of one.",
    },
}


def say(language: MessageLanguage, name: str, **values: object) -> str:
    """One sentence about web servers."""
    return filled(_TEXTS[name], language, **values)
