"""Several papers at once, in the folder that the person chose: of a meeting, or the plans of a whole portfolio."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from koordinator.domain.access import Action, Actor
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.output_file import free_name
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.periods import holds_on
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.paper_files import PaperFiles
from koordinator.usecases.papers import Papers
from koordinator.usecases.ports import Office, Transaction


@dataclass(frozen=True, slots=True)
class PapersSaved:
    """The names of the files that were written, and whether the person stopped before the last one."""

    names: tuple[str, ...]
    was_stopped: bool


class PaperBatch:
    """Makes papers one by one, each kept and written whole."""

    def __init__(self, office: Office, papers: Papers, files: PaperFiles) -> None:
        self._office = office
        self._papers = papers
        self._files = files

    def plans_of_portfolio(self, actor: Actor, *, large_print: bool = False) -> tuple[PaperOrder, ...]:
        """The newest approved plan of each whom the actor coordinates for today, as the citizen or the family gets it.

        Who has no approved plan yet is left out.
        """
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            numbers = {each: _newest_number(tx, each) for each in _portfolio(tx, actor.employee_id)}
            tx.about("subject", 0, codes=f"portfolio={len(numbers)}")
        return tuple(
            PaperOrder(PaperKind.PLAN, subject_id, large_print=large_print, number=number)
            for subject_id, number in numbers.items()
            if number is not None
        )

    def save(
        self, actor: Actor, orders: Sequence[PaperOrder], folder: Path, progress: Progress = always_on
    ) -> PapersSaved:
        """Writes the papers into the folder, one transaction each; no file that lies there is written over.

        Raises OutputNotWritten and what `Papers.make` raises; what was written until then stays.
        """
        taken, names = set(self._files.names(folder)), list[str]()
        for done, order in enumerate(orders):
            if not progress(done, len(orders)):
                return PapersSaved(tuple(names), was_stopped=True)
            handed = self._papers.make(actor, order)
            name = free_name(handed.paper.file_name, taken)
            self._files.write(folder / name, handed.content)
            taken.add(name)
            names.append(name)
        progress(len(orders), len(orders))
        return PapersSaved(tuple(names), was_stopped=False)


def _portfolio(tx: Transaction, employee_id: EmployeeId) -> tuple[SubjectId, ...]:
    periods = tx.of(CoordinatorPeriod).where(employee_id=employee_id, order_by="subject_id")
    return tuple(dict.fromkeys(period.subject_id for period in periods if holds_on(period, tx.today)))


def _newest_number(tx: Transaction, subject_id: SubjectId) -> int | None:
    plan = tx.of(JointPlan).find(subject_id=subject_id, ended_on=None)
    newest = tx.of(PlanVersion).last(plan_id=plan.id, order_by="number") if plan is not None else None
    return newest.number if newest is not None else None
