"""The real dictionary, and the municipality's own words in the real database."""

import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.ids import RowId
from koordinator.domain.spelling import NotAWord
from koordinator.integrations.spelling import DanishDictionary
from koordinator.usecases.spelling import Spelling
from tests.support.office import Bench

DICTIONARY = DanishDictionary(resources_dir() / "spelling")


@pytest.fixture
def spelling(bench: Bench) -> Spelling:
    return Spelling(bench.office, DICTIONARY)


def test_a_misspelt_word_is_found_and_the_right_one_proposed(spelling: Spelling) -> None:
    assert spelling.unknown(["møde", "møet", "sagsbehandler", "sagsbehanler"]) == {"møet", "sagsbehanler"}
    assert spelling.suggestions("møet")[0] == "mødet"
    assert spelling.suggestions("sagsbehanler")[0] == "sagsbehandler"
    assert spelling.suggestions("qxzqxz") == ()


def test_own_words_are_added_once_and_removed(bench: Bench, spelling: Spelling) -> None:
    spelling.add(bench.actor, " stofa ")
    spelling.add(bench.actor, "Åhuset")
    spelling.add(bench.actor, "stofa")

    assert [own.word for own in spelling.own_words()] == ["stofa", "Åhuset"]
    assert "stofa" not in str(bench.log()), "the log holds no words"
    stofa = spelling.own_words()[0]
    assert [own.word for own in spelling.remove(bench.actor, stofa.id)] == ["Åhuset"]


def test_what_cannot_be_added_or_removed_is_refused(bench: Bench, spelling: Spelling) -> None:
    with pytest.raises(NotAWord):
        spelling.add(bench.actor, "to ord")
    with pytest.raises(NotFound):
        spelling.remove(bench.actor, RowId(99))


def test_everybody_may_add_a_word_and_only_an_administrator_removes_one(bench: Bench, spelling: Spelling) -> None:
    professional = Actor(bench.actor.employee_id, frozenset({Role.CASEWORKER}), Channel.WINDOW)
    (own,) = spelling.add(professional, "stofa")

    with pytest.raises(NotAllowed):
        spelling.remove(professional, own.id)
