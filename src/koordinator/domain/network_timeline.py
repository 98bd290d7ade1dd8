"""Efforts on a time line: a lane for each department, and the gaps between its efforts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from koordinator.domain.folding import danish_order
from koordinator.domain.ids import DepartmentId
from koordinator.domain.register import Effort


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without any effort between two of the lane's; half-open."""

    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class Lane:
    """A department's efforts in time; those of no department are together in a lane without one."""

    department_id: DepartmentId | None
    efforts: tuple[Effort, ...]
    gaps: tuple[Gap, ...]


def lanes_of(efforts: Iterable[Effort], departments: Mapping[DepartmentId, str]) -> tuple[Lane, ...]:
    """The lanes by the departments' names, the one without a department last.

    A first or last day that is not known is taken as open: the effort has always been given, or goes on.
    """
    found: dict[DepartmentId | None, list[Effort]] = {}
    for effort in efforts:
        found.setdefault(effort.department_id, []).append(effort)
    lanes = (Lane(key, _in_time(rows), _gaps(rows)) for key, rows in found.items())
    return tuple(sorted(lanes, key=lambda lane: _place_of(lane, departments)))


def _gaps(efforts: list[Effort]) -> tuple[Gap, ...]:
    gaps = []
    covered_until: date | None = None
    for effort in _in_time(efforts):
        if covered_until is not None and covered_until < _first(effort):
            gaps.append(Gap(covered_until, _first(effort)))
        covered_until = max(covered_until or date.min, _last(effort))
    return tuple(gaps)


def _in_time(efforts: list[Effort]) -> tuple[Effort, ...]:
    return tuple(sorted(efforts, key=lambda effort: (_first(effort), _last(effort), effort.id)))


def _first(effort: Effort) -> date:
    return effort.from_on or date.min


def _last(effort: Effort) -> date:
    return effort.until_on or date.max


def _place_of(lane: Lane, departments: Mapping[DepartmentId, str]) -> tuple[bool, str]:
    if lane.department_id is None:
        return True, ""
    return False, danish_order(departments.get(lane.department_id, ""))
