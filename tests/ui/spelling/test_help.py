"""Help with spelling in a real field, with the real dictionary."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from koordinator.texts import spelling as texts
from koordinator.ui.desk import Desk
from koordinator.ui.remembered_look import remember_spelling
from koordinator.ui.spelling.help import SpellingHelp
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.note_edit import NoteEdit
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.parts import Memory

WRITTEN = "Vi talte om møet og om en aftlae"


class Paper(QWidget):
    """A window with two long fields and a short one."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__()
        self.note, self.other, self.line = (
            NoteEdit("Note", limit=20_000),
            NoteEdit("Andet", limit=20_000),
            LineEdit("Linje"),
        )
        inside = QVBoxLayout(self)
        for field in (self.note, self.other, self.line):
            inside.addWidget(field)
        self.help = SpellingHelp(self, desk, memory)

    @property
    def editor(self) -> object:
        return self.note.editor()


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def paper(qtbot: QtBot, desk: Desk, memory: Memory) -> Iterator[Paper]:
    paper = Paper(desk, memory)
    qtbot.addWidget(paper)
    paper.resize(600, 400)
    paper.show()
    paper.activateWindow()
    qtbot.waitUntil(paper.isActiveWindow)
    yield paper
    qtbot.waitUntil(lambda: desk.tasks.is_idle)


def marked(note: NoteEdit) -> list[str]:
    """The words with a wavy line."""
    block = note.editor().document().firstBlock()
    found = []
    while block.isValid():
        found += [block.text()[each.start : each.start + each.length] for each in block.layout().formats()]
        block = block.next()
    return found


def write(qtbot: QtBot, note: NoteEdit, text: str) -> None:
    note.setFocus()
    qtbot.waitUntil(note.editor().hasFocus)
    note.editor().insertPlainText(text)


def menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_misspelt_words_are_marked_but_not_the_one_being_written(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, WRITTEN)
    qtbot.waitUntil(lambda: marked(paper.note) == ["møet"])

    paper.note.editor().insertPlainText(" i dag")
    qtbot.waitUntil(lambda: marked(paper.note) == ["møet", "aftlae"])


def test_the_cursor_leaving_a_word_marks_it(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, WRITTEN)
    qtbot.waitUntil(lambda: marked(paper.note) == ["møet"])

    QTest.keyClick(paper.note.editor(), Qt.Key.Key_Home)

    assert marked(paper.note) == ["møet", "aftlae"]


def test_only_the_field_with_the_keyboard_is_marked(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, WRITTEN + " i dag")
    qtbot.waitUntil(lambda: len(marked(paper.note)) == 2)

    write(qtbot, paper.other, "et møet der")

    qtbot.waitUntil(lambda: marked(paper.other) == ["møet"])
    assert marked(paper.note) == []
    paper.line.setFocus()
    qtbot.waitUntil(paper.line.hasFocus)
    assert marked(paper.other) == []


def test_marking_is_no_change_of_the_text(qtbot: QtBot, paper: Paper) -> None:
    paper.note.set_text(WRITTEN)
    changes: list[None] = []
    paper.note.changed.connect(lambda: changes.append(None))
    paper.note.setFocus()

    qtbot.waitUntil(lambda: marked(paper.note) == ["møet", "aftlae"])

    assert changes == []
    assert not paper.note.editor().document().isUndoAvailable()


def test_the_keyboard_goes_to_the_next_word_and_takes_a_suggestion(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, WRITTEN + " i dag")
    qtbot.waitUntil(lambda: len(marked(paper.note)) == 2)

    QTest.keyClick(paper.note.editor(), Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    popup = menu(qtbot)
    qtbot.waitUntil(lambda: "mødet" in words_of(popup))
    assert texts.LOOKING not in words_of(popup)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert paper.note.text() == "Vi talte om mødet og om en aftlae i dag"
    paper.note.editor().undo()
    assert paper.note.text() == WRITTEN + " i dag", "one step back"


def test_without_a_suggestion_it_says_so(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, "qxzqxz i dag")
    qtbot.waitUntil(lambda: marked(paper.note) == ["qxzqxz"])

    QTest.keyClick(paper.note.editor(), Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    popup = menu(qtbot)
    qtbot.waitUntil(lambda: texts.NO_SUGGESTIONS in words_of(popup))
    popup.close()


def test_a_word_added_to_the_dictionary_is_marked_no_more(qtbot: QtBot, paper: Paper, desk: Desk) -> None:
    write(qtbot, paper.note, "qxzqxz i dag")
    qtbot.waitUntil(lambda: marked(paper.note) == ["qxzqxz"])

    QTest.keyClick(paper.note.editor(), Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    popup = menu(qtbot)
    add = next(action for action in popup.actions() if action.text() == texts.add_to_dictionary("qxzqxz"))
    add.trigger()
    popup.close()

    qtbot.waitUntil(lambda: marked(paper.note) == [])
    qtbot.waitUntil(lambda: [own.word for own in desk.services.spelling.own_words()] == ["qxzqxz"])


def test_the_mouse_gets_suggestions_on_a_marked_word_alone(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, WRITTEN + " i dag")
    qtbot.waitUntil(lambda: len(marked(paper.note)) == 2)
    editor = paper.note.editor()

    for at, is_offered in ((14, True), (2, False)):
        cursor = editor.textCursor()
        cursor.setPosition(at)
        place = editor.cursorRect(cursor).center() + QPoint(1, 0)
        editor.customContextMenuRequested.emit(place)
        popup = menu(qtbot)
        assert (texts.add_to_dictionary("møet") in words_of(popup)) is is_offered
        popup.close()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_it_can_be_turned_off(qtbot: QtBot, paper: Paper, desk: Desk, memory: Memory) -> None:
    remember_spelling(memory, helps=False)
    write(qtbot, paper.note, WRITTEN + " i dag")
    qtbot.waitUntil(lambda: desk.tasks.is_idle)

    assert marked(paper.note) == []
    remember_spelling(memory, helps=True)
    paper.line.setFocus()
    write(qtbot, paper.note, ".")
    qtbot.waitUntil(lambda: len(marked(paper.note)) == 2)


def test_a_field_that_goes_away_while_it_is_helped_leaves_nothing_behind(qtbot: QtBot, paper: Paper) -> None:
    write(qtbot, paper.note, WRITTEN)
    paper.note.deleteLater()
    del paper.note
    qtbot.waitUntil(lambda: len(paper.findChildren(NoteEdit)) == 1)

    write(qtbot, paper.other, "et møet der")
    qtbot.waitUntil(lambda: marked(paper.other) == ["møet"])
    paper.other.editor().moveCursor(QTextCursor.MoveOperation.Start)
