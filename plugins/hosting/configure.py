"""The command `configure`: writes what web servers need to serve the releases of the portals."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.articles.outside import load_allowed_hosts
from plugins.base.files import content_tree, replace_file
from plugins.base.problems import MessageLanguage, Problems, as_text
from plugins.builds.build import BuildOptions
from plugins.builds.calls import DONE, PROBLEMS, WrongUseError, content_folder, tell
from plugins.builds.content import registry_of
from plugins.hosting.files import Machine, configurations
from plugins.hosting.messages import say
from plugins.hosting.sites import SharedPlaceError, Site, sites_of
from plugins.languages.clock import clock_of
from plugins.portals.load import load_portals
from plugins.portals.portal import Portal
from plugins.releases.calls import ended, folder_of

# What neither nginx nor Caddy reads as anything else.
_PLAIN: Final = re.compile(r"(?:/[A-Za-z0-9._-]+)+\Z", re.ASCII)


class ConfigureOptions(Struct, frozen=True):
    """The options of `configure`, as they were written."""

    to: str
    deploy: str
    certificates: str
    content: str


def configure(options: ConfigureOptions) -> int:
    """Write the configurations; the exit code says how it ended."""

    def work(language: MessageLanguage) -> int:
        machine = Machine(
            _plain(str(folder_of(options.to, language).absolute()), language),
            _plain(options.certificates.rstrip("/"), language),
        )
        problems = Problems()
        portals = _portals(content_folder(options.content, language), problems)
        if problems.errors:
            sys.stderr.write(as_text(problems, language, options.content))
            return PROBLEMS
        _write(Path(options.deploy), _sites(portals, language), machine)
        tell(say(language, "configured", count=len(portals), folder=options.deploy))
        return DONE

    return ended(work, BuildOptions((), "", options.deploy, "", "", clean=False, jobs=1))


def _plain(path: str, language: MessageLanguage) -> str:
    """A path that may stand in a configuration."""
    if not _PLAIN.match(path):
        raise WrongUseError(say(language, "bad-path", path=path))
    return path


def _portals(root: Path, problems: Problems) -> tuple[Portal, ...]:
    """The portals of a content folder; with a problem they are not all."""
    tree = content_tree(root, problems)
    hosts = load_allowed_hosts(tree, problems)
    return load_portals(tree, registry_of(hosts, clock_of("")), problems)


def _sites(portals: Sequence[Portal], language: MessageLanguage) -> Sequence[Site]:
    try:
        return sites_of(portals)
    except SharedPlaceError as error:
        raise WrongUseError(say(language, "shared-place", portals=str(error))) from error


def _write(folder: Path, sites: Sequence[Site], machine: Machine) -> None:
    for name, text in configurations(sites, machine).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
