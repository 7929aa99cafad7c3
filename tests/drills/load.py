"""Load on a server: wrk asks for many paths over connections that stay, and counts."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from tests.drills.report import NotPossibleError
from tests.hosting.conftest import HOST, LOOPBACK

_SCRIPT: Final = Path(__file__).with_name("load.lua")
_COUNTED: Final = re.compile(r"^counted (\d+) (\d+) (\d+) (\d+)$", re.MULTILINE)
_LONGEST: Final = "6h"


class Counted(Struct, frozen=True):
    """Answers, those of them that had another status than 200, and connections that broke."""

    answers: int
    wrong: int
    broken: int
    seconds: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


class Load:
    """Visitors of the server at a port, who come from now on until they are told to end."""

    def __init__(  # noqa: PLR0913  one parameter a choice
        self,
        port: int,
        paths: Sequence[str],
        folder: Path,
        *,
        scheme: str = "http",
        connections: int = 16,
        pause: int = 0,
        forms: Sequence[str] = ("br", "identity"),
    ) -> None:
        program = shutil.which("wrk")
        if program is None:
            raise NotPossibleError("install wrk")
        listed = folder / "paths.txt"
        listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        options = ["-t1", f"-c{connections}", f"-d{_LONGEST}", "-s", str(_SCRIPT)]
        own = [str(listed), HOST, str(pause), ",".join(forms)]
        self._process = subprocess.Popen(
            [program, *options, f"{scheme}://{LOOPBACK}:{port}/", "--", *own],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def end(self) -> Counted:
        """Let the visitors go; what they counted."""
        self._process.send_signal(signal.SIGINT)
        said, _ = self._process.communicate(timeout=60)
        found = _COUNTED.search(said)
        assert found, said
        answers, wrong, broken, microseconds = map(int, found.groups())
        return Counted(answers, wrong, broken, microseconds / 1e6)

    def stop(self) -> None:
        """Whatever happened, nobody stays."""
        self._process.kill()
        self._process.wait()
