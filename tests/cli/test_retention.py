"""`koordinator retention`: whose time is up, and what is decided about them."""

import pytest

from koordinator.domain.deletion import DeletedKind, ListedDeletion
from koordinator.domain.ids import SubjectId
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.deletion_list import DeletionListFile
from tests.cli.running import Shell
from tests.support.office import KEY, Bench


@pytest.fixture
def old(shell: Shell) -> Shell:
    """A citizen whose course ended long ago."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    bench = Bench(database)
    citizen = bench.add_citizen("Lone Bæk", "1203784444")
    with bench.office.aside() as tx:
        tx.connection.exec_driver_sql(
            "INSERT INTO course (uid, subject_id, from_on, until_on, end_reason, citizens_word, call_afterwards, "
            "version) VALUES ('a', ?, ?, ?, 'goals_reached', '', '', 1)",
            (citizen.subject_id, "2015-01-01", "2018-03-01"),
        )
    database.close()
    return shell


def test_nobody_is_due(shell: Shell) -> None:
    assert shell.run("retention", "list") == 0
    assert shell.out == "Tiden er ikke gået for nogen.\n"
    assert shell.json("retention", "list") == {"due": [], "old": [], "held": [], "deleted": []}


def test_what_goes_is_shown_and_nothing_goes_before_the_archive_is_settled(old: Shell) -> None:
    assert old.run("retention", "list") == 0
    assert old.out.startswith("1  Lone Bæk (borger), kan slettes fra 01.03.2023. Forløbet sluttede 01.03.2018")
    assert old.run("retention", "delete", "1") == 0
    assert "Det forsvinder: Lone Bæk\n1 forløb\n" in old.out
    assert "ikke slettet noget" in old.out
    assert old.json("retention", "delete", "1") == {
        "subject": 1,
        "name": "Lone Bæk",
        "may_be_deleted": True,
        "rows": {"citizen": 1, "course": 1, "search_citizen": 1},
        "mentions": 0,
    }


def test_what_may_not_go_is_shown_with_why_and_not_how_to_delete_it(old: Shell) -> None:
    database = EncryptedFiles().open(old.folder / "prøve.db", KEY)
    Bench(database).add_citizen("Tina Dam", "")
    database.close()

    assert old.run("retention", "delete", "2") == 0
    assert "Tiden er ikke gået" in old.out
    assert old.run("retention", "hold", "1", "--reason", "Retssag") == 0
    assert old.run("retention", "delete", "1") == 0
    assert old.out.endswith("Må ikke slettes: Retssag. Der er ikke slettet noget.\n")
    assert "--archive" not in old.out


def test_nobody_is_released_who_is_not_there(old: Shell) -> None:
    assert old.run("retention", "release", "999") == 1
    assert "findes ikke" in old.err


def test_a_hold_stops_a_deletion_and_its_release_lets_it_through(old: Shell) -> None:
    assert old.run("retention", "hold", "1", "--reason", "Retssag") == 0
    assert "Må ikke slettes: Retssag" in old.out
    assert old.run("retention", "delete", "1", "--archive", "delivered") == 1
    assert old.err == (
        "Lone Bæk må ikke slettes, før nogen ophæver det. Grunden er: Retssag. Der er ikke slettet noget.\n"
    )
    assert old.run("retention", "release", "1") == 0
    assert old.run("retention", "delete", "1", "--archive", "delivered") == 0
    assert "Lone" not in old.out
    assert "Arkiv: Det er afleveret til arkivet" in old.out
    assert [each["kind"] for each in old.json("retention", "list")["deleted"]] == ["citizen"]
    assert old.run("citizens") == 0
    assert "Lone" not in old.out
    assert old.run("verify") == 0


def test_what_was_begun_is_carried_through_by_whatever_command_comes_next(old: Shell) -> None:
    path = old.folder / "prøve.db"
    database = EncryptedFiles().open(path, KEY)
    bench = Bench(database)
    with bench.office.aside() as tx:
        uid = tx.erasing.uid_of(SubjectId(1))
    DeletionListFile(path).add((ListedDeletion(DeletedKind.CITIZEN, uid, bench.clock.now()),))
    database.close()

    assert old.run("citizens") == 0
    assert "Lone" not in old.out


def test_somebody_can_be_kept_before_their_time_is_up(shell: Shell) -> None:
    assert shell.run("retention", "hold", "999", "--reason", "Retssag") == 1
    assert shell.run("retention", "hold", "1") == 2
