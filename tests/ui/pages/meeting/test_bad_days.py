"""Meetings that go otherwise than planned: each does the sensible thing, and says so."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QProgressBar

from koordinator.domain.consent import GivenConsent
from koordinator.domain.ids import EmployeeId
from koordinator.domain.meeting import Attendance, MeetingStatus
from koordinator.domain.organisation import Employee
from koordinator.usecases.consents import new_consent
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import employee_party
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog, nameless


def test_who_comes_without_being_invited_is_put_at_the_table(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    before = len(at.file().participants)
    in_dialog(QDialog.accept)
    at.press(at.page.room.strip.add)
    at.until(lambda file: len(file.participants) == before + 1)

    newcomer = at.file().participants[-1]
    assert (newcomer.attendance, newcomer.invited_at) == (Attendance.PRESENT, None)
    chip = at.page.room.strip.chips[newcomer.id]
    assert chip.text().startswith("✓")
    at.key(chip, Qt.Key.Key_Delete)
    at.until(lambda file: len(file.participants) == before)


def test_forty_people_leave_room_for_the_meeting(at: MeetingBench) -> None:
    file = at.world.running()
    with at.world.bench.office.aside() as tx:
        ids = [tx.of(Employee).add(Employee(EmployeeId(0), f"Medarbejder Nummer {n}")).id for n in range(36)]
    for employee_id in ids:
        at.world.room.add_participant(at.world.actor, file.meeting.id, employee_party(employee_id))
    at.open(file.meeting.id)
    at.qtbot.waitExposed(at.page)
    room = at.page.room

    assert len(room.strip.chips) == 40
    assert nameless(room) == []
    assert room.strip.height() < at.page.height() / 3
    assert room.notes.input.isVisible()
    before, last = list(room.strip.chips.values())[-2:]
    at.key(before, Qt.Key.Key_Tab)
    QTest.keyClick(last, Qt.Key.Key_Space)
    at.until(lambda now: now.participants[-1].attendance is Attendance.ABSENT)
    assert not last.visibleRegion().isEmpty()


def test_a_consent_that_is_withdrawn_meanwhile_is_said_at_once(at: MeetingBench) -> None:
    consents, lone = at.desk.services.consents, at.world.lone
    asked = replace(new_consent(lone.id, "Samarbejdsmødet", "Alle, der er med", "Jeg siger ja"), given_by=lone.name)
    given = consents.give(at.world.actor, GivenConsent(asked)).consent
    at.open(at.world.running().meeting.id)
    remark = at.page.room.strip.remark
    assert "ikke omfattet" not in remark.text()

    consents.withdraw(at.world.actor, given.id)
    at.qtbot.waitUntil(lambda: "Kim Møller" in remark.text())
    assert "ikke omfattet af et samtykke" in remark.text()
    assert remark.isVisible()


def test_a_citizen_who_is_not_there_is_marked_and_the_reason_asked_for(at: MeetingBench) -> None:
    file = at.world.running()
    for row in file.participants:
        state = Attendance.ABSENT if row.citizen_id else Attendance.PRESENT
        at.world.room.attend(at.world.actor, row, state)
    at.open(file.meeting.id)
    assert "Mødet holdes uden Lone." in at.page.room.strip.remark.text()
    QTest.keyClick(at.page.room.notes.input.editor(), Qt.Key.Key_F12)
    closing = at.page.room.closing
    point = next(each for each in at.page.work.file.missing if each.lack.value == "without_citizen")
    closing.missing.asked.emit(point)
    reason = closing.without.edit.editor()
    assert reason.hasFocus()

    QTest.keyClicks(reason, "Lone er indlagt")
    QTest.keyClick(reason, Qt.Key.Key_Tab)
    at.until(lambda now: now.meeting.without_citizen_reason == "Lone er indlagt")
    assert not [each for each in at.page.work.file.missing if each.lack.value in ("without_citizen", "evaluation")]
    in_dialog(QDialog.accept)
    at.press(closing.close_meeting)
    at.until_status(MeetingStatus.HELD)
    assert not at.file().meeting.citizen_took_part


def time_line(at: MeetingBench) -> str:
    bar = at.page.room.agenda.findChild(QProgressBar)
    assert bar is not None
    return bar.accessibleName()


def at_night(at: MeetingBench, moment: datetime) -> MeetingFile:
    """A meeting that is opened at the moment."""
    at.world.bench.clock.moment = moment
    return at.world.running()


def test_the_clock_goes_back_in_the_middle(at: MeetingBench) -> None:
    """25 October 2026 at 3 it is 2 again: the time line goes on, and who comes late came when the wall says so."""
    file = at_night(at, datetime(2026, 10, 24, 23, 45, tzinfo=UTC))  # 1.45
    at.world.bench.clock.moment = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 2.10, for the second time
    at.open(file.meeting.id)
    kim = at.page.room.strip.chips[file.participants[2].id]
    assert time_line(at) == "10 minutter over tiden"

    in_dialog(QDialog.accept)
    at.key(kim, Qt.Key.Key_K)
    at.until(lambda now: now.participants[2].arrived_clock == time(2, 10))


def test_the_clock_goes_forward_in_the_middle(at: MeetingBench) -> None:
    """29 March 2026 at 2 it is 3."""
    file = at_night(at, datetime(2026, 3, 29, 0, 45, tzinfo=UTC))  # 1.45
    at.world.bench.clock.moment = datetime(2026, 3, 29, 1, 5, tzinfo=UTC)  # 3.05
    at.open(file.meeting.id)
    mette = at.page.room.strip.chips[file.participants[1].id]

    assert time_line(at) == "20 minutter brugt af 75"
    in_dialog(QDialog.accept)
    at.key(mette, Qt.Key.Key_G)
    at.until(lambda now: now.participants[1].left_clock == time(3, 5))


def test_a_meeting_over_midnight_counts_on_the_day_it_began(at: MeetingBench) -> None:
    file = at_night(at, datetime(2026, 11, 21, 22, 30, tzinfo=UTC))  # 23.30
    at.world.bench.clock.moment = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 0.30 the next day
    at.open(file.meeting.id)
    kim = at.page.room.strip.chips[file.participants[2].id]
    assert time_line(at) == "60 minutter brugt af 75"
    in_dialog(QDialog.accept)
    at.key(kim, Qt.Key.Key_K)
    at.until(lambda now: now.participants[2].arrived_clock == time(0, 30))
    at.write("Vi ringer i morgen", Qt.Key.Key_F7)
    at.until(lambda now: bool(now.agreements))

    QTest.keyClick(at.page.room.notes.input.editor(), Qt.Key.Key_F12)
    in_dialog(QDialog.accept)
    at.press(at.page.room.closing.close_meeting)
    at.until_status(MeetingStatus.HELD)
    assert at.file().meeting.starts_on == date(2026, 11, 21)
    assert at.file().agreements[0].made_on == date(2026, 11, 22)
