"""All papers of a meeting in one folder: each reader's own, nothing written over, and nothing for who may have none."""

from pathlib import Path

import pytest

from koordinator.domain.output_file import OutputNotWritten
from koordinator.domain.paper import PaperKind, Reader
from koordinator.integrations.output_files import OutputFilesOnDisk
from koordinator.usecases.meeting_papers import MeetingPapers
from koordinator.usecases.paper_batch import PaperBatch
from tests.support.meeting_set import consent_without_money, held_with_extracts
from tests.support.meeting_world import MeetingWorld


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Møde"
    made.mkdir()
    return made


def saving(world: MeetingWorld) -> MeetingPapers:
    return MeetingPapers(world.bench.office, PaperBatch(world.many_papers, OutputFilesOnDisk()))


def test_each_reader_gets_their_own_and_nothing_is_written_over(world: MeetingWorld, folder: Path) -> None:
    meeting_id = held_with_extracts(world, readers=2)
    (folder / "Minutes.pdf").write_text("En andens", encoding="utf-8")
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    saved = saving(world).save_all(world.actor, meeting_id, folder, tell)

    assert saved.names == (
        *("minutes 2.pdf", "minutes 3.pdf", "take-home.pdf", "plan.pdf", "plan 2.pdf", "contacts.pdf"),
        *("minutes 4.pdf", "plan 3.pdf", "minutes 5.pdf", "plan 4.pdf", "meeting.ics"),
    )
    assert sorted(path.name for path in folder.iterdir()) == sorted(("Minutes.pdf", *saved.names))
    assert (folder / "Minutes.pdf").read_text(encoding="utf-8") == "En andens"
    assert told == [(done, 11) for done in range(12)]
    papers = world.papers.of_subject(world.actor, world.subject_id).papers
    made = {(paper.kind, paper.reader, paper.made_for) for paper in papers}
    assert {(PaperKind.MINUTES, Reader.CITIZEN, ""), (PaperKind.PLAN, Reader.PROFESSIONAL, "")} <= made
    assert {made_for for kind, _reader, made_for in made if kind is PaperKind.PLAN} == {
        "",
        "Fagperson 1",
        "Fagperson 2",
    }
    kept = {world.papers.open(world.actor, paper.id).content for paper in papers}
    assert {(folder / name).read_bytes() for name in saved.names} == kept


def test_stopping_keeps_what_is_there(world: MeetingWorld, folder: Path) -> None:
    meeting_id = held_with_extracts(world, readers=1)

    saved = saving(world).save_all(world.actor, meeting_id, folder, lambda done, _total: done < 3)

    assert saved.was_stopped
    assert saved.names == ("minutes.pdf", "minutes 2.pdf", "take-home.pdf")
    assert {path.name for path in folder.iterdir()} == set(saved.names)


def test_who_is_not_covered_gets_nothing(world: MeetingWorld, folder: Path) -> None:
    meeting_id = held_with_extracts(world, readers=1)
    for given in world.consents.open(world.actor, world.subject_id).given:
        world.consents.withdraw(world.actor, given.consent.id)

    names = saving(world).save_all(world.actor, meeting_id, folder).names

    assert "minutes 3.pdf" not in names
    consent_without_money(world, [world.kim])
    assert "minutes 5.pdf" in saving(world).save_all(world.actor, meeting_id, folder).names


def test_a_folder_that_is_not_there_is_named(world: MeetingWorld, folder: Path) -> None:
    meeting_id = held_with_extracts(world, readers=0)

    with pytest.raises(OutputNotWritten):
        saving(world).save_all(world.actor, meeting_id, folder / "ingen")
