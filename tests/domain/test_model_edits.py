from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.assessment_check import check_model
from koordinator.domain.assessment_model import (
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    OptionKey,
    ParameterKey,
    all_of,
    any_of,
    single_tests,
)
from koordinator.domain.model_edits import (
    Path,
    add_option,
    add_parameter,
    add_part,
    add_rule,
    change_option,
    change_parameter,
    empty_model,
    first_test,
    key_for,
    moved,
    next_version,
    part_at,
    remove_part,
    with_options,
    with_part,
)
from tests.domain.assessments import at_least, is_one_of, model, parameter, plain_model, rule, small_models

P, Q, R = at_least("p", "b"), at_least("q", "b"), is_one_of("q", "a", "c")


@pytest.mark.parametrize(
    ("label", "taken", "key"),
    [
        ("Antal sager", (), "antal_sager"),
        ("Antal sager", ("antal_sager", "antal_sager_2"), "antal_sager_3"),
        ("Æbler & øl på åen", (), "aebler_oel_paa_aaen"),
        ("3 eller flere", (), "n_3_eller_flere"),
        ("Привет", (), "n"),
        ("", ("n",), "n_2"),
        ("Unknown", (), "unknown_2"),
        ("a" * 60, (), "a" * 40),
    ],
)
def test_key_is_made_of_the_words(label: str, taken: tuple[str, ...], key: str) -> None:
    assert key_for(label, taken) == key


def test_next_version_is_the_first_free_number() -> None:
    first = plain_model()

    assert next_version(first, ("1",)).version == "2"
    assert next_version(first, ("1", "2", "3")).version == "4"
    assert next_version(replace(first, version="forår"), ("forår",)).version == "2"


def test_an_empty_model_grows_a_question_with_answers_and_a_rule() -> None:
    grown = add_parameter(empty_model("own", "Vores egen", date(2026, 11, 21)), "Søvn")
    assert first_test(grown) is None
    assert add_rule(grown, "Uden svar").rules[0].condition == all_of()

    asked = add_option(add_option(grown.parameters[0], "God"), "Dårlig")
    grown = add_rule(change_parameter(grown, 0, asked), "Sover ikke")

    assert [(option.key, option.need) for option in asked.options] == [("god", 0), ("daarlig", 1)]
    assert grown.rules[0].condition == all_of(AtLeast(ParameterKey("soevn"), OptionKey("daarlig")))


def test_rules_follow_a_changed_key() -> None:
    before = model((parameter("p"), parameter("q")), rule("r", 2, any_of(P, Q, all_of(R))))

    renamed = change_parameter(before, 1, replace(before.parameters[1], key=ParameterKey("z")))
    again = change_option(renamed, 1, 0, replace(renamed.parameters[1].options[0], key=OptionKey("least")))
    again = change_option(again, 1, 1, replace(again.parameters[1].options[1], key=OptionKey("more")))

    assert again.rules[0].condition == any_of(P, at_least("z", "more"), all_of(is_one_of("z", "least", "c")))
    assert change_option(before, 0, 0, replace(before.parameters[0].options[0], label="X")).rules == before.rules


def test_rules_stay_while_another_thing_has_the_old_key() -> None:
    twins = model((parameter("p"), parameter("p")), rule("r", 2, P))

    assert change_parameter(twins, 0, replace(twins.parameters[0], key=ParameterKey("x"))).rules == twins.rules


def test_answers_are_numbered_by_need_when_they_move() -> None:
    asked = parameter("p")

    turned = with_options(asked, moved(asked.options, 2, -9))

    assert [(option.key, option.need) for option in turned.options] == [("c", 0), ("a", 1), ("b", 2)]
    assert moved((1, 2, 3), 0, 1) == (2, 1, 3)
    assert moved((1, 2, 3), 1, 9) == (1, 3, 2)


def test_groups_keep_their_sense_when_parts_come_and_go() -> None:
    assert add_part(all_of(P), (), Q) == all_of(P, Q)
    assert add_part(P, (), Q) == all_of(P, Q)
    assert add_part(any_of(P, Q), (), R) == any_of(P, Q, R)
    assert add_part(all_of(P, any_of(Q, R)), (1,), P) == all_of(P, any_of(Q, R, P))
    assert remove_part(all_of(P, Q), (0,)) == all_of(Q)
    assert remove_part(Combination(2, (P, Q, R)), (0,)) == all_of(Q, R)
    assert remove_part(all_of(P, any_of(Q, R)), (1, 0)) == all_of(P, all_of(R))
    assert remove_part(all_of(P), (0,)) == all_of()


def paths(condition: Condition, path: Path = ()) -> list[Path]:
    inner = condition.parts if isinstance(condition, Combination) else ()
    return [path, *(found for at, part in enumerate(inner) for found in paths(part, (*path, at)))]


@given(small_models(), st.data())
def test_any_part_of_a_condition_can_be_put_in_another_ones_place(small: AssessmentModel, data: st.DataObject) -> None:
    condition = data.draw(st.sampled_from(small.rules)).condition
    path = data.draw(st.sampled_from(paths(condition)))

    assert with_part(condition, path, part_at(condition, path)) == condition
    assert part_at(with_part(condition, path, P), path) == P
    assert len(list(single_tests(add_part(condition, path, P)))) == len(list(single_tests(condition))) + 1


@given(small_models(), st.integers(0, 3), st.integers(-4, 4))
def test_moving_questions_never_makes_a_fault_of_texts_or_keys(small: AssessmentModel, at: int, by: int) -> None:
    at = min(at, len(small.parameters) - 1)
    kinds = {fault.kind for fault in check_model(small)}

    turned = replace(small, parameters=moved(small.parameters, at, by))

    assert {fault.kind for fault in check_model(turned)} == kinds
