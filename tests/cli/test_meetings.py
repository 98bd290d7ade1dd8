"""`koordinator meetings` and `koordinator meeting`: what other programs and people read, and the files."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from koordinator.domain.access import Channel
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.desk import services_at
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench


@dataclass
class Held:
    """A shell with one held meeting and the one after it."""

    shell: Shell
    meeting_id: int
    lone_id: int
    anna_id: int


@pytest.fixture
def held(shell: Shell) -> Held:
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    bench = Bench(database)
    world = make_world(bench)
    services, meeting_id = services_at(bench, Channel.COMMAND_LINE), world.running().meeting.id
    services.meeting_room_plan.note(bench.actor, meeting_id, NoteDraft(NoteKind.SAID, "Én at ringe til."))
    services.meeting_closing.close(bench.actor, meeting_id)
    database.close()
    return Held(shell, meeting_id, world.lone.id, world.anna.id)


def test_the_list_for_programs(held: Held) -> None:
    (line,) = held.shell.json("meetings")

    assert line == {
        "id": held.meeting_id,
        "citizens": ["Lone Bæk"],
        "starts_at": "2026-11-21T13:00:00+01:00",
        "status": "held",
    }


@pytest.mark.parametrize("cpr", ["120378-4444", "1203784444"])
def test_one_citizens_meetings(held: Held, cpr: str) -> None:
    assert [line["id"] for line in held.shell.json("meetings", "--citizen", cpr)] == [held.meeting_id]
    assert held.shell.json("meetings", "--citizen", held.anna_id) == []
    assert held.shell.run("meetings", "--citizen", "999") == 1
    assert "Borgeren findes ikke" in held.shell.err


def test_the_list_for_people(held: Held) -> None:
    assert held.shell.run("meetings") == 0
    assert re.search(r"Lone Bæk +21\.11\.2026 kl\. 13\.00 +1 time og 15 minutter +Holdt", held.shell.out)


def test_no_meetings(shell: Shell) -> None:
    assert shell.json("meetings") == []
    assert shell.run("meetings") == 0
    assert shell.out == "Der er ingen møder.\n"


def test_the_calendar_file_names_nobody(held: Held, tmp_path: Path) -> None:
    out = tmp_path / "møde.ics"

    assert held.shell.run("meeting", "ics", held.meeting_id, "-o", out) == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert "Lone" not in text
    assert held.shell.out == f"Gemt i {out}.\n"


def test_the_minutes(held: Held, tmp_path: Path) -> None:
    out = tmp_path / "referat.pdf"

    assert held.shell.json("meeting", "minutes", held.meeting_id, "-o", out) == {"file": str(out)}
    document = PdfDocument(out)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Én at ringe til." in text


def text_of(path: Path) -> str:
    document = PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_the_papers_before_a_meeting(held: Held, tmp_path: Path) -> None:
    for paper, reader, words in (
        ("preparation", (), "Hvad vil du gerne tale om?"),
        ("agenda", ("--large",), "Dagsorden"),
        ("invitation", ("--reader", "kim møller"), "Kære Kim"),
        ("card", ("--reader", "Kim Møller", "--large"), "Det vil jeg gerne have sagt"),
    ):
        out = tmp_path / f"{paper}.pdf"
        assert held.shell.json("meeting", paper, held.meeting_id, *reader, "-o", out) == {"file": str(out)}
        assert words in text_of(out)
    assert held.shell.run("meeting", "card", held.meeting_id, "--reader", "Ingen", "-o", tmp_path / "ud.pdf") == 1
    assert "Deltageren findes ikke" in held.shell.err


def test_what_is_refused(held: Held, tmp_path: Path) -> None:
    assert held.shell.run("meeting", "ics", "999", "-o", tmp_path / "a.ics") == 1
    assert "Mødet findes ikke" in held.shell.err
    assert held.shell.run("meeting", "minutes", "Lone", "-o", tmp_path / "a.pdf") == 1
    assert held.shell.run("meeting", "ics", held.meeting_id, "-o", tmp_path / "mangler" / "a.ics") == 1
    assert list(tmp_path.glob("a.*")) == []


def test_wrong_usage(shell: Shell) -> None:
    assert shell.run_bare("meeting") == 2
    assert shell.run_bare("meeting", "ics", "1") == 2
    assert "Her mangler noget: -o/--output." in shell.err
