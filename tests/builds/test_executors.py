"""A cluster that cannot do the work is refused with what to do about it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from distributed import LocalCluster

from plugins.base.problems import MessageLanguage
from plugins.builds import executors
from plugins.builds.build import BuildOptions, build
from plugins.builds.calls import EnvironmentFailedError
from plugins.builds.executors import connected
from tests.conftest import CLOCK, Site

LANGUAGES: tuple[MessageLanguage, ...] = ("vi", "en")
in_both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def empty() -> Iterator[Any]:
    """A scheduler for whom nobody works yet, in this process."""
    local: Any = LocalCluster
    with local(
        n_workers=0,
        threads_per_worker=1,
        processes=False,
        dashboard_address="127.0.0.1:0",
        host="127.0.0.1",
        protocol="tcp://",
    ) as cluster:
        yield cluster


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for long in a test."""
    monkeypatch.setattr(executors, "PATIENCE", 2)


def refusal(address: str, language: MessageLanguage) -> str:
    """Why the cluster at an address is refused."""
    with pytest.raises(EnvironmentFailedError) as refused, connected(address, language):
        pass
    return str(refused.value)


@in_both
def test_an_absent_package_is_named(
    monkeypatch: pytest.MonkeyPatch, language: MessageLanguage
) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = refusal("dask://127.0.0.1:8786", language)

    assert "'distributed'" in said
    assert "requirements-dask.txt" in said


@in_both
def test_a_scheduler_that_does_not_answer_is_named(language: MessageLanguage) -> None:
    """With its address."""
    said = refusal("dask://127.0.0.1:1", language)

    assert "dask://127.0.0.1:1" in said
    assert "dask scheduler" in said


@in_both
def test_a_cluster_in_which_nobody_works_is_refused(empty: Any, language: MessageLanguage) -> None:
    """With the command that lets somebody work."""
    said = refusal(empty.scheduler_address.replace("tcp", "dask"), language)

    assert "dask worker" in said


def test_workers_with_another_program_are_refused(
    empty: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are named: other bytes might come of what they make."""
    empty.scale(1)
    monkeypatch.setattr(executors, "program", lambda: os.urandom(8).hex())
    said = refusal(empty.scheduler_address.replace("tcp", "dask"), "en")

    assert "another program" in said
    assert "127.0.0.1" in said


def test_an_environment_that_fails_ends_the_build_with_3(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence stands alone, and nothing is published."""
    monkeypatch.chdir(site.folder)
    monkeypatch.setattr("plugins.builds.portal_build._WORTH_SENDING", 1)
    options = BuildOptions(
        (), "content", "output", "cache", CLOCK, clean=False, jobs=1, executor="dask://127.0.0.1:1"
    )

    assert build(options) == 3
    assert capsys.readouterr().err.splitlines()[-1].startswith("Không có bộ điều phối Dask")
    assert not (site.folder / "output" / "xa").exists()
