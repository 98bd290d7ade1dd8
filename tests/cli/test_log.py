"""`koordinator log` and `koordinator spot-checks` on the command line."""

from tests.cli.running import Shell


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


def test_there_are_no_spot_checks_before_a_month_is_over(shell: Shell) -> None:
    assert shell.run("spot-checks") == 0
    assert "ingen stikprøver" in shell.out
    assert shell.json("spot-checks") == {"draws": [], "looks": []}
    assert shell.run("spot-checks", "--answer", "1") == 2
    assert shell.run("spot-checks", "--answer", "1", "--verdict", "in_order") == 1
