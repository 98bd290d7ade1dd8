"""Sagsbehandlerskift: begun for one or for a whole portfolio, ticked off, carried out on its day, or called off."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.codes import GrantKind
from koordinator.domain.course_rules import check_may_coordinate
from koordinator.domain.handover import (
    Handover,
    HandoverItem,
    HandoverOver,
    HandoverTerms,
    HandoverUnderWay,
    NothingToHandOver,
    begun,
    cancelled,
    carried_out,
    checked_items,
    checked_terms,
    returned,
    ticked,
)
from koordinator.domain.ids import EmployeeId, HandoverId, RowId, SubjectId
from koordinator.domain.meeting import MeetingKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.organisation import AuthorityPeriod, Employee
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.usecases.handed_on import coordinated_by, held_by, pass_on_primary
from koordinator.usecases.handover_file import HandoverFile, Portfolio, load_handover_file, load_portfolio
from koordinator.usecases.meetings import NewMeeting, added_meeting
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_first import FirstLook
from koordinator.usecases.ports_handovers import HandoverChecklists
from koordinator.usecases.ports_meetings import AgendaTemplates
from koordinator.usecases.settings import checked_value, put_value
from koordinator.usecases.subject_people import open_course, people_of, step_on
from koordinator.usecases.taking import tell_holders

_CHECKLIST: Final = SettingKey.HANDOVER_CHECKLIST


class Handovers:
    """The use cases of handovers."""

    def __init__(self, office: Office, checklists: HandoverChecklists, agendas: AgendaTemplates) -> None:
        self._office = office
        self._checklists = checklists
        self._agendas = agendas

    def checklist(self) -> tuple[str, ...]:
        """What a handover begins with: the municipality's own lines, or those that come with the program."""
        with self._office.aside() as tx:
            return self._lines(tx)

    def change_checklist(self, actor: Actor, lines: Sequence[str]) -> tuple[str, ...]:
        """The municipality's own lines from today on; none brings the program's back. Begun handovers keep theirs.

        Raises ChecklistTooLong, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            checked = checked_value(_CHECKLIST, "\n".join(checked_items(lines)))
            put_value(tx, Setting(RowId(0), _CHECKLIST, checked, tx.today))
            tx.about("setting", 0, codes=_CHECKLIST.value)
            return self._lines(tx)

    def portfolio(self, actor: Actor, giver_id: EmployeeId) -> Portfolio:
        """What the employee has that the actor may see: whom they coordinate, whose fast sagsbehandler they are.

        Raises NotFound.
        """
        with self._office.act(actor, Action.OPEN_HANDOVERS) as tx:
            seen = tx.seen_by(actor, Action.OPEN_HANDOVERS)
            found = load_portfolio(tx, tx.of(Employee).get(giver_id), seen)
            tx.about("employee", giver_id, codes=f"count={len(found.lines)}")
            return found

    def open(self, actor: Actor, handover_id: HandoverId) -> HandoverFile:
        """The handover with its checklist, the open agreements, and what has been told already. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_HANDOVER) as tx:
            handover = tx.of(Handover).get(handover_id)
            tx.about("handover", handover.id, handover.subject_id)
            return load_handover_file(tx, handover)

    def begin(
        self, actor: Actor, terms: HandoverTerms, receivers: Mapping[SubjectId, EmployeeId]
    ) -> tuple[Handover, ...]:
        """Each subject is handed over to its receiver: all of them, or none. Each gets the checklist of today.

        Raises HandoverDayPast, HandoverToSelf, HandoverUnderWay, NothingToHandOver, LacksAuthority for a receiver
        who may not coordinate on the day, NotFound, FieldTooLong or UnusableCharacter.
        """
        if not receivers:
            return ()
        with self._office.act(actor, Action.HAND_OVER) as tx:
            checked = checked_terms(terms, tx.today)
            items = self._lines(tx)
            for subject_id in receivers:
                tell_holders(tx, actor, subject_id, GrantKind.HANDOVER)
            made = tuple(_begin(tx, checked, subject, to, items) for subject, to in sorted(receivers.items()))
            first = made[0] if len(made) == 1 else None
            tx.about("handover", first.id if first else 0, first.subject_id if first else 0, f"count={len(made)}")
            return made

    def tick(self, actor: Actor, item_id: RowId, *, is_done: bool) -> HandoverItem:
        """A line of the checklist is done, or not any more. Raises NotFound or HandoverOver."""
        with self._office.act(actor, Action.HAND_OVER) as tx:
            item = tx.of(HandoverItem).get(item_id)
            handover = tx.of(Handover).get(item.handover_id)
            tx.about("handover", handover.id, handover.subject_id, f"item={item.id} done={int(is_done)}")
            return tx.of(HandoverItem).save(ticked(item, handover, actor.employee_id, tx.today, is_done=is_done))

    def introduce(self, actor: Actor, handover_id: HandoverId, appointment: Appointment) -> Handover:
        """An introduction meeting is planned for the citizen, the giver and the receiver.

        Raises HandoverOver, NotFound, DurationOutOfRange or FieldTooLong.
        """
        with self._office.act(actor, Action.HAND_OVER) as tx:
            handover = tx.of(Handover).get(handover_id)
            tx.about("handover", handover.id, handover.subject_id)
            if not handover.is_open:
                raise HandoverOver
            citizens = people_of(tx, handover.subject_id).citizen_ids
            parties = (
                *(Party(PartyKind.CITIZEN, key) for key in citizens),
                Party(PartyKind.EMPLOYEE, handover.receiver_id),
                Party(PartyKind.EMPLOYEE, handover.giver_id),
            )
            new = NewMeeting(handover.subject_id, appointment, parties, MeetingKind.PREPARATORY_TALK)
            meeting = added_meeting(tx, actor, new, self._agendas)
            tx.about("handover", handover.id, handover.subject_id, f"meeting={meeting.id}")
            return tx.of(Handover).save(replace(handover, meeting_id=meeting.id))

    def carry_out(self, actor: Actor, handover_id: HandoverId) -> Handover:
        """From today the receiver is what the giver was: coordinator, fast sagsbehandler, or both.

        Raises HandoverOver, HandoverNotYet, NothingToHandOver, LacksAuthority or NotFound.
        """
        with self._office.act(actor, Action.HAND_OVER) as tx:
            handover = carried_out(tx.of(Handover).get(handover_id), tx.today)
            tx.about("handover", handover.id, handover.subject_id, f"receiver={handover.receiver_id}")
            _pass_on(tx, handover.subject_id, handover.giver_id, handover.receiver_id)
            return tx.of(Handover).save(handover)

    def cancel(self, actor: Actor, handover_id: HandoverId, reason: str) -> Handover:
        """It comes to nothing, and the giver goes on. Raises HandoverOver, FieldMissing, FieldTooLong or NotFound."""
        with self._office.act(actor, Action.HAND_OVER) as tx:
            handover = cancelled(tx.of(Handover).get(handover_id), reason, tx.today)
            tx.about("handover", handover.id, handover.subject_id, "cancelled=1")
            return tx.of(Handover).save(handover)

    def give_back(self, actor: Actor, handover_id: HandoverId) -> Handover:
        """The absence is over: from today the work is the giver's again.

        Raises CannotReturn, NothingToHandOver when the receiver has it no more, LacksAuthority or NotFound.
        """
        with self._office.act(actor, Action.HAND_OVER) as tx:
            handover = returned(tx.of(Handover).get(handover_id), tx.today)
            tx.about("handover", handover.id, handover.subject_id, f"returned={handover.giver_id}")
            _pass_on(tx, handover.subject_id, handover.receiver_id, handover.giver_id)
            return tx.of(Handover).save(handover)

    def _lines(self, tx: FirstLook) -> tuple[str, ...]:
        own = value_on(tx.of(Setting).where(key=_CHECKLIST), _CHECKLIST, tx.today)
        return checked_items(own.splitlines() or self._checklists.standard())


def _begin(
    tx: Transaction, terms: HandoverTerms, subject_id: SubjectId, receiver_id: EmployeeId, items: Iterable[str]
) -> Handover:
    tx.about("subject", subject_id, subject_id)
    handover = begun(terms, subject_id, receiver_id, tx.today)
    if tx.of(Handover).find(subject_id=subject_id, outcome=None) is not None:
        raise HandoverUnderWay(people_of(tx, subject_id).name)
    _check_receiver(tx, subject_id, terms.giver_id, receiver_id, terms.takes_effect_on)
    stored = tx.of(Handover).add(handover)
    tx.about("handover", stored.id, subject_id)
    for position, what in enumerate(items, start=1):
        tx.of(HandoverItem).add(HandoverItem(RowId(0), stored.id, position, what))
    return stored


def _check_receiver(
    tx: Transaction, subject_id: SubjectId, giver_id: EmployeeId, receiver_id: EmployeeId, day: date
) -> None:
    """The giver has something there to hand over, and the receiver may have it on the day."""
    held, receiver = held_by(tx, subject_id, giver_id), tx.of(Employee).get(receiver_id)
    if not held.coordinates and not held.is_primary:
        raise NothingToHandOver(tx.of(Employee).get(giver_id).name, people_of(tx, subject_id).name)
    if held.coordinates:
        authority = tx.of(AuthorityPeriod).where(employee_id=receiver_id)
        check_may_coordinate(receiver, authority, step_on(tx, subject_id, tx.today), day)


def _pass_on(tx: Transaction, subject_id: SubjectId, giver_id: EmployeeId, receiver_id: EmployeeId) -> None:
    _check_receiver(tx, subject_id, giver_id, receiver_id, tx.today)
    course = open_course(tx, subject_id)
    if course is not None and held_by(tx, subject_id, giver_id).coordinates:
        coordinated_by(tx, course, receiver_id)
    pass_on_primary(tx, subject_id, giver_id, receiver_id)
