"""`koordinator plan pdf`: the plan as a file, for each reader, read back."""

import pytest
from pypdfium2 import PdfDocument

from koordinator.domain.access import Channel
from koordinator.domain.citizen import FamilyRole
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.families import NewMember
from tests.cli.running import Shell
from tests.support.desk import services_at
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench


@pytest.fixture
def planned(shell: Shell) -> Shell:
    """Lone (1) has an approved plan; Anna (2) has none."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    world = make_world(Bench(database))
    services, actor = services_at(world.bench, Channel.COMMAND_LINE), world.actor
    plan = services.plans.begin(actor, world.subject_id).plan
    assert plan is not None
    filled = services.plans.add_goal(actor, plan.id, "Rolige morgener").plan
    assert filled is not None
    first = services.plans.approve(actor, filled).plan
    assert first is not None
    services.plans.add_goal(actor, plan.id, "En god skoledag")
    services.plans.approve(actor, first)
    services.families.create(actor, "Familien Bæk", (NewMember(world.anna.id, FamilyRole.CHILD),))
    database.close()
    return shell


def text_of(shell: Shell, name: str) -> str:
    document = PdfDocument(shell.folder / name)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("reader", ["citizen", "professional"])
def test_the_plan_as_a_file(planned: Shell, reader: str) -> None:
    assert planned.run("plan", "pdf", "120378-4444", "-o", planned.folder / "plan.pdf", "--for", reader) == 0

    assert "plan.pdf" in planned.out
    text = text_of(planned, "plan.pdf")
    assert "Rolige morgener" in text
    assert "120378-4444" not in text


def test_who_helps_with_what(planned: Shell) -> None:
    assert planned.run("plan", "pdf", "1", "-o", planned.folder / "hjælp.pdf", "--for", "contacts") == 0
    assert "Mette Holm" in text_of(planned, "hjælp.pdf")


def test_for_programs(planned: Shell) -> None:
    path = planned.folder / "plan.pdf"
    told = planned.json("plan", "pdf", "1", "-o", path, "--plan-version", "2")

    assert told == {"file": str(path)}
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("wanted", [["999"], ["1", "--plan-version", "7"], ["2"], ["010190-1234"]])
def test_what_is_not_there_is_refused_with_a_sentence(planned: Shell, wanted: list[str]) -> None:
    path = planned.folder / "plan.pdf"

    assert planned.run("plan", "pdf", *wanted, "-o", path) == 1
    assert planned.err.strip()
    assert "Traceback" not in planned.err
    assert not path.exists()


def test_without_a_file_it_is_wrong_usage(planned: Shell) -> None:
    assert planned.run("plan", "pdf", "1") == 2


def test_two_versions_are_compared(planned: Shell) -> None:
    assert planned.run("plan", "compare", "1", "--from", "1", "--to", "2") == 0
    assert "Mål · 1 ændring" in planned.out
    assert "Nu: En god skoledag" in planned.out

    assert planned.run("plan", "compare", "1", "--from", "2") == 0
    assert "ikke ændret noget" in planned.out


def test_a_comparison_for_programs(planned: Shell) -> None:
    told = planned.json("plan", "compare", "1", "--from", "1", "--to", "2")

    assert (told["from"], told["to"]) == (1, 2)
    assert told["changes"] == [
        {"section": "goals", "mark": "new", "before": None, "after": ["En god skoledag", "I gang"]}
    ]


def test_a_version_that_is_not_there_is_refused(planned: Shell) -> None:
    assert planned.run("plan", "compare", "1", "--from", "9") == 1
    assert planned.run("plan", "compare", "1", "--from", "1", "--to", "9") == 1
    assert planned.run("plan", "compare", "1") == 2


def test_the_plan_for_one_person_is_what_the_consent_lets_them_have(planned: Shell) -> None:
    path = planned.folder / "plan.pdf"

    assert planned.run("plan", "pdf", "1", "-o", path, "--reader", "kim møller") == 1
    assert "Kim Møller er ikke omfattet af et samtykke" in planned.err
    assert not path.exists()
    assert planned.run("plan", "pdf", "1", "-o", path, "--reader", "Mette Holm") == 0
    assert "Rolige morgener" in text_of(planned, "plan.pdf")
    assert planned.run("plan", "pdf", "1", "-o", planned.folder / "ingen.pdf", "--reader", "Ingen Jensen") == 1
    assert "Ingen Jensen" in planned.err
