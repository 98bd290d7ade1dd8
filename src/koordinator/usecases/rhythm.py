"""How often a subject meets, and the next days that suit everybody."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen
from koordinator.domain.holidays import agreed_days, closed_on
from koordinator.domain.ids import ContactPersonId, EmployeeId, MeetingId, RowId, SubjectId
from koordinator.domain.meeting import Meeting, MeetingStatus, Participant
from koordinator.domain.meeting_rhythm import (
    DaysToAvoid,
    Elsewhere,
    MeetingRhythm,
    ProposedDay,
    SchoolHoliday,
    checked_school_holiday,
    checked_weeks,
    proposed_days,
)
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.organisation import Employee
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.register import ContactPerson
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.settings import current_number


class Rhythms:
    """The use cases of a subject's rhythm and of the days on which schools are closed."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def of(self, actor: Actor, subject_id: SubjectId) -> MeetingRhythm | None:
        """The subject's own rhythm; without one the municipality's usual interval holds."""
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            tx.about("subject", subject_id, subject_id, "rhythm")
            return rhythm_of(tx, subject_id)

    def keep(self, actor: Actor, subject_id: SubjectId, weeks: int | None) -> MeetingRhythm | None:
        """The subject meets every so many weeks, or (None) as the municipality does. Raises RhythmOutOfRange."""
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            tx.about("subject", subject_id, subject_id, f"rhythm={weeks or 0}")
            before = rhythm_of(tx, subject_id)
            if weeks is None:
                if before is not None:
                    tx.of(MeetingRhythm).remove(before.id)
                return None
            if before is not None:
                return tx.of(MeetingRhythm).save(replace(before, weeks=checked_weeks(weeks)))
            return tx.of(MeetingRhythm).add(MeetingRhythm(RowId(0), subject_id, checked_weeks(weeks)))

    def days_for(
        self, actor: Actor, subject_id: SubjectId, wanted: Appointment, parties: tuple[Party, ...]
    ) -> tuple[ProposedDay, ...]:
        """The next days from the wanted one on that suit at its time, for these parties."""
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            tx.about("subject", subject_id, subject_id, "days")
            return suitable_days(tx, wanted, parties)

    def school_holidays(self) -> tuple[SchoolHoliday, ...]:
        """The municipality's school holidays, the first one first; they concern no citizen and are not logged."""
        with self._office.aside() as tx:
            return tx.of(SchoolHoliday).where(order_by="from_on")

    def add_school_holiday(self, actor: Actor, holiday: SchoolHoliday) -> tuple[SchoolHoliday, ...]:
        """All school holidays with one more.

        Raises PeriodBackwards, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            added = tx.of(SchoolHoliday).add(checked_school_holiday(holiday))
            tx.about("setting", added.id, codes=f"school_holiday={added.from_on}")
            return tx.of(SchoolHoliday).where(order_by="from_on")

    def remove_school_holiday(self, actor: Actor, holiday_id: RowId) -> tuple[SchoolHoliday, ...]:
        """All school holidays without the one. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            tx.of(SchoolHoliday).remove(holiday_id)
            tx.about("setting", holiday_id, codes="school_holiday_removed")
            return tx.of(SchoolHoliday).where(order_by="from_on")


def rhythm_of(tx: Transaction, subject_id: SubjectId) -> MeetingRhythm | None:
    """The subject's own rhythm, or None."""
    return tx.of(MeetingRhythm).find(subject_id=subject_id)


def interval_days(tx: Transaction, subject_id: SubjectId) -> int:
    """From one meeting to the next: the subject's own rhythm, else the municipality's usual interval."""
    own = rhythm_of(tx, subject_id)
    return own.days if own is not None else current_number(tx, SettingKey.MEETING_INTERVAL_DAYS)


def suitable_days(
    tx: Transaction, wanted: Appointment, parties: tuple[Party, ...], but_for: MeetingId | None = None
) -> tuple[ProposedDay, ...]:
    """The next days from the wanted one on: no closed days, no school holidays, nobody at another meeting.

    `but_for` is the meeting that is about to be moved itself.
    """
    agreed = agreed_days(value_on(tx.of(Setting).where(), SettingKey.AGREED_DAYS_OFF, tx.today))
    avoid = DaysToAvoid(
        wanted.starts_clock,
        wanted.duration_minutes,
        closed_on(agreed),
        tx.of(SchoolHoliday).where(order_by="from_on"),
        _elsewhere(tx, wanted.starts_on, frozenset(parties), but_for),
    )
    return proposed_days(wanted.starts_on, avoid)


def _elsewhere(
    tx: Transaction, from_on: date, parties: frozenset[Party], but_for: MeetingId | None
) -> tuple[Elsewhere, ...]:
    """When whom of the parties, or the employee behind a contact person, is at another meeting."""
    ahead = {
        meeting.id: meeting
        for meeting in tx.of(Meeting).where(status=(MeetingStatus.PLANNED, MeetingStatus.INVITED))
        if meeting.starts_on >= from_on - timedelta(days=1) and meeting.id != but_for
    }
    there = tx.of(Participant).where(meeting_id=tuple(ahead)) if ahead else ()
    named = [party for each in there if (party := party_of(each)) is not None]
    contacts = {party.id for party in (*parties, *named) if party.kind is PartyKind.CONTACT_PERSON}
    behind = {each.id: each.employee_id for each in tx.of(ContactPerson).where(id=tuple(sorted(contacts)))}
    wanted = {_person(party, behind): party for party in parties}
    return tuple(
        _busy(tx, wanted[person], ahead[participant.meeting_id])
        for participant in there
        if (party := party_of(participant)) is not None and (person := _person(party, behind)) in wanted
    )


def _person(party: Party, behind: Mapping[ContactPersonId, EmployeeId | None]) -> Party:
    """The employee behind a contact person, else the party itself."""
    employee_id = behind.get(ContactPersonId(party.id)) if party.kind is PartyKind.CONTACT_PERSON else None
    return party if employee_id is None else Party(PartyKind.EMPLOYEE, employee_id)


def _busy(tx: Transaction, party: Party, meeting: Meeting) -> Elsewhere:
    register: dict[PartyKind, type[Citizen | Employee | ContactPerson]] = {
        PartyKind.CITIZEN: Citizen,
        PartyKind.EMPLOYEE: Employee,
        PartyKind.CONTACT_PERSON: ContactPerson,
    }
    name = tx.of(register[party.kind]).get(party.id).name
    return Elsewhere(name, meeting.starts_on, meeting.starts_clock, meeting.duration_minutes)
