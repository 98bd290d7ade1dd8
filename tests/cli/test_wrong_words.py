"""Whoever types wrong words waits longer each time, whichever command they are typed at, and the log says so."""

from pathlib import Path

import pytest

from koordinator.bootstrap.places import usual_database
from koordinator.domain.access import Action
from koordinator.storage import key_slots
from koordinator.storage.key_record import SealCost
from koordinator.storage.tries_file import TriesFiles, tries_path
from tests.cli.running import Shell

WORDS, WRONG = "en lang sætning om havet", "en anden sætning om skoven"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Sealing a slot costs next to nothing here, and no wrong words of other tests are counted."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setattr(key_slots, "COST", SealCost(passes=1, memory_kib=64, lanes=1))


@pytest.fixture
def words(shell: Shell) -> Path:
    """The passphrase of the database, in a file; a wrong one lies beside it."""
    right, wrong = shell.folder / "ord.txt", shell.folder / "forkert.txt"
    right.write_text(WORDS, encoding="utf-8")
    wrong.write_text(WRONG, encoding="utf-8")
    assert shell.run("keys", "passphrase", "--new", right) == 0, shell.err
    return right


def path(shell: Shell) -> Path:
    return shell.folder / "prøve.db"


def rescue(shell: Shell, secret: Path) -> int:
    return shell.run_bare("rescue", path(shell), "--to", shell.folder / "reddet.db", "--unlock", secret)


def restore(shell: Shell, file: Path, secret: Path) -> int:
    """Into a new database, beside the one that `--database` names."""
    target = shell.folder / "hentet.db"
    return shell.run_bare("restore", file, "--to", target, "--database", path(shell), "--unlock", secret)


def test_a_command_that_opens_tells_the_wrong_tries_before_it(shell: Shell, words: Path) -> None:
    for _ in range(2):
        assert shell.run_bare("guide", "--database", path(shell), "--unlock", words.with_name("forkert.txt")) == 1

    assert shell.run("guide") == 0, shell.err

    log = shell.json("log")
    assert [each["codes"] for each in log if each["action"] == Action.WRONG_TRY] == ["tries=2"]
    assert TriesFiles().get(path(shell)).untold == 0


def test_a_rescue_waits_as_opening_does_and_with_the_same_count(shell: Shell, words: Path) -> None:
    wrong = words.with_name("forkert.txt")
    assert rescue(shell, wrong) == rescue(shell, wrong) == 1
    assert "Adgangssætningen er ikke den rigtige" in shell.err
    assert shell.run_bare("guide", "--database", path(shell), "--unlock", wrong) == 1

    assert rescue(shell, words) == 1
    assert "Vent" in shell.err
    assert not (shell.folder / "reddet.db").exists()
    assert TriesFiles().get(path(shell)).wrong == 3

    tries_path(path(shell)).unlink()
    assert rescue(shell, words) == 0, shell.err


def test_a_restore_waits_as_opening_does_and_with_the_same_count(shell: Shell, words: Path) -> None:
    assert shell.run("backup") == 0, shell.err
    (file,) = shell.folder.rglob("*.sikkerhedskopi")
    wrong = words.with_name("forkert.txt")
    assert [restore(shell, file, wrong) for _ in range(2)] == [1, 1]
    assert shell.run_bare("guide", "--database", path(shell), "--unlock", wrong) == 1

    assert restore(shell, file, words) == 1
    assert "Vent" in shell.err
    assert TriesFiles().get(path(shell)).wrong == 3

    for counted in (path(shell), usual_database()):
        tries_path(counted).unlink(missing_ok=True)
    assert restore(shell, file, words) == 0, shell.err


def test_the_right_words_of_a_backup_forgive_nothing(shell: Shell, words: Path) -> None:
    """Anybody can bring a backup of their own, whose words they know."""
    assert shell.run("backup") == 0, shell.err
    (file,) = shell.folder.rglob("*.sikkerhedskopi")
    for _ in range(2):
        assert shell.run_bare("guide", "--database", path(shell), "--unlock", words.with_name("forkert.txt")) == 1

    assert restore(shell, file, words) == 0, shell.err

    assert TriesFiles().get(path(shell)).wrong == 2


def test_the_wait_is_not_dodged_by_naming_other_databases_and_targets(shell: Shell, words: Path) -> None:
    """Also on a machine without any: the count is kept where its database would lie."""
    assert shell.run("backup") == 0, shell.err
    (file,) = shell.folder.rglob("*.sikkerhedskopi")

    def restore_beside(name: str, secret: Path) -> int:
        places = ("--to", shell.folder / f"hentet {name}.db", "--database", shell.folder / f"{name}.db")
        return shell.run_bare("restore", file, *places, "--unlock", secret)

    assert [restore_beside(name, words.with_name("forkert.txt")) for name in ("a", "b", "c")] == [1, 1, 1]
    assert "Vent" not in shell.err

    assert restore_beside("d", words) == 1
    assert "Vent" in shell.err
    assert TriesFiles().get(usual_database()).wrong == 3
