from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.answers_file import (
    MOST_CHARACTERS,
    AnswersFault,
    AnswersFaultKind,
    AnswersFile,
    AnswersRefused,
    parse_answers,
)
from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import UNKNOWN, OptionKey, ParameterKey
from koordinator.domain.steps import Step
from tests.domain.assessments import STANDARD

GOOD = """
decided_step = 1
reason = " Lone ønsker at vente. "

[answers]
self_coordination = "partly"
cases = "several"
departments = 4
family = "ved_ikke"
wish = "unknown"

[citizen]
self_coordination = "with_support"
stability = "stable"
"""
K = AnswersFaultKind
STEPS = ("0", "1", "2", "3")
PARAMETERS = tuple(str(parameter.key) for parameter in STANDARD.parameters)


def answer(parameter: str, option: str | None, citizen_option: str | None = None) -> Answer:
    given_option = None if option is None else OptionKey(option)
    return Answer(ParameterKey(parameter), given_option, None if citizen_option is None else OptionKey(citizen_option))


def faults(text: str) -> tuple[AnswersFault, ...]:
    with pytest.raises(AnswersRefused) as refused:
        parse_answers(text, STANDARD)
    return refused.value.faults


def test_file_becomes_answers_in_the_models_order() -> None:
    assert parse_answers(GOOD, STANDARD) == AnswersFile(
        (
            answer("cases", "several"),
            answer("departments", "four"),
            answer("self_coordination", "partly", "with_support"),
            answer("family", UNKNOWN),
            answer("stability", None, "stable"),
            answer("wish", UNKNOWN),
        ),
        Step.ALIGNMENT,
        "Lone ønsker at vente.",
    )


def test_decision_and_citizen_may_be_left_out_and_a_byte_order_mark_is_no_fault() -> None:
    assert parse_answers('\ufeff[answers]\ncases = "one"', STANDARD) == AnswersFile((answer("cases", "one"),))


CASES = STANDARD.parameters[0].allowed
COMPLEXITY = STANDARD.parameters[3].allowed
REFUSED = [
    ('[answers]\nweather = "fine"', AnswersFault(K.UNKNOWN_PARAMETER, "answers", "weather", PARAMETERS)),
    ('[citizen]\nweather = "fine"', AnswersFault(K.UNKNOWN_PARAMETER, "citizen", "weather", PARAMETERS)),
    ('[answers]\ncases = "seventeen"', AnswersFault(K.UNKNOWN_OPTION, "answers.cases", "seventeen", CASES)),
    ("[answers]\ncases = -1", AnswersFault(K.UNKNOWN_OPTION, "answers.cases", "-1", CASES)),
    ("[answers]\ncases = true", AnswersFault(K.UNKNOWN_OPTION, "answers.cases", "True", CASES)),
    ("[answers]\ncases = []", AnswersFault(K.UNKNOWN_OPTION, "answers.cases", "[]", CASES)),
    ("[answers]\ncomplexity = 1", AnswersFault(K.UNKNOWN_OPTION, "answers.complexity", "1", COMPLEXITY)),
    ("answers = 1", AnswersFault(K.WRONG_VALUE, "answers", "1", ("table",))),
    ("", AnswersFault(K.NO_ANSWERS, "answers", "", PARAMETERS)),
    ('[citizen]\nstability = "stable"', AnswersFault(K.NO_ANSWERS, "answers", "", PARAMETERS)),
    ("decided_step = 4", AnswersFault(K.WRONG_VALUE, "decided_step", "4", STEPS)),
    ('decided_step = "2"', AnswersFault(K.WRONG_VALUE, "decided_step", "2", STEPS)),
    ("reason = 2", AnswersFault(K.WRONG_VALUE, "reason", "2", ("text",))),
    (f'reason = "{"x" * 2001}"', AnswersFault(K.WRONG_VALUE, "reason", "", ("2000",))),
    ('reason = "\\u0000"', AnswersFault(K.WRONG_VALUE, "reason", "", ("2000",))),
    ("colour = 1", AnswersFault(K.UNKNOWN_FIELD, "", "colour", ("answers", "citizen", "decided_step", "reason"))),
    ("[answers]\ncases = oops", AnswersFault(K.NOT_TOML, "2")),
    ("a = " + "[" * 100_000, AnswersFault(K.TOO_LARGE, allowed=(str(MOST_CHARACTERS),))),
    ("a = " + "[" * 90_000, AnswersFault(K.NOT_TOML)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fault"), REFUSED)
def test_fault_is_named_with_what_is_allowed(text: str, fault: AnswersFault) -> None:
    assert faults(text) == (fault,)


def test_every_fault_is_named_at_once() -> None:
    found = faults('colour = 1\ndecided_step = 9\n[answers]\nweather = "fine"\ncases = "seventeen"')

    assert [fault.kind for fault in found] == [
        K.UNKNOWN_FIELD,
        K.UNKNOWN_PARAMETER,
        K.UNKNOWN_OPTION,
        K.WRONG_VALUE,
    ]


@given(st.text(max_size=40), st.integers(0, len(GOOD)))
def test_no_text_whatever_breaks_the_reading(inserted: str, at: int) -> None:
    with suppress(AnswersRefused):
        assert parse_answers(GOOD[:at] + inserted + GOOD[at:], STANDARD).answers
