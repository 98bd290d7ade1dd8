"""What happens in a story, each act through the same use cases that the window uses."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from koordinator.domain.access import Actor
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.citizen import FamilyRole, LeaveReason
from koordinator.domain.consent import GivenConsent, Recipient, consent_exception
from koordinator.domain.contact_note import Contact
from koordinator.domain.danish_day import wall_after
from koordinator.domain.ids import AgendaItemId, CitizenId, MeetingId, SubjectId
from koordinator.domain.meeting import (
    AgendaKind,
    Attendance,
    InvitationAnswer,
    Meeting,
    NoteKind,
    Participant,
    PlaceKind,
)
from koordinator.domain.meeting_rules import Appointment, Evaluation, appointment_of
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.steps import Step
from koordinator.domain.takeover import TakeoverOutcome
from koordinator.usecases.assessments import Decision
from koordinator.usecases.consents import new_consent
from koordinator.usecases.demo.settle import Home, Office
from koordinator.usecases.demo.town import Theme, TownWords, fitting
from koordinator.usecases.meeting_file import MeetingFile

_SOME_KEEP_MONEY_APART = 3
_STARTS = (time(9, 30), time(10), time(13), time(14))


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a story is about, and who coordinates."""

    office: Office
    home: Home
    number: int
    """The member's place in the household; a family's story is told by the first."""
    subject_id: SubjectId

    @property
    def theme(self) -> Theme:
        """What the course is about."""
        return self.home.theme

    @property
    def words(self) -> TownWords:
        """What the stories say in Danish."""
        return self.office.town.words

    @property
    def actor(self) -> Actor:
        """The coordinator who acts."""
        return self.office.actor(self.home.household.coordinator)

    @property
    def citizen_id(self) -> CitizenId:
        """The citizen in the centre."""
        return self.home.citizens[self.number].id

    def day(self, on: date) -> int:
        """The day as stories count: from today, negative before."""
        return (on - self.office.today).days

    def helper(self, number: int) -> Party:
        """A professional of the theme: the caseworker of one of its cases."""
        case = self.theme.cases[(number - 1) % len(self.theme.cases)]
        return Party(PartyKind.EMPLOYEE, self.office.employee_in(case.department, self.citizen_id + number))


def begin_assessment(cast: Cast, step: Step) -> Assessment:
    """An assessment whose answers point at about the step, and nothing decided."""
    services, actor = cast.office.services, cast.actor
    file = services.assessments.open(actor, cast.subject_id)
    return services.assessments.answer(actor, file.assessment, _answers(cast, step))


def assess(cast: Cast, step: Step, reason: str = "") -> None:
    """An assessment whose answers point at about the step, decided as the step."""
    answered = begin_assessment(cast, step)
    why = reason or ("" if answered.recommended_step is step else cast.words.deviation)
    cast.office.services.assessments.lock(cast.actor, answered, Decision(step, why))


def move_out(cast: Cast) -> None:
    """The citizen leaves the family."""
    services, actor = cast.office.services, cast.actor
    known = services.citizens.open(actor, cast.citizen_id).family
    members = known.members if known is not None else ()
    for member in members:
        if member.citizen.id == cast.citizen_id:
            services.families.leave(actor, member.membership.id, LeaveReason.MOVED_OUT)


def _answers(cast: Cast, step: Step) -> tuple[Answer, ...]:
    theme = cast.theme
    high = step >= Step.MEETINGS
    given = {
        "complexity": theme.complexity if high else "simple",
        "self_coordination": theme.self_coordination if high else "with_support",
        "connection": theme.connection if high else "separate",
        "conflicting_plans": "clash" if high else "fit",
        "stability": theme.stability if high else "stable",
    }
    if step is Step.ONE_CASEWORK:
        given |= {
            "family": "connected",
            "connection": "lock",
            "complexity": "very_complex",
            "self_coordination": "not_at_all",
        }
    citizens = {"self_coordination": "with_support", "stability": given["stability"]} if high else {}
    return tuple(
        Answer(
            ParameterKey(key),
            OptionKey(option),
            OptionKey(citizens[key]) if key in citizens else None,
        )
        for key, option in given.items()
    )


def take_on(cast: Cast, consent_days: int) -> None:
    """The citizen comes onto trin 2, gets a coordinator, and says that those who help may talk together."""
    assess(cast, Step.MEETINGS)
    choose_coordinator(cast)
    give_consent(cast, consent_days)


def choose_coordinator(cast: Cast) -> None:
    """The household's coordinator takes the course, and offers to be the fast sagsbehandler."""
    services, actor = cast.office.services, cast.actor
    services.courses.choose_coordinator(actor, cast.subject_id, actor.employee_id)
    services.primary_caseworkers.choose(actor, cast.citizen_id, actor.employee_id)


def take_over(cast: Cast, *, but: str = "", waits_days: int = 0) -> None:
    """The team takes over from every department but the named one, which may say why it waits so many days."""
    services, today, family = cast.office.services, cast.office.clock.today(), cast.home.family
    if family is None:
        return
    file = services.families.open(cast.actor, family.id)
    for line in file.course_file.checklist:
        if file.departments[line.department_id].name != but:
            done = replace(line, until_on=today, outcome=TakeoverOutcome.TAKEN_OVER)
            services.takeovers.save(cast.actor, done)
        elif waits_days:
            until = today + timedelta(days=waits_days)
            services.takeovers.save(cast.actor, replace(line, expected_on=until, wait_reason=cast.words.takeover_waits))


def give_consent(cast: Cast, days: int) -> None:
    """A consent for so many days; in a family each member's, by one of the adults for the children."""
    members = cast.home.citizens if cast.home.family is not None else (cast.home.citizens[cast.number],)
    left_out = _left_out(cast)
    for citizen in members:
        consent = new_consent(
            citizen.id,
            cast.words.consent_purpose,
            cast.words.consent_shared_with,
            cast.words.consent_text.format(name=citizen.name),
        )
        until = cast.office.clock.today() + timedelta(days=days)
        not_covered = cast.words.consent_not_covered.format(name=left_out[1]) if left_out else ""
        filled = replace(consent, given_by=cast.home.citizens[0].name, until_on=until, not_covered=not_covered)
        exceptions = (consent_exception(Recipient(left_out[0]), cast.office.themes["finances"]),) if left_out else ()
        cast.office.services.consents.give(cast.actor, GivenConsent(filled, exceptions=exceptions))


def _left_out(cast: Cast) -> tuple[Party, str] | None:
    """In one course of so many a helper is not to hear about the money."""
    helper, members = cast.helper(2), cast.office.services.organisation.view(cast.office.owner).colleagues
    if cast.citizen_id % _SOME_KEEP_MONEY_APART or helper.id == cast.actor.employee_id:
        return None
    return helper, next(each.employee.name for each in members if each.employee.id == helper.id)


def plan_meeting(cast: Cast, in_days: int) -> MeetingFile:
    """A meeting so many days ahead, where the citizen wants it."""
    day = cast.office.clock.today() + timedelta(days=in_days)
    while in_days and day.weekday() > 4:
        day += timedelta(days=1)
    at_home = cast.citizen_id % 3 != 0 and not cast.home.household.protected
    place = (
        cast.words.place_at_home.format(name=cast.home.citizens[cast.number].name.split()[0])
        if at_home
        else cast.words.place_town_hall
    )
    kind = PlaceKind.HOME if at_home else PlaceKind.TOWN_HALL
    appointment = Appointment(day, _STARTS[cast.citizen_id % len(_STARTS)], 75, kind, place)
    return cast.office.services.meetings.plan(cast.actor, cast.subject_id, appointment, _parties(cast))


def _parties(cast: Cast) -> tuple[Party, ...]:
    own = Party(PartyKind.CITIZEN, cast.citizen_id)
    coordinator = Party(PartyKind.EMPLOYEE, cast.actor.employee_id)
    helpers = [cast.helper(number) for number in (1, 2)]
    return tuple(dict.fromkeys((own, coordinator, *helpers)))


def same_place_on(meeting: Meeting, day: date) -> Appointment:
    """The meeting's own time and place on another day."""
    return replace(appointment_of(meeting), starts_on=day)


def hold(cast: Cast, meeting_id: MeetingId, turn: int, next_in_days: int) -> None:
    """The meeting from the opening to the close. `turn` counts the course's meetings from 0."""
    services, actor = cast.office.services, cast.actor
    meeting = services.meetings.open(actor, meeting_id).meeting
    cast.office.wait_until(meeting.starts_clock)
    file = services.meeting_room.open(actor, meeting_id)
    for participant in file.participants:
        services.meeting_room.attend(actor, participant, _attendance(participant))
    _go_through_last_time(cast, file)
    _write(cast, file, turn)
    _work_on_goals(cast, meeting_id, turn)
    _promise(cast, file, turn)
    closing = services.meeting_closing
    closing.summarise(actor, meeting_id, cast.words.summary.format(wish=cast.theme.wish), read_aloud=True)
    closing.evaluate(actor, meeting_id, Evaluation(3 + turn % 2, 3, 2 + turn % 3))
    if next_in_days:
        closing.set_next(actor, meeting_id, _next(cast, file, next_in_days))
    for item in file.agenda:
        services.meeting_room.tick_item(actor, item, done=True)
    cast.office.wait_until(wall_after(meeting.starts_on, meeting.starts_clock, meeting.duration_minutes).time())
    closing.close(actor, meeting_id)


def _attendance(participant: Participant) -> Attendance:
    if participant.answer is not InvitationAnswer.NO:
        return Attendance.PRESENT
    return Attendance.WRITTEN if participant.written_contribution else Attendance.ABSENT


def _next(cast: Cast, file: MeetingFile, in_days: int) -> Appointment:
    day = cast.office.clock.today() + timedelta(days=in_days)
    while day.weekday() > 4:
        day += timedelta(days=1)
    meeting = file.meeting
    return Appointment(day, meeting.starts_clock, meeting.duration_minutes, meeting.place_kind, meeting.place)


def _go_through_last_time(cast: Cast, file: MeetingFile) -> None:
    room, actor = cast.office.services.meeting_room_plan, cast.actor
    for turn, agreement in enumerate(file.since_last):
        if agreement.status is not AgreementStatus.OPEN or agreement.due_on is None:
            continue
        if turn % 4 == 3:
            room.not_done(actor, file.meeting.id, agreement, cast.words.dropped)
        else:
            room.done(actor, file.meeting.id, agreement)


def _items(file: MeetingFile) -> dict[AgendaKind, AgendaItemId]:
    return {item.kind: item.id for item in file.agenda}


def _write(cast: Cast, file: MeetingFile, turn: int) -> None:
    room, actor, theme = cast.office.services.meeting_room_plan, cast.actor, cast.theme
    items = _items(file)
    words, goals = items.get(AgendaKind.CITIZENS_WORDS), items.get(AgendaKind.GOALS)
    for draft in (
        NoteDraft(NoteKind.SAID, theme.said[turn % len(theme.said)], words),
        NoteDraft(NoteKind.WISH, theme.wish, words),
        NoteDraft(NoteKind.SAID, cast.words.most_important.format(goal=theme.goals[0].title.lower()), goals),
    ):
        room.note(actor, file.meeting.id, draft)


def _work_on_goals(cast: Cast, meeting_id: MeetingId, turn: int) -> None:
    services, actor, theme = cast.office.services, cast.actor, cast.theme
    room = services.meeting_room_plan
    are_new = not services.meetings.open(actor, meeting_id).goals
    if are_new:
        for goal in theme.goals:
            room.set_goal(actor, meeting_id, goal.title)
    for goal, written in zip(theme.goals, services.meetings.open(actor, meeting_id).goals, strict=False):
        if are_new:
            edited = replace(
                written,
                citizens_wording=goal.wording,
                own_part=goal.own,
                practising=goal.practise,
                theme_id=cast.office.theme_id(goal.about),
            )
            services.plans.edit_goal(actor, edited)
            for subgoal in goal.subgoals:
                room.add_subgoal(actor, meeting_id, written.id, subgoal)
        if turn < len(goal.scores):
            room.score(actor, meeting_id, written.id, goal.scores[turn])


def _promise(cast: Cast, file: MeetingFile, turn: int) -> None:
    room, actor, theme = cast.office.services.meeting_room_plan, cast.actor, cast.theme
    today, meeting_id, item_id = cast.office.clock.today(), file.meeting.id, _items(file).get(AgendaKind.AGREEMENTS)
    for agreement in theme.agreements:
        if turn and agreement.rhythm:
            continue
        due = today + timedelta(days=agreement.days) if agreement.days else None
        who, theme_id = _who(cast, agreement.who), cast.office.theme_id(agreement.about)
        promise = Promise(agreement.what, who, due, agreement.rhythm, theme_id=theme_id)
        if agreement is theme.agreements[0]:
            noted = room.note(actor, meeting_id, NoteDraft(NoteKind.AGREED, agreement.what, item_id))
            room.change_promise(actor, meeting_id, noted.agreements[-1], promise)
        else:
            room.promise(actor, meeting_id, promise)
    if turn == 0:
        pending = theme.pending
        room.ask(
            actor,
            meeting_id,
            Question(
                pending.what,
                cast.office.departments[pending.department],
                cast.office.employee_in(pending.department, 1),
                today + timedelta(days=pending.days),
                cast.office.theme_id(pending.about),
            ),
        )


def _who(cast: Cast, who: str) -> Party:
    if who == "citizen":
        return Party(PartyKind.CITIZEN, cast.citizen_id)
    if who == "coordinator":
        return Party(PartyKind.EMPLOYEE, cast.actor.employee_id)
    return cast.helper(int(who))


def note_contact(cast: Cast, turn: int) -> None:
    """A short contact on trin 1, in one line."""
    citizen, member = cast.home.citizens[cast.number], cast.home.household.members[cast.number]
    notes = fitting(cast.office.town.notes_on_step1, member.age_on(cast.office.today))
    note = notes[(citizen.id + turn) % len(notes)]
    first_name = citizen.name.split()[0]
    contact = Contact(
        note.kind, note.who.format(name=citizen.name), note.what.format(name=first_name), cast.office.clock.now()
    )
    cast.office.services.contact_notes.write(cast.actor, cast.subject_id, contact)


def choose_for_siblings(cast: Cast) -> None:
    """Each child has a fast sagsbehandler of its own, as it was before they were one family to us."""
    services = cast.office.services
    children = [
        citizen
        for citizen, member in zip(cast.home.citizens, cast.home.household.members, strict=True)
        if member.role is FamilyRole.CHILD
    ]
    for turn, child in enumerate(children):
        services.primary_caseworkers.choose(cast.actor, child.id, cast.office.employee_in("Familie", turn))
