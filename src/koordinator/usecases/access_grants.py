"""Adgang ved særligt behov: opened for a reason and a short time, told to whoever has the citizen, and looked back on.

Nobody is kept from a citizen who stands at the counter or whose caseworker is ill; nobody does it unseen either.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.access_grant import (
    AccessGrant,
    GrantLine,
    SeveralCitizens,
    Told,
    ToldOfGrant,
    WantedCitizen,
    checked_reason,
    open_until,
)
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.codes import Role
from koordinator.domain.cpr import masked_cpr
from koordinator.domain.errors import FieldMissing, NotAllowed, NotFound
from koordinator.domain.folding import danish_order, folded
from koordinator.domain.ids import CitizenId, EmployeeId, RowId, SubjectId
from koordinator.domain.organisation import Employee, RolePeriod
from koordinator.domain.periods import holds_on
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import coordinator_on, sees
from koordinator.usecases.taking import others_who_have, teams_of, tell_of

_LOOKED_BACK: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class OpenedCitizen:
    """Who was opened, and until when; None where the employee had access already, and nothing was given."""

    citizen_id: CitizenId
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class AccessHolder:
    """An employee with the roles held today."""

    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class AccessOverview:
    """Who may what today, and what was opened in the last year, the newest first."""

    holders: tuple[AccessHolder, ...]
    grants: tuple[GrantLine, ...]


class AccessGrants:
    """The use cases of access for a special need."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def today(self) -> date:
        """The Danish day, to read a birthday by."""
        with self._office.glance() as view:
            return view.today

    def open(self, actor: Actor, wanted: WantedCitizen, reason: str) -> OpenedCitizen:
        """The citizen is open to the actor until the end of tomorrow, and somebody is told. One entry in the log.

        A try that finds nobody is logged as well. Raises NotFound, SeveralCitizens, FieldMissing, FieldTooLong or
        UnusableCharacter.
        """
        checked = checked_reason(reason)
        with self._office.act(actor, Action.BREAK_GLASS) as tx:
            found = _matching(tx, wanted)
            if len(found) == 1:
                return _opened(tx, actor, found[0], checked)
            tx.about("citizen", 0, codes=f"found={len(found)}")
        if found:
            raise SeveralCitizens(wanted.name)
        raise NotFound("citizen", masked_cpr(wanted.cpr) if wanted.cpr else wanted.name)

    def note_seen(self, actor: Actor, grant_id: RowId) -> None:
        """Whoever was told has read it. Raises NotFound, or NotAllowed for anybody else."""
        with self._office.act(actor, Action.SEE_GRANT) as tx:
            grant = tx.of(AccessGrant).get(grant_id)
            tx.about("access_grant", grant.id, grant.subject_id)
            told = tx.of(ToldOfGrant).where(grant_id=grant.id, told_id=actor.employee_id)
            if not told:
                raise NotAllowed(Action.SEE_GRANT)
            for each in told:
                if each.seen_at is None:
                    tx.of(ToldOfGrant).save(replace(each, seen_at=tx.now))

    def overview(self, actor: Actor) -> AccessOverview:
        """The roles of everybody, and the grants that the actor may look back on: a leader those of the own teams."""
        with self._office.act(actor, Action.OPEN_ACCESS) as tx:
            since = tx.now - _LOOKED_BACK
            everything = [grant for grant in tx.of(AccessGrant).where(order_by="from_at") if grant.from_at >= since]
            told = _told_of(tx, everything)
            shown = [grant for grant in reversed(everything) if _may_look_back(tx, actor, grant, told[grant.id])]
            subjects = " ".join(str(each) for each in sorted({grant.subject_id for grant in shown}))
            tx.about("access_grant", 0, codes=f"grants={len(shown)} subjects={subjects}")
            names = {each.id: each.name for each in tx.of(Employee).where()}
            lines = tuple(_line(tx, actor, grant, told[grant.id], names) for grant in shown)
            return AccessOverview(_holders(tx, names), lines)


def _matching(tx: Transaction, wanted: WantedCitizen) -> tuple[Citizen, ...]:
    if wanted.cpr is not None:
        return tx.of(Citizen).where(cpr=wanted.cpr)
    if not wanted.name.strip() or wanted.born_on is None:
        raise FieldMissing("name" if wanted.born_on is not None else "born_on")
    name = folded(wanted.name)
    return tuple(each for each in tx.of(Citizen).where(born_on=wanted.born_on) if folded(each.name) == name)


def _opened(tx: Transaction, actor: Actor, citizen: Citizen, reason: str) -> OpenedCitizen:
    if sees(tx, actor, citizen):
        tx.about("citizen", citizen.id, citizen.subject_id, "open_already=1")
        return OpenedCitizen(citizen.id, None)
    until_at = open_until(tx.today)
    new = AccessGrant(RowId(0), citizen.subject_id, actor.employee_id, reason, tx.now, until_at)
    grant = tell_of(tx, actor, new, others_who_have(tx, actor, citizen.subject_id))
    tx.about("access_grant", grant.id, citizen.subject_id)
    return OpenedCitizen(citizen.id, until_at)


def _told_of(tx: Transaction, grants: Iterable[AccessGrant]) -> Mapping[RowId, Sequence[ToldOfGrant]]:
    """Who is told of each of the grants."""
    found: dict[RowId, list[ToldOfGrant]] = {grant.id: [] for grant in grants}
    for each in tx.of(ToldOfGrant).where(grant_id=frozenset(found)):
        found[each.grant_id].append(each)
    return found


def _may_look_back(tx: Transaction, actor: Actor, grant: AccessGrant, told: Sequence[ToldOfGrant]) -> bool:
    """A leader sees what was opened by, or is with, somebody of a team of hers, or what she was told of."""
    if actor.sees_all or Role.AUDITOR in actor.roles or actor.employee_id in {each.told_id for each in told}:
        return True
    concerned = {grant.employee_id, coordinator_on(tx, grant.subject_id, tx.today)} - {None}
    own = teams_of(tx, actor.employee_id)
    return any(own & teams_of(tx, each) for each in concerned if each is not None)


def _holders(tx: Transaction, names: dict[EmployeeId, str]) -> tuple[AccessHolder, ...]:
    held: dict[EmployeeId, set[Role]] = {}
    for period in tx.of(RolePeriod).where():
        if holds_on(period, tx.today):
            held.setdefault(period.employee_id, set()).add(period.role)
    holders = (AccessHolder(names[each], tuple(role for role in Role if role in roles)) for each, roles in held.items())
    return tuple(sorted(holders, key=lambda holder: danish_order(holder.name)))


def _line(
    tx: Transaction, actor: Actor, grant: AccessGrant, told: Sequence[ToldOfGrant], names: dict[EmployeeId, str]
) -> GrantLine:
    # Two who were told may turn out to be two entries of one colleague.
    readers = {each.told_id: Told(names[each.told_id], has_read=each.seen_at is not None) for each in told}
    is_open = grant.from_at <= tx.now < grant.until_at
    is_mine = any(each.told_id == actor.employee_id and each.seen_at is None for each in told)
    return GrantLine(
        grant, names[grant.employee_id], _name_of(tx, grant.subject_id), (*readers.values(),), is_open, is_mine
    )


def _name_of(tx: Transaction, subject_id: SubjectId) -> str:
    citizen = tx.of(Citizen).find(subject_id=subject_id)
    if citizen is not None:
        return citizen.name
    family = tx.of(Family).find(subject_id=subject_id)
    return family.name if family is not None else ""
