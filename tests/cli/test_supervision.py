"""`koordinator supervision`: the same numbers in four shapes, and counts files."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from koordinator.cli.supervision import danish_or_iso_day
from koordinator.domain.steps import Step
from koordinator.domain.supervision import ALL_COUNTS, DEFINED_COUNTS
from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.counted_sentences import SUMMER, Town
from tests.support.office import KEY, Bench

PERIOD = ("--from", "2026-07-01", "--to", "31.12.2026")


@pytest.fixture
def counted(shell: Shell) -> Shell:
    """Ane has a course with a meeting, Bo one without, nobody has one."""
    town = Town()
    met = town.on_step(Step.MEETINGS, town.ane)
    town.meeting(met, SUMMER, coordinator_id=town.ane, team_id=town.voksen, department_id=town.handicap)
    town.on_step(Step.MEETINGS, town.bo)
    town.on_step(Step.ONE_CASEWORK, None)
    store(shell, town)
    return shell


def store(shell: Shell, town: Town) -> None:
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    with Bench(database).office.aside() as tx:
        town.store(tx)
    database.close()


def test_the_answer_for_other_programs_has_the_agreed_shape(counted: Shell) -> None:
    answer = counted.json("supervision", *PERIOD)

    assert list(answer) == ["from", "to", "by", "definition_version", "as_of", "rows", "total"]
    assert (answer["from"], answer["to"], answer["by"]) == ("2026-07-01", "2026-12-31", "employee")
    assert answer["definition_version"] == 2
    assert [row["name"] for row in answer["rows"]] == ["Ane", "Bo", "Uden koordinerende sagsbehandler"]
    for row in (*answer["rows"], answer["total"]):
        assert list(row) == ["name", *DEFINED_COUNTS]
    assert answer["rows"][0]["meetings_held"] == 1
    assert answer["total"]["courses_step2"] == 2
    assert answer["total"]["courses_step3"] == 1


def test_every_number_with_its_ids(counted: Shell) -> None:
    answer = counted.json("supervision", *PERIOD, "--by", "team", "--ids", "--all")

    assert answer["by"] == "team"
    for row in (*answer["rows"], answer["total"]):
        assert list(row["ids"]) == [name.value for name in ALL_COUNTS]
        assert {name: len(ids) for name, ids in row["ids"].items()} == {name: row[name] for name in ALL_COUNTS}


def test_the_answer_for_people_is_a_table(counted: Shell) -> None:
    assert counted.run("supervision", *PERIOD, "--by", "department") == 0

    lines = counted.out.splitlines()
    assert lines[0] == "Ledelsestilsyn 2. halvår 2026"
    assert lines[2].split()[:2] == ["Fagenhed", "Møder"]
    assert [line.split()[0] for line in lines[3:7]] == ["Familie", "Handicap", "Uden", "I"]
    assert lines[4].split()[1] == "1"
    assert lines[-1].startswith("Opgjort ")
    assert lines[-1].endswith("opgørelsesmåde 2")


def test_an_empty_database_has_a_total_of_nothing(shell: Shell) -> None:
    answer = shell.json("supervision", *PERIOD)

    assert answer["rows"] == []
    assert answer["total"] == {"name": "I alt", **{name.value: 0 for name in DEFINED_COUNTS}}


def test_csv_on_the_screen_and_in_a_file(counted: Shell) -> None:
    path = counted.folder / "tal.csv"
    assert counted.run("supervision", *PERIOD, "--format", "csv") == 0
    on_screen = list(csv.reader(StringIO(counted.out), delimiter=";"))
    assert counted.run("supervision", *PERIOD, "--format", "csv", "-o", path) == 0

    in_file = list(csv.reader(StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert on_screen == in_file
    assert in_file[0][:2] == ["Medarbejder", "Møder"]
    assert in_file[1][:4] == ["Ane", "1", "0", "1"]
    assert in_file[-1][0] == "I alt"
    assert counted.out == f"Gemt i {path}\n"


def test_a_workbook_holds_numbers_and_what_they_mean(counted: Shell) -> None:
    path = counted.folder / "tal.xlsx"
    assert counted.run("supervision", *PERIOD, "--format", "xlsx", "--all", "-o", path) == 0

    numbers, meanings = load_workbook(BytesIO(path.read_bytes())).worksheets
    rows = list(numbers.values)
    assert rows[1][:4] == ("Ane", 1, 0, 1)
    assert len(rows[0]) == 1 + len(ALL_COUNTS)
    assert len(list(meanings.values)) == 1 + len(ALL_COUNTS)


@pytest.mark.parametrize("size", [(), ("--large",)])
def test_the_report_is_a_pdf_of_the_same_numbers(counted: Shell, size: tuple[str, ...]) -> None:
    path = counted.folder / "tilsyn.pdf"
    assert counted.run("supervision", *PERIOD, "--by", "employee", "--format", "pdf", *size, "-o", path) == 0

    document = PdfDocument(path)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert "2. halvår 2026" in text
    assert "Uden koordinerende sagsbehandler" in text
    assert counted.out == f"Gemt i {path}\n"


@pytest.mark.parametrize("chosen", ["json", "table"])
def test_other_shapes_go_to_a_file_too(counted: Shell, chosen: str) -> None:
    path = counted.folder / "tal.txt"

    assert counted.run("supervision", *PERIOD, "--format", chosen, "-o", path) == 0

    assert "Ane" in path.read_text("utf-8")
    assert counted.out == ("" if chosen == "json" else f"Gemt i {path}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (*PERIOD, "--format", "xlsx"),
        (*PERIOD, "--format", "pdf"),
        (*PERIOD, "--by", "step"),
        (*PERIOD, "--ids"),
        (*PERIOD, "--json", "--ids", "--outside"),
        (*PERIOD, "--counts-file", "a", "--merge", "b"),
        ("--from", "2026-07-01"),
        ("--to", "2026-12-31"),
        ("--from", "1. juli", "--to", "2026-12-31"),
        ("--from", "31.06.2026", "--to", "2026-12-31"),
        ("--from", "2026-7-1", "--to", "2026-12-31"),
        ("--merge",),
    ],
)
def test_wrong_usage_is_said_in_danish_and_ends_with_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    assert shell.run("supervision", *arguments) == 2

    assert "Kommandoen er ikke rigtig." in shell.err
    assert shell.out == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "2026-12-31", "--to", "2026-07-01"), "Perioden slutter (01.07.2026), før den begynder"),
        ((*PERIOD, "--outside"), "De må ikke sendes ud af huset."),
        ((*PERIOD, "--format", "csv", "-o", "findes/ikke.csv"), "kunne ikke gemmes"),
        (("--merge", "findes-ikke.jsonl"), "»findes-ikke.jsonl« kan ikke læses."),
        (("--merge", __file__), "er ikke en fil med tal fra ledelsestilsyn"),
        (("--counting-key", __file__), "Tællenøglen skal have 35 tegn."),
    ],
)
def test_what_is_refused_is_explained_and_ends_with_1(
    counted: Shell, arguments: tuple[str, ...], sentence: str
) -> None:
    assert counted.run("supervision", *arguments) == 1

    assert sentence in counted.err
    assert counted.out == ""


def test_groups_under_five_are_merged_on_their_way_out(shell: Shell) -> None:
    town = Town()
    for employee in (town.ane, town.bo, None, None, None):
        town.on_step(Step.MEETINGS, employee)
    store(shell, town)

    answer = shell.json("supervision", *PERIOD, "--outside")

    assert [(row["name"], row["courses_step2"]) for row in answer["rows"]] == [
        ("Øvrige (grupper under 5 lagt sammen)", 5)
    ]
    assert shell.run("supervision", *PERIOD, "--counts-file", shell.folder / "ane.jsonl") == 0
    merged = shell.json("supervision", "--merge", shell.folder / "ane.jsonl", "--outside")
    assert merged["rows"] == answer["rows"]


def test_too_few_to_share_stay_in_the_house_also_when_they_come_from_files(counted: Shell) -> None:
    assert counted.run("supervision", *PERIOD, "--counts-file", counted.folder / "ane.jsonl") == 0

    assert counted.run("supervision", "--merge", counted.folder / "ane.jsonl", "--outside") == 1
    assert counted.out == ""


def test_counts_files_by_way_of_the_key(counted: Shell) -> None:
    folder = counted.folder
    assert counted.run("supervision", "--write-counting-key", folder / "key.txt") == 0
    assert counted.json("supervision", "--counting-key", folder / "key.txt") == {"taken": True}
    assert counted.run("supervision", "--counting-key", folder / "key.txt") == 0
    assert "Tællenøglen er gemt." in counted.out
    assert counted.run("supervision", *PERIOD, "--counts-file", folder / "ane.jsonl") == 0
    assert "Filen har ingen navne på borgere." in counted.out
    counted_lines = counted.json("supervision", *PERIOD, "--counts-file", folder / "igen.jsonl")
    assert counted_lines == {"file": str(folder / "igen.jsonl"), "lines": 4}

    expected = counted.json("supervision", *PERIOD)
    merged = counted.json("supervision", "--merge", folder / "ane.jsonl", folder / "igen.jsonl")

    assert merged["rows"] == expected["rows"]
    assert merged["total"] == expected["total"]
    assert counted.run("supervision", "--merge", folder / "ane.jsonl") == 0
    assert counted.out.splitlines()[-1] == "Lagt sammen af 1 fil. Intet stod i flere af dem."


def test_days_are_written_as_danes_and_programs_do() -> None:
    assert danish_or_iso_day("1.7.2026") == danish_or_iso_day("2026-07-01") == date(2026, 7, 1)


def test_a_long_past_is_nothing_to_be_afraid_of(counted: Shell) -> None:
    answer = counted.json("supervision", "--from", "0001-01-01", "--to", "9999-12-31")

    assert answer["total"]["courses_step2"] == 2
