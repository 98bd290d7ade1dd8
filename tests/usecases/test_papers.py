"""Papers: made of the right source, kept byte for byte, and handed to somebody."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from koordinator.domain.agreement_rules import Promise
from koordinator.domain.codes import Role
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.ids import RowId
from koordinator.domain.meeting import Preparation
from koordinator.domain.minutes_correction import correction_of
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import note_order
from koordinator.domain.steps import Step
from koordinator.usecases.assessments import Assessments, Decision
from koordinator.usecases.handouts import Covering
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.plan_file import PlanFile
from tests.support.desk import services_at
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.support.office import TODAY


def said(paper: HandedPaper) -> list[Any]:
    contents: list[Any] = json.loads(paper.content)
    return contents


def plan_with_goal(world: MeetingWorld) -> PlanFile:
    file = world.plans.begin(world.actor, world.subject_id)
    assert file.plan is not None
    return world.plans.add_goal(world.actor, file.plan.id, "Rolige morgener")


def approved(world: MeetingWorld, file: PlanFile) -> PlanFile:
    assert file.plan is not None
    return world.plans.approve(world.actor, file.plan)


def test_a_paper_is_kept_as_it_was_made(world: MeetingWorld) -> None:
    plan_with_goal(world)

    made = world.make(PaperKind.PLAN, world.subject_id)
    again = world.papers.open(world.actor, made.paper.id)

    assert again == made
    assert made.paper.sha256 == hashlib.sha256(made.content).hexdigest()
    assert (made.paper.kind, made.paper.reader, made.paper.made_by_id) == (PaperKind.PLAN, Reader.CITIZEN, world.mette)
    entry = world.bench.log()[-2]
    assert (entry.kind, entry.thing_id, entry.codes) == ("paper", made.paper.id, "kind=plan reader=citizen")


def test_without_a_version_the_plan_is_a_draft(world: MeetingWorld) -> None:
    plan_with_goal(world)

    made = world.make(PaperKind.PLAN, world.subject_id)

    assert said(made)[0]["number"] is None
    assert made.paper.plan_version_id is None


def test_the_plan_is_the_newest_version_or_the_one_asked_for(world: MeetingWorld) -> None:
    file = approved(world, plan_with_goal(world))
    world.plans.score(world.actor, file.goals[0].id, 5)
    file = approved(world, file)

    newest = world.make(PaperKind.PLAN, world.subject_id, reader=Reader.PROFESSIONAL)
    first = world.make(PaperKind.PLAN, world.subject_id, number=1)

    content, style, previous = said(newest)
    assert (content["number"], previous["number"], style["reader"]) == (2, 1, "professional")
    assert newest.paper.plan_version_id == file.versions[1].id
    assert (said(first)[0]["number"], said(first)[2]) == (1, None)


@pytest.mark.parametrize("number", [None, 7])
def test_a_plan_that_is_not_there_is_not_made(world: MeetingWorld, number: int | None) -> None:
    if number is not None:
        approved(world, plan_with_goal(world))

    with pytest.raises(NotFound):
        world.make(PaperKind.PLAN, world.subject_id, number=number)

    assert world.papers.of_subject(world.actor, world.subject_id).papers == ()


def test_who_helps_with_what_is_a_sheet_from_trin_1_on(world: MeetingWorld) -> None:
    world.come_down()
    with world.bench.office.aside() as tx:
        (period,) = tx.of(CoordinatorPeriod).where()
        tx.of(CoordinatorPeriod).save(replace(period, until_on=TODAY))

    content = said(world.make(PaperKind.CONTACTS, world.subject_id))[0]

    assert [card["name"] for card in content["contacts"]] == ["Jens Ravn", "Trine Skov", "Kim Møller", "Ida Mikkelsen"]
    assert content["subject"]["name"] == "Lone Bæk"


def test_minutes_are_a_draft_until_the_meeting_is_closed(world: MeetingWorld) -> None:
    file = world.running()
    draft = world.make(PaperKind.MINUTES, world.subject_id, meeting_id=file.meeting.id)
    world.closing.close(world.actor, file.meeting.id)
    closed = world.make(PaperKind.MINUTES, world.subject_id, meeting_id=file.meeting.id)

    assert (said(draft)[0]["number"], said(closed)[0]["number"]) == (None, 1)
    assert closed.paper.meeting_id == file.meeting.id


def test_each_version_of_the_minutes_can_be_printed(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    world.closing.close(world.actor, meeting_id)
    first = world.closing.minutes(world.actor, meeting_id)
    world.closing.correct(world.actor, meeting_id, 1, correction_of(first, "Navn"))

    def number_of(asked: int | None) -> object:
        return said(world.make(PaperKind.MINUTES, world.subject_id, meeting_id=meeting_id, number=asked))[0]["number"]

    assert (number_of(None), number_of(1), number_of(2)) == (2, 1, 2)
    with pytest.raises(NotFound):
        number_of(3)


def test_the_plan_of_today_is_the_approved_one_until_something_is_new(world: MeetingWorld) -> None:
    plan = plan_with_goal(world)
    begun = said(world.make(PaperKind.PLAN, world.subject_id))
    file = approved(world, plan)
    same = world.make(PaperKind.PLAN, world.subject_id)
    assert file.plan is not None
    world.plans.add_goal(world.actor, file.plan.id, "En god skoledag")
    grown = world.make(PaperKind.PLAN, world.subject_id)
    for_one = world.make(PaperKind.PLAN, world.subject_id, party=world.parties[0])

    assert (begun[0]["number"], said(same)[0]["number"], said(grown)[0]["number"]) == (None, 1, None)
    assert same.paper.plan_version_id == file.versions[0].id
    assert grown.paper.plan_version_id is None
    assert said(grown)[2]["number"] == 1
    assert said(for_one) == said(grown)
    with pytest.raises(NotFound):
        world.make(PaperKind.PLAN, world.anna.subject_id)


def test_a_locked_assessment_becomes_a_note_for_the_file(world: MeetingWorld) -> None:
    assessments, actor = Assessments(world.bench.office), world.actor
    for reason in ("Første gang.", "Anden gang."):
        shown = assessments.open(actor, world.subject_id).assessment
        assessments.lock(actor, shown, Decision(Step.MEETINGS, reason))
        world.bench.clock.pass_days(1)
    second, first = assessments.history(actor, world.subject_id).locked

    notes = [world.papers.make(actor, note_order(world.subject_id, each.id)) for each in (first, second)]

    before, after = (said(note)[0] for note in notes)
    assert (before["last"], after["last"]["deviation_reason"]) == (None, "Første gang.")
    assert (after["decided_by"], after["subject"]["name"]) == ("Mette Holm", "Lone Bæk")
    assert notes[1].paper.kind is PaperKind.ASSESSMENT_NOTE
    assert world.papers.open(actor, notes[1].paper.id).content == notes[1].content


def test_the_papers_before_a_meeting(world: MeetingWorld) -> None:
    file = world.planned()
    blank = world.make(PaperKind.PREPARATION, world.subject_id, meeting_id=file.meeting.id)
    world.meetings.prepare(world.actor, Preparation(RowId(0), file.meeting.id, wants_to_discuss="Morgener"))

    filled = world.make(PaperKind.PREPARATION, world.subject_id, meeting_id=file.meeting.id)
    agenda = world.make(PaperKind.AGENDA, world.subject_id, meeting_id=file.meeting.id, reader=Reader.PROFESSIONAL)
    calendar = world.make(PaperKind.CALENDAR_FILE, world.subject_id, meeting_id=file.meeting.id)

    assert [said(each)[0]["wants_to_discuss"] for each in (blank, filled)] == ["", "Morgener"]
    assert said(agenda)[0]["addressee"]["name"] == ""
    assert len(said(agenda)[0]["agenda"]) == 7
    assert said(calendar)[0]["uid"] == file.meeting.uid
    assert [each.paper.kind for each in (filled, agenda, calendar)] == [
        PaperKind.PREPARATION,
        PaperKind.AGENDA,
        PaperKind.CALENDAR_FILE,
    ]
    assert world.status(file).value == "planned"


def test_the_sheet_to_take_home_is_made_while_people_are_still_there(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    world.room_plan.promise(world.actor, meeting_id, Promise("Ringer", employee_party(world.kim), TODAY))

    made = world.make(PaperKind.TAKE_HOME, world.subject_id, meeting_id=meeting_id, large_print=True)

    assert (made.paper.kind, made.paper.meeting_id) == (PaperKind.TAKE_HOME, meeting_id)
    assert b"Ringer" in made.content
    with pytest.raises(NotFound):
        world.make(PaperKind.TAKE_HOME, world.subject_id, meeting_id=world.planned().meeting.id)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.COORDINATOR])
def test_the_answer_to_the_right_of_access_is_for_those_who_may_prepare_it(
    world: MeetingWorld, role: Role, tmp_path: Path
) -> None:
    """It holds the CPR number, which nobody sees who only helps with something."""
    plan = world.make(PaperKind.CONTACTS, world.subject_id)
    access = services_at(world.bench).right_of_access
    answers = [give(world.actor, world.lone.id).paper for give in (access.report, access.data, access.log)]
    helper = replace(world.actor, employee_id=world.kim, roles=frozenset({role}))

    assert world.papers.open(helper, plan.paper.id).content == plan.content
    for paper in answers:
        for gives in (world.papers.open, world.papers.release):
            with pytest.raises(NotAllowed):
                gives(helper, paper.id)
            assert gives(world.actor, paper.id).paper == paper
        with pytest.raises(NotAllowed):
            world.handouts.make_ready(helper, paper.id, tmp_path / "ud", Covering("brev.txt", "Her er det"))
    assert not (tmp_path / "ud").exists()
