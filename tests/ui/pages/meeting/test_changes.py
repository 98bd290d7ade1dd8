"""Each thing that can be changed before and in the meeting, changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.citizen import Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.ids import FamilyId, RowId, SubjectId
from koordinator.domain.meeting import AgendaKind, Attendance, MeetingKind, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.texts import meeting_inviting as inviting
from koordinator.texts import meeting_page as texts
from koordinator.texts import plan_tab as plan_texts
from koordinator.ui.pages.meeting.naming import to_name, with_promiser
from koordinator.ui.pages.meeting.room_parts import NoteRow
from koordinator.ui.pages.meeting.room_since_last import EarlierPromise
from koordinator.ui.pages.meeting.view_state import goals
from koordinator.ui.tabs.dialogs.appointment import MinutesField
from koordinator.ui.tabs.dialogs.promise import PromiseDialog
from koordinator.ui.widgets.labels import Label
from tests.support.meeting_world import SOON, citizen_party, employee_party
from tests.support.office import TODAY
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog


def fill(words: str) -> Callable[[QDialog], None]:
    """Writes in the first field of a dialog and saves."""

    def act(dialog: QDialog) -> None:
        note, line = dialog.findChild(QPlainTextEdit), dialog.findChild(QLineEdit)
        if note is not None:
            note.setPlainText(words)
        elif line is not None:
            line.setText(words)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return act


def test_an_agenda_item_is_added_and_changed(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    agenda = at.page.prepare.agenda
    in_dialog(fill("Ferien"))
    at.press(agenda.add)
    at.until(lambda file: file.agenda[-1].title == "Ferien")
    agenda.list.choose(at.page.work.file.agenda[-1].id)
    in_dialog(fill("Sommerferien"))
    at.key(agenda.list, Qt.Key.Key_Return)
    at.until(lambda file: file.agenda[-1].title == "Sommerferien")


def test_an_agenda_item_is_taken_away_by_its_key(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    agenda = at.page.prepare.agenda
    agenda.list.choose(at.page.work.file.agenda[-1].id)
    at.key(agenda.list, Qt.Key.Key_Delete)

    at.until(lambda file: len(file.agenda) == 6)


def test_somebody_is_added_before_and_in_the_meeting(at: MeetingBench) -> None:
    file = at.world.planned()
    at.open(file.meeting.id)
    in_dialog(QDialog.accept)
    at.press(at.page.prepare.participants.add)
    at.until(lambda file: len(file.participants) == 5)
    at.press(at.page.prepare.begin)
    at.qtbot.waitUntil(at.page.room.isVisible)
    in_dialog(QDialog.accept)
    at.press(at.page.room.strip.add)
    at.until(lambda file: len(file.participants) == 6)
    assert at.file().participants[-1].attendance is Attendance.PRESENT


def test_a_note_is_changed_and_taken_away(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.room_plan.note(at.world.actor, meeting_id, NoteDraft(NoteKind.WISH, "Ro"))
    at.open(meeting_id)
    row = at.page.room.notes.findChild(NoteRow)
    assert row is not None
    in_dialog(fill("Ro om morgenen"))
    row.edit_asked.emit()
    at.until(lambda file: file.notes[0].text == "Ro om morgenen")

    def shown() -> list[NoteRow]:
        return [each for each in at.page.room.notes.findChildren(NoteRow) if each.isVisible()]

    at.qtbot.waitUntil(lambda: bool(shown()))
    shown()[0].remove_asked.emit()
    at.until(lambda file: not file.notes)


def test_a_goal_gets_the_citizens_number(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.room_plan.set_goal(at.world.actor, meeting_id, "Rolige morgener")
    at.open(meeting_id)
    (score,) = [each for each in at.page.room.plan.findChildren(QPushButton) if each.text() == texts.SCORE_SHORT]

    def choose(dialog: QDialog) -> None:
        choice = dialog.findChild(QComboBox)
        assert choice is not None
        QTest.keyClick(choice, Qt.Key.Key_End)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(choose)
    at.press(score)
    at.until(lambda file: [each.score for each in file.scores] == [10])


def test_an_agreement_is_changed_and_withdrawn(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.room_plan.promise(at.world.actor, meeting_id, Promise("Ringer"))
    at.open(meeting_id)
    change = texts.CHANGE + ": "
    in_dialog(fill("Skriver"))
    at.press(named(at, change + "Ringer"))
    at.until(lambda file: file.agreements[0].what == "Skriver")

    def withdraw(dialog: QDialog) -> None:
        assert isinstance(dialog, PromiseDialog)
        (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == plan_texts.WITHDRAW]
        button.click()

    in_dialog(withdraw)
    at.press(named(at, change + "Skriver"))
    at.until(lambda file: not file.agreements)


def named(at: MeetingBench, name: str) -> QPushButton:
    """The button that is called so."""
    (button,) = [each for each in at.page.room.plan.findChildren(QPushButton) if each.accessibleName() == name]
    return button


def test_an_earlier_agreement_comes_to_nothing_or_goes_on(at: MeetingBench) -> None:
    first, second = earlier_agreements(at)
    in_dialog(fill("Skolen svarede ikke"))
    card_of(at, first.what).not_done.emit()
    at.until(lambda file: file.since_last[0].status is AgreementStatus.NOT_DONE)
    later = TODAY + timedelta(days=60)
    in_dialog(fill(f"{later:%d.%m.%Y}"))
    card_of(at, second.what).goes_on.emit()
    at.until(lambda file: any(each.due_on == later for each in file.since_last))
    card_of(at, first.what).again.emit()
    at.until(lambda file: all(each.status is AgreementStatus.OPEN for each in file.since_last))


def card_of(at: MeetingBench, what: str) -> EarlierPromise:
    """The agreement's card that is on the screen."""

    def shown() -> list[EarlierPromise]:
        cards = at.page.room.notes.since_last.findChildren(EarlierPromise)
        return [each for each in cards if each.isVisible() and each.accessibleName() == what]

    at.qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def earlier_agreements(at: MeetingBench) -> tuple[Agreement, ...]:
    """Two agreements from a meeting before, and the room at the item where they are gone through."""
    world = at.world
    held = world.running().meeting.id
    for what in ("Taler med skolen", "Undersøger praktik"):
        world.room_plan.promise(world.actor, held, Promise(what, employee_party(world.kim), TODAY))
    agreements = world.closing.close(world.actor, held).agreements
    world.bench.clock.pass_days(30)
    later = world.planned(replace(SOON, starts_on=TODAY + timedelta(days=30)))
    at.open(world.room.open(world.actor, later.meeting.id).meeting.id)
    item = next(each for each in at.page.work.file.agenda if each.kind is AgendaKind.SINCE_LAST)
    at.page.room.agenda.choose(item.id)
    return agreements


def test_only_whole_minutes_within_limits(at: MeetingBench) -> None:
    field = MinutesField(75)
    at.qtbot.addWidget(field)

    assert (field.minutes(), field.fault()) == (75, "")
    for words in ("", "4", "1441", "en time", "²"):
        field.set_value(words)
        assert field.minutes() is None
        assert field.fault() == "Skriv hele minutter, fra 5 til 1.440."


def test_somebody_who_is_not_there_can_be_named_and_is_marked(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    offered: list[str] = []

    def choose(dialog: QDialog) -> None:
        who, note = dialog.findChild(QComboBox), dialog.findChild(QPlainTextEdit)
        assert who is not None
        assert note is not None
        note.setPlainText("Ringer til skolen")
        offered.extend(who.itemText(n) for n in range(who.count()))
        QTest.keyClicks(who, "Ida")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(choose)
    at.press(at.page.room.plan.new_promise)
    at.until(lambda file: [each.employee_id for each in file.agreements] == [at.world.ida])
    assert "Mette Holm" in offered
    assert offered.index("Mette Holm") < offered.index("Ida Mikkelsen (er her ikke)")


def test_who_stays_away_is_marked_too(at: MeetingBench) -> None:
    file = at.world.running()
    (kim,) = [each for each in file.participants if each.employee_id == at.world.kim]
    file = at.world.room.attend(at.world.actor, kim, Attendance.ABSENT)

    named = dict(to_name(file, ((employee_party(at.world.ida), "Ida Mikkelsen"),)))

    assert named[employee_party(at.world.kim)] == "Kim Møller (er her ikke)"
    assert named[employee_party(at.world.mette)] == "Mette Holm"
    assert list(named)[-1] == employee_party(at.world.ida)
    bo = employee_party(at.world.bo)
    assert with_promiser(file, (), bo) == ((bo, f"{file.parties.name(bo)} (er her ikke)"),)
    assert with_promiser(file, tuple(named.items()), bo) == tuple(named.items())


def test_others_than_the_citizen_give_their_number(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    goal = at.world.room_plan.set_goal(at.world.actor, meeting_id, "Rolige morgener").goals[0]
    at.world.room_plan.score(at.world.actor, meeting_id, goal.id, 6)
    at.open(meeting_id)
    (score,) = [each for each in at.page.room.plan.findChildren(QPushButton) if each.text() == texts.SCORE_SHORT]

    def choose(dialog: QDialog) -> None:
        number, by = dialog.findChildren(QComboBox)
        QTest.keyClicks(number, "3")
        QTest.keyClicks(by, "Kim")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(choose)
    at.press(score)
    at.until(lambda file: [each.employee_id for each in file.scores] == [None, at.world.kim])
    (shown,) = goals(at.page.work.file)
    assert (shown.progress, shown.scores) == ("Lone: nu 6 af 10", (6,))
    assert [said.partition(" · ")[0] for said in shown.others] == ["Kim Møller: 3 af 10"]


def test_an_agreement_of_a_family_says_in_whose_part_it_stands(at: MeetingBench) -> None:
    with at.world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen, role in ((at.world.lone, FamilyRole.ADULT), (at.world.anna, FamilyRole.CHILD)):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, role, TODAY))
    asked = (citizen_party(at.world.lone.id), employee_party(at.world.mette))
    planned = at.world.meetings.plan(at.world.actor, subject.id, SOON, asked, MeetingKind.NETWORK)
    at.open(at.world.room.open(at.world.actor, planned.meeting.id).meeting.id)

    def choose(dialog: QDialog) -> None:
        (member,) = [each for each in dialog.findChildren(QComboBox) if each.accessibleName() == plan_texts.WHOSE_PART]
        note = dialog.findChild(QPlainTextEdit)
        assert note is not None
        note.setPlainText("Ringer til skolen")
        QTest.keyClicks(member, "Anna")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(choose)
    at.press(at.page.room.plan.new_promise)
    at.until(lambda file: [each.member_id for each in file.agreements] == [at.world.anna.id])


def test_a_new_coordinator_is_told_to_invite_again(at: MeetingBench) -> None:
    file = at.world.invitations.invite(at.world.actor, at.world.planned().meeting.id).file
    with at.world.bench.office.aside() as tx:
        (period,) = tx.of(CoordinatorPeriod).where()
        tx.of(CoordinatorPeriod).save(replace(period, until_on=TODAY))
        tx.of(CoordinatorPeriod).add(replace(period, id=RowId(0), employee_id=at.world.ida, from_on=TODAY))
    at.open(file.meeting.id)

    def is_told() -> bool:
        labels = at.page.prepare.findChildren(Label)
        return any(each.text() == inviting.HANDED_OVER and each.isVisible() for each in labels)

    at.qtbot.waitUntil(is_told)
    in_dialog(QDialog.accept)
    at.press(at.page.prepare.invite)
    at.qtbot.waitUntil(lambda: not is_told())
