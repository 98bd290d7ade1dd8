"""The trial of power cuts finds what it is there to find: it must fail where the program does not sync."""

from random import Random

import pytest

from tests.reliability.disk import Change
from tests.reliability.figure import leave_out_without_programs
from tests.reliability.figure_power_cuts import FIGURE
from tests.reliability.power import Recording, after_cut
from tests.reliability.recordings import lost_after_cut, recorded

OPENED = Change("o", 3, 0, 1, "a", "", b"")
WRITTEN = Change("w", 3, 0, 8192, "", "", b"x" * 8192)
SYNCED = Change("s", 3, 0, 0, "", "", b"")
FOLDER_SYNCED = (Change("o", 4, 0, 0, "", "", b""), Change("s", 4, 0, 0, "", "", b""))
RENAMED = Change("r", -1, 0, 0, "a", "b", b"")


def found_after(*changes: Change) -> set[tuple[tuple[str, bytes | None], ...]]:
    """Every state of the disk in two hundred cuts at the end of the changes."""
    recording = Recording({"b": b"old"}, changes)
    states = (after_cut(recording, len(changes), Random(seed)) for seed in range(200))  # noqa: S311
    return {tuple(sorted(state.items())) for state in states}


def test_what_was_synced_with_its_folder_is_there() -> None:
    new = WRITTEN.content
    assert found_after(OPENED, WRITTEN, SYNCED, *FOLDER_SYNCED) == {(("a", new), ("b", b"old"))}
    assert found_after(OPENED, WRITTEN, SYNCED, RENAMED, *FOLDER_SYNCED) == {(("b", new),)}


def test_what_was_not_synced_may_be_dropped_kept_or_torn() -> None:
    states = found_after(OPENED, *FOLDER_SYNCED, WRITTEN)

    contents = {dict(state)["a"] for state in states}
    assert {b"", WRITTEN.content} < contents
    assert any(content and content != WRITTEN.content for content in contents)


def test_a_name_without_its_folder_synced_may_be_the_old_one() -> None:
    states = found_after(OPENED, WRITTEN, SYNCED, RENAMED)

    assert (("b", b"old"),) in states
    assert (("b", WRITTEN.content),) in states


@pytest.mark.parametrize(("name", "unsafe"), [("save", "synchronous_off"), ("keys", "files_not_synced")])
def test_a_program_that_does_not_sync_is_found_out(name: str, unsafe: str) -> None:
    leave_out_without_programs(FIGURE)
    recording = recorded((name,), unsafe)[name]

    assert any(lost_after_cut(name, recording, seed) for seed in range(40))
