"""Borgere og familier: who there is, on which step, with whom, and what comes next for each."""

from dataclasses import dataclass
from typing import Final

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import SubjectKind
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.cpr import CprNumber, masked_cpr
from koordinator.domain.folding import danish_order
from koordinator.domain.guide import NextStep, next_step
from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import SubjectId
from koordinator.domain.steps import Step
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_search import ListedSubject
from koordinator.usecases.routine import current_routine

SHOWN_AT_ONCE: Final = 1_000
"""How many the window shows; who looks for one among more than that searches."""


@dataclass(frozen=True, slots=True)
class CitizenLine:
    """A citizen or a family in a list. `thing_id` is the citizen's or the family's own key.

    `step` is None without a step in force: never assessed, assessed and not carried out, or `ended`.
    """

    subject_id: SubjectId
    kind: SubjectKind
    thing_id: int
    name: str
    cpr_masked: str
    members: int
    step: Step | None
    assessed: bool
    ended: bool
    coordinator: str
    next_step: NextStep


@dataclass(frozen=True, slots=True)
class CitizenList:
    """The lines by name as in a telephone book; `total` counts those that were left out, too."""

    lines: tuple[CitizenLine, ...]
    total: int


class CitizenListing:
    """The list of citizens and families."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def lines(self, actor: Actor, chosen: CitizenFilter, most: int | None = SHOWN_AT_ONCE) -> CitizenList:
        """Those that the filter lets through, at most so many (None: all). One entry in the log."""
        with self._office.act(actor, Action.LIST_CITIZENS) as tx:
            mine = tx.guide.of_employee(actor.employee_id) if chosen.mine else None
            scope = _scope(tx, chosen, mine, tx.seen_by(actor, Action.LIST_CITIZENS))
            listed = tx.citizens.listed(chosen, scope, most)
            facts = {each.subject_id: each for each in mine or tx.guide.of_subjects(_ids(listed.subjects))}
            routine = current_routine(tx)
            lines = [
                _line(subject, facts[subject.subject_id], next_step(facts[subject.subject_id], routine))
                for subject in listed.subjects
            ]
            tx.about("subject", 0, codes=f"count={len(lines)} mine={int(chosen.mine)} step={chosen.step}")
            tx.searched_for(chosen.text.strip()[: limits.SHORT])
            return CitizenList(tuple(sorted(lines, key=lambda line: danish_order(line.name))), listed.total)


def _scope(
    tx: Transaction,
    chosen: CitizenFilter,
    mine: tuple[GuideFacts, ...] | None,
    seen: frozenset[SubjectId] | None,
) -> frozenset[SubjectId] | None:
    """Whom the list is about; None is everybody."""
    scopes = [] if seen is None else [seen]
    if mine is not None:
        scopes.append(frozenset(facts.subject_id for facts in mine))
    if chosen.text.strip():
        scopes.append(frozenset(tx.search.subjects(chosen.text)))
    return frozenset.intersection(*scopes) if scopes else None


def _ids(subjects: tuple[ListedSubject, ...]) -> tuple[SubjectId, ...]:
    return tuple(subject.subject_id for subject in subjects)


def _line(subject: ListedSubject, facts: GuideFacts, step: NextStep) -> CitizenLine:
    joint = facts.family if facts.family is not None and facts.family.step is Step.ONE_CASEWORK else facts
    return CitizenLine(
        subject_id=subject.subject_id,
        kind=facts.kind,
        thing_id=subject.thing_id,
        name=facts.name,
        cpr_masked=masked_cpr(CprNumber(subject.cpr)) if subject.cpr else "",
        members=facts.members,
        step=joint.step if joint.step is not None else _no_need(facts),
        assessed=facts.assessment.assessed_on is not None,
        ended=facts.ended is not None and not joint.in_course,
        coordinator=subject.coordinator,
        next_step=step,
    )


def _no_need(facts: GuideFacts) -> Step | None:
    """Who was found to need no coordination has no course, and stands on no step but this."""
    found_none = facts.assessment.decided_step is Step.NO_NEED and not facts.in_course and facts.ended is None
    return Step.NO_NEED if found_none else None
