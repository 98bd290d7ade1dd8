"""Siblings who should share one fast sagsbehandler: what is said of them, and who is proposed for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from koordinator.domain.ids import CitizenId, EmployeeId
from koordinator.texts import subject as texts
from koordinator.texts.formats import first_name, join_with_og
from koordinator.usecases.citizen_file import CitizenFile
from koordinator.usecases.family_background import SiblingCaseworker


@dataclass(frozen=True, slots=True)
class SiblingsApart:
    """`proposed` is the fast sagsbehandler that the most of them have."""

    remark: str
    siblings: tuple[CitizenId, ...]
    proposed: EmployeeId | None


def apart_in_family(apart: Sequence[SiblingCaseworker], names: Mapping[EmployeeId, str]) -> SiblingsApart | None:
    """The children of a family, each with who they have; None when they share one."""
    if not apart:
        return None
    said = join_with_og([_has(row, names) for row in apart])
    remark = texts.SIBLINGS_SHARE_NONE.format(said=said)
    return SiblingsApart(remark, tuple(row.sibling.id for row in apart), _commonest([row.employee_id for row in apart]))


def apart_from_citizen(file: CitizenFile) -> SiblingsApart | None:
    """The citizen and the siblings who have somebody else; None when none has."""
    elsewhere, own = file.siblings_elsewhere, file.primary_caseworker
    if not elsewhere:
        return None
    names = join_with_og([first_name(row.sibling.name) for row in elsewhere])
    has = [own.employee_id if own is not None else None, *(row.employee_id for row in elsewhere)]
    siblings = (file.citizen.id, *(row.sibling.id for row in elsewhere))
    return SiblingsApart(texts.SIBLINGS_DIFFER.format(names=names), siblings, _commonest(has))


def _has(row: SiblingCaseworker, names: Mapping[EmployeeId, str]) -> str:
    caseworker = names[row.employee_id] if row.employee_id is not None else texts.NO_CASEWORKER
    return texts.has_caseworker(first_name(row.sibling.name), caseworker)


def _commonest(employees: Sequence[EmployeeId | None]) -> EmployeeId | None:
    known = [each for each in employees if each is not None]
    return max(known, key=known.count, default=None)
