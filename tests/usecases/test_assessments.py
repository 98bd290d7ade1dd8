"""Assessments on a real database: answer by answer, decided, locked, and the step that follows."""

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.answers_file import AnswersRefused
from koordinator.domain.assessment import Answer, Assessment, DeviationNeedsReason
from koordinator.domain.assessment_model import OptionKey, ParameterKey, RegisterFact, UnknownOption
from koordinator.domain.citizen import Citizen, Relation, RelationKind
from koordinator.domain.course import Course, StepPeriod
from koordinator.domain.errors import AlreadyLocked, NotAllowed, NotFound, StaleVersion
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import AssessmentModelId, EmployeeId, RowId, SubjectId
from koordinator.domain.organisation import Role
from koordinator.domain.register import ContactPerson
from koordinator.domain.released_model import ReleasedModel
from koordinator.domain.steps import Step
from koordinator.usecases.assessments import Assessments, Decided, Decision
from koordinator.usecases.citizens import Citizens
from tests.domain.assessments import LONE, STANDARD_TEXT
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench

SELF, WISH = ParameterKey("self_coordination"), ParameterKey("wish")
PARTLY = Answer(SELF, OptionKey("partly"), OptionKey("fully"), "Glemte to aftaler i sidste uge")
ALL = tuple(Answer(parameter, option) for parameter, option in LONE.items())
DEPARTMENTS = ("Arbejdsmarked og Uddannelse", "Familie", "Handicap", "Sundhed")


@pytest.fixture
def assessments(bench: Bench) -> Assessments:
    return Assessments(bench.office)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def lone(bench: Bench, histories: Histories) -> Citizen:
    """In all four departments, with five caseworkers."""
    citizen = bench.add_citizen()
    for number, department in enumerate((*DEPARTMENTS, "Sundhed")):
        histories.case(citizen, department, caseworker=histories.employee(f"Sagsbehandler {number}"))
    return citizen


def decided(bench: Bench, assessments: Assessments, subject_id: SubjectId, decision: Decision) -> Decided:
    shown = assessments.open(bench.actor, subject_id).assessment
    return assessments.lock(bench.actor, assessments.answer(bench.actor, shown, ALL), decision)


def test_a_new_one_begins_with_what_the_register_knows_and_stores_nothing(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    file = assessments.open(bench.actor, lone.subject_id)

    assert file.assessment.given == {
        ParameterKey("cases"): "several",
        ParameterKey("departments"): "four",
        ParameterKey("contacts"): "some",
        ParameterKey("family"): "alone",
    }
    assert file.registered[RegisterFact.DEPARTMENTS] == DEPARTMENTS
    assert (file.last, file.step, file.assessment.id) == (None, None, 0)
    assert histories.all(Assessment) == ()


def test_each_answer_is_stored_with_the_citizens_own_and_the_note(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    begun = assessments.answer(bench.actor, shown, (PARTLY,))
    again = assessments.answer(bench.actor, shown, (Answer(WISH, OptionKey("talk")),))

    (stored,) = histories.all(Assessment)
    assert stored == again
    assert (again.id, again.version) == (begun.id, 2)
    assert stored.answer_to(SELF) == PARTLY
    assert stored.given[WISH] == "talk"
    assert stored.given[ParameterKey("departments")] == "four"
    assert assessments.open(bench.actor, lone.subject_id).assessment == stored


def test_every_look_and_every_answer_is_one_entry_without_a_word_of_it(
    bench: Bench, assessments: Assessments, lone: Citizen
) -> None:
    before = len(bench.log())
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    saved = assessments.answer(bench.actor, shown, (PARTLY,))
    assessments.history(bench.actor, lone.subject_id)

    looked, answered, listed = bench.log()[before:]
    assert [entry.action for entry in (looked, answered, listed)] == [
        Action.ASSESS,
        Action.ASSESS,
        Action.LIST_ASSESSMENTS,
    ]
    assert (answered.kind, answered.thing_id, answered.subject_id) == ("assessment", saved.id, lone.subject_id)
    assert answered.codes == "parameter=self_coordination"
    assert all(entry.subject_id == lone.subject_id for entry in (looked, answered, listed))
    assert "Glemte" not in str(bench.log())


def test_the_model_of_the_day_is_used_and_a_begun_one_keeps_its_own(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    anna = bench.add_citizen("Anna Bæk", "0101104444")
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    assessments.answer(bench.actor, shown, (PARTLY,))
    newer = STANDARD_TEXT.replace('version = "1"', 'version = "2"', 1)
    histories.add(ReleasedModel(AssessmentModelId(0), "standard", "2", newer, TODAY))

    begun = assessments.open(bench.actor, lone.subject_id)
    assert (begun.assessment.model_version, begun.newer_version) == ("1", "2")
    fresh = assessments.open(bench.actor, anna.subject_id)
    assert (fresh.assessment.model_version, fresh.newer_version) == ("2", "")
    again = assessments.begin_again(bench.actor, begun.assessment)
    assert (again.id, again.model_version, again.answer_to(PARTLY.parameter)) == (begun.assessment.id, "2", PARTLY)
    assert assessments.open(bench.actor, lone.subject_id).newer_version == ""
    assert bench.log()[-2].codes == "begun_again=1"


def test_without_a_released_model_nothing_can_be_assessed(
    bench: Bench, assessments: Assessments, lone: Citizen
) -> None:
    with bench.office.aside() as tx:
        for model in tx.of(ReleasedModel).where():
            tx.of(ReleasedModel).remove(model.id)

    with pytest.raises(NotFound):
        assessments.open(bench.actor, lone.subject_id)


def test_locking_begins_the_course_in_the_same_transaction(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    result = decided(bench, assessments, lone.subject_id, Decision(Step.MEETINGS))

    assert result.assessment.is_locked
    assert (result.assessment.decided_on, result.assessment.decided_by_id) == (TODAY, bench.actor.employee_id)
    assert result.step_before is None
    assert result.next_step.kind is NextStepKind.CHOOSE_COORDINATOR
    (period,) = histories.all(StepPeriod)
    assert (period.step, period.from_on, period.assessment_id) == (Step.MEETINGS, TODAY, result.assessment.id)
    last = bench.log()[-1]
    assert (last.action, last.codes) == (Action.LOCK_ASSESSMENT, "step=2 deviates=0")
    assert {"assessment", "course", "step_period"} <= bench.changes[-1]


def test_stepping_down_moves_the_course_and_no_need_waits_for_it_to_be_ended(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    decided(bench, assessments, lone.subject_id, Decision(Step.MEETINGS))
    bench.clock.pass_days(90)
    down = decided(bench, assessments, lone.subject_id, Decision(Step.NO_NEED, "Hjælpen hænger sammen nu."))

    assert down.step_before is Step.MEETINGS
    assert down.assessment.deviation_reason == "Hjælpen hænger sammen nu."
    assert down.next_step.kind is NextStepKind.END_COURSE
    assert [period.step for period in histories.all(StepPeriod)] == [Step.MEETINGS, Step.NO_NEED]


def test_no_need_without_a_course_begins_none(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    result = decided(bench, assessments, lone.subject_id, Decision(Step.NO_NEED, "Lone vil klare det selv."))

    assert histories.all(Course) == ()
    assert result.next_step.kind is NextStepKind.REST


def test_a_refused_decision_stores_nothing(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    saved = assessments.answer(bench.actor, shown, ALL)

    with pytest.raises(DeviationNeedsReason):
        assessments.lock(bench.actor, saved, Decision(Step.ALIGNMENT))

    assert histories.all(Assessment) == (saved,)
    assert histories.all(Course) == ()


def test_what_is_locked_is_what_was_seen(bench: Bench, assessments: Assessments, lone: Citizen) -> None:
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    seen = assessments.answer(bench.actor, shown, ALL)
    assessments.answer(bench.actor, seen, (Answer(WISH, OptionKey("meet")),))

    with pytest.raises(StaleVersion):
        assessments.lock(bench.actor, seen, Decision(Step.MEETINGS))


def test_a_locked_one_takes_no_answer_and_a_new_one_can_be_begun(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    result = decided(bench, assessments, lone.subject_id, Decision(Step.MEETINGS))

    with pytest.raises(AlreadyLocked):
        assessments.answer(bench.actor, result.assessment, (PARTLY,))

    file = assessments.open(bench.actor, lone.subject_id)
    assert (file.assessment.id, file.last, file.step) == (0, result.assessment, Step.MEETINGS)
    begun = assessments.answer(bench.actor, file.assessment, (PARTLY,))
    history = assessments.history(bench.actor, lone.subject_id)
    assert (history.begun, history.locked) == (begun, (result.assessment,))
    assert history.employees == {bench.actor.employee_id: history.employees[bench.actor.employee_id]}


def test_earlier_ones_come_newest_first(bench: Bench, assessments: Assessments, lone: Citizen) -> None:
    first = decided(bench, assessments, lone.subject_id, Decision(Step.MEETINGS)).assessment
    bench.clock.pass_days(1)
    second = decided(bench, assessments, lone.subject_id, Decision(Step.ALIGNMENT, "Roligere")).assessment

    assert assessments.history(bench.actor, lone.subject_id).locked == (second, first)
    assert assessments.open(bench.actor, lone.subject_id).last == second


def test_the_store_holds_one_begun_assessment_a_subject(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    assessments.answer(bench.actor, shown, (PARTLY,))

    with pytest.raises(IntegrityError):
        histories.add(shown)


def test_a_family_is_assessed_by_all_its_members_and_takes_their_courses_in(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    anna = bench.add_citizen("Anna Bæk", "0101104444")
    histories.case(anna, "Familie")
    histories.course(anna.subject_id, Step.ALIGNMENT)
    family = histories.family("Familien Bæk", lone, anna)
    file = assessments.open(bench.actor, family.subject_id)

    assert file.people.is_family
    assert file.assessment.given[ParameterKey("cases")] == "many"
    assert file.registered[RegisterFact.FAMILY_MEMBERS_WITH_CASES] == ("Lone Bæk", "Anna Bæk")

    result = decided(bench, assessments, family.subject_id, Decision(Step.ONE_CASEWORK, "Sagerne hænger sammen."))
    assert result.next_step.subject_id == family.subject_id
    (own,) = histories.all(Course, subject_id=anna.subject_id)
    assert own.until_on == TODAY


def test_relatives_and_fellow_members_are_the_family_of_a_citizen(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    others = [bench.add_citizen(f"Citizen {number}", f"01011044{number:02}") for number in range(4)]
    daughter, mother, neighbour, cousin = others
    for citizen in others:
        histories.case(citizen)
    for kind, one, other in (
        (RelationKind.CHILD, lone, daughter),
        (RelationKind.PARENT, mother, lone),
        (RelationKind.OTHER, lone, neighbour),
    ):
        histories.add(Relation(RowId(0), one.id, other.id, kind))
    histories.family("Familien Bæk", lone, daughter, cousin)

    registered = assessments.open(bench.actor, lone.subject_id).registered

    names = [citizen.name for citizen in (lone, daughter, mother, cousin)]
    assert registered[RegisterFact.FAMILY_MEMBERS_WITH_CASES] == tuple(names)
    assert registered[RegisterFact.OPEN_CASES] == tuple(f"sag-{number}" for number in range(1, 6))


def test_the_network_counts_with_the_caseworkers(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    for name in ("Læge Ågård", "Lise Rømer", "Sagsbehandler 1"):
        histories.add(ContactPerson(0, lone.id, name, from_on=days_ago(9)))  # type: ignore[arg-type]

    file = assessments.open(bench.actor, lone.subject_id)

    assert len(file.registered[RegisterFact.CONTACT_PERSONS]) == 7
    assert file.assessment.given[ParameterKey("contacts")] == "many"


def test_a_file_is_computed_with_the_register_behind_it_and_nothing_is_stored(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    text = '[answers]\nself_coordination = "partly"\nfamily = 1\n[citizen]\nself_coordination = "fully"'
    computed = assessments.compute(bench.actor, lone.id, text)

    assert computed.assessment.recommended_step is Step.MEETINGS
    assert computed.assessment.given[ParameterKey("departments")] == "four"
    assert len(computed.assessment.disagreements) == 1
    assert histories.all(Assessment) == ()
    with pytest.raises(AnswersRefused):
        assessments.compute(bench.actor, lone.id, '[answers]\nself_coordination = "sometimes"')


def test_a_file_is_stored_and_locked_beside_what_is_begun(
    bench: Bench, assessments: Assessments, histories: Histories, lone: Citizen
) -> None:
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    begun = assessments.answer(bench.actor, shown, (PARTLY,))
    text = '[answers]\nself_coordination = "partly"\n'

    assessments.compute_and_lock(bench.actor, lone.id, text)
    deviating = 'decided_step = 3\nreason = "Alt hænger sammen."\n' + text
    computed = assessments.compute_and_lock(bench.actor, lone.id, deviating)

    history = assessments.history(bench.actor, lone.subject_id)
    assert history.begun == begun
    assert [row.decided_step for row in history.locked] == [Step.ONE_CASEWORK, Step.MEETINGS]
    assert computed.assessment == history.locked[0]
    assert [period.step for period in histories.all(StepPeriod)] == [Step.ONE_CASEWORK]


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_only_a_coordinating_caseworker_assesses(
    bench: Bench, assessments: Assessments, lone: Citizen, role: Role
) -> None:
    someone = Actor(EmployeeId(1), frozenset({role}), Channel.WINDOW)
    shown = assessments.open(bench.actor, lone.subject_id).assessment
    before = len(bench.log())

    with pytest.raises(NotAllowed):
        assessments.open(someone, lone.subject_id)
    with pytest.raises(NotAllowed):
        assessments.answer(someone, shown, (PARTLY,))
    with pytest.raises(NotAllowed):
        assessments.compute_and_lock(someone, lone.id, "")
    assert {entry.action for entry in bench.log()[before:]} == {Action.ACCESS_REFUSED}


def test_what_does_not_exist_is_said(bench: Bench, assessments: Assessments, lone: Citizen) -> None:
    shown = assessments.open(bench.actor, lone.subject_id).assessment

    with pytest.raises(NotFound):
        assessments.open(bench.actor, SubjectId(999))
    with pytest.raises(UnknownOption):
        assessments.answer(bench.actor, shown, (Answer(SELF, OptionKey("sometimes")),))


def test_a_citizen_who_is_new_has_no_answer_beyond_the_register(bench: Bench, assessments: Assessments) -> None:
    saved = Citizens(bench.office).open(bench.actor, bench.add_citizen("Ny Borger", "").id).citizen

    file = assessments.open(bench.actor, saved.subject_id)

    assert file.assessment.recommended_step is Step.NO_NEED
    assert all(names == () for names in file.registered.values())
