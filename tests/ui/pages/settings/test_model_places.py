"""Which place a fault leads to, and its words."""

from dataclasses import replace

import pytest
from hypothesis import given

from koordinator.domain import limits
from koordinator.domain.assessment_check import check_model
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.domain.assessment_model import AssessmentModel, Option, OptionKey, ParameterKey, all_of
from koordinator.ui.pages.settings.model_places import Part, Place, counted, place_of, placed
from tests.domain.assessments import at_least, is_one_of, model, parameter, plain_model, rule, small_models

K = ModelFaultKind
P, Q = parameter("p"), parameter("q")


def question(at: int, option: int | None = None, field: str = "") -> Place:
    return Place(Part.QUESTIONS, at, option, field)


def with_option(option: Option) -> AssessmentModel:
    """The first answer to the first question is this one."""
    options = (option, *P.options[1:])
    return replace(plain_model(), parameters=(replace(P, options=options), Q))


@pytest.mark.parametrize(
    ("faulty", "place", "words"),
    [
        (replace(plain_model(), source=""), Place(Part.ABOUT, field="source"), "»Kilde« mangler."),
        (replace(plain_model(), rules=()), Place(Part.RULES), "Der er 0 regler. Der skal være mellem 1 og 60."),
        (replace(plain_model(), parameters=()), Place(Part.QUESTIONS), "Der er 0 spørgsmål."),
        (
            replace(plain_model(), parameters=(P, replace(Q, help="{navn}"))),
            question(1, field="help"),
            "{navn} i »Hjælp til at svare« kendes ikke.",
        ),
        (replace(plain_model(), parameters=(P, Q, P)), question(2, field="key"), "Nøglen »p« er brugt to gange."),
        (
            with_option(replace(P.options[0], meaning="")),
            question(0, 0, "meaning"),
            "»Hvad betyder svaret?« mangler.",
        ),
        (with_option(replace(P.options[0], key=OptionKey("A"))), question(0, 0, "key"), "Nøglen »A« kan ikke bruges."),
        (
            replace(plain_model(), rules=(*plain_model().rules, rule("x", 1, at_least("gone", "a")))),
            Place(Part.RULES, 3),
            "Reglen nævner et spørgsmål, som ikke findes mere (gone).",
        ),
        (
            replace(plain_model(), rules=(*plain_model().rules, rule("x", 1, at_least("q", "z")))),
            Place(Part.RULES, 3),
            "Reglen nævner et svar til »q«, som ikke findes mere (z).",
        ),
        (
            replace(plain_model(), rules=(rule("x", 1, all_of()), *plain_model().rules)),
            Place(Part.RULES, 0),
            "Reglen har en gruppe uden betingelser.",
        ),
        (
            replace(plain_model(), rules=plain_model().rules[:2]),
            Place(Part.RULES),
            "Ingen svar kan føre til trin 1.",
        ),
        (
            replace(plain_model(), rules=(rule("calmed", 1, is_one_of("q", "b")), *plain_model().rules)),
            question(1),
            "når svaret går fra »a« til »b«, kan det falde fra trin 2 til trin 1.",
        ),
        (
            replace(plain_model(), parameters=(replace(P, options=P.options * 3), Q)),
            question(0, limits.MODEL_OPTIONS),
            "Der er 9 svar.",
        ),
        (
            with_option(replace(P.options[0], from_count=0)),
            question(0, 0, "from_count"),
            "Tallet fra registret passer ikke.",
        ),
    ],
)
def test_a_fault_leads_to_its_place_and_says_what_to_mend(faulty: AssessmentModel, place: Place, words: str) -> None:
    found = placed(faulty, check_model(faulty))

    assert [fault.words for fault in found if fault.place == place and words in fault.words]
    assert all(fault.where for fault in found)


@given(small_models())
def test_every_fault_of_the_outcome_has_a_place(small: AssessmentModel) -> None:
    found = placed(small, check_model(small))

    for fault in found:
        things = small.rules if fault.place.part is Part.RULES else small.parameters
        assert fault.place.at is None or fault.place.at < len(things)
    assert sum(counted(found, Part.RULES).values()) + sum(counted(found, Part.QUESTIONS).values()) == len(found)


def test_keys_that_are_no_keys_are_found_all_the_same() -> None:
    odd = replace(P, key=ParameterKey("a.b"), options=(replace(P.options[0], key=OptionKey("c.d")), *P.options[1:]))
    odd_model = model((Q, odd), rule("r.s", 1, at_least("q", "b")))

    assert place_of(odd_model, ModelFault(K.MISSING_TEXT, "parameters.a.b", ("help",))) == question(1, field="help")
    assert place_of(odd_model, ModelFault(K.MISSING_TEXT, "parameters.a.b.options.c.d", ("meaning",))) == question(
        1, 0, "meaning"
    )
    assert place_of(odd_model, ModelFault(K.UNREACHABLE_RULE, "rules.r.s")) == Place(Part.RULES, 0)
