"""The end of a meeting: summary, the three questions, the next meeting - closing it, and putting its minutes right."""

from dataclasses import replace

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.agenda import agenda_items
from koordinator.domain.danish_day import danish_day
from koordinator.domain.errors import NotFound, StaleVersion
from koordinator.domain.ids import MeetingId, MinutesVersionId
from koordinator.domain.meeting import Meeting, MinutesVersion, Participant
from koordinator.domain.meeting_rules import (
    Appointment,
    Evaluation,
    asked_again,
    check_running,
    evaluated,
    held,
    moved,
    planned_meeting,
    with_summary,
)
from koordinator.domain.minutes_content import MINUTES_SCHEMA, MinutesContent, read_minutes
from koordinator.domain.minutes_correction import Correction, corrected
from koordinator.domain.party import party_of
from koordinator.domain.snapshot import canonical_json, sha256_of
from koordinator.usecases.meeting_file import MeetingFile, following_meeting, load_meeting_file
from koordinator.usecases.meeting_room import Room, in_room
from koordinator.usecases.minutes_snapshot import minutes_content
from koordinator.usecases.participants import new_participant
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import AgendaTemplates
from koordinator.usecases.subject_people import coordinator_of_the_day, people_of


class MeetingClosing:
    """Each method gives the whole meeting as it stands afterwards. All but the last raise MeetingNotRunning."""

    def __init__(self, office: Office, agendas: AgendaTemplates) -> None:
        self._office = office
        self._agendas = agendas

    def summarise(self, actor: Actor, meeting_id: MeetingId, summary: str, *, read_aloud: bool) -> MeetingFile:
        """The summary in plain words, and whether it has been read aloud. Raises FieldTooLong."""
        with in_room(self._office, actor, meeting_id, "summary") as room:
            room.journal.save(with_summary(room.meeting, summary, read_aloud=read_aloud))
            return room.file()

    def evaluate(self, actor: Actor, meeting_id: MeetingId, evaluation: Evaluation) -> MeetingFile:
        """The citizen's answers, 0-4 or none. Raises EvaluationOutOfRange."""
        with in_room(self._office, actor, meeting_id, "evaluation") as room:
            room.journal.save(evaluated(room.meeting, evaluation))
            return room.file()

    def explain_absence(self, actor: Actor, meeting_id: MeetingId, reason: str) -> MeetingFile:
        """Why the meeting is held without the citizen. Raises FieldTooLong or UnusableCharacter."""
        with in_room(self._office, actor, meeting_id, "without_citizen") as room:
            why = limits.checked("without_citizen_reason", reason, limits.PARAGRAPH)
            room.journal.save(replace(room.meeting, without_citizen_reason=why))
            return room.file()

    def set_next(self, actor: Actor, meeting_id: MeetingId, appointment: Appointment) -> MeetingFile:
        """The next meeting, with the same participants, or at another time when it is set already and not called off.

        Raises DurationOutOfRange, FieldTooLong, MeetingNotAhead when the next one is over, or
        FieldMissing when somebody has been invited to it (it is moved with a reason then).
        """
        with in_room(self._office, actor, meeting_id, "next_meeting") as room:
            following = following_meeting(room.tx, room.meeting)
            if following is None:
                self._plan_next(room, appointment)
            else:
                _move_next(room, following, appointment)
            return room.file()

    def close(self, actor: Actor, meeting_id: MeetingId) -> MeetingFile:
        """The meeting held, with its minutes frozen. What is missing is said beforehand and does not hinder it.

        The coordinator of the day, with team, department and step, is frozen on the meeting.
        """
        with self._office.act(actor, Action.CLOSE_MEETING) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            check_running(meeting)
            file = load_meeting_file(tx, meeting, actor.employee_id)
            day = min(meeting.starts_on, danish_day(meeting.opened_at or tx.now))
            of_the_day = coordinator_of_the_day(tx, meeting.subject_id, day)
            closed = tx.of(Meeting).save(held(meeting, tx.now, of_the_day, with_citizen=file.with_citizen))
            file = load_meeting_file(tx, closed, actor.employee_id)
            _freeze(tx, actor, closed, minutes_content(tx, file, number=1))
            tx.about("meeting", meeting_id, meeting.subject_id, f"with_citizen={int(closed.citizen_took_part)}")
            return load_meeting_file(tx, closed, actor.employee_id)

    def correct(self, actor: Actor, meeting_id: MeetingId, number: int, correction: Correction) -> MeetingFile:
        """The next version of the closed minutes, beside the ones before it. `number` is the version that was read.

        Raises StaleVersion when there is a newer one, NotFound before the meeting is closed, FieldMissing
        without a reason, WordsOfAnother, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.CORRECT_MINUTES) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            newest = minutes_version(tx, meeting_id)
            if newest.number != number:
                raise StaleVersion("minutes")
            version = _freeze(tx, actor, meeting, corrected(read_minutes(newest), correction))
            tx.about("meeting", meeting_id, meeting.subject_id, f"minutes={version.number}")
            return load_meeting_file(tx, meeting, actor.employee_id)

    def minutes(self, actor: Actor, meeting_id: MeetingId) -> MinutesContent:
        """What the newest minutes say, or as they would be now while the meeting runs. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            tx.about("meeting", meeting_id, meeting.subject_id, "minutes")
            return newest_minutes(tx, actor, meeting)

    def _plan_next(self, room: Room, appointment: Appointment) -> None:
        tx, last = room.tx, room.meeting
        new = planned_meeting(tx.new_uid(), last.subject_id, last.course_id, last.kind, appointment)
        new = replace(new, chair_id=last.chair_id, minute_taker_id=last.minute_taker_id, planned_on=tx.today)
        meeting = room.journal.add(new)
        people = people_of(tx, last.subject_id)
        template = self._agendas.standard(people.name, is_family=people.is_family)
        for item in agenda_items(template, meeting.id):
            room.journal.add(item)
        for participant in tx.of(Participant).where(meeting_id=last.id):
            party = party_of(participant)
            if party is not None:
                room.journal.add(new_participant(meeting.id, party))
        room.journal.save(replace(last, next_meeting_id=meeting.id))


def minutes_version(tx: Transaction, meeting_id: MeetingId, number: int | None = None) -> MinutesVersion:
    """The frozen minutes with the number, or the newest. Raises NotFound."""
    versions = tx.of(MinutesVersion).where(meeting_id=meeting_id, order_by="number")
    wanted = [version for version in versions if number in (None, version.number)]
    if not wanted:
        raise NotFound("minutes", str(meeting_id))
    return wanted[-1]


def newest_minutes(tx: Transaction, actor: Actor, meeting: Meeting) -> MinutesContent:
    """The newest frozen minutes; while the meeting runs, as they would be now. Raises NotFound before that."""
    newest = tx.of(MinutesVersion).last(meeting_id=meeting.id, order_by="number")
    if newest is not None:
        return read_minutes(newest)
    if meeting.opened_at is None:
        raise NotFound("minutes", str(meeting.id))
    return minutes_content(tx, load_meeting_file(tx, meeting, actor.employee_id))


def _move_next(room: Room, following: Meeting, appointment: Appointment) -> None:
    changed, _no_move = moved(following, appointment, "", room.tx.now)
    if changed != following:
        room.journal.save(replace(changed, planned_on=room.tx.today))
        for participant in room.tx.of(Participant).where(meeting_id=following.id):
            room.journal.save(asked_again(participant))


def _freeze(tx: Transaction, actor: Actor, meeting: Meeting, content: MinutesContent) -> MinutesVersion:
    text = canonical_json(content)
    return tx.of(MinutesVersion).add(
        MinutesVersion(
            id=MinutesVersionId(0),
            meeting_id=meeting.id,
            subject_id=meeting.subject_id,
            number=content.number or 1,
            content=text,
            schema_number=MINUTES_SCHEMA,
            sha256=sha256_of(text),
            made_at=tx.now,
            made_by_id=actor.employee_id,
            correction=content.correction,
        )
    )
