"""Runs Pelican once for one portal."""

from __future__ import annotations

import logging
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from plugins.builds.plan import Plan


def run_pelican(plan: Plan, portal: str, output: Path, root: Path) -> None:
    """Let Pelican make the files of `portal` in the folder `output`."""
    settings = read_settings(
        str(root / "pelicanconf.py"),
        override={
            "PATH": str(plan.site.tree.root.absolute()),
            # Pelican takes relative paths from the folder of its settings.
            "OUTPUT_PATH": str(output.absolute()),
            "PORTAL": portal,
            "PLAN": plan,
        },
    )
    # What this program has to say it says itself.
    logging.getLogger("pelican").setLevel(logging.ERROR)
    console.quiet = True
    Pelican(settings).run()
