"""What one build makes: the checked site, the time, the templates, and what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.base.files import Changes
from plugins.base.problems import Problems, as_text
from plugins.builds.content import load_content
from plugins.builds.conversions import Conversions
from plugins.builds.isolation import held_back
from plugins.builds.messages import message_language
from plugins.languages.dates import TIME_ZONE
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.portals.portal import Portal


@dataclass(frozen=True, slots=True)
class Plan:
    """Handed to the generator of each portal; `changes` collects what each one wrote."""

    site: Site
    clock: datetime
    renderer: Renderer
    changes: dict[str, Changes] = field(default_factory=dict)

    def portal(self, name: str) -> Portal:
        """The portal with the id `name`."""
        return next(portal for portal in self.site.portals if portal.id == name)


def plan_from_settings(settings: Mapping[str, Any]) -> Plan:
    """The plan of a plain run of Pelican; ends it when an error holds its portal back."""
    problems = Problems()
    clock = datetime.now(TIME_ZONE)
    content = load_content(Path(settings["PATH"]), clock, Conversions(None, 1), problems)
    sys.stderr.write(as_text(problems, message_language(os.environ), settings["PATH"]))
    if settings["PORTAL"] in held_back(content.site, problems):
        raise SystemExit(1)
    return Plan(content.site, clock, Renderer(Path(settings["THEME"])))
