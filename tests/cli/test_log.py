"""`koordinator log` and `koordinator spot-checks` on the command line."""

from dataclasses import replace

from koordinator.domain.access import Action
from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.histories import Histories
from tests.support.long_log import lengthen
from tests.support.office import KEY, Bench, SetClock, make_template


def test_the_log_is_shown_newest_first_and_the_look_is_in_it(shell: Shell) -> None:
    assert shell.run("log") == 0
    assert "Oprettede databasen" in shell.out

    newest, *_ = shell.json("log")
    assert (newest["action"], newest["channel"]) == ("open_log", "command_line")
    assert [line["sequence"] for line in shell.json("log", "--before", "3")] == [2, 1]
    assert [line["action"] for line in shell.json("log", "--group", "run", "--most", "1", "--before", "2")] == [
        "create_database"
    ]


def test_nothing_fits_and_nobody_of_the_name(shell: Shell) -> None:
    assert shell.run("log", "--citizen", "findes ikke") == 0
    assert "ingen poster" in shell.out
    assert shell.run("log", "--employee", "Findes Ikke") == 1
    assert "Findes Ikke" in shell.err
    assert shell.run("log", "--most", "0") == 2


def test_two_of_one_name_are_told_apart_by_their_number(shell: Shell, bench: Bench) -> None:
    first, second = (Histories(bench).employee("Ida Mikkelsen").id for _ in range(2))
    for each in (first, second):
        with bench.office.act(replace(bench.actor, employee_id=each), Action.OPEN_SETTINGS):
            pass
    bench.database.backup(shell.folder / "prøve.db")

    assert shell.run("log", "--employee", "ida mikkelsen") == 1
    assert "Der er flere medarbejdere" in shell.err
    assert {line["employee_id"] for line in shell.json("log", "--employee", second)} == {second}


def test_what_is_older_than_the_log_is_kept_goes_when_that_is_asked_for(shell: Shell) -> None:
    assert shell.json("log", "--old")["too_old_until"] is None
    assert shell.run("log", "--delete-old") == 1
    assert "Intet er slettet" in shell.err

    months = shell.json("log", "--old")["months"]
    clock = SetClock()
    clock.pass_days(-31 * (months + 2))
    database = EncryptedFiles().open(make_template(shell.folder, clock).replace(shell.folder / "prøve.db"), KEY)
    lengthen(Bench(database, clock), 12)
    database.close()

    assert shell.json("log", "--old")["too_old_until"] is not None
    assert shell.run("log", "--old") == 0
    assert shell.run("log", "--old", "--delete-old") == 2
    assert shell.run("log", "--delete-old", "--to", "2020-01-01") == 2
    assert shell.run("log", "--delete-old") == 0
    assert "gamle poster er slettet" in shell.out
    assert shell.run("verify") == 0
    assert shell.run("log", "--delete-old") == 1


def test_there_are_no_spot_checks_before_a_month_is_over(shell: Shell) -> None:
    assert shell.run("spot-checks") == 0
    assert "ingen stikprøver" in shell.out
    assert shell.json("spot-checks") == {"draws": [], "looks": []}
    assert shell.run("spot-checks", "--answer", "1") == 2
    assert shell.run("spot-checks", "--answer", "1", "--verdict", "in_order") == 1
