"""Does drills and prints what they found: `python -m tests.drills SEED [NAME]…`."""

from __future__ import annotations

import sys

from tests.drills.run import main

if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
