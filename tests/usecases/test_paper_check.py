"""Is this file a paper of ours, and is it as it was made?"""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.minutes_content import read_minutes
from koordinator.domain.minutes_correction import correction_of
from koordinator.domain.paper import HandoutWay, PaperKind
from koordinator.domain.paper_check import MAX_MEGABYTES, PaperRefusal, PaperRefused, PaperState
from koordinator.domain.paper_order import PaperOrder
from koordinator.integrations.paper_files import PapersOnDisk
from koordinator.usecases.paper_check import PaperCheck
from koordinator.usecases.papers import HandedPaper, Papers
from tests.documents.press import MAKERS
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY


@pytest.fixture
def checking(world: MeetingWorld) -> PaperCheck:
    return PaperCheck(world.bench.office, PapersOnDisk())


def drawn_plan(world: MeetingWorld) -> HandedPaper:
    """A real PDF of an approved version."""
    plan = world.plans.open(world.actor, world.subject_id).plan or world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    file = world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    assert file.plan is not None
    world.plans.approve(world.actor, file.plan)
    return Papers(world.bench.office, MAKERS).make(world.actor, PaperOrder(PaperKind.PLAN, world.subject_id))


def written(folder: Path, content: bytes) -> Path:
    path = folder / "papir.pdf"
    path.write_bytes(content)
    return path


def test_a_paper_is_known_by_its_bytes(world: MeetingWorld, checking: PaperCheck, tmp_path: Path) -> None:
    made = drawn_plan(world)
    given = (HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER),)
    noted = world.handouts.note(world.actor, world.subject_id, HandedThing(made.paper.id), given)

    checked = checking.check(world.actor, written(tmp_path, made.content))

    assert (checked.state, checked.is_locked) == (PaperState.UNCHANGED, False)
    known = checked.known
    assert known is not None
    assert (known.paper, known.facts.kind, known.facts.number, known.newer) == (made.paper, PaperKind.PLAN, 1, None)
    assert (known.about, known.made_by, known.handouts) == ("Lone Bæk", "Mette Holm", noted)
    entry = world.bench.log()[-1]
    assert (entry.kind, entry.thing_id, entry.codes) == ("paper", made.paper.id, "unchanged")


@pytest.mark.parametrize(("old", "new"), [(b"%%EOF\n", b"%%EOF\n "), (b"/Info", b"/Infq"), (b"%PDF-1.7", b"%PDF-1.6")])
def test_one_byte_is_enough_to_say_that_it_is_changed(
    world: MeetingWorld, checking: PaperCheck, tmp_path: Path, old: bytes, new: bytes
) -> None:
    made = drawn_plan(world)
    assert old in made.content

    checked = checking.check(world.actor, written(tmp_path, made.content.replace(old, new, 1)))

    assert checked.state is PaperState.CHANGED
    assert checked.known is not None
    assert checked.known.paper == made.paper


@pytest.mark.parametrize("pages_gone", [0, 1])
def test_what_another_program_saved_is_known_and_changed(
    world: MeetingWorld, checking: PaperCheck, tmp_path: Path, pages_gone: int
) -> None:
    made = drawn_plan(world)
    path = tmp_path / "gemt.pdf"
    document = PdfDocument(made.content)
    for _ in range(pages_gone):
        del document[0]
    document.save(path)
    document.close()

    checked = checking.check(world.actor, path)

    assert checked.state is PaperState.CHANGED
    assert checked.known is not None
    assert checked.known.paper == made.paper


def test_a_password_hides_what_else_was_changed(world: MeetingWorld, checking: PaperCheck, tmp_path: Path) -> None:
    locked = b"trailer<</Encrypt 9 0 R>>"
    ours = checking.check(world.actor, written(tmp_path, drawn_plan(world).content + locked))
    foreign = checking.check(world.actor, written(tmp_path, b"%PDF-1.7\n" + locked))

    assert (ours.state, ours.is_locked, ours.known is not None) == (PaperState.LOCKED, True, True)
    assert (foreign.state, foreign.is_locked, foreign.known) == (PaperState.UNKNOWN, True, None)


def test_an_older_version_says_that_there_is_a_newer(world: MeetingWorld, checking: PaperCheck, tmp_path: Path) -> None:
    first = drawn_plan(world)
    drawn_plan(world)

    known = checking.check(world.actor, written(tmp_path, first.content)).known

    assert known is not None
    assert (known.paper.number, known.newer) == (1, 2)


def test_minutes_are_known_with_their_meeting_and_number(
    world: MeetingWorld, checking: PaperCheck, tmp_path: Path
) -> None:
    papers, file = Papers(world.bench.office, MAKERS), world.running()
    draft = papers.make(world.actor, PaperOrder(PaperKind.MINUTES, world.subject_id, meeting_id=file.meeting.id))
    closed = world.closing.close(world.actor, file.meeting.id)
    made = papers.make(world.actor, PaperOrder(PaperKind.MINUTES, world.subject_id, meeting_id=file.meeting.id))
    correction = correction_of(read_minutes(closed.minutes[-1]), "Et navn var forkert", "Det var mig")
    world.closing.correct(world.actor, file.meeting.id, 1, correction)

    unfinished = checking.check(world.actor, written(tmp_path, draft.content)).known
    known = checking.check(world.actor, written(tmp_path, made.content)).known

    assert unfinished is not None
    assert (unfinished.facts.number, unfinished.newer) == (None, None)
    assert known is not None
    assert (known.facts.meeting_on, known.facts.number, known.newer) == (TODAY, 1, 2)


def test_what_we_did_not_make_is_unknown(world: MeetingWorld, checking: PaperCheck, tmp_path: Path) -> None:
    checked = checking.check(world.actor, written(tmp_path, b"%PDF-1.4\n%%EOF"))

    assert (checked.state, checked.known) == (PaperState.UNKNOWN, None)
    assert world.bench.log()[-1].codes == "unknown"


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", PaperRefusal.EMPTY), (b"PK\x03\x04", PaperRefusal.NOT_A_PDF), (b"Hej", PaperRefusal.NOT_A_PDF)],
)
def test_what_is_no_pdf_is_refused(
    world: MeetingWorld, checking: PaperCheck, tmp_path: Path, content: bytes, why: PaperRefusal
) -> None:
    with pytest.raises(PaperRefused) as refused:
        checking.check(world.actor, written(tmp_path, content))

    assert (refused.value.why, refused.value.file_name) == (why, "papir.pdf")


def test_what_cannot_be_read_is_refused(world: MeetingWorld, checking: PaperCheck, tmp_path: Path) -> None:
    huge = tmp_path / "stor.pdf"
    with huge.open("wb") as file:
        file.truncate(MAX_MEGABYTES * 1_000_000 + 1)

    for path, why in (
        (tmp_path / "findes-ikke.pdf", PaperRefusal.NOT_FOUND),
        (tmp_path, PaperRefusal.IS_FOLDER),
        (huge, PaperRefusal.TOO_BIG),
        (tmp_path / ("n" * 300), PaperRefusal.NO_ACCESS),
    ):
        with pytest.raises(PaperRefused) as refused:
            checking.check(world.actor, path)
        assert refused.value.why is why
