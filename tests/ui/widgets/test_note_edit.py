import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.note_edit import NoteEdit, printable
from tests.ui.parts import accessible_name, nameless


@pytest.fixture
def note(qtbot: QtBot) -> NoteEdit:
    note = NoteEdit("Lones egne ord", limit=200)
    qtbot.addWidget(note)
    note.resize(300, 100)
    note.show()
    note.set_text("Gammelt")
    return note


def leave(note: NoteEdit) -> None:
    QApplication.sendEvent(note.editor(), QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def test_draft_is_handed_over_soon_after_the_last_key(qtbot: QtBot, note: NoteEdit) -> None:
    with qtbot.waitSignal(note.draft_due) as draft:
        QTest.keyClicks(note.editor(), "Nyt ")

    assert draft.args == ["Nyt Gammelt"]
    assert note._idle.interval() < 1_000, "with room for the write"


def test_draft_is_handed_over_within_a_second_while_someone_types(qtbot: QtBot, note: NoteEdit) -> None:
    assert note._typing.interval() < 1_000, "with room for the write"
    for timer in (note._idle, note._typing):
        timer.setInterval(600_000)  # as if the keys never stopped
    QTest.keyClicks(note.editor(), "Nyt")
    qtbot.waitUntil(lambda: note._typing.remainingTime() < 599_990)

    QTest.keyClicks(note.editor(), " ")
    assert note._typing.remainingTime() < 599_990, "another key does not put it off"

    with qtbot.waitSignal(note.draft_due) as draft:
        note._typing.start(0)
    assert draft.args == ["Nyt Gammelt"]


def test_leaving_the_field_commits_once(qtbot: QtBot, note: NoteEdit) -> None:
    committed: list[str] = []
    drafts: list[str] = []
    note.committed.connect(committed.append)
    note.draft_due.connect(drafts.append)
    QTest.keyClicks(note.editor(), "Nyt ")

    leave(note)
    leave(note)

    assert committed == ["Nyt Gammelt"]
    assert not any(timer.isActive() for timer in (note._idle, note._typing, note._commit))
    assert drafts == []


def test_ten_seconds_commit_too(qtbot: QtBot, note: NoteEdit) -> None:
    assert note._commit.interval() == 10_000
    note._commit.setInterval(1)

    with qtbot.waitSignal(note.committed) as committed:
        QTest.keyClicks(note.editor(), "!")

    assert committed.args == ["!Gammelt"]


def test_what_is_stored_is_not_new(qtbot: QtBot, note: NoteEdit) -> None:
    with qtbot.assertNotEmitted(note.committed):
        note.set_text("Fra databasen")
        leave(note)
        QTest.keyClicks(note.editor(), "x")
        QTest.keyClick(note.editor(), Qt.Key.Key_Backspace)
        leave(note)


def test_draft_from_last_time_is_committed_like_typing(qtbot: QtBot, note: NoteEdit) -> None:
    note.restore_draft("Gammelt og det, strømmen tog")

    with qtbot.waitSignal(note.committed) as committed:
        leave(note)

    assert committed.args == ["Gammelt og det, strømmen tog"]


def test_too_long_text_stays_and_says_how_much(qtbot: QtBot, note: NoteEdit) -> None:
    counter = note.findChild(QLabel)
    assert counter is not None
    with qtbot.assertNotEmitted(note.committed), qtbot.assertNotEmitted(note.draft_due):
        note.editor().setPlainText("x" * 240)
        note._hand_over_draft()
        leave(note)

    assert note.text() == "x" * 240
    assert "200 tegn" in counter.text()
    assert "40 for lang" in counter.text()
    with qtbot.waitSignal(note.committed):
        note.editor().setPlainText("x" * 200)
        leave(note)
    assert counter.text() == "200 af 200 tegn"


def test_count_is_shown_only_near_the_limit(note: NoteEdit) -> None:
    counter = note.findChild(QLabel)
    assert counter is not None

    note.set_text("x" * 100)
    assert not counter.isVisible()
    note.set_text("x" * 170)
    assert counter.isVisible()


def test_field_grows_with_its_text_up_to_a_bound(note: NoteEdit) -> None:
    heights = []
    for lines in (1, 6, 14, 60):
        note.editor().setPlainText("linje\n" * (lines - 1) + "linje")
        heights.append(note.editor().sizeHint().height())

    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_pasted_text_loses_what_no_paper_can_show(note: NoteEdit) -> None:
    pasted = QMimeData()
    pasted.setText("Lone\x00 ringer\r\ni morgen\x07\t🙂")
    note.editor().clear()

    note.editor().insertFromMimeData(pasted)

    assert note.text() == "Lone ringer\ni morgen\t🙂"


def test_hundred_thousand_characters_can_be_pasted(note: NoteEdit) -> None:
    note.editor().setPlainText(printable("Lone ringer til os. " * 5_000))
    note.grab()

    assert note.is_too_long()


def test_tab_leads_on_and_the_field_has_a_name(note: NoteEdit) -> None:
    note.set_voice()
    note.set_placeholder("Skriv her")

    assert accessible_name(note.editor()) == "Lones egne ord"
    assert note.editor().tabChangesFocus()
    assert nameless(note) == []
