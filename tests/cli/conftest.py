"""A shell on a fresh database."""

from pathlib import Path

import pytest

from tests.cli.running import Shell, make_shell


@pytest.fixture
def shell(tmp_path: Path, database_template: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return make_shell(tmp_path, database_template, capsys)
