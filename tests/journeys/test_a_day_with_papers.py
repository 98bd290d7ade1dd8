"""A day with papers at the real window, by keyboard alone; what comes of it is read back from the files."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.documents.pdf import Pdf
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.meeting import Attendance
from koordinator.domain.paper import Handout, PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.setting import SettingKey
from koordinator.texts import case_folder as case_texts
from koordinator.texts import course_history as history_texts
from koordinator.texts import handout as handout_texts
from koordinator.texts import letter_editor as letter_texts
from koordinator.texts import letterhead as letterhead_texts
from koordinator.texts import plan_tab as plan_texts
from koordinator.texts import preview as preview_texts
from koordinator.texts import settings as settings_texts
from koordinator.texts.subject import TAB_TITLES
from koordinator.ui.handout.case_folder import CaseFolderDialog
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.ui.handout.ready import ReadyDialog
from koordinator.ui.preview.window import PreviewWindow
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.labels import Label
from tests.documents.letterheads import boxes
from tests.integrations.logos import GOOD
from tests.journeys.caseworker import CONTROL, ENTER, SPACE, Caseworker, words_of
from tests.support.consents import employee, given_to_all
from tests.support.meeting_world import MeetingWorld, employee_party, make_world
from tests.support.office import TODAY, Bench
from tests.ui.office_window import when_dialog_opens

RED = "#7A1F1F"
COFFEE = "Kaffen er klar."
SECRET = "Overblik over pengene"


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    """The meeting is held and the plan approved; Kim is to hear nothing of the money."""
    made = make_world(bench)
    given_to_all(made, (employee(made.kim), "finances"))
    meeting_id = made.planned().meeting.id
    for participant in made.room.open(made.actor, meeting_id).participants:
        made.room.attend(made.actor, participant, Attendance.PRESENT)
    made.room_plan.set_goal(made.actor, meeting_id, SECRET)
    made.room_plan.promise(made.actor, meeting_id, Promise("Ringer til skolen", employee_party(made.mette), TODAY))
    made.closing.summarise(made.actor, meeting_id, "Vi begynder med morgenerne.", read_aloud=True)
    made.closing.close(made.actor, meeting_id)
    approve(made)
    return made


def approve(world: MeetingWorld) -> None:
    plan = world.plans.open(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.approve(world.actor, plan)


@pytest.fixture
def me(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> Caseworker:
    return Caseworker.sit_down(qtbot, world.bench, tasks)


@pytest.mark.skipif(sys.platform != "linux", reason="the print window is the system's own, and not worked from here")
def test_the_plan_is_looked_at_printed_and_handed_out(
    me: Caseworker, world: MeetingWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["PDF"])
    printed = tmp_path / "plan.pdf"
    shown: list[str] = []
    me.look_up("Lone Bæk")
    me.turn_to(TAB_TITLES["plan"])
    me.qtbot.waitUntil(lambda: plan_texts.NOT_HANDED_OUT in me.said())
    me.within(
        PreviewWindow,
        lambda window: shown.extend(look_and_give(me, window, printed)),
        lambda: me.does(plan_texts.FOR_CITIZEN),
    )

    for_kim, for_lone = shown
    assert "samtykket undtager noget" in for_kim
    assert preview_texts.KEPT_NOW in for_lone
    (paper,) = world.papers.of_subject(world.actor, world.subject_id).papers
    kept = world.papers.open(world.actor, paper.id).content
    assert (paper.kind, paper.reader, paper.number) == (PaperKind.PLAN, Reader.CITIZEN, 1)
    assert pages(printed.read_bytes()) == pages(kept)
    assert SECRET in words_of(kept)
    assert_it_stands(me)


def test_the_folder_for_the_case_system_is_what_its_metadata_says(
    me: Caseworker, world: MeetingWorld, tmp_path: Path
) -> None:
    place = tmp_path / "ud"
    place.mkdir()
    me.look_up("Lone Bæk")
    me.turn_to(TAB_TITLES["documents"])
    shown: list[str] = []

    def choose(dialog: CaseFolderDialog) -> None:
        me.write("26-2048")
        me.names_file(place)
        when_dialog_opens(ReadyDialog, look)
        QTest.keyClick(dialog, ENTER, CONTROL)

    def look(ready: ReadyDialog) -> None:
        shown.extend(ready.files.item(row).text() for row in range(ready.files.count()))
        me.press(Qt.Key.Key_Escape)

    me.within(CaseFolderDialog, choose, lambda: me.does(case_texts.MAKE))
    me.qtbot.waitUntil(lambda: bool(shown))

    (folder,) = place.iterdir()
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    said = json.loads(files["metadata.json"])
    assert shown == sorted(files)
    assert {each["file"] for each in said["documents"]} == files.keys() - {"metadata.json", "metadata.txt"}
    for each in said["documents"]:
        assert each["sha256"] == sha256(files[each["file"]]).hexdigest()
    assert [each["document_type"] for each in said["documents"]][:2] == ["Referat", "Plan"]
    assert "Lone" not in files["metadata.json"].decode()
    papers = {name: content for name, content in files.items() if name.endswith(".pdf")}
    assert len(papers) == 2
    assert all(SECRET in words_of(content) for content in papers.values())


def test_letters_are_written_in_the_municipalitys_words_and_colours_from_now_on(
    me: Caseworker, world: MeetingWorld, tmp_path: Path
) -> None:
    meeting_id = world.planned().meeting.id
    order = PaperOrder(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=world.parties[0])
    before = me.services.papers.make(me.actor, order)
    logo = tmp_path / "logo.png"
    logo.write_bytes(GOOD["png"])

    me.in_front()
    me.press(Qt.Key.Key_9, CONTROL)
    me.settle()
    me.turn_to(settings_texts.TABS["letters"])
    me.tab_onto(letter_texts.WRITE_HERE)
    me.press(Qt.Key.Key_End, CONTROL)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_End):  # above the greeting, which stands alone
        me.press(key)
    me.write(f" {COFFEE}")
    me.press(Qt.Key.Key_S, CONTROL)
    letters = me.services.letter_texts
    me.qtbot.waitUntil(lambda: COFFEE in letters.all(me.actor).text(LetterKey.INVITATION_CITIZEN))
    me.turn_to(settings_texts.TABS["letterhead"])
    me.names_file(logo)
    me.does(letterhead_texts.CHOOSE_LOGO)
    letterheads = me.services.letterheads
    me.qtbot.waitUntil(lambda: letterheads.view().logo is not None)
    me.settle()
    me.in_front()
    me.tab_onto(letterhead_texts.COLOUR)
    me.write(RED)
    me.qtbot.waitUntil(lambda: letterheads.view().values[SettingKey.ACCENT_COLOUR] == RED)
    me.settle()

    after = me.services.papers.make(me.actor, order)
    old, new = me.services.papers.open(me.actor, before.paper.id).content, after.content
    assert old == before.content
    assert (COFFEE in words_of(old), COFFEE in words_of(new)) == (False, True)
    assert (pictures_of(old), pictures_of(new)) == (0, 1)
    assert (RED in colours_of(old), RED in colours_of(new)) == (False, True)


def look_and_give(me: Caseworker, window: PreviewWindow, printed: Path) -> Iterator[str]:
    """Kim's extract is looked at; the citizen's copy in large print is printed and handed out."""
    drawn(me, window)
    me.tab_onto(preview_texts.READER)
    me.press(Qt.Key.Key_End)
    drawn(me, window)
    yield words(window)
    me.press(Qt.Key.Key_Home)
    drawn(me, window)
    me.tab_onto(preview_texts.LARGE_PRINT)
    me.press(SPACE)
    drawn(me, window)
    me.within(QPrintDialog, lambda dialog: print_to(dialog, printed), lambda: me.press(Qt.Key.Key_P, CONTROL))
    sent = preview_texts.printed(window.viewer.count, was_stopped=False)
    me.qtbot.waitUntil(lambda: sent in words(window))
    to_front(me, window)
    me.within(
        HandoutDialog,
        lambda dialog: QTest.keyClick(dialog, ENTER, CONTROL),
        lambda: me.press(Qt.Key.Key_U, CONTROL),
    )
    me.qtbot.waitUntil(lambda: bool(handouts(me)))
    me.settle()
    yield words(window)
    to_front(me, window)
    me.press(Qt.Key.Key_Escape)


def drawn(me: Caseworker, window: PreviewWindow) -> None:
    """The paper that was chosen stands there, and the keyboard is somewhere."""
    me.qtbot.waitUntil(window.giving.save.isEnabled)
    me.settle()
    to_front(me, window)


def to_front(me: Caseworker, dialog: QDialog) -> None:
    dialog.activateWindow()
    me.qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)


def print_to(dialog: QPrintDialog, path: Path) -> None:
    """The file printer stands last in Qt's own print window."""
    printers, line = dialog.findChild(QComboBox, "printers"), dialog.findChild(QLineEdit, "filename")
    assert printers is not None
    assert line is not None
    QTest.keyClick(printers, Qt.Key.Key_End)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, str(path))
    QTest.keyClick(line, ENTER)


def handouts(me: Caseworker) -> tuple[Handout, ...]:
    with me.bench.office.aside() as tx:
        return tx.of(Handout).where()


def assert_it_stands(me: Caseworker) -> None:
    line = handout_texts.line(handouts(me)[0])
    assert line.startswith("Lone Bæk · 21.11.2026 · ")
    me.in_front()
    assert line in me.said().splitlines()
    me.turn_to(TAB_TITLES["documents"])
    (row,) = me.rows(plan_texts.PAPERS)
    assert row.endswith(handout_texts.in_short(handouts(me)))
    me.turn_to(TAB_TITLES["history"])
    assert any("Lone Bæk" in row and "Fælles plan, version 1" in row for row in me.rows(history_texts.EVENTS))


def words(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(Label) if label.isVisible())


def pages(content: bytes) -> int:
    with closing(PdfDocument(content)) as opened:
        return len(opened)


def pictures_of(content: bytes) -> int:
    return sum(box.what == "picture" for box in boxes(Pdf(content, 0, ()))[0])


def colours_of(content: bytes) -> set[str]:
    return {box.colour for page in boxes(Pdf(content, 0, ())) for box in page}
