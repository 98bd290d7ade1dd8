"""`koordinator practice`: exit codes, and that it only ever takes its own files away."""

import sys
from pathlib import Path

import pytest

from koordinator.bootstrap.demo import (
    DATABASE_NAME,
    KEY_NAME,
    PRACTICE_KEY_NAME,
    PRACTICE_NAME,
    open_practice,
)
from koordinator.bootstrap.keys import close
from koordinator.bootstrap.practice_process import practice_command
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.practice import NotPracticeData, PracticeTask, TaskState
from koordinator.texts import practice as words
from koordinator.usecases.citizens import new_citizen
from koordinator.usecases.learning import PracticeFile
from tests.cli.running import Shell
from tests.support.demo import copy_demo, services_of


def case_in(folder: Path, *, fresh: bool = False, meet: str = "") -> tuple[PracticeFile, int]:
    """The case as it stands, and how many citizens there are; somebody is met first where a name is given."""
    opened = open_practice(folder, fresh=fresh)
    try:
        services = services_of(opened)
        actor = services.who_acts.owner()
        if meet:
            services.citizens.save(actor, new_citizen(meet, ""))
        practice = services.learning.open(actor).practice
        assert practice is not None
        return practice, len(services.citizen_list.lines(actor, CitizenFilter()).lines)
    finally:
        close(opened)


def test_help_says_what_it_does(shell: Shell) -> None:
    assert shell.run_bare("practice", "--help") == 0
    assert "--fresh" in shell.out


def test_without_a_display_nothing_is_made(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert shell.run_bare("practice", "--dir", tmp_path / "her") == 1
    assert shell.err.strip() == words.NO_DISPLAY
    assert not (tmp_path / "her").exists()


def test_nobody_has_assessed_the_case_yet(tmp_path: Path) -> None:
    practice, _ = case_in(tmp_path)

    assert practice.departments == 4
    assert [line.state for line in practice.lines] == [TaskState.NEXT, *[TaskState.COMES] * (len(PracticeTask) - 1)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        PRACTICE_NAME,
        f"{PRACTICE_NAME}.keys",
        PRACTICE_KEY_NAME,
    ]


def test_one_goes_on_where_one_was_and_fresh_begins_from_the_beginning(tmp_path: Path) -> None:
    (tmp_path / "mit.txt").write_text("mit", encoding="utf-8")
    _, before = case_in(tmp_path, meet="Mia Ny")

    assert case_in(tmp_path)[1] == before
    assert case_in(tmp_path, fresh=True)[1] == before - 1
    assert (tmp_path / "mit.txt").read_text(encoding="utf-8") == "mit"


def test_what_is_no_practice_is_left_alone(demo_folder: Path, tmp_path: Path) -> None:
    copy_demo(demo_folder, tmp_path)
    for old, new in ((DATABASE_NAME, PRACTICE_NAME), (f"{DATABASE_NAME}.keys", f"{PRACTICE_NAME}.keys")):
        (tmp_path / old).rename(tmp_path / new)
    (tmp_path / KEY_NAME).rename(tmp_path / PRACTICE_KEY_NAME)
    before = (tmp_path / PRACTICE_NAME).stat().st_size

    with pytest.raises(NotPracticeData):
        open_practice(tmp_path, fresh=True)
    assert (tmp_path / PRACTICE_NAME).stat().st_size == before


def test_a_foreign_file_is_refused_and_left_alone(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / PRACTICE_NAME).write_text("mine noter", encoding="utf-8")
    (tmp_path / PRACTICE_KEY_NAME).write_text("mit", encoding="utf-8")

    assert shell.run_bare("practice", "--dir", tmp_path, "--fresh") == 1
    assert "Traceback" not in shell.err
    assert (tmp_path / PRACTICE_NAME).read_text(encoding="utf-8") == "mine noter"


@pytest.mark.parametrize("is_packaged", [False, True])
def test_the_window_starts_this_very_program(monkeypatch: pytest.MonkeyPatch, *, is_packaged: bool) -> None:
    if is_packaged:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    program = [sys.executable] if is_packaged else [sys.executable, "-m", "koordinator"]

    assert practice_command(None, fresh=False) == [*program, "practice"]
    assert practice_command(Path("øvelse"), fresh=True) == [*program, "practice", "--dir", "øvelse", "--fresh"]
