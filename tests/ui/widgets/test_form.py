from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.texts import ui as texts
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.form import FormDialog
from tests.ui.gallery_dialogs import AgreementForm
from tests.ui.parts import accessible_name, in_dialog


class TeamForm(FormDialog):
    """Refuses a name that is taken."""

    def __init__(self) -> None:
        super().__init__(None, "Nyt team")
        self.name = self.form.add(TextField("Navn", limit=80, required=True))
        self.phone = self.form.add(TextField("Telefon", limit=20))

    @override
    def accepts(self) -> bool:
        taken = self.name.value() == "Myndighed Voksen"
        self.name.show_fault("Det team findes allerede." if taken else "")
        return not taken


def press(dialog: QDialog, name: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if accessible_name(button) == name).click()


def test_first_fault_gets_the_keyboard(qtbot: QtBot) -> None:
    seen: list[object] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, TeamForm)
        dialog.phone.setFocus()
        press(dialog, texts.SAVE)
        seen.append(dialog.name.focusProxy() is QApplication.focusWidget())
        seen.append(dialog.name.shown_fault())
        dialog.reject()

    in_dialog(act)

    assert not TeamForm().run()
    assert seen == [True, texts.MISSING]


def test_form_may_refuse_for_a_reason_of_its_own(qtbot: QtBot) -> None:
    faults: list[str] = []
    form = TeamForm()

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, TeamForm)
        dialog.name.set_value("Myndighed Voksen")
        press(dialog, texts.SAVE)
        faults.append(dialog.name.shown_fault())
        dialog.name.set_value("Visitationen")
        press(dialog, texts.SAVE)

    in_dialog(act)

    assert form.run()
    assert faults == ["Det team findes allerede."]
    assert form.name.value() == "Visitationen"


def test_escape_closes_a_form_that_nobody_has_written_in(qtbot: QtBot) -> None:
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))

    assert not TeamForm().run()


def test_escape_asks_before_words_are_lost(qtbot: QtBot) -> None:
    form = TeamForm()
    answers = [texts.KEEP_WRITING, texts.DISCARD]
    still_open: list[bool] = []

    def act(dialog: QDialog) -> None:
        form.name.set_value("Visitationen")
        for answer in answers:
            in_dialog(lambda question, answer=answer: press(question, answer))  # type: ignore[misc]
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            still_open.append(form.isVisible())

    in_dialog(act)

    assert not form.run()
    assert still_open == [True, False]


def test_long_form_stays_within_the_screen(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_scale(2.0)
    form = AgreementForm(None)
    qtbot.addWidget(form)
    form.show()

    assert form.height() <= form.screen().availableSize().height()
    assert form.width() <= form.screen().availableSize().width()
