"""Searching: free while one types, one entry in the log when it has settled."""

import pytest
from sqlalchemy import delete, select

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Role
from koordinator.storage.tables.log import SEARCH_TERM
from koordinator.usecases.search import Searching
from tests.support.office import Bench


@pytest.fixture
def searching(bench: Bench) -> Searching:
    return Searching(bench.office)


def terms(bench: Bench) -> list[tuple[int, str]]:
    with bench.database.read() as connection:
        return [tuple(row) for row in connection.execute(select(SEARCH_TERM.c.sequence, SEARCH_TERM.c.term))]


def test_typing_is_not_logged(bench: Bench, searching: Searching) -> None:
    bench.add_citizen("Lone Bæk")
    before = len(bench.log())

    hits = [searching.hits(bench.actor, "Lone"[:length]) for length in range(1, 5)]

    assert all(len(found) == 1 for found in hits)
    assert len(bench.log()) == before
    assert terms(bench) == []


def test_a_settled_search_is_one_entry_with_the_terms_hash_and_no_name(bench: Bench, searching: Searching) -> None:
    bench.add_citizen("Lone Bæk")

    hits = searching.settle(bench.actor, " Lone Bæk ")

    entry = bench.log()[-1]
    assert hits == searching.hits(bench.actor, "Lone Bæk")
    assert (entry.action, entry.kind, entry.subject_id) == (Action.SEARCH, "search", 0)
    assert entry.codes.startswith("hits=1 term=")
    assert "Lone" not in entry.codes
    assert terms(bench) == [(entry.sequence, "Lone Bæk")]


def test_the_same_term_has_the_same_hash_and_another_has_another(bench: Bench, searching: Searching) -> None:
    for term in ("Lone", "Ida", "Lone"):
        searching.settle(bench.actor, term)

    first, second, third = (entry.codes for entry in bench.log()[-3:])
    assert first == third != second


def test_the_terms_can_be_deleted_and_the_chain_still_holds(bench: Bench, searching: Searching) -> None:
    searching.settle(bench.actor, "Lone")
    with bench.database.write() as connection:
        connection.execute(delete(SEARCH_TERM))

    assert bench.log()[-1].action is Action.SEARCH


def test_only_who_may_read_citizens_can_search(bench: Bench, searching: Searching) -> None:
    counting = Actor(EmployeeId(1), frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        searching.hits(counting, "Lone")
    with pytest.raises(NotAllowed):
        searching.settle(counting, "Lone")
