"""The plans of a whole portfolio at once: those that are approved, of those one coordinates for."""

from pathlib import Path

from koordinator.domain.access import Action
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.usecases.services import Services
from tests.support.desk import services_at
from tests.support.meeting_world import MeetingWorld


def with_plan(world: MeetingWorld) -> Services:
    services = services_at(world.bench)
    plan = services.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    filled = services.plans.add_goal(world.actor, plan.id, "Rolige morgener").plan
    assert filled is not None
    services.plans.approve(world.actor, filled)
    return services


def test_a_portfolio_is_those_whom_one_coordinates_for_with_an_approved_plan(world: MeetingWorld) -> None:
    assert services_at(world.bench).paper_batch.plans_of_portfolio(world.actor) == ()

    orders = with_plan(world).paper_batch.plans_of_portfolio(world.actor, large_print=True)

    assert orders == (PaperOrder(PaperKind.PLAN, world.subject_id, large_print=True, number=1),)
    assert any(entry.action is Action.OPEN_PLAN and entry.codes == "portfolio=1" for entry in world.bench.log())


def test_each_is_kept_and_written(world: MeetingWorld, tmp_path: Path) -> None:
    services = with_plan(world)
    orders = services.paper_batch.plans_of_portfolio(world.actor)

    saved = services.paper_batch.save(world.actor, (*orders, *orders), tmp_path)

    assert saved.names == ("faelles-plan-version-1.pdf", "faelles-plan-version-1 2.pdf")
    (kept,) = services.papers.of_subject(world.actor, world.subject_id).papers
    assert (tmp_path / saved.names[1]).read_bytes() == services.papers.open(world.actor, kept.id).content
    assert not saved.was_stopped
