"""Says under which conditions it runs: `python witness.py`, in the folder of a repository."""

from __future__ import annotations

import getpass
import json
import locale
import os
import sys
import time
from pathlib import Path


def conditions() -> dict[str, object]:
    """What may differ between two machines, as a program sees it here."""
    mask = os.umask(0)
    os.umask(mask)
    return {
        "folder": str(Path.cwd()),
        "user": f"{os.getuid()} {getpass.getuser()}",
        "time zone": time.strftime("%z"),
        "locale": f"{os.environ.get('LC_ALL')} {locale.getpreferredencoding(do_setlocale=False)}",
        "hash seed": hash("portal") % 10_000,
        "order of folders": " ".join(os.listdir("plugins")[:2]),  # noqa: PTH208  the order counts
        "mask of new files": f"{mask:03o}",
        "times of files": time.strftime("%Y-%m-%d", time.gmtime(Path("tasks.py").stat().st_mtime)),
        "year": time.gmtime().tm_year,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(conditions()))
