"""Making papers, and finding them again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import AssessmentId, MeetingId, PaperId, ParticipantId, PlanVersionId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.left_out import LeftOut
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.minutes_content import MinutesContent, read_minutes
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Handout, Paper, PaperContent, PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.plan_content import PlanContent, read_plan
from koordinator.domain.plan_difference import difference
from koordinator.domain.sheet_content import AssessmentNote
from koordinator.usecases.invitation_snapshot import (
    calendar_content,
    input_card_content,
    invitation_content,
    preparation_content,
    reader_of,
)
from koordinator.usecases.meeting_closing import minutes_version, newest_minutes
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.paper_drawing import Drawing, Makers
from koordinator.usecases.paper_kinds import drawn
from koordinator.usecases.paper_parts import sender_of, subject_content
from koordinator.usecases.paper_store import PaperAbout, store_paper
from koordinator.usecases.plan_file import PlanFile, load_plan_file
from koordinator.usecases.plan_snapshot import plan_content
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle, Printed
from koordinator.usecases.subject_people import people_of


@dataclass(frozen=True, slots=True)
class HandedPaper:
    """A paper with its bytes."""

    paper: Paper
    content: bytes


@dataclass(frozen=True, slots=True)
class PreviewedPaper:
    """A paper as it would be made now; nobody has got it. `left_out` is what this copy does not hold, and why."""

    about: PaperAbout
    file_name: str
    content: bytes
    left_out: tuple[LeftOut, ...] = ()
    printed: Printed | None = None


@dataclass(frozen=True, slots=True)
class PaperList:
    """A subject's papers and whom they were handed to, the newest last."""

    papers: tuple[Paper, ...]
    handouts: tuple[Handout, ...]


class Papers:
    """The use cases of papers. Each one made is kept with its exact bytes."""

    def __init__(self, office: Office, makers: Makers) -> None:
        self._office = office
        self._makers = makers
        self._maker = makers.papers

    def make(self, actor: Actor, order: PaperOrder) -> HandedPaper:
        """The paper of the order, kept: its row, its exact bytes and their SHA-256.

        Raises NotFound, NotCoveredByConsent for one whom the paper may not be given to, NobodyToName, NothingEnded.
        """
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            paper = drawn(Drawing(tx, actor, self._makers, order))
            return kept(tx, actor, paper.about, paper.made)

    def preview(self, actor: Actor, order: PaperOrder) -> PreviewedPaper:
        """The same paper, looked at and not kept. Raises what `make` raises."""
        with self._office.act(actor, Action.PREVIEW_PAPER) as tx:
            paper = drawn(Drawing(tx, actor, self._makers, order))
            tx.about("subject", order.subject_id, order.subject_id, f"kind={order.kind} reader={paper.about.reader}")
            made = paper.made
            return PreviewedPaper(paper.about, made.file_name, made.content, paper.left_out, made.printed)

    def plan(self, actor: Actor, subject_id: SubjectId, style: PaperStyle, number: int | None = None) -> HandedPaper:
        """The plan: the version with the number, else the newest approved one, else the draft.

        Raises NotFound when there is none.
        """
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            source = plan_source(tx, subject_id, number)
            made = self._maker.plan(source.content, style, source.previous)
            return kept(tx, actor, source.about(PaperKind.PLAN, style.reader), made)

    def plan_today(self, actor: Actor, subject_id: SubjectId, style: PaperStyle) -> HandedPaper:
        """The newest approved version while it says what the plan says today, else today's plan as a draft.

        Raises NotFound when there is no plan.
        """
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            source = plan_source_today(tx, subject_id)
            made = self._maker.plan(source.content, style, source.previous)
            return kept(tx, actor, source.about(PaperKind.PLAN, style.reader), made)

    def contacts(self, actor: Actor, subject_id: SubjectId, style: PaperStyle) -> HandedPaper:
        """Hvem hjælper dig med hvad as it is today; also on trin 1, where there is no plan. Raises NotFound."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            made = self._maker.contacts(plan_content(tx, load_plan_file(tx, subject_id)), style)
            return kept(tx, actor, PaperAbout(subject_id, PaperKind.CONTACTS, style.reader), made)

    def minutes(self, actor: Actor, meeting_id: MeetingId, style: PaperStyle, number: int | None = None) -> HandedPaper:
        """The minutes of that number, else the newest; before closing as a draft. Raises NotFound."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            content = minutes_of(tx, actor, meeting, number)
            about = replace(about_meeting(meeting, PaperKind.MINUTES, style.reader), number=content.number)
            return kept(tx, actor, about, self._maker.minutes(content, style))

    def take_home(self, actor: Actor, meeting_id: MeetingId, *, large_print: bool = False) -> HandedPaper:
        """Tag med hjem, by the newest minutes or as the meeting stands now. Raises NotFound before it has begun."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            style = PaperStyle(large_print=large_print)
            made = self._maker.take_home(newest_minutes(tx, actor, meeting), style)
            return kept(tx, actor, about_meeting(meeting, PaperKind.TAKE_HOME, style.reader), made)

    def assessment_note(self, actor: Actor, assessment_id: AssessmentId, style: PaperStyle) -> HandedPaper:
        """The assessment as a note for the file; a draft until it is locked. Raises NotFound."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            assessment = tx.of(Assessment).get(assessment_id)
            made = self._maker.assessment_note(_assessment_note(tx, assessment), style)
            about = PaperAbout(assessment.subject_id, PaperKind.ASSESSMENT_NOTE, style.reader)
            return kept(tx, actor, about, made)

    def agenda(self, actor: Actor, meeting_id: MeetingId, style: PaperStyle) -> HandedPaper:
        """The agenda as a sheet of its own. Raises NotFound."""
        return self._before_meeting(
            actor,
            meeting_id,
            PaperKind.AGENDA,
            style.reader,
            lambda tx, file: self._maker.agenda(invitation_content(tx, file, None), style),
        )

    def preparation(self, actor: Actor, meeting_id: MeetingId, style: PaperStyle) -> HandedPaper:
        """The sheet for preparing the meeting with the citizen. Raises NotFound."""
        return self._before_meeting(
            actor,
            meeting_id,
            PaperKind.PREPARATION,
            style.reader,
            lambda tx, file: self._maker.preparation(preparation_content(tx, file), style),
        )

    def invitation(self, actor: Actor, participant_id: ParticipantId, style: PaperStyle) -> HandedPaper:
        """The letter to one participant as it would be now; invites nobody. Raises NotFound."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            participant, file = participant_of(tx, actor, participant_id)
            reader = reader_of(file, participant)
            made = self._maker.invitation(
                invitation_content(tx, file, participant), PaperStyle(reader, style.large_print)
            )
            return kept(tx, actor, about_meeting(file.meeting, PaperKind.INVITATION, reader), made)

    def input_card(self, actor: Actor, participant_id: ParticipantId, style: PaperStyle) -> HandedPaper:
        """The card on which somebody who cannot come writes what they want said. Raises NotFound."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            participant, file = participant_of(tx, actor, participant_id)
            made = self._maker.input_card(input_card_content(tx, file, participant), style)
            about = about_meeting(file.meeting, PaperKind.INPUT_CARD, reader_of(file, participant))
            return kept(tx, actor, about, made)

    def calendar(self, actor: Actor, meeting_id: MeetingId) -> HandedPaper:
        """The meeting's calendar file as it is now; invites nobody. Raises NotFound."""
        return self._before_meeting(
            actor,
            meeting_id,
            PaperKind.CALENDAR_FILE,
            Reader.PROFESSIONAL,
            lambda tx, file: self._maker.calendar(calendar_content(tx, file)),
        )

    def open(self, actor: Actor, paper_id: PaperId) -> HandedPaper:
        """A paper that was made before. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            paper = tx.of(Paper).get(paper_id)
            tx.about("paper", paper_id, paper.subject_id, f"opened={paper.kind}")
            (stored,) = tx.of(PaperContent).where(paper_id=paper_id)
            return HandedPaper(paper, stored.content)

    def of_subject(self, actor: Actor, subject_id: SubjectId) -> PaperList:
        """All papers of the subject, without their bytes, and whom they were handed to."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            tx.about("subject", subject_id, subject_id, "papers")
            papers = tx.of(Paper).where(subject_id=subject_id, order_by="made_at")
            return PaperList(papers, tx.of(Handout).where(subject_id=subject_id, order_by="handed_on"))

    def _before_meeting(
        self,
        actor: Actor,
        meeting_id: MeetingId,
        kind: PaperKind,
        reader: Reader,
        make: Callable[[Transaction, MeetingFile], MadePaper],
    ) -> HandedPaper:
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            made = make(tx, load_meeting_file(tx, meeting, actor.employee_id))
            return kept(tx, actor, about_meeting(meeting, kind, reader), made)


def participant_of(tx: Transaction, actor: Actor, participant_id: ParticipantId) -> tuple[Participant, MeetingFile]:
    """The participant, and the meeting with all that belongs to it. Raises NotFound."""
    participant = tx.of(Participant).get(participant_id)
    meeting = tx.of(Meeting).get(participant.meeting_id)
    return participant, load_meeting_file(tx, meeting, actor.employee_id)


def minutes_of(tx: Transaction, actor: Actor, meeting: Meeting, number: int | None) -> MinutesContent:
    """The minutes of that number, else the newest; before closing as a draft. Raises NotFound."""
    if number is None:
        return newest_minutes(tx, actor, meeting)
    return read_minutes(minutes_version(tx, meeting.id, number))


@dataclass(frozen=True, slots=True)
class PlanSource:
    """What a plan paper is made from: the content, the version before it, and which version it is (none: a draft)."""

    subject_id: SubjectId
    content: PlanContent
    previous: PlanContent | None = None
    version_id: PlanVersionId | None = None

    def about(self, kind: PaperKind, reader: Reader) -> PaperAbout:
        """What the paper is."""
        number = self.content.number
        return PaperAbout(self.subject_id, kind, reader, plan_version_id=self.version_id, number=number)


def plan_source(tx: Transaction, subject_id: SubjectId, number: int | None) -> PlanSource:
    """The version with the number, else the newest approved one, else the draft. Raises NotFound."""
    file = load_plan_file(tx, subject_id)
    version = _version(file, number)
    if version is None:
        if file.plan is None or number is not None:
            raise NotFound("plan_version", str(number or ""))
        return PlanSource(subject_id, plan_content(tx, file))
    earlier = [each for each in file.versions if each.number < version.number]
    previous = read_plan(earlier[-1]) if earlier else None
    return PlanSource(subject_id, read_plan(version), previous, version.id)


def plan_source_today(tx: Transaction, subject_id: SubjectId) -> PlanSource:
    """The newest approved version while it says what the plan says today, else today's plan. Raises NotFound."""
    approved, file = plan_source(tx, subject_id, None), load_plan_file(tx, subject_id)
    today = plan_content(tx, file)
    if approved.version_id is None or not difference(approved.content, today):
        return approved
    return PlanSource(subject_id, today, previous=approved.content)


def _assessment_note(tx: Transaction, assessment: Assessment) -> AssessmentNote:
    """With the locked one before it, and the name of whoever decided."""
    every = tx.of(Assessment).where(subject_id=assessment.subject_id, order_by="locked_at")
    before = [each for each in every if _is_locked_before(each, assessment)]
    decided_by_id = assessment.decided_by_id
    return AssessmentNote(
        sender=sender_of(tx),
        subject=subject_content(people_of(tx, assessment.subject_id)),
        assessment=assessment,
        made_on=tx.today,
        decided_by=tx.of(Employee).get(decided_by_id).name if decided_by_id is not None else "",
        last=before[-1] if before else None,
    )


def _is_locked_before(one: Assessment, other: Assessment) -> bool:
    return one.locked_at is not None and (other.locked_at is None or one.locked_at < other.locked_at)


def _version(file: PlanFile, number: int | None) -> PlanVersion | None:
    if number is None:
        return file.newest_version
    return next((version for version in file.versions if version.number == number), None)


def about_meeting(meeting: Meeting, kind: PaperKind, reader: Reader) -> PaperAbout:
    """What a paper of the meeting is."""
    return PaperAbout(meeting.subject_id, kind, reader, meeting.id)


def kept(tx: Transaction, actor: Actor, about: PaperAbout, made: MadePaper) -> HandedPaper:
    """The paper, stored and logged."""
    paper = store_paper(tx, actor, about, made)
    tx.about("paper", paper.id, about.subject_id, f"kind={about.kind} reader={about.reader}")
    return HandedPaper(paper, made.content)
