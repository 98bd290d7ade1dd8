"""Handovers of the town: one that is to be carried out today, and one for the time of an absence."""

from koordinator.domain.handover import HandoverKind, HandoverTerms
from koordinator.usecases.demo.acts import Cast


def hand_over(cast: Cast) -> None:
    """From today on the office's owner is to be the coordinator; the first lines are done."""
    office = cast.office
    terms = HandoverTerms(HandoverKind.PLANNED, cast.actor.employee_id, office.today, cast.words.hands_over)
    handovers = office.services.handovers
    (begun,) = handovers.begin(cast.actor, terms, {cast.subject_id: office.owner.employee_id})
    for item in handovers.open(cast.actor, begun.id).items[:2]:
        handovers.tick(cast.actor, item.id, is_done=True)


def lend(cast: Cast) -> None:
    """A colleague takes over for the time of an absence; the last line is still to be done."""
    office = cast.office
    terms = HandoverTerms(HandoverKind.ABSENCE, cast.actor.employee_id, office.clock.today(), cast.words.hands_over)
    handovers = office.services.handovers
    (begun,) = handovers.begin(cast.actor, terms, {cast.subject_id: office.owner.employee_id})
    for item in handovers.open(cast.actor, begun.id).items[:-1]:
        handovers.tick(cast.actor, item.id, is_done=True)
    handovers.carry_out(cast.actor, begun.id)
