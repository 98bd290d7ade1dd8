from datetime import date

import pytest

from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.domain.recommendation import Recommendation, difference, recommend
from koordinator.domain.steps import Step
from koordinator.texts import assessment as texts
from tests.domain.assessments import LONE, STANDARD, Given, answers

NAMED = [parameter for parameter in STANDARD.parameters if parameter.key == "self_coordination"]


def recommended(given: Given) -> Recommendation:
    return recommend(STANDARD, given)


def test_result_for_lone_reads_as_one_would_say_it() -> None:
    found = recommended(LONE)

    assert texts.because_clauses(STANDARD, found, "Lone") == (
        "fire fagenheder har sager",
        "sagerne påvirker hinanden",
        "Lone kan kun delvist koordinere selv",
        "planerne modarbejder hinanden",
        "Lone har fire eller fem sager",
        "Lone har seks til ni kontaktpersoner",
    )
    assert texts.reason_sentences(STANDARD, found, "Lone")[:2] == (
        "Fire fagenheder har sager.",
        "Sagerne påvirker hinanden.",
    )
    assert texts.against_clauses(STANDARD, found, "Lone")[0] == "sagerne er sammensatte, men til at overskue (trin 1)"


def test_what_would_change_it_is_said_for_each_step_the_nearest_way() -> None:
    assert texts.would_change_sentence(STANDARD, recommended(LONE), "Lone") == (
        "Det ville ændre resultatet, hvis Lone selv kunne koordinere med lidt støtte og planerne ikke modarbejdede "
        "hinanden (trin 1), flere i familien havde sammenhængende sager (trin 3), eller Lone højst havde én sag, "
        "højst én fagenhed havde sager og Lone højst havde to kontaktpersoner (intet behov)."
    )
    assert texts.change_sentences(STANDARD, recommended(LONE), "Lone")[3] == (
        "Det ville ændre resultatet, hvis flere i familien havde sammenhængende sager (trin 3)."
    )


def test_what_is_not_known_is_spoken_of_as_what_may_turn_out() -> None:
    given = LONE | answers(family="connected", connection="unknown")

    clauses = texts.change_clauses(STANDARD, recommended(given), "Lone")

    assert "det viste sig, at sagerne påvirkede hinanden (trin 3)" in clauses


def test_clause_that_ends_inside_another_is_closed_with_a_comma() -> None:
    given = answers(departments="one", contacts="few", cases="few", self_coordination="fully", wish="unknown")

    clauses = texts.change_clauses(STANDARD, recommended(given), "Lone")

    assert "det viste sig, at Lone ønskede, at sagsbehandlerne talte sammen (trin 1)" in clauses
    assert texts._together(["Lone ønskede, at vi mødtes", "planerne stødte sammen"]) == (
        "Lone ønskede, at vi mødtes, og planerne stødte sammen"
    )


def test_lowest_answer_that_turns_out_has_its_own_words() -> None:
    model_words = texts.change_clauses(STANDARD, recommended(answers(departments="four")), "Lone")

    assert all("()" not in clause and "  " not in clause for clause in model_words)


def test_nothing_small_and_nothing_single_are_said() -> None:
    alone = recommended(LONE | answers(family="several", wish="meet", stability="crisis", tried="talks_too_little"))
    nothing = Recommendation(Step.MEETINGS, None, (), (), (), (), ())

    assert texts.change_note(recommended(LONE)) == ""
    assert texts.change_note(nothing) == texts.would_change_sentence(STANDARD, nothing, "Lone")
    assert texts.change_note(nothing) == "Intet enkelt svar ville ændre det, og det ville to eller tre heller ikke."
    pairs = tuple(each for each in alone.would_change if len(each.changes) > 1)
    several = Recommendation(Step.MEETINGS, None, (), (), (), (), pairs)
    assert texts.change_note(several) == "Intet enkelt svar ville ændre det."


def test_no_reason_leaves_the_heading_alone() -> None:
    nothing = Recommendation(Step.NO_NEED, None, (), (), (), (), ())

    assert texts.because_clauses(STANDARD, nothing, "Lone") == ()
    assert texts.points_to(nothing.step) == "Det peger på, at der ikke er behov for koordinering"


def test_missing_answers_make_it_provisional_and_are_named() -> None:
    found = recommended(LONE | answers(connection="unknown", family="connected"))

    assert texts.points_to(found.step, settled=not found.could_become) == "Det peger foreløbig på trin 2"
    assert texts.still_open(STANDARD, found) == (
        "Mangler at blive afklaret: »Sammenhæng«. Det kan ændre resultatet til trin 3."
    )


def test_missing_answers_that_do_not_matter_are_said_not_to() -> None:
    found = recommended(LONE | answers(tried="unknown"))

    assert texts.still_open(STANDARD, found) == (
        "Mangler at blive afklaret: »Hvad er prøvet«. Svarene ændrer ikke resultatet."
    )
    assert texts.still_open(STANDARD, recommended(LONE)) == ""


def test_several_steps_it_could_become_are_joined() -> None:
    assert texts.still_open(STANDARD, recommended({})).endswith(
        "Det kan ændre resultatet til trin 1, trin 2 eller trin 3."
    )


def test_headings() -> None:
    assert texts.points_to(None) == "Vi mangler svar, før trappen kan pege på et trin"
    assert texts.points_to(Step.MEETINGS) == "Det peger på trin 2"
    assert texts.points_to(Step.NO_NEED, settled=False) == (
        "Det peger foreløbig på, at der ikke er behov for koordinering"
    )


@pytest.mark.parametrize(
    ("step", "name", "short", "word"),
    [
        (Step.NO_NEED, "Intet behov for koordinering", "Intet behov for koordinering", "intet behov"),
        (Step.ALIGNMENT, "Trin 1 · Almindelig afstemning og koordination", "Trin 1", "trin 1"),
        (Step.MEETINGS, "Trin 2 · Tværfaglige koordinations- og samarbejdsmøder", "Trin 2", "trin 2"),
        (Step.ONE_CASEWORK, "Trin 3 · Én samlet sagsbehandling", "Trin 3", "trin 3"),
    ],
)
def test_steps_have_names(step: Step, name: str, short: str, word: str) -> None:
    assert (texts.step_name(step), texts.step_short(step), texts.step_word(step)) == (name, short, word)
    assert texts.step_meaning(step).endswith(".")


def test_question_stands_with_the_words_to_ask() -> None:
    (parameter,) = NAMED

    assert texts.position(5, 11, parameter) == "5 af 11 · Egen koordinering"
    assert texts.question(parameter, "Lone") == "Kan Lone selv koordinere mellem sine kontaktpersoner?"
    assert texts.ask(parameter, "Lone") == (
        "Spørg: »Kan du selv holde styr på aftalerne med alle dem, der hjælper dig?«"
    )
    assert texts.choose_with_keys(5) == "Vælg med 1-5 · Enter går videre"


def test_answers_have_words_also_when_not_known() -> None:
    (parameter,) = NAMED
    partly, unknown = OptionKey("partly"), OptionKey("unknown")

    assert texts.option_label(parameter, partly) == "Kun delvist"
    assert texts.option_meaning(parameter, partly, "Lone").startswith("Nogle aftaler går tabt")
    assert texts.option_label(parameter, unknown) == "Ved ikke endnu"
    assert texts.option_meaning(parameter, unknown, "Lone") == "Vi viser, hvad der mangler at blive afklaret."


@pytest.mark.parametrize(("name", "said"), [("Lone", "Lones svar"), ("familien Juhls", "Familien Juhls' svar")])
def test_citizens_answer_is_named_after_them(name: str, said: str) -> None:
    assert texts.citizens_answer(name) == said


def test_names_are_set_in_both_forms() -> None:
    assert texts.filled("{name} og {name_s} sager", "Jens") == "Jens og Jens' sager"


def test_last_time_and_what_is_answered_otherwise_now() -> None:
    before = LONE | answers(self_coordination="with_support", wish="unknown", old="yes")
    del before[ParameterKey("stability")], before[ParameterKey("old")]

    lines = [texts.difference_line(each, STANDARD, STANDARD) for each in difference(STANDARD, before, LONE)]

    assert texts.last_time(date(2026, 3, 3), Step.ALIGNMENT) == "Sidste vurdering 3. marts 2026: trin 1."
    assert lines == [
        "Egen koordinering: før »Ja, med lidt støtte«, nu »Kun delvist«",
        "Stabilitet: før ikke besvaret, nu »Lidt urolig«",
        "Borgerens ønske: før »Ved ikke endnu«, nu »Vil have, at vi taler sammen«",
    ]


def test_disagreement_is_shown_side_by_side() -> None:
    answer = Answer(ParameterKey("self_coordination"), OptionKey("partly"), OptionKey("with_support"))

    assert texts.disagreement_line(STANDARD, answer, "familien Rømer") == (
        "Egen koordinering: Familien Rømer siger »Ja, med lidt støtte«, sagsbehandleren siger »Kun delvist«"
    )


def test_decision_says_what_the_staircase_pointed_to_when_it_was_another_step() -> None:
    assert texts.decision_line(Step.MEETINGS, Step.MEETINGS) == "Besluttet: trin 2."
    assert texts.decision_line(Step.MEETINGS, Step.ALIGNMENT) == "Besluttet: trin 1. Trappen pegede på trin 2."


@pytest.mark.parametrize("fault", LockedFault)
def test_every_fault_of_a_locked_assessment_has_a_sentence(fault: LockedFault) -> None:
    assert texts.locked_fault(fault).endswith(".")


def test_every_sentence_of_the_standard_model_fits_its_place() -> None:
    for parameter in STANDARD.parameters:
        for option in parameter.options:
            clauses = [option.reason, option.if_more, option.if_less]
            assert all(not clause.endswith(".") and clause == clause.strip() for clause in clauses)
            assert option.meaning.endswith(".")
        assert parameter.question.endswith("?")
        assert parameter.help.endswith(".")
