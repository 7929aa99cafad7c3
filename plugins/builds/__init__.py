"""Builds portals: reads all content, checks it, and lets Pelican make the pages."""

from __future__ import annotations


def register() -> None:
    """Put the portal's generator in the place of Pelican's."""
    # Imported here, so that checking a text does not wait for Pelican.
    from pelican import signals  # noqa: PLC0415

    from plugins.builds.generator import portal_generator  # noqa: PLC0415

    signals.get_generators.connect(portal_generator)
