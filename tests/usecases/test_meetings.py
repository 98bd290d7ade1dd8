"""Meetings before they are held, on a real database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    Relation,
    RelationKind,
    Subject,
    SubjectKind,
)
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.errors import FieldMissing, NotFound, StaleVersion
from koordinator.domain.ids import AgendaItemId, EmployeeId, FamilyId, MeetingId, RowId, SubjectId
from koordinator.domain.meeting import (
    AgendaItem,
    AgendaKind,
    InvitationAnswer,
    MeetingKind,
    MeetingNotAhead,
    MeetingStatus,
    PlaceKind,
    Preparation,
)
from koordinator.domain.meeting_rules import AlreadyTakesPart, appointment_of
from koordinator.domain.organisation import Employee
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import ContactPerson
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import SOON, MeetingWorld, citizen_party, employee_party
from tests.support.office import TODAY

LATER = replace(SOON, starts_on=TODAY + timedelta(days=7), starts_clock=time(10), place_kind=PlaceKind.VIDEO, place="")


def titles(file: MeetingFile) -> list[str]:
    return [item.title for item in file.agenda]


def names(file: MeetingFile) -> list[str]:
    employees = [file.parties.employees[each.employee_id].name for each in file.participants if each.employee_id]
    citizens = [file.parties.citizens[each.citizen_id].name for each in file.participants if each.citizen_id]
    return citizens + employees


def test_a_planned_meeting_has_its_people_and_the_standard_agenda(world: MeetingWorld) -> None:
    file = world.planned()

    assert names(file) == ["Lone Bæk", "Mette Holm", "Kim Møller", "Bo Thygesen"]
    assert titles(file) == [
        "Velkomst", "Lones ord", "Siden sidst", "Kort om hver indsats", "Fælles mål", "Aftaler", "Næste møde",
    ]  # fmt: skip
    assert [item.kind for item in file.agenda] == list(AgendaKind)[:7]
    assert (file.meeting.status, file.meeting.course_id) == (MeetingStatus.PLANNED, world.course_id)
    assert (file.meeting.chair_id, file.meeting.minute_taker_id, file.coordinator_id) == (world.mette,) * 3
    assert appointment_of(file.meeting) == SOON


def test_the_audit_log_says_what_was_done_in_codes_alone(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.answer(world.actor, file.participants[0].id, InvitationAnswer.YES, "glæder mig")

    planned, answered = world.bench.log()[-2:]

    assert (planned.action, planned.kind, planned.thing_id) == (Action.PLAN_MEETING, "meeting", file.meeting.id)
    assert (answered.action, answered.subject_id, answered.codes) == (
        Action.ANSWER_INVITATION,
        world.subject_id,
        "answer=yes",
    )


def test_the_network_the_coordinator_and_caseworkers_are_suggested(world: MeetingWorld) -> None:
    suggestion = world.meetings.suggest(world.actor, world.subject_id)

    suggested = {candidate.name: candidate.suggested for candidate in suggestion.candidates}
    assert suggested == {
        "Lone Bæk": True,
        "Anna Bæk": False,
        "Mette Holm": True,
        "Jens Ravn": True,
        "Trine Skov": True,
        "Kim Møller": True,
        "Ida Mikkelsen": True,
    }
    assert citizen_party(world.anna.id) not in suggestion.parties
    assert employee_party(world.ida) in suggestion.parties


def test_a_custody_holder_is_suggested_and_who_has_left_is_not(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(world.lone, born_on=date(2009, 3, 12)))
        tx.of(Relation).add(Relation(RowId(0), world.lone.id, world.anna.id, RelationKind.CUSTODY_HOLDER))
        teacher = tx.of(ContactPerson).get(world.teacher)
        tx.of(ContactPerson).save(replace(teacher, until_on=TODAY))

    suggestion = world.meetings.suggest(world.actor, world.subject_id)

    assert citizen_party(world.anna.id) in suggestion.parties
    assert "Trine Skov" not in {candidate.name for candidate in suggestion.candidates}


def test_the_first_meeting_is_suggested_on_a_weekday_in_two_weeks(world: MeetingWorld) -> None:
    appointment = world.meetings.suggest(world.actor, world.subject_id).appointment

    assert (appointment.starts_on, appointment.starts_clock) == (date(2026, 12, 7), time(13))
    assert appointment.place_kind is PlaceKind.TOWN_HALL


def test_the_next_meeting_is_suggested_where_the_last_one_was(world: MeetingWorld) -> None:
    file = world.closing.close(world.actor, world.running().meeting.id)

    appointment = world.meetings.suggest(world.actor, world.subject_id).appointment

    assert appointment == replace(appointment_of(file.meeting), starts_on=date(2027, 2, 19))


def test_a_family_meeting_has_the_familys_words_and_not_the_children(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen, role in ((world.lone, FamilyRole.ADULT), (world.anna, FamilyRole.CHILD)):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, role, TODAY))

    suggestion = world.meetings.suggest(world.actor, subject.id)
    file = world.meetings.plan(world.actor, subject.id, SOON, suggestion.parties, MeetingKind.NETWORK)

    assert "Familien Bæks ord" in titles(file)
    assert citizen_party(world.anna.id) not in suggestion.parties
    assert (file.people.name, file.meeting.kind, file.meeting.course_id) == ("Familien Bæk", MeetingKind.NETWORK, None)
    assert file.people.counting == {world.lone.id, world.anna.id}
    assert file.meeting.chair_id == world.mette


def test_preparation_is_kept_and_changed(world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id
    first = world.meetings.prepare(
        world.actor, Preparation(RowId(0), meeting_id, wants_to_discuss=" Morgener ", place_wish="Hjemme")
    )
    assert first.preparation is not None
    assert (first.preparation.wants_to_discuss, first.preparation.prepared_on) == ("Morgener", TODAY)

    second = world.meetings.prepare(world.actor, replace(first.preparation, must_not_be_discussed="Økonomi"))

    assert second.preparation is not None
    assert second.preparation.must_not_be_discussed == "Økonomi"
    with pytest.raises(StaleVersion):
        world.meetings.prepare(world.actor, first.preparation)


def test_a_planned_meeting_is_corrected_without_a_trace(world: MeetingWorld) -> None:
    file = world.planned()

    moved = world.meetings.move(world.actor, file.meeting, LATER)

    assert appointment_of(moved.meeting) == LATER
    assert (moved.moves, moved.meeting.calendar_sequence) == ((), 0)


def test_a_meeting_people_were_invited_to_is_moved_with_a_reason_and_asked_about_again(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.answer(world.actor, file.participants[0].id, InvitationAnswer.YES)
    invited = world.invitations.invite(world.actor, file.meeting.id).file
    with pytest.raises(FieldMissing):
        world.meetings.move(world.actor, invited.meeting, LATER)

    moved = world.meetings.move(world.actor, invited.meeting, LATER, "Lone er syg")

    assert (moved.meeting.status, moved.meeting.calendar_sequence) == (MeetingStatus.PLANNED, 1)
    assert [(move.from_starts_on, move.reason) for move in moved.moves] == [(TODAY, "Lone er syg")]
    assert moved.not_invited == moved.participants
    assert {each.answer for each in moved.participants} == {InvitationAnswer.NONE}


def test_two_windows_on_one_meeting_do_not_overwrite_each_other(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.move(world.actor, file.meeting, LATER)

    with pytest.raises(StaleVersion):
        world.meetings.move(world.actor, file.meeting, SOON)
    with pytest.raises(StaleVersion):
        world.meetings.choose_roles(world.actor, replace(file.meeting, chair_id=world.kim))


def test_chair_and_minute_taker_are_two_roles(world: MeetingWorld) -> None:
    file = world.planned()

    changed = world.meetings.choose_roles(
        world.actor, replace(file.meeting, chair_id=world.kim, kind=MeetingKind.NETWORK, status=MeetingStatus.HELD)
    )

    assert (changed.meeting.chair_id, changed.meeting.minute_taker_id) == (world.kim, world.mette)
    assert (changed.meeting.kind, changed.meeting.status) == (MeetingKind.NETWORK, MeetingStatus.PLANNED)


def test_participants_come_and_go_and_the_calendar_file_follows(world: MeetingWorld) -> None:
    file = world.planned()
    jens = Party(PartyKind.CONTACT_PERSON, world.jens)

    assert world.meetings.add_participant(world.actor, file.meeting.id, jens).meeting.calendar_sequence == 0
    with pytest.raises(AlreadyTakesPart):
        world.meetings.add_participant(world.actor, file.meeting.id, jens)
    world.invitations.invite(world.actor, file.meeting.id)
    added = world.meetings.add_participant(world.actor, file.meeting.id, employee_party(world.ida))
    removed = world.invitations.take_off(world.actor, added.participants[-1].id).file

    assert [each.employee_id for each in added.not_invited] == [world.ida]
    assert (added.meeting.calendar_sequence, added.meeting.status) == (1, MeetingStatus.INVITED)
    assert (removed.meeting.calendar_sequence, len(removed.participants)) == (2, 5)


def test_an_answer_and_a_written_contribution_are_noted(world: MeetingWorld) -> None:
    file = world.planned()
    bo = file.participants[3]

    world.meetings.answer(world.actor, bo.id, InvitationAnswer.NO, "ferie")
    changed = world.meetings.contribute(world.actor, bo.id, "Praktikken går godt.").participants[3]

    assert (changed.answer, changed.answer_note) == (InvitationAnswer.NO, "ferie")
    assert changed.written_contribution == "Praktikken går godt."


def test_the_agenda_is_changed_ordered_and_closed_up(world: MeetingWorld) -> None:
    file = world.planned()
    money = AgendaItem(AgendaItemId(0), file.meeting.id, 3, AgendaKind.OTHER, "Økonomi", 10)

    added = world.meetings.save_item(world.actor, money)
    assert titles(added)[:4] == ["Velkomst", "Lones ord", "Økonomi", "Siden sidst"]
    renamed = world.meetings.save_item(world.actor, replace(added.agenda[2], title="Penge", position=3))
    assert titles(renamed)[2] == "Penge"
    moved = world.meetings.move_item(world.actor, renamed.agenda[2].id, 1)
    assert titles(moved)[0] == "Penge"
    removed = world.meetings.remove_item(world.actor, moved.agenda[0].id)

    assert titles(removed) == titles(file)
    assert [item.position for item in removed.agenda] == list(range(1, 8))


def test_a_wish_is_saved_by_itself_and_the_others_stay_as_they_are_stored(world: MeetingWorld) -> None:
    blank = Preparation(RowId(0), world.planned().meeting.id)
    since = len(world.bench.log())
    world.meetings.write_wish(world.actor, blank, "wants_to_discuss", "Morgener")

    file = world.meetings.write_wish(world.actor, blank, "place_wish", "Hjemme")

    assert file.preparation is not None
    assert (file.preparation.wants_to_discuss, file.preparation.place_wish) == ("Morgener", "Hjemme")
    assert [entry.action for entry in world.bench.log()[since:]] == [Action.PLAN_MEETING] * 2
    with pytest.raises(StaleVersion):
        world.meetings.write_wish(world.actor, blank, "place_wish", "Rådhuset")


def test_a_running_meeting_is_prepared_no_more(world: MeetingWorld) -> None:
    file = world.running()
    participant, item = file.participants[0], file.agenda[0]
    changes: list[Callable[[], object]] = [
        lambda: world.meetings.prepare(world.actor, Preparation(RowId(0), file.meeting.id)),
        lambda: world.meetings.move(world.actor, file.meeting, LATER, "grund"),
        lambda: world.meetings.choose_roles(world.actor, file.meeting),
        lambda: world.meetings.add_participant(world.actor, file.meeting.id, employee_party(world.ida)),
        lambda: world.invitations.take_off(world.actor, participant.id),
        lambda: world.meetings.answer(world.actor, participant.id, InvitationAnswer.YES),
        lambda: world.meetings.contribute(world.actor, participant.id, "x"),
        lambda: world.meetings.save_item(world.actor, item),
        lambda: world.meetings.move_item(world.actor, item.id, 2),
        lambda: world.meetings.remove_item(world.actor, item.id),
    ]

    for change in changes:
        with pytest.raises(MeetingNotAhead):
            change()

    again = world.meetings.open(world.actor, file.meeting.id)
    assert replace(again, can_undo=file.can_undo) == file


def test_a_meeting_that_does_not_exist_is_not_found(world: MeetingWorld) -> None:
    with pytest.raises(NotFound):
        world.meetings.open(world.actor, MeetingId(99))


def test_without_a_coordinator_the_one_who_plans_leads(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        (period,) = tx.of(CoordinatorPeriod).where()
        tx.of(CoordinatorPeriod).save(replace(period, until_on=TODAY))
        kim = tx.of(Employee).get(world.kim)

    file = world.meetings.plan(world.colleague(EmployeeId(kim.id)), world.subject_id, SOON, ())

    assert (file.coordinator_id, file.meeting.chair_id, file.participants) == (None, world.kim, ())
    closed = world.closing.close(world.actor, world.room.open(world.actor, file.meeting.id).meeting.id).meeting
    assert (closed.coordinator_id, closed.team_id, closed.department_id) == (None, None, None)
    assert world.closing.minutes(world.actor, closed.id).coordinator is None
