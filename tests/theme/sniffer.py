"""HTML_CodeSniffer, a second opinion beside axe: taken from npm, where there is one, for the tests."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from tests.conftest import skip

_PACKAGE: Final = "html_codesniffer@2.5.1"
_SCRIPT: Final = "package/build/HTMLCS.js"
_SUM: Final = "bc9501382a35bff6acfc255945b1ed732fcec544cfcaeec17b5ac8d79a6c7967"
_SECONDS: Final = 60
# Errors alone: warnings and notices ask a person to look.
_RUN: Final = """(standard) => new Promise((tell) => HTMLCS.process(standard, document, () => tell(
  HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, msg, element }) => `${code}: ${msg} ${element.outerHTML ?? ""}`)
)))"""


def sniffer_script(folder: Path) -> str:
    """The text of the library; the test is skipped where it cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        skip("HTML_CodeSniffer comes from npm, which is not installed")
    command = [npm, "pack", "--silent", "--ignore-scripts", _PACKAGE]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_SECONDS, check=False)
    archive = next(folder.glob("*.tgz"), None)
    if done.returncode or archive is None:
        skip("npm could not get HTML_CodeSniffer")
    with tarfile.open(archive) as packed:
        member = packed.extractfile(_SCRIPT)
        assert member is not None
        script = member.read()
    assert hashlib.sha256(script).hexdigest() == _SUM
    return script.decode()


def sniffed(page: Page, script: str, standard: str) -> list[str]:
    """The errors that it finds in the page by a standard."""
    page.evaluate(script)
    found: list[str] = page.evaluate(_RUN, standard)
    return found
