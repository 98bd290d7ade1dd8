"""Half-open periods in the store: the open one is ended, never overwritten."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from koordinator.domain.citizen import FamilyMembership, LeaveReason, PrimaryCaseworkerPeriod
from koordinator.domain.course import CoordinatorPeriod, StepPeriod
from koordinator.domain.takeover import Takeover
from koordinator.usecases.ports import Transaction

Period = TypeVar("Period", StepPeriod, CoordinatorPeriod, PrimaryCaseworkerPeriod, FamilyMembership, Takeover)


def end_period(tx: Transaction, period: Period, on: date) -> None:
    """The period holds until the day. One that began that day, or later, never held and is taken away."""
    rows = tx.of(type(period))
    if period.from_on >= on:
        rows.remove(period.id)
    else:
        rows.save(replace(period, until_on=on))


def end_membership(tx: Transaction, membership: FamilyMembership, because: LeaveReason) -> None:
    """The citizen is no longer a member from today; one that began today is taken away."""
    end_period(tx, replace(membership, left_because=because), tx.today)


def end_open(tx: Transaction, kind: type[Period], on: date, **equal: object) -> Period | None:
    """Ends the open period with these values, if there is one, and gives it as it was."""
    period = tx.of(kind).find(until_on=None, **equal)
    if period is not None:
        end_period(tx, period, on)
    return period
