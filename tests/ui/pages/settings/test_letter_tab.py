"""Brevtekster in the real window: written, refused, tried, taken into use and taken back, by the keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from koordinator.domain.ids import RowId
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.line_difference import LineChange
from koordinator.texts import letter_editor as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.letter_side import Side
from koordinator.ui.pages.settings.letter_tab import LetterTab
from koordinator.ui.widgets.labels import Label
from tests.support.letter_texts import STANDARD
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

Open = Callable[[str], MainWindow]
KEY = LetterKey.END_OTHER
CITIZEN = LetterKey.INVITATION_CITIZEN


@pytest.fixture
def letters(window: Open, qtbot: QtBot, desk: Desk) -> Iterator[LetterTab]:
    opened = window("letters")
    (tab,) = opened.findChildren(LetterTab)
    choose(tab, KEY, qtbot, desk)
    yield tab
    opened.close()


def choose(tab: LetterTab, key: LetterKey, qtbot: QtBot, desk: Desk) -> None:
    tab.list.choose(key)
    qtbot.waitUntil(lambda: tab.edit.toPlainText().strip() == desk_text(desk, key))


def desk_text(desk: Desk, key: LetterKey) -> str:
    return desk.services.letter_texts.all(desk.actor).text(key)


def shown(tab: LetterTab) -> str:
    """The words of the example."""
    return " ".join(label.text() for label in tab.side.example.findChildren(Label) if not label.isHidden())


def look_at(tab: LetterTab, side: Side) -> None:
    tab.side.choice.choose(side)
    tab.side.choice.chosen.emit(side)


def type_at_end(tab: LetterTab, words: str) -> None:
    tab.edit.setFocus()
    tab.edit.moveCursor(QTextCursor.MoveOperation.End)
    tab.edit.insertPlainText(words)


def test_a_text_is_written_tried_and_taken_into_use(letters: LetterTab, qtbot: QtBot, desk: Desk) -> None:
    assert nameless(letters) == []
    assert not letters.use.isEnabled()

    type_at_end(letters, " Ring bare, hvis {du} vil.")
    qtbot.waitUntil(lambda: "Ring bare, hvis du vil." in shown(letters))
    look_at(letters, Side.FAMILY)
    qtbot.waitUntil(lambda: "Ring bare, hvis I vil." in shown(letters))
    QTest.keyClick(letters.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: desk_text(desk, KEY).endswith("hvis {du} vil."))
    qtbot.waitUntil(lambda: state_of(letters, KEY) == texts.OWN)
    assert not letters.use.isEnabled()


def test_a_field_that_does_not_exist_is_marked_and_the_nearest_proposed(
    letters: LetterTab, qtbot: QtBot, desk: Desk
) -> None:
    choose(letters, CITIZEN, qtbot, desk)
    type_at_end(letters, "\nVi ses {modedag}, {modedag}")

    assert "{modedag}" in letters.fault.text()
    assert "{mødedag}" in letters.mend.text()
    assert not letters.use.isEnabled()
    QTest.keyClick(letters.edit, Qt.Key.Key_F8)
    assert letters.edit.textCursor().selectedText() == "{modedag}"
    for _ in range(2):
        QTest.keyClick(letters.mend, Qt.Key.Key_Space)
    assert letters.edit.toPlainText().endswith("Vi ses {mødedag}, {mødedag}")
    assert letters.fault.isHidden()
    assert letters.use.isEnabled()


def test_positions_are_right_after_an_emoji(letters: LetterTab) -> None:
    letters.edit.setFocus()
    letters.edit.setPlainText("😀 Slut 😀 {xyz} nu. {abc}")
    QTest.keyClick(letters.edit, Qt.Key.Key_F8)
    assert letters.edit.textCursor().selectedText() == "{xyz}"
    QTest.keyClick(letters.edit, Qt.Key.Key_F8)
    assert letters.edit.textCursor().selectedText() == "{abc}"


def test_a_field_is_put_in_from_the_list(letters: LetterTab, qtbot: QtBot, desk: Desk) -> None:
    choose(letters, CITIZEN, qtbot, desk)
    type_at_end(letters, "\nKom, {na")
    QTest.keyClick(letters.edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert letters.edit.toPlainText().endswith("\nKom, {navn}")


def test_the_standard_and_an_earlier_version_come_back(letters: LetterTab, qtbot: QtBot, desk: Desk) -> None:
    save = desk.services.letter_texts.save
    first = save(desk.actor, KEY, "En.", RowId(0)).newest(KEY)
    assert first is not None
    save(desk.actor, KEY, "To.", first.id)
    letters.reload()
    qtbot.waitUntil(lambda: letters.edit.toPlainText() == "To.")

    look_at(letters, Side.VERSIONS)
    assert [each.text for each in letters.side.versions.rows()] == ["To.", "En."]
    letters.side.versions.choose(first.id)
    QTest.keyClick(letters.side.versions, Qt.Key.Key_Return)
    assert letters.edit.toPlainText() == "En."
    look_at(letters, Side.DIFFERENCE)
    assert f"{texts.MARKS[LineChange.NEW]}En." in shown(letters)
    QTest.keyClick(letters.standard, Qt.Key.Key_Space)
    assert letters.edit.toPlainText() == STANDARD.texts[KEY]
    QTest.keyClick(letters.use, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: desk_text(desk, KEY) == STANDARD.texts[KEY])
    assert len(desk.services.letter_texts.all(desk.actor).of(KEY)) == 3


def test_what_is_typed_comes_back_and_can_be_thrown_away(
    letters: LetterTab, window: Open, qtbot: QtBot, desk: Desk
) -> None:
    type_at_end(letters, " Kladde.")
    letters.leave()
    wait_until_idle(qtbot, desk)

    again = window("letters")
    (tab,) = again.findChildren(LetterTab)
    qtbot.waitUntil(lambda: state_of(tab, KEY) == texts.DRAFT)
    tab.list.choose(KEY)
    assert tab.edit.toPlainText().endswith(" Kladde.")
    assert desk_text(desk, KEY) == STANDARD.texts[KEY]
    when_dialog_opens(Question, lambda asked: asked.accept())
    QTest.keyClick(tab.give_up, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.edit.toPlainText() == STANDARD.texts[KEY])
    wait_until_idle(qtbot, desk)
    assert desk.services.drafts.of_thing(desk.actor, "letter_text", 0) == ()
    again.close()


def test_two_who_save_at_once_are_told_and_nothing_is_lost(letters: LetterTab, qtbot: QtBot, desk: Desk) -> None:
    type_at_end(letters, " Min.")
    desk.services.letter_texts.save(desk.actor, KEY, "Deres.", RowId(0))
    QTest.keyClick(letters.use, Qt.Key.Key_Space)

    qtbot.waitUntil(
        lambda: any("har gemt en anden tekst imens" in label.text() for label in letters.findChildren(Label))
    )
    assert letters.edit.toPlainText().endswith(" Min.")
    assert desk_text(desk, KEY) == "Deres."
    QTest.keyClick(letters.use, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk_text(desk, KEY).endswith(" Min."))


def test_a_text_that_the_program_cannot_read_any_more_is_told(
    letters: LetterTab, qtbot: QtBot, desk: Desk, bench: Bench
) -> None:
    by = bench.actor.employee_id
    with bench.office.aside() as tx:
        tx.of(LetterTextVersion).add(LetterTextVersion(RowId(0), KEY, "Slut, {forsvundet}.", by, tx.now))
    letters.reload()

    qtbot.waitUntil(lambda: state_of(letters, KEY) == texts.BROKEN)
    assert any(label.text() == texts.BROKEN_TEXT for label in letters.findChildren(Label))
    assert "{forsvundet}" in letters.fault.text()
    letters.edit.setPlainText("Slut.")
    assert letters.use.isEnabled()


def test_the_paper_itself_can_be_seen(letters: LetterTab, qtbot: QtBot, desk: Desk) -> None:
    choose(letters, CITIZEN, qtbot, desk)
    look_at(letters, Side.PAPER)
    qtbot.waitUntil(lambda: letters.side.paper.count == 1)
    wait_until_idle(qtbot, desk)

    choose(letters, LetterKey.MAIL_CANCELLED, qtbot, desk)
    qtbot.waitUntil(lambda: texts.NOT_ON_PAPER in shown(letters))


def test_where_there_is_no_room_for_the_list_there_is_a_drop_down(letters: LetterTab, qtbot: QtBot) -> None:
    letters.window().resize(900, 700)
    qtbot.waitUntil(lambda: letters.width() < 800)

    assert not letters.pick.isHidden()
    letters.pick.choose(CITIZEN)
    letters.pick.chosen.emit(CITIZEN)
    assert letters.edit.toPlainText() == STANDARD.texts[CITIZEN]


def state_of(tab: LetterTab, key: LetterKey) -> str:
    return next(row.state for row in tab.list.rows() if row.key is key)
