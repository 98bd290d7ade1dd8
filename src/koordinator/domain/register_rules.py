"""What the fields of the register may hold: cases, efforts and the network."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from koordinator.domain import limits
from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.email_address import checked_email
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EffortId
from koordinator.domain.register import CaseFile, ContactPerson, Effort, OtherPlan

_CASE_LIMITS: Final = {
    "number": limits.SHORT,
    "title": limits.LINE,
    "legal_basis": limits.LINE,
    "note": limits.LONG,
}
_EFFORT_LIMITS: Final = {
    "name": limits.LINE,
    "purpose": limits.PARAGRAPH,
    "provider": limits.LINE,
    "legal_basis": limits.LINE,
    "amount": limits.LINE,
    "paid_by": limits.LINE,
}
_OTHER_PLAN_LIMITS: Final = {
    "title": limits.LINE,
    "owner": limits.LINE,
    "goal": limits.PARAGRAPH,
    "legal_basis": limits.LINE,
}
_CONTACT_LIMITS: Final = {
    "name": limits.LINE,
    "organisation": limits.LINE,
    "role": limits.LINE,
    "helps_with": limits.PARAGRAPH,
    "phone": limits.SHORT,
    "phone_hours": limits.LINE,
}
_MONTHS: Final = 12


class EffortGoesOn(DomainError):
    """The effort has no last day, so there is nothing to renew."""

    name: str


class EffortRenewed(DomainError):
    """The effort has been renewed already."""

    name: str


class CaseNumberTaken(DomainError):
    """Another case is registered with the number; `name` is empty for a citizen whom the actor may not see."""

    number: str
    name: str


def checked_case(case: CaseFile) -> CaseFile:
    """The case when it has a number and each field is within its limit.

    Raises FieldMissing, FieldTooLong or UnusableCharacter.
    """
    return limits.checked_fields(case, _CASE_LIMITS, required=("number",))


def checked_effort(effort: Effort) -> Effort:
    """The effort when it has a name, limits are kept and it does not end before it begins.

    Raises FieldMissing, FieldTooLong, UnusableCharacter or PeriodBackwards.
    """
    _check_order(effort.from_on, effort.until_on)
    return limits.checked_fields(effort, _EFFORT_LIMITS, required=("name",))


def checked_other_plan(plan: OtherPlan) -> OtherPlan:
    """The other plan when it has a title, limits are kept and it does not end before it begins.

    Raises FieldMissing, FieldTooLong, UnusableCharacter or PeriodBackwards.
    """
    _check_order(plan.from_on, plan.until_on)
    return limits.checked_fields(plan, _OTHER_PLAN_LIMITS, required=("title",))


def checked_contact(contact: ContactPerson) -> ContactPerson:
    """The contact person when there is a name, limits are kept and the period does not end before it begins.

    Raises FieldMissing, FieldTooLong, UnusableCharacter, UnusableEmail or PeriodBackwards.
    """
    _check_order(contact.from_on, contact.until_on)
    known = replace(contact, email=checked_email(contact.email))
    return limits.checked_fields(known, _CONTACT_LIMITS, required=("name",))


def renewed(effort: Effort, others: Iterable[Effort]) -> Effort:
    """The effort unchanged for as long again, as a new row from the day it ends; whole months stay whole months.

    `others` are the citizen's efforts. One whose first day is not known goes on without an end. Raises
    EffortGoesOn or EffortRenewed.
    """
    if effort.until_on is None:
        raise EffortGoesOn(effort.name)
    if is_renewed(effort, others):
        raise EffortRenewed(effort.name)
    until_on = _as_long_again(effort.from_on, effort.until_on) if effort.from_on is not None else None
    return replace(effort, id=EffortId(0), from_on=effort.until_on, until_on=until_on, version=0)


def is_renewed(effort: Effort, others: Iterable[Effort]) -> bool:
    """Another effort of the same name in the same department takes over where this one ends."""
    return any(
        (other.name, other.department_id, other.citizen_id) == (effort.name, effort.department_id, effort.citizen_id)
        and other.id != effort.id
        and (other.until_on is None or (effort.until_on is not None and other.until_on > effort.until_on))
        for other in others
    )


def _as_long_again(from_on: date, until_on: date) -> date:
    months = (until_on.year - from_on.year) * _MONTHS + until_on.month - from_on.month
    last = until_on.year * _MONTHS + until_on.month - 1 + months
    if last >= date.max.year * _MONTHS:
        return date.max
    if from_on.day != until_on.day or months == 0:
        return until_on + (until_on - from_on)
    year, month = divmod(last, _MONTHS)
    return date(year, month + 1, min(until_on.day, monthrange(year, month + 1)[1]))


def _check_order(from_on: date | None, until_on: date | None) -> None:
    if from_on is not None and until_on is not None and until_on < from_on:
        raise PeriodBackwards(from_on, until_on)
