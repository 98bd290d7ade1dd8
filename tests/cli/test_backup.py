"""`koordinator backup` and `koordinator restore`: whole backups, new databases, and what stands between the two."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from koordinator.domain.deletion import DeletedKind, ListedDeletion
from koordinator.domain.setting import SettingKey
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.key_slots import SlotFiles
from koordinator.texts import backups as words
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.settings import Settings
from tests.cli.running import Shell, make_shell, own_process
from tests.support.office import KEY, Bench


@pytest.fixture
def office(database_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return make_shell(tmp_path, database_template, capsys)


def backed_up(office: Shell, *more: object) -> Path:
    assert office.run("backup", *more) == 0, office.err
    return Path(office.out.strip())


def test_a_backup_is_made_in_the_usual_place_and_where_one_says(office: Shell) -> None:
    assert backed_up(office).parent == office.folder / "sikkerhedskopier"
    assert backed_up(office, "-o", office.folder / "min.sikkerhedskopi") == office.folder / "min.sikkerhedskopi"
    told = office.json("backup", "-o", office.folder)
    assert Path(told["file"]).parent == office.folder
    assert told["log_entries"] == 3

    assert office.run("backup", "-o", office.folder / "prøve.db") == 1
    assert "ligger allerede en fil" in office.err


def test_one_that_does_not_come_elsewhere_is_made_here_and_told(office: Shell) -> None:
    database = EncryptedFiles().open(office.folder / "prøve.db", KEY)
    bench = Bench(database)
    Settings(bench.office).change(bench.actor, {SettingKey.BACKUP_FOLDER: str(office.folder / "usb")})
    database.close()

    assert office.run("backup") == 1
    assert Path(office.out.strip()).exists()
    assert f"Mappen findes ikke: {office.folder / 'usb'}" in office.err
    (office.folder / "usb").mkdir()
    assert office.json("backup")["not_elsewhere"] is None


def test_a_backup_comes_back_as_a_new_database_and_is_held_against_the_present_one(office: Shell) -> None:
    backup = backed_up(office)
    new = office.folder / "ny.db"

    assert office.run("restore", backup, "--to", new) == 0, office.err

    assert words.RESTORED_TO.format(path=new) in office.out
    assert "tidligere udgave af den database, du har nu" in office.out
    assert "Borgere: 0 (nu 0)" in office.out
    verified = office.run_bare("verify", "--database", new, "--key-file", office.folder / "prøve.key")
    assert verified == 0, office.err
    assert office.run("restore", backup, "--to", new) == 1
    assert "ligger allerede en fil" in office.err


def test_a_program_is_told_in_json(office: Shell) -> None:
    backup = backed_up(office)

    told = office.json("restore", backup, "--to", office.folder / "ny.db")

    assert told["relation"] == "earlier"
    assert told["counts"] == told["present_counts"]
    assert told["deleted_again"] == 0


def test_a_backup_is_restored_where_the_database_is_gone(office: Shell) -> None:
    backup = backed_up(office)
    (office.folder / "prøve.db").unlink()
    (office.folder / "prøve.db.keys").unlink(missing_ok=True)

    assert office.run("restore", backup, "--to", office.folder / "prøve.db") == 0, office.err
    assert words.NO_PRESENT in office.out
    assert office.run("verify") == 0, office.err


def test_another_key_and_a_damaged_file_are_refused_each_in_its_own_words(office: Shell) -> None:
    backup = backed_up(office)
    (office.folder / "anden.key").write_text(DatabaseKey(bytes(32)).hex, encoding="ascii")
    new = office.folder / "ny.db"

    assert office.run_bare("restore", backup, "--to", new, "--key-file", office.folder / "anden.key") == 1
    assert "en anden database" in office.err
    for content, said in ((backup.read_bytes()[:9_000], "ikke hel"), (b"Hej", "ikke en sikkerhedskopi")):
        backup.write_bytes(content)
        assert office.run("restore", backup, "--to", new) == 1
        assert said in office.err
    assert not new.exists()
    assert not SlotFiles().exists(new)


def test_where_nobody_can_be_asked_it_says_so(office: Shell) -> None:
    backup = backed_up(office)

    refused = own_process("restore", backup, "--to", office.folder / "ny.db", "--database", office.folder / "x.db")

    assert refused.returncode == 1
    assert "--key-file" in refused.stderr
    assert json.dumps(KEY.hex) not in refused.stderr


def test_what_was_deleted_since_the_backup_stays_deleted(office: Shell) -> None:
    database = EncryptedFiles().open(office.folder / "prøve.db", KEY)
    gone = Bench(database).add_citizen("Ole Dam")
    database.close()
    backup = backed_up(office)
    listed = ListedDeletion(DeletedKind.CITIZEN, gone.uid, datetime(2026, 11, 22, tzinfo=UTC))
    DeletionListFile(office.folder / "prøve.db").add([listed])

    told = office.json("restore", backup, "--to", office.folder / "ny.db")

    assert told["deleted_again"] == 1


def test_a_restored_copy_beside_the_database_and_the_database_each_have_their_own_log_and_backups(
    office: Shell,
) -> None:
    new = ["--database", office.folder / "ny.db", "--key-file", office.folder / "prøve.key"]
    older = (office.folder / "prøve.db").read_bytes()
    assert office.run("restore", backed_up(office), "--to", office.folder / "ny.db") == 0, office.err
    for _ in range(2):
        assert office.run_bare("backup", *new) == office.run_bare("guide", *new) == 0, office.err
        backed_up(office)

    assert office.run("verify") == 0, office.err
    assert office.run_bare("verify", *new) == 0, office.err

    (office.folder / "prøve.db").write_bytes(older)
    assert office.run("verify") == 1
    assert "sikkerhedskopi" in office.err
