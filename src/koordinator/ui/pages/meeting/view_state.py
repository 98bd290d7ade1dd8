"""What the page of a meeting shows, made of the meeting's file. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Final, TypeAlias

from koordinator.domain.agenda import current_item
from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.content_parts import latest_of_each
from koordinator.domain.coverage import Standing
from koordinator.domain.ids import AgendaItemId, EmployeeId
from koordinator.domain.joint_plan import Goal, GoalStatus
from koordinator.domain.meeting import (
    AgendaItem,
    AgendaKind,
    Attendance,
    InvitationAnswer,
    MeetingNote,
    NoteKind,
    Participant,
)
from koordinator.domain.minutes_content import MinutesContent, NoteContent
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.plan_rules import owners_scores
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.texts import plan as plan_words
from koordinator.texts.formats import first_name
from koordinator.ui.tabs.plan_goal_facts import said_by
from koordinator.ui.tokens import Tone
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.paper_parts import score_content

ANSWER_TONES: Final = {
    InvitationAnswer.NONE: Tone.NEUTRAL,
    InvitationAnswer.YES: Tone.DONE,
    InvitationAnswer.MAYBE: Tone.SOON,
    InvitationAnswer.NO: Tone.OVERDUE,
}
_SECONDS: Final = 60
_MOST_NAMES: Final = 4

AnyNote: TypeAlias = MeetingNote | NoteContent
"""As it stands in the room, or in closed minutes."""


def name_of(file: MeetingFile, participant: Participant) -> str:
    """The participant's name."""
    return file.parties.name(party_of(participant))


def about(file: MeetingFile, participant: Participant, invited: str) -> str:
    """How they are invited to this appointment, what they are there as, and where they belong."""
    party = party_of(participant)
    parts = (invited, file.parties.role(party), file.parties.organisation(party))
    return " · ".join(part for part in parts if part)


def employees_there(file: MeetingFile) -> tuple[tuple[EmployeeId | None, str], ...]:
    """Whom a role can be given to: the employees at the table, whoever has it now, and nobody."""
    there = (participant.employee_id for participant in file.participants)
    known = dict.fromkeys((*there, file.meeting.chair_id, file.meeting.minute_taker_id))
    return ((None, texts.NOBODY_YET), *((key, file.parties.employee(key)) for key in known if key is not None))


def roles(file: MeetingFile) -> str:
    """Mødeleder: Mette Holm · Referent: Kim Møller"""
    meeting = file.meeting
    return texts.roles(file.parties.employee(meeting.chair_id), file.parties.employee(meeting.minute_taker_id))


def heading(file: MeetingFile) -> str:
    """Samarbejdsmøde · Lone Bæk"""
    return words.heading(file.meeting.kind, file.people.name)


def when_and_where(file: MeetingFile) -> str:
    """Tirsdag 12. januar 2027 kl. 13.00 · Hjemme hos Lone · 13.00-14.15"""
    meeting = file.meeting
    day = texts.when(meeting.starts_on, meeting.starts_clock)
    return f"{day} · {words.when_and_where(meeting, file.people.name)}"


@dataclass(frozen=True, slots=True)
class ChipView:
    """Somebody in the attendance strip: a sign, who, and how they were there."""

    participant: Participant
    text: str
    state: Attendance
    spoken: str


def chips(file: MeetingFile) -> tuple[ChipView, ...]:
    """Everybody at the table, and whether they are there."""
    return tuple(_chip(file, participant) for participant in file.participants)


def remarks(file: MeetingFile) -> str:
    """What all at the table should know of who is there: no consent covers somebody, or the citizen is not there."""
    is_without = not file.with_citizen and all(each.attendance is not Attendance.UNKNOWN for each in file.participants)
    without = texts.with_name(texts.WITHOUT_SUBJECT, file.people.name) if is_without else ""
    return " ".join(part for part in (_not_covered(file), without) if part)


def _not_covered(file: MeetingFile) -> str:
    """By name as long as they can be taken in at a glance."""
    names = [name_of(file, each) for each in file.participants if file.standing(each) is Standing.NOT_COVERED]
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], texts.others(len(names) - _MOST_NAMES)]
    return texts.not_covered(tuple(names)) if names else ""


_SIGNS: Final = {
    Attendance.PRESENT: "✓",
    Attendance.ABSENT: "–",
    Attendance.WRITTEN: "–",
    Attendance.UNKNOWN: "○",
}


def _chip(file: MeetingFile, participant: Participant) -> ChipView:
    state = participant.attendance
    who = _short_name(file, participant)
    extra = words.late_and_left(participant.arrived_clock, participant.left_clock)
    if state is Attendance.WRITTEN:
        extra = texts.WRITTEN.lower()
    shown = f"{_SIGNS[state]} {who}" + (f" · {extra}" if extra else "")
    spoken = ", ".join(part for part in (name_of(file, participant), words.ATTENDANCE[state], extra) if part)
    return ChipView(participant, shown, state, spoken)


def _short_name(file: MeetingFile, participant: Participant) -> str:
    """Lone; Mette, mødeleder; Kim, Familie."""
    called = first_name(name_of(file, participant))
    role = _role(file, participant)
    if role:
        return f"{called}, {role}"
    party = party_of(participant)
    if party is None or party.kind is PartyKind.CITIZEN:
        return called
    belongs = file.parties.organisation(party) or file.parties.role(party)
    return f"{called}, {belongs}" if belongs else called


def _role(file: MeetingFile, participant: Participant) -> str:
    key, meeting = participant.employee_id, file.meeting
    if key is None or key not in (meeting.chair_id, meeting.minute_taker_id):
        return ""
    if meeting.chair_id == meeting.minute_taker_id:
        return texts.both_roles()
    return texts.CHAIR if key == meeting.chair_id else texts.MINUTE_TAKER


def shown_item(file: MeetingFile, chosen: AgendaItemId | None) -> AgendaItem | None:
    """The chosen item while it is there; else the one the meeting has come to, or the last."""
    for item in file.agenda:
        if item.id == chosen:
            return item
    return current_item(file.agenda) or (file.agenda[-1] if file.agenda else None)


def notes_under(file: MeetingFile, item: AgendaItem | None) -> tuple[MeetingNote, ...]:
    """The notes of the item; those that belong to no item stand under the first."""
    first = file.agenda[0].id if file.agenda else None
    wanted = item.id if item is not None else None
    return tuple(
        note for note in file.notes if (note.agenda_item_id if note.agenda_item_id is not None else first) == wanted
    )


@dataclass(frozen=True, slots=True)
class ContributionView:
    """What somebody who could not come has sent, under their own name."""

    heading: str
    text: str
    is_citizens: bool


def contributions(file: MeetingFile, item: AgendaItem | None) -> tuple[ContributionView, ...]:
    """Those that are heard at the item: where each tells of their effort, or else at the first item."""
    heard_at = next((each for each in file.agenda if each.kind is AgendaKind.EFFORTS), None)
    heard_at = heard_at or next(iter(file.agenda), None)
    if item is None or heard_at is None or item.id != heard_at.id:
        return ()
    sent = (each for each in file.participants if each.written_contribution)
    return tuple(_contribution(file, each) for each in sent)


def _contribution(file: MeetingFile, participant: Participant) -> ContributionView:
    party = party_of(participant)
    who = (name_of(file, participant), file.parties.organisation(party))
    heading = " · ".join((", ".join(part for part in who if part), texts.CONTRIBUTION.lower()))
    return ContributionView(heading, participant.written_contribution, participant.citizen_id is not None)


def note_heading(file: MeetingFile, note: AnyNote) -> str:
    """Lone sagde; Ønske; Ønske · Lone sagde; and that it is private."""
    said = words.said_by(file.people.name) if note.in_citizens_words else ""
    kind = "" if note.kind is NoteKind.SAID else words.NOTE_KINDS[note.kind]
    private = texts.PRIVATE_MARK if isinstance(note, MeetingNote) and note.private else ""
    return " · ".join(part for part in (kind, said, private) if part)


@dataclass(frozen=True, slots=True)
class SaidView:
    """What stands under an item of a held meeting."""

    title: str
    notes: tuple[AnyNote, ...]


def said_in(file: MeetingFile, minutes: MinutesContent | None) -> tuple[SaidView, ...]:
    """What was noted, as the newest minutes say it; the reader's own private notes stand beside it."""
    own = [note for note in file.notes if note.private]
    items = (*file.agenda, None)
    views = []
    for item, under in zip_longest(items, minutes.agenda if minutes is not None else ()):
        private = tuple(note for note in own if note.agenda_item_id == (item.id if item is not None else None))
        title = item.title if item is not None else texts.OTHER_NOTES
        views.append(SaidView(title, (*(under.notes if under is not None else ()), *private)))
    return tuple(view for view in views if view.notes)


@dataclass(frozen=True, slots=True)
class TimeView:
    """How much of the meeting's time is used."""

    used: int
    of: int
    words: str


def time_used(file: MeetingFile, now: datetime) -> TimeView:
    """The minutes since the meeting was opened."""
    opened = file.meeting.opened_at or now
    used, of = max(0, int((now - opened).total_seconds()) // _SECONDS), file.meeting.duration_minutes
    return TimeView(min(used, of), of, words.minutes_used(used, of) if used <= of else texts.overtime(used - of))


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal in the column of the plan, with its owner's scores in order, and what others see, a sentence each."""

    goal: Goal
    title: str
    progress: str
    scores: tuple[int, ...]
    others: tuple[str, ...] = ()


def goals(file: MeetingFile) -> tuple[GoalView, ...]:
    """The goals that are worked on."""
    active = [goal for goal in file.goals if goal.status is GoalStatus.ACTIVE]
    return tuple(_goal(file, number, goal) for number, goal in enumerate(active, start=1))


def _goal(file: MeetingFile, number: int, goal: Goal) -> GoalView:
    own = owners_scores(goal, file.scores)
    others = [each for each in file.scores if each.goal_id == goal.id and each not in own]
    scores = tuple(score.score for score in own)
    first = scores[0] if len(scores) > 1 else None
    progress = plan_words.progress(first, scores[-1] if scores else None)
    member = file.parties.name(Party(PartyKind.CITIZEN, goal.citizen_id)) if goal.citizen_id is not None else ""
    called = first_name(member or file.people.name)
    return GoalView(
        goal,
        plan_words.goal_number(number, goal.title),
        f"{called}: {progress}" if scores else progress,
        scores,
        tuple(map(said_by, latest_of_each(score_content(each, file.parties) for each in others))),
    )


@dataclass(frozen=True, slots=True)
class PromiseView:
    """An agreement in a line: what, by whom and when; `lacks` says what is missing."""

    agreement: Agreement
    what: str
    detail: str
    lacks: str
    settled: str
    another_way: bool = False


def promise_view(file: MeetingFile, agreement: Agreement) -> PromiseView:
    """The agreement as it is shown."""
    who = file.parties.name(party_of(agreement))
    has_day = agreement.due_on is not None or bool(agreement.rhythm)
    when = plan_words.when_due(agreement) if has_day else ""
    carried = words.carried(agreement.times_carried)
    lacks = [text for text, there in ((texts.LACKS_PERSON, who), (texts.LACKS_DAY, has_day)) if not there]
    is_open = agreement.status is AgreementStatus.OPEN
    return PromiseView(
        agreement,
        agreement.what,
        " · ".join(part for part in (who, when, carried) if part),
        ", ".join(lacks) if is_open else "",
        _settled(file, agreement),
        agreement.id in file.asking,
    )


def _settled(file: MeetingFile, agreement: Agreement) -> str:
    if agreement.status is AgreementStatus.DONE:
        return plan_words.AGREEMENT_STATUS[agreement.status]
    if agreement.status is AgreementStatus.NOT_DONE:
        return f"{plan_words.AGREEMENT_STATUS[agreement.status]}: {agreement.not_done_reason}"
    return texts.GOES_ON if agreement.carried_meeting_id == file.meeting.id else ""


def promises(file: MeetingFile) -> tuple[PromiseView, ...]:
    """The agreements made at this meeting."""
    return tuple(promise_view(file, agreement) for agreement in file.agreements)


def since_last(file: MeetingFile) -> tuple[PromiseView, ...]:
    """The agreements that were open when the meeting began."""
    return tuple(promise_view(file, agreement) for agreement in file.since_last)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A pending decision in two lines."""

    decision: PendingDecision
    what: str
    who: str
    is_complete: bool


def questions(file: MeetingFile) -> tuple[QuestionView, ...]:
    """What this meeting could not grant."""
    return tuple(_question(file, decision) for decision in file.decisions)


def _question(file: MeetingFile, decision: PendingDecision) -> QuestionView:
    department = file.parties.department(decision.department_id)
    named = (decision.department_id, decision.employee_id, decision.answer_by_on)
    return QuestionView(
        decision,
        f"{decision.what} · {department}" if department else decision.what,
        plan_words.who_answers(decision, file.parties.employee(decision.employee_id)),
        None not in named,
    )


def answers(file: MeetingFile) -> tuple[tuple[str, str], ...]:
    """The three questions, each with the citizen's answer; nothing where they were not asked."""
    meeting = file.meeting
    if not meeting.evaluation_asked:
        return ()
    scores = (meeting.evaluation_heard, meeting.evaluation_makes_sense, meeting.evaluation_same_direction)
    asked = zip((words.HEARD, words.MAKES_SENSE, words.SAME_DIRECTION), scores, strict=True)
    return tuple(
        (question, words.NO_ANSWER if score is None else f"{score} · {words.EVALUATION_SCALE[score]}")
        for question, score in asked
    )


def minutes_papers(file: MeetingFile, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The minutes that have been made as papers, the newest last."""
    own = [paper for paper in papers if paper.meeting_id == file.meeting.id and paper.kind is PaperKind.MINUTES]
    return tuple(sorted(own, key=lambda paper: paper.made_at))


def last_letters(file: MeetingFile, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The letters and the calendar file that were produced together last."""
    kinds = (PaperKind.INVITATION, PaperKind.CALENDAR_FILE)
    newest = max((each.made_at for each in file.invitations), default=None)
    together = {each.paper_id for each in file.invitations if each.made_at == newest}
    return tuple(paper for paper in papers if paper.id in together and paper.kind in kinds)


def bar_line(file: MeetingFile) -> str:
    """Hjemme hos Lone · 13.00-14.15"""
    return words.when_and_where(file.meeting, file.people.name)
