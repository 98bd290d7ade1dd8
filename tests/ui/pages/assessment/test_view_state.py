"""What the page of an assessment shows, without a window."""

from dataclasses import replace

from koordinator.domain.assessment_model import RegisterFact
from koordinator.domain.steps import Step
from koordinator.texts.assessment_page import REGISTER as REGISTER_LABEL
from koordinator.ui.pages.assessment.view_state import (
    Mark,
    called,
    decision_view,
    question_view,
    register_lines,
    result_view,
    way_lines,
)
from koordinator.ui.pages.assessment.way import DECISION, REGISTER, Stop, StopKind
from koordinator.ui.tokens import Tone
from tests.domain.assessments import LONE, STANDARD, answers
from tests.ui.pages.assessment.files import FAMILY, REGISTERED, answering, begun, empty, key, with_last

REGISTER_ANSWERS = answers(cases="several", departments="four", contacts="many", family="other")


def test_a_citizen_is_called_by_the_first_name_and_a_family_by_its_own() -> None:
    assert called(begun().people) == "Lone"
    assert called(FAMILY) == "familien Bæk"
    assert called(replace(FAMILY, name="Bæk og Holm")) == "Bæk og Holm"


def test_the_way_shows_what_is_answered_and_where_one_is() -> None:
    here = Stop(StopKind.QUESTION, key("complexity"))
    lines = way_lines(answering(begun(REGISTER_ANSWERS), "stability", "unknown"), here)

    assert [line.label for line in lines][0::12] == [REGISTER_LABEL, "Beslutning"]
    marks = {line.label: line.mark for line in lines}
    assert marks["Antal sager"] is Mark.ANSWERED
    assert marks["Stabilitet"] is Mark.UNKNOWN
    assert marks["Kompleksitet"] is Mark.OPEN
    assert [line.label for line in lines if line.is_here] == ["Kompleksitet"]
    assert next(line for line in lines if line.label == "Stabilitet").name == "Stabilitet, ved ikke endnu"


def test_the_register_is_confirmed_by_name_and_number() -> None:
    cases, departments, contacts = register_lines(begun(REGISTER_ANSWERS))

    assert (cases.label, cases.answer, cases.says_now) == ("Antal sager", "Fire eller fem", "")
    assert departments.counted == (
        "4 fagenheder med åbne sager: Arbejdsmarked og Uddannelse, Familie, Handicap og Sundhed"
    )
    assert contacts.counted.startswith("7 kontaktpersoner: Fagperson 0, Fagperson 1")


def test_many_names_are_counted_and_none_is_said() -> None:
    registered = {**REGISTERED, RegisterFact.CONTACT_PERSONS: tuple("abcdefghijkl"), RegisterFact.OPEN_CASES: ()}
    cases, _, contacts = register_lines(replace(begun(REGISTER_ANSWERS), registered=registered))

    assert cases.counted == "Ingen åbne sager"
    assert contacts.counted == "12 kontaktpersoner: a, b, c, d, e, f, g, h og 4 mere"


def test_a_register_that_says_otherwise_now_says_so() -> None:
    registered = {**REGISTERED, RegisterFact.OPEN_CASES: tuple("abcdefg")}
    file = replace(begun(REGISTER_ANSWERS), registered=registered)

    assert register_lines(file)[0].says_now == "Seks eller flere"
    assert way_lines(file, DECISION)[0].mark is Mark.OPEN


def test_a_question_comes_with_its_words_answers_and_last_time() -> None:
    file = with_last(answering(begun(), "self_coordination", "partly", "fully"), LONE, Step.MEETINGS)
    view = question_view(file, key("self_coordination"))

    assert view.position == "5 af 11 · Egen koordinering"
    assert view.question == "Kan Lone selv koordinere mellem sine kontaktpersoner?"
    assert view.ask.startswith("Spørg: »Kan du selv")
    assert [option.key for option in view.options] == ["fully", "with_support", "partly", "not_at_all", "unknown"]
    assert view.options[2].badges == (("Sidst", Tone.NEUTRAL), ("Taler for trin 2", Tone.STEP_2))
    assert (view.chosen, view.citizens, view.asks_citizen) == ("partly", "fully", True)
    assert view.citizens_heading == "Lones svar"


def test_the_citizen_is_asked_where_the_model_says_so_and_on_demand() -> None:
    file = begun()

    assert not question_view(file, key("complexity")).asks_citizen
    assert question_view(file, key("complexity"), ask_citizen=True).asks_citizen
    assert question_view(answering(file, "complexity", "simple", "complex"), key("complexity")).asks_citizen


def test_a_long_name_and_a_family_have_a_heading_that_fits() -> None:
    long = replace(begun().people, name="Anne-Margrethe Frydendahl")

    assert question_view(replace(begun(), people=long), key("wish")).citizens_heading == "Borgerens svar"
    assert question_view(replace(begun(), people=FAMILY), key("wish")).citizens_heading == "Familiens svar"


def test_a_question_the_register_knows_of_shows_what_it_proposes() -> None:
    view = question_view(begun(), key("family"))

    assert view.registered == "2 personer i familien med åbne sager: Lone Bæk og Anna Bæk"
    assert view.options[1].badges == (("Fra registret", Tone.INFO), ("Taler for trin 1", Tone.STEP_1))
    assert question_view(begun(), key("wish")).registered == ""


def test_the_staircase_waits_for_the_first_answer() -> None:
    view = result_view(empty())

    assert (view.step, view.because, view.changes) == (None, (), ())
    assert view.last == "Det er den første vurdering."


def test_the_result_is_preliminary_while_answers_can_change_it() -> None:
    view = result_view(begun(REGISTER_ANSWERS))

    assert view.heading == "Det peger foreløbig på trin 1"
    assert view.missing == "7 spørgsmål mangler svar. Resultatet kan stadig blive trin 2 eller trin 3."
    assert view.changes == ()


def test_the_whole_result_has_reasons_changes_and_last_time() -> None:
    file = with_last(begun(), LONE | answers(self_coordination="with_support"), Step.ALIGNMENT)
    view = result_view(file)

    assert (view.heading, view.step, view.last_step) == ("Det peger på trin 2", Step.MEETINGS, Step.ALIGNMENT)
    assert view.because[:2] == ("fire fagenheder har sager", "sagerne påvirker hinanden")
    assert view.missing == ""
    assert view.changes[1] == "flere i familien havde sammenhængende sager (trin 3)"
    assert view.last == "Sidste vurdering 3. marts 2026: trin 1."
    assert view.differences == ("Egen koordinering: før »Ja, med lidt støtte«, nu »Kun delvist«",)


def test_the_last_questions_are_named() -> None:
    assert result_view(answering(begun(), "wish", "unknown")).missing.startswith(
        "Mangler at blive afklaret: »Borgerens ønske«."
    )


def test_same_answers_as_last_time_are_said_once_all_are_given() -> None:
    whole = with_last(begun(), LONE, Step.MEETINGS)
    half = with_last(begun(REGISTER_ANSWERS), LONE, Step.MEETINGS)

    assert result_view(whole).last == "Sidste vurdering 3. marts 2026: trin 2. Svarene er de samme som sidst."
    assert result_view(half).last == "Sidste vurdering 3. marts 2026: trin 2."
    assert result_view(half).differences == ()


def test_where_the_citizen_sees_it_otherwise_is_shown_and_never_averaged() -> None:
    view = result_view(answering(begun(), "self_coordination", "partly", "fully"))

    assert view.step is Step.MEETINGS
    assert view.otherwise == "Lone ser det anderledes"
    assert view.disagreements == (
        "Egen koordinering: Lone siger »Ja, uden problemer«, sagsbehandleren siger »Kun delvist«",
    )


def test_the_decision_shows_where_the_answers_point_and_where_the_subject_is() -> None:
    view = decision_view(with_last(begun(), LONE, Step.ALIGNMENT))

    assert [option.key for option in view.options] == ["0", "1", "2", "3"]
    assert view.options[1].badges == (("Er her nu", Tone.NEUTRAL),)
    assert view.options[2].badges == (("Trappen peger her", Tone.STEP_2),)
    assert view.recommended is Step.MEETINGS
    assert view.against[0] == "Sagerne er sammensatte, men til at overskue (trin 1)"
    assert REGISTER in [line.stop for line in way_lines(begun(), DECISION)]


def test_every_question_of_the_standard_model_can_be_shown() -> None:
    for parameter in STANDARD.parameters:
        view = question_view(begun(), parameter.key)
        assert view.question
        assert "{name" not in f"{view.question}{view.ask}{view.help}{view.options}"
