"""Inviting: something is really produced for somebody, and only then are they invited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from koordinator.domain.access import Action, Actor
from koordinator.domain.email_address import is_email
from koordinator.domain.ids import MeetingId, ParticipantId, RowId
from koordinator.domain.invitation import Invitation, InvitationWay, ReplyFromStranger, check_reply, in_calendar
from koordinator.domain.meeting import AgendaItem, Meeting, Participant
from koordinator.domain.meeting_rules import (
    NobodyToInvite,
    answered,
    cancelled,
    check_ahead,
    invited,
    was_invited_to,
    with_raised_sequence,
)
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.party import keys_of, party_of
from koordinator.usecases.invitation_snapshot import (
    CalledOff,
    calendar_content,
    invitation_content,
    mail_content,
    organizer_of,
    reader_of,
)
from koordinator.usecases.letterhead_cases import invitation_style
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.paper_drawing import Makers
from koordinator.usecases.paper_store import PaperAbout, store_paper
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import CalendarReplies, MadePaper, PaperMaker, PaperStyle

USUAL_WAYS: Final = frozenset({InvitationWay.LETTER, InvitationWay.CALENDAR_FILE})


@dataclass(frozen=True, slots=True)
class Invited:
    """The meeting afterwards, and the papers that were produced: letters, the calendar file, the draft.

    `unreached` are those for whom nothing could be made in the chosen ways, so that they are not invited.
    """

    file: MeetingFile
    papers: tuple[Paper, ...]
    unreached: tuple[Participant, ...] = ()


class Invitations:
    """Calls people to a meeting, and calls it off."""

    def __init__(self, office: Office, makers: Makers, replies: CalendarReplies) -> None:
        self._office = office
        self._makers = makers
        self._replies = replies

    def invite(
        self,
        actor: Actor,
        meeting_id: MeetingId,
        ways: frozenset[InvitationWay] = USUAL_WAYS,
        *,
        everybody: bool = False,
    ) -> Invited:
        """Invites those who are not invited to this appointment (or everybody) in the ways that reach them.

        Where somebody has it in their calendar from the coordinator before, everybody is asked anew.
        A letter reaches everybody; the calendar file and the draft only those with a usable e-mail address, and the
        citizens not at all. The status becomes INVITED in the same transaction. Raises NotFound, MeetingNotAhead, or
        NobodyToInvite when there is nobody whom anything could be made for.
        """
        with self._office.act(actor, Action.INVITE) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            check_ahead(meeting)
            file = _file_for_asking(tx, actor, meeting)
            anew = everybody or asked_by_another(file)
            asked = file.participants if anew else file.not_invited
            reached = tuple(each for each in asked if ways_to(file, each) & ways)
            if not reached:
                raise NobodyToInvite
            papers = _Production(self._makers, tx, actor, file).of(reached, ways)
            for participant in reached:
                tx.of(Participant).save(replace(participant, invited_at=tx.now))
            saved = tx.of(Meeting).save(invited(file.meeting, tx.now))
            tx.about("meeting", meeting_id, meeting.subject_id, f"invited={len(reached)} ways={'+'.join(sorted(ways))}")
            unreached = tuple(each for each in asked if each not in reached)
            return Invited(load_meeting_file(tx, saved, actor.employee_id), papers, unreached)

    def draft_to(self, actor: Actor, participant_id: ParticipantId) -> Invited:
        """A mail to one participant, with the letter where they may have it; it invites them.

        Raises NotFound, MeetingNotAhead, or NobodyToInvite when they have no usable e-mail address.
        """
        with self._office.act(actor, Action.INVITE) as tx:
            participant = tx.of(Participant).get(participant_id)
            meeting = tx.of(Meeting).get(participant.meeting_id)
            check_ahead(meeting)
            file = _file_for_asking(tx, actor, meeting)
            if InvitationWay.MAIL_DRAFT not in ways_to(file, participant):
                raise NobodyToInvite
            papers = _Production(self._makers, tx, actor, file).of(
                (participant,), frozenset({InvitationWay.MAIL_DRAFT})
            )
            tx.of(Participant).save(replace(participant, invited_at=participant.invited_at or tx.now))
            saved = tx.of(Meeting).save(invited(file.meeting, tx.now))
            tx.about("meeting", meeting.id, meeting.subject_id, "invited=1 ways=mail_draft")
            return Invited(load_meeting_file(tx, saved, actor.employee_id), papers)

    def cancel(self, actor: Actor, meeting: Meeting, reason: str) -> Invited:
        """Calls the meeting off; whoever was invited gets a letter and a calendar file that says so.

        Raises StaleVersion, MeetingNotAhead or FieldMissing.
        """
        with self._office.act(actor, Action.CANCEL_MEETING) as tx:
            saved = tx.of(Meeting).save(cancelled(meeting, reason, tx.now))
            file = load_meeting_file(tx, saved, actor.employee_id)
            told = tuple(each for each in file.participants if _was_called(file, each))
            papers = _Production(self._makers, tx, actor, file).of(told, USUAL_WAYS) if was_invited_to(saved) else ()
            tx.about("meeting", meeting.id, meeting.subject_id, f"papers={len(papers)}")
            return Invited(load_meeting_file(tx, saved, actor.employee_id), papers)

    def take_off(self, actor: Actor, participant_id: ParticipantId) -> Invited:
        """The meeting without the participant, who gets a calendar file that says so where they were invited.

        The others get a new file the next time they are invited. Raises NotFound or MeetingNotAhead.
        """
        with self._office.act(actor, Action.PLAN_MEETING) as tx:
            participant = tx.of(Participant).get(participant_id)
            meeting = tx.of(Meeting).get(participant.meeting_id)
            check_ahead(meeting)
            raised = tx.of(Meeting).save(with_raised_sequence(meeting)) if was_invited_to(meeting) else meeting
            file = load_meeting_file(tx, raised, actor.employee_id)
            called_off = _Production(self._makers, tx, actor, file).taking_off(participant)
            for item in tx.of(AgendaItem).where(meeting_id=meeting.id, presenter_id=participant_id):
                tx.of(AgendaItem).save(replace(item, presenter_id=None))
            tx.of(Participant).remove(participant_id)
            tx.about("meeting", meeting.id, meeting.subject_id, "participant_removed")
            return Invited(load_meeting_file(tx, raised, actor.employee_id), called_off)

    def take_reply(self, actor: Actor, meeting_id: MeetingId, path: Path) -> tuple[MeetingFile, Participant]:
        """The meeting with the answer that a calendar program sent back, and whose it is; once more changes nothing.

        Raises NotAReply, OutlookItem, ReplyToAnotherMeeting, ReplyToAnEarlierTime, ReplyFromStranger, NotFound or
        MeetingNotAhead.
        """
        reply = self._replies.read(path)
        with self._office.act(actor, Action.ANSWER_INVITATION) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            check_ahead(meeting)
            file = load_meeting_file(tx, meeting, actor.employee_id)
            check_reply(reply, meeting, file.invitations)
            participant = _with_address(file, reply.email)
            saved = tx.of(Participant).save(answered(participant, reply.answer, reply.note or participant.answer_note))
            tx.about("meeting", meeting_id, meeting.subject_id, f"answer={reply.answer} by=calendar")
            return load_meeting_file(tx, meeting, actor.employee_id), saved


@dataclass(frozen=True, slots=True)
class _Production:
    """Makes what people are called with, keeps it, and notes for whom it was made."""

    makers: Makers
    tx: Transaction
    actor: Actor
    file: MeetingFile

    @property
    def maker(self) -> PaperMaker:
        """Who makes the papers of this meeting."""
        return self.makers.about(self.file.people).papers

    def of(self, people: tuple[Participant, ...], ways: frozenset[InvitationWay]) -> tuple[Paper, ...]:
        """What the ways ask for: a letter each, one calendar file and one draft for all whom they reach."""
        made: list[Paper] = []
        if InvitationWay.LETTER in ways:
            made.extend(self._letter(each) for each in people)
        for way in (InvitationWay.CALENDAR_FILE, InvitationWay.MAIL_DRAFT):
            reached = tuple(each for each in people if way in ways_to(self.file, each)) if way in ways else ()
            if reached:
                made.extend(self._told(way, reached))
        return tuple(made)

    def _told(self, way: InvitationWay, people: tuple[Participant, ...]) -> Iterator[Paper]:
        """What calls them, or calls them off; what another organizer asked is taken out of their calendars first."""
        known = {each.id: in_calendar(self.file.invitations, each) for each in people}
        if not self.file.meeting.status.is_ahead:
            for sent in {each.calendar_uid: each for each in known.values() if each}.values() or (None,):
                theirs = tuple(each for each in people if (had := known[each.id]) is None or _is_one(had, sent))
                yield self._calendar(way, theirs, CalledOff(sent))
            return
        for sent in _from_another(self.file, known.values()):
            theirs = tuple(each for each in people if (had := known[each.id]) and had.calendar_uid == sent.calendar_uid)
            yield self._calendar(way, theirs, CalledOff(sent, handed_over=theirs))
        yield self._calendar(way, people)

    def taking_off(self, participant: Participant) -> tuple[Paper, ...]:
        """The calendar file that takes the meeting out of the one calendar, where it had got there."""
        sent = in_calendar(self.file.invitations, participant)
        if sent is None or InvitationWay.CALENDAR_FILE not in ways_to(self.file, participant):
            return ()
        called_off = CalledOff(sent, taken_off=(participant,))
        return (self._calendar(InvitationWay.CALENDAR_FILE, (participant,), called_off),)

    def _letter(self, participant: Participant) -> Paper:
        reader = reader_of(self.file, participant)
        content = invitation_content(self.tx, self.file, participant)
        style = invitation_style(self.tx, self.file.people, content, PaperStyle(reader))
        made = self.maker.invitation(content, style)
        name = self.file.parties.name(party_of(participant))
        paper = self._stored(PaperKind.INVITATION, reader, made, name)
        calls_off = not self.file.meeting.status.is_ahead
        return self._noted(paper, (participant,), _Told(InvitationWay.LETTER, calls_off))

    def _calendar(
        self, way: InvitationWay, people: tuple[Participant, ...], called_off: CalledOff | None = None
    ) -> Paper:
        """The file, or the mail that it goes with."""
        content = calendar_content(self.tx, self.file, called_off)
        told = _Told(way, called_off is not None, content.organizer.email if content.organizer else "", content.uid)
        if way is InvitationWay.CALENDAR_FILE:
            paper = self._stored(PaperKind.CALENDAR_FILE, Reader.PROFESSIONAL, self.maker.calendar(content))
        else:
            mail = mail_content(self.tx, self.file, people, called_off)
            made_for = mail.letter.addressee.name if mail.letter is not None else ""
            paper = self._stored(PaperKind.MAIL_DRAFT, Reader.PROFESSIONAL, self.maker.mail_draft(mail), made_for)
        return self._noted(paper, people, told)

    def _stored(self, kind: PaperKind, reader: Reader, made: MadePaper, made_for: str = "") -> Paper:
        about = PaperAbout(self.file.meeting.subject_id, kind, reader, self.file.meeting.id, made_for=made_for)
        return store_paper(self.tx, self.actor, about, made)

    def _noted(self, paper: Paper, people: Iterable[Participant], told: "_Told") -> Paper:
        meeting, tx = self.file.meeting, self.tx
        for participant in people:
            keys = keys_of(party_of(participant))
            tx.of(Invitation).add(
                Invitation(
                    RowId(0),
                    meeting.id,
                    told.way,
                    meeting.starts_on,
                    meeting.starts_clock,
                    meeting.calendar_sequence,
                    tx.now,
                    self.actor.employee_id,
                    paper.id,
                    keys.citizen_id,
                    keys.employee_id,
                    keys.contact_person_id,
                    calls_off=told.calls_off,
                    organizer=told.organizer,
                    calendar_uid=told.calendar_uid,
                )
            )
        return paper


class _Told(NamedTuple):
    """How people were called, or called off, and under what it stands in their calendars."""

    way: InvitationWay
    calls_off: bool
    organizer: str = ""
    calendar_uid: str = ""


def _file_for_asking(tx: Transaction, actor: Actor, meeting: Meeting) -> MeetingFile:
    """The meeting; what takes it out of calendars again needs a higher SEQUENCE than what stands there."""
    file = load_meeting_file(tx, meeting, actor.employee_id)
    return replace(file, meeting=tx.of(Meeting).save(with_raised_sequence(meeting))) if asked_by_another(file) else file


def asked_by_another(file: MeetingFile) -> bool:
    """Somebody has the meeting in their calendar from another organizer than today's."""
    return bool(_from_another(file, (in_calendar(file.invitations, each) for each in file.participants)))


def _from_another(file: MeetingFile, known: Iterable[Invitation | None]) -> tuple[Invitation, ...]:
    """What was asked in the name of another organizer than today's, one for each UID."""
    organizer = organizer_of(file)
    others = (each for each in known if each and organizer and not each.is_from(organizer.email))
    return tuple({each.calendar_uid: each for each in others}.values())


def ways_to(file: MeetingFile, participant: Participant) -> frozenset[InvitationWay]:
    """What reaches the participant: a letter always does, a citizen is not written to by mail."""
    party = party_of(participant)
    by_mail = is_email(file.parties.email(party)) and file.parties.citizen(party) is None
    return frozenset(InvitationWay) if by_mail else frozenset({InvitationWay.LETTER})


def _is_one(had: Invitation, sent: Invitation | None) -> bool:
    """They stand under the same in a calendar."""
    return sent is not None and had.calendar_uid == sent.calendar_uid


def _was_called(file: MeetingFile, participant: Participant) -> bool:
    """They have been called, if only to an earlier time of it."""
    return participant.invited_at is not None or any(
        party_of(each) == party_of(participant) and not each.calls_off for each in file.invitations
    )


def _with_address(file: MeetingFile, email: str) -> Participant:
    for participant in file.participants:
        if file.parties.email(party_of(participant)).casefold() == email.casefold():
            return participant
    raise ReplyFromStranger(email)
