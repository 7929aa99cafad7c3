"""One build at a time."""

from __future__ import annotations

import errno
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from plugins.base.locks import LockedError, exclusive

ROOT = Path(__file__).resolve().parents[2]


def holder(lock: Path) -> subprocess.Popen[str]:
    """A process that holds a lock until it is told to end."""
    script = f"""
        import sys
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from plugins.base.locks import exclusive
        with exclusive(Path({str(lock)!r})):
            print("held", flush=True)
            sys.stdin.readline()
    """
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_process_is_refused_at_once(tmp_path: Path) -> None:
    """It does not wait, and may try again when the first has ended, even if that was killed."""
    lock = tmp_path / "folder" / ".lock"
    with holder(lock) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(LockedError), exclusive(lock):
            pass
        process.kill()
        process.wait()

        with exclusive(lock):
            pass


def test_a_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    """Whatever happens while it is held."""
    lock = tmp_path / ".lock"
    with pytest.raises(ValueError, match="x"), exclusive(lock):
        raise ValueError("x")

    with exclusive(lock):
        pass


def test_what_is_no_lock_of_another_is_told_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk of the network may know no locks."""
    lock = tmp_path / ".lock"

    def without(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("plugins.base.locks._lock", without)
    with pytest.raises(OSError, match="No locks available") as raised, exclusive(lock):
        pass

    assert raised.value.filename == str(lock)


@pytest.mark.parametrize("number", [errno.EAGAIN, errno.EACCES, errno.EDEADLK])
def test_a_held_lock_is_told_by_each_system_in_its_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Windows says that access is denied."""

    def held(_: int) -> None:
        raise OSError(number, "held")

    monkeypatch.setattr("plugins.base.locks._lock", held)
    with pytest.raises(LockedError), exclusive(tmp_path / ".lock"):
        pass
