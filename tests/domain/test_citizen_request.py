"""A citizen's wish that something be corrected or not used: asked once, answered once, and within a month."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from koordinator.domain.citizen_request import (
    OUTCOMES,
    CitizenRequest,
    OutcomeUnfit,
    RequestKind,
    RequestOutcome,
    RequestSettled,
    RequestToCome,
    checked_request,
    open_objections,
    settled,
    waiting_for_access,
)
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import CitizenId, EmployeeId, RowId

TODAY = date(2026, 11, 21)
BY = EmployeeId(4)
ASKED = CitizenRequest(
    RowId(1),
    CitizenId(2),
    RequestKind.CORRECTION,
    " Jeg bor ikke der ",
    date(2026, 10, 31),
    EmployeeId(3),
    datetime(2026, 11, 1, tzinfo=UTC),
)


def test_a_request_is_kept_as_it_was_said_and_answered_within_a_month() -> None:
    kept = checked_request(ASKED, TODAY)

    assert kept.words == "Jeg bor ikke der"
    assert kept.is_open
    assert kept.due_on == date(2026, 11, 30)


def test_one_of_tomorrow_or_without_words_is_refused() -> None:
    with pytest.raises(RequestToCome):
        checked_request(ASKED, date(2026, 10, 30))
    with pytest.raises(FieldMissing):
        checked_request(CitizenRequest(*_facts(words=" ")), TODAY)


def _facts(words: str) -> tuple[RowId, CitizenId, RequestKind, str, date, EmployeeId, datetime]:
    return ASKED.id, ASKED.citizen_id, ASKED.kind, words, ASKED.asked_on, ASKED.noted_by_id, ASKED.noted_at


def test_it_is_settled_once() -> None:
    done = settled(ASKED, RequestOutcome.DONE, "", BY, TODAY)

    assert (done.outcome, done.settled_on, done.settled_by_id, done.is_open) == (RequestOutcome.DONE, TODAY, BY, False)
    with pytest.raises(RequestSettled):
        settled(done, RequestOutcome.REFUSED, "Nej", BY, TODAY)


@pytest.mark.parametrize("outcome", [RequestOutcome.REFUSED, RequestOutcome.NOTED_BESIDE])
def test_a_refusal_says_why(outcome: RequestOutcome) -> None:
    with pytest.raises(FieldMissing):
        settled(ASKED, outcome, " ", BY, TODAY)
    assert settled(ASKED, outcome, " Det passer ", BY, TODAY).answer == "Det passer"


def test_an_objection_has_nothing_to_note_beside() -> None:
    objection = CitizenRequest(RowId(1), CitizenId(2), RequestKind.OBJECTION, "Nej", ASKED.asked_on, BY, ASKED.noted_at)

    assert RequestOutcome.NOTED_BESIDE not in OUTCOMES[RequestKind.OBJECTION]
    with pytest.raises(OutcomeUnfit):
        settled(objection, RequestOutcome.NOTED_BESIDE, "x", BY, TODAY)
    assert open_objections([ASKED, objection, settled(objection, RequestOutcome.DONE, "", BY, TODAY)]) == (objection,)


def test_what_waits_for_access_is_open_and_of_that_kind() -> None:
    access = replace(ASKED, kind=RequestKind.ACCESS)

    assert waiting_for_access([ASKED, settled(access, RequestOutcome.DONE, "", BY, TODAY), access]) == (access,)
