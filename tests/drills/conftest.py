"""The desk of the tests of releases, for drills too."""

from __future__ import annotations

from tests.releases.conftest import desk

__all__ = ["desk"]
