"""Set up, run and check koordinator from a fresh clone. Needs only Python 3.11 and git.

python3 installer/dev.py setup            the environment in .venv, from the lock file
python3 installer/dev.py run [--dir D]    the program with demo data
python3 installer/dev.py test [ARGS]      every check; ARGS go to pytest
python3 installer/dev.py lock [ARGS]      remake requirements.lock; ARGS go to uv
python3 installer/dev.py sbom [-o FILE]   everything that is shipped, as CycloneDX
python3 installer/dev.py licences         remake what the program shows of its libraries' licences
python3 installer/dev.py audit            look the locked versions up among known vulnerabilities; needs the network
python3 installer/dev.py bench [ARGS]     measure speed against its floors
python3 installer/dev.py campaign NAME    try far more than an ordinary run does: rules, walks, papers, archive, leaks,
                                          kills or reliability (what must be reached, each figure in one table)
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installer" / "requirements.lock"
SHIPPED = str(ROOT / "installer" / "shipped.py")
VENV = ROOT / ".venv"
UV_ENV = ROOT / ".dev" / "uv-env"
UV_VERSION = "0.13.8"
AUDIT_VERSION = "2.10.1"
WINDOWS = sys.platform == "win32"

FOREIGN_NAMES = ("PYTHON", "VIRTUAL_ENV", "CONDA_", "PYENV_", "PIP_", "UV_", "PYTEST_", "COVERAGE_", "MYPY", "RUFF_")
# How this machine reaches its package index is the machine's business and stays.
INDEX_NAMES = (
    "PIP_CERT", "PIP_CONFIG_FILE", "PIP_DEFAULT_TIMEOUT", "PIP_INDEX_URL", "PIP_PROXY", "PIP_TRUSTED_HOST",
    "UV_DEFAULT_INDEX", "UV_HTTP_TIMEOUT", "UV_INSECURE_HOST", "UV_NATIVE_TLS", "UV_SYSTEM_CERTS",
)  # fmt: skip

QT_PACKAGES = ("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")
XCB_PACKAGES = (
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libcups2",
)  # fmt: skip
TEST_PACKAGES = (
    "gnome-keyring", "dbus", "gcc", "libc6-dev",
    "default-jre-headless", "libjaxb-java", "libjaxb-api-java", "poppler-utils",
)  # fmt: skip
TEST_PROGRAMS = ("gnome-keyring-daemon", "dbus-run-session", "gcc", "java", "pdfinfo")
JAXB = Path("/usr/share/java/jaxb-impl.jar")
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6
from PySide6 import QtPrintSupport, QtSvg, QtWidgets
platforms = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for name in sys.argv[1:]:
    ctypes.CDLL(str(platforms / f"libq{name}.so"))
"""

CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("lint-imports",))
DOMAIN_COVERAGE = ("--cov=koordinator.domain", "--cov-fail-under=100", "--cov-report=term-missing:skip-covered")


RELIABILITY = "reliability"
CAMPAIGNS = {
    "rules": ("tests/domain",),
    "walks": ("tests/usecases/test_course_walk.py", "tests/usecases/test_meeting_walk.py"),
    "papers": ("tests/documents",),
    "archive": ("tests/documents/test_demo_archive.py",),
    "leaks": ("tests/usecases/test_leaks.py", "tests/domain/test_coverage.py", "tests/domain/test_reduced.py"),
    "kills": ("tests/journeys/test_killed_meeting.py",),
    RELIABILITY: ("tests/reliability",),
}


class Refused(Exception):
    """Something the person at the keyboard must do first; the text says what."""


def main(arguments: Sequence[str]) -> int:
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "setup": lambda _: 0,
        "run": run_program,
        "test": run_checks,
        "lock": make_lock,
        "campaign": run_campaign,
        "sbom": lambda rest: exit_code("python", SHIPPED, "sbom", *rest, folder=Path.cwd()),
        "licences": lambda rest: exit_code("python", SHIPPED, "licences", *rest),
        "audit": look_up_vulnerabilities,
        "bench": lambda rest: exit_code("python", "-m", "tests.bench", *rest),
    }
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    try:
        if arguments[0] != "lock":
            set_up()
        return commands[arguments[0]](arguments[1:])
    except Refused as refused:
        print(str(refused))
        return 1
    except subprocess.CalledProcessError as failed:
        print(f"Trinnet mislykkedes: {' '.join(map(str, failed.cmd))}")
        return failed.returncode or 1
    except KeyboardInterrupt:
        return 130


def environment() -> dict[str, str]:
    """This process's variables without those that belong to another Python environment."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in INDEX_NAMES or not name.upper().startswith(FOREIGN_NAMES)
    }
    return kept | {"PYTHONUTF8": "1"}


def call(*command: str | Path, env: dict[str, str] | None = None) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, env=env or environment(), check=True)


def ask(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )


def exit_code(tool: str, *arguments: str, env: dict[str, str] | None = None, folder: Path = ROOT) -> int:
    """Run one of the environment's own programs, in the folder from which its arguments go out."""
    program = python_of(VENV).with_stem(tool)
    return subprocess.run([str(program), *arguments], cwd=folder, env=env or environment(), check=False).returncode


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def set_up() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  # an older Python gets a sentence, not a traceback
        raise Refused("koordinator kræver Python 3.11 eller nyere. Installér en nyere Python.")
    if not is_current():
        make_environment()
    make_sure_qt_loads()


def wanted_stamp() -> str:
    """Another Python, another place on the disk or another lock file asks for another environment."""
    return hashlib.sha256(f"{sys.version}\n{VENV}\n".encode() + LOCK.read_bytes()).hexdigest()


def is_current() -> bool:
    stamp = VENV / "koordinator.stamp"
    return stamp.is_file() and stamp.read_text() == wanted_stamp() and python_of(VENV).exists()


def make_environment() -> None:
    print("Gør omgivelserne i .venv klar (det tager et øjeblik første gang) ...")
    uv = uv_command()
    uv("venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV)
    target = ("--quiet", "--python", python_of(VENV))
    uv("pip", "sync", *target, "--require-hashes", LOCK)
    uv("pip", "install", *target, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    (VENV / "koordinator.stamp").write_text(wanted_stamp())


def uv_command() -> Callable[..., None]:
    make_uv()
    env = environment() | {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_CONFIG": "1"}
    index = env.get("PIP_INDEX_URL") or configured_index()
    if index:
        env.setdefault("UV_DEFAULT_INDEX", index)
    return lambda *arguments: call(python_of(UV_ENV), "-m", "uv", *arguments, env=env)


def make_uv() -> None:
    stamp = UV_ENV / "uv-version"
    if stamp.is_file() and stamp.read_text() == UV_VERSION and python_of(UV_ENV).exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_with_apt("python3-venv")
    call(sys.executable, "-m", "venv", "--clear", UV_ENV)
    call(python_of(UV_ENV), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"uv=={UV_VERSION}")
    stamp.write_text(UV_VERSION)


def configured_index() -> str:
    """The index pip is set up to use on this machine: uv does not read pip's settings."""
    answer = ask(python_of(UV_ENV), "-m", "pip", "config", "get", "global.index-url")
    return answer.stdout.strip() if answer.returncode == 0 else ""


def make_lock(arguments: Sequence[str]) -> int:
    uv = uv_command()
    uv(
        "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
        "--generate-hashes", "--group", "dev", "--all-extras",
        "--custom-compile-command", "python3 installer/dev.py lock",
        "--output-file", LOCK.relative_to(ROOT), *arguments, "pyproject.toml",
    )  # fmt: skip
    if "://" in LOCK.read_text() or "--index" in LOCK.read_text():
        raise Refused(f"{LOCK.name} nævner en adresse. Det må den ikke.")
    return 0


def look_up_vulnerabilities(arguments: Sequence[str]) -> int:
    """pip-audit in an environment of its own, over the lock file and nothing else. It asks a service on the network."""
    venv = ROOT / ".dev" / "audit-env"
    stamp = venv / "audit-version"
    if not (stamp.is_file() and stamp.read_text() == AUDIT_VERSION and python_of(venv).exists()):
        uv = uv_command()
        uv("venv", "--quiet", "--clear", "--python", sys.executable, venv)
        uv("pip", "install", "--quiet", "--python", python_of(venv), f"pip-audit=={AUDIT_VERSION}")
        stamp.write_text(AUDIT_VERSION)
    look_up = (
        "-m",
        "pip_audit",
        "--requirement",
        LOCK,
        "--require-hashes",
        "--disable-pip",
        # What the service does not know counts as not looked up, not as sound.
        "--strict",
        "--progress-spinner",
        "off",
    )
    answer = ask(python_of(venv), *look_up, *arguments)
    print(answer.stdout.strip())
    # 1 with a table is its way of saying that something was found; without one it could not ask.
    if answer.returncode and not answer.stdout.strip():
        raise Refused(
            f"Tjenesten med kendte sårbarheder kunne ikke nås. Prøv på en maskine med net.\n{last_line(answer)}"
        )
    print(answer.stderr.strip())
    return answer.returncode


def last_line(answer: subprocess.CompletedProcess[str]) -> str:
    return (answer.stderr.strip().splitlines() or [""])[-1]


def make_sure_qt_loads() -> None:
    if not sys.platform.startswith("linux"):
        return
    plugins = ["offscreen", "xcb"] if has_display() else ["offscreen"]
    if qt_loads(plugins):
        return
    install_with_apt(*QT_PACKAGES, *(XCB_PACKAGES if has_display() else ()))
    if not qt_loads(plugins):
        raise Refused("Qt kan stadig ikke indlæses. Fejlen står ovenfor.")


def make_sure_the_tests_have_their_tools() -> None:
    """Where they may not be installed, the tests that need them say that they were left out."""
    if not sys.platform.startswith("linux") or (JAXB.exists() and all(map(shutil.which, TEST_PROGRAMS))):
        return
    if shutil.which("apt-get") and apt_prefix() is not None:
        install_with_apt(*TEST_PACKAGES)


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_loads(plugins: Sequence[str]) -> bool:
    answer = ask(python_of(VENV), "-c", QT_PROBE, *plugins)
    if answer.returncode != 0:
        print(answer.stderr.strip().splitlines()[-1] if answer.stderr.strip() else "Qt: ukendt fejl")
    return answer.returncode == 0


def install_with_apt(*packages: str) -> None:
    words = ["apt-get", "install", "-y", "--no-upgrade", "--no-install-recommends", *packages]
    by_hand = f"sudo apt-get update && sudo {' '.join(words)}"
    if shutil.which("apt-get") is None:
        raise Refused(f"Systemet mangler noget. På Debian og Ubuntu hedder det: {' '.join(packages)}")
    prefix = apt_prefix()
    if prefix is None:
        raise Refused(f"Systemet mangler noget. Skriv denne linje, og prøv så igen:\n  {by_hand}")
    print(f"Installerer {' '.join(packages)} ...")
    env = environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    call(*prefix, "apt-get", "update", "-qq", env=env)
    call(*prefix, *words, "-qq", env=env)


def apt_prefix() -> list[str] | None:
    """What to put before apt-get; None when this person may not install."""
    if os.geteuid() == 0:  # type: ignore[attr-defined,unused-ignore]  # Linux only
        return []
    if shutil.which("sudo") is None:
        return None
    return ["sudo", "-n"] if ask("sudo", "-n", "true").returncode == 0 else None


def run_program(arguments: Sequence[str]) -> int:
    command = "-m", "koordinator", "demo", *arguments
    if has_display():
        return exit_code("python", *command, folder=Path.cwd())
    print("Der er ingen skærm her. Arbejdsdagen gennemføres i stedet uden vindue.")
    return exit_code("python", *command, "--no-window", folder=Path.cwd())


def run_checks(arguments: Sequence[str]) -> int:
    """Every check, also after one has failed; the first failure's exit code."""
    make_sure_the_tests_have_their_tools()
    failures = []
    for check in (*CHECKS, ("pytest", "-n", "2", *(arguments or DOMAIN_COVERAGE))):
        print(f"\n== {' '.join(check)}")
        if code := exit_code(*check):
            failures.append((check[0], code))
    for name, code in failures:
        print(f"Fejl: {name} (kode {code})")
    return failures[0][1] if failures else 0


def run_campaign(arguments: Sequence[str]) -> int:
    """Hypothesis with its thorough profile (tests/conftest.py) on the campaign's tests, or the figures; takes hours."""
    if not arguments or arguments[0] not in CAMPAIGNS:
        raise Refused(f"Skriv, hvilken kampagne der skal køres: {', '.join(CAMPAIGNS)}")
    if arguments[0] == RELIABILITY:
        make_sure_the_tests_have_their_tools()
        return exit_code("python", "-m", "tests.reliability", *arguments[1:])
    thorough = ("-n", "2", "--timeout=0", "--hypothesis-profile=thorough")
    return exit_code("pytest", *thorough, *CAMPAIGNS[arguments[0]], *arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
