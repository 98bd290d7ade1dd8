import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from koordinator.domain.assessment import (
    Answer,
    Assessment,
    DeviationNeedsReason,
    NotDecided,
    NothingAnswered,
    begun_again,
    new_assessment,
)
from koordinator.domain.assessment_model import UNKNOWN, OptionKey, ParameterKey, UnknownOption, UnknownParameter
from koordinator.domain.assessment_snapshot import (
    LockedFault,
    answers_as_text,
    answers_from_text,
    fault_of_locked,
    given_in_text,
    locked,
    recompute,
    snapshot_of,
)
from koordinator.domain.assessment_writer import write_model
from koordinator.domain.errors import AlreadyLocked, FieldTooLong
from koordinator.domain.ids import AssessmentId, EmployeeId, SubjectId
from koordinator.domain.recommendation import recommend
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew, sha256_of
from koordinator.domain.steps import Step
from tests.domain.assessments import LONE, STANDARD, STANDARD_TEXT, Given, answers, answers_to, assessment

NOW = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
SELF = ParameterKey("self_coordination")
PARTLY, SUPPORTED = OptionKey("partly"), OptionKey("with_support")


def decided(step: Step = Step.MEETINGS, reason: str = "") -> Assessment:
    return assessment().decide(step, reason=reason, on=date(2026, 11, 21), by_id=EmployeeId(3))


def test_new_assessment_recommends_nothing() -> None:
    begun = new_assessment(SubjectId(7), STANDARD_TEXT)

    assert (begun.model_key, begun.model_version, begun.model) == ("standard", "1", STANDARD)
    assert (begun.recommended_step, begun.answers, begun.is_locked, begun.deviates) == (None, (), False, False)


def test_answers_stand_in_the_models_order_and_give_the_step() -> None:
    begun = assessment(dict(reversed(LONE.items())))

    assert [answer.parameter for answer in begun.answers] == [parameter.key for parameter in STANDARD.parameters]
    assert begun.recommended_step is Step.MEETINGS
    assert begun.recommendation() == recommend(STANDARD, LONE)


def test_new_answer_takes_the_place_of_the_old_and_an_empty_one_takes_it_away() -> None:
    changed = assessment().with_answer(Answer(SELF, SUPPORTED, note=" Ringer selv. "))

    assert changed.answer_to(SELF) == Answer(SELF, SUPPORTED, note="Ringer selv.")
    assert changed.with_answer(Answer(SELF)).answer_to(SELF) == Answer(SELF)
    assert SELF not in changed.with_answer(Answer(SELF)).given


def test_not_knowing_anything_points_nowhere() -> None:
    assert assessment(answers(cases="unknown", wish="unknown")).recommended_step is None
    assert assessment(answers(cases="unknown", wish="talk")).recommended_step is Step.NO_NEED


def test_citizens_answer_stands_beside_and_never_counts() -> None:
    said = assessment().with_answer(Answer(SELF, PARTLY, citizen_option=OptionKey("fully")))

    assert said.recommendation() == assessment().recommendation()
    assert said.disagreements == (said.answer_to(SELF),)


@pytest.mark.parametrize(
    ("option", "citizen_option"),
    [(PARTLY, PARTLY), (PARTLY, None), (None, PARTLY), (PARTLY, UNKNOWN), (UNKNOWN, PARTLY)],
)
def test_only_two_who_see_it_otherwise_disagree(option: OptionKey | None, citizen_option: OptionKey | None) -> None:
    assert not Answer(SELF, option, citizen_option).differ


def test_answer_the_model_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownParameter):
        assessment().with_answer(Answer(ParameterKey("weather"), PARTLY))
    with pytest.raises(UnknownOption):
        assessment().with_answer(Answer(SELF, OptionKey("sometimes")))
    with pytest.raises(UnknownOption):
        assessment().with_answer(Answer(SELF, PARTLY, OptionKey("sometimes")))
    with pytest.raises(FieldTooLong):
        assessment().with_answer(Answer(SELF, PARTLY, note="x" * 2_001))


def test_another_step_than_the_recommended_needs_a_reason() -> None:
    with pytest.raises(DeviationNeedsReason) as refused:
        decided(Step.ALIGNMENT, " ")

    assert (refused.value.recommended_step, refused.value.decided_step) == (Step.MEETINGS, Step.ALIGNMENT)
    assert decided(Step.ALIGNMENT, "Lone ønsker at vente.").deviates
    assert not decided().deviates


def test_nothing_answered_is_nothing_to_decide_on() -> None:
    with pytest.raises(NothingAnswered):
        new_assessment(SubjectId(7), STANDARD_TEXT).decide(
            Step.NO_NEED, reason="Ro på", on=date(2026, 11, 21), by_id=EmployeeId(3)
        )


def test_only_a_decided_assessment_is_locked() -> None:
    with pytest.raises(NotDecided):
        locked(assessment(), NOW)


def test_answer_changed_after_the_decision_asks_for_the_reason_again() -> None:
    changed = decided().with_answer(Answer(ParameterKey("family"), OptionKey("connected")))

    assert changed.recommended_step is Step.ONE_CASEWORK
    with pytest.raises(DeviationNeedsReason):
        locked(changed, NOW)


def test_locked_assessment_never_changes() -> None:
    closed = locked(decided(), NOW)

    with pytest.raises(AlreadyLocked):
        closed.with_answer(Answer(SELF, SUPPORTED))
    with pytest.raises(AlreadyLocked):
        closed.decide(Step.MEETINGS, reason="", on=date(2026, 11, 22), by_id=EmployeeId(3))
    with pytest.raises(AlreadyLocked):
        locked(closed, NOW)


def test_snapshot_holds_everything_the_result_rests_on() -> None:
    content = json.loads(locked(decided(Step.ALIGNMENT, "Lone ønsker at vente."), NOW).snapshot)

    assert content["schema"] == 1
    assert content["model_text"] == STANDARD_TEXT
    assert (content["recommended_step"], content["decided_step"]) == (2, 1)
    assert (content["decided_on"], content["locked_at"]) == ("2026-11-21", "2026-11-21T09:42:00+00:00")
    assert content["answers"][0] == {"parameter": "cases", "option": "several", "citizen_option": None, "note": ""}


def test_snapshot_is_the_same_in_every_time_zone_and_for_every_key() -> None:
    closed = locked(decided(), NOW)
    elsewhere = replace(closed, locked_at=NOW.astimezone(timezone(timedelta(hours=2))), version=9)

    assert snapshot_of(elsewhere) == closed.snapshot


@given(answers_to(STANDARD))
def test_locked_assessment_recomputes_to_the_same_result(given_answers: Given) -> None:
    begun = assessment(given_answers)
    if begun.recommended_step is None:
        return
    closed = locked(begun.decide(Step.MEETINGS, reason="Aftalt", on=date(2026, 11, 21), by_id=EmployeeId(3)), NOW)

    again = recompute(closed)

    assert again.agrees
    assert again.recommendation == begun.recommendation()
    assert fault_of_locked(closed) is None


def test_citizens_answer_alone_is_kept_in_the_snapshot_and_recomputes() -> None:
    said = assessment(answers(departments="four")).with_answer(Answer(SELF, citizen_option=PARTLY))
    closed = locked(said.decide(Step.ALIGNMENT, reason="", on=date(2026, 11, 21), by_id=EmployeeId(3)), NOW)

    assert fault_of_locked(closed) is None
    assert recompute(closed).recommendation.unanswered.count(SELF) == 1


def rehashed(closed: Assessment, before: str, after: str) -> Assessment:
    """The assessment with a changed snapshot whose hash fits."""
    forged = closed.snapshot.replace(before, after)
    return replace(closed, snapshot=forged, sha256=sha256_of(forged))


def test_every_fault_of_a_locked_assessment_is_found() -> None:
    closed = locked(decided(), NOW)
    other_step = replace(closed, recommended_step=Step.ALIGNMENT)
    forged_step = replace(other_step, snapshot=snapshot_of(other_step), sha256=sha256_of(snapshot_of(other_step)))

    assert fault_of_locked(decided()) is LockedFault.NOT_LOCKED
    assert fault_of_locked(replace(closed, snapshot=closed.snapshot + " ")) is LockedFault.HASH_DIFFERS
    assert fault_of_locked(rehashed(closed, '"schema":1', '"schema":2')) is LockedFault.UNREADABLE
    assert fault_of_locked(replace(closed, decided_step=Step.ALIGNMENT)) is LockedFault.ROW_DIFFERS
    assert fault_of_locked(forged_step) is LockedFault.STEP_DIFFERS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("schema = 1", "schema = 7"),
        ('"option":"several"', '"option":"seventeen"'),
        ('"parameter":"cases"', '"parameter":"weather"'),
        ('"recommended_step":2', '"recommended_step":9'),
        ('"answers":[', '"replies":['),
        ('"answers":[', '"answers":[1,'),
        ('"schema":1', '"colour":1'),
        ("{", ""),
    ],
)
def test_snapshot_that_cannot_be_read_is_damaged(before: str, after: str) -> None:
    with pytest.raises(SnapshotDamaged):
        recompute(rehashed(locked(decided(), NOW), before, after))


def test_snapshot_of_a_newer_program_is_not_guessed_at() -> None:
    with pytest.raises(SnapshotTooNew):
        recompute(rehashed(locked(decided(), NOW), '"schema":1', '"schema":2'))


def test_snapshot_that_was_changed_is_damaged() -> None:
    with pytest.raises(SnapshotDamaged):
        recompute(replace(locked(decided(), NOW), sha256="0" * 64))


def test_answers_go_to_text_and_back() -> None:
    said = assessment().with_answer(Answer(SELF, PARTLY, SUPPORTED, "»Næsten« – med æøå")).answers

    assert answers_from_text(answers_as_text(said)) == said


def test_the_standard_model_asks_the_citizen_about_four_things() -> None:
    asked = [parameter.key for parameter in STANDARD.parameters if parameter.citizen_answers]

    assert asked == ["self_coordination", "conflicting_plans", "stability", "wish"]


def test_a_begun_assessment_begun_again_keeps_what_the_other_model_still_asks() -> None:
    wish, cases = STANDARD.parameters[-1].key, STANDARD.parameters[0].key
    other = replace(
        STANDARD,
        version="2",
        parameters=tuple(
            replace(each, options=each.options[:2]) if each.key == wish else each for each in STANDARD.parameters[1:]
        ),
    )
    begun = assessment().with_answer(Answer(wish, OptionKey("meet"), OptionKey("alone"), "Egne ord."))

    again = begun_again(replace(begun, id=AssessmentId(4)), write_model(other))

    assert (again.id, again.model_version) == (4, "2")
    assert again.answer_to(wish) == Answer(wish, None, OptionKey("alone"), "Egne ord.")
    assert again.answer_to(cases) == Answer(cases)
    assert len(again.answers) == len(begun.answers) - 1
    with pytest.raises(AlreadyLocked):
        begun_again(replace(begun, locked_at=NOW), write_model(other))


def test_the_professionals_answers_are_read_alone() -> None:
    made = assessment().with_answer(Answer(SELF, None, SUPPORTED))

    assert given_in_text(answers_as_text(made.answers)) == made.given
    assert SELF not in made.given
