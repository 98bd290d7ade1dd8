"""The working day on a demo of its own, off the screen: the files that it leaves are opened and read back."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.command_line import run_command
from koordinator.bootstrap.pages import PAGES
from koordinator.bootstrap.working_day import JOURNEY, LIST_NAME
from tests.cli.running import own_process
from tests.support.demo import copy_demo

NOT_PICTURED = {"family", "assessment"}


def journey_in(folder: Path) -> Any:  # noqa: ANN401 (JSON)
    return json.loads((folder / JOURNEY).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def done(qapp: QApplication, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after the day has been done once."""
    folder = copy_demo(demo_folder, tmp_path_factory.mktemp("dag"))
    assert run_command(["demo", "--dir", str(folder), "--no-window"]) == 0
    return folder


def text_of(path: Path) -> str:
    document = PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def citizen_of(folder: Path) -> str:
    """The name in the list that is brought in."""
    head, first = (folder / LIST_NAME).read_text(encoding="utf-8-sig").splitlines()[:2]
    cells = dict(zip(head.split(";"), first.split(";"), strict=True))
    return next(value for key, value in cells.items() if "navn" in key.lower())


def test_papers_can_be_read(done: Path) -> None:
    papers = {path.name: text_of(path) for path in done.glob("*.pdf")}
    name = citizen_of(done).split()[0]

    assert len(papers) >= 6
    assert all(name in text for text in papers.values())
    plan = next(text for file, text in papers.items() if file.startswith("faelles-plan") and "stor" not in file)
    assert "Rolige morgener" in plan
    assert not any("CPR" in file.upper() for file in papers)


def test_the_calendar_file_can_be_read(done: Path) -> None:
    (path,) = done.glob("*.ics")
    lines = path.read_bytes().decode("utf-8").split("\r\n")

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert sum(line.startswith("DTSTART") for line in lines) >= 1
    assert not any(citizen_of(done) in line for line in lines)


def test_the_workbook_can_be_read(done: Path) -> None:
    book = load_workbook(done / "ledelsestilsyn.xlsx")

    assert len(book.sheetnames) >= 2
    assert all(book[name].max_row > 1 for name in book.sheetnames)
    book.close()


def test_there_is_a_picture_of_each_page(done: Path) -> None:
    for page in PAGES:
        if page.key in NOT_PICTURED or page.key.startswith("import"):
            continue
        picture = QImage(str(done / f"side-{page.key}.png"))
        assert picture.width() >= 1366, page.key
        assert picture.height() >= 768, page.key


def test_the_journey_says_what_was_done_and_counted(done: Path) -> None:
    journey = journey_in(done)
    before, after = journey["counts_before"], journey["counts_after"]
    more = {name: after[name] - before[name] for name in after if after[name] != before[name]}

    expected = ["import", "assess", "coordinator", "prepare", "invite", "meeting", "plan", "papers"]
    assert [step for step in journey["steps"] if step != "count"] == expected
    assert more["meetings_held"] == more["with_plan"] == 1
    assert sorted(journey["files"]) == journey["files"]
    assert all((done / name).exists() for name in journey["files"])


def test_a_second_day_on_a_machine_without_a_screen_changes_no_counts(
    done: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = journey_in(done)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    day = own_process("demo", "--dir", done, "--no-window")

    assert (day.returncode, day.stderr) == (0, "")
    assert day.stdout.splitlines()[-1] == str(done)
    again = journey_in(done)
    assert again["counts_before"] == again["counts_after"] == first["counts_after"]
    assert again["files"] == first["files"]


def test_a_foreign_file_is_not_written_over(
    demo_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_demo(demo_folder, tmp_path)
    foreign = folder / LIST_NAME
    foreign.write_text("min egen liste", encoding="utf-8")

    assert run_command(["demo", "--dir", str(folder), "--no-window"]) == 1
    assert LIST_NAME in capsys.readouterr().err
    assert foreign.read_text(encoding="utf-8") == "min egen liste"

    foreign.unlink()
    (folder / JOURNEY).write_text("{}", encoding="utf-8")
    assert run_command(["demo", "--dir", str(folder), "--no-window"]) == 1
    assert (folder / JOURNEY).read_text(encoding="utf-8") == "{}"
