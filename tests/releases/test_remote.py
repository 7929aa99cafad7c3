"""A release reaches another machine through a real sshd whole, or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.builds.calls import EnvironmentFailedError
from plugins.releases import remote
from plugins.releases.targets import TargetOptions, hand_out, targets_of
from plugins.releases.verify_disk import verify_folder
from tests.conftest import skip
from tests.releases.conftest import Desk
from tests.releases.far import IS_ROOT, UNLIMITED, Far, Visitor, holding, running

# More than a connection sends that only runs a command.
ENOUGH_FOR_COMMANDS = 20_000


@pytest.fixture(scope="module")
def machine() -> Iterator[Far]:
    """The other machine, in a folder that its user may enter."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder)) as far:
            yield far


@pytest.fixture
def far(machine: Far, monkeypatch: pytest.MonkeyPatch) -> Iterator[Far]:
    """The other machine without any release."""
    monkeypatch.setenv("PATH", f"{machine.folder}/bin{os.pathsep}{os.environ['PATH']}")
    yield machine
    machine.know()
    machine.cut_after(UNLIMITED)
    machine.run(f"rm -rf {machine.portals} {machine.small}")


def copy(desk: Desk, *to: str, keep: int = 5) -> None:
    """Copy what visitors see."""
    hand_out([desk.place], targets_of(TargetOptions(to, ()), keep, desk.signing, "en"), "en")


def noise(size: int) -> str:
    """Text that nothing makes smaller."""
    return random.Random(size).randbytes(size // 2).hex()


def failure(desk: Desk, *to: str) -> str:
    """Why the machine did not take a release."""
    with pytest.raises(EnvironmentFailedError) as caught:
        copy(desk, *to)
    return str(caught.value)


def current(far: Far, root: Path) -> str:
    """What visitors of the other machine see, and what is kept or waits beside it."""
    return far.run(f"cd {root}/xa && readlink current && ls -A releases").replace("\n", " ").strip()


def test_visitors_there_see_a_whole_release_each_time(desk: Desk, far: Far) -> None:
    """While six releases come: the page and the manifest of the same, and no step back."""
    desk.release({"index.html": "<p>0</p>"})
    copy(desk, f"far:{far.portals}", keep=3)
    visitor = Visitor(far.portals / "xa/current")
    visitor.start()
    for number in range(1, 6):
        desk.release({"index.html": f"<p>{number}</p>", "them.html": noise(50_000 + number)})
        copy(desk, f"far:{far.portals}", keep=3)
    visitor.is_over.set()
    visitor.join()

    assert current(far, far.portals) == "releases/6 4 5 6"
    assert verify_folder(far.portals / "xa/releases/6", desk.verifier()).findings == []
    numbers = [int(number) for number, _, _ in visitor.seen]
    assert numbers == sorted(numbers)
    assert len({*numbers}) > 3
    for _, page, manifest in visitor.seen:
        told = json.loads(manifest)["files"]["index.html"]["sha256"]
        assert hashlib.sha256(page).hexdigest() == told


def test_all_belongs_to_the_user_there_and_may_be_read(desk: Desk, far: Far) -> None:
    """Whatever mask that user has."""
    if not IS_ROOT:
        skip("NO OTHER USER: run the tests as root")
    assert far.run("umask").strip() == "0077"
    desk.release({"a/b/c.html": "<p>c</p>"})
    copy(desk, f"far:{far.portals}")
    places = [far.portals, *far.portals.rglob("*")]

    assert {one.lstat().st_uid for one in places} == {far.portals.stat().st_uid}
    assert far.portals.stat().st_uid != os.geteuid()
    assert {one.stat().st_mode & 0o777 for one in places if one.is_dir()} == {0o755}
    assert {one.stat().st_mode & 0o777 for one in places if one.is_file()} == {0o644}


def test_a_connection_that_breaks_changes_nothing_there(desk: Desk, far: Far) -> None:
    """The next call goes on, and nothing half stays."""
    desk.release()
    copy(desk, f"far:{far.portals}")
    desk.release({"them.html": noise(400_000)})
    far.cut_after(ENOUGH_FOR_COMMANDS)
    said = failure(desk, f"far:{far.portals}")
    far.cut_after(UNLIMITED)

    assert "What is there stays" in said
    assert current(far, far.portals).startswith("releases/1 ")
    copy(desk, f"far:{far.portals}")
    assert current(far, far.portals) == "releases/2 1 2"


def test_a_disk_that_is_full_there_is_told_and_emptied(desk: Desk, far: Far) -> None:
    """What was copied of the release is taken away, and visitors keep what they had."""
    if not IS_ROOT:
        skip("NO SMALL DISK: run the tests as root")
    desk.release()
    copy(desk, f"far:{far.small}")
    desk.release({f"{number}.html": noise(1_000_000 + number) for number in range(4)})
    said = failure(desk, f"far:{far.small}")

    assert "No space left on device" in said
    assert current(far, far.small) == "releases/1 1"


def test_somebody_who_publishes_there_is_waited_for(desk: Desk, far: Far) -> None:
    """From another machine, or with `release` there: the lock is the same."""
    desk.release()
    with holding(far, far.portals):
        said = failure(desk, f"far:{far.portals}")

    assert f"Somebody else is publishing into 'far:{far.portals}'" in said
    copy(desk, f"far:{far.portals}")
    assert current(far, far.portals) == "releases/1 1"


def test_another_release_of_the_same_number_is_not_taken_for_this(desk: Desk, far: Far) -> None:
    """Numbers began anew here, or somebody else publishes there."""
    desk.release()
    copy(desk, f"far:{far.portals}")
    shutil.rmtree(desk.place.folder)
    shutil.rmtree(desk.key_file.with_name("key.published"))
    desk.release({"index.html": "<p>khác</p>"})

    assert "another release with the number 1" in failure(desk, f"far:{far.portals}")


def test_what_stopped_copies_have_left_goes(desk: Desk, far: Far) -> None:
    """Of whichever release: it would fill the disk in time."""
    desk.release()
    far.run(f"mkdir -p {far.portals}/xa/releases/.7/a && touch {far.portals}/xa/releases/.7/a/b")
    copy(desk, f"far:{far.portals}")

    assert current(far, far.portals) == "releases/1 1"


def test_a_machine_that_has_another_key_gets_nothing(desk: Desk, far: Far) -> None:
    """Somebody may stand between; ssh says so."""
    desk.release()
    far.become_another()

    assert "Host key verification failed" in failure(desk, f"far:{far.portals}")
    assert not far.portals.exists()


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, far: Far) -> None:
    """As the machine says it."""
    desk.release()

    assert "Permission denied" in failure(desk, "far:/etc/portals")
    assert far.run("ls -d /etc/portals || true") == ""


def test_a_machine_that_is_away_keeps_no_other_from_a_release(desk: Desk, far: Far) -> None:
    """It is told at the end."""
    desk.release()
    said = failure(desk, f"127.0.0.1:{far.portals}", f"far:{far.portals}")

    assert said.count("\n") == 0
    assert "127.0.0.1" in said
    assert current(far, far.portals) == "releases/1 1"


def test_a_network_that_falls_silent_is_noticed() -> None:
    """No release waits for ever for a machine that is gone."""
    options = " ".join(remote._SSH)

    assert "ConnectTimeout=" in options
    assert "ServerAliveInterval=" in options
