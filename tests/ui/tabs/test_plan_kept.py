"""How we keep what we promise, at the side of the plan: few numbers said honestly, and which they are."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.domain.agreement_rules import Promise
from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.paper import HandoutWay
from koordinator.texts import plan_tab as texts
from koordinator.ui.tabs.plan_kept import PlanKept, PlanNext
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.plan_file import PlanFile
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.support.office import TODAY


def said(card: PlanKept | PlanNext) -> list[str]:
    return [label.text() for label in card.findChildren(Label) if not label.isHidden()]


def plan(world: MeetingWorld) -> PlanFile:
    return world.plans.open(world.actor, world.subject_id)


def test_nothing_has_fallen_due_at_first(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    card, ahead = PlanKept(), PlanNext(desk_at(world.bench, tasks), lambda _file: None)
    qtbot.addWidget(card)
    qtbot.addWidget(ahead)
    world.plans.begin(world.actor, world.subject_id)

    card.show_file(plan(world))
    ahead.show_file(plan(world))

    assert said(card)[1:] == [texts.KEPT_NONE]
    assert texts.NO_NEXT_MEETING in said(ahead)


def test_which_they_are_is_shown_when_asked(qtbot: QtBot, world: MeetingWorld) -> None:
    card, kim = PlanKept(), employee_party(world.kim)
    qtbot.addWidget(card)
    made = [
        world.promises.promise(world.actor, world.subject_id, Promise(what, kim, TODAY)) for what in ("Ringer", "Maler")
    ]
    world.promises.done(world.actor, made[0].id)
    world.bench.clock.pass_days(1)
    card.show_file(plan(world))
    assert "1 af 2 aftaler er holdt til tiden." in said(card)
    assert "Ringer" not in said(card)

    (link,) = card.findChildren(LinkButton)
    QTest.keyClick(link, Qt.Key.Key_Space)

    assert [line for line in said(card) if line.endswith("til tiden")] == [
        f"Kim Møller · {TODAY:%d.%m.%Y} · til tiden",
        f"Kim Møller · {TODAY:%d.%m.%Y} · ikke til tiden",
    ]
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert "Ringer" not in said(card)


def test_the_paper_of_the_last_meeting_is_told_of(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    card, ahead = PlanKept(), PlanNext(desk_at(world.bench, tasks), lambda _file: None)
    qtbot.addWidget(card)
    qtbot.addWidget(ahead)
    begun = world.plans.begin(world.actor, world.subject_id).plan
    assert begun is not None
    world.plans.add_goal(world.actor, begun.id, "Ro")
    world.closing.close(world.actor, world.running().meeting.id)
    world.bench.clock.pass_days(2)
    card.show_file(plan(world))
    assert f"Papiret fra mødet {TODAY:%d.%m.%Y} er ikke udleveret endnu. Der er gået 2 dage." in said(card)

    version = world.plans.approve(world.actor, begun).versions[0]
    handed = HandedOver("Lone Bæk", TODAY + timedelta(days=2), HandoutWay.LETTER)
    world.handouts.note(world.actor, world.subject_id, HandedThing(plan_version_id=version.id), (handed,))
    card.show_file(plan(world))
    ahead.show_file(plan(world))

    assert f"Papiret fra mødet {TODAY:%d.%m.%Y} blev udleveret 2 dage efter." in said(card)
    assert any(line.startswith("Planen gennemgås senest") for line in said(ahead))
