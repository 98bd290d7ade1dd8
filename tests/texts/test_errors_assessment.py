import pytest

from koordinator.domain.answers_file import AnswersFault, AnswersFaultKind, AnswersRefused
from koordinator.domain.assessment import DeviationNeedsReason, NotDecided, NothingAnswered
from koordinator.domain.assessment_diagram import ModelTooTangled
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind, UnusableModel
from koordinator.domain.assessment_model import OptionKey, ParameterKey, UnknownOption, UnknownParameter
from koordinator.domain.errors import DomainError
from koordinator.domain.steps import Step
from koordinator.texts.errors_assessment import TEXTS, answers_fault
from koordinator.texts.model_faults import model_fault
from tests.domain.test_answers_file import REFUSED as ANSWERS_REFUSED
from tests.domain.test_assessment_check import FAULTY
from tests.domain.test_assessment_toml import REFUSED as MODELS_REFUSED

K = ModelFaultKind
OTHERS = [
    ModelFault(K.UNREADABLE, ""),
    ModelFault(K.NOT_TEXT, "", line=2),
    ModelFault(K.TOO_LARGE, "", ("500000",)),
    ModelFault(K.NOT_TOML, "", line=3),
    ModelFault(K.TOO_TANGLED, "rules"),
    ModelFault(K.UNREACHABLE_RULE, "rules.r", line=9),
    ModelFault(K.UNREACHABLE_STEP, "rules", ("3",)),
    ModelFault(K.LOWERS_STEP, "parameters.p", ("b", "c", "2", "1"), 4),
]
MODEL_FAULTS = [
    *OTHERS,
    *(fault for _, _, fault in MODELS_REFUSED),
    *(ModelFault(kind, where, values) for _, (kind, where, values) in FAULTY),
]


def said(error: DomainError) -> str:
    return TEXTS[type(error)](error)


def test_every_kind_of_model_fault_is_shown_here() -> None:
    assert {fault.kind for fault in MODEL_FAULTS} == set(ModelFaultKind)


@pytest.mark.parametrize("fault", MODEL_FAULTS)
def test_model_fault_is_a_sentence_with_where_and_line(fault: ModelFault) -> None:
    words = model_fault(fault)

    assert words.endswith(".")
    assert fault.where in words
    assert fault.line is None or f"linje {fault.line}" in words.lower()


@pytest.mark.parametrize("fault", [fault for fault in MODEL_FAULTS if fault.kind not in (K.WRONG_TYPE, K.WRONG_NUMBER)])
def test_model_fault_names_every_value(fault: ModelFault) -> None:
    assert all(value in model_fault(fault) for value in fault.values)


def test_model_faults_read_well() -> None:
    assert model_fault(OTHERS[3]) == "Linje 3: Filen kan ikke læses som TOML."
    assert model_fault(OTHERS[5]) == (
        "Linje 9, rules.r: Reglen kommer aldrig i brug. Ingen svar passer på den før en anden regel."
    )
    assert model_fault(OTHERS[7]) == (
        "Linje 4, parameters.p: Et større behov kan give et lavere trin: "
        "når svaret går fra »b« til »c«, kan det falde fra trin 2 til trin 1."
    )


@pytest.mark.parametrize("fault", [fault for _, fault in ANSWERS_REFUSED])
def test_fault_of_an_answers_file_names_the_value_and_what_is_allowed(fault: AnswersFault) -> None:
    words = answers_fault(fault)

    assert words.endswith(".")
    assert fault.where in words
    assert fault.value in words or fault.kind is AnswersFaultKind.WRONG_VALUE


def test_refused_files_say_that_nothing_was_done_and_what_to_do() -> None:
    answers_file = AnswersRefused(tuple(fault for _, fault in ANSWERS_REFUSED[:2]))

    assert said(answers_file).startswith("Svarene er ikke brugt. [answers]: Spørgsmålet »weather« findes ikke.")
    assert said(answers_file).endswith("Ret filen, og prøv igen.")
    assert said(UnusableModel((OTHERS[5],))) == (
        "Vurderingsmodellen kan ikke bruges, og der er ikke ændret noget. Linje 9, rules.r: Reglen kommer aldrig "
        "i brug. Ingen svar passer på den før en anden regel. Ret modellen, og prøv igen."
    )


def test_more_faults_than_anybody_reads_are_counted() -> None:
    assert "Og 30 mere." in said(UnusableModel((OTHERS[5],) * 50))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UnknownParameter(ParameterKey("vejr"), (ParameterKey("cases"),)), "»vejr«"),
        (UnknownOption(ParameterKey("cases"), OptionKey("x"), (OptionKey("one"), OptionKey("two"))), "one og two"),
        (ModelTooTangled(), "enklere"),
        (NothingAnswered(), "ikke svaret"),
        (DeviationNeedsReason(Step.MEETINGS, Step.NO_NEED), "peger på trin 2, og du har valgt intet behov"),
        (NotDecided(), "Vælg et trin"),
    ],
)
def test_error_says_what_happened_and_what_to_do(error: DomainError, words: str) -> None:
    assert words in said(error)
    assert said(error).endswith(".")
