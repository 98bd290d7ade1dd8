"""Handing out in the window: one dialog, by the keyboard, and what goes with the paper."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen
from koordinator.domain.codes import Role
from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.paper import Handout, HandoutWay, Paper, PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import handout as texts
from koordinator.ui.ask_value import AskText
from koordinator.ui.desk import Desk
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.ui.handout.handing import hand_out_kept
from koordinator.ui.handout.paper_card import PaperHandoutsCard
from koordinator.ui.handout.ready import FileList, ReadyDialog
from koordinator.ui.tabs.documents_tab import DocumentsTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import NoteField
from koordinator.usecases.handouts import HandoutOffer
from koordinator.usecases.papers import HandedPaper
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens


def kept(desk: Desk, world: MeetingWorld) -> HandedPaper:
    return desk.services.papers.make(desk.actor, PaperOrder(PaperKind.CONTACTS, world.subject_id))


def offered(desk: Desk, world: MeetingWorld, paper: Paper) -> HandoutOffer:
    return desk.services.handouts.offer(desk.actor, world.subject_id, HandedThing(paper.id))


def noted(desk: Desk, world: MeetingWorld) -> tuple[Handout, ...]:
    return desk.services.papers.of_subject(desk.actor, world.subject_id).handouts


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def exempt(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        lone = tx.of(Citizen).get(world.lone.id)
        tx.of(Citizen).save(replace(lone, digital_post_exempt=True, protected_address=True))


def test_the_chosen_document_is_handed_out_with_one_key(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    desk = desk_at(world.bench, tasks)
    kept(desk, world)
    tab = DocumentsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.activateWindow()
    tab.show_subject(SubjectView(citizen=desk.services.citizens.open(desk.actor, world.lone.id)))
    (papers,) = tab.findChildren(type(tab._card.list))
    qtbot.waitUntil(lambda: len(papers.rows()) == 1)
    papers.setFocus()
    papers.choose(papers.rows()[0].id)
    when_dialog_opens(
        HandoutDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    )

    with qtbot.waitSignal(tab.changed):
        QTest.keyClick(papers, Qt.Key.Key_U)

    assert [(each.recipient, each.handed_on, each.way) for each in noted(desk, world)] == [
        ("Lone Bæk", TODAY, HandoutWay.DIGITAL_POST),
        ("Jens Ravn", TODAY, HandoutWay.DIGITAL_POST),
    ]


def test_somebody_exempt_is_proposed_a_letter_and_told_why(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    exempt(world)
    desk = desk_at(world.bench, tasks)
    owner = QWidget()
    qtbot.addWidget(owner)

    dialog = HandoutDialog(owner, desk, offered(desk, world, kept(desk, world).paper), ())

    lone = dialog.people[0]
    assert lone.value() is HandoutWay.LETTER
    lone.way.choose(HandoutWay.DIGITAL_POST)
    assert lone.value() is HandoutWay.LETTER
    assert "Fritaget for Digital Post" in words_of(lone)
    assert "Beskyttet adresse" in words_of(lone)
    assert "Skovvej" not in dialog.covering.text()


def test_whoever_has_it_already_is_not_ticked_again(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    desk = desk_at(world.bench, tasks)
    paper = kept(desk, world).paper
    given = (HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER),)
    desk.services.handouts.note(desk.actor, world.subject_id, HandedThing(paper.id), given)
    owner = QWidget()
    qtbot.addWidget(owner)

    dialog = HandoutDialog(owner, desk, offered(desk, world, paper), ())
    again = HandoutDialog(owner, desk, offered(desk, world, paper), (replace(given[0], way=HandoutWay.READ_ALOUD),))

    assert [field.value() for field in dialog.people] == [None, HandoutWay.DIGITAL_POST]
    assert "Lone Bæk · 21.11.2026 · Brev" in words_of(dialog)
    assert [field.value() for field in again.people] == [HandoutWay.READ_ALOUD, None]


def test_somebody_must_have_got_it_and_another_can_be_named(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    desk = desk_at(world.bench, tasks)
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = HandoutDialog(owner, desk, offered(desk, world, kept(desk, world).paper), ())
    for field in dialog.people:
        field.box.setChecked(False)

    assert not dialog.accepts()
    assert dialog.other.shown_fault() == texts.CHOOSE_SOMEBODY
    dialog.other.set_value("Tina Dam")
    dialog.other_way.set_value(HandoutWay.SECURE_MAIL)
    assert dialog.accepts()
    assert dialog.handed() == (HandedOver("Tina Dam", TODAY, HandoutWay.SECURE_MAIL),)
    dialog.on.set_value(None)
    assert dialog.handed() == ()


def test_the_covering_text_follows_who_is_ticked_until_it_is_written_in(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks
) -> None:
    desk = desk_at(world.bench, tasks)
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = HandoutDialog(owner, desk, offered(desk, world, kept(desk, world).paper), ())

    assert "\n\nHej\n\n" in dialog.covering.text()
    dialog.people[1].box.setChecked(False)
    assert "Kære Lone Bæk" in dialog.covering.text()
    dialog.covering.rewrite("Mine egne ord")
    dialog.people[0].box.setChecked(False)
    dialog.copy_covering()
    assert QGuiApplication.clipboard().text() == "Mine egne ord"


def test_paper_and_covering_text_lie_ready_in_a_folder_and_can_be_dragged(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, tmp_path: Path
) -> None:
    desk = desk_at(world.bench, tasks)
    paper = kept(desk, world)
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = HandoutDialog(owner, desk, offered(desk, world, paper.paper), ())
    qtbot.addWidget(dialog)
    dialog.show()
    shown: list[list[QUrl]] = []
    place = tmp_path / "ud"
    place.mkdir()

    def choose(picker: QFileDialog) -> None:
        picker.setDirectory(str(place))
        picker.accept()

    def look(ready: ReadyDialog) -> None:
        ready.files.copy()
        shown.append(QGuiApplication.clipboard().mimeData().urls())
        ready.accept()

    when_dialog_opens(QFileDialog, choose)
    (ready,) = [each for each in dialog.findChildren(Button) if each.text() == texts.MAKE_READY]
    QTest.keyClick(ready, Qt.Key.Key_Space)
    when_dialog_opens(ReadyDialog, look)
    qtbot.waitUntil(lambda: bool(shown))

    (folder,) = place.iterdir()
    assert [Path(url.toLocalFile()) for url in shown[0]] == sorted(folder.iterdir())
    assert (folder / paper.paper.file_name).read_bytes() == paper.content
    assert (folder / texts.COVERING_FILE).read_bytes().decode("utf-8-sig").startswith("Brev fra Lilleby Kommune\r\n")
    assert noted(desk, world) == ()


def test_a_file_is_dragged_as_a_copy_of_where_it_lies(qtbot: QtBot, tmp_path: Path) -> None:
    files = FileList(tmp_path, ["ærligt navn.pdf", "note.txt"])
    qtbot.addWidget(files)

    data = files.mimeData([files.item(0)])

    assert [url.toLocalFile() for url in data.urls()] == [str(tmp_path / "ærligt navn.pdf")]
    assert (files.mimeTypes(), files.supportedDropActions()) == (["text/uri-list"], Qt.DropAction.CopyAction)


def test_a_wrong_note_is_withdrawn_from_its_line(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    desk = desk_at(world.bench, tasks)
    paper = kept(desk, world).paper
    given = (HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER),)
    notes = desk.services.handouts.note(desk.actor, world.subject_id, HandedThing(paper.id), given)
    told: list[None] = []
    card = PaperHandoutsCard(desk, lambda: told.append(None))
    qtbot.addWidget(card)
    card.show_paper(paper, notes)
    card.show()
    (withdraw,) = [each for each in card.findChildren(Button) if each.text() == texts.WITHDRAW]

    def give_reason(dialog: AskText) -> None:
        field = dialog.findChild(NoteField)
        assert field is not None
        field.set_value("Det var Anna")
        dialog.accept()

    when_dialog_opens(AskText, give_reason)
    QTest.keyClick(withdraw, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told))

    (note,) = noted(desk, world)
    assert not note.counts
    card.show_paper(paper, (note,))
    assert "trukket tilbage 21.11.2026: Det var Anna" in words_of(card)
    named = [each.accessibleName() for each in card.findChildren(Button) if not each.isHidden()]
    assert not any(name.startswith(texts.WITHDRAW) for name in named)
    card.show_paper(None, ())
    assert card.give.isHidden()
    assert texts.CHOOSE_A_PAPER in words_of(card)


def test_who_may_only_read_hands_nothing_out(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    desk = desk_at(world.bench, tasks)
    paper = kept(desk, world).paper
    given = (HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER),)
    notes = desk.services.handouts.note(desk.actor, world.subject_id, HandedThing(paper.id), given)
    reading = replace(desk, actor=replace(desk.actor, roles=frozenset({Role.CASEWORKER})))
    card = PaperHandoutsCard(reading, lambda: None)
    qtbot.addWidget(card)

    card.show_paper(paper, notes)
    card.hand_out()

    assert card.give.isHidden()
    assert [each for each in card.findChildren(Button) if each.text() == texts.WITHDRAW] == []
    assert tasks.is_idle


def test_a_paper_that_is_looked_at_is_handed_out_from_there(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    desk = desk_at(world.bench, tasks)
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()

    when_dialog_opens(HandoutDialog, QDialog.accept)
    hand_out_kept(owner, desk, kept(desk, world))
    qtbot.waitUntil(lambda: bool(noted(desk, world)))

    assert noted(desk, world)[0].recipient == "Lone Bæk"
