"""An entry's seal: over every fact, and none can slide into its neighbour."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from koordinator.domain.access import Action, Channel
from koordinator.domain.audit import GENESIS, AuditEntry, seal_of
from koordinator.domain.ids import EmployeeId

KEY = bytes(32)
ENTRY = AuditEntry(
    1, datetime(2026, 11, 21, 11, tzinfo=UTC), EmployeeId(1), "coordinator", Channel.WINDOW, Action.OPEN_CITIZEN,
    "citizen", 2, 3, "a=1", GENESIS, "",
)  # fmt: skip
OTHERWISE: dict[str, Any] = {
    "sequence": 2,
    "at": ENTRY.at + timedelta(microseconds=1),
    "actor_id": EmployeeId(2),
    "roles": "supervisor",
    "channel": Channel.SYSTEM,
    "action": Action.SHOW_CPR,
    "kind": "family",
    "thing_id": 3,
    "subject_id": 4,
    "codes": "a=2",
    "previous_seal": "1" * 64,
}


@pytest.mark.parametrize("fact", OTHERWISE)
def test_another_fact_has_another_seal(fact: str) -> None:
    assert seal_of(KEY, ENTRY._replace(**{fact: OTHERWISE[fact]})) != seal_of(KEY, ENTRY)


def test_the_seal_is_of_the_moment_and_not_of_how_it_is_written() -> None:
    danish = ENTRY.at.astimezone(timezone(timedelta(hours=1)))

    assert seal_of(KEY, ENTRY._replace(at=danish)) == seal_of(KEY, ENTRY)
    assert seal_of(bytes(31) + b"x", ENTRY) != seal_of(KEY, ENTRY)


def test_a_fact_of_two_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="one line"):
        seal_of(KEY, ENTRY._replace(codes="a=1\nb=2"))
