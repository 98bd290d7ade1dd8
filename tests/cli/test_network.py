"""`koordinator network`: the network for a person, for a program, and as a PDF that is read back."""

import pytest
from pypdfium2 import PdfDocument

from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Lone (1) has a network; Anna (2) has none."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    make_world(Bench(database))
    database.close()
    return shell


def test_for_people(known: Shell) -> None:
    assert known.run("network", "120378-4444") == 0
    assert "Netværket omkring Lone Bæk" in known.out
    assert "Trine Skov, Lilleby Skole" in known.out
    assert "Bostøtte: Er ikke knyttet til et mål endnu." in known.out
    assert known.run("network", "2") == 0
    assert "Der står ingen endnu." in known.out


def test_for_programs(known: Shell) -> None:
    told = known.json("network", "1")

    assert {each["name"] for each in told["contacts"]} == {
        "Jens Ravn", "Kim Møller", "Mette Holm", "Ida Mikkelsen", "Trine Skov",
    }  # fmt: skip
    assert {each["closeness"] for each in told["contacts"]} == {"between"}
    assert [(each["name"], each["goals"], each["until"]) for each in told["efforts"]] == [("Bostøtte", [], None)]
    assert told["questions"][0] == {
        "kind": "effort_without_goal",
        "question": "Bostøtte: Er ikke knyttet til et mål endnu.",
        "state": "open",
    }


def test_as_a_file(known: Shell) -> None:
    path = known.folder / "netværk.pdf"
    assert known.run("network", "1", "-o", path) == 0
    assert "netværk.pdf" in known.out

    document = PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Netværket omkring Lone Bæk" in text
    assert "Kim Møller" in text
    assert "Skovvej" not in text
    assert "120378" not in text
    again = known.folder / "netværk igen.pdf"
    assert known.json("network", "1", "-o", again)["file"] == str(again)


@pytest.mark.parametrize("wanted", ["999", "010190-1234", "Lone"])
def test_whoever_is_not_there_is_refused_with_a_sentence(known: Shell, wanted: str) -> None:
    assert known.run("network", wanted) == 1
    assert known.err.strip()
    assert "Traceback" not in known.err
