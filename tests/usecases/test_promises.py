"""Agreements and pending decisions outside a meeting."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import AgreementSettled, Promise, Question
from koordinator.domain.errors import FieldMissing, NotAllowed, NotFound, StaleVersion
from koordinator.domain.ids import AgreementId
from koordinator.domain.organisation import Role
from tests.support.meeting_world import MeetingWorld, citizen_party, employee_party
from tests.support.office import TODAY


def test_a_promise_is_made_changed_and_kept(world: MeetingWorld) -> None:
    made = world.promises.promise(world.actor, world.subject_id, Promise("Ringer", employee_party(world.kim), TODAY))
    changed = world.promises.change(world.actor, made, Promise("Skriver", citizen_party(world.lone.id)))
    done = world.promises.done(world.actor, made.id)

    assert (changed.what, changed.employee_id, changed.citizen_id) == ("Skriver", None, world.lone.id)
    assert (done.status, done.settled_on) == (AgreementStatus.DONE, TODAY)
    assert [(entry.action, entry.codes) for entry in world.bench.log()[-3:]] == [
        (Action.EDIT_PLAN, "new"),
        (Action.EDIT_PLAN, "changed"),
        (Action.FOLLOW_UP, "done"),
    ]
    with pytest.raises(StaleVersion):
        world.promises.change(world.actor, made, Promise("Andet"))


def test_a_promise_is_put_off_dropped_and_opened_again(world: MeetingWorld) -> None:
    made = world.promises.promise(world.actor, world.subject_id, Promise("Ringer", due_on=TODAY))

    later = world.promises.put_off(world.actor, made.id, TODAY + timedelta(days=7))
    dropped = world.promises.not_done(world.actor, made.id, "Ferie")
    with pytest.raises(AgreementSettled):
        world.promises.put_off(world.actor, made.id, TODAY)
    again = world.promises.open_again(world.actor, made.id)

    assert later.due_on == TODAY + timedelta(days=7)
    assert (dropped.status, dropped.not_done_reason) == (AgreementStatus.NOT_DONE, "Ferie")
    assert replace(again, version=later.version) == later


def test_a_decision_is_followed_until_its_outcome(world: MeetingWorld) -> None:
    asked = world.promises.ask(world.actor, world.subject_id, Question("Støtte", world.handicap))
    changed = world.promises.change_question(
        world.actor, asked, Question("Støtte om morgenen", world.handicap, world.ida, TODAY)
    )
    with pytest.raises(FieldMissing):
        world.promises.decide(world.actor, asked.id, "", TODAY)
    decided = world.promises.decide(world.actor, asked.id, "Bevilget", TODAY)

    assert (changed.what, changed.employee_id) == ("Støtte om morgenen", world.ida)
    assert (decided.outcome, decided.outcome_on, decided.is_open) == ("Bevilget", TODAY, False)


def test_a_professional_settles_but_does_not_make_promises(world: MeetingWorld) -> None:
    professional = replace(world.actor, roles=frozenset({Role.CASEWORKER}))
    made = world.promises.promise(world.actor, world.subject_id, Promise("Ringer"))

    with pytest.raises(NotAllowed):
        world.promises.promise(professional, world.subject_id, Promise("Ringer"))
    assert world.promises.done(professional, made.id).status is AgreementStatus.DONE
    with pytest.raises(NotFound):
        world.promises.done(world.actor, AgreementId(99))
