"""Meetings before they are held: planned, prepared with the citizen, moved; who comes and what is on the agenda."""

from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.agenda import agenda_items, checked_item, in_position, moved_item, renumbered
from koordinator.domain.agenda_proposals import Proposal, proposals
from koordinator.domain.ids import AgendaItemId, MeetingId, ParticipantId, RowId, SubjectId
from koordinator.domain.meeting import (
    AgendaItem,
    InvitationAnswer,
    Meeting,
    MeetingKind,
    MeetingMove,
    MeetingStatus,
    Participant,
    PlaceKind,
    Preparation,
)
from koordinator.domain.meeting_rhythm import ProposedDay
from koordinator.domain.meeting_rules import (
    Appointment,
    answered,
    appointment_of,
    asked_again,
    check_ahead,
    checked_preparation,
    moved,
    planned_meeting,
    was_invited_to,
    with_contribution,
    with_raised_sequence,
)
from koordinator.domain.party import Party, party_of
from koordinator.usecases.agenda_facts import TakenUp, item_of, unsettled_of
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.one_field import with_field
from koordinator.usecases.participants import Candidate, candidates, check_not_there, new_participant, wish_for
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import AgendaTemplates
from koordinator.usecases.rhythm import interval_days, suitable_days
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on, open_course, people_of

_USUAL_CLOCK: Final = time(13)
_SOONEST_DAYS: Final = 14


@dataclass(frozen=True, slots=True)
class MeetingSuggestion:
    """What a new meeting could be: time, length and place after the last one, and who could come.

    `days` are the next days that suit those who are suggested, the appointment's the first of them.
    """

    appointment: Appointment
    candidates: tuple[Candidate, ...]
    days: tuple[ProposedDay, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Those who are suggested."""
        return tuple(candidate.party for candidate in self.candidates if candidate.suggested)


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting to be: about whom, when and where, with whom."""

    subject_id: SubjectId
    appointment: Appointment
    parties: tuple[Party, ...]
    kind: MeetingKind = MeetingKind.COORDINATION


class Meetings:
    """The use cases before a meeting. Each change gives the whole meeting as it stands afterwards."""

    def __init__(self, office: Office, agendas: AgendaTemplates) -> None:
        self._office = office
        self._agendas = agendas

    def open(self, actor: Actor, meeting_id: MeetingId) -> MeetingFile:
        """The meeting with all that belongs to it. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            return _told(tx, actor, tx.of(Meeting).get(meeting_id), "")

    def look_again(self, actor: Actor, meeting_id: MeetingId) -> MeetingFile:
        """The meeting that is open on the screen, as it stands now: the look was logged when it was opened.

        Raises NotFound, or NotAllowed for who may see it no more.
        """
        with self._office.again(actor, Action.OPEN_MEETING) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            tx.about("meeting", meeting.id, meeting.subject_id)
            return load_meeting_file(tx, meeting, actor.employee_id)

    def suggest(self, actor: Actor, subject_id: SubjectId) -> MeetingSuggestion:
        """When, where and with whom a new meeting could be. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            tx.about("subject", subject_id, subject_id)
            return suggestion_for(tx, people_of(tx, subject_id))

    def plan(
        self,
        actor: Actor,
        subject_id: SubjectId,
        appointment: Appointment,
        parties: tuple[Party, ...],
        kind: MeetingKind = MeetingKind.COORDINATION,
    ) -> MeetingFile:
        """A new meeting with these participants and the standard agenda.

        Raises NotFound, DurationOutOfRange, FieldTooLong or UnusableTemplate.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            new = NewMeeting(subject_id, appointment, parties, kind)
            meeting = added_meeting(tx, actor, new, self._agendas)
            return _told(tx, actor, meeting, "planned")

    def prepare(self, actor: Actor, preparation: Preparation) -> MeetingFile:
        """The meeting with what the citizen wants of it, talked through today.

        Raises MeetingNotAhead, StaleVersion, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, preparation.meeting_id)
            _prepare(tx, preparation)
            return _told(tx, actor, meeting, "prepared")

    def write_wish(self, actor: Actor, shown: Preparation, name: str, text: str) -> MeetingFile:
        """The meeting with the one wish as it is written now, the others as they are stored.

        Raises StaleVersion when that wish has become another than the one shown, and what `prepare` raises.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, shown.meeting_id)
            stored = tx.of(Preparation).find(meeting_id=meeting.id) or Preparation(RowId(0), meeting.id)
            _prepare(tx, with_field(stored, shown, name, text))
            return _told(tx, actor, meeting, "prepared")

    def prefer_place(self, actor: Actor, meeting_id: MeetingId, kind: PlaceKind | None) -> MeetingFile:
        """The meeting with where the citizen would like to meet; it is held there once it is moved there.

        Raises NotFound or MeetingNotAhead.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, meeting_id)
            stored = tx.of(Preparation).find(meeting_id=meeting_id) or Preparation(RowId(0), meeting_id)
            _prepare(tx, replace(stored, place_kind=kind))
            return _told(tx, actor, meeting, "prepared")

    def wish(self, actor: Actor, meeting_id: MeetingId, parties: tuple[Party, ...], *, wanted: bool) -> MeetingFile:
        """The meeting with whom the citizen wants there (or not); whoever is wanted takes part from now on.

        Nobody is both wanted and not. Somebody who is not wanted stays on the list until they are taken off it.
        Raises NotFound or MeetingNotAhead.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, meeting_id)
            stored = tx.of(Preparation).find(meeting_id=meeting_id) or Preparation(RowId(0), meeting_id)
            _prepare(tx, stored)
            wish_for(tx, meeting_id, parties, wanted=wanted)
            there = {party_of(each) for each in tx.of(Participant).where(meeting_id=meeting_id)}
            missing = [party for party in parties if wanted and party not in there]
            for party in missing:
                tx.of(Participant).add(new_participant(meeting_id, party))
            return _told(tx, actor, _with_new_file(tx, meeting) if missing else meeting, "wished")

    def move(self, actor: Actor, meeting: Meeting, to: Appointment, reason: str = "") -> MeetingFile:
        """The meeting at another time or place; whoever was invited has to be asked again.

        Raises StaleVersion, MeetingNotAhead, DurationOutOfRange, or FieldMissing when somebody has been
        invited and no reason is given.
        """
        with self._office.act(actor, Action.MOVE_MEETING) as tx:
            changed, move = moved(meeting, to, reason, tx.now)
            saved = tx.of(Meeting).save(replace(changed, planned_on=tx.today))
            if move is not None:
                tx.of(MeetingMove).add(move)
            for participant in tx.of(Participant).where(meeting_id=meeting.id):
                tx.of(Participant).save(asked_again(participant))
            return _told(tx, actor, saved, "moved")

    def choose_roles(self, actor: Actor, meeting: Meeting) -> MeetingFile:
        """The meeting with another chair, minute-taker or kind. Raises StaleVersion or MeetingNotAhead."""
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            stored = tx.of(Meeting).get(meeting.id)
            check_ahead(stored)
            chosen = replace(
                stored,
                kind=meeting.kind,
                chair_id=meeting.chair_id,
                minute_taker_id=meeting.minute_taker_id,
                version=meeting.version,
            )
            return _told(tx, actor, tx.of(Meeting).save(chosen), "roles")

    def add_participant(self, actor: Actor, meeting_id: MeetingId, party: Party) -> MeetingFile:
        """The meeting with one more participant. Raises NotFound, MeetingNotAhead or AlreadyTakesPart."""
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, meeting_id)
            check_not_there(tx, meeting_id, party)
            tx.of(Participant).add(new_participant(meeting_id, party))
            return _told(tx, actor, _with_new_file(tx, meeting), "participant_added")

    def answer(
        self, actor: Actor, participant_id: ParticipantId, answer: InvitationAnswer, note: str = ""
    ) -> MeetingFile:
        """The meeting with the participant's answer. Raises NotFound, MeetingNotAhead or FieldTooLong."""
        with self._office.act(actor, Action.ANSWER_INVITATION) as tx:
            participant = tx.of(Participant).get(participant_id)
            meeting = _ahead(tx, participant.meeting_id)
            tx.of(Participant).save(answered(participant, answer, note))
            return _told(tx, actor, meeting, f"answer={answer}")

    def contribute(self, actor: Actor, participant_id: ParticipantId, contribution: str) -> MeetingFile:
        """The meeting with what somebody sends in writing. Raises NotFound, MeetingNotAhead or FieldTooLong."""
        with self._office.act(actor, Action.ANSWER_INVITATION) as tx:
            participant = tx.of(Participant).get(participant_id)
            meeting = _ahead(tx, participant.meeting_id)
            tx.of(Participant).save(with_contribution(participant, contribution))
            return _told(tx, actor, meeting, "contribution")

    def save_item(self, actor: Actor, item: AgendaItem) -> MeetingFile:
        """The meeting with an agenda item changed, or (key 0) added at its position.

        Raises StaleVersion, MeetingNotAhead, ItemMinutesOutOfRange, FieldMissing or FieldTooLong.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, item.meeting_id)
            checked = checked_item(item)
            if checked.id:
                tx.of(AgendaItem).save(checked)
            else:
                add_item(tx, checked)
            return _told(tx, actor, meeting, "agenda")

    def propose(self, actor: Actor, meeting_id: MeetingId) -> tuple[Proposal, ...]:
        """What could be on the agenda and is not: the citizen's points, then what stands open. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            file = _told(tx, actor, tx.of(Meeting).get(meeting_id), "proposed")
            return proposals(unsettled_of(tx, file), file.agenda)

    def take_up(self, actor: Actor, meeting_id: MeetingId, taken: tuple[TakenUp, ...]) -> MeetingFile:
        """The meeting with the proposals as items, each where it belongs; one that is there already is passed over.

        Raises NotFound, MeetingNotAhead or FieldTooLong.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, meeting_id)
            file = load_meeting_file(tx, meeting, actor.employee_id)
            for each in taken:
                agenda = tx.of(AgendaItem).where(meeting_id=meeting_id, order_by="position")
                if each.proposal.origin not in {item.origin for item in agenda}:
                    add_item(tx, checked_item(item_of(file, each, agenda)))
            return _told(tx, actor, meeting, f"taken_up={len(taken)}")

    def move_item(self, actor: Actor, item_id: AgendaItemId, position: int) -> MeetingFile:
        """The meeting with the agenda item at the position, from 1. Raises NotFound or MeetingNotAhead."""
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            item = tx.of(AgendaItem).get(item_id)
            meeting = _ahead(tx, item.meeting_id)
            _place(tx, item, position)
            return _told(tx, actor, meeting, "agenda_order")

    def remove_item(self, actor: Actor, item_id: AgendaItemId) -> MeetingFile:
        """The meeting without the agenda item. Raises NotFound or MeetingNotAhead."""
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            meeting = _ahead(tx, tx.of(AgendaItem).get(item_id).meeting_id)
            tx.of(AgendaItem).remove(item_id)
            for item in renumbered(in_position(tx.of(AgendaItem).where(meeting_id=meeting.id))):
                tx.of(AgendaItem).save(item)
            return _told(tx, actor, meeting, "agenda_removed")


def suggestion_for(tx: Transaction, people: SubjectPeople) -> MeetingSuggestion:
    """When, where and with whom a new meeting about these people could be."""
    suggestion = MeetingSuggestion(_next_appointment(tx, people.subject_id), candidates(tx, people))
    days = suitable_days(tx, suggestion.appointment, suggestion.parties)
    if not days:
        return suggestion
    return replace(suggestion, appointment=replace(suggestion.appointment, starts_on=days[0].on), days=days)


def added_meeting(tx: Transaction, actor: Actor, new: NewMeeting, agendas: AgendaTemplates) -> Meeting:
    """The meeting as stored, with its participants and the standard agenda. Raises as `Meetings.plan`."""
    course = open_course(tx, new.subject_id)
    course_id = course.id if course else None
    planned = planned_meeting(tx.new_uid(), new.subject_id, course_id, new.kind, new.appointment)
    chair_id = coordinator_on(tx, new.subject_id, tx.today) or actor.employee_id
    roles = replace(planned, chair_id=chair_id, minute_taker_id=actor.employee_id, planned_on=tx.today)
    meeting = tx.of(Meeting).add(roles)
    people = people_of(tx, new.subject_id)
    template = agendas.standard(people.name, is_family=people.is_family)
    for item in agenda_items(template, meeting.id):
        tx.of(AgendaItem).add(item)
    for party in new.parties:
        tx.of(Participant).add(new_participant(meeting.id, party))
    return meeting


def add_item(tx: Transaction, item: AgendaItem) -> None:
    """The item on its meeting's agenda at its position; those after it move down."""
    _place(tx, tx.of(AgendaItem).add(item), item.position)


def _ahead(tx: Transaction, meeting_id: MeetingId) -> Meeting:
    meeting = tx.of(Meeting).get(meeting_id)
    check_ahead(meeting)
    return meeting


def _prepare(tx: Transaction, preparation: Preparation) -> None:
    talked = replace(checked_preparation(preparation), prepared_on=preparation.prepared_on or tx.today)
    _ = tx.of(Preparation).save(talked) if talked.id else tx.of(Preparation).add(talked)


def _told(tx: Transaction, actor: Actor, meeting: Meeting, what: str) -> MeetingFile:
    tx.about("meeting", meeting.id, meeting.subject_id, what)
    return load_meeting_file(tx, meeting, actor.employee_id)


def _with_new_file(tx: Transaction, meeting: Meeting) -> Meeting:
    """Whoever has a calendar file gets a new one when the participants change."""
    return tx.of(Meeting).save(with_raised_sequence(meeting)) if was_invited_to(meeting) else meeting


def _place(tx: Transaction, item: AgendaItem, position: int) -> None:
    for each in moved_item(tx.of(AgendaItem).where(meeting_id=item.meeting_id), item.id, position):
        tx.of(AgendaItem).save(each)


def _next_appointment(tx: Transaction, subject_id: SubjectId) -> Appointment:
    """The subject's interval after the last meeting, at its time and place; not too soon."""
    over = (MeetingStatus.HELD, MeetingStatus.RUNNING)
    last = tx.of(Meeting).last(subject_id=subject_id, status=over, order_by="starts_on")
    soonest = tx.today + timedelta(days=_SOONEST_DAYS)
    if last is None:
        return Appointment(soonest, _USUAL_CLOCK)
    usual = last.starts_on + timedelta(days=interval_days(tx, subject_id))
    return replace(appointment_of(last), starts_on=max(soonest, usual))
