"""The guide as a list: the one next thing of every citizen in a course, or of one of them."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, SubjectKind
from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import CitizenId
from koordinator.usecases.overview import SubjectLine, facts_seen, lines_of
from koordinator.usecases.ports import Office
from koordinator.usecases.routine import current_routine


@dataclass(frozen=True, slots=True)
class GuideList:
    """The lines as of a day, what hurts most when late first."""

    today: date
    lines: tuple[SubjectLine, ...]


class GuideListing:
    """The use cases of the list."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def of_all(self, actor: Actor, *, mine: bool = False) -> GuideList:
        """A line for each living citizen with an open course, their own or on trin 3 the family's."""
        with self._office.act(actor, Action.OPEN_OVERVIEW) as tx:
            facts = facts_seen(tx, actor, mine=mine)
            in_course = tuple(filter(_is_citizen_in_course, facts))
            tx.about("subject", 0, codes=f"count={len(in_course)}")
            return GuideList(tx.today, lines_of(in_course, current_routine(tx)))

    def of_citizen(self, actor: Actor, citizen_id: CitizenId) -> GuideList:
        """The citizen's line; none without an open course. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_OVERVIEW) as tx:
            citizen = tx.of(Citizen).get(citizen_id)
            tx.about("citizen", citizen.id, citizen.subject_id)
            in_course = tuple(filter(_is_citizen_in_course, tx.guide.of_subjects((citizen.subject_id,))))
            return GuideList(tx.today, lines_of(in_course, current_routine(tx)))


def _is_citizen_in_course(facts: GuideFacts) -> bool:
    """Who has died has no open course, and is no member of a family that has one."""
    joint = facts.family if facts.family is not None else facts
    return facts.kind is SubjectKind.CITIZEN and joint.in_course
