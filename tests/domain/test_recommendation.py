from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koordinator.domain.assessment_changes import MOST_CHANGES, MOST_SETS, smallest_changes
from koordinator.domain.assessment_model import (
    UNKNOWN,
    AssessmentModel,
    OptionKey,
    ParameterKey,
    RegisterFact,
    Strength,
    UnknownOption,
    UnknownParameter,
    all_of,
    any_of,
)
from koordinator.domain.recommendation import Direction, difference, from_register, recommend, recommended_step
from koordinator.domain.steps import Step
from tests.domain.assessments import (
    LONE,
    STANDARD,
    Given,
    answers,
    answers_to,
    at_least,
    every_answer,
    model,
    parameter,
    plain_model,
    rule,
    small_models,
)


def changes_of(found: AssessmentModel, given: Given, step: Step) -> list[dict[str, str]]:
    sets = smallest_changes(found, given, step)
    return [{change.parameter: change.after for change in each.changes} for each in sets]


def test_lone_is_recommended_trin_2_for_the_reasons_in_the_order_of_their_strength() -> None:
    found = recommend(STANDARD, LONE)

    assert found.step is Step.MEETINGS
    assert found.rule is not None
    assert STANDARD.rule(found.rule).label == "Der er mange tråde, og borgeren kan ikke selv holde dem samlet"
    assert [(reason.parameter, reason.option) for reason in found.because[:3]] == [
        ("departments", "four"),
        ("connection", "affect"),
        ("self_coordination", "partly"),
    ]
    assert [reason.parameter for reason in found.against] == ["complexity", "family", "stability", "wish"]
    assert (found.unanswered, found.unknown, found.could_become) == ((), (), ())


def test_lone_would_be_on_trin_1_by_coordinating_with_agreeing_plans_and_on_trin_3_by_a_connected_family() -> None:
    down = changes_of(STANDARD, LONE, Step.ALIGNMENT)
    up = changes_of(STANDARD, LONE, Step.ONE_CASEWORK)

    assert down[0] == {"self_coordination": "with_support", "conflicting_plans": "clash"}
    assert up == [{"family": "connected"}]


def test_one_citizen_can_be_on_trin_3_without_a_family() -> None:
    alone = LONE | answers(family="alone", complexity="very_complex", connection="lock", self_coordination="not_at_all")

    assert recommended_step(STANDARD, alone) is Step.ONE_CASEWORK


def test_one_department_and_a_citizen_who_coordinates_needs_nothing() -> None:
    calm = answers(cases="one", departments="one", contacts="few", complexity="simple", self_coordination="fully")

    assert recommended_step(STANDARD, calm) is Step.NO_NEED


@given(answers_to(STANDARD), st.data())
def test_more_need_never_lowers_the_step_of_the_standard_model(given_answers: Given, data: st.DataObject) -> None:
    asked = data.draw(st.sampled_from([each for each in STANDARD.parameters if not each.exempt_from_order]))
    less, more = sorted(data.draw(st.lists(st.sampled_from(range(len(asked.options))), min_size=2, max_size=2)))

    steps = [recommended_step(STANDARD, given_answers | {asked.key: asked.options[n].key}) for n in (less, more)]

    assert steps[0] <= steps[1]


@given(answers_to(STANDARD))
def test_changes_named_by_the_standard_model_give_the_step(given_answers: Given) -> None:
    found = recommend(STANDARD, given_answers)

    for each in found.would_change:
        changed = given_answers | {change.parameter: change.after for change in each.changes}
        assert recommended_step(STANDARD, changed) is each.step
        assert each.step is not found.step


@given(small_models(), st.data())
def test_changes_are_all_of_the_fewest_and_the_nearest(small: AssessmentModel, data: st.DataObject) -> None:
    given_answers = data.draw(answers_to(small))
    step = data.draw(st.sampled_from([step for step in Step if step is not recommended_step(small, given_answers)]))

    found = changes_of(small, given_answers, step)

    expected = fewest_by_trying(small, given_answers, step)
    assert len(found) == min(len(expected), MOST_SETS)
    assert {frozenset(each): distance_of(small, given_answers, each) for each in found}.items() <= expected.items()
    distances = [distance_of(small, given_answers, each) for each in found]
    assert distances == sorted(expected.values())[:MOST_SETS]


def fewest_by_trying(small: AssessmentModel, given_answers: Given, step: Step) -> dict[frozenset[str], int]:
    """The smallest sets of parameters that can give the step, with how far the nearest options lie."""
    for number in range(1, MOST_CHANGES + 1):
        found: dict[frozenset[str], int] = {}
        for chosen in combinations(small.parameters, number):
            others = [
                [option.key for option in each.options if option.key != given_answers.get(each.key)] for each in chosen
            ]
            keys = [each.key for each in chosen]
            tried = [dict(zip(keys, options, strict=True)) for options in product(*others)]
            good = [change for change in tried if recommended_step(small, given_answers | change) is step]
            if good:
                found[frozenset(keys)] = min(distance_of(small, given_answers, change) for change in good)
        if found:
            return found
    return {}


def distance_of(
    small: AssessmentModel, given_answers: Given, change: dict[ParameterKey, OptionKey] | dict[str, str]
) -> int:
    total = 0
    for each in small.parameters:
        if each.key in change:
            order = [UNKNOWN, *(option.key for option in each.options)]
            before, after = given_answers.get(each.key, UNKNOWN), OptionKey(change[each.key])
            total += abs(order.index(after) - order.index(before))
    return total


@given(small_models(), st.data())
def test_what_it_could_still_become_is_every_step_the_missing_answers_can_give(
    small: AssessmentModel, data: st.DataObject
) -> None:
    given_answers = data.draw(answers_to(small))
    found = recommend(small, given_answers)
    settled = {key: option for key, option in given_answers.items() if option != UNKNOWN}

    possible = {recommended_step(small, full) for full in every_answer(small) if full.items() >= settled.items()}

    assert set(found.could_become) == possible - {found.step}
    assert set(found.unanswered) == {each.key for each in small.parameters} - given_answers.keys()
    assert set(found.unknown) == {key for key, option in given_answers.items() if option == UNKNOWN}


@given(small_models(), st.data())
def test_the_same_answers_give_the_same_recommendation(small: AssessmentModel, data: st.DataObject) -> None:
    given_answers = data.draw(answers_to(small))

    assert recommend(small, given_answers) == recommend(replace(small), dict(reversed(given_answers.items())))


def test_nearest_step_is_told_first_and_of_two_the_lower() -> None:
    told = recommend(plain_model(), answers(p="c", q="a"))

    assert told.step is Step.MEETINGS
    assert [each.step for each in told.would_change] == [Step.ALIGNMENT, Step.ONE_CASEWORK, Step.NO_NEED]


def test_more_than_three_changes_are_not_told() -> None:
    parameters = tuple(parameter(key, options=2) for key in "pqrs")
    strict = model(parameters, rule("all", 3, all_of(*(at_least(each.key, "b") for each in parameters))))

    assert recommend(strict, answers(p="a", q="a", r="a", s="a")).would_change == ()
    assert len(recommend(strict, answers(p="b", q="a", r="a", s="a")).would_change[0].changes) == MOST_CHANGES


def test_at_most_five_sets_are_told_for_a_step() -> None:
    parameters = tuple(parameter(key) for key in "pqrstu")
    easy = model(parameters, rule("any", 1, any_of(*(at_least(each.key, "b") for each in parameters))))

    assert changes_of(easy, {}, Step.ALIGNMENT) == [{key: "b"} for key in "pqrst"]


def test_at_most_five_sets_are_told_in_all_and_every_step_within_reach_has_one() -> None:
    parameters = tuple(parameter(key) for key in "pqrstu")
    some = [at_least(each.key, "b") for each in parameters]
    rules = (rule("three", 3, all_of(*some[:3])), rule("two", 2, all_of(*some[:2])), rule("one", 1, any_of(*some)))

    told = recommend(model(parameters, *rules), {}).would_change

    assert [(each.step, len(each.changes)) for each in told] == [(1, 1), (1, 1), (1, 1), (2, 2), (3, 3)]


@given(answers_to(STANDARD))
@settings(max_examples=25)
def test_no_smaller_set_of_the_standard_model_gives_a_named_step(given_answers: Given) -> None:
    told = recommend(STANDARD, given_answers).would_change
    fewest = {each.step: len(each.changes) for each in told}

    assert len(told) <= MOST_SETS
    assert all(len(each.changes) == fewest[each.step] <= MOST_CHANGES for each in told)
    for number in range(1, max(fewest.values(), default=1)):
        reached = steps_by_trying(STANDARD, given_answers, number)
        assert all(fewest.get(step, MOST_CHANGES + 1) <= number for step in reached)


def steps_by_trying(of: AssessmentModel, given_answers: Given, number: int) -> set[Step]:
    """Every other step that so many changed answers can give."""
    found = set()
    for chosen in combinations(of.parameters, number):
        keys = [each.key for each in chosen]
        for options in product(*([option.key for option in each.options] for each in chosen)):
            found.add(recommended_step(of, given_answers | dict(zip(keys, options, strict=True))))
    return found - {recommended_step(of, given_answers)}


def test_what_was_not_known_is_told_as_such() -> None:
    (change,) = smallest_changes(plain_model(), answers(p=UNKNOWN), Step.ALIGNMENT)[0].changes

    assert (change.parameter, change.before, change.after) == ("p", UNKNOWN, "b")


def test_default_step_has_no_rule_and_no_decisive_answer() -> None:
    found = recommend(plain_model(), answers(p="a"))

    assert (found.step, found.rule) == (Step.NO_NEED, None)
    assert [reason.decisive for reason in found.reasons] == [False]
    assert found.because == ()


def test_only_the_parts_that_hold_carry_the_rule() -> None:
    condition = any_of(at_least("p", "c"), all_of(at_least("q", "b"), at_least("r", "b")))
    mixed = model((parameter("p"), parameter("q"), parameter("r")), rule("mixed", 2, condition))

    found = recommend(mixed, answers(p="a", q="b", r="c"))

    assert [reason.parameter for reason in found.because] == ["q", "r"]
    assert [reason.parameter for reason in recommend(mixed, answers(p="c", q="b", r="a")).because] == ["p"]


def test_strongest_reasons_come_first_and_answers_that_argue_for_nothing_are_none() -> None:
    found = recommend(STANDARD, LONE)
    order = [Strength.STRONG, Strength.MEDIUM, Strength.WEAK]

    strengths = [order.index(reason.strength) for reason in found.reasons]

    assert strengths == sorted(strengths)
    assert ParameterKey("tried") not in {reason.parameter for reason in found.reasons}


def test_answers_the_model_does_not_know_are_refused() -> None:
    with pytest.raises(UnknownParameter) as no_parameter:
        recommend(STANDARD, answers(weather="fine"))
    with pytest.raises(UnknownOption) as no_option:
        recommend(STANDARD, answers(cases="seventeen"))

    assert (no_parameter.value.parameter, no_parameter.value.allowed[0]) == ("weather", "cases")
    assert no_option.value.allowed == ("one", "few", "several", "many", "unknown")


@pytest.mark.parametrize(("count", "proposed"), [(0, "one"), (1, "one"), (2, "few"), (5, "several"), (40, "many")])
def test_register_proposes_the_answer_its_count_reaches(count: int, proposed: str) -> None:
    assert from_register(STANDARD, {RegisterFact.OPEN_CASES: count}) == answers(cases=proposed)


def test_register_counts_a_family_but_does_not_judge_whether_its_cases_hang_together() -> None:
    assert from_register(STANDARD, {RegisterFact.FAMILY_MEMBERS_WITH_CASES: 9}) == answers(family="several")


def test_parameter_that_is_not_counted_gets_no_proposal() -> None:
    assert parameter("p").proposed_for(3) == UNKNOWN


def test_difference_says_what_is_answered_otherwise_and_which_way() -> None:
    before = answers(
        cases="few", departments="four", self_coordination="unknown", wish="meet", old="yes", family="other"
    )
    now = answers(
        cases="several", departments="three", self_coordination="partly", wish="talk", tried="nothing", family="other"
    )

    found = [(each.parameter, each.before, each.now, each.direction) for each in difference(STANDARD, before, now)]

    assert found == [
        ("cases", "few", "several", Direction.MORE),
        ("departments", "four", "three", Direction.LESS),
        ("self_coordination", "unknown", "partly", Direction.OTHER),
        ("tried", None, "nothing", Direction.OTHER),
        ("wish", "meet", "talk", Direction.OTHER),
        ("old", "yes", None, Direction.OTHER),
    ]
