from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, OptionKey, ParameterKey
from koordinator.domain.assessment_rules import first_rule
from koordinator.domain.ids import AssessmentId, CitizenId, SubjectId
from koordinator.domain.model_trial import ModelTrial, OldAssessment, ReadyModel, Said, TrialReport, Why
from koordinator.domain.recommendation import recommended_step
from koordinator.domain.steps import Step
from tests.domain.assessments import (
    Given,
    answers,
    answers_to,
    at_least,
    model,
    parameter,
    plain_model,
    rule,
    small_models,
)

DAY = date(2026, 3, 2)


def old(given_answers: Given, step: Step, key: int = 1) -> OldAssessment:
    return OldAssessment(AssessmentId(key), SubjectId(7), CitizenId(5), DAY, "small", "1", step, given_answers)


@given(small_models(), st.data())
def test_a_ready_model_gives_the_step_and_the_rule_of_the_model(small: AssessmentModel, data: st.DataObject) -> None:
    given_answers = data.draw(answers_to(small))
    ready = ReadyModel(small)

    outcome = ready.outcome(given_answers)

    assert ready.step_of(outcome) is recommended_step(small, given_answers)
    assert ready.rule(outcome) == first_rule(small, given_answers)


@given(small_models(), small_models(), st.data())
def test_what_changes_is_what_the_new_model_says_of_what_it_knows(
    before: AssessmentModel, after: AssessmentModel, data: st.DataObject
) -> None:
    given_answers = data.draw(answers_to(before))
    step = recommended_step(before, given_answers)
    known = ReadyModel(after).known(given_answers)

    changed = ModelTrial(after).changed(old(given_answers, step), ReadyModel(before))

    now = recommended_step(after, known)
    assert (changed.to_step if changed else step) is now
    assert changed is None or changed.from_step is step is not now


def test_a_changed_outcome_says_why() -> None:
    before = plain_model()
    after = model(
        (replace(parameter("p", options=2), label="Søvn"), parameter("new")),
        rule("sleeps", 2, at_least("p", "b")),
    )
    trial = ModelTrial(after)

    first = trial.changed(old(answers(p="b", q="a"), Step.ALIGNMENT), ReadyModel(before))
    second = trial.changed(old(answers(p="b", q="b"), Step.ALIGNMENT, key=2), ReadyModel(before))
    gone = trial.changed(old(answers(p="c", q="a"), Step.MEETINGS, key=3), ReadyModel(before))
    unknown = trial.changed(old(answers(p=UNKNOWN), Step.ALIGNMENT, key=4), None)
    same = trial.changed(old(answers(p="b"), Step.MEETINGS, key=5), None)

    assert first is not None
    assert second is not None
    assert gone is not None
    assert unknown is not None
    assert same is None
    assert first.why == Why("Rule one", "Rule sleeps", (Said("Søvn", "b"),), ("new",), ())
    assert second.why is first.why
    assert gone.why == Why("Rule two", "", (Said("p", "c"),), ("new",), ("Søvn",))
    assert unknown.why == Why("", "", (), ("new",), ())
    report = TrialReport(9, trial.tried, (first, second, gone, unknown))
    assert (report.tried, report.same, report.was_stopped) == (5, 1, True)
    assert report.moves() == ((Step.ALIGNMENT, Step.NO_NEED, 1), (Step.ALIGNMENT, Step.MEETINGS, 2), (2, 0, 1))


def test_an_answer_to_a_question_the_new_model_lacks_says_nothing() -> None:
    ready = ReadyModel(plain_model())

    assert ready.known({ParameterKey("elsewhere"): OptionKey("a"), ParameterKey("p"): OptionKey("c")}) == answers(p="c")
