"""A citizen's wish for a correction, and an objection: noted, answered, logged, and in the citizen's own report."""

from datetime import timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen_request import CitizenRequest, RequestKind, RequestOutcome, RequestSettled
from koordinator.domain.course_history import EventKind
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId
from koordinator.storage.cipher import DRIVER
from koordinator.usecases.citizen_requests import CitizenRequests
from koordinator.usecases.history_events import load_history
from koordinator.usecases.right_of_access_gather import gather
from tests.support.office import TODAY, Bench


@pytest.fixture
def requests(bench: Bench) -> CitizenRequests:
    return CitizenRequests(bench.office)


def test_a_request_is_noted_and_answered_and_both_are_logged(bench: Bench, requests: CitizenRequests) -> None:
    lone = bench.add_citizen()
    noted = requests.note(bench.actor, lone.id, RequestKind.CORRECTION, "Jeg bor ikke der", TODAY - timedelta(days=2))

    (request,) = noted.requests
    assert (noted.name, request.words, request.is_open) == ("Lone Bæk", "Jeg bor ikke der", True)
    (done,) = requests.settle(bench.actor, request.id, RequestOutcome.REFUSED, "Det står i CPR").requests
    assert (done.outcome, done.answer, done.settled_on) == (RequestOutcome.REFUSED, "Det står i CPR", TODAY)
    with pytest.raises(RequestSettled):
        requests.settle(bench.actor, request.id, RequestOutcome.DONE, "")

    entries = [each for each in bench.log() if each.action is Action.EDIT_REQUESTS]
    assert [each.codes for each in entries] == ["correction", "correction refused"]
    assert {each.subject_id for each in entries} == {lone.subject_id}


def test_the_newest_stands_first_and_a_look_is_logged(bench: Bench, requests: CitizenRequests) -> None:
    lone = bench.add_citizen()
    requests.note(bench.actor, lone.id, RequestKind.OBJECTION, "Nej", TODAY - timedelta(days=5))
    requests.note(bench.actor, lone.id, RequestKind.CORRECTION, "Ret det", TODAY)

    shelf = requests.open(bench.actor, lone.id)

    assert [each.words for each in shelf.requests] == ["Ret det", "Nej"]
    assert bench.log()[-1].subject_id == lone.subject_id
    with pytest.raises(NotFound):
        requests.open(bench.actor, CitizenId(99))


def test_what_waits_for_access_is_settled_when_it_is_given_and_nothing_else(
    bench: Bench, requests: CitizenRequests
) -> None:
    lone = bench.add_citizen()
    for kind in (RequestKind.ACCESS, RequestKind.OBJECTION, RequestKind.ACCESS):
        requests.note(bench.actor, lone.id, kind, "Det vil jeg", TODAY - timedelta(days=3))

    assert len(requests.access_given(bench.actor, lone.id)) == 2
    assert [each.codes for each in bench.log()[-2:]] == ["access done"] * 2
    assert requests.access_given(bench.actor, lone.id) == ()

    shelf = requests.open(bench.actor, lone.id)
    assert [(each.kind, each.settled_on) for each in shelf.requests if not each.is_open] == [
        (RequestKind.ACCESS, TODAY)
    ] * 2


def test_it_is_among_what_is_held_about_the_citizen(bench: Bench, requests: CitizenRequests) -> None:
    lone = bench.add_citizen()
    requests.note(bench.actor, lone.id, RequestKind.OBJECTION, "Nej", TODAY)

    with bench.office.aside() as tx:
        held = gather(tx, lone.id)

    assert [row.words for row in held.rows[CitizenRequest].values()] == ["Nej"]


def test_it_stands_in_the_history(bench: Bench, requests: CitizenRequests) -> None:
    lone = bench.add_citizen()
    (request,) = requests.note(bench.actor, lone.id, RequestKind.OBJECTION, "Nej", TODAY - timedelta(days=3)).requests
    requests.settle(bench.actor, request.id, RequestOutcome.REFUSED, "Vi skal")

    with bench.office.aside() as tx:
        events = load_history(tx, lone.subject_id).events

    assert [(each.kind, each.reason) for each in events] == [
        (EventKind.OBJECTION_ANSWERED, "Vi skal"),
        (EventKind.OBJECTED, "Nej"),
    ]


@pytest.mark.parametrize("change", ["words = 'Ja'", "asked_on = '2020-01-01'", "outcome = 'done'"])
def test_the_database_itself_keeps_it_as_it_was_said(bench: Bench, requests: CitizenRequests, change: str) -> None:
    lone = bench.add_citizen()
    (request,) = requests.note(bench.actor, lone.id, RequestKind.OBJECTION, "Nej", TODAY).requests
    requests.settle(bench.actor, request.id, RequestOutcome.REFUSED, "Vi skal")

    with bench.database.plain() as connection, pytest.raises(DRIVER.IntegrityError):
        connection.execute(f"UPDATE citizen_request SET {change}")  # noqa: S608
