"""`koordinator case-folder`: the folder in one line, for a citizen or after a meeting."""

import json

import pytest

from koordinator.storage.database_files import EncryptedFiles
from koordinator.texts import case_folder as texts
from tests.cli.running import Shell
from tests.support.meeting_world import make_world
from tests.support.office import KEY, TODAY, Bench


@pytest.fixture
def held(shell: Shell) -> Shell:
    """Lone (1) had a meeting (1) today; Anna (2) has nothing."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    world = make_world(Bench(database))
    world.closing.close(world.actor, world.running().meeting.id)
    database.close()
    return shell


@pytest.mark.parametrize("whom", [("120378-4444",), ("1",), ("--meeting", "1")])
def test_the_folder_is_made_where_it_is_asked_for(held: Shell, whom: tuple[str, ...]) -> None:
    assert held.run("case-folder", *whom, "--dir", held.folder / "ud") == 0

    folder = held.folder / "ud" / f"til-sagssystemet-moede-{TODAY}"
    assert held.out == texts.written(str(folder)) + "\n"
    assert (folder / "metadata.json").is_file()


def test_where_it_is_filed_is_said_once_and_kept(held: Shell) -> None:
    said = held.json(
        *("case-folder", "1", "--dir", held.folder / "ud"),
        *("--case-number", "27-9", "--kle", "29.00.00", "--sensitivity", "confidential"),
    )
    again = held.json("case-folder", "1", "--dir", held.folder / "ud")

    assert said["folder"] != again["folder"]
    metadata = json.loads((held.folder / "ud" / again["folder"] / "metadata.json").read_text(encoding="utf-8"))
    assert metadata["case_number"] == "27-9"
    assert {each["sensitivity"] for each in metadata["documents"]} == {"Fortrolig"}
    assert set(again["files"]) >= {"journalnotat.txt", "metadata.json", "metadata.txt", "opgaveliste.csv"}


@pytest.mark.parametrize("whom", [(), ("1", "--meeting", "1")])
def test_it_is_a_citizen_or_a_meeting(held: Shell, whom: tuple[str, ...]) -> None:
    assert held.run("case-folder", *whom, "--dir", "ud") == 2

    assert texts.WHOM in held.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2",), "hverken et afholdt møde eller en fælles plan"),
        (("1", "--kle", "P35"), "ikke et nummer fra KLE"),
        (("--meeting", "77"), "findes ikke her"),
    ],
)
def test_what_cannot_be_done_is_code_1_and_a_sentence(held: Shell, arguments: tuple[str, ...], said: str) -> None:
    assert held.run("case-folder", *arguments, "--dir", held.folder / "ud") == 1

    assert said in held.err
    assert not (held.folder / "ud").exists()


def test_a_file_where_the_folder_should_lie_is_a_sentence(held: Shell) -> None:
    (held.folder / "fil").write_bytes(b"")

    assert held.run("case-folder", "1", "--dir", held.folder / "fil") == 1
    assert "kunne ikke gemmes" in held.err
