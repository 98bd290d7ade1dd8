"""Every paper that can be made about a subject today, in every reader's copy and both sizes of print."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment
from koordinator.domain.handover import Handover, HandoverOutcome
from koordinator.domain.ids import SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.letter_content import NobodyToName, NothingEnded
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import Meeting, MeetingStatus, Participant
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import ListedPaper, PaperOrder, note_order
from koordinator.domain.party import party_of
from koordinator.usecases.consents import Person, consent_file
from koordinator.usecases.invitation_snapshot import reader_of
from koordinator.usecases.letters import end_letter, responsible_letter
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.paper_citizen import consents_on_paper, way_today
from koordinator.usecases.paper_parts import subject_content
from koordinator.usecases.paper_plan import plan_source
from koordinator.usecases.plans import open_plan
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import SubjectPeople, people_of

_COPIES: Final = (Reader.CITIZEN, Reader.PROFESSIONAL)
_LETTERS: Final = (
    (PaperKind.RESPONSIBLE, responsible_letter, NobodyToName),
    (PaperKind.END_OF_COURSE, end_letter, NothingEnded),
)


class PaperCatalogue:
    """What there is to make."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def of_subject(self, actor: Actor, subject_id: SubjectId) -> tuple[PaperOrder, ...]:
        """The orders, each of which `Papers.make` carries out. Raises NotFound."""
        return tuple(each.order for each in self.listed(actor, subject_id))

    def listed(self, actor: Actor, subject_id: SubjectId) -> tuple[ListedPaper, ...]:
        """The same with what their titles say: each paper in normal print and then in large. Raises NotFound."""
        with self._office.act(actor, Action.PREVIEW_PAPER) as tx:
            tx.about("subject", subject_id, subject_id, "catalogue")
            papers = tuple(_Shelf(tx, actor, people_of(tx, subject_id)).all())
        sizes = (False, True)
        return tuple(replace(each, order=replace(each.order, large_print=size)) for each in papers for size in sizes)


class _Shelf:
    """All papers about one subject, in normal print."""

    def __init__(self, tx: Transaction, actor: Actor, people: SubjectPeople) -> None:
        self._tx, self._actor, self._people = tx, actor, people
        self._subject_id = people.subject_id

    def all(self) -> Iterator[ListedPaper]:
        """The plan first, then what is known of the subject, then its meetings from the first to the last."""
        yield from self._plans()
        yield from self._members_too(PaperOrder(PaperKind.CONTACTS, self._subject_id))
        yield ListedPaper(PaperOrder(PaperKind.NETWORK, self._subject_id))
        yield ListedPaper(PaperOrder(PaperKind.COURSE_HISTORY, self._subject_id, Reader.PROFESSIONAL))
        if way_today(self._tx, self._people) is not None:
            yield ListedPaper(PaperOrder(PaperKind.WAYS, self._subject_id))
        yield from self._consents()
        yield from self._letters()
        yield from self._assessments()
        for meeting in self._tx.of(Meeting).where(subject_id=self._subject_id, order_by="starts_on"):
            yield from _MeetingShelf(load_meeting_file(self._tx, meeting, self._actor.employee_id)).all()

    def _plans(self) -> Iterator[ListedPaper]:
        """Today's plan where it says something else than the newest version, and each version."""
        plan = open_plan(self._tx, self._subject_id)
        if plan is None:
            return
        is_new = plan_source(self._tx, self._subject_id, None).version_id is None
        versions = self._tx.of(PlanVersion).where(plan_id=plan.id, order_by="number")
        reduced = tuple(self._with_exceptions())
        for number in (*((None,) if is_new else ()), *(version.number for version in versions)):
            order = PaperOrder(PaperKind.PLAN, self._subject_id, number=number)
            yield from self._members_too(order)
            for each in reduced:
                yield ListedPaper(replace(order, reader=Reader.PROFESSIONAL, party=each.party), each.name)

    def _with_exceptions(self) -> Iterator[Person]:
        """Those round the subject from whom the consents keep something."""
        file, about = consent_file(self._tx, self._people), subject_content(self._people)
        for person in file.round_it:
            may = file.sharing.may_read(person.party, self._tx.today)
            if may is not None and not may.shows_all(about):
                yield person

    def _members_too(self, order: PaperOrder) -> Iterator[ListedPaper]:
        """For the citizen or the family, for professionals, and a copy for each of a family."""
        yield from (ListedPaper(replace(order, reader=reader)) for reader in _COPIES)
        if self._people.is_family:
            yield from (ListedPaper(replace(order, member_id=each.id), each.name) for each in self._people.citizens)

    def _consents(self) -> Iterator[ListedPaper]:
        """A form to fill in for each citizen, and each consent that was given."""
        is_family, order = self._people.is_family, PaperOrder(PaperKind.CONSENT, self._subject_id)
        for citizen in self._people.citizens:
            name = citizen.name if is_family else ""
            yield ListedPaper(replace(order, member_id=citizen.id if is_family else None), name)
        for consent in consents_on_paper(self._tx, self._people):
            name = next(each.name for each in self._people.citizens if each.id == consent.citizen_id)
            yield ListedPaper(replace(order, consent_id=consent.id), name if is_family else "", consent.from_on)

    def _letters(self) -> Iterator[ListedPaper]:
        for kind, letter, nothing_to_say in _LETTERS:
            try:
                letter(self._tx, self._people)
            except nothing_to_say:
                continue
            yield ListedPaper(PaperOrder(kind, self._subject_id))
        for handover in self._tx.of(Handover).where(subject_id=self._subject_id, order_by="begun_on"):
            if handover.outcome in (None, HandoverOutcome.CARRIED_OUT):
                order = PaperOrder(PaperKind.HANDOVER, self._subject_id, handover_id=handover.id)
                yield ListedPaper(order, on=handover.takes_effect_on)

    def _assessments(self) -> Iterator[ListedPaper]:
        for assessment in self._tx.of(Assessment).where(subject_id=self._subject_id):
            yield ListedPaper(note_order(self._subject_id, assessment.id), on=assessment.decided_on)


class _MeetingShelf:
    """All papers of one meeting, in normal print."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def all(self) -> Iterator[ListedPaper]:
        """Before it the letters and sheets, from its beginning on what was said and agreed."""
        status = self._file.meeting.status
        if status.is_ahead:
            yield self._paper(PaperKind.PREPARATION)
            yield from self._to_each(PaperKind.INVITATION, self._file.participants)
            yield from self._to_each(PaperKind.INPUT_CARD, self._file.participants)
        if status is MeetingStatus.CANCELLED:
            yield from self._to_each(
                PaperKind.INVITATION, (each for each in self._file.participants if each.invited_at)
            )
            return
        yield from self._copies(self._paper(PaperKind.AGENDA).order)
        if self._file.meeting.opened_at is not None:
            numbers = tuple(version.number for version in self._file.minutes)
            for number in numbers or (None,):
                yield from self._copies(replace(self._paper(PaperKind.MINUTES).order, number=number))
            yield self._paper(PaperKind.TAKE_HOME)

    def _paper(self, kind: PaperKind) -> ListedPaper:
        meeting = self._file.meeting
        return ListedPaper(PaperOrder(kind, meeting.subject_id, meeting_id=meeting.id), on=meeting.starts_on)

    def _copies(self, order: PaperOrder) -> Iterator[ListedPaper]:
        """The two that are for many, and an extract for each whom the consents make an exception for."""
        on = self._file.meeting.starts_on
        yield from (ListedPaper(replace(order, reader=reader), on=on) for reader in _COPIES)
        reduced = (each for each in self._file.participants if self._is_reduced(self._file.may_read(each)))
        yield from self._to_each(order.kind, reduced, order.number)

    def _to_each(
        self, kind: PaperKind, people: Iterable[Participant], number: int | None = None
    ) -> Iterator[ListedPaper]:
        for each in people:
            party = party_of(each)
            if party is not None:
                order = replace(self._paper(kind).order, reader=reader_of(self._file, each), party=party, number=number)
                yield ListedPaper(order, self._file.parties.name(party), self._file.meeting.starts_on)

    def _is_reduced(self, may: MayRead | None) -> bool:
        return may is not None and not may.shows_all(subject_content(self._file.people))
