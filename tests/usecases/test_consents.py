"""Consents as they are stored: whole, as they were given, and withdrawn once."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen
from koordinator.domain.consent import (
    Consent,
    ConsentException,
    GivenConsent,
    Recipient,
    consent_exception,
    consent_party,
)
from koordinator.domain.consent_rules import GeneralThemeExcepted, NobodyNamed
from koordinator.domain.organisation import Employee
from koordinator.usecases.consents import new_consent, without
from koordinator.usecases.organisation import Organisation
from tests.support.consents import employee, given_to_all, theme_id, withdraw
from tests.support.meeting_world import MeetingWorld


def test_a_consent_is_stored_whole(world: MeetingWorld) -> None:
    given = given_to_all(world, (employee(world.kim), "finances"), (Recipient(department_id=world.handicap), None))

    file = world.consents.open(world.actor, world.subject_id)

    assert file.given == (given,)
    assert world.bench.log()[-1].action is Action.OPEN_CITIZEN
    assert [each.theme_id for each in given.exceptions] == [theme_id(world, "finances"), None]


def test_what_is_general_and_nobody_cannot_be_meant(world: MeetingWorld) -> None:
    consent = replace(new_consent(world.lone.id, "Planen", "Alle", "Ja"), given_by="Lone Bæk")
    general = consent_exception(employee(world.kim), theme_id(world, "general"))

    with pytest.raises(GeneralThemeExcepted):
        world.consents.give(world.actor, GivenConsent(consent, (), (general,)))
    with pytest.raises(NobodyNamed):
        world.consents.give(world.actor, GivenConsent(replace(consent, all_invited=False)))
    some = GivenConsent(replace(consent, all_invited=False), (consent_party(employee(world.kim)),))
    assert world.consents.give(world.actor, some).parties[0].recipient == employee(world.kim)


def test_the_database_refuses_to_rewrite_what_somebody_said_yes_to(world: MeetingWorld) -> None:
    given = given_to_all(world, (employee(world.kim), "finances"))
    exception = given.exceptions[0]

    with pytest.raises(IntegrityError), world.bench.office.aside() as tx:
        tx.of(Consent).save(replace(given.consent, text="Noget andet"))
    with pytest.raises(IntegrityError), world.bench.office.aside() as tx:
        tx.of(ConsentException).save(replace(exception, theme_id=None))
    over = withdraw(world, given)
    with pytest.raises(IntegrityError), world.bench.office.aside() as tx:
        tx.of(Consent).save(replace(over, withdrawn_at=None))


def test_a_merged_employee_is_left_out_under_the_new_name(world: MeetingWorld) -> None:
    given_to_all(world, (employee(world.kim), "finances"))

    Organisation(world.bench.office).merge_employees(world.actor, world.kim, world.ida)

    with world.bench.office.aside() as tx:
        (exception,) = tx.of(ConsentException).where()
        assert tx.of(Employee).get(world.kim).merged_into_id == world.ida
        assert isinstance(tx.of(Citizen).get(world.lone.id), Citizen)
    assert exception.employee_id == world.ida


def test_what_a_withdrawal_means_is_known_before_it(world: MeetingWorld) -> None:
    world.planned()
    given = given_to_all(world)
    file = world.consents.open(world.actor, world.subject_id)

    after = without(file, given.consent.id)

    covered = {each.name: each.coverage.covered for each in file.round_it if each.name in ("Kim Møller", "Mette Holm")}
    assert covered == {"Kim Møller": True, "Mette Holm": True}
    left = {each.name for each in after.round_it if each.coverage.covered}
    assert "Kim Møller" not in left
    assert "Mette Holm" in left
