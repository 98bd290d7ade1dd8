"""`koordinator import`: the shape of its answer, its exit codes, its sentences."""

from dataclasses import replace
from pathlib import Path

import pytest

from koordinator.domain.codes import Role
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import RolePeriod
from tests.cli.running import Shell, own_process
from tests.support.histories import Histories, days_ago
from tests.support.lists import SAMPLES, case, row, write_list
from tests.support.office import Bench


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_list(tmp_path / "liste.csv", [row(), case("S2", Fagenhed="Rumfart")])


def test_the_answer_for_other_programs_has_the_agreed_shape(shell: Shell, file: Path) -> None:
    assert shell.json("import", file) == {
        "rows": 2,
        "citizens": {"created": 1, "updated": 0, "unchanged": 0},
        "cases": {"created": 1, "updated": 0, "unchanged": 0},
        "bad": [{"row": 3, "column": "Fagenhed", "value": "Rumfart", "reason": "Fagenheden findes ikke i programmet."}],
        "held_rows": [],
        "taken_over": 0,
        "unconfirmed": {"teams": ["Visitationen"], "employees": ["Ida Mikkelsen"]},
    }


def test_the_answer_for_people_is_danish(shell: Shell, file: Path) -> None:
    assert shell.run("import", file) == 0
    assert shell.out.splitlines() == [
        "2 rækker læst.",
        "Borgere: 1 nye, 0 ændret, 0 uændret.",
        "Sager: 1 nye, 0 ændret, 0 uændret.",
        "1 række kunne ikke bruges:",
        "  Række 3, Fagenhed: Fagenheden findes ikke i programmet. (»Rumfart«)",
        "Nye teams, som skal bekræftes under Indstillinger: Visitationen.",
        "Nye sagsbehandlere, som skal bekræftes under Indstillinger: Ida Mikkelsen.",
    ]
    assert shell.err == ""


def test_unknown_departments_are_made_when_asked(shell: Shell, file: Path) -> None:
    assert shell.run("import", file, "--create-departments") == 0
    assert "Oprettede fagenheder: Rumfart." in shell.out
    assert shell.json("import", file)["bad"] == []


def test_common_options_stand_before_or_after_the_command(shell: Shell, file: Path) -> None:
    assert shell.run_bare(*shell.common, "--json", "import", file) == 0
    before = shell.out
    assert shell.run_bare("import", *shell.common, file, "--json") == 0
    assert before.startswith("{")
    assert shell.out.startswith("{")
    assert shell.run_bare(*shell.common[:2], "import", file, *shell.common[2:], "--as", "1") == 0


def test_somebody_elses_citizen_is_taken_over_only_when_that_is_asked_for(
    shell: Shell, bench: Bench, tmp_path: Path
) -> None:
    histories = Histories(bench)
    histories.course(bench.add_citizen().subject_id, by=histories.employee("Tina"))
    kim = histories.save(replace(histories.employee("Kim Møller"), email="kim@kommune.example"))
    histories.add(RolePeriod(RowId(0), kim.id, Role.COORDINATOR, days_ago(9)))
    bench.database.backup(shell.folder / "prøve.db")
    mine = write_list(tmp_path / "liste.csv", [row(Sagsbehandler="Kim Møller", **{"Sagsbehandlers e-mail": kim.email})])

    assert shell.run("import", mine, "--as", "Kim Møller") == 0
    assert "  Række 2, Lone Bæk: borgeren har en anden sagsbehandler." in shell.out
    assert shell.json("import", mine, "--as", "Kim Møller")["held_rows"] == [2]

    assert shell.run("import", mine, "--take-over", "--as", "Kim Møller") == 0
    assert "Du er nu sagsbehandler for 1 borger mere." in shell.out
    assert shell.json("import", mine, "--as", "Kim Møller")["held_rows"] == []


def test_refused_rows_are_saved_to_send_back(shell: Shell, file: Path, tmp_path: Path) -> None:
    bad = tmp_path / "fejl.csv"

    assert shell.run("import", file, "--bad-rows", bad) == 0
    headings, line = bad.read_text("utf-8-sig").splitlines()
    assert headings.endswith(";Række;Kolonne;Værdi;Fejl")
    assert line.endswith(";3;Fagenhed;Rumfart;Fagenheden findes ikke i programmet.")


@pytest.mark.parametrize("place", ["liste.csv", "prøve.db"])
def test_refused_rows_never_take_the_place_of_the_list_or_the_database(shell: Shell, file: Path, place: str) -> None:
    there = shell.folder / place
    before = there.read_bytes()

    assert shell.run("import", file, "--bad-rows", there) == 1
    assert "Der ligger allerede en fil" in shell.err
    assert there.read_bytes() == before
    assert shell.json("citizens") == []


def test_what_went_in_is_told_also_when_the_refused_rows_cannot_be_saved(shell: Shell, file: Path) -> None:
    assert shell.run("import", file, "--bad-rows", file.parent / "ingen" / "fejl.csv") == 1
    assert "Borgere: 1 nye" in shell.out
    assert "kan ikke gemmes der" in shell.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "er tom"),
        (b"%PDF-1.7 ...", "er ikke en liste"),
        (b"Navn;Adresse\nLone;Vej 1\n", "mangler en kolonne med"),
        (b"CPR-nr.;Navn;Sagsnr.;Fagenhed\n", "har kun overskrifter"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_danish(
    shell: Shell, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(content)

    assert shell.run("import", path) == 1
    assert sentence in shell.err
    assert shell.out == ""


def test_a_file_that_is_not_there_is_refused(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("import", tmp_path / "mangler.csv") == 1
    assert (
        shell.err == "»mangler.csv« findes ikke. Se efter, om navnet og mappen er rigtige. Der er ikke ændret noget.\n"
    )


def test_an_employee_who_is_not_there_is_refused(shell: Shell, file: Path) -> None:
    assert shell.run("import", file, "--as", "nobody@kommune.example") == 1
    assert "Medarbejderen findes ikke her" in shell.err


def test_the_whole_sample_as_a_program_of_its_own(tmp_path: Path) -> None:
    """A new database is made beside the key file; the second time nothing changes."""
    key_file = tmp_path / "ny.key"
    key_file.write_text("0123456789abcdef" * 4, encoding="ascii")
    arguments = ("--database", tmp_path / "ny.db", "--key-file", key_file)

    first = own_process(*arguments, "import", SAMPLES / "sager-unicode-tekst.txt")
    again = own_process("import", SAMPLES / "sager-unicode-tekst.txt", *arguments)

    assert (first.returncode, first.stderr) == (0, "")
    assert "Borgere: 55 nye, 0 ændret, 0 uændret." in first.stdout
    assert "Sager: 0 nye, 0 ændret, 120 uændret." in again.stdout


def test_without_key_and_terminal_nobody_is_asked(tmp_path: Path) -> None:
    refused = own_process("import", SAMPLES / "sager-utf8.csv", "--database", tmp_path / "ny.db")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "--key-file" in refused.stderr
    assert list(tmp_path.iterdir()) == []
