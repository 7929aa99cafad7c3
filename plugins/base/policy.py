"""The content security policy under which every page works, wherever it is served."""

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
