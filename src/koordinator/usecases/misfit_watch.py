"""Set på det: the signs of a misfit were looked at, and no reassessment is needed."""

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Subject
from koordinator.domain.guide_rules import all_signs
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.misfit import MisfitLook, MisfitReason, NothingToSee, seen_codes
from koordinator.usecases.ports import Office
from koordinator.usecases.routine import current_routine


class MisfitWatch:
    """The use case of the misfit watch; what it finds is part of the guide."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def looked(self, actor: Actor, subject_id: SubjectId, reason: str) -> MisfitLook:
        """The signs there are keep quiet until something new comes; a reassessment that was due has its time anew.

        Raises NothingToSee, FieldMissing, FieldTooLong, UnusableCharacter or NotFound.
        """
        with self._office.act(actor, Action.LOOK_AT_MISFIT) as tx:
            tx.of(Subject).get(subject_id)
            tx.about("subject", subject_id, subject_id)
            why = limits.checked("reason", reason, limits.PARAGRAPH, required=True)
            (facts,) = tx.guide.of_subjects((subject_id,))
            signs = all_signs(facts, current_routine(tx))
            if not signs:
                raise NothingToSee(facts.name)
            is_due = any(sign.reason is MisfitReason.LONG_AGO for sign in signs)
            renewed_on = facts.looked_at.renewed_on if facts.looked_at is not None else None
            look = MisfitLook(
                RowId(0),
                subject_id,
                tx.today,
                actor.employee_id,
                seen_codes(signs),
                why,
                tx.today if is_due else renewed_on,
            )
            tx.about("subject", subject_id, subject_id, look.seen)
            return tx.of(MisfitLook).add(look)
