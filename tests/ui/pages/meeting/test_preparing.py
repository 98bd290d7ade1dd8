"""Preparing in the window: wishes, the agenda of what must get done, and calling people in several ways."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QMenu, QWidget

from koordinator.domain.invitation import InvitationWay
from koordinator.domain.meeting import InvitationAnswer, MeetingStatus, PlaceKind
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import PaperKind
from koordinator.domain.setting import SettingKey
from koordinator.texts import meeting_agenda, meeting_inviting
from koordinator.ui.pages.meeting.inviting import InviteDialog
from koordinator.ui.pages.meeting.mail_drafts import mail_link
from koordinator.usecases.settings import Settings
from tests.support.meeting_world import SOON, citizen_party, employee_party
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog
from tests.ui.previewing import saving_from_preview
from tests.usecases.test_invitations import a_reply


class MailProgram(QObject):
    """Stands where the desktop would open something, and keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def mail_program() -> Iterator[MailProgram]:
    program = MailProgram()
    QDesktopServices.setUrlHandler("file", program, "take")  # type: ignore[arg-type] # bytes are not taken
    yield program
    QDesktopServices.unsetUrlHandler("file")


def said(widget: QWidget) -> str:
    """All that stands there."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def tick(*names: str) -> Callable[[QDialog], None]:
    """Leaves only the boxes with these words ticked, and saves."""

    def act(dialog: QDialog) -> None:
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(any(name in box.text() for name in names))
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return act


def test_a_mail_is_opened_as_a_draft_with_the_calendar_file(at: MeetingBench, mail_program: MailProgram) -> None:
    at.open(at.world.planned().meeting.id)
    in_dialog(tick("Mail"))
    at.press(at.page.prepare.invite)
    at.until_status(MeetingStatus.INVITED)
    at.qtbot.waitUntil(lambda: bool(mail_program.opened))

    (url,) = mail_program.opened
    content = Path(url.toLocalFile()).read_bytes()
    assert b"X-Unsent: 1" in content
    assert [each.citizen_id is None for each in at.page.work.file.not_invited] == [False]


def test_without_a_mail_program_it_says_what_to_do(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    in_dialog(tick("brev", "Mail"))
    at.press(at.page.prepare.invite)
    at.until_status(MeetingStatus.INVITED)

    made = at.page.prepare._made
    at.qtbot.waitUntil(lambda: meeting_inviting.NO_MAIL_PROGRAM in said(made))


def test_a_draft_as_a_link_has_the_same_people_and_words(at: MeetingBench) -> None:
    file = at.world.planned()
    drafts = at.desk.services.invitations.invite(
        at.desk.actor, file.meeting.id, frozenset({InvitationWay.MAIL_DRAFT})
    ).papers

    link = mail_link(at.desk.services.papers.open(at.desk.actor, drafts[0].id).content)

    assert link.startswith("mailto:mette@lilleby.example,kim@lilleby.example,bo@lilleby.example?subject=Samarbejds")
    assert "Lone" not in link
    assert "&body=Hej%0D%0A" in link


def test_nothing_chosen_invites_nobody(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)

    def nothing(dialog: QDialog) -> None:
        assert isinstance(dialog, InviteDialog)
        tick("?")(dialog)
        assert dialog.isVisible()
        assert dialog.ticks[InvitationWay.LETTER].shown_fault() == meeting_inviting.CHOOSE_A_WAY
        dialog.done(QDialog.DialogCode.Rejected)

    in_dialog(nothing)
    at.press(at.page.prepare.invite)
    assert at.file().meeting.status is MeetingStatus.PLANNED


def test_a_wrong_address_and_a_wish_are_said_before_anybody_is_called(at: MeetingBench) -> None:
    world = at.world
    with world.bench.office.aside() as tx:
        tx.of(Employee).save(replace(tx.of(Employee).get(world.bo), email="bo@"))
    file = world.planned()
    world.meetings.wish(world.actor, file.meeting.id, (employee_party(world.kim),), wanted=False)
    at.open(file.meeting.id)

    dialog = InviteDialog(at.page, at.page.work.file, at.page.work.file.participants)
    at.qtbot.addWidget(dialog)

    assert "Bo Thygesen har en forkert e-mailadresse: »bo@«" in said(dialog)
    assert "Lone vil ikke have Kim Møller med." in said(dialog)
    assert [box.text() for box in dialog.findChildren(QCheckBox)][:2] == [
        "4 breve",
        "Kalenderfil til 2 deltagere med e-mail",
    ]


def test_an_answer_is_dropped_on_the_list(at: MeetingBench, tmp_path: Path) -> None:
    file = at.world.invitations.invite(at.world.actor, at.world.planned().meeting.id).file
    at.open(file.meeting.id)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_reply(tmp_path, file.meeting.uid)))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    at.page.prepare.participants.dropEvent(drop)

    at.until(lambda shown: shown.participants[2].answer is InvitationAnswer.NO)
    assert at.file().participants[2].answer_note == "Jeg er på ferie"


def test_the_reason_for_a_no_is_kept_until_it_is_a_yes(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    people = at.page.prepare.participants.list
    people.choose(at.page.work.file.participants[3].id)

    def why(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText("ferie")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(why)
    at.key(people, Qt.Key.Key_G)
    at.until(lambda file: file.participants[3].answer_note == "ferie")
    at.key(people, Qt.Key.Key_J)
    at.until(lambda file: file.participants[3].answer is InvitationAnswer.YES)
    assert at.file().participants[3].answer_note == ""


def test_points_go_on_the_agenda_and_people_on_the_list(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    card = at.page.prepare.preparation
    meeting_id = at.page.work.file.meeting.id
    assert card._shown is not None
    shown = at.world.meetings.write_wish(at.world.actor, card._shown, "wants_to_discuss", "Ferien\nMorgenerne")
    at.page.work.take(shown)
    at.press(card.to_agenda)
    at.until(lambda file: [item.title for item in file.agenda][2:4] == ["Ferien", "Morgenerne"])

    in_dialog(tick("Jens Ravn"))
    at.press(card.pick["wants_present"])
    at.until(lambda file: len(file.participants) == 5)
    assert "Jens Ravn" in card._picked["wants_present"].text()
    assert at.world.meetings.open(at.world.actor, meeting_id).wishes[0].wanted


def test_the_meeting_is_held_where_the_citizen_wants(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    card = at.page.prepare.preparation
    card.place.chosen.emit(PlaceKind.VIDEO)
    at.until(lambda file: file.preparation is not None and file.preparation.place_kind is PlaceKind.VIDEO)
    in_dialog(QDialog.accept)
    at.press(card.use_place)
    at.until(lambda file: file.meeting.place_kind is PlaceKind.VIDEO)


def test_an_item_is_dragged_to_its_place(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    agenda = at.page.prepare.agenda.list
    first = at.page.work.file.agenda[0].id
    at.qtbot.waitUntil(lambda: agenda.rowHeight(0) > 0 and agenda.viewport().height() > 3 * agenda.rowHeight(0))
    tall, port = agenda.rowHeight(0), agenda.viewport()

    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(100, tall // 2))
    for y in (tall, 2 * tall, 3 * tall - 4):
        QTest.mouseMove(port, QPoint(100, y))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 3 * tall - 4))

    at.until(lambda file: file.agenda[2].id == first)


def test_too_many_at_the_table_are_said(at: MeetingBench) -> None:
    Settings(at.world.bench.office).change(at.world.actor, {SettingKey.PROFESSIONALS_AT_TABLE: "2"})
    at.open(at.world.planned().meeting.id)

    crowd = at.page.prepare.agenda._crowd
    at.qtbot.waitUntil(crowd.isVisible)
    assert meeting_agenda.FEWER in said(crowd)
    assert "Kim Møller og Bo Thygesen" in said(crowd)


def test_papers_of_a_participant_are_offered(at: MeetingBench, tmp_path: Path) -> None:
    at.open(at.world.planned().meeting.id)
    bo = at.page.work.file.participants[3]
    people = at.page.prepare.participants
    wanted = (meeting_inviting.CARD, meeting_inviting.CARD_LARGE, meeting_inviting.LETTER_PDF)
    for number, words in enumerate(wanted):
        people._acts.offer(bo)
        menu = people.findChildren(QMenu)[-1]
        (action,) = [each for each in menu.actions() if each.text() == words]
        menu.close()
        saving_from_preview(at.qtbot, tmp_path / f"{number}.pdf")
        action.trigger()

    made = at.desk.services.papers.of_subject(at.world.actor, at.world.subject_id).papers
    assert [each.kind for each in made] == [PaperKind.INPUT_CARD, PaperKind.INPUT_CARD, PaperKind.INVITATION]
    assert at.file().meeting.status is MeetingStatus.PLANNED


def test_going_to_another_meeting_shows_its_own_people(at: MeetingBench) -> None:
    world = at.world
    ole = world.bench.add_citizen("Ole Ravn", "0101804441", date(1980, 1, 1))
    other = world.meetings.plan(world.actor, ole.subject_id, SOON, (citizen_party(ole.id),))
    at.open(world.planned().meeting.id)
    at.open(other.meeting.id)
    at.open(world.planned().meeting.id)
    at.open(other.meeting.id)

    people = at.page.prepare.participants.list
    assert [people.model().index(row, 0).data() for row in range(people.model().rowCount())] == ["Ole Ravn"]
