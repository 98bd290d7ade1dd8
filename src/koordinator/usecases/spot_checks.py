"""Stikprøver: each month's looks drawn from the log, and what the leader found (see `domain.spot_check`)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

from koordinator.domain.access import Action, Actor, require
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.codes import Role
from koordinator.domain.danish_day import moment_of
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.organisation import Employee, RolePeriod, TeamMembership
from koordinator.domain.periods import holds_on
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.domain.spot_check import (
    OwnLook,
    SpotAnswer,
    SpotCheck,
    SpotDraw,
    SpotLook,
    answered,
    drawn,
    month_after,
    months_to_draw,
)
from koordinator.usecases.ports import Glance, Office, Transaction
from koordinator.usecases.ports_log import Looker


@dataclass(frozen=True, slots=True)
class SpotLine:
    """A look that was drawn, with its names; the citizen's is empty once they were deleted.

    `is_own` is a look of whoever reads it, which another leader is to answer.
    """

    check: SpotCheck
    month_on: date
    who: str
    citizen: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class SpotShelf:
    """The looks that the leader may see, the newest first; every draw, and how many of the looks have which answer."""

    lines: tuple[SpotLine, ...]
    draws: tuple[SpotDraw, ...]
    counts: Mapping[SpotAnswer | None, int]
    answers_own: bool = False
    """There is nobody else: the owner of a one-person database answers for looks of their own, and that is said."""


class SpotChecks:
    """The use cases of the spot checks."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor) -> SpotShelf:
        """What there is to ask about. Months that are over and not drawn are drawn first, so that nobody chooses when.

        Raises NotAllowed.
        """
        require(actor, Action.DRAW_SPOT_CHECKS)
        with self._office.glance() as view:
            pools = tuple(_pools(view))
        for pool in pools:
            self._draw(actor, pool)
        with self._office.act(actor, Action.OPEN_SPOT_CHECKS) as tx:
            return _shelf(tx, actor)

    def answer(
        self, actor: Actor, check_id: RowId, answer: SpotAnswer, note: str, shown_version: int | None = None
    ) -> SpotShelf:
        """Keeps what the leader found, of those whom `open` shows. A look of one's own is another leader's to answer.

        `shown_version` is of the look as the leader sees it, where it is shown while it is answered. Raises NotFound,
        OwnLook, NotAllowed, AlreadyAnswered, NoteNeeded, FieldTooLong and its like, or StaleVersion when another
        leader wrote meanwhile.
        """
        with self._office.act(actor, Action.ANSWER_SPOT_CHECK) as tx:
            check = tx.of(SpotCheck).get(check_id)
            tx.about("spot_check", check_id, check.subject_id, answer)
            if not _may_ask(tx, actor, check):
                raise NotAllowed(Action.ANSWER_SPOT_CHECK)
            if check.employee_id == actor.employee_id and not _answers_own(tx, actor):
                raise OwnLook(Action.ANSWER_SPOT_CHECK)
            said = answered(check, answer, note, actor.employee_id, tx.now)
            tx.of(SpotCheck).save(said if shown_version is None else replace(said, version=shown_version))
            shelf = _shelf(tx, actor)
            tx.about("spot_check", check_id, check.subject_id, answer)
            return shelf

    def _draw(self, actor: Actor, pool: "_Pool") -> None:
        with self._office.act(actor, Action.DRAW_SPOT_CHECKS) as tx:
            if tx.of(SpotDraw).find(month_on=pool.month_on) is not None:
                return
            wanted = int(value_on(tx.of(Setting).where(), SettingKey.SPOT_CHECKS_PER_MONTH, tx.today))
            chosen = drawn(pool.seed, tuple(pool.looks), wanted)
            draw = tx.of(SpotDraw).add(
                SpotDraw(
                    RowId(0), pool.month_on, pool.seed, pool.after, pool.until,
                    len(pool.looks), len(chosen), actor.employee_id, tx.now,
                )
            )  # fmt: skip
            for look in chosen:
                looker = pool.looks[look]
                tx.of(SpotCheck).add(
                    SpotCheck(
                        RowId(0), draw.id, look.sequence, looker.at,
                        looker.employee_id, looker.subject_id, looker.action, look.relation,
                    )
                )  # fmt: skip
            tx.about("spot_draw", draw.id, codes=f"month={pool.month_on} pool={draw.pool} drawn={draw.drawn}")


class _Pool(NamedTuple):
    """What a month is drawn among."""

    month_on: date
    seed: str
    after: int
    until: int
    looks: Mapping[SpotLook, Looker]


def _pools(view: Glance) -> list[_Pool]:
    known = frozenset(draw.month_on for draw in view.of(SpotDraw).where())
    pools = []
    for month_on in months_to_draw(view.today, known):
        first, until = moment_of(month_on, time()), moment_of(month_after(month_on), time())
        before, last = view.log_lines.last_before(first), view.log_lines.last_before(until)
        lookers = view.log_lines.lookers(first, until)
        if last is not None and lookers:
            looks = {SpotLook(each.sequence, view.log_lines.relation(each)): each for each in lookers}
            pools.append(_Pool(month_on, last.seal, before.sequence if before else 0, last.sequence, looks))
    return pools


def _shelf(tx: Transaction, actor: Actor) -> SpotShelf:
    draws = {draw.id: draw for draw in tx.of(SpotDraw).where(order_by="month_on")}
    sees = None if actor.sees_all else _own_people(tx, actor)
    answers_own = _answers_own(tx, actor)
    checks = [each for each in tx.of(SpotCheck).where(order_by="looked_at") if sees is None or each.employee_id in sees]
    subjects = frozenset(each.subject_id for each in checks)
    who = {each.id: each.name for each in tx.of(Employee).where(id=frozenset(each.employee_id for each in checks))}
    whom: dict[int, str] = {each.subject_id: each.name for each in tx.of(Family).where(subject_id=subjects)}
    whom |= {each.subject_id: each.name for each in tx.of(Citizen).where(subject_id=subjects)}
    lines = tuple(
        SpotLine(
            each,
            draws[each.draw_id].month_on,
            who.get(each.employee_id, ""),
            whom.get(each.subject_id, ""),
            is_own=each.employee_id == actor.employee_id and not answers_own,
        )
        for each in reversed(checks)
    )
    tx.about("spot_draw", 0, codes=f"subjects={' '.join(map(str, sorted(subjects)))}" if subjects else "")
    return SpotShelf(lines, tuple(reversed(draws.values())), Counter(each.answer for each in checks), answers_own)


def _may_ask(tx: Transaction, actor: Actor, check: SpotCheck) -> bool:
    return actor.sees_all or check.employee_id in _own_people(tx, actor)


def _own_people(tx: Transaction, actor: Actor) -> frozenset[EmployeeId]:
    """Those of the leader's own teams; those who are in none, and other leaders: somebody must ask them too."""
    today = [row for row in tx.of(TeamMembership).where() if holds_on(row, tx.today)]
    teams = {row.team_id for row in today if row.employee_id == actor.employee_id}
    elsewhere = {row.employee_id for row in today} - {row.employee_id for row in today if row.team_id in teams}
    return frozenset(each.id for each in tx.of(Employee).where()) - (elsewhere - _leaders(tx))


def _answers_own(tx: Transaction, actor: Actor) -> bool:
    """Whoever holds every role, where nobody else leads."""
    return actor.sees_all and not _leaders(tx) - {actor.employee_id}


def _leaders(tx: Transaction) -> frozenset[EmployeeId]:
    periods = tx.of(RolePeriod).where(role=Role.SUPERVISOR)
    return frozenset(each.employee_id for each in periods if holds_on(each, tx.today))
