"""Plan types on a real database: new versions from a day, files of them, and the plan that follows the law."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.ids import PlanTypeId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.organisation import Role
from koordinator.domain.plan_types import PlanType, UnusablePlanTypes, VersionInThePast, in_force, months_later
from koordinator.domain.register import PlanRelation
from koordinator.integrations.toml_files import TomlFilesOnDisk
from koordinator.usecases.plan_types import PlanTypes
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY

LATER = TODAY + timedelta(days=40)


@pytest.fixture
def types(world: MeetingWorld) -> PlanTypes:
    return PlanTypes(world.bench.office, TomlFilesOnDisk(UnusablePlanTypes))


def named(world: MeetingWorld, types: PlanTypes, key: str) -> PlanType:
    return next(each for each in types.all(world.actor).types if each.key == key and each.until_on is None)


def begun(world: MeetingWorld) -> JointPlan:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.add_goal(world.actor, plan.id, "Ro")
    return plan


def test_a_change_is_a_new_version_from_a_day(world: MeetingWorld, types: PlanTypes) -> None:
    old = named(world, types, "childs_plan")

    shelf = types.release(world.actor, replace(old, follow_up_months=4, from_on=LATER))

    versions = [each for each in shelf.types if each.key == "childs_plan"]
    assert [(each.follow_up_months, each.until_on) for each in versions] == [(6, LATER), (4, None)]
    assert old.name in [each.name for each in in_force(shelf.types, TODAY)]
    with pytest.raises(VersionInThePast):
        types.release(world.actor, replace(old, from_on=LATER))
    made = types.release(world.actor, PlanType(PlanTypeId(0), "own", "Kommunens egen", TODAY))
    assert made.types[-1].key == "own"


def test_only_an_administrator_changes_them(world: MeetingWorld, types: PlanTypes) -> None:
    colleague = replace(world.actor, roles=frozenset({Role.COORDINATOR}))

    with pytest.raises(NotAllowed):
        types.release(colleague, named(world, types, "childs_plan"))


def test_a_file_is_changed_and_read_again(world: MeetingWorld, types: PlanTypes, tmp_path: Path) -> None:
    path = tmp_path / "plantyper.toml"
    types.write_file(world.actor, path, TODAY)
    before = len(types.all(world.actor).types)
    assert len(types.read_file(world.actor, path, LATER).types) == before

    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("first_follow_up_months = 3", "first_follow_up_months = 2", 1), encoding="utf-8")
    shelf = types.read_file(world.actor, path, LATER)

    assert len(shelf.types) == before + 1
    assert (shelf.types[-1].first_follow_up_months, shelf.types[-1].from_on) == (2, LATER)


def test_a_file_that_cannot_be_used_changes_nothing(world: MeetingWorld, types: PlanTypes, tmp_path: Path) -> None:
    path, before = tmp_path / "plantyper.toml", types.all(world.actor)
    for content in (b"\xff\xfe", b"x =", b"#" * 3_000_000):
        path.write_bytes(content)
        with pytest.raises(UnusablePlanTypes):
            types.read_file(world.actor, path, LATER)
    with pytest.raises(UnusablePlanTypes):
        types.read_file(world.actor, tmp_path / "nowhere.toml", LATER)

    assert types.all(world.actor) == before


def test_the_joint_plan_is_reviewed_no_later_than_its_type_demands(world: MeetingWorld, types: PlanTypes) -> None:
    plan = begun(world)
    shown = world.plan_parts.set_type(world.actor, plan.id, "coordinating_effort_plan")
    assert shown.plan is not None
    assert (shown.plan_type, shown.statutory_on) == (named(world, types, "coordinating_effort_plan"), None)

    file = world.plans.approve(world.actor, shown.plan)

    assert file.statutory_on == months_later(TODAY, 6)
    assert file.plan is not None
    assert file.plan.review_on == min(months_later(TODAY, 6), TODAY + timedelta(days=180))
    draft = world.draft(world.subject_id)
    assert draft is not None
    assert (draft.plan_type, draft.statutory_on) == ("Koordinerende indsatsplan", months_later(TODAY, 6))
    later = TODAY + timedelta(days=30)
    world.bench.clock.pass_days(30)
    version = world.plans.approve(world.actor, file.plan).versions[-1]
    assert world.version(version.id).statutory_on == months_later(later, 6)
    assert world.plan_parts.set_type(world.actor, plan.id, "").plan_type is None
    with pytest.raises(NotFound):
        world.plan_parts.set_type(world.actor, plan.id, "nothing")


def test_another_plan_of_a_type_is_followed_up_by_its_deadline(world: MeetingWorld) -> None:
    plan = begun(world)
    other = world.plans.open(world.actor, world.subject_id).other_plans[0]

    file = world.plan_parts.relate(world.actor, plan.id, other.id, PlanRelation.PART, "childs_plan")

    changed = file.other_plans[0]
    assert (changed.relation, changed.plan_type, changed.follow_up_on) == (
        PlanRelation.PART,
        "childs_plan",
        months_later(TODAY, 3),
    )
