"""Agreements and pending decisions outside a meeting: made and changed in the plan, settled in follow-up."""

from dataclasses import replace
from datetime import date

from koordinator.domain import agreement_rules as rules
from koordinator.domain.access import Action, Actor
from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.ids import AgreementId, PendingDecisionId, SubjectId
from koordinator.usecases.ports import Office, Transaction


class Promises:
    """Each method gives the agreement or decision as it stands afterwards."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def promise(self, actor: Actor, subject_id: SubjectId, promise: rules.Promise) -> Agreement:
        """A new agreement in the plan. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            agreement = rules.promised(tx.new_uid(), subject_id, promise, tx.today)
            return _told(tx, tx.of(Agreement).add(agreement), "new")

    def change(self, actor: Actor, agreement: Agreement, promise: rules.Promise) -> Agreement:
        """The agreement changed. Raises StaleVersion, AgreementSettled, FieldMissing or FieldTooLong."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            return _told(tx, tx.of(Agreement).save(rules.changed_agreement(agreement, promise)), "changed")

    def done(self, actor: Actor, agreement_id: AgreementId) -> Agreement:
        """The agreement kept today. Raises NotFound or AgreementSettled."""
        with self._office.act(actor, Action.FOLLOW_UP) as tx:
            return _told(tx, tx.of(Agreement).save(rules.done(tx.of(Agreement).get(agreement_id), tx.today)), "done")

    def not_done(self, actor: Actor, agreement_id: AgreementId, reason: str) -> Agreement:
        """The agreement dropped, and why. Raises NotFound, AgreementSettled, FieldMissing or FieldTooLong."""
        with self._office.act(actor, Action.FOLLOW_UP) as tx:
            dropped = rules.not_done(tx.of(Agreement).get(agreement_id), tx.today, reason)
            return _told(tx, tx.of(Agreement).save(dropped), "not_done")

    def put_off(self, actor: Actor, agreement_id: AgreementId, due_on: date) -> Agreement:
        """The agreement with a later day. Raises NotFound or AgreementSettled."""
        with self._office.act(actor, Action.FOLLOW_UP) as tx:
            agreement = tx.of(Agreement).get(agreement_id)
            rules.check_open(agreement)
            return _told(tx, tx.of(Agreement).save(replace(agreement, due_on=due_on)), "put_off")

    def open_again(self, actor: Actor, agreement_id: AgreementId) -> Agreement:
        """The agreement open as before it was settled. Raises NotFound."""
        with self._office.act(actor, Action.FOLLOW_UP) as tx:
            return _told(tx, tx.of(Agreement).save(rules.opened_again(tx.of(Agreement).get(agreement_id))), "open")

    def ask(self, actor: Actor, subject_id: SubjectId, question: rules.Question) -> PendingDecision:
        """A new pending decision. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            decision = rules.asked(tx.new_uid(), subject_id, question)
            return _told_decision(tx, tx.of(PendingDecision).add(decision), "new")

    def change_question(self, actor: Actor, decision: PendingDecision, question: rules.Question) -> PendingDecision:
        """The pending decision changed. Raises StaleVersion, FieldMissing or FieldTooLong."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            changed = rules.changed_decision(decision, question)
            return _told_decision(tx, tx.of(PendingDecision).save(changed), "changed")

    def decide(self, actor: Actor, decision_id: PendingDecisionId, outcome: str, on: date) -> PendingDecision:
        """The decision with its outcome. Raises NotFound, FieldMissing, FieldTooLong or UnusableCharacter."""
        with self._office.act(actor, Action.FOLLOW_UP) as tx:
            decided = rules.decided(tx.of(PendingDecision).get(decision_id), outcome, on)
            return _told_decision(tx, tx.of(PendingDecision).save(decided), "decided")


def _told(tx: Transaction, agreement: Agreement, what: str) -> Agreement:
    tx.about("agreement", agreement.id, agreement.subject_id, what)
    return agreement


def _told_decision(tx: Transaction, decision: PendingDecision, what: str) -> PendingDecision:
    tx.about("pending_decision", decision.id, decision.subject_id, what)
    return decision
