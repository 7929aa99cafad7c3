"""The server answers to the names of this machine alone."""

from __future__ import annotations

import pytest

from plugins.serve.hosts import is_loopback


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000"],
)
def test_loopback_names_are_answered(host: str) -> None:
    """With any port, since another may be led here from a machine of one's own."""
    assert is_loopback([host])


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        [""],
        ["evil.example"],
        ["evil.example:8000"],
        ["localhost.evil.example"],
        ["127.0.0.1.evil.example"],
        ["evil.example@localhost"],
        ["localhost:8000:1"],
        ["localhost:"],
        ["localhost\n"],
        ["localhost", "evil.example"],
        ["192.168.1.2"],
        ["0.0.0.0"],
    ],
)
def test_other_names_are_refused(hosts: list[str]) -> None:
    """A name of another's choice that leads here cannot be used to read the pages."""
    assert not is_loopback(hosts)
