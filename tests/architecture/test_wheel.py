"""What is installed is what was written: the wheel carries every resource, and the program finds it there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from koordinator.bootstrap.resources import resources_dir
from tests.architecture.source_tree import ROOT

LIST_RESOURCES = """
import hashlib
from koordinator.bootstrap.resources import resources_dir
for file in resources_dir().rglob("*"):
    if file.is_file():
        name = file.relative_to(resources_dir()).as_posix()
        print(hashlib.sha256(file.read_bytes()).hexdigest(), name)
"""

MAKE_A_DATABASE = """
import sys
from pathlib import Path
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.ports_keys import DatabaseKey
EncryptedFiles().create(Path(sys.argv[1]), DatabaseKey(bytes(32))).close()
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_source_tree_finds_its_resources() -> None:
    assert resources_dir() == ROOT / "resources"


def test_wheel_opens_every_resource(installed: Path) -> None:
    assert listed(installed) == listed(ROOT / "src")


def test_wheel_makes_a_database(installed: Path, tmp_path: Path) -> None:
    """The migrations are scripts beside the program, found by their place and not by an import."""
    made = tmp_path / "a.db"
    command = [sys.executable, "-c", MAKE_A_DATABASE, str(made)]
    subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)}, check=True)

    assert made.stat().st_size > 0


def test_wheel_holds_the_program_and_its_licence(installed: Path) -> None:
    assert {entry.name for entry in installed.iterdir()} == {"koordinator", "koordinator-0.1.0.dist-info"}
    assert list(installed.glob("*.dist-info/licenses/LICENSE"))


def listed(place: Path) -> set[str]:
    """Checksum and name of each resource as the program there sees them."""
    env = os.environ | {"PYTHONPATH": str(place)}
    command = [sys.executable, "-c", LIST_RESOURCES]
    answer = subprocess.run(command, cwd=place, env=env, check=True, capture_output=True, text=True, encoding="utf-8")
    return set(answer.stdout.splitlines())
