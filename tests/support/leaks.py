"""A citizen or a family whose meetings and plan say a word of its own in every place, and what a reader found of them.

`LeakWorld` is built once a test; `consents` are then set again and again, and `papers_for` makes every paper that the
program has for one participant. `Word` says what a word is about, so that it is known who may read it.
"""

import email
import email.policy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from email.message import EmailMessage
from functools import partial
from typing import Final, NamedTuple

from koordinator.documents.pdf import Pdf
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.citizen import FamilyRole
from koordinator.domain.consent import Consent, ConsentException, ConsentParty, GivenConsent
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.coverage import NotCoveredByConsent
from koordinator.domain.ids import AgendaItemId, CitizenId, CourseId, EffortId, MeetingId, RowId, SubjectId, ThemeId
from koordinator.domain.meeting import AgendaItem, AgendaKind, Attendance, InvitationAnswer, NoteKind, Participant
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.minutes_correction import correction_of
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.register import ContactPerson, Effort
from koordinator.domain.steps import Step
from koordinator.usecases.families import NewMember
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.services import Services
from tests.documents.press import read_back
from tests.support.desk import services_at
from tests.support.meeting_world import FIRST_DAY, MeetingWorld
from tests.support.office import TODAY

KEYS: Final = ("general", "health", "finances", None)
"""What things are about in this world; the last have no theme."""


class Word(NamedTuple):
    """What a word is about: its theme's key, the member whose own it is, where it was written, and by which reader."""

    place: str
    theme: str | None
    member: CitizenId | None = None
    for_nobody: bool = False
    by: str = ""


@dataclass
class LeakWorld:
    """The world and its words."""

    world: MeetingWorld
    is_family: bool
    services: Services = field(init=False)
    subject_id: SubjectId = field(init=False)
    words: dict[str, Word] = field(default_factory=dict)
    held: MeetingId = field(init=False)
    running: MeetingId = field(init=False)
    ahead: MeetingId = field(init=False)

    def __post_init__(self) -> None:
        self.services, self.actor = services_at(self.world.bench), self.world.actor
        self.members = (self.world.lone, self.world.anna) if self.is_family else (self.world.lone,)
        self.subject_id = _family(self) if self.is_family else self.world.subject_id
        self.themes = {theme.key: theme.id for theme in self.services.themes.all(self.actor)}
        contact = Party(PartyKind.CONTACT_PERSON, self.world.teacher)
        self.parties = (*self.world.parties, contact)
        _Writing(self).all()

    def word(self, place: str, theme: str | None = None, member: CitizenId | None = None) -> str:
        """A new word; it stands on one line wherever it is printed."""
        word = f"zq{len(self.words):04d}q"
        self.words[word] = Word(place, theme, member)
        return word

    def private(self) -> str:
        """A word that no reader may ever find."""
        word = self.word("private")
        self.words[word] = self.words[word]._replace(for_nobody=True)
        return word

    def own(self, place: str, by: str) -> str:
        """A word that the reader has sent, and may find in papers for nobody else."""
        word = self.word(place)
        self.words[word] = self.words[word]._replace(by=by)
        return word

    def theme_id(self, key: str | None) -> ThemeId | None:
        return self.themes[key] if key is not None else None

    def keep(self, consents: Iterable[GivenConsent]) -> None:
        """These consents and no others."""
        with self.world.bench.office.aside() as tx:
            for party_row in tx.of(ConsentParty).where():
                tx.of(ConsentParty).remove(party_row.id)
            for exception_row in tx.of(ConsentException).where():
                tx.of(ConsentException).remove(exception_row.id)
            for consent in tx.of(Consent).where():
                tx.of(Consent).remove(consent.id)
            for given in consents:
                stored = tx.of(Consent).add(given.consent)
                for party in given.parties:
                    tx.of(ConsentParty).add(replace(party, consent_id=stored.id))
                for exception in given.exceptions:
                    tx.of(ConsentException).add(replace(exception, consent_id=stored.id))

    def file(self, meeting_id: MeetingId) -> MeetingFile:
        return self.services.meetings.open(self.actor, meeting_id)

    def participant(self, meeting_id: MeetingId, party: Party) -> Participant:
        return next(each for each in self.file(meeting_id).participants if party_of(each) == party)

    def come(self, participant: Participant) -> MeetingFile:
        """The running meeting with the participant in the room."""
        return self.services.meeting_room.attend(self.actor, participant, Attendance.PRESENT)

    @property
    def _newest_version(self) -> int | None:
        newest = self.services.plans.open(self.actor, self.subject_id).newest_version
        return newest.number if newest is not None else None

    def papers_for(self, party: Party) -> Iterator[tuple[str, str]]:
        """The name and the whole text of every paper that the program makes for the one person."""
        services, actor = self.services, self.actor
        ahead = self.participant(self.ahead, party)
        order = PaperOrder(PaperKind.PLAN, self.subject_id, meeting_id=self.held, party=party)
        to_come = replace(order, meeting_id=self.ahead)
        orders = {
            "minutes": replace(order, kind=PaperKind.MINUTES),
            "first minutes": replace(order, kind=PaperKind.MINUTES, number=1),
            "plan today": order,
            "plan": replace(order, number=self._newest_version),
            "first plan": replace(order, number=1),
            "agenda": replace(to_come, kind=PaperKind.AGENDA),
            "invitation": replace(to_come, kind=PaperKind.INVITATION),
            "input card": replace(to_come, kind=PaperKind.INPUT_CARD),
            "calendar": replace(to_come, kind=PaperKind.CALENDAR_FILE),
        }
        makers: dict[str, Callable[[], HandedPaper]] = {
            name: partial(services.papers.make, actor, each) for name, each in orders.items()
        }
        if party.kind is PartyKind.EMPLOYEE:
            makers["mail"] = lambda: services.papers.open(
                actor, services.invitations.draft_to(actor, ahead.id).papers[-1].id
            )
        for name, make in makers.items():
            try:
                made = make()
            except NotCoveredByConsent:
                continue
            yield name, text_of(made)


def text_of(made: HandedPaper) -> str:
    """What another program reads in the file."""
    if made.paper.file_name.endswith(".pdf"):
        return read_back(Pdf(made.content, 0, ())).words
    if made.paper.file_name.endswith(".eml"):
        mail = email.message_from_bytes(made.content, policy=email.policy.default)
        return "\n".join([str(mail["Subject"]), *(_part(part) for part in mail.walk())])
    return made.content.decode().replace("\r\n ", "")


def _part(part: EmailMessage) -> str:
    if part.is_multipart():
        return ""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    if part.get_content_type() == "application/pdf":
        return read_back(Pdf(content, 0, ())).words
    return content.decode().replace("\r\n ", "")


def _family(leak: LeakWorld) -> SubjectId:
    """Lone and Anna as a family on trin 3."""
    world = leak.world
    people = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = leak.services.families.create(leak.actor, "Familien Bæk", people)
    with world.bench.office.aside() as tx:
        course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), family.subject_id, FIRST_DAY))
        tx.of(StepPeriod).add(StepPeriod(RowId(0), family.subject_id, course.id, Step.ONE_CASEWORK, FIRST_DAY))
        period = CoordinatorPeriod(RowId(0), family.subject_id, course.id, world.mette, FIRST_DAY)
        tx.of(CoordinatorPeriod).add(period)
    return family.subject_id


class _Writing:
    """Writes a word wherever the program lets one write something about a citizen."""

    def __init__(self, leak: LeakWorld) -> None:
        self._leak, self._services, self._actor = leak, leak.services, leak.actor

    def all(self) -> None:
        leak = self._leak
        self._plan()
        leak.held = self._meeting(0)
        self._hold(leak.held)
        closing = self._services.meeting_closing
        closing.close(self._actor, leak.held)
        minutes = closing.minutes(self._actor, leak.held)
        closing.correct(self._actor, leak.held, 1, correction_of(minutes, leak.word("reason"), leak.word("remark")))
        self._approve("second ")
        leak.running = self._meeting(0)
        self._hold(leak.running)
        leak.ahead = self._meeting(21)

    def _plan(self) -> None:
        leak, plans = self._leak, self._services.plans
        plan = plans.begin(self._actor, leak.subject_id).plan
        assert plan is not None
        owners = (None, *(member.id for member in leak.members)) if leak.is_family else (None,)
        for key in KEYS:
            for member in owners:
                self._goal(key, member)
            effort = Effort(
                EffortId(0),
                leak.world.lone.id,
                leak.word("effort", key, leak.world.lone.id if leak.is_family else None),
                leak.word("effort purpose", key, leak.world.lone.id if leak.is_family else None),
                leak.word("effort provider", key, leak.world.lone.id if leak.is_family else None),
                theme_id=leak.theme_id(key),
            )
            self._services.register.save_effort(self._actor, effort)
        with leak.world.bench.office.aside() as tx:
            contact = tx.of(ContactPerson).get(leak.world.teacher)
            tx.of(ContactPerson).save(replace(contact, helps_with=leak.word("helps with")))
        self._approve("")

    def _goal(self, key: str | None, member: CitizenId | None) -> None:
        leak, plans = self._leak, self._services.plans
        file = plans.open(self._actor, leak.subject_id)
        assert file.plan is not None
        goal = plans.add_goal(self._actor, file.plan.id, leak.word("goal", key, member), member).goals[-1]
        plans.edit_goal(
            self._actor,
            replace(
                goal,
                citizens_wording=leak.word("goal wording", key, member),
                own_part=leak.word("own part", key, member),
                practising=leak.word("practising", key, member),
                theme_id=leak.theme_id(key),
            ),
        )
        plans.add_subgoal(self._actor, goal.id, leak.word("subgoal", key, member))

    def _approve(self, which: str) -> None:
        leak, plans = self._leak, self._services.plans
        plan = plans.open(self._actor, leak.subject_id).plan
        assert plan is not None
        names: tuple[str, ...] = ("own_words", "must_not_be_lost", "strengths", "challenges", "disagreements")
        names = (*names, "legal_basis", "own_contribution", "relatives_contribution")
        plans.approve(self._actor, replace(plan, **{name: leak.word(f"{which}{name}") for name in names}))  # type: ignore[arg-type]

    def _meeting(self, in_days: int) -> MeetingId:
        leak, meetings = self._leak, self._services.meetings
        appointment = Appointment(TODAY + timedelta(days=in_days), time(13))
        meeting = meetings.plan(self._actor, leak.subject_id, appointment, leak.parties).meeting
        for key in KEYS:
            item = AgendaItem(AgendaItemId(0), meeting.id, 2, AgendaKind.OTHER, leak.word("item", key), 5)
            meetings.save_item(self._actor, replace(item, theme_id=leak.theme_id(key)))
        for participant in meetings.open(self._actor, meeting.id).participants:
            if participant.employee_id == leak.world.bo:
                meetings.answer(self._actor, participant.id, InvitationAnswer.NO, leak.word("answer"))
                meetings.contribute(self._actor, participant.id, leak.word("contribution"))
            if participant.employee_id == leak.world.kim:
                meetings.contribute(self._actor, participant.id, leak.own("own contribution", "kim"))
        return meeting.id

    def _hold(self, meeting_id: MeetingId) -> None:
        leak, room, plan = self._leak, self._services.meeting_room, self._services.meeting_room_plan
        file = room.open(self._actor, meeting_id)
        room.attend(self._actor, file.participants[0], Attendance.PRESENT)
        keys = {theme: key for key, theme in leak.themes.items()}
        for item in file.agenda:
            if item.kind is AgendaKind.OTHER:
                key = keys.get(item.theme_id) if item.theme_id is not None else None
                for kind in NoteKind:
                    plan.note(self._actor, meeting_id, NoteDraft(kind, leak.word(f"note {kind}", key), item.id))
                secret = NoteDraft(NoteKind.WISH, leak.private(), item.id, private=True)
                plan.note(self._actor, meeting_id, secret)
        plan.note(self._actor, meeting_id, NoteDraft(NoteKind.WISH, leak.word("loose note")))
        for goal in file.goals:
            key = keys.get(goal.theme_id) if goal.theme_id is not None else None
            promise = Promise(leak.word("agreement of a goal", key), goal_id=goal.id)
            plan.promise(self._actor, meeting_id, promise)
        for key in KEYS:
            plan.promise(self._actor, meeting_id, Promise(leak.word("agreement", key), theme_id=leak.theme_id(key)))
            question = Question(leak.word("question", key), theme_id=leak.theme_id(key))
            plan.ask(self._actor, meeting_id, question)
        self._services.meeting_closing.summarise(self._actor, meeting_id, leak.word("summary"), read_aloud=True)
