from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.assessment_model import AssessmentModel, Combination
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.assessment_writer import write_model
from koordinator.domain.steps import Step
from tests.domain.assessments import STANDARD, at_least, model, parameter, plain_model, rule, small_models

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), max_size=60).map(str.strip)


@given(small_models())
def test_what_is_written_is_read_back_as_the_same_model(small: AssessmentModel) -> None:
    assert parse_model(write_model(small)) == small


@given(WORDS)
def test_any_words_come_back_as_they_were(words: str) -> None:
    asked = replace(parameter("p"), help=words, question=words)

    assert parse_model(write_model(model((asked,)))).parameters == (asked,)


def test_the_standard_model_comes_back_whole() -> None:
    assert parse_model(write_model(STANDARD)) == STANDARD


def test_a_draft_in_which_nearly_everything_is_missing_comes_back() -> None:
    unfinished = replace(
        plain_model(),
        title="",
        source="",
        default_step=Step.ALIGNMENT,
        rules=(
            rule("none", 1, Combination(0, ())),
            rule("any", 2, Combination(1, ())),
            rule("two", 3, Combination(2, ())),
            rule("one_of_three", 3, Combination(2, (at_least("p", "a"), at_least("q", "a"), at_least("q", "b")))),
            rule("bare", 0, at_least("gone", "gone")),
        ),
    )

    assert parse_model(write_model(unfinished)) == unfinished
    assert parse_model(write_model(replace(unfinished, parameters=(), rules=()))).parameters == ()
