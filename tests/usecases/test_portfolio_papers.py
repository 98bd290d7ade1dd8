"""All plans of those whom one coordinates for: made, kept, written, and the refused ones named with their reason."""

from pathlib import Path

import pytest

from koordinator.domain.access import Actor
from koordinator.domain.errors import NotAllowed
from koordinator.domain.output_file import OutputNotWritten
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.portfolio import NoApprovedPlan
from koordinator.domain.steps import Step
from koordinator.integrations.output_files import OutputFilesOnDisk
from koordinator.usecases.courses import Courses
from koordinator.usecases.portfolio_papers import PortfolioPapers
from tests.support.histories import Histories, days_ago
from tests.support.meeting_world import MeetingWorld
from tests.support.office import Bench


@pytest.fixture
def portfolio(world: MeetingWorld) -> PortfolioPapers:
    return PortfolioPapers(world.bench.office, world.many_papers, OutputFilesOnDisk())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "planer"
    made.mkdir()
    return made


def approve(world: MeetingWorld) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    file = world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    assert file.plan is not None
    world.plans.approve(world.actor, file.plan)


def with_zoe(bench: Bench) -> None:
    """One more in the portfolio, without a plan."""
    zoe = bench.add_citizen("Zoë Aaen", "0101904444")
    Histories(bench).course(zoe.subject_id, Step.MEETINGS, days_ago(60))
    Courses(bench.office).choose_coordinator(bench.actor, zoe.subject_id, bench.actor.employee_id)


def test_each_plan_is_kept_and_written_and_who_has_none_is_named(
    world: MeetingWorld, portfolio: PortfolioPapers, folder: Path
) -> None:
    approve(world)
    with_zoe(world.bench)
    plans = portfolio.plans(world.actor, Reader.PROFESSIONAL, large_print=True)
    assert [plan.name for plan in plans] == ["Lone Bæk", "Zoë Aaen"]

    done = portfolio.save_all(world.actor, plans, folder)

    assert (done.given, done.was_stopped) == (1, False)
    assert [(each.name, type(each.reason)) for each in done.refused] == [("Zoë Aaen", NoApprovedPlan)]
    (paper,) = world.papers.of_subject(world.actor, world.subject_id).papers
    assert (paper.kind, paper.reader) == (PaperKind.PLAN, Reader.PROFESSIONAL)
    (file,) = folder.iterdir()
    assert file.read_bytes() == world.papers.open(world.actor, paper.id).content


def test_a_second_time_writes_beside_and_keeps_the_same_paper(
    world: MeetingWorld, portfolio: PortfolioPapers, folder: Path
) -> None:
    approve(world)
    for _ in range(2):
        portfolio.save_all(world.actor, portfolio.plans(world.actor, Reader.CITIZEN), folder)

    assert len(list(folder.iterdir())) == 2
    assert len(world.papers.of_subject(world.actor, world.subject_id).papers) == 1


def test_it_stops_where_the_person_stops_it(world: MeetingWorld, portfolio: PortfolioPapers, folder: Path) -> None:
    approve(world)
    with_zoe(world.bench)
    plans = portfolio.plans(world.actor, Reader.CITIZEN)

    done = portfolio.save_all(world.actor, plans, folder, lambda done, _total: done < 1)

    assert (done.given, done.refused, done.was_stopped) == (1, (), True)


def test_a_folder_that_is_gone_stops_everything(world: MeetingWorld, portfolio: PortfolioPapers, folder: Path) -> None:
    approve(world)
    folder.rmdir()

    with pytest.raises(OutputNotWritten):
        portfolio.save_all(world.actor, portfolio.plans(world.actor, Reader.CITIZEN), folder)


def test_another_coordinators_plans_are_not_mine(world: MeetingWorld, portfolio: PortfolioPapers) -> None:
    assert portfolio.plans(world.colleague(world.kim), Reader.CITIZEN) == ()


def test_who_may_not_make_papers_makes_none(world: MeetingWorld, portfolio: PortfolioPapers, folder: Path) -> None:
    approve(world)
    plans = portfolio.plans(world.actor, Reader.CITIZEN)
    nobody = Actor(world.mette, frozenset(), world.actor.channel)

    with pytest.raises(NotAllowed):
        portfolio.save_all(nobody, plans, folder)
