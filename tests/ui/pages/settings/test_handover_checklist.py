"""The municipality's own checklist for handovers, in Indstillinger."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.handover_checklist import HandoverChecklistCard
from koordinator.ui.widgets.note_edit import NoteEdit
from tests.support.full_disk import can_fill_disk, full_disk
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.parts import nameless


def note_of(window: MainWindow) -> NoteEdit:
    (card,) = window.findChildren(HandoverChecklistCard)
    assert nameless(card) == []
    (note,) = card.findChildren(NoteEdit)
    return note


def test_the_lines_are_saved_when_they_are_left_and_none_brings_the_programs_back(
    qtbot: QtBot, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("municipality")
    note, standard = note_of(opened), desk.services.handovers.checklist()
    assert tuple(note.text().splitlines()) == standard

    note.editor().setPlainText("Ring til borgeren\n\n Giv papirerne videre ")
    opened.navigate("overview")
    wait_until_idle(qtbot, desk)
    assert desk.services.handovers.checklist() == ("Ring til borgeren", "Giv papirerne videre")
    assert note.text() == "Ring til borgeren\nGiv papirerne videre"

    note.editor().setPlainText("")
    note.commit()
    wait_until_idle(qtbot, desk)
    assert desk.services.handovers.checklist() == standard
    assert tuple(note.text().splitlines()) == standard


@can_fill_disk
def test_what_a_full_disk_refuses_stays_and_is_saved_the_next_time(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    note, said = note_of(window("municipality")), list[str]()
    desk.tasks.failed.connect(said.append)
    with full_disk(bench):
        note.editor().setPlainText("Ring til borgeren")
        note.commit()
        wait_until_idle(qtbot, desk)
    assert (len(said), note.text()) == (1, "Ring til borgeren")

    note.editor().setPlainText("Ring til borgeren først")
    note.commit()
    wait_until_idle(qtbot, desk)
    assert desk.services.handovers.checklist() == ("Ring til borgeren først",)
