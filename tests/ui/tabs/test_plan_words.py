"""What is typed in the plan: in the database within a second, put back after a crash, never written over."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.errors import NoLongerHere
from koordinator.domain.joint_plan import JointPlan
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.plan_words import PlanWords, plans_words
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.plan_file import PlanFile
from tests.storage.databases import files_of_at_most
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import Bench

SAID = "Jeg vil bare have én at ringe til."


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def plan(world: MeetingWorld) -> JointPlan:
    begun = world.plans.begin(world.actor, world.subject_id).plan
    assert begun is not None
    return begun


def shown(qtbot: QtBot, desk: Desk, plan: JointPlan, saved: list[PlanFile]) -> NoteEdit:
    """The field of the citizen's own words in a card that shows the plan."""
    words = PlanWords(desk, saved.append, plans_words(desk))
    qtbot.addWidget(words)
    with qtbot.waitSignal(desk.tasks.idle):
        words.show_form(plan)
    words.show()
    return words.findChildren(NoteEdit)[0]


def test_typing_is_a_draft_within_a_second_and_is_put_back_after_a_crash(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, plan: JointPlan
) -> None:
    field = shown(qtbot, desk, plan, [])
    field.editor().insertPlainText(SAID)
    place = DraftPlace("joint_plan", plan.id, "own_words")
    qtbot.waitUntil(lambda: world.drafts.find(world.actor, place) is not None)

    after_the_crash = shown(qtbot, desk, plan, [])

    assert after_the_crash.text() == SAID


def test_a_field_that_is_left_is_saved_and_its_draft_is_gone(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, plan: JointPlan
) -> None:
    saved: list[PlanFile] = []
    field = shown(qtbot, desk, plan, saved)
    field.editor().insertPlainText(SAID)
    with qtbot.waitSignal(desk.tasks.saved):
        field.commit()
    qtbot.waitUntil(lambda: bool(saved))

    stored = world.plans.open(world.actor, world.subject_id).plan
    assert stored is not None
    assert stored.own_words == SAID
    assert world.drafts.of_thing(world.actor, "joint_plan", plan.id) == ()


def test_a_saved_field_is_one_entry_in_the_log_and_may_be_saved_again_at_once(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, plan: JointPlan
) -> None:
    saved: list[PlanFile] = []
    field = shown(qtbot, desk, plan, saved)
    before = len(world.bench.log())
    for more in (SAID, " Og ro."):
        field.editor().insertPlainText(more)
        field.commit()
    qtbot.waitUntil(lambda: len(saved) == 2)

    stored = saved[-1].plan
    assert stored is not None
    assert stored.own_words == f"{SAID} Og ro."
    assert [entry.action for entry in world.bench.log()[before:]] == [Action.EDIT_PLAN, Action.EDIT_PLAN]


def test_what_somebody_else_wrote_is_not_written_over_and_the_typing_stays(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, plan: JointPlan
) -> None:
    field = shown(qtbot, desk, plan, [])
    world.plans.write(world.actor, plan, "own_words", "Skrevet et andet sted.")
    field.editor().insertPlainText(SAID)
    with qtbot.waitSignal(desk.tasks.failed):
        field.commit()

    assert field.text() == SAID
    stored = world.plans.open(world.actor, world.subject_id).plan
    assert stored is not None
    assert stored.own_words == "Skrevet et andet sted."


def test_what_is_typed_about_who_was_deleted_meanwhile_stays_on_the_screen_and_nowhere_else(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, plan: JointPlan
) -> None:
    field = shown(qtbot, desk, plan, [])
    with world.bench.office.aside() as tx:
        tx.erasing.erase(world.subject_id)
    told: list[str] = []
    desk.tasks.failed.connect(told.append)

    field.editor().insertPlainText(SAID)
    qtbot.waitUntil(lambda: len(told) == 1)
    field.commit()
    qtbot.waitUntil(lambda: len(told) == 2)

    assert set(told) == {desk.tasks.explain(NoLongerHere("joint_plan", str(plan.id)))}
    assert field.text() == SAID
    with world.bench.office.aside() as tx:
        assert tx.of(Draft).where() == ()
        assert tx.of(JointPlan).get(plan.id).own_words == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_what_is_typed_on_a_full_disk_stays_can_be_copied_and_is_saved_when_there_is_room(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, plan: JointPlan
) -> None:
    field, place = shown(qtbot, desk, plan, []), DraftPlace("joint_plan", plan.id, "own_words")
    desk.tasks._next_try.setInterval(50)
    log = world.bench.database.path.with_name(f"{world.bench.database.path.name}-wal")
    with files_of_at_most(log.stat().st_size):
        field.editor().insertPlainText(SAID)
        with qtbot.waitSignals([desk.tasks.not_saved, desk.tasks.failed]):
            field.commit()
        field.editor().selectAll()
        field.editor().copy()
        assert field.text() == QGuiApplication.clipboard().text() == SAID
        assert world.drafts.find(world.actor, place) is None

    with qtbot.waitSignal(desk.tasks.saved):
        pass
    draft = world.drafts.find(world.actor, place)
    assert draft is not None
    assert draft.text == SAID
