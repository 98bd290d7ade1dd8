"""A log that was cut short is told also after older databases were put back, and one that was not is never blamed."""

from collections.abc import Sequence
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.access import Action
from koordinator.domain.audit import AuditEntry, LogHead, LogReturn, newest_return
from koordinator.domain.audit_check import HeadSource, KnownHead, LogCut, LogFault, LogFaultKind, LogNotes, excused
from koordinator.domain.ids import EmployeeId
from tests.domain.test_audit_check import faults, sealed, written

SOME = st.integers(1, 4)


class World:
    """A database's log, every backup there is of it, and what their manifests say of the log."""

    def __init__(self) -> None:
        self.log = written(3)
        self.backups: list[list[AuditEntry]] = []
        self.heads: list[LogHead] = []
        self._moments = count()

    def write(self, action: Action = Action.OPEN_CITIZEN, thing_id: int = 7, codes: str = "") -> None:
        last = self.log[-1]
        entry = last._replace(sequence=last.sequence + 1, action=action, thing_id=thing_id, codes=codes)
        # No two entries are alike, as no two moments are.
        entry = entry._replace(actor_id=EmployeeId(next(self._moments)), previous_seal=last.seal)
        self.log = [*self.log, sealed(entry)]

    def grow(self, by: int) -> None:
        for _ in range(by):
            self.write()

    def note(self) -> None:
        self.backups.append(self.log)
        self.heads.append(LogHead(self.log[-1].sequence, self.log[-1].seal, newest_return(returns(self.log))))

    def put_back(self, which: int) -> None:
        number = 1 + max([newest_return(returns(self.log)), *(head.after_return for head in self.heads)])
        self.log = self.backups[which % len(self.backups)]
        self.write(Action.RESTORE_BACKUP, number)

    def thin_out(self, kept: int) -> None:
        """As the log book does: an entry first, then away with what it names."""
        last = self.log[max(0, len(self.log) - kept - 1)]
        before = newest_return(back for back in returns(self.log) if back.sequence <= last.sequence)
        self.write(Action.PRUNE_LOG, last.sequence, f"{last.seal} {before}")
        self.log = [each for each in self.log if each.sequence > last.sequence]


def returns(log: Sequence[AuditEntry]) -> list[LogReturn]:
    kept = [LogReturn(each.sequence, each.thing_id) for each in log if each.action is Action.RESTORE_BACKUP]
    thinned = [LogReturn(each.thing_id, int(each.codes.split()[1])) for each in log if each.action is Action.PRUNE_LOG]
    return kept + thinned


def told(world: World) -> tuple[LogFault, ...]:
    pruned = [each for each in world.log if each.action is Action.PRUNE_LOG]
    cuts = [LogCut(each.sequence, each.thing_id, each.codes.split()[0]) for each in pruned]
    known = [KnownHead(head, HeadSource.BACKUP) for head in world.heads]
    return faults(world.log, LogNotes(cuts, returns(world.log), known))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    world = World()
    for _ in range(draw(st.integers(0, 8))):
        match draw(st.sampled_from(["grow", "note", "put back", "thin out"])):
            case "note":
                world.note()
            case "put back" if world.backups:
                world.put_back(draw(st.integers(0, 7)))
            case "thin out":
                world.thin_out(draw(SOME))
            case _:
                world.grow(draw(SOME))
    return world


@given(worlds())
def test_what_happened_with_right_is_never_told_as_a_fault(world: World) -> None:
    assert told(world) == ()


@given(worlds(), SOME, st.integers(1, 20), st.integers(0, 12))
def test_every_cut_below_what_was_noted_after_the_newest_return_is_told(
    world: World, more: int, gone: int, again: int
) -> None:
    world.grow(more)
    world.note()
    noted = world.heads[-1]
    world.log = world.log[: max(1, len(world.log) - gone)]
    # Used on, perhaps past the length it had: other entries stand where the noted ones stood.
    world.grow(again)

    found = told(world)

    assert noted in [fault.known.head for fault in found if fault.known] or LogFaultKind.MISSING in [
        fault.kind for fault in found
    ]


def test_a_head_that_says_nothing_of_returns_comes_before_all_of_them() -> None:
    assert excused(LogHead(9, "x"), [LogReturn(5, 1)])
    assert not excused(LogHead(4, "x"), [LogReturn(5, 1)])
    assert not excused(LogHead(9, "x"), [])


def test_a_head_of_long_ago_ends_where_the_same_head_ends_today() -> None:
    assert LogHead(9, "x").is_at(LogHead(9, "x", after_return=1))
    assert not LogHead(9, "x").is_at(LogHead(9, "y"))


def test_what_comes_after_a_return_that_was_itself_taken_back_is_excused_wherever_it_ends() -> None:
    assert excused(LogHead(4, "x", after_return=1), [LogReturn(6, 2)])
    assert not excused(LogHead(9, "x", after_return=2), [LogReturn(6, 2)])
    assert not excused(LogHead(9, "x", after_return=3), [LogReturn(6, 2)])
