"""The way through an assessment: where it begins, what follows, what is a detour."""

from dataclasses import replace
from itertools import pairwise

from koordinator.domain.assessment_model import RegisterFact
from koordinator.ui.pages.assessment.way import (
    DECISION,
    REGISTER,
    Stop,
    StopKind,
    answered,
    first_stop,
    is_counted,
    otherwise_registered,
    stop_after,
    stop_before,
    stops,
    taken_up_at,
)
from tests.domain.assessments import LONE, STANDARD, answers, at_least, model, parameter, rule
from tests.ui.pages.assessment.files import REGISTERED, answering, begun, empty, key

COUNTED = ["cases", "departments", "contacts"]
REGISTER_ANSWERS = answers(cases="several", departments="four", contacts="many", family="other")


def asked(name: str) -> Stop:
    return Stop(StopKind.QUESTION, key(name))


def test_what_the_register_can_tell_alone_is_no_question_of_its_own() -> None:
    assert [each.key for each in STANDARD.parameters if is_counted(each)] == COUNTED

    way = stops(STANDARD)
    assert (way[0], way[-1]) == (REGISTER, DECISION)
    assert [stop.parameter for stop in way[1:-1]] == [
        each.key for each in STANDARD.parameters if each.key not in COUNTED
    ]


def test_a_model_without_counts_begins_with_its_first_question() -> None:
    plain = model((parameter("a"), parameter("b")), rule("r", 1, at_least("a", "b")))

    assert stops(plain) == (asked("a"), asked("b"), DECISION)
    assert stop_before(plain, asked("a")) is None


def test_forward_and_back_are_the_same_way() -> None:
    way = stops(STANDARD)
    for here, following in pairwise(way):
        assert stop_after(STANDARD, here) == following
        assert stop_before(STANDARD, following) == here
    assert stop_after(STANDARD, DECISION) is None
    assert stop_before(STANDARD, REGISTER) is None


def test_a_counted_question_is_a_detour_from_the_register() -> None:
    assert stop_after(STANDARD, asked("cases")) == REGISTER
    assert stop_before(STANDARD, asked("contacts")) == REGISTER


def test_a_new_assessment_begins_at_the_register() -> None:
    assert first_stop(begun(REGISTER_ANSWERS, number=0)) == REGISTER


def test_work_is_taken_up_at_the_first_open_question() -> None:
    file = begun(REGISTER_ANSWERS)

    assert first_stop(file) == asked("complexity")
    assert first_stop(answering(file, "complexity", "unknown")) == asked("self_coordination")
    assert first_stop(begun(LONE)) == DECISION


def test_a_register_that_has_grown_is_looked_at_first() -> None:
    grown = replace(begun(LONE), registered={**REGISTERED, RegisterFact.OPEN_CASES: tuple("abcdefg")})

    assert otherwise_registered(grown) == {key("cases")}
    assert first_stop(grown) == REGISTER


def test_an_answer_only_a_person_can_give_is_never_otherwise_registered() -> None:
    connected = answering(begun(LONE), "family", "connected")

    assert otherwise_registered(connected) == frozenset()


def test_what_the_register_does_not_know_says_nothing_else() -> None:
    assert otherwise_registered(replace(begun(LONE), registered={})) == frozenset()


def test_dont_know_is_an_answer() -> None:
    assert answered(empty().assessment) == 0
    assert answered(answering(empty(), "wish", "unknown").assessment) == 1
    assert answered(answering(empty(), "wish", None, "meet").assessment) == 0


def test_the_work_is_taken_up_where_it_was_left_as_long_as_that_is_asked() -> None:
    tried = Stop(StopKind.QUESTION, key("tried"))

    assert taken_up_at(begun(), tried) == tried
    assert taken_up_at(begun(), REGISTER) == REGISTER
    assert taken_up_at(begun(), Stop(StopKind.QUESTION, key("weather"))) == first_stop(begun())
    assert taken_up_at(begun(), None) == first_stop(begun())
