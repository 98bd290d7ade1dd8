"""A stand-in makes its thing once, when it is first asked for something."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from koordinator.bootstrap.when_used import when_used


def test_thing_is_made_once_by_whoever_first_uses_it() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "Lone"

    name = when_used(make)
    before = tuple(made)
    with ThreadPoolExecutor(4) as threads:
        said = list(threads.map(lambda _turn: name.upper(), range(40)))

    assert before == ()
    assert set(said) == {"LONE"}
    assert made == ["made"]


def test_what_could_not_be_made_is_tried_again() -> None:
    answers = iter((None, "Lone"))

    def make() -> str:
        answer = next(answers)
        if answer is None:
            raise ZeroDivisionError
        return answer

    name = when_used(make)

    with pytest.raises(ZeroDivisionError):
        name.upper()
    assert name.upper() == "LONE"
