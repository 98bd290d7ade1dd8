"""Assessing how much coordination a subject needs: answer by answer, then decided and locked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.answers_file import AnswersFile, parse_answers
from koordinator.domain.assessment import Answer, Assessment, begun_again, new_assessment
from koordinator.domain.assessment_snapshot import locked
from koordinator.domain.citizen import Citizen
from koordinator.domain.errors import NotFound, StaleVersion
from koordinator.domain.guide import NextStep, next_step
from koordinator.domain.ids import CitizenId, EmployeeId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.domain.recommendation import from_register
from koordinator.domain.registered_facts import RegisteredFacts, counts, registered_facts
from koordinator.domain.released_model import ReleasedModel, model_in_force
from koordinator.domain.steps import Step
from koordinator.usecases.courses import place_on_step
from koordinator.usecases.family_background import FamilyBackground, family_background
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.register_extract import register_extract
from koordinator.usecases.routine import current_routine
from koordinator.usecases.subject_people import SubjectPeople, casework_family, people_of, step_on


@dataclass(frozen=True, slots=True)
class AssessmentFile:
    """The assessment that is being made, with what stands beside it.

    `assessment` has the key 0 until the first answer is saved. `last` is the latest locked one,
    `step` the one the subject is on today, `family` what the members bring along (None for a citizen).
    `casework_of` names the family that has the citizen's casework, empty for everybody else.
    `newer_version` is the model version in force where the assessment was begun by another, else empty.
    """

    people: SubjectPeople
    assessment: Assessment
    registered: RegisteredFacts
    last: Assessment | None
    step: Step | None
    family: FamilyBackground | None = None
    casework_of: str = ""
    newer_version: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentHistory:
    """All assessments of a subject: the one that is begun, and the locked ones, the newest first."""

    people: SubjectPeople
    begun: Assessment | None
    locked: tuple[Assessment, ...]
    employees: Mapping[EmployeeId, str]
    """The names of those who decided."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the caseworker decides; the reason is for another step than the recommended one."""

    step: Step
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A locked assessment and what it set going. `step_before` is None when no course was open.

    With `casework_of` it moved nothing: the course is that family's.
    """

    people: SubjectPeople
    assessment: Assessment
    step_before: Step | None
    next_step: NextStep
    casework_of: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """An assessment by the answers of a file."""

    people: SubjectPeople
    assessment: Assessment


class Assessments:
    """The use cases of the assessment."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, subject_id: SubjectId) -> AssessmentFile:
        """The subject's begun assessment, or a new one by the model in force with the register's answers filled in.

        A new one is stored with its first answer. Raises NotFound.
        """
        with self._office.act(actor, Action.ASSESS) as tx:
            people = people_of(tx, subject_id)
            registered = registered_facts(register_extract(tx, people))
            current = _begun(tx, subject_id) or _new(tx, subject_id, registered)
            tx.about("assessment", current.id, subject_id)
            last, step = _last(tx, subject_id), step_on(tx, subject_id, tx.today)
            background, casework = family_background(tx, people, last), casework_family(tx, people)
            name = casework.name if casework is not None else ""
            newer = _newer_version(tx, current)
            return AssessmentFile(people, current, registered, last, step, background, name, newer)

    def begin_again(self, actor: Actor, shown: Assessment) -> Assessment:
        """The begun assessment by the model in force instead; the answers which that model still asks for are kept.

        Raises NotFound, AlreadyLocked.
        """
        with self._office.act(actor, Action.ASSESS) as tx:
            again = begun_again(_current(tx, shown), _released(tx).text)
            saved = _stored(tx, again)
            tx.about("assessment", saved.id, saved.subject_id, "begun_again=1")
            return saved

    def answer(self, actor: Actor, shown: Assessment, answers: tuple[Answer, ...]) -> Assessment:
        """The assessment that is shown, with these answers in place of earlier ones to the same questions.

        Raises AlreadyLocked, UnknownParameter, UnknownOption, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.ASSESS) as tx:
            current = _answered(_current(tx, shown), answers)
            saved = _stored(tx, current)
            tx.about("assessment", saved.id, saved.subject_id, _codes(answers))
            return saved

    def lock(self, actor: Actor, shown: Assessment, decision: Decision) -> Decided:
        """The assessment decided and locked; the subject comes onto the step in the same transaction.

        A member of a family on trin 3 stays in the family's course.

        Raises StaleVersion when other answers are stored than those that are shown, AlreadyLocked,
        NothingAnswered, DeviationNeedsReason, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.LOCK_ASSESSMENT) as tx:
            current = _current(tx, shown)
            if current.answers != shown.answers:
                raise StaleVersion("assessment")
            return _decided(tx, actor, current, decision)

    def history(self, actor: Actor, subject_id: SubjectId) -> AssessmentHistory:
        """The subject's assessments. Raises NotFound."""
        with self._office.act(actor, Action.LIST_ASSESSMENTS) as tx:
            tx.about("subject", subject_id, subject_id)
            people = people_of(tx, subject_id)
            every = tx.of(Assessment).where(order_by="locked_at", subject_id=subject_id)
            newest_first = tuple(row for row in reversed(every) if row.is_locked)
            return AssessmentHistory(people, _begun(tx, subject_id), newest_first, _deciders(tx, newest_first))

    def compute(self, actor: Actor, citizen_id: CitizenId, answers_text: str) -> Computed:
        """The citizen's assessment by the answers in the text; what it leaves out is answered by the register.

        Nothing is stored. Raises AnswersRefused or NotFound.
        """
        with self._office.act(actor, Action.ASSESS) as tx:
            computed, _ = _computed(tx, citizen_id, answers_text)
            tx.about("assessment", 0, computed.assessment.subject_id, "computed=1")
            return computed

    def compute_and_lock(self, actor: Actor, citizen_id: CitizenId, answers_text: str) -> Computed:
        """The same, decided as the text says (else as recommended), stored and locked; the subject comes onto the step.

        One that is begun in the window is left as it is. Raises AnswersRefused, NotFound,
        NothingAnswered or DeviationNeedsReason.
        """
        with self._office.act(actor, Action.LOCK_ASSESSMENT) as tx:
            computed, file = _computed(tx, citizen_id, answers_text)
            recommended = computed.assessment.recommended_step or Step.NO_NEED
            step = recommended if file.decided_step is None else file.decided_step
            decided = _decided(tx, actor, computed.assessment, Decision(step, file.reason))
            return replace(computed, assessment=decided.assessment)


def _begun(tx: Transaction, subject_id: SubjectId) -> Assessment | None:
    """The subject's open assessment; there is at most one."""
    return tx.of(Assessment).find(subject_id=subject_id, locked_at=None)


def _last(tx: Transaction, subject_id: SubjectId) -> Assessment | None:
    """The latest locked assessment."""
    last = tx.of(Assessment).last(order_by="locked_at", subject_id=subject_id)
    return last if last is not None and last.is_locked else None


def _new(tx: Transaction, subject_id: SubjectId, registered: RegisteredFacts) -> Assessment:
    empty = new_assessment(subject_id, _released(tx).text)
    proposed = from_register(empty.model, counts(registered))
    return _answered(empty, tuple(Answer(parameter, option) for parameter, option in proposed.items()))


def _released(tx: Transaction) -> ReleasedModel:
    """The model in force. Raises NotFound."""
    released = model_in_force(tx.of(ReleasedModel).where(), tx.today)
    if released is None:
        raise NotFound("assessment_model", tx.today.isoformat())
    return released


def _newer_version(tx: Transaction, begun: Assessment) -> str:
    """The version in force, when the assessment was begun by another."""
    released = model_in_force(tx.of(ReleasedModel).where(), tx.today)
    is_other = released is not None and released.text != begun.model_text
    return released.model_version if released is not None and is_other else ""


def _current(tx: Transaction, shown: Assessment) -> Assessment:
    """The stored assessment that is shown. One without a key may have been begun since by an answer just before."""
    if shown.id:
        return tx.of(Assessment).get(shown.id)
    return _begun(tx, shown.subject_id) or shown


def _answered(assessment: Assessment, answers: tuple[Answer, ...]) -> Assessment:
    for answer in answers:
        assessment = assessment.with_answer(answer)
    return assessment


def _stored(tx: Transaction, assessment: Assessment) -> Assessment:
    rows = tx.of(Assessment)
    return rows.save(assessment) if assessment.id else rows.add(assessment)


def _codes(answers: tuple[Answer, ...]) -> str:
    return " ".join(f"parameter={answer.parameter}" for answer in answers)


def _decided(tx: Transaction, actor: Actor, assessment: Assessment, decision: Decision) -> Decided:
    """Part of the transaction that locks: the assessment with its snapshot, and the subject on its step."""
    subject_id = assessment.subject_id
    before = step_on(tx, subject_id, tx.today)
    with_step = assessment.decide(decision.step, reason=decision.reason, on=tx.today, by_id=actor.employee_id)
    saved = _stored(tx, locked(with_step, tx.now))
    people = people_of(tx, subject_id)
    casework = casework_family(tx, people)
    if casework is None:
        place_on_step(tx, subject_id, decision.step, saved.id)
    codes = f"step={int(decision.step)} deviates={int(saved.deviates)}"
    tx.about("assessment", saved.id, subject_id, codes)
    (facts,) = tx.guide.of_subjects((subject_id,))
    following = next_step(facts, current_routine(tx))
    return Decided(people, saved, before, following, casework.name if casework is not None else "")


def _computed(tx: Transaction, citizen_id: CitizenId, answers_text: str) -> tuple[Computed, AnswersFile]:
    people = people_of(tx, tx.of(Citizen).get(citizen_id).subject_id)
    new = _new(tx, people.subject_id, registered_facts(register_extract(tx, people)))
    file = parse_answers(answers_text, new.model)
    return Computed(people, _answered(new, file.answers)), file


def _deciders(tx: Transaction, assessments: tuple[Assessment, ...]) -> dict[EmployeeId, str]:
    ids = frozenset(row.decided_by_id for row in assessments if row.decided_by_id is not None)
    return {employee.id: employee.name for employee in tx.of(Employee).where(id=ids)}
