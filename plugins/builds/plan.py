"""What one build makes: the checked site, the time, the templates, and what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.audit.pages import Audit
from plugins.base.files import Changes
from plugins.base.problems import Problems, as_text
from plugins.builds.content import Content, load_content
from plugins.builds.conversions import Conversions
from plugins.builds.finished import allowed_hosts, theme_hosts, title_slugs
from plugins.builds.isolation import held_back
from plugins.builds.messages import message_language
from plugins.builds.suspects import refused_sentences
from plugins.builds.wrappings import unwrapper
from plugins.languages.dates import TIME_ZONE
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.portals.portal import Portal


@dataclass(frozen=True, slots=True)
class Plan:
    """Handed to the generator of each portal.

    `changes` collects what each one wrote, `faults` what keeps finished pages from being written,
    `crashes` what the program itself did wrong.
    """

    site: Site
    clock: datetime
    renderer: Renderer
    audit: Audit
    changes: dict[str, Changes] = field(default_factory=dict)
    faults: dict[str, Problems] = field(default_factory=dict)
    crashes: dict[str, Exception] = field(default_factory=dict)

    def portal(self, name: str) -> Portal:
        """The portal with the id `name`."""
        return next(portal for portal in self.site.portals if portal.id == name)


def plan_of(content: Content, clock: datetime, theme: Path) -> Plan:
    """The plan of a build of `content` with the templates of `theme`."""
    site, renderer = content.site, Renderer(theme)
    identities = [portal.identity for portal in site.portals]
    unwrapped = unwrapper(renderer.catalogs, identities, site.comparisons.values())
    refused = refused_sentences(content.let_through, unwrapped)
    hosts = allowed_hosts(site, content.hosts, clock)
    audit = Audit(hosts | theme_hosts(theme), refused, title_slugs(site))
    return Plan(site, clock, renderer, audit)


def plan_from_settings(settings: Mapping[str, Any]) -> Plan:
    """The plan of a plain run of Pelican; ends it when an error holds its portal back."""
    problems = Problems()
    clock = datetime.now(TIME_ZONE)
    content = load_content(Path(settings["PATH"]), clock, Conversions(None, 1), problems)
    sys.stderr.write(as_text(problems, message_language(os.environ), settings["PATH"]))
    if settings["PORTAL"] in held_back(content.site, problems):
        raise SystemExit(1)
    return plan_of(content, clock, Path(settings["THEME"]))
