"""`koordinator demo`: exit codes; what the day itself leaves is tested in tests/journeys."""

from pathlib import Path

from koordinator.bootstrap.demo import KEY_NAME
from tests.cli.running import Shell


def test_help_says_what_it_does(shell: Shell) -> None:
    assert shell.run_bare("demo", "--help") == 0
    assert "--no-window" in shell.out


def test_an_unknown_option_is_wrong_usage(shell: Shell) -> None:
    assert shell.run_bare("demo", "--hurtigt") == 2


def test_a_folder_that_is_a_file_is_refused_with_a_sentence(shell: Shell, tmp_path: Path) -> None:
    taken = tmp_path / "optaget"
    taken.write_text("x", encoding="utf-8")

    assert shell.run_bare("demo", "--dir", taken, "--no-window") == 1
    assert shell.err.strip()
    assert "Traceback" not in shell.err
    assert taken.read_text(encoding="utf-8") == "x"


def test_a_foreign_key_file_is_refused_and_left_alone(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / KEY_NAME).write_text("mit", encoding="utf-8")

    assert shell.run_bare("demo", "--dir", folder, "--no-window") == 1
    assert KEY_NAME in shell.err
    assert [path.name for path in folder.iterdir()] == [KEY_NAME]
