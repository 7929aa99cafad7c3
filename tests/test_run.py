"""What ``run.py`` decides before any task runs, without a network and without installing."""

from __future__ import annotations

import importlib.util
import threading
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import Site

SOURCE = Path(__file__).resolve().parents[1] / "run.py"
VERSION = (3, 11, 7)


@pytest.fixture
def run() -> ModuleType:
    """Give ``run.py`` as a module."""
    spec = importlib.util.spec_from_file_location("run", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project of three requirements files and no environment."""
    (tmp_path / "requirements.txt").write_text("pelican==4.12.0\n")
    (tmp_path / "requirements-dask.txt").write_text("pelican==4.12.0\ndistributed==2026.8.0\n")
    (tmp_path / "requirements-dev.txt").write_text("pelican==4.12.0\npytest==9.0.0\n")
    return tmp_path


class Steps:
    """Stand in for the steps that make an environment: keep the commands, write what they would."""

    def __init__(self, run: ModuleType, project: Path) -> None:
        """Replace the steps of a ``run`` module."""
        self.run = run
        self.project = project
        self.commands: list[list[str]] = []
        self.network = True

    def __call__(self, command: list[str]) -> None:
        """Do what one command does to the environment's folder."""
        self.commands.append(command)
        if "venv" in command:
            python: Path = self.run.venv_python(self.project, self.run.os.name)
            python.parent.mkdir()
            python.touch()
        elif not self.network:
            raise self.run.SetupError

    @property
    def names(self) -> list[str]:
        """Name the steps: ``venv``, or the requirements file that pip installs."""
        return ["venv" if "venv" in c else Path(c[-1]).name for c in self.commands]


@pytest.fixture
def steps(run: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Give the stand-in for the steps of the project's environment."""
    stand_in = Steps(run, project)
    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "run_step", stand_in)
    return stand_in


def executable(path: Path) -> str:
    """Write an executable file and give its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


@pytest.mark.parametrize(
    ("os_name", "inside"),
    [("posix", (".venv", "bin", "python")), ("nt", (".venv", "Scripts", "python.exe"))],
)
def test_interpreter_of_the_environment(
    run: ModuleType, os_name: str, inside: tuple[str, ...]
) -> None:
    """The interpreter lies where each system puts it."""
    assert run.venv_python(Path("cổng"), os_name).parts == ("cổng", *inside)


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dask.txt", "requirements-dev.txt"]
)
def test_fingerprint_covers_all_files(run: ModuleType, project: Path, name: str) -> None:
    """A change of any requirements file changes the fingerprint."""
    before = run.fingerprint(project, VERSION)
    (project / name).write_text("pelican==4.12.1\n")

    assert run.fingerprint(project, VERSION) != before


def test_fingerprint_covers_the_python_version(run: ModuleType, project: Path) -> None:
    """Another Python version changes the fingerprint, the same one does not."""
    assert run.fingerprint(project, VERSION) == run.fingerprint(project, VERSION)
    assert run.fingerprint(project, VERSION) != run.fingerprint(project, (3, 12, 0))


def test_first_call_makes_the_environment(run: ModuleType, project: Path, steps: Steps) -> None:
    """The first call makes an environment and installs with hashes required."""
    run.prepare(project, VERSION, "requirements.txt")

    assert steps.names == ["venv", "requirements.txt"]
    assert "--require-hashes" in steps.commands[1]
    assert steps.commands[1][0] == str(run.venv_python(project, run.os.name))


def test_later_calls_install_nothing(run: ModuleType, project: Path, steps: Steps) -> None:
    """A call that finds its environment ready does nothing."""
    run.prepare(project, VERSION, "requirements.txt")
    steps.commands.clear()
    run.prepare(project, VERSION, "requirements.txt")

    assert steps.names == []


def test_development_packages_are_added(run: ModuleType, project: Path, steps: Steps) -> None:
    """The first task for developers adds their packages, which serve the other tasks as well."""
    run.prepare(project, VERSION, "requirements.txt")
    steps.commands.clear()
    run.prepare(project, VERSION, "requirements-dev.txt")
    run.prepare(project, VERSION, "requirements.txt")
    run.prepare(project, VERSION, "requirements-dask.txt")

    assert steps.names == ["requirements-dev.txt"]


def test_packages_for_a_cluster_are_added(run: ModuleType, project: Path, steps: Steps) -> None:
    """They serve other builds as well, but not the tasks for developers."""
    run.prepare(project, VERSION, "requirements-dask.txt")
    run.prepare(project, VERSION, "requirements.txt")
    run.prepare(project, VERSION, "requirements-dev.txt")

    assert steps.names == ["venv", "requirements-dask.txt", "requirements-dev.txt"]


def test_changed_requirements_make_it_anew(run: ModuleType, project: Path, steps: Steps) -> None:
    """After a change of the requirements no package of before is left behind."""
    run.prepare(project, VERSION, "requirements.txt")
    leftover = project / ".venv" / "lib" / "leftover.py"
    leftover.parent.mkdir()
    leftover.touch()
    (project / "requirements.txt").write_text("pelican==4.12.1\n")
    steps.commands.clear()
    run.prepare(project, VERSION, "requirements.txt")

    assert steps.names == ["venv", "requirements.txt"]
    assert not leftover.exists()


def test_failed_installation_is_put_right(run: ModuleType, project: Path, steps: Steps) -> None:
    """An environment whose installation failed is not taken for a finished one."""
    steps.network = False
    with pytest.raises(run.SetupError):
        run.prepare(project, VERSION, "requirements.txt")
    steps.network = True
    steps.commands.clear()
    run.prepare(project, VERSION, "requirements.txt")

    assert steps.names == ["venv", "requirements.txt"]


def test_failed_addition_is_put_right(run: ModuleType, project: Path, steps: Steps) -> None:
    """When adding the packages for developers fails, the environment is made anew."""
    run.prepare(project, VERSION, "requirements.txt")
    steps.network = False
    with pytest.raises(run.SetupError):
        run.prepare(project, VERSION, "requirements-dev.txt")
    steps.network = True
    steps.commands.clear()
    run.prepare(project, VERSION, "requirements.txt")

    assert steps.names == ["venv", "requirements.txt"]


def test_vanished_interpreter_is_put_right(run: ModuleType, project: Path, steps: Steps) -> None:
    """An environment whose interpreter was removed from the machine is made anew."""
    run.prepare(project, VERSION, "requirements.txt")
    run.venv_python(project, run.os.name).unlink()
    steps.commands.clear()
    run.prepare(project, VERSION, "requirements.txt")

    assert steps.names == ["venv", "requirements.txt"]


def test_two_first_calls_install_once(
    run: ModuleType, project: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two first calls the second says that it waits, and then uses what the first installed."""
    (project / ".venv").mkdir()
    waits = threading.Event()
    second = threading.Thread(target=run.prepare, args=(project, VERSION, "requirements.txt"))
    monkeypatch.setattr(run, "say", lambda *_: waits.set())
    with run.sole_owner(project / ".venv" / run.LOCK):
        second.start()
        assert waits.wait(timeout=10)
        run.install(project, run.fingerprint(project, VERSION), "requirements.txt")
    second.join(timeout=10)

    assert not second.is_alive()
    assert steps.names == ["venv", "requirements.txt"]


def test_too_old_python(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """An older Python ends with code 3 and one sentence in each language."""
    assert run.main(["build"], (3, 11, 4)) == 3
    assert capsys.readouterr().err == (
        "Cần Python 3.11.5 trở lên, đây là Python 3.11.4. / "
        "Python 3.11.5 or newer is needed, this is Python 3.11.4.\n"
    )


@pytest.mark.parametrize(
    ("language", "message"), [("", "Xin chờ…\n"), ("vi", "Xin chờ…\n"), ("en", "Please wait…\n")]
)
def test_language_of_messages(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    message: str,
) -> None:
    """Messages are Vietnamese unless PORTAL_LANG asks for English."""
    monkeypatch.setenv("PORTAL_LANG", language)
    run.say("Xin chờ…", "Please wait…")

    assert capsys.readouterr().err == message


def test_failed_installation_says_what_to_do(
    run: ModuleType,
    steps: Steps,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a network the command ends with code 3 and the next thing to try."""
    monkeypatch.setenv("PORTAL_LANG", "en")
    steps.network = False

    assert run.main(["build"], VERSION) == 3
    assert capsys.readouterr().err.endswith(
        "check the network connection and run the same command again.\n"
    )


def test_missing_requirements_are_told(
    run: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A file that cannot be read ends with code 3 and its name, not with a traceback."""
    monkeypatch.setattr(run, "ROOT", tmp_path)

    assert run.main(["build"], VERSION) == 3
    assert "requirements.txt" in capsys.readouterr().err


@pytest.fixture
def handed_over(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the command that ``run.py`` hands over to; its exit code is 7."""
    handed_over: list[str] = []

    def hand_over(command: list[str], _: dict[str, str]) -> int:
        handed_over.extend(command)
        return 7

    monkeypatch.setattr(run, "hand_over", hand_over)
    return handed_over


@pytest.mark.parametrize(
    ("arguments", "requirements"),
    [
        (["build", "--portal", "test"], "requirements.txt"),
        (["build", "--executor", "dask://127.0.0.1:8786"], "requirements-dask.txt"),
        (["build", "--executor=dask://127.0.0.1:8786"], "requirements-dask.txt"),
        (["lint"], "requirements-dev.txt"),
        (["test", "--help"], "requirements.txt"),
        (["i18n"], "requirements-dev.txt"),
        ([], "requirements.txt"),
    ],
)
def test_arguments_are_passed_on(
    run: ModuleType,
    steps: Steps,
    handed_over: list[str],
    arguments: list[str],
    requirements: str,
) -> None:
    """The task gets its arguments as they are and the packages it needs; its exit code stays."""
    assert run.main(arguments, VERSION) == 7
    assert handed_over == [
        str(run.venv_python(steps.project, run.os.name)),
        str(steps.project / "tasks.py"),
        *arguments,
    ]
    assert steps.names == ["venv", requirements]


def test_named_browser_wins(run: ModuleType, tmp_path: Path) -> None:
    """The browser that CHROMIUM names comes before one on the PATH."""
    executable(tmp_path / "chromium")
    environ = {"CHROMIUM": "/opt/my-browser", "PATH": str(tmp_path)}

    assert run.find_browser(environ, "linux") == "/opt/my-browser"


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "msedge"])
def test_browser_on_the_path(run: ModuleType, tmp_path: Path, name: str) -> None:
    """A browser of the Chromium family on the PATH is found by each of its names."""
    browser = executable(tmp_path / "second" / name)
    path = run.os.pathsep.join([str(tmp_path / "first"), str(tmp_path / "second")])

    assert run.find_browser({"PATH": path}, "linux") == browser


@pytest.mark.parametrize("folder", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
def test_browser_of_windows(run: ModuleType, tmp_path: Path, folder: str) -> None:
    """On Windows a browser is found in each folder where programs are installed."""
    browser = executable(tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe")

    assert run.find_browser({"PATH": "", folder: str(tmp_path)}, "win32") == browser


def test_browser_of_macos(run: ModuleType) -> None:
    """On macOS browsers are looked for among the applications of the machine and of the user."""
    places = run.usual_places({"HOME": "/Users/an"}, "darwin")

    inside = Path("Google Chrome.app/Contents/MacOS/Google Chrome")
    assert Path("/Applications") / inside in places
    assert Path("/Users/an/Applications") / inside in places


def test_no_browser(run: ModuleType, tmp_path: Path) -> None:
    """Where there is none, none is found; a folder of a browser's name is not one."""
    (tmp_path / "chromium").mkdir()

    assert run.find_browser({"PATH": str(tmp_path), "CHROMIUM": ""}, "linux") is None


def test_missing_browser_is_installed_for_the_tests(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests get the path of a browser that was installed for them; other tasks get none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "install_browser", lambda: executable(tmp_path / "chromium"))

    assert "CHROMIUM" not in run.task_environment("build")
    assert run.task_environment("test")["CHROMIUM"] == str(tmp_path / "chromium")


def test_browser_that_cannot_be_installed(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a browser the tests start all the same, and are told of none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "apt_get", lambda: None)

    assert "CHROMIUM" not in run.task_environment("test")


def test_compiled_code_is_kept_beside_the_sources(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who wants none of it among the sources does not wait three times as long for each task."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    environ = run.task_environment("build")

    assert "PYTHONDONTWRITEBYTECODE" not in environ
    assert environ["PYTHONPYCACHEPREFIX"].startswith(str(run.ROOT / ".venv"))


def test_what_is_compiled_is_kept(site: Site) -> None:
    """The next call does not compile the program again."""
    folder = site.folder / "compiled"
    variables = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    Site(site.folder, {**site.environment, **variables}).run("check")

    assert next(folder.rglob("check.*.pyc"), None) is not None
