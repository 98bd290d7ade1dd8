"""An assessment as the page is handed it, without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime

from koordinator.domain.assessment import Answer, Assessment, new_assessment
from koordinator.domain.assessment_model import OptionKey, ParameterKey, RegisterFact
from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import AssessmentId, CitizenId, EmployeeId, FamilyId, SubjectId
from koordinator.domain.steps import Step
from koordinator.usecases.assessments import AssessmentFile
from koordinator.usecases.subject_people import SubjectPeople
from tests.domain.assessments import LONE, STANDARD_TEXT, Given, assessment

LONE_BAEK = Citizen(CitizenId(1), "", SubjectId(7), "", "Lone Bæk")
PEOPLE = SubjectPeople(SubjectId(7), "", "Lone Bæk", is_family=False, citizens=(LONE_BAEK,))
FAMILY = SubjectPeople(SubjectId(8), "", "Familien Bæk", is_family=True, citizens=(LONE_BAEK,), family_id=FamilyId(3))
REGISTERED = {
    RegisterFact.OPEN_CASES: ("Bostøtte", "Sygedagpenge", "Familiebehandling", "Hjemmepleje"),
    RegisterFact.DEPARTMENTS: ("Arbejdsmarked og Uddannelse", "Familie", "Handicap", "Sundhed"),
    RegisterFact.CONTACT_PERSONS: tuple(f"Fagperson {number}" for number in range(7)),
    RegisterFact.FAMILY_MEMBERS_WITH_CASES: ("Lone Bæk", "Anna Bæk"),
}
MARCH = date(2026, 3, 3)


def key(name: str) -> ParameterKey:
    return ParameterKey(name)


def begun(given: Given | None = None, *, number: int = 5) -> AssessmentFile:
    """Lone's assessment with these answers, or with all of them; number 0 is not stored yet."""
    made = replace(assessment(LONE if given is None else given), id=AssessmentId(number))
    return AssessmentFile(PEOPLE, made, REGISTERED, None, None)


def empty() -> AssessmentFile:
    return replace(begun(), assessment=new_assessment(SubjectId(7), STANDARD_TEXT), registered={})


def with_last(file: AssessmentFile, given: Given, step: Step) -> AssessmentFile:
    last = replace(
        assessment(given),
        id=AssessmentId(2),
        decided_step=step,
        decided_on=MARCH,
        decided_by_id=EmployeeId(4),
        locked_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    )
    return replace(file, last=last, step=step)


def answering(file: AssessmentFile, parameter: str, option: str | None, citizens: str | None = None) -> AssessmentFile:
    given = None if option is None else OptionKey(option)
    answer = Answer(key(parameter), given, None if citizens is None else OptionKey(citizens))
    return replace(file, assessment=file.assessment.with_answer(answer))


def locked(made: Assessment, number: int, step: Step, on: date, reason: str = "") -> Assessment:
    return replace(
        made,
        id=AssessmentId(number),
        decided_step=step,
        decided_on=on,
        decided_by_id=EmployeeId(4),
        deviation_reason=reason,
        locked_at=datetime(on.year, on.month, on.day, 9, tzinfo=UTC),
    )
