"""Runs Pelican once for one portal."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Final

from pelican import Pelican
from pelican.log import console
from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.builds.plan import Plan
from plugins.pages.render import Compiled

# Pelican's generators load its templates for each portal, and have nothing to fill them with.
_COMPILED: Final = Compiled()


def settings_of(plan: Plan, portal: str, output: Path, root: Path) -> dict[str, Any]:
    """The settings with which Pelican makes the files of `portal` in the folder `output`."""
    settings: dict[str, Any] = read_settings(
        str(root / "pelicanconf.py"),
        override={
            "PATH": str(plan.site.tree.root.absolute()),
            # Pelican takes relative paths from the folder of its settings.
            "OUTPUT_PATH": str(output.absolute()),
            "PORTAL": portal,
            "PLAN": plan,
            "JINJA_ENVIRONMENT": {
                **DEFAULT_CONFIG["JINJA_ENVIRONMENT"],
                "bytecode_cache": _COMPILED,
            },
        },
    )
    return settings


def run_pelican(settings: dict[str, Any]) -> None:
    """Let Pelican make the files of a portal."""
    # What this program has to say it says itself.
    logging.getLogger("pelican").setLevel(logging.ERROR)
    console.quiet = True
    Pelican(settings).run()
