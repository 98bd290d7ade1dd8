"""What the tab Vurdering says of each assessment, without a window."""

from datetime import date

from koordinator.domain.ids import EmployeeId
from koordinator.domain.steps import Step
from koordinator.ui.tabs.assessment_lines import assessment_lines, begun_line
from koordinator.usecases.assessments import AssessmentHistory
from tests.domain.assessments import LONE, answers, assessment
from tests.ui.pages.assessment.files import FAMILY, PEOPLE, answering, begun, locked

OLD = locked(assessment(LONE | answers(stability="stable")), 1, Step.MEETINGS, date(2025, 7, 9))
NEW = locked(
    answering(begun(), "self_coordination", "partly", "fully").assessment,
    2,
    Step.ALIGNMENT,
    date(2026, 3, 3),
    "Lone vil prøve uden møder.",
)
HISTORY = AssessmentHistory(PEOPLE, None, (NEW, OLD), {EmployeeId(4): "Mette Holm"})


def test_the_newest_comes_first_held_against_the_one_before() -> None:
    newest, oldest = assessment_lines(HISTORY)

    assert newest.made == "3. marts 2026 · Mette Holm"
    assert newest.differences == ("Stabilitet: før »Stabil«, nu »Lidt urolig«",)
    assert oldest.day == "9. juli 2025"
    assert oldest.differences == ()


def test_a_deviation_stands_with_its_reason() -> None:
    newest, oldest = assessment_lines(HISTORY)

    assert newest.decision == "Besluttet: trin 1. Trappen pegede på trin 2."
    assert newest.reason == "Begrundelse: Lone vil prøve uden møder."
    assert newest.pointed == "Det peger på trin 2, fordi"
    assert (oldest.decision, oldest.reason) == ("Besluttet: trin 2.", "")


def test_where_the_citizen_saw_it_otherwise_is_told() -> None:
    newest, oldest = assessment_lines(HISTORY)

    assert newest.otherwise == "Lone så det anderledes"
    assert newest.disagreements[0].startswith("Egen koordinering: Lone siger »Ja, uden problemer«")
    assert oldest.disagreements == ()


def test_a_family_is_called_by_its_own_name() -> None:
    (line,) = assessment_lines(AssessmentHistory(FAMILY, None, (OLD,), {EmployeeId(4): "Mette Holm"}))

    assert "familien Bæk kan kun delvist koordinere selv" in line.because


def test_a_begun_one_says_how_far_it_is() -> None:
    assert begun_line(begun(answers(cases="few", wish="unknown")).assessment) == (
        "Der er begyndt en vurdering. 2 af 11 spørgsmål er besvaret."
    )


def test_nothing_is_said_of_none() -> None:
    assert assessment_lines(AssessmentHistory(PEOPLE, None, (), {})) == ()
