"""`koordinator access`: the report as PDF and JSON, the letter on who has seen it, and deciding what it shows."""

import json

import pytest
from pypdfium2 import PdfDocument

from koordinator.domain.citizen_request import RequestKind
from koordinator.domain.ids import CitizenId
from koordinator.storage.database_files import EncryptedFiles
from koordinator.texts import access_command as words
from koordinator.usecases.citizen_requests import CitizenRequests
from tests.cli.running import Shell
from tests.support.meeting_world import make_world
from tests.support.office import KEY, TODAY, Bench


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Lone (1) has a network; Anna (2) has none."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    make_world(Bench(database))
    database.close()
    return shell


def text_of(shell: Shell, name: str) -> str:
    document = PdfDocument(shell.folder / name)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_the_list_says_who_is_to_be_decided(known: Shell) -> None:
    assert known.run("access", "120378-4444") == 0
    assert "  1  Anna Bæk · barn · ikke afgjort" in known.out.splitlines()
    assert [each["verdict"] for each in known.json("access", "1")] == [None] * 4


def test_nobody_to_decide_about_is_said(known: Shell) -> None:
    assert known.run("access", "2", "--show", "1", "--reason", "Det er hendes mor") == 0
    assert known.run("access", "2") == 0
    assert known.out == "  1  Lone Bæk · en anden borger · vises\n"


def test_the_papers(known: Shell) -> None:
    for output in ("indsigt.pdf", "indsigt.json"):
        assert known.run("access", "1", "-o", known.folder / output) == 0, known.err
        assert known.out.startswith("Gemt i ")
    assert known.run("access", "1", "--log", "--large", "-o", known.folder / "log.pdf") == 0

    held = json.loads((known.folder / "indsigt.json").read_text(encoding="utf-8"))
    assert held["citizen"] == "Lone Bæk"
    assert "Anna" not in text_of(known, "indsigt.pdf")
    assert "Hvem har set dine oplysninger?" in text_of(known, "log.pdf")


def test_what_the_citizen_asked_is_settled_with_the_report_that_is_given(known: Shell) -> None:
    database = EncryptedFiles().open(known.folder / "prøve.db", KEY)
    bench = Bench(database)
    CitizenRequests(bench.office).note(bench.actor, CitizenId(1), RequestKind.ACCESS, "Jeg vil se det", TODAY)
    database.close()
    output = known.folder / "indsigt.json"

    assert known.json("access", "1", "-o", output)["settled"] == 0
    output.unlink()
    assert known.run("access", "1", "-o", output, "--given") == 0, known.err
    assert "besvaret i dag" in known.out
    assert known.run("access", "1", "--given") == 2


def test_who_is_shown_is_decided_by_number_and_with_a_reason(known: Shell) -> None:
    shown = known.json("access", "1", "--show", "1", "--reason", "Lone bor med hende.")

    assert [(each["name"], each["verdict"], each["reason"]) for each in shown][:2] == [
        ("Anna Bæk", "shown", "Lone bor med hende."),
        ("Jens Ravn", None, None),
    ]
    assert known.json("access", "1", "--mask", "1", "2", "--reason", "Nej")[1]["verdict"] == "masked"
    assert known.run("access", "1", "--show", "99", "--reason", "Ja") == 1
    assert known.run("access", "99") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--show", "1"), words.REASON_MISSING),
        (("--reason", "Ja"), words.REASON_ALONE),
        (("--log",), words.LOG_NEEDS_PDF),
        (("--log", "-o", "log.json"), words.LOG_NEEDS_PDF),
    ],
)
def test_what_does_not_go_together_is_said(known: Shell, arguments: tuple[str, ...], said: str) -> None:
    assert known.run("access", "1", *arguments) == 2
    assert said in known.err
