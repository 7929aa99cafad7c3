"""Tries random content for a time: `python -m tests.fuzz SECONDS SEED`."""

from __future__ import annotations

import sys

from tests.fuzz.trial import run

if __name__ == "__main__":
    sys.exit(run(float(sys.argv[1]), int(sys.argv[2])))
