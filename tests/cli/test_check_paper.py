"""`koordinator check-paper`: what a PDF is, in Danish and for programs, and the exit code."""

import pytest

from koordinator.domain.paper_check import PaperState
from koordinator.storage.database_files import EncryptedFiles
from koordinator.texts import paper_check as texts
from tests.cli.running import Shell
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench


@pytest.fixture
def planned(shell: Shell) -> Shell:
    """Lone (1) has an approved plan, and it lies as a file."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    world = make_world(Bench(database))
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    filled = world.plans.add_goal(world.actor, plan.id, "Rolige morgener").plan
    assert filled is not None
    world.plans.approve(world.actor, filled)
    database.close()
    assert shell.run("plan", "pdf", "1", "-o", shell.folder / "plan.pdf") == 0
    return shell


def test_an_unchanged_paper_is_code_0(planned: Shell) -> None:
    assert planned.run("check-paper", planned.folder / "plan.pdf") == 0

    lines = planned.out.splitlines()
    assert lines[:4] == [texts.STATES[PaperState.UNCHANGED], "Fælles plan, version 1", "Om: Lone Bæk", "Til borgeren"]
    assert lines[4].endswith("af Mette Holm")
    assert lines[5:] == [texts.NOT_HANDED_OUT]


def test_a_changed_paper_is_code_1_and_says_what_it_was(planned: Shell) -> None:
    path = planned.folder / "plan.pdf"
    path.write_bytes(path.read_bytes() + b"\n%")

    assert planned.run("check-paper", path) == 1
    assert planned.out.startswith(texts.STATES[PaperState.CHANGED])
    assert planned.run("check-paper", path, "--json") == 1
    assert '"state": "changed"' in planned.out


def test_for_programs_there_is_all_of_it(planned: Shell) -> None:
    said = planned.json("check-paper", planned.folder / "plan.pdf")

    assert (said["state"], said["locked"], said["paper"]["version"]) == ("unchanged", False, 1)
    assert said["paper"]["handed_out"] == []
    assert len(said["paper"]["sha256"]) == 64


@pytest.mark.parametrize(("content", "said"), [(b"%PDF-1.4\n", "Ukendt."), (b"%PDF-1.4 /Encrypt 3 0 R", "adgangskode")])
def test_an_unknown_paper_is_code_1(planned: Shell, content: bytes, said: str) -> None:
    path = planned.folder / "andet.pdf"
    path.write_bytes(content)

    assert planned.run("check-paper", path) == 1
    assert said in planned.out


@pytest.mark.parametrize(("name", "said"), [("findes-ikke.pdf", "findes ikke"), ("prøve.key", "er ikke en PDF")])
def test_what_cannot_be_checked_is_code_1_and_a_sentence(planned: Shell, name: str, said: str) -> None:
    assert planned.run("check-paper", planned.folder / name) == 1

    assert planned.out == ""
    assert said in planned.err
