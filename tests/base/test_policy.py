"""The content security policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.base.policy import POLICY, SENT_POLICY

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", ["hosts.md", "hosts.vi.md"])
def test_hosts_are_told_the_policy_as_it_is(name: str) -> None:
    """What servers should send is what the pages are tried under."""
    assert f"Content-Security-Policy: {SENT_POLICY}\n" in (DOCS / name).read_text(encoding="utf-8")


def test_nothing_from_elsewhere_is_allowed() -> None:
    """Each kind of thing comes from the portal itself, or not at all; no script stands in a page."""
    allowed = {value for part in POLICY.split("; ") for value in part.split(" ")[1:]}

    assert allowed == {"'none'", "'self'", "'script'", "portal"}


def test_pages_carry_the_policy_themselves() -> None:
    """It holds for visitors of hosts that send none."""
    base = (ROOT / "theme/templates/base.html").read_text(encoding="utf-8")

    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in base
