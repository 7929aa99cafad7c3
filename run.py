"""Run a task: ``python3 run.py TASK [options]``; the first call makes the environment it needs.

Every Python 3 must be able to read this file far enough to say that it is too old, so annotations
that Python 3.6 does not know stand in quotes and nothing here comes from ``__future__``.
"""

# ruff: noqa: S603, S606 - every command started here is made of fixed words and own paths

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent
MINIMUM = (3, 11, 5)
ENVIRONMENT_FAILED = 3
INTERRUPTED = 130

RUNTIME = "requirements.txt"
CLUSTER = "requirements-dask.txt"
DEVELOPMENT = "requirements-dev.txt"
# Each of them contains those before it.
REQUIREMENTS = (RUNTIME, CLUSTER, DEVELOPMENT)
DEVELOPMENT_TASKS = ("test", "bench", "drill", "fuzz", "i18n", "lint", "screenshots")
LOCK = "run.lock"
STAMP = "run.stamp"

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MACOS_BROWSERS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_BROWSERS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


class SetupError(Exception):
    """A step of making the environment failed and has told why on standard error."""


def say(vi: str, en: str) -> None:
    """Write one line on standard error, in English where ``PORTAL_LANG`` asks for it."""
    text = en if os.environ.get("PORTAL_LANG") == "en" else vi
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def use_utf8(os_name: str) -> None:
    """Let Vietnamese through where Windows gives a pipe or a file its old code page."""
    for stream in (sys.stdout, sys.stderr):
        if os_name == "nt" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def venv_python(root: Path, os_name: str) -> Path:
    """Give the path of the environment's interpreter, whether or not it is there."""
    folder, name = ("Scripts", "python.exe") if os_name == "nt" else ("bin", "python")
    return root / ".venv" / folder / name


def fingerprint(root: Path, version: "tuple[int, ...]") -> str:
    """Name what an environment is made from: the pinned packages and the Python version."""
    digest = hashlib.sha256(repr(tuple(version)).encode())
    for name in REQUIREMENTS:
        digest.update(hashlib.sha256((root / name).read_bytes()).digest())
    return digest.hexdigest()


def is_ready(root: Path, made_from: str, requirements: str) -> bool:
    """Tell whether the environment is finished, up to date and has these requirements."""
    stamp = root / ".venv" / STAMP
    if not (stamp.is_file() and venv_python(root, os.name).exists()):
        return False
    enough = REQUIREMENTS[REQUIREMENTS.index(requirements) :]
    return stamp.read_text() in {f"{made_from} {name}" for name in enough}


def try_lock(file: BinaryIO) -> bool:
    """Take the operating system's lock on a file, which ends with the process; False if taken."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows alone has it

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has none

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextlib.contextmanager
def sole_owner(lock: Path) -> "Iterator[None]":
    """Hold the lock for a block, after waiting for another call that holds it."""
    with lock.open("wb") as file:
        told = False
        while not try_lock(file):
            if not told:
                say(
                    "Một lệnh khác đang chuẩn bị môi trường, xin chờ…",
                    "Another command is preparing the environment, please wait…",
                )
            told = True
            time.sleep(0.1)
        # The installer inherits the lock: if this process is killed and the installer lives on,
        # the next call waits for it instead of working in the same folder.
        os.set_inheritable(file.fileno(), True)  # noqa: FBT003 - it takes no name
        yield


def run_step(command: "list[str]") -> None:
    """Run a step with its output on standard error, for standard output is the task's."""
    if subprocess.run(command, stdout=2, close_fds=False, check=False).returncode != 0:
        raise SetupError


def clear(environment: Path) -> None:
    """Empty the environment's folder but for the lock that is being held in it."""
    for path in environment.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != LOCK:
            path.unlink()


def install(root: Path, made_from: str, requirements: str) -> None:
    """Install pinned packages, in a new environment unless the present one only lacks some."""
    environment = root / ".venv"
    if not is_ready(root, made_from, RUNTIME):
        clear(environment)
        # The running interpreter may be the one in the folder just cleared.
        base = getattr(sys, "_base_executable", sys.executable)
        run_step([base, "-m", "venv", str(environment)])
    stamp = environment / STAMP
    stamp.unlink(missing_ok=True)
    pip = [str(venv_python(root, os.name)), "-m", "pip", "--disable-pip-version-check"]
    options = ["-qq", "--no-input", "--require-hashes"]
    run_step([*pip, "install", *options, "-r", str(root / requirements)])
    stamp.write_text(f"{made_from} {requirements}")


def prepare(root: Path, version: "tuple[int, ...]", requirements: str) -> None:
    """Make the environment unless it is ready; a half-made or outdated one is made anew."""
    made_from = fingerprint(root, version)
    if is_ready(root, made_from, requirements):
        return
    environment = root / ".venv"
    environment.mkdir(exist_ok=True)
    with sole_owner(environment / LOCK):
        if is_ready(root, made_from, requirements):
            return
        say(
            f"Đang cài các thư viện trong {requirements} vào .venv, chỉ lần này, chừng một phút…",
            f"Installing the packages of {requirements} into .venv, this once, about a minute…",
        )
        install(root, made_from, requirements)


def usual_places(environ: "Mapping[str, str]", platform: str) -> "list[Path]":
    """List where macOS and Windows put browsers, which they leave out of the PATH."""
    if platform == "darwin":
        folders = [Path("/Applications"), Path(environ.get("HOME", "/")) / "Applications"]
        return [f / f"{b}.app/Contents/MacOS/{b}" for f in folders for b in MACOS_BROWSERS]
    if platform == "win32":
        folders = [Path(environ[name]) for name in WINDOWS_FOLDERS if environ.get(name)]
        return [folder / browser for folder in folders for browser in WINDOWS_BROWSERS]
    return []


def find_browser(environ: "Mapping[str, str]", platform: str) -> "str | None":
    """Find a Chromium: the one that ``CHROMIUM`` names, then the PATH, then the usual places."""
    if environ.get("CHROMIUM"):
        return environ["CHROMIUM"]
    on_path = (shutil.which(name, path=environ.get("PATH", "")) for name in BROWSERS)
    elsewhere = (str(path) for path in usual_places(environ, platform) if path.is_file())
    return next(filter(None, on_path), None) or next(elsewhere, None)


def apt_get() -> "list[str] | None":
    """Give the start of an ``apt-get`` command that asks for no password, None if there is none."""
    debian = Path("/etc/debian_version").exists() and shutil.which("apt-get")
    if sys.platform == "win32" or not debian:
        return None
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if os.geteuid() == 0:
        return command
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL) == 0:
        return [*sudo, *command]
    return None


def install_browser() -> None:
    """Install Chromium where that needs no password; the tests tell of one that is missing."""
    command = apt_get()
    if command is None:
        return
    say("Đang cài trình duyệt Chromium để kiểm thử…", "Installing Chromium for the tests…")
    for arguments in (["update"], ["install", "--yes", "chromium", "fonts-noto-core"]):
        subprocess.call([*command, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def task_environment(task: str) -> "dict[str, str]":
    """Give the variables a task starts with; those that need a browser get its path too."""
    # The tasks speak Vietnamese too, and read files, whatever the code page of the machine is.
    environ = {**os.environ, "PYTHONUTF8": "1"}
    if environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        # Compiled code is kept out of the sources, as asked; compiled anew at each start, the
        # program would take three times as long to start.
        environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".venv" / "compiled"))
    if task in ("test", "screenshots"):
        if find_browser(environ, sys.platform) is None:
            install_browser()
        browser = find_browser(environ, sys.platform)
        environ.update({"CHROMIUM": browser} if browser else {})
    return environ


def hand_over(command: "list[str]", environ: "dict[str, str]") -> int:
    """Become the command, or run it and give its exit code where a process cannot be replaced."""
    if os.name != "nt":
        os.execve(command[0], command, environ)
    return subprocess.call(command, env=environ)


def requirements_of(task: str, arguments: "list[str]") -> str:
    """Name the requirements of a call: a cluster is reached with packages of its own."""
    if task in DEVELOPMENT_TASKS:
        return DEVELOPMENT
    options = [argument.partition("=")[0] for argument in arguments]
    return CLUSTER if "--executor" in options else RUNTIME


def main(arguments: "list[str]", version: "tuple[int, ...]") -> int:
    """Hand the arguments over to the tasks; give the exit code."""
    use_utf8(os.name)
    if version < MINIMUM:
        needed, found = (".".join(map(str, numbers)) for numbers in (MINIMUM, version))
        sys.stderr.write(f"Cần Python {needed} trở lên, đây là Python {found}. / ")
        sys.stderr.write(f"Python {needed} or newer is needed, this is Python {found}.\n")
        return ENVIRONMENT_FAILED
    # Help is given without what the task itself needs.
    words = () if {"-h", "--help"}.intersection(arguments) else arguments
    task = next((word for word in words if not word.startswith("-")), "")
    command = [str(venv_python(ROOT, os.name)), str(ROOT / "tasks.py"), *arguments]
    try:
        prepare(ROOT, version, requirements_of(task, arguments))
        return hand_over(command, task_environment(task))
    except SetupError:
        say(
            "Không chuẩn bị được môi trường. Hãy xem thông báo ở trên, kiểm tra kết nối mạng "
            "rồi chạy lại đúng lệnh này.",
            "The environment could not be made. See the message above, check the network "
            "connection and run the same command again.",
        )
    except OSError as error:
        say(f"Không chuẩn bị được môi trường: {error}", f"The environment failed: {error}")
    except KeyboardInterrupt:
        return INTERRUPTED
    return ENVIRONMENT_FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.version_info[:3]))
