from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain import limits
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind, UnusableModel
from koordinator.domain.assessment_model import AtLeast, Combination, IsOneOf, RegisterFact, Strength
from koordinator.domain.assessment_toml import model_faults, parse_model, usable_model
from koordinator.domain.steps import Step
from tests.domain.assessments import STANDARD, STANDARD_TEXT, at_least, is_one_of

SMALL = """\
schema = 1
key = "small"
version = "3"
title = "Small"
valid_from = 2026-01-01
source = "Local"

[[parameters]]
key = "p"
label = "P"
question = "How is {name}?"
ask = "How are you?"
help = "Think."
register_fact = "open_cases"
citizen_answers = true
source = "Local"

[[parameters.options]]
key = "a"
label = "A"
meaning = "Little"
need = 0
from_count = 0
if_less = "it were a"

[[parameters.options]]
key = "b"
label = "B"
meaning = "Much"
need = 1
argues_for = 2
strength = "strong"
reason = "it is b"
if_more = "it were b"

[[rules]]
key = "three"
label = "Three"
step = 3
when.all = [
    { parameter = "p", at_least = "b" },
    { any = [ { parameter = "p", is = ["b"] } ] },
    { at_least = 1, of = [ { parameter = "p", is = ["a", "b"] } ] },
]
"""
P, A, B, R = 8, 18, 26, 36
"""The lines on which the parameter, its options and the rule begin."""


def test_text_becomes_the_model_it_describes() -> None:
    model = parse_model(SMALL)
    (parameter,), (rule,) = model.parameters, model.rules

    assert (model.key, model.version, model.valid_from, model.default_step) == ("small", "3", date(2026, 1, 1), 0)
    assert (parameter.register_fact, parameter.citizen_answers, parameter.exempt_from_order) == (
        RegisterFact.OPEN_CASES,
        True,
        False,
    )
    assert parameter.options[0].argues_for is None
    assert (parameter.options[1].argues_for, parameter.options[1].strength) == (Step.MEETINGS, Strength.STRONG)
    assert [option.from_count for option in parameter.options] == [0, None]
    assert rule.step is Step.ONE_CASEWORK
    assert rule.condition == Combination(
        3,
        (
            at_least("p", "b"),
            Combination(1, (is_one_of("p", "b"),)),
            Combination(1, (is_one_of("p", "a", "b"),)),
        ),
    )
    assert {type(part) for part in rule.condition.parts} == {AtLeast, IsOneOf, Combination} - {IsOneOf}


def test_standard_model_is_usable() -> None:
    assert usable_model(STANDARD_TEXT) == STANDARD
    assert model_faults(STANDARD_TEXT) == ()


def test_byte_order_mark_is_no_fault() -> None:
    assert parse_model("\ufeff" + SMALL) == parse_model(SMALL)


def test_default_step_may_be_given() -> None:
    assert parse_model("default_step = 1\n" + SMALL).default_step is Step.ALIGNMENT


K = ModelFaultKind
PATH_A, PATH_B = "parameters.p.options.a", "parameters.p.options.b"
FLAG_FAULT = ModelFault(K.WRONG_TYPE, "parameters.p", ("citizen_answers", "true_false"), P)
STEP_FAULT = ModelFault(K.WRONG_VALUE, PATH_B, ("argues_for", "4", "0", "1", "2", "3"), B)
STRENGTH_FAULT = ModelFault(K.WRONG_VALUE, PATH_B, ("strength", "1", *Strength), B)
REFUSED = [
    ('key = "small"', "key = 7", ModelFault(K.WRONG_TYPE, "", ("key", "text"))),
    ('key = "small"', 'key = "sm\\u0000all"', ModelFault(K.WRONG_TYPE, "", ("key", "text"))),
    ('title = "Small"', f'title = "{"s" * 201}"', ModelFault(K.TEXT_TOO_LONG, "", ("title", "200"))),
    ("valid_from = 2026-01-01", "", ModelFault(K.MISSING_FIELD, "", ("valid_from",))),
    ("2026-01-01", "2026-01-01T10:00:00", ModelFault(K.WRONG_TYPE, "", ("valid_from", "date"))),
    ("schema = 1", "schema = 2", ModelFault(K.NEWER_SCHEMA, "", ("2",))),
    ("schema = 1", "", ModelFault(K.MISSING_FIELD, "", ("schema",))),
    ("schema = 1", "schema = true", ModelFault(K.WRONG_TYPE, "", ("schema", "whole_number"))),
    ("schema = 1", "schema = 1\ncolour = 1", ModelFault(K.UNKNOWN_FIELD, "", ("colour",))),
    ("[[rules]]", "[rules]", ModelFault(K.WRONG_TYPE, "", ("rules", "tables"))),
    ('help = "Think."', "hlp = 1", ModelFault(K.UNKNOWN_FIELD, "parameters.p", ("hlp",), P)),
    ('"open_cases"', '"cats"', ModelFault(K.WRONG_VALUE, "parameters.p", ("register_fact", "cats", *RegisterFact), P)),
    ("citizen_answers = true", 'citizen_answers = "yes"', FLAG_FAULT),
    ('strength = "strong"', "strength = 1", STRENGTH_FAULT),
    ("argues_for = 2", "argues_for = 4", STEP_FAULT),
    ("from_count = 0", 'from_count = "0"', ModelFault(K.WRONG_TYPE, PATH_A, ("from_count", "whole_number"), A)),
    ("need = 1", "", ModelFault(K.MISSING_FIELD, PATH_B, ("need",), B)),
    ("step = 3", "", ModelFault(K.MISSING_FIELD, "rules.three", ("step",), R)),
    ("step = 3", "step = true", ModelFault(K.WRONG_VALUE, "rules.three", ("step", "True", "0", "1", "2", "3"), R)),
    ("when.all", "when.some", ModelFault(K.WRONG_TYPE, "rules.three", ("when", "condition"), R)),
    ('is = ["b"]', "is = []", ModelFault(K.WRONG_TYPE, "rules.three", ("when", "condition"), R)),
    ('is = ["b"]', "is = [1]", ModelFault(K.WRONG_TYPE, "rules.three", ("when", "condition"), R)),
    ('is = ["b"]', 'is = ["b"], or = 1', ModelFault(K.WRONG_TYPE, "rules.three", ("when", "condition"), R)),
    ("at_least = 1, of", "at_least = true, of", ModelFault(K.WRONG_TYPE, "rules.three", ("when", "condition"), R)),
    ('key = "b"', "", ModelFault(K.BAD_KEY, "parameters.p.options.#2", ("",), B)),
    ('key = "b"\n', "need_ = 3\n", ModelFault(K.UNKNOWN_FIELD, "parameters.p.options.#2", ("need_",), B)),
    ('key = "three"', "", ModelFault(K.BAD_KEY, "rules.#1", ("",), R)),
    ('key = "three"', "extra = 1", ModelFault(K.UNKNOWN_FIELD, "rules.#1", ("extra",), R)),
    ('key = "b"', 'key = "a"', ModelFault(K.DUPLICATE_KEY, "parameters.p.options.#2", ("a",), B)),
    ('meaning = "Much"', "", ModelFault(K.MISSING_TEXT, PATH_B, ("meaning",), B)),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "fault"), REFUSED)
def test_fault_in_a_file_is_named_with_where_and_line(before: str, after: str, fault: ModelFault) -> None:
    text = SMALL.replace(before, after, 1)
    shifted = text.count("\n") - SMALL.count("\n")
    expected = replace(fault, line=fault.line + shifted) if fault.line and before == "schema = 1" else fault

    assert expected in model_faults(text)
    with pytest.raises(UnusableModel) as refused:
        usable_model(text)
    assert refused.value.faults == model_faults(text)


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    assert model_faults("schema = 1\nkey = oops\n") == (ModelFault(K.NOT_TOML, "", line=2),)
    assert model_faults("schema = ") == (ModelFault(K.NOT_TOML, "", line=1),)
    assert model_faults("a = " + "[" * 100_000) == (ModelFault(K.NOT_TOML, ""),)


def test_huge_file_is_refused_unread() -> None:
    most = limits.MODEL_CHARACTERS

    assert model_faults("#" * (most + 1)) == (ModelFault(K.TOO_LARGE, "", (str(most),)),)


def test_model_with_a_thousand_questions_is_refused() -> None:
    thousand = "".join(f'[[parameters]]\nkey = "k{n}"\n' for n in range(1_000))

    faults = model_faults(SMALL.replace("[[rules]]", f"{thousand}[[rules]]"))

    first_too_many = R + 2 * (40 - 1)
    most = str(limits.MODEL_PARAMETERS)
    assert ModelFault(K.WRONG_NUMBER, "parameters.#41", ("parameters", "1001", "1", most), first_too_many) in faults


def test_conditions_are_nested_only_so_deep() -> None:
    deep = '{ parameter = "p", at_least = "b" }'
    for _ in range(6):
        deep = f"{{ any = [ {deep} ] }}"
    text = SMALL.replace('{ parameter = "p", at_least = "b" }', deep)

    assert ModelFault(K.WRONG_TYPE, "rules.three", ("when", "condition"), R) in model_faults(text)


@given(st.text(max_size=60), st.integers(0, len(SMALL)))
def test_no_text_whatever_breaks_the_reading(inserted: str, at: int) -> None:
    assert all(isinstance(fault, ModelFault) for fault in model_faults(SMALL[:at] + inserted + SMALL[at:]))
