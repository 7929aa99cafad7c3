"""The headers under which every page works, wherever it is served: the content security policy first."""

from __future__ import annotations

from typing import Final

# Nothing but what comes from the portal itself; no script or style within a page. The one Trusted
# Types policy is for the address of the worker: no page is made of texts by a script.
_PARTS: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types portal",
)
# As a page may carry it itself.
POLICY: Final = "; ".join(_PARTS)
# As a server sends it: only there browsers heed who may frame a page.
SENT_POLICY: Final = f"{POLICY}; frame-ancestors 'none'"
# Of a drawing that is opened by itself: it may have styles, and neither scripts nor an origin.
DRAWING_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
)
# What every answer of a server carries besides, errors and redirects too.
HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
# Over https alone: for a year browsers ask in no other way.
TRANSPORT: Final = "max-age=31536000"
