"""What nobody may lose sight of: no coordinator, a handover whose day has come, meetings cancelled in a row."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import EmployeeId
from koordinator.domain.misfit import MisfitReason
from koordinator.domain.organisation import Employee
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.domain.supervision import Holder
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.settings import current_number
from koordinator.usecases.subject_people import belonging_on
from koordinator.usecases.supervision import Sight

_NOBODY: Final = ""


@dataclass(frozen=True, slots=True)
class UnservedNumbers:
    """Courses on trin 2 and 3 without somebody who may coordinate, handovers that were to be carried out, and courses
    whose meetings are cancelled one after the other, with none ahead.
    """

    without_coordinator: int
    not_handed_over: int
    not_meeting: int = 0

    @property
    def is_any(self) -> bool:
        """There is something to look at."""
        return bool(self.without_coordinator or self.not_handed_over or self.not_meeting)


@dataclass(frozen=True, slots=True)
class UnservedRow:
    """A course: the name, the step, who stands as coordinator; the receiver and the day where it is a handover.

    `cancelled` counts the meetings that were cancelled in a row, where that is what is the matter.
    """

    subject_name: str
    step: Step | None
    coordinator: str
    receiver: str = ""
    since_on: date | None = None
    cancelled: int = 0


@dataclass(frozen=True, slots=True)
class UnservedRows:
    """The rows that the actor may see; `hidden` belong to other teams."""

    rows: tuple[UnservedRow, ...]
    hidden: int


class Unserved:
    """The use cases of the leader's look."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def numbers(self) -> UnservedNumbers:
        """How many there are today. Numbers alone say nothing of any citizen, so they are not logged."""
        with self._office.aside() as tx:
            found = _found(tx)
            late = sum(_is_late(facts) for facts in found)
            lacking = sum(_lacks_coordinator(facts) and not _is_late(facts) for facts in found)
            return UnservedNumbers(lacking, late, len(found) - late - lacking)

    def rows(self, actor: Actor) -> UnservedRows:
        """Those of the actor's teams, with what nobody coordinates. Raises NotAllowed for who sees numbers only."""
        with self._office.act(actor, Action.OPEN_SUPERVISION_ROWS) as tx:
            found, may_see = _found(tx), Sight(tx, actor)
            shown = [facts for facts in found if may_see(_holder(tx, facts))]
            subjects = " ".join(str(facts.subject_id) for facts in shown)
            tx.about("supervision", 0, codes=f"unserved subjects={subjects}")
            names = {each.id: each.name for each in tx.of(Employee).where()}
            return UnservedRows(tuple(_row(facts, names) for facts in shown), len(found) - len(shown))


def _found(tx: Transaction) -> tuple[GuideFacts, ...]:
    enough = current_number(tx, SettingKey.MISFIT_CANCELLED_MEETINGS)
    return tuple(
        facts
        for facts in tx.guide.of_served()
        if _is_late(facts) or _lacks_coordinator(facts) or _does_not_meet(facts, enough)
    )


def _is_late(facts: GuideFacts) -> bool:
    return facts.handover is not None and facts.handover.takes_effect_on <= facts.today


def _lacks_coordinator(facts: GuideFacts) -> bool:
    return facts.meets and (facts.coordinator_id is None or facts.gone_coordinator is not None)


def _does_not_meet(facts: GuideFacts, enough: int) -> bool:
    return facts.meets and facts.meeting is None and facts.cancelled_in_a_row >= enough


def _holder(tx: Transaction, facts: GuideFacts) -> Holder:
    """Whose it is to see: a coordinator who has gone is nobody's any more."""
    employee = facts.coordinator_id if facts.gone_coordinator is None else None
    where = belonging_on(tx, employee, tx.today, facts.step)
    return Holder(employee, where.team_id, where.department_id)


def _row(facts: GuideFacts, names: dict[EmployeeId, str]) -> UnservedRow:
    coordinator = names.get(facts.coordinator_id, _NOBODY) if facts.coordinator_id is not None else _NOBODY
    if _is_late(facts) and facts.handover is not None:
        handover = facts.handover
        return UnservedRow(facts.name, facts.step, coordinator, handover.receiver, handover.takes_effect_on)
    if not _lacks_coordinator(facts):
        signs = [sign.newest_on for sign in facts.signs if sign.reason is MisfitReason.MEETINGS_CANCELLED]
        since_on = max(signs, default=None)
        return UnservedRow(facts.name, facts.step, coordinator, "", since_on, facts.cancelled_in_a_row)
    since_on = facts.gone_coordinator.since_on if facts.gone_coordinator is not None else facts.step_from_on
    return UnservedRow(facts.name, facts.step, coordinator, since_on=since_on)
