"""Many papers at once, drawn by real processes: the same papers in the same order, and each refused one by itself."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Barrier
from typing import Final

import pytest

from koordinator.bootstrap.press_rooms import WORTH_IT_FROM
from koordinator.documents.pdf import PdfPress
from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.letterhead import Letterhead
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.storage.office import SqlOffice
from koordinator.usecases.letterheads import LetterheadInForce
from koordinator.usecases.many_papers import ManyPapers, PressRoom
from koordinator.usecases.papers import Papers
from tests.documents.press import FONTS, MAKERS, makers_of
from tests.support.meeting_world import MeetingWorld
from tests.support.rooms import many_papers

_MOST_SEATS: Final = 8


def orders(world: MeetingWorld, number: int) -> list[PaperOrder]:
    """Plans and contacts, to each reader in turn."""
    kinds = [(kind, reader) for kind in (PaperKind.PLAN, PaperKind.CONTACTS) for reader in Reader]
    return [PaperOrder(*(kind, world.subject_id, reader)) for kind, reader in (kinds * number)[:number]]


@pytest.fixture
def planned(world: MeetingWorld) -> MeetingWorld:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    return world


@pytest.mark.parametrize("number", [3, WORTH_IT_FROM + 4])
def test_they_are_what_one_at_a_time_gives(planned: MeetingWorld, number: int) -> None:
    office, wanted = planned.bench.office, orders(planned, number)
    many, papers = many_papers(office, MAKERS), Papers(office, MAKERS)

    with closing(many.make(planned.actor, wanted)) as coming:
        made = [take() for take in coming]

    assert [(each.paper.kind, each.paper.reader) for each in made] == [(each.kind, each.reader) for each in wanted]
    assert [each.content for each in made] == [papers.make(planned.actor, order).content for order in wanted]
    assert sum(entry.action is Action.MAKE_PAPER for entry in planned.bench.log()) == 2 * number, "each is logged"


def test_one_that_is_refused_leaves_the_others(planned: MeetingWorld) -> None:
    wanted = orders(planned, WORTH_IT_FROM)
    wanted[3] = PaperOrder(PaperKind.PLAN, planned.subject_id, number=99)
    made, refused = 0, 0

    with closing(many_papers(planned.bench.office, MAKERS).make(planned.actor, wanted)) as coming:
        for take in coming:
            try:
                take()
                made += 1
            except NotFound:
                refused += 1

    assert (made, refused) == (WORTH_IT_FROM - 1, 1)


class _FullRoom:
    """A room of eight, in which nobody goes on drawing before all eight have begun."""

    def __init__(self, office: SqlOffice) -> None:
        self._in_force, self._all = LetterheadInForce(office), Barrier(_MOST_SEATS)

    @contextmanager
    def open(self, papers: int) -> Iterator[PressRoom]:
        assert papers == _MOST_SEATS
        yield PressRoom(makers_of(PdfPress(FONTS, self._paper)), _MOST_SEATS)

    def _paper(self) -> Letterhead:
        self._all.wait(timeout=60)
        return self._in_force()


def test_nobody_waits_for_the_letterhead_however_many_draw(planned: MeetingWorld) -> None:
    office, wanted = planned.bench.office, orders(planned, _MOST_SEATS)

    with closing(ManyPapers(office, office, _FullRoom(office)).make(planned.actor, wanted)) as coming:
        made = [take() for take in coming]

    assert len(made) == _MOST_SEATS


def test_nothing_is_kept_that_was_not_taken(planned: MeetingWorld) -> None:
    with closing(many_papers(planned.bench.office, MAKERS).make(planned.actor, orders(planned, 40))) as coming:
        next(coming)()
        next(coming)

    assert len(planned.papers.of_subject(planned.actor, planned.subject_id).papers) == 1


def test_who_may_not_make_papers_gets_none(planned: MeetingWorld) -> None:
    supervisor = Actor(planned.actor.employee_id, frozenset({Role.SUPERVISOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        next(many_papers(planned.bench.office, MAKERS).make(supervisor, orders(planned, 1)))
