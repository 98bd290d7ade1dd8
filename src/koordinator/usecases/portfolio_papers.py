"""The plans of a whole portfolio at once: the newest approved version of each, for one kind of reader."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from koordinator.domain.access import Action, Actor
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.errors import DomainError, EnvironmentFault, NotAllowed
from koordinator.domain.folding import danish_order
from koordinator.domain.ids import SubjectId
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.periods import holds_on
from koordinator.domain.portfolio import NoApprovedPlan
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.many_papers import ManyPapers, Take
from koordinator.usecases.paper_files import IntoFolder, PaperFiles
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import people_of

Give = Callable[[HandedPaper], object]
"""Takes a kept paper where it belongs: into a folder, to a printer."""


@dataclass(frozen=True, slots=True)
class PortfolioPlan:
    """Whose plan it is, and how it is ordered; None where there is no approved version to give."""

    name: str
    order: PaperOrder | None


@dataclass(frozen=True, slots=True)
class RefusedPlan:
    """Whose plan was not given, and why."""

    name: str
    reason: DomainError


@dataclass(frozen=True, slots=True)
class PortfolioDone:
    """How many plans were given, which were not, and whether the person stopped before the last one."""

    given: int
    refused: tuple[RefusedPlan, ...]
    was_stopped: bool


class PortfolioPapers:
    """The use cases of all plans at once. Each is made and kept as one that is asked for alone."""

    def __init__(self, office: Office, papers: ManyPapers, files: PaperFiles) -> None:
        self._office = office
        self._papers = papers
        self._files = files

    def plans(self, actor: Actor, reader: Reader, *, large_print: bool = False) -> tuple[PortfolioPlan, ...]:
        """One for each citizen or family whom the actor coordinates for today, by name. One entry in the log."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            copy = PaperOrder(PaperKind.PLAN, SubjectId(0), reader, large_print)
            plans = [_plan(tx, copy, subject_id) for subject_id in _portfolio(tx, actor)]
            tx.about("subject", 0, codes=f"portfolio={len(plans)} reader={reader}")
        return tuple(sorted(plans, key=lambda plan: danish_order(plan.name)))

    def give_all(
        self, actor: Actor, plans: tuple[PortfolioPlan, ...], give: Give, progress: Progress = always_on
    ) -> PortfolioDone:
        """Makes each plan in a transaction of its own, and gives it on outside of it.

        One that is refused is passed over with its reason. Raises EnvironmentFault: what was given until then stays.
        """
        given, refused = 0, list[RefusedPlan]()
        orders = tuple(plan.order for plan in plans if plan.order is not None)
        with closing(self._papers.make(actor, orders)) as coming:
            for done, plan in enumerate(plans):
                if not progress(done, len(plans)):
                    return PortfolioDone(given, tuple(refused), was_stopped=True)
                try:
                    give(_made(plan, coming))
                    given += 1
                except (EnvironmentFault, NotAllowed):
                    raise
                except DomainError as reason:
                    refused.append(RefusedPlan(plan.name, reason))
        progress(len(plans), len(plans))
        return PortfolioDone(given, tuple(refused), was_stopped=False)

    def save_all(
        self, actor: Actor, plans: tuple[PortfolioPlan, ...], folder: Path, progress: Progress = always_on
    ) -> PortfolioDone:
        """Gives them into the folder; no file that lies there is written over. Raises OutputNotWritten."""
        into = IntoFolder(self._files, folder)
        return self.give_all(actor, plans, lambda paper: into.write(paper.paper.file_name, paper.content), progress)


def _made(plan: PortfolioPlan, coming: Iterator[Take]) -> HandedPaper:
    if plan.order is None:
        raise NoApprovedPlan
    return next(coming)()


def _portfolio(tx: Transaction, actor: Actor) -> Iterator[SubjectId]:
    """A citizen and their family can both be coordinated for: each has a plan of its own."""
    periods = tx.of(CoordinatorPeriod).where(employee_id=actor.employee_id, order_by="subject_id")
    yield from dict.fromkeys(period.subject_id for period in periods if holds_on(period, tx.today))


def _plan(tx: Transaction, copy: PaperOrder, subject_id: SubjectId) -> PortfolioPlan:
    name = people_of(tx, subject_id).name
    plan = tx.of(JointPlan).find(subject_id=subject_id, ended_on=None)
    newest = tx.of(PlanVersion).last(plan_id=plan.id, order_by="number") if plan is not None else None
    if newest is None:
        return PortfolioPlan(name, None)
    return PortfolioPlan(name, PaperOrder(copy.kind, subject_id, copy.reader, copy.large_print, number=newest.number))
