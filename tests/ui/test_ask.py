from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskChoice, AskDate, Asked, AskText
from koordinator.ui.widgets.fields import ChoiceField, DateField, NoteField, TextField
from tests.ui.parts import accessible_name, in_dialog


def press(name: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        next(button for button in dialog.findChildren(QPushButton) if accessible_name(button) == name).click()

    return act


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(("pressed", "answer"), [("Slet aftalen", True), (texts.CANCEL, False)])
def test_question_returns_the_answer(parent: QWidget, pressed: str, answer: bool) -> None:
    in_dialog(press(pressed))

    assert Question.confirm(parent, "Vil du slette aftalen?", "", "Slet aftalen", dangerous=True) is answer


def test_escape_is_no(qtbot: QtBot, parent: QWidget) -> None:
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))

    assert not Question.confirm(parent, "Vil du slette aftalen?", "", "Slet aftalen")


def test_enter_takes_the_safe_way_when_the_other_is_dangerous(qtbot: QtBot, parent: QWidget) -> None:
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert not Question.confirm(parent, "Vil du slette aftalen?", "", "Slet aftalen", dangerous=True)

    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert Question.confirm(parent, "Vil du godkende planen?", "", "Godkend planen")


def test_window_title_says_nothing_about_a_citizen(parent: QWidget) -> None:
    titles: list[str] = []

    def act(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.accept()

    in_dialog(act)
    Question.message(parent, "Lone Bæk har fået planen", "Den er sendt i dag.")

    assert titles == [texts.PROGRAM]


def test_line_is_asked_for_and_must_be_there(qtbot: QtBot, parent: QWidget) -> None:
    faults: list[str] = []

    def act(dialog: QDialog) -> None:
        field = dialog.findChild(TextField)
        assert field is not None
        press("Opret")(dialog)
        faults.append(field.shown_fault())
        field.set_value("Myndighed Voksen")
        press("Opret")(dialog)

    in_dialog(act)

    assert AskText.line(parent, Asked("Nyt team", "Navn", save="Opret"), limit=80) == "Myndighed Voksen"
    assert faults == [texts.MISSING]


def test_reason_is_asked_for_and_saved_with_ctrl_enter(qtbot: QtBot, parent: QWidget) -> None:
    def act(dialog: QDialog) -> None:
        field = dialog.findChild(NoteField)
        assert field is not None
        field.set_value("Lone er syg.\nVi prøver igen i næste uge.")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(act)

    asked = Asked("Aflys mødet", "Hvorfor?", "Grunden gemmes med mødet.")
    assert AskText.paragraph(parent, asked, limit=2_000) == "Lone er syg.\nVi prøver igen i næste uge."


def test_date_is_asked_for_within_its_bounds(parent: QWidget) -> None:
    today = date(2026, 11, 21)
    faults: list[str] = []

    def act(dialog: QDialog) -> None:
        field = dialog.findChild(DateField)
        assert field is not None
        field.set_value(date(2026, 11, 1))
        press(texts.SAVE)(dialog)
        faults.append(field.shown_fault())
        field.set_value(date(2026, 12, 3))
        press(texts.SAVE)(dialog)

    in_dialog(act)

    assert AskDate.day(parent, Asked("Ny frist", "Senest"), lambda: today, bounds=(today, None)) == date(2026, 12, 3)
    assert faults == [texts.date_before(today)]


def test_one_of_several_is_asked_for(parent: QWidget) -> None:
    def act(dialog: QDialog) -> None:
        field = dialog.findChild(ChoiceField)
        assert field is not None
        field.set_value(2)
        press(texts.SAVE)(dialog)

    in_dialog(act)

    options = ((None, "Vælg en person"), (1, "Mette Holm"), (2, "Ida Mikkelsen"))
    assert AskChoice.one_of(parent, Asked("Koordinerende sagsbehandler", "Hvem"), options) == 2


def test_nothing_chosen_is_nothing(qtbot: QtBot, parent: QWidget) -> None:
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))

    assert AskText.line(parent, Asked("Nyt team", "Navn"), limit=80) is None


def test_a_long_text_is_never_cut(parent: QWidget) -> None:
    needed: list[tuple[int, int]] = []

    def measure(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        needed.append((dialog.height(), dialog.body.totalHeightForWidth(dialog.width())))
        dialog.reject()

    in_dialog(measure)
    Question.confirm(parent, "Databasen er beskadiget", "En lang forklaring. " * 30, "Red det")

    assert all(height >= least for height, least in needed)
    assert needed


def test_a_text_longer_than_the_screen_is_scrolled_and_the_answers_stay_in_sight(parent: QWidget) -> None:
    seen: list[bool] = []

    def look(dialog: QDialog) -> None:
        room = dialog.screen().availableSize()
        seen.append(dialog.height() <= room.height() and dialog.width() <= room.width())
        (close,) = dialog.findChildren(QPushButton)
        seen.append(close.geometry().bottom() < dialog.height())
        (area,) = dialog.findChildren(QScrollArea)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
        seen.append(area.hasFocus() and area.verticalScrollBar().value() > 0)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        seen.append(not dialog.isVisible())

    in_dialog(look)
    Question.message(parent, "Det blev rettet", "Jeg vil gerne have rettet det, der står om mit arbejde. " * 200)

    assert seen == [True] * 4
