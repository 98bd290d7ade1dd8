"""What the page says, of a meeting as it was read."""

from datetime import time, timedelta

import pytest

from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.meeting import Attendance, NoteKind
from koordinator.domain.meeting_rules import Evaluation
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.paper import PaperKind
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting import view_state as state
from tests.support.meeting_world import MeetingWorld, employee_party, make_world
from tests.support.office import TODAY, Bench


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


def test_chips_say_who_and_how(world: MeetingWorld) -> None:
    file = world.running()
    file = world.room.attend(world.actor, file.participants[2], Attendance.PRESENT, time(13, 20))
    file = world.room.contribute(world.actor, file.participants[3], "Bo hilser")

    assert [chip.text for chip in state.chips(file)] == [
        "✓ Lone",
        "✓ Mette, mødeleder og referent",
        "✓ Kim, Familie · kom 13.20",
        "– Bo, Arbejdsmarked og Uddannelse · skriftligt bidrag",
    ]


def test_a_note_without_an_item_stands_under_the_first(world: MeetingWorld) -> None:
    file = world.running()
    file = world.room_plan.note(world.actor, file.meeting.id, NoteDraft(NoteKind.SAID, "Hej"))

    assert state.notes_under(file, file.agenda[0]) == file.notes
    assert state.notes_under(file, file.agenda[1]) == ()
    assert state.note_heading(file, file.notes[0]) == "Lone sagde"
    assert state.shown_item(file, None) == file.agenda[0]
    assert state.shown_item(file, file.agenda[2].id) == file.agenda[2]


def test_the_time_goes_and_runs_over(world: MeetingWorld) -> None:
    file = world.running()

    assert state.time_used(file, file.now + timedelta(minutes=16)).words == "16 minutter brugt af 75"
    over = state.time_used(file, file.now + timedelta(minutes=80))
    assert (over.used, over.words) == (75, "5 minutter over tiden")


def test_what_an_agreement_lacks_is_said(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    world.room_plan.promise(world.actor, meeting_id, Promise("Ringer"))
    file = world.room_plan.promise(world.actor, meeting_id, Promise("Skriver", employee_party(world.kim), TODAY))
    file = world.room_plan.ask(world.actor, meeting_id, Question("Støtte", world.handicap, world.ida, TODAY))

    first, second = state.promises(file)
    assert (first.detail, first.lacks) == ("", "mangler navn, mangler dato")
    assert (second.detail, second.lacks) == ("Kim Møller · senest 21. november", "")
    (question,) = state.questions(file)
    assert question.what == "Støtte · Handicap"
    assert question.is_complete


def test_goals_with_their_scores(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    file = world.room_plan.set_goal(world.actor, meeting_id, "Rolige morgener")
    assert state.goals(file)[0].progress == "ikke vurderet endnu"
    file = world.room_plan.score(world.actor, meeting_id, file.goals[0].id, 5)

    (goal,) = state.goals(file)
    assert (goal.title, goal.progress, goal.scores) == ("Mål 1 · Rolige morgener", "Lone: nu 5 af 10", (5,))


def test_the_citizens_answers(world: MeetingWorld) -> None:
    file = world.running()
    assert state.answers(file) == ()
    file = world.closing.evaluate(world.actor, file.meeting.id, Evaluation(4, None, 0))

    assert [answer for _question, answer in state.answers(file)] == ["4 · Rigtig godt", "Intet svar", "0 · Slet ikke"]


def test_a_planned_meeting_has_no_letters_of_its_own(world: MeetingWorld) -> None:
    papers = world.invitations.invite(world.actor, world.planned().meeting.id).papers
    file = world.planned()
    assert state.last_letters(file, papers) == ()


def test_the_letters_of_a_cancelled_meeting_are_those_that_call_it_off(world: MeetingWorld) -> None:
    meeting = world.invitations.invite(world.actor, world.planned().meeting.id).file.meeting
    world.bench.clock.pass_days(1)
    called_off = world.invitations.cancel(world.actor, meeting, "Lone er syg")
    world.bench.clock.pass_days(1)
    kim = employee_party(world.kim)
    world.make(PaperKind.INVITATION, world.subject_id, meeting_id=meeting.id, party=kim, large_print=True)

    papers = world.papers.of_subject(world.actor, world.subject_id).papers
    assert set(state.last_letters(called_off.file, papers)) == set(called_off.papers)


def test_a_family_is_called_by_its_name() -> None:
    assert texts.with_name(texts.PLACE_KIND, "Familien Bæk") == "Hvor vil familien Bæk mødes?"
    assert texts.with_name(texts.CITIZENS_ANSWERS, "Familien Bæk") == "Familien Bæks svar"
    assert texts.with_name(texts.CITIZENS_ANSWERS, "Lone Bæk") == "Lones svar"
