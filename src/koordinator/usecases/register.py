"""What is registered round a citizen: cases, efforts, other plans, contact persons and relations."""

from dataclasses import replace
from typing import TypeVar

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, Relation, RelationKind
from koordinator.domain.citizen_rules import check_new_relation
from koordinator.domain.codes import GrantKind
from koordinator.domain.errors import NotYours
from koordinator.domain.ids import (
    CitizenId,
    EffortId,
    RowId,
)
from koordinator.domain.register import CaseFile, ContactPerson, Effort, EffortGoal, OtherPlan
from koordinator.domain.register_rules import (
    CaseNumberTaken,
    checked_case,
    checked_contact,
    checked_effort,
    checked_other_plan,
    renewed,
)
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import name_if_seen, sees
from koordinator.usecases.takeovers import list_takeovers_of
from koordinator.usecases.taking import tell_holders

Registered = TypeVar("Registered", CaseFile, Effort, OtherPlan, ContactPerson)


class Register:
    """The use cases of the register. A thing with key 0 is made, another one is changed.

    Saving raises FieldMissing, FieldTooLong, UnusableCharacter or StaleVersion, and PeriodBackwards
    where there is a period.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def save_case(self, actor: Actor, case: CaseFile) -> CaseFile:
        """A case with its number, which no other case has; on trin 3 its department is to hand it over.

        Whose open case it was until now is told, also where it is closed.
        Raises CaseNumberTaken.
        """
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            checked = checked_case(case)
            _check_number_is_free(tx, actor, checked)
            known_from = checked if checked.id else replace(checked, registered_on=tx.today)
            _tell_of_caseworker(tx, actor, checked)
            saved = _stored(tx, "case_file", known_from)
            list_takeovers_of(tx, saved.citizen_id)
            return saved

    def may_save(self, actor: Actor, citizen_id: CitizenId) -> bool:
        """Whether what is registered round the citizen is the actor's to change. Raises NotFound."""
        with self._office.glance() as view:
            seen = view.seen_by(actor, Action.EDIT_REGISTER)
            return seen is None or view.of(Citizen).get(citizen_id).subject_id in seen

    def save_effort(self, actor: Actor, effort: Effort) -> Effort:
        """An indsats with its name."""
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            return _stored(tx, "effort", checked_effort(effort))

    def renew_effort(self, actor: Actor, effort_id: EffortId) -> Effort:
        """The effort unchanged for as long again, as a row of its own that serves the same goals.

        Raises NotFound, EffortGoesOn or EffortRenewed.
        """
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            effort = tx.of(Effort).get(effort_id)
            others = tx.of(Effort).where(citizen_id=effort.citizen_id)
            new = _stored(tx, "effort", renewed(effort, others), f"renewed={effort.id}")
            for tie in tx.of(EffortGoal).where(effort_id=effort.id):
                tx.of(EffortGoal).add(EffortGoal(RowId(0), new.id, tie.goal_id))
            return new

    def save_other_plan(self, actor: Actor, plan: OtherPlan) -> OtherPlan:
        """One of the citizen's plans elsewhere, with its title."""
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            return _stored(tx, "other_plan", checked_other_plan(plan))

    def save_contact(self, actor: Actor, contact: ContactPerson) -> ContactPerson:
        """Somebody in the network, with a name."""
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            checked = checked_contact(contact)
            known_from = checked if checked.id else replace(checked, registered_on=tx.today)
            return _stored(tx, "contact_person", known_from)

    def relate(self, actor: Actor, citizen_id: CitizenId, other_id: CitizenId, kind: RelationKind) -> Relation:
        """The other citizen is the kind of the first. Raises RelatedToItself, AlreadyRelated, NotYours or NotFound."""
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            citizen, other = tx.of(Citizen).get(citizen_id), tx.of(Citizen).get(other_id)
            if not sees(tx, actor, other):
                tx.about("citizen", other.id, other.subject_id)
                raise NotYours(Action.EDIT_REGISTER)
            new = Relation(RowId(0), citizen.id, other.id, kind)
            both = (citizen.id, other.id)
            check_new_relation(new, tx.of(Relation).where(citizen_id=both, other_citizen_id=both))
            tx.about("citizen", citizen.id, citizen.subject_id, f"related={other.id}")
            return tx.of(Relation).add(new)

    def unrelate(self, actor: Actor, relation_id: RowId) -> None:
        """The relation was a mistake, or is over. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_REGISTER) as tx:
            relation = tx.of(Relation).get(relation_id)
            citizen = tx.of(Citizen).get(relation.citizen_id)
            tx.of(Relation).remove(relation.id)
            tx.about("citizen", citizen.id, citizen.subject_id, f"unrelated={relation.other_citizen_id}")


def _stored(tx: Transaction, kind: str, thing: Registered, codes: str = "") -> Registered:
    citizen = tx.of(Citizen).get(thing.citizen_id)
    rows = tx.of(type(thing))
    saved = rows.save(thing) if thing.id else rows.add(thing)
    tx.about(kind, saved.id, citizen.subject_id, codes)
    return saved


def _tell_of_caseworker(tx: Transaction, actor: Actor, case: CaseFile) -> None:
    before = tx.of(CaseFile).find(id=case.id)
    had = before.caseworker_id if before is not None and before.status.is_open else None
    losing = (had,) if had is not None and (had != case.caseworker_id or not case.status.is_open) else ()
    kind = GrantKind.ENDED if losing and had == case.caseworker_id else GrantKind.CHOSEN
    if losing or case.caseworker_id == actor.employee_id:
        tell_holders(tx, actor, tx.of(Citizen).get(case.citizen_id).subject_id, kind, losing)


def _check_number_is_free(tx: Transaction, actor: Actor, case: CaseFile) -> None:
    other = tx.of(CaseFile).find(number=case.number)
    if other is not None and other.id != case.id:
        raise CaseNumberTaken(case.number, name_if_seen(tx, actor, tx.of(Citizen).get(other.citizen_id)))
