"""The papers of one person: whole, reduced or refused, as the consents are on the day they are made."""

from dataclasses import replace
from typing import Any

import pytest

from koordinator.domain.coverage import NotCoveredByConsent
from koordinator.domain.ids import MeetingId
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.services import Services
from tests.support.consents import employee, given_to_all, withdraw
from tests.support.desk import services_at
from tests.support.leaks import LeakWorld, text_of
from tests.support.meeting_world import MeetingWorld

LEFT_OUT = "Noget er udeladt."


@pytest.fixture
def services(world: MeetingWorld) -> Services:
    return services_at(world.bench)


@pytest.fixture
def held(world: MeetingWorld) -> MeetingId:
    """A closed meeting with a summary."""
    meeting_id = world.running().meeting.id
    world.room_plan.set_goal(world.actor, meeting_id, "Rolige morgener")
    world.closing.summarise(world.actor, meeting_id, "Vi talte om det hele.", read_aloud=True)
    world.closing.close(world.actor, meeting_id)
    return meeting_id


def make(services: Services, world: MeetingWorld, kind: PaperKind, **rest: Any) -> HandedPaper:  # noqa: ANN401
    """Kim's paper, or that of the party."""
    order = PaperOrder(kind, world.subject_id, party=Party(PartyKind.EMPLOYEE, world.kim))
    return services.papers.make(world.actor, replace(order, **rest))


def test_who_is_covered_gets_the_standard_papers(services: Services, world: MeetingWorld, held: MeetingId) -> None:
    given_to_all(world)

    minutes = make(services, world, PaperKind.MINUTES, meeting_id=held)

    assert minutes.paper.made_for == ""
    assert "Vitalteomdethele." in text_of(minutes)


def test_who_has_an_exception_gets_an_extract_in_their_name(
    services: Services, world: MeetingWorld, held: MeetingId
) -> None:
    given_to_all(world, (employee(world.kim), "finances"))

    for made in (
        make(services, world, PaperKind.MINUTES, meeting_id=held, large_print=True),
        make(services, world, PaperKind.PLAN),
    ):
        assert made.paper.made_for == "Kim Møller"
        assert "uddrag" in made.paper.file_name
        text = text_of(made)
        assert "".join(LEFT_OUT.split()) in text
        assert "Vitalteomdethele." not in text
        assert "Rolige" not in text


def test_who_is_not_covered_gets_none(services: Services, world: MeetingWorld, held: MeetingId) -> None:
    before = len(services.papers.of_subject(world.actor, world.subject_id).papers)

    with pytest.raises(NotCoveredByConsent):
        make(services, world, PaperKind.MINUTES, meeting_id=held)
    with pytest.raises(NotCoveredByConsent):
        make(services, world, PaperKind.PLAN)
    with pytest.raises(NotCoveredByConsent):
        make(services, world, PaperKind.AGENDA, meeting_id=world.planned().meeting.id)
    assert len(services.papers.of_subject(world.actor, world.subject_id).papers) == before


def test_a_consent_that_is_withdrawn_governs_old_papers_too(
    services: Services, world: MeetingWorld, held: MeetingId
) -> None:
    given = given_to_all(world)
    make(services, world, PaperKind.MINUTES, meeting_id=held, number=1)

    withdraw(world, given)

    with pytest.raises(NotCoveredByConsent):
        make(services, world, PaperKind.MINUTES, meeting_id=held, number=1)
    given_to_all(world, (employee(world.kim), "health"))
    again = make(services, world, PaperKind.MINUTES, meeting_id=held, number=1)
    assert again.paper.made_for == "Kim Møller"


def test_the_citizen_and_the_coordinator_need_no_consent(
    services: Services, world: MeetingWorld, held: MeetingId
) -> None:
    file = world.meetings.open(world.actor, held)

    for participant in file.participants[:2]:
        made = make(services, world, PaperKind.MINUTES, meeting_id=held, party=party_of(participant))
        assert "Vitalteomdethele." in text_of(made)


def test_an_agenda_holds_what_the_one_is_there_for(services: Services, world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id
    given_to_all(world, (employee(world.kim), "finances"))

    own = make(services, world, PaperKind.AGENDA, meeting_id=meeting_id)

    text = text_of(own)
    assert "1.Velkomst" in text
    assert "7.Næstemøde" in text
    assert "Siden" not in text
    assert "Duermedtilpunkt1og7." in text


def test_one_of_a_family_gets_what_is_common_and_their_own(world: MeetingWorld) -> None:
    leak = LeakWorld(world, is_family=True)
    anna = Party(PartyKind.CITIZEN, world.anna.id)

    made = leak.services.papers.make(world.actor, PaperOrder(PaperKind.PLAN, leak.subject_id, party=anna))

    text = text_of(made)
    goals = [(word, about.member) for word, about in leak.words.items() if about.place == "goal"]
    assert {member for _word, member in goals} == {None, world.lone.id, world.anna.id}
    for word, member in goals:
        assert (word in text) == (member in (None, world.anna.id)), word
    assert "".join(LEFT_OUT.split()) not in text
