"""Færre om bordet: how many professionals are asked to a meeting, and who of them has nothing to do there."""

from collections.abc import Iterable
from dataclasses import dataclass

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.meeting import AgendaItem, InvitationAnswer, Participant
from koordinator.domain.party import party_of


@dataclass(frozen=True, slots=True)
class Table:
    """The professionals who are to come, and those who present nothing and have promised nothing.

    `most` is how many the municipality finds to be enough.
    """

    professionals: tuple[Participant, ...]
    without_item: tuple[Participant, ...]
    most: int

    @property
    def is_crowded(self) -> bool:
        """More professionals than the citizen should have to face."""
        return len(self.professionals) > self.most


def the_table(
    professionals: Iterable[Participant],
    leads: Iterable[Participant],
    agenda: Iterable[AgendaItem],
    agreements: Iterable[Agreement],
    most: int,
) -> Table:
    """Who sits there. Whoever has said no does not come; who `leads` or writes always has something to do."""
    coming = tuple(each for each in professionals if each.answer is not InvitationAnswer.NO)
    busy = {item.presenter_id for item in agenda} | {each.id for each in leads}
    responsible = {party_of(each) for each in agreements if each.status is AgreementStatus.OPEN}
    idle = tuple(each for each in coming if each.id not in busy and party_of(each) not in responsible)
    return Table(coming, idle, most)
