"""Lighthouse, taken from npm: what it thinks of a page on a slow telephone, simulated."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

VERSION: Final = "13.5.0"
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
_RUNS: Final = 3
_FLAGS: Final = "--headless=new --no-sandbox --disable-gpu"
_PAINTED: Final = "largest-contentful-paint"


@dataclass(frozen=True, slots=True)
class Opinion:
    """The scores of a page out of 100, and the seconds until its largest part is painted."""

    scores: tuple[int, ...]
    painted: float


def lighthouse_program(work: Path) -> Path | None:
    """The program, installed once; None without node and npm."""
    program = work / "node_modules/lighthouse/cli/index.js"
    npm = shutil.which("npm")
    if program.exists() or npm is None or shutil.which("node") is None:
        return program if program.exists() else None
    work.mkdir(parents=True, exist_ok=True)
    options = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(work))
    done = subprocess.run(
        [npm, "install", *options, f"lighthouse@{VERSION}"], capture_output=True, check=False
    )
    return program if done.returncode == 0 else None


def opinion(program: Path, address: str, browser: str) -> Opinion:
    """The middle one of some runs."""
    reports = [_report(program, address, browser) for _ in range(_RUNS)]
    scores = tuple(
        round(100 * median(one["categories"][name]["score"] or 0 for one in reports))
        for name in CATEGORIES
    )
    painted = median(one["audits"][_PAINTED]["numericValue"] / 1000 for one in reports)
    return Opinion(scores, painted)


def _report(program: Path, address: str, browser: str) -> Any:
    only = f"--only-categories={','.join(CATEGORIES)}"
    command = ["node", str(program), address, "--output=json", "--quiet", only]
    done = subprocess.run(
        [*command, f"--chrome-flags={_FLAGS}"],
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)
