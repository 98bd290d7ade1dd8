"""The letter to a citizen says of each who looked the nearest that they had to do with the citizen that day."""

from datetime import timedelta

import pytest

from koordinator.documents.pdf import Pdf
from koordinator.domain.access import Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotYours
from tests.documents.press import read_back
from tests.support.desk import services_at
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld
from tests.support.relations import grant


def said(world: MeetingWorld) -> str:
    paper = services_at(world.bench).right_of_access.log(world.actor, world.lone.id)
    return " ".join(read_back(Pdf(paper.content, 0, ())).text.split())


def test_who_opened_the_family_too_is_told_with_what_they_had_to_do_with_the_citizen(world: MeetingWorld) -> None:
    services, histories = services_at(world.bench), Histories(world.bench)
    family = histories.family("Familien Bæk", world.lone)
    histories.course(family.subject_id, by=histories.employee("Vera Lind"))
    services.citizens.open(world.actor, world.lone.id)
    world.bench.clock.moment += timedelta(hours=1)
    services.families.open(world.actor, family.id)

    text = said(world)

    assert "Var din sagsbehandler den dag." in text
    assert "Var med til at hjælpe dig" not in text


def test_a_look_while_there_was_leave_is_told_so_though_a_later_one_was_refused(world: MeetingWorld) -> None:
    services, stranger = services_at(world.bench), Histories(world.bench).employee("Vera Lind")
    actor = Actor(stranger.id, frozenset({Role.CASEWORKER}), Channel.WINDOW)
    grant(world.bench, world.lone, stranger.id, hours=1)
    services.citizens.open(actor, world.lone.id)
    world.bench.clock.moment += timedelta(hours=2)
    with pytest.raises(NotYours):
        services.citizens.open(actor, world.lone.id)

    text = said(world)

    assert "Havde fået lov den dag af en særlig grund." in text
    assert "Programmet sagde nej" in text
