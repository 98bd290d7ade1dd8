"""A LIX tells an easy text from a hard one."""

import pytest

from koordinator.domain.readability import EASY, lix


def test_a_hard_text_is_told_from_an_easy_one() -> None:
    assert lix(["Du må tage en med. Ring til os."]) < EASY
    assert lix(["Kommunalbestyrelsen fastlægger tilrettelæggelsen af koordineringsindsatsen."]) > EASY


def test_it_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    assert lix(["Vi mødes snart."]) == pytest.approx(3)
    assert lix(["Vi mødes på rådhuset. Kom."]) == pytest.approx(5 / 2 + 100 / 5)


def test_no_words_are_easy() -> None:
    assert lix([]) == lix(["12. 3"]) == 0
