"""What one build makes: the checked site, the time, the templates, and what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from plugins.audit.pages import Audit, Clean
from plugins.base.files import Changes
from plugins.base.problems import Problems, as_text
from plugins.base.store import Store
from plugins.builds.content import Content, load_content
from plugins.builds.finished import allowed_hosts, title_slugs
from plugins.builds.isolation import held_back
from plugins.builds.judge import Judge
from plugins.builds.making import Shared
from plugins.builds.messages import message_language
from plugins.builds.portal_build import PortalBuild
from plugins.builds.sheets import Sheets
from plugins.builds.suspects import PageWall
from plugins.builds.texts import KeptTexts
from plugins.builds.watch import Watch
from plugins.builds.wrappings import unwrapper
from plugins.languages.clock import TIME_ZONE
from plugins.news.kept import KeptNearest
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.portals.portal import Portal
from plugins.search.kept import KeptIndexes
from plugins.spam.exceptions import LetThrough


class Plan(Struct, frozen=True):
    """Handed to the generator of each portal.

    `inputs` stand for all that decides each portal. `allowed` are the hosts and sentences that
    pages may hold. `changes` collects what each one wrote, `met` the exceptions that pages needed,
    `faults` what keeps finished pages from being written, `crashes` what the program itself did
    wrong; `begun` are portals that others work at already.
    """

    site: Site
    clock: datetime
    renderer: Renderer
    shared: Shared
    store: Store
    allowed: frozenset[str]
    jobs: int
    watch: Watch = field(default_factory=Watch)
    inputs: dict[str, bytes] = field(default_factory=dict)
    changes: dict[str, Changes] = field(default_factory=dict)
    met: dict[str, str] = field(default_factory=dict)
    faults: dict[str, Problems] = field(default_factory=dict)
    crashes: dict[str, Exception] = field(default_factory=dict)
    begun: dict[str, PortalBuild] = field(default_factory=dict)

    def portal(self, name: str) -> Portal:
        """The portal with the id `name`."""
        return next(portal for portal in self.site.portals if portal.id == name)


class Theme(Struct, frozen=True):
    """The folder of a theme, and its templates."""

    folder: Path
    renderer: Renderer


def plan_of(content: Content, clock: datetime, theme: Theme, store: Store, jobs: int) -> Plan:
    """The plan of a build of `content` with `theme`."""
    site, renderer = content.site, theme.renderer
    identities = [portal.identity for portal in site.portals]
    unwrapped = unwrapper(renderer.catalogs, identities, site.comparisons.values())
    hosts = allowed_hosts(site, content.hosts, clock)
    clean = Clean(title_slugs(site))

    def audit(let_through: LetThrough) -> Audit:
        return Audit(hosts, PageWall(let_through, unwrapped, len(let_through.met)), clean)

    judge = Judge(content.let_through, audit)
    allowed = hosts | content.let_through.valid
    sheets = Sheets(store, allowed, len(site.portals))
    shared = Shared(judge, sheets, KeptNearest(store), KeptIndexes(store))
    return Plan(site, clock, renderer, shared, store, allowed, jobs)


def plan_from_settings(settings: Mapping[str, Any]) -> Plan:
    """The plan of a plain run of Pelican; ends it when an error holds its portal back."""
    problems = Problems()
    clock = datetime.now(TIME_ZONE)
    store = Store(None)
    content = load_content(Path(settings["PATH"]), clock, KeptTexts(store, 1), problems)
    sys.stderr.write(as_text(problems, message_language(os.environ), settings["PATH"]))
    if settings["PORTAL"] in held_back(content.site, problems):
        raise SystemExit(1)
    folder = Path(settings["THEME"])
    return plan_of(content, clock, Theme(folder, Renderer(folder, store)), store, 1)
