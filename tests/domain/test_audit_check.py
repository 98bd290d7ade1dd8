"""Whatever is done to the log from outside is found, and it is said where."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.access import Action, Channel
from koordinator.domain.audit import BETWEEN, GENESIS, SEALED, AuditEntry, LogHead, LogReturn, moment_text, seal_of
from koordinator.domain.audit_check import (
    HeadSource,
    KnownHead,
    Link,
    LogCut,
    LogFault,
    LogFaultKind,
    LogNotes,
    check_chain,
)
from koordinator.domain.ids import EmployeeId

KEY = bytes(range(32))
FIRST_AT = datetime(2026, 1, 1, tzinfo=UTC)
LENGTH = 9


def written(length: int, *, at: datetime = FIRST_AT, before: Sequence[AuditEntry] = ()) -> list[AuditEntry]:
    """A log as the program writes it."""
    entries = list(before)
    while len(entries) < length:
        sequence = len(entries) + 1
        action = Action.CREATE_DATABASE if sequence == 1 else Action.OPEN_CITIZEN
        entry = AuditEntry(
            sequence, at + timedelta(minutes=sequence), EmployeeId(1), "coordinator", Channel.WINDOW, action,
            "citizen", sequence, 7, "", entries[-1].seal if entries else GENESIS, "",
        )  # fmt: skip
        entries.append(sealed(entry))
    return entries


def sealed(entry: AuditEntry) -> AuditEntry:
    return entry._replace(seal=seal_of(KEY, entry))


def links(entries: Sequence[AuditEntry]) -> list[Link]:
    """As they lie in the table."""
    return [
        (each.sequence, each.previous_seal, each.seal, BETWEEN.join(map(str, [*facts(each)])))
        for each in sorted(entries, key=lambda each: each.sequence)
    ]


def facts(entry: AuditEntry) -> list[Any]:
    return [moment_text(entry.at) if name == "at" else getattr(entry, name) for name in SEALED]


def faults(entries: Sequence[AuditEntry], notes: LogNotes = LogNotes()) -> tuple[LogFault, ...]:  # noqa: B008
    lying = links(entries)
    return check_chain(KEY, lambda: lying, notes).faults


def head_of(entries: Sequence[AuditEntry]) -> KnownHead:
    return KnownHead(LogHead(entries[-1].sequence, entries[-1].seal), HeadSource.KEY_STORE)


def test_a_log_as_it_was_written_holds() -> None:
    log = written(LENGTH)
    lying = links(log)

    checked = check_chain(KEY, lambda: lying, LogNotes(heads=[head_of(log[:4]), head_of(log)]))

    assert checked.faults == ()
    assert (checked.entries, checked.first, checked.compared) == (LENGTH, 1, 2)
    assert checked.head == LogHead(LENGTH, log[-1].seal)


def test_another_key_sees_no_entry_hold() -> None:
    lying = links(written(LENGTH))

    assert check_chain(bytes(32), lambda: lying).faults == (LogFault(LogFaultKind.CHANGED, 1, LENGTH),)


@pytest.mark.parametrize("place", [1, 5, LENGTH])
@pytest.mark.parametrize("fact", ["at", "actor_id", "codes", "subject_id", "previous_seal", "seal"])
def test_a_changed_entry_is_found(place: int, fact: str) -> None:
    log = written(LENGTH)
    other: dict[str, Any] = {
        "at": FIRST_AT,
        "actor_id": 2,
        "codes": "x",
        "subject_id": 8,
        "previous_seal": "1" * 64,
        "seal": "2" * 64,
    }
    log[place - 1] = log[place - 1]._replace(**{fact: other[fact]})

    assert faults(log) == (LogFault(LogFaultKind.CHANGED, place, place),)


@pytest.mark.parametrize("place", [1, 5, LENGTH - 1])
def test_an_entry_that_was_sealed_anew_is_found(place: int) -> None:
    log = written(LENGTH)
    log[place - 1] = sealed(log[place - 1]._replace(codes="x"))

    assert faults(log) == (LogFault(LogFaultKind.CHANGED, place, place),)


def test_a_first_entry_with_something_before_it_is_found() -> None:
    log = written(1)
    log[0] = sealed(log[0]._replace(previous_seal="1" * 64))

    assert faults(log) == (LogFault(LogFaultKind.CHANGED, 1, 1),)


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 4), (5, 5), (3, 7)])
def test_removed_entries_are_found(first: int, last: int) -> None:
    log = [each for each in written(LENGTH) if not first <= each.sequence <= last]

    assert faults(log) == (LogFault(LogFaultKind.MISSING, first, last),)


@pytest.mark.parametrize("removed", [1, 3])
def test_entries_removed_and_the_rest_moved_up_are_found(removed: int) -> None:
    log = [each for each in written(LENGTH) if not 4 <= each.sequence < 4 + removed]
    log = [each._replace(sequence=place) for place, each in enumerate(log, start=1)]

    assert faults(log) == (LogFault(LogFaultKind.MOVED, 4, LENGTH - removed, belongs=4 + removed),)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (4, 5), (2, LENGTH), (LENGTH - 1, LENGTH)])
def test_swapped_entries_are_found(one: int, other: int) -> None:
    log = written(LENGTH)
    log[one - 1], log[other - 1] = log[other - 1]._replace(sequence=one), log[one - 1]._replace(sequence=other)

    found = faults(log)

    assert found == (
        LogFault(LogFaultKind.MOVED, one, one, belongs=other),
        LogFault(LogFaultKind.MOVED, other, other, belongs=one),
    )


@pytest.mark.parametrize("place", [1, 5, LENGTH])
def test_an_entry_repeated_at_the_end_is_found(place: int) -> None:
    log = written(LENGTH)
    log.append(log[place - 1]._replace(sequence=LENGTH + 1))

    assert faults(log) == (LogFault(LogFaultKind.REPEATED, LENGTH + 1, LENGTH + 1, belongs=place),)


def test_an_entry_repeated_over_another_is_found() -> None:
    log = written(LENGTH)
    log[6] = log[2]._replace(sequence=7)

    assert faults(log) == (LogFault(LogFaultKind.REPEATED, 7, 7, belongs=3),)


def test_of_very_many_that_do_not_hold_all_are_told() -> None:
    length = 1_200
    log = [each._replace(codes="x") if each.sequence > 1 else each for each in written(length)]

    assert faults(log) == (LogFault(LogFaultKind.CHANGED, 2, length),)


@pytest.mark.parametrize("left", [0, 1, 5, LENGTH - 1])
def test_a_log_cut_short_is_found_by_what_was_noted(left: int) -> None:
    log = written(LENGTH)
    known = head_of(log)

    assert LogFault(LogFaultKind.CUT_SHORT, left + 1, LENGTH, known=known) in faults(
        log[:left], LogNotes(heads=[known])
    )


def test_an_empty_log_is_missing_its_first_entry() -> None:
    assert faults([]) == (LogFault(LogFaultKind.MISSING, 1, 1),)


def test_a_log_that_was_emptied_and_used_is_found() -> None:
    begun = sealed(written(2)[1]._replace(sequence=1, previous_seal=GENESIS))

    assert faults([begun]) == (LogFault(LogFaultKind.BEGUN_ANEW, 1, 1),)


def test_an_older_database_put_back_and_used_is_found_by_what_was_noted() -> None:
    log = written(LENGTH)
    known = head_of(log)
    another = written(LENGTH + 3, at=FIRST_AT + timedelta(days=1), before=log[:4])

    assert faults(another, LogNotes(heads=[known])) == (
        LogFault(LogFaultKind.OTHER_HISTORY, LENGTH, LENGTH, known=known),
    )
    back = LogReturn(5, 1)
    now = head_of(another)._replace(head=LogHead(LENGTH + 3, another[-1].seal, after_return=1))
    assert faults(another, LogNotes(returns=[back], heads=[known, head_of(log[:4]), now])) == ()


def test_a_changed_entry_is_told_once_though_a_head_knows_it_too() -> None:
    log = written(LENGTH)
    known = head_of(log[:5])
    log[4] = log[4]._replace(seal="2" * 64)

    assert faults(log, LogNotes(heads=[known])) == (LogFault(LogFaultKind.CHANGED, 5, 5),)


def test_old_entries_are_gone_with_right_where_an_entry_says_so() -> None:
    log = written(LENGTH)
    cut = LogCut(LENGTH, 4, log[3].seal)
    heads = [head_of(log[:2]), head_of(log[:4]), head_of(log[:6])]

    assert faults(log[4:], LogNotes(cuts=[cut], heads=heads)) == ()
    assert faults(log[5:], LogNotes(cuts=[cut])) == (LogFault(LogFaultKind.MISSING, 1, 5),)
    assert faults(log[4:], LogNotes(cuts=[cut._replace(seal="1" * 64)])) == (LogFault(LogFaultKind.MISSING, 1, 4),)


@given(st.data())
def test_nothing_at_all_can_be_done_to_a_noted_log_unseen(data: st.DataObject) -> None:
    log = written(LENGTH)
    known, tampered = head_of(log), list(log)
    for _ in range(data.draw(st.integers(1, 3))):
        if not tampered:
            break
        place = data.draw(st.integers(0, len(tampered) - 1))
        match data.draw(st.sampled_from(["remove", "change", "put", "swap"])):
            case "remove":
                del tampered[place]
            case "change":
                tampered[place] = tampered[place]._replace(codes=data.draw(st.sampled_from(["", "x", "y"])))
            case "put":
                last = max(each.sequence for each in tampered)
                tampered.append(tampered[place]._replace(sequence=last + 1))
            case _:
                other = data.draw(st.integers(0, len(tampered) - 1))
                here, there = tampered[place], tampered[other]
                tampered[place] = there._replace(sequence=here.sequence)
                tampered[other] = here._replace(sequence=there.sequence)

    assert bool(faults(tampered, LogNotes(heads=[known]))) is (tampered != log)
