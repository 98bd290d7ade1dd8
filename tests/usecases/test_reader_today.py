"""A consent that is withdrawn holds at once, also for papers that were made for somebody while it held."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.coverage import ConsentWithdrawn
from koordinator.domain.handouts import HandedThing
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import ContactPerson
from koordinator.texts.errors import sentence
from koordinator.usecases.handouts import Covering
from tests.support.consents import employee, given_to, given_to_all, withdraw
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld

COVERING = Covering("følgetekst.txt", "Hej Kim")


@pytest.fixture
def plan_for_kim(world: MeetingWorld) -> Paper:
    """An extract, made while Lone's consent held for all but Kim and her health; Kim is asked to a meeting."""
    world.planned()
    given = given_to_all(world, (employee(world.kim), "health"))
    world.plans.begin(world.actor, world.subject_id)
    paper = world.make(PaperKind.PLAN, world.subject_id, party=Party(PartyKind.EMPLOYEE, world.kim)).paper
    assert world.papers.release(world.actor, paper.id).paper == paper
    withdraw(world, given)
    return paper


def test_what_was_made_for_somebody_leaves_no_more(world: MeetingWorld, plan_for_kim: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "til post"
    folder.mkdir()
    with pytest.raises(ConsentWithdrawn) as refused:
        world.papers.release(world.actor, plan_for_kim.id)
    with pytest.raises(ConsentWithdrawn):
        world.handouts.make_ready(world.actor, plan_for_kim.id, folder, COVERING)

    assert refused.value.name == "Kim Møller"
    assert list(folder.iterdir()) == []
    recipients = world.handouts.offer(world.actor, world.subject_id, HandedThing(plan_for_kim.id)).recipients
    assert (recipients.people, recipients.extract_only) == ((), ("Kim Møller",))


def test_the_authority_still_sees_what_it_made(world: MeetingWorld, plan_for_kim: Paper) -> None:
    assert world.papers.open(world.actor, plan_for_kim.id).paper == plan_for_kim


def test_it_leaves_again_when_the_citizen_says_yes_again(world: MeetingWorld, plan_for_kim: Paper) -> None:
    given_to_all(world, (employee(world.kim), "health"))

    assert world.papers.release(world.actor, plan_for_kim.id).paper == plan_for_kim


def test_a_new_yes_to_less_holds_the_old_paper_back(world: MeetingWorld, plan_for_kim: Paper) -> None:
    world.bench.clock.pass_days(1)
    given_to_all(world, (employee(world.kim), "health"), (employee(world.kim), "finances"))

    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, plan_for_kim.id)


def test_the_citizens_own_paper_and_a_neutral_one_need_no_consent(world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id
    kim = Party(PartyKind.EMPLOYEE, world.kim)
    own = world.make(PaperKind.CONTACTS, world.subject_id).paper
    card = world.make(PaperKind.INPUT_CARD, world.subject_id, meeting_id=meeting_id, party=kim).paper

    for paper in (own, card):
        assert world.papers.release(world.actor, paper.id).paper == paper


def test_an_invitation_without_consent_says_so_little_that_it_still_goes(world: MeetingWorld) -> None:
    meeting_id, kim = world.planned().meeting.id, Party(PartyKind.EMPLOYEE, world.kim)
    neutral = world.make(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=kim).paper
    world.bench.clock.pass_days(1)
    given = given_to_all(world)
    whole = world.make(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=kim).paper
    world.bench.clock.pass_days(1)
    withdraw(world, given)

    assert world.papers.release(world.actor, neutral.id).paper == neutral
    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, whole.id)


def test_a_mail_with_the_letter_in_it_leaves_no_more(world: MeetingWorld) -> None:
    kim = next(each for each in world.planned().participants if each.employee_id == world.kim)
    (neutral,) = world.invitations.draft_to(world.actor, kim.id).papers
    world.bench.clock.pass_days(-1)
    given = given_to_all(world)
    world.bench.clock.pass_days(1)
    (whole,) = world.invitations.draft_to(world.actor, kim.id).papers
    assert (neutral.made_for, whole.made_for) == ("", "Kim Møller")
    assert world.papers.release(world.actor, whole.id).paper == whole

    withdraw(world, given)

    assert world.papers.release(world.actor, neutral.id).paper == neutral
    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, whole.id)


def test_a_yes_to_less_holds_back_also_what_was_made_the_same_day(world: MeetingWorld) -> None:
    meeting_id, kim = world.planned().meeting.id, Party(PartyKind.EMPLOYEE, world.kim)
    given_to_all(world)
    whole = world.make(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=kim).paper
    assert world.papers.release(world.actor, whole.id).paper == whole
    world.bench.clock.moment += timedelta(hours=1)

    given_to_all(world, (employee(world.kim), "health"))

    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, whole.id)
    less = world.make(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=kim).paper
    assert world.papers.release(world.actor, less.id).paper == less


def test_it_holds_also_for_somebody_who_was_never_asked_to_a_meeting(world: MeetingWorld) -> None:
    given = given_to(world, employee(world.ida), "health")
    world.plans.begin(world.actor, world.subject_id)
    paper = world.make(PaperKind.PLAN, world.subject_id, party=Party(PartyKind.EMPLOYEE, world.ida)).paper
    assert paper.made_for == "Ida Mikkelsen"
    assert world.papers.release(world.actor, paper.id).paper == paper

    withdraw(world, given)

    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, paper.id)


def test_who_coordinated_when_it_was_made_and_no_longer_does_gets_it_no_more(world: MeetingWorld) -> None:
    meeting_id, mette = world.planned().meeting.id, Party(PartyKind.EMPLOYEE, world.mette)
    paper = world.make(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=mette).paper
    assert world.papers.release(world.actor, paper.id).paper == paper
    world.bench.clock.pass_days(1)

    with world.bench.office.aside() as tx:
        (before,) = tx.of(CoordinatorPeriod).where()
        tx.of(CoordinatorPeriod).save(replace(before, until_on=tx.today))

    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, paper.id)


def test_a_paper_for_a_name_that_nobody_has_any_more_stays_here(world: MeetingWorld, plan_for_kim: Paper) -> None:
    given_to_all(world)
    with world.bench.office.aside() as tx:
        (contact,) = tx.of(ContactPerson).where(name="Kim Møller")
        tx.of(ContactPerson).save(replace(contact, name="Kim Holm"))
        tx.of(Employee).save(replace(tx.of(Employee).get(world.kim), name="Kim Holm"))

    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, plan_for_kim.id)


def test_a_letter_to_a_citizen_who_has_a_new_name_is_not_held_back_for_the_consent_alone(
    world: MeetingWorld,
) -> None:
    world.invitations.invite(world.actor, world.planned().meeting.id)
    with world.bench.office.aside() as tx:
        (letter,) = tx.of(Paper).where(made_for=world.lone.name)
        tx.of(Citizen).save(replace(tx.of(Citizen).get(world.lone.id), name="Lone Holm"))

    with pytest.raises(ConsentWithdrawn) as held:
        world.papers.release(world.actor, letter.id)
    assert "eller navnet er ændret siden" in sentence(held.value)


def test_who_was_taken_off_the_meeting_does_not_get_its_letter_either(world: MeetingWorld) -> None:
    given_to_all(world)
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    bo = next(each for each in file.participants if each.employee_id == world.bo)
    letters = world.papers.of_subject(world.actor, world.subject_id).papers
    (letter,) = (each for each in letters if each.made_for == "Bo Thygesen")

    world.invitations.take_off(world.actor, bo.id)

    with pytest.raises(ConsentWithdrawn):
        world.papers.release(world.actor, letter.id)


def test_a_namesake_elsewhere_in_the_house_is_nobody_here(world: MeetingWorld) -> None:
    Histories(world.bench).employee("Kim Møller")
    world.planned()
    given_to_all(world, (employee(world.kim), "health"))
    world.plans.begin(world.actor, world.subject_id)
    paper = world.make(PaperKind.PLAN, world.subject_id, party=Party(PartyKind.EMPLOYEE, world.kim)).paper

    assert world.papers.release(world.actor, paper.id).paper == paper
