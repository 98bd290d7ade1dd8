"""`koordinator wheel`: the files it makes, what programs read, and what it refuses."""

from typing import Any

import pytest
from icalendar import Calendar
from pypdfium2 import PdfDocument

from koordinator.domain.year_wheel import WheelKind
from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """Lone Bæk's reassessment is due on 5 May 2027, and nothing else."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    make_world(Bench(database))
    database.close()
    return shell


def test_programs_read_a_years_counts(filled: Shell) -> None:
    wheel = filled.json("wheel", "--year", 2027, "-o", filled.folder / "hjul.ics")

    kinds = {kind.value for kind in WheelKind}
    assert wheel["year"] == 2027
    assert [month["month"] for month in wheel["months"]] == list(range(1, 13))
    assert all(set(month["counts"]) == kinds for month in wheel["months"])
    assert wheel["total"] == {kind: int(kind == "reassessment") for kind in kinds}
    assert wheel["months"][4]["counts"] == wheel["total"]
    calendar: Any = Calendar.from_ical((filled.folder / "hjul.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert (str(event["SUMMARY"]), event["DTSTART"].dt.isoformat()) == ("Opfølgning (1)", "2027-05-05")


def test_the_sheet_for_the_wall(filled: Shell) -> None:
    path = filled.folder / "HJUL.PDF"

    assert filled.run("wheel", "--year", 2027, "-o", path) == 0
    assert str(path) in filled.out
    text = PdfDocument(path)[0].get_textpage().get_text_bounded()
    assert "Årshjul 2027" in text
    assert "Bæk" not in text
    assert filled.run("wheel", "--year", 2027, "-o", filled.folder / "stort.pdf", "--large") == 0
    assert len(PdfDocument(filled.folder / "stort.pdf")) > len(PdfDocument(path))


@pytest.mark.parametrize("name", ["hjul.png", "hjul", "hjul.pdf.txt"])
def test_another_ending_is_wrong_usage(filled: Shell, name: str) -> None:
    assert filled.run("wheel", "--year", 2027, "-o", filled.folder / name) == 2
    assert "Filen skal ende på .pdf eller .ics." in filled.err
    assert not (filled.folder / name).exists()


@pytest.mark.parametrize("year", [1999, 2101, -5])
def test_a_year_beyond_the_wheel_is_refused(filled: Shell, year: int) -> None:
    assert filled.run("wheel", f"--year={year}", "-o", filled.folder / "hjul.pdf") == 1
    assert "fra 2000 til 2100" in filled.err
    assert not (filled.folder / "hjul.pdf").exists()


def test_a_year_that_is_no_number_is_wrong_usage(filled: Shell) -> None:
    assert filled.run("wheel", "--year", "næste", "-o", filled.folder / "hjul.pdf") == 2
    assert filled.run("wheel", "-o", filled.folder / "hjul.pdf") == 2
