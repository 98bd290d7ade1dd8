"""Inviting: the letters and the calendar file are produced, and only then is anybody invited."""

from dataclasses import dataclass, replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.meeting_rules import NobodyToInvite, cancelled, check_ahead, invited, was_invited_to
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.usecases.invitation_snapshot import calendar_content, invitation_content, reader_of
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.paper_store import PaperAbout, store_paper
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import PaperMaker, PaperStyle


@dataclass(frozen=True, slots=True)
class Invited:
    """The meeting afterwards, and the papers that were produced: letters, then the calendar file for all."""

    file: MeetingFile
    papers: tuple[Paper, ...]


class Invitations:
    """Calls people to a meeting, and calls it off."""

    def __init__(self, office: Office, maker: PaperMaker) -> None:
        self._office = office
        self._maker = maker

    def invite(self, actor: Actor, meeting_id: MeetingId, *, everybody: bool = False) -> Invited:
        """Letters to those who have none for this appointment (or to everybody), and a new calendar file for all.

        The status becomes INVITED in the same transaction. Raises NotFound, MeetingNotAhead, or
        NobodyToInvite when everybody has their letter.
        """
        with self._office.act(actor, Action.INVITE) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            check_ahead(meeting)
            file = load_meeting_file(tx, meeting, actor.employee_id)
            asked = file.participants if everybody else file.not_invited
            if not asked:
                raise NobodyToInvite
            papers = self._produce(tx, actor, file, asked)
            for participant in asked:
                tx.of(Participant).save(replace(participant, invited_at=tx.now))
            saved = tx.of(Meeting).save(invited(meeting, tx.now))
            tx.about("meeting", meeting_id, meeting.subject_id, f"invited={len(asked)}")
            return Invited(load_meeting_file(tx, saved, actor.employee_id), papers)

    def cancel(self, actor: Actor, meeting: Meeting, reason: str) -> Invited:
        """Calls the meeting off; whoever was invited gets a letter and a calendar file that says so.

        Raises StaleVersion, MeetingNotAhead or FieldMissing.
        """
        with self._office.act(actor, Action.CANCEL_MEETING) as tx:
            saved = tx.of(Meeting).save(cancelled(meeting, reason, tx.now))
            file = load_meeting_file(tx, saved, actor.employee_id)
            told = tuple(each for each in file.participants if each.invited_at is not None)
            papers = self._produce(tx, actor, file, told) if was_invited_to(saved) else ()
            tx.about("meeting", meeting.id, meeting.subject_id, f"papers={len(papers)}")
            return Invited(file, papers)

    def _produce(
        self, tx: Transaction, actor: Actor, file: MeetingFile, people: tuple[Participant, ...]
    ) -> tuple[Paper, ...]:
        papers = []
        subject_id, meeting_id = file.meeting.subject_id, file.meeting.id
        for participant in people:
            reader = reader_of(file, participant)
            letter = self._maker.invitation(invitation_content(tx, file, participant), PaperStyle(reader))
            about = PaperAbout(subject_id, PaperKind.INVITATION, reader, meeting_id)
            papers.append(store_paper(tx, actor, about, letter))
        calendar = PaperAbout(subject_id, PaperKind.CALENDAR_FILE, Reader.PROFESSIONAL, meeting_id)
        papers.append(store_paper(tx, actor, calendar, self._maker.calendar(calendar_content(tx, file))))
        return tuple(papers)
