"""`koordinator hand-out`: who may get a paper, noting who did, and taking a note back."""

from pathlib import Path

import pytest

from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.storage.database_files import EncryptedFiles
from koordinator.texts import handout, handout_command
from tests.cli.running import Shell
from tests.support.desk import services_at
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench


@pytest.fixture
def paper(shell: Shell) -> Path:
    """Hvem hjælper dig med hvad about Lone, as a file."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    world = make_world(Bench(database))
    made = services_at(world.bench).papers.make(world.actor, PaperOrder(PaperKind.CONTACTS, world.subject_id))
    database.close()
    path = shell.folder / "papir.pdf"
    path.write_bytes(made.content)
    return path


def test_it_shows_whom_the_paper_may_go_to_and_how(shell: Shell, paper: Path) -> None:
    assert shell.run("hand-out", paper) == 0

    assert shell.out.splitlines() == [
        "Hvem hjælper dig med hvad",
        "Lone Bæk, borger: Digital Post",
        "Jens Ravn, partsrepræsentant: Digital Post",
    ]


def test_several_got_it_and_a_wrong_note_is_taken_back(shell: Shell, paper: Path) -> None:
    assert shell.run("hand-out", paper, "--to", "Lone Bæk", "--to", "Tina Dam", "--on", "20.11.2026") == 0
    assert shell.out == "Noteret: Lone Bæk og Tina Dam har fået dokumentet.\n"

    said = shell.json("hand-out", paper)
    notes = said["noted_before"]
    assert [(each["recipient"], each["on"], each["way"]) for each in notes] == [
        ("Lone Bæk", "2026-11-20", "digital_post"),
        ("Tina Dam", "2026-11-20", "letter"),
    ]
    assert shell.run("hand-out", paper, "--withdraw", notes[1]["id"], "--because", "Hun var der ikke") == 0
    assert shell.out == "Trukket tilbage: Tina Dam · 20.11.2026 · Brev\n"
    assert shell.run("hand-out", paper) == 0
    assert "trukket tilbage" in shell.out
    assert "Hun var der ikke" in shell.out


def test_paper_and_covering_text_lie_ready(shell: Shell, paper: Path) -> None:
    said = shell.json("hand-out", paper, "--ready", shell.folder / "ud", "--to", "Lone Bæk", "--way", "letter")

    folder = Path(said["ready"])
    assert folder.parent == shell.folder / "ud"
    assert (folder / handout.COVERING_FILE).read_text(encoding="utf-8-sig").startswith("Brev fra Lilleby Kommune")
    assert "Kære Lone Bæk" in (folder / handout.COVERING_FILE).read_text(encoding="utf-8-sig")
    assert [each["way"] for each in said["noted"]] == ["letter"]
    assert shell.run("hand-out", paper, "--ready", shell.folder / "ud") == 0
    assert shell.out == handout_command.ready(f"{folder} 2") + "\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--withdraw", "1"), handout_command.NEEDS_REASON),
        (("--withdraw", "1", "--because", "x", "--to", "Lone"), handout_command.ONE_THING),
        (("--way", "letter"), handout_command.NEEDS_SOMEBODY),
        (("--to", "Lone", "--way", "due"), "--way kan ikke være 'due'"),
    ],
)
def test_what_does_not_go_together_is_code_2(shell: Shell, paper: Path, arguments: tuple[str, ...], said: str) -> None:
    assert shell.run("hand-out", paper, *arguments) == 2

    assert said in shell.err


def test_a_paper_that_is_not_as_it_was_made_is_not_handed_out(shell: Shell, paper: Path) -> None:
    changed, foreign = shell.folder / "ændret.pdf", shell.folder / "fremmed.pdf"
    changed.write_bytes(paper.read_bytes() + b" ")
    foreign.write_bytes(b"%PDF-1.4")

    assert shell.run("hand-out", changed, "--to", "Lone Bæk") == 1
    assert "er ændret, siden den blev lavet" in shell.err
    assert shell.run("hand-out", foreign, "--to", "Lone Bæk") == 1
    assert "er ikke et dokument, der er lavet her" in shell.err
    assert shell.run("hand-out", paper, "--withdraw", "77", "--because", "x") == 1
    assert "findes ikke her" in shell.err
