from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from koordinator.domain import assessment_diagram
from koordinator.domain.assessment_check import check_model
from koordinator.domain.assessment_diagram import ModelTooTangled, diagram_of
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.domain.assessment_model import (
    AssessmentModel,
    Combination,
    OptionKey,
    ParameterKey,
    RegisterFact,
    Rule,
    RuleKey,
    all_of,
    any_of,
    single_tests,
)
from koordinator.domain.assessment_rules import first_rule
from koordinator.domain.recommendation import recommended_step
from koordinator.domain.steps import Step
from tests.domain.assessments import (
    STANDARD,
    at_least,
    every_answer,
    is_one_of,
    model,
    parameter,
    plain_model,
    rule,
    small_models,
)

OUTCOMES = {ModelFaultKind.UNREACHABLE_RULE, ModelFaultKind.UNREACHABLE_STEP, ModelFaultKind.LOWERS_STEP}


def test_standard_model_has_no_fault() -> None:
    assert check_model(STANDARD) == ()


def test_standard_model_has_the_eleven_questions_in_their_order() -> None:
    assert [each.label for each in STANDARD.parameters] == [
        "Antal sager",
        "Fagenheder",
        "Kontaktpersoner",
        "Kompleksitet",
        "Egen koordinering",
        "Sammenhæng",
        "Modstridende planer",
        "Familien",
        "Stabilitet",
        "Hvad er prøvet",
        "Borgerens ønske",
    ]
    assert {each.register_fact for each in STANDARD.parameters} == {None, *RegisterFact}
    assert [each.key for each in STANDARD.parameters if each.exempt_from_order] == ["tried", "wish"]
    assert [each.key for each in STANDARD.parameters if each.citizen_answers] == [
        "self_coordination",
        "conflicting_plans",
        "stability",
        "wish",
    ]


def test_every_question_of_the_standard_model_matters_to_a_rule() -> None:
    asked = {test.parameter for each in STANDARD.rules for test in single_tests(each.condition)}

    assert asked == {each.key for each in STANDARD.parameters}


@given(small_models())
def test_faults_of_the_rules_are_exactly_those_that_trying_every_answer_finds(small: AssessmentModel) -> None:
    found = check_model(small)

    assert {fault.kind for fault in found} <= OUTCOMES
    assert {fault.where for fault in of_kind(found, ModelFaultKind.UNREACHABLE_RULE)} == unreachable_rules(small)
    assert {fault.values[0] for fault in of_kind(found, ModelFaultKind.UNREACHABLE_STEP)} == unreachable_steps(small)
    lowering = of_kind(found, ModelFaultKind.LOWERS_STEP)
    assert {(fault.where, *fault.values[:2]) for fault in lowering} == lowering_answers(small)
    assert all(fault.values[2] > fault.values[3] for fault in lowering)


def of_kind(faults: tuple[ModelFault, ...], kind: ModelFaultKind) -> list[ModelFault]:
    return [fault for fault in faults if fault.kind is kind]


def unreachable_rules(small: AssessmentModel) -> set[str]:
    first = {found.key for given_answers in every_answer(small) if (found := first_rule(small, given_answers))}
    return {f"rules.{each.key}" for each in small.rules if each.key not in first}


def unreachable_steps(small: AssessmentModel) -> set[str]:
    reached = {recommended_step(small, given_answers) for given_answers in every_answer(small)}
    return {str(int(step)) for step in Step if step not in reached}


def lowering_answers(small: AssessmentModel) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    ordered = [each for each in small.parameters if not each.exempt_from_order]
    for given_answers in every_answer(small):
        for each in ordered:
            for less, more in pairwise(each.options):
                steps = [recommended_step(small, given_answers | {each.key: option.key}) for option in (less, more)]
                if steps[1] < steps[0]:
                    found.add((f"parameters.{each.key}", less.key, more.key))
    return found


def test_more_need_lowering_the_step_is_named_with_answers_and_steps() -> None:
    sound = plain_model()
    calmed = replace(sound, rules=(rule("calmed", 1, is_one_of("q", "b")), *sound.rules))

    assert check_model(calmed) == (ModelFault(ModelFaultKind.LOWERS_STEP, "parameters.q", ("a", "b", "2", "1")),)


def test_parameter_exempt_from_the_order_may_lower_the_step() -> None:
    sound = plain_model()
    wish = replace(sound.parameters[1], exempt_from_order=True)
    calmed = replace(
        sound,
        parameters=(sound.parameters[0], wish),
        rules=(rule("calmed", 1, is_one_of("q", "b")), *sound.rules),
    )

    assert check_model(calmed) == ()


def changed_parameter(**changes: object) -> AssessmentModel:
    sound = plain_model()
    return replace(sound, parameters=(replace(sound.parameters[0], **changes), sound.parameters[1]))  # type: ignore[arg-type]


def changed_option(n: int, **changes: object) -> AssessmentModel:
    options = list(plain_model().parameters[0].options)
    options[n] = replace(options[n], **changes)  # type: ignore[arg-type]
    return changed_parameter(options=tuple(options))


def counted(*counts: int | None, fact: RegisterFact | None = RegisterFact.OPEN_CASES) -> AssessmentModel:
    options = plain_model().parameters[0].options
    return changed_parameter(
        register_fact=fact,
        options=tuple(replace(option, from_count=count) for option, count in zip(options, counts, strict=True)),
    )


def with_rules(*rules: Rule) -> AssessmentModel:
    return replace(plain_model(), rules=rules)


P = "parameters.p"
A = f"{P}.options.a"
B = f"{P}.options.b"
C = f"{P}.options.c"
K = ModelFaultKind
FAULTY = [
    (replace(plain_model(), title=" "), (K.MISSING_TEXT, "", ("title",))),
    (
        replace(plain_model(), parameters=(), rules=plain_model().rules),
        (K.WRONG_NUMBER, "", ("parameters", "0", "1", "40")),
    ),
    (replace(plain_model(), rules=()), (K.WRONG_NUMBER, "", ("rules", "0", "1", "60"))),
    (changed_parameter(ask=""), (K.MISSING_TEXT, P, ("ask",))),
    (changed_parameter(source=""), (K.MISSING_TEXT, P, ("source",))),
    (changed_parameter(question="How is {navn}?"), (K.UNKNOWN_PLACEHOLDER, P, ("question", "{navn}"))),
    (
        changed_parameter(options=plain_model().parameters[0].options[:1]),
        (K.WRONG_NUMBER, P, ("options", "1", "2", "8")),
    ),
    (changed_parameter(options=()), (K.WRONG_NUMBER, P, ("options", "0", "2", "8"))),
    (changed_parameter(key=ParameterKey("q")), (K.DUPLICATE_KEY, "parameters.#2", ("q",))),
    (changed_parameter(key=ParameterKey("Two words")), (K.BAD_KEY, "parameters.#1", ("Two words",))),
    (changed_option(0, key=OptionKey("unknown")), (K.BAD_KEY, f"{P}.options.#1", ("unknown",))),
    (changed_option(1, key=OptionKey("a")), (K.DUPLICATE_KEY, f"{P}.options.#2", ("a",))),
    (changed_option(1, meaning=""), (K.MISSING_TEXT, B, ("meaning",))),
    (changed_option(1, reason=""), (K.MISSING_TEXT, B, ("reason",))),
    (changed_option(1, if_more=""), (K.MISSING_TEXT, B, ("if_more",))),
    (changed_option(1, if_less=""), (K.MISSING_TEXT, B, ("if_less",))),
    (changed_option(1, if_less="{name has less"), (K.UNKNOWN_PLACEHOLDER, B, ("if_less", "{name has less"))),
    (changed_option(1, need=0), (K.NEED_ORDER, B, ())),
    (counted(0, 2, 2), (K.COUNT_ORDER, C, ())),
    (counted(1, 2, 3), (K.COUNT_ORDER, A, ())),
    (counted(None, None, 3, fact=None), (K.COUNT_ORDER, C, ())),
    (with_rules(*plain_model().rules, rule("three", 1, at_least("p", "b"))), (K.DUPLICATE_KEY, "rules.#4", ("three",))),
    (with_rules(rule("r", 1, at_least("x", "b"))), (K.UNKNOWN_PARAMETER, "rules.r", ("x", "p", "q"))),
    (with_rules(rule("r", 1, at_least("p", "x"))), (K.UNKNOWN_OPTION, "rules.r", ("p", "x", "a", "b", "c"))),
    (with_rules(rule("r", 1, is_one_of("p", "a", "x"))), (K.UNKNOWN_OPTION, "rules.r", ("p", "x", "a", "b", "c"))),
    (with_rules(rule("r", 1, all_of())), (K.EMPTY_GROUP, "rules.r", ())),
    (with_rules(rule("r", 1, Combination(2, (at_least("p", "b"),)))), (K.IMPOSSIBLE_NUMBER, "rules.r", ("2", "1"))),
    (with_rules(replace(plain_model().rules[0], label="")), (K.MISSING_TEXT, "rules.three", ("label",))),
    (with_rules(replace(plain_model().rules[0], key=RuleKey(""))), (K.BAD_KEY, "rules.#1", ("",))),
]


@pytest.mark.parametrize(("faulty", "expected"), FAULTY)
def test_fault_is_named_with_where(
    faulty: AssessmentModel, expected: tuple[ModelFaultKind, str, tuple[str, ...]]
) -> None:
    assert expected in [(fault.kind, fault.where, fault.values) for fault in check_model(faulty)]


def test_option_without_a_step_to_argue_for_needs_no_reason_and_ends_need_no_further_direction() -> None:
    assert check_model(changed_option(0, argues_for=None, reason="", if_more="")) == ()
    assert check_model(changed_option(2, if_less="")) == ()


def test_last_options_may_be_left_to_a_persons_judgement() -> None:
    assert check_model(counted(0, 2, None)) == ()


def test_rules_too_tangled_to_follow_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessment_diagram, "MOST_NODES", 1)
    tangled = replace(plain_model(), version="tangled")

    assert [fault.kind for fault in check_model(tangled)] == [ModelFaultKind.TOO_TANGLED]
    with pytest.raises(ModelTooTangled):
        diagram_of(tangled)


def test_rules_with_conditions_that_always_or_never_hold_are_followed() -> None:
    odd = model((parameter("p"),), rule("never", 3, any_of()), rule("always", 1, all_of()))

    assert diagram_of(odd).root == 1
    assert diagram_of(odd).reached() == {1}
