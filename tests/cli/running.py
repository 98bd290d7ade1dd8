"""The command line as a test runs it: in this process, or as a process of its own."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from koordinator.bootstrap.command_line import run_command
from tests.support.office import KEY

ROOT = Path(__file__).parents[2]


@dataclass
class Shell:
    """A database with its key file, and what the last command said."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    @property
    def common(self) -> list[str]:
        return ["--database", str(self.folder / "prøve.db"), "--key-file", str(self.folder / "prøve.key")]

    def run(self, *arguments: object) -> int:
        """The exit code of the command with the common options behind it."""
        return self.run_bare(*map(str, arguments), *self.common)

    def run_bare(self, *arguments: object) -> int:
        """The exit code of exactly these arguments."""
        self.capsys.readouterr()
        try:
            code = run_command(list(map(str, arguments)))
        except SystemExit as end:
            code = int(end.code or 0)
        self.out, self.err = self.capsys.readouterr()
        return code

    def json(self, *arguments: object) -> Any:  # noqa: ANN401 (whatever the command writes)
        """What the command writes for other programs."""
        assert self.run(*arguments, "--json") == 0, self.err
        return json.loads(self.out)


def make_shell(folder: Path, template: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a fresh copy of the founded database."""
    shutil.copyfile(template, folder / "prøve.db")
    (folder / "prøve.key").write_text(KEY.hex, encoding="ascii")
    return Shell(folder, capsys)


def own_process(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """The program started as a person starts it, with nobody at a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "koordinator", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
