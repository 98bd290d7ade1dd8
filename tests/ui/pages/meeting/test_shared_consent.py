"""The second window while somebody is in the room who may not see everything: nothing of it is in any text of it."""

from dataclasses import replace

import pytest

from koordinator.domain.agreement_rules import Promise
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import Attendance, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.shared_window import SharedWindow
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.consents import employee, given_to_all, theme_id, withdraw
from tests.support.meeting_world import MeetingWorld
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.pages.meeting.test_shared_window import everything_in, opened

MONEY, HEALTH, NEITHER = "Gaeldsbrevet", "Knaeet", "Ubestemt"


def told(world: MeetingWorld) -> MeetingFile:
    """A meeting under way in which money, health and something without a theme are spoken of."""
    file = world.running()
    actor, meeting_id, room = world.actor, file.meeting.id, world.room_plan
    for word, key in ((MONEY, "finances"), (HEALTH, "health"), (NEITHER, None)):
        goal = room.set_goal(actor, meeting_id, f"{word} goal").goals[-1]
        theme = theme_id(world, key) if key else None
        world.plans.edit_goal(actor, replace(goal, theme_id=theme))
        room.promise(actor, meeting_id, Promise(f"{word} promise", theme_id=theme))
    return room.note(actor, meeting_id, NoteDraft(NoteKind.WISH, f"{NEITHER} note", file.agenda[0].id))


def come(world: MeetingWorld, file: MeetingFile) -> MeetingFile:
    kim = next(each for each in file.participants if each.employee_id == world.kim)
    return world.room.attend(world.actor, kim, Attendance.PRESENT)


def with_kim(at: MeetingBench) -> SharedWindow:
    given_to_all(at.world, (employee(at.world.kim), "finances"))
    return opened(at, come(at.world, told(at.world)))


def test_what_somebody_in_the_room_may_not_see_is_in_no_text_of_it(at: MeetingBench) -> None:
    window = with_kim(at)
    words = everything_in(window)

    assert MONEY not in words
    assert f"{NEITHER} goal" not in words
    assert f"{HEALTH} goal" in words
    assert f"{HEALTH} promise" in words
    assert texts.HELD_BACK in words
    window.close()


def test_the_search_would_find_it(at: MeetingBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MayRead, "shows", lambda *_: True)
    window = with_kim(at)

    assert MONEY in everything_in(window)
    window.close()


def test_it_comes_back_when_they_have_left(at: MeetingBench) -> None:
    window = with_kim(at)
    world, file = at.world, at.page.work.file
    kim = next(each for each in file.participants if each.employee_id == world.kim)

    world.room.attend(world.actor, kim, Attendance.ABSENT)
    at.page.mark_stale()

    at.qtbot.waitUntil(lambda: MONEY in everything_in(window))
    window.close()


def test_a_consent_withdrawn_during_the_meeting_works_at_once(at: MeetingBench) -> None:
    given = given_to_all(at.world)
    window = opened(at, come(at.world, told(at.world)))
    assert MONEY in everything_in(window)

    withdraw(at.world, given)
    at.page.mark_stale()

    at.qtbot.waitUntil(lambda: f"{HEALTH} goal" not in everything_in(window))
    assert MONEY not in everything_in(window)
    window.close()
